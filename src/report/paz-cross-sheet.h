/* The sheet of a cross table, with its chart: what the figures page shows. Time goes down the rows
 * wherever it stands on the page, so that a series is a column. */
#pragma once

#include "paz-report-spec.h"

G_BEGIN_DECLS

/* Of the edition's `cross`. */
extern const PazSheetPart paz_cross_part;

G_END_DECLS
