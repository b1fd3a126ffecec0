#include "paz-search.h"

#include "base/paz-catalogue.h"
#include "model/paz-trilingual.h"
#include "paz-sql.h"
#include "paz-store-private.h"

/* Far more than a person types; fts5 refuses expressions that are too deep. */
#define MAX_WORDS 32

/* ---- what is indexed ---- */

/* A choice is found by its word in every language. */
static void
append_choice (GString        *text,
               const PazKind  *kind,
               const PazField *field,
               const char     *key)
{
  const PazChoice *choice = paz_field_find_choice (field, key);

  for (int i = 0; choice != NULL && i < PAZ_N_LANGUAGES; i++)
    g_string_append_printf (text, "%s\n",
                            paz_choice_get_label (choice, paz_field_get_context (field, kind),
                                                  paz_catalogue_get ((PazLanguage) i)));
}

static void
append_country (GString    *text,
                const char *iso3)
{
  g_string_append_printf (text, "%s\n", iso3);
  for (int i = 0; i < PAZ_N_LANGUAGES; i++)
    {
      g_autofree char *name = paz_catalogue_dup_country (paz_catalogue_get ((PazLanguage) i), iso3);

      g_string_append_printf (text, "%s\n", name);
    }
}

static void
append_trilingual (GString  *text,
                   GVariant *value)
{
  g_autoptr (PazTrilingual) texts = paz_trilingual_from_value (value);

  for (int i = 0; i < PAZ_N_LANGUAGES; i++)
    if (texts->in[i].text != NULL && *texts->in[i].text != '\0')
      g_string_append_printf (text, "%s\n", texts->in[i].text);
}

static void
append_word (GString        *text,
             const PazKind  *kind,
             const PazField *field,
             const char     *word)
{
  switch (field->type)
    {
    case PAZ_VALUE_CHOICE:
      append_choice (text, kind, field, word);
      break;
    case PAZ_VALUE_COUNTRY:
      append_country (text, word);
      break;
    /* A title elsewhere may change without this record: a link is found there. */
    case PAZ_VALUE_LINK:
    case PAZ_VALUE_LINKS:
      break;
    case PAZ_VALUE_TEXT:
    case PAZ_VALUE_NOTE:
    case PAZ_VALUE_INTEGER:
    case PAZ_VALUE_REAL:
    case PAZ_VALUE_MONEY:
    case PAZ_VALUE_DATE:
    case PAZ_VALUE_MONTH:
    case PAZ_VALUE_DATETIME:
    case PAZ_VALUE_FLAG:
    case PAZ_VALUE_TRILINGUAL:
    case PAZ_VALUE_LANGUAGE:
    case PAZ_VALUE_HASH:
      g_string_append_printf (text, "%s\n", word);
      break;
    }
}

static void
append_field (GString        *text,
              PazRecord      *record,
              const PazField *field)
{
  const PazKind *kind = paz_record_get_kind (record);
  GVariant *value = paz_record_get_value (record, field);

  if (paz_value_get_state (value) != PAZ_STATE_KNOWN)
    return;

  if (field->type == PAZ_VALUE_TRILINGUAL)
    append_trilingual (text, value);
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY))
    {
      g_autofree const char **words = g_variant_get_strv (value, NULL);

      for (int i = 0; words[i] != NULL; i++)
        append_word (text, kind, field, words[i]);
    }
  else
    {
      g_autofree char *plain = paz_value_dup_plain (field, value);

      append_word (text, kind, field, plain);
    }
}

static gboolean
is_named (const char * const *keys,
          const PazField     *field)
{
  for (int i = 0; keys[i] != NULL; i++)
    if (g_str_equal (keys[i], field->key))
      return TRUE;

  return FALSE;
}

/* What a record is called: its title, and its code where that is not in the title. */
static gboolean
is_title (const PazKind  *kind,
          const PazField *field)
{
  return is_named (kind->title_fields, field)
         || (field->type == PAZ_VALUE_TEXT && is_named (kind->natural_key, field));
}

static void
collect (PazRecord *record,
         GString   *title,
         GString   *body)
{
  const PazKind *kind = paz_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const PazField *field = &kind->fields[i];

      if (is_title (kind, field))
        append_field (title, record, field);
      else if (field->flags & PAZ_FIELD_SEARCHED)
        append_field (body, record, field);
    }
}

