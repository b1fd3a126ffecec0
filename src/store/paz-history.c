/* What changed when: each line against what this copy said before it came. */
#include "base/paz-text.h"
#include "paz-past.h"
#include "paz-search.h"

/* Pasts kept between two calls: a page of history reads the same records again and again. */
#define N_KEPT 64

/* How many steps of SQLite's machine between two looks at the cancellable. */
#define STEPS_BETWEEN_LOOKS 10000

#define STEP_COLUMNS \
  "step.n, type, at, author, step.participant, origin, verb, step.kind, step.record, records, undone"

void
paz_history_entry_free (PazHistoryEntry *self)
{
  g_clear_pointer (&self->step, paz_step_free);
  g_free (self->record);
  g_clear_pointer (&self->before, g_variant_unref);
  g_clear_pointer (&self->after, g_variant_unref);
  g_free (self);
}

/* ---- pasts, kept until something changes ---- */

typedef struct
{
  guint64     change;
  GHashTable *pasts;     /* id -> PazPast */
} Kept;

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  g_hash_table_unref (kept->pasts);
  g_free (kept);
}

/* A store is read by one thread at a time. */
static Kept *
get_kept (PazStore *self)
{
  GQuark quark = g_quark_from_static_string ("paz-kept-pasts");
  Kept *kept = g_object_get_qdata (G_OBJECT (self), quark);

  if (kept == NULL)
    {
      kept = g_new0 (Kept, 1);
      kept->pasts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) paz_past_free);
      g_object_set_qdata_full (G_OBJECT (self), quark, kept, kept_free);
    }
  if (kept->change != paz_store_get_change (self) || g_hash_table_size (kept->pasts) >= N_KEPT)
    g_hash_table_remove_all (kept->pasts);
  kept->change = paz_store_get_change (self);

  return kept;
}

static PazPast *
find_past (PazStore    *self,
           const char  *record,
           GError     **error)
{
  PazPast *past = g_hash_table_lookup (get_kept (self)->pasts, record);

  if (past != NULL)
    return past;
  past = paz_past_load (self, record, error);
  if (past != NULL)
    g_hash_table_insert (get_kept (self)->pasts, g_strdup (record), past);

  return past;
}

static const PazPastLine *
find_line (PazPast *past,
           gint64   n)
{
  for (guint i = 0; i < past->lines->len; i++)
    {
      const PazPastLine *line = past->lines->pdata[i];

      if (line->node->n == n)
        return line;
    }

  return NULL;
}

/* The line's entries, each with its step. */
static gboolean
add_entries (PazStore      *self,
             sqlite3_stmt  *statement,
             GPtrArray     *to,
             GError       **error)
{
  PazPast *past = find_past (self, paz_sql_get_text (statement, 1), error);
  const PazPastLine *line = past != NULL ? find_line (past, sqlite3_column_int64 (statement, 0)) : NULL;
  g_autoptr (GPtrArray) entries = line != NULL ? paz_past_list_entries (past, line) : NULL;

  while (entries != NULL && entries->len > 0)
    {
      PazHistoryEntry *entry = g_ptr_array_steal_index (entries, 0);

      entry->step = paz_step_read (statement, 2);
      g_ptr_array_add (to, entry);
    }

  return past != NULL;
}

GPtrArray *
paz_store_list_history (PazStore    *self,
                        const char  *record,
                        guint        limit,
                        GError     **error)
{
  g_autoptr (GPtrArray) history = g_ptr_array_new_with_free_func ((GDestroyNotify) paz_history_entry_free);
  g_autoptr (sqlite3_stmt) lines = NULL;
  gboolean row;

  g_return_val_if_fail (PAZ_IS_STORE (self), NULL);

  /* Of all records at once, the built-in data would bury what people did. */
  lines = paz_sql_prepare (self->reader,
                           "SELECT rev.n, rev.record, " STEP_COLUMNS " FROM rev JOIN step ON step.n = rev.step"
                           " WHERE rev.record = ?1 OR (?1 IS NULL AND type <> 2) ORDER BY rev.n DESC", error);
  if (lines == NULL)
    return NULL;
  paz_sql_bind_text (lines, 1, record);
  while (paz_sql_step (lines, &row, error))
    {
      if (!row || history->len >= limit)
        {
          if (history->len > limit)
            g_ptr_array_set_size (history, (int) limit);
          return g_steal_pointer (&history);
        }
      if (!add_entries (self, lines, history, error))
        return NULL;
    }

  return NULL;
}

