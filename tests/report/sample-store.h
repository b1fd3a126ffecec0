/* A store with reference data and a few facts of the test's own: enough for gaps, ties, small
 * bases, targets and levels. */
#pragma once

#include "store/paz-store.h"

G_BEGIN_DECLS

#define SAMPLE_MONTH(year, month) ((guint16) ((year) * 12 + (month) - 1))

/* In the folder. Without facts. */
PazStore *sample_store_new        (const char   *folder);
/* January, February and April 2021 (March is a gap), all of the world, public; PER is listed only
 * in April. Titled as given. */
void      sample_store_add_world  (PazStore     *store,
                                   PazLevel      level,
                                   const char   *title);
/* April 2021 again with other numbers, newer, of a level. */
void      sample_store_add_secret (PazStore     *store,
                                   PazLevel      level);

/* A month in which nobody of the region is listed. */
void      sample_store_add_others (PazStore     *store);

G_END_DECLS
