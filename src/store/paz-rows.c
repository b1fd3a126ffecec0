/* A derived row as a record: the counterpart of paz-derive.c. */
#include "paz-sql.h"
#include "paz-store-private.h"

#include "model/paz-trilingual.h"

#define KIND_SQL "SELECT kind FROM record WHERE id = ?"

static GVariant *
read_text (sqlite3_stmt *statement,
           int           column)
{
  const char *text = paz_sql_get_text (statement, column);

  return text != NULL ? g_variant_new_string (text) : NULL;
}

static GVariant *
read_set (sqlite3_stmt *statement,
          int           column)
{
  const char *text = paz_sql_get_text (statement, column);
  g_auto (GStrv) elements = NULL;

  if (text == NULL || *text == '\0')
    return NULL;
  elements = g_strsplit (text, " ", -1);

  return paz_value_new_set ((const char * const *) elements);
}

static GVariant *
read_money (sqlite3_stmt *statement,
            int           column)
{
  if (sqlite3_column_type (statement, column) == SQLITE_NULL)
    return NULL;

  return paz_value_new_money (paz_sql_get_text (statement, column),
                              paz_sql_get_text (statement, column + 1),
                              paz_sql_get_text (statement, column + 2),
                              paz_sql_get_text (statement, column + 3));
}

static GVariant *
read_trilingual (sqlite3_stmt *statement,
                 int           column)
{
  g_autoptr (PazTrilingual) texts = paz_trilingual_new ();

  texts->has_source = paz_language_from_code (paz_sql_get_text (statement, column), &texts->source);
  for (int i = 0; i < PAZ_N_LANGUAGES; i++)
    {
      texts->in[i].text = g_strdup (paz_sql_get_text (statement, column + 1 + i));
      texts->in[i].key = g_strdup (paz_sql_get_text (statement, column + 1 + PAZ_N_LANGUAGES + i));
      texts->in[i].official = sqlite3_column_int (statement, column + 1 + 2 * PAZ_N_LANGUAGES + i) != 0;
    }

  return paz_trilingual_to_value (texts);
}

/* *column moves on to the next field's. */
static GVariant *
read_field (sqlite3_stmt   *statement,
            const PazField *field,
            int            *column)
{
  int at = *column;

  *column = at + 1;
  if (paz_field_is_set (field))
    return read_set (statement, at);

  switch (field->type)
    {
    case PAZ_VALUE_INTEGER:
      return sqlite3_column_type (statement, at) != SQLITE_NULL
             ? g_variant_new_int64 (sqlite3_column_int64 (statement, at)) : NULL;
    case PAZ_VALUE_FLAG:
      return sqlite3_column_type (statement, at) != SQLITE_NULL
             ? g_variant_new_boolean (sqlite3_column_int (statement, at) != 0) : NULL;
    case PAZ_VALUE_MONEY:
      *column = at + 4;
      return read_money (statement, at);
    case PAZ_VALUE_TRILINGUAL:
      *column = at + 1 + 3 * PAZ_N_LANGUAGES;
      return read_trilingual (statement, at);
    case PAZ_VALUE_TEXT:
    case PAZ_VALUE_NOTE:
    case PAZ_VALUE_REAL:
    case PAZ_VALUE_DATE:
    case PAZ_VALUE_MONTH:
    case PAZ_VALUE_DATETIME:
    case PAZ_VALUE_CHOICE:
    case PAZ_VALUE_LINK:
    case PAZ_VALUE_LANGUAGE:
    case PAZ_VALUE_COUNTRY:
    case PAZ_VALUE_HASH:
      return read_text (statement, at);
    case PAZ_VALUE_LINKS:
      break;
    }

  g_return_val_if_reached (NULL);
}

/* " due:u cost:n " */
static void
read_states (PazRecord  *record,
             const char *states)
{
  g_auto (GStrv) words = NULL;

  if (states == NULL || *states == '\0')
    return;
  words = g_strsplit (states, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      char *colon = strrchr (words[i], ':');
      const PazField *field;

      if (colon == NULL)
        continue;
      *colon = '\0';
      field = paz_kind_find_field (paz_record_get_kind (record), words[i]);
      if (field != NULL)
        paz_record_set_value (record, field, g_variant_new_byte ((guchar) colon[1]));
    }
}

