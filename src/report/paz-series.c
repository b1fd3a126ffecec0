/* The region month by month, and its contributors month by month. A month without figures is a row
 * of empty, hatched cells, which the charts' lines do not cross. */
#include "paz-report-spec.h"

#include "base/paz-date.h"

static const PazSheetWords series_words = {
  NC_("sheet", "Series"), N_("The region, month by month"),
  N_("The region’s personnel and women month by month, with charts"), "Series", 1, PAZ_PERIOD_SERIES,
};

static const PazColumn series_columns[] = {
  { "month", NC_("column", "Month"), PAZ_COLUMN_MONTH },
  { "women", NC_("column", "Women"), PAZ_COLUMN_COUNT },
  { "women_share", NC_("column", "Share of women"), PAZ_COLUMN_SHARE },
  { "total", NC_("column", "Total personnel"), PAZ_COLUMN_COUNT },
  { "listed", NC_("column", "States listed"), PAZ_COLUMN_COUNT },
  { "listed_share", NC_("column", "Share of States"), PAZ_COLUMN_SHARE },
  { "states", NC_("column", "States of the region"), PAZ_COLUMN_COUNT },
  { "world_share", NC_("column", "Share of the world"), PAZ_COLUMN_SHARE },
  { "world_total", NC_("column", "World’s personnel"), PAZ_COLUMN_COUNT },
};

static const PazSheetWords matrix_words = {
  NC_("sheet", "Series by contributor"), N_("Total personnel by contributor, month by month"),
  N_("Total personnel of each contributor month by month"), "SeriesByContributor", 1, PAZ_PERIOD_SERIES,
};

/* ---- the region ---- */

typedef struct
{
  guint64 female, male, untold;
  guint   listed;
} Month;

/* By month of the series, from edition->from; `listed` 0 where there are no figures. */
static GArray *
add_up (PazEdition *edition,
        gboolean    region_only)
{
  const PazKey keys[] = { PAZ_KEY_MONTH, PAZ_KEY_CONTRIBUTOR };
  const PazFiguresFilter filter = { .from = edition->from, .to = edition->to, .region_only = region_only };
  g_autoptr (PazPivot) pivot = paz_figures_pivot (edition->figures, keys, 2, &filter);
  GArray *months = g_array_new (FALSE, TRUE, sizeof (Month));

  g_array_set_size (months, edition->to - edition->from + 1);
  for (guint i = 0; i < paz_pivot_get_n_rows (pivot); i++)
    {
      const PazFigure *row = paz_pivot_get_row (pivot, i);
      Month *month = &g_array_index (months, Month, row->month - edition->from);

      month->female += row->female;
      month->male += row->male;
      month->untold += row->untold;
      month->listed++;
    }

  return months;
}

static void
put_month (PazSheet    *self,
           PazEdition  *edition,
           guint16      month,
           const Month *region,
           const Month *world)
{
  guint n_states = paz_edition_get_n_states (edition);
  guint64 total = region->female + region->male + region->untold;

  paz_sheet_begin_row (self, edition->stamp);
  paz_sheet_put_month (self, month);
  /* Nobody listed in the whole region is a month without figures too. */
  if (region->listed == 0)
    {
      paz_sheets_put_absents (self, PAZ_ABSENT_GAP, G_N_ELEMENTS (series_columns) - 1);
      return;
    }
  paz_sheets_put_women (self, region->female, total, region->untold, PAZ_ABSENT_NOT_LISTED);
  paz_sheet_put_number (self, region->listed);
  paz_sheet_put_share (self, region->listed, n_states);
  paz_sheet_put_number (self, n_states);
  paz_sheets_put_world (self, paz_edition_covers_world (edition, month), total, world->female + world->male + world->untold);
}

static void
add_chart (PazSheet   *self,
           PazEdition *edition,
           const char *title,
           const char *value_title,
           const char *description,
           const char *key,
           gboolean    share)
{
  const PazSheetChartSpec spec = {
    .type = PAZ_SHEET_CHART_LINES,
    .title = title,
    .category_title = paz_sheets_say_column (edition, NC_("column", "Month")),
    .value_title = value_title,
    .description = description,
    .share = share,
    .months = TRUE,
  };
  PazSheetChart *chart = paz_sheet_chart_new (self, &spec);

  paz_sheet_chart_add_series (chart, self, "month", key, 0, edition->to - edition->from + 1, value_title,
                        share ? PAZ_SERIES_THIRD : PAZ_SERIES_FIRST);
}

