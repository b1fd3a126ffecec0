#include "store/paz-record-list.h"

#include "paz-find-sql.h"
#include "paz-record-cache.h"
#include "paz-record-rows.h"
#include "paz-sql.h"

/* Up to here a query is answered at once; more rows could cost a frame. */
#define SMALL 4000
/* The same where texts are looked through word by word. */
#define SMALL_TO_READ 400
/* A view looks for its old rows among what replaces them in one step: only worth it for few. */
#define FEW   256

struct _PazRecordList
{
  GObject         parent_instance;

  PazStore       *store;
  PazQuery       *query;
  PazRecordRows  *rows;          /* what is shown */
  PazRecordCache *cache;
  GHashTable     *closed;        /* keys of groups that are closed when they come to be; may be NULL */
  GHashTable     *groups;        /* key -> PazRecordGroup: the same object for the same group */
  GHashTable     *positions;     /* id -> position + 1; NULL until it is asked for */
  GCancellable   *cancellable;   /* of the worker; NULL when none runs */
  GError         *error;
  gboolean        asleep;
  gboolean        stale;         /* the store changed meanwhile */
};

enum
{
  PROP_0,
  PROP_PENDING,
  N_PROPS
};

enum
{
  SPLICED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PazRecordList, paz_record_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* ---- rows ---- */

static void
set_rows (PazRecordList *self,
          PazRecordRows *rows)
{
  paz_record_cache_forget (self->cache);
  g_clear_pointer (&self->positions, g_hash_table_unref);
  paz_record_rows_free (self->rows);
  self->rows = rows;
}

/* The smallest splice: what is equal at the head and at the tail stays. Nothing but the pages is
 * dropped when all is equal. Takes the rows. */
static void
show_rows (PazRecordList *self,
           PazRecordRows *rows)
{
  guint n_before = paz_record_rows_get_n (self->rows);
  guint n_after = paz_record_rows_get_n (rows);
  guint n = MIN (n_before, n_after);
  guint head = 0;
  guint tail = 0;
  guint removed, added;
  guint gone;

  while (head < n && paz_record_rows_same (self->rows, head, rows, head))
    head++;
  while (tail < n - head && paz_record_rows_same (self->rows, n_before - 1 - tail, rows, n_after - 1 - tail))
    tail++;
  gone = removed = n_before - head - tail;
  added = n_after - head - tail;

  if (removed > 0 && added > 0 && removed + added > FEW)
    {
      set_rows (self, paz_record_rows_without (self->rows, head, removed));
      g_list_model_items_changed (G_LIST_MODEL (self), head, removed, 0);
      removed = 0;
    }
  set_rows (self, rows);
  if (removed > 0 || added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), head, removed, added);
  if (gone > 0 || added > 0)
    g_signal_emit (self, signals[SPLICED], 0, head, gone, added);
}

static void
set_cancellable (PazRecordList *self,
                 GCancellable  *cancellable)
{
  gboolean pending = self->cancellable != NULL;

  if (self->cancellable != NULL && cancellable != self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, cancellable);
  if (pending != (cancellable != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PENDING]);
}

static PazRecordGroup *
get_group (PazRecordList       *self,
           const PazFoundGroup *found)
{
  PazRecordGroup *group = g_hash_table_lookup (self->groups, found->key);

  if (group == NULL)
    {
      group = paz_record_group_new (found->key);
      if (self->closed != NULL && g_hash_table_contains (self->closed, found->key))
        paz_record_group_set_open (group, FALSE);
      g_hash_table_insert (self->groups, g_strdup (found->key), group);
    }
  paz_record_group_set_n_records (group, found->count);

  return group;
}

static void
take_result (PazRecordList *self,
             PazFound      *result,
             GError        *error)
{
  g_autoptr (PazFound) found = result;
  g_autoptr (GPtrArray) groups = NULL;

  g_clear_error (&self->error);
  self->error = error;
  if (found == NULL)
    return;

  if (found->groups != NULL)
    {
      groups = g_ptr_array_new ();
      for (guint i = 0; i < found->groups->len; i++)
        g_ptr_array_add (groups, get_group (self, g_ptr_array_index (found->groups, i)));
    }
  show_rows (self, paz_record_rows_new (found->ids, groups));
}

/* ---- queries ---- */

/* The worker has a reader of its own and no hold on the list: a list that is let go stops it. */
typedef struct
{
  PazStore *reader;
  PazQuery *query;
  GWeakRef  list;
} FindTask;

static void
find_task_free (FindTask *task)
{
  g_weak_ref_clear (&task->list);
  g_object_unref (task->reader);
  paz_query_free (task->query);
  g_free (task);
}

static void
find_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  FindTask *find = data;
  GError *error = NULL;
  PazFound *found = paz_store_find_groups (find->reader, find->query, cancellable, &error);

  if (found != NULL)
    g_task_return_pointer (task, found, (GDestroyNotify) paz_found_free);
  else
    g_task_return_error (task, error);
}

