#include "paz-cross-sheet.h"

#include "base/paz-date.h"
#include "chart/paz-chart.h"

#include <math.h>

/* Lines and fills that can be told apart, and bars that can be read. */
#define MOST_SERIES 9
#define MOST_BARS 60

/* The cross table as the sheet has it: heads go down, series across. */
typedef struct
{
  PazEdition     *edition;
  const PazCross *cross;
  gboolean        turned;       /* the page's columns go down */
  PazAxis         axis;         /* of what goes down */
  GPtrArray      *down, *across;
  const PazCrossCell *ends;     /* totals at the end of each row; NULL without */
  const PazCrossCell *foot;     /* totals under each series */
  gboolean        share;
  gboolean        with_code;
  gboolean        with_target;
  gboolean        with_remark;
  gboolean        charted;      /* a sign in a charted cell would be drawn as zero */
  PazSheetChartType type;
  GPtrArray      *keys;         /* of the columns of values, one a series, then that of the totals */
  GPtrArray      *headers;
  double         *sums;         /* of those columns: value, part and base of each */
} Table;

static const PazSheetWords words = {
  NC_("sheet", "Figures"), N_("Figures"), N_("The table as it was seen, with its chart"), "Figures", 1, PAZ_PERIOD_SERIES,
};

static const PazCrossCell *
get_cell (const Table *self,
          guint        row,
          guint        series)
{
  return self->turned ? paz_cross_get (self->cross, series, row) : paz_cross_get (self->cross, row, series);
}

static gboolean
is_time (const Table *self)
{
  return PAZ_AXIS_IS_TIME (self->axis);
}

static const char *
say (const Table *self,
     const char  *label)
{
  return paz_catalogue_ptext (self->cross->catalogue, "figures", label);
}

/* ---- columns ---- */

/* ASCII, begins with a letter, once. */
static char *
make_key (const char *key,
          GHashTable *used)
{
  g_autoptr (GString) plain = g_string_new (g_ascii_isalpha (*key) ? NULL : "v");
  gsize length;

  for (const char *p = key; *p != '\0'; p++)
    g_string_append_c (plain, g_ascii_isalnum (*p) || strchr ("_-", *p) != NULL ? *p : '_');
  length = plain->len;
  for (guint n = 2; g_hash_table_contains (used, plain->str); n++)
    {
      g_string_truncate (plain, length);
      g_string_append_printf (plain, "_%u", n);
    }
  g_hash_table_add (used, g_strdup (plain->str));

  return g_strdup (plain->str);
}

/* Two may have one name: then its code tells them apart. */
static char *
make_header (const PazCrossHead *head,
             GHashTable         *used)
{
  g_autofree char *folded = g_utf8_casefold (head->name, -1);

  return g_hash_table_add (used, g_steal_pointer (&folded)) ? g_strdup (head->name)
                                                            : g_strdup_printf ("%s (%s)", head->name, head->key);
}

static void
name_columns (Table *self)
{
  static const char * const own[] = { "name", "code", "month", "year", "target", "remark", "total" };
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) headers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->headers = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    g_hash_table_add (keys, g_strdup (own[i]));
  g_hash_table_add (headers, g_utf8_casefold (say (self, paz_axis_get_label (self->axis)), -1));
  for (guint i = 0; i < self->across->len; i++)
    {
      const PazCrossHead *head = self->across->pdata[i];

      g_ptr_array_add (self->keys, make_key (*head->key != '\0' ? head->key : "value", keys));
      g_ptr_array_add (self->headers, make_header (head, headers));
    }
  if (self->ends == NULL)
    return;
  g_ptr_array_add (self->keys, g_strdup ("total"));
  g_ptr_array_add (self->headers, g_strdup (say (self, NC_("figures", "Total"))));
}

/* ---- what it is drawn as ---- */

