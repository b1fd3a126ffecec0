#include "paz-derive.h"

#include "paz-schema.h"
#include "paz-store-private.h"

#include "model/paz-trilingual.h"

static void
bind_owned (sqlite3_stmt *statement,
            int           column,
            const char   *text)
{
  sqlite3_bind_text (statement, column, text, -1, SQLITE_TRANSIENT);
}

static char *
join (const char * const *elements)
{
  return g_strjoinv (" ", (char **) elements);
}

/* " a b ", or "" when there is none: a key is found as " key ". */
static char *
finish_words (GString *words)
{
  if (words->len > 0)
    g_string_append_c (words, ' ');

  return g_string_free (words, FALSE);
}

static char *
dup_conflicts (PazState  *state,
               PazRecord *record)
{
  const PazKind *kind = paz_record_get_kind (record);
  GString *words = g_string_new (NULL);
  PazLive *deleted = g_hash_table_lookup (state->live, "_deleted");

  if (deleted != NULL && deleted->conflict)
    g_string_append (words, " _deleted");
  for (guint i = 0; i < kind->n_fields; i++)
    if (paz_record_is_in_conflict (record, &kind->fields[i]))
      g_string_append_printf (words, " %s", kind->fields[i].key);

  return finish_words (words);
}

static char *
dup_states (PazRecord *record)
{
  const PazKind *kind = paz_record_get_kind (record);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      GVariant *value = paz_record_get_value (record, &kind->fields[i]);

      if (value != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE_BYTE))
        g_string_append_printf (words, " %s:%c", kind->fields[i].key, g_variant_get_byte (value));
    }

  return finish_words (words);
}

static void
bind_common (sqlite3_stmt *statement,
             PazState     *state,
             PazRecord    *record)
{
  g_autofree char *list = join (paz_record_get_list (record));
  g_autofree char *conflicts = dup_conflicts (state, record);
  g_autofree char *states = dup_states (record);

  bind_owned (statement, 1, paz_record_get_id (record));
  bind_owned (statement, 2, paz_record_get_owner (record));
  sqlite3_bind_int (statement, 3, paz_record_get_level (record));
  bind_owned (statement, 4, list);
  bind_owned (statement, 5, paz_record_get_container (record));
  sqlite3_bind_int (statement, 6, paz_record_is_deleted (record));
  sqlite3_bind_int64 (statement, 7, paz_state_get_time (state));
  bind_owned (statement, 8, conflicts);
  bind_owned (statement, 9, states);
}

static int
bind_money (sqlite3_stmt *statement,
            int           column,
            GVariant     *value)
{
  for (int i = 0; value != NULL && i < 4; i++)
    {
      g_autoptr (GVariant) part = g_variant_get_child_value (value, (gsize) i);

      bind_owned (statement, column + i, g_variant_get_string (part, NULL));
    }

  return column + 4;
}

static int
bind_trilingual (sqlite3_stmt *statement,
                 int           column,
                 GVariant     *value)
{
  g_autoptr (PazTrilingual) texts = value != NULL ? paz_trilingual_from_value (value) : NULL;

  if (texts != NULL && texts->has_source)
    bind_owned (statement, column, paz_language_get_code (texts->source));
  for (int i = 0; texts != NULL && i < PAZ_N_LANGUAGES; i++)
    {
      if (texts->in[i].text == NULL || texts->in[i].text[0] == '\0')
        continue;
      bind_owned (statement, column + 1 + i, texts->in[i].text);
      bind_owned (statement, column + 1 + PAZ_N_LANGUAGES + i, texts->in[i].key);
      sqlite3_bind_int (statement, column + 1 + 2 * PAZ_N_LANGUAGES + i, texts->in[i].official);
    }

  return column + 1 + 3 * PAZ_N_LANGUAGES;
}

static int
bind_set (sqlite3_stmt *statement,
          int           column,
          GVariant     *value)
{
  if (value != NULL)
    {
      g_autofree const char **elements = g_variant_get_strv (value, NULL);
      g_autofree char *text = join (elements);

      bind_owned (statement, column, text);
    }

  return column + 1;
}

