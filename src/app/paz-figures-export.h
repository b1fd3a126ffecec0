/* What is seen on the figures page on its way out: computed anew from what the readers may see, so
 * that what is withheld leaves no trace. No widgets; for a worker. */
#pragma once

#include "figures/paz-cross.h"

G_BEGIN_DECLS

/* CSV (',') or cells for a spreadsheet ('\t'); begins with the title and the handling level, then
 * what is covered, then the table. store: a reader. NULL with error; G_IO_ERROR_NOT_FOUND when there
 * is nothing these readers may see. */
char *paz_figures_export_dup_lines (PazStore               *store,
                                    const PazFiguresChoice *choice,
                                    const PazAudience      *audience,
                                    PazCatalogue           *catalogue,
                                    char                    separator,
                                    GCancellable           *cancellable,
                                    GError                **error);

G_END_DECLS
