/* Facts: uniformed personnel by month, contributor, mission and type, kept by data set in
 * column segments (PERFORMANCE: 64k rows a BLOB; 0.1 of the time of rows, 16 ms to load a
 * million). A data set is replaced whole, never merged by row. Figures are snapshots at month
 * end: adding months gives person-months, not people. */
#pragma once

#include <gio/gio.h>

#include "model/paz-release.h"

G_BEGIN_DECLS

typedef enum
{
  PAZ_DIMENSION_CONTRIBUTOR,   /* ISO 3166-1 alpha-3, any country of the world */
  PAZ_DIMENSION_MISSION,       /* UN acronym */
  PAZ_DIMENSION_TYPE,          /* code of personnel_types.csv */
} PazDimension;
#define PAZ_N_DIMENSIONS 3

/* Columns, all of n rows. Codes index the table's own dictionaries. Immutable once built.
 * Rows are in the order month, contributor, mission, type. */
typedef struct _PazFactTable PazFactTable;

/* Builder: not thread-safe; add rows in any order. */
PazFactTable  *paz_fact_table_new        (void) G_GNUC_WARN_UNUSED_RESULT;
PazFactTable  *paz_fact_table_ref        (PazFactTable   *self);
void           paz_fact_table_unref      (PazFactTable   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazFactTable, paz_fact_table_unref)
/* Before the first row: a long table keeps its rows in unnamed files in the folder, so that memory does
 * not grow with it; where the folder takes none, in memory all the same. */
void           paz_fact_table_keep_aside (PazFactTable   *self,
                                          const char     *folder);
/* What was looked at so far need not stay in memory; it comes back when looked at again. Often enough
 * every hundred thousand rows of a pass; nothing for a table in memory. */
void           paz_fact_table_let_go     (PazFactTable   *self);
/* The code of a key, added when new; for paz_fact_table_add. Keys are clean text in NFC.
 * G_MAXUINT16 when there is no room: at most 65,535 keys (types: 255) of 255 bytes. */
guint16        paz_fact_table_code       (PazFactTable   *self,
                                          PazDimension    dimension,
                                          const char     *key);
/* month: paz_month_parse; row: line of the source file, for provenance. */
void           paz_fact_table_add        (PazFactTable   *self,
                                          guint16         month,
                                          guint16         contributor,
                                          guint16         mission,
                                          guint8          type,
                                          guint32         female,
                                          guint32         male,
                                          guint32         row);
/* Sorts (radix) and numbers the dictionaries anew in byte order of their keys: codes given while
 * building do not hold any more. Then the table is immutable. Duplicate keys: calls back with both
 * source rows, keeps the one added first. Returns the number of duplicates. */
typedef void (* PazFactDuplicate) (guint32 first_row, guint32 row, gpointer data);
guint          paz_fact_table_finish     (PazFactTable   *self,
                                          PazFactDuplicate duplicate,
                                          gpointer        data);

guint32        paz_fact_table_get_n_rows (PazFactTable   *self);
const guint16 *paz_fact_table_get_months (PazFactTable   *self);
const guint16 *paz_fact_table_get_contributors (PazFactTable *self);
const guint16 *paz_fact_table_get_missions (PazFactTable *self);
const guint8  *paz_fact_table_get_types  (PazFactTable   *self);
const guint32 *paz_fact_table_get_female (PazFactTable   *self);
const guint32 *paz_fact_table_get_male   (PazFactTable   *self);
const guint32 *paz_fact_table_get_rows   (PazFactTable   *self);
/* Index into the list of data sets, see paz_store_load_facts; zeros in a table just built. */
const guint16 *paz_fact_table_get_sets   (PazFactTable   *self);
/* Dictionary: n keys, key of a code. */
guint          paz_fact_table_get_n_keys (PazFactTable   *self,
                                          PazDimension    dimension);
const char    *paz_fact_table_get_key    (PazFactTable   *self,
                                          PazDimension    dimension,
                                          guint16         code);
/* -1 when the key does not occur. */
int            paz_fact_table_find_key   (PazFactTable   *self,
                                          PazDimension    dimension,
                                          const char     *key);

typedef struct _PazStore PazStore;

/* The facts that speak, from every data set the audience may see: for each month, contributor and
 * personnel type the newest data set that covers them speaks alone. A data set covers the months
 * that occur in it, the contributors of its scope: all of the world, or (when every one of its
 * contributors is of the region) the region; and all types. Where its record says so (fields scope
 * "listed", types "held") it covers, month by month, only the contributors or types it holds. data_sets: ids in the order
 * of paz_fact_table_get_sets, transfer full, may be NULL. NULL audience means no restriction
 * (own screen). Runs on the caller's thread: use a reader on a worker. */
PazFactTable  *paz_store_load_facts      (PazStore          *self,
                                          const PazAudience *audience,
                                          GPtrArray        **data_sets,
                                          GCancellable      *cancellable,
                                          GError           **error);
/* All facts of one data set, whether it speaks or not. */
PazFactTable  *paz_store_load_data_set   (PazStore          *self,
                                          const char        *data_set,
                                          GError           **error);

G_END_DECLS
