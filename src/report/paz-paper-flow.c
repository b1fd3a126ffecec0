#include "paz-paper-private.h"

#include "paz-measure.h"
#include "paz-style.h"

#include <math.h>

/* Points between a table, its notes and its charts. */
#define GAP 10.0
/* So that a title stands above the other texts of its page. */
#define DISPLAY_INDENT 2.5
/* A chart may be this much lower than it would like to be, to stand below its table. */
#define LOWEST_CHART 0.62
#define LEAST_CHART 170.0
#define CHART_GAP 15.0
/* More rows than this are not tried at several sizes. */
#define MOST_ROWS_TRIED 150
/* More pages than this are not worth a smaller text. */
#define MOST_PAGES_TRIED 4

static const double scales[] = { 1.0, 0.94, 0.88, 0.82, 0.76, PAZ_PAPER_SMALLEST };

/* What is placed as a whole. */
typedef struct
{
  PaperItem item;
  gboolean  keep;      /* on one page with the next */
  gboolean  space;     /* nothing at the top of a page */
} Block;

typedef struct
{
  PazPaperBook       *self;
  guint               number;
  const PazBookSheet *sheet;
  gboolean            landscape;
  double              scale;
  GPtrArray          *pages;     /* PaperPage */
  PaperPage          *page;
  PaperPanel         *header;    /* repeated on each page */
  double              width;     /* between the margins */
  double              y, start;  /* start: below what is repeated */
  double              bottom;
  GCancellable       *cancellable;
} Flow;

void
paper_page_free (PaperPage *page)
{
  g_array_unref (page->items);
  g_free (page);
}

static void
get_paper (PazPaper  paper,
           gboolean  landscape,
           double   *width,
           double   *height)
{
  static const double sizes[][2] = {
    [PAZ_PAPER_A4] = { 595.276, 841.89 },
    [PAZ_PAPER_LETTER] = { 612, 792 },
  };

  *width = sizes[paper][landscape ? 1 : 0];
  *height = sizes[paper][landscape ? 0 : 1];
}

static void
add_item (Flow      *flow,
          PaperItem *item)
{
  item->y = flow->y;
  g_array_append_val (flow->page->items, *item);
  flow->y += item->height;
}

static PaperItem
make_text (Flow       *flow,
           const char *text,
           double      size,
           gboolean    bold,
           guint32     color,
           double      below)
{
  g_autoptr (PangoLayout) layout = paper_text_new (flow->self, text, size, bold, flow->width);

  return (PaperItem) {
    .type = PAPER_TEXT,
    .x = PAZ_PAPER_MARGIN,
    .width = flow->width,
    .height = paper_text_get_height (layout) + below,
    .text = g_string_chunk_insert_const (flow->self->words, text),
    .size = size,
    .bold = bold,
    .color = color,
  };
}

static PaperItem
make_row (Flow       *flow,
          PaperPanel *panel,
          guint       row)
{
  return (PaperItem) {
    .type = PAPER_ROW,
    .x = PAZ_PAPER_MARGIN,
    .width = panel->width,
    .height = paper_row_get_height (flow->self, panel, row),
    .panel = panel,
    .row = row,
  };
}

static PaperItem
make_space (double height)
{
  return (PaperItem) { .type = PAPER_TEXT, .height = height };
}

static void
put_header (Flow *flow)
{
  PaperItem item = make_row (flow, flow->header, flow->sheet->header_row);

  add_item (flow, &item);
}

static void
put_continued (Flow *flow)
{
  /* Translators: the title of a table that goes on on this page. */
  const char *format = paz_catalogue_text (flow->self->catalogue, N_("%s (continued)"));
  g_autofree char *title = g_strdup_printf (format, flow->sheet->title);
  PaperItem item = make_text (flow, title, 10.5, TRUE, PAZ_MUTED, 7);

  add_item (flow, &item);
}

static void
begin_page (Flow *flow)
{
  PaperPage *page = g_new0 (PaperPage, 1);

  page->sheet = flow->number;
  page->landscape = flow->landscape;
  page->items = g_array_new (FALSE, FALSE, sizeof (PaperItem));
  get_paper (paz_book_get_paper (flow->self->book), flow->landscape, &page->width, &page->height);
  g_ptr_array_add (flow->pages, page);
  flow->page = page;
  flow->width = page->width - 2 * PAZ_PAPER_MARGIN;
  flow->bottom = page->height - PAZ_PAPER_BOTTOM;
  flow->y = PAZ_PAPER_TOP;
  if (flow->pages->len > 1 && !flow->sheet->is_page)
    put_continued (flow);
  if (flow->header != NULL)
    put_header (flow);
  flow->start = flow->y;
}

