/* Texts out to translators and back: for whom, and what a file would change. */
#pragma once

#include <adwaita.h>

#include "store/paz-store.h"

G_BEGIN_DECLS

#define PAZ_TYPE_PO_EXPORT_DIALOG (paz_po_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PazPoExportDialog, paz_po_export_dialog, PAZ, PO_EXPORT_DIALOG, AdwWindow)

/* kind: NULL for all. */
GtkWidget *paz_po_export_dialog_new (GtkWindow     *parent,
                                     PazStore      *store,
                                     PazLanguage    target,
                                     const PazKind *kind);
/* Asks for a file, tries it out and shows the outcome with a button to take it in. */
void       paz_po_import_ask        (GtkWindow     *parent,
                                     PazStore      *store);
/* The same with a file at hand. */
void       paz_po_import_try        (GtkWindow     *parent,
                                     PazStore      *store,
                                     const char    *path);

G_END_DECLS
