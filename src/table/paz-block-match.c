/* Which record of the store a row means: by id, by the kind's natural key, by its title. */
#include "paz-block-paste.h"

#include "base/paz-text.h"
#include "base/paz-uuid.h"

#include <string.h>

struct _PazBlockMatch
{
  PazPaste           *paste;
  GHashTable         *ids;       /* id -> PazRecord */
  GHashTable         *keys;      /* key -> GPtrArray of PazRecord, lent */
  const char * const *fields;    /* NULL: not by fields */
};

static const char * const *
get_fields (PazPaste      *paste,
            PazPasteMatch  match)
{
  switch (match)
    {
    case PAZ_PASTE_MATCH_KEY:
      return paste->kind->natural_key;
    case PAZ_PASTE_MATCH_TITLE:
      return paste->kind->title_fields;
    case PAZ_PASTE_MATCH_BEST:
    case PAZ_PASTE_MATCH_ID:
    case PAZ_PASTE_MATCH_NOTHING:
      break;
    }

  return NULL;
}

static gboolean
has_column (PazPaste   *paste,
            const char *key)
{
  for (guint i = 0; i < paste->columns->len; i++)
    {
      const PazField *field = paz_paste_get_target (paste, i).field;

      if (field != NULL && g_str_equal (field->key, key))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_id (PazPaste *paste)
{
  for (guint i = 0; i < paste->columns->len; i++)
    if (paz_paste_get_target (paste, i).is_id)
      return TRUE;

  return FALSE;
}

/* A key is whole; of a title some fields are enough, as a record has some. */
gboolean
paz_paste_can_match (PazPaste      *self,
                     PazPasteMatch  match)
{
  const char * const *fields = get_fields (self, match);
  guint n = 0;

  if (match == PAZ_PASTE_MATCH_ID)
    return has_id (self);
  if (fields == NULL)
    return TRUE;
  for (guint i = 0; fields[i] != NULL; i++)
    n += has_column (self, fields[i]);

  return n > 0 && (match == PAZ_PASTE_MATCH_TITLE || fields[n] == NULL);
}

static PazPasteMatch
choose (PazPaste *self)
{
  static const PazPasteMatch order[] = { PAZ_PASTE_MATCH_ID, PAZ_PASTE_MATCH_KEY, PAZ_PASTE_MATCH_TITLE };

  if (self->match != PAZ_PASTE_MATCH_BEST && paz_paste_can_match (self, self->match))
    return self->match;
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (paz_paste_can_match (self, order[i]))
      return order[i];

  return PAZ_PASTE_MATCH_NOTHING;
}

/* ---- keys ---- */

/* The text of the language that the block brings, of either side. */
static PazLanguage
get_language (PazPaste       *paste,
              const PazField *field)
{
  for (guint i = 0; i < paste->columns->len; i++)
    {
      PazPasteTarget target = paz_paste_get_target (paste, i);

      if (target.field == field && target.language >= 0)
        return (PazLanguage) target.language;
    }

  return paste->language;
}

static char *
dup_part (PazBlockMatch  *self,
          PazRecord      *record,
          const PazField *field)
{
  GVariant *value = paz_record_get_value (record, field);
  g_autofree char *plain = NULL;

  if (paz_value_get_state (value) != PAZ_STATE_KNOWN)
    return g_strdup ("");
  if (field->type == PAZ_VALUE_TRILINGUAL)
    {
      g_autoptr (PazTrilingual) texts = paz_trilingual_from_value (value);

      return paz_text_fold (paz_trilingual_get_best (texts, get_language (self->paste, field), NULL));
    }
  plain = paz_value_dup_plain (field, value);

  return paz_text_fold (plain);
}

char *
paz_block_match_dup_key (PazBlockMatch *self,
                         PazRecord     *record)
{
  g_autoptr (GString) key = g_string_new (NULL);
  gboolean filled = FALSE;

  for (guint i = 0; self->fields != NULL && self->fields[i] != NULL; i++)
    {
      const PazField *field = paz_kind_find_field (self->paste->kind, self->fields[i]);
      g_autofree char *part = NULL;

      if (field == NULL || !has_column (self->paste, field->key))
        continue;
      part = dup_part (self, record, field);
      filled |= *part != '\0';
      g_string_append_printf (key, "%s\n", part);
    }

  return filled ? g_string_free (g_steal_pointer (&key), FALSE) : NULL;
}

static void
add_record (PazBlockMatch *self,
            PazRecord     *record)
{
  g_autofree char *key = paz_block_match_dup_key (self, record);
  GPtrArray *records;

  g_hash_table_insert (self->ids, g_strdup (paz_record_get_id (record)), g_object_ref (record));
  if (key == NULL)
    return;
  records = g_hash_table_lookup (self->keys, key);
  if (records == NULL)
    {
      records = g_ptr_array_new ();
      g_hash_table_insert (self->keys, g_steal_pointer (&key), records);
    }
  g_ptr_array_add (records, record);
}

/* Those a row may mean. */
static GPtrArray *
list_records (PazPaste  *paste,
              PazStore  *store,
              GError   **error)
{
  g_autoptr (PazQuery) query = NULL;

  if (paste->held != NULL)
    return g_ptr_array_ref (paste->held);
  query = paz_query_new (paste->kind);
  if (paste->container != NULL)
    paz_query_set_container (query, paste->container);

  return paz_store_list_records (store, query, error);
}

PazBlockMatch *
paz_block_match_new (PazPaste  *paste,
                     PazStore  *store,
                     GError   **error)
{
  g_autoptr (PazBlockMatch) self = g_new0 (PazBlockMatch, 1);
  g_autoptr (GPtrArray) records = NULL;

  paste->matched = choose (paste);
  self->paste = paste;
  self->fields = get_fields (paste, paste->matched);
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  records = list_records (paste, store, error);
  if (records == NULL)
    return NULL;
  for (guint i = 0; i < records->len; i++)
    add_record (self, g_ptr_array_index (records, i));

  return g_steal_pointer (&self);
}

void
paz_block_match_free (PazBlockMatch *self)
{
  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->keys);
  g_free (self);
}

PazRecord *
paz_block_match_find_id (PazBlockMatch *self,
                         const char    *id)
{
  g_autofree char *lower = g_ascii_strdown (id, -1);

  return g_hash_table_lookup (self->ids, lower);
}

PazRecord *
paz_block_match_find (PazBlockMatch *self,
                      guint          row,
                      PazRecord     *draft,
                      guint         *n)
{
  g_autofree char *key = paz_block_match_dup_key (self, draft);
  GPtrArray *records = key != NULL ? g_hash_table_lookup (self->keys, key) : NULL;

  *n = records != NULL ? records->len : 0;

  return *n > 0 ? g_ptr_array_index (records, 0) : NULL;
}
