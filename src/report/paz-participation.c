/* The report `participation`: who of the region contributes what, for one month, and since when. */
#include "paz-sheets.h"

#define TOP 10

typedef struct
{
  PazEdition *edition;
  GPtrArray  *world;       /* PazLine by contributor, everybody */
  GPtrArray  *region;      /* PazLine by contributor, of the region */
  gboolean    covered;     /* the month's figures cover the world */
  guint64     female, total;
  guint64     world_total;
} Figures;

/* ---- words and columns ---- */

static const PazSheetWords ranking_words = {
  NC_("sheet", "Ranking"), N_("Largest contributors of the region"),
  N_("The largest contributors of the region, women and men, with a chart"), "Ranking", 3,
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
  { "name", NC_("column", "Name of the mission"), PAZ_COLUMN_NOTE },
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
                      guint       n)
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

  paz_sheet_chart_add_series (chart, sheet, "contributor", "women", 0, n, paz_sheets_say_column (edition, NC_("column", "Women")), PAZ_SERIES_FIRST);
  paz_sheet_chart_add_series (chart, sheet, "contributor", "men", 0, n, paz_sheets_say_column (edition, NC_("column", "Men")), PAZ_SERIES_SECOND);
}

static void
fill_ranking (PazSheet *sheet,
              Figures  *figures)
{
  PazEdition *edition = figures->edition;
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  guint n = MIN (TOP, figures->region->len);

  g_ptr_array_extend (sorted, figures->region, NULL, NULL);
  g_ptr_array_sort_with_data (sorted, compare_ranks_cb, edition->catalogue);
  for (guint i = 0; i < n; i++)
    {
      const PazLine *line = g_ptr_array_index (sorted, i);

      paz_sheet_begin_row (sheet, edition->month_stamp);
      paz_sheet_put_number (sheet, line->rank);
      paz_sheet_put_text (sheet, line->name);
      paz_sheet_put_text (sheet, line->key);
      paz_sheet_put_number (sheet, (double) line->female);
      paz_sheet_put_number (sheet, (double) line->male);
      paz_sheet_put_share (sheet, line->female, PAZ_LINE_TOTAL (line));
      paz_sheet_put_number (sheet, (double) PAZ_LINE_TOTAL (line));
      paz_sheet_put_share (sheet, PAZ_LINE_TOTAL (line), figures->total);
      paz_sheet_put_number (sheet, (double) figures->total);
    }
  paz_sheet_add_note (sheet, paz_edition_say (edition, N_("Equal numbers share a rank, and the next rank is skipped.")));
  put_chart_of_ranking (sheet, edition, n);
}

/* ---- contributors ---- */

static void
put_contributor (PazSheet      *sheet,
                 Figures       *figures,
                 const PazLine *line)
{
  const PazLine *in_world = paz_lines_find (figures->world, line->key);

  paz_sheet_begin_row (sheet, figures->edition->month_stamp);
  paz_sheet_put_text (sheet, line->name);
  paz_sheet_put_text (sheet, line->key);
  paz_sheet_put_number (sheet, (double) line->female);
  paz_sheet_put_share (sheet, line->female, PAZ_LINE_TOTAL (line));
  paz_sheet_put_number (sheet, (double) PAZ_LINE_TOTAL (line));
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
                  Figures  *figures)
{
  paz_sheet_begin_total (sheet, figures->edition->month_stamp);
  paz_sheet_put_text (sheet, paz_edition_say (figures->edition, N_("Region")));
  paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_APPLICABLE);
  paz_sheet_put_sum (sheet, figures->female);
  paz_sheet_put_quotient (sheet, "women", "total", (double) figures->female / (double) figures->total);
  paz_sheet_put_sum (sheet, figures->total);
  paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_APPLICABLE);
  paz_sheet_put_share (sheet, figures->total, figures->total);
  paz_sheet_put_number (sheet, (double) figures->total);
  paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_APPLICABLE);
  paz_sheets_put_world (sheet, figures->covered, figures->total, figures->world_total);
}

static void
put_world_total (PazSheet *sheet,
                 Figures  *figures)
{
  guint64 female, male;

  paz_lines_sum (figures->world, &female, &male);
  paz_sheet_begin_total (sheet, figures->edition->month_stamp);
  paz_sheet_put_text (sheet, paz_edition_say (figures->edition, N_("World")));
  paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_APPLICABLE);
  paz_sheet_put_number (sheet, (double) female);
  paz_sheet_put_share (sheet, female, female + male);
  paz_sheet_put_number (sheet, (double) (female + male));
  for (guint i = 0; i < 4; i++)
    paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_APPLICABLE);
  paz_sheets_put_world (sheet, TRUE, figures->world_total, figures->world_total);
}

