/* Facts as the canonical lines of EXCHANGE.md 4.5. A row is
 *   ["2014-03","URY","MONUSCO","troops",female,male,row of the source file]
 * in the order month, contributor, mission, type by bytes; chunks are numbered from 0. */
#pragma once

#include "store/paz-facts.h"

G_BEGIN_DECLS

/* The line is lent, without line feed. */
typedef void (* PazFactChunk) (const char *line,
                               gsize       length,
                               guint       n,
                               gpointer    data);

/* Returns the number of chunks. */
guint paz_facts_foreach_chunk (const char   *data_set,
                               PazFactTable *facts,
                               PazFactChunk  chunk,
                               gpointer      data);

G_END_DECLS
