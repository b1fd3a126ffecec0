/* What is seen on the figures page on its way out: computed anew from what the readers may see, so
 * that what is withheld leaves no trace. No widgets; for a worker. */
#pragma once

#include "figures/paz-cross.h"
#include "paz-picture-export.h"

G_BEGIN_DECLS

typedef struct
{
  PazCross    *cross;
  GPtrArray   *sources;    /* titles of the data sets that speak */
  PazLevel     level;      /* the highest of what it holds */
  PazAudience *readers;
} PazFiguresExport;

/* store: a reader. NULL with error; G_IO_ERROR_NOT_FOUND when there is nothing these readers may
 * see. */
PazFiguresExport *paz_figures_export_new           (PazStore               *store,
                                                    const PazFiguresChoice *choice,
                                                    const PazAudience      *readers,
                                                    PazCatalogue           *catalogue,
                                                    GCancellable           *cancellable,
                                                    GError                **error) G_GNUC_WARN_UNUSED_RESULT;
void              paz_figures_export_free          (PazFiguresExport       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazFiguresExport, paz_figures_export_free)
/* "figures-es-network.csv" */
char             *paz_figures_export_dup_file_name (const PazFiguresExport *self,
                                                    const char             *ending);
/* CSV (',') or cells for a spreadsheet ('\t'); begins with the title and the marking, then what is
 * covered, then the table. */
char             *paz_figures_export_dup_lines     (const PazFiguresExport *self,
                                                    char                    separator);
/* Draws the chart of the choice, with its note and sources. */
PazPictureMaker  *paz_figures_export_new_maker     (const PazFiguresChoice *choice);

G_END_DECLS
