/* Where the focus is in the table, and how it goes on. */
#include "paz-child-table-private.h"

#include "paz-scroll.h"

void
paz_child_table_set_current (PazChildTable *self,
                             guint          row)
{
  if (self->row != row && self->row < paz_child_table_get_n (self))
    {
      g_autoptr (PazRecord) left = paz_child_table_dup_record (self, self->row);

      g_hash_table_add (self->seen, g_strdup (paz_record_get_id (left)));
    }
  self->row = row;
  for (guint i = 0; i < self->rows->len; i++)
    paz_child_row_set_current (g_ptr_array_index (self->rows, i), i == row);
  paz_child_table_update (self);
}

void
paz_child_table_focus_cell (PazChildTable *self,
                            guint          row,
                            guint          column)
{
  GtkWidget *cell = paz_child_table_get_cell (self, row, column);

  if (cell == NULL)
    return;
  self->column = column;
  paz_child_table_set_current (self, row);
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  gtk_widget_grab_focus (cell);
  paz_scroll_into_view (cell);
}

static guint
get_n_columns (PazChildTable *self)
{
  return self->rows->len > 0 ? paz_child_row_get_cells (g_ptr_array_index (self->rows, 0))->len : 0;
}

gboolean
paz_child_table_find_cell (PazChildTable *self,
                           PazChildCell  *cell,
                           guint         *row,
                           guint         *column)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_ptr_array_find (paz_child_row_get_cells (g_ptr_array_index (self->rows, i)), cell, column))
      {
        *row = i;
        return TRUE;
      }

  return FALSE;
}

/* FALSE beyond the ends, where the focus goes its usual way. */
static gboolean
step (PazChildTable    *self,
      GtkDirectionType  direction)
{
  int n_columns = get_n_columns (self);
  int row = self->row;
  int column = self->column;

  switch (direction)
    {
    case GTK_DIR_TAB_FORWARD:
      column++;
      break;
    case GTK_DIR_TAB_BACKWARD:
      column--;
      break;
    case GTK_DIR_UP:
      row--;
      break;
    case GTK_DIR_DOWN:
      row++;
      break;
    case GTK_DIR_LEFT:
      column = MAX (0, column - 1);
      break;
    case GTK_DIR_RIGHT:
      column = MIN (n_columns - 1, column + 1);
      break;
    }
  row += column >= n_columns ? 1 : column < 0 ? -1 : 0;
  column = (column + n_columns) % n_columns;
  if (row == (int) paz_child_table_get_n (self))
    return gtk_widget_grab_focus (self->add_row);
  if (row < 0)
    return direction == GTK_DIR_UP;
  paz_child_table_focus_cell (self, row, column);

  return TRUE;
}

gboolean
paz_child_table_moved_cb (PazChildCell     *cell,
                          GtkDirectionType  direction,
                          PazChildTable    *self)
{
  guint row, column;

  if (!paz_child_table_find_cell (self, cell, &row, &column))
    return FALSE;
  self->row = row;
  self->column = column;

  return step (self, direction);
}

void
paz_child_table_entered_cb (PazChildCell  *cell,
                            PazChildTable *self)
{
  guint row, column;

  if (!paz_child_table_find_cell (self, cell, &row, &column))
    return;
  self->column = column;
  paz_child_table_set_current (self, row);
  paz_child_table_check (self, FALSE);
}

/* Rows that were begun and left empty go when the person leaves the table. */
static gboolean
tidy_cb (gpointer data)
{
  PazChildTable *self = data;

  self->tidying = 0;
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    return G_SOURCE_REMOVE;
  for (guint i = paz_child_table_get_n (self); i-- > 0;)
    {
      g_autoptr (PazRecord) record = paz_child_table_dup_record (self, i);

      if (paz_child_table_is_blank (self, record))
        g_list_store_remove (self->records, i);
    }
  paz_child_table_set_current (self, GTK_INVALID_LIST_POSITION);
  paz_child_table_emit_changed (self);

  return G_SOURCE_REMOVE;
}

void
paz_child_table_left_cb (PazChildTable *self)
{
  if (self->records != NULL && self->tidying == 0)
    self->tidying = g_idle_add (tidy_cb, self);
  gtk_label_set_text (GTK_LABEL (self->help), "");
}

gboolean
paz_child_table_finish_editing (PazChildTable *self)
{
  GtkWidget *cell = paz_child_table_get_cell (self, self->row, self->column);

  return cell == NULL || paz_child_cell_finish (PAZ_CHILD_CELL (cell));
}

void
paz_child_table_forget (PazChildTable *self)
{
  g_return_if_fail (PAZ_IS_CHILD_TABLE (self));

  g_clear_handle_id (&self->tidying, g_source_remove);
  for (guint i = 0; i < self->rows->len; i++)
    {
      GPtrArray *cells = paz_child_row_get_cells (g_ptr_array_index (self->rows, i));

      for (guint j = 0; j < cells->len; j++)
        {
          paz_child_cell_give_up (g_ptr_array_index (cells, j));
          paz_child_cell_set_problem (g_ptr_array_index (cells, j), NULL, FALSE);
        }
    }
  if (self->kind != NULL)
    paz_child_table_set_current (self, GTK_INVALID_LIST_POSITION);
  self->column = 0;
  gtk_label_set_text (GTK_LABEL (self->help), "");
}
