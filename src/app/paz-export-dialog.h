/* The room where reports go out: which one, for whom, in what language and terms, and the workbook
 * as they would get it. What is saved are the bytes that are shown. F6 walks between the choices and
 * the workbook, Ctrl+Page Up and Page Down from sheet to sheet. */
#pragma once

#include "paz-export-options.h"
#include "paz-preview-pane.h"
#include "paz-window.h"

G_BEGIN_DECLS

#define PAZ_TYPE_EXPORT_DIALOG (paz_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PazExportDialog, paz_export_dialog, PAZ, EXPORT_DIALOG, AdwWindow)

/* report: proposed; NULL: the one before. */
GtkWidget        *paz_export_dialog_new         (PazWindow       *window,
                                                 const char      *report);
/* Of saving: "choose", "working", "done" or "failed". */
const char       *paz_export_dialog_get_state   (PazExportDialog *self);
/* What the Save button does, to a place already known; waits for the preview when it is being made. */
void              paz_export_dialog_run         (PazExportDialog *self,
                                                 const char      *path);
PazPreviewPane   *paz_export_dialog_get_pane    (PazExportDialog *self);
PazExportOptions *paz_export_dialog_get_options (PazExportDialog *self);

G_END_DECLS
