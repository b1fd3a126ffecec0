/* Questions to come back to: those everybody asks first and those a person kept under a name. */
#pragma once

#include "figures/paz-figures-choice.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Items of action figures.view with the text of a choice, then figures.save-view and
 * figures.delete-view. own: code of the delegation, may be NULL. */
GMenuModel *paz_figures_views_make_menu (const char             *own);
/* Takes the place of another of that name. */
void        paz_figures_views_keep      (const char             *name,
                                         const PazFiguresChoice *choice);
void        paz_figures_views_drop      (const PazFiguresChoice *choice);

G_END_DECLS
