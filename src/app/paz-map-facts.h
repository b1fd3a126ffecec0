/* What a map is made from: figures, fatalities and what the participants' records say. */
#pragma once

#include "figures/paz-profile.h"

G_BEGIN_DECLS

typedef struct
{
  PazFigures    *figures;
  PazFatalities *fatalities;
  GHashTable    *records;     /* code of a participant to PazProfileRecords */
  guint16        month;       /* the records are told against its last day */
} PazMapFacts;

/* month 0: the newest with figures. readers NULL: own screen. On a worker; store: any without
 * readers, a reader with them. */
PazMapFacts *paz_map_facts_load      (PazStore            *store,
                                      guint16              month,
                                      const PazAudience   *readers,
                                      GCancellable        *cancellable,
                                      GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void         paz_map_facts_free      (PazMapFacts         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazMapFacts, paz_map_facts_free)
/* The month itself where there are figures of it, else the newest; 0 where there are none. */
guint16      paz_map_facts_get_month (PazMapFacts         *self,
                                      guint16              month);
/* Record of kind participant, or NULL. Lends. */
PazRecord   *paz_map_facts_find_state (PazMapFacts        *self,
                                      const char          *iso3);
/* Record of kind mission, or NULL. Lends. */
PazRecord   *paz_map_facts_find_mission (PazMapFacts      *self,
                                      const char          *acronym);

G_END_DECLS
