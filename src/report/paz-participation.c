/* The report `participation`: who of the region contributes what, for one month, and since when. */
#include "paz-participation.h"

#define TOP 10

/* ---- words and columns ---- */

static const PazSheetWords ranking_words = {
  NC_("sheet", "Ranking"), N_("Contributors of the region, largest first"),
  N_("The contributors of the region, largest first, women and men, with a chart"), "Ranking", 3,
};

static const PazColumn ranking_columns[] = {
  { "rank", NC_("column", "Rank"), PAZ_COLUMN_RANK },
  { "contributor", NC_("column", "Contributor"), PAZ_COLUMN_TEXT },
  { "iso3", NC_("column", "Code"), PAZ_COLUMN_CODE },
  { "women", NC_("column", "Women"), PAZ_COLUMN_COUNT },
  { "men", NC_("column", "Men"), PAZ_COLUMN_COUNT },
  { "women_share", NC_("column", "Share of women"), PAZ_COLUMN_SHARE },
  { "total", NC_("column", "Total personnel"), PAZ_COLUMN_COUNT },
  { "region_share", NC_("column", "Share of the region"), PAZ_COLUMN_SHARE },
  { "region_total", NC_("column", "Region’s personnel"), PAZ_COLUMN_COUNT },
};

static const PazSheetWords contributors_words = {
  NC_("sheet", "Contributors"), N_("Personnel by contributor"),
  N_("Every contributor of the region: personnel, women, ranks and shares"), "Contributors", 2,
};

static const PazColumn contributors_columns[] = {
  { "contributor", NC_("column", "Contributor"), PAZ_COLUMN_TEXT },
  { "iso3", NC_("column", "Code"), PAZ_COLUMN_CODE },
  { "women", NC_("column", "Women"), PAZ_COLUMN_COUNT },
  { "women_share", NC_("column", "Share of women"), PAZ_COLUMN_SHARE },
  { "total", NC_("column", "Total personnel"), PAZ_COLUMN_COUNT },
  { "rank_region", NC_("column", "Rank in the region"), PAZ_COLUMN_RANK },
  { "region_share", NC_("column", "Share of the region"), PAZ_COLUMN_SHARE },
  { "region_total", NC_("column", "Region’s personnel"), PAZ_COLUMN_COUNT },
  { "rank_world", NC_("column", "Rank in the world"), PAZ_COLUMN_RANK },
  { "world_share", NC_("column", "Share of the world"), PAZ_COLUMN_SHARE },
  { "world_total", NC_("column", "World’s personnel"), PAZ_COLUMN_COUNT },
};

static const PazSheetWords missions_words = {
  NC_("sheet", "Missions"), N_("Personnel by mission"),
  N_("The region’s personnel in each mission, with a chart"), "Missions", 1,
};

static const PazColumn missions_columns[] = {
  { "mission", NC_("column", "Mission"), PAZ_COLUMN_CODE },
  { "name", NC_("column", "Name of the mission"), PAZ_COLUMN_NOTE, 280 },
  { "contributors", NC_("column", "Contributors of the region"), PAZ_COLUMN_COUNT },
  { "women", NC_("column", "Women"), PAZ_COLUMN_COUNT },
  { "women_share", NC_("column", "Share of women"), PAZ_COLUMN_SHARE },
  { "total", NC_("column", "Total personnel"), PAZ_COLUMN_COUNT },
  { "region_share", NC_("column", "Share of the region"), PAZ_COLUMN_SHARE },
  { "region_total", NC_("column", "Region’s personnel"), PAZ_COLUMN_COUNT },
  { "mission_share", NC_("column", "Region’s share of the mission"), PAZ_COLUMN_SHARE },
  { "mission_total", NC_("column", "Mission’s personnel, all contributors"), PAZ_COLUMN_COUNT },
};

static const PazSheetWords types_words = {
  NC_("sheet", "Personnel types"), N_("Personnel by type"),
  N_("Troops, staff officers, experts and police of the region"), "PersonnelTypes", 1,
};

static const PazColumn types_columns[] = {
  { "type_name", NC_("column", "Personnel type"), PAZ_COLUMN_TEXT },
  { "personnel_type", NC_("column", "Type code"), PAZ_COLUMN_CODE },
  { "women", NC_("column", "Women"), PAZ_COLUMN_COUNT },
  { "women_share", NC_("column", "Share of women"), PAZ_COLUMN_SHARE },
  { "total", NC_("column", "Total personnel"), PAZ_COLUMN_COUNT },
  { "region_share", NC_("column", "Share of the region"), PAZ_COLUMN_SHARE },
  { "region_total", NC_("column", "Region’s personnel"), PAZ_COLUMN_COUNT },
};

