#include "store/paz-record-list.h"

#include "paz-query-private.h"
#include "paz-sql.h"
#include "paz-store-private.h"

#define PAGE_SIZE 128
#define MAX_PAGES 32

/* Up to here a query is answered at once; more rows could cost a frame. */
#define SMALL 4000
/* A view looks for its old rows among what replaces them in one step: only worth it for few. */
#define FEW   256

typedef struct
{
  guint      n;            /* of the page */
  PazRecord *records[PAGE_SIZE];
} Page;

struct _PazRecordList
{
  GObject       parent_instance;

  PazStore     *store;
  PazQuery     *query;
  GPtrArray    *ids;
  GQueue        pages;         /* newest use first */
  GHashTable   *living;        /* id -> PazRecord, not owned: the same object while it lives */
  GCancellable *cancellable;   /* of the worker; NULL when none runs */
  GError       *error;
};

enum
{
  PROP_0,
  PROP_PENDING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PazRecordList, paz_record_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* ---- objects ---- */

/* What a record's end does to the map it is in; the map may outlive the list. */
typedef struct
{
  GHashTable *living;
  char       *id;
} Life;

static void
record_gone_cb (gpointer  data,
                GObject  *record)
{
  Life *life = data;

  g_hash_table_remove (life->living, life->id);
  g_hash_table_unref (life->living);
  g_free (life->id);
  g_free (life);
}

static void
remember (PazRecordList *self,
          PazRecord     *record)
{
  Life *life = g_new0 (Life, 1);

  life->living = g_hash_table_ref (self->living);
  life->id = g_strdup (paz_record_get_id (record));
  g_hash_table_insert (self->living, life->id, record);
  g_object_weak_ref (G_OBJECT (record), record_gone_cb, life);
}

static PazRecord *
read_record (PazRecordList *self,
             const char    *id)
{
  g_autoptr (GError) error = NULL;
  PazRecord *record = paz_rows_read (paz_store_get_reader_db (self->store), id, &error);

  if (record == NULL && !g_error_matches (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_NOT_FOUND))
    g_warning ("Reading %s: %s", id, error->message);

  return record;
}

/* A row whose record went between two changes still needs an object. */
static PazRecord *
make_blank (PazRecordList *self,
            const char    *id)
{
  const PazKind *kind = self->query->kind != NULL ? self->query->kind : paz_kind_list (NULL)[0];

  return paz_record_new (kind, id, "*", NULL);
}

static PazRecord *
get_record (PazRecordList *self,
            const char    *id)
{
  PazRecord *record = g_hash_table_lookup (self->living, id);

  if (record != NULL)
    return g_object_ref (record);

  record = read_record (self, id);
  if (record == NULL)
    record = make_blank (self, id);
  remember (self, record);

  return record;
}

/* Objects that are shown stay and take the new values; their "revision" tells the cells. */
static void
refresh_record (PazRecord *record,
                PazRecord *fresh)
{
  const PazKind *kind = paz_record_get_kind (record);

  if (paz_record_get_kind (fresh) != kind)
    return;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const PazField *field = &kind->fields[i];

      paz_record_set_conflict (record, field, paz_record_is_in_conflict (fresh, field));
      paz_record_set_value (record, field, paz_record_get_value (fresh, field));
    }
  paz_record_set_release (record, paz_record_get_level (fresh), paz_record_get_list (fresh));
  paz_record_set_deleted (record, paz_record_is_deleted (fresh));
}

static void
refresh_living (PazRecordList *self)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, self->living);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    g_ptr_array_add (records, g_object_ref (record));

  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (PazRecord) fresh = read_record (self, paz_record_get_id (records->pdata[i]));

      if (fresh != NULL)
        refresh_record (records->pdata[i], fresh);
    }
}

/* ---- pages ---- */

static void
page_free (Page *page)
{
  for (int i = 0; i < PAGE_SIZE; i++)
    g_clear_object (&page->records[i]);
  g_free (page);
}

static void
drop_pages (PazRecordList *self)
{
  g_queue_clear_full (&self->pages, (GDestroyNotify) page_free);
}

static Page *
load_page (PazRecordList *self,
           guint          n)
{
  Page *page = g_new0 (Page, 1);

  page->n = n;
  for (guint i = 0; i < PAGE_SIZE && n * PAGE_SIZE + i < self->ids->len; i++)
    page->records[i] = get_record (self, self->ids->pdata[n * PAGE_SIZE + i]);

  g_queue_push_head (&self->pages, page);
  if (g_queue_get_length (&self->pages) > MAX_PAGES)
    page_free (g_queue_pop_tail (&self->pages));

  return page;
}

static Page *
get_page (PazRecordList *self,
          guint          n)
{
  for (GList *l = self->pages.head; l != NULL; l = l->next)
    {
      Page *page = l->data;

      if (page->n == n)
        {
          g_queue_unlink (&self->pages, l);
          g_queue_push_head_link (&self->pages, l);
          return page;
        }
    }

  return load_page (self, n);
}

/* ---- rows ---- */

static gboolean
is_same (GPtrArray *a,
         guint      n_a,
         GPtrArray *b,
         guint      n_b)
{
  return g_str_equal (a->pdata[n_a], b->pdata[n_b]);
}

