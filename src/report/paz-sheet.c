#include "paz-sheet-private.h"

#include "base/paz-date.h"
#include "paz-measure.h"

#include <math.h>

typedef struct
{
  PazStyle body;
  PazStyle total;
} Styles;

static const Styles styles[] = {
  [PAZ_COLUMN_TEXT] = { PAZ_STYLE_TEXT, PAZ_STYLE_TOTAL_TEXT },
  [PAZ_COLUMN_CODE] = { PAZ_STYLE_CODE, PAZ_STYLE_TOTAL_TEXT },
  [PAZ_COLUMN_NOTE] = { PAZ_STYLE_NOTE, PAZ_STYLE_TOTAL_TEXT },
  [PAZ_COLUMN_WORDS] = { PAZ_STYLE_WORDS, PAZ_STYLE_TOTAL_TEXT },
  [PAZ_COLUMN_COUNT] = { PAZ_STYLE_COUNT, PAZ_STYLE_TOTAL_COUNT },
  [PAZ_COLUMN_SHARE] = { PAZ_STYLE_SHARE, PAZ_STYLE_TOTAL_SHARE },
  [PAZ_COLUMN_POINTS] = { PAZ_STYLE_POINTS, PAZ_STYLE_TOTAL_COUNT },
  [PAZ_COLUMN_AMOUNT] = { PAZ_STYLE_AMOUNT, PAZ_STYLE_TOTAL_AMOUNT },
  [PAZ_COLUMN_RANK] = { PAZ_STYLE_RANK, PAZ_STYLE_TOTAL_COUNT },
  [PAZ_COLUMN_MONTH] = { PAZ_STYLE_MONTH, PAZ_STYLE_TOTAL_TEXT },
  [PAZ_COLUMN_DATE] = { PAZ_STYLE_DATE, PAZ_STYLE_TOTAL_TEXT },
  [PAZ_COLUMN_SIGNAL] = { PAZ_STYLE_SIGNAL_NONE, PAZ_STYLE_TOTAL_TEXT },
  [PAZ_COLUMN_MARK] = { PAZ_STYLE_MARK_NONE, PAZ_STYLE_TOTAL_TEXT },
  [PAZ_COLUMN_HASH] = { PAZ_STYLE_HASH, PAZ_STYLE_TOTAL_TEXT },
};

static const PazStyle signal_styles[] = {
  PAZ_STYLE_SIGNAL_NONE, PAZ_STYLE_SIGNAL_GREEN, PAZ_STYLE_SIGNAL_YELLOW, PAZ_STYLE_SIGNAL_RED,
};

static const struct
{
  const char *sign;
  PazStyle    style;
} marks[] = {
  [PAZ_MARK_NONE] = { "", PAZ_STYLE_MARK_NONE },
  [PAZ_MARK_RUN] = { "■", PAZ_STYLE_MARK_RUN },
  [PAZ_MARK_END] = { "◆", PAZ_STYLE_MARK_END },
  [PAZ_MARK_DONE] = { "✓", PAZ_STYLE_MARK_DONE },
};

const char *
paz_absent_get_sign (PazAbsent absent)
{
  switch (absent)
    {
    case PAZ_ABSENT_UNKNOWN:
      return "…";
    case PAZ_ABSENT_NOT_APPLICABLE:
      return "–";
    case PAZ_ABSENT_NOT_LISTED:
    case PAZ_ABSENT_GAP:
      return "";
    }

  g_return_val_if_reached ("");
}

/* ---- rows ---- */

guint
paz_layout_get_row (const Layout *self)
{
  /* A table keeps one empty row when there is nothing to list. */
  guint rows = MAX (self->n_rows, self->n_totals > 0 || self->total ? 1 : 0);

  return FIRST_ROW + rows + self->n_totals;
}

static void
widen (Layout *layout,
       double  pixels)
{
  Column *column = &layout->columns[layout->next];

  if (column->max > 0)
    pixels = MIN (pixels, column->max);
  column->width = MAX (column->width, pixels + CELL_PADDING);
}

/* TRUE when the open row has room for one more cell. */
static gboolean
begin_cell (PazSheet *self)
{
  Layout *layout = self->layout;

  if (self->workbook->error != NULL)
    return FALSE;
  if (layout->open && layout->next < layout->n_columns)
    return TRUE;
  paz_sheet_refuse (self, "a cell too many in", layout->table);

  return FALSE;
}

static PazStyle
get_style (Layout *layout)
{
  const Styles *both = &styles[layout->columns[layout->next].type];

  return layout->total ? both->total : both->body;
}

