/* The report `country`: one participant at a month. */
#include "paz-country.h"

#include <math.h>
#include <string.h>

/* ---- words and columns ---- */

static const PazSheetWords missions_words = {
  NC_("sheet", "Missions"), N_("Deployment by mission"),
  N_("The delegation’s personnel in each mission, women and men, with a chart"), "CountryMissions", 1,
};

static const PazColumn missions_columns[] = {
  { "mission", NC_("column", "Mission"), PAZ_COLUMN_CODE },
  { "name", NC_("column", "Name of the mission"), PAZ_COLUMN_NOTE },
  { "women", NC_("column", "Women"), PAZ_COLUMN_COUNT },
  { "men", NC_("column", "Men"), PAZ_COLUMN_COUNT },
  { "women_share", NC_("column", "Share of women"), PAZ_COLUMN_SHARE },
  { "total", NC_("column", "Total personnel"), PAZ_COLUMN_COUNT },
};

static const PazSheetWords types_words = {
  NC_("sheet", "Personnel types"), N_("Deployment by personnel type"),
  N_("The delegation’s troops, staff officers, experts and police, women and men"), "CountryTypes", 1,
};

static const PazColumn types_columns[] = {
  { "type_name", NC_("column", "Personnel type"), PAZ_COLUMN_TEXT },
  { "personnel_type", NC_("column", "Type code"), PAZ_COLUMN_CODE },
  { "women", NC_("column", "Women"), PAZ_COLUMN_COUNT },
  { "men", NC_("column", "Men"), PAZ_COLUMN_COUNT },
  { "women_share", NC_("column", "Share of women"), PAZ_COLUMN_SHARE },
  { "total", NC_("column", "Total personnel"), PAZ_COLUMN_COUNT },
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
  { "target", NC_("column", "Target (%)"), PAZ_COLUMN_POINTS },
  { "basis", NC_("column", "Basis of the target"), PAZ_COLUMN_TEXT },
  { "needed", NC_("column", "Women missing"), PAZ_COLUMN_COUNT },
  { "signal", NC_("column", "Signal"), PAZ_COLUMN_SIGNAL },
};

static const PazSheetWords records_words = {
  NC_("sheet", "Pledges and cooperation"), N_("Pledges, needs, offers and courses"),
  N_("The delegation’s pledges, needs, offers and courses as recorded"), "CountryRecords", 1, PAZ_PERIOD_NONE,
};

static const PazColumn records_columns[] = {
  { "kind", NC_("column", "Kind"), PAZ_COLUMN_TEXT },
  { "title", NC_("column", "Title"), PAZ_COLUMN_NOTE },
  { "state", NC_("column", "Level or status"), PAZ_COLUMN_TEXT },
  { "persons", NC_("column", "Persons or seats"), PAZ_COLUMN_COUNT },
  { "women", NC_("column", "Women"), PAZ_COLUMN_COUNT },
  { "from", NC_("column", "From"), PAZ_COLUMN_DATE },
  { "to", NC_("column", "Until"), PAZ_COLUMN_DATE },
};

static const PazSheetWords fatalities_words = {
  NC_("sheet", "Fatalities"), N_("Nationals who died in missions"),
  N_("Nationals who died in missions, by year and by mission"), "CountryFatalities", 1, PAZ_PERIOD_NONE,
};

static const PazColumn fatalities_columns[] = {
  { "year", NC_("column", "Year"), PAZ_COLUMN_RANK },
  { "mission", NC_("column", "Mission"), PAZ_COLUMN_CODE },
  { "count", NC_("column", "Fatalities"), PAZ_COLUMN_COUNT },
};

/* ---- deployment ---- */

static void
put_part (PazSheet             *sheet,
          PazEdition           *edition,
          const PazProfilePart *part,
          const char           *first,
          const char           *second)
{
  paz_sheet_begin_row (sheet, edition->month_stamp);
  paz_sheet_put_text (sheet, first);
  paz_sheet_put_text (sheet, second);
  paz_sheet_put_number (sheet, (double) part->women);
  paz_sheet_put_number (sheet, (double) part->men);
  paz_sheet_put_share (sheet, part->women, part->women + part->men);
  paz_sheet_put_number (sheet, (double) (part->women + part->men));
}

