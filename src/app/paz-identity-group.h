/* Who writes: delegation and name, on the Overview and in Preferences. Kept at once. */
#pragma once

#include <adwaita.h>

#include "store/paz-store.h"

G_BEGIN_DECLS

#define PAZ_TYPE_IDENTITY_GROUP (paz_identity_group_get_type ())
G_DECLARE_FINAL_TYPE (PazIdentityGroup, paz_identity_group, PAZ, IDENTITY_GROUP, AdwPreferencesGroup)

GtkWidget *paz_identity_group_new       (PazStore         *store);
/* Emits "changed" when something was kept. */
void       paz_identity_group_set_store (PazIdentityGroup *self,
                                         PazStore         *store);
void       paz_identity_group_refresh   (PazIdentityGroup *self);
/* Keeps a name that was typed and not confirmed. */
void       paz_identity_group_keep      (PazIdentityGroup *self);

G_END_DECLS
