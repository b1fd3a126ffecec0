/* Where the cells and charts of a sheet stand, and what stands at a place. */
#include "paz-sheet-view-private.h"

#include "paz-picture-style.h"

#include <math.h>

/* A sheet that is a little too wide is made a little smaller; a page may be so more than a table,
 * which scrolls beside its first columns. */
#define SMALLEST_PAGE 0.68
#define SMALLEST_TABLE 0.8
/* Pixels of the sheet. */
#define NARROWEST_PAPER 560
#define WIDEST_CHART 860
#define CHART_GAP 28

static void
chart_clear (gpointer data)
{
  PazSheetChart *place = data;

  g_clear_pointer (&place->chart, paz_chart_unref);
  g_clear_pointer (&place->node, gsk_render_node_unref);
}

void
paz_sheet_clear (PazSheetView *self)
{
  g_clear_pointer (&self->lefts, g_free);
  g_clear_pointer (&self->tops, g_free);
  g_clear_pointer (&self->charts, g_array_unref);
  if (self->nodes != NULL)
    g_hash_table_remove_all (self->nodes);
}

static int
scaled (PazSheetView *self,
        double        size)
{
  return (int) lround (size * self->scale);
}

static double
choose_scale (PazSheetView *self,
              int           width)
{
  double text = paz_picture_style_get (GTK_WIDGET (self)).text_scale, needed = 0, room;
  double smallest = self->info->is_page ? SMALLEST_PAGE : SMALLEST_TABLE;

  for (guint i = 0; i < self->info->n_columns; i++)
    needed += self->info->widths[i];
  needed = MAX (needed, NARROWEST_PAPER) * text;
  room = width - 2 * (PAZ_SHEET_DESK + PAZ_SHEET_MARGIN);

  return text * self->zoom * (needed > room && needed * smallest <= room ? room / needed : 1);
}

/* Whole pixels, so that hairlines stay sharp. */
static void
place_cells (PazSheetView *self)
{
  const PazBookSheet *info = self->info;

  g_free (self->lefts);
  g_free (self->tops);
  self->lefts = g_new0 (int, info->n_columns + 1);
  self->tops = g_new0 (int, info->n_rows + 1);
  for (guint i = 0; i < info->n_columns; i++)
    self->lefts[i + 1] = self->lefts[i] + scaled (self, info->widths[i]);
  for (guint i = 0; i < info->n_rows; i++)
    self->tops[i + 1] = self->tops[i] + scaled (self, paz_book_get_height (self->book, self->sheet, i));
}

static PazSheetChart *
get_chart (PazSheetView *self,
           guint         n)
{
  return &g_array_index (self->charts, PazSheetChart, n);
}

static void
make_charts (PazSheetView *self)
{
  if (self->charts != NULL)
    return;
  self->charts = g_array_new (FALSE, TRUE, sizeof (PazSheetChart));
  g_array_set_clear_func (self->charts, chart_clear);
  g_array_set_size (self->charts, self->info->n_charts);
  for (guint i = 0; i < self->info->n_charts; i++)
    get_chart (self, i)->chart = paz_book_make_chart (self->book, self->sheet, i);
}

static int
place_charts (PazSheetView *self,
              int           width)
{
  PazPictureStyle style = { .look = PAZ_LOOK_LIGHT, .text_scale = self->scale };
  int y = self->tops[self->info->n_rows];

  make_charts (self);
  for (guint i = 0; i < self->charts->len; i++)
    {
      PazSheetChart *place = get_chart (self, i);

      g_clear_pointer (&place->node, gsk_render_node_unref);
      place->width = width;
      place->height = (int) ceil (paz_chart_get_height (place->chart, width, &style));
      place->y = y + scaled (self, CHART_GAP);
      y = place->y + place->height;
    }

  return y;
}

