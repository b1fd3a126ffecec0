/* A report as a document for a word processor, written on a worker. */
#pragma once

#include "report/paz-report.h"

G_BEGIN_DECLS

/* Of a report whose has_document is set; see paz_report_export_document. source: the result's. */
void     paz_report_document_save_async  (PazStore                *store,
                                          const char              *report,
                                          const PazReportOptions  *options,
                                          const char              *path,
                                          gpointer                 source,
                                          GAsyncReadyCallback      callback);
/* The proposed name: the workbook's with the ending of a document. */
char    *paz_report_document_dup_name    (const char              *workbook);
gboolean paz_report_document_is_name     (const char              *path);

G_END_DECLS
