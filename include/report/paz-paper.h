/* A report on paper: the sheets of a book laid out as pages with repeated headers, for PDF, printer and
 * previews of pages alike.
 *
 * Made and drawn by one thread at a time: it may be made on a worker and then given away. Lengths in
 * points (1/72 inch). */
#pragma once

#include "report/paz-book.h"

G_BEGIN_DECLS

typedef struct _cairo cairo_t;
typedef struct _PazPaperBook PazPaperBook;

/* Keeps a reference to the book. NULL only when cancelled. */
PazPaperBook *paz_paper_new            (PazBook                 *book,
                                        GCancellable            *cancellable,
                                        GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
void          paz_paper_free           (PazPaperBook            *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazPaperBook, paz_paper_free)

PazBook      *paz_paper_get_book       (PazPaperBook            *self);
guint         paz_paper_count_pages    (PazPaperBook            *self);
/* As one holds it: a page across is wider than high. */
void          paz_paper_get_size       (PazPaperBook            *self,
                                        guint                    page,
                                        double                  *width,
                                        double                  *height);
/* The sheet of the book whose page it is. */
guint         paz_paper_get_sheet      (PazPaperBook            *self,
                                        guint                    page);
/* Draws a page from 0, 0 of the context on, margins included; paints no background. */
void          paz_paper_draw           (PazPaperBook            *self,
                                        guint                    page,
                                        cairo_t                 *cr);

/* Whole or not at all, and the same bytes for the same book. Errors as of paz_report_export. */
gboolean      paz_paper_write_pdf      (PazPaperBook            *self,
                                        const char              *path,
                                        GCancellable            *cancellable,
                                        GError                 **error);

/* The same in one call, for a worker. */
gboolean      paz_paper_write_book     (PazBook                 *book,
                                        const char              *path,
                                        GCancellable            *cancellable,
                                        GError                 **error);
/* What paz_report_export does, as PDF: the same gate, errors and threads. */
gboolean      paz_paper_export_report  (PazStore                *store,
                                        const char              *name,
                                        const PazReportOptions  *options,
                                        const char              *path,
                                        PazProgress              progress,
                                        gpointer                 data,
                                        GCancellable            *cancellable,
                                        GError                 **error);
/* The workbook's name with the ending of a PDF. */
char         *paz_paper_dup_file_name  (PazStore                *store,
                                        const char              *name,
                                        const PazReportOptions  *options);

G_END_DECLS