void
paz_sheet_arrange (PazSheetView *self,
                   int           width)
{
  int cells;

  if (self->info == NULL)
    return;
  self->scale = choose_scale (self, width);
  g_hash_table_remove_all (self->nodes);
  place_cells (self);
  cells = MAX (self->lefts[self->info->n_columns], scaled (self, NARROWEST_PAPER));
  self->paper_width = cells + 2 * PAZ_SHEET_MARGIN;
  self->paper_height = place_charts (self, MIN (cells, scaled (self, WIDEST_CHART))) + 2 * PAZ_SHEET_MARGIN;
}

void
paz_sheet_get_extent (PazSheetView *self,
                      int          *width,
                      int          *height)
{
  *width = self->info != NULL ? self->paper_width + 2 * PAZ_SHEET_DESK : 0;
  *height = self->info != NULL ? self->paper_height + 2 * PAZ_SHEET_DESK : 0;
}

guint
paz_sheet_get_end (PazSheetView *self)
{
  const PazBookSheet *info = self->info;

  return info->is_page ? info->n_rows : MIN (info->first_row + info->n_data + info->n_totals, info->n_rows);
}

gboolean
paz_sheet_is_data (PazSheetView *self,
                   guint         row)
{
  return !self->info->is_page && row >= self->info->first_row && row < paz_sheet_get_end (self);
}

static int
get_scroll (PazSheetView   *self,
            GtkOrientation  orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  return adjustment != NULL ? (int) lround (gtk_adjustment_get_value (adjustment)) : 0;
}

/* What stays must leave room for what moves. */
static void
freeze (PazSheetView  *self,
        PazSheetFrame *frame)
{
  const PazBookSheet *info = self->info;
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));

  if (info->is_page)
    return;
  frame->n_frozen = MIN (info->n_frozen, info->n_columns);
  if (self->lefts[frame->n_frozen] > width / 2)
    frame->n_frozen = 0;
  frame->frozen_width = self->lefts[frame->n_frozen];
  frame->head_height = self->tops[MIN (info->first_row, info->n_rows)] - self->tops[info->header_row];
  frame->has_head = frame->head_height > 0;
  frame->head_y = self->tops[info->header_row] + frame->y;
  if (frame->head_height < height / 2)
    frame->head_y = MAX (frame->head_y, 0);
}

PazSheetFrame
paz_sheet_get_frame (PazSheetView *self)
{
  PazSheetFrame frame = { 0 };
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  frame.paper_x = MAX (PAZ_SHEET_DESK, (width - self->paper_width) / 2) - get_scroll (self, GTK_ORIENTATION_HORIZONTAL);
  frame.paper_y = PAZ_SHEET_DESK - get_scroll (self, GTK_ORIENTATION_VERTICAL);
  frame.x = frame.paper_x + PAZ_SHEET_MARGIN;
  frame.y = frame.paper_y + PAZ_SHEET_MARGIN;
  frame.fixed_x = MAX (frame.x, self->info->is_page ? G_MININT : 0);
  freeze (self, &frame);

  return frame;
}

/* The last index whose beginning is not after the place. */
static guint
find_index (const int *places,
            guint      n,
            int        place)
{
  guint low = 0, high = n;

  while (low + 1 < high)
    {
      guint middle = (low + high) / 2;

      if (places[middle] <= place)
        low = middle;
      else
        high = middle;
    }

  return low;
}

guint
paz_sheet_find_row (PazSheetView *self,
                    int           y)
{
  return find_index (self->tops, self->info->n_rows, y);
}

guint
paz_sheet_find_column (PazSheetView *self,
                       int           x)
{
  return find_index (self->lefts, self->info->n_columns, x);
}

static gboolean
find_chart (PazSheetView *self,
            double        y,
            guint        *row)
{
  for (guint i = 0; i < self->charts->len; i++)
    if (y >= get_chart (self, i)->y && y < get_chart (self, i)->y + get_chart (self, i)->height)
      {
        *row = self->info->n_rows + i;
        return TRUE;
      }

  return FALSE;
}

