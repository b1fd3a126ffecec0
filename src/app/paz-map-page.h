/* The map of the region by any figure, with the table beside it; and where the missions are. */
#pragma once

#include <gtk/gtk.h>

#include "paz-map-answer.h"
#include "store/paz-store.h"

G_BEGIN_DECLS

#define PAZ_TYPE_MAP_PAGE (paz_map_page_get_type ())
G_DECLARE_FINAL_TYPE (PazMapPage, paz_map_page, PAZ, MAP_PAGE, GtkWidget)

GtkWidget          *paz_map_page_new        (PazStore           *store);
/* Shows it at once; kept for the next time. */
void                paz_map_page_ask        (PazMapPage         *self,
                                             const PazMapChoice *choice);
/* A State, or a mission where missions are shown; NULL: none. */
void                paz_map_page_choose     (PazMapPage         *self,
                                             const char         *key);
const char         *paz_map_page_get_chosen (PazMapPage         *self);
const PazMapChoice *paz_map_page_get_choice (PazMapPage         *self);
/* NULL while figures are read. Lends. */
PazMapAnswer       *paz_map_page_get_answer (PazMapPage         *self);

G_END_DECLS
