/* One segment of facts as bytes: seven columns one after the other,
 *   month, contributor, mission, type, female, male, source row,
 * each its least value (u32), the width of what follows (u8: 0, 1, 2 or 4) and, for every row,
 * the value less the least. Little-endian on every machine. */
#pragma once

#include "paz-fact-table-private.h"

G_BEGIN_DECLS

#define PAZ_SEGMENT_ROWS     65536
#define PAZ_SEGMENT_COLUMNS  7
#define PAZ_SEGMENT_MAX_SIZE (PAZ_SEGMENT_COLUMNS * (5 + 4 * PAZ_SEGMENT_ROWS))

/* Returns the length. codes: for each dimension, what a code of the table is in the store.
 * values: working space for PAZ_SEGMENT_ROWS numbers, here and below. */
gsize    paz_segment_pack   (PazFactTable  *facts,
                             guint32        first,
                             guint32        n,
                             guint16       *codes[PAZ_N_DIMENSIONS],
                             guint32       *values,
                             guint8        *bytes);
/* Appends the rows. FALSE when the bytes are no segment of n rows. */
gboolean paz_segment_unpack (const guint8  *bytes,
                             gsize          length,
                             guint32        n,
                             guint32       *values,
                             PazFactTable  *facts);
/* Against accidents of the disk; forgery is what the hash in the data set's cell is for. */
gint64   paz_segment_sum    (const guint8  *bytes,
                             gsize          length);

G_END_DECLS
