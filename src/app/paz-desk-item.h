/* One text that waits for its translation, as the translation desk lists it. Immutable. */
#pragma once

#include <gio/gio.h>

#include "store/paz-texts.h"

G_BEGIN_DECLS

#define PAZ_TYPE_DESK_ITEM (paz_desk_item_get_type ())
G_DECLARE_FINAL_TYPE (PazDeskItem, paz_desk_item, PAZ, DESK_ITEM, GObject)

/* text: of the list, which the item keeps. */
PazDeskItem   *paz_desk_item_new      (GPtrArray     *list,
                                       const PazText *text);
const PazText *paz_desk_item_get_text (PazDeskItem   *self);
/* Of its record; read when it is first asked for. */
const char    *paz_desk_item_get_title (PazDeskItem  *self,
                                        PazStore     *store,
                                        PazCatalogue *catalogue);
/* The same text of the same record in the same state. */
gboolean       paz_desk_item_is       (PazDeskItem   *self,
                                       const PazText *text);

G_END_DECLS
