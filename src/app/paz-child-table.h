/* The records of one kind that the form's record contains: a table whose cells are edited in place.
 * They are saved with the form, in the same step. A record that was added and left empty is none. */
#pragma once

#include <gtk/gtk.h>

#include "store/paz-store.h"

G_BEGIN_DECLS

#define PAZ_TYPE_CHILD_TABLE (paz_child_table_get_type ())
G_DECLARE_FINAL_TYPE (PazChildTable, paz_child_table, PAZ, CHILD_TABLE, GtkWidget)

/* Properties: "kind" (key of the contained kind). Signal "changed". */
const PazKind *paz_child_table_get_kind    (PazChildTable *self);
/* Reads the contained records of `container` from the store. */
void           paz_child_table_bind        (PazChildTable *self,
                                            PazStore      *store,
                                            PazRecord     *container);
gboolean       paz_child_table_is_bound    (PazChildTable *self);
/* After a save of the container with what it contains: rows that say the same stand as they are. */
void           paz_child_table_take_saved  (PazChildTable *self,
                                            PazRecord     *container);
/* What the person did here is given up, before another container is bound. */
void           paz_child_table_forget      (PazChildTable *self);
/* The records as edited, PazRecord. */
GListModel    *paz_child_table_get_records (PazChildTable *self);
/* Takes a record that was edited or is new. */
void           paz_child_table_take        (PazChildTable *self,
                                            PazRecord     *record);
void           paz_child_table_remove      (PazChildTable *self,
                                            guint          position);
/* Moves by one place, up (-1) or down (1), where the kind has an order. */
void           paz_child_table_move        (PazChildTable *self,
                                            guint          position,
                                            int            by);
gboolean       paz_child_table_is_modified (PazChildTable *self);
void           paz_child_table_stage       (PazChildTable *self,
                                            PazEdit       *edit);

/* Says at the cells what forbids saving; reveal: also where the person has not been yet. TRUE when
 * nothing does. */
gboolean       paz_child_table_check       (PazChildTable *self,
                                            gboolean       reveal);
/* The first cell with something wrong takes the focus; NULL when there is none. */
GtkWidget     *paz_child_table_focus_wrong (PazChildTable *self);
/* The cell, or NULL when there is none; created when it is still to come. */
GtkWidget     *paz_child_table_get_cell    (PazChildTable *self,
                                            guint          row,
                                            guint          column);

G_END_DECLS
