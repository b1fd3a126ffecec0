/* Which translations wait: one pass over each kind's table, which holds everything a state needs. */
#include "store/paz-texts.h"

#include "model/paz-trilingual.h"
#include "paz-sql.h"
#include "paz-store-private.h"

#include <string.h>

#define STEPS_BETWEEN_LOOKS 10000

typedef void (* TextFunc) (const PazText *text, gpointer data);

static void
text_free (PazText *self)
{
  g_free (self->record);
  g_free (self->container);
  g_free (self->owner);
  g_free (self->due);
  g_free (self);
}

const PazField *
paz_kind_get_due (const PazKind *kind)
{
  const PazField *field;

  g_return_val_if_fail (kind != NULL, NULL);

  field = paz_kind_find_field (kind, "due");

  return field != NULL && field->type == PAZ_VALUE_DATE ? field : NULL;
}

static gboolean
is_translated (const PazField *field)
{
  return field->type == PAZ_VALUE_TRILINGUAL && field->until == 0
         && (field->flags & (PAZ_FIELD_FILLED | PAZ_FIELD_HIDDEN)) == 0;
}

/* id, container, owner, due; then of each field its source, which languages have a text, and keys. */
static char *
dup_sql (const PazKind *kind)
{
  const PazField *due = paz_kind_get_due (kind);
  GString *sql = g_string_new ("SELECT id, container, owner, ");
  gboolean any = FALSE;

  if (due != NULL)
    g_string_append_printf (sql, "\"%s\"", due->key);
  else
    g_string_append (sql, "NULL");
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const char *key = kind->fields[i].key;

      if (!is_translated (&kind->fields[i]))
        continue;
      any = TRUE;
      g_string_append_printf (sql, ", \"%s_src\", \"%s_es\" <> '', \"%s_pt\" <> '', \"%s_en\" <> ''"
                                   ", \"%s_es_k\", \"%s_pt_k\", \"%s_en_k\"",
                              key, key, key, key, key, key, key);
    }
  g_string_append_printf (sql, " FROM \"k_%s\" WHERE deleted = 0", kind->key);
  if (any)
    return g_string_free (sql, FALSE);
  g_string_free (sql, TRUE);

  return NULL;
}
#define N_HEAD 4
#define N_EACH (1 + 2 * PAZ_N_LANGUAGES)

/* As paz_trilingual_get_state, of one row's columns. */
static PazTranslationState
get_state (sqlite3_stmt *statement,
           int           column,
           PazLanguage   source,
           PazLanguage   target)
{
  const char *source_key = paz_sql_get_text (statement, column + 1 + PAZ_N_LANGUAGES + source);
  const char *key = paz_sql_get_text (statement, column + 1 + PAZ_N_LANGUAGES + target);

  if (sqlite3_column_int (statement, column + 1 + target) == 0)
    return PAZ_TRANSLATION_MISSING;
  if (sqlite3_column_int (statement, column + 1 + source) == 0)
    return PAZ_TRANSLATION_STALE;

  return g_strcmp0 (key, source_key) == 0 ? PAZ_TRANSLATION_CURRENT : PAZ_TRANSLATION_STALE;
}

static void
tell_field (sqlite3_stmt  *statement,
            int            column,
            PazText       *text,
            TextFunc       func,
            gpointer       data)
{
  const char *source = paz_sql_get_text (statement, column);

  if (source == NULL || !paz_language_from_code (source, &text->source))
    return;
  for (int i = 0; i < PAZ_N_LANGUAGES; i++)
    {
      if (text->source == (PazLanguage) i)
        continue;
      text->target = i;
      text->state = get_state (statement, column, text->source, i);
      /* Without its source there is nothing to translate from. */
      if (text->state == PAZ_TRANSLATION_MISSING
          && sqlite3_column_int (statement, column + 1 + text->source) == 0)
        continue;
      func (text, data);
    }
}

static void
tell_row (const PazKind *kind,
          sqlite3_stmt  *statement,
          TextFunc       func,
          gpointer       data)
{
  PazText text = { kind };
  int column = N_HEAD;

  text.record = (char *) paz_sql_get_text (statement, 0);
  text.container = (char *) paz_sql_get_text (statement, 1);
  text.owner = (char *) paz_sql_get_text (statement, 2);
  text.due = (char *) paz_sql_get_text (statement, 3);
  for (guint i = 0; i < kind->n_fields; i++)
    if (is_translated (&kind->fields[i]))
      {
        text.field = &kind->fields[i];
        tell_field (statement, column, &text, func, data);
        column += N_EACH;
      }
}

