/* The inside of a fact table, for the file that loads segments straight into its columns. */
#pragma once

#include "paz-fact-aside.h"
#include "store/paz-facts.h"

G_BEGIN_DECLS

/* Rows of a pass between two times that what it has left behind is given back. */
#define PAZ_FACT_WINDOW 131072

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
  gpointer           block;         /* what the columns lie in; NULL when they are aside */
  char              *folder;        /* to keep them aside in; NULL: in memory */
  PazFactAside      *aside;
  union
    {
      gpointer       columns[PAZ_FACT_COLUMNS];   /* as paz_fact_widths */
      struct
        {
          guint32   *female;
          guint32   *male;
          guint32   *rows;
          guint16   *months;
          guint16   *contributors;
          guint16   *missions;
          guint16   *sets;
          guint8    *types;
        };
    };
  PazFactDictionary  dictionaries[PAZ_N_DIMENSIONS];
};

/* Fresh columns for n rows; the old ones are the caller's to move, and to release in a copy of the
 * table. */
void  paz_fact_table_allocate (PazFactTable     *self,
                               guint32           n);
void  paz_fact_table_release  (PazFactTable     *old);
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

/* For each row of a pass from first to last. */
static inline void
paz_fact_table_pass (PazFactTable *self,
                     guint32       row)
{
  if (G_UNLIKELY (row % PAZ_FACT_WINDOW == 0))
    paz_fact_table_let_go (self);
}

G_END_DECLS