/* The next free column. value: NULL for none and for a state. */
static int
bind_field (sqlite3_stmt   *statement,
            int             column,
            const PazField *field,
            GVariant       *value)
{
  if (paz_field_is_set (field))
    return bind_set (statement, column, value);

  switch (field->type)
    {
    case PAZ_VALUE_INTEGER:
      if (value != NULL)
        sqlite3_bind_int64 (statement, column, g_variant_get_int64 (value));
      return column + 1;
    case PAZ_VALUE_FLAG:
      if (value != NULL)
        sqlite3_bind_int (statement, column, g_variant_get_boolean (value));
      return column + 1;
    case PAZ_VALUE_MONEY:
      return bind_money (statement, column, value);
    case PAZ_VALUE_TRILINGUAL:
      return bind_trilingual (statement, column, value);
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
      if (value != NULL)
        bind_owned (statement, column, g_variant_get_string (value, NULL));
      return column + 1;
    case PAZ_VALUE_LINKS:
      break;
    }

  g_return_val_if_reached (column);
}

static gboolean
put_row (PazStatements  *to,
         PazState       *state,
         PazRecord      *record,
         GError        **error)
{
  const PazKind *kind = paz_record_get_kind (record);
  g_autofree char *sql = paz_schema_dup_insert (kind);
  sqlite3_stmt *statement = paz_statements_get (to, sql, error);
  int column = 10;

  if (statement == NULL)
    return FALSE;

  bind_common (statement, state, record);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      GVariant *value = paz_record_get_value (record, &kind->fields[i]);

      if (paz_value_get_state (value) != PAZ_STATE_KNOWN)
        value = NULL;
      column = bind_field (statement, column, &kind->fields[i], value);
    }

  return paz_sql_execute (statement, error);
}

