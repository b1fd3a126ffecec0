/* The catalogue of reports to choose from: each with its sign, its title and what it holds. */
#pragma once

#include <gtk/gtk.h>

#include "report/paz-report.h"

G_BEGIN_DECLS

/* Fills a drop-down; the summary of what is chosen stands in a label of its own. */
void                 paz_report_choice_set_up (GtkDropDown *choice,
                                               GtkLabel    *summary,
                                               const char  *wanted);
const PazReportInfo *paz_report_choice_get    (GtkDropDown *choice);

G_END_DECLS
