/* "Where This Figure Comes From…" on a table of figures: a menu by the second button, the Menu key and
 * Shift+F10, that asks for the action "figures.source". */
#pragma once

#include "paz-figures-grid.h"

G_BEGIN_DECLS

/* The menu goes with the grid. */
void paz_figures_source_add_menu (PazFiguresGrid *grid);

G_END_DECLS
