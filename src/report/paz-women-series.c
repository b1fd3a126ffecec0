/* Shares of women month by month, and the table of targets with what each rests on. */
#include "paz-women.h"

#include "base/paz-date.h"

#include <math.h>

#define GOAL_YEAR 2028
#define STRATEGY "UGPS 2018-2028"

static const PazSheetWords series_words = {
  NC_("sheet", "Series"), N_("Women by category, month by month"),
  N_("The share of women in each category month by month, with charts"), "WomenSeries", 2, PAZ_PERIOD_SERIES,
};

static const PazColumn series_columns[] = {
  { "category_name", NC_("column", "Category"), PAZ_COLUMN_TEXT },
  { "month", NC_("column", "Month"), PAZ_COLUMN_MONTH },
  { "women", NC_("column", "Women"), PAZ_COLUMN_COUNT },
  { "women_share", NC_("column", "Share of women"), PAZ_COLUMN_SHARE },
  { "total", NC_("column", "Total personnel"), PAZ_COLUMN_COUNT },
  { "target", NC_("column", "Target of the year"), PAZ_COLUMN_SHARE },
  { "goal", NC_("column", "Target of 2028"), PAZ_COLUMN_SHARE },
  { "signal", NC_("column", "Signal"), PAZ_COLUMN_SIGNAL },
};

static const PazSheetWords targets_words = {
  NC_("sheet", "Targets"), N_("Targets by year and category"),
  N_("Each target: published or derived, and its source"), "Targets", 2, PAZ_PERIOD_NONE,
};

static const PazColumn targets_columns[] = {
  { "category_name", NC_("column", "Category"), PAZ_COLUMN_TEXT },
  { "year", NC_("column", "Year"), PAZ_COLUMN_RANK },
  { "published", NC_("column", "Published target"), PAZ_COLUMN_SHARE },
  { "derived", NC_("column", "Derived target"), PAZ_COLUMN_SHARE },
  { "basis", NC_("column", "Basis of the target"), PAZ_COLUMN_TEXT },
  { "scheme", NC_("column", "Strategy"), PAZ_COLUMN_TEXT },
  { "note", NC_("column", "Remark, as recorded"), PAZ_COLUMN_NOTE },
  { "source", NC_("column", "Source"), PAZ_COLUMN_NOTE },
};

/* ---- targets ---- */

static double
get_percent (PazRecord  *record,
             const char *field)
{
  const char *text = paz_record_get_text (record, field);

  return text != NULL ? g_ascii_strtod (text, NULL) : NAN;
}

double
paz_women_get_goal (PazEdition *edition,
                    const char *category)
{
  for (guint i = 0; i < edition->targets->len; i++)
    {
      PazRecord *record = g_ptr_array_index (edition->targets, i);

      if (paz_record_get_integer (record, "year") == GOAL_YEAR &&
          g_strcmp0 (paz_record_get_text (record, "category"), category) == 0 &&
          g_strcmp0 (paz_record_get_text (record, "scheme"), STRATEGY) == 0)
        return get_percent (record, "target");
    }

  return NAN;
}

static const char *
say_choice (PazEdition *edition,
            PazRecord  *record,
            const char *key)
{
  const PazField *field = paz_kind_find_field (paz_record_get_kind (record), key);
  const PazChoice *choice = paz_field_find_choice (field, paz_record_get_text (record, key));

  return choice != NULL ? paz_choice_get_label (choice, "gender_target", edition->catalogue) : NULL;
}

static int
get_rank (PazRecord *record)
{
  const char *category = paz_record_get_text (record, "category");
  int found = category != NULL ? paz_personnel_find_category (category) : -1;

  return found >= 0 ? found : G_MAXINT;
}

static int
compare_targets_cb (gconstpointer a,
                    gconstpointer b)
{
  PazRecord *one = *(PazRecord * const *) a;
  PazRecord *other = *(PazRecord * const *) b;
  gint64 year = paz_record_get_integer (one, "year");
  gint64 other_year = paz_record_get_integer (other, "year");
  int order;

  if (get_rank (one) != get_rank (other))
    return get_rank (one) < get_rank (other) ? -1 : 1;
  order = g_strcmp0 (paz_record_get_text (one, "category"), paz_record_get_text (other, "category"));
  if (order != 0)
    return order;
  if (year != other_year)
    return year < other_year ? -1 : 1;

  return g_strcmp0 (paz_record_get_text (one, "scheme"), paz_record_get_text (other, "scheme"));
}

