/* The report `women`: shares of women by category of the Uniformed Gender Parity Strategy, against
 * the targets, for one month and month by month. */
#include "paz-women.h"

#include <math.h>

static const PazSheetWords parity_words = {
  NC_("sheet", "Categories"), N_("Women by category, against the targets"),
  N_("The region in each category: women, base, target, women still needed"), "Categories", 1,
};

static const PazColumn parity_columns[] = {
  { "category_name", NC_("column", "Category"), PAZ_COLUMN_TEXT },
  { "category", NC_("column", "Category code"), PAZ_COLUMN_CODE },
  { "women", NC_("column", "Women"), PAZ_COLUMN_COUNT },
  { "women_share", NC_("column", "Share of women"), PAZ_COLUMN_SHARE },
  { "total", NC_("column", "Total personnel"), PAZ_COLUMN_COUNT },
  { "target", NC_("column", "Target of the year"), PAZ_COLUMN_SHARE },
  { "basis", NC_("column", "Basis of the target"), PAZ_COLUMN_TEXT },
  { "signal", NC_("column", "Signal"), PAZ_COLUMN_SIGNAL },
  { "needed", NC_("column", "More women to reach the target"), PAZ_COLUMN_COUNT },
  { "goal", NC_("column", "Target of 2028"), PAZ_COLUMN_SHARE },
  { "goal_needed", NC_("column", "More women to reach the target of 2028"), PAZ_COLUMN_COUNT },
};

static const PazSheetWords contributors_words = {
  NC_("sheet", "Contributors"), N_("Women by category and contributor, against the targets"),
  N_("Each contributor in each category: women, base, target, signal"), "ParityContributors", 3,
};

static const PazColumn contributors_columns[] = {
  { "category_name", NC_("column", "Category"), PAZ_COLUMN_TEXT },
  { "contributor", NC_("column", "Contributor"), PAZ_COLUMN_TEXT },
  { "iso3", NC_("column", "Code"), PAZ_COLUMN_CODE },
  { "women", NC_("column", "Women"), PAZ_COLUMN_COUNT },
  { "women_share", NC_("column", "Share of women"), PAZ_COLUMN_SHARE },
  { "total", NC_("column", "Total personnel"), PAZ_COLUMN_COUNT },
  { "small_base", NC_("column", "Base"), PAZ_COLUMN_TEXT },
  { "target", NC_("column", "Target of the year"), PAZ_COLUMN_SHARE },
  { "basis", NC_("column", "Basis of the target"), PAZ_COLUMN_TEXT },
  { "signal", NC_("column", "Signal"), PAZ_COLUMN_SIGNAL },
  { "needed", NC_("column", "More women to reach the target"), PAZ_COLUMN_COUNT },
  { "goal", NC_("column", "Target of 2028"), PAZ_COLUMN_SHARE },
  { "goal_needed", NC_("column", "More women to reach the target of 2028"), PAZ_COLUMN_COUNT },
};

/* ---- cells ---- */

/* Women that would have to stand where men do, with the total as it is. Thousandths of a point,
 * so that a share exactly on the target needs nobody. */
guint64
paz_women_count_needed (guint64 women,
                        guint64 base,
                        double  target)
{
  guint64 thousandths = (guint64) llround (target * 1000);
  guint64 wanted = (base * thousandths + 99999) / 100000;

  return wanted > women ? wanted - women : 0;
}

static void
put_target (PazSheet *sheet,
            double    target)
{
  if (isnan (target))
    paz_sheet_put_absent (sheet, PAZ_ABSENT_UNKNOWN);
  else
    paz_sheet_put_number (sheet, target / 100);
}

static void
put_needed (PazSheet        *sheet,
            const PazParity *parity,
            double           target)
{
  if (isnan (target) || parity->untold > 0)
    paz_sheet_put_absent (sheet, PAZ_ABSENT_UNKNOWN);
  else if (parity->base == 0)
    paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_APPLICABLE);
  else
    paz_sheet_put_number (sheet, (double) paz_women_count_needed (parity->women, parity->base, target));
}

