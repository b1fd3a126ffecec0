/* One piece of work on a worker: how far it is, and a way to stop it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _PazJob PazJob;

PazJob       *paz_job_new             (void) G_GNUC_WARN_UNUSED_RESULT;
PazJob       *paz_job_ref             (PazJob         *self);
void          paz_job_unref           (PazJob         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazJob, paz_job_unref)

GCancellable *paz_job_get_cancellable (PazJob         *self);
/* A PazProgress with the job as data; from any thread. */
void          paz_job_report          (double          fraction,
                                       gpointer        job);
double        paz_job_get_fraction    (PazJob         *self);
/* The bar follows the job until another is shown in it or the bar goes. */
void          paz_job_show            (PazJob         *self,
                                       GtkProgressBar *bar);

G_END_DECLS