static void
put_percent (PazSheet   *self,
             PazRecord  *record,
             const char *field)
{
  double percent = get_percent (record, field);

  if (isnan (percent))
    paz_sheet_put_absent (self, PAZ_ABSENT_UNKNOWN);
  else
    paz_sheet_put_number (self, percent / 100);
}

static void
fill_targets (PazSheet   *self,
              PazEdition *edition,
              gpointer    data)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  g_ptr_array_extend (sorted, edition->targets, NULL, NULL);
  g_ptr_array_sort (sorted, compare_targets_cb);
  for (guint i = 0; i < sorted->len; i++)
    {
      PazRecord *record = g_ptr_array_index (sorted, i);

      paz_sheet_begin_row (self, paz_clearance_ask (record, edition->audience));
      paz_sheet_put_text (self, say_choice (edition, record, "category"));
      paz_sheet_put_number (self, (double) paz_record_get_integer (record, "year"));
      put_percent (self, record, "target");
      put_percent (self, record, "derived");
      paz_sheet_put_text (self, say_choice (edition, record, "basis"));
      paz_sheet_put_text (self, paz_record_get_text (record, "scheme"));
      paz_sheet_put_text (self, paz_record_get_text (record, "note"));
      paz_sheet_put_text (self, paz_record_get_text (record, "source"));
    }
  paz_sheet_add_note (self, paz_edition_say (edition, N_("Derived targets lie between two published ones; they are this program’s reading and not confirmed.")));
}

/* ---- series ---- */

static const PazParity *
find_total (GPtrArray  *list,
            const char *category)
{
  for (guint i = 0; i < list->len; i++)
    {
      const PazParity *parity = g_ptr_array_index (list, i);

      if (parity->contributor == NULL && g_str_equal (parity->category, category))
        return parity;
    }

  return NULL;
}

static void
put_goal (PazSheet   *self,
          PazEdition *edition,
          const char *category)
{
  double goal = paz_women_get_goal (edition, category);

  if (isnan (goal))
    paz_sheet_put_absent (self, PAZ_ABSENT_NOT_LISTED);
  else
    paz_sheet_put_number (self, goal / 100);
}

static void
put_month (PazSheet                   *self,
           PazEdition                 *edition,
           guint16                     month,
           const PazPersonnelCategory *category,
           const PazParity            *parity,
           gboolean                    covered)
{
  g_autofree char *name = paz_figures_dup_category_name (edition->figures, category->code, edition->catalogue);
  PazAbsent absent = covered ? PAZ_ABSENT_NOT_LISTED : PAZ_ABSENT_GAP;

  paz_sheet_begin_row (self, edition->stamp);
  paz_sheet_put_text (self, name);
  paz_sheet_put_month (self, month);
  if (parity == NULL)
    for (guint i = 0; i < 4; i++)
      paz_sheet_put_absent (self, absent);
  else
    {
      paz_sheets_put_women (self, parity->women, parity->base, parity->untold, PAZ_ABSENT_NOT_LISTED);
      /* Empty, not a sign: a chart would draw a text as zero. */
      if (isnan (parity->target))
        paz_sheet_put_absent (self, PAZ_ABSENT_NOT_LISTED);
      else
        paz_sheet_put_number (self, parity->target / 100);
    }
  put_goal (self, edition, category->code);
  if (parity == NULL)
    paz_sheet_put_absent (self, absent);
  else
    paz_sheet_put_signal (self, parity->signal,
                          paz_catalogue_ptext (edition->catalogue, "signal", paz_signal_get_label (parity->signal)));
}

