/* The choices above the map: States or missions, figure, month, type, mission or State. */
#pragma once

#include <gtk/gtk.h>

#include "paz-map-choice.h"
#include "paz-map-facts.h"

G_BEGIN_DECLS

#define PAZ_TYPE_MAP_BAR (paz_map_bar_get_type ())
G_DECLARE_FINAL_TYPE (PazMapBar, paz_map_bar, PAZ, MAP_BAR, GtkWidget)

/* Signal "changed": a person chose. Months, types, missions and States to choose among: */
void          paz_map_bar_fill       (PazMapBar          *self,
                                      PazMapFacts        *facts);
/* Silent. */
void          paz_map_bar_set_choice (PazMapBar          *self,
                                      const PazMapChoice *choice);
/* The State chosen on the map: whose missions are shown when those are asked for. NULL: none. */
void          paz_map_bar_set_state  (PazMapBar          *self,
                                      const char         *state);
PazMapChoice *paz_map_bar_dup_choice (PazMapBar          *self);

G_END_DECLS
