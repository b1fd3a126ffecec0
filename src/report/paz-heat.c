/* Missions by contributors: who is where, each cell shaded by its number. */
#include "paz-participation.h"

static const PazSheetWords words = {
  NC_("sheet", "Missions by contributor"), N_("Personnel by mission and contributor"),
  N_("Who of the region is in which mission, the largest numbers darkest"), "MissionsByContributor", 1, PAZ_PERIOD_MONTH,
};

static PazSheet *
declare (PazEdition  *edition,
         PazWorkbook *workbook,
         gpointer     data)
{
  GPtrArray *region = ((PazParticipation *) data)->region;
  g_autofree PazColumn *columns = g_new0 (PazColumn, region->len + 2);

  columns[0] = (PazColumn) { "mission", NC_("column", "Mission"), PAZ_COLUMN_CODE };
  for (guint i = 0; i < region->len; i++)
    {
      const PazLine *line = g_ptr_array_index (region, i);

      columns[i + 1] = (PazColumn) { line->key, line->name, PAZ_COLUMN_COUNT };
    }
  columns[region->len + 1] = (PazColumn) { "total", NC_("column", "Total personnel"), PAZ_COLUMN_COUNT };

  return paz_sheets_declare (edition, workbook, &words, columns, region->len + 2, 0, edition->stamp);
}

/* "MISSION ISO3" -> figure of the pivot. */
static GHashTable *
index_cells (PazPivot *pivot)
{
  GHashTable *cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < paz_pivot_get_n_rows (pivot); i++)
    {
      const PazFigure *row = paz_pivot_get_row (pivot, i);

      g_hash_table_insert (cells, g_strconcat (row->keys[0], " ", row->keys[1], NULL), (gpointer) row);
    }

  return cells;
}

static void
put_mission (PazSheet         *self,
             PazParticipation *figures,
             const PazLine    *mission,
             GHashTable       *cells)
{
  paz_sheet_begin_row (self, figures->edition->month_stamp);
  paz_sheet_put_text (self, mission->key);
  for (guint i = 0; i < figures->region->len; i++)
    {
      const PazLine *line = g_ptr_array_index (figures->region, i);
      g_autofree char *key = g_strconcat (mission->key, " ", line->key, NULL);
      const PazFigure *cell = g_hash_table_lookup (cells, key);

      if (cell != NULL)
        paz_sheet_put_number (self, (double) PAZ_FIGURE_TOTAL (cell));
      else
        paz_sheet_put_absent (self, PAZ_ABSENT_NOT_LISTED);
    }
  paz_sheet_put_number (self, (double) PAZ_LINE_TOTAL (mission));
}

static void
put_total (PazSheet         *self,
           PazParticipation *figures)
{
  paz_sheet_begin_total (self, figures->edition->month_stamp);
  paz_sheet_put_text (self, paz_edition_say (figures->edition, N_("Region")));
  for (guint i = 0; i < figures->region->len; i++)
    paz_sheet_put_sum (self, PAZ_LINE_TOTAL ((const PazLine *) figures->region->pdata[i]));
  paz_sheet_put_sum (self, figures->total);
}

static void
fill (PazSheet   *self,
      PazEdition *edition,
      gpointer    data)
{
  const PazKey keys[] = { PAZ_KEY_MISSION, PAZ_KEY_CONTRIBUTOR };
  const PazFiguresFilter filter = { .from = edition->month, .to = edition->month, .region_only = TRUE };
  PazParticipation *figures = data;
  g_autoptr (PazPivot) pivot = paz_figures_pivot (edition->figures, keys, G_N_ELEMENTS (keys), &filter);
  g_autoptr (GHashTable) cells = index_cells (pivot);
  g_autoptr (GPtrArray) missions = paz_edition_list_lines (edition, PAZ_KEY_MISSION, TRUE);
  GPtrArray *region = figures->region;

  for (guint i = 0; i < missions->len; i++)
    put_mission (self, figures, g_ptr_array_index (missions, i), cells);
  if (missions->len > 0)
    put_total (self, figures);
  if (region->len > 0)
    paz_sheet_set_heat (self, ((const PazLine *) region->pdata[0])->key,
                        ((const PazLine *) region->pdata[region->len - 1])->key);
  paz_sheet_add_note (self, paz_edition_say (edition, N_("The darker a cell, the larger its number. An empty cell: the source does not list the contributor in that mission.")));
}

const PazSheetPart paz_heat_part = { &words, NULL, 0, declare, fill };
