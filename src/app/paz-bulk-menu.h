/* The menus of what can be done with the rows of a list; their items do "bulk.…" and "page.open". */
#pragma once

#include <gio/gio.h>

#include "store/paz-store.h"

G_BEGIN_DECLS

/* One value for all of them. */
GMenuModel *paz_bulk_menu_make_marks (const PazKind *kind);
GMenuModel *paz_bulk_menu_make_rows  (PazStore      *store,
                                      const PazKind *kind);

G_END_DECLS
