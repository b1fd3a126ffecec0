/* Contributions: every figure that speaks, a million rows if need be. Action "page.find". */
#pragma once

#include <gtk/gtk.h>

#include "store/paz-store.h"

G_BEGIN_DECLS

#define PAZ_TYPE_FACTS_PAGE (paz_facts_page_get_type ())
G_DECLARE_FINAL_TYPE (PazFactsPage, paz_facts_page, PAZ, FACTS_PAGE, GtkWidget)

GtkWidget     *paz_facts_page_new      (PazStore     *store);
/* The rows as shown; NULL until they are loaded. */
GListModel    *paz_facts_page_get_rows (PazFactsPage *self);
GtkColumnView *paz_facts_page_get_view (PazFactsPage *self);

G_END_DECLS
