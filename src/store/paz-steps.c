/* Steps: a person's saves and imports, undone by hiding their lines and redone by showing them
 * again (EXCHANGE.md 11). A new step leaves behind what was undone. Built-in data is no one's step. */
#include "paz-derive.h"
#include "paz-revise.h"

#define COLUMNS "n, type, at, author, participant, origin, verb, kind, record, records, undone"

static const char undo_sql[] =
  "SELECT " COLUMNS " FROM step WHERE undone = 0 AND type <> 2 ORDER BY n DESC LIMIT 1";

static const char redo_sql[] =
  "SELECT " COLUMNS " FROM step WHERE undone = 1 ORDER BY n LIMIT 1";

G_STATIC_ASSERT (PAZ_STEP_REFERENCE == 2);

void
paz_step_free (PazStep *self)
{
  g_free (self->author);
  g_free (self->participant);
  g_free (self->origin);
  g_free (self->verb);
  g_free (self->kind);
  g_free (self->record);
  g_free (self);
}

PazStep *
paz_step_read (sqlite3_stmt *statement,
               int           column)
{
  PazStep *self = g_new0 (PazStep, 1);

  self->n = (guint64) sqlite3_column_int64 (statement, column);
  self->type = (PazStepType) sqlite3_column_int (statement, column + 1);
  self->at = sqlite3_column_int64 (statement, column + 2);
  self->author = g_strdup (paz_sql_get_text (statement, column + 3));
  self->participant = g_strdup (paz_sql_get_text (statement, column + 4));
  self->origin = g_strdup (paz_sql_get_text (statement, column + 5));
  self->verb = g_strdup (paz_sql_get_text (statement, column + 6));
  self->kind = g_strdup (paz_sql_get_text (statement, column + 7));
  self->record = g_strdup (paz_sql_get_text (statement, column + 8));
  self->n_records = (guint) sqlite3_column_int (statement, column + 9);
  self->undone = sqlite3_column_int (statement, column + 10) != 0;
  /* Where it comes from is not a file but a step. */
  if (g_strcmp0 (self->verb, PAZ_VERB_REVERTED) == 0 && self->origin != NULL)
    {
      self->of = g_ascii_strtoull (self->origin, NULL, 10);
      g_clear_pointer (&self->origin, g_free);
    }

  return self;
}

static PazStep *
find_step (PazStatements  *statements,
           const char     *sql,
           GError        **error)
{
  sqlite3_stmt *statement = paz_statements_get (statements, sql, error);
  PazStep *step = NULL;
  gboolean row;

  if (statement == NULL || !paz_sql_step (statement, &row, error))
    return NULL;
  if (row)
    step = paz_step_read (statement, 0);
  else
    g_set_error_literal (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_NOTHING, "No step to take");
  sqlite3_reset (statement);

  return step;
}

PazStep *
paz_store_dup_undo_step (PazStore *self)
{
  g_return_val_if_fail (PAZ_IS_STORE (self), NULL);

  return self->read_only ? NULL : find_step (self->reading, undo_sql, NULL);
}

PazStep *
paz_store_dup_redo_step (PazStore *self)
{
  g_return_val_if_fail (PAZ_IS_STORE (self), NULL);

  return self->read_only ? NULL : find_step (self->reading, redo_sql, NULL);
}

PazStep *
paz_store_dup_step (PazStore *self,
                    guint64   step)
{
  sqlite3_stmt *statement;
  PazStep *found = NULL;
  gboolean row;

  g_return_val_if_fail (PAZ_IS_STORE (self), NULL);

  statement = paz_statements_get (self->reading, "SELECT " COLUMNS " FROM step WHERE n = ?", NULL);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, (gint64) step);
  if (paz_sql_step (statement, &row, NULL) && row)
    found = paz_step_read (statement, 0);
  sqlite3_reset (statement);

  return found;
}

static gboolean
run_with_step (PazStore    *self,
               const char  *sql,
               gboolean     undone,
               guint64      step,
               GError     **error)
{
  sqlite3_stmt *statement = paz_statements_get (self->statements, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int (statement, 1, undone);
  sqlite3_bind_int64 (statement, 2, (gint64) step);

  return paz_sql_execute (statement, error);
}

static gboolean
hide_lines (PazStore  *self,
            guint64    step,
            gboolean   hide,
            GError   **error)
{
  return run_with_step (self, "UPDATE rev SET hidden = ? WHERE step = ?", hide, step, error)
         && run_with_step (self, "UPDATE local SET hidden = ? WHERE step = ?", hide, step, error)
         && run_with_step (self, "UPDATE step SET undone = ? WHERE n = ?", hide, step, error);
}

static gboolean
derive_touched (PazStore  *self,
                guint64    step,
                GError   **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean row;

  statement = paz_sql_prepare (self->writer, "SELECT record FROM rev WHERE step = ?1 UNION"
                                             " SELECT record FROM local WHERE step = ?1", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, (gint64) step);
  while (paz_sql_step (statement, &row, error))
    {
      if (!row)
        return TRUE;
      if (!paz_revise_derive (self, paz_sql_get_text (statement, 0), error))
        return FALSE;
    }

  return FALSE;
}

static gboolean
take (PazStore    *self,
      const char  *sql,
      gboolean     hide,
      GError     **error)
{
  g_autoptr (PazStep) step = NULL;

  if (!paz_door_open (self, PAZ_STEP_EDIT, NULL, NULL, error))
    return FALSE;

  step = find_step (self->statements, sql, error);
  if (step == NULL || !hide_lines (self, step->n, hide, error) || !derive_touched (self, step->n, error))
    {
      paz_door_roll_back (self);
      return FALSE;
    }
  if (!paz_door_commit (self, NULL, error))
    return FALSE;
  paz_door_emit (self, step->n);

  return TRUE;
}

gboolean
paz_store_undo (PazStore  *self,
                GError   **error)
{
  g_return_val_if_fail (PAZ_IS_STORE (self), FALSE);

  return take (self, undo_sql, TRUE, error);
}

gboolean
paz_store_redo (PazStore  *self,
                GError   **error)
{
  g_return_val_if_fail (PAZ_IS_STORE (self), FALSE);

  return take (self, redo_sql, FALSE, error);
}