static char *
dup_coverage (Figures *figures)
{
  PazEdition *edition = figures->edition;

  /* Translators: 14 of 33 States. */
  return paz_edition_dup_counts (edition,
                                 N_("%s of the %s States of Latin America and the Caribbean is listed by the source for this month."),
                                 N_("%s of the %s States of Latin America and the Caribbean are listed by the source for this month."),
                                 figures->region->len, paz_edition_get_n_states (edition));
}

static void
fill_contributors (PazSheet *sheet,
                   Figures  *figures)
{
  g_autofree char *coverage = dup_coverage (figures);

  for (guint i = 0; i < figures->region->len; i++)
    put_contributor (sheet, figures, g_ptr_array_index (figures->region, i));
  if (figures->region->len > 0)
    put_region_total (sheet, figures);
  if (figures->covered)
    put_world_total (sheet, figures);
  paz_sheet_add_note (sheet, coverage);
  paz_sheet_add_note (sheet, paz_edition_say (figures->edition, N_("The base of each percentage stands in the column to its right.")));
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
             Figures       *figures,
             const PazLine *line,
             const PazLine *all,
             guint          n_contributors)
{
  paz_sheet_begin_row (sheet, figures->edition->month_stamp);
  paz_sheet_put_text (sheet, line->key);
  paz_sheet_put_text (sheet, line->name);
  paz_sheet_put_number (sheet, n_contributors);
  paz_sheet_put_number (sheet, (double) line->female);
  paz_sheet_put_share (sheet, line->female, PAZ_LINE_TOTAL (line));
  paz_sheet_put_number (sheet, (double) PAZ_LINE_TOTAL (line));
  paz_sheet_put_share (sheet, PAZ_LINE_TOTAL (line), figures->total);
  paz_sheet_put_number (sheet, (double) figures->total);
  paz_sheets_put_world (sheet, figures->covered, PAZ_LINE_TOTAL (line), PAZ_LINE_TOTAL (all));
}

static void
put_missions_total (PazSheet *sheet,
                    Figures  *figures)
{
  paz_sheet_begin_total (sheet, figures->edition->month_stamp);
  paz_sheet_put_text (sheet, paz_edition_say (figures->edition, N_("Region")));
  paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_APPLICABLE);
  paz_sheet_put_number (sheet, figures->region->len);
  paz_sheet_put_sum (sheet, figures->female);
  paz_sheet_put_quotient (sheet, "women", "total", (double) figures->female / (double) figures->total);
  paz_sheet_put_sum (sheet, figures->total);
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
fill_missions (PazSheet *sheet,
               Figures  *figures)
{
  PazEdition *edition = figures->edition;
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
}

static void
fill_types (PazSheet *sheet,
            Figures  *figures)
{
  PazEdition *edition = figures->edition;
  g_autoptr (GPtrArray) lines = paz_edition_list_lines (edition, PAZ_KEY_PERSONNEL_TYPE, TRUE);

  for (guint i = 0; i < lines->len; i++)
    {
      const PazLine *line = g_ptr_array_index (lines, i);

      paz_sheet_begin_row (sheet, edition->month_stamp);
      paz_sheet_put_text (sheet, line->name);
      paz_sheet_put_text (sheet, line->key);
      paz_sheet_put_number (sheet, (double) line->female);
      paz_sheet_put_share (sheet, line->female, PAZ_LINE_TOTAL (line));
      paz_sheet_put_number (sheet, (double) PAZ_LINE_TOTAL (line));
      paz_sheet_put_share (sheet, PAZ_LINE_TOTAL (line), figures->total);
      paz_sheet_put_number (sheet, (double) figures->total);
    }
  if (lines->len == 0)
    return;
  paz_sheet_begin_total (sheet, edition->month_stamp);
  paz_sheet_put_text (sheet, paz_edition_say (edition, N_("Region")));
  paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_APPLICABLE);
  paz_sheet_put_sum (sheet, figures->female);
  paz_sheet_put_quotient (sheet, "women", "total", (double) figures->female / (double) figures->total);
  paz_sheet_put_sum (sheet, figures->total);
  paz_sheet_put_share (sheet, figures->total, figures->total);
  paz_sheet_put_number (sheet, (double) figures->total);
}