void
paz_women_put_judgement (PazSheet        *sheet,
                         PazEdition      *edition,
                         const PazParity *parity)
{
  const char *basis = NULL;
  double goal = paz_women_get_goal (edition, parity->category);

  put_target (sheet, parity->target);
  if (!isnan (parity->target))
    basis = parity->target_derived ? paz_edition_say (edition, N_("Derived, not published"))
                                   : paz_edition_say (edition, N_("Published"));
  paz_sheet_put_text (sheet, basis);
  paz_sheet_put_signal (sheet, parity->signal,
                        paz_catalogue_ptext (edition->catalogue, "signal", paz_signal_get_label (parity->signal)));
  put_needed (sheet, parity, parity->target);
  put_target (sheet, goal);
  put_needed (sheet, parity, goal);
}

void
paz_women_put_figures (PazSheet        *sheet,
                       const PazParity *parity)
{
  paz_sheets_put_women (sheet, parity->women, parity->base, parity->untold, PAZ_ABSENT_UNKNOWN);
}

/* ---- categories ---- */

static void
put_categories_of (PazSheet   *sheet,
                   PazEdition *edition,
                   GPtrArray  *list)
{
  guint64 women = 0, base = 0, untold = 0;

  for (guint i = 0; i < list->len; i++)
    {
      const PazParity *parity = g_ptr_array_index (list, i);
      g_autofree char *name = NULL;

      if (parity->contributor != NULL)
        continue;
      name = paz_figures_dup_category_name (edition->figures, parity->category, edition->catalogue);
      paz_sheet_begin_row (sheet, edition->stamp);
      paz_sheet_put_text (sheet, name);
      paz_sheet_put_text (sheet, parity->category);
      paz_women_put_figures (sheet, parity);
      paz_women_put_judgement (sheet, edition, parity);
      women += parity->women;
      base += parity->base;
      untold += parity->untold;
    }
  if (base == 0)
    return;
  paz_sheet_begin_total (sheet, edition->month_stamp);
  paz_sheet_put_text (sheet, paz_edition_say (edition, N_("Region")));
  paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_APPLICABLE);
  paz_sheets_put_women_total (sheet, women, base, untold);
  paz_sheets_put_absents (sheet, PAZ_ABSENT_NOT_APPLICABLE, G_N_ELEMENTS (parity_columns) - 5);
}

void
paz_women_add_shares (PazSheetChart *chart,
                      PazSheet      *sheet,
                      PazEdition    *edition,
                      const char    *category_key,
                      guint          n,
                      gboolean       aimed)
{
  paz_sheet_chart_add_series (chart, sheet, category_key, "women_share", 0, n,
                              paz_sheets_say_column (edition, NC_("column", "Share of women")), PAZ_SERIES_FIRST);
  if (aimed)
    paz_sheet_chart_add_series (chart, sheet, category_key, "target", 0, n,
                                paz_sheets_say_column (edition, NC_("column", "Target of the year")), PAZ_SERIES_THIRD);
  paz_sheet_chart_add_series (chart, sheet, category_key, "goal", 0, n,
                              paz_sheets_say_column (edition, NC_("column", "Target of 2028")), PAZ_SERIES_SECOND);
}

static void
put_chart_of_categories (PazSheet   *sheet,
                         PazEdition *edition,
                         guint       n,
                         gboolean    aimed)
{
  g_autofree char *month = paz_edition_dup_month (edition, edition->month);
  /* Translators: a month. */
  g_autofree char *title = g_strdup_printf (paz_edition_say (edition, N_("Share of women by category, %s")), month);
  const PazSheetChartSpec spec = {
    .type = PAZ_SHEET_CHART_BARS,
    .title = title,
    .category_title = paz_sheets_say_column (edition, NC_("column", "Category")),
    .value_title = paz_sheets_say_column (edition, NC_("column", "Share of women")),
    .description = paz_edition_say (edition, N_("Bars: the region’s share of women in each category beside the target of 2028; the numbers stand in the table above.")),
    .share = TRUE,
  };
  PazSheetChart *chart = paz_sheet_chart_new (sheet, &spec);

  paz_women_add_shares (chart, sheet, edition, "category_name", n, aimed);
}

void
paz_women_put_base (PazSheet        *sheet,
                    PazEdition      *edition,
                    const PazParity *parity)
{
  paz_sheet_put_text (sheet, parity->small_base ? paz_edition_say (edition, N_("Small: fewer than 10"))
                                                : paz_edition_say (edition, N_("10 or more")));
}