static PazSheetChartType
choose_type (const Table *self)
{
  gboolean adds_up = !self->share && !paz_ask_is_rank (self->cross->choice->ask);
  int shape = self->cross->choice->shape;

  if (is_time (self) && adds_up && (shape == PAZ_CHART_AREA || shape == PAZ_CHART_STACKED))
    return PAZ_SHEET_CHART_STACKED_COLUMNS;
  if (is_time (self))
    return shape == PAZ_CHART_COLUMNS && self->down->len <= MOST_BARS ? PAZ_SHEET_CHART_COLUMNS : PAZ_SHEET_CHART_LINES;
  if (shape == PAZ_CHART_STACKED && adds_up)
    return PAZ_SHEET_CHART_STACKED_COLUMNS;
  if (shape == PAZ_CHART_STACKED_BARS && adds_up)
    return PAZ_SHEET_CHART_STACKED_BARS;

  return shape == PAZ_CHART_COLUMNS ? PAZ_SHEET_CHART_COLUMNS : PAZ_SHEET_CHART_BARS;
}

static gboolean
any_cell (const Table *self,
          gboolean  (* holds) (const PazCrossCell *cell))
{
  for (guint i = 0; i < self->down->len * self->across->len; i++)
    if (holds (&self->cross->cells[i]))
      return TRUE;

  return FALSE;
}

static gboolean
has_target (const PazCrossCell *cell)
{
  return !isnan (cell->target);
}

static gboolean
is_untold (const PazCrossCell *cell)
{
  return !cell->known && cell->untold > 0;
}

static Table *
table_new (PazEdition *edition)
{
  const PazCross *cross = edition->cross;
  Table *self = g_new0 (Table, 1);

  self->edition = edition;
  self->cross = cross;
  self->turned = PAZ_AXIS_IS_TIME (cross->choice->columns) && !PAZ_AXIS_IS_TIME (cross->choice->rows);
  self->axis = self->turned ? cross->choice->columns : cross->choice->rows;
  self->down = self->turned ? cross->columns : cross->rows;
  self->across = self->turned ? cross->rows : cross->columns;
  self->ends = self->turned ? cross->column_totals : cross->row_totals;
  self->foot = self->turned ? cross->row_totals : cross->column_totals;
  self->share = paz_ask_is_share (cross->choice->ask);
  self->with_code = !is_time (self) && self->axis != PAZ_AXIS_MISSION && self->axis != PAZ_AXIS_NONE;
  self->with_target = self->across->len == 1 && any_cell (self, has_target);
  self->charted = self->across->len <= MOST_SERIES && (is_time (self) || self->down->len <= MOST_BARS);
  self->with_remark = self->charted && any_cell (self, is_untold);
  self->type = choose_type (self);
  name_columns (self);
  self->sums = g_new0 (double, self->keys->len * 3);

  return self;
}

static void
table_free (gpointer data)
{
  Table *self = data;

  g_ptr_array_unref (self->keys);
  g_ptr_array_unref (self->headers);
  g_free (self->sums);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Table, table_free)

/* ---- the columns ---- */

static void
add_column (GArray        *columns,
            GPtrArray     *texts,
            char          *key,
            char          *header,
            PazColumnType  type)
{
  const PazColumn column = { .key = key, .header = header, .type = type };

  g_ptr_array_add (texts, key);
  g_ptr_array_add (texts, header);
  g_array_append_val (columns, column);
}

static void
add_head_columns (const Table *self,
                  GArray      *columns,
                  GPtrArray   *texts)
{
  char *label = g_strdup (self->axis != PAZ_AXIS_NONE ? say (self, paz_axis_get_label (self->axis)) : paz_edition_say (self->edition, words.title));

  if (self->axis == PAZ_AXIS_MONTH)
    add_column (columns, texts, g_strdup ("month"), label, PAZ_COLUMN_MONTH);
  else if (self->axis == PAZ_AXIS_YEAR)
    add_column (columns, texts, g_strdup ("year"), label, PAZ_COLUMN_RANK);
  else
    add_column (columns, texts, g_strdup ("name"), label, PAZ_COLUMN_TEXT);
  if (self->with_code)
    add_column (columns, texts, g_strdup ("code"), g_strdup (say (self, NC_("figures", "Code"))), PAZ_COLUMN_CODE);
}

