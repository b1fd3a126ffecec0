/* Where what can be picked comes from. */
#pragma once

#include "paz-pick-pool.h"
#include "paz-picker.h"

G_BEGIN_DECLS

/* At most this many are shown; more typing narrows. */
#define PAZ_PICK_MAX 60

/* What a field may hold. words: where there are too many records to look at each while a person
 * types, those the store's search finds. *whole: FALSE then, and the next words need a new pool. */
PazPickPool *paz_pick_pool_for_field (PazStore       *store,
                                      const PazKind  *kind,
                                      const PazField *field,
                                      const char     *words,
                                      gboolean       *whole);
/* Participants by code. */
PazPickPool *paz_pick_pool_for_codes (PazStore       *store);
PazPickPool *paz_pick_pool_for_zones (void);
/* National and international markings, as written; those of `country` first, may be NULL. */
PazPickPool *paz_pick_pool_for_markings (const char *country);

/* What was picked last for links to the same kind, and what the person is themself: NULL-terminated. */
char       **paz_pick_list_favourites (PazStore       *store,
                                       const PazField *field);
void         paz_pick_remember        (const PazField *field,
                                       const char     *id);

G_END_DECLS
