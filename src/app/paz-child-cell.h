/* One field of a contained record in the table: shown, and edited in place where its editor fits
 * into a cell. */
#pragma once

#include <gtk/gtk.h>

#include "store/paz-store.h"

G_BEGIN_DECLS

#define PAZ_TYPE_CHILD_CELL (paz_child_cell_get_type ())
G_DECLARE_FINAL_TYPE (PazChildCell, paz_child_cell, PAZ, CHILD_CELL, GtkWidget)

/* Signals: "commit" (GVariant *value, NULL for no answer): the person gave another value;
 * "move" (GtkDirectionType), returns gboolean: the focus shall go on, TRUE when it did;
 * "open": this field is edited in the record's own window; "entered": the focus came;
 * "changed": something is typed that is no value yet, or no longer. */
GtkWidget      *paz_child_cell_new         (PazStore       *store,
                                            const PazKind  *kind,
                                            const PazField *field);
const PazField *paz_child_cell_get_field   (PazChildCell   *self);
/* The record is read, never written to. */
void            paz_child_cell_show        (PazChildCell   *self,
                                            PazRecord      *record);
/* text: what is wrong, or NULL. blocking: it forbids saving. */
void            paz_child_cell_set_problem (PazChildCell   *self,
                                            const char     *text,
                                            gboolean        blocking);
/* What is wrong here, NULL when nothing is. */
const char     *paz_child_cell_get_problem (PazChildCell   *self);
/* typed: what the new text begins with; NULL edits what is there. */
void            paz_child_cell_edit        (PazChildCell   *self,
                                            const char     *typed);
/* Whether it is written into here, rather than chosen from a list or in a window. */
gboolean        paz_child_cell_is_entry    (PazChildCell   *self);
gboolean        paz_child_cell_is_editing  (PazChildCell   *self);
/* What is typed cannot be read. */
gboolean        paz_child_cell_is_wrong    (PazChildCell   *self);
/* Something is typed that the record does not have yet. */
gboolean        paz_child_cell_is_pending  (PazChildCell   *self);
/* Takes what is typed. FALSE, still editing, when it cannot be read. */
gboolean        paz_child_cell_finish      (PazChildCell   *self);
/* Gives up what is typed. */
void            paz_child_cell_give_up     (PazChildCell   *self);

G_END_DECLS
