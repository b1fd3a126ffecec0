/* Between works: what lies in the log goes into the file, so that a copied file is whole most of the
 * time, and an opening for reading leaves nothing behind (EXCHANGE.md 14). */
#include "paz-store-core.h"

/* Seconds without a step before the store is idle. */
guint paz_settle_seconds = 20;

struct _PazSettler
{
  GMutex   mutex;
  GSource *source;     /* the one that waits; owned */
};

/* The log into the file and cut to nothing, as far as nobody reads it: never waits for a reader. */
static gboolean
checkpoint (sqlite3  *db,
            GError  **error)
{
  gboolean done;

  sqlite3_busy_timeout (db, 0);
  done = paz_sql_run (db, "PRAGMA wal_checkpoint (TRUNCATE)", error);
  sqlite3_busy_timeout (db, 2000);

  return done;
}

gboolean
paz_store_settle (PazStore  *self,
                  GError   **error)
{
  gboolean settled = TRUE;

  g_return_val_if_fail (PAZ_IS_STORE (self), FALSE);

  g_mutex_lock (&self->write_mutex);
  if (self->writer != NULL && paz_file_has_log (self->path))
    settled = checkpoint (self->writer, error);
  g_mutex_unlock (&self->write_mutex);

  return settled;
}

/* ---- when idle ---- */

static void
settle_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  /* A disk that is full now will be asked again after the next step. */
  if (!paz_store_settle (source, &error))
    g_message ("Settling %s: %s", paz_store_get_path (source), error->message);
  g_task_return_boolean (task, TRUE);
}

/* A disk may take its time: not on the thread that draws. */
static gboolean
idle_cb (gpointer data)
{
  g_autoptr (PazStore) store = g_weak_ref_get (data);
  g_autoptr (GTask) task = NULL;

  if (store != NULL)
    {
      task = g_task_new (store, NULL, NULL, NULL);
      g_task_run_in_thread (task, settle_in_thread);
    }

  return G_SOURCE_REMOVE;
}

static void
weak_ref_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static GSource *
make_source (PazStore *store)
{
  GSource *source = g_timeout_source_new_seconds (paz_settle_seconds);
  GWeakRef *reference = g_new0 (GWeakRef, 1);

  g_weak_ref_init (reference, store);
  g_source_set_priority (source, G_PRIORITY_LOW);
  g_source_set_callback (source, idle_cb, reference, weak_ref_free);

  return source;
}

static void
drop_source (PazSettler *self)
{
  if (self->source != NULL)
    g_source_destroy (self->source);
  g_clear_pointer (&self->source, g_source_unref);
}

PazSettler *
paz_settler_new (void)
{
  PazSettler *self = g_new0 (PazSettler, 1);

  g_mutex_init (&self->mutex);

  return self;
}

void
paz_settler_free (PazSettler *self)
{
  drop_source (self);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

void
paz_settle_later (PazStore *store)
{
  PazSettler *self = store->settler;

  g_mutex_lock (&self->mutex);
  drop_source (self);
  self->source = make_source (store);
  g_source_attach (self->source, store->context);
  g_mutex_unlock (&self->mutex);
}

/* ---- after reading ---- */

/* SQLite makes a log and its index beside whatever it reads, and only who may write takes them away
 * again. The lock keeps out a program that has just begun to write. */
void
paz_settle_tidy (const char *path)
{
  PazLock *lock;
  sqlite3 *db;

  if (paz_file_has_log (path))
    return;
  lock = paz_lock_take (path, NULL);
  if (lock == NULL)
    return;
  db = paz_file_connect (path, TRUE, FALSE, FALSE, NULL);
  if (db != NULL)
    {
      sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
      paz_sql_integer (db, "SELECT count (*) FROM sqlite_schema", 0);
      sqlite3_close (db);
    }
  paz_lock_release (lock);
}
