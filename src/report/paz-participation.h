/* What the sheets of the report `participation` share: the month's lines, read once. */
#pragma once

#include "paz-report-spec.h"

G_BEGIN_DECLS

typedef struct
{
  PazEdition *edition;
  GPtrArray  *world;       /* PazLine by contributor, everybody */
  GPtrArray  *region;      /* PazLine by contributor, of the region */
  gboolean    covered;     /* the month's figures cover the world */
  guint64     female, male, untold, total;
  guint64     world_female, world_untold, world_total;
} PazParticipation;

/* Elements PazLine *, borrowed, by rank and name. */
GPtrArray *paz_participation_sort_by_rank (PazEdition *edition,
                                           GPtrArray  *lines);

G_END_DECLS
