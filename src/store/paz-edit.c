/* What is staged, and becomes one step. */
#include "paz-edit.h"

static void
item_free (PazEditItem *self)
{
  g_object_unref (self->record);
  g_clear_pointer (&self->facts, paz_fact_table_unref);
  g_free (self);
}

PazEdit *
paz_edit_new (void)
{
  PazEdit *self = g_new0 (PazEdit, 1);

  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

void
paz_edit_free (PazEdit *self)
{
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->items);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  g_free (self->origin);
  g_free (self);
}

/* The last word on a record holds. */
static PazEditItem *
stage (PazEdit   *self,
       PazRecord *record)
{
  PazEditItem *item = g_hash_table_lookup (self->by_id, paz_record_get_id (record));

  if (item == NULL)
    {
      item = g_new0 (PazEditItem, 1);
      g_ptr_array_add (self->items, item);
    }
  /* The key is lent by the record that goes. */
  g_hash_table_remove (self->by_id, paz_record_get_id (record));
  g_set_object (&item->record, record);
  g_hash_table_insert (self->by_id, (gpointer) paz_record_get_id (record), item);

  return item;
}

void
paz_edit_put (PazEdit   *self,
              PazRecord *record)
{
  g_return_if_fail (PAZ_IS_RECORD (record));

  stage (self, record)->remove = FALSE;
}

void
paz_edit_remove (PazEdit   *self,
                 PazRecord *record)
{
  g_return_if_fail (PAZ_IS_RECORD (record));

  stage (self, record)->remove = TRUE;
}

void
paz_edit_put_facts (PazEdit      *self,
                    PazRecord    *data_set,
                    PazFactTable *facts)
{
  PazEditItem *item;

  g_return_if_fail (PAZ_IS_RECORD (data_set));
  g_return_if_fail (facts != NULL);

  item = stage (self, data_set);
  g_clear_pointer (&item->facts, paz_fact_table_unref);
  item->facts = paz_fact_table_ref (facts);
}

void
paz_edit_set_origin (PazEdit    *self,
                     const char *origin)
{
  g_free (self->origin);
  self->origin = g_strdup (origin);
}

gboolean
paz_edit_is_empty (PazEdit *self)
{
  return self->items->len == 0;
}
