/* The one write door: a transaction, the step it makes, and whom to tell. */
#include "paz-store-core.h"

static gboolean
begin (PazStore  *self,
       GError   **error)
{
  self->door_open = TRUE;
  if (paz_sql_run (self->writer, "BEGIN IMMEDIATE", error))
    return TRUE;
  self->door_open = FALSE;

  return FALSE;
}

gboolean
paz_door_open (PazStore      *self,
               PazStepType    type,
               const char    *origin,
               GCancellable  *cancellable,
               GError       **error)
{
  if (self->read_only)
    {
      g_set_error (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_READ_ONLY, "%s is open for reading only", self->path);
      return FALSE;
    }

  g_mutex_lock (&self->write_mutex);
  if (self->writer == NULL)
    {
      g_mutex_unlock (&self->write_mutex);
      g_set_error (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_FAILED, "%s is closed", self->path);
      return FALSE;
    }
  if (!begin (self, error))
    {
      g_mutex_unlock (&self->write_mutex);
      return FALSE;
    }

  self->step = 0;
  self->step_type = type;
  self->step_records = 0;
  self->origin = origin;
  self->cancellable = cancellable;

  return TRUE;
}

static void
shut (PazStore *self)
{
  self->door_open = FALSE;
  self->origin = NULL;
  self->cancellable = NULL;
  g_mutex_unlock (&self->write_mutex);
}

void
paz_door_roll_back (PazStore *self)
{
  /* SQLite has rolled back by itself after a full disk. */
  if (!sqlite3_get_autocommit (self->writer))
    sqlite3_exec (self->writer, "ROLLBACK", NULL, NULL, NULL);
  shut (self);
}

static gboolean
finish_step (PazStore  *self,
             GError   **error)
{
  sqlite3_stmt *statement;

  if (self->step == 0)
    return TRUE;
  statement = paz_statements_get (self->statements, "UPDATE step SET records = ? WHERE n = ?", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int (statement, 1, (int) self->step_records);
  sqlite3_bind_int64 (statement, 2, (gint64) self->step);

  return paz_sql_execute (statement, error);
}

gboolean
paz_door_commit (PazStore  *self,
                 guint64   *step,
                 GError   **error)
{
  guint64 done = self->step;

  if (!finish_step (self, error) || !paz_sql_run (self->writer, "COMMIT", error))
    {
      paz_door_roll_back (self);
      return FALSE;
    }
  if (step != NULL)
    *step = done;
  g_atomic_int_inc (&self->change);
  shut (self);
  paz_settle_later (self);

  return TRUE;
}

static gboolean
run (PazStore    *self,
     const char  *sql,
     GError     **error)
{
  sqlite3_stmt *statement = paz_statements_get (self->statements, sql, error);

  return statement != NULL && paz_sql_execute (statement, error);
}

gboolean
paz_door_leave_behind (PazStore  *self,
                       GError   **error)
{
  if (self->step_type == PAZ_STEP_REFERENCE)
    return TRUE;
  if (!run (self, "UPDATE step SET undone = 2 WHERE undone = 1", error))
    return FALSE;
  if (sqlite3_changes (self->writer) == 0)
    return TRUE;

  return run (self, "DELETE FROM fact_segment WHERE data_set IN (SELECT record FROM rev WHERE kind = 'data_set'"
                    " AND step IN (SELECT n FROM step WHERE undone = 2)) AND data_set NOT IN"
                    " (SELECT record FROM rev WHERE kind = 'data_set' AND hidden = 0)", error);
}

guint64
paz_door_get_step (PazStore  *self,
                   GError   **error)
{
  sqlite3_stmt *statement;

  if (self->step != 0)
    return self->step;
  if (!paz_door_leave_behind (self, error))
    return 0;

  statement = paz_statements_get (self->statements,
                                  "INSERT INTO step (type, at, author, participant, origin, verb, records)"
                                  " VALUES (?, ?, ?, ?, ?, '', 0)", error);
  if (statement == NULL)
    return 0;
  sqlite3_bind_int (statement, 1, self->step_type);
  sqlite3_bind_int64 (statement, 2, g_get_real_time () / 1000);
  paz_sql_bind_text (statement, 3, self->author);
  paz_sql_bind_text (statement, 4, self->participant);
  paz_sql_bind_text (statement, 5, self->origin);
  if (!paz_sql_execute (statement, error))
    return 0;
  self->step = (guint64) sqlite3_last_insert_rowid (self->writer);

  return self->step;
}

/* The first record names the step; a second of another kind makes it a mixed one. */
gboolean
paz_door_note (PazStore    *self,
               const char  *verb,
               const char  *kind,
               const char  *record,
               GError     **error)
{
  sqlite3_stmt *statement;

  if (self->step_records++ > 0)
    return TRUE;

  statement = paz_statements_get (self->statements, "UPDATE step SET verb = ?, kind = ?, record = ? WHERE n = ?", error);
  if (statement == NULL)
    return FALSE;
  paz_sql_bind_text (statement, 1, verb);
  paz_sql_bind_text (statement, 2, kind);
  paz_sql_bind_text (statement, 3, record);
  sqlite3_bind_int64 (statement, 4, (gint64) self->step);

  return paz_sql_execute (statement, error);
}

gboolean
paz_door_set_setting (PazStore    *self,
                      const char  *key,
                      const char  *value,
                      GError     **error)
{
  sqlite3_stmt *statement;

  statement = paz_statements_get (self->statements,
                                  value != NULL ? "INSERT OR REPLACE INTO setting VALUES (?, ?)"
                                                : "DELETE FROM setting WHERE key = ?", error);
  if (statement == NULL)
    return FALSE;
  paz_sql_bind_text (statement, 1, key);
  if (value != NULL)
    paz_sql_bind_text (statement, 2, value);

  return paz_sql_execute (statement, error);
}

char *
paz_door_dup_setting (PazStore   *self,
                      const char *key)
{
  sqlite3_stmt *statement = paz_statements_get (self->statements, "SELECT value FROM setting WHERE key = ?", NULL);
  char *value = NULL;

  if (statement == NULL)
    return NULL;
  paz_sql_bind_text (statement, 1, key);
  if (sqlite3_step (statement) == SQLITE_ROW)
    value = g_strdup (paz_sql_get_text (statement, 0));
  sqlite3_reset (statement);

  return value;
}

typedef struct
{
  GWeakRef store;
  guint64  step;
} Emission;

static void
emission_free (Emission *emission)
{
  g_weak_ref_clear (&emission->store);
  g_free (emission);
}

static gboolean
emit_cb (gpointer data)
{
  Emission *emission = data;
  g_autoptr (PazStore) store = g_weak_ref_get (&emission->store);

  if (store != NULL)
    g_signal_emit_by_name (store, "changed", emission->step);

  return G_SOURCE_REMOVE;
}

void
paz_door_emit (PazStore *self,
               guint64   step)
{
  Emission *emission = g_new0 (Emission, 1);

  g_weak_ref_init (&emission->store, self);
  emission->step = step;
  g_main_context_invoke_full (self->context, G_PRIORITY_DEFAULT, emit_cb, emission,
                              (GDestroyNotify) emission_free);
}
