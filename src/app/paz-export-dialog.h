/* A workbook goes out: which one, in what language and terms, for whom, of which month, where to. */
#pragma once

#include "paz-window.h"

G_BEGIN_DECLS

#define PAZ_TYPE_EXPORT_DIALOG (paz_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PazExportDialog, paz_export_dialog, PAZ, EXPORT_DIALOG, AdwWindow)

/* report: proposed, may be NULL. */
GtkWidget  *paz_export_dialog_new       (PazWindow       *window,
                                         const char      *report);
/* "choose", "working", "done" or "failed". */
const char *paz_export_dialog_get_state (PazExportDialog *self);
/* What the Export button does, to a place already known. */
void        paz_export_dialog_run       (PazExportDialog *self,
                                         const char      *path);

G_END_DECLS
