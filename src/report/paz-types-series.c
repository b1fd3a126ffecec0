/* The region by type of personnel, month by month. */
#include "model/paz-personnel.h"
#include "paz-report-spec.h"

static const PazSheetWords words = {
  NC_("sheet", "Series by type"), N_("The region by personnel type, month by month"),
  N_("Personnel of each type month by month, with a chart"), "SeriesByType", 1, PAZ_PERIOD_SERIES,
};

/* By month of the series and type. */
static guint64 *
add_up (PazEdition *edition,
        guint       n_types)
{
  const PazKey keys[] = { PAZ_KEY_MONTH, PAZ_KEY_PERSONNEL_TYPE };
  const PazFiguresFilter filter = { .from = edition->from, .to = edition->to, .region_only = TRUE };
  g_autoptr (PazPivot) pivot = paz_figures_pivot (edition->figures, keys, 2, &filter);
  guint64 *sums = g_new0 (guint64, (edition->to - edition->from + 1) * n_types);

  for (guint i = 0; i < paz_pivot_get_n_rows (pivot); i++)
    {
      const PazFigure *row = paz_pivot_get_row (pivot, i);
      int type = paz_personnel_find_type (row->keys[1]);

      if (type >= 0)
        sums[(guint) (row->month - edition->from) * n_types + (guint) type] += PAZ_FIGURE_TOTAL (row);
    }

  return sums;
}

/* Numbers of the types that occur in the series. */
static GArray *
list_types (PazEdition    *edition,
            const guint64 *sums,
            guint          n_types)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint type = 0; type < n_types; type++)
    for (guint month = 0; month <= (guint) (edition->to - edition->from); month++)
      if (sums[month * n_types + type] > 0)
        {
          g_array_append_val (list, type);
          break;
        }

  return list;
}

static PazSheet *
declare (PazEdition  *edition,
         PazWorkbook *workbook,
         gpointer     data)
{
  guint n_types;
  const PazPersonnelType *types = paz_personnel_list_types (&n_types);
  g_autofree guint64 *sums = add_up (edition, n_types);
  g_autoptr (GArray) list = list_types (edition, sums, n_types);
  g_autofree PazColumn *columns = g_new0 (PazColumn, list->len + 2);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  columns[0] = (PazColumn) { "month", NC_("column", "Month"), PAZ_COLUMN_MONTH };
  for (guint i = 0; i < list->len; i++)
    {
      const char *code = types[g_array_index (list, guint, i)].code;

      g_ptr_array_add (names, paz_figures_dup_type_name (edition->figures, code, edition->catalogue));
      columns[i + 1] = (PazColumn) { code, names->pdata[i], PAZ_COLUMN_COUNT };
    }
  columns[list->len + 1] = (PazColumn) { "total", NC_("column", "Total personnel"), PAZ_COLUMN_COUNT };

  return paz_sheets_declare (edition, workbook, &words, columns, list->len + 2, 0, edition->stamp);
}

static void
put_month (PazSheet      *self,
           GArray        *list,
           const guint64 *sums)
{
  guint64 total = 0;

  for (guint i = 0; i < list->len; i++)
    total += sums[g_array_index (list, guint, i)];
  /* Nobody listed in the whole region is a month without figures. */
  if (total == 0)
    {
      paz_sheets_put_absents (self, PAZ_ABSENT_GAP, list->len + 1);
      return;
    }
  for (guint i = 0; i < list->len; i++)
    {
      guint64 sum = sums[g_array_index (list, guint, i)];

      if (sum > 0)
        paz_sheet_put_number (self, (double) sum);
      else
        paz_sheet_put_absent (self, PAZ_ABSENT_NOT_LISTED);
    }
  paz_sheet_put_number (self, (double) total);
}

static void
put_chart (PazSheet   *self,
           PazEdition *edition,
           GArray     *list)
{
  guint n_types;
  const PazPersonnelType *types = paz_personnel_list_types (&n_types);
  const PazSheetChartSpec spec = {
    .type = PAZ_SHEET_CHART_STACKED_COLUMNS,
    .title = paz_edition_say (edition, N_("The region’s personnel by type, month by month")),
    .category_title = paz_sheets_say_column (edition, NC_("column", "Month")),
    .value_title = paz_edition_say (edition, N_("Uniformed personnel")),
    .description = paz_edition_say (edition, N_("Columns, one on the other: the region’s personnel of each type at the end of each month; a month without figures has none. The numbers stand in the table above.")),
    .months = TRUE,
  };
  PazSheetChart *chart = paz_sheet_chart_new (self, &spec);

  for (guint i = 0; i < list->len; i++)
    {
      const char *code = types[g_array_index (list, guint, i)].code;
      g_autofree char *name = paz_figures_dup_type_name (edition->figures, code, edition->catalogue);

      paz_sheet_chart_add_series (chart, self, "month", code, 0, edition->to - edition->from + 1, name,
                                  (PazSeriesLook) (PAZ_SERIES_FIRST + MIN (i, PAZ_SERIES_NINTH)));
    }
}

static void
fill (PazSheet   *self,
      PazEdition *edition,
      gpointer    data)
{
  guint n_types;
  g_autofree guint64 *sums = NULL;
  g_autoptr (GArray) list = NULL;

  paz_personnel_list_types (&n_types);
  sums = add_up (edition, n_types);
  list = list_types (edition, sums, n_types);
  for (guint month = edition->from; month <= edition->to; month++)
    {
      paz_sheet_begin_row (self, edition->stamp);
      paz_sheet_put_month (self, (guint16) month);
      put_month (self, list, sums + (month - edition->from) * n_types);
    }
  paz_sheet_add_note (self, paz_edition_say (edition, N_("Empty cells: the source lists nobody of the type in that month. Hatched cells: no data set covers that month.")));
  if (list->len > 0)
    put_chart (self, edition, list);
}

const PazSheetPart paz_types_series_part = { &words, NULL, 0, declare, fill };
