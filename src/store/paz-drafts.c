#include "store/paz-drafts.h"

#include "paz-edit.h"
#include "paz-store-core.h"
#include "paz-drafts-private.h"

/* A record: id, kind, owner, container, whether it was never saved; level (-1: as it was) and release
 * list; its changed fields, of which an empty tuple says that the answer was taken away. */
#define TYPE_PART "(ssssbiasa{sv})"
/* Time, the record of the form, those inside of it, those removed. */
#define TYPE_DRAFT "(x" TYPE_PART "a" TYPE_PART "as)"

struct _PazDraft
{
  gatomicrefcount  references;
  GVariant        *content;
  char            *id;
  const PazKind   *kind;
  gint64           time;
  gboolean         is_new;
  char           **removed;
};

char *
paz_draft_dup_setting_key (const char *record)
{
  return g_strconcat (PAZ_DRAFT_PREFIX, record, NULL);
}

/* ---- from records ---- */

static gboolean
same_release (PazRecord *a,
              PazRecord *b)
{
  return paz_record_get_level (a) == paz_record_get_level (b)
         && g_strv_equal (paz_record_get_list (a), paz_record_get_list (b));
}

/* NULL when nothing differs from `original`. */
static GVariant *
make_part (PazRecord *record,
           PazRecord *original)
{
  const PazKind *kind = paz_record_get_kind (record);
  const char *container = paz_record_get_container (record);
  gboolean is_new = paz_record_is_new (record);
  gboolean released = original == NULL || !same_release (record, original);
  gboolean differs = original == NULL || released;
  GVariantBuilder fields;

  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const PazField *field = &kind->fields[i];
      GVariant *value = paz_record_get_value (record, field);

      if (original != NULL ? paz_value_same (value, paz_record_get_value (original, field)) : value == NULL)
        continue;
      differs = TRUE;
      g_variant_builder_add (&fields, "{sv}", field->key, value != NULL ? value : g_variant_new ("()"));
    }
  if (original != NULL && !g_str_equal (paz_record_get_owner (record), paz_record_get_owner (original)))
    differs = TRUE;
  if (!differs)
    {
      g_variant_builder_clear (&fields);
      return NULL;
    }

  return g_variant_new ("(ssssbi@as@a{sv})", paz_record_get_id (record), kind->key, paz_record_get_owner (record),
                        container != NULL ? container : "", is_new,
                        released ? (int) paz_record_get_level (record) : -1,
                        g_variant_new_strv (paz_record_get_list (record), -1),
                        g_variant_builder_end (&fields));
}

static PazDraft *
draft_from_content (GVariant *content)
{
  PazDraft *self = g_new0 (PazDraft, 1);
  const char *kind;

  g_atomic_ref_count_init (&self->references);
  self->content = g_variant_ref_sink (content);
  g_variant_get_child (content, 0, "x", &self->time);
  g_variant_get_child (content, 3, "^as", &self->removed);
  {
    g_autoptr (GVariant) part = g_variant_get_child_value (content, 1);

    g_variant_get_child (part, 0, "s", &self->id);
    g_variant_get_child (part, 1, "&s", &kind);
    g_variant_get_child (part, 4, "b", &self->is_new);
    self->kind = paz_kind_find (kind);
  }

  return self;
}

static void
add_staged (PazStore        *store,
            PazEdit         *edit,
            const char      *id,
            GVariantBuilder *contained,
            GVariantBuilder *removed,
            gboolean        *any)
{
  for (guint i = 0; i < edit->items->len; i++)
    {
      const PazEditItem *item = edit->items->pdata[i];
      const char *own = paz_record_get_id (item->record);
      g_autoptr (PazRecord) stored = NULL;
      GVariant *part;

      if (g_str_equal (own, id))
        continue;
      if (item->remove)
        {
          g_variant_builder_add (removed, "s", own);
          *any = TRUE;
          continue;
        }
      stored = paz_store_dup_record (store, own, NULL);
      part = make_part (item->record, stored);
      if (part == NULL)
        continue;
      g_variant_builder_add_value (contained, part);
      *any = TRUE;
    }
}

