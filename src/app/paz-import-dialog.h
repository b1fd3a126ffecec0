/* A file of UN figures comes in: choose, try out, look, accept. One undoable step. */
#pragma once

#include "paz-window.h"

G_BEGIN_DECLS

#define PAZ_TYPE_IMPORT_DIALOG (paz_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PazImportDialog, paz_import_dialog, PAZ, IMPORT_DIALOG, AdwWindow)

/* path NULL: the person chooses. */
GtkWidget  *paz_import_dialog_new       (PazWindow       *window,
                                         const char      *path);
/* "choose", "working", "review" or "failed". */
const char *paz_import_dialog_get_state (PazImportDialog *self);
/* What the Import button does; only in the state "review". */
void        paz_import_dialog_accept    (PazImportDialog *self);

G_END_DECLS
