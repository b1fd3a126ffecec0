/* Segments of a data set's facts, each up to 65,536 rows in one BLOB, with codes of the table
 * fact_code. A sum finds a damaged page before it becomes a figure. */
#include "paz-facts-private.h"
#include "paz-facts-segment.h"
#include "paz-sql.h"

#define MAX_CODES(dimension) ((dimension) == PAZ_DIMENSION_TYPE ? G_MAXUINT8 : G_MAXUINT16)

gboolean
paz_facts_create (sqlite3  *db,
                  GError  **error)
{
  return paz_sql_run (db,
                      "CREATE TABLE IF NOT EXISTS fact_code ("
                      " dimension INTEGER NOT NULL, code INTEGER NOT NULL, key TEXT NOT NULL,"
                      " PRIMARY KEY (dimension, code), UNIQUE (dimension, key)) STRICT, WITHOUT ROWID;"
                      "CREATE TABLE IF NOT EXISTS fact_segment ("
                      " segment INTEGER PRIMARY KEY, data_set TEXT NOT NULL, n INTEGER NOT NULL, rows INTEGER NOT NULL,"
                      " sum INTEGER NOT NULL, facts BLOB NOT NULL,"
                      " UNIQUE (data_set, n)) STRICT",
                      error);
}

/* ---- writing ---- */

static gint64
find_code (sqlite3_stmt *find,
           PazDimension  dimension,
           const char   *key)
{
  gint64 code = -1;

  sqlite3_bind_int (find, 1, dimension);
  paz_sql_bind_text (find, 2, key);
  if (sqlite3_step (find) == SQLITE_ROW)
    code = sqlite3_column_int64 (find, 0);
  sqlite3_reset (find);

  return code;
}

/* The store's codes of a table's keys; keys not met before get the next ones. */
static gboolean
store_codes (sqlite3       *db,
             PazFactTable  *facts,
             PazDimension   dimension,
             guint16       *codes,
             GError       **error)
{
  g_autoptr (sqlite3_stmt) find = paz_sql_prepare (db, "SELECT code FROM fact_code WHERE dimension = ? AND key = ?", error);
  g_autoptr (sqlite3_stmt) add = paz_sql_prepare (db, "INSERT INTO fact_code (dimension, key, code) SELECT ?1, ?2,"
                                                      " coalesce (max (code) + 1, 0) FROM fact_code WHERE dimension = ?1"
                                                      " HAVING coalesce (max (code) + 1, 0) < ?3", error);

  if (find == NULL || add == NULL)
    return FALSE;

  for (guint i = 0; i < paz_fact_table_get_n_keys (facts, dimension); i++)
    {
      const char *key = paz_fact_table_get_key (facts, dimension, (guint16) i);
      gint64 code = find_code (find, dimension, key);

      if (code < 0)
        {
          sqlite3_bind_int (add, 1, dimension);
          paz_sql_bind_text (add, 2, key);
          sqlite3_bind_int (add, 3, MAX_CODES (dimension));
          if (!paz_sql_execute (add, error))
            return FALSE;
          code = find_code (find, dimension, key);
        }
      if (code < 0)
        {
          g_set_error (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_FAILED, "No code is left for “%s”", key);
          return FALSE;
        }
      codes[i] = (guint16) code;
    }

  return TRUE;
}

static gboolean
write_segment (sqlite3_stmt  *insert,
               guint          n,
               const guint8  *bytes,
               gsize          length,
               guint32        n_rows,
               GError       **error)
{
  sqlite3_bind_int (insert, 2, (int) n);
  sqlite3_bind_int (insert, 3, (int) n_rows);
  sqlite3_bind_int64 (insert, 4, paz_segment_sum (bytes, length));
  sqlite3_bind_blob (insert, 5, bytes, (int) length, SQLITE_STATIC);

  return paz_sql_execute (insert, error);
}

