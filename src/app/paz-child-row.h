/* A row of a table of contained records: the listed fields of the kind, in columns. */
#pragma once

#include <gtk/gtk.h>

#include "paz-child-cell.h"

G_BEGIN_DECLS

#define PAZ_TYPE_CHILD_ROW (paz_child_row_get_type ())
G_DECLARE_FINAL_TYPE (PazChildRow, paz_child_row, PAZ, CHILD_ROW, GtkWidget)

GtkWidget *paz_child_row_new          (PazStore      *store,
                                       const PazKind *kind);
void       paz_child_row_show         (PazChildRow   *self,
                                       PazRecord     *record);
/* Elements PazChildCell *, lent. */
GPtrArray *paz_child_row_get_cells    (PazChildRow   *self);
/* Elements PazProblem *, may be NULL: what forbids saving. double_text: what is said at the
 * fields that name the record when another row has the same, or NULL. */
void       paz_child_row_set_problems (PazChildRow   *self,
                                       GPtrArray     *problems,
                                       const char    *double_text);
/* What is wrong where there is no column, NULL when nothing is. */
const char *paz_child_row_get_problem (PazChildRow   *self);
/* The row the buttons of the table speak of. */
void       paz_child_row_set_current  (PazChildRow   *self,
                                       gboolean       current);

/* The columns' names, on the same columns. */
void       paz_child_row_fill_head    (GtkWidget     *head,
                                       const PazKind *kind);

G_END_DECLS
