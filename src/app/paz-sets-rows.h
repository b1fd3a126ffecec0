/* Data sets as rows, as letters and as what can be done with them. */
#pragma once

#include <gtk/gtk.h>

#include "paz-sets-matrix.h"

G_BEGIN_DECLS

/* Column of the state: "all of it speaks", "silenced". */
#define PAZ_SETS_ROWS_STATE 5

void        paz_sets_rows_add_columns (GtkColumnView *view);
/* sets: PazSpeakingSet; records: PazRecord by set, NULL where it is not here. */
GListStore *paz_sets_rows_make        (GPtrArray     *sets,
                                       GPtrArray     *records);
/* PazSetMark by the index of `speaking` (records, as paz_figures_get_data_sets), with the letters
 * of the rows. */
GPtrArray  *paz_sets_rows_mark        (GPtrArray     *sets,
                                       GPtrArray     *speaking);
/* For a cell of the month: where it comes from, and which data sets that hold the month may speak
 * instead. */
GMenu      *paz_sets_rows_make_menu   (GPtrArray     *sets,
                                       GPtrArray     *records,
                                       guint16        month,
                                       gboolean       writable);

G_END_DECLS
