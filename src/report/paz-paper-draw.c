#include "paz-paper-private.h"

#include "paz-style.h"

#include <math.h>

#define HAIRLINE 0.5
#define HATCH 5.0
#define NOTE_SIZE 7.5
/* Letters have more room above than below. */
#define LOWER 0.6
/* Of a hatched cell where it is only explained. */
#define SIGN_WIDTH 30.0

static void
set_color (cairo_t *cr,
           guint32  color)
{
  cairo_set_source_rgb (cr, ((color >> 16) & 0xFF) / 255.0, ((color >> 8) & 0xFF) / 255.0, (color & 0xFF) / 255.0);
}

static void
begin_tag (PazPaperBook *self,
           cairo_t      *cr,
           const char   *tag,
           const char   *attributes)
{
  if (self->tagged)
    cairo_tag_begin (cr, tag, attributes);
}

static void
end_tag (PazPaperBook *self,
         cairo_t      *cr,
         const char   *tag)
{
  if (self->tagged)
    cairo_tag_end (cr, tag);
}

static void
show (cairo_t     *cr,
      PangoLayout *layout,
      double       x,
      double       y)
{
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_line (cairo_t *cr,
           double   x,
           double   y,
           double   width,
           guint32  color)
{
  set_color (cr, color);
  cairo_set_line_width (cr, color == PAZ_ACCENT ? 1.5 : HAIRLINE);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + width, y);
  cairo_stroke (cr);
}

/* ---- cells ---- */

/* Neighbours overlap a little: viewers show a seam between areas that only touch. */
static void
draw_ground (cairo_t         *cr,
             const PaperCell *cell,
             double           x,
             double           y,
             double           width,
             double           height)
{
  static const PazColor soft = { 0.604, 0.663, 0.749, 1 };

  if (cell->look.filled)
    {
      set_color (cr, cell->look.fill);
      cairo_rectangle (cr, x, y, width + 0.3, height + 0.2);
      cairo_fill (cr);
    }
  if (cell->look.hatched)
    {
      cairo_rectangle (cr, x, y, width, height);
      paz_picture_hatch (cr, PAZ_HATCH_UNKNOWN, soft, HATCH);
    }
}

