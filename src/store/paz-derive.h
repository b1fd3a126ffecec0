/* Rows computed from lines: the kind's table, what links where, heads, conflicts, search. */
#pragma once

#include "paz-compute.h"
#include "paz-sql.h"

G_BEGIN_DECLS

/* Makes the derived rows of a record what its state says; removes them when nothing is known.
 * `lines` is where local values are read, `to` where rows go: the same in the store, two in a check. */
gboolean    paz_derive_put          (PazStatements   *to,
                                     PazStatements   *lines,
                                     PazState        *state,
                                     GError         **error);
/* All records, from all lines, into empty derived tables. */
gboolean    paz_derive_all          (PazStatements   *to,
                                     PazStatements   *lines,
                                     GHashTable      *speaks,
                                     const char      *own,
                                     GCancellable    *cancellable,
                                     GError         **error);

/* Values that stay in this copy, table `local`. */
gboolean    paz_local_fill          (PazStatements   *lines,
                                     PazRecord       *record,
                                     GError         **error);
gboolean    paz_local_write         (PazStatements   *to,
                                     PazRecord       *record,
                                     const PazField  *field,
                                     guint64          step,
                                     GError         **error);

G_END_DECLS
