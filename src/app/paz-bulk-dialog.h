/* One change for the selected records: a field and its editor, or handling level and release list;
 * says how many change, how many have it already, how many cannot and why, before it is done. */
#pragma once

#include "paz-bulk-plan.h"
#include "paz-window.h"

G_BEGIN_DECLS

#define PAZ_TYPE_BULK_DIALOG (paz_bulk_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PazBulkDialog, paz_bulk_dialog, PAZ, BULK_DIALOG, AdwWindow)

/* ids: char *, copied. field: shown first, NULL: the first one; handling: level and list first. */
GtkWidget         *paz_bulk_dialog_new        (PazWindow       *window,
                                               const PazKind   *kind,
                                               GPtrArray       *ids,
                                               const PazField  *field,
                                               gboolean         handling);
/* What the person would do by hand: seams for tests, too. */
void               paz_bulk_dialog_show_field (PazBulkDialog   *self,
                                               const PazField  *field);
void               paz_bulk_dialog_set_way    (PazBulkDialog   *self,
                                               PazBulkWay       way);
/* The scratch record that the editor writes into; lends. After a change of it call _look_again. */
PazRecord         *paz_bulk_dialog_get_record (PazBulkDialog   *self);
void               paz_bulk_dialog_look_again (PazBulkDialog   *self);
/* NULL while it is being made. Lends. */
const PazBulkPlan *paz_bulk_dialog_get_plan   (PazBulkDialog   *self);
void               paz_bulk_dialog_accept     (PazBulkDialog   *self);

G_END_DECLS
