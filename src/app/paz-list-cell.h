/* One cell of a list of records: what a field says; or, in the first column, the heading of a
 * group, which reaches over the whole row. */
#pragma once

#include <gtk/gtk.h>

#include "paz-list-layout.h"
#include "paz-list-rows.h"

G_BEGIN_DECLS

typedef enum
{
  PAZ_LIST_CELL_PLAIN  = 0,
  PAZ_LIST_CELL_NUMBER = 1 << 0,  /* on the right, in figures of one width */
  PAZ_LIST_CELL_FIRST  = 1 << 1,  /* shows the headings of groups */
  PAZ_LIST_CELL_NAMES  = 1 << 2,  /* shows a mark where few may see the record */
} PazListCellFlags;

#define PAZ_TYPE_LIST_CELL (paz_list_cell_get_type ())
G_DECLARE_FINAL_TYPE (PazListCell, paz_list_cell, PAZ, LIST_CELL, GtkWidget)

/* layout: of the list, which outlives the cell. */
GtkWidget *paz_list_cell_new       (PazStore            *store,
                                    const PazListLayout *layout,
                                    const PazField      *field,
                                    PazListCellFlags     flags);
/* NULL: none. */
void       paz_list_cell_set_row   (PazListCell         *self,
                                    PazListRow          *row);

/* A PazRecord, a PazRecordGroup, or NULL. Lends. */
GObject   *paz_list_cell_get_item  (PazListCell         *self);

G_END_DECLS
