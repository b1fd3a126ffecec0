#include "paz-filter-value.h"

#include "paz-date-entry.h"
#include "paz-filter-words.h"
#include "paz-link-chooser.h"
#include "paz-word-list.h"
#include "paz-words.h"

struct _PazFilterValue
{
  GtkWidget parent_instance;

  PazStore *store;
  const PazKind *kind;
  const PazField *field;
  PazMatch match;

  GtkWidget *entry;         /* words, a number */
  GtkWidget *until_entry;   /* the second of two numbers */
  GtkWidget *choice;        /* a drop-down */
  GPtrArray *keys;          /* of its entries */
  GtkWidget *chooser;       /* of one of many */
  GtkWidget *date;
  GtkWidget *until_date;
};

G_DEFINE_FINAL_TYPE (PazFilterValue, paz_filter_value, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  ACTIVATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

#define BETWEEN "between"

static void
changed_cb (PazFilterValue *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
activate_cb (PazFilterValue *self)
{
  g_signal_emit (self, signals[ACTIVATE], 0);
}

static void
name (GtkWidget  *widget,
      const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static GtkWidget *
add (PazFilterValue *self,
     GtkWidget      *child)
{
  gtk_widget_set_hexpand (child, TRUE);
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_signal_connect_object (child, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return child;
}

static GtkWidget *
add_entry (PazFilterValue *self,
           const char     *text,
           const char     *label)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  name (entry, label);
  g_signal_connect_object (entry, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);

  return add (self, entry);
}

/* ---- one of a few ---- */

static void
add_key (PazFilterValue *self,
         GtkStringList  *words,
         const char     *key,
         const char     *word)
{
  g_ptr_array_add (self->keys, g_strdup (key));
  gtk_string_list_append (words, word);
}

static void
add_drop_down (PazFilterValue *self,
               GtkStringList  *words,
               const char     *text)
{
  guint selected = 0;

  self->choice = paz_word_list_new (words);
  gtk_widget_set_hexpand (self->choice, TRUE);
  gtk_widget_set_parent (self->choice, GTK_WIDGET (self));
  for (guint i = 0; text != NULL && i < self->keys->len; i++)
    if (g_str_equal (g_ptr_array_index (self->keys, i), text))
      selected = i;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choice), selected);
  name (self->choice, C_("filter", "Value"));
  g_signal_connect_object (self->choice, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static const char *
get_key (PazFilterValue *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choice));

  return selected < self->keys->len ? g_ptr_array_index (self->keys, selected) : NULL;
}

static void
add_choices (PazFilterValue *self,
             const char     *text)
{
  GtkStringList *words = gtk_string_list_new (NULL);
  PazCatalogue *catalogue = paz_words_get_catalogue ();
  const char *context = paz_field_get_context (self->field, self->kind);

  for (const PazChoice *choice = self->field->choices; choice != NULL && choice->key != NULL; choice++)
    add_key (self, words, choice->key, paz_choice_get_label (choice, context, catalogue));
  add_drop_down (self, words, text);
}

static void
add_flag (PazFilterValue *self,
          const char     *text)
{
  GtkStringList *words = gtk_string_list_new (NULL);

  add_key (self, words, "true", C_("value", "Yes"));
  add_key (self, words, "false", C_("value", "No"));
  add_drop_down (self, words, text);
}

static void
add_languages (PazFilterValue *self,
               const char     *text)
{
  GtkStringList *words = gtk_string_list_new (NULL);

  add_key (self, words, "", C_("language", "some language"));
  for (int i = 0; i < PAZ_N_LANGUAGES; i++)
    add_key (self, words, paz_language_get_code ((PazLanguage) i), paz_language_get_name ((PazLanguage) i));
  add_drop_down (self, words, text);
}

/* ---- one of many ---- */

static GtkWidget *
make_picker (gpointer data)
{
  PazFilterValue *self = data;

  if (self->field == paz_attribute_get (PAZ_ATTRIBUTE_OWNER))
    return paz_picker_new_codes (self->store);

  return paz_picker_new (self->store, self->kind, self->field);
}

static char *
dup_picked_title (const char *id,
                  gpointer    data)
{
  PazFilterValue *self = data;

  return paz_store_dup_plain_display (self->store, self->kind, self->field, id, paz_words_get_catalogue ());
}

static void
add_chooser (PazFilterValue *self,
             const char     *text)
{
  self->chooser = add (self, paz_link_chooser_new (make_picker, dup_picked_title, self));
  if (text != NULL && *text != '\0')
    paz_link_chooser_set_id (PAZ_LINK_CHOOSER (self->chooser), text);
}

/* ---- days ---- */

static GtkWidget *
add_date (PazFilterValue *self,
          const char     *iso,
          const char     *label)
{
  GtkWidget *date = add (self, paz_date_entry_new (PAZ_DATE_YEAR));

  if (iso != NULL && *iso != '\0')
    paz_date_entry_set_iso (PAZ_DATE_ENTRY (date), iso);
  name (paz_date_entry_get_focus (PAZ_DATE_ENTRY (date)), label);
  g_signal_connect_object (paz_date_entry_get_focus (PAZ_DATE_ENTRY (date)), "activate",
                           G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);

  return date;
}

static void
update_dates (PazFilterValue *self)
{
  gboolean between = g_strcmp0 (get_key (self), BETWEEN) == 0;

  gtk_widget_set_visible (self->date, between);
  gtk_widget_set_visible (self->until_date, between);
}

static void
add_period (PazFilterValue *self,
            const char     *text)
{
  GtkStringList *words = gtk_string_list_new (NULL);
  const char *dots = text != NULL ? strstr (text, "..") : NULL;
  g_autofree char *from = dots != NULL ? g_strndup (text, (gsize) (dots - text)) : NULL;
  const char * const *names = paz_filter_words_list_periods ();

  for (int i = 0; names[i] != NULL; i++)
    {
      g_autofree char *word = paz_filter_words_dup_period (names[i]);

      add_key (self, words, names[i], word);
    }
  add_key (self, words, BETWEEN, C_("period", "Between two dates"));
  add_drop_down (self, words, dots != NULL ? BETWEEN : text);
  self->date = add_date (self, from, C_("period", "From"));
  self->until_date = add_date (self, dots != NULL ? dots + 2 : NULL, C_("period", "To"));
  g_signal_connect_object (self->choice, "notify::selected", G_CALLBACK (update_dates), self, G_CONNECT_SWAPPED);
  update_dates (self);
}

static char *
dup_period (PazFilterValue *self)
{
  const char *key = get_key (self);
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;

  if (g_strcmp0 (key, BETWEEN) != 0)
    return g_strdup (key);
  from = paz_date_entry_dup_iso (PAZ_DATE_ENTRY (self->date));
  until = paz_date_entry_dup_iso (PAZ_DATE_ENTRY (self->until_date));
  if (from == NULL && until == NULL)
    return NULL;

  return g_strconcat (from != NULL ? from : "", "..", until != NULL ? until : "", NULL);
}

/* ---- numbers ---- */

static void
add_span (PazFilterValue *self,
          const char     *text)
{
  const char *dots = text != NULL ? strstr (text, "..") : NULL;
  g_autofree char *from = dots != NULL ? g_strndup (text, (gsize) (dots - text)) : NULL;

  self->entry = add_entry (self, from, C_("period", "From"));
  self->until_entry = add_entry (self, dots != NULL ? dots + 2 : NULL, C_("period", "To"));
}

/* What a person writes, as the store compares it; amounts by their number alone. */
static char *
dup_number (PazFilterValue *self,
            GtkWidget      *entry)
{
  static const PazField amount = { .key = "amount", .type = PAZ_VALUE_REAL };
  const PazField *field = self->field->type == PAZ_VALUE_MONEY ? &amount : self->field;
  g_autoptr (GVariant) value = paz_value_parse (field, gtk_editable_get_text (GTK_EDITABLE (entry)),
                                                paz_words_get_catalogue (), NULL);

  if (value == NULL)
    return NULL;
  g_variant_ref_sink (value);

  return paz_value_dup_plain (field, value);
}

static char *
dup_span (PazFilterValue *self)
{
  g_autofree char *from = dup_number (self, self->entry);
  g_autofree char *until = dup_number (self, self->until_entry);

  if (from == NULL && until == NULL)
    return NULL;

  return g_strconcat (from != NULL ? from : "", "..", until != NULL ? until : "", NULL);
}

static gboolean
is_number (const PazField *field)
{
  return field->type == PAZ_VALUE_INTEGER || field->type == PAZ_VALUE_REAL || field->type == PAZ_VALUE_MONEY;
}

/* ---- which ---- */

static void
add_value (PazFilterValue *self,
           const char     *text)
{
  switch (self->field->type)
    {
    case PAZ_VALUE_CHOICE:
      add_choices (self, text);
      return;
    case PAZ_VALUE_FLAG:
      add_flag (self, text);
      return;
    case PAZ_VALUE_LINK:
    case PAZ_VALUE_LINKS:
    case PAZ_VALUE_COUNTRY:
    case PAZ_VALUE_LANGUAGE:
      add_chooser (self, text);
      return;
    case PAZ_VALUE_DATE:
    case PAZ_VALUE_MONTH:
    case PAZ_VALUE_DATETIME:
      self->date = add_date (self, text, C_("filter", "Value"));
      return;
    case PAZ_VALUE_TEXT:
    case PAZ_VALUE_NOTE:
    case PAZ_VALUE_INTEGER:
    case PAZ_VALUE_REAL:
    case PAZ_VALUE_MONEY:
    case PAZ_VALUE_TRILINGUAL:
    case PAZ_VALUE_HASH:
      self->entry = add_entry (self, text, C_("filter", "Value"));
      return;
    }
}

static void
add_argument (PazFilterValue *self,
              const char     *text)
{
  switch (paz_match_get_argument (self->match))
    {
    case PAZ_ARGUMENT_NONE:
      return;
    case PAZ_ARGUMENT_WORDS:
      self->entry = add_entry (self, text, C_("filter", "Words"));
      return;
    case PAZ_ARGUMENT_LANGUAGE:
      add_languages (self, text);
      return;
    case PAZ_ARGUMENT_PERIOD:
      if (is_number (self->field))
        add_span (self, text);
      else
        add_period (self, text);
      return;
    case PAZ_ARGUMENT_VALUE:
      add_value (self, text);
      return;
    }
}

/* ---- object ---- */

static void
paz_filter_value_dispose (GObject *object)
{
  PazFilterValue *self = PAZ_FILTER_VALUE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->store);
  g_clear_pointer (&self->keys, g_ptr_array_unref);

  G_OBJECT_CLASS (paz_filter_value_parent_class)->dispose (object);
}