/* Of a block and those it must not be parted from. */
static double
get_chain (GArray *blocks,
           guint   first)
{
  double height = 0;

  for (guint i = first; i < blocks->len; i++)
    {
      const Block *block = &g_array_index (blocks, Block, i);

      height += block->item.height;
      if (!block->keep)
        break;
    }

  return height;
}

/* A row higher than a page goes on on the next, each line whole. */
static void
put_slices (Flow      *flow,
            PaperItem *item)
{
  double left = item->height, offset = 0;

  while (left > 0)
    {
      double room = flow->bottom - flow->y;
      PaperItem slice = *item;

      if (room < 60)
        {
          begin_page (flow);
          continue;
        }
      slice.sliced = TRUE;
      slice.offset = offset;
      slice.height = MIN (left, room);
      add_item (flow, &slice);
      offset += slice.height;
      left -= slice.height;
    }
}

static void
put_block (Flow  *flow,
           Block *block)
{
  if (block->space && flow->y <= flow->start)
    return;
  if (block->item.height > flow->bottom - flow->y && !block->space)
    {
      if (flow->y > flow->start)
        begin_page (flow);
      if (block->item.type == PAPER_ROW && block->item.height > flow->bottom - flow->y)
        {
          put_slices (flow, &block->item);
          return;
        }
    }
  if (block->space)
    flow->y += block->item.height;
  else
    add_item (flow, &block->item);
}

static gboolean
put_blocks (Flow   *flow,
            GArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      Block *block = &g_array_index (blocks, Block, i);
      double chain = get_chain (blocks, i);
      gboolean whole = chain <= flow->page->height - PAZ_PAPER_BOTTOM - flow->start;

      if (i % 64 == 0 && g_cancellable_is_cancelled (flow->cancellable))
        return FALSE;
      if (whole && chain > flow->bottom - flow->y && flow->y > flow->start)
        begin_page (flow);
      put_block (flow, block);
    }

  return TRUE;
}

static void
add_block (GArray    *blocks,
           PaperItem  item,
           gboolean   keep)
{
  const Block block = { .item = item, .keep = keep };

  g_array_append_val (blocks, block);
}

static void
add_space (GArray  *blocks,
           double   height,
           gboolean keep)
{
  const Block block = { .item = make_space (height), .keep = keep, .space = TRUE };

  g_array_append_val (blocks, block);
}

/* ---- pages ---- */

static gboolean
is_heading (Flow  *flow,
            guint  row)
{
  PazBookLook look;

  paz_book_get_look (flow->self->book, flow->number, row, 1, &look);

  return look.bold && look.has_bottom && look.size > PAZ_FONT_SIZE;
}

/* A title that the sheet has in several rows is one text again. */
static const char *
find_display (Flow  *flow,
              guint  row)
{
  PazBookCell cell;
  PazBookLook look;

  if (!paz_book_get_cell (flow->self->book, flow->number, row, 1, &cell) || cell.type != PAZ_BOOK_TEXT)
    return NULL;
  paz_book_get_look (flow->self->book, flow->number, row, 1, &look);

  return look.size >= PAZ_DISPLAY_SIZE ? cell.text : NULL;
}

static guint
add_display (Flow   *flow,
             GArray *blocks,
             guint   row)
{
  g_autoptr (GString) title = g_string_new (NULL);
  const char *part;
  PaperItem item;

  while (row < flow->sheet->n_rows && (part = find_display (flow, row)) != NULL)
    {
      g_string_append_printf (title, "%s%s", title->len > 0 ? " " : "", part);
      row++;
    }
  item = make_text (flow, title->str, PAZ_DISPLAY_SIZE, TRUE, PAZ_DEEP, 5);
  item.x += DISPLAY_INDENT;
  add_space (blocks, 4, TRUE);
  add_block (blocks, item, TRUE);

  return row;
}