void
paz_women_add_notes (PazSheet   *sheet,
                     PazEdition *edition)
{
  paz_sheets_note_untold (sheet, edition, paz_edition_tells_sexes (edition, edition->month) ? 0 : 1);
  paz_sheet_add_note (sheet, paz_edition_say (edition,
                      N_("Green: meets or exceeds the target of the year. Yellow: at least 0.1% women. Red: none. No target: the strategy sets none for that year, or none was found.")));
  paz_sheet_add_note (sheet, paz_edition_say (edition,
                      N_("More women to reach the target: with the total as it is, places held by men that women would hold.")));
  paz_sheet_add_note (sheet, paz_edition_say (edition,
                      N_("Derived targets lie between two published ones; they are this program’s reading and not confirmed.")));
}

static void
fill_categories (PazSheet   *sheet,
                 PazEdition *edition,
                 gpointer    data)
{
  GPtrArray *list = data;
  gboolean aimed = FALSE;
  guint n;

  for (guint i = 0; i < list->len; i++)
    aimed = aimed || !isnan (((const PazParity *) list->pdata[i])->target);
  put_categories_of (sheet, edition, list);
  n = paz_sheet_count_rows (sheet);
  if (n > 0 && paz_edition_tells_sexes (edition, edition->month))
    put_chart_of_categories (sheet, edition, n, aimed);
  paz_women_add_notes (sheet, edition);
}

/* ---- contributors ---- */

static int
compare_parities_cb (gconstpointer a,
                     gconstpointer b,
                     gpointer      data)
{
  const PazParity *one = *(const PazParity * const *) a;
  const PazParity *other = *(const PazParity * const *) b;
  PazEdition *edition = data;
  int order = paz_personnel_find_category (one->category) - paz_personnel_find_category (other->category);

  if (order != 0)
    return order;

  return paz_catalogue_compare (edition->catalogue, paz_edition_get_name (edition, one->contributor),
                                paz_edition_get_name (edition, other->contributor));
}

static void
put_contributor (PazSheet        *sheet,
                 PazEdition      *edition,
                 const PazParity *parity)
{
  g_autofree char *category = paz_figures_dup_category_name (edition->figures, parity->category, edition->catalogue);

  paz_sheet_begin_row (sheet, edition->stamp);
  paz_sheet_put_text (sheet, category);
  paz_sheet_put_text (sheet, paz_edition_get_name (edition, parity->contributor));
  paz_sheet_put_text (sheet, parity->contributor);
  paz_women_put_figures (sheet, parity);
  paz_women_put_base (sheet, edition, parity);
  paz_women_put_judgement (sheet, edition, parity);
}

static void
fill_contributors (PazSheet   *sheet,
                   PazEdition *edition,
                   gpointer    data)
{
  GPtrArray *list = data;
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; i < list->len; i++)
    if (((const PazParity *) list->pdata[i])->contributor != NULL)
      g_ptr_array_add (sorted, list->pdata[i]);
  g_ptr_array_sort_with_data (sorted, compare_parities_cb, edition);
  for (guint i = 0; i < sorted->len; i++)
    put_contributor (sheet, edition, g_ptr_array_index (sorted, i));
  paz_women_add_notes (sheet, edition);
}

/* ---- cover ---- */

static char *
dup_category_words (PazEdition      *edition,
                    const PazParity *parity)
{
  g_autofree char *name = paz_figures_dup_category_name (edition->figures, parity->category, edition->catalogue);
  g_autofree char *women = paz_edition_dup_count (edition, parity->women);
  g_autofree char *base = paz_edition_dup_count (edition, parity->base);
  double goal = paz_women_get_goal (edition, parity->category);
  g_autofree char *percent = NULL;

  if (isnan (goal))
    /* Translators: a category, women, all. */
    return g_strdup_printf (paz_edition_say (edition, N_("%s: %s of %s")), name, women, base);
  percent = paz_catalogue_dup_percent (edition->catalogue, goal / 100, 0);

  /* Translators: a category, women, all, a percentage. */
  return g_strdup_printf (paz_edition_say (edition, N_("%s: %s of %s (target of 2028: %s)")), name, women, base, percent);
}