static void
put_chart_of_missions (PazSheet   *sheet,
                       PazEdition *edition,
                       guint       n)
{
  const PazSheetChartSpec spec = {
    .type = PAZ_SHEET_CHART_STACKED_BARS,
    .title = paz_edition_say (edition, N_("Deployment by mission")),
    .category_title = paz_sheets_say_column (edition, NC_("column", "Mission")),
    .value_title = paz_edition_say (edition, N_("Uniformed personnel")),
    .description = paz_edition_say (edition, N_("Bars: women and men of the delegation in each mission; the numbers stand in the table above.")),
  };
  PazSheetChart *chart = paz_sheet_chart_new (sheet, &spec);

  paz_sheet_chart_add_series (chart, sheet, "mission", "women", 0, n, paz_sheets_say_column (edition, NC_("column", "Women")), PAZ_SERIES_FIRST);
  paz_sheet_chart_add_series (chart, sheet, "mission", "men", 0, n, paz_sheets_say_column (edition, NC_("column", "Men")), PAZ_SERIES_SECOND);
}

static void
fill_missions (PazSheet   *sheet,
               PazEdition *edition)
{
  GArray *parts = edition->profile->missions;

  for (guint i = 0; i < parts->len; i++)
    {
      const PazProfilePart *part = &g_array_index (parts, PazProfilePart, i);
      g_autofree char *name = paz_figures_dup_mission_name (edition->figures, part->key, edition->catalogue);

      put_part (sheet, edition, part, part->key, name);
    }
  if (parts->len > 0)
    put_chart_of_missions (sheet, edition, parts->len);
}

static void
fill_types (PazSheet   *sheet,
            PazEdition *edition)
{
  GArray *parts = edition->profile->types;

  for (guint i = 0; i < parts->len; i++)
    {
      const PazProfilePart *part = &g_array_index (parts, PazProfilePart, i);
      g_autofree char *name = paz_figures_dup_type_name (edition->figures, part->key, edition->catalogue);

      put_part (sheet, edition, part, name, part->key);
    }
}

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
  paz_sheet_put_number (sheet, (double) month->women);
  paz_sheet_put_number (sheet, (double) month->men);
  paz_sheet_put_share (sheet, month->women, month->women + month->men);
  paz_sheet_put_number (sheet, (double) (month->women + month->men));
}

static void
fill_series (PazSheet   *sheet,
             PazEdition *edition)
{
  const PazSheetChartSpec spec = {
    .type = PAZ_SHEET_CHART_LINES,
    .title = paz_edition_say (edition, N_("The delegation’s uniformed personnel by month")),
    .category_title = paz_sheets_say_column (edition, NC_("column", "Month")),
    .value_title = paz_edition_say (edition, N_("Uniformed personnel")),
    .description = paz_edition_say (edition, N_("Line: the delegation’s personnel at the end of each month; the numbers stand in the table above.")),
    .months = TRUE,
  };
  GArray *months = edition->profile->months;
  guint n = 0;
  PazSheetChart *chart;

  for (guint i = 0; i < months->len; i++)
    {
      const PazProfileMonth *month = &g_array_index (months, PazProfileMonth, i);

      if (month->month < edition->from || month->month > edition->to)
        continue;
      put_month (sheet, edition, month);
      n++;
    }
  paz_sheet_add_note (sheet, paz_edition_say (edition, N_("Empty cells: the source does not list the contributor in that month. Hatched cells: no data set covers that month.")));
  if (n == 0)
    return;
  chart = paz_sheet_chart_new (sheet, &spec);
  paz_sheet_chart_add_series (chart, sheet, "month", "total", 0, n, paz_edition_say (edition, N_("Uniformed personnel")), PAZ_SERIES_FIRST);
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
  paz_sheet_put_number (sheet, (double) goal->women);
  paz_sheet_put_share (sheet, goal->women, goal->base);
  paz_sheet_put_number (sheet, (double) goal->base);
  if (isnan (goal->target))
    {
      for (guint i = 0; i < 3; i++)
        paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_APPLICABLE);
    }
  else
    {
      paz_sheet_put_number (sheet, goal->target);
      paz_sheet_put_text (sheet, goal->target_derived ? paz_edition_say (edition, N_("Not published: a reading of the strategy"))
                                                      : paz_edition_say (edition, N_("Published")));
      paz_sheet_put_number (sheet, (double) goal->needed);
    }
  paz_sheet_put_signal (sheet, goal->signal, paz_catalogue_ptext (edition->catalogue, "signal", paz_signal_get_label (goal->signal)));
}