static gboolean
is_empty_row (Flow       *flow,
              PaperPanel *panel,
              guint       row)
{
  for (guint i = 0; i < panel->columns->len; i++)
    {
      PazBookCell cell;

      if (paz_book_get_cell (flow->self->book, flow->number, row, g_array_index (panel->columns, PaperColumn, i).column, &cell))
        return FALSE;
    }

  return TRUE;
}

static void
add_page_rows (Flow       *flow,
               GArray     *blocks,
               PaperPanel *panel)
{
  gboolean keep = FALSE;

  for (guint row = 0; row < flow->sheet->n_rows; row++)
    {
      if (find_display (flow, row) != NULL)
        row = add_display (flow, blocks, row);
      if (row >= flow->sheet->n_rows)
        break;
      if (is_empty_row (flow, panel, row))
        {
          add_space (blocks, make_row (flow, panel, row).height, keep);
          continue;
        }
      keep = is_heading (flow, row);
      add_block (blocks, make_row (flow, panel, row), keep);
    }
}

/* ---- tables ---- */

static void
add_titles (Flow   *flow,
            GArray *blocks)
{
  add_block (blocks, make_text (flow, flow->sheet->title, PAZ_TITLE_SIZE, TRUE, PAZ_DEEP, 3), TRUE);
  if (*flow->sheet->subtitle != '\0')
    add_block (blocks, make_text (flow, flow->sheet->subtitle, PAZ_FONT_SIZE, FALSE, PAZ_MUTED, 0), TRUE);
  add_space (blocks, GAP, TRUE);
}

static void
add_part_title (Flow       *flow,
                GArray     *blocks,
                PaperPanel *panel)
{
  /* Translators: a table too wide for the paper is printed in parts: part 2 of 3. */
  const char *format = paz_catalogue_text (flow->self->catalogue, N_("Columns, part %u of %u"));
  g_autofree char *text = g_strdup_printf (format, panel->number, panel->n);

  if (panel->n < 2)
    return;
  if (panel->number > 1)
    add_space (blocks, 1.5 * GAP, FALSE);
  add_block (blocks, make_text (flow, text, 8, FALSE, PAZ_MUTED, 3), TRUE);
}

static void
add_left_out (Flow   *flow,
              GArray *blocks)
{
  g_autofree char *count = NULL;
  g_autofree char *text = NULL;
  guint n = flow->sheet->n_left_out;

  if (n == 0)
    return;
  count = paz_catalogue_dup_integer (flow->self->catalogue, n);
  text = g_strdup_printf (paz_catalogue_ntext (flow->self->catalogue,
                                               "%s more row is in the workbook only.",
                                               "%s more rows are in the workbook only.", n), count);
  add_space (blocks, 4, TRUE);
  add_block (blocks, make_text (flow, text, PAZ_FONT_SIZE, TRUE, PAZ_ACCENT, 4), flow->sheet->n_totals > 0);
}

/* The first two rows stay with the header, the last two with the totals. */
static void
add_rows (Flow       *flow,
          GArray     *blocks,
          PaperPanel *panel)
{
  const PazBookSheet *sheet = flow->sheet;
  guint n = sheet->n_data + (sheet->n_data == 0 && sheet->n_totals == 0 ? 1 : 0);
  gboolean more = sheet->n_totals > 0 || sheet->n_left_out > 0;

  for (guint i = 0; i < n; i++)
    add_block (blocks, make_row (flow, panel, sheet->first_row + i), i + 1 < n ? i == 0 || (more && i + 3 > n) || i + 2 == n : more);
  add_left_out (flow, blocks);
  for (guint i = 0; i < sheet->n_totals; i++)
    add_block (blocks, make_row (flow, panel, sheet->first_row + n + i), i + 1 < sheet->n_totals);
}

static gboolean
put_panel (Flow       *flow,
           GArray     *titles,
           PaperPanel *panel)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Block));
  PaperItem header = make_row (flow, panel, flow->sheet->header_row);
  double chain;

  add_part_title (flow, titles, panel);
  add_rows (flow, rows, panel);
  chain = header.height + (rows->len > 0 ? get_chain (rows, 0) : 0);
  for (guint i = 0; i < titles->len; i++)
    chain += g_array_index (titles, Block, i).item.height;
  flow->header = NULL;
  if (chain > flow->bottom - flow->y && flow->y > flow->start)
    begin_page (flow);
  put_blocks (flow, titles);
  flow->header = panel;
  put_header (flow);

  return put_blocks (flow, rows);
}

