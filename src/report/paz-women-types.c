/* Women by type of personnel, each against the target of the category it counts in. */
#include "paz-women.h"

#include <math.h>

static const PazSheetWords words = {
  NC_("sheet", "Women by type"), N_("Women by personnel type, against the targets"),
  N_("The region in each type: women, base, target, women still needed"), "WomenByType", 1, PAZ_PERIOD_MONTH,
};

static const PazColumn columns[] = {
  { "type_name", NC_("column", "Personnel type"), PAZ_COLUMN_NOTE, 260 },
  { "personnel_type", NC_("column", "Type code"), PAZ_COLUMN_CODE },
  { "category_name", NC_("column", "Category"), PAZ_COLUMN_NOTE, 200 },
  { "women", NC_("column", "Women"), PAZ_COLUMN_COUNT },
  { "women_share", NC_("column", "Share of women"), PAZ_COLUMN_SHARE },
  { "total", NC_("column", "Total personnel"), PAZ_COLUMN_COUNT },
  { "small_base", NC_("column", "Base"), PAZ_COLUMN_TEXT },
  { "target", NC_("column", "Target of the year"), PAZ_COLUMN_SHARE },
  { "basis", NC_("column", "Basis of the target"), PAZ_COLUMN_NOTE, 150 },
  { "signal", NC_("column", "Signal"), PAZ_COLUMN_SIGNAL },
  { "needed", NC_("column", "More women to reach the target"), PAZ_COLUMN_COUNT },
  { "goal", NC_("column", "Target of 2028"), PAZ_COLUMN_SHARE },
  { "goal_needed", NC_("column", "More women to reach the target of 2028"), PAZ_COLUMN_COUNT },
};

static void
put_type (PazSheet               *self,
          PazEdition             *edition,
          const PazPersonnelType *type,
          const PazParity        *parity)
{
  g_autofree char *name = paz_figures_dup_type_name (edition->figures, type->code, edition->catalogue);
  g_autofree char *category = paz_figures_dup_category_name (edition->figures, parity->category, edition->catalogue);

  paz_sheet_begin_row (self, edition->stamp);
  paz_sheet_put_text (self, name);
  paz_sheet_put_text (self, type->code);
  paz_sheet_put_text (self, category);
  paz_women_put_figures (self, parity);
  paz_women_put_base (self, edition, parity);
  paz_women_put_judgement (self, edition, parity);
}

static void
put_chart (PazSheet   *self,
           PazEdition *edition,
           gboolean    aimed)
{
  g_autofree char *month = paz_edition_dup_month (edition, edition->month);
  /* Translators: a month. */
  g_autofree char *title = g_strdup_printf (paz_edition_say (edition, N_("Share of women by personnel type, %s")), month);
  const PazSheetChartSpec spec = {
    .type = PAZ_SHEET_CHART_BARS,
    .title = title,
    .category_title = paz_sheets_say_column (edition, NC_("column", "Personnel type")),
    .value_title = paz_sheets_say_column (edition, NC_("column", "Share of women")),
    .description = paz_edition_say (edition, N_("Bars: the region’s share of women in each type of personnel beside the target of 2028; the numbers stand in the table above.")),
    .share = TRUE,
  };
  PazSheetChart *chart = paz_sheet_chart_new (self, &spec);

  paz_women_add_shares (chart, self, edition, "type_name", paz_sheet_count_rows (self), aimed);
}

static void
fill (PazSheet   *self,
      PazEdition *edition,
      gpointer    data)
{
  gboolean aimed = FALSE;
  guint n;
  const PazPersonnelType *types = paz_personnel_list_types (&n);

  for (guint i = 0; i < n; i++)
    {
      const char * const only[] = { types[i].code, NULL };
      const PazFiguresFilter filter = { .types = only, .region_only = TRUE };
      g_autoptr (GPtrArray) list = paz_figures_parity (edition->figures, edition->month, &filter);
      const PazParity *last = list->len > 0 ? list->pdata[list->len - 1] : NULL;

      /* The last one is of all contributors. */
      if (last == NULL || last->contributor != NULL)
        continue;
      put_type (self, edition, &types[i], last);
      aimed = aimed || !isnan (last->target);
    }
  if (paz_sheet_count_rows (self) > 0 && paz_edition_tells_sexes (edition, edition->month))
    put_chart (self, edition, aimed);
  paz_women_add_notes (self, edition);
}

const PazSheetPart paz_women_types_part = PAZ_SHEET_PART (words, columns, fill);
