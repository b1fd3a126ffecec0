/* Records by what people call them: id, code, title in any of the three languages. A kind is read
 * once, when it is first asked for. */
#include "paz-block-paste.h"

#include "base/paz-text.h"
#include "base/paz-uuid.h"

struct _PazBlockLinks
{
  PazStore   *store;
  GHashTable *kinds;     /* PazKind -> GHashTable of folded name -> GPtrArray of ids */
};

PazBlockLinks *
paz_block_links_new (PazStore *store)
{
  PazBlockLinks *self = g_new0 (PazBlockLinks, 1);

  self->store = g_object_ref (store);
  self->kinds = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);

  return self;
}

void
paz_block_links_free (PazBlockLinks *self)
{
  g_object_unref (self->store);
  g_hash_table_unref (self->kinds);
  g_free (self);
}

char *
paz_block_make_link_key (const PazField *field,
                         const char     *text)
{
  g_autofree char *folded = paz_text_fold (text);

  return g_strconcat (field->key, "\n", folded, NULL);
}

static void
add_name (GHashTable *names,
          const char *name,
          const char *id)
{
  g_autofree char *folded = name != NULL ? paz_text_fold (name) : NULL;
  GPtrArray *ids;

  if (folded == NULL || *folded == '\0')
    return;
  ids = g_hash_table_lookup (names, folded);
  if (ids == NULL)
    {
      ids = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (names, g_steal_pointer (&folded), ids);
    }
  if (!g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
    g_ptr_array_add (ids, g_strdup (id));
}

static void
add_value (GHashTable     *names,
           PazRecord      *record,
           const PazField *field)
{
  GVariant *value = paz_record_get_value (record, field);
  g_autofree char *plain = NULL;

  if (paz_value_get_state (value) != PAZ_STATE_KNOWN)
    return;
  if (field->type == PAZ_VALUE_TRILINGUAL)
    {
      g_autoptr (PazTrilingual) texts = paz_trilingual_from_value (value);

      for (int i = 0; i < PAZ_N_LANGUAGES; i++)
        add_name (names, texts->in[i].text, paz_record_get_id (record));
      return;
    }
  if (field->type != PAZ_VALUE_TEXT)
    return;
  plain = paz_value_dup_plain (field, value);
  add_name (names, plain, paz_record_get_id (record));
}

static void
add_fields (GHashTable         *names,
            PazRecord          *record,
            const char * const *keys)
{
  for (; *keys != NULL; keys++)
    {
      const PazField *field = paz_kind_find_field (paz_record_get_kind (record), *keys);

      if (field != NULL)
        add_value (names, record, field);
    }
}

static void
add_record (PazBlockLinks *self,
            GHashTable    *names,
            PazRecord     *record)
{
  const PazKind *kind = paz_record_get_kind (record);

  add_fields (names, record, kind->natural_key);
  add_fields (names, record, kind->title_fields);
  for (int i = 0; i < PAZ_N_LANGUAGES; i++)
    {
      g_autofree char *title = paz_store_dup_title (self->store, paz_record_get_id (record), paz_catalogue_get (i));

      add_name (names, title, paz_record_get_id (record));
    }
}

static GHashTable *
get_names (PazBlockLinks *self,
           const PazKind *kind)
{
  GHashTable *names = g_hash_table_lookup (self->kinds, kind);
  g_autoptr (PazQuery) query = NULL;
  g_autoptr (GPtrArray) records = NULL;

  if (names != NULL)
    return names;

  names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_hash_table_insert (self->kinds, (gpointer) kind, names);
  query = paz_query_new (kind);
  records = paz_store_list_records (self->store, query, NULL);
  for (guint i = 0; records != NULL && i < records->len; i++)
    add_record (self, names, g_ptr_array_index (records, i));

  return names;
}

static GPtrArray *
find_id (PazBlockLinks *self,
         const PazKind *target,
         const char    *id)
{
  g_autoptr (PazRecord) record = paz_store_dup_record (self->store, id, NULL);
  static const char key[] = "\nids";
  GHashTable *ids = g_hash_table_lookup (self->kinds, key);
  GPtrArray *found;

  if (record == NULL || paz_record_is_deleted (record) || (target != NULL && paz_record_get_kind (record) != target))
    return NULL;
  if (ids == NULL)
    {
      ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
      g_hash_table_insert (self->kinds, (gpointer) key, ids);
    }
  add_name (ids, id, id);
  found = g_hash_table_lookup (ids, id);

  return found;
}

GPtrArray *
paz_block_links_find (PazBlockLinks *self,
                      const PazKind *target,
                      const char    *text)
{
  g_autofree char *folded = NULL;

  if (paz_uuid_check (text))
    return find_id (self, target, text);
  if (target == NULL)
    return NULL;
  folded = paz_text_fold (text);

  return g_hash_table_lookup (get_names (self, target), folded);
}
