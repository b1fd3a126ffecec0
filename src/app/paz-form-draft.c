#include "paz-form-draft.h"

#include "paz-child-table.h"

PazDraft *
paz_form_make_draft (PazForm   *form,
                     PazStore  *store,
                     PazRecord *record,
                     PazRecord *original)
{
  g_autoptr (PazEdit) edit = paz_edit_new ();

  paz_form_stage (form, edit);

  return paz_draft_new (store, record, original, edit);
}

static PazChildTable *
find_table (PazForm       *form,
            const PazKind *kind)
{
  GPtrArray *tables = paz_form_get_tables (form);

  for (guint i = 0; i < tables->len; i++)
    if (paz_child_table_get_kind (tables->pdata[i]) == kind)
      return tables->pdata[i];

  return NULL;
}

static void
remove_from (PazChildTable *table,
             const char    *id)
{
  GListModel *records = paz_child_table_get_records (table);

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (PazRecord) record = g_list_model_get_item (records, i);

      if (g_str_equal (paz_record_get_id (record), id))
        {
          paz_child_table_remove (table, i);
          return;
        }
    }
}

void
paz_form_take_draft (PazForm  *form,
                     PazStore *store,
                     PazDraft *draft)
{
  g_autoptr (GPtrArray) contained = paz_draft_list_contained (draft, store);
  const char * const *removed = paz_draft_get_removed (draft);
  GPtrArray *tables = paz_form_get_tables (form);

  for (guint i = 0; removed[i] != NULL; i++)
    for (guint j = 0; j < tables->len; j++)
      remove_from (tables->pdata[j], removed[i]);
  for (guint i = 0; i < contained->len; i++)
    {
      PazChildTable *table = find_table (form, paz_record_get_kind (contained->pdata[i]));

      if (table != NULL)
        paz_child_table_take (table, contained->pdata[i]);
    }
}

gboolean
paz_draft_is_of_use (PazDraft  *draft,
                     PazStore  *store,
                     PazRecord *stored)
{
  g_autoptr (PazRecord) record = paz_draft_dup_record (draft, store);
  g_autoptr (GPtrArray) contained = NULL;

  if (record == NULL)
    return FALSE;
  if (paz_draft_get_removed (draft)[0] != NULL || !paz_form_same_record (record, stored))
    return TRUE;
  contained = paz_draft_list_contained (draft, store);
  for (guint i = 0; i < contained->len; i++)
    {
      g_autoptr (PazRecord) there = paz_store_dup_record (store, paz_record_get_id (contained->pdata[i]), NULL);

      if (there == NULL || !paz_form_same_record (there, contained->pdata[i]))
        return TRUE;
    }

  return FALSE;
}
