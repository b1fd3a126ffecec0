/* Order of many small keys, in time linear in their number. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sorts by the n_bits bits above the lowest first_bit ones. Stable. */
void paz_sort_words (guint64 *words,
                     guint32  n,
                     guint    first_bit,
                     guint    n_bits);

G_END_DECLS
