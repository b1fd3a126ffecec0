/* The map and what stands beside it: side by side where there is room, one below the other where
 * there is not. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PAZ_TYPE_MAP_SPLIT (paz_map_split_get_type ())
G_DECLARE_FINAL_TYPE (PazMapSplit, paz_map_split, PAZ, MAP_SPLIT, GtkWidget)

/* In Builder: two children, of type "main" and "side". */
gboolean paz_map_split_is_folded (PazMapSplit *self);

G_END_DECLS
