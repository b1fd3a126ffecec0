/* The records in which something was left unsaved: go on with one, or drop it. */
#pragma once

#include "paz-window.h"

G_BEGIN_DECLS

#define PAZ_TYPE_DRAFTS_DIALOG (paz_drafts_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PazDraftsDialog, paz_drafts_dialog, PAZ, DRAFTS_DIALOG, AdwWindow)

GtkWidget *paz_drafts_dialog_new (PazWindow *window);

G_END_DECLS
