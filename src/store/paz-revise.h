/* Writing a revision on top of what is known (EXCHANGE.md 6). */
#pragma once

#include "paz-compute.h"
#include "paz-store-core.h"

G_BEGIN_DECLS

/* Writes `changes` (name -> JsonNode, links as their targets) in the open door as revisions of the
 * record: what they stand on, which cells must be repeated and which order its readers must learn
 * follow from its release. Then the derived rows. CONFLICT when a cell that must be repeated is
 * in conflict; INVALID when someone else's record would be released more widely. */
gboolean   paz_revise       (PazStore    *self,
                             PazRecord   *record,
                             GHashTable  *changes,
                             GError     **error);
/* The record as the writing connection computes it. */
PazState  *paz_revise_load  (PazStore    *self,
                             const char  *record,
                             GError     **error);
/* Recomputes the derived rows. */
gboolean   paz_revise_derive (PazStore   *self,
                             const char  *record,
                             GError     **error);
/* Stores a sealed revision; edges and links stand beside it. */
gboolean   paz_revise_store (PazStore    *self,
                             PazRevision *revision,
                             const char  *participant,
                             GError     **error);

/* Tests leave a rule of EXCHANGE.md 6 out to show that without it readers would be misled. */
typedef enum
{
  PAZ_REVISE_REPEAT = 1 << 0,
  PAZ_REVISE_ORDER  = 1 << 1,
} PazReviseRules;
void       paz_revise_leave_out (PazReviseRules rules);

G_END_DECLS
