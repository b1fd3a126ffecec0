/* The inside of a fact table, for the file that loads segments straight into its columns. */
#pragma once

#include "store/paz-facts.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray  *keys;      /* by code; NULL where a stored code is not used here */
  GHashTable *codes;     /* key -> code + 1 */
} PazFactDictionary;

struct _PazFactTable
{
  gatomicrefcount    ref_count;
  gboolean           finished;
  guint32            n_rows;
  guint32            n_allocated;
  gpointer           block;         /* what the columns lie in */
  guint16           *months;
  guint16           *contributors;
  guint16           *missions;
  guint8            *types;
  guint32           *female;
  guint32           *male;
  guint32           *rows;
  guint16           *sets;
  PazFactDictionary  dictionaries[PAZ_N_DIMENSIONS];
};

/* Fresh columns for n rows; what the old ones held is the caller's to move and free. */
void  paz_fact_table_allocate (PazFactTable     *self,
                               guint32           n);
/* Room for n more rows. */
void  paz_fact_table_reserve  (PazFactTable     *self,
                               guint32           n);
void  paz_fact_table_move_row (PazFactTable     *self,
                               guint32           to,
                               guint32           from);
/* Gives a code of the store its key, in a table that is not finished. */
void  paz_fact_table_define   (PazFactTable     *self,
                               PazDimension      dimension,
                               guint16           code,
                               const char       *key);
/* Sorts by codes and drops all but the first row of a key; returns how many. */
guint paz_fact_table_sort     (PazFactTable     *self,
                               PazFactDuplicate  duplicate,
                               gpointer          data);

G_END_DECLS
