/* The report `country`: one participant at a month. */
#include "paz-report-spec.h"

#include <math.h>

/* ---- words and columns ---- */

static const PazSheetWords standing_words = {
  NC_("sheet", "Standing"), N_("Where the delegation stands"),
  N_("Rank and share of the delegation in the region and in the world"), "CountryStanding", 1, PAZ_PERIOD_MONTH,
};

static const PazColumn standing_columns[] = {
  { "among", NC_("column", "Among the contributors of"), PAZ_COLUMN_TEXT },
  { "rank", NC_("column", "Rank"), PAZ_COLUMN_RANK },
  { "of", NC_("column", "Contributors"), PAZ_COLUMN_COUNT },
  { "total", NC_("column", "Total personnel"), PAZ_COLUMN_COUNT },
  { "share", NC_("column", "Share"), PAZ_COLUMN_SHARE },
  { "base", NC_("column", "Personnel of all of them"), PAZ_COLUMN_COUNT },
};

static const PazSheetWords series_words = {
  NC_("sheet", "Series"), N_("The delegation, month by month"),
  N_("The delegation’s personnel and women month by month, with a chart"), "CountrySeries", 1, PAZ_PERIOD_SERIES,
};

static const PazColumn series_columns[] = {
  { "month", NC_("column", "Month"), PAZ_COLUMN_MONTH },
  { "women", NC_("column", "Women"), PAZ_COLUMN_COUNT },
  { "men", NC_("column", "Men"), PAZ_COLUMN_COUNT },
  { "women_share", NC_("column", "Share of women"), PAZ_COLUMN_SHARE },
  { "total", NC_("column", "Total personnel"), PAZ_COLUMN_COUNT },
};

static const PazSheetWords women_words = {
  NC_("sheet", "Women"), N_("Women against the targets of the year"),
  N_("Women in each category against the target of the year, and how many are missing"), "CountryWomen", 1,
};

static const PazColumn women_columns[] = {
  { "category", NC_("column", "Category"), PAZ_COLUMN_TEXT },
  { "women", NC_("column", "Women"), PAZ_COLUMN_COUNT },
  { "women_share", NC_("column", "Share of women"), PAZ_COLUMN_SHARE },
  { "base", NC_("column", "Total personnel"), PAZ_COLUMN_COUNT },
  { "target", NC_("column", "Target of the year"), PAZ_COLUMN_SHARE },
  { "basis", NC_("column", "Basis of the target"), PAZ_COLUMN_NOTE, 180 },
  { "needed", NC_("column", "Women missing"), PAZ_COLUMN_COUNT },
  { "signal", NC_("column", "Signal"), PAZ_COLUMN_SIGNAL },
};

/* ---- where it stands ---- */

static void
put_standing (PazSheet   *sheet,
              PazEdition *edition,
              const char *among,
              guint       rank,
              guint       of,
              guint64     base)
{
  guint64 total = PAZ_STANDING_TOTAL (edition->profile->standing);

  paz_sheet_begin_row (sheet, edition->month_stamp);
  paz_sheet_put_text (sheet, among);
  if (rank > 0)
    paz_sheet_put_number (sheet, rank);
  else
    paz_sheet_put_absent (sheet, of > 0 ? PAZ_ABSENT_NOT_APPLICABLE : PAZ_ABSENT_UNKNOWN);
  if (of > 0)
    paz_sheet_put_number (sheet, of);
  else
    paz_sheet_put_absent (sheet, PAZ_ABSENT_UNKNOWN);
  paz_sheet_put_number (sheet, (double) total);
  paz_sheets_put_world (sheet, base > 0, total, base);
}

static void
fill_standing (PazSheet   *sheet,
               PazEdition *edition,
               gpointer    data)
{
  const PazStanding *standing = edition->profile->standing;

  put_standing (sheet, edition, paz_edition_say (edition, N_("Region")), standing->rank_region, standing->of_region, standing->region_total);
  put_standing (sheet, edition, paz_edition_say (edition, N_("World")), standing->rank_world, standing->of_world, standing->world_total);
  paz_sheet_add_note (sheet, paz_edition_say (edition, N_("Equal numbers share a rank, and the next rank is skipped.")));
  if (!edition->profile->covers_world)
    paz_sheet_add_note (sheet, paz_edition_say (edition, N_("The figures of this month do not cover the whole world: there is no rank among all contributors.")));
}

