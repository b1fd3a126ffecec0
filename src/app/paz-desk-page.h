/* The translation desk: every text that is missing or out of date in a language, one after the other. */
#pragma once

#include <gtk/gtk.h>

#include "store/paz-store.h"

G_BEGIN_DECLS

#define PAZ_TYPE_DESK_PAGE (paz_desk_page_get_type ())
G_DECLARE_FINAL_TYPE (PazDeskPage, paz_desk_page, PAZ, DESK_PAGE, GtkWidget)

GtkWidget   *paz_desk_page_new          (PazStore    *store);
/* Into which is translated. */
PazLanguage  paz_desk_page_get_target   (PazDeskPage *self);
void         paz_desk_page_set_target   (PazDeskPage *self,
                                         PazLanguage  target);
/* PazDeskItem, in the order in which one walks through them. */
GListModel  *paz_desk_page_get_items    (PazDeskPage *self);
/* NULL: all kinds. */
const PazKind *paz_desk_page_get_kind   (PazDeskPage *self);

G_END_DECLS
