/* A GListModel of PazRecord over a query: ids at once, rows in pages as they are shown. A change
 * in the store re-runs the query and reports the smallest splice. A query with a group has items of
 * PazRecordGroup too, each before its records, which are there while it is open. */
#pragma once

#include "store/paz-store.h"

G_BEGIN_DECLS

#define PAZ_TYPE_RECORD_GROUP (paz_record_group_get_type ())
G_DECLARE_FINAL_TYPE (PazRecordGroup, paz_record_group, PAZ, RECORD_GROUP, GObject)

/* Properties "n-records" and "open", to watch. The key is plain: a value, a date's month or year,
 * "?", "n/a", or "" for not answered; see paz_store_dup_plain_display. */
const char    *paz_record_group_get_key       (PazRecordGroup *self);
guint          paz_record_group_get_n_records (PazRecordGroup *self);
gboolean       paz_record_group_is_open       (PazRecordGroup *self);

#define PAZ_TYPE_RECORD_LIST (paz_record_list_get_type ())
G_DECLARE_FINAL_TYPE (PazRecordList, paz_record_list, PAZ, RECORD_LIST, GObject)

/* Signal "spliced" (position, removed, added): a whole change at once, after it. "items-changed" tells a large one in
 * two steps, as views of GTK want it. */

PazRecordList *paz_record_list_new       (PazStore       *store,
                                          const PazQuery *query);
/* Of the same kind. A small table answers at once; a large one on a worker, and the old items stay until the new ones
 * are there. "pending" is a property. */
void           paz_record_list_set_query (PazRecordList  *self,
                                          const PazQuery *query);
/* A list that nobody sees leaves changes of the store until it wakes up: then it asks once for all of them. */
void           paz_record_list_set_asleep (PazRecordList *self,
                                           gboolean       asleep);
/* Records found, those in closed groups too. */
guint          paz_record_list_get_n_records (PazRecordList *self);
/* PazRecordGroup * in order; NULL without groups. Lends. */
GPtrArray     *paz_record_list_get_groups (PazRecordList *self);
void           paz_record_list_set_open  (PazRecordList  *self,
                                          PazRecordGroup *group,
                                          gboolean        open);
/* keys: a set; a group that comes to be with such a key is closed. Kept, and read again each time. */
void           paz_record_list_set_closed (PazRecordList *self,
                                           GHashTable    *keys);
void           paz_record_list_set_all_open (PazRecordList *self,
                                             gboolean       open);
/* Position of a record; G_MAXUINT when it is not there or in a closed group. */
guint          paz_record_list_find      (PazRecordList  *self,
                                          const char     *id);
/* NULL for a group. */
const char    *paz_record_list_get_id    (PazRecordList  *self,
                                          guint           position);
/* The failure of the last query, or NULL. */
const GError  *paz_record_list_get_error (PazRecordList  *self);

G_END_DECLS