/* ---- month by month ---- */

static void
put_month (PazSheet              *sheet,
           PazEdition            *edition,
           const PazProfileMonth *month)
{
  paz_sheet_begin_row (sheet, edition->stamp);
  paz_sheet_put_month (sheet, month->month);
  if (month->state != PAZ_MONTH_LISTED)
    {
      for (guint i = 1; i < G_N_ELEMENTS (series_columns); i++)
        paz_sheet_put_absent (sheet, month->state == PAZ_MONTH_GAP ? PAZ_ABSENT_GAP : PAZ_ABSENT_NOT_LISTED);
      return;
    }
  paz_sheets_put_both (sheet, month->women, month->men, month->untold, PAZ_ABSENT_NOT_LISTED);
}

static void
put_chart_of_months (PazSheet   *sheet,
                     PazEdition *edition,
                     guint       n)
{
  const PazSheetChartSpec spec = {
    .type = PAZ_SHEET_CHART_LINES,
    .title = paz_edition_say (edition, N_("The delegation’s uniformed personnel by month")),
    .category_title = paz_sheets_say_column (edition, NC_("column", "Month")),
    .value_title = paz_edition_say (edition, N_("Uniformed personnel")),
    .description = paz_edition_say (edition, N_("Line: the delegation’s personnel at the end of each month; the numbers stand in the table above.")),
    .months = TRUE,
  };
  PazSheetChart *chart = paz_sheet_chart_new (sheet, &spec);

  paz_sheet_chart_add_series (chart, sheet, "month", "total", 0, n, paz_edition_say (edition, N_("Uniformed personnel")), PAZ_SERIES_FIRST);
  paz_sheet_chart_add_series (chart, sheet, "month", "women", 0, n, paz_sheets_say_column (edition, NC_("column", "Women")), PAZ_SERIES_THIRD);
}

static void
put_chart_of_shares (PazSheet   *sheet,
                     PazEdition *edition,
                     guint       n)
{
  const PazSheetChartSpec spec = {
    .type = PAZ_SHEET_CHART_LINES,
    .title = paz_edition_say (edition, N_("Share of women in the delegation’s personnel by month")),
    .category_title = paz_sheets_say_column (edition, NC_("column", "Month")),
    .value_title = paz_sheets_say_column (edition, NC_("column", "Share of women")),
    .description = paz_edition_say (edition, N_("Line: the share of women in the delegation’s personnel at the end of each month; the numbers stand in the table above.")),
    .share = TRUE,
    .months = TRUE,
  };
  PazSheetChart *chart = paz_sheet_chart_new (sheet, &spec);

  paz_sheet_chart_add_series (chart, sheet, "month", "women_share", 0, n, paz_sheets_say_column (edition, NC_("column", "Share of women")), PAZ_SERIES_THIRD);
}

static void
fill_series (PazSheet   *sheet,
             PazEdition *edition,
             gpointer    data)
{
  GArray *months = edition->profile->months;
  guint64 untold = 0;
  guint n = 0;

  for (guint i = 0; i < months->len; i++)
    {
      const PazProfileMonth *month = &g_array_index (months, PazProfileMonth, i);

      if (month->month < edition->from || month->month > edition->to)
        continue;
      put_month (sheet, edition, month);
      untold += month->untold;
      n++;
    }
  paz_sheet_add_note (sheet, paz_edition_say (edition, N_("Empty cells: the source does not list the contributor in that month. Hatched cells: no data set covers that month.")));
  paz_sheets_note_untold_months (sheet, edition, untold);
  if (n == 0)
    return;
  put_chart_of_months (sheet, edition, n);
  put_chart_of_shares (sheet, edition, n);
}

/* ---- women ---- */