GPtrArray *
paz_store_list_changes (PazStore  *self,
                        gint64     change,
                        GError   **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) paz_history_entry_free);
  sqlite3_stmt *statement;
  gboolean row;

  g_return_val_if_fail (PAZ_IS_STORE (self), NULL);

  statement = paz_statements_get (self->reading,
                                  "SELECT rev.n, rev.record, " STEP_COLUMNS " FROM rev JOIN step ON step.n = rev.step"
                                  " WHERE rev.n = ?", error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, change);
  if (!paz_sql_step (statement, &row, error))
    return NULL;
  if (row && !add_entries (self, statement, entries, error))
    return NULL;
  sqlite3_reset (statement);

  return g_steal_pointer (&entries);
}

char **
paz_store_dup_authors (PazStore *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  sqlite3_stmt *statement;
  gboolean row;

  g_return_val_if_fail (PAZ_IS_STORE (self), NULL);

  statement = paz_statements_get (self->reading, "SELECT DISTINCT author FROM step WHERE type <> 2 AND author <> ''"
                                                 " ORDER BY author", NULL);
  while (statement != NULL && paz_sql_step (statement, &row, NULL) && row)
    g_strv_builder_add (builder, paz_sql_get_text (statement, 0));
  if (statement != NULL)
    sqlite3_reset (statement);

  return g_strv_builder_end (builder);
}

/* ---- finding ---- */

static const char find_sql[] =
  "WITH RECURSIVE wanted (id) AS (SELECT ?1 UNION SELECT record.id FROM record JOIN wanted"
  "   ON record.container = wanted.id WHERE ?2)"
  " SELECT rev.n FROM rev JOIN step ON step.n = rev.step"
  " WHERE (CASE WHEN ?1 IS NULL THEN type <> 2 ELSE rev.record IN wanted END)"
  " AND (?3 IS NULL OR rev.kind = ?3) AND (?4 IS NULL OR author = ?4)"
  " AND (?5 = 0 OR at >= ?5) AND (?6 = 0 OR at < ?6) AND (?7 = 0 OR step.n = ?7)"
  " AND (?8 IS NULL OR paz_has_words (rev.line, ?8) OR paz_has_words (origin, ?8)"
  "   OR (?9 IS NOT NULL AND rev.record IN (SELECT id FROM search_row WHERE n IN"
  "   (SELECT rowid FROM search WHERE search MATCH ?9))))"
  " ORDER BY rev.n DESC";

/* Reads a JSON string from its quote on; returns what comes after it. */
static const char *
read_string (const char *p,
             GString    *to)
{
  g_string_truncate (to, 0);
  for (p++; *p != '\0' && *p != '"'; p++)
    {
      if (*p == '\\' && p[1] != '\0')
        p++;
      g_string_append_c (to, *p);
    }

  return *p == '"' ? p + 1 : p;
}

/* Keys of texts and ids of records are no words. */
static gboolean
is_word_key (const GString *key)
{
  return !g_str_equal (key->str, "k") && !g_str_equal (key->str, "b") && !g_str_equal (key->str, "r");
}

