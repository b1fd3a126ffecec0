/* Record ids (EXCHANGE.md 3). Text form, lower case, 36 characters. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PAZ_UUID_SIZE 37

/* Version 7 in form; the time is the first instant (UTC) of the month of unix_ms, so that an
 * id does not tell when a draft was begun. random: 10 bytes from a secure source. */
void      paz_uuid_make       (gint64        unix_ms,
                               const guint8  random[10],
                               char          uuid[PAZ_UUID_SIZE]);
/* Version 8, the same in every store, from kind and key. */
void      paz_uuid_make_shared (const char  *kind,
                               const char   *key,
                               char          uuid[PAZ_UUID_SIZE]);
gboolean  paz_uuid_check      (const char   *uuid);
gboolean  paz_uuid_to_bytes   (const char   *uuid,
                               guint8        bytes[16]);
void      paz_uuid_from_bytes (const guint8  bytes[16],
                               char          uuid[PAZ_UUID_SIZE]);

G_END_DECLS
