#include "paz-paste-run.h"

/* What a worker is given. */
typedef struct
{
  PazStore *store;
  PazPaste *paste;
  PazJob *job;
  gboolean partly;
  guint64 step;
} Work;

static void
work_free (Work *work)
{
  g_object_unref (work->store);
  paz_paste_free (work->paste);
  paz_job_unref (work->job);
  g_free (work);
}

static void
check_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  g_autoptr (PazStore) reader = paz_store_open_reader (work->store, &error);

  if (reader != NULL && paz_paste_check (work->paste, reader, paz_job_report, work->job, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
apply_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;

  if (paz_paste_apply (work->paste, work->store, work->partly, paz_job_report, work->job, cancellable, &work->step, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
start (GObject             *source,
       Work                *work,
       GTaskThreadFunc      thread,
       GAsyncReadyCallback  callback)
{
  g_autoptr (GTask) task = g_task_new (source, paz_job_get_cancellable (work->job), callback, NULL);

  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (task, thread);
}

static Work *
work_new (PazStore *store,
          PazPaste *paste,
          PazJob   *job)
{
  Work *work = g_new0 (Work, 1);

  work->store = g_object_ref (store);
  work->paste = paste;
  work->job = paz_job_ref (job);

  return work;
}

void
paz_paste_check_async (GObject             *source,
                       PazStore            *store,
                       PazPaste            *paste,
                       PazJob              *job,
                       GAsyncReadyCallback  callback)
{
  start (source, work_new (store, paste, job), check_thread, callback);
}

PazPaste *
paz_paste_check_finish (GAsyncResult  *result,
                        GError       **error)
{
  Work *work = g_task_get_task_data (G_TASK (result));

  return g_task_propagate_boolean (G_TASK (result), error) ? g_steal_pointer (&work->paste) : NULL;
}

void
paz_paste_apply_async (GObject             *source,
                       PazStore            *store,
                       PazPaste            *paste,
                       gboolean             partly,
                       PazJob              *job,
                       GAsyncReadyCallback  callback)
{
  Work *work = work_new (store, paste, job);

  work->partly = partly;
  start (source, work, apply_thread, callback);
}

gboolean
paz_paste_apply_finish (GAsyncResult  *result,
                        guint64       *step,
                        GError       **error)
{
  Work *work = g_task_get_task_data (G_TASK (result));

  *step = work->step;

  return g_task_propagate_boolean (G_TASK (result), error);
}

PazJob *
paz_paste_get_job (GAsyncResult *result)
{
  return ((Work *) g_task_get_task_data (G_TASK (result)))->job;
}