/* A part that says no more than which record it is. */
static GVariant *
make_empty_part (PazRecord *record)
{
  const char *container = paz_record_get_container (record);

  return g_variant_new ("(ssssbi@as@a{sv})", paz_record_get_id (record), paz_record_get_kind (record)->key,
                        paz_record_get_owner (record), container != NULL ? container : "",
                        paz_record_is_new (record), -1, g_variant_new_strv (NULL, 0),
                        g_variant_new_array (G_VARIANT_TYPE ("{sv}"), NULL, 0));
}

PazDraft *
paz_draft_new (PazStore  *store,
               PazRecord *record,
               PazRecord *original,
               PazEdit   *edit)
{
  GVariantBuilder contained;
  GVariantBuilder removed;
  GVariant *part;
  gboolean any = FALSE;

  g_return_val_if_fail (PAZ_IS_STORE (store) && PAZ_IS_RECORD (record), NULL);
  g_return_val_if_fail (PAZ_IS_RECORD (original), NULL);

  g_variant_builder_init (&contained, G_VARIANT_TYPE ("a" TYPE_PART));
  g_variant_builder_init (&removed, G_VARIANT_TYPE_STRING_ARRAY);
  if (edit != NULL)
    add_staged (store, edit, paz_record_get_id (record), &contained, &removed, &any);
  part = make_part (record, original);
  /* Of what was never saved, everything: also what it began with. */
  if (part != NULL && paz_record_is_new (record))
    {
      g_variant_unref (g_variant_ref_sink (part));
      part = make_part (record, NULL);
    }
  if (part == NULL && !any)
    {
      g_variant_builder_clear (&contained);
      g_variant_builder_clear (&removed);
      return NULL;
    }

  return draft_from_content (g_variant_new ("(x@" TYPE_PART "@a" TYPE_PART "@as)", g_get_real_time () / 1000,
                                            part != NULL ? part : make_empty_part (record),
                                            g_variant_builder_end (&contained),
                                            g_variant_builder_end (&removed)));
}

PazDraft *
paz_draft_ref (PazDraft *self)
{
  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
paz_draft_unref (PazDraft *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_variant_unref (self->content);
  g_strfreev (self->removed);
  g_free (self->id);
  g_free (self);
}

/* ---- to records ---- */

static void
put_field (PazRecord  *record,
           const char *key,
           GVariant   *value)
{
  const PazField *field = paz_kind_find_field (paz_record_get_kind (record), key);
  g_autoptr (GError) error = NULL;

  if (field == NULL)
    return;
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_UNIT))
    {
      paz_record_set_value (record, field, NULL);
      return;
    }
  /* The field may be of another type by now. What is merely not right yet is for the form to say. */
  if (paz_value_get_state (value) == PAZ_STATE_KNOWN && !paz_value_check (field, value, &error)
      && g_error_matches (error, PAZ_VALUE_ERROR, PAZ_VALUE_ERROR_TYPE))
    return;
  paz_record_set_value (record, field, value);
}

/* NULL when it is of a kind that is no more, or was saved once and is not here. */
static PazRecord *
dup_part_record (GVariant *part,
                 PazStore *store)
{
  const char *id, *key, *owner, *container;
  g_autofree const char **list = NULL;
  g_autoptr (GVariantIter) fields = NULL;
  g_autoptr (PazRecord) record = NULL;
  const PazKind *kind;
  gboolean is_new;
  int level;
  const char *name;
  GVariant *value;

  g_variant_get (part, "(&s&s&s&sbi^a&sa{sv})", &id, &key, &owner, &container, &is_new, &level, &list, &fields);
  kind = paz_kind_find (key);
  if (kind == NULL)
    return NULL;
  record = paz_store_dup_record (store, id, NULL);
  if (record == NULL && !is_new)
    return NULL;
  if (record == NULL)
    record = paz_record_new (kind, id, owner, *container != '\0' ? container : NULL);
  if (level >= PAZ_LEVEL_PUBLIC && level <= PAZ_LEVEL_NATIONAL)
    paz_record_set_release (record, level, list);
  while (g_variant_iter_next (fields, "{&sv}", &name, &value))
    {
      put_field (record, name, value);
      g_variant_unref (value);
    }

  return g_steal_pointer (&record);
}

const char *
paz_draft_get_id (PazDraft *self)
{
  return self->id;
}

