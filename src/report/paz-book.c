#include "paz-book-private.h"

#include "paz-sheet-private.h"

#include <math.h>

/* Of one row: its cells lie side by side in the leaf's array. */
typedef struct
{
  guint  first, n;
  double height;
} Row;

typedef struct
{
  guint16 column;
  guint8  style;
  guint8  type;        /* PazBookCellType */
  int     link;
  union
  {
    const char *text;
    double      number;
  };
} Cell;

struct _PazBookLeaf
{
  PazBookSheet  sheet;
  PazBook      *book;       /* lent */
  guint         number;
  guint         limit;      /* rows of data from here on are not kept */
  gboolean      ended;      /* the data is over */
  GArray       *rows;       /* Row */
  GArray       *cells;      /* Cell, row by row */
  GArray       *widths;     /* double */
  GPtrArray    *charts;     /* PazBookChart, owned */
  gboolean      has_heat;
  guint         heat_first, heat_last;
  double        heat_least, heat_most;   /* of the shaded numbers */
};

struct _PazBook
{
  GPtrArray    *leaves;     /* PazBookLeaf, owned */
  GStringChunk *words;
  char         *title, *delegation, *marking;
  PazLevel      level;
  PazLanguage   language;
  PazPaper      paper;
  gint64        created;
};

G_DEFINE_BOXED_TYPE (PazBook, paz_book, paz_book_ref, paz_book_unref)

/* A row without a height of its own. */
#define USUAL_PIXELS 22.0

/* ---- taking down ---- */

static void
leaf_free (PazBookLeaf *self)
{
  g_array_unref (self->rows);
  g_array_unref (self->cells);
  g_array_unref (self->widths);
  g_ptr_array_unref (self->charts);
  g_free (self);
}

static void
book_clear (PazBook *self)
{
  g_ptr_array_unref (self->leaves);
  g_string_chunk_free (self->words);
  g_free (self->title);
  g_free (self->delegation);
  g_free (self->marking);
}

PazBook *
paz_book_new (const PazWorkbookInfo *info)
{
  PazBook *self = g_atomic_rc_box_new0 (PazBook);

  self->leaves = g_ptr_array_new_with_free_func ((GDestroyNotify) leaf_free);
  self->words = g_string_chunk_new (16 * 1024);
  self->title = g_strdup (info->title);
  self->delegation = g_strdup (info->delegation);
  self->marking = g_strdup (info->marking);
  self->level = info->level;
  self->language = info->language;
  self->paper = info->paper;
  self->created = info->created;

  return self;
}

PazBook *
paz_book_ref (PazBook *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
paz_book_unref (PazBook *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) book_clear);
}

PazBookLeaf *
paz_book_add_leaf (PazBook    *self,
                   const char *name)
{
  PazBookLeaf *leaf = g_new0 (PazBookLeaf, 1);

  leaf->book = self;
  leaf->number = self->leaves->len;
  leaf->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  leaf->cells = g_array_new (FALSE, TRUE, sizeof (Cell));
  leaf->widths = g_array_new (FALSE, TRUE, sizeof (double));
  leaf->charts = g_ptr_array_new_with_free_func ((GDestroyNotify) paz_book_chart_free);
  leaf->sheet.name = g_string_chunk_insert (self->words, name);
  leaf->sheet.is_page = TRUE;
  leaf->limit = G_MAXUINT;
  g_ptr_array_add (self->leaves, leaf);

  return leaf;
}

guint
paz_book_leaf_get_number (PazBookLeaf *self)
{
  return self->number;
}

/* FALSE: it is one of those that are left out. */
static gboolean
keeps (PazBookLeaf *self,
       guint        row)
{
  return row < self->limit;
}

/* The workbook's row, opened: rows go down strictly in order. */
static Row *
open_row (PazBookLeaf *self,
          guint        in_workbook)
{
  guint row = in_workbook - self->sheet.n_left_out;
  const Row usual = { .first = self->cells->len, .height = USUAL_PIXELS };

  while (self->rows->len <= row)
    g_array_append_val (self->rows, usual);

  return &g_array_index (self->rows, Row, row);
}

static Cell *
add_cell (PazBookLeaf *self,
          guint        row,
          guint        column,
          PazStyle     style)
{
  Row *open = open_row (self, row);
  Cell *cell;

  if (open->n == 0)
    open->first = self->cells->len;
  open->n++;
  g_array_set_size (self->cells, self->cells->len + 1);
  cell = &g_array_index (self->cells, Cell, self->cells->len - 1);
  cell->column = (guint16) column;
  cell->style = (guint8) style;
  cell->link = -1;

  return cell;
}

