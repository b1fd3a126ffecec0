#include "paz-record-cache.h"

#include "paz-sql.h"

/* What a list shows at first. */
#define PAGE_SIZE 32
#define MAX_PAGES 128

typedef struct
{
  guint      n;            /* of the page */
  PazRecord *records[PAGE_SIZE];
} Page;

struct _PazRecordCache
{
  PazStore      *store;
  const PazKind *kind;
  GQueue         pages;    /* newest use first */
  GHashTable    *living;   /* id -> Life, not owned: it ends with its record */
};

/* ---- objects ---- */

/* A record of the map, and what its end does to the map, which may outlive the cache. */
typedef struct
{
  GHashTable *living;
  char       *id;
  PazRecord  *record;
  guint64     stamp;       /* of the row that the record was read from; 0: not known */
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
remember (PazRecordCache *self,
          PazRecord      *record,
          guint64         stamp)
{
  Life *life = g_new0 (Life, 1);

  life->living = g_hash_table_ref (self->living);
  life->id = g_strdup (paz_record_get_id (record));
  life->record = record;
  life->stamp = stamp;
  g_hash_table_insert (self->living, life->id, life);
  g_object_weak_ref (G_OBJECT (record), record_gone_cb, life);
}

/* One statement for all records of a kind; looked up one by one where they differ. */
static sqlite3_stmt *
prepare (PazRecordCache *self)
{
  g_autofree char *sql = NULL;

  if (self->kind == NULL)
    return NULL;
  sql = g_strdup_printf ("SELECT * FROM \"k_%s\" WHERE id = ?", self->kind->key);

  return paz_sql_prepare (paz_store_get_reader_db (self->store), sql, NULL);
}

static guint64
stamp_bytes (guint64     stamp,
             const void *bytes,
             gsize       n)
{
  const guchar *byte = bytes;

  for (gsize i = 0; i < n; i++)
    stamp = (stamp ^ byte[i]) * G_GUINT64_CONSTANT (0x100000001b3);

  return stamp;
}

static guint64
stamp_column (guint64       stamp,
              sqlite3_stmt *statement,
              int           column)
{
  int type = sqlite3_column_type (statement, column);
  gint64 integer = type == SQLITE_INTEGER ? sqlite3_column_int64 (statement, column) : 0;
  double real = type == SQLITE_FLOAT ? sqlite3_column_double (statement, column) : 0;
  const void *bytes;
  int n;

  stamp = stamp_bytes (stamp, &type, sizeof type);
  if (type == SQLITE_INTEGER)
    return stamp_bytes (stamp, &integer, sizeof integer);
  if (type == SQLITE_FLOAT)
    return stamp_bytes (stamp, &real, sizeof real);
  if (type == SQLITE_NULL)
    return stamp;

  bytes = sqlite3_column_blob (statement, column);
  n = sqlite3_column_bytes (statement, column);

  return stamp_bytes (stamp_bytes (stamp, &n, sizeof n), bytes, n);
}

/* FNV-1a over all that stands in the row. The time of its last change would not do: what comes from
 * somebody else may be older than what is there and change another field. */
static guint64
stamp_row (sqlite3_stmt *statement)
{
  guint64 stamp = G_GUINT64_CONSTANT (0xcbf29ce484222325);
  int n = sqlite3_column_count (statement);

  for (int i = 0; i < n; i++)
    stamp = stamp_column (stamp, statement, i);

  return MAX (stamp, 1);
}

/* Gives nothing where the row is the one of `stamp`, and what the row is now. */
static PazRecord *
read_prepared (PazRecordCache *self,
               sqlite3_stmt   *statement,
               const char     *id,
               guint64        *stamp)
{
  PazRecord *record = NULL;
  gboolean row;

  paz_sql_bind_text (statement, 1, id);
  if (paz_sql_step (statement, &row, NULL) && row)
    {
      guint64 now = stamp_row (statement);

      if (now != *stamp)
        record = paz_rows_read_statement (self->kind, statement);
      *stamp = now;
    }
  sqlite3_reset (statement);

  return record;
}

static PazRecord *
read_record (PazRecordCache *self,
             sqlite3_stmt   *statement,
             const char     *id,
             guint64        *stamp)
{
  g_autoptr (GError) error = NULL;
  PazRecord *record;

  if (statement != NULL)
    return read_prepared (self, statement, id, stamp);

  record = paz_rows_read (paz_store_get_reader_db (self->store), id, &error);
  if (record == NULL && !g_error_matches (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_NOT_FOUND))
    g_warning ("Reading %s: %s", id, error->message);

  return record;
}

/* A row whose record went between two changes still needs an object. */
static PazRecord *
make_blank (PazRecordCache *self,
            const char     *id)
{
  const PazKind *kind = self->kind != NULL ? self->kind : paz_kind_list (NULL)[0];

  return paz_record_new (kind, id, "*", NULL);
}

static PazRecord *
get_record (PazRecordCache *self,
            sqlite3_stmt   *statement,
            const char     *id)
{
  Life *life = g_hash_table_lookup (self->living, id);
  guint64 stamp = 0;
  PazRecord *record;

  if (life != NULL)
    return g_object_ref (life->record);

  record = read_record (self, statement, id, &stamp);
  if (record == NULL)
    record = make_blank (self, id);
  remember (self, record, stamp);

  return record;
}

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
  paz_record_set_changed (record, paz_record_get_changed (fresh));
  paz_record_set_release (record, paz_record_get_level (fresh), paz_record_get_list (fresh));
  paz_record_set_deleted (record, paz_record_is_deleted (fresh));
}

