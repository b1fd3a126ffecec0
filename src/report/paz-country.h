/* The report `country`: what it needs beyond figures is read before the workbook is opened, so that
 * the highest level of what it holds stands on every page. */
#pragma once

#include "figures/paz-profile.h"
#include "paz-sheets.h"

G_BEGIN_DECLS

/* Reads the profile of the edition's delegation and raises the edition's stamp to it.
 * PAZ_REPORT_ERROR_NO_DATA where no delegation is said. */
gboolean paz_country_prepare (PazEdition   *edition,
                              PazStore     *store,
                              GCancellable *cancellable,
                              GError      **error);

G_END_DECLS
