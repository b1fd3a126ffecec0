/* What a file would change: its facts against those that speak in the store now. */
#pragma once

#include "table/paz-import.h"

G_BEGIN_DECLS

/* states: codes of the region. Fills n_new, n_changed, n_same and n_gone. changes: elements
 * PazImportChange *, at most 10,000 are added. Both tables are finished. */
void paz_dry_run_compare (PazFactTable    *facts,
                          PazFactTable    *speaking,
                          GHashTable      *states,
                          gboolean         regional,
                          PazImportCounts *counts,
                          GPtrArray       *changes);
void paz_import_change_free (PazImportChange *self);

G_END_DECLS
