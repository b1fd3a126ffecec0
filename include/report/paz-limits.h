/* What a workbook cannot hold, told before it is written: texts and names of sheets that are cut, and
 * tables that are too long or too wide for the file format. */
#pragma once

#include "report/paz-report.h"

G_BEGIN_DECLS

/* On a worker: fills the report and writes no file. Sentences for a person in the language of `words`,
 * without repeats; empty when everything fits. NULL on an error, as of paz_report_export. */
GPtrArray *paz_report_list_limits (PazStore                *store,
                                   const char              *name,
                                   const PazReportOptions  *options,
                                   PazCatalogue            *words,
                                   GCancellable            *cancellable,
                                   GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
