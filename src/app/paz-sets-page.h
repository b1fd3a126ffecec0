/* Every data set with how much of it speaks, and by month which ones do. */
#pragma once

#include <adwaita.h>

#include "paz-sets-matrix.h"
#include "store/paz-store.h"

G_BEGIN_DECLS

#define PAZ_TYPE_SETS_PAGE (paz_sets_page_get_type ())
G_DECLARE_FINAL_TYPE (PazSetsPage, paz_sets_page, PAZ, SETS_PAGE, AdwBin)

GtkWidget  *paz_sets_page_new      (PazStore    *store);
/* The table of data sets, those that speak first; its model is NULL until it is loaded. */
GtkColumnView *paz_sets_page_get_view (PazSetsPage *self);

PazSetsMatrix *paz_sets_page_get_matrix (PazSetsPage *self);

G_END_DECLS
