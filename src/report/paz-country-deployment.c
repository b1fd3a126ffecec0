/* Where a participant is deployed in one month, by mission and by personnel type. */
#include "paz-report-spec.h"

static const PazSheetWords missions_words = {
  NC_("sheet", "Missions"), N_("Deployment by mission"),
  N_("The delegation’s personnel in each mission, women and men, with a chart"), "CountryMissions", 1,
};

static const PazColumn missions_columns[] = {
  { "mission", NC_("column", "Mission"), PAZ_COLUMN_CODE },
  { "name", NC_("column", "Name of the mission"), PAZ_COLUMN_NOTE, 280 },
  { "women", NC_("column", "Women"), PAZ_COLUMN_COUNT },
  { "men", NC_("column", "Men"), PAZ_COLUMN_COUNT },
  { "women_share", NC_("column", "Share of women"), PAZ_COLUMN_SHARE },
  { "total", NC_("column", "Total personnel"), PAZ_COLUMN_COUNT },
  { "mission_share", NC_("column", "Share of the mission"), PAZ_COLUMN_SHARE },
  { "mission_total", NC_("column", "Mission’s personnel, all contributors"), PAZ_COLUMN_COUNT },
};

static const PazSheetWords types_words = {
  NC_("sheet", "Personnel types"), N_("Deployment by personnel type"),
  N_("The delegation’s troops, staff officers, experts and police, women and men"), "CountryTypes", 1,
};

static const PazColumn types_columns[] = {
  { "type_name", NC_("column", "Personnel type"), PAZ_COLUMN_NOTE, 280 },
  { "personnel_type", NC_("column", "Type code"), PAZ_COLUMN_CODE },
  { "women", NC_("column", "Women"), PAZ_COLUMN_COUNT },
  { "men", NC_("column", "Men"), PAZ_COLUMN_COUNT },
  { "women_share", NC_("column", "Share of women"), PAZ_COLUMN_SHARE },
  { "total", NC_("column", "Total personnel"), PAZ_COLUMN_COUNT },
  { "type_share", NC_("column", "Share of the type"), PAZ_COLUMN_SHARE },
  { "type_total", NC_("column", "Personnel of the type, all contributors"), PAZ_COLUMN_COUNT },
};

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
  paz_sheets_put_both (sheet, part->women, part->men, part->untold, PAZ_ABSENT_UNKNOWN);
  paz_sheets_put_world (sheet, edition->profile->covers_world, PAZ_PROFILE_TOTAL (part), part->of);
}

static void
put_total_of_parts (PazSheet   *sheet,
                    PazEdition *edition)
{
  const PazStanding *standing = edition->profile->standing;

  paz_sheet_begin_total (sheet, edition->month_stamp);
  paz_sheet_put_text (sheet, edition->delegation);
  paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_APPLICABLE);
  paz_sheets_put_both_total (sheet, standing->women, standing->men, standing->untold);
  paz_sheets_put_absents (sheet, PAZ_ABSENT_NOT_APPLICABLE, 2);
}

/* Not listed, or not covered: two things, and neither is zero. */
static void
add_note_of_nobody (PazSheet   *sheet,
                    PazEdition *edition)
{
  if (edition->profile->state == PAZ_MONTH_GAP)
    paz_sheet_add_note (sheet, paz_edition_say (edition, N_("A month that no data set covers is a gap and not zero.")));
  else
    paz_sheet_add_note (sheet, paz_edition_say (edition, N_("“Not listed” is not zero: the source lists only contributors with personnel deployed.")));
}

/* Women and men on each other, or everybody where they are not told apart. */
static void
put_chart_of_people (PazSheet                *sheet,
                     PazEdition              *edition,
                     const PazSheetChartSpec *spec,
                     const char              *category_key,
                     guint                    n)
{
  PazSheetChart *chart = paz_sheet_chart_new (sheet, spec);

  if (edition->profile->standing->untold == 0)
    {
      paz_sheet_chart_add_series (chart, sheet, category_key, "women", 0, n, paz_sheets_say_column (edition, NC_("column", "Women")), PAZ_SERIES_FIRST);
      paz_sheet_chart_add_series (chart, sheet, category_key, "men", 0, n, paz_sheets_say_column (edition, NC_("column", "Men")), PAZ_SERIES_SECOND);
    }
  else
    paz_sheet_chart_add_series (chart, sheet, category_key, "total", 0, n, paz_sheets_say_column (edition, NC_("column", "Total personnel")), PAZ_SERIES_FIRST);
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

  put_chart_of_people (sheet, edition, &spec, "mission", n);
}

static void
put_chart_of_types (PazSheet   *sheet,
                    PazEdition *edition,
                    guint       n)
{
  const PazSheetChartSpec spec = {
    .type = PAZ_SHEET_CHART_STACKED_BARS,
    .title = paz_edition_say (edition, N_("Deployment by personnel type")),
    .category_title = paz_sheets_say_column (edition, NC_("column", "Personnel type")),
    .value_title = paz_edition_say (edition, N_("Uniformed personnel")),
    .description = paz_edition_say (edition, N_("Bars: women and men of the delegation of each type; the numbers stand in the table above.")),
  };

  put_chart_of_people (sheet, edition, &spec, "type_name", n);
}

static void
fill_missions (PazSheet   *sheet,
               PazEdition *edition,
               gpointer    data)
{
  GArray *parts = edition->profile->missions;

  for (guint i = 0; i < parts->len; i++)
    {
      const PazProfilePart *part = &g_array_index (parts, PazProfilePart, i);
      g_autofree char *name = paz_figures_dup_mission_name (edition->figures, part->key, edition->catalogue);

      put_part (sheet, edition, part, part->key, name);
    }
  paz_sheets_note_untold (sheet, edition, edition->profile->standing->untold);
  if (parts->len == 0)
    {
      add_note_of_nobody (sheet, edition);
      return;
    }
  put_total_of_parts (sheet, edition);
  put_chart_of_missions (sheet, edition, parts->len);
}

static void
fill_types (PazSheet   *sheet,
            PazEdition *edition,
            gpointer    data)
{
  GArray *parts = edition->profile->types;

  for (guint i = 0; i < parts->len; i++)
    {
      const PazProfilePart *part = &g_array_index (parts, PazProfilePart, i);
      g_autofree char *name = paz_figures_dup_type_name (edition->figures, part->key, edition->catalogue);

      put_part (sheet, edition, part, name, part->key);
    }
  paz_sheets_note_untold (sheet, edition, edition->profile->standing->untold);
  if (parts->len == 0)
    {
      add_note_of_nobody (sheet, edition);
      return;
    }
  put_total_of_parts (sheet, edition);
  put_chart_of_types (sheet, edition, parts->len);
}

const PazSheetPart paz_country_missions_part = PAZ_SHEET_PART (missions_words, missions_columns, fill_missions);
const PazSheetPart paz_country_types_part = PAZ_SHEET_PART (types_words, types_columns, fill_types);