static void
put_goal (PazSheet      *sheet,
          PazEdition    *edition,
          const PazGoal *goal)
{
  g_autofree char *name = paz_figures_dup_category_name (edition->figures, goal->category, edition->catalogue);

  paz_sheet_begin_row (sheet, edition->stamp);
  paz_sheet_put_text (sheet, name);
  paz_sheets_put_women (sheet, goal->women, goal->base, goal->untold, PAZ_ABSENT_UNKNOWN);
  if (isnan (goal->target))
    {
      paz_sheets_put_absents (sheet, PAZ_ABSENT_UNKNOWN, 3);
    }
  else
    {
      paz_sheet_put_number (sheet, goal->target / 100);
      paz_sheet_put_text (sheet, goal->target_derived ? paz_edition_say (edition, N_("Not published: a reading of the strategy"))
                                                      : paz_edition_say (edition, N_("Published")));
      if (goal->untold > 0)
        paz_sheet_put_absent (sheet, PAZ_ABSENT_UNKNOWN);
      else
        paz_sheet_put_number (sheet, (double) goal->needed);
    }
  paz_sheet_put_signal (sheet, goal->signal, paz_catalogue_ptext (edition->catalogue, "signal", paz_signal_get_label (goal->signal)));
}

static void
put_chart_of_goals (PazSheet   *sheet,
                    PazEdition *edition,
                    GArray     *goals)
{
  const PazSheetChartSpec spec = {
    .type = PAZ_SHEET_CHART_BARS,
    .title = paz_edition_say (edition, N_("Women against the targets of the year")),
    .category_title = paz_sheets_say_column (edition, NC_("column", "Category")),
    .value_title = paz_sheets_say_column (edition, NC_("column", "Share of women")),
    .description = paz_edition_say (edition, N_("Bars: the delegation’s share of women in each category beside the target of the year; the numbers stand in the table above.")),
    .share = TRUE,
  };
  PazSheetChart *chart = paz_sheet_chart_new (sheet, &spec);
  gboolean aimed = FALSE;

  for (guint i = 0; i < goals->len; i++)
    aimed = aimed || !isnan (g_array_index (goals, PazGoal, i).target);
  paz_sheet_chart_add_series (chart, sheet, "category", "women_share", 0, goals->len,
                              paz_sheets_say_column (edition, NC_("column", "Share of women")), PAZ_SERIES_FIRST);
  if (aimed)
    paz_sheet_chart_add_series (chart, sheet, "category", "target", 0, goals->len,
                                paz_sheets_say_column (edition, NC_("column", "Target of the year")), PAZ_SERIES_THIRD);
}

static void
fill_women (PazSheet   *sheet,
            PazEdition *edition,
            gpointer    data)
{
  GArray *goals = edition->profile->standing->goals;

  for (guint i = 0; i < goals->len; i++)
    put_goal (sheet, edition, &g_array_index (goals, PazGoal, i));
  paz_sheet_add_note (sheet, paz_edition_say (edition, N_("Women missing: women who would have to stand where men do, with the total as it is.")));
  paz_sheets_note_untold (sheet, edition, edition->profile->standing->untold);
  if (goals->len > 0 && edition->profile->standing->untold == 0)
    put_chart_of_goals (sheet, edition, goals);
}

/* ---- cover ---- */

static char *
dup_rank (PazEdition *edition,
          guint       rank,
          guint       of)
{
  g_autofree char *place = paz_edition_dup_count (edition, rank);
  g_autofree char *all = paz_edition_dup_count (edition, of);

  /* Translators: a rank, and among how many. */
  return rank > 0 ? g_strdup_printf (paz_edition_say (edition, N_("%s of %s")), place, all) : g_strdup ("–");
}

/* How many of a kind, and how many of them are open. */
static void
put_open (PazSheet   *cover,
          PazEdition *edition,
          const char *kind,
          guint       n_open,
          guint       n)
{
  g_autofree char *words = paz_edition_dup_counts (edition, N_("%s open, of %s"), N_("%s open, of %s"), n_open, n);

  paz_page_put_pair (cover, paz_edition_say (edition, paz_kind_find (kind)->phrases.plural), words);
}

static void
put_count (PazSheet   *cover,
           PazEdition *edition,
           const char *label,
           guint       n)
{
  g_autofree char *count = paz_edition_dup_count (edition, n);

  paz_page_put_pair (cover, label, count);
}

