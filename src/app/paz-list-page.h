/* The records of a kind: search, filter, sort, open, add, delete. Actions "page.new",
 * "page.find" and "page.delete". */
#pragma once

#include <gtk/gtk.h>

#include "store/paz-store.h"

G_BEGIN_DECLS

#define PAZ_TYPE_LIST_PAGE (paz_list_page_get_type ())
G_DECLARE_FINAL_TYPE (PazListPage, paz_list_page, PAZ, LIST_PAGE, GtkWidget)

GtkWidget      *paz_list_page_new         (PazStore      *store,
                                           const PazKind *kind);
const PazKind  *paz_list_page_get_kind    (PazListPage   *self);
/* The records as shown: found, filtered and sorted. */
GListModel     *paz_list_page_get_records (PazListPage   *self);
/* Shows what meets every condition, as paz_condition_dup_text writes them, in place of what was asked. */
void            paz_list_page_show        (PazListPage   *self,
                                           const char * const *conditions);

G_END_DECLS
