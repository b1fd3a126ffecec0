/* Records and their links as certain readers may see them: what every exit of records asks. The
 * answer is paz_release_may_see's; here it is asked for what a record stands in and points to. */
#pragma once

#include "store/paz-store.h"

G_BEGIN_DECLS

typedef struct _PazGate PazGate;

PazGate     *paz_gate_new         (PazStore          *store,
                                   const PazAudience *readers);
void         paz_gate_free        (PazGate           *self);
/* The record as these readers may see it: without links to what they may not. NULL when they may
 * not see it, or what it stands in, at all. */
PazRecord   *paz_gate_pass        (PazGate           *self,
                                   PazRecord         *record);
gboolean     paz_gate_may_see     (PazGate           *self,
                                   const char        *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazGate, paz_gate_free)

G_END_DECLS
