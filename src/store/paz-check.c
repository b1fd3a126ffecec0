/* The proof that what is derived follows from what is kept: it is computed again beside the store
 * and compared, and each kept line is read and verified as if it came from a stranger. */
#include "paz-derive.h"
#include "paz-schema.h"
#include "paz-store-core.h"

#define MAX_FINDINGS 1000

typedef struct
{
  PazStore     *store;
  GPtrArray    *findings;
  GHashTable   *keys;         /* key id as text -> public key */
  GCancellable *cancellable;
} Check;

static void
find_fault (Check      *check,
            const char *format,
            ...) G_GNUC_PRINTF (2, 3);

static void
find_fault (Check      *check,
            const char *format,
            ...)
{
  va_list arguments;

  if (check->findings->len >= MAX_FINDINGS)
    return;
  va_start (arguments, format);
  g_ptr_array_add (check->findings, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/* ---- tables against tables ---- */

static gboolean
is_column_equal (sqlite3_stmt *a,
                 sqlite3_stmt *b,
                 int           column)
{
  int type = sqlite3_column_type (a, column);
  int size;

  if (type != sqlite3_column_type (b, column))
    return FALSE;
  if (type == SQLITE_INTEGER)
    return sqlite3_column_int64 (a, column) == sqlite3_column_int64 (b, column);
  if (type == SQLITE_NULL)
    return TRUE;

  size = sqlite3_column_bytes (a, column);
  return size == sqlite3_column_bytes (b, column)
         && (size == 0 || memcmp (sqlite3_column_blob (a, column), sqlite3_column_blob (b, column), (gsize) size) == 0);
}

static gboolean
is_row_equal (sqlite3_stmt *a,
              sqlite3_stmt *b)
{
  for (int i = 0; i < sqlite3_column_count (a); i++)
    if (!is_column_equal (a, b, i))
      return FALSE;

  return TRUE;
}

/* Both in the order of their keys: the first difference is told, those behind it follow from it. */
static gboolean
compare_rows (Check         *check,
              const char    *sql,
              sqlite3_stmt  *kept,
              sqlite3_stmt  *computed,
              GError       **error)
{
  gboolean row = TRUE, other = TRUE;

  while (row || other)
    {
      if (!paz_sql_step (kept, &row, error) || !paz_sql_step (computed, &other, error))
        return FALSE;
      if (row != other || (row && !is_row_equal (kept, computed)))
        {
          find_fault (check, "%s: not what the lines say, from %s on", sql,
                      paz_sql_get_text (row ? kept : computed, 0));
          return TRUE;
        }
    }

  return TRUE;
}

static gboolean
compare_query (Check       *check,
               const char  *sql,
               sqlite3     *computed,
               GError     **error)
{
  g_autoptr (sqlite3_stmt) one = paz_sql_prepare (check->store->reader, sql, error);
  g_autoptr (sqlite3_stmt) other = one != NULL ? paz_sql_prepare (computed, sql, error) : NULL;

  return other != NULL && compare_rows (check, sql, one, other, error);
}

static gboolean
compare_tables (Check    *check,
                sqlite3  *computed,
                GError  **error)
{
  g_autoptr (GPtrArray) queries = paz_schema_list_queries ();

  for (guint i = 0; i < queries->len; i++)
    if (!compare_query (check, queries->pdata[i], computed, error))
      return FALSE;

  return paz_sql_integer (computed, "SELECT count (*) FROM sqlite_schema WHERE name = 'search_row'", 0) == 0
         || compare_query (check, "SELECT r.id, r.kind, s.title, s.body FROM search_row AS r"
                                  " JOIN search AS s ON s.rowid = r.n ORDER BY r.id", computed, error);
}

static gboolean
derive_beside (Check    *check,
               sqlite3  *db,
               GError  **error)
{
  g_autoptr (PazStatements) to = paz_statements_new (db);
  PazStore *store = check->store;

  return paz_schema_create_derived (db, error)
         && paz_derive_all (to, store->reading, store->speaks, paz_identity_get_owner (store),
                            check->cancellable, error);
}

static gboolean
check_derived (Check   *check,
               GError **error)
{
  sqlite3 *db = NULL;
  gboolean done;

  if (sqlite3_open_v2 (":memory:", &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
    {
      paz_sql_fail (db, error);
      sqlite3_close (db);
      return FALSE;
    }
  done = paz_sql_run (db, "BEGIN", error)
         && derive_beside (check, db, error)
         && compare_tables (check, db, error);
  sqlite3_close (db);

  return done;
}

/* ---- lines ---- */

static gboolean
load_keys (Check   *check,
           GError **error)
{
  g_autoptr (sqlite3_stmt) statement = paz_sql_prepare (check->store->reader, "SELECT id, public FROM key", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  while (paz_sql_step (statement, &row, error))
    {
      guint8 id[PAZ_KEY_ID_BYTES], public_key[PAZ_PUBLIC_KEY_BYTES];

      if (!row)
        return TRUE;
      if (paz_sql_get_blob (statement, 0, id, sizeof id)
          && paz_sql_get_blob (statement, 1, public_key, sizeof public_key))
        g_hash_table_insert (check->keys, paz_bytes_to_text (id, sizeof id),
                             g_memdup2 (public_key, sizeof public_key));
    }

  return FALSE;
}

static const guint8 *
find_key (Check        *check,
          const guint8 *id)
{
  g_autofree char *text = paz_bytes_to_text (id, PAZ_KEY_ID_BYTES);

  return g_hash_table_lookup (check->keys, text);
}

/* The columns beside a line repeat it. */
static gboolean
do_columns_fit (sqlite3_stmt *statement,
                PazRevision  *revision)
{
  g_autofree char *list = g_strjoinv (" ", revision->list);
  guint8 id[PAZ_LINE_ID_BYTES];

  return paz_sql_get_blob (statement, 1, id, sizeof id)
         && memcmp (id, revision->id, sizeof id) == 0
         && g_strcmp0 (paz_sql_get_text (statement, 3), revision->record) == 0
         && g_strcmp0 (paz_sql_get_text (statement, 4), revision->kind) == 0
         && g_strcmp0 (paz_sql_get_text (statement, 5), revision->owner) == 0
         && sqlite3_column_int (statement, 6) == (int) revision->level
         && g_strcmp0 (paz_sql_get_text (statement, 7), list) == 0
         && sqlite3_column_int64 (statement, 8) == revision->time;
}

static void
check_revision (Check        *check,
                sqlite3_stmt *statement)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (PazRevision) revision = NULL;
  gint64 n = sqlite3_column_int64 (statement, 0);
  const guint8 *key;

  revision = paz_revision_read (paz_sql_get_text (statement, 2), (gsize) sqlite3_column_bytes (statement, 2), &reason);
  if (revision == NULL)
    {
      find_fault (check, "rev %" G_GINT64_FORMAT ": %s", n, reason->message);
      return;
    }
  if (!do_columns_fit (statement, revision))
    find_fault (check, "rev %" G_GINT64_FORMAT ": its columns are not what its line says", n);
  key = find_key (check, revision->author);
  if (key == NULL)
    find_fault (check, "rev %" G_GINT64_FORMAT ": its author's key is not known", n);
  else if (!paz_revision_verify (revision, key))
    find_fault (check, "rev %" G_GINT64_FORMAT ": its signature does not fit", n);
}

static gboolean
check_lines (Check   *check,
             GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean row;

  statement = paz_sql_prepare (check->store->reader, "SELECT n, id, line, record, kind, owner, level, list, time"
                                                     " FROM rev ORDER BY n", error);
  if (statement == NULL)
    return FALSE;
  while (paz_sql_step (statement, &row, error))
    {
      if (!row)
        return TRUE;
      if (g_cancellable_set_error_if_cancelled (check->cancellable, error))
        return FALSE;
      check_revision (check, statement);
    }

  return FALSE;
}

/* Edges and links are signed by the author of the revision they belong to. */
static gboolean
check_beside (Check       *check,
              const char  *what,
              const char  *sql,
              gboolean   (*verify) (const char *line, const guint8 *public_key),
              GError     **error)
{
  g_autoptr (sqlite3_stmt) statement = paz_sql_prepare (check->store->reader, sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  while (paz_sql_step (statement, &row, error))
    {
      const char *line = paz_sql_get_text (statement, 0);
      g_autoptr (PazRevision) revision = NULL;
      const guint8 *key;

      if (!row)
        return TRUE;
      revision = paz_revision_read (paz_sql_get_text (statement, 1), (gsize) sqlite3_column_bytes (statement, 1), NULL);
      key = revision != NULL ? find_key (check, revision->author) : NULL;
      if (key == NULL || !verify (line, key))
        find_fault (check, "%s of record %s: its signature does not fit", what, paz_sql_get_text (statement, 2));
    }

  return FALSE;
}

/* ---- facts ---- */

static gboolean
check_facts_of (Check       *check,
                const char  *data_set,
                const char  *cell,
                GError     **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (PazFactTable) facts = paz_store_load_data_set (check->store, data_set, &reason);
  g_autofree char *computed = NULL;

  if (facts == NULL)
    {
      find_fault (check, "facts of data set %s: %s", data_set, reason->message);
      return TRUE;
    }
  computed = paz_facts_make_cell (data_set, facts);
  if (g_strcmp0 (computed, cell) != 0)
    find_fault (check, "facts of data set %s: they do not add up to what was signed", data_set);

  return !g_cancellable_set_error_if_cancelled (check->cancellable, error);
}

static gboolean
check_facts (Check   *check,
             GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean row;

  statement = paz_sql_prepare (check->store->reader, "SELECT id, facts FROM k_data_set WHERE facts IS NOT NULL", error);
  if (statement == NULL)
    return FALSE;
  while (paz_sql_step (statement, &row, error))
    {
      if (!row)
        return TRUE;
      if (!check_facts_of (check, paz_sql_get_text (statement, 0), paz_sql_get_text (statement, 1), error))
        return FALSE;
    }

  return FALSE;
}

static gboolean
check_pages (Check   *check,
             GError **error)
{
  g_autoptr (GError) reason = NULL;
  gboolean ok;
  /* A connection of its own: since 3.44 the check reads the search index too, and on one that has
   * searched before SQLite compares it with counts it remembers from then. */
  sqlite3 *db = paz_file_connect (check->store->path, FALSE, FALSE, check->store->immutable, error);

  if (db == NULL)
    return FALSE;
  ok = paz_db_check_pages (db, check->cancellable, &reason);
  sqlite3_close (db);
  if (ok)
    return TRUE;
  if (!g_error_matches (reason, PAZ_STORE_ERROR, PAZ_STORE_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  find_fault (check, "%s", reason->message);

  return TRUE;
}

/* Each kept line as if a stranger had sent it. */
static gboolean
check_kept (Check   *check,
            GError **error)
{
  return check_pages (check, error)
         && load_keys (check, error)
         && check_lines (check, error)
         && check_beside (check, "edge", "SELECT edge.line, rev.line, edge.record FROM edge"
                                         " JOIN rev ON rev.id = edge.child", paz_edge_verify, error)
         && check_beside (check, "link", "SELECT link.line, rev.line, link.record FROM link"
                                         " JOIN rev ON rev.id = link.rev", paz_link_verify, error)
         && check_facts (check, error);
}

GPtrArray *
paz_check_run (PazStore      *self,
               gboolean       kept,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Check check = { self, findings, keys, cancellable };
  gboolean snapshot = sqlite3_get_autocommit (self->reader) != 0;
  gboolean done;

  /* One moment of the store, though others write; a reader is in one already. */
  if (snapshot && !paz_sql_run (self->reader, "BEGIN", error))
    return NULL;
  done = (!kept || check_kept (&check, error)) && check_derived (&check, error);
  if (snapshot)
    sqlite3_exec (self->reader, "COMMIT", NULL, NULL, NULL);

  return done ? g_steal_pointer (&findings) : NULL;
}

GPtrArray *
paz_store_check (PazStore      *self,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_return_val_if_fail (PAZ_IS_STORE (self), NULL);

  return paz_check_run (self, TRUE, cancellable, error);
}

gboolean
paz_store_rebuild (PazStore      *self,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_return_val_if_fail (PAZ_IS_STORE (self), FALSE);

  if (!paz_door_open (self, PAZ_STEP_REFERENCE, NULL, cancellable, error))
    return FALSE;
  if (!paz_migrate_rebuild (self, cancellable, error))
    {
      paz_door_roll_back (self);
      return FALSE;
    }
  if (!paz_door_commit (self, NULL, error))
    return FALSE;
  paz_door_emit (self, 0);

  return TRUE;
}
