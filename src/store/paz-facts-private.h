/* Reading segments, for the files of this room that load facts. */
#pragma once

#include "paz-fact-table-private.h"
#include "paz-store-private.h"

G_BEGIN_DECLS

/* Makes the store's dictionaries those of an empty table. */
gboolean paz_facts_read_codes (sqlite3       *db,
                               PazFactTable  *facts,
                               GError       **error);
/* Appends the rows of a data set, with the store's codes; checks each segment's sum. */
gboolean paz_facts_read       (sqlite3       *db,
                               const char    *data_set,
                               PazFactTable  *facts,
                               GCancellable  *cancellable,
                               GError       **error);

G_END_DECLS