/* ---- cover ---- */

static void
put_key_figures (PazSheet *cover,
                 Figures  *figures)
{
  PazEdition *edition = figures->edition;
  g_autofree char *coverage = dup_coverage (figures);
  g_autofree char *women = paz_edition_dup_counts (edition, N_("Share of women: %s of %s"), N_("Share of women: %s of %s"), figures->female, figures->total);
  g_autofree char *world = paz_edition_dup_counts (edition, N_("Share of the world’s uniformed personnel: %s of %s"), N_("Share of the world’s uniformed personnel: %s of %s"), figures->total, figures->world_total);

  paz_page_put_count (cover, figures->total, paz_edition_say_terms (edition,
                      N_("Uniformed personnel of the region in peace operations"),
                      N_("Uniformed personnel of the region in peacekeeping operations")));
  paz_page_put_share (cover, figures->female, figures->total, women);
  if (figures->covered)
    paz_page_put_share (cover, figures->total, figures->world_total, world);
  paz_page_put_count (cover, figures->region->len, coverage);
}

/* ---- the report ---- */

static void
figures_init (Figures    *figures,
              PazEdition *edition)
{
  guint64 male;

  figures->edition = edition;
  figures->world = paz_edition_list_lines (edition, PAZ_KEY_CONTRIBUTOR, FALSE);
  figures->region = paz_edition_list_lines (edition, PAZ_KEY_CONTRIBUTOR, TRUE);
  figures->covered = paz_edition_covers_world (edition, edition->month);
  paz_lines_sum (figures->world, &figures->female, &male);
  figures->world_total = figures->female + male;
  paz_lines_sum (figures->region, &figures->female, &male);
  figures->total = figures->female + male;
}

static void
figures_clear (Figures *figures)
{
  g_ptr_array_unref (figures->world);
  g_ptr_array_unref (figures->region);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Figures, figures_clear)

#define DECLARE(what) paz_sheets_declare (edition, workbook, &what##_words, what##_columns, \
                                          G_N_ELEMENTS (what##_columns), 0, edition->month_stamp)

gboolean
paz_participation_fill (PazEdition   *edition,
                        PazWorkbook  *workbook,
                        const char   *title,
                        GError      **error)
{
  g_auto (Figures) figures = { 0 };
  PazSheet *cover = paz_cover_new (edition, workbook, title);
  PazSheet *ranking = DECLARE (ranking);
  PazSheet *contributors = DECLARE (contributors);
  PazSheet *missions = DECLARE (missions);
  PazSheet *types = DECLARE (types);
  PazSheet *series = paz_series_declare (edition, workbook);
  PazSheet *matrix = paz_matrix_declare (edition, workbook);
  PazSheet *detail = paz_detail_declare (edition, workbook);
  PazSheet *coverage = paz_coverage_declare (edition, workbook);
  PazSheet *sources;

  figures_init (&figures, edition);
  put_key_figures (cover, &figures);
  paz_page_put_heading (cover, paz_edition_say (edition, N_("Contents")));
  paz_sheets_put_link (cover, edition, ranking, &ranking_words);
  paz_sheets_put_link (cover, edition, contributors, &contributors_words);
  paz_sheets_put_link (cover, edition, missions, &missions_words);
  paz_sheets_put_link (cover, edition, types, &types_words);
  paz_series_put_link (cover, edition, series);
  paz_matrix_put_link (cover, edition, matrix);
  paz_detail_put_link (cover, edition, detail);
  paz_coverage_put_link (cover, edition, coverage);
  sources = paz_sources_declare (edition, workbook, cover);
  paz_cover_put_facts (cover, edition);
  paz_cover_put_sources (cover, edition);
  paz_cover_put_legend (cover, edition);
  paz_cover_put_notes (cover, edition);
  paz_edition_report (edition, 0.3);
  fill_ranking (ranking, &figures);
  fill_contributors (contributors, &figures);
  fill_missions (missions, &figures);
  fill_types (types, &figures);
  paz_edition_report (edition, 0.5);
  paz_series_fill (series, edition);
  paz_matrix_fill (matrix, edition);
  paz_detail_fill (detail, edition);
  paz_edition_report (edition, 0.7);
  paz_coverage_fill (coverage, edition);
  paz_sources_fill (sources, edition);

  return TRUE;
}