void
paz_book_leaf_put_text (PazBookLeaf *self,
                        guint        row,
                        guint        column,
                        const char  *text,
                        PazStyle     style)
{
  Cell *cell;

  if (!keeps (self, row))
    return;
  cell = add_cell (self, row, column, style);
  if (text == NULL || *text == '\0')
    return;
  cell->type = PAZ_BOOK_TEXT;
  cell->text = g_string_chunk_insert_const (self->book->words, text);
}

void
paz_book_leaf_put_number (PazBookLeaf *self,
                          guint        row,
                          guint        column,
                          double       value,
                          PazStyle     style)
{
  Cell *cell;

  if (!keeps (self, row))
    return;
  cell = add_cell (self, row, column, style);
  cell->type = PAZ_BOOK_NUMBER;
  cell->number = value;
}

void
paz_book_leaf_link (PazBookLeaf *self,
                    PazBookLeaf *to)
{
  g_return_if_fail (self->cells->len > 0);

  g_array_index (self->cells, Cell, self->cells->len - 1).link = (int) to->number;
}

void
paz_book_leaf_set_height (PazBookLeaf *self,
                          guint        row,
                          double       pixels)
{
  if (keeps (self, row))
    open_row (self, row)->height = pixels;
}

void
paz_book_leaf_set_widths (PazBookLeaf *self,
                          const guint *pixels,
                          guint        n)
{
  g_array_set_size (self->widths, 0);
  for (guint i = 0; i < n; i++)
    {
      double width = pixels[i];

      g_array_append_val (self->widths, width);
    }
}

void
paz_book_leaf_set_paper (PazBookLeaf *self,
                         gboolean     landscape,
                         gboolean     single)
{
  self->sheet.landscape = landscape;
  self->sheet.single = single;
}

void
paz_book_leaf_begin_table (PazBookLeaf *self,
                           guint        n_frozen,
                           gboolean     is_long)
{
  self->sheet.is_page = FALSE;
  self->sheet.header_row = HEADER_ROW;
  self->sheet.first_row = FIRST_ROW;
  self->sheet.n_frozen = n_frozen;
  self->limit = is_long ? FIRST_ROW + PAZ_BOOK_KEPT : G_MAXUINT;
}

void
paz_book_leaf_end_data (PazBookLeaf *self,
                        guint        n_rows)
{
  guint kept = MIN (n_rows, self->limit - FIRST_ROW);

  if (self->ended)
    return;
  self->ended = TRUE;
  self->sheet.n_data = kept;
  self->sheet.n_left_out = n_rows - kept;
  self->limit = G_MAXUINT;
}

void
paz_book_leaf_set_totals (PazBookLeaf *self,
                          guint        n_totals)
{
  self->sheet.n_totals = n_totals;
}

void
paz_book_leaf_set_heat (PazBookLeaf *self,
                        guint        first,
                        guint        last)
{
  self->has_heat = TRUE;
  self->heat_first = first;
  self->heat_last = last;
}

PazBookChart *
paz_book_leaf_add_chart (PazBookLeaf             *self,
                         const PazSheetChartSpec *spec)
{
  PazBookChart *chart = paz_book_chart_new (spec);

  g_ptr_array_add (self->charts, chart);

  return chart;
}

static const Cell *
find_cell (PazBookLeaf *self,
           guint        row,
           guint        column)
{
  const Row *found;

  if (row >= self->rows->len)
    return NULL;
  found = &g_array_index (self->rows, Row, row);
  for (guint i = 0; i < found->n; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, found->first + i);

      if (cell->column == column)
        return cell;
    }

  return NULL;
}

static const char *
find_text (PazBookLeaf *self,
           guint        row)
{
  const Cell *cell = find_cell (self, row, 0);

  return cell != NULL && cell->type == PAZ_BOOK_TEXT ? cell->text : "";
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return (one > other) - (one < other);
}

/* From the least number to the one that nine tenths do not exceed, as the workbook shades them. */
static void
measure_heat (PazBookLeaf *self)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < self->sheet.n_data; i++)
    for (guint column = self->heat_first; column <= self->heat_last; column++)
      {
        const Cell *cell = find_cell (self, FIRST_ROW + i, column);

        if (cell != NULL && cell->type == PAZ_BOOK_NUMBER)
          g_array_append_val (numbers, cell->number);
      }
  self->has_heat = numbers->len > 0;
  if (!self->has_heat)
    return;
  g_array_sort (numbers, compare_doubles);
  self->heat_least = g_array_index (numbers, double, 0);
  self->heat_most = g_array_index (numbers, double, (numbers->len - 1) * 9 / 10);
}