/* What a person wrote with a line: the strings of its cells, without their names. */
static char *
dup_written (const char *line)
{
  GString *words = g_string_new (NULL);
  g_autoptr (GString) key = g_string_new (NULL);
  g_autoptr (GString) string = g_string_new (NULL);
  const char *p = strstr (line, "\"cells\":{");
  int depth = 0;

  for (p = p != NULL ? p + strlen ("\"cells\":") : ""; *p != '\0';)
    {
      if (*p == '"')
        {
          p = read_string (p, string);
          if (*p == ':')
            g_string_assign (key, string->str);
          else if (is_word_key (key))
            g_string_append_printf (words, "%s\n", string->str);
          continue;
        }
      depth += (*p == '{') - (*p == '}');
      if (depth == 0)
        break;
      p++;
    }

  return g_string_free (words, FALSE);
}

/* Whether every word occurs in what a line wrote, or in a plain text. */
static void
has_words_cb (sqlite3_context  *context,
              int               n_values,
              sqlite3_value   **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);
  const char *words = (const char *) sqlite3_value_text (values[1]);
  g_autofree char *written = text != NULL && *text == '{' ? dup_written (text) : g_strdup (text);
  g_autofree char *folded = written != NULL ? paz_text_fold (written) : NULL;
  g_auto (GStrv) parts = NULL;

  if (folded == NULL || words == NULL)
    {
      sqlite3_result_int (context, 0);
      return;
    }
  parts = g_strsplit (words, " ", -1);
  for (int i = 0; parts[i] != NULL; i++)
    if (strstr (folded, parts[i]) == NULL)
      {
        sqlite3_result_int (context, 0);
        return;
      }
  sqlite3_result_int (context, 1);
}

static int
look_cb (void *data)
{
  return g_cancellable_is_cancelled (data);
}

static sqlite3_stmt *
prepare_find (PazStore                *self,
              const PazHistoryFilter  *filter,
              GError                 **error)
{
  g_autofree char *folded = filter->words != NULL ? paz_text_fold (filter->words) : NULL;
  g_autofree char *match = folded != NULL ? paz_search_dup_match (filter->words) : NULL;
  sqlite3_stmt *statement;

  sqlite3_create_function (self->reader, "paz_has_words", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL,
                           has_words_cb, NULL, NULL);
  statement = paz_sql_prepare (self->reader, find_sql, error);
  if (statement == NULL)
    return NULL;
  paz_sql_bind_text (statement, 1, filter->record);
  sqlite3_bind_int (statement, 2, filter->contained);
  paz_sql_bind_text (statement, 3, filter->kind);
  paz_sql_bind_text (statement, 4, filter->author);
  sqlite3_bind_int64 (statement, 5, filter->from);
  sqlite3_bind_int64 (statement, 6, filter->to);
  sqlite3_bind_int64 (statement, 7, (gint64) filter->step);
  if (folded != NULL && *folded != '\0')
    sqlite3_bind_text (statement, 8, folded, -1, SQLITE_TRANSIENT);
  if (match != NULL)
    sqlite3_bind_text (statement, 9, match, -1, SQLITE_TRANSIENT);

  return statement;
}

static GArray *
read_numbers (sqlite3_stmt  *statement,
              GError       **error)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean row;

  while (paz_sql_step (statement, &row, error))
    {
      gint64 n;

      if (!row)
        return g_steal_pointer (&numbers);
      n = sqlite3_column_int64 (statement, 0);
      g_array_append_val (numbers, n);
    }

  return NULL;
}

GArray *
paz_store_find_history (PazStore                *self,
                        const PazHistoryFilter  *filter,
                        GCancellable            *cancellable,
                        GError                 **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  GArray *numbers;

  g_return_val_if_fail (PAZ_IS_STORE (self) && filter != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  statement = prepare_find (self, filter, error);
  if (statement == NULL)
    return NULL;
  if (cancellable != NULL)
    sqlite3_progress_handler (self->reader, STEPS_BETWEEN_LOOKS, look_cb, cancellable);
  numbers = read_numbers (statement, error);
  if (cancellable != NULL)
    sqlite3_progress_handler (self->reader, 0, NULL, NULL);

  return numbers;
}
