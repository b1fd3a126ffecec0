#include "paz-job.h"

struct _PazJob
{
  gatomicrefcount ref_count;
  GCancellable *cancellable;
  int permille;              /* atomic; -1 while nothing is known */
};

PazJob *
paz_job_new (void)
{
  PazJob *self = g_new0 (PazJob, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->cancellable = g_cancellable_new ();
  self->permille = -1;

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
  g_free (self);
}

GCancellable *
paz_job_get_cancellable (PazJob *self)
{
  return self->cancellable;
}

void
paz_job_report (double   fraction,
                gpointer job)
{
  PazJob *self = job;

  g_atomic_int_set (&self->permille, (int) (CLAMP (fraction, 0, 1) * 1000));
}

double
paz_job_get_fraction (PazJob *self)
{
  return g_atomic_int_get (&self->permille) / 1000.0;
}

static gboolean
tick_cb (GtkWidget     *bar,
         GdkFrameClock *clock,
         gpointer       data)
{
  PazJob *self = data;
  double fraction = paz_job_get_fraction (self);

  if (g_object_get_data (G_OBJECT (bar), "job") != self)
    return G_SOURCE_REMOVE;
  if (fraction >= 0)
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), fraction);

  return G_SOURCE_CONTINUE;
}

void
paz_job_show (PazJob         *self,
              GtkProgressBar *bar)
{
  gtk_progress_bar_set_fraction (bar, 0);
  g_object_set_data_full (G_OBJECT (bar), "job", paz_job_ref (self), (GDestroyNotify) paz_job_unref);
  gtk_widget_add_tick_callback (GTK_WIDGET (bar), tick_cb,
                                paz_job_ref (self), (GDestroyNotify) paz_job_unref);
}
