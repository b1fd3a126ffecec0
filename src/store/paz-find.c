#include "base/paz-text.h"
#include "paz-collate.h"
#include "paz-find-sql.h"
#include "paz-sql.h"

/* How many steps of SQLite's machine between two looks at the cancellable: some 0.1 ms. */
#define STEPS_BETWEEN_LOOKS 10000

static int
look_cb (void *data)
{
  return g_cancellable_is_cancelled (data);
}

static sqlite3_stmt *
prepare (sqlite3         *db,
         const PazQuery  *query,
         const char      *columns,
         GError         **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *sql = NULL;
  sqlite3_stmt *statement;

  if (!paz_collate_prepare (db, error))
    return NULL;
  sql = paz_find_dup_sql (query, columns, texts);
  statement = paz_sql_prepare (db, sql, error);
  for (guint i = 0; statement != NULL && i < texts->len; i++)
    sqlite3_bind_text (statement, (int) i + 1, texts->pdata[i], -1, SQLITE_TRANSIENT);

  return statement;
}

static void
found_group_free (PazFoundGroup *group)
{
  g_free (group->key);
  g_free (group);
}

static PazFound *
found_new (gboolean grouped)
{
  PazFound *self = g_new0 (PazFound, 1);

  self->ids = g_ptr_array_new_with_free_func (g_free);
  if (grouped)
    self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) found_group_free);

  return self;
}

void
paz_found_free (PazFound *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->ids, g_ptr_array_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_free (self);
}

static void
count_in_group (PazFound   *found,
                const char *key)
{
  PazFoundGroup *group = found->groups->len > 0 ? g_ptr_array_index (found->groups, found->groups->len - 1) : NULL;

  if (group == NULL || !g_str_equal (group->key, key))
    {
      group = g_new0 (PazFoundGroup, 1);
      group->key = g_strdup (key);
      g_ptr_array_add (found->groups, group);
    }
  group->count++;
}

static PazFound *
read_found (sqlite3_stmt  *statement,
            gboolean       grouped,
            GError       **error)
{
  g_autoptr (PazFound) found = found_new (grouped);
  gboolean row;

  if (!paz_sql_step (statement, &row, error))
    return NULL;
  while (row)
    {
      g_ptr_array_add (found->ids, g_strdup (paz_sql_get_text (statement, 0)));
      if (grouped)
        count_in_group (found, paz_sql_get_text (statement, 1));
      if (!paz_sql_step (statement, &row, error))
        return NULL;
    }

  return g_steal_pointer (&found);
}

/* What is deleted is few and not in the index: looked through one by one. */
static gboolean
has_words (PazRecord   *record,
           const char  *words)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_auto (GStrv) parts = g_strsplit_set (words, " \t\n", -1);
  const PazKind *kind = paz_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    for (int j = 0; j < PAZ_N_LANGUAGES; j++)
      {
        g_autofree char *text = paz_value_dup_display (&kind->fields[i], kind, paz_record_get_value (record, &kind->fields[i]),
                                                       paz_catalogue_get ((PazLanguage) j));

        g_string_append_printf (all, "%s\n", text);
      }
  for (int i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0' && !paz_text_contains (all->str, parts[i]))
      return FALSE;

  return TRUE;
}

static gboolean
drop_unmatched (sqlite3         *db,
                const PazQuery  *query,
                GPtrArray       *ids,
                GError         **error)
{
  for (guint i = ids->len; i > 0; i--)
    {
      g_autoptr (PazRecord) record = paz_rows_read (db, ids->pdata[i - 1], error);

      if (record == NULL)
        return FALSE;
      if (!has_words (record, query->search))
        g_ptr_array_remove_index (ids, i - 1);
    }

  return TRUE;
}

static PazFound *
find (sqlite3         *db,
      const PazQuery  *query,
      GError         **error)
{
  g_autofree char *group = query->group != NULL ? paz_find_dup_group (query) : NULL;
  g_autofree char *columns = group != NULL ? g_strdup_printf ("k.id, %s", group)
                                           : g_strdup (query->kind != NULL ? "k.id" : "r.id");
  g_autoptr (sqlite3_stmt) statement = prepare (db, query, columns, error);
  g_autoptr (PazFound) found = statement != NULL ? read_found (statement, group != NULL, error) : NULL;

  if (found != NULL && query->deleted && query->search != NULL
      && !drop_unmatched (db, query, found->ids, error))
    return NULL;
  /* What was dropped was counted. */
  if (found != NULL && query->deleted && query->search != NULL)
    g_clear_pointer (&found->groups, g_ptr_array_unref);

  return g_steal_pointer (&found);
}

PazFound *
paz_store_find_groups (PazStore        *self,
                       const PazQuery  *query,
                       GCancellable    *cancellable,
                       GError         **error)
{
  sqlite3 *db;
  PazFound *found;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  db = paz_store_get_reader_db (self);
  if (cancellable != NULL)
    sqlite3_progress_handler (db, STEPS_BETWEEN_LOOKS, look_cb, cancellable);
  found = find (db, query, error);
  if (cancellable != NULL)
    sqlite3_progress_handler (db, 0, NULL, NULL);

  return found;
}

GPtrArray *
paz_store_find (PazStore        *self,
                const PazQuery  *query,
                GCancellable    *cancellable,
                GError         **error)
{
  g_autoptr (PazFound) found = NULL;

  g_return_val_if_fail (PAZ_IS_STORE (self) && query != NULL, NULL);

  found = paz_store_find_groups (self, query, cancellable, error);

  return found != NULL ? g_steal_pointer (&found->ids) : NULL;
}

/* Over all kinds, rows have different columns: each by its id. */
static GPtrArray *
list_by_id (PazStore        *self,
            const PazQuery  *query,
            GError         **error)
{
  g_autoptr (GPtrArray) ids = paz_store_find (self, query, NULL, error);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      PazRecord *record = paz_store_dup_record (self, ids->pdata[i], error);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, record);
    }

  return ids != NULL ? g_steal_pointer (&records) : NULL;
}

GPtrArray *
paz_store_list_records (PazStore        *self,
                        const PazQuery  *query,
                        GError         **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean row;

  g_return_val_if_fail (PAZ_IS_STORE (self) && query != NULL, NULL);

  if (query->kind == NULL || query->deleted)
    return list_by_id (self, query, error);

  statement = prepare (paz_store_get_reader_db (self), query, "k.*", error);
  if (statement == NULL || !paz_sql_step (statement, &row, error))
    return NULL;
  while (row)
    {
      g_ptr_array_add (records, paz_rows_read_statement (query->kind, statement));
      if (!paz_sql_step (statement, &row, error))
        return NULL;
    }

  return g_steal_pointer (&records);
}

gint64
paz_store_count (PazStore      *self,
                 const PazKind *kind)
{
  g_autofree char *sql = NULL;

  g_return_val_if_fail (PAZ_IS_STORE (self) && kind != NULL, 0);

  sql = g_strdup_printf ("SELECT count (*) FROM \"k_%s\" WHERE deleted = 0", kind->key);

  return paz_sql_integer (paz_store_get_reader_db (self), sql, 0);
}