static void
close_leaf (PazBookLeaf *self)
{
  PazBookSheet *sheet = &self->sheet;

  sheet->n_rows = self->rows->len;
  sheet->n_columns = self->widths->len;
  sheet->widths = (const double *) (gpointer) self->widths->data;
  sheet->n_charts = self->charts->len;
  if (sheet->is_page)
    return;
  g_array_index (self->rows, Row, KEY_ROW).height = 0;
  sheet->title = find_text (self, TITLE_ROW);
  sheet->subtitle = find_text (self, SUBTITLE_ROW);
  if (self->has_heat)
    measure_heat (self);
}

void
paz_book_close (PazBook *self)
{
  g_ptr_array_foreach (self->leaves, (GFunc) (gpointer) close_leaf, NULL);
}

/* ---- reading ---- */

const char *
paz_book_get_title (PazBook *self)
{
  return self->title;
}

const char *
paz_book_get_delegation (PazBook *self)
{
  return self->delegation;
}

const char *
paz_book_get_marking (PazBook *self)
{
  return self->marking;
}

PazLevel
paz_book_get_level (PazBook *self)
{
  return self->level;
}

PazLanguage
paz_book_get_language (PazBook *self)
{
  return self->language;
}

PazPaper
paz_book_get_paper (PazBook *self)
{
  return self->paper;
}

gint64
paz_book_get_created (PazBook *self)
{
  return self->created;
}

guint
paz_book_count_sheets (PazBook *self)
{
  return self->leaves->len;
}

static PazBookLeaf *
get_leaf (PazBook *self,
          guint    sheet)
{
  g_return_val_if_fail (sheet < self->leaves->len, NULL);

  return g_ptr_array_index (self->leaves, sheet);
}

const PazBookSheet *
paz_book_get_sheet (PazBook *self,
                    guint    sheet)
{
  PazBookLeaf *leaf = get_leaf (self, sheet);

  return leaf != NULL ? &leaf->sheet : NULL;
}

double
paz_book_get_height (PazBook *self,
                     guint    sheet,
                     guint    row)
{
  PazBookLeaf *leaf = get_leaf (self, sheet);

  return row < leaf->rows->len ? g_array_index (leaf->rows, Row, row).height : USUAL_PIXELS;
}

gboolean
paz_book_get_cell (PazBook     *self,
                   guint        sheet,
                   guint        row,
                   guint        column,
                   PazBookCell *cell)
{
  const Cell *found = find_cell (get_leaf (self, sheet), row, column);

  if (found == NULL)
    return FALSE;
  *cell = (PazBookCell) { .type = found->type, .link = found->link, .style = found->style };
  if (found->type == PAZ_BOOK_TEXT)
    cell->text = found->text;
  else if (found->type == PAZ_BOOK_NUMBER)
    cell->value = found->number;

  return TRUE;
}

char *
paz_book_dup_shown (PazBook           *self,
                    const PazBookCell *cell)
{
  switch (cell->type)
    {
    case PAZ_BOOK_BLANK:
      return g_strdup ("");
    case PAZ_BOOK_TEXT:
      return g_strdup (cell->text);
    case PAZ_BOOK_NUMBER:
      return paz_book_show_number (cell->value, cell->style, self->language);
    }

  g_return_val_if_reached (NULL);
}

static guint32
mix (guint32 from,
     guint32 to,
     double  part)
{
  guint32 mixed = 0;

  for (guint shift = 0; shift <= 16; shift += 8)
    {
      double one = (from >> shift) & 0xFF, other = (to >> shift) & 0xFF;

      mixed |= (guint32) lround (one + (other - one) * part) << shift;
    }

  return mixed;
}

void
paz_book_get_look (PazBook     *self,
                   guint        sheet,
                   guint        row,
                   guint        column,
                   PazBookLook *look)
{
  PazBookLeaf *leaf = get_leaf (self, sheet);
  const Cell *cell = find_cell (leaf, row, column);
  double range = leaf->heat_most - leaf->heat_least;

  *look = (PazBookLook) { 0 };
  if (cell == NULL)
    return;
  paz_style_get_look (cell->style, look);
  if (!leaf->has_heat || cell->type != PAZ_BOOK_NUMBER || column < leaf->heat_first || column > leaf->heat_last ||
      row < FIRST_ROW || row >= FIRST_ROW + leaf->sheet.n_data)
    return;
  look->filled = TRUE;
  look->fill = mix (PAZ_WHITE, PAZ_HEAT, range > 0 ? CLAMP ((cell->number - leaf->heat_least) / range, 0, 1) : 1);
}

PazChart *
paz_book_make_chart (PazBook *self,
                     guint    sheet,
                     guint    chart)
{
  PazBookLeaf *leaf = get_leaf (self, sheet);

  g_return_val_if_fail (chart < leaf->charts->len, NULL);

  return paz_book_chart_make (g_ptr_array_index (leaf->charts, chart), self);
}
