/* The text that a translation was made from, out of the lines that are kept. */
#include "store/paz-texts.h"

#include "paz-line.h"
#include "paz-store-private.h"

#include <string.h>

static const char *
get_text (JsonObject *object,
          const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

/* The text of a cell, when the key is its own. */
static char *
dup_cell_text (JsonObject *cells,
               const char *name,
               const char *key)
{
  JsonNode *cell = json_object_get_member (cells, name);
  JsonObject *object;

  if (cell == NULL || !JSON_NODE_HOLDS_OBJECT (cell))
    return NULL;
  object = json_node_get_object (cell);
  if (g_strcmp0 (get_text (object, "k"), key) != 0)
    return NULL;

  return g_strdup (get_text (object, "t"));
}

static char *
dup_field_text (JsonObject  *cells,
                const char  *field,
                const char  *key,
                PazLanguage *language)
{
  for (int i = 0; i < PAZ_N_LANGUAGES; i++)
    {
      g_autofree char *name = g_strconcat (field, ".", paz_language_get_code (i), NULL);
      char *text = dup_cell_text (cells, name, key);

      if (text != NULL)
        {
          *language = i;
          return text;
        }
    }

  return NULL;
}

static char *
dup_line_text (const char     *line,
               const guint8   *id,
               const PazField *field,
               const char     *key,
               PazLanguage    *language)
{
  g_autoptr (PazRevision) revision = NULL;
  char *text;

  if (strstr (line, key) == NULL)
    return NULL;
  revision = paz_revision_read_kept (line, strlen (line), id, NULL);
  if (revision == NULL)
    return NULL;
  text = dup_field_text (revision->cells, field->key, key, language);
  for (guint i = 0; text == NULL && field->former != NULL && field->former[i] != NULL; i++)
    text = dup_field_text (revision->cells, field->former[i], key, language);

  return text;
}

/* columns: level, list, owner, participant, from 2 on. */
static gboolean
may_see (sqlite3_stmt      *statement,
         const PazAudience *audience)
{
  g_auto (GStrv) list = NULL;

  if (audience == NULL)
    return TRUE;
  list = g_strsplit (paz_sql_get_text (statement, 3), " ", -1);

  return paz_release_may_see ((PazLevel) sqlite3_column_int (statement, 2), (const char * const *) list,
                              paz_sql_get_text (statement, 4), paz_sql_get_text (statement, 5), audience);
}

char *
paz_store_dup_text_of_key (PazStore          *self,
                           const char        *record,
                           const PazField    *field,
                           const char        *key,
                           const PazAudience *audience,
                           PazLanguage       *language)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  PazLanguage found = PAZ_LANGUAGE_ES;
  char *text = NULL;
  gboolean row;

  g_return_val_if_fail (PAZ_IS_STORE (self) && record != NULL && field != NULL, NULL);

  if (key == NULL || *key == '\0')
    return NULL;
  statement = paz_sql_prepare (paz_store_get_reader_db (self),
                               "SELECT line, id, level, list, owner, participant FROM rev"
                               " WHERE record = ? ORDER BY n DESC", NULL);
  if (statement == NULL)
    return NULL;
  paz_sql_bind_text (statement, 1, record);
  while (text == NULL && paz_sql_step (statement, &row, NULL) && row)
    {
      guint8 id[PAZ_LINE_ID_BYTES];

      if (paz_sql_get_blob (statement, 1, id, sizeof id) && may_see (statement, audience))
        text = dup_line_text (paz_sql_get_text (statement, 0), id, field, key, &found);
    }
  if (language != NULL)
    *language = found;

  return text;
}
