/* What was typed into a form and not saved yet. Kept in the settings of this copy, so that it
 * survives the end of the program, and never leaves it. A draft is no step: nothing undoes it. */
#pragma once

#include "store/paz-store.h"

G_BEGIN_DECLS

typedef struct _PazDraft PazDraft;

/* record: as it stands in the form; original: as the form began. edit: what else the form would
 * save, records inside of it put or removed; may be NULL. NULL when nothing differs. Reads the
 * store's records of the edit: for the thread that reads. */
PazDraft       *paz_draft_new             (PazStore       *store,
                                           PazRecord      *record,
                                           PazRecord      *original,
                                           PazEdit        *edit);
PazDraft       *paz_draft_ref             (PazDraft       *self);
void            paz_draft_unref           (PazDraft       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazDraft, paz_draft_unref)

const char     *paz_draft_get_id          (PazDraft       *self);
const PazKind  *paz_draft_get_kind        (PazDraft       *self);
/* Unix time in milliseconds of the last change. */
gint64          paz_draft_get_time        (PazDraft       *self);
/* Of a record that was never saved. */
gboolean        paz_draft_is_new          (PazDraft       *self);
/* The record with what was typed on top of what the store holds now; a new one where it is not
 * there. NULL when it was deleted for good meanwhile. */
PazRecord      *paz_draft_dup_record      (PazDraft       *self,
                                           PazStore       *store);
/* The records inside of it that were changed or added, in the same way. Elements PazRecord *. */
GPtrArray      *paz_draft_list_contained  (PazDraft       *self,
                                           PazStore       *store);
/* Ids of those that were removed; NULL-terminated, lent. */
const char * const *paz_draft_get_removed (PazDraft       *self);

/* Durable when it returns TRUE. May run on a worker. */
gboolean        paz_store_keep_draft      (PazStore       *self,
                                           PazDraft       *draft,
                                           GError        **error);
/* TRUE also when there was none. */
gboolean        paz_store_drop_draft      (PazStore       *self,
                                           const char     *record,
                                           GError        **error);
/* NULL when there is none, or it cannot be read any more. */
PazDraft       *paz_store_dup_draft       (PazStore       *self,
                                           const char     *record);
/* The newest first. Elements PazDraft *. */
GPtrArray      *paz_store_list_drafts     (PazStore       *self);
/* With the step that the edit becomes, the record's draft is gone, in the same moment. */
void            paz_edit_drop_draft       (PazEdit        *edit,
                                           const char     *record);

G_END_DECLS
