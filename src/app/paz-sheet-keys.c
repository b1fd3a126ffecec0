/* The cursor of a sheet: from cell to cell, on a page from one that says something to the next, and
 * after the cells from chart to chart. */
#include "paz-sheet-view-private.h"

guint
paz_sheet_count_stops (PazSheetView *self)
{
  return self->info != NULL ? self->info->n_rows + self->info->n_charts : 0;
}

static gboolean
is_chart (PazSheetView *self,
          guint         row)
{
  return row >= self->info->n_rows;
}

static gboolean
has_words (PazSheetView *self,
           guint         row,
           guint         column)
{
  PazBookCell cell;

  return paz_book_get_cell (self->book, self->sheet, row, column, &cell) && cell.type != PAZ_BOOK_BLANK;
}

/* The first column with words at or after one, then before it; n_columns when the row is empty. */
static guint
find_words (PazSheetView *self,
            guint         row,
            guint         column)
{
  for (guint i = column; i < self->info->n_columns; i++)
    if (has_words (self, row, i))
      return i;
  for (guint i = column; i > 0; i--)
    if (has_words (self, row, i - 1))
      return i - 1;

  return self->info->n_columns;
}

static gboolean
can_stand (PazSheetView *self,
           guint         row,
           guint         column)
{
  if (is_chart (self, row))
    return TRUE;
  if (paz_book_get_height (self->book, self->sheet, row) <= 0)
    return FALSE;

  return paz_sheet_is_data (self, row) || find_words (self, row, column) < self->info->n_columns;
}

static guint
settle_column (PazSheetView *self,
               guint         row,
               guint         column)
{
  if (is_chart (self, row) || paz_sheet_is_data (self, row))
    return is_chart (self, row) ? 0 : MIN (column, self->info->n_columns - 1);

  return MIN (find_words (self, row, column), self->info->n_columns - 1);
}

static gboolean
move_rows (PazSheetView *self,
           int           step)
{
  guint n = paz_sheet_count_stops (self), row = self->row;

  while (step < 0 ? row > 0 : row + 1 < n)
    {
      row = step < 0 ? row - 1 : row + 1;
      if (can_stand (self, row, self->column))
        {
          paz_sheet_go (self, row, settle_column (self, row, self->column));
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
move_columns (PazSheetView *self,
              int           step)
{
  guint column = self->column;

  if (is_chart (self, self->row))
    return FALSE;
  while (step < 0 ? column > 0 : column + 1 < self->info->n_columns)
    {
      column = step < 0 ? column - 1 : column + 1;
      if (paz_sheet_is_data (self, self->row) || has_words (self, self->row, column))
        {
          paz_sheet_go (self, self->row, column);
          return TRUE;
        }
    }

  return FALSE;
}

gboolean
paz_sheet_view_move (PazSheetView *self,
                     int           rows,
                     int           columns)
{
  gboolean moved = FALSE;

  if (paz_sheet_count_stops (self) == 0 || self->info->n_columns == 0)
    return FALSE;
  for (int i = ABS (rows); i > 0 && move_rows (self, rows); i--)
    moved = TRUE;
  for (int i = ABS (columns); i > 0 && move_columns (self, columns); i--)
    moved = TRUE;

  return moved;
}

void
paz_sheet_begin_cursor (PazSheetView *self)
{
  guint n = paz_sheet_count_stops (self);

  self->row = self->column = 0;
  if (n == 0 || self->info->n_columns == 0)
    return;
  self->row = self->info->is_page ? 0 : MIN (self->info->first_row, n - 1);
  while (self->row + 1 < n && !can_stand (self, self->row, 0))
    self->row++;
  self->column = settle_column (self, self->row, 0);
}

static int
get_page (PazSheetView *self)
{
  double page = gtk_adjustment_get_page_size (self->adjustments[GTK_ORIENTATION_VERTICAL]);

  return MAX (1, (int) (page / (24 * self->scale)) - 2);
}

static gboolean
go_to_end (PazSheetView *self,
           gboolean      first,
           gboolean      all)
{
  int far = (int) (paz_sheet_count_stops (self) + self->info->n_columns);

  return all ? paz_sheet_view_move (self, first ? -far : far, 0) : paz_sheet_view_move (self, 0, first ? -far : far);
}

static gboolean
press_with_control (PazSheetView *self,
                    guint         key)
{
  switch (key)
    {
    case GDK_KEY_Home:
    case GDK_KEY_End:
      go_to_end (self, key == GDK_KEY_Home, TRUE);
      return GDK_EVENT_STOP;
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      paz_sheet_view_zoom (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      paz_sheet_view_zoom (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      paz_sheet_view_zoom (self, 0);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
walk (PazSheetView *self,
      guint         key,
      gboolean     *moved)
{
  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      *moved = paz_sheet_view_move (self, -1, 0);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      *moved = paz_sheet_view_move (self, 1, 0);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      *moved = paz_sheet_view_move (self, 0, -1);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      *moved = paz_sheet_view_move (self, 0, 1);
      return TRUE;
    case GDK_KEY_Page_Up:
      *moved = paz_sheet_view_move (self, -get_page (self), 0);
      return TRUE;
    case GDK_KEY_Page_Down:
      *moved = paz_sheet_view_move (self, get_page (self), 0);
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_End:
      *moved = go_to_end (self, key == GDK_KEY_Home, FALSE);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      *moved = paz_sheet_view_follow (self);
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
paz_sheet_press_key (PazSheetView    *self,
                     guint            key,
                     GdkModifierType  state)
{
  gboolean moved = FALSE;

  if (paz_sheet_count_stops (self) == 0)
    return GDK_EVENT_PROPAGATE;
  if ((state & GDK_CONTROL_MASK) != 0)
    return press_with_control (self, key);
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 || !walk (self, key, &moved))
    return GDK_EVENT_PROPAGATE;
  if (!moved)
    gtk_widget_error_bell (GTK_WIDGET (self));

  return GDK_EVENT_STOP;
}
