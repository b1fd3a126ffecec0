#include "paz-job.h"

struct _PazJob
{
  gatomicrefcount ref_count;
  GCancellable *cancellable;
  int permille;              /* atomic; -1 while nothing is known */
  gpointer data;
  GDestroyNotify free_data;
};

static PazJob *
job_new (gpointer       data,
         GDestroyNotify free_data)
{
  PazJob *self = g_new0 (PazJob, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->cancellable = g_cancellable_new ();
  self->permille = -1;
  self->data = data;
  self->free_data = free_data;

  return self;
}

PazJob *
paz_job_ref (PazJob *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
paz_job_unref (PazJob *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_object_unref (self->cancellable);
  if (self->free_data != NULL)
    self->free_data (self->data);
  g_free (self);
}

PazJob *
paz_job_new (void)
{
  return job_new (NULL, NULL);
}

GCancellable *
paz_job_get_cancellable (PazJob *self)
{
  return self->cancellable;
}

gpointer
paz_job_get_data (PazJob *self)
{
  return self->data;
}

void
paz_job_cancel (PazJob *self)
{
  if (self != NULL)
    g_cancellable_cancel (self->cancellable);
}

void
paz_job_report (double   fraction,
                gpointer job)
{
  PazJob *self = job;

  g_atomic_int_set (&self->permille, (int) (CLAMP (fraction, 0, 1) * 1000));
}

static double
get_fraction (PazJob *self)
{
  return g_atomic_int_get (&self->permille) / 1000.0;
}

static gboolean
tick_cb (GtkWidget     *bar,
         GdkFrameClock *clock,
         gpointer       data)
{
  PazJob *self = data;
  double fraction = get_fraction (self);

  if (g_object_get_data (G_OBJECT (bar), "job") != self)
    return G_SOURCE_REMOVE;
  if (fraction >= 0)
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), fraction);

  return G_SOURCE_CONTINUE;
}

/* The bar follows the job until another is shown in it or the bar goes. */
void
paz_job_show (PazJob         *self,
              GtkProgressBar *bar)
{
  gtk_progress_bar_set_fraction (bar, 0);
  g_object_set_data_full (G_OBJECT (bar), "job", paz_job_ref (self), (GDestroyNotify) paz_job_unref);
  gtk_widget_add_tick_callback (GTK_WIDGET (bar), tick_cb,
                                paz_job_ref (self), (GDestroyNotify) paz_job_unref);
}

PazJob *
paz_job_start (gpointer             owner,
               GtkProgressBar      *bar,
               gpointer             data,
               GDestroyNotify       free_data,
               GTaskThreadFunc      thread,
               GAsyncReadyCallback  done)
{
  PazJob *self = job_new (data, free_data);
  g_autoptr (GTask) task = g_task_new (owner, self->cancellable, done, NULL);

  paz_job_show (self, bar);
  g_task_set_task_data (task, paz_job_ref (self), (GDestroyNotify) paz_job_unref);
  g_task_run_in_thread (task, thread);

  return self;
}

void
paz_job_return (GTask  *task,
                GError *error)
{
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

PazJob *
paz_job_finish (GAsyncResult  *result,
                gboolean      *done,
                GError       **error)
{
  *done = g_task_propagate_boolean (G_TASK (result), error);

  return g_task_get_task_data (G_TASK (result));
}
