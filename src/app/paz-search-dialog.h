/* Search of everything: any record in any language, pages and actions by name, the last ones when
 * nothing is typed. By keyboard alone: type, Down, Enter, Escape. */
#pragma once

#include "paz-window.h"

G_BEGIN_DECLS

#define PAZ_TYPE_SEARCH_DIALOG (paz_search_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PazSearchDialog, paz_search_dialog, PAZ, SEARCH_DIALOG, AdwWindow)

GtkWidget  *paz_search_dialog_new       (PazWindow       *window);
/* Shows what holds the words. */
void        paz_search_dialog_search    (PazSearchDialog *self,
                                         const char      *words);
/* No search is under way, and all that was found is shown. */
gboolean    paz_search_dialog_is_ready   (PazSearchDialog *self);
/* The first of it is shown. */
gboolean    paz_search_dialog_has_answer (PazSearchDialog *self);
GtkListBox *paz_search_dialog_get_list   (PazSearchDialog *self);

G_END_DECLS
