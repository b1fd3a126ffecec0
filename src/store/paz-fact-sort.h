/* Order of many small keys, in time linear in their number. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint64 key;
  guint32 index;
} PazSortItem;

/* Stable; n_bits is how many low bits of the keys count. */
void paz_sort_items (PazSortItem *items,
                     guint32      n,
                     guint        n_bits);

G_END_DECLS
