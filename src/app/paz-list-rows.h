/* What a list's view shows: a row object a position, whose record may become another one. The view
 * keeps some two hundred rows of widgets, and makes a row anew for each object it has not seen: so
 * it is offered few at first, more by and by, and the objects stay while the records change.
 *
 * The selection is of the whole list, whether its rows are offered yet or not. */
#pragma once

#include <gtk/gtk.h>

#include "store/paz-record-list.h"

G_BEGIN_DECLS

#define PAZ_TYPE_LIST_ROW (paz_list_row_get_type ())
G_DECLARE_FINAL_TYPE (PazListRow, paz_list_row, PAZ, LIST_ROW, GObject)

/* A PazRecord or a PazRecordGroup; NULL when the row is no longer there. Lends. Signal "changed"
 * when it is another or says something else. */
GObject     *paz_list_row_get_item (PazListRow *self);
/* By each cell that shows it: what nobody shows holds no record. */
void         paz_list_row_hold     (PazListRow *self);
void         paz_list_row_release  (PazListRow *self);

#define PAZ_TYPE_LIST_ROWS (paz_list_rows_get_type ())
G_DECLARE_FINAL_TYPE (PazListRows, paz_list_rows, PAZ, LIST_ROWS, GObject)

/* A GListModel of PazListRow and a GtkSelectionModel. Signal "behind" when there is more to offer
 * or to renew than was done at once. */
PazListRows *paz_list_rows_new       (PazRecordList *source,
                                      guint          n_first);
/* Rows in the view, renewed at once when the list becomes another one. */
void         paz_list_rows_set_view  (PazListRows   *self,
                                      guint          first,
                                      guint          n);
gboolean     paz_list_rows_is_behind (PazListRows   *self);
/* Some n rows more. Returns whether it is behind still. */
gboolean     paz_list_rows_go_on     (PazListRows   *self,
                                      guint          n);
/* All that is left, at once. */
void         paz_list_rows_finish    (PazListRows   *self);
/* Offers only the first again, for a view that nobody sees. */
void         paz_list_rows_shrink    (PazListRows   *self);

G_END_DECLS