static gboolean
write_segments (sqlite3       *db,
                const char    *data_set,
                PazFactTable  *facts,
                guint16       *codes[PAZ_N_DIMENSIONS],
                PazProgress    progress,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autofree guint8 *bytes = g_malloc (PAZ_SEGMENT_MAX_SIZE);
  g_autofree guint32 *values = g_new (guint32, PAZ_SEGMENT_ROWS);
  g_autoptr (sqlite3_stmt) insert = paz_sql_prepare (db, "INSERT INTO fact_segment (data_set, n, rows, sum, facts)"
                                                         " VALUES (?, ?, ?, ?, ?)", error);

  if (insert == NULL)
    return FALSE;

  paz_sql_bind_text (insert, 1, data_set);
  for (guint32 first = 0, n; first < facts->n_rows; first += n)
    {
      gsize length;

      n = MIN (PAZ_SEGMENT_ROWS, facts->n_rows - first);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      length = paz_segment_pack (facts, first, n, codes, values, bytes);
      if (!write_segment (insert, first / PAZ_SEGMENT_ROWS, bytes, length, n, error))
        return FALSE;
      paz_fact_table_let_go (facts);
      if (progress != NULL)
        progress ((double) (first + n) / facts->n_rows, data);
    }

  return TRUE;
}

gboolean
paz_facts_write (sqlite3       *db,
                 const char    *data_set,
                 PazFactTable  *facts,
                 PazProgress    progress,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr (sqlite3_stmt) remove = NULL;
  guint16 *codes[PAZ_N_DIMENSIONS];
  gboolean done = TRUE;

  g_return_val_if_fail (facts != NULL && facts->finished, FALSE);

  remove = paz_sql_prepare (db, "DELETE FROM fact_segment WHERE data_set = ?", error);
  if (remove == NULL)
    return FALSE;
  paz_sql_bind_text (remove, 1, data_set);
  if (!paz_sql_execute (remove, error))
    return FALSE;

  for (int i = 0; i < PAZ_N_DIMENSIONS; i++)
    {
      codes[i] = g_new0 (guint16, paz_fact_table_get_n_keys (facts, (PazDimension) i) + 1);
      done = done && store_codes (db, facts, (PazDimension) i, codes[i], error);
    }
  done = done && write_segments (db, data_set, facts, codes, progress, data, cancellable, error);
  for (int i = 0; i < PAZ_N_DIMENSIONS; i++)
    g_free (codes[i]);

  return done;
}

/* ---- reading ---- */

static gboolean
define_code (sqlite3_stmt  *select,
             PazFactTable  *facts,
             GError       **error)
{
  gint64 dimension = sqlite3_column_int64 (select, 0);
  gint64 code = sqlite3_column_int64 (select, 1);

  if (dimension < 0 || dimension >= PAZ_N_DIMENSIONS || code < 0
      || code >= MAX_CODES (dimension))
    {
      g_set_error_literal (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_DAMAGED,
                           "The dictionary of facts has an impossible code");
      return FALSE;
    }

  paz_fact_table_define (facts, (PazDimension) dimension, (guint16) code, paz_sql_get_text (select, 2));
  return TRUE;
}

gboolean
paz_facts_read_codes (sqlite3       *db,
                      PazFactTable  *facts,
                      GError       **error)
{
  g_autoptr (sqlite3_stmt) select = paz_sql_prepare (db, "SELECT dimension, code, key FROM fact_code", error);
  gboolean row;

  if (select == NULL || !paz_sql_step (select, &row, error))
    return FALSE;

  while (row)
    if (!define_code (select, facts, error) || !paz_sql_step (select, &row, error))
      return FALSE;

  return TRUE;
}

