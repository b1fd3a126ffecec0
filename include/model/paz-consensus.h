/* Where an item stands among those who said that they are interested in it (Declaration, A.b): never a
 * count of votes. Consensus is the absence of objection, not unanimity of support; who is absent or
 * still studies has not consented (DOMAIN.md 8.1; positions.csv, allows_consensus). */
#pragma once

#include "model/paz-record.h"

G_BEGIN_DECLS

typedef enum
{
  PAZ_CONSENSUS_NOBODY,        /* no delegation has said that it is interested */
  PAZ_CONSENSUS_OPEN,          /* somebody interested has not taken a position that allows it */
  PAZ_CONSENSUS_REACHED,
  PAZ_CONSENSUS_RESERVED,      /* reached, with reservations that are recorded */
  PAZ_CONSENSUS_BLOCKED,       /* at least one objection stands */
} PazConsensus;

/* positions: records of kind `position` of the delegations that count, elements PazRecord *; NULL is
 * none. Each fits either to nothing here or to one delegation. */
PazConsensus  paz_consensus_compute   (GPtrArray     *positions);
/* NC_("consensus", ...) */
const char   *paz_consensus_get_label (PazConsensus   consensus);
/* Whether a position's code lets consensus be; FALSE for NULL. */
gboolean      paz_position_allows     (const char    *code);

G_END_DECLS
