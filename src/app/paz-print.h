/* A report to the printer, as its PDF shows it. */
#pragma once

#include <gtk/gtk.h>

#include "report/paz-book.h"

G_BEGIN_DECLS

/* Lays the book out on a worker, then asks the person which printer and which pages; the paper and the way
 * it lies are the book's, page by page. */
void     paz_print_async  (GtkWindow            *parent,
                           PazBook              *book,
                           GCancellable         *cancellable,
                           GAsyncReadyCallback   callback,
                           gpointer              data);
/* The same into a file, without a question. */
void     paz_print_to_file_async (GtkWindow            *parent,
                                  PazBook              *book,
                                  const char           *path,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              data);
/* FALSE: not printed. G_IO_ERROR_CANCELLED where the person thought better of it, GTK_PRINT_ERROR. */
gboolean paz_print_finish (GAsyncResult         *result,
                           GError              **error);

G_END_DECLS
