/* Which delegation hands a workbook out, and for whom. */
#pragma once

#include <adwaita.h>

#include "store/paz-store.h"

G_BEGIN_DECLS

#define PAZ_TYPE_AUDIENCE_GROUP (paz_audience_group_get_type ())
G_DECLARE_FINAL_TYPE (PazAudienceGroup, paz_audience_group, PAZ, AUDIENCE_GROUP, AdwPreferencesGroup)

/* Emits "changed". */
void         paz_audience_group_set_store       (PazAudienceGroup *self,
                                                 PazStore         *store);
/* Beside something wide: without the second lines of its rows. */
void         paz_audience_group_set_narrow      (PazAudienceGroup *self);
/* FALSE while participants are to be chosen and none is. */
gboolean     paz_audience_group_is_complete     (PazAudienceGroup *self);
/* Shows these readers; NULL: own use. */
void         paz_audience_group_choose          (PazAudienceGroup *self,
                                                 const PazAudience *audience);
PazAudience *paz_audience_group_make_audience   (PazAudienceGroup *self);
/* NULL: not said. Lends. */
const char  *paz_audience_group_get_participant (PazAudienceGroup *self);

G_END_DECLS
