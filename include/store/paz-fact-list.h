/* A GListModel over a fact table: a million rows open at once. In the table's own order it costs
 * nothing a row; sorted or filtered, four bytes a row shown. Row objects are made as they are asked
 * for, the same object for the same row while it lives. */
#pragma once

#include "store/paz-facts.h"

G_BEGIN_DECLS

typedef enum
{
  PAZ_FACT_MONTH,
  PAZ_FACT_CONTRIBUTOR,
  PAZ_FACT_MISSION,
  PAZ_FACT_TYPE,
  PAZ_FACT_FEMALE,
  PAZ_FACT_MALE,
  PAZ_FACT_TOTAL,
  PAZ_FACT_DATA_SET,
  PAZ_FACT_SOURCE_ROW,
} PazFactColumn;
#define PAZ_N_FACT_COLUMNS 9

/* ---- one row: immutable ---- */

#define PAZ_TYPE_FACT_ROW (paz_fact_row_get_type ())
G_DECLARE_FINAL_TYPE (PazFactRow, paz_fact_row, PAZ, FACT_ROW, GObject)

guint16     paz_fact_row_get_month       (PazFactRow  *self);
const char *paz_fact_row_get_key         (PazFactRow  *self,
                                          PazDimension dimension);
guint32     paz_fact_row_get_female      (PazFactRow  *self);
guint32     paz_fact_row_get_male        (PazFactRow  *self);
guint64     paz_fact_row_get_total       (PazFactRow  *self);
/* Id of the data set, or NULL when the list was made without them. */
const char *paz_fact_row_get_data_set    (PazFactRow  *self);
/* Line of the file that the data set was read from. */
guint32     paz_fact_row_get_source_row  (PazFactRow  *self);

/* ---- the list ---- */

/* Months 0: no limit. Lists NULL: all. */
typedef struct
{
  guint16             from, to;
  const char * const *contributors;
  const char * const *missions;
  const char * const *types;
} PazFactFilter;

#define PAZ_TYPE_FACT_LIST (paz_fact_list_get_type ())
G_DECLARE_FINAL_TYPE (PazFactList, paz_fact_list, PAZ, FACT_LIST, GObject)

/* table: finished; may be NULL for an empty list. data_sets: as paz_store_load_facts gave them, may be
 * NULL. Property "pending": a worker sorts or filters; the old rows stay until it is done. */
PazFactList  *paz_fact_list_new          (PazFactTable        *table,
                                          GPtrArray           *data_sets);
/* Other facts, with the same order and filter. */
void          paz_fact_list_set_table    (PazFactList         *self,
                                          PazFactTable        *table,
                                          GPtrArray           *data_sets);
PazFactTable *paz_fact_list_get_table    (PazFactList         *self);
/* Rows of equal value keep the table's order. */
void          paz_fact_list_set_order    (PazFactList         *self,
                                          PazFactColumn        column,
                                          gboolean             descending);
/* NULL shows all. Copied. */
void          paz_fact_list_set_filter   (PazFactList         *self,
                                          const PazFactFilter *filter);
/* Puts the keys of a dimension in another order than that of their codes, as of names in a language:
 * ranks[code]. NULL: by code. Copied; forgotten when the table changes. */
void          paz_fact_list_set_ranks    (PazFactList         *self,
                                          PazDimension         dimension,
                                          const guint16       *ranks);
gboolean      paz_fact_list_is_pending   (PazFactList         *self);

G_END_DECLS
