/* Columns of one width in every row of a table: shares of the row by weight, whatever is in them. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PAZ_TYPE_CHILD_COLUMNS (paz_child_columns_get_type ())
G_DECLARE_FINAL_TYPE (PazChildColumns, paz_child_columns, PAZ, CHILD_COLUMNS, GtkLayoutManager)

GtkLayoutManager *paz_child_columns_new        (void);
/* For a child of a widget with this layout. */
void              paz_child_columns_set_weight (GtkWidget *child,
                                                int        weight);

G_END_DECLS
