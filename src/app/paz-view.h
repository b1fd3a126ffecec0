/* A view of the store for workers, made anew after a change; one thread uses it at a time. */
#pragma once

#include "store/paz-store.h"

G_BEGIN_DECLS

typedef struct _PazView PazView;

PazView  *paz_view_new    (PazStore  *store);
PazView  *paz_view_ref    (PazView   *self);
void      paz_view_unref  (PazView   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazView, paz_view_unref)
/* On a worker: waits for its turn; the store as it is now, lent until paz_view_unlock, which
 * must be called also when it is NULL with error. */
PazStore *paz_view_lock   (PazView   *self,
                           GError   **error);
void      paz_view_unlock (PazView   *self);

G_END_DECLS