static void
add_chart (PazSheet                   *self,
           PazEdition                 *edition,
           const PazPersonnelCategory *category,
           guint                       from,
           guint                       n,
           gboolean                    aimed)
{
  g_autofree char *name = paz_figures_dup_category_name (edition->figures, category->code, edition->catalogue);
  /* Translators: a category of personnel. */
  g_autofree char *title = g_strdup_printf (paz_edition_say (edition, N_("Share of women: %s")), name);
  const PazSheetChartSpec spec = {
    .type = PAZ_SHEET_CHART_LINES,
    .title = title,
    .category_title = paz_sheets_say_column (edition, NC_("column", "Month")),
    .value_title = paz_sheets_say_column (edition, NC_("column", "Share of women")),
    .description = paz_edition_say (edition, N_("Lines: the region’s share of women in the category month by month, the target of the year and the target of 2028; the numbers stand in the table above.")),
    .share = TRUE,
    .months = TRUE,
  };
  PazSheetChart *chart = paz_sheet_chart_new (self, &spec);

  paz_sheet_chart_add_series (chart, self, "month", "women_share", from, n,
                        paz_sheets_say_column (edition, NC_("column", "Share of women")), PAZ_SERIES_FIRST);
  if (aimed)
    paz_sheet_chart_add_series (chart, self, "month", "target", from, n,
                                paz_sheets_say_column (edition, NC_("column", "Target of the year")), PAZ_SERIES_THIRD);
  paz_sheet_chart_add_series (chart, self, "month", "goal", from, n,
                        paz_sheets_say_column (edition, NC_("column", "Target of 2028")), PAZ_SERIES_TARGET);
}

static void
month_free (gpointer list)
{
  if (list != NULL)
    g_ptr_array_unref (list);
}

/* Parity of each month of the series; NULL where there are no figures. */
static GPtrArray *
list_months (PazEdition *edition)
{
  const PazFiguresFilter filter = { .region_only = TRUE };
  GPtrArray *months = g_ptr_array_new_with_free_func (month_free);
  guint n;
  const guint16 *there = paz_figures_get_months (edition->figures, &n);
  guint at = 0;

  for (guint month = edition->from; month <= edition->to; month++)
    {
      while (at < n && there[at] < month)
        at++;
      g_ptr_array_add (months, at < n && there[at] == month
                               ? paz_figures_parity (edition->figures, (guint16) month, &filter) : NULL);
    }

  return months;
}

/* A category in which the region has never had anybody is left out. */
static gboolean
occurs (GPtrArray  *months,
        const char *category)
{
  for (guint i = 0; i < months->len; i++)
    if (months->pdata[i] != NULL && find_total (months->pdata[i], category) != NULL)
      return TRUE;

  return FALSE;
}

static void
put_category (PazSheet                   *self,
              PazEdition                 *edition,
              const PazPersonnelCategory *category,
              GPtrArray                  *months)
{
  guint from = paz_sheet_count_rows (self);
  gboolean aimed = FALSE;

  for (guint i = 0; i < months->len; i++)
    {
      GPtrArray *list = g_ptr_array_index (months, i);
      const PazParity *parity = list != NULL ? find_total (list, category->code) : NULL;

      put_month (self, edition, (guint16) (edition->from + i), category, parity, list != NULL);
      aimed = aimed || (parity != NULL && !isnan (parity->target));
    }
  add_chart (self, edition, category, from, months->len, aimed);
}

/* Months in which a file gives the sum of women and men alone. */
static guint
count_untold (PazEdition *edition)
{
  guint n = 0;

  for (guint month = edition->from; month <= edition->to; month++)
    n += paz_edition_tells_sexes (edition, (guint16) month) ? 0 : 1;

  return n;
}

static void
fill_series (PazSheet   *self,
             PazEdition *edition,
             gpointer    data)
{
  g_autoptr (GPtrArray) months = list_months (edition);
  guint n;
  const PazPersonnelCategory *categories = paz_personnel_list_categories (&n);

  for (guint i = 0; i < n; i++)
    if (occurs (months, categories[i].code))
      put_category (self, edition, &categories[i], months);
  paz_sheet_add_note (self, paz_edition_say (edition, N_("Hatched cells are gaps: no data set covers that month. The charts’ lines stop there.")));
  paz_sheets_note_untold_months (self, edition, count_untold (edition));
}

const PazSheetPart paz_women_series_part = PAZ_SHEET_PART (series_words, series_columns, fill_series);
const PazSheetPart paz_targets_part = PAZ_SHEET_PART (targets_words, targets_columns, fill_targets);