static void
add_value_columns (const Table *self,
                   guint        n,
                   GArray      *columns,
                   GPtrArray   *texts)
{
  const char *key = self->keys->pdata[n], *header = self->headers->pdata[n];
  gboolean rank = paz_ask_is_rank (self->cross->choice->ask);

  if (!self->share)
    {
      add_column (columns, texts, g_strdup (key), g_strdup (header), rank ? PAZ_COLUMN_RANK : PAZ_COLUMN_COUNT);
      return;
    }
  add_column (columns, texts, g_strdup (key), g_strdup (header), PAZ_COLUMN_SHARE);
  /* Translators: a heading, then what the column holds. */
  add_column (columns, texts, g_strconcat (key, ".part", NULL),
              g_strdup_printf (paz_edition_say (self->edition, N_("%s (part)")), header), PAZ_COLUMN_COUNT);
  add_column (columns, texts, g_strconcat (key, ".base", NULL),
              g_strdup_printf (paz_edition_say (self->edition, N_("%s (base)")), header), PAZ_COLUMN_COUNT);
}

static PazSheet *
declare (PazEdition  *edition,
         PazWorkbook *workbook,
         gpointer     data)
{
  g_autoptr (Table) self = table_new (edition);
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (PazColumn));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  PazSheetWords own = words;

  own.title = self->cross->title;
  own.period = is_time (self) ? PAZ_PERIOD_SERIES : PAZ_PERIOD_MONTH;
  add_head_columns (self, columns, texts);
  for (guint i = 0; i < self->keys->len; i++)
    add_value_columns (self, i, columns, texts);
  if (self->with_target)
    add_column (columns, texts, g_strdup ("target"), g_strdup (paz_sheets_say_column (edition, NC_("column", "Target"))), PAZ_COLUMN_SHARE);
  if (self->with_remark)
    add_column (columns, texts, g_strdup ("remark"), g_strdup (paz_sheets_say_column (edition, NC_("column", "Remark"))), PAZ_COLUMN_WORDS);

  return paz_sheets_declare (edition, workbook, &own, (const PazColumn *) columns->data, columns->len, self->down->len, edition->stamp);
}

/* ---- rows ---- */

static PazAbsent
get_absent (const Table        *self,
            const PazCrossCell *cell)
{
  PazAsk ask = self->cross->choice->ask;

  if (cell->known)
    return PAZ_ABSENT_NOT_APPLICABLE;
  /* Where the world is not covered its share and its ranks are not known. */
  if (cell->untold > 0 || ask == PAZ_ASK_SHARE_OF_WORLD || ask == PAZ_ASK_RANK_IN_WORLD)
    return PAZ_ABSENT_UNKNOWN;

  return PAZ_ABSENT_NOT_LISTED;
}

static void
put_cell (Table              *self,
          PazSheet           *sheet,
          guint               column,
          const PazCrossCell *cell,
          gboolean            charted)
{
  PazAbsent absent = get_absent (self, cell);
  double *sums = self->sums + column * 3;

  if (!isnan (cell->value))
    {
      paz_sheet_put_number (sheet, cell->value);
      sums[0] += cell->value;
    }
  else
    paz_sheet_put_absent (sheet, charted ? PAZ_ABSENT_NOT_LISTED : absent);
  if (!self->share)
    return;
  if (!cell->known)
    {
      paz_sheets_put_absents (sheet, absent, 2);
      return;
    }
  paz_sheet_put_number (sheet, (double) cell->part);
  paz_sheet_put_number (sheet, (double) cell->base);
  sums[1] += (double) cell->part;
  sums[2] += (double) cell->base;
}

static void
put_head (const Table        *self,
          PazSheet           *sheet,
          const PazCrossHead *head)
{
  if (self->axis == PAZ_AXIS_MONTH)
    paz_sheet_put_month (sheet, head->month);
  else if (self->axis == PAZ_AXIS_YEAR)
    paz_sheet_put_number (sheet, paz_month_get_year (head->month));
  else
    paz_sheet_put_text (sheet, head->name);
  if (self->with_code)
    paz_sheet_put_text (sheet, head->key);
}

