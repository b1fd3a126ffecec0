/* What the UN revised: two data sets compared cell by cell, filtered, summed in words, copied and
 * exported through the gate. */
#pragma once

#include "paz-revised.h"
#include "paz-window.h"

G_BEGIN_DECLS

#define PAZ_TYPE_REVISED_DIALOG (paz_revised_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PazRevisedDialog, paz_revised_dialog, PAZ, REVISED_DIALOG, AdwWindow)

/* data_set: id. Compares with what spoke before it until another is chosen. */
GtkWidget  *paz_revised_dialog_present (PazWindow        *window,
                                        const char       *data_set);
/* NULL until it is computed. */
PazRevised *paz_revised_dialog_get     (PazRevisedDialog *self);
/* As the person chooses: keys, or NULL for all; type -1: all. */
void        paz_revised_dialog_choose  (PazRevisedDialog       *self,
                                        const PazRevisedFilter *filter);
/* What is shown, as the readers may see it. "done" says in the window what came of it. NULL path: the
 * clipboard. */
void        paz_revised_dialog_let_out (PazRevisedDialog *self,
                                        const char       *path);

G_END_DECLS
