/* What a dry run found, as cards and tables. */
#pragma once

#include <gtk/gtk.h>

#include "table/paz-import.h"

G_BEGIN_DECLS

/* "1,234 rows, March 2013 to February 2014" */
char *paz_import_dup_span_text (const PazImportCounts *counts);
void  paz_import_fill_counts   (GtkBox                *box,
                                const PazImportCounts *counts);
void  paz_import_fill_refusals (GtkColumnView         *view,
                                PazImport             *import);
void  paz_import_fill_changes  (GtkColumnView         *view,
                                PazImport             *import);
/* By month what speaks now and is not in the file. */
void  paz_import_fill_losses   (GtkColumnView         *view,
                                PazImport             *import,
                                gboolean              *loses_types,
                                gboolean              *loses_contributors);
/* Of a file of records: field by field. store names what links lead to. */
void  paz_import_fill_field_changes (GtkColumnView    *view,
                                     PazImport        *import,
                                     PazStore         *store);
/* Names that are not known here, what doubtful columns were read by, what a check found. */
gboolean paz_import_has_findings (PazImport           *import);
/* These, and what was kept as text since nothing here is known by it. */
void  paz_import_fill_kept     (GtkColumnView         *view,
                                PazImport             *import);

G_END_DECLS
