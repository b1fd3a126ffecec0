/* What a role proposed and a person may choose otherwise: first page, handling, whose records. */
#pragma once

#include <adwaita.h>

#include "store/paz-store.h"

G_BEGIN_DECLS

#define PAZ_TYPE_DEFAULTS_GROUP (paz_defaults_group_get_type ())
G_DECLARE_FINAL_TYPE (PazDefaultsGroup, paz_defaults_group, PAZ, DEFAULTS_GROUP, AdwPreferencesGroup)

void paz_defaults_group_set_store (PazDefaultsGroup *self,
                                   PazStore         *store);
/* After the role was said anew. */
void paz_defaults_group_refresh   (PazDefaultsGroup *self);

G_END_DECLS