void
paz_record_cache_refresh (PazRecordCache *self)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (sqlite3_stmt) statement = prepare (self);
  GHashTableIter iter;
  gpointer life;

  g_hash_table_iter_init (&iter, self->living);
  while (g_hash_table_iter_next (&iter, NULL, &life))
    g_ptr_array_add (records, g_object_ref (((Life *) life)->record));

  for (guint i = 0; i < records->len; i++)
    {
      Life *own = g_hash_table_lookup (self->living, paz_record_get_id (records->pdata[i]));
      g_autoptr (PazRecord) fresh = read_record (self, statement, own->id, &own->stamp);

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

void
paz_record_cache_forget (PazRecordCache *self)
{
  g_queue_clear_full (&self->pages, (GDestroyNotify) page_free);
}

static Page *
load_page (PazRecordCache *self,
           GPtrArray      *ids,
           guint           n)
{
  g_autoptr (sqlite3_stmt) statement = prepare (self);
  Page *page = g_new0 (Page, 1);

  page->n = n;
  for (guint i = 0; i < PAGE_SIZE && n * PAGE_SIZE + i < ids->len; i++)
    page->records[i] = get_record (self, statement, ids->pdata[n * PAGE_SIZE + i]);

  g_queue_push_head (&self->pages, page);
  if (g_queue_get_length (&self->pages) > MAX_PAGES)
    page_free (g_queue_pop_tail (&self->pages));

  return page;
}

static Page *
get_page (PazRecordCache *self,
          GPtrArray      *ids,
          guint           n)
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

  return load_page (self, ids, n);
}

PazRecord *
paz_record_cache_get (PazRecordCache *self,
                      GPtrArray      *ids,
                      guint           n)
{
  return g_object_ref (get_page (self, ids, n / PAGE_SIZE)->records[n % PAGE_SIZE]);
}

/* ---- public ---- */

PazRecordCache *
paz_record_cache_new (PazStore      *store,
                      const PazKind *kind)
{
  PazRecordCache *self = g_new0 (PazRecordCache, 1);

  self->store = store;
  self->kind = kind;
  self->living = g_hash_table_new (g_str_hash, g_str_equal);
  g_queue_init (&self->pages);

  return self;
}

void
paz_record_cache_free (PazRecordCache *self)
{
  paz_record_cache_forget (self);
  g_hash_table_unref (self->living);
  g_free (self);
}