gboolean
paz_sheet_find_cell (PazSheetView *self,
                     double        x,
                     double        y,
                     guint        *row,
                     guint        *column)
{
  PazSheetFrame frame = { 0 };
  gboolean in_head;
  int left, top;

  if (self->info == NULL || self->info->n_columns == 0)
    return FALSE;
  frame = paz_sheet_get_frame (self);
  in_head = frame.has_head && y >= frame.head_y && y < frame.head_y + frame.head_height;
  top = in_head ? self->tops[self->info->header_row] + (int) y - frame.head_y : (int) y - frame.y;
  *column = 0;
  if (top >= self->tops[self->info->n_rows])
    return find_chart (self, top, row);
  *row = paz_sheet_find_row (self, top);
  left = (int) x - (x < frame.fixed_x + frame.frozen_width || (!self->info->is_page && (*row < self->info->header_row || *row >= paz_sheet_get_end (self)))
                    ? frame.fixed_x : frame.x);
  *column = paz_sheet_find_column (self, left);

  return top >= 0 && left >= 0 && left < self->lefts[self->info->n_columns];
}

void
paz_sheet_get_place (PazSheetView    *self,
                     graphene_rect_t *place)
{
  PazSheetFrame frame = paz_sheet_get_frame (self);
  const PazBookSheet *info = self->info;
  int x = self->column < frame.n_frozen ? frame.fixed_x : frame.x, y = frame.y;

  if (self->row >= info->n_rows)
    {
      PazSheetChart *chart = get_chart (self, self->row - info->n_rows);

      graphene_rect_init (place, (float) frame.fixed_x, (float) (frame.y + chart->y), (float) chart->width,
                          (float) chart->height);
      return;
    }
  if (frame.has_head && self->row >= info->header_row && self->row < info->first_row)
    y = frame.head_y - self->tops[info->header_row];
  if (!info->is_page && (self->row < info->header_row || self->row >= paz_sheet_get_end (self)))
    x = frame.fixed_x;
  graphene_rect_init (place, (float) (x + self->lefts[self->column]), (float) (y + self->tops[self->row]),
                      (float) (self->lefts[self->column + 1] - self->lefts[self->column]),
                      (float) (self->tops[self->row + 1] - self->tops[self->row]));
}

/* before: pixels at the start that are covered by what stays. */
static void
keep_seen (GtkAdjustment *adjustment,
           double         from,
           double         to,
           double         before)
{
  double value = gtk_adjustment_get_value (adjustment), page = gtk_adjustment_get_page_size (adjustment);

  if (from < value + before || to - from > page - before)
    gtk_adjustment_set_value (adjustment, from - before);
  else if (to > value + page)
    gtk_adjustment_set_value (adjustment, to - page);
}

void
paz_sheet_show_cursor (PazSheetView *self)
{
  PazSheetFrame frame;
  int corner = PAZ_SHEET_DESK + PAZ_SHEET_MARGIN;

  if (self->info == NULL || self->tops == NULL || self->adjustments[0] == NULL || self->adjustments[1] == NULL)
    return;
  frame = paz_sheet_get_frame (self);
  if (self->row >= self->info->n_rows)
    {
      PazSheetChart *chart = get_chart (self, self->row - self->info->n_rows);

      keep_seen (self->adjustments[GTK_ORIENTATION_VERTICAL], corner + chart->y, corner + chart->y + chart->height,
                 frame.head_height);
      return;
    }
  if (self->info->is_page || self->row >= self->info->first_row)
    keep_seen (self->adjustments[GTK_ORIENTATION_VERTICAL], corner + self->tops[self->row],
               corner + self->tops[self->row + 1], frame.head_height);
  else
    gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_VERTICAL], 0);
  if (self->column >= frame.n_frozen)
    keep_seen (self->adjustments[GTK_ORIENTATION_HORIZONTAL], corner + self->lefts[self->column],
               corner + self->lefts[self->column + 1], frame.frozen_width);
}
