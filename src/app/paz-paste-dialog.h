/* A block of cells on its way into a list: which column is which field, what each cell does, what is
 * wrong and why; nothing is kept before the person accepts, and then all of it is one step. */
#pragma once

#include "paz-window.h"
#include "table/paz-paste.h"

G_BEGIN_DECLS

#define PAZ_TYPE_PASTE_DIALOG (paz_paste_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PazPasteDialog, paz_paste_dialog, PAZ, PASTE_DIALOG, AdwWindow)

/* Reads the clipboard, cells before text, and opens the dialog; says so when there are no cells.
 * fields: of the list's columns, ends with NULL. */
void        paz_paste_from_clipboard     (PazWindow       *window,
                                          const PazKind   *kind,
                                          GPtrArray       *fields);

/* container: NULL, or the record that will hold new ones. */
GtkWidget  *paz_paste_dialog_new         (PazWindow       *window,
                                          const PazKind   *kind,
                                          const char      *container,
                                          PazBlock        *block,
                                          GPtrArray       *fields);
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