static void
put_records_of (PazSheet   *cover,
                PazEdition *edition)
{
  const PazProfileRecords *records = edition->profile->records;

  paz_page_put_heading (cover, paz_edition_say (edition, N_("What is recorded")));
  put_count (cover, edition, paz_edition_say (edition, paz_kind_find ("pledge")->phrases.plural), records->n_pledges);
  put_open (cover, edition, "need", records->needs_open, records->needs);
  put_open (cover, edition, "offer", records->offers_open, records->offers);
  put_count (cover, edition, paz_edition_say (edition, paz_kind_find ("course")->phrases.plural), records->courses);
  put_count (cover, edition, paz_edition_say (edition, N_("Nationals who died in missions")), edition->profile->fatal_total);
}

static void
put_key_figures (PazSheet   *cover,
                 PazEdition *edition,
                 gpointer    data)
{
  const PazStanding *standing = edition->profile->standing;
  guint64 total = PAZ_STANDING_TOTAL (standing);
  g_autofree char *women = paz_edition_dup_counts (edition, N_("Share of women: %s of %s"), N_("Share of women: %s of %s"), standing->women, total);
  g_autofree char *region = dup_rank (edition, standing->rank_region, standing->of_region);
  g_autofree char *world = dup_rank (edition, standing->rank_world, standing->of_world);

  if (edition->profile->state == PAZ_MONTH_LISTED)
    paz_page_put_count (cover, total, paz_edition_say (edition, N_("Uniformed personnel")));
  else
    paz_page_put_unknown (cover, paz_edition_say (edition, N_("Uniformed personnel: the source does not list the delegation in this month")));
  if (edition->profile->standing->untold == 0)
    paz_page_put_share (cover, standing->women, total, women);
  else
    paz_page_put_unknown (cover, paz_edition_say (edition, N_("Share of women: the source gives the sum of women and men alone")));
  paz_page_put_words (cover, region, paz_edition_say (edition, N_("Rank in the region")));
  paz_page_put_words (cover, world, paz_edition_say (edition, N_("Rank in the world")));
  put_records_of (cover, edition);
}

/* ---- the report ---- */

static gboolean
prepare (PazEdition    *edition,
         PazStore      *store,
         GCancellable  *cancellable,
         GError       **error)
{
  g_autoptr (PazFatalities) fatalities = NULL;
  g_autoptr (PazStore) reader = NULL;

  if (*edition->code == '\0')
    {
      g_set_error_literal (error, PAZ_REPORT_ERROR, PAZ_REPORT_ERROR_NO_DATA, "no delegation said");
      return FALSE;
    }
  fatalities = paz_fatalities_get (store, edition->audience, cancellable, error);
  reader = fatalities != NULL ? paz_store_hold_moment (store, error) : NULL;
  if (reader == NULL)
    return FALSE;
  edition->profile = paz_profile_load (reader, edition->figures, fatalities, edition->code, edition->month, edition->audience, error);
  if (edition->profile == NULL)
    return FALSE;
  edition->stamp = paz_clearance_join (edition->stamp, (PazClearance) { TRUE, edition->profile->records->level });
  edition->stamp = paz_clearance_join (edition->stamp, paz_country_stamp_fatalities (edition->profile));

  return TRUE;
}

static const char *
get_subject (PazEdition *edition)
{
  return edition->delegation;
}

static const PazSheetPart standing_part = PAZ_SHEET_PART (standing_words, standing_columns, fill_standing);
static const PazSheetPart series_part = PAZ_SHEET_PART (series_words, series_columns, fill_series);
static const PazSheetPart women_part = PAZ_SHEET_PART (women_words, women_columns, fill_women);

const PazReport paz_country_report = {
  .info = {
    "country", NC_("report", "Country Profile"),
    N_("One participant: deployment now and over time, ranks, women against targets, pledges, needs, offers, training and fatalities."),
    "contact-new-symbolic",
  },
  .titles = { N_("Country profile in peace operations"), N_("Country profile in peacekeeping operations") },
  .with_targets = TRUE,
  .prepare = prepare,
  .get_subject = get_subject,
  .put_key_figures = put_key_figures,
  .parts = {
    &standing_part, &paz_country_missions_part, &paz_country_types_part, &series_part, &women_part, &paz_country_records_part,
    &paz_country_years_part, &paz_country_fallen_part, &paz_sources_part,
  },
};
