/* What happened to one record: when, who, which field, from what to what. */
#pragma once

#include <gtk/gtk.h>

#include "store/paz-store.h"

G_BEGIN_DECLS

#define PAZ_TYPE_HISTORY_PANE (paz_history_pane_get_type ())
G_DECLARE_FINAL_TYPE (PazHistoryPane, paz_history_pane, PAZ, HISTORY_PANE, GtkWidget)

void paz_history_pane_show (PazHistoryPane *self,
                            PazStore       *store,
                            const char     *record);

G_END_DECLS