static void
read_conflicts (PazRecord  *record,
                const char *conflicts)
{
  g_auto (GStrv) words = NULL;

  if (conflicts == NULL || *conflicts == '\0')
    return;
  words = g_strsplit (conflicts, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      const PazField *field = paz_kind_find_field (paz_record_get_kind (record), words[i]);

      if (field != NULL)
        paz_record_set_conflict (record, field, TRUE);
    }
}

PazRecord *
paz_rows_read_statement (const PazKind *kind,
                         sqlite3_stmt  *statement)
{
  g_autoptr (PazRecord) record = paz_record_new (kind, paz_sql_get_text (statement, 0),
                                                 paz_sql_get_text (statement, 1),
                                                 paz_sql_get_text (statement, 4));
  const char *list_text = paz_sql_get_text (statement, 3);
  g_auto (GStrv) list = g_strsplit (list_text != NULL ? list_text : "", " ", -1);
  int column = 9;

  for (guint i = 0; i < kind->n_fields; i++)
    paz_record_set_value (record, &kind->fields[i], read_field (statement, &kind->fields[i], &column));

  paz_record_set_release (record, (PazLevel) sqlite3_column_int (statement, 2), (const char * const *) list);
  paz_record_set_deleted (record, sqlite3_column_int (statement, 5) != 0);
  paz_record_set_changed (record, sqlite3_column_int64 (statement, 6));
  read_conflicts (record, paz_sql_get_text (statement, 7));
  read_states (record, paz_sql_get_text (statement, 8));
  paz_record_set_stored (record, TRUE);

  return g_steal_pointer (&record);
}

static void
tell_missing (const char  *id,
              GError     **error)
{
  g_set_error (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_NOT_FOUND, "No record %s", id);
}

/* Bound and stepped to its row; NULL with an error when there is none. */
static gboolean
find_row (sqlite3_stmt  *statement,
          const char    *id,
          GError       **error)
{
  gboolean row;

  if (statement == NULL)
    return FALSE;
  paz_sql_bind_text (statement, 1, id);
  if (!paz_sql_step (statement, &row, error))
    return FALSE;
  if (!row)
    tell_missing (id, error);

  return row;
}

static const PazKind *
read_kind (sqlite3_stmt  *statement,
           const char    *id,
           GError       **error)
{
  const PazKind *kind;

  if (!find_row (statement, id, error))
    return NULL;
  kind = paz_kind_find (paz_sql_get_text (statement, 0));
  if (kind == NULL)
    tell_missing (id, error);

  return kind;
}

static char *
dup_select (const PazKind *kind)
{
  return g_strdup_printf ("SELECT * FROM \"k_%s\" WHERE id = ?", kind->key);
}

PazRecord *
paz_rows_read (sqlite3     *db,
               const char  *id,
               GError     **error)
{
  g_autoptr (sqlite3_stmt) find = paz_sql_prepare (db, KIND_SQL, error);
  const PazKind *kind = read_kind (find, id, error);
  g_autofree char *sql = kind != NULL ? dup_select (kind) : NULL;
  g_autoptr (sqlite3_stmt) select = kind != NULL ? paz_sql_prepare (db, sql, error) : NULL;

  return find_row (select, id, error) ? paz_rows_read_statement (kind, select) : NULL;
}

PazRecord *
paz_rows_read_kept (PazStatements  *statements,
                    const char     *id,
                    GError        **error)
{
  sqlite3_stmt *find = paz_statements_get (statements, KIND_SQL, error);
  const PazKind *kind = read_kind (find, id, error);
  g_autofree char *sql = kind != NULL ? dup_select (kind) : NULL;
  sqlite3_stmt *select = kind != NULL ? paz_statements_get (statements, sql, error) : NULL;
  PazRecord *record = find_row (select, id, error) ? paz_rows_read_statement (kind, select) : NULL;

  sqlite3_reset (find);
  sqlite3_reset (select);

  return record;
}
