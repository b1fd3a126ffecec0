#include "paz-draft-keeper.h"

/* After the last key, and at the latest after the first one, in milliseconds. */
#define QUIET 600
#define LONGEST 1500

/* What the main thread and the writing one both see. */
typedef struct
{
  gatomicrefcount references;
  GMutex          mutex;       /* held while a draft is written */
  guint           turn;        /* what was handed over before the present turn is void */
} Shared;

struct _PazDraftKeeper
{
  PazStore     *store;
  char         *record;
  PazDraftFunc  func;
  gpointer      data;
  guint         timer;
  gint64        first;         /* of the keys not yet written; monotonic, 0 for none */
  gboolean      kept;          /* there may be one in the store */
  Shared       *shared;
};

/* One writing. */
typedef struct
{
  PazStore *store;
  char     *record;
  PazDraft *draft;             /* NULL: it goes */
  Shared   *shared;
  guint     turn;
} Job;

static void
shared_unref (Shared *shared)
{
  if (!g_atomic_ref_count_dec (&shared->references))
    return;
  g_mutex_clear (&shared->mutex);
  g_free (shared);
}

static void
job_free (Job *job)
{
  g_object_unref (job->store);
  g_free (job->record);
  g_clear_pointer (&job->draft, paz_draft_unref);
  shared_unref (job->shared);
  g_free (job);
}

static void
run (Job *job)
{
  g_autoptr (GError) error = NULL;

  g_mutex_lock (&job->shared->mutex);
  if (job->turn == job->shared->turn)
    {
      if (job->draft != NULL)
        paz_store_keep_draft (job->store, job->draft, &error);
      else
        paz_store_drop_draft (job->store, job->record, &error);
    }
  g_mutex_unlock (&job->shared->mutex);
  if (error != NULL)
    g_message ("A draft could not be kept: %s", error->message);
}

static void
thread_cb (GTask        *task,
           gpointer      source,
           gpointer      task_data,
           GCancellable *cancellable)
{
  run (task_data);
  g_task_return_boolean (task, TRUE);
}

/* What was handed over before and has not been written is void; waits for what is being written. */
static guint
begin_turn (PazDraftKeeper *self)
{
  guint turn;

  g_mutex_lock (&self->shared->mutex);
  turn = ++self->shared->turn;
  g_mutex_unlock (&self->shared->mutex);

  return turn;
}

static Job *
make_job (PazDraftKeeper *self)
{
  PazDraft *draft = self->func (self->data);
  Job *job;

  g_clear_handle_id (&self->timer, g_source_remove);
  self->first = 0;
  if (draft == NULL && !self->kept)
    return NULL;
  self->kept = draft != NULL;
  job = g_new0 (Job, 1);
  job->store = g_object_ref (self->store);
  job->record = g_strdup (self->record);
  job->draft = draft;
  g_atomic_ref_count_inc (&self->shared->references);
  job->shared = self->shared;
  job->turn = begin_turn (self);

  return job;
}

static gboolean
timer_cb (gpointer data)
{
  PazDraftKeeper *self = data;
  g_autoptr (GTask) task = NULL;
  Job *job;

  self->timer = 0;
  job = make_job (self);
  if (job == NULL)
    return G_SOURCE_REMOVE;
  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, thread_cb);

  return G_SOURCE_REMOVE;
}

PazDraftKeeper *
paz_draft_keeper_new (PazStore     *store,
                      const char   *record,
                      PazDraftFunc  func,
                      gpointer      data)
{
  PazDraftKeeper *self = g_new0 (PazDraftKeeper, 1);

  self->store = g_object_ref (store);
  self->record = g_strdup (record);
  self->func = func;
  self->data = data;
  self->kept = TRUE;
  self->shared = g_new0 (Shared, 1);
  g_atomic_ref_count_init (&self->shared->references);
  g_mutex_init (&self->shared->mutex);

  return self;
}

void
paz_draft_keeper_free (PazDraftKeeper *self)
{
  Job *job = self->timer != 0 ? make_job (self) : NULL;

  if (job != NULL)
    {
      run (job);
      job_free (job);
    }
  g_clear_handle_id (&self->timer, g_source_remove);
  shared_unref (self->shared);
  g_object_unref (self->store);
  g_free (self->record);
  g_free (self);
}

void
paz_draft_keeper_touch (PazDraftKeeper *self)
{
  gint64 now = g_get_monotonic_time ();
  gint64 left;

  if (paz_store_is_read_only (self->store))
    return;
  if (self->first == 0)
    self->first = now;
  left = LONGEST - (now - self->first) / 1000;
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add ((guint) CLAMP (left, 1, QUIET), timer_cb, self);
}

void
paz_draft_keeper_pause (PazDraftKeeper *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->first = 0;
  begin_turn (self);
}

void
paz_draft_keeper_forget (PazDraftKeeper *self)
{
  g_autoptr (GError) error = NULL;

  paz_draft_keeper_pause (self);
  if (!self->kept || paz_store_is_read_only (self->store))
    return;
  self->kept = FALSE;
  if (!paz_store_drop_draft (self->store, self->record, &error))
    g_message ("A draft could not be removed: %s", error->message);
}