static void
fill_series (PazSheet   *self,
             PazEdition *edition,
             gpointer    data)
{
  g_autoptr (GArray) region = add_up (edition, TRUE);
  g_autoptr (GArray) world = add_up (edition, FALSE);
  guint64 untold = 0;

  for (guint i = 0; i < region->len; i++)
    {
      put_month (self, edition, (guint16) (edition->from + i),
                 &g_array_index (region, Month, i), &g_array_index (world, Month, i));
      untold += g_array_index (region, Month, i).untold;
    }
  paz_sheet_add_note (self, paz_edition_say (edition, N_("Hatched cells are gaps: no data set covers that month. The charts’ lines stop there.")));
  paz_sheets_note_untold_months (self, edition, untold);
  add_chart (self, edition,
             paz_edition_say (edition, N_("The region’s uniformed personnel by month")),
             paz_edition_say (edition, N_("Uniformed personnel")),
             paz_edition_say (edition, N_("Line: the region’s personnel at the end of each month; the numbers stand in the table above.")),
             "total", FALSE);
  add_chart (self, edition,
             paz_edition_say (edition, N_("Share of women in the region’s personnel by month")),
             paz_sheets_say_column (edition, NC_("column", "Share of women")),
             paz_edition_say (edition, N_("Line: the share of women in the region’s personnel at the end of each month; the numbers stand in the table above.")),
             "women_share", TRUE);
}

/* ---- its contributors ---- */

/* Contributors that occur in the series, with their names in the language's order. */
static GPtrArray *
list_contributors (PazEdition *edition)
{
  const PazKey key = PAZ_KEY_CONTRIBUTOR;
  const PazFiguresFilter filter = { .from = edition->from, .to = edition->to, .region_only = TRUE };
  g_autoptr (PazPivot) pivot = paz_figures_pivot (edition->figures, &key, 1, &filter);
  g_autoptr (GHashTable) found = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *states = paz_edition_get_states (edition);
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < paz_pivot_get_n_rows (pivot); i++)
    g_hash_table_add (found, (gpointer) paz_pivot_get_row (pivot, i)->keys[0]);
  for (guint i = 0; i < states->len; i++)
    if (g_hash_table_contains (found, paz_record_get_text (states->pdata[i], "code")))
      g_ptr_array_add (list, states->pdata[i]);

  return list;
}

static PazSheet *
declare_matrix (PazEdition  *edition,
                PazWorkbook *workbook,
                gpointer     data)
{
  g_autoptr (GPtrArray) contributors = list_contributors (edition);
  g_autofree PazColumn *columns = g_new0 (PazColumn, contributors->len + 1);

  columns[0] = (PazColumn) { "month", NC_("column", "Month"), PAZ_COLUMN_MONTH };
  for (guint i = 0; i < contributors->len; i++)
    columns[i + 1] = (PazColumn) {
      paz_record_get_text (contributors->pdata[i], "code"),
      paz_edition_get_name (edition, paz_record_get_text (contributors->pdata[i], "code")),
      PAZ_COLUMN_COUNT,
    };

  return paz_sheets_declare (edition, workbook, &matrix_words, columns, contributors->len + 1, 0, edition->stamp);
}

static GHashTable *
index_totals (PazEdition *edition,
              PazPivot   *pivot)
{
  GHashTable *totals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < paz_pivot_get_n_rows (pivot); i++)
    {
      const PazFigure *row = paz_pivot_get_row (pivot, i);

      g_hash_table_insert (totals, g_strdup_printf ("%u %s", row->month, row->keys[1]), (gpointer) row);
    }

  return totals;
}

static void
put_contributors (PazSheet   *self,
                  GPtrArray  *contributors,
                  GHashTable *totals,
                  guint       month)
{
  for (guint i = 0; i < contributors->len; i++)
    {
      g_autofree char *key = g_strdup_printf ("%u %s", month, paz_record_get_text (contributors->pdata[i], "code"));
      const PazFigure *row = g_hash_table_lookup (totals, key);

      if (row != NULL)
        paz_sheet_put_number (self, (double) PAZ_FIGURE_TOTAL (row));
      else
        paz_sheet_put_absent (self, PAZ_ABSENT_NOT_LISTED);
    }
}

static void
fill_matrix (PazSheet   *self,
             PazEdition *edition,
             gpointer    data)
{
  const PazKey keys[] = { PAZ_KEY_MONTH, PAZ_KEY_CONTRIBUTOR };
  const PazFiguresFilter filter = { .from = edition->from, .to = edition->to, .region_only = TRUE };
  g_autoptr (PazPivot) pivot = paz_figures_pivot (edition->figures, keys, 2, &filter);
  g_autoptr (GHashTable) totals = index_totals (edition, pivot);
  g_autoptr (GPtrArray) contributors = list_contributors (edition);
  guint n;
  const guint16 *months = paz_figures_get_months (edition->figures, &n);
  guint at = 0;

  for (guint month = edition->from; month <= edition->to; month++)
    {
      while (at < n && months[at] < month)
        at++;
      paz_sheet_begin_row (self, edition->stamp);
      paz_sheet_put_month (self, (guint16) month);
      if (at < n && months[at] == month)
        put_contributors (self, contributors, totals, month);
      else
        paz_sheets_put_absents (self, PAZ_ABSENT_GAP, contributors->len);
    }
  paz_sheet_add_note (self, paz_edition_say (edition, N_("Empty cells: the source does not list the contributor in that month. Hatched cells: no data set covers that month.")));
}

const PazSheetPart paz_series_part = PAZ_SHEET_PART (series_words, series_columns, fill_series);
const PazSheetPart paz_matrix_part = { &matrix_words, NULL, 0, declare_matrix, fill_matrix };
