/* Placing charts, for the files that finish sheets. */
#pragma once

#include "paz-sheet-chart.h"

G_BEGIN_DECLS

/* Puts the sheet's charts one below the other from a row on. */
void paz_sheet_chart_place_all (PazSheet *sheet,
                          guint     row);
void paz_sheet_chart_free      (PazSheetChart *self);

G_END_DECLS
