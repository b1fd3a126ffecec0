/* gettext's library, whose failures are callbacks and whose state is the process's. */
#pragma once

#include <gettext-po.h>

#include "table/paz-po.h"

G_BEGIN_DECLS

/* NULL with PAZ_PO_ERROR_SYNTAX. */
po_file_t paz_po_file_read  (const char  *path,
                             GError     **error);
gboolean  paz_po_file_write (po_file_t    file,
                             const char  *path,
                             GError     **error);

G_END_DECLS