/* ---- ranking ---- */

static int
compare_ranks_cb (gconstpointer a,
                  gconstpointer b,
                  gpointer      catalogue)
{
  const PazLine *one = *(const PazLine * const *) a;
  const PazLine *other = *(const PazLine * const *) b;

  if (one->rank != other->rank)
    return one->rank < other->rank ? -1 : 1;

  return paz_catalogue_compare (catalogue, one->name, other->name);
}

static void
put_chart_of_ranking (PazSheet   *sheet,
                      PazEdition *edition,
                      guint       n,
                      gboolean    untold)
{
  g_autofree char *month = paz_edition_dup_month (edition, edition->month);
  /* Translators: a month. */
  g_autofree char *title = g_strdup_printf (paz_edition_say (edition, N_("Largest contributors of the region, %s")), month);
  const PazSheetChartSpec spec = {
    .type = PAZ_SHEET_CHART_STACKED_BARS,
    .title = title,
    .category_title = paz_sheets_say_column (edition, NC_("column", "Contributor")),
    .value_title = paz_edition_say (edition, N_("Uniformed personnel")),
    .description = paz_edition_say (edition, N_("Bars: women and men of the largest contributors of the region; the numbers stand in the table above.")),
  };
  PazSheetChart *chart = paz_sheet_chart_new (sheet, &spec);

  if (untold)
    {
      paz_sheet_chart_add_series (chart, sheet, "contributor", "total", 0, n, paz_sheets_say_column (edition, NC_("column", "Total personnel")), PAZ_SERIES_FIRST);
      return;
    }
  paz_sheet_chart_add_series (chart, sheet, "contributor", "women", 0, n, paz_sheets_say_column (edition, NC_("column", "Women")), PAZ_SERIES_FIRST);
  paz_sheet_chart_add_series (chart, sheet, "contributor", "men", 0, n, paz_sheets_say_column (edition, NC_("column", "Men")), PAZ_SERIES_SECOND);
}

static void
put_ranking_total (PazSheet         *sheet,
                   PazParticipation *figures)
{
  paz_sheet_begin_total (sheet, figures->edition->month_stamp);
  paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_APPLICABLE);
  paz_sheet_put_text (sheet, paz_edition_say (figures->edition, N_("Region")));
  paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_APPLICABLE);
  paz_sheets_put_both_total (sheet, figures->female, figures->male, figures->untold);
  paz_sheet_put_share (sheet, figures->total, figures->total);
  paz_sheet_put_number (sheet, (double) figures->total);
}

GPtrArray *
paz_participation_sort_by_rank (PazEdition *edition,
                                GPtrArray  *lines)
{
  GPtrArray *sorted = g_ptr_array_new ();

  g_ptr_array_extend (sorted, lines, NULL, NULL);
  g_ptr_array_sort_with_data (sorted, compare_ranks_cb, edition->catalogue);

  return sorted;
}

static void
fill_ranking (PazSheet   *sheet,
              PazEdition *edition,
              gpointer    data)
{
  PazParticipation *figures = data;
  g_autoptr (GPtrArray) sorted = paz_participation_sort_by_rank (edition, figures->region);

  for (guint i = 0; i < sorted->len; i++)
    {
      const PazLine *line = g_ptr_array_index (sorted, i);

      paz_sheet_begin_row (sheet, edition->month_stamp);
      paz_sheet_put_number (sheet, line->rank);
      paz_sheet_put_text (sheet, line->name);
      paz_sheet_put_text (sheet, line->key);
      paz_sheets_put_both (sheet, line->female, line->male, line->untold, PAZ_ABSENT_UNKNOWN);
      paz_sheet_put_share (sheet, PAZ_LINE_TOTAL (line), figures->total);
      paz_sheet_put_number (sheet, (double) figures->total);
    }
  if (sorted->len > 0)
    put_ranking_total (sheet, figures);
  paz_sheet_add_note (sheet, paz_edition_say (edition, N_("Equal numbers share a rank, and the next rank is skipped.")));
  paz_sheets_note_untold (sheet, edition, figures->untold);
  put_chart_of_ranking (sheet, edition, MIN (sorted->len, TOP), figures->untold > 0);
}

