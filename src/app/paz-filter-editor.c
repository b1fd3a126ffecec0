#include "paz-filter-editor.h"

#include "paz-filter-value.h"
#include "paz-filter-words.h"
#include "paz-list-columns.h"
#include "paz-word-list.h"
#include "paz-words.h"

struct _PazFilterEditor
{
  GtkWidget parent_instance;

  PazStore *store;
  const PazKind *kind;
  GPtrArray *fields;         /* const PazField *, of the drop-down */
  GArray *matches;           /* PazMatch, of the other */
  gboolean filling;

  GtkGrid *grid;
  GtkWidget *field;
  GtkWidget *match;
  GtkWidget *value;
  GtkWidget *value_label;
  GtkWidget *done;
};

G_DEFINE_FINAL_TYPE (PazFilterEditor, paz_filter_editor, GTK_TYPE_WIDGET)

enum
{
  DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const PazField *
get_field (PazFilterEditor *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->field));

  return selected < self->fields->len ? g_ptr_array_index (self->fields, selected) : NULL;
}

static PazMatch
get_match (PazFilterEditor *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->match));

  return selected < self->matches->len ? g_array_index (self->matches, PazMatch, selected) : PAZ_MATCH_IS;
}

static void
update_done (PazFilterEditor *self)
{
  g_autofree char *text = paz_filter_value_dup_text (PAZ_FILTER_VALUE (self->value));

  gtk_widget_set_sensitive (self->done, text != NULL);
}

static void
done_cb (PazFilterEditor *self)
{
  if (gtk_widget_is_sensitive (self->done))
    g_signal_emit (self, signals[DONE], 0);
}

static void
update_value (PazFilterEditor *self,
              const char      *text)
{
  GtkWidget *focus;

  if (self->value != NULL)
    gtk_grid_remove (self->grid, self->value);
  self->value = paz_filter_value_new (self->store, self->kind, get_field (self), get_match (self), text);
  g_signal_connect_object (self->value, "changed", G_CALLBACK (update_done), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->value, "activate", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  gtk_grid_attach (self->grid, self->value, 1, 2, 1, 1);
  focus = paz_filter_value_get_focus (PAZ_FILTER_VALUE (self->value));
  gtk_label_set_mnemonic_widget (GTK_LABEL (self->value_label), focus);
  gtk_widget_set_visible (self->value, focus != NULL);
  gtk_widget_set_visible (self->value_label, focus != NULL);
  update_done (self);
}

static void
update_matches (PazFilterEditor *self,
                PazMatch         wanted)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  const PazField *field = get_field (self);
  guint n;
  const PazMatch *matches = paz_match_list (field, &n);
  guint selected = 0;

  g_array_set_size (self->matches, 0);
  for (guint i = 0; i < n; i++)
    {
      gtk_string_list_append (words, paz_filter_words_get_match (field, matches[i]));
      g_array_append_val (self->matches, matches[i]);
      if (matches[i] == wanted)
        selected = i;
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->match), G_LIST_MODEL (words));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->match), selected);
  self->filling = FALSE;
}

static void
field_cb (PazFilterEditor *self)
{
  if (self->filling || get_field (self) == NULL)
    return;
  update_matches (self, PAZ_N_MATCHES);
  update_value (self, NULL);
}

static void
match_cb (PazFilterEditor *self)
{
  g_autofree char *text = NULL;

  if (self->filling)
    return;
  text = self->value != NULL ? paz_filter_value_dup_text (PAZ_FILTER_VALUE (self->value)) : NULL;
  update_value (self, text);
}

/* ---- making ---- */

