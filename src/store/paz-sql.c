#include "paz-sql.h"

#include <errno.h>

struct _PazStatements
{
  sqlite3    *db;
  GHashTable *by_text;
};

static int
get_store_error (sqlite3 *db,
                 int      sqlite_code)
{
  int reason = db != NULL ? sqlite3_system_errno (db) : 0;

  /* SQLite answers an input/output error when the shared memory file finds no room. */
  if ((sqlite_code & 0xff) == SQLITE_IOERR && (reason == ENOSPC || reason == EFBIG || reason == EDQUOT))
    return PAZ_STORE_ERROR_FULL;

  switch (sqlite_code & 0xff)
    {
    case SQLITE_FULL:
      return PAZ_STORE_ERROR_FULL;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      return PAZ_STORE_ERROR_READ_ONLY;
    case SQLITE_CORRUPT:
      return PAZ_STORE_ERROR_DAMAGED;
    case SQLITE_NOTADB:
      return PAZ_STORE_ERROR_NOT_OURS;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return PAZ_STORE_ERROR_LOCKED;
    default:
      return PAZ_STORE_ERROR_FAILED;
    }
}

gboolean
paz_sql_fail (sqlite3  *db,
              GError  **error)
{
  int code = sqlite3_extended_errcode (db);

  if ((code & 0xff) == SQLITE_INTERRUPT)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Interrupted");
  else
    g_set_error (error, PAZ_STORE_ERROR, get_store_error (db, code),
                 "SQLite: %s (%d)", sqlite3_errmsg (db), code);

  return FALSE;
}

gboolean
paz_sql_run (sqlite3     *db,
             const char  *sql,
             GError     **error)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    return paz_sql_fail (db, error);

  return TRUE;
}

sqlite3_stmt *
paz_sql_prepare (sqlite3     *db,
                 const char  *sql,
                 GError     **error)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    {
      paz_sql_fail (db, error);
      return NULL;
    }

  return statement;
}

gboolean
paz_sql_step (sqlite3_stmt  *statement,
              gboolean      *row,
              GError       **error)
{
  int code = sqlite3_step (statement);

  *row = code == SQLITE_ROW;
  if (code != SQLITE_ROW && code != SQLITE_DONE)
    return paz_sql_fail (sqlite3_db_handle (statement), error);

  return TRUE;
}

gboolean
paz_sql_execute (sqlite3_stmt  *statement,
                 GError       **error)
{
  gboolean row;
  gboolean done = paz_sql_step (statement, &row, error);

  sqlite3_reset (statement);
  return done;
}

void
paz_sql_bind_text (sqlite3_stmt *statement,
                   int           n,
                   const char   *text)
{
  sqlite3_bind_text (statement, n, text, -1, SQLITE_STATIC);
}

const char *
paz_sql_get_text (sqlite3_stmt *statement,
                  int           column)
{
  return (const char *) sqlite3_column_text (statement, column);
}

gint64
paz_sql_integer (sqlite3    *db,
                 const char *sql,
                 gint64      otherwise)
{
  g_autoptr (sqlite3_stmt) statement = paz_sql_prepare (db, sql, NULL);

  if (statement == NULL || sqlite3_step (statement) != SQLITE_ROW)
    return otherwise;

  return sqlite3_column_int64 (statement, 0);
}

void
paz_sql_bind_blob (sqlite3_stmt  *statement,
                   int            n,
                   gconstpointer  bytes,
                   gsize          size)
{
  sqlite3_bind_blob64 (statement, n, bytes, size, SQLITE_STATIC);
}

gboolean
paz_sql_get_blob (sqlite3_stmt *statement,
                  int           column,
                  gpointer      bytes,
                  gsize         size)
{
  const void *found = sqlite3_column_blob (statement, column);

  if (found == NULL || (gsize) sqlite3_column_bytes (statement, column) != size)
    return FALSE;
  memcpy (bytes, found, size);

  return TRUE;
}

static void
finalize_cb (gpointer statement)
{
  sqlite3_finalize (statement);
}

PazStatements *
paz_statements_new (sqlite3 *db)
{
  PazStatements *self = g_new0 (PazStatements, 1);

  self->db = db;
  self->by_text = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_cb);
  return self;
}

void
paz_statements_free (PazStatements *self)
{
  g_hash_table_unref (self->by_text);
  g_free (self);
}

sqlite3 *
paz_statements_get_db (PazStatements *self)
{
  return self->db;
}

sqlite3_stmt *
paz_statements_get (PazStatements  *self,
                    const char     *sql,
                    GError        **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->by_text, sql);

  if (statement == NULL)
    {
      if (sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
        {
          paz_sql_fail (self->db, error);
          return NULL;
        }
      g_hash_table_insert (self->by_text, g_strdup (sql), statement);
    }

  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  return statement;
}
