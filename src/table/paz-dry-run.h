/* What a file would change: its facts against those that speak in the store now. */
#pragma once

#include "table/paz-import.h"

G_BEGIN_DECLS

#define PAZ_N_KEEPS 4

typedef struct
{
  guint32        n_new, n_changed, n_same;
  guint32        n_gone[PAZ_N_KEEPS];  /* by what would keep them */
  GPtrArray     *changes;              /* PazImportChange; the first 10,000 */
  GPtrArray     *losses;               /* PazImportLoss */
  PazImportKeep  partial;
} PazDryRun;

/* states: codes of the region. Both tables are finished. */
void paz_dry_run_compare (PazDryRun    *self,
                          PazFactTable *facts,
                          PazFactTable *speaking,
                          GHashTable   *states,
                          gboolean      regional);
void paz_dry_run_init    (PazDryRun    *self);
void paz_dry_run_clear   (PazDryRun    *self);

G_END_DECLS