static GtkWidget *
make_fields (PazFilterEditor *self)
{
  GtkStringList *words = gtk_string_list_new (NULL);
  GtkWidget *drop_down;

  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      const PazField *field = &self->kind->fields[i];

      if (field->until == 0 && (field->flags & PAZ_FIELD_HIDDEN) == 0)
        g_ptr_array_add (self->fields, (gpointer) field);
    }
  for (guint i = 0; i < PAZ_N_ATTRIBUTES; i++)
    g_ptr_array_add (self->fields, (gpointer) paz_attribute_get ((PazAttribute) i));
  for (guint i = 0; i < self->fields->len; i++)
    gtk_string_list_append (words, paz_list_columns_get_title (self->kind, g_ptr_array_index (self->fields, i)));
  drop_down = paz_word_list_new (words);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (drop_down), TRUE);

  return drop_down;
}

static GtkWidget *
add_row (PazFilterEditor *self,
         int              row,
         const char      *title,
         GtkWidget       *widget)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_grid_attach (self->grid, label, 0, row, 1, 1);
  if (widget == NULL)
    {
      gtk_widget_set_valign (label, GTK_ALIGN_START);
      gtk_widget_set_margin_top (label, 8);
      return label;
    }
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), widget);
  gtk_grid_attach (self->grid, widget, 1, row, 1, 1);

  return label;
}

static void
paz_filter_editor_dispose (GObject *object)
{
  PazFilterEditor *self = PAZ_FILTER_EDITOR (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->store);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->matches, g_array_unref);

  G_OBJECT_CLASS (paz_filter_editor_parent_class)->dispose (object);
}

static void
paz_filter_editor_class_init (PazFilterEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = paz_filter_editor_dispose;

  signals[DONE] = g_signal_new ("done", PAZ_TYPE_FILTER_EDITOR, G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
paz_filter_editor_init (PazFilterEditor *self)
{
  self->fields = g_ptr_array_new ();
  self->matches = g_array_new (FALSE, FALSE, sizeof (PazMatch));
}

GtkWidget *
paz_filter_editor_new (PazStore      *store,
                       const PazKind *kind)
{
  PazFilterEditor *self = g_object_new (PAZ_TYPE_FILTER_EDITOR, NULL);

  self->store = g_object_ref (store);
  self->kind = kind;
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_row_spacing (self->grid, 8);
  gtk_grid_set_column_spacing (self->grid, 12);
  gtk_widget_set_parent (GTK_WIDGET (self->grid), GTK_WIDGET (self));
  gtk_widget_set_size_request (GTK_WIDGET (self->grid), 360, -1);

  self->field = make_fields (self);
  self->match = paz_word_list_new (gtk_string_list_new (NULL));
  add_row (self, 0, C_("filter", "_Field"), self->field);
  add_row (self, 1, C_("filter", "_Condition"), self->match);
  self->value_label = add_row (self, 2, C_("filter", "_Value"), NULL);
  self->done = gtk_button_new ();
  gtk_widget_set_halign (self->done, GTK_ALIGN_END);
  gtk_widget_add_css_class (self->done, "suggested-action");
  gtk_grid_attach (self->grid, self->done, 0, 3, 2, 1);
  g_signal_connect_object (self->done, "clicked", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->field, "notify::selected", G_CALLBACK (field_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->match, "notify::selected", G_CALLBACK (match_cb), self, G_CONNECT_SWAPPED);
  paz_filter_editor_set_condition (self, NULL);

  return GTK_WIDGET (self);
}

void
paz_filter_editor_set_condition (PazFilterEditor    *self,
                                 const PazCondition *condition)
{
  guint position;

  gtk_button_set_label (GTK_BUTTON (self->done), condition != NULL ? C_("filter", "Change Filter")
                                                                   : C_("filter", "Add Filter"));
  self->filling = TRUE;
  if (condition != NULL && g_ptr_array_find (self->fields, condition->field, &position))
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->field), position);
  self->filling = FALSE;
  update_matches (self, condition != NULL ? condition->match : PAZ_N_MATCHES);
  update_value (self, condition != NULL ? condition->text : NULL);
}

PazCondition *
paz_filter_editor_dup_condition (PazFilterEditor *self)
{
  g_autofree char *text = paz_filter_value_dup_text (PAZ_FILTER_VALUE (self->value));

  return text != NULL ? paz_condition_new (get_field (self), get_match (self), text) : NULL;
}