/* ---- contributors ---- */

static void
put_contributor (PazSheet      *sheet,
                 PazParticipation *figures,
                 const PazLine *line)
{
  const PazLine *in_world = paz_lines_find (figures->world, line->key);

  paz_sheet_begin_row (sheet, figures->edition->month_stamp);
  paz_sheet_put_text (sheet, line->name);
  paz_sheet_put_text (sheet, line->key);
  paz_sheets_put_women (sheet, line->female, PAZ_LINE_TOTAL (line), line->untold, PAZ_ABSENT_UNKNOWN);
  paz_sheet_put_number (sheet, line->rank);
  paz_sheet_put_share (sheet, PAZ_LINE_TOTAL (line), figures->total);
  paz_sheet_put_number (sheet, (double) figures->total);
  if (figures->covered)
    paz_sheet_put_number (sheet, in_world->rank);
  else
    paz_sheet_put_absent (sheet, PAZ_ABSENT_UNKNOWN);
  paz_sheets_put_world (sheet, figures->covered, PAZ_LINE_TOTAL (line), figures->world_total);
}

static void
put_region_total (PazSheet *sheet,
                  PazParticipation *figures)
{
  paz_sheet_begin_total (sheet, figures->edition->month_stamp);
  paz_sheet_put_text (sheet, paz_edition_say (figures->edition, N_("Region")));
  paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_APPLICABLE);
  paz_sheets_put_women_total (sheet, figures->female, figures->total, figures->untold);
  paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_APPLICABLE);
  paz_sheet_put_share (sheet, figures->total, figures->total);
  paz_sheet_put_number (sheet, (double) figures->total);
  paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_APPLICABLE);
  paz_sheets_put_world (sheet, figures->covered, figures->total, figures->world_total);
}

static void
put_world_total (PazSheet *sheet,
                 PazParticipation *figures)
{
  paz_sheet_begin_total (sheet, figures->edition->month_stamp);
  paz_sheet_put_text (sheet, paz_edition_say (figures->edition, N_("World")));
  paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_APPLICABLE);
  paz_sheets_put_women (sheet, figures->world_female, figures->world_total, figures->world_untold, PAZ_ABSENT_UNKNOWN);
  paz_sheets_put_absents (sheet, PAZ_ABSENT_NOT_APPLICABLE, 4);
  paz_sheets_put_world (sheet, TRUE, figures->world_total, figures->world_total);
}

static char *
dup_coverage (PazParticipation *figures)
{
  PazEdition *edition = figures->edition;

  /* Translators: 14 of 33 States. */
  return paz_edition_dup_counts (edition,
                                 N_("%s of the %s States of Latin America and the Caribbean is listed by the source for this month."),
                                 N_("%s of the %s States of Latin America and the Caribbean are listed by the source for this month."),
                                 figures->region->len, paz_edition_get_n_states (edition));
}

static void
fill_contributors (PazSheet   *sheet,
                   PazEdition *edition,
                   gpointer    data)
{
  PazParticipation *figures = data;
  g_autofree char *coverage = dup_coverage (figures);

  for (guint i = 0; i < figures->region->len; i++)
    put_contributor (sheet, figures, g_ptr_array_index (figures->region, i));
  if (figures->region->len > 0)
    put_region_total (sheet, figures);
  if (figures->covered)
    put_world_total (sheet, figures);
  paz_sheet_add_note (sheet, coverage);
  paz_sheet_add_note (sheet, paz_edition_say (edition, N_("The base of each percentage stands in the column to its right.")));
  paz_sheets_note_untold (sheet, edition, figures->untold);
}

/* ---- missions and types ---- */

/* By mission, how many of the region are in it. */
static GHashTable *
count_contributors (PazEdition *edition)
{
  const PazKey keys[] = { PAZ_KEY_MISSION, PAZ_KEY_CONTRIBUTOR };
  const PazFiguresFilter filter = { .from = edition->month, .to = edition->month, .region_only = TRUE };
  g_autoptr (PazPivot) pivot = paz_figures_pivot (edition->figures, keys, G_N_ELEMENTS (keys), &filter);
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < paz_pivot_get_n_rows (pivot); i++)
    {
      const char *mission = paz_pivot_get_row (pivot, i)->keys[0];
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, mission));

      g_hash_table_replace (counts, g_strdup (mission), GUINT_TO_POINTER (n + 1));
    }

  return counts;
}