void
paz_sheet_close_row (PazSheet *self)
{
  Layout *layout = self->layout;

  if (!layout->open)
    return;
  if (layout->next != layout->n_columns && self->workbook->error == NULL)
    paz_sheet_refuse (self, "a row with a cell too few in", layout->table);
  if (layout->lines > 1)
    paz_sheet_set_height (self, paz_layout_get_row (layout), layout->lines * LINE_PIXELS + 4);
  layout->height += layout->lines > 1 ? layout->lines * LINE_PIXELS + 4 : ROW_PIXELS;
  if (layout->total)
    layout->n_totals++;
  else
    layout->n_rows++;
  layout->open = FALSE;
}

guint
paz_sheet_count_rows (PazSheet *self)
{
  paz_sheet_close_row (self);

  return ((Layout *) self->layout)->n_rows;
}

static void
begin (PazSheet     *self,
       PazClearance  clearance,
       gboolean      total)
{
  Layout *layout = self->layout;

  paz_sheet_close_row (self);
  if (!paz_workbook_admit (self->workbook, clearance))
    return;
  if (!total && layout->n_totals > 0)
    paz_sheet_refuse (self, "a row under the totals of", layout->table);
  if (total && self->leaf != NULL)
    paz_book_leaf_end_data (self->leaf, layout->n_rows);
  layout->open = TRUE;
  layout->total = total;
  layout->next = 0;
  layout->lines = 1;
  if (layout->n_rows % 256 == 0)
    paz_workbook_has_failed (self->workbook);
}

void
paz_sheet_begin_row (PazSheet     *self,
                     PazClearance  clearance)
{
  begin (self, clearance, FALSE);
}

void
paz_sheet_begin_total (PazSheet     *self,
                       PazClearance  clearance)
{
  begin (self, clearance, TRUE);
}

static void
put_text (PazSheet   *self,
          const char *text,
          PazStyle    style)
{
  Layout *layout = self->layout;
  double size = paz_style_get_size (style);
  gboolean bold = paz_style_is_bold (style);

  widen (layout, paz_measure_text (text, size, bold));
  if (layout->columns[layout->next].max > 0)
    layout->lines = MAX (layout->lines, paz_measure_lines (text, size, bold, layout->columns[layout->next].max - 4));
  paz_sheet_write_text (self, paz_layout_get_row (layout), layout->next, text, style);
  layout->next++;
}

void
paz_sheet_put_text (PazSheet   *self,
                    const char *text)
{
  if (text == NULL)
    paz_sheet_put_absent (self, PAZ_ABSENT_UNKNOWN);
  else if (begin_cell (self))
    put_text (self, text, get_style (self->layout));
}

void
paz_sheet_put_absent (PazSheet  *self,
                      PazAbsent  absent)
{
  PazStyle style;

  if (!begin_cell (self))
    return;
  if (((Layout *) self->layout)->total)
    style = PAZ_STYLE_TOTAL_ABSENT;
  else
    style = absent == PAZ_ABSENT_GAP ? PAZ_STYLE_GAP : PAZ_STYLE_ABSENT;
  put_text (self, paz_absent_get_sign (absent), style);
}

void
paz_sheet_put_signal (PazSheet   *self,
                      guint       signal,
                      const char *word)
{
  g_return_if_fail (signal < G_N_ELEMENTS (signal_styles));

  if (begin_cell (self))
    put_text (self, word, signal_styles[signal]);
}

void
paz_sheet_put_sign (PazSheet   *self,
                    const char *sign,
                    guint       signal)
{
  static const PazStyle grounds[] = {
    PAZ_STYLE_MARK_NONE, PAZ_STYLE_MARK_GREEN, PAZ_STYLE_MARK_YELLOW, PAZ_STYLE_MARK_RED,
  };

  g_return_if_fail (signal < G_N_ELEMENTS (grounds));

  if (begin_cell (self))
    put_text (self, sign, grounds[signal]);
}

void
paz_sheet_put_mark (PazSheet *self,
                    PazMark   mark)
{
  g_return_if_fail (mark < G_N_ELEMENTS (marks));

  if (begin_cell (self))
    put_text (self, marks[mark].sign, marks[mark].style);
}

static guint
count_digits (double value)
{
  guint digits = 1;

  for (; value >= 10; value /= 10)
    digits++;

  return digits;
}

/* The width of a number as its format shows it: digits, and a separator for each three. */
static double
measure_number (PazColumnType type,
                double        value,
                gboolean      bold)
{
  guint digits = count_digits (fabs (value));
  double characters = value < 0 ? digits + 1 : digits;

  if (type == PAZ_COLUMN_COUNT)
    characters += (digits - 1) / 3 * 0.5;
  else if (type == PAZ_COLUMN_SHARE)
    characters = 6;
  else if (type == PAZ_COLUMN_POINTS)
    characters += 1.5;
  else if (type == PAZ_COLUMN_AMOUNT)
    characters += (digits - 1) / 3 * 0.5 + 2.5;
  else if (type == PAZ_COLUMN_MONTH)
    characters = 9;
  else if (type == PAZ_COLUMN_DATE)
    characters = 10;

  return characters * paz_measure_text ("0", PAZ_FONT_SIZE, bold);
}

