#include "paz-records.h"

struct _PazRecords
{
  PazStore     *reader;
  PazGate      *gate;
  PazAudience  *readers;
  PazCatalogue *catalogue;
  GHashTable   *lists;       /* kind's key -> GPtrArray of PazRecord */
  GHashTable   *inside;      /* "kind container" -> GPtrArray of PazRecord */
  GHashTable   *found;       /* id -> PazRecord, or NULL where there is none for these readers */
  GHashTable   *used;        /* PazRecord: counted in `all` */
  PazClearance  all;
};

PazRecords *
paz_records_new (PazStore           *store,
                 const PazAudience  *readers,
                 PazCatalogue       *catalogue,
                 GError            **error)
{
  g_autoptr (PazStore) reader = paz_store_hold_moment (store, error);
  PazRecords *self;

  if (reader == NULL)
    return NULL;
  self = g_new0 (PazRecords, 1);
  self->gate = paz_gate_new (reader, readers);
  self->reader = g_steal_pointer (&reader);
  self->readers = paz_audience_copy (readers);
  self->catalogue = paz_catalogue_ref (catalogue);
  self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->inside = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->used = g_hash_table_new (NULL, NULL);
  self->all = paz_clearance_public ();

  return self;
}

void
paz_records_free (PazRecords *self)
{
  g_clear_pointer (&self->lists, g_hash_table_unref);
  g_clear_pointer (&self->inside, g_hash_table_unref);
  g_clear_pointer (&self->used, g_hash_table_unref);
  g_clear_pointer (&self->found, g_hash_table_unref);
  g_clear_pointer (&self->gate, paz_gate_free);
  g_clear_pointer (&self->readers, paz_audience_free);
  g_clear_pointer (&self->catalogue, paz_catalogue_unref);
  g_clear_object (&self->reader);
  g_free (self);
}

/* ---- one record ---- */

static PazRecord *
keep (PazRecords *self,
      PazRecord  *record)
{
  g_hash_table_replace (self->found, g_strdup (paz_record_get_id (record)), record);

  return record;
}

/* The record stands in what the edition says: its level counts. */
static PazRecord *
use (PazRecords *self,
     PazRecord  *record)
{
  if (g_hash_table_add (self->used, record))
    self->all = paz_clearance_join (self->all, paz_records_get_stamp (self, record));

  return record;
}

static PazRecord *
look_up (PazRecords *self,
         const char *id)
{
  g_autoptr (PazRecord) record = NULL;
  PazRecord *passed;
  gpointer known;

  if (g_hash_table_lookup_extended (self->found, id, NULL, &known))
    return known;
  record = paz_store_dup_record (self->reader, id, NULL);
  passed = record != NULL && !paz_record_is_deleted (record) ? paz_gate_pass (self->gate, record) : NULL;

  return passed != NULL ? keep (self, passed) : NULL;
}

PazRecord *
paz_records_find (PazRecords *self,
                  const char *id)
{
  PazRecord *record = look_up (self, id);

  return record != NULL ? use (self, record) : NULL;
}

static char *
link_title_cb (const char   *id,
               PazCatalogue *catalogue,
               gpointer      data)
{
  return paz_records_dup_title (data, id);
}

char *
paz_records_dup_title (PazRecords *self,
                       const char *id)
{
  PazRecord *record = paz_records_find (self, id);

  return record != NULL ? paz_record_dup_title_full (record, self->catalogue, link_title_cb, self) : NULL;
}

PazGate *
paz_records_new_gate (PazRecords        *self,
                      const PazAudience *readers)
{
  return paz_gate_new (self->reader, readers);
}

PazClearance
paz_records_get_stamp (PazRecords *self,
                       PazRecord  *record)
{
  PazClearance stamp = paz_clearance_ask (record, self->readers);
  const char *container = paz_record_get_container (record);
  PazRecord *outer = container != NULL ? look_up (self, container) : NULL;

  if (container != NULL && outer == NULL)
    return (PazClearance) { FALSE, PAZ_LEVEL_NATIONAL };

  return outer != NULL ? paz_clearance_join (stamp, paz_records_get_stamp (self, outer)) : stamp;
}

PazClearance
paz_records_get_all (PazRecords *self)
{
  return self->all;
}

/* ---- lists ---- */

static char *
make_key (const char *kind,
          const char *container)
{
  return g_strconcat (kind, " ", container, NULL);
}

static void
file_inside (PazRecords *self,
             const char *kind,
             PazRecord  *record)
{
  const char *container = paz_record_get_container (record);
  g_autofree char *key = NULL;
  GPtrArray *inside;

  if (container == NULL)
    return;
  key = make_key (kind, container);
  inside = g_hash_table_lookup (self->inside, key);
  if (inside == NULL)
    {
      inside = g_ptr_array_new ();
      g_hash_table_insert (self->inside, g_steal_pointer (&key), inside);
    }
  g_ptr_array_add (inside, record);
}

/* A record in a deleted one is deleted with it, whatever it says itself. */
static gboolean
has_container (PazRecords *self,
               PazRecord  *record)
{
  const char *container = paz_record_get_container (record);

  return container == NULL || look_up (self, container) != NULL;
}

static void
take (PazRecords *self,
      GPtrArray  *list,
      PazRecord  *record)
{
  PazRecord *passed = paz_gate_pass (self->gate, record);
  const char *kind = paz_record_get_kind (record)->key;

  if (passed == NULL)
    return;
  if (!has_container (self, passed))
    {
      g_object_unref (passed);
      return;
    }
  /* One found by its id before stays: others hold it. */
  if (g_hash_table_contains (self->found, paz_record_get_id (passed)))
    {
      PazRecord *known = look_up (self, paz_record_get_id (passed));

      g_object_unref (passed);
      passed = known;
    }
  else
    keep (self, passed);
  g_ptr_array_add (list, passed);
  file_inside (self, kind, passed);
}

GPtrArray *
paz_records_peek (PazRecords  *self,
                  const char  *kind,
                  GError     **error)
{
  const PazKind *declared = paz_kind_find (kind);
  g_autoptr (PazQuery) query = paz_query_new (declared);
  g_autoptr (GPtrArray) records = NULL;
  GPtrArray *list = g_hash_table_lookup (self->lists, kind);

  if (list != NULL)
    return list;
  paz_query_set_language (query, paz_catalogue_get_language (self->catalogue));
  records = paz_store_list_records (self->reader, query, error);
  if (records == NULL)
    return NULL;
  list = g_ptr_array_sized_new (records->len);
  for (guint i = 0; i < records->len; i++)
    take (self, list, g_ptr_array_index (records, i));
  g_hash_table_insert (self->lists, (gpointer) declared->key, list);

  return list;
}

GPtrArray *
paz_records_list (PazRecords  *self,
                  const char  *kind,
                  GError     **error)
{
  GPtrArray *list = paz_records_peek (self, kind, error);

  /* The list itself is in the table once each of it has been. */
  if (list != NULL && g_hash_table_add (self->used, list))
    for (guint i = 0; i < list->len; i++)
      use (self, list->pdata[i]);

  return list;
}

GPtrArray *
paz_records_list_in (PazRecords *self,
                     const char *kind,
                     const char *container)
{
  g_autofree char *key = make_key (kind, container);

  return g_hash_table_lookup (self->inside, key);
}