static void
find_done_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  GTask *task = G_TASK (result);
  FindTask *find = g_task_get_task_data (task);
  g_autoptr (PazRecordList) self = g_weak_ref_get (&find->list);
  GError *error = NULL;
  PazFound *found = g_task_propagate_pointer (task, &error);

  /* A later query took its place. */
  if (self == NULL || g_task_get_cancellable (task) != self->cancellable)
    {
      g_clear_pointer (&found, paz_found_free);
      g_clear_error (&error);
      return;
    }

  take_result (self, found, error);
  set_cancellable (self, NULL);
}

static void
start_find (PazRecordList *self)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, find_done_cb, NULL);
  GError *error = NULL;
  PazStore *reader = paz_store_open_reader (self->store, &error);
  FindTask *find;

  if (reader == NULL)
    {
      take_result (self, NULL, error);
      return;
    }

  find = g_new0 (FindTask, 1);
  find->reader = reader;
  find->query = paz_query_copy (self->query);
  g_weak_ref_init (&find->list, self);
  g_task_set_source_tag (task, start_find);
  g_task_set_task_data (task, find, (GDestroyNotify) find_task_free);
  set_cancellable (self, cancellable);
  g_task_run_in_thread (task, find_thread);
}

static gboolean
reads_texts (const PazQuery *query)
{
  for (guint i = 0; i < query->conditions->len; i++)
    if (((const PazCondition *) query->conditions->pdata[i])->match == PAZ_MATCH_CONTAINS)
      return TRUE;

  return FALSE;
}

/* Looks no further than it needs to know. */
static gboolean
is_large (PazRecordList *self)
{
  int limit = reads_texts (self->query) ? SMALL_TO_READ : SMALL;
  g_autofree char *sql = NULL;

  sql = self->query->kind != NULL
        ? g_strdup_printf ("SELECT count (*) FROM (SELECT 1 FROM \"k_%s\" LIMIT %d)", self->query->kind->key, limit + 1)
        : g_strdup_printf ("SELECT count (*) FROM (SELECT 1 FROM search_row LIMIT %d)", limit + 1);

  return paz_sql_integer (paz_store_get_reader_db (self->store), sql, 0) > limit;
}

static void
run (PazRecordList *self)
{
  GError *error = NULL;
  PazFound *found;

  if (is_large (self))
    {
      start_find (self);
      return;
    }

  set_cancellable (self, NULL);
  found = paz_store_find_groups (self->store, self->query, NULL, &error);
  take_result (self, found, error);
}

static void
store_changed_cb (PazRecordList *self)
{
  self->stale = self->asleep;
  if (self->asleep)
    return;
  paz_record_cache_forget (self->cache);
  paz_record_cache_refresh (self->cache);
  run (self);
}

/* ---- GListModel ---- */

static GType
paz_record_list_get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;   /* records, and the groups they stand in */
}

static guint
paz_record_list_get_n_items (GListModel *model)
{
  return paz_record_rows_get_n (PAZ_RECORD_LIST (model)->rows);
}

static gpointer
paz_record_list_get_item (GListModel *model,
                          guint       position)
{
  PazRecordList *self = PAZ_RECORD_LIST (model);

  PazRecordGroup *group;

  if (position >= paz_record_rows_get_n (self->rows))
    return NULL;
  group = paz_record_rows_get_group (self->rows, position);
  if (group != NULL)
    return g_object_ref (group);

  return paz_record_cache_get (self->cache, paz_record_rows_get_ids (self->rows),
                               paz_record_rows_get_number (self->rows, position));
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = paz_record_list_get_item_type;
  interface->get_n_items = paz_record_list_get_n_items;
  interface->get_item = paz_record_list_get_item;
}

/* ---- object ---- */

static void
paz_record_list_dispose (GObject *object)
{
  PazRecordList *self = PAZ_RECORD_LIST (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->cache, paz_record_cache_free);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (paz_record_list_parent_class)->dispose (object);
}