/* A code without a key would be read past the end of a dictionary. */
static gboolean
are_codes_known (PazFactTable *facts,
                 guint32       first)
{
  guint n_contributors = facts->dictionaries[PAZ_DIMENSION_CONTRIBUTOR].keys->len;
  guint n_missions = facts->dictionaries[PAZ_DIMENSION_MISSION].keys->len;
  guint n_types = facts->dictionaries[PAZ_DIMENSION_TYPE].keys->len;
  guint contributor = 0;
  guint mission = 0;
  guint type = 0;

  for (guint32 i = first; i < facts->n_rows; i++)
    {
      contributor = MAX (contributor, facts->contributors[i]);
      mission = MAX (mission, facts->missions[i]);
      type = MAX (type, facts->types[i]);
    }

  return contributor < n_contributors && mission < n_missions && type < n_types;
}

/* SQLite would make a new copy of each BLOB; `bytes` is used again. */
static gboolean
read_bytes (sqlite3       *db,
            gint64         segment,
            sqlite3_blob **blob,
            GByteArray    *bytes,
            GError       **error)
{
  int code = *blob == NULL
             ? sqlite3_blob_open (db, "main", "fact_segment", "facts", segment, 0, blob)
             : sqlite3_blob_reopen (*blob, segment);

  if (code != SQLITE_OK)
    return paz_sql_fail (db, error);
  g_byte_array_set_size (bytes, sqlite3_blob_bytes (*blob));
  if (sqlite3_blob_read (*blob, bytes->data, (int) bytes->len, 0) != SQLITE_OK)
    return paz_sql_fail (db, error);

  return TRUE;
}

static gboolean
read_segment (sqlite3_stmt  *select,
              sqlite3_blob **blob,
              const char    *data_set,
              GByteArray    *bytes,
              guint32       *values,
              PazFactTable  *facts,
              GError       **error)
{
  gint64 n = sqlite3_column_int64 (select, 1);
  guint32 first = facts->n_rows;

  if (!read_bytes (sqlite3_db_handle (select), sqlite3_column_int64 (select, 0), blob, bytes, error))
    return FALSE;

  if (n < 1 || n > PAZ_SEGMENT_ROWS
      || paz_segment_sum (bytes->data, bytes->len) != sqlite3_column_int64 (select, 2)
      || !paz_segment_unpack (bytes->data, bytes->len, (guint32) n, values, facts)
      || !are_codes_known (facts, first))
    {
      g_set_error (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_DAMAGED,
                   "A segment of data set %s is damaged", data_set);
      return FALSE;
    }

  return TRUE;
}

/* One allocation for all segments: growing by doubling costs as much as reading them. */
static void
reserve (sqlite3      *db,
         const char   *data_set,
         PazFactTable *facts)
{
  g_autoptr (sqlite3_stmt) select = paz_sql_prepare (db, "SELECT sum (rows) FROM fact_segment WHERE data_set = ?", NULL);

  if (select == NULL)
    return;
  paz_sql_bind_text (select, 1, data_set);
  if (sqlite3_step (select) == SQLITE_ROW)
    paz_fact_table_reserve (facts, (guint32) CLAMP (sqlite3_column_int64 (select, 0), 0, G_MAXINT32));
}

static gboolean
read_segments (sqlite3_stmt  *select,
               const char    *data_set,
               PazFactTable  *facts,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint32 *values = g_new (guint32, PAZ_SEGMENT_ROWS);
  sqlite3_blob *blob = NULL;
  gboolean row;
  gboolean done = paz_sql_step (select, &row, error);

  while (done && row)
    done = !g_cancellable_set_error_if_cancelled (cancellable, error)
           && read_segment (select, &blob, data_set, bytes, values, facts, error)
           && paz_sql_step (select, &row, error);
  sqlite3_blob_close (blob);

  return done;
}

gboolean
paz_facts_read (sqlite3       *db,
                const char    *data_set,
                PazFactTable  *facts,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (sqlite3_stmt) select = paz_sql_prepare (db, "SELECT segment, rows, sum FROM fact_segment"
                                                         " WHERE data_set = ? ORDER BY n", error);

  if (select == NULL)
    return FALSE;
  reserve (db, data_set, facts);
  paz_sql_bind_text (select, 1, data_set);

  return read_segments (select, data_set, facts, cancellable, error);
}