static void
put_mission (PazSheet      *sheet,
             PazParticipation *figures,
             const PazLine *line,
             const PazLine *all,
             guint          n_contributors)
{
  paz_sheet_begin_row (sheet, figures->edition->month_stamp);
  paz_sheet_put_text (sheet, line->key);
  paz_sheet_put_text (sheet, line->name);
  paz_sheet_put_number (sheet, n_contributors);
  paz_sheets_put_women (sheet, line->female, PAZ_LINE_TOTAL (line), line->untold, PAZ_ABSENT_UNKNOWN);
  paz_sheet_put_share (sheet, PAZ_LINE_TOTAL (line), figures->total);
  paz_sheet_put_number (sheet, (double) figures->total);
  paz_sheets_put_world (sheet, figures->covered, PAZ_LINE_TOTAL (line), PAZ_LINE_TOTAL (all));
}

static void
put_missions_total (PazSheet *sheet,
                    PazParticipation *figures)
{
  paz_sheet_begin_total (sheet, figures->edition->month_stamp);
  paz_sheet_put_text (sheet, paz_edition_say (figures->edition, N_("Region")));
  paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_APPLICABLE);
  paz_sheet_put_number (sheet, figures->region->len);
  paz_sheets_put_women_total (sheet, figures->female, figures->total, figures->untold);
  paz_sheet_put_share (sheet, figures->total, figures->total);
  paz_sheet_put_number (sheet, (double) figures->total);
  paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_APPLICABLE);
  paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_APPLICABLE);
}

static void
put_chart_of_missions (PazSheet   *sheet,
                       PazEdition *edition,
                       guint       n)
{
  g_autofree char *month = paz_edition_dup_month (edition, edition->month);
  /* Translators: a month. */
  g_autofree char *title = g_strdup_printf (paz_edition_say (edition, N_("The region’s personnel by mission, %s")), month);
  const PazSheetChartSpec spec = {
    .type = PAZ_SHEET_CHART_BARS,
    .title = title,
    .category_title = paz_sheets_say_column (edition, NC_("column", "Mission")),
    .value_title = paz_edition_say (edition, N_("Uniformed personnel")),
    .description = paz_edition_say (edition, N_("Bars: the region’s personnel in each mission; the numbers stand in the table above.")),
  };
  PazSheetChart *chart = paz_sheet_chart_new (sheet, &spec);

  paz_sheet_chart_add_series (chart, sheet, "mission", "total", 0, n, paz_sheets_say_column (edition, NC_("column", "Total personnel")), PAZ_SERIES_FIRST);
}

static void
fill_missions (PazSheet   *sheet,
               PazEdition *edition,
               gpointer    data)
{
  PazParticipation *figures = data;
  g_autoptr (GPtrArray) region = paz_edition_list_lines (edition, PAZ_KEY_MISSION, TRUE);
  g_autoptr (GPtrArray) world = paz_edition_list_lines (edition, PAZ_KEY_MISSION, FALSE);
  g_autoptr (GHashTable) counts = count_contributors (edition);

  for (guint i = 0; i < region->len; i++)
    {
      const PazLine *line = g_ptr_array_index (region, i);

      put_mission (sheet, figures, line, paz_lines_find (world, line->key),
                   GPOINTER_TO_UINT (g_hash_table_lookup (counts, line->key)));
    }
  if (region->len > 0)
    {
      put_missions_total (sheet, figures);
      put_chart_of_missions (sheet, edition, region->len);
    }
  paz_sheet_add_note (sheet, paz_edition_say (edition, N_("A contributor may be in several missions: the numbers of contributors do not add up.")));
  paz_sheets_note_untold (sheet, edition, figures->untold);
}

