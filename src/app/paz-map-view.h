/* A map to look at, point at and walk over by keyboard: arrows to the nearest place in that
 * direction, Home and End to the first and last, Enter or a double click to open it. */
#pragma once

#include <gtk/gtk.h>

#include "chart/paz-map.h"

G_BEGIN_DECLS

#define PAZ_TYPE_MAP_VIEW (paz_map_view_get_type ())
G_DECLARE_FINAL_TYPE (PazMapView, paz_map_view, PAZ, MAP_VIEW, GtkWidget)

/* Property "selected": key of the State or mission, NULL for none; notified when a person or a
 * program changes it. Signal "activated" (key): to be opened. */
GtkWidget  *paz_map_view_new          (void);
/* Keeps the map; NULL for none. What is selected stays where the new one has it. */
void        paz_map_view_set_map      (PazMapView *self,
                                       PazMap     *map);
/* What a screen reader calls the whole; what is chosen it says beside. */
void        paz_map_view_set_title    (PazMapView *self,
                                       const char *title);
PazMap     *paz_map_view_get_map      (PazMapView *self);
const char *paz_map_view_get_selected (PazMapView *self);
void        paz_map_view_set_selected (PazMapView *self,
                                       const char *key);

G_END_DECLS