void
paz_sheet_put_number (PazSheet *self,
                      double    value)
{
  Layout *layout = self->layout;

  if (!begin_cell (self))
    return;
  widen (layout, measure_number (layout->columns[layout->next].type, value, layout->total));
  paz_sheet_write_number (self, paz_layout_get_row (layout), layout->next, value, get_style (layout));
  layout->next++;
}

void
paz_sheet_put_share (PazSheet *self,
                     guint64   part,
                     guint64   base)
{
  if (base == 0)
    paz_sheet_put_absent (self, PAZ_ABSENT_NOT_APPLICABLE);
  else
    paz_sheet_put_number (self, (double) part / (double) base);
}

/* Days since 1899-12-30, the serial date of spreadsheets. */
static double
get_serial (const GDate *date)
{
  GDate epoch;

  g_date_set_dmy (&epoch, 30, 12, 1899);

  return (double) g_date_get_julian (date) - (double) g_date_get_julian (&epoch);
}

void
paz_sheet_put_month (PazSheet *self,
                     guint16   month)
{
  GDate date;

  if (month == 0)
    {
      paz_sheet_put_absent (self, PAZ_ABSENT_UNKNOWN);
      return;
    }
  g_date_set_dmy (&date, 1, (GDateMonth) (month % 12 + 1), (GDateYear) paz_month_get_year (month));
  paz_sheet_put_number (self, get_serial (&date));
}

void
paz_sheet_put_date (PazSheet   *self,
                    const char *iso)
{
  GDate first, last;

  if (iso == NULL || paz_date_check (iso) != PAZ_DATE_DAY || !paz_date_get_range (iso, &first, &last))
    paz_sheet_put_text (self, iso);
  else
    paz_sheet_put_number (self, get_serial (&first));
}

/* ---- totals and notes ---- */

void
paz_sheet_put_sum (PazSheet *self,
                   guint64   value)
{
  Layout *layout = self->layout;
  g_autofree char *formula = NULL;
  char first[LXW_MAX_CELL_NAME_LENGTH], last[LXW_MAX_CELL_NAME_LENGTH];

  if (layout->n_rows == 0)
    {
      paz_sheet_put_number (self, (double) value);
      return;
    }
  if (!begin_cell (self))
    return;
  lxw_rowcol_to_cell (first, FIRST_ROW, (lxw_col_t) layout->next);
  lxw_rowcol_to_cell (last, FIRST_ROW + layout->n_rows - 1, (lxw_col_t) layout->next);
  formula = g_strdup_printf ("=SUM(%s:%s)", first, last);
  widen (layout, measure_number (PAZ_COLUMN_COUNT, (double) value, TRUE));
  paz_sheet_write_formula (self, paz_layout_get_row (layout), layout->next, formula, (double) value,
                           PAZ_STYLE_TOTAL_COUNT);
  layout->next++;
}

void
paz_sheet_put_quotient (PazSheet   *self,
                        const char *part,
                        const char *base,
                        double      value)
{
  Layout *layout = self->layout;
  g_autofree char *formula = NULL;
  char above[LXW_MAX_CELL_NAME_LENGTH], below[LXW_MAX_CELL_NAME_LENGTH];
  guint row = paz_layout_get_row (layout);

  if (!isfinite (value))
    {
      paz_sheet_put_absent (self, PAZ_ABSENT_NOT_APPLICABLE);
      return;
    }
  if (!begin_cell (self))
    return;
  lxw_rowcol_to_cell (above, row, (lxw_col_t) paz_sheet_get_column (self, part));
  lxw_rowcol_to_cell (below, row, (lxw_col_t) paz_sheet_get_column (self, base));
  formula = g_strdup_printf ("=%s/%s", above, below);
  widen (layout, measure_number (PAZ_COLUMN_SHARE, value, TRUE));
  paz_sheet_write_formula (self, row, layout->next, formula, value, PAZ_STYLE_TOTAL_SHARE);
  layout->next++;
}

void
paz_sheet_set_heat (PazSheet   *self,
                    const char *first,
                    const char *last)
{
  Layout *layout = self->layout;

  layout->heat_first = paz_sheet_get_column (self, first);
  layout->heat_last = paz_sheet_get_column (self, last);
  if (self->leaf != NULL)
    paz_book_leaf_set_heat (self->leaf, layout->heat_first, layout->heat_last);
}

void
paz_sheet_add_note (PazSheet   *self,
                    const char *text)
{
  Layout *layout = self->layout;

  g_ptr_array_add (layout->notes, g_strdup (text));
}