const PazKind *
paz_draft_get_kind (PazDraft *self)
{
  return self->kind;
}

gint64
paz_draft_get_time (PazDraft *self)
{
  return self->time;
}

gboolean
paz_draft_is_new (PazDraft *self)
{
  return self->is_new;
}

PazRecord *
paz_draft_dup_record (PazDraft *self,
                      PazStore *store)
{
  g_autoptr (GVariant) part = g_variant_get_child_value (self->content, 1);

  return dup_part_record (part, store);
}

GPtrArray *
paz_draft_list_contained (PazDraft *self,
                          PazStore *store)
{
  g_autoptr (GVariant) parts = g_variant_get_child_value (self->content, 2);
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (gsize i = 0; i < g_variant_n_children (parts); i++)
    {
      g_autoptr (GVariant) part = g_variant_get_child_value (parts, i);
      PazRecord *record = dup_part_record (part, store);

      if (record != NULL)
        g_ptr_array_add (records, record);
    }

  return records;
}

const char * const *
paz_draft_get_removed (PazDraft *self)
{
  return (const char * const *) self->removed;
}

/* ---- in the store ---- */

gboolean
paz_store_keep_draft (PazStore  *self,
                      PazDraft  *draft,
                      GError   **error)
{
  g_autofree char *key = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (PAZ_IS_STORE (self) && draft != NULL, FALSE);

  key = paz_draft_dup_setting_key (draft->id);
  text = g_variant_print (draft->content, TRUE);

  return paz_store_set_setting (self, key, text, error);
}

gboolean
paz_store_drop_draft (PazStore    *self,
                      const char  *record,
                      GError     **error)
{
  g_autofree char *key = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (PAZ_IS_STORE (self) && record != NULL, FALSE);

  key = paz_draft_dup_setting_key (record);
  text = paz_store_dup_setting (self, key);

  return text == NULL || paz_store_set_setting (self, key, NULL, error);
}

static PazDraft *
read_draft (const char *text)
{
  GVariant *content = text != NULL ? g_variant_parse (G_VARIANT_TYPE (TYPE_DRAFT), text, NULL, NULL, NULL) : NULL;
  PazDraft *self = content != NULL ? draft_from_content (content) : NULL;

  if (self == NULL || self->kind != NULL)
    return self;
  paz_draft_unref (self);

  return NULL;
}

PazDraft *
paz_store_dup_draft (PazStore   *self,
                     const char *record)
{
  g_autofree char *key = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (PAZ_IS_STORE (self) && record != NULL, NULL);

  key = paz_draft_dup_setting_key (record);
  text = paz_store_dup_setting (self, key);

  return read_draft (text);
}

static int
compare_cb (gconstpointer first,
            gconstpointer second)
{
  const PazDraft *a = *(const PazDraft * const *) first;
  const PazDraft *b = *(const PazDraft * const *) second;

  return (a->time < b->time) - (a->time > b->time);
}

GPtrArray *
paz_store_list_drafts (PazStore *self)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) paz_draft_unref);
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean row;

  g_return_val_if_fail (PAZ_IS_STORE (self), drafts);

  statement = paz_sql_prepare (paz_store_get_reader_db (self),
                               "SELECT value FROM setting WHERE key GLOB '" PAZ_DRAFT_PREFIX "*'", NULL);
  while (statement != NULL && paz_sql_step (statement, &row, NULL) && row)
    {
      PazDraft *draft = read_draft (paz_sql_get_text (statement, 0));

      if (draft != NULL)
        g_ptr_array_add (drafts, draft);
    }
  g_ptr_array_sort (drafts, compare_cb);

  return drafts;
}

void
paz_edit_drop_draft (PazEdit    *edit,
                     const char *record)
{
  g_return_if_fail (edit != NULL && record != NULL);

  if (edit->drafts == NULL)
    edit->drafts = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (edit->drafts, paz_draft_dup_setting_key (record));
}

gboolean
paz_drafts_drop_staged (PazStore  *self,
                        PazEdit   *edit,
                        GError   **error)
{
  for (guint i = 0; edit->drafts != NULL && i < edit->drafts->len; i++)
    if (!paz_door_set_setting (self, edit->drafts->pdata[i], NULL, error))
      return FALSE;

  return TRUE;
}
