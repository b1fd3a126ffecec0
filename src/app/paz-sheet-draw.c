/* A sheet on the screen. A row once drawn is kept as a node, so that scrolling only moves it. */
#include "paz-sheet-view-private.h"

#include "paz-words.h"

#include <adwaita.h>

/* Pixels of the sheet. */
#define PADDING 3
#define INDENT 9
#define MOST_NODES 400
/* Of a sheet with very many columns so many are drawn together. */
#define COLUMNS 24

typedef struct
{
  guint row;
  guint first, last;         /* columns, last not included */
  int   reach;               /* where words may run on to, from the first column */
} Strip;

static GdkRGBA
get_color (guint32 color)
{
  return (GdkRGBA) { ((color >> 16) & 0xff) / 255.0f, ((color >> 8) & 0xff) / 255.0f, (color & 0xff) / 255.0f, 1 };
}

static void
fill (GtkSnapshot *snapshot,
      guint32      color,
      int          x,
      int          y,
      int          width,
      int          height)
{
  GdkRGBA rgba = get_color (color);

  gtk_snapshot_append_color (snapshot, &rgba,
                             &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

static void
hatch (GtkSnapshot *snapshot,
       int          x,
       int          width,
       int          height)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) x, 0, (float) width, (float) height));

  cairo_rectangle (cr, x, 0, width, height);
  paz_picture_hatch (cr, PAZ_HATCH_UNKNOWN, paz_look_get_line (PAZ_LOOK_LIGHT), 5);
  cairo_destroy (cr);
}

static void
draw_ground (PazSheetView      *self,
             GtkSnapshot       *snapshot,
             const PazBookLook *look,
             int                x,
             int                width,
             int                height)
{
  if (look->filled)
    fill (snapshot, look->fill, x, 0, width, height);
  if (look->hatched)
    hatch (snapshot, x, width, height);
  if (look->has_bottom)
    fill (snapshot, look->bottom, x, height - 1, width, 1);
  if (look->has_top)
    fill (snapshot, look->line, x, 0, width, 1);
}

/* Words that are not wrapped run on over empty neighbours, as in a spreadsheet. */
static int
get_room (PazSheetView      *self,
          const Strip       *strip,
          const PazBookLook *look,
          const PazBookCell *cell,
          guint              column)
{
  int begin = self->lefts[column];
  PazBookCell other;
  guint end = column + 1;

  if (cell->type != PAZ_BOOK_TEXT || look->wrap || look->align != PAZ_BOOK_LEFT)
    return self->lefts[end] - begin;
  while (end < strip->last && !paz_book_get_cell (self->book, self->sheet, strip->row, end, &other))
    end++;

  return end == self->info->n_columns ? self->lefts[strip->first] + strip->reach - begin : self->lefts[end] - begin;
}

static PangoLayout *
prepare_layout (PazSheetView      *self,
                const PazBookLook *look,
                const char        *text,
                int                room)
{
  PangoLayout *layout = self->layout;
  PangoFontDescription *font = pango_font_description_from_string ("Arial, Liberation Sans, Arimo, Nimbus Sans, sans");

  pango_font_description_set_absolute_size (font, look->size * 96 / 72 * self->scale * self->font_fit * PANGO_SCALE);
  pango_font_description_set_weight (font, look->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, MAX (room, 1) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, look->wrap ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, look->wrap ? G_MININT : -1);
  pango_layout_set_alignment (layout, look->align == PAZ_BOOK_RIGHT ? PANGO_ALIGN_RIGHT :
                                      look->align == PAZ_BOOK_CENTER ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT);
  pango_layout_set_text (layout, text, -1);

  return layout;
}

static void
draw_words (PazSheetView      *self,
            GtkSnapshot       *snapshot,
            const Strip       *strip,
            const PazBookLook *look,
            const PazBookCell *cell,
            guint              column,
            int                height)
{
  g_autofree char *text = paz_book_dup_shown (self->book, cell);
  int pad = (int) (PADDING * self->scale), indent = (int) (look->indent * INDENT * self->scale);
  int x = self->lefts[column] - self->lefts[strip->first], room, text_height;
  GdkRGBA color = get_color (look->color);
  PangoLayout *layout;

  room = get_room (self, strip, look, cell, column) - 2 * pad - indent;
  layout = prepare_layout (self, look, text, room);
  pango_layout_get_pixel_size (layout, NULL, &text_height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT ((float) x, 0, (float) (room + 2 * pad + indent), (float) height));
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (x + pad + (look->align == PAZ_BOOK_RIGHT ? 0 : indent)),
                                                          (float) (look->top ? 1 : MAX ((height - text_height) / 2, 0))));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_restore (snapshot);
}

