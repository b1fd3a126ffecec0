/* Where a figure comes from: the data sets behind it, and its single rows with their lines in the
 * file that was read. */
#pragma once

#include <adwaita.h>

#include "store/paz-fact-list.h"

G_BEGIN_DECLS

#define PAZ_TYPE_SOURCE_DIALOG (paz_source_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PazSourceDialog, paz_source_dialog, PAZ, SOURCE_DIALOG, AdwWindow)

/* filter: of the figure, copied; NULL: everything. Lent, and destroyed when closed. */
GtkWidget     *paz_source_dialog_present   (GtkWidget           *parent,
                                            PazStore            *store,
                                            const PazFactFilter *filter);
/* Rows are PazTextRow, one a data set. */
GtkColumnView *paz_source_dialog_get_sets  (PazSourceDialog     *self);
/* Rows are PazFactRow. */
GtkColumnView *paz_source_dialog_get_facts (PazSourceDialog     *self);

G_END_DECLS
