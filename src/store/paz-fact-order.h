/* Which rows of a fact table, in which order. Any thread. */
#pragma once

#include "store/paz-fact-list.h"

G_BEGIN_DECLS

typedef struct
{
  PazFactColumn  column;
  gboolean       descending;
  guint16        from, to;                    /* months, 0: no limit */
  char         **keys[PAZ_N_DIMENSIONS];      /* NULL: all */
  guint16       *ranks[PAZ_N_DIMENSIONS];     /* by code; NULL: the code itself */
} PazFactOrder;

PazFactOrder *paz_fact_order_new        (void);
PazFactOrder *paz_fact_order_copy       (const PazFactOrder *self,
                                         PazFactTable       *table);
void          paz_fact_order_free       (PazFactOrder       *self);
/* TRUE when all rows are shown as the table has them. */
gboolean      paz_fact_order_is_plain   (const PazFactOrder *self);
/* Row numbers; NULL when cancelled. */
guint32      *paz_fact_order_apply      (const PazFactOrder *self,
                                         PazFactTable       *table,
                                         guint32            *n,
                                         GCancellable       *cancellable);

G_END_DECLS
