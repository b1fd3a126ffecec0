#include "paz-record-cache.h"

#include "paz-sql.h"

#define PAGE_SIZE 128
#define MAX_PAGES 32

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
  GHashTable    *living;   /* id -> PazRecord, not owned */
};

/* ---- objects ---- */

/* What a record's end does to the map it is in; the map may outlive the cache. */
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
remember (PazRecordCache *self,
          PazRecord      *record)
{
  Life *life = g_new0 (Life, 1);

  life->living = g_hash_table_ref (self->living);
  life->id = g_strdup (paz_record_get_id (record));
  g_hash_table_insert (self->living, life->id, record);
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

static PazRecord *
read_prepared (PazRecordCache *self,
               sqlite3_stmt   *statement,
               const char     *id)
{
  PazRecord *record = NULL;
  gboolean row;

  paz_sql_bind_text (statement, 1, id);
  if (paz_sql_step (statement, &row, NULL) && row)
    record = paz_rows_read_statement (self->kind, statement);
  sqlite3_reset (statement);

  return record;
}

static PazRecord *
read_record (PazRecordCache *self,
             sqlite3_stmt   *statement,
             const char     *id)
{
  g_autoptr (GError) error = NULL;
  PazRecord *record;

  if (statement != NULL)
    return read_prepared (self, statement, id);

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
  PazRecord *record = g_hash_table_lookup (self->living, id);

  if (record != NULL)
    return g_object_ref (record);

  record = read_record (self, statement, id);
  if (record == NULL)
    record = make_blank (self, id);
  remember (self, record);

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
  gpointer record;

  g_hash_table_iter_init (&iter, self->living);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    g_ptr_array_add (records, g_object_ref (record));

  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (PazRecord) fresh = read_record (self, statement, paz_record_get_id (records->pdata[i]));

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
