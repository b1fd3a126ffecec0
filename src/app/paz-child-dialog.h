/* The form of a contained record in a window of its own. */
#pragma once

#include <adwaita.h>

#include "store/paz-store.h"

G_BEGIN_DECLS

#define PAZ_TYPE_CHILD_DIALOG (paz_child_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PazChildDialog, paz_child_dialog, PAZ, CHILD_DIALOG, AdwWindow)

/* Edits the record in place: give a copy. Signal "accepted" (PazRecord *record). */
GtkWidget *paz_child_dialog_new (PazStore  *store,
                                 PazRecord *record);

G_END_DECLS