static gboolean
walk_kind (sqlite3        *db,
           const PazKind  *kind,
           TextFunc        func,
           gpointer        data,
           GError        **error)
{
  g_autofree char *sql = dup_sql (kind);
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean row;

  if (sql == NULL)
    return TRUE;
  statement = paz_sql_prepare (db, sql, error);
  if (statement == NULL || !paz_sql_step (statement, &row, error))
    return FALSE;
  while (row)
    {
      tell_row (kind, statement, func, data);
      if (!paz_sql_step (statement, &row, error))
        return FALSE;
    }

  return TRUE;
}

static int
look_cb (void *data)
{
  return g_cancellable_is_cancelled (data);
}

static gboolean
walk (PazStore               *self,
      const PazKind * const  *kinds,
      TextFunc                func,
      gpointer                data,
      GCancellable           *cancellable,
      GError                **error)
{
  sqlite3 *db = paz_store_get_reader_db (self);
  gboolean done = TRUE;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (cancellable != NULL)
    sqlite3_progress_handler (db, STEPS_BETWEEN_LOOKS, look_cb, cancellable);
  if (kinds == NULL)
    kinds = paz_kind_list (NULL);
  for (guint i = 0; done && kinds[i] != NULL; i++)
    done = walk_kind (db, kinds[i], func, data, error);
  sqlite3_progress_handler (db, 0, NULL, NULL);

  return done;
}

/* ---- the list ---- */

typedef struct
{
  const PazTextQuery *query;
  GPtrArray          *texts;
} Listing;

static PazTextStates
get_flag (PazTranslationState state)
{
  switch (state)
    {
    case PAZ_TRANSLATION_MISSING:
      return PAZ_TEXTS_MISSING;
    case PAZ_TRANSLATION_STALE:
      return PAZ_TEXTS_STALE;
    case PAZ_TRANSLATION_CURRENT:
      return PAZ_TEXTS_CURRENT;
    case PAZ_TRANSLATION_SOURCE:
      break;
    }

  return 0;
}

static void
list_cb (const PazText *text,
         gpointer       data)
{
  Listing *listing = data;
  const PazTextQuery *query = listing->query;
  PazText *copy;

  if (text->target != query->target || (get_flag (text->state) & query->states) == 0
      || (query->owner != NULL && g_strcmp0 (text->owner, query->owner) != 0))
    return;
  copy = g_new (PazText, 1);
  *copy = *text;
  copy->record = g_strdup (text->record);
  copy->container = g_strdup (text->container);
  copy->owner = g_strdup (text->owner);
  copy->due = text->due != NULL && *text->due != '\0' ? g_strdup (text->due) : NULL;
  g_ptr_array_add (listing->texts, copy);
}

static int
find_place (const PazKind *kind)
{
  const PazKind * const *kinds = paz_kind_list (NULL);
  int place = 0;

  while (kinds[place] != NULL && kinds[place] != kind)
    place++;

  return place;
}

static int
compare_cb (gconstpointer first,
            gconstpointer second)
{
  const PazText *a = *(const PazText * const *) first;
  const PazText *b = *(const PazText * const *) second;
  int order;

  if ((a->due == NULL) != (b->due == NULL))
    return a->due == NULL ? 1 : -1;
  order = g_strcmp0 (a->due, b->due);
  if (order == 0 && a->kind != b->kind)
    order = find_place (a->kind) - find_place (b->kind);
  if (order == 0)
    order = strcmp (a->record, b->record);
  if (order == 0)
    order = (int) paz_kind_get_index (a->kind, a->field) - (int) paz_kind_get_index (b->kind, b->field);

  return order;
}

GPtrArray *
paz_store_list_texts (PazStore           *self,
                      const PazTextQuery *query,
                      GCancellable       *cancellable,
                      GError            **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) text_free);
  Listing listing = { query, texts };

  g_return_val_if_fail (PAZ_IS_STORE (self) && query != NULL, NULL);

  if (!walk (self, query->kinds, list_cb, &listing, cancellable, error))
    return NULL;
  g_ptr_array_sort (texts, compare_cb);

  return g_steal_pointer (&texts);
}

static void
count_cb (const PazText *text,
          gpointer       data)
{
  PazTextCounts *counts = (PazTextCounts *) data + text->target;

  if (text->state == PAZ_TRANSLATION_MISSING)
    counts->missing++;
  else if (text->state == PAZ_TRANSLATION_STALE)
    counts->stale++;
  else
    counts->current++;
}

gboolean
paz_store_count_texts (PazStore       *self,
                       PazTextCounts   counts[PAZ_N_LANGUAGES],
                       GCancellable   *cancellable,
                       GError        **error)
{
  g_return_val_if_fail (PAZ_IS_STORE (self) && counts != NULL, FALSE);

  memset (counts, 0, PAZ_N_LANGUAGES * sizeof *counts);

  return walk (self, NULL, count_cb, counts, cancellable, error);
}
