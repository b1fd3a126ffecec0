/* The history of the whole store: found by words, person, kind and period; what a change did, and
 * back to what was. */
#pragma once

#include <adwaita.h>

#include "paz-change-list.h"

G_BEGIN_DECLS

#define PAZ_TYPE_HISTORY_PAGE (paz_history_page_get_type ())
G_DECLARE_FINAL_TYPE (PazHistoryPage, paz_history_page, PAZ, HISTORY_PAGE, AdwBin)

GtkWidget     *paz_history_page_new      (PazStore       *store);
PazChangeList *paz_history_page_get_list (PazHistoryPage *self);

G_END_DECLS
