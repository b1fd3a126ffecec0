#include "paz-list-filter.h"

#include "paz-words.h"

struct _PazListFilter
{
  GtkBox parent_instance;

  PazStore *store;
  GPtrArray *rows;       /* Row * */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (PazListFilter, paz_list_filter, GTK_TYPE_BOX)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Position 0 of the drop-down is "any", 1 is "not answered", the rest are the keys. */
typedef struct
{
  const PazField *field;
  const PazKind *kind;
  GtkDropDown *drop_down;
  GPtrArray *keys;
} Row;

#define FIRST_KEY 2

static void
row_free (Row *row)
{
  g_ptr_array_unref (row->keys);
  g_free (row);
}

static gboolean
is_offered (const PazField *field)
{
  if (field->until != 0)
    return FALSE;

  return field->type == PAZ_VALUE_CHOICE || field->type == PAZ_VALUE_LINK;
}

static void
add_key (Row           *row,
         GtkStringList *words,
         const char    *key,
         const char    *word)
{
  g_ptr_array_add (row->keys, g_strdup (key));
  gtk_string_list_append (words, word);
}

static void
add_choices (Row           *row,
             GtkStringList *words)
{
  PazCatalogue *catalogue = paz_words_get_catalogue ();
  const char *context = paz_field_get_context (row->field, row->kind);

  for (const PazChoice *choice = row->field->choices; choice != NULL && choice->key != NULL; choice++)
    add_key (row, words, choice->key, paz_choice_get_label (choice, context, catalogue));
}

static void
add_links (PazListFilter *self,
           Row           *row,
           GtkStringList *words)
{
  const PazKind *target = paz_kind_find (row->field->target);
  g_autoptr (PazQuery) query = NULL;
  g_autoptr (GPtrArray) ids = NULL;

  if (target == NULL)
    return;
  query = paz_query_new (target);
  paz_query_set_language (query, paz_words_get_language ());
  ids = paz_store_find (self->store, query, NULL, NULL);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      g_autofree char *title = paz_store_dup_title (self->store, id, paz_words_get_catalogue ());

      add_key (row, words, id, title);
    }
}

static const char *
get_chosen (Row *row)
{
  guint position = gtk_drop_down_get_selected (row->drop_down);

  if (position < FIRST_KEY || position - FIRST_KEY >= row->keys->len)
    return NULL;

  return g_ptr_array_index (row->keys, position - FIRST_KEY);
}

static guint
find_key (Row        *row,
          const char *key)
{
  for (guint i = 0; key != NULL && i < row->keys->len; i++)
    if (g_str_equal (g_ptr_array_index (row->keys, i), key))
      return FIRST_KEY + i;

  return 0;
}

static void
fill_row (PazListFilter *self,
          Row           *row)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  g_autofree char *chosen = g_strdup (get_chosen (row));
  guint position = gtk_drop_down_get_selected (row->drop_down);

  g_ptr_array_set_size (row->keys, 0);
  gtk_string_list_append (words, C_("filter", "Any"));
  gtk_string_list_append (words, C_("filter", "Not Answered"));
  if (row->field->type == PAZ_VALUE_LINK)
    add_links (self, row, words);
  else
    add_choices (row, words);

  self->filling = TRUE;
  gtk_drop_down_set_model (row->drop_down, G_LIST_MODEL (words));
  gtk_drop_down_set_selected (row->drop_down, position == 1 ? 1 : find_key (row, chosen));
  self->filling = FALSE;
}

static void
selected_cb (PazListFilter *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_row (PazListFilter  *self,
         GtkGrid        *grid,
         const PazKind  *kind,
         const PazField *field)
{
  PazCatalogue *catalogue = paz_words_get_catalogue ();
  const char *title = paz_catalogue_ptext (catalogue, paz_field_get_context (field, kind), field->label);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *drop_down = gtk_drop_down_new (NULL, NULL);
  g_autoptr (GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  Row *row = g_new0 (Row, 1);

  row->field = field;
  row->kind = kind;
  row->drop_down = GTK_DROP_DOWN (drop_down);
  row->keys = g_ptr_array_new_with_free_func (g_free);

  gtk_drop_down_set_expression (row->drop_down, expression);
  gtk_drop_down_set_enable_search (row->drop_down, field->type == PAZ_VALUE_LINK);
  gtk_widget_set_hexpand (drop_down, TRUE);
  gtk_widget_set_size_request (drop_down, 240, -1);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), drop_down);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_grid_attach (grid, label, 0, self->rows->len, 1, 1);
  gtk_grid_attach (grid, drop_down, 1, self->rows->len, 1, 1);
  g_ptr_array_add (self->rows, row);
  g_signal_connect_object (drop_down, "notify::selected",
                           G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
}

static void
clear_clicked_cb (PazListFilter *self)
{
  paz_list_filter_clear (self);
}

static void
paz_list_filter_dispose (GObject *object)
{
  PazListFilter *self = PAZ_LIST_FILTER (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (paz_list_filter_parent_class)->dispose (object);
}

static void
paz_list_filter_class_init (PazListFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = paz_list_filter_dispose;

  signals[CHANGED] = g_signal_new ("changed", PAZ_TYPE_LIST_FILTER, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
paz_list_filter_init (PazListFilter *self)
{
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
}

GtkWidget *
paz_list_filter_new (PazStore      *store,
                     const PazKind *kind)
{
  PazListFilter *self = g_object_new (PAZ_TYPE_LIST_FILTER, NULL);
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *clear = gtk_button_new_with_label (_("Clear Filters"));

  self->store = g_object_ref (store);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  for (guint i = 0; i < kind->n_fields; i++)
    if (is_offered (&kind->fields[i]))
      add_row (self, GTK_GRID (grid), kind, &kind->fields[i]);

  gtk_widget_set_halign (clear, GTK_ALIGN_END);
  g_signal_connect_object (clear, "clicked", G_CALLBACK (clear_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), grid);
  gtk_box_append (GTK_BOX (self), clear);

  return GTK_WIDGET (self);
}

gboolean
paz_list_filter_has_fields (PazListFilter *self)
{
  return self->rows->len > 0;
}

guint
paz_list_filter_count (PazListFilter *self)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      guint position = gtk_drop_down_get_selected (((Row *) g_ptr_array_index (self->rows, i))->drop_down);

      n += position != 0 && position != GTK_INVALID_LIST_POSITION;
    }

  return n;
}

void
paz_list_filter_apply (PazListFilter *self,
                       PazQuery      *query)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);

      if (get_chosen (row) != NULL)
        paz_query_add_condition (query, row->field, PAZ_MATCH_IS, get_chosen (row));
      else if (gtk_drop_down_get_selected (row->drop_down) == 1)
        paz_query_add_condition (query, row->field, PAZ_MATCH_IS_NOT_SET, NULL);
    }
}

void
paz_list_filter_clear (PazListFilter *self)
{
  if (paz_list_filter_count (self) == 0)
    return;

  self->filling = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    gtk_drop_down_set_selected (((Row *) g_ptr_array_index (self->rows, i))->drop_down, 0);
  self->filling = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
paz_list_filter_refresh (PazListFilter *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    fill_row (self, g_ptr_array_index (self->rows, i));
}