static void
put_remark (const Table *self,
            PazSheet    *sheet,
            guint        row)
{
  gboolean untold = FALSE;

  for (guint j = 0; j < self->across->len; j++)
    untold = untold || is_untold (get_cell (self, row, j));
  paz_sheet_put_text (sheet, untold ? paz_edition_say (self->edition, N_("women and men not told apart")) : "");
}

static void
put_row (Table    *self,
         PazSheet *sheet,
         guint     row)
{
  paz_sheet_begin_row (sheet, self->edition->stamp);
  put_head (self, sheet, self->down->pdata[row]);
  for (guint j = 0; j < self->across->len; j++)
    put_cell (self, sheet, j, get_cell (self, row, j), self->charted);
  if (self->ends != NULL)
    put_cell (self, sheet, self->across->len, &self->ends[row], FALSE);
  if (self->with_target)
    {
      double target = get_cell (self, row, 0)->target;

      if (isnan (target))
        paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_APPLICABLE);
      else
        paz_sheet_put_number (sheet, target);
    }
  if (self->with_remark)
    put_remark (self, sheet, row);
}

/* A month or year that no data set covers: there, and hatched. */
static void
put_gap (Table    *self,
         PazSheet *sheet,
         guint16   month)
{
  const PazCrossHead head = { .month = month };

  paz_sheet_begin_row (sheet, self->edition->stamp);
  put_head (self, sheet, &head);
  paz_sheets_put_absents (sheet, PAZ_ABSENT_GAP, self->keys->len * (self->share ? 3 : 1));
  if (self->with_target)
    paz_sheet_put_absent (sheet, PAZ_ABSENT_GAP);
  if (self->with_remark)
    paz_sheet_put_text (sheet, "");
}

static void
put_rows (Table    *self,
          PazSheet *sheet)
{
  guint step = self->axis == PAZ_AXIS_YEAR ? 12 : 1;

  for (guint i = 0; i < self->down->len; i++)
    {
      guint month = ((PazCrossHead *) self->down->pdata[i])->month / step;
      guint last = i > 0 ? ((PazCrossHead *) self->down->pdata[i - 1])->month / step : month;

      for (guint gap = last + 1; is_time (self) && gap < month; gap++)
        put_gap (self, sheet, (guint16) (gap * step));
      put_row (self, sheet, i);
    }
}

/* A sum is a formula where the column adds up to it. */
static void
put_total_number (PazSheet *sheet,
                  double    sum,
                  guint64   value)
{
  if (sum == (double) value)
    paz_sheet_put_sum (sheet, value);
  else
    paz_sheet_put_number (sheet, (double) value);
}

static void
put_total (Table              *self,
           PazSheet           *sheet,
           guint               column,
           const PazCrossCell *cell)
{
  const char *key = self->keys->pdata[column];
  const double *sums = self->sums + column * 3;

  if (!cell->known)
    paz_sheets_put_absents (sheet, get_absent (self, cell), self->share ? 3 : 1);
  else if (!self->share)
    put_total_number (sheet, sums[0], cell->part);
  else
    {
      g_autofree char *part = g_strconcat (key, ".part", NULL);
      g_autofree char *base = g_strconcat (key, ".base", NULL);

      paz_sheet_put_quotient (sheet, part, base, cell->value);
      put_total_number (sheet, sums[1], cell->part);
      put_total_number (sheet, sums[2], cell->base);
    }
}

