/* The changes of the whole store, found and read by a worker: a list of any length opens at once. */
#pragma once

#include <gio/gio.h>

#include "store/paz-store.h"

G_BEGIN_DECLS

/* One save of one record. Its words come later; "loaded" is emitted when they are there. */
#define PAZ_TYPE_CHANGE (paz_change_get_type ())
G_DECLARE_FINAL_TYPE (PazChange, paz_change, PAZ, CHANGE, GObject)

gint64         paz_change_get_number   (PazChange   *self);
gboolean       paz_change_is_loaded    (PazChange   *self);
/* All NULL until it is loaded. */
const char    *paz_change_get_title    (PazChange   *self);   /* "Task · Joint training" */
const char    *paz_change_get_summary  (PazChange   *self);   /* which field, from what to what */
const char    *paz_change_get_who      (PazChange   *self);   /* when, who and from which import */
const PazKind *paz_change_get_kind     (PazChange   *self);
gboolean       paz_change_is_undone    (PazChange   *self);

#define PAZ_TYPE_CHANGE_LIST (paz_change_list_get_type ())
G_DECLARE_FINAL_TYPE (PazChangeList, paz_change_list, PAZ, CHANGE_LIST, GObject)

PazChangeList *paz_change_list_new     (PazStore               *store);
/* Finds anew; "found" is emitted when the list shows it. */
void           paz_change_list_find    (PazChangeList          *self,
                                        const PazHistoryFilter *filter);
gboolean       paz_change_list_is_busy (PazChangeList          *self);
/* Asks for the words of a change that is shown. */
void           paz_change_list_load    (PazChangeList          *self,
                                        PazChange              *change);

G_END_DECLS
