/* Placing charts, for the files that finish sheets. */
#pragma once

#include "paz-chart.h"

G_BEGIN_DECLS

/* Puts the sheet's charts one below the other from a row on. */
void paz_chart_place_all (PazSheet *sheet,
                          guint     row);
void paz_chart_free      (PazChart *self);

G_END_DECLS
