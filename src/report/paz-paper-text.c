#include "paz-paper-private.h"

#include "paz-style.h"

#include <math.h>

/* Beside and above the text of a cell, at full size. */
#define PADDING_X 3.5
#define PADDING_Y 3.0
#define PADDING_PAGE 1.6
#define INDENT 3.5
#define LEAST_ROW 17.5
/* The number of the page beside a link. */
#define PAGE_NUMBER_WIDTH 30.0
#define LINE_SPACING 1.08f
/* A number that is too wide is written smaller, down to this. */
#define SMALLEST_NUMBER 0.6

/* Faces of the same widths first; other scripts come from where pango finds them. */
#define FAMILY PAZ_FONT ",Liberation Sans,Arimo,Helvetica,sans-serif"

PangoLayout *
paper_text_new (PazPaperBook *self,
                const char   *text,
                double        size,
                gboolean      bold,
                double        width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_from_string (FAMILY);

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_line_spacing (layout, LINE_SPACING);
  if (width >= 0)
    {
      pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    }

  return layout;
}

static double
get_width (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);

  return (double) logical.width / PANGO_SCALE;
}

double
paper_text_get_height (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);

  return (double) logical.height / PANGO_SCALE;
}

/* Of one line it says nothing by itself: it goes where the drawing puts it. */
static void
align (PangoLayout  *layout,
       PazBookAlign  side)
{
  static const PangoAlignment sides[] = {
    [PAZ_BOOK_LEFT] = PANGO_ALIGN_LEFT,
    [PAZ_BOOK_RIGHT] = PANGO_ALIGN_RIGHT,
    [PAZ_BOOK_CENTER] = PANGO_ALIGN_CENTER,
  };

  pango_layout_set_alignment (layout, sides[side]);
}

/* A text that does not wrap runs on over the empty cells beside it. */
static double
get_room (PazPaperBook      *self,
          PaperPanel        *panel,
          guint              n,
          guint              row,
          const PazBookLook *look)
{
  double room = g_array_index (panel->columns, PaperColumn, n).width;

  if (look->wrap || look->align != PAZ_BOOK_LEFT)
    return room;
  for (guint i = n + 1; i < panel->columns->len; i++)
    {
      const PaperColumn *column = &g_array_index (panel->columns, PaperColumn, i);
      PazBookCell cell;

      if (paz_book_get_cell (self->book, panel->sheet, row, column->column, &cell) && cell.type != PAZ_BOOK_BLANK)
        break;
      room += column->width;
    }

  return room;
}

/* Nothing is cut off: a number becomes smaller, a text goes on in a second line. */
static void
fit (PazPaperBook *self,
     PaperCell    *cell,
     const char   *text,
     double        size,
     double        room)
{
  double width;

  cell->layout = paper_text_new (self, text, size, cell->look.bold, cell->look.wrap ? room : -1);
  if (cell->look.wrap || (width = get_width (cell->layout)) <= room)
    return;
  g_clear_object (&cell->layout);
  if (cell->cell.type == PAZ_BOOK_NUMBER)
    cell->layout = paper_text_new (self, text, size * MAX (SMALLEST_NUMBER, room / width * 0.99), cell->look.bold, -1);
  else
    cell->layout = paper_text_new (self, text, size, cell->look.bold, room);
}

static void
place (PaperCell *cell,
       double     left,
       double     room)
{
  cell->left = left;
  if (pango_layout_get_width (cell->layout) >= 0)
    align (cell->layout, cell->look.align);
  else if (cell->look.align == PAZ_BOOK_RIGHT)
    cell->left += room - get_width (cell->layout);
  else if (cell->look.align == PAZ_BOOK_CENTER)
    cell->left += (room - get_width (cell->layout)) / 2;
}

gboolean
paper_row_has_link (PazPaperBook *self,
                    guint         sheet,
                    guint         row)
{
  guint n = paz_book_get_sheet (self->book, sheet)->n_columns;
  PazBookCell cell;

  for (guint i = 0; i < n; i++)
    if (paz_book_get_cell (self->book, sheet, row, i, &cell) && cell.link >= 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_page (PazPaperBook *self,
         PaperPanel   *panel)
{
  return paz_book_get_sheet (self->book, panel->sheet)->is_page;
}

/* On a page nothing is in a grid: signs stand where labels do, and only headings are ruled. */
static void
soften (PazBookLook *look)
{
  if (look->align == PAZ_BOOK_CENTER)
    {
      look->align = PAZ_BOOK_LEFT;
      look->indent = 1;
    }
  if (look->size <= PAZ_FONT_SIZE && look->bottom != PAZ_ACCENT)
    look->has_bottom = FALSE;
}

gboolean
paper_cell_measure (PazPaperBook *self,
                    PaperPanel   *panel,
                    guint         n,
                    guint         row,
                    PaperCell    *out)
{
  guint column = g_array_index (panel->columns, PaperColumn, n).column;
  double padding = PADDING_X * panel->scale, left = padding, room;
  g_autofree char *text = NULL;

  *out = (PaperCell) { 0 };
  if (!paz_book_get_cell (self->book, panel->sheet, row, column, &out->cell))
    return FALSE;
  paz_book_get_look (self->book, panel->sheet, row, column, &out->look);
  if (is_page (self, panel))
    soften (&out->look);
  text = paz_book_dup_shown (self->book, &out->cell);
  if (text == NULL || *text == '\0')
    return TRUE;

  room = get_room (self, panel, n, row, &out->look) - 2 * padding - out->look.indent * INDENT * panel->scale;
  if (out->look.align == PAZ_BOOK_LEFT)
    left += out->look.indent * INDENT * panel->scale;
  if (n + 1 == panel->columns->len && paper_row_has_link (self, panel->sheet, row))
    room -= PAGE_NUMBER_WIDTH;
  room = MAX (room, 6);
  fit (self, out, text, out->look.size * panel->scale, room);
  place (out, left, room);
  out->height = paper_text_get_height (out->layout);

  return TRUE;
}

void
paper_cell_clear (PaperCell *cell)
{
  g_clear_object (&cell->layout);
}

double
paper_row_get_padding (PaperPanel *panel)
{
  return PADDING_Y * panel->scale;
}

/* What the text needs here. On a page, rows without text that wraps are as high as the sheet has them; in a
 * table a row may be high for a cell that stands in another panel. */
double
paper_row_get_height (PazPaperBook *self,
                      PaperPanel   *panel,
                      guint         row)
{
  double padding = is_page (self, panel) ? PADDING_PAGE * panel->scale : paper_row_get_padding (panel);
  double least = paz_book_get_height (self->book, panel->sheet, row) * PAZ_PAPER_PIXEL * panel->scale;
  double height = 0;
  gboolean wraps = FALSE;

  if (least <= 0)
    return 0;
  if (!is_page (self, panel))
    least = MIN (least, LEAST_ROW * panel->scale);
  for (guint i = 0; i < panel->columns->len; i++)
    {
      g_auto (PaperCell) cell = { 0 };

      if (!paper_cell_measure (self, panel, i, row, &cell) || cell.layout == NULL)
        continue;
      height = MAX (height, cell.height + 2 * padding);
      wraps |= cell.look.wrap;
    }

  return wraps ? height : MAX (height, least);
}
