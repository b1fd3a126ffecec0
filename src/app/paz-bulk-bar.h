/* What one does with the selected rows of a list: change, mark, copy, delete them; and paste rows
 * into it. A bar below the list that shows when rows are selected, the menu of the rows, and the keys. */
#pragma once

#include <gtk/gtk.h>

#include "paz-list-selection.h"
#include "store/paz-store.h"

G_BEGIN_DECLS

#define PAZ_TYPE_BULK_BAR (paz_bulk_bar_get_type ())
G_DECLARE_FINAL_TYPE (PazBulkBar, paz_bulk_bar, PAZ, BULK_BAR, GtkWidget)

/* Once. The actions "bulk.…" are put on `page`, keys and menu on `view`; `menu_button` gets the menu
 * that is there without a selection, too. */
void       paz_bulk_bar_bind        (PazBulkBar        *self,
                                     GtkWidget         *page,
                                     GtkColumnView     *view,
                                     GtkMenuButton     *menu_button,
                                     PazStore          *store,
                                     const PazKind     *kind,
                                     PazListSelection  *selection);
/* The fields of the list's columns, in their order; ends with NULL. */
GPtrArray *paz_bulk_bar_list_fields (PazBulkBar        *self);
/* Nothing is being copied, changed or deleted. */
gboolean   paz_bulk_bar_is_idle     (PazBulkBar        *self);
/* While rows are chosen by check boxes it is there from the first one on. */
void        paz_bulk_bar_set_choosing (PazBulkBar    *self,
                                       gboolean       choosing);

G_END_DECLS
