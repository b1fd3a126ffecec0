/* What would lose something if records were deleted: what they contain, and what links to them. */
#pragma once

#include "store/paz-store.h"

G_BEGIN_DECLS

typedef struct
{
  const PazKind *kind;
  guint          n;
  gboolean       inside;   /* goes with them; else: links to them, and stays */
} PazUse;

/* Whether it came with the program, whatever was changed since. FALSE when there is no such record. */
gboolean  paz_store_is_built_in (PazStore   *self,
                                 const char *id);
/* ids: char *. PazUse by kind, what is inside first, each in the order of kinds; what links among them
 * is left out. NULL with a store error. */
GArray   *paz_store_count_uses  (PazStore   *self,
                                 GPtrArray  *ids,
                                 GError    **error);
/* What stands in a record, of all child kinds: PazRecord *, not below the first level. */
GPtrArray *paz_store_list_contained (PazStore   *self,
                                     PazRecord  *record,
                                     GError    **error);

G_END_DECLS
