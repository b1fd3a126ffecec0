#include "paz-bulk-run.h"

#include "paz-words.h"

typedef struct
{
  PazStore      *store;
  GPtrArray     *ids;
  PazBulkChange *change;
  PazBulkPlan   *plan;
  PazCatalogue  *catalogue;
  PazJob        *job;
  guint64        step;
} Work;

static void
work_free (Work *work)
{
  g_object_unref (work->store);
  g_clear_pointer (&work->ids, g_ptr_array_unref);
  paz_bulk_change_free (work->change);
  paz_bulk_plan_free (work->plan);
  paz_job_unref (work->job);
  g_free (work);
}

static void
start (GObject             *source,
       Work                *work,
       GTaskThreadFunc      thread,
       GAsyncReadyCallback  callback,
       gpointer             data)
{
  g_autoptr (GTask) task = g_task_new (source, paz_job_get_cancellable (work->job), callback, data);

  /* What was applied stays applied: the step is told even when somebody cancels too late. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (task, thread);
}

static void
plan_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  g_autoptr (PazStore) reader = paz_store_open_reader (work->store, &error);
  PazBulkPlan *plan = NULL;

  if (reader != NULL)
    plan = paz_bulk_plan_make (reader, work->ids, work->change, work->catalogue,
                               paz_job_report, work->job, cancellable, &error);
  if (plan != NULL)
    g_task_return_pointer (task, plan, (GDestroyNotify) paz_bulk_plan_free);
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

  if (paz_store_apply (work->store, work->plan->edit, paz_job_report, work->job, cancellable, &work->step, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static GPtrArray *
copy_ids (GPtrArray *ids)
{
  GPtrArray *copy = g_ptr_array_new_full (ids->len, g_free);

  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (copy, g_strdup (g_ptr_array_index (ids, i)));

  return copy;
}

void
paz_bulk_plan_async (GObject             *source,
                     PazStore            *store,
                     GPtrArray           *ids,
                     PazBulkChange       *change,
                     PazJob              *job,
                     GAsyncReadyCallback  callback,
                     gpointer             data)
{
  Work *work = g_new0 (Work, 1);

  work->store = g_object_ref (store);
  work->ids = copy_ids (ids);
  work->change = change;
  work->catalogue = paz_words_get_catalogue ();
  work->job = paz_job_ref (job);
  start (source, work, plan_thread, callback, data);
}

PazBulkPlan *
paz_bulk_plan_finish (GAsyncResult  *result,
                      GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
paz_bulk_apply_async (GObject             *source,
                      PazStore            *store,
                      PazBulkPlan         *plan,
                      PazJob              *job,
                      GAsyncReadyCallback  callback,
                      gpointer             data)
{
  Work *work = g_new0 (Work, 1);

  work->store = g_object_ref (store);
  work->plan = plan;
  work->job = paz_job_ref (job);
  start (source, work, apply_thread, callback, data);
}

gboolean
paz_bulk_apply_finish (GAsyncResult  *result,
                       guint64       *step,
                       GError       **error)
{
  Work *work = g_task_get_task_data (G_TASK (result));

  *step = work->step;

  return g_task_propagate_boolean (G_TASK (result), error);
}
