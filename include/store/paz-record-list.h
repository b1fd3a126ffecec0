/* A GListModel of PazRecord over a query: ids at once, rows in pages as they are shown. A change
 * in the store re-runs the query and reports the smallest splice. */
#pragma once

#include "store/paz-store.h"

G_BEGIN_DECLS

#define PAZ_TYPE_RECORD_LIST (paz_record_list_get_type ())
G_DECLARE_FINAL_TYPE (PazRecordList, paz_record_list, PAZ, RECORD_LIST, GObject)

PazRecordList *paz_record_list_new       (PazStore       *store,
                                          const PazQuery *query);
/* A small table answers at once; a large one on a worker, and the old items stay until the new ones
 * are there. "pending" is a property. */
void           paz_record_list_set_query (PazRecordList  *self,
                                          const PazQuery *query);
/* Position of a record, or G_MAXUINT. */
guint          paz_record_list_find      (PazRecordList  *self,
                                          const char     *id);
const char    *paz_record_list_get_id    (PazRecordList  *self,
                                          guint           position);
/* The failure of the last query, or NULL. */
const GError  *paz_record_list_get_error (PazRecordList  *self);

G_END_DECLS
