/* The menu of filters with a name: those every copy offers for a kind, those the person keeps. */
#pragma once

#include "paz-list-filter.h"
#include "paz-name-question.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Sections in order; its items do "arrange.use-filter" (s), "arrange.save-filter", "arrange.rename-filter"
 * and "arrange.delete-filter". */
GMenuModel *paz_list_saved_make_menu (PazStore        *store,
                                      const PazFilter *present);
/* The filter an item's target names; NULL: it asks for nothing. The caller owns it. */
PazFilter  *paz_list_saved_find      (PazStore        *store,
                                      const PazKind   *kind,
                                      const char      *target);
/* The kept filter that says the same as the present one; NULL when there is none. */
PazFilter  *paz_list_saved_match     (PazStore        *store,
                                      const PazFilter *present);

G_END_DECLS
