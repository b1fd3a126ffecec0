/* Who owns a record, who may see it, and the originator's own marking: on every form. */
#pragma once

#include <gtk/gtk.h>

#include "store/paz-store.h"

G_BEGIN_DECLS

#define PAZ_TYPE_HANDLING_GROUP (paz_handling_group_get_type ())
G_DECLARE_FINAL_TYPE (PazHandlingGroup, paz_handling_group, PAZ, HANDLING_GROUP, GtkWidget)

/* Signal "changed". */
void paz_handling_group_bind (PazHandlingGroup *self,
                              PazStore         *store,
                              PazRecord        *record);

G_END_DECLS
