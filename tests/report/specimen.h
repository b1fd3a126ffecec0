/* A workbook of fixed data that uses every kind of column, line and chart of the writer. */
#pragma once

#include "paz-workbook.h"

G_BEGIN_DECLS

#define SPECIMEN_CREATED G_GINT64_CONSTANT (1396224000000)   /* 2014-03-31 */

/* stream_rows: rows of a long sheet, 0 for none. */
gboolean specimen_write (const char   *path,
                         guint         stream_rows,
                         GCancellable *cancellable,
                         GError      **error);

G_END_DECLS
