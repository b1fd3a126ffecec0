/* What a query asks, for the file that writes its SQL. */
#pragma once

#include "store/paz-filter.h"

G_BEGIN_DECLS

typedef struct
{
  const PazField *field;
  gboolean        descending;
} PazOrder;

struct _PazQuery
{
  const PazKind *kind;
  char          *search;
  char          *container;
  GPtrArray     *conditions;   /* PazCondition */
  gboolean       any;
  const PazField *group;       /* NULL: none */
  PazGrouping    grouping;
  GArray        *orders;       /* PazOrder; empty: the kind's own */
  PazLanguage    language;
  gboolean       deleted;
};

G_END_DECLS