gboolean
paz_sheet_is_cut (PazSheetView *self,
                  guint         row,
                  guint         column)
{
  Strip strip = { row, 0, self->info->n_columns, self->paper_width - 2 * PAZ_SHEET_MARGIN };
  g_autofree char *text = NULL;
  PazBookLook look;
  PazBookCell cell;
  int room, height;

  if (row >= self->info->n_rows || !paz_book_get_cell (self->book, self->sheet, row, column, &cell))
    return FALSE;
  paz_book_get_look (self->book, self->sheet, row, column, &look);
  text = paz_book_dup_shown (self->book, &cell);
  room = get_room (self, &strip, &look, &cell, column) - (int) ((2 * PADDING + look.indent * INDENT) * self->scale);
  prepare_layout (self, &look, text, room);
  pango_layout_get_pixel_size (self->layout, NULL, &height);

  return pango_layout_is_ellipsized (self->layout) || height > self->tops[row + 1] - self->tops[row] + 2;
}

static GskRenderNode *
make_node (PazSheetView *self,
           const Strip  *strip)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int height = self->tops[strip->row + 1] - self->tops[strip->row];
  PazBookLook look;
  PazBookCell cell;

  for (guint i = strip->first; i < strip->last; i++)
    {
      paz_book_get_look (self->book, self->sheet, strip->row, i, &look);
      draw_ground (self, snapshot, &look, self->lefts[i] - self->lefts[strip->first],
                   self->lefts[i + 1] - self->lefts[i], height);
    }
  for (guint i = strip->first; i < strip->last; i++)
    if (paz_book_get_cell (self->book, self->sheet, strip->row, i, &cell) && cell.type != PAZ_BOOK_BLANK)
      {
        paz_book_get_look (self->book, self->sheet, strip->row, i, &look);
        draw_words (self, snapshot, strip, &look, &cell, i, height);
      }

  return gtk_snapshot_free_to_node (snapshot);
}

/* The key of a row's part: the block of columns it begins in. */
static gpointer
get_key (const Strip *strip)
{
  return GSIZE_TO_POINTER (((gsize) strip->row << 12 | MIN (strip->first, 4095)) + 1);
}

static void
draw_strip (PazSheetView *self,
            GtkSnapshot  *snapshot,
            const Strip  *strip,
            int           x,
            int           y)
{
  gpointer key = get_key (strip), found;

  if (self->tops[strip->row + 1] == self->tops[strip->row] || strip->first >= strip->last)
    return;
  if (!g_hash_table_lookup_extended (self->nodes, key, NULL, &found))
    {
      if (g_hash_table_size (self->nodes) > MOST_NODES)
        g_hash_table_remove_all (self->nodes);
      found = make_node (self, strip);
      g_hash_table_insert (self->nodes, key, found);
    }
  if (found == NULL)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_node (snapshot, found);
  gtk_snapshot_restore (snapshot);
}

/* ---- bands ---- */

/* The columns from the frozen ones on, block by block, as far as they are seen. */
static void
draw_moving (PazSheetView        *self,
             GtkSnapshot         *snapshot,
             const PazSheetFrame *frame,
             guint                row,
             int                  y)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  for (guint first = frame->n_frozen; first < self->info->n_columns; first += COLUMNS)
    {
      guint last = MIN (first + COLUMNS, self->info->n_columns);
      Strip strip = { row, first, last, self->lefts[last] - self->lefts[first] };

      if (last == self->info->n_columns)
        strip.reach = MAX (strip.reach, self->paper_width - 2 * PAZ_SHEET_MARGIN - self->lefts[first]);
      if (frame->x + self->lefts[last] > 0 && frame->x + self->lefts[first] < width)
        draw_strip (self, snapshot, &strip, frame->x + self->lefts[first], y);
    }
}

static void
draw_rows (PazSheetView        *self,
           GtkSnapshot         *snapshot,
           const PazSheetFrame *frame,
           guint                from,
           guint                to,
           int                  y)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  int edge = frame->n_frozen > 0 ? frame->fixed_x + frame->frozen_width : -PAZ_SHEET_DESK;

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT ((float) edge, 0, (float) (width - edge), (float) height));
  for (guint row = from; row < to && y + self->tops[row] < height; row++)
    draw_moving (self, snapshot, frame, row, y + self->tops[row]);
  gtk_snapshot_pop (snapshot);
  for (guint row = from; row < to && frame->n_frozen > 0 && y + self->tops[row] < height; row++)
    {
      Strip strip = { row, 0, frame->n_frozen, frame->frozen_width };

      draw_strip (self, snapshot, &strip, frame->fixed_x, y + self->tops[row]);
    }
}

/* Titles and notes stand in the first column and run over all of them. */
static void
draw_lines (PazSheetView        *self,
            GtkSnapshot         *snapshot,
            const PazSheetFrame *frame,
            guint                from,
            guint                to)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  for (guint row = from; row < to && frame->y + self->tops[row] < height; row++)
    {
      Strip strip = { row, 0, self->info->n_columns, self->paper_width - 2 * PAZ_SHEET_MARGIN };

      if (frame->y + self->tops[row + 1] > 0)
        draw_strip (self, snapshot, &strip, frame->fixed_x, frame->y + self->tops[row]);
    }
}