static void
put_totals (Table    *self,
            PazSheet *sheet)
{
  paz_sheet_begin_total (sheet, self->edition->stamp);
  paz_sheet_put_text (sheet, say (self, NC_("figures", "Total")));
  if (self->with_code)
    paz_sheet_put_text (sheet, "");
  for (guint j = 0; j < self->across->len; j++)
    put_total (self, sheet, j, &self->foot[j]);
  if (self->ends != NULL && self->cross->grand_total != NULL)
    put_total (self, sheet, self->across->len, self->cross->grand_total);
  else if (self->ends != NULL)
    paz_sheets_put_absents (sheet, PAZ_ABSENT_NOT_APPLICABLE, self->share ? 3 : 1);
  if (self->with_target)
    paz_sheet_put_text (sheet, "");
  if (self->with_remark)
    paz_sheet_put_text (sheet, "");
}

/* ---- chart and notes ---- */

static void
put_chart (Table    *self,
           PazSheet *sheet,
           guint     n_rows)
{
  const PazCross *cross = self->cross;
  g_autofree char *description = g_strdup_printf (paz_edition_say (self->edition, N_("Chart “%s”; the numbers stand in the table above.")), cross->title);
  const char *down = self->axis == PAZ_AXIS_MONTH ? "month" : self->axis == PAZ_AXIS_YEAR ? "year" : "name";
  const PazSheetChartSpec spec = {
    .type = self->type,
    .title = cross->title,
    .category_title = say (self, self->axis == PAZ_AXIS_NONE ? paz_ask_get_label (cross->choice->ask) : paz_axis_get_label (self->axis)),
    .value_title = say (self, paz_ask_get_label (cross->choice->ask)),
    .description = description,
    .share = self->share,
    .months = self->axis == PAZ_AXIS_MONTH,
  };
  PazSheetChart *chart = paz_sheet_chart_new (sheet, &spec);

  for (guint j = 0; j < self->across->len; j++)
    paz_sheet_chart_add_series (chart, sheet, down, self->keys->pdata[j], 0, n_rows, self->headers->pdata[j], PAZ_SERIES_FIRST + j);
  if (self->with_target)
    paz_sheet_chart_add_series (chart, sheet, down, "target", 0, n_rows,
                                paz_sheets_say_column (self->edition, NC_("column", "Target")), PAZ_SERIES_TARGET);
}

/* The largest darkest: of numbers that stand side by side, not of ranks. */
static gboolean
is_heat (const Table *self)
{
  return !self->share && !paz_ask_is_rank (self->cross->choice->ask) &&
         (self->cross->choice->shape == PAZ_CHART_HEAT || self->across->len > MOST_SERIES);
}

static void
put_notes (const Table *self,
           PazSheet    *sheet)
{
  PazEdition *edition = self->edition;

  paz_sheet_add_note (sheet, self->cross->coverage);
  if (is_time (self))
    paz_sheet_add_note (sheet, paz_edition_say (edition, N_("Empty cells: the source does not list it in that month. Hatched cells: no data set covers that month. Neither is zero.")));
  else
    paz_sheet_add_note (sheet, paz_edition_say (edition, N_("Empty cells: the source does not list it. That is not zero.")));
  if (self->with_remark)
    paz_sheet_add_note (sheet, paz_edition_say (edition, N_("Where the remark says so, a file gives the sum of women and men alone: the cells are empty and the chart shows nothing there.")));
  if (self->charted && get_absent (self, &(PazCrossCell) { 0 }) == PAZ_ABSENT_UNKNOWN)
    paz_sheet_add_note (sheet, paz_edition_say (edition, N_("A share of the world and a rank in it are known only where the figures cover the world.")));
}

static void
fill (PazSheet   *sheet,
      PazEdition *edition,
      gpointer    data)
{
  g_autoptr (Table) self = table_new (edition);
  guint n_rows;

  put_rows (self, sheet);
  n_rows = paz_sheet_count_rows (sheet);
  if (self->foot != NULL && n_rows > 0)
    put_totals (self, sheet);
  if (is_heat (self))
    paz_sheet_set_heat (sheet, self->keys->pdata[0], self->keys->pdata[self->across->len - 1]);
  if (self->charted && n_rows > 0)
    put_chart (self, sheet, n_rows);
  put_notes (self, sheet);
}

const PazSheetPart paz_cross_part = { &words, NULL, 0, declare, fill };
