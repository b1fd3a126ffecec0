/* The parts of a report of the figures page, for who makes something else of it than a workbook. */
#pragma once

#include "paz-report-spec.h"
#include "report/paz-figures-report.h"

G_BEGIN_DECLS

const PazReport *paz_figures_report_get_report  (void);
PazEdition      *paz_figures_report_get_edition (PazFiguresReport *self);
const char      *paz_figures_report_get_title   (PazFiguresReport *self);

G_END_DECLS
