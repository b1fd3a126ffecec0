/* SHA-256, with the processor's own instructions where it has them: files of many megabytes and
 * facts by the million are hashed while a person waits. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PAZ_SHA256_SIZE 32

typedef struct _PazSha256 PazSha256;

PazSha256 *paz_sha256_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void       paz_sha256_free   (PazSha256     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazSha256, paz_sha256_free)
void       paz_sha256_update (PazSha256     *self,
                              gconstpointer  data,
                              gsize          length);
/* Ends it: no update afterwards. */
void       paz_sha256_finish (PazSha256     *self,
                              guint8         digest[PAZ_SHA256_SIZE]);
/* 64 hexadecimal digits, lower case. */
char      *paz_sha256_to_hex (const guint8   digest[PAZ_SHA256_SIZE]);

G_END_DECLS
