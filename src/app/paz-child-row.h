/* A row of a table of contained records: the listed fields of the kind, in columns. */
#pragma once

#include <gtk/gtk.h>

#include "store/paz-store.h"

G_BEGIN_DECLS

GtkWidget *paz_child_row_new       (PazStore      *store,
                                    PazRecord     *record);
/* The columns' names, on the same columns. */
void       paz_child_row_fill_head (GtkGrid       *head,
                                    const PazKind *kind);

G_END_DECLS