static gboolean
put_record (PazStatements  *to,
            PazRecord      *record,
            GError        **error)
{
  sqlite3_stmt *statement = paz_statements_get (to, "INSERT OR REPLACE INTO record VALUES (?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;
  bind_owned (statement, 1, paz_record_get_id (record));
  bind_owned (statement, 2, paz_record_get_kind (record)->key);
  bind_owned (statement, 3, paz_record_get_container (record));

  return paz_sql_execute (statement, error);
}

/* ---- what links where ---- */

static gboolean
put_target (PazStatements   *to,
            PazRecord       *record,
            const PazField  *field,
            const char      *target,
            GError         **error)
{
  sqlite3_stmt *statement = paz_statements_get (to, "INSERT OR IGNORE INTO target VALUES (?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;
  bind_owned (statement, 1, target);
  bind_owned (statement, 2, paz_record_get_id (record));
  bind_owned (statement, 3, field->key);

  return paz_sql_execute (statement, error);
}

static gboolean
put_field_targets (PazStatements   *to,
                   PazRecord       *record,
                   const PazField  *field,
                   GError         **error)
{
  GVariant *value = paz_record_get_value (record, field);
  g_autofree const char **targets = NULL;

  if (paz_value_get_state (value) != PAZ_STATE_KNOWN)
    return TRUE;
  if (field->type == PAZ_VALUE_LINK)
    return put_target (to, record, field, g_variant_get_string (value, NULL), error);
  if (field->type != PAZ_VALUE_LINKS)
    return TRUE;

  targets = g_variant_get_strv (value, NULL);
  for (guint i = 0; targets[i] != NULL; i++)
    if (!put_target (to, record, field, targets[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
put_targets (PazStatements  *to,
             PazRecord      *record,
             GError        **error)
{
  const PazKind *kind = paz_record_get_kind (record);

  for (guint i = 0; !paz_record_is_deleted (record) && i < kind->n_fields; i++)
    if (!put_field_targets (to, record, &kind->fields[i], error))
      return FALSE;

  return TRUE;
}

/* ---- heads and conflicts ---- */

static gboolean
put_heads (PazStatements  *to,
           PazState       *state,
           GError        **error)
{
  for (guint i = 0; i < state->heads->len; i++)
    {
      sqlite3_stmt *statement = paz_statements_get (to, "INSERT INTO head VALUES (?, ?)", error);

      if (statement == NULL)
        return FALSE;
      bind_owned (statement, 1, state->record);
      paz_sql_bind_blob (statement, 2, ((PazNode *) state->heads->pdata[i])->revision->id, PAZ_LINE_ID_BYTES);
      if (!paz_sql_execute (statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
put_alternative (PazStatements  *to,
                 PazState       *state,
                 const char     *name,
                 PazNode        *node,
                 gboolean        provisional,
                 GError        **error)
{
  const PazField *field = state->kind != NULL ? paz_cells_find_field (state->kind, name) : NULL;
  g_autofree char *value = paz_canonical_write (g_hash_table_lookup (node->cells, name), NULL, NULL);
  sqlite3_stmt *statement = paz_statements_get (to, "INSERT INTO conflict VALUES (?, ?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;
  bind_owned (statement, 1, state->record);
  bind_owned (statement, 2, name);
  paz_sql_bind_blob (statement, 3, node->revision->id, PAZ_LINE_ID_BYTES);
  bind_owned (statement, 4, field != NULL ? field->key : name);
  bind_owned (statement, 5, value != NULL ? value : "null");
  sqlite3_bind_int (statement, 6, provisional);

  return paz_sql_execute (statement, error);
}

static gboolean
put_conflicts (PazStatements  *to,
               PazState       *state,
               GError        **error)
{
  GHashTableIter iter;
  gpointer name, value;

  g_hash_table_iter_init (&iter, state->live);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      PazLive *live = value;

      for (guint i = 0; live->conflict && i < live->nodes->len; i++)
        if (!put_alternative (to, state, name, live->nodes->pdata[i], i == 0, error))
          return FALSE;
    }

  return TRUE;
}

/* ---- a whole record ---- */

static gboolean
run_for (PazStatements  *to,
         const char     *sql,
         const char     *record,
         GError        **error)
{
  sqlite3_stmt *statement = paz_statements_get (to, sql, error);

  if (statement == NULL)
    return FALSE;
  paz_sql_bind_text (statement, 1, record);

  return paz_sql_execute (statement, error);
}

static gboolean
remove_rows (PazStatements  *to,
             const char     *record,
             GError        **error)
{
  return run_for (to, "DELETE FROM target WHERE record = ?", record, error)
         && run_for (to, "DELETE FROM head WHERE record = ?", record, error)
         && run_for (to, "DELETE FROM conflict WHERE record = ?", record, error);
}

/* Nothing is known any more, as after the undo of what made the record. */
static gboolean
remove_record (PazStatements  *to,
               const char     *id,
               GError        **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (PazRecord) record = paz_rows_read (paz_statements_get_db (to), id, &local);
  g_autofree char *sql = NULL;

  if (record == NULL)
    {
      if (g_error_matches (local, PAZ_STORE_ERROR, PAZ_STORE_ERROR_NOT_FOUND))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  sql = g_strdup_printf ("DELETE FROM \"k_%s\" WHERE id = ?", paz_record_get_kind (record)->key);
  paz_record_set_deleted (record, TRUE);

  return paz_search_put (to, record, error)
         && run_for (to, sql, id, error)
         && run_for (to, "DELETE FROM record WHERE id = ?", id, error);
}

gboolean
paz_derive_put (PazStatements  *to,
                PazStatements  *lines,
                PazState       *state,
                GError        **error)
{
  g_autoptr (PazRecord) record = paz_state_dup_record (state);

  if (!remove_rows (to, state->record, error)
      || !put_heads (to, state, error)
      || !put_conflicts (to, state, error))
    return FALSE;
  if (record == NULL)
    return remove_record (to, state->record, error);

  return paz_local_fill (lines, record, error)
         && put_row (to, state, record, error)
         && put_record (to, record, error)
         && put_targets (to, record, error)
         && paz_search_put (to, record, error);
}

gboolean
paz_derive_all (PazStatements  *to,
                PazStatements  *lines,
                GHashTable     *speaks,
                const char     *own,
                GCancellable   *cancellable,
                GError        **error)
{
  g_autoptr (sqlite3_stmt) records = paz_sql_prepare (paz_statements_get_db (lines),
                                                      "SELECT DISTINCT record FROM rev ORDER BY record", error);
  gboolean row;

  if (records == NULL)
    return FALSE;
  while (paz_sql_step (records, &row, error))
    {
      g_autoptr (PazState) state = NULL;

      if (!row)
        return TRUE;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      state = paz_state_load (lines, speaks, own, paz_sql_get_text (records, 0), error);
      if (state == NULL || !paz_derive_put (to, lines, state, error))
        return FALSE;
    }

  return FALSE;
}
