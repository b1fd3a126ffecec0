/* What is selected on a list page: by id, so that it stays through sorting, filtering and changes. */
#pragma once

#include <gtk/gtk.h>

#include "paz-list-rows.h"

G_BEGIN_DECLS

#define PAZ_TYPE_LIST_SELECTION (paz_list_selection_get_type ())
G_DECLARE_FINAL_TYPE (PazListSelection, paz_list_selection, PAZ, LIST_SELECTION, GObject)

/* n_first: rows offered to the view at once. Signal "changed": what is selected, or what is there to select. */
PazListSelection  *paz_list_selection_new       (PazRecordList    *records,
                                              guint             n_first);
/* For the view; lends. The same twice. */
PazListRows       *paz_list_selection_get_rows  (PazListSelection *self);
GtkSelectionModel *paz_list_selection_get_model (PazListSelection *self);
guint              paz_list_selection_get_n     (PazListSelection *self);
/* Ids in the order of the list; lends, valid until the next "changed". */
GPtrArray         *paz_list_selection_get_ids   (PazListSelection *self);

G_END_DECLS