static guint
find_first_row (PazSheetView *self,
                int           y,
                guint         least)
{
  return MAX (least, paz_sheet_find_row (self, y));
}

static void
draw_table (PazSheetView        *self,
            GtkSnapshot         *snapshot,
            const PazSheetFrame *frame)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  int below = frame->head_y + frame->head_height;

  draw_lines (self, snapshot, frame, 0, self->info->header_row);
  if (frame->has_head)
    draw_rows (self, snapshot, frame, self->info->header_row, self->info->first_row,
               frame->head_y - self->tops[self->info->header_row]);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, (float) below, (float) width, (float) MAX (height - below, 0)));
  draw_rows (self, snapshot, frame, find_first_row (self, below - frame->y, self->info->first_row),
             paz_sheet_get_end (self), frame->y);
  draw_lines (self, snapshot, frame, paz_sheet_get_end (self), self->info->n_rows);
}

static void
draw_page (PazSheetView        *self,
           GtkSnapshot         *snapshot,
           const PazSheetFrame *frame)
{
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                                                         (float) gtk_widget_get_height (GTK_WIDGET (self))));
  draw_rows (self, snapshot, frame, find_first_row (self, -frame->y, 0), self->info->n_rows, frame->y);
}

/* ---- charts ---- */

static void
draw_chart (PazSheetView  *self,
            PazSheetChart *place)
{
  PazPictureStyle style = { .look = PAZ_LOOK_LIGHT, .text_scale = self->scale };
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) place->width, (float) place->height));

  paz_chart_draw (place->chart, cr, place->width, place->height, &style,
                  paz_catalogue_get (paz_book_get_language (self->book)), NULL);
  cairo_destroy (cr);
  place->node = gtk_snapshot_free_to_node (snapshot);
}

static void
draw_charts (PazSheetView        *self,
             GtkSnapshot         *snapshot,
             const PazSheetFrame *frame)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  for (guint i = 0; i < self->charts->len; i++)
    {
      PazSheetChart *place = &g_array_index (self->charts, PazSheetChart, i);
      int y = frame->y + place->y;

      if (y > height || y + place->height < 0)
        continue;
      if (place->node == NULL)
        draw_chart (self, place);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) frame->fixed_x, (float) y));
      gtk_snapshot_append_node (snapshot, place->node);
      gtk_snapshot_restore (snapshot);
    }
}

/* ---- the whole ---- */

static void
draw_paper (PazSheetView        *self,
            GtkSnapshot         *snapshot,
            const PazSheetFrame *frame)
{
  GskRoundedRect outline;
  GdkRGBA shadow = { 0, 0, 0, 0.28f };

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT ((float) frame->paper_x, (float) frame->paper_y,
                                                                  (float) self->paper_width, (float) self->paper_height), 3);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shadow, 0, 1, 0, 4);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  fill (snapshot, 0xFFFFFF, frame->paper_x, frame->paper_y, self->paper_width, self->paper_height);
  gtk_snapshot_pop (snapshot);
}

/* Paper stays paper; in a dark room it is lit less. */
static void
dim (PazSheetView        *self,
     GtkSnapshot         *snapshot,
     const PazSheetFrame *frame)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GdkRGBA shade = { 0, 0, 0, 0.15f };

  if (adw_style_manager_get_dark (manager) && !adw_style_manager_get_high_contrast (manager))
    gtk_snapshot_append_color (snapshot, &shade,
                               &GRAPHENE_RECT_INIT ((float) frame->paper_x, (float) frame->paper_y,
                                                    (float) self->paper_width, (float) self->paper_height));
}

static void
draw_cursor (PazSheetView *self,
             GtkSnapshot  *snapshot)
{
  GdkRGBA color = { 0.11f, 0.44f, 0.85f, 1 };
  GdkRGBA colors[4] = { color, color, color, color };
  float widths[4] = { 2, 2, 2, 2 };
  graphene_rect_t place;
  GskRoundedRect outline;

  if (!gtk_widget_has_focus (GTK_WIDGET (self)))
    return;
  paz_sheet_get_place (self, &place);
  gsk_rounded_rect_init_from_rect (&outline, &place, 2);
  gtk_snapshot_append_border (snapshot, &outline, widths, colors);
}

void
paz_sheet_draw (PazSheetView *self,
                GtkSnapshot  *snapshot)
{
  PazSheetFrame frame;

  if (self->info == NULL || self->tops == NULL)
    return;
  frame = paz_sheet_get_frame (self);
  draw_paper (self, snapshot, &frame);
  if (self->info->is_page)
    draw_page (self, snapshot, &frame);
  else
    draw_table (self, snapshot, &frame);
  draw_charts (self, snapshot, &frame);
  draw_cursor (self, snapshot);
  gtk_snapshot_pop (snapshot);
  dim (self, snapshot, &frame);
}
