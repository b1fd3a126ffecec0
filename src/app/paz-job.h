/* One piece of work on a worker: how far it is, and a way to stop it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _PazJob PazJob;

/* Runs `thread` on a worker with the job as its data, shows it in the bar, and calls `done` with the
 * owner on the main loop. `data` goes with the job. The reference is the owner's, to cancel with. */
PazJob       *paz_job_start           (gpointer              owner,
                                       GtkProgressBar       *bar,
                                       gpointer              data,
                                       GDestroyNotify        free_data,
                                       GTaskThreadFunc       thread,
                                       GAsyncReadyCallback   done) G_GNUC_WARN_UNUSED_RESULT;
/* By hand, for who makes the task: a job without data, shown in a bar until another is. */
PazJob       *paz_job_new             (void) G_GNUC_WARN_UNUSED_RESULT;
void          paz_job_show            (PazJob               *self,
                                       GtkProgressBar       *bar);
GCancellable *paz_job_get_cancellable (PazJob               *self);
PazJob       *paz_job_ref             (PazJob               *self);
void          paz_job_unref           (PazJob               *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazJob, paz_job_unref)

gpointer      paz_job_get_data        (PazJob               *self);
/* On the worker: the end of it. Takes the error, which is NULL when done. */
void          paz_job_return          (GTask                *task,
                                       GError               *error);
/* In `done`: the job, and whether it was. */
PazJob       *paz_job_finish          (GAsyncResult         *result,
                                       gboolean             *done,
                                       GError              **error);
/* A PazProgress with the job as data; from any thread. */
void          paz_job_report          (double                fraction,
                                       gpointer              job);
/* NULL is no job. */
void          paz_job_cancel          (PazJob               *self);

G_END_DECLS
