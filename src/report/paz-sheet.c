#include "paz-sheet-private.h"

#include "base/paz-date.h"
#include "paz-measure.h"
#include "paz-name.h"
#include "report/paz-report.h"

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

/* ---- declaring ---- */

static void
layout_free (gpointer data)
{
  Layout *self = data;

  for (guint i = 0; i < self->n_columns; i++)
    {
      g_free (self->columns[i].key);
      g_free (self->columns[i].header);
    }
  g_free (self->columns);
  g_free (self->table);
  g_ptr_array_unref (self->notes);
  g_clear_pointer (&self->widths, g_array_unref);
  g_free (self);
}

static void
refuse (PazSheet   *self,
        const char *what,
        const char *name)
{
  paz_workbook_fail (self->workbook,
                     g_error_new (PAZ_REPORT_ERROR, PAZ_REPORT_ERROR_FAILED,
                                  "sheet “%s”: %s “%s”", self->name, what, name));
}

/* Excel repairs a table whose headers repeat, whatever their case. */
static void
check_columns (PazSheet *self)
{
  Layout *layout = self->layout;
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) headers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < layout->n_columns; i++)
    {
      const Column *column = &layout->columns[i];

      if (!g_hash_table_add (keys, column->key))
        refuse (self, "twice the key", column->key);
      if (*column->header == '\0' ||
          !g_hash_table_add (headers, g_utf8_casefold (column->header, -1)))
        refuse (self, "twice the header", column->header);
    }
}

static void
check_table (PazSheet *self)
{
  Layout *layout = self->layout;

  if (!paz_name_check_table (layout->table))
    refuse (self, "no name for a table:", layout->table != NULL ? layout->table : "");
  else if (!g_hash_table_add (self->workbook->table_names, g_ascii_strdown (layout->table, -1)))
    refuse (self, "twice the table", layout->table);
}

static double
get_max (const PazColumn *column)
{
  if (column->width > 0)
    return column->width;
  if (column->type == PAZ_COLUMN_HASH)
    return HASH_WIDTH;
  if (column->type == PAZ_COLUMN_WORDS)
    return WORDS_WIDTH;

  return column->type == PAZ_COLUMN_NOTE ? NOTE_WIDTH : 0;
}

static Layout *
make_layout (const PazSheetSpec *spec)
{
  Layout *layout = g_new0 (Layout, 1);

  layout->columns = g_new0 (Column, spec->n_columns);
  layout->n_columns = spec->n_columns;
  layout->n_frozen = spec->n_frozen;
  layout->table = g_strdup (spec->table);
  layout->notes = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < spec->n_columns; i++)
    {
      layout->columns[i].key = g_strdup (spec->columns[i].key);
      layout->columns[i].header = g_strdup (spec->columns[i].header);
      layout->columns[i].type = spec->columns[i].type;
      layout->columns[i].max = get_max (&spec->columns[i]);
    }

  return layout;
}

gboolean
paz_column_is_number (PazColumnType type)
{
  return type == PAZ_COLUMN_COUNT || type == PAZ_COLUMN_SHARE || type == PAZ_COLUMN_POINTS ||
         type == PAZ_COLUMN_AMOUNT || type == PAZ_COLUMN_RANK;
}

/* Two lines where that is not too wide, else three. */
static double
get_header_width (const char *header)
{
  double two = paz_measure_wrapped (header, PAZ_FONT_SIZE, TRUE, 2);
  double three = paz_measure_wrapped (header, PAZ_FONT_SIZE, TRUE, 3);
  double width = two <= WIDE_HEADER ? two : three;

  return width + CELL_PADDING + FILTER_ARROW;
}

/* Lines of the header at the width its words alone ask for: data only makes columns wider. */
static guint
count_header_lines (const Layout *layout)
{
  guint lines = 1;

  for (guint i = 0; i < layout->n_columns; i++)
    {
      double width = layout->columns[i].width - CELL_PADDING;

      lines = MAX (lines, paz_measure_lines (layout->columns[i].header, PAZ_FONT_SIZE, TRUE, width));
    }

  return lines;
}

static void
write_heading (PazSheet           *self,
               const PazSheetSpec *spec)
{
  Layout *layout = self->layout;
  lxw_row_col_options hidden = { .hidden = LXW_TRUE };

  if (self->workbook->error != NULL)
    return;
  paz_sheet_touch (self, KEY_ROW);
  paz_workbook_take (self->workbook, worksheet_set_row_opt (self->sheet, KEY_ROW, LXW_DEF_ROW_HEIGHT, NULL, &hidden));
  for (guint i = 0; i < layout->n_columns; i++)
    {
      layout->columns[i].width = layout->columns[i].type == PAZ_COLUMN_MARK ? MARK_WIDTH : get_header_width (layout->columns[i].header);
      paz_sheet_write_text (self, KEY_ROW, i, layout->columns[i].key, PAZ_STYLE_KEY);
    }
  paz_sheet_set_height (self, TITLE_ROW, TITLE_PIXELS);
  paz_sheet_write_text (self, TITLE_ROW, 0, spec->title, PAZ_STYLE_TITLE);
  paz_sheet_set_height (self, SUBTITLE_ROW, SUBTITLE_PIXELS);
  paz_sheet_write_text (self, SUBTITLE_ROW, 0, spec->subtitle, PAZ_STYLE_SUBTITLE);
  layout->header_height = count_header_lines (layout) * LINE_PIXELS + 10;
  layout->height = TITLE_PIXELS + SUBTITLE_PIXELS + layout->header_height;
  paz_sheet_set_height (self, HEADER_ROW, layout->header_height);
  for (guint i = 0; i < layout->n_columns; i++)
    paz_sheet_write_text (self, HEADER_ROW, i, layout->columns[i].header,
                          paz_column_is_number (layout->columns[i].type) ? PAZ_STYLE_HEADER_NUMBER : PAZ_STYLE_HEADER);
}

PazSheet *
paz_sheet_new (PazWorkbook        *workbook,
               const PazSheetSpec *spec,
               PazClearance        clearance)
{
  PazSheet *self = paz_sheet_add (workbook, spec->name, clearance, spec->n_rows >= PAZ_SHEET_STREAM_ROWS);

  self->layout = make_layout (spec);
  self->free_layout = layout_free;
  self->finish = paz_sheet_finish;
  check_columns (self);
  check_table (self);
  write_heading (self, spec);

  return self;
}

const char *
paz_sheet_get_name (PazSheet *self)
{
  return self->name;
}

guint
paz_sheet_get_column (PazSheet   *self,
                      const char *key)
{
  Layout *layout = self->layout;

  for (guint i = 0; i < layout->n_columns; i++)
    if (g_str_equal (layout->columns[i].key, key))
      return i;

  g_return_val_if_reached (0);
}

guint
paz_sheet_get_first_row (PazSheet *self)
{
  return FIRST_ROW;
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
  refuse (self, "a cell too many in", layout->table);

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
    refuse (self, "a row with a cell too few in", layout->table);
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
    refuse (self, "a row under the totals of", layout->table);
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
}

void
paz_sheet_add_note (PazSheet   *self,
                    const char *text)
{
  Layout *layout = self->layout;

  g_ptr_array_add (layout->notes, g_strdup (text));
}
