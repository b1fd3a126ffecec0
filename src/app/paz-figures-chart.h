/* The chart of a cross table: the same numbers, drawn. No widgets. */
#pragma once

#include "chart/paz-chart.h"
#include "figures/paz-cross.h"

G_BEGIN_DECLS

/* The types that fit, best first; n is at most PAZ_N_CHART_TYPES. */
void      paz_figures_chart_list_types (const PazCross *cross,
                                        PazChartType   *types,
                                        guint          *n);
/* NULL where nothing fits: too many rows, or no cells. `shape` of the choice decides where it fits. */
PazChart *paz_figures_chart_new        (const PazCross *cross) G_GNUC_WARN_UNUSED_RESULT;
/* The cell behind a value of that chart. */
void      paz_figures_chart_find_cell  (const PazCross      *cross,
                                        const PazChartPoint *point,
                                        guint               *row,
                                        guint               *column);

G_END_DECLS