static void
fill_women (PazSheet   *sheet,
            PazEdition *edition)
{
  GArray *goals = edition->profile->standing->goals;

  for (guint i = 0; i < goals->len; i++)
    put_goal (sheet, edition, &g_array_index (goals, PazGoal, i));
  paz_sheet_add_note (sheet, paz_edition_say (edition, N_("Women missing: women who would have to stand where men do, with the total as it is.")));
}

/* ---- records ---- */

static void
put_integer (PazSheet   *sheet,
             PazRecord  *record,
             const char *key)
{
  const PazField *field = key != NULL ? paz_kind_find_field (paz_record_get_kind (record), key) : NULL;

  if (field == NULL)
    paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_APPLICABLE);
  else if (paz_value_get_state (paz_record_get_value (record, field)) == PAZ_STATE_KNOWN)
    paz_sheet_put_number (sheet, (double) paz_record_get_integer (record, key));
  else
    paz_sheet_put_absent (sheet, PAZ_ABSENT_UNKNOWN);
}

static char *
dup_state (PazEdition *edition,
           PazRecord  *record,
           const char *key)
{
  const PazKind *kind = paz_record_get_kind (record);
  const PazField *field = paz_kind_find_field (kind, key);

  return paz_value_dup_display (field, kind, paz_record_get_value (record, field), edition->catalogue);
}

static void
put_records (PazSheet   *sheet,
             PazEdition *edition,
             GPtrArray  *records,
             const char *state,
             const char *persons,
             const char *women,
             const char *from,
             const char *to)
{
  for (guint i = 0; i < records->len; i++)
    {
      PazRecord *record = records->pdata[i];
      g_autofree char *words = dup_state (edition, record, state);
      const char *title = paz_record_get_words (record, "title", paz_catalogue_get_language (edition->catalogue));

      paz_sheet_begin_row (sheet, paz_clearance_ask (record, edition->audience));
      paz_sheet_put_text (sheet, paz_edition_say (edition, paz_record_get_kind (record)->phrases.singular));
      paz_sheet_put_text (sheet, title != NULL ? title : "");
      paz_sheet_put_text (sheet, words);
      put_integer (sheet, record, persons);
      put_integer (sheet, record, women);
      paz_sheet_put_date (sheet, paz_record_get_text (record, from));
      paz_sheet_put_date (sheet, paz_record_get_text (record, to));
    }
}

static void
fill_records (PazSheet   *sheet,
              PazEdition *edition)
{
  const PazProfileRecords *records = edition->profile->records;

  put_records (sheet, edition, records->pledge_records, "readiness", "strength", "women", "available_from", "valid_until");
  put_records (sheet, edition, records->need_records, "status", NULL, NULL, "from", "to");
  put_records (sheet, edition, records->offer_records, "status", NULL, NULL, "from", "to");
  put_records (sheet, edition, records->course_records, "status", "seats", NULL, "starts", "ends");
}

/* By year and by mission, one below the other: each line says which. */
static void
put_counts (PazSheet       *sheet,
            PazEdition     *edition,
            GPtrArray      *counts,
            PazFatalityKey  key,
            PazClearance    stamp)
{
  for (guint i = 0; i < counts->len; i++)
    {
      const PazFatalityCount *count = counts->pdata[i];
      g_autofree char *name = paz_fatalities_dup_name (edition->profile->fatalities, key, count->key, edition->catalogue);

      paz_sheet_begin_row (sheet, stamp);
      if (key != PAZ_FATALITY_YEAR)
        paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_APPLICABLE);
      else if (*count->key == '\0')
        paz_sheet_put_absent (sheet, PAZ_ABSENT_UNKNOWN);
      else
        paz_sheet_put_number (sheet, (double) g_ascii_strtoull (count->key, NULL, 10));
      if (key == PAZ_FATALITY_MISSION)
        paz_sheet_put_text (sheet, name);
      else
        paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_APPLICABLE);
      paz_sheet_put_number (sheet, count->count);
    }
}