static void
put_categories (PazSheet   *cover,
                PazEdition *edition,
                GPtrArray  *list)
{
  for (guint i = 0; i < list->len; i++)
    {
      const PazParity *parity = g_ptr_array_index (list, i);
      g_autofree char *words = NULL;

      if (parity->contributor != NULL)
        continue;
      words = dup_category_words (edition, parity);
      paz_page_put_share (cover, parity->women, parity->base, words);
    }
}

static void
put_key_figures (PazSheet   *cover,
                 PazEdition *edition,
                 gpointer    data)
{
  GPtrArray *list = data;
  guint64 women = 0, base = 0, untold = 0;
  g_autofree char *words = NULL;

  for (guint i = 0; i < list->len; i++)
    {
      const PazParity *parity = g_ptr_array_index (list, i);

      women += parity->contributor == NULL ? parity->women : 0;
      base += parity->contributor == NULL ? parity->base : 0;
      untold += parity->contributor == NULL ? parity->untold : 0;
    }
  /* No list at all: nothing of the month tells them apart. */
  if (untold > 0 || (list->len == 0 && !paz_edition_tells_sexes (edition, edition->month)))
    {
      paz_page_put_unknown (cover, paz_edition_say (edition, N_("Share of women: the source gives the sum of women and men alone")));
      return;
    }
  words = paz_edition_dup_counts (edition, N_("Share of women: %s of %s"), N_("Share of women: %s of %s"), women, base);
  paz_page_put_count (cover, women, paz_edition_say_terms (edition,
                      N_("Uniformed women of the region in peace operations"),
                      N_("Uniformed women of the region in peacekeeping operations")));
  paz_page_put_share (cover, women, base, words);
  put_categories (cover, edition, list);
}

static void
put_signals (PazSheet   *cover,
             PazEdition *edition)
{
  static const struct
  {
    PazSignal   signal;
    const char *words;
  } signals[] = {
    { PAZ_SIGNAL_GREEN, N_("Meets or exceeds the target of the year") },
    { PAZ_SIGNAL_YELLOW, N_("Below the target, with at least 0.1% women") },
    { PAZ_SIGNAL_RED, N_("No women") },
    { PAZ_SIGNAL_NONE, N_("The strategy sets no target for that year, or none was found") },
  };

  paz_page_put_heading (cover, paz_edition_say (edition, N_("Signals")));
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    paz_page_put_signal (cover, signals[i].signal,
                         paz_catalogue_ptext (edition->catalogue, "signal", paz_signal_get_label (signals[i].signal)),
                         paz_edition_say (edition, signals[i].words));
}

/* ---- the report ---- */

static gpointer
gather (PazEdition *edition)
{
  const PazFiguresFilter filter = { .region_only = TRUE };

  return paz_figures_parity (edition->figures, edition->month, &filter);
}

static void
release (gpointer data)
{
  g_ptr_array_unref (data);
}

static const PazSheetPart categories_part = PAZ_SHEET_PART (parity_words, parity_columns, fill_categories);
static const PazSheetPart contributors_part = PAZ_SHEET_PART (contributors_words, contributors_columns, fill_contributors);

static const char * const kinds[] = { "candidate_funnel", NULL };

const PazReport paz_women_report = {
  .info = {
    "women", NC_("report", "Women in Uniform"),
    N_("Shares of women by category and contributor, against the targets of the parity strategy, with their bases."),
    "system-users-symbolic",
  },
  .titles = { N_("Women in peace operations"), N_("Women in peacekeeping operations") },
  .with_targets = TRUE,
  .gather = gather,
  .release = release,
  .kinds = kinds,
  .prepare = paz_women_prepare,
  .put_key_figures = put_key_figures,
  .put_legend = put_signals,
  .parts = {
    &categories_part, &paz_women_types_part, &contributors_part, &paz_women_ranking_part, &paz_women_series_part,
    &paz_targets_part, &paz_barriers_grid_part, &paz_barriers_part, &paz_barriers_tally_part, &paz_measures_part,
    &paz_funnel_part, &paz_funnel_region_part, &paz_sources_part,
  },
};
