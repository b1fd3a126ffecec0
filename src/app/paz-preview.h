/* A report before it is handed out: its sheets to look at, and in a file that the owner alone may
 * read the bytes that would leave. Saving copies those, so that nobody gets anything but what was
 * seen. The file goes with the preview. Immutable once made: any thread may use it. */
#pragma once

#include "report/paz-book.h"

G_BEGIN_DECLS

typedef struct _PazPreview PazPreview;

/* On a worker. Errors as paz_report_export. */
PazPreview *paz_preview_new            (PazStore                *store,
                                        const char              *report,
                                        const PazReportOptions  *options,
                                        PazProgress              progress,
                                        gpointer                 data,
                                        GCancellable            *cancellable,
                                        GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
PazPreview *paz_preview_ref            (PazPreview              *self);
void        paz_preview_unref          (PazPreview              *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazPreview, paz_preview_unref)

PazBook    *paz_preview_get_book       (PazPreview              *self);
const char *paz_preview_get_report     (PazPreview              *self);
/* Of the file that holds the bytes. */
const char *paz_preview_get_path       (PazPreview              *self);
/* Proposed where it is saved. */
const char *paz_preview_get_file_name  (PazPreview              *self);
/* The same with the ending of a PDF. */
char       *paz_preview_dup_pages_name (PazPreview              *self);
/* On a worker: whole or not at all, and on the disk before it returns. A name that ends in .pdf gets
 * the sheets as pages, any other the workbook's bytes. G_FILE_ERROR or PAZ_REPORT_ERROR. */
gboolean    paz_preview_save           (PazPreview              *self,
                                        const char              *path,
                                        GError                 **error);

G_END_DECLS
