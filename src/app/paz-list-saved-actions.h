/* What a list page does with filters that have a name: use one, keep, rename and delete one. */
#pragma once

#include "paz-list-filter.h"

G_BEGIN_DECLS

/* "use-filter" (s), "save-filter", "rename-filter" and "delete-filter" in the map, and the menu that
 * does them on the button. The page owns the map and all else. */
void paz_list_saved_add_actions (GActionMap    *map,
                                 GtkMenuButton *button,
                                 GtkWidget     *page,
                                 PazStore      *store,
                                 PazListFilter *filter);

G_END_DECLS
