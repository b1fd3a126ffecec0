/* The table of a block that is being tried out: each cell as it would come in, marked by what it
 * does, never by colour alone. */
#pragma once

#include <gtk/gtk.h>

#include "table/paz-paste.h"

G_BEGIN_DECLS

/* The checked paste of now; NULL while there is none. */
typedef PazPaste *(* PazPasteOfNow) (gpointer data);

/* Columns for the targets of now, in place of those there are. */
void        paz_paste_view_set_columns (GtkColumnView  *view,
                                        PazStore       *store,
                                        PazPaste       *paste,
                                        PazPasteOfNow   now,
                                        gpointer        data);
/* "Title (Español)", "Left Out". */
char       *paz_paste_dup_target       (const PazKind  *kind,
                                        PazPasteTarget  target);
/* "New", "Changes", "Same", "Left Out". */
const char *paz_paste_get_action_word  (PazPasteAction  action);

G_END_DECLS
