/* The values that stand against one another in a field, who wrote each and when, and a button at
 * each that decides for it. */
#pragma once

#include <gtk/gtk.h>

#include "store/paz-store.h"

G_BEGIN_DECLS

#define PAZ_TYPE_CONFLICT_BOX (paz_conflict_box_get_type ())
G_DECLARE_FINAL_TYPE (PazConflictBox, paz_conflict_box, PAZ, CONFLICT_BOX, GtkWidget)

/* Signal "decided": the record has the value chosen and is no longer in conflict there. */
GtkWidget *paz_conflict_box_new (PazStore       *store,
                                 PazRecord      *record,
                                 const PazField *field);

G_END_DECLS
