/* Files whose rows are records: read, compared with the store, kept. */
#pragma once

#include "paz-import-private.h"

G_BEGIN_DECLS

/* The rows behind the header. Fills counts, refusals, changes and what is to be written. */
gboolean paz_import_read_records  (PazImport       *self,
                                   PazCsvReader    *csv,
                                   PazStore        *store,
                                   const PazWatch  *watch,
                                   GError         **error);
/* Puts what is new or changed. FALSE when there is nothing to put. */
gboolean paz_import_put_records   (PazImport       *self,
                                   PazEdit         *edit);

void     paz_import_field_change_free (PazImportFieldChange *self);
void     paz_import_kept_free         (PazImportKept        *self);

G_END_DECLS
