/* The table beside the map: every State or mission with its number, to choose and to open. */
#pragma once

#include <gtk/gtk.h>

#include "paz-map-answer.h"

G_BEGIN_DECLS

#define PAZ_TYPE_MAP_LIST (paz_map_list_get_type ())
G_DECLARE_FINAL_TYPE (PazMapList, paz_map_list, PAZ, MAP_LIST, GtkWidget)

/* Signals "chosen" (key or NULL), when a person chose; "activated" (key): to be opened. */
void        paz_map_list_set_rows (PazMapList *self,
                                   GPtrArray  *rows);
/* Brings it into view; silent. NULL: none. */
void        paz_map_list_choose   (PazMapList *self,
                                   const char *key);
GtkListBox *paz_map_list_get_box  (PazMapList *self);

G_END_DECLS
