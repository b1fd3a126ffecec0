/* A block of cells on its way into a list or a form: which column is which field, what each cell does, what is
 * wrong and why; nothing is kept before the person accepts, and then all of it is one step. */
#pragma once

#include "paz-window.h"
#include "table/paz-paste.h"

G_BEGIN_DECLS

#define PAZ_TYPE_PASTE_DIALOG (paz_paste_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PazPasteDialog, paz_paste_dialog, PAZ, PASTE_DIALOG, AdwWindow)

/* Takes settings. */
GtkWidget  *paz_paste_dialog_new         (GtkWindow       *parent,
                                          PazStore        *store,
                                          PazPaste        *settings);
/* records: PazRecord, lent. */
typedef void (* PazPasteTaker) (GPtrArray *records,
                                gpointer   data);
/* Who takes what is accepted, in place of the store. The data must live as long as the dialog. */
void        paz_paste_dialog_set_taker   (PazPasteDialog  *self,
                                          PazPasteTaker    taker,
                                          gpointer         data);
/* "working" or "review". */
const char *paz_paste_dialog_get_state   (PazPasteDialog  *self);
/* What was checked last; NULL before. Lends. */
PazPaste   *paz_paste_dialog_get_paste   (PazPasteDialog  *self);
/* What the person would do by hand. */
void        paz_paste_dialog_set_target  (PazPasteDialog  *self,
                                          guint            column,
                                          PazPasteTarget   target);
void        paz_paste_dialog_set_partly  (PazPasteDialog  *self,
                                          gboolean         partly);
void        paz_paste_dialog_accept      (PazPasteDialog  *self);

G_END_DECLS
