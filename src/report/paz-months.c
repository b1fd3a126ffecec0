/* What each month rests on: which data sets speak, and what they tell. */
#include "paz-report-spec.h"

static const PazSheetWords words = {
  NC_("sheet", "Coverage by month"), N_("What the figures of each month rest on"),
  N_("Each month: data sets that speak, States listed, gaps"), "CoverageByMonth", 1, PAZ_PERIOD_SERIES,
};

static const PazColumn columns[] = {
  { "month", NC_("column", "Month"), PAZ_COLUMN_MONTH },
  { "figures", NC_("column", "Figures"), PAZ_COLUMN_TEXT },
  { "listed", NC_("column", "States listed"), PAZ_COLUMN_COUNT },
  { "listed_share", NC_("column", "Share of States"), PAZ_COLUMN_SHARE },
  { "states", NC_("column", "States of the region"), PAZ_COLUMN_COUNT },
  { "sexes", NC_("column", "Women and men"), PAZ_COLUMN_NOTE, 130 },
  { "world", NC_("column", "The whole world"), PAZ_COLUMN_TEXT },
  { "rows", NC_("column", "Rows, all contributors"), PAZ_COLUMN_COUNT },
  { "data_sets", NC_("column", "Data sets that speak"), PAZ_COLUMN_NOTE, 280 },
};

typedef struct
{
  guint     rows;
  guint     listed;
  gboolean *sets;
} Month;

/* By month of the series. */
static Month *
count_rows (PazEdition *edition)
{
  PazFactTable *facts = paz_figures_get_facts (edition->figures);
  const guint16 *months = paz_fact_table_get_months (facts);
  const guint16 *sets = paz_fact_table_get_sets (facts);
  guint n_sets = paz_figures_get_data_sets (edition->figures)->len;
  Month *list = g_new0 (Month, edition->to - edition->from + 1);

  for (guint32 i = 0; i < paz_fact_table_get_n_rows (facts); i++)
    {
      Month *month;

      if (months[i] < edition->from || months[i] > edition->to)
        continue;
      month = &list[months[i] - edition->from];
      if (month->rows++ == 0)
        month->sets = g_new0 (gboolean, n_sets);
      month->sets[sets[i]] = TRUE;
    }

  return list;
}

static void
count_listed (PazEdition *edition,
              Month      *list)
{
  const PazKey keys[] = { PAZ_KEY_MONTH, PAZ_KEY_CONTRIBUTOR };
  const PazFiguresFilter filter = { .from = edition->from, .to = edition->to, .region_only = TRUE };
  g_autoptr (PazPivot) pivot = paz_figures_pivot (edition->figures, keys, 2, &filter);

  for (guint i = 0; i < paz_pivot_get_n_rows (pivot); i++)
    list[paz_pivot_get_row (pivot, i)->month - edition->from].listed++;
}

static char *
dup_sets (PazEdition  *edition,
          const Month *month)
{
  GPtrArray *sets = paz_figures_get_data_sets (edition->figures);
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  for (guint i = 0; i < sets->len; i++)
    {
      const char *title = paz_record_get_text (sets->pdata[i], "title");

      if (month->sets[i])
        g_ptr_array_add (titles, (gpointer) (title != NULL ? title : "…"));
    }
  g_ptr_array_add (titles, NULL);

  return g_strjoinv ("; ", (char **) titles->pdata);
}

static void
put_month (PazSheet    *self,
           PazEdition  *edition,
           guint16      number,
           const Month *month)
{
  guint n_states = paz_edition_get_n_states (edition);
  g_autofree char *sets = NULL;

  paz_sheet_begin_row (self, edition->stamp);
  paz_sheet_put_month (self, number);
  if (month->rows == 0)
    {
      paz_sheet_put_text (self, paz_edition_say (edition, N_("None: a gap")));
      paz_sheets_put_absents (self, PAZ_ABSENT_GAP, G_N_ELEMENTS (columns) - 2);
      return;
    }
  sets = dup_sets (edition, month);
  paz_sheet_put_text (self, paz_edition_say (edition, N_("Yes")));
  paz_sheet_put_number (self, month->listed);
  paz_sheet_put_share (self, month->listed, n_states);
  paz_sheet_put_number (self, n_states);
  paz_sheet_put_text (self, paz_edition_tells_sexes (edition, number) ? paz_edition_say (edition, N_("Told apart"))
                                                                      : paz_edition_say (edition, N_("The sum alone")));
  paz_sheet_put_text (self, paz_edition_covers_world (edition, number) ? paz_edition_say (edition, N_("Yes"))
                                                                       : paz_edition_say (edition, N_("In part")));
  paz_sheet_put_number (self, month->rows);
  paz_sheet_put_text (self, sets);
}

static void
fill (PazSheet   *self,
      PazEdition *edition,
      gpointer    data)
{
  g_autofree Month *list = count_rows (edition);

  count_listed (edition, list);
  for (guint i = 0; i <= (guint) (edition->to - edition->from); i++)
    {
      put_month (self, edition, (guint16) (edition->from + i), &list[i]);
      g_free (list[i].sets);
    }
  paz_sheet_add_note (self, paz_edition_say (edition, N_("A month that no data set covers is a gap and not zero.")));
  paz_sheet_add_note (self, paz_edition_say (edition, N_("The file, the dates and the SHA-256 of each data set are on the sheet of sources.")));
}

const PazSheetPart paz_months_part = PAZ_SHEET_PART (words, columns, fill);
