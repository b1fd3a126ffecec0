/* Bytes of files. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The first byte that is not UTF-8 (NUL never is), or NULL. */
const char *paz_find_invalid_byte (const char  *p,
                                   const char  *end);
/* Less than length only at the end of the file; -1 with a G_IO_ERROR. */
gssize      paz_read_fully        (int          fd,
                                   char        *to,
                                   gsize        length,
                                   GError     **error);

G_END_DECLS
