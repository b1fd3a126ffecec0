#include "paz-history-pane.h"

#include "paz-words.h"

/* Older changes are in the history page of the whole store. */
#define LIMIT 200
#define LONGEST 280

struct _PazHistoryPane
{
  GtkWidget  parent_instance;

  GtkWidget *scroller;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (PazHistoryPane, paz_history_pane, GTK_TYPE_WIDGET)

static GtkWidget *
make_label (const char *text,
            const char *css)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_focusable (label, FALSE);
  if (css != NULL)
    gtk_widget_add_css_class (label, css);

  return label;
}

static char *
dup_short (const char *text)
{
  const char *end;

  if (text == NULL || *text == '\0')
    return g_strdup (C_("value", "Not answered"));
  if (g_utf8_strlen (text, -1) <= LONGEST)
    return g_strdup (text);
  end = g_utf8_offset_to_pointer (text, LONGEST);

  return g_strdup_printf ("%.*s…", (int) (end - text), text);
}

static void
add_change (GtkWidget  *box,
            const char *what,
            const char *before,
            const char *after)
{
  g_autofree char *from = dup_short (before);
  g_autofree char *to = dup_short (after);
  /* Translators: a value before and after a change. */
  g_autofree char *change = g_strdup_printf (C_("history", "%s → %s"), from, to);

  gtk_box_append (GTK_BOX (box), make_label (what, "caption-heading"));
  gtk_box_append (GTK_BOX (box), make_label (change, NULL));
}

static char *
dup_links (PazStore *store,
           GVariant *value)
{
  g_autoptr (GString) titles = g_string_new (NULL);
  g_autofree const char **ids = NULL;

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return paz_store_dup_title (store, g_variant_get_string (value, NULL),
                                paz_words_get_catalogue ());
  ids = g_variant_get_strv (value, NULL);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *title = paz_store_dup_title (store, ids[i], paz_words_get_catalogue ());

      g_string_append_printf (titles, i > 0 ? " · %s" : "%s", title);
    }

  return g_string_free (g_steal_pointer (&titles), FALSE);
}

static char *
dup_value (PazStore        *store,
           PazHistoryEntry *entry,
           GVariant        *value)
{
  PazValueType type = entry->field->type;

  if (value == NULL)
    return NULL;
  if (paz_value_get_state (value) == PAZ_STATE_KNOWN &&
      (type == PAZ_VALUE_LINK || type == PAZ_VALUE_LINKS))
    return dup_links (store, value);

  return paz_value_dup_display (entry->field, entry->kind, value, paz_words_get_catalogue ());
}

/* Each language that changed on its own line; a mark without other words is said so. */
static void
add_texts (GtkWidget       *box,
           const char      *label,
           PazHistoryEntry *entry)
{
  g_autoptr (PazTrilingual) before = paz_trilingual_from_value (entry->before);
  g_autoptr (PazTrilingual) after = paz_trilingual_from_value (entry->after);
  gboolean some = FALSE;

  for (guint i = 0; i < PAZ_N_LANGUAGES; i++)
    {
      g_autofree char *what = NULL;

      if (g_strcmp0 (before->in[i].text, after->in[i].text) == 0)
        continue;
      what = g_strdup_printf (C_("field and language", "%s (%s)"), label, paz_language_get_name (i));
      add_change (box, what, before->in[i].text, after->in[i].text);
      some = TRUE;
    }
  if (some)
    return;
  gtk_box_append (GTK_BOX (box), make_label (label, "caption-heading"));
  gtk_box_append (GTK_BOX (box), make_label (_("Translation confirmed or marked"), NULL));
}

static void
add_entry (GtkWidget       *box,
           PazStore        *store,
           PazHistoryEntry *entry)
{
  const char *label;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (entry->field == NULL)
    return;
  label = paz_catalogue_ptext (paz_words_get_catalogue (),
                               paz_field_get_context (entry->field, entry->kind),
                               entry->field->label);
  if (entry->field->type == PAZ_VALUE_TRILINGUAL &&
      paz_value_get_state (entry->before) <= PAZ_STATE_KNOWN &&
      paz_value_get_state (entry->after) <= PAZ_STATE_KNOWN)
    {
      add_texts (box, label, entry);
      return;
    }
  before = dup_value (store, entry, entry->before);
  after = dup_value (store, entry, entry->after);
  add_change (box, label, before, after);
}

static char *
dup_who (const PazStep *step)
{
  g_autofree char *when = paz_catalogue_dup_moment (paz_words_get_catalogue (), step->at);

  if (step->author != NULL && *step->author != '\0')
    return g_strdup_printf ("%s · %s", when, step->author);
  if (step->participant != NULL && *step->participant != '\0')
    return g_strdup_printf ("%s · %s", when, step->participant);

  return g_steal_pointer (&when);
}

static GtkWidget *
add_step (PazHistoryPane *self,
          PazStore       *store,
          const PazStep  *step)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *name = paz_store_dup_step_name (store, step, paz_words_get_catalogue ());
  g_autofree char *who = dup_who (step);

  gtk_widget_add_css_class (box, "paz-history-step");
  gtk_box_append (GTK_BOX (box), make_label (name, "heading"));
  gtk_box_append (GTK_BOX (box), make_label (who, "dim-label"));
  if (step->origin != NULL)
    gtk_box_append (GTK_BOX (box), make_label (step->origin, "dim-label"));
  if (step->undone)
    gtk_box_append (GTK_BOX (box), make_label (C_("history", "Undone"), "warning"));
  gtk_box_append (GTK_BOX (self->list), box);

  return box;
}

static void
fill (PazHistoryPane *self,
      PazStore       *store,
      GPtrArray      *entries)
{
  GtkWidget *box = NULL;
  guint64 step = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      PazHistoryEntry *entry = g_ptr_array_index (entries, i);

      if (box == NULL || entry->step->n != step)
        {
          box = add_step (self, store, entry->step);
          step = entry->step->n;
        }
      add_entry (box, store, entry);
    }
  if (entries->len == 0)
    gtk_box_append (GTK_BOX (self->list), make_label (_("Nothing has happened yet"), "dim-label"));
}

static void
paz_history_pane_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (paz_history_pane_parent_class)->dispose (object);
}

static void
paz_history_pane_class_init (PazHistoryPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_history_pane_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "historypane");
}

static void
paz_history_pane_init (PazHistoryPane *self)
{
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->list, "paz-history");
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

void
paz_history_pane_show (PazHistoryPane *self,
                       PazStore       *store,
                       const char     *record)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *child;

  g_return_if_fail (PAZ_IS_HISTORY_PANE (self));

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  entries = paz_store_list_history (store, record, LIMIT, &error);
  if (entries != NULL)
    fill (self, store, entries);
  else
    gtk_box_append (GTK_BOX (self->list), make_label (error->message, "error"));
}