/* ---- the index ---- */

gboolean
paz_search_create (sqlite3  *db,
                   GError  **error)
{
  return paz_sql_run (db,
                      "DROP TABLE IF EXISTS search_row;"
                      "CREATE TABLE search_row (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,"
                      " kind TEXT NOT NULL) STRICT;"
                      "CREATE VIRTUAL TABLE search USING fts5 (title, body,"
                      " tokenize = \"unicode61 remove_diacritics 2\", prefix = '2 3')",
                      error);
}

/* 0 when the record is not indexed. FALSE on failure. */
static gboolean
find_row (PazStatements  *statements,
          const char     *id,
          gint64         *n,
          GError        **error)
{
  sqlite3_stmt *select = paz_statements_get (statements, "SELECT n FROM search_row WHERE id = ?", error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  paz_sql_bind_text (select, 1, id);
  if (!paz_sql_step (select, &row, error))
    return FALSE;
  *n = row ? sqlite3_column_int64 (select, 0) : 0;
  sqlite3_reset (select);

  return TRUE;
}

static gboolean
drop_row (PazStatements  *statements,
          gint64          n,
          GError        **error)
{
  sqlite3_stmt *drop = paz_statements_get (statements, "DELETE FROM search WHERE rowid = ?", error);
  sqlite3_stmt *drop_row = paz_statements_get (statements, "DELETE FROM search_row WHERE n = ?", error);

  if (drop == NULL || drop_row == NULL)
    return FALSE;
  sqlite3_bind_int64 (drop, 1, n);
  sqlite3_bind_int64 (drop_row, 1, n);

  return paz_sql_execute (drop, error) && paz_sql_execute (drop_row, error);
}

static gboolean
add_row (PazStatements  *statements,
         PazRecord      *record,
         GError        **error)
{
  sqlite3_stmt *add_row = paz_statements_get (statements, "INSERT INTO search_row (id, kind) VALUES (?, ?)", error);
  sqlite3_stmt *add = paz_statements_get (statements, "INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)", error);
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (GString) body = g_string_new (NULL);

  if (add_row == NULL || add == NULL)
    return FALSE;

  paz_sql_bind_text (add_row, 1, paz_record_get_id (record));
  paz_sql_bind_text (add_row, 2, paz_record_get_kind (record)->key);
  if (!paz_sql_execute (add_row, error))
    return FALSE;

  collect (record, title, body);
  sqlite3_bind_int64 (add, 1, sqlite3_last_insert_rowid (paz_statements_get_db (statements)));
  paz_sql_bind_text (add, 2, title->str);
  paz_sql_bind_text (add, 3, body->str);

  return paz_sql_execute (add, error);
}

gboolean
paz_search_put (PazStatements  *statements,
                PazRecord      *record,
                GError        **error)
{
  gint64 n;

  return find_row (statements, paz_record_get_id (record), &n, error)
         && (n == 0 || drop_row (statements, n, error))
         && (paz_record_is_deleted (record) || add_row (statements, record, error));
}

/* ---- what a person types ---- */

static gboolean
has_letter (const char *word)
{
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

/* As an fts5 string, in which only the quote has a meaning. */
static void
append_quoted (GString    *match,
               const char *word)
{
  g_string_append_c (match, '"');
  for (const char *p = word; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (match, '"');
      g_string_append_c (match, *p);
    }
  g_string_append (match, "\" *");
}

char *
paz_search_dup_match (const char *words)
{
  g_autofree char *valid = g_utf8_make_valid (words != NULL ? words : "", -1);
  g_auto (GStrv) parts = g_regex_split_simple ("\\s+", valid, G_REGEX_OPTIMIZE, 0);
  GString *match = g_string_new (NULL);
  guint n = 0;

  for (int i = 0; parts[i] != NULL && n < MAX_WORDS; i++)
    if (has_letter (parts[i]))
      {
        if (n++ > 0)
          g_string_append_c (match, ' ');
        append_quoted (match, parts[i]);
      }

  if (n == 0)
    {
      g_string_free (match, TRUE);
      return NULL;
    }

  return g_string_free (match, FALSE);
}