/* ---- notes ---- */

/* What the sheet broke into lines at its own width is put together again: a line went on below when the
 * next word had no room in it. */
static gboolean
goes_on (const char *line,
         const char *next,
         double      width)
{
  const char *end = strchr (next, ' ');
  g_autofree char *word = end != NULL ? g_strndup (next, (gsize) (end - next)) : g_strdup (next);
  g_autofree char *longer = g_strconcat (line, " ", word, NULL);

  return paz_measure_text (longer, PAZ_NOTE_SIZE, FALSE) > width;
}

static const char *
find_note (Flow  *flow,
           guint  row)
{
  PazBookCell cell;

  return paz_book_get_cell (flow->self->book, flow->number, row, 0, &cell) && cell.type == PAZ_BOOK_TEXT ? cell.text : NULL;
}

static void
put_notes (Flow  *flow,
           guint  row)
{
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (Block));
  g_autoptr (GString) note = g_string_new (NULL);
  double width = 0;

  for (guint i = 0; i < flow->sheet->n_columns; i++)
    width += flow->sheet->widths[i];
  width = MAX (width, 480) * 0.97;
  add_space (blocks, GAP, TRUE);
  for (; row < flow->sheet->n_rows; row++)
    {
      const char *text = find_note (flow, row);
      const char *next = row + 1 < flow->sheet->n_rows ? find_note (flow, row + 1) : NULL;

      if (text == NULL)
        continue;
      g_string_append_printf (note, "%s%s", note->len > 0 ? " " : "", text);
      if (next != NULL && goes_on (text, next, width))
        continue;
      add_block (blocks, make_text (flow, note->str, 8, FALSE, PAZ_MUTED, 3), FALSE);
      g_string_truncate (note, 0);
    }
  flow->header = NULL;
  put_blocks (flow, blocks);
}

/* ---- charts ---- */

static double
get_chart_height (Flow  *flow,
                  guint  chart,
                  double width)
{
  const PazPictureStyle style = { .look = PAZ_LOOK_PRINT, .font = PAZ_FONT };
  g_autoptr (PazChart) drawn = paz_book_make_chart (flow->self->book, flow->number, chart);

  return paz_chart_get_height (drawn, width / PAZ_PAPER_PIXEL, &style) * PAZ_PAPER_PIXEL;
}

/* How many charts from this one on fit below what is there, each as low as `share` of what it would like
 * to be; their wishes together in `wanted`. */
static guint
count_fitting (Flow         *flow,
               const double *heights,
               guint         first,
               double        room,
               double       *wanted)
{
  guint n = 0;
  double sum = 0, least = 0;

  for (guint i = first; i < flow->sheet->n_charts; i++)
    {
      least += MAX (heights[i] * LOWEST_CHART, MIN (heights[i], LEAST_CHART)) + CHART_GAP;
      if (least > room)
        break;
      sum += heights[i];
      *wanted = sum;
      n++;
    }

  return n;
}

static void
put_chart (Flow   *flow,
           guint   chart,
           double  height)
{
  PaperItem item = { .type = PAPER_CHART, .x = PAZ_PAPER_MARGIN, .width = flow->width, .chart = chart };

  if (flow->y > flow->start)
    flow->y += CHART_GAP;
  item.height = MIN (height, flow->bottom - flow->y);
  add_item (flow, &item);
}

/* As many on a page as can be read; they share its room. */
static void
put_charts (Flow *flow)
{
  guint n = flow->sheet->n_charts;
  g_autofree double *heights = g_new (double, MAX (n, 1));
  double most = flow->bottom - PAZ_PAPER_TOP - 24;

  for (guint i = 0; i < n; i++)
    heights[i] = MIN (get_chart_height (flow, i, flow->width), most);
  for (guint i = 0; i < n;)
    {
      double room = flow->bottom - flow->y, wanted = 0;
      guint fitting = count_fitting (flow, heights, i, room, &wanted);
      double factor = fitting > 0 ? MIN (1, (room - fitting * CHART_GAP) / wanted) : 1;

      if (fitting == 0 && flow->y > flow->start)
        {
          begin_page (flow);
          continue;
        }
      for (guint last = i + MAX (fitting, 1); i < last; i++)
        put_chart (flow, i, heights[i] * factor);
    }
}

