/* What a record serves in the Declaration, and notes: on every form. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PAZ_TYPE_PROVISIONS_GROUP (paz_provisions_group_get_type ())
G_DECLARE_FINAL_TYPE (PazProvisionsGroup, paz_provisions_group, PAZ, PROVISIONS_GROUP, GtkWidget)

G_END_DECLS
