/* The first page: what to do next, the latest figures, what changed, what is not translated. */
#pragma once

#include <adwaita.h>

#include "store/paz-store.h"

G_BEGIN_DECLS

#define PAZ_TYPE_OVERVIEW_PAGE (paz_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (PazOverviewPage, paz_overview_page, PAZ, OVERVIEW_PAGE, AdwBin)

GtkWidget *paz_overview_page_new      (PazStore        *store);
/* FALSE while figures are being computed. */
gboolean   paz_overview_page_is_ready (PazOverviewPage *self);

G_END_DECLS