/* ---- sheets ---- */

static gboolean
put_table (Flow *flow)
{
  g_autoptr (GPtrArray) panels = paper_panels_new (flow->self, flow->number, flow->width, flow->scale);
  const PazBookSheet *sheet = flow->sheet;
  guint n_data = sheet->n_data + (sheet->n_data == 0 && sheet->n_totals == 0 ? 1 : 0);

  for (guint i = 0; i < panels->len; i++)
    {
      g_autoptr (GArray) titles = g_array_new (FALSE, FALSE, sizeof (Block));

      if (i == 0)
        add_titles (flow, titles);
      if (!put_panel (flow, titles, g_ptr_array_index (panels, i)))
        return FALSE;
    }
  put_notes (flow, sheet->first_row + n_data + sheet->n_totals);

  return TRUE;
}

static gboolean
put_page (Flow *flow)
{
  g_autoptr (GPtrArray) panels = paper_panels_new (flow->self, flow->number, flow->width, flow->scale);
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (Block));

  if (panels->len > 0)
    add_page_rows (flow, blocks, g_ptr_array_index (panels, 0));

  return put_blocks (flow, blocks);
}

static gboolean
run (Flow *flow)
{
  begin_page (flow);
  if (!(flow->sheet->is_page ? put_page (flow) : put_table (flow)))
    return FALSE;
  flow->header = NULL;
  put_charts (flow);

  return TRUE;
}

static GPtrArray *
lay_out (PazPaperBook *self,
         guint         number,
         gboolean      landscape,
         double        scale,
         GCancellable *cancellable)
{
  Flow flow = {
    .self = self,
    .number = number,
    .sheet = paz_book_get_sheet (self->book, number),
    .landscape = landscape,
    .scale = scale,
    .pages = g_ptr_array_new_with_free_func ((GDestroyNotify) paper_page_free),
    .cancellable = cancellable,
  };

  if (!run (&flow))
    g_clear_pointer (&flow.pages, g_ptr_array_unref);

  return flow.pages;
}

static guint
count_panels (PazPaperBook *self,
              guint         number,
              gboolean      landscape)
{
  g_autoptr (GPtrArray) panels = NULL;
  double width, height;

  get_paper (paz_book_get_paper (self->book), landscape, &width, &height);
  panels = paper_panels_new (self, number, width - 2 * PAZ_PAPER_MARGIN, 1);

  return panels->len;
}

/* Keeps the better of both: the one on fewer pages. */
static void
take_better (GPtrArray **best,
             GPtrArray  *other)
{
  if (other->len < (*best)->len)
    {
      g_ptr_array_unref (*best);
      *best = other;
    }
  else
    g_ptr_array_unref (other);
}

/* A little smaller, or turned, when that saves pages. */
static gboolean
try_others (PazPaperBook  *self,
            guint          number,
            gboolean       across,
            gboolean       turn,
            GPtrArray    **best,
            GCancellable  *cancellable)
{
  for (guint i = 0; (*best)->len > 1 && i < G_N_ELEMENTS (scales); i++)
    for (guint turned = 0; turned < (turn ? 2 : 1); turned++)
      {
        GPtrArray *other = lay_out (self, number, turned ? !across : across, scales[i], cancellable);

        if (other == NULL)
          return FALSE;
        take_better (best, other);
      }

  return TRUE;
}

gboolean
paper_flow_sheet (PazPaperBook *self,
                  guint         number,
                  GCancellable *cancellable)
{
  const PazBookSheet *sheet = paz_book_get_sheet (self->book, number);
  guint upright = count_panels (self, number, FALSE), lying = count_panels (self, number, TRUE);
  gboolean across = upright != lying ? lying < upright : sheet->landscape;
  gboolean turn = !sheet->is_page && upright == lying;
  g_autoptr (GPtrArray) best = lay_out (self, number, across, 1, cancellable);

  if (best == NULL)
    return FALSE;
  if (best->len <= MOST_PAGES_TRIED && sheet->n_rows <= MOST_ROWS_TRIED &&
      !try_others (self, number, across, turn, &best, cancellable))
    return FALSE;
  g_ptr_array_set_free_func (best, NULL);
  for (guint i = 0; i < best->len; i++)
    g_ptr_array_add (self->pages, g_ptr_array_index (best, i));

  return TRUE;
}
