#include "store/paz-uses.h"

#include "paz-sql.h"
#include "paz-store-core.h"

typedef struct
{
  PazStore   *store;
  GHashTable *gone;      /* id -> const PazKind * of what is inside, NULL of those asked for */
  GHashTable *users;     /* id -> const PazKind * */
} Count;

static void
count_clear (Count *self)
{
  g_clear_pointer (&self->gone, g_hash_table_unref);
  g_clear_pointer (&self->users, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Count, count_clear)

/* ---- inside ---- */

static GPtrArray *
find_inside (PazStore       *store,
             const PazKind  *kind,
             const char     *container,
             GError        **error)
{
  g_autoptr (PazQuery) query = paz_query_new (kind);

  paz_query_set_container (query, container);

  return paz_store_find (store, query, NULL, error);
}

static gboolean
add_inside (Count          *self,
            const PazKind  *kind,
            const char     *id,
            GError        **error)
{
  const PazKind * const *children = paz_kind_list_children (kind);

  for (guint i = 0; children != NULL && children[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) ids = find_inside (self->store, children[i], id, error);

      if (ids == NULL)
        return FALSE;
      for (guint j = 0; j < ids->len; j++)
        {
          g_hash_table_insert (self->gone, g_strdup (ids->pdata[j]), (gpointer) children[i]);
          if (!add_inside (self, children[i], ids->pdata[j], error))
            return FALSE;
        }
    }

  return TRUE;
}

static gboolean
add_all_inside (Count      *self,
                GPtrArray  *ids,
                GError    **error)
{
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_insert (self->gone, g_strdup (ids->pdata[i]), NULL);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (PazRecord) record = paz_store_dup_record (self->store, ids->pdata[i], error);

      if (record == NULL || !add_inside (self, paz_record_get_kind (record), ids->pdata[i], error))
        return FALSE;
    }

  return TRUE;
}

/* ---- outside ---- */

static gboolean
add_users_of (Count         *self,
              sqlite3_stmt  *statement,
              const char    *id,
              GError       **error)
{
  gboolean row;

  sqlite3_reset (statement);
  paz_sql_bind_text (statement, 1, id);
  while (paz_sql_step (statement, &row, error))
    {
      const PazKind *kind;

      if (!row)
        return TRUE;
      kind = paz_kind_find (paz_sql_get_text (statement, 1));
      if (kind != NULL && !g_hash_table_contains (self->gone, paz_sql_get_text (statement, 0)))
        g_hash_table_insert (self->users, g_strdup (paz_sql_get_text (statement, 0)), (gpointer) kind);
    }

  return FALSE;
}

/* Links of what is deleted are not kept in the table. */
static gboolean
add_users (Count   *self,
           GError **error)
{
  g_autoptr (sqlite3_stmt) statement = paz_sql_prepare (paz_store_get_reader_db (self->store),
                                                        "SELECT r.id, r.kind FROM target t JOIN record r ON r.id = t.record"
                                                        " WHERE t.target = ?", error);
  GHashTableIter iter;
  gpointer id;

  if (statement == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, self->gone);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!add_users_of (self, statement, id, error))
      return FALSE;

  return TRUE;
}

/* ---- by kind ---- */

static guint
count_kind (GHashTable    *kinds,
            const PazKind *kind)
{
  GHashTableIter iter;
  gpointer value;
  guint n = 0;

  g_hash_table_iter_init (&iter, kinds);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    n += value == kind;

  return n;
}

static void
append_uses (GArray     *uses,
             GHashTable *kinds,
             gboolean    inside)
{
  const PazKind * const *all = paz_kind_list (NULL);

  for (guint i = 0; all[i] != NULL; i++)
    {
      PazUse use = { all[i], count_kind (kinds, all[i]), inside };

      if (use.n > 0)
        g_array_append_val (uses, use);
    }
}

/* ---- public ---- */

gboolean
paz_store_is_built_in (PazStore   *self,
                       const char *id)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean row = FALSE;

  g_return_val_if_fail (PAZ_IS_STORE (self), FALSE);

  statement = paz_sql_prepare (paz_store_get_reader_db (self),
                               "SELECT 1 FROM rev JOIN step ON step.n = rev.step"
                               " WHERE rev.record = ? AND step.type = ?", NULL);
  if (statement == NULL)
    return FALSE;
  paz_sql_bind_text (statement, 1, id);
  sqlite3_bind_int (statement, 2, PAZ_STEP_REFERENCE);

  return paz_sql_step (statement, &row, NULL) && row;
}

GArray *
paz_store_count_uses (PazStore   *self,
                      GPtrArray  *ids,
                      GError    **error)
{
  g_auto (Count) count = { .store = self };
  GArray *uses;

  g_return_val_if_fail (PAZ_IS_STORE (self), NULL);

  count.gone = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  count.users = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!add_all_inside (&count, ids, error) || !add_users (&count, error))
    return NULL;
  uses = g_array_new (FALSE, FALSE, sizeof (PazUse));
  append_uses (uses, count.gone, TRUE);
  append_uses (uses, count.users, FALSE);

  return uses;
}

GPtrArray *
paz_store_list_contained (PazStore   *self,
                          PazRecord  *record,
                          GError    **error)
{
  const PazKind * const *children = paz_kind_list_children (paz_record_get_kind (record));
  g_autoptr (GPtrArray) contained = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; children != NULL && children[i] != NULL; i++)
    {
      g_autoptr (PazQuery) query = paz_query_new (children[i]);
      g_autoptr (GPtrArray) records = NULL;

      paz_query_set_container (query, paz_record_get_id (record));
      records = paz_store_list_records (self, query, error);
      if (records == NULL)
        return NULL;
      for (guint j = 0; j < records->len; j++)
        g_ptr_array_add (contained, g_object_ref (records->pdata[j]));
    }

  return g_steal_pointer (&contained);
}
