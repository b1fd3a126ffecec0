/* What is seen on the figures page, as a workbook: its table, the same numbers as a native chart, the
 * data sets they come from. Computed anew from what the audience may see. */
#pragma once

#include "figures/paz-figures-choice.h"
#include "report/paz-report.h"

G_BEGIN_DECLS

/* One moment of the store. */
typedef struct _PazFiguresReport PazFiguresReport;

/* On a worker, with a reader. Of the options `at`, `from` and `to` are the choice's. Errors as of
 * paz_report_export: PAZ_REPORT_ERROR_NO_DATA also where nothing answers the choice. */
PazFiguresReport *paz_figures_report_new           (PazStore                *store,
                                                    const PazFiguresChoice  *choice,
                                                    const PazReportOptions  *options,
                                                    GCancellable            *cancellable,
                                                    GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
void              paz_figures_report_free          (PazFiguresReport        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazFiguresReport, paz_figures_report_free)
/* "figures-PER-2014-03-es-network.xlsx" */
char             *paz_figures_report_dup_file_name (PazFiguresReport        *self);
/* Whole or not at all, as paz_report_export. */
gboolean          paz_figures_report_write         (PazFiguresReport        *self,
                                                    const char              *path,
                                                    GCancellable            *cancellable,
                                                    GError                 **error);

G_END_DECLS