/* The smallest splice: what is equal at the head and at the tail stays. Nothing but the pages is
 * dropped when all is equal. */
static void
show_ids (PazRecordList *self,
          GPtrArray     *ids)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->ids);
  guint n = MIN (before->len, ids->len);
  guint head = 0;
  guint tail = 0;
  guint removed, added;

  while (head < n && is_same (before, head, ids, head))
    head++;
  while (tail < n - head && is_same (before, before->len - 1 - tail, ids, ids->len - 1 - tail))
    tail++;
  removed = before->len - head - tail;
  added = ids->len - head - tail;

  drop_pages (self);
  if (removed > 0 && removed + added > FEW && added > 0)
    {
      g_ptr_array_remove_range (before, head, removed);
      self->ids = g_steal_pointer (&before);
      g_list_model_items_changed (G_LIST_MODEL (self), head, removed, 0);
      drop_pages (self);
      g_clear_pointer (&self->ids, g_ptr_array_unref);
      removed = 0;
    }
  self->ids = g_ptr_array_ref (ids);
  if (removed > 0 || added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), head, removed, added);
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

static void
take_result (PazRecordList *self,
             GPtrArray     *ids,
             GError        *error)
{
  g_clear_error (&self->error);
  self->error = error;
  if (ids != NULL)
    {
      show_ids (self, ids);
      g_ptr_array_unref (ids);
    }
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
  GPtrArray *ids = paz_store_find (find->reader, find->query, cancellable, &error);

  if (ids != NULL)
    g_task_return_pointer (task, ids, (GDestroyNotify) g_ptr_array_unref);
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
  GPtrArray *ids = g_task_propagate_pointer (task, &error);

  /* A later query took its place. */
  if (self == NULL || g_task_get_cancellable (task) != self->cancellable)
    {
      g_clear_pointer (&ids, g_ptr_array_unref);
      g_clear_error (&error);
      return;
    }

  take_result (self, ids, error);
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

/* Looks no further than it needs to know. */
static gboolean
is_large (PazRecordList *self)
{
  g_autofree char *sql = NULL;

  sql = self->query->kind != NULL
        ? g_strdup_printf ("SELECT count (*) FROM (SELECT 1 FROM \"k_%s\" LIMIT %d)", self->query->kind->key, SMALL + 1)
        : g_strdup_printf ("SELECT count (*) FROM (SELECT 1 FROM search_row LIMIT %d)", SMALL + 1);

  return paz_sql_integer (paz_store_get_reader_db (self->store), sql, 0) > SMALL;
}

static void
run (PazRecordList *self)
{
  GError *error = NULL;
  GPtrArray *ids;

  if (is_large (self))
    {
      start_find (self);
      return;
    }

  set_cancellable (self, NULL);
  ids = paz_store_find (self->store, self->query, NULL, &error);
  take_result (self, ids, error);
}

static void
store_changed_cb (PazRecordList *self)
{
  drop_pages (self);
  refresh_living (self);
  run (self);
}

/* ---- GListModel ---- */

static GType
paz_record_list_get_item_type (GListModel *model)
{
  return PAZ_TYPE_RECORD;
}

static guint
paz_record_list_get_n_items (GListModel *model)
{
  return PAZ_RECORD_LIST (model)->ids->len;
}

static gpointer
paz_record_list_get_item (GListModel *model,
                          guint       position)
{
  PazRecordList *self = PAZ_RECORD_LIST (model);

  if (position >= self->ids->len)
    return NULL;

  return g_object_ref (get_page (self, position / PAGE_SIZE)->records[position % PAGE_SIZE]);
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
  drop_pages (self);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (paz_record_list_parent_class)->dispose (object);
}

static void
paz_record_list_finalize (GObject *object)
{
  PazRecordList *self = PAZ_RECORD_LIST (object);

  g_clear_pointer (&self->query, paz_query_free);
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  g_clear_pointer (&self->living, g_hash_table_unref);
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
}

static void
paz_record_list_init (PazRecordList *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->living = g_hash_table_new (g_str_hash, g_str_equal);
  g_queue_init (&self->pages);
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
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  run (self);

  return self;
}

void
paz_record_list_set_query (PazRecordList  *self,
                           const PazQuery *query)
{
  g_return_if_fail (PAZ_IS_RECORD_LIST (self) && query != NULL);

  paz_query_free (self->query);
  self->query = paz_query_copy (query);
  run (self);
}

guint
paz_record_list_find (PazRecordList *self,
                      const char    *id)
{
  g_return_val_if_fail (PAZ_IS_RECORD_LIST (self) && id != NULL, G_MAXUINT);

  for (guint i = 0; i < self->ids->len; i++)
    if (g_str_equal (self->ids->pdata[i], id))
      return i;

  return G_MAXUINT;
}

const char *
paz_record_list_get_id (PazRecordList *self,
                        guint          position)
{
  g_return_val_if_fail (PAZ_IS_RECORD_LIST (self), NULL);
  g_return_val_if_fail (position < self->ids->len, NULL);

  return self->ids->pdata[position];
}

const GError *
paz_record_list_get_error (PazRecordList *self)
{
  g_return_val_if_fail (PAZ_IS_RECORD_LIST (self), NULL);

  return self->error;
}
