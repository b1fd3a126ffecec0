/* What was deleted: found by words and kind, and brought back with its parts. */
#pragma once

#include <adwaita.h>

#include "store/paz-store.h"

G_BEGIN_DECLS

#define PAZ_TYPE_DELETED_PAGE (paz_deleted_page_get_type ())
G_DECLARE_FINAL_TYPE (PazDeletedPage, paz_deleted_page, PAZ, DELETED_PAGE, AdwBin)

GtkWidget  *paz_deleted_page_new      (PazStore       *store);
gboolean    paz_deleted_page_is_ready (PazDeletedPage *self);
GListModel *paz_deleted_page_get_list (PazDeletedPage *self);

G_END_DECLS
