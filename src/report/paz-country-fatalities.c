/* Nationals who died in missions, by year and by mission: records, not figures of months. */
#include "paz-report-spec.h"

static const PazSheetWords year_words = {
  NC_("sheet", "Fatalities by year"), N_("Nationals who died in missions, by year"),
  N_("Nationals who died in missions, year by year, with a chart"), "CountryFatalYears", 1, PAZ_PERIOD_NONE,
};

static const PazColumn year_columns[] = {
  { "year", NC_("column", "Year"), PAZ_COLUMN_RANK },
  { "count", NC_("column", "Fatalities"), PAZ_COLUMN_COUNT },
};

static const PazSheetWords mission_words = {
  NC_("sheet", "Fatalities by mission"), N_("Nationals who died in missions, by mission"),
  N_("Nationals who died in missions, mission by mission, with a chart"), "CountryFatalMissions", 1, PAZ_PERIOD_NONE,
};

static const PazColumn mission_columns[] = {
  { "mission", NC_("column", "Mission"), PAZ_COLUMN_CODE },
  { "count", NC_("column", "Fatalities"), PAZ_COLUMN_COUNT },
};

PazClearance
paz_country_stamp_fatalities (PazProfile *profile)
{
  const PazFatalityFilter filter = { .nationality = profile->participant };

  return (PazClearance) { TRUE, paz_fatalities_get_level (profile->fatalities, &filter) };
}

static void
end (PazSheet        *self,
     PazEdition      *edition,
     GPtrArray       *counts,
     PazClearance     stamp)
{
  if (counts->len == 0)
    paz_sheet_add_note (self, paz_edition_say (edition, N_("Nothing of this is recorded here.")));
  else
    {
      paz_sheet_begin_total (self, stamp);
      paz_sheet_put_text (self, paz_edition_say (edition, N_("All")));
      paz_sheet_put_sum (self, edition->profile->fatal_total);
    }
  paz_sheet_add_note (self, paz_edition_say (edition, N_("Records before 2000 may be incomplete. The UN’s list groups numbered missions under one name, as UNEF.")));
}

static void
put_chart (PazSheet   *self,
           PazEdition *edition,
           const char *key,
           const char *title,
           const char *category_title,
           guint       n)
{
  const PazSheetChartSpec spec = {
    .type = PAZ_SHEET_CHART_BARS,
    .title = title,
    .category_title = category_title,
    .value_title = paz_sheets_say_column (edition, NC_("column", "Fatalities")),
    .description = paz_edition_say (edition, N_("Bars: nationals who died in missions; the numbers stand in the table above.")),
  };
  PazSheetChart *chart = paz_sheet_chart_new (self, &spec);

  paz_sheet_chart_add_series (chart, self, key, "count", 0, n, paz_sheets_say_column (edition, NC_("column", "Fatalities")), PAZ_SERIES_SECOND);
}

static void
fill_years (PazSheet   *self,
            PazEdition *edition,
            gpointer    data)
{
  GPtrArray *counts = edition->profile->fatal_years;
  PazClearance stamp = paz_country_stamp_fatalities (edition->profile);

  for (guint i = 0; i < counts->len; i++)
    {
      const PazFatalityCount *count = counts->pdata[i];

      paz_sheet_begin_row (self, stamp);
      if (*count->key == '\0')
        paz_sheet_put_absent (self, PAZ_ABSENT_UNKNOWN);
      else
        paz_sheet_put_number (self, (double) g_ascii_strtoull (count->key, NULL, 10));
      paz_sheet_put_number (self, count->count);
    }
  if (counts->len > 0)
    put_chart (self, edition, "year", paz_edition_say (edition, year_words.title),
               paz_sheets_say_column (edition, NC_("column", "Year")), counts->len);
  end (self, edition, counts, stamp);
}

static void
fill_missions (PazSheet   *self,
               PazEdition *edition,
               gpointer    data)
{
  PazProfile *profile = edition->profile;
  GPtrArray *counts = profile->fatal_missions;
  PazClearance stamp = paz_country_stamp_fatalities (profile);

  for (guint i = 0; i < counts->len; i++)
    {
      const PazFatalityCount *count = counts->pdata[i];
      g_autofree char *name = paz_fatalities_dup_name (profile->fatalities, PAZ_FATALITY_MISSION, count->key, edition->catalogue);

      paz_sheet_begin_row (self, stamp);
      paz_sheet_put_text (self, name);
      paz_sheet_put_number (self, count->count);
    }
  if (counts->len > 0)
    put_chart (self, edition, "mission", paz_edition_say (edition, mission_words.title),
               paz_sheets_say_column (edition, NC_("column", "Mission")), counts->len);
  end (self, edition, counts, stamp);
}

const PazSheetPart paz_country_years_part = PAZ_SHEET_PART (year_words, year_columns, fill_years);
const PazSheetPart paz_country_fallen_part = PAZ_SHEET_PART (mission_words, mission_columns, fill_missions);
