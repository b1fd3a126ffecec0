#include "paz-collate.h"

#include "base/paz-catalogue.h"
#include "base/paz-text.h"
#include "paz-sql.h"

/* SQLite's texts have a length; the catalogue's end with NUL. Short ones, which is most, need no
 * memory of the heap. */
#define SHORT 256

static const char *
terminate (const void *text,
           int         length,
           char        buffer[SHORT],
           char      **heap)
{
  char *to = length < SHORT ? buffer : (*heap = g_malloc (length + 1));

  memcpy (to, text, length);
  to[length] = '\0';
  return to;
}

static int
collate_cb (void       *data,
            int         length_a,
            const void *a,
            int         length_b,
            const void *b)
{
  g_autofree char *heap_a = NULL;
  g_autofree char *heap_b = NULL;
  char buffer_a[SHORT], buffer_b[SHORT];

  return paz_catalogue_compare (data, terminate (a, length_a, buffer_a, &heap_a),
                                terminate (b, length_b, buffer_b, &heap_b));
}

static void
contains_cb (sqlite3_context  *context,
             int               n_values,
             sqlite3_value   **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);
  const char *part = (const char *) sqlite3_value_text (values[1]);

  sqlite3_result_int (context, text != NULL && part != NULL && paz_text_contains (text, part));
}

static gboolean
is_prepared (sqlite3 *db)
{
  sqlite3_stmt *statement = NULL;
  gboolean prepared = sqlite3_prepare_v2 (db, "SELECT paz_contains ('', '')", -1, &statement, NULL) == SQLITE_OK;

  sqlite3_finalize (statement);
  return prepared;
}

const char *
paz_collate_get_name (PazLanguage language)
{
  static const char * const names[PAZ_N_LANGUAGES] = {
    [PAZ_LANGUAGE_ES] = "paz_es",
    [PAZ_LANGUAGE_PT] = "paz_pt",
    [PAZ_LANGUAGE_EN] = "paz_en",
  };

  g_return_val_if_fail (language < PAZ_N_LANGUAGES, "paz_en");

  return names[language];
}

gboolean
paz_collate_prepare (sqlite3  *db,
                     GError  **error)
{
  if (is_prepared (db))
    return TRUE;

  for (int i = 0; i < PAZ_N_LANGUAGES; i++)
    if (sqlite3_create_collation (db, paz_collate_get_name ((PazLanguage) i), SQLITE_UTF8,
                                  paz_catalogue_get ((PazLanguage) i), collate_cb) != SQLITE_OK)
      return paz_sql_fail (db, error);

  if (sqlite3_create_function (db, "paz_contains", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC,
                               NULL, contains_cb, NULL, NULL) != SQLITE_OK)
    return paz_sql_fail (db, error);

  return TRUE;
}
