/* The choices of the figures page, one under another. */
#pragma once

#include <adwaita.h>

#include "chart/paz-chart.h"
#include "figures/paz-figures-choice.h"
#include "paz-fact-names.h"

G_BEGIN_DECLS

#define PAZ_TYPE_FIGURES_PANEL (paz_figures_panel_get_type ())
G_DECLARE_FINAL_TYPE (PazFiguresPanel, paz_figures_panel, PAZ, FIGURES_PANEL, GtkWidget)

/* Signal "changed". */
void              paz_figures_panel_fill       (PazFiguresPanel        *self,
                                                PazFigures             *figures,
                                                PazFactNames           *names);
/* Emits nothing. */
void              paz_figures_panel_set_choice (PazFiguresPanel        *self,
                                                const PazFiguresChoice *choice);
PazFiguresChoice *paz_figures_panel_dup_choice (PazFiguresPanel        *self);

/* The types of chart that suit the answer: what "Shown as" offers. Emits nothing. */
void              paz_figures_panel_set_types  (PazFiguresPanel        *self,
                                                const PazChartType     *types,
                                                guint                   n);

G_END_DECLS
