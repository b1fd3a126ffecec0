/* SHA-256 of a file on a thread of its own, fed with the chunks another thread reads. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PazFileHash PazFileHash;

PazFileHash *paz_file_hash_new    (void);
/* chunk: of g_atomic_rc_box, referenced until it is hashed. Waits while too many are pending, so
 * that a slow hash does not pile up the file in memory. */
void         paz_file_hash_push   (PazFileHash *self,
                                   char        *chunk,
                                   gsize        offset,
                                   gsize        length);
/* Waits for the rest. */
char        *paz_file_hash_finish (PazFileHash *self);
void         paz_file_hash_free   (PazFileHash *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazFileHash, paz_file_hash_free)

G_END_DECLS
