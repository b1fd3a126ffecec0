/* What a list of records shows, row by row: records alone, or groups with their records below them
 * where they are open. Immutable. */
#pragma once

#include "store/paz-record-list.h"

G_BEGIN_DECLS

typedef struct _PazRecordRows PazRecordRows;

/* groups: PazRecordGroup * in the order of ids, their counts adding up to all of them; NULL: none.
 * Keeps references to both arrays. */
PazRecordRows  *paz_record_rows_new        (GPtrArray           *ids,
                                            GPtrArray           *groups);
void            paz_record_rows_free       (PazRecordRows       *self);
/* The same without some rows: only to be shown between two others. */
PazRecordRows  *paz_record_rows_without    (const PazRecordRows *self,
                                            guint                position,
                                            guint                n);
guint           paz_record_rows_get_n      (const PazRecordRows *self);
GPtrArray      *paz_record_rows_get_ids    (const PazRecordRows *self);
GPtrArray      *paz_record_rows_get_groups (const PazRecordRows *self);
/* NULL for a record. */
PazRecordGroup *paz_record_rows_get_group  (const PazRecordRows *self,
                                            guint                position);
/* Which of the ids a record's row shows. */
guint           paz_record_rows_get_number (const PazRecordRows *self,
                                            guint                position);
/* NULL for a group. */
const char     *paz_record_rows_get_id     (const PazRecordRows *self,
                                            guint                position);
/* The same record, or the same group. */
gboolean        paz_record_rows_same       (const PazRecordRows *a,
                                            guint                n_a,
                                            const PazRecordRows *b,
                                            guint                n_b);

/* Tells of n-records and open; the list does the rest. */
PazRecordGroup *paz_record_group_new           (const char     *key);
void            paz_record_group_set_n_records (PazRecordGroup *self,
                                                guint           n);
void            paz_record_group_set_open      (PazRecordGroup *self,
                                                gboolean        open);

G_END_DECLS
