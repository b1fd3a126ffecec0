/* Asks before what came with the program is deleted, and says what stands on it. */
#pragma once

#include <adwaita.h>

#include "paz-bulk-plan.h"

G_BEGIN_DECLS

/* plan: taken back with the answer; the callee owns it then. */
typedef void (* PazBulkAnswer) (PazBulkPlan *plan,
                                gboolean     yes,
                                gpointer     data);

/* plan: taken. owner: a GObject that is held until the answer, which also comes when the dialog is closed. */
void paz_bulk_question_ask (GtkWindow     *parent,
                            PazBulkPlan   *plan,
                            PazBulkAnswer  answer,
                            gpointer       owner);

G_END_DECLS
