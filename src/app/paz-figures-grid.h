/* A cross table drawn cell by cell: only what is seen costs, so that a choice is answered within a
 * frame whatever its size. Headings stay while it scrolls. Stands in a scrolled window. */
#pragma once

#include <gtk/gtk.h>

#include "figures/paz-cross.h"

G_BEGIN_DECLS

#define PAZ_TYPE_FIGURES_GRID (paz_figures_grid_get_type ())
G_DECLARE_FINAL_TYPE (PazFiguresGrid, paz_figures_grid, PAZ, FIGURES_GRID, GtkWidget)

/* Signal "activated" (row, column). */
GtkWidget *paz_figures_grid_new        (void);
/* Lends until another is set; NULL: none. */
void       paz_figures_grid_set_cross  (PazFiguresGrid *self,
                                        const PazCross *cross);
/* FALSE while there is no cell. */
gboolean   paz_figures_grid_get_cursor (PazFiguresGrid *self,
                                        guint          *row,
                                        guint          *column);
/* Where the cell under the cursor stands in the widget. */
void       paz_figures_grid_get_place  (PazFiguresGrid *self,
                                        GdkRectangle   *place);

G_END_DECLS
