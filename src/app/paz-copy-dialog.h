/* For whom rows are copied: asked once, kept while the store is open. */
#pragma once

#include "paz-window.h"

G_BEGIN_DECLS

#define PAZ_TYPE_COPY_DIALOG (paz_copy_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PazCopyDialog, paz_copy_dialog, PAZ, COPY_DIALOG, AdwWindow)

/* Signal "chosen": the readers are known from now on. */
GtkWidget         *paz_copy_dialog_new       (PazWindow         *window);
void               paz_copy_dialog_accept    (PazCopyDialog     *self);

/* NULL until it was asked. Lends. */
const PazAudience *paz_copy_get_audience     (PazStore          *store);
/* Takes it. */
void               paz_copy_set_audience     (PazStore          *store,
                                              PazAudience       *audience);
/* "Own use", "Anyone", "Peru, Uruguay": for the menu. */
char              *paz_copy_dup_audience     (PazStore          *store);

G_END_DECLS
