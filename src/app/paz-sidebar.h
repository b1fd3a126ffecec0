/* The areas and their pages, with how many records each kind has. Pages go by name: "overview",
 * "contributions", "kind:<key>", "history", "deleted". */
#pragma once

#include <adwaita.h>

#include "paz-role.h"

G_BEGIN_DECLS

#define PAZ_TYPE_SIDEBAR (paz_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (PazSidebar, paz_sidebar, PAZ, SIDEBAR, AdwBin)

/* Counts anew; store NULL empties them. */
void        paz_sidebar_count        (PazSidebar *self,
                                      PazStore   *store);
/* Marks the row without the signal "page-chosen". FALSE when there is no such page. */
gboolean    paz_sidebar_select       (PazSidebar *self,
                                      const char *page);
/* Opens and closes the areas as the role proposes, in every window. */
void        paz_sidebar_propose      (PazRole     role);
/* The page's title in the interface language; NULL when there is no such page. Lends. */
const char *paz_sidebar_get_title    (PazSidebar *self,
                                      const char *page);

G_END_DECLS