static void
paz_filter_value_class_init (PazFilterValueClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = paz_filter_value_dispose;

  signals[CHANGED] = g_signal_new ("changed", PAZ_TYPE_FILTER_VALUE, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATE] = g_signal_new ("activate", PAZ_TYPE_FILTER_VALUE, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
paz_filter_value_init (PazFilterValue *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->keys = g_ptr_array_new_with_free_func (g_free);
}

GtkWidget *
paz_filter_value_new (PazStore       *store,
                      const PazKind  *kind,
                      const PazField *field,
                      PazMatch        match,
                      const char     *text)
{
  PazFilterValue *self = g_object_new (PAZ_TYPE_FILTER_VALUE, NULL);

  self->store = g_object_ref (store);
  self->kind = kind;
  self->field = field;
  self->match = match;
  add_argument (self, text);

  return GTK_WIDGET (self);
}

char *
paz_filter_value_dup_text (PazFilterValue *self)
{
  const char *text;

  if (self->until_date != NULL)
    return dup_period (self);
  if (self->until_entry != NULL)
    return dup_span (self);
  if (self->date != NULL)
    return paz_date_entry_dup_iso (PAZ_DATE_ENTRY (self->date));
  if (self->choice != NULL)
    return g_strdup (get_key (self));
  if (self->chooser != NULL)
    return g_strdup (paz_link_chooser_get_id (PAZ_LINK_CHOOSER (self->chooser)));
  if (self->entry == NULL)
    return g_strdup ("");
  if (is_number (self->field) && paz_match_get_argument (self->match) == PAZ_ARGUMENT_VALUE)
    return dup_number (self, self->entry);

  text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  return *text != '\0' ? g_strdup (text) : NULL;
}

GtkWidget *
paz_filter_value_get_focus (PazFilterValue *self)
{
  if (self->choice != NULL)
    return self->choice;
  if (self->date != NULL)
    return paz_date_entry_get_focus (PAZ_DATE_ENTRY (self->date));
  if (self->chooser != NULL)
    return paz_link_chooser_get_focus (PAZ_LINK_CHOOSER (self->chooser));

  return self->entry;
}
