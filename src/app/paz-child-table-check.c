/* What is wrong in the table, said at its cells. */
#include "paz-child-table-private.h"

#include "paz-words.h"

static char *
dup_natural_key (PazRecord *record)
{
  const PazKind *kind = paz_record_get_kind (record);
  GString *key = g_string_new (NULL);

  for (guint i = 0; kind->natural_key[i] != NULL; i++)
    {
      const PazField *field = paz_kind_find_field (kind, kind->natural_key[i]);
      GVariant *value = paz_record_get_value (record, field);
      g_autofree char *text = NULL;

      if (i == 0 && paz_value_get_state (value) != PAZ_STATE_KNOWN)
        return g_string_free (key, TRUE);
      text = paz_value_dup_plain (field, value);
      g_string_append_printf (key, "%s\n", text);
    }

  return g_string_free (key, key->len == 0);
}

/* Natural key -> how many rows have it. */
static GHashTable *
count_keys (PazChildTable *self)
{
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < paz_child_table_get_n (self); i++)
    {
      g_autoptr (PazRecord) record = paz_child_table_dup_record (self, i);
      char *key = dup_natural_key (record);

      if (key != NULL)
        g_hash_table_insert (keys, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (keys, key)) + 1));
    }

  return keys;
}

gboolean
paz_child_table_is_any_cell (PazChildTable *self,
                             gboolean     (*is) (PazChildCell *))
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GPtrArray *cells = paz_child_row_get_cells (g_ptr_array_index (self->rows, i));

      for (guint j = 0; j < cells->len; j++)
        if (is (g_ptr_array_index (cells, j)))
          return TRUE;
    }

  return FALSE;
}

static gboolean
check_row (PazChildTable *self,
           guint          position,
           GHashTable    *keys)
{
  g_autoptr (PazRecord) record = paz_child_table_dup_record (self, position);
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *key = NULL;
  gboolean show;

  if (paz_child_table_is_blank (self, record))
    {
      if (position < self->rows->len)
        paz_child_row_set_problems (g_ptr_array_index (self->rows, position), NULL, NULL);
      return TRUE;
    }
  problems = paz_record_check (record);
  key = dup_natural_key (record);
  show = self->revealed || g_hash_table_contains (self->seen, paz_record_get_id (record));
  if (position < self->rows->len)
    paz_child_row_set_problems (g_ptr_array_index (self->rows, position), show ? problems : NULL,
                                key != NULL && GPOINTER_TO_UINT (g_hash_table_lookup (keys, key)) > 1
                                  ? _("Another row says the same.") : NULL);

  return problems->len == 0;
}

/* What the person should know of where they are. */
void
paz_child_table_show_help (PazChildTable *self)
{
  GtkWidget *cell = gtk_widget_get_focus_child (self->body) != NULL
                      ? paz_child_table_get_cell (self, self->row, self->column) : NULL;
  const char *text = cell != NULL ? paz_child_cell_get_problem (PAZ_CHILD_CELL (cell)) : NULL;

  if (text == NULL && cell != NULL)
    text = paz_child_row_get_problem (g_ptr_array_index (self->rows, self->row));
  if (text != NULL)
    gtk_widget_add_css_class (self->help, "error");
  else
    gtk_widget_remove_css_class (self->help, "error");
  if (text == NULL && cell != NULL)
    text = _("Enter or typing edits, Tab goes on, Ctrl+Tab leaves the table.");
  gtk_label_set_text (GTK_LABEL (self->help), text != NULL ? text : "");
}

gboolean
paz_child_table_check (PazChildTable *self,
                       gboolean       reveal)
{
  g_autoptr (GHashTable) keys = NULL;
  gboolean fine = TRUE;

  g_return_val_if_fail (PAZ_IS_CHILD_TABLE (self), FALSE);

  if (self->kind == NULL || self->records == NULL)
    return TRUE;
  if (reveal)
    {
      self->revealed = TRUE;
      paz_child_table_finish_editing (self);
    }
  keys = count_keys (self);
  for (guint i = 0; i < paz_child_table_get_n (self); i++)
    fine = check_row (self, i, keys) && fine;
  paz_child_table_show_help (self);

  return fine && !paz_child_table_is_any_cell (self, paz_child_cell_is_wrong);
}

GtkWidget *
paz_child_table_focus_wrong (PazChildTable *self)
{
  g_return_val_if_fail (PAZ_IS_CHILD_TABLE (self), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      PazChildRow *row = g_ptr_array_index (self->rows, i);
      GPtrArray *cells = paz_child_row_get_cells (row);

      for (guint j = 0; j < cells->len; j++)
        if (gtk_widget_has_css_class (g_ptr_array_index (cells, j), "wrong"))
          {
            paz_child_table_focus_cell (self, i, j);
            return g_ptr_array_index (cells, j);
          }
      if (paz_child_row_get_problem (row) != NULL)
        {
          paz_child_table_focus_cell (self, i, 0);
          return g_ptr_array_index (cells, 0);
        }
    }

  return NULL;
}
