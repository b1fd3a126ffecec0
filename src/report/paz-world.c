/* Where the region stands among all contributors of the world: the largest of all, then every
 * contributor of the region, whatever its rank. */
#include "paz-participation.h"

#define TOP 20

static const PazSheetWords words = {
  NC_("sheet", "World ranking"), N_("The region among the world’s contributors"),
  N_("The world’s twenty largest contributors, and every one of the region with its rank"), "WorldRanking", 2, PAZ_PERIOD_MONTH,
};

static const PazColumn columns[] = {
  { "rank", NC_("column", "Rank in the world"), PAZ_COLUMN_RANK },
  { "contributor", NC_("column", "Contributor"), PAZ_COLUMN_TEXT },
  { "iso3", NC_("column", "Code"), PAZ_COLUMN_CODE },
  { "of_region", NC_("column", "Of the region"), PAZ_COLUMN_TEXT },
  { "women", NC_("column", "Women"), PAZ_COLUMN_COUNT },
  { "men", NC_("column", "Men"), PAZ_COLUMN_COUNT },
  { "women_share", NC_("column", "Share of women"), PAZ_COLUMN_SHARE },
  { "total", NC_("column", "Total personnel"), PAZ_COLUMN_COUNT },
  { "world_share", NC_("column", "Share of the world"), PAZ_COLUMN_SHARE },
  { "world_total", NC_("column", "World’s personnel"), PAZ_COLUMN_COUNT },
};

static int
compare_ranks_cb (gconstpointer a,
                  gconstpointer b)
{
  const PazLine *one = *(const PazLine * const *) a;
  const PazLine *other = *(const PazLine * const *) b;

  if (one->rank != other->rank)
    return one->rank < other->rank ? -1 : 1;

  return strcmp (one->key, other->key);
}

static void
put_line (PazSheet         *self,
          PazParticipation *figures,
          const PazLine    *line)
{
  PazEdition *edition = figures->edition;

  paz_sheet_begin_row (self, edition->month_stamp);
  paz_sheet_put_number (self, line->rank);
  paz_sheet_put_text (self, paz_edition_get_name (edition, line->key));
  paz_sheet_put_text (self, line->key);
  if (line->in_region)
    paz_sheet_put_text (self, paz_edition_say (edition, N_("Yes")));
  else
    paz_sheet_put_absent (self, PAZ_ABSENT_NOT_APPLICABLE);
  paz_sheets_put_both (self, line->female, line->male, line->untold, PAZ_ABSENT_UNKNOWN);
  paz_sheet_put_share (self, PAZ_LINE_TOTAL (line), figures->world_total);
  paz_sheet_put_number (self, (double) figures->world_total);
}

static void
put_chart (PazSheet         *self,
           PazEdition       *edition,
           GPtrArray        *sorted,
           guint             n)
{
  g_autofree char *month = paz_edition_dup_month (edition, edition->month);
  /* Translators: a month. */
  g_autofree char *title = g_strdup_printf (paz_edition_say (edition, N_("The world’s largest contributors, %s (dark: of the region)")), month);
  g_autofree gboolean *marked = g_new0 (gboolean, MAX (n, 1));
  const PazSheetChartSpec spec = {
    .type = PAZ_SHEET_CHART_BARS,
    .title = title,
    .category_title = paz_sheets_say_column (edition, NC_("column", "Contributor")),
    .value_title = paz_edition_say (edition, N_("Uniformed personnel")),
    .description = paz_edition_say (edition, N_("Bars: the world’s largest contributors, those of the region darker; the numbers stand in the table above.")),
  };
  PazSheetChart *chart = paz_sheet_chart_new (self, &spec);

  for (guint i = 0; i < n; i++)
    marked[i] = ((const PazLine *) sorted->pdata[i])->in_region;
  paz_sheet_chart_add_series (chart, self, "contributor", "total", 0, n, paz_sheets_say_column (edition, NC_("column", "Total personnel")), PAZ_SERIES_SECOND);
  paz_sheet_chart_mark_points (chart, marked, n, PAZ_SERIES_FIRST);
}

static void
fill (PazSheet   *self,
      PazEdition *edition,
      gpointer    data)
{
  PazParticipation *figures = data;
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  guint n = 0;

  g_ptr_array_extend (sorted, figures->world, NULL, NULL);
  g_ptr_array_sort (sorted, compare_ranks_cb);
  for (guint i = 0; i < sorted->len; i++)
    {
      const PazLine *line = g_ptr_array_index (sorted, i);

      if (i < TOP)
        n++;
      if (i < TOP || line->in_region)
        put_line (self, figures, line);
    }
  paz_sheet_add_note (self, paz_edition_say (edition, N_("Equal numbers share a rank, and the next rank is skipped.")));
  paz_sheets_note_untold (self, edition, figures->world_untold);
  put_chart (self, edition, sorted, n);
}

/* There is no rank among all contributors where the figures of the month are not of the whole world. */
static gboolean
is_shown (PazEdition *edition)
{
  return paz_edition_covers_world (edition, edition->month);
}

const PazSheetPart paz_world_part = {
  .words = &words, .columns = columns, .n_columns = G_N_ELEMENTS (columns), .fill = fill, .is_shown = is_shown,
};
