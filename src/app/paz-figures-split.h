/* A chart above its table: both as high as they ask for where there is room; where there is not, the
 * chart keeps more than half, and each has a scroller of its own. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PAZ_TYPE_FIGURES_SPLIT (paz_figures_split_get_type ())
G_DECLARE_FINAL_TYPE (PazFiguresSplit, paz_figures_split, PAZ, FIGURES_SPLIT, GtkWidget)

/* In Builder: two children, the chart first. Either may be hidden. */

G_END_DECLS
