#include "paz-clearance.h"

static const PazAudience nobody_in_particular = { PAZ_AUDIENCE_PUBLIC, NULL };

PazClearance
paz_clearance_public (void)
{
  return (PazClearance) { TRUE, PAZ_LEVEL_PUBLIC };
}

PazClearance
paz_clearance_ask (PazRecord         *record,
                   const PazAudience *audience)
{
  const char *owner = paz_record_get_owner (record);
  PazLevel level = paz_record_get_level (record);

  if (audience == NULL)
    audience = &nobody_in_particular;
  if (!paz_release_may_see (level, paz_record_get_list (record), owner, owner, audience))
    return (PazClearance) { FALSE, PAZ_LEVEL_NATIONAL };

  return (PazClearance) { TRUE, level };
}

PazClearance
paz_clearance_join (PazClearance a,
                    PazClearance b)
{
  if (!a.passed || !b.passed)
    return (PazClearance) { FALSE, PAZ_LEVEL_NATIONAL };

  return (PazClearance) { TRUE, MAX (a.level, b.level) };
}
