/* The load of a real working group, made from the declaration and the built-in reference data through
 * the store's public door: delegates, meetings, recommendations with a position of every participant,
 * tasks, pledges with their lines, needs and offers. Texts in three languages, some missing, some
 * stale; the same each time but for keys and signatures. Owned by report. */
#pragma once

#include "store/paz-store.h"

G_BEGIN_DECLS

/* share: 100 is the whole group, 10 a tenth of it, at least one record a kind. Many steps. */
void paz_load_fill (PazStore *store,
                    guint     share);

G_END_DECLS
