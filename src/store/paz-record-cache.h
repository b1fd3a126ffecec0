/* The records of a list as objects: read in pages as they are asked for, the same object for the same
 * record while it lives. */
#pragma once

#include "paz-store-private.h"

G_BEGIN_DECLS

typedef struct _PazRecordCache PazRecordCache;

/* kind: of all records, or NULL where they differ. The store must outlive it. */
PazRecordCache *paz_record_cache_new     (PazStore       *store,
                                          const PazKind  *kind);
void            paz_record_cache_free    (PazRecordCache *self);
/* The nth of ids; a reference. */
PazRecord      *paz_record_cache_get     (PazRecordCache *self,
                                          GPtrArray      *ids,
                                          guint           n);
/* The numbers of ids mean others from now on. */
void            paz_record_cache_forget  (PazRecordCache *self);
/* Objects that are shown stay and take the new values; their "revision" tells the cells. */
void            paz_record_cache_refresh (PazRecordCache *self);

G_END_DECLS
