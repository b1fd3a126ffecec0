#pragma once

#include "store/paz-drafts.h"

G_BEGIN_DECLS

/* Before the record's id: the key of the setting that holds its draft. */
#define PAZ_DRAFT_PREFIX "draft:"

char     *paz_draft_dup_setting_key (const char  *record);
/* In the open door: removes the drafts that the edit is to take along. */
gboolean  paz_drafts_drop_staged    (PazStore    *self,
                                     PazEdit     *edit,
                                     GError     **error);

G_END_DECLS
