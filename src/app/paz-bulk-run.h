/* Plans and steps of many records on a worker. */
#pragma once

#include "paz-bulk-plan.h"
#include "paz-job.h"

G_BEGIN_DECLS

/* ids: char *, copied. change: taken. source: lives until the callback. */
void         paz_bulk_plan_async   (GObject              *source,
                                    PazStore             *store,
                                    GPtrArray            *ids,
                                    PazBulkChange        *change,
                                    PazJob               *job,
                                    GAsyncReadyCallback   callback,
                                    gpointer              data);
PazBulkPlan *paz_bulk_plan_finish  (GAsyncResult         *result,
                                    GError              **error);
/* plan: taken, and gone afterwards. */
void         paz_bulk_apply_async  (GObject              *source,
                                    PazStore             *store,
                                    PazBulkPlan          *plan,
                                    PazJob               *job,
                                    GAsyncReadyCallback   callback,
                                    gpointer              data);
gboolean     paz_bulk_apply_finish (GAsyncResult         *result,
                                    guint64              *step,
                                    GError              **error);

G_END_DECLS
