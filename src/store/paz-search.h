/* The full-text index: "search" holds what is looked for, "search_row" whose it is. */
#pragma once

#include "store/paz-store.h"

G_BEGIN_DECLS

/* What a person typed as an fts5 expression: every word, from its beginning. Whatever they typed,
 * it is no syntax error. NULL when there is nothing to look for. */
char *paz_search_dup_match (const char *words);

G_END_DECLS