static void
paz_record_list_finalize (GObject *object)
{
  PazRecordList *self = PAZ_RECORD_LIST (object);

  g_clear_pointer (&self->query, paz_query_free);
  g_clear_pointer (&self->rows, paz_record_rows_free);
  g_clear_pointer (&self->groups, g_hash_table_unref);
  g_clear_pointer (&self->closed, g_hash_table_unref);
  g_clear_pointer (&self->positions, g_hash_table_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (paz_record_list_parent_class)->finalize (object);
}

static void
paz_record_list_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  PazRecordList *self = PAZ_RECORD_LIST (object);

  switch (prop_id)
    {
    case PROP_PENDING:
      g_value_set_boolean (value, self->cancellable != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
paz_record_list_class_init (PazRecordListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = paz_record_list_dispose;
  object_class->finalize = paz_record_list_finalize;
  object_class->get_property = paz_record_list_get_property;

  properties[PROP_PENDING] =
    g_param_spec_boolean ("pending", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SPLICED] = g_signal_new ("spliced", PAZ_TYPE_RECORD_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_UINT);
}

static void
paz_record_list_init (PazRecordList *self)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  self->rows = paz_record_rows_new (none, NULL);
  self->groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/* ---- public ---- */

PazRecordList *
paz_record_list_new (PazStore       *store,
                     const PazQuery *query)
{
  PazRecordList *self;

  g_return_val_if_fail (PAZ_IS_STORE (store) && query != NULL, NULL);

  self = g_object_new (PAZ_TYPE_RECORD_LIST, NULL);
  self->store = g_object_ref (store);
  self->query = paz_query_copy (query);
  self->cache = paz_record_cache_new (store, paz_query_get_kind (query));
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  run (self);

  return self;
}

void
paz_record_list_set_query (PazRecordList  *self,
                           const PazQuery *query)
{
  g_return_if_fail (PAZ_IS_RECORD_LIST (self) && query != NULL);
  g_return_if_fail (paz_query_get_kind (query) == paz_query_get_kind (self->query));

  if (query->group != self->query->group || query->grouping != self->query->grouping)
    g_hash_table_remove_all (self->groups);
  paz_query_free (self->query);
  self->query = paz_query_copy (query);
  run (self);
}

void
paz_record_list_set_asleep (PazRecordList *self,
                            gboolean       asleep)
{
  g_return_if_fail (PAZ_IS_RECORD_LIST (self));

  self->asleep = asleep;
  if (!asleep && self->stale)
    store_changed_cb (self);
}

static void
note_positions (PazRecordList *self)
{
  guint n = paz_record_rows_get_n (self->rows);

  self->positions = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < n; i++)
    {
      const char *id = paz_record_rows_get_id (self->rows, i);

      if (id != NULL)
        g_hash_table_insert (self->positions, (gpointer) id, GUINT_TO_POINTER (i + 1));
    }
}

guint
paz_record_list_find (PazRecordList *self,
                      const char    *id)
{
  guint found;

  g_return_val_if_fail (PAZ_IS_RECORD_LIST (self) && id != NULL, G_MAXUINT);

  if (self->positions == NULL)
    note_positions (self);
  found = GPOINTER_TO_UINT (g_hash_table_lookup (self->positions, id));

  return found > 0 ? found - 1 : G_MAXUINT;
}

const char *
paz_record_list_get_id (PazRecordList *self,
                        guint          position)
{
  g_return_val_if_fail (PAZ_IS_RECORD_LIST (self), NULL);
  g_return_val_if_fail (position < paz_record_rows_get_n (self->rows), NULL);

  return paz_record_rows_get_id (self->rows, position);
}

guint
paz_record_list_get_n_records (PazRecordList *self)
{
  g_return_val_if_fail (PAZ_IS_RECORD_LIST (self), 0);

  return paz_record_rows_get_ids (self->rows)->len;
}

GPtrArray *
paz_record_list_get_groups (PazRecordList *self)
{
  g_return_val_if_fail (PAZ_IS_RECORD_LIST (self), NULL);

  return paz_record_rows_get_groups (self->rows);
}

/* The rows anew with the same ids and groups, some of them closed now. */
static void
update_rows (PazRecordList *self)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_ref (paz_record_rows_get_ids (self->rows));
  GPtrArray *groups = paz_record_rows_get_groups (self->rows);
  g_autoptr (GPtrArray) kept = groups != NULL ? g_ptr_array_ref (groups) : NULL;

  show_rows (self, paz_record_rows_new (ids, kept));
}

void
paz_record_list_set_open (PazRecordList  *self,
                          PazRecordGroup *group,
                          gboolean        open)
{
  g_return_if_fail (PAZ_IS_RECORD_LIST (self) && PAZ_IS_RECORD_GROUP (group));

  if (paz_record_group_is_open (group) == !!open)
    return;
  paz_record_group_set_open (group, open);
  update_rows (self);
}

void
paz_record_list_set_all_open (PazRecordList *self,
                              gboolean       open)
{
  GPtrArray *groups;

  g_return_if_fail (PAZ_IS_RECORD_LIST (self));

  groups = paz_record_rows_get_groups (self->rows);
  for (guint i = 0; groups != NULL && i < groups->len; i++)
    paz_record_group_set_open (g_ptr_array_index (groups, i), open);
  update_rows (self);
}

void
paz_record_list_set_closed (PazRecordList *self,
                            GHashTable    *keys)
{
  GPtrArray *groups;

  g_return_if_fail (PAZ_IS_RECORD_LIST (self) && keys != NULL);

  g_clear_pointer (&self->closed, g_hash_table_unref);
  self->closed = g_hash_table_ref (keys);
  groups = paz_record_rows_get_groups (self->rows);
  if (groups == NULL || g_hash_table_size (keys) == 0)
    return;
  for (guint i = 0; i < groups->len; i++)
    {
      PazRecordGroup *group = g_ptr_array_index (groups, i);

      paz_record_group_set_open (group, !g_hash_table_contains (keys, paz_record_group_get_key (group)));
    }
  update_rows (self);
}

const GError *
paz_record_list_get_error (PazRecordList *self)
{
  g_return_val_if_fail (PAZ_IS_RECORD_LIST (self), NULL);

  return self->error;
}