static PazClearance
stamp_fatalities (PazProfile *profile)
{
  const PazFatalityFilter filter = { .nationality = profile->participant };

  return (PazClearance) { TRUE, paz_fatalities_get_level (profile->fatalities, &filter) };
}

static void
fill_fatalities (PazSheet   *sheet,
                 PazEdition *edition)
{
  PazProfile *profile = edition->profile;
  PazClearance stamp = stamp_fatalities (profile);

  put_counts (sheet, edition, profile->fatal_years, PAZ_FATALITY_YEAR, stamp);
  put_counts (sheet, edition, profile->fatal_missions, PAZ_FATALITY_MISSION, stamp);
  paz_sheet_add_note (sheet, paz_edition_say (edition, N_("Records before 2000 may be incomplete. The UN’s list groups numbered missions under one name, as UNEF.")));
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

static void
put_key_figures (PazSheet   *cover,
                 PazEdition *edition)
{
  const PazStanding *standing = edition->profile->standing;
  guint64 total = PAZ_STANDING_TOTAL (standing);
  g_autofree char *women = paz_edition_dup_counts (edition, N_("Share of women: %s of %s"), N_("Share of women: %s of %s"), standing->women, total);
  g_autofree char *region = dup_rank (edition, standing->rank_region, standing->of_region);
  g_autofree char *world = dup_rank (edition, standing->rank_world, standing->of_world);

  paz_page_put_pair (cover, paz_edition_say (edition, N_("Participant")), edition->delegation);
  paz_page_put_count (cover, total, paz_edition_say (edition, N_("Uniformed personnel")));
  paz_page_put_share (cover, standing->women, total, women);
  paz_page_put_pair (cover, paz_edition_say (edition, N_("Rank in the region")), region);
  paz_page_put_pair (cover, paz_edition_say (edition, N_("Rank in the world")), world);
}

/* ---- the report ---- */

gboolean
paz_country_prepare (PazEdition    *edition,
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
  reader = fatalities != NULL ? paz_store_open_reader (store, error) : NULL;
  if (reader == NULL)
    return FALSE;
  edition->profile = paz_profile_load (reader, edition->figures, fatalities, edition->code, edition->month, edition->audience, error);
  if (edition->profile == NULL)
    return FALSE;
  edition->stamp = paz_clearance_join (edition->stamp, (PazClearance) { TRUE, edition->profile->records->level });
  edition->stamp = paz_clearance_join (edition->stamp, stamp_fatalities (edition->profile));

  return TRUE;
}

#define DECLARE(what) paz_sheets_declare (edition, workbook, &what##_words, what##_columns, \
                                          G_N_ELEMENTS (what##_columns), 0, edition->stamp)

gboolean
paz_country_fill (PazEdition   *edition,
                  PazWorkbook  *workbook,
                  const char   *title,
                  GError      **error)
{
  PazSheet *cover = paz_cover_new (edition, workbook, title);
  PazSheet *missions = DECLARE (missions);
  PazSheet *types = DECLARE (types);
  PazSheet *series = DECLARE (series);
  PazSheet *women = DECLARE (women);
  PazSheet *records = DECLARE (records);
  PazSheet *fatalities = DECLARE (fatalities);
  PazSheet *sources;

  put_key_figures (cover, edition);
  paz_page_put_heading (cover, paz_edition_say (edition, N_("Contents")));
  paz_sheets_put_link (cover, edition, missions, &missions_words);
  paz_sheets_put_link (cover, edition, types, &types_words);
  paz_sheets_put_link (cover, edition, series, &series_words);
  paz_sheets_put_link (cover, edition, women, &women_words);
  paz_sheets_put_link (cover, edition, records, &records_words);
  paz_sheets_put_link (cover, edition, fatalities, &fatalities_words);
  sources = paz_sources_declare (edition, workbook, cover);
  paz_cover_put_facts (cover, edition);
  paz_cover_put_sources (cover, edition);
  paz_cover_put_legend (cover, edition);
  paz_cover_put_notes (cover, edition);
  fill_missions (missions, edition);
  fill_types (types, edition);
  fill_series (series, edition);
  fill_women (women, edition);
  paz_edition_report (edition, 0.5);
  fill_records (records, edition);
  fill_fatalities (fatalities, edition);
  paz_sources_fill (sources, edition);

  return TRUE;
}
