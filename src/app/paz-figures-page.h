/* Figures: any two axes of the facts, what they say and what they do not cover. */
#pragma once

#include <adwaita.h>

#include "figures/paz-cross.h"

G_BEGIN_DECLS

#define PAZ_TYPE_FIGURES_PAGE (paz_figures_page_get_type ())
G_DECLARE_FINAL_TYPE (PazFiguresPage, paz_figures_page, PAZ, FIGURES_PAGE, GtkWidget)

GtkWidget      *paz_figures_page_new        (PazStore               *store);
/* Shows it at once. */
void            paz_figures_page_ask        (PazFiguresPage         *self,
                                             const PazFiguresChoice *choice);
/* What is shown; NULL while facts are read. Lends. */
const PazCross *paz_figures_page_get_cross  (PazFiguresPage         *self);
/* Microseconds the last answer took. */
gint64          paz_figures_page_get_cost   (PazFiguresPage         *self);

G_END_DECLS