/* The lines that lie in this slice of the row. */
static void
show_slice (cairo_t         *cr,
            const PaperItem *item,
            PangoLayout     *layout,
            double           x,
            double           top)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    {
      PangoRectangle line;
      double above;

      pango_layout_iter_get_line_extents (iter, NULL, &line);
      above = top + (double) line.y / PANGO_SCALE;
      if (above < item->offset || above >= item->offset + item->height)
        continue;
      cairo_move_to (cr, x + (double) line.x / PANGO_SCALE,
                     item->y + top - item->offset + (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE);
      pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
draw_text (cairo_t         *cr,
           const PaperItem *item,
           const PaperCell *cell,
           double           x)
{
  double padding = paper_row_get_padding (item->panel);

  set_color (cr, cell->look.color);
  if (item->sliced)
    show_slice (cr, item, cell->layout, x + cell->left, padding);
  else
    show (cr, cell->layout, x + cell->left,
          item->y + (cell->look.top ? padding : (item->height - cell->height) / 2 + LOWER * item->panel->scale));
}

static void
draw_cell (PazPaperBook    *self,
           cairo_t         *cr,
           const PaperItem *item,
           guint            n)
{
  const PaperColumn *column = &g_array_index (item->panel->columns, PaperColumn, n);
  double x = item->x + column->x;
  g_auto (PaperCell) cell = { 0 };

  if (!paper_cell_measure (self, item->panel, n, item->row, &cell))
    return;
  if (cell.look.hatched && paz_book_get_sheet (self->book, item->panel->sheet)->is_page)
    draw_ground (cr, &cell, x + 4, item->y + 2, SIGN_WIDTH, item->height - 4);
  else
    draw_ground (cr, &cell, x, item->y, column->width, item->height);
  if (cell.look.has_bottom)
    draw_line (cr, x, item->y + item->height, column->width, cell.look.bottom);
  if (cell.look.has_top && item->offset <= 0)
    draw_line (cr, x, item->y, column->width, cell.look.line);
}

static void
draw_words (PazPaperBook    *self,
            cairo_t         *cr,
            const PaperItem *item,
            guint            n)
{
  g_auto (PaperCell) cell = { 0 };

  if (paper_cell_measure (self, item->panel, n, item->row, &cell) && cell.layout != NULL)
    draw_text (cr, item, &cell, item->x + g_array_index (item->panel->columns, PaperColumn, n).x);
}

/* ---- links ---- */

static int
find_link (PazPaperBook    *self,
           const PaperItem *item)
{
  PazBookCell cell;

  for (guint i = 0; i < item->panel->columns->len; i++)
    if (paz_book_get_cell (self->book, item->panel->sheet, item->row,
                           g_array_index (item->panel->columns, PaperColumn, i).column, &cell) && cell.link >= 0)
      return cell.link;

  return -1;
}

static void
draw_page_number (PazPaperBook    *self,
                  cairo_t         *cr,
                  const PaperItem *item,
                  int              link)
{
  g_autofree char *number = g_strdup_printf ("%u", self->firsts[link] + 1);
  g_autoptr (PangoLayout) layout = paper_text_new (self, number, PAZ_FONT_SIZE * item->panel->scale, FALSE, -1);
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  set_color (cr, PAZ_MUTED);
  show (cr, layout, item->x + item->width - (double) logical.width / PANGO_SCALE,
        item->y + paper_row_get_padding (item->panel));
}

static void
draw_row (PazPaperBook    *self,
          cairo_t         *cr,
          const PaperItem *item)
{
  int link = find_link (self, item);

  for (guint i = 0; i < item->panel->columns->len; i++)
    draw_cell (self, cr, item, i);
  if (link >= 0)
    {
      g_autofree char *place = paper_dup_place ((guint) link, -1);
      g_autofree char *attributes = g_strdup_printf ("dest='%s'", place);

      begin_tag (self, cr, CAIRO_TAG_LINK, attributes);
    }
  for (guint i = 0; i < item->panel->columns->len; i++)
    draw_words (self, cr, item, i);
  if (link >= 0)
    {
      draw_page_number (self, cr, item, link);
      end_tag (self, cr, CAIRO_TAG_LINK);
    }
}

/* ---- the rest ---- */

static void
draw_paragraph (PazPaperBook    *self,
                cairo_t         *cr,
                const PaperItem *item)
{
  g_autoptr (PangoLayout) layout = NULL;

  if (item->text == NULL)
    return;
  layout = paper_text_new (self, item->text, item->size, item->bold, item->width);
  set_color (cr, item->color);
  show (cr, layout, item->x, item->y);
}

static void
put_place (PazPaperBook *self,
           cairo_t      *cr,
           guint         sheet,
           int           chart)
{
  g_autofree char *place = paper_dup_place (sheet, chart);
  g_autofree char *attributes = g_strdup_printf ("name='%s'", place);

  begin_tag (self, cr, CAIRO_TAG_DEST, attributes);
  end_tag (self, cr, CAIRO_TAG_DEST);
}

static void
draw_chart (PazPaperBook    *self,
            cairo_t         *cr,
            guint            sheet,
            const PaperItem *item)
{
  const PazPictureStyle style = { .look = PAZ_LOOK_PRINT, .font = PAZ_FONT, .clear = TRUE };
  g_autoptr (PazChart) chart = paz_book_make_chart (self->book, sheet, item->chart);

  cairo_save (cr);
  cairo_translate (cr, item->x, item->y);
  put_place (self, cr, sheet, (int) item->chart);
  cairo_scale (cr, PAZ_PAPER_PIXEL, PAZ_PAPER_PIXEL);
  paz_chart_draw (chart, cr, item->width / PAZ_PAPER_PIXEL, item->height / PAZ_PAPER_PIXEL, &style, self->catalogue, NULL);
  cairo_restore (cr);
}

static void
draw_item (PazPaperBook    *self,
           cairo_t         *cr,
           guint            sheet,
           const PaperItem *item)
{
  switch (item->type)
    {
    case PAPER_ROW:
      draw_row (self, cr, item);
      break;
    case PAPER_TEXT:
      draw_paragraph (self, cr, item);
      break;
    case PAPER_CHART:
      draw_chart (self, cr, sheet, item);
      break;
    }
}

/* One line in a third of the page; a longer text ends in “…”. */
static void
draw_edge_text (PazPaperBook *self,
                cairo_t      *cr,
                PaperPage    *page,
                const char   *text,
                gboolean      bold,
                PangoAlignment side,
                double         y)
{
  double width = page->width - 2 * PAZ_PAPER_MARGIN;
  double share = side == PANGO_ALIGN_CENTER ? 0.44 : bold ? 0.5 : side == PANGO_ALIGN_RIGHT ? 0.26 : 0.28;
  double x = side == PANGO_ALIGN_LEFT ? 0 : side == PANGO_ALIGN_RIGHT ? width * (1 - share) : width * (1 - share) / 2;
  g_autoptr (PangoLayout) layout = NULL;

  if (y < PAZ_PAPER_TOP && side == PANGO_ALIGN_LEFT)
    share = 0.48;
  layout = paper_text_new (self, text, NOTE_SIZE, bold, width * share);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_alignment (layout, side);
  pango_layout_set_height (layout, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  set_color (cr, bold ? PAZ_INK : PAZ_MUTED);
  show (cr, layout, PAZ_PAPER_MARGIN + x, y);
}

/* The marking stands above and below, as on every sheet of the workbook. */
static void
draw_edges (PazPaperBook *self,
            cairo_t      *cr,
            guint         number)
{
  PaperPage *page = g_ptr_array_index (self->pages, number);
  const char *marking = paz_book_get_marking (self->book);
  const char *name = paz_book_get_sheet (self->book, page->sheet)->name;
  g_autofree char *head = g_strdup_printf ("%s · %s", paz_book_get_title (self->book), name);
  g_autofree char *count = paper_say_page (self, number);
  double width = page->width - 2 * PAZ_PAPER_MARGIN, foot = page->height - PAZ_PAPER_EDGE - NOTE_SIZE - 2;

  draw_edge_text (self, cr, page, marking, TRUE, PANGO_ALIGN_RIGHT, PAZ_PAPER_EDGE);
  if (number > 0)
    {
      draw_edge_text (self, cr, page, head, FALSE, PANGO_ALIGN_LEFT, PAZ_PAPER_EDGE);
      draw_line (cr, PAZ_PAPER_MARGIN, PAZ_PAPER_EDGE + NOTE_SIZE + 6, width, PAZ_LINE);
    }
  draw_line (cr, PAZ_PAPER_MARGIN, foot - 5, width, PAZ_LINE);
  draw_edge_text (self, cr, page, paz_book_get_delegation (self->book), FALSE, PANGO_ALIGN_LEFT, foot);
  draw_edge_text (self, cr, page, marking, TRUE, PANGO_ALIGN_CENTER, foot);
  draw_edge_text (self, cr, page, count, FALSE, PANGO_ALIGN_RIGHT, foot);
}

void
paz_paper_draw (PazPaperBook *self,
                guint         number,
                cairo_t      *cr)
{
  PaperPage *page;

  g_return_if_fail (number < self->pages->len);

  page = g_ptr_array_index (self->pages, number);
  cairo_save (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_DEFAULT);
  if (self->firsts[page->sheet] == number)
    put_place (self, cr, page->sheet, -1);
  draw_edges (self, cr, number);
  for (guint i = 0; i < page->items->len; i++)
    draw_item (self, cr, page->sheet, &g_array_index (page->items, PaperItem, i));
  cairo_restore (cr);
}
