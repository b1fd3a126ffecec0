/* The stamp of the release gate that a row or a sheet must carry to be written. A zeroed stamp
 * is a refusal, so what was never asked for does not leave. */
#pragma once

#include "model/paz-record.h"
#include "model/paz-release.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean passed;
  PazLevel level;   /* of what the row rests on; meaningful when passed */
} PazClearance;

/* Words of the program itself, reference facts anyone may read. */
PazClearance paz_clearance_public (void);
/* Asks paz_release_may_see; a NULL audience is the public. */
PazClearance paz_clearance_ask    (PazRecord          *record,
                                   const PazAudience  *audience);
/* Of something that rests on both: refused when one is, else the higher level. */
PazClearance paz_clearance_join   (PazClearance        a,
                                   PazClearance        b);

G_END_DECLS