static void
fill_types (PazSheet   *sheet,
            PazEdition *edition,
            gpointer    data)
{
  PazParticipation *figures = data;
  g_autoptr (GPtrArray) lines = paz_edition_list_lines (edition, PAZ_KEY_PERSONNEL_TYPE, TRUE);

  for (guint i = 0; i < lines->len; i++)
    {
      const PazLine *line = g_ptr_array_index (lines, i);

      paz_sheet_begin_row (sheet, edition->month_stamp);
      paz_sheet_put_text (sheet, line->name);
      paz_sheet_put_text (sheet, line->key);
      paz_sheets_put_women (sheet, line->female, PAZ_LINE_TOTAL (line), line->untold, PAZ_ABSENT_UNKNOWN);
      paz_sheet_put_share (sheet, PAZ_LINE_TOTAL (line), figures->total);
      paz_sheet_put_number (sheet, (double) figures->total);
    }
  if (lines->len == 0)
    return;
  paz_sheet_begin_total (sheet, edition->month_stamp);
  paz_sheet_put_text (sheet, paz_edition_say (edition, N_("Region")));
  paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_APPLICABLE);
  paz_sheets_put_women_total (sheet, figures->female, figures->total, figures->untold);
  paz_sheet_put_share (sheet, figures->total, figures->total);
  paz_sheet_put_number (sheet, (double) figures->total);
}

/* ---- cover ---- */

static void
put_key_figures (PazSheet   *cover,
                 PazEdition *edition,
                 gpointer    data)
{
  PazParticipation *figures = data;
  g_autofree char *coverage = dup_coverage (figures);
  g_autofree char *women = paz_edition_dup_counts (edition, N_("Share of women: %s of %s"), N_("Share of women: %s of %s"), figures->female, figures->total);
  g_autofree char *world = paz_edition_dup_counts (edition, N_("Share of the world’s uniformed personnel: %s of %s"), N_("Share of the world’s uniformed personnel: %s of %s"), figures->total, figures->world_total);

  paz_page_put_count (cover, figures->total, paz_edition_say_terms (edition,
                      N_("Uniformed personnel of the region in peace operations"),
                      N_("Uniformed personnel of the region in peacekeeping operations")));
  if (figures->untold == 0)
    paz_page_put_share (cover, figures->female, figures->total, women);
  else
    paz_page_put_unknown (cover, paz_edition_say (edition, N_("Share of women: the source gives the sum of women and men alone")));
  if (figures->covered)
    paz_page_put_share (cover, figures->total, figures->world_total, world);
  paz_page_put_count (cover, figures->region->len, coverage);
}

/* ---- the report ---- */

static gpointer
gather (PazEdition *edition)
{
  PazParticipation *figures = g_new0 (PazParticipation, 1);

  figures->edition = edition;
  figures->world = paz_edition_list_lines (edition, PAZ_KEY_CONTRIBUTOR, FALSE);
  figures->region = paz_edition_list_lines (edition, PAZ_KEY_CONTRIBUTOR, TRUE);
  figures->covered = paz_edition_covers_world (edition, edition->month);
  for (guint i = 0; i < figures->world->len; i++)
    {
      const PazLine *line = g_ptr_array_index (figures->world, i);

      figures->world_female += line->female;
      figures->world_untold += line->untold;
      figures->world_total += PAZ_LINE_TOTAL (line);
    }
  for (guint i = 0; i < figures->region->len; i++)
    {
      const PazLine *line = g_ptr_array_index (figures->region, i);

      figures->female += line->female;
      figures->male += line->male;
      figures->untold += line->untold;
      figures->total += PAZ_LINE_TOTAL (line);
    }

  return figures;
}

static void
release (gpointer data)
{
  PazParticipation *figures = data;

  g_ptr_array_unref (figures->world);
  g_ptr_array_unref (figures->region);
  g_free (figures);
}

static const PazSheetPart ranking_part = PAZ_SHEET_PART (ranking_words, ranking_columns, fill_ranking);
static const PazSheetPart contributors_part = PAZ_SHEET_PART (contributors_words, contributors_columns, fill_contributors);
static const PazSheetPart missions_part = PAZ_SHEET_PART (missions_words, missions_columns, fill_missions);
static const PazSheetPart types_part = PAZ_SHEET_PART (types_words, types_columns, fill_types);

const PazReport paz_participation_report = {
  .info = {
    "participation", NC_("report", "Participation"),
    N_("Who contributes what: by contributor, mission and type, women and men, month by month, with the rows behind it."),
    "view-list-symbolic",
  },
  .titles = { N_("Participation in peace operations"), N_("Participation in peacekeeping operations") },
  .gather = gather,
  .release = release,
  .put_key_figures = put_key_figures,
  .parts = {
    &ranking_part, &contributors_part, &paz_world_part, &missions_part, &types_part, &paz_heat_part, &paz_series_part,
    &paz_types_series_part, &paz_matrix_part, &paz_detail_part, &paz_coverage_part, &paz_months_part, &paz_sources_part,
  },
};
