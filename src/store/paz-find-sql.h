/* A query as SQL over the derived tables, written from the declaration of its kind. */
#pragma once

#include "paz-query-private.h"
#include "paz-store-private.h"

G_BEGIN_DECLS

/* columns: what is selected, of the kind's table "k" (or, over all kinds, of "search_row" as "r"). The
 * texts to bind to the marks of the statement, in order, are added to `texts`. */
char *paz_find_dup_sql (const PazQuery *query,
                        const char     *columns,
                        GPtrArray      *texts);

G_END_DECLS
