#pragma once

#include <gtk/gtk.h>

#include "paz-fact-names.h"

G_BEGIN_DECLS

/* Adds the columns; the names they show are those of *names, which may change while no row is shown.
 * Clicking a header orders `list`. */
void paz_facts_columns_add (GtkColumnView  *view,
                            PazFactList    *list,
                            PazFactNames  **names);

G_END_DECLS
