#include "paz-import-records.h"

#include "base/paz-uuid.h"
#include "paz-limits.h"
#include "paz-record-layout.h"
#include "paz-refusal.h"

/* Rows between two looks at the watch. */
#define ROWS_A_LOOK 256
/* What reading takes of the whole; the rest is the caller's. */
#define SHARE 0.9
/* The longest key: longer ones are of another column. */
#define MAX_KEY 200

typedef enum
{
  EFFECT_SAME,
  EFFECT_NEW,
  EFFECT_CHANGED,
} Effect;

/* What came of the row that has a key. */
typedef struct
{
  guint32    row;
  Effect     effect;
  PazRecord *fresh;      /* as the row has it; NULL where the layout never chooses */
  PazRecord *kept;       /* as it shall be; NULL when nothing changes */
} Taken;

typedef struct
{
  PazImport             *import;
  PazStore              *store;
  const PazRecordLayout *layout;
  const PazKind         *kind;
  gpointer               reader;
  PazRow                 row;
  GHashTable            *here;     /* id -> PazRecord of the store, deleted ones too */
  GHashTable            *taken;    /* id -> Taken */
  char                  *updated;  /* the latest, ISO */
  guint64                seen;     /* of the keys that are expected, by place */
} Reading;

void
paz_import_field_change_free (PazImportFieldChange *self)
{
  g_free (self->id);
  g_free (self->name);
  g_clear_pointer (&self->before, g_variant_unref);
  g_clear_pointer (&self->after, g_variant_unref);
  g_free (self);
}

void
paz_import_kept_free (PazImportKept *self)
{
  g_free (self->column);
  g_free (self->value);
  g_free (self);
}

static void
taken_free (Taken *self)
{
  g_clear_object (&self->fresh);
  g_clear_object (&self->kept);
  g_free (self);
}

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->reader, self->layout->close);
  g_clear_pointer (&self->here, g_hash_table_unref);
  g_clear_pointer (&self->taken, g_hash_table_unref);
  g_clear_pointer (&self->row.unknown, g_hash_table_unref);
  g_clear_pointer (&self->updated, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

/* ---- what the store has ---- */

static gboolean
learn (Reading   *self,
       gboolean   deleted,
       GError   **error)
{
  g_autoptr (PazQuery) query = paz_query_new (self->kind);
  g_autoptr (GPtrArray) records = NULL;

  paz_query_set_deleted (query, deleted);
  records = paz_store_list_records (self->store, query, error);
  if (records == NULL)
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    g_hash_table_insert (self->here, g_strdup (paz_record_get_id (records->pdata[i])),
                         g_object_ref (records->pdata[i]));

  return TRUE;
}

static gboolean
reading_open (Reading    *self,
              GError    **error)
{
  self->here = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) taken_free);
  self->row.unknown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->reader = self->layout->open (self->store, error);

  return self->reader != NULL && learn (self, FALSE, error) && learn (self, TRUE, error);
}

/* ---- rows ---- */

static void
list_refusal (Reading    *self,
              guint32     row,
              const char *value,
              gssize      length,
              guint32     other)
{
  PazImport *import = self->import;
  int column = self->row.column;
  gboolean has_column = column >= 0 && self->row.header->at[column] >= 0;
  PazRefusal *refusal;

  import->counts.n_refused++;
  if (import->refusals->len == PAZ_MAX_LISTED)
    return;
  refusal = paz_refusal_new (row, has_column ? self->row.header->names[column] : "", value, length, self->row.reason);
  refusal->other = other;
  g_ptr_array_add (import->refusals, refusal);
}

static void
refuse (Reading *self,
        guint32  row,
        guint32  other)
{
  int at = self->row.column >= 0 ? self->row.header->at[self->row.column] : -1;

  list_refusal (self, row, at >= 0 ? self->row.cells[at].text : "",
                at >= 0 ? (gssize) self->row.cells[at].length : 0, other);
}

static void
note_change (Reading        *self,
             PazRecord      *record,
             const PazField *field,
             GVariant       *before,
             GVariant       *after,
             guint32         row)
{
  PazImportFieldChange *change;

  if (self->import->field_changes->len == PAZ_MAX_LISTED)
    return;
  change = g_new0 (PazImportFieldChange, 1);
  change->id = g_strdup (paz_record_get_id (record));
  change->name = paz_row_dup_text (&self->row, self->layout->key);
  change->row = row;
  change->field = field;
  change->before = before != NULL ? g_variant_ref (before) : NULL;
  change->after = after != NULL ? g_variant_ref (after) : NULL;
  g_ptr_array_add (self->import->field_changes, change);
}

/* Whether the row gives the thing another name, which no code is known for. */
static gboolean
loses_code (Reading        *self,
            PazRecord      *record,
            PazRecord      *fresh,
            const PazField *code)
{
  for (const char * const *pair = self->layout->pairs; pair != NULL && *pair != NULL; pair += 2)
    if (g_str_equal (pair[1], code->key))
      {
        const PazField *name = paz_kind_find_field (self->kind, pair[0]);
        GVariant *after = paz_record_get_value (fresh, name);

        return after != NULL && !paz_value_equal (name, paz_record_get_value (record, name), after);
      }

  return FALSE;
}

/* What the row says, into the record as the store has it. How many fields differed. */
static guint
merge (Reading   *self,
       PazRecord *record,
       PazRecord *fresh,
       guint32    row)
{
  guint n = 0;

  for (guint i = 0; self->layout->fields[i] != NULL; i++)
    {
      const PazField *field = paz_kind_find_field (self->kind, self->layout->fields[i]);
      GVariant *after = paz_record_get_value (fresh, field);
      GVariant *before = paz_record_get_value (record, field);

      if ((after == NULL && !loses_code (self, record, fresh, field)) || paz_value_equal (field, before, after))
        continue;
      note_change (self, record, field, before, after, row);
      paz_record_set_value (record, field, after);
      n++;
    }

  return n;
}

static void
keep (Reading   *self,
      Taken     *taken,
      PazRecord *record,
      Effect     effect)
{
  const PazField *field = paz_kind_find_field (self->kind, "row");

  if (field != NULL)
    paz_record_set_value (record, field, g_variant_new_int64 (taken->row));
  g_ptr_array_add (self->import->records, g_object_ref (record));
  taken->kept = g_object_ref (record);
  taken->effect = effect;
}

static guint32 *
get_counter (Reading *self,
             Effect   effect)
{
  PazImportCounts *counts = &self->import->counts;

  switch (effect)
    {
    case EFFECT_SAME:
      return &counts->n_same;
    case EFFECT_NEW:
      return &counts->n_new;
    case EFFECT_CHANGED:
      return &counts->n_changed;
    }

  g_return_val_if_reached (&counts->n_same);
}

/* A record that was deleted, as undo does it, comes back. */
static void
bring_back (Reading   *self,
            PazRecord *record,
            PazRecord *fresh)
{
  paz_record_set_deleted (record, FALSE);
  for (guint i = 0; self->layout->fields[i] != NULL; i++)
    {
      const PazField *field = paz_kind_find_field (self->kind, self->layout->fields[i]);

      if (paz_record_get_value (fresh, field) != NULL)
        paz_record_set_value (record, field, paz_record_get_value (fresh, field));
    }
}

static void
compare (Reading   *self,
         Taken     *taken,
         PazRecord *fresh)
{
  PazRecord *here = g_hash_table_lookup (self->here, paz_record_get_id (fresh));
  g_autoptr (PazRecord) record = here != NULL ? paz_record_dup (here) : NULL;

  taken->effect = EFFECT_SAME;
  if (record == NULL)
    keep (self, taken, fresh, EFFECT_NEW);
  else if (paz_record_is_deleted (record))
    {
      bring_back (self, record, fresh);
      keep (self, taken, record, EFFECT_NEW);
    }
  else if (merge (self, record, fresh, taken->row) > 0)
    keep (self, taken, record, EFFECT_CHANGED);
  (*get_counter (self, taken->effect))++;
}

/* As if the row had not been read. */
static void
withdraw (Reading *self,
          Taken   *taken)
{
  GPtrArray *changes = self->import->field_changes;

  (*get_counter (self, taken->effect))--;
  if (taken->kept != NULL)
    g_ptr_array_remove (self->import->records, taken->kept);
  for (guint i = changes->len; i > 0; i--)
    if (((PazImportFieldChange *) changes->pdata[i - 1])->row == taken->row)
      g_ptr_array_remove_index (changes, i - 1);
}

static void
note_updated (Reading *self)
{
  int at = self->layout->updated >= 0 ? self->row.header->at[self->layout->updated] : -1;
  char iso[PAZ_UN_DATE_SIZE];

  if (at < 0 || paz_un_date_read_day (&self->row.cells[at], self->row.order, iso) != PAZ_UN_DATE_READ
      || g_strcmp0 (iso, self->updated) <= 0)
    return;
  g_free (self->updated);
  self->updated = g_strdup (iso);
}

/* Keys are compared by what they are, whatever their case. */
static void
note_key (Reading    *self,
          const char *key)
{
  for (guint i = 0; self->layout->expected != NULL && self->layout->expected[i] != NULL; i++)
    if (g_ascii_strcasecmp (self->layout->expected[i], key) == 0)
      self->seen |= G_GUINT64_CONSTANT (1) << i;
}

static void
list_absent (Reading *self)
{
  for (guint i = 0; self->layout->expected != NULL && self->layout->expected[i] != NULL; i++)
    if ((self->seen & G_GUINT64_CONSTANT (1) << i) == 0)
      g_ptr_array_add (self->import->absent, g_strdup (self->layout->expected[i]));
}

static gboolean
take_key (Reading *self,
          char     id[PAZ_UUID_SIZE])
{
  g_autofree char *key = paz_row_dup_text (&self->row, self->layout->key);
  const char *known;

  if (key == NULL || strlen (key) > MAX_KEY)
    return paz_row_refuse (&self->row, self->layout->key, PAZ_REFUSAL_KEY);

  known = self->layout->find != NULL ? self->layout->find (self->reader, &self->row) : NULL;
  if (known != NULL)
    g_strlcpy (id, known, PAZ_UUID_SIZE);
  else
    paz_uuid_make_shared (self->kind->key, key, id);
  note_key (self, key);

  return TRUE;
}

/* NULL: the row is refused. */
static PazRecord *
read_record (Reading    *self,
             const char *id)
{
  g_autoptr (PazRecord) fresh = paz_record_new (self->kind, id, "*", NULL);

  paz_record_set_release (fresh, PAZ_LEVEL_PUBLIC, NULL);

  return self->layout->read (self->reader, &self->row, fresh) ? g_steal_pointer (&fresh) : NULL;
}

static void
take (Reading   *self,
      PazRecord *fresh,
      guint32    row)
{
  Taken *taken = g_new0 (Taken, 1);

  taken->row = row;
  if (self->layout->choose != NULL)
    taken->fresh = g_object_ref (fresh);
  note_updated (self);
  compare (self, taken, fresh);
  g_hash_table_replace (self->taken, g_strdup (paz_record_get_id (fresh)), taken);
}

/* The row that gives way is the one before; the place in the reading is this one. */
static void
replace (Reading        *self,
         Taken          *earlier,
         const PazUnfit *unfit,
         guint32         row)
{
  g_autoptr (PazRecord) fresh = NULL;

  paz_row_refuse (&self->row, unfit->column, unfit->reason);
  list_refusal (self, earlier->row, unfit->value, -1, row);
  withdraw (self, earlier);
  /* Again, as a row that counts. */
  fresh = read_record (self, paz_record_get_id (earlier->fresh));
  take (self, fresh, row);
}

/* Where nothing tells which of two rows of a key is right, the first stands. */
static void
read_repeated (Reading *self,
               Taken   *earlier,
               guint32  row)
{
  g_autoptr (PazRecord) later = NULL;
  GHashTable *unknown = g_steal_pointer (&self->row.unknown);
  PazUnfit unfit = { .column = self->layout->key, .reason = PAZ_REFUSAL_REPEATED };
  int stands = 0;

  if (earlier->fresh != NULL)
    later = read_record (self, paz_record_get_id (earlier->fresh));
  self->row.unknown = unknown;
  if (later != NULL)
    stands = self->layout->choose (earlier->fresh, later, &unfit);
  if (stands > 0)
    {
      replace (self, earlier, &unfit, row);
      return;
    }

  paz_row_refuse (&self->row, unfit.column, unfit.reason);
  refuse (self, row, earlier->row);
}

static void
read_row (Reading       *self,
          const PazCell *cells,
          guint          n_cells,
          guint32        row)
{
  g_autoptr (PazRecord) fresh = NULL;
  char id[PAZ_UUID_SIZE];
  Taken *earlier;

  self->row.cells = cells;
  if (n_cells != self->row.header->n_columns)
    {
      paz_row_refuse (&self->row, -1, PAZ_REFUSAL_COLUMNS);
      refuse (self, row, 0);
      return;
    }
  if (!take_key (self, id))
    {
      refuse (self, row, 0);
      return;
    }
  earlier = g_hash_table_lookup (self->taken, id);
  if (earlier != NULL)
    {
      read_repeated (self, earlier, row);
      return;
    }

  fresh = read_record (self, id);
  if (fresh == NULL)
    refuse (self, row, 0);
  else
    take (self, fresh, row);
}

static gboolean
read_rows (Reading         *self,
           PazCsvReader    *csv,
           const PazWatch  *watch,
           GError         **error)
{
  PazImportCounts *counts = &self->import->counts;
  const PazCell *cells;
  PazCsvResult result;
  guint n_cells;
  guint32 row;

  while ((result = paz_csv_reader_next (csv, &cells, &n_cells, &row, error)) < PAZ_CSV_END)
    {
      counts->rows++;
      if (result == PAZ_CSV_MALFORMED)
        {
          paz_row_refuse (&self->row, -1, PAZ_REFUSAL_QUOTES);
          refuse (self, row, 0);
        }
      else
        read_row (self, cells, n_cells, row);
      if (counts->rows % ROWS_A_LOOK == 0
          && !paz_watch_report (watch, SHARE * paz_csv_reader_get_fraction (csv), error))
        return FALSE;
    }

  if (result == PAZ_CSV_END && counts->rows == 0)
    g_set_error_literal (error, PAZ_IMPORT_ERROR, PAZ_IMPORT_ERROR_EMPTY, "a header and no rows");

  return result == PAZ_CSV_END && counts->rows > 0;
}

/* ---- what was kept as text ---- */

static int
compare_kept_cb (gconstpointer a,
                 gconstpointer b)
{
  const PazImportKept *one = *(const PazImportKept * const *) a;
  const PazImportKept *other = *(const PazImportKept * const *) b;
  int order = strcmp (one->column, other->column);

  if (order != 0)
    return order;

  return one->n_rows != other->n_rows ? (one->n_rows < other->n_rows ? 1 : -1)
                                      : strcmp (one->value, other->value);
}

static void
list_kept (Reading *self)
{
  GHashTableIter iter;
  gpointer key, n;

  g_hash_table_iter_init (&iter, self->row.unknown);
  while (g_hash_table_iter_next (&iter, &key, &n))
    {
      const char *tab = strchr (key, '\t');
      PazImportKept *kept = g_new0 (PazImportKept, 1);

      kept->column = g_strndup (key, tab - (const char *) key);
      kept->value = g_strdup (tab + 1);
      kept->n_rows = GPOINTER_TO_UINT (n);
      g_ptr_array_add (self->import->kept, kept);
    }
  g_ptr_array_sort (self->import->kept, compare_kept_cb);
}

gboolean
paz_import_read_records (PazImport       *self,
                         PazCsvReader    *csv,
                         PazStore        *store,
                         const PazWatch  *watch,
                         GError         **error)
{
  g_auto (Reading) reading = {
    .import = self, .store = store, .layout = self->header->layout->records,
    .row = { .header = self->header },
  };
  int date = reading.layout->date;

  reading.kind = paz_kind_find (reading.layout->kind);
  self->kind = reading.kind;
  if ((date >= 0 && !paz_import_seek_date_order (self, self->header->at[date], watch, &reading.row.order, error))
      || !reading_open (&reading, error)
      || !read_rows (&reading, csv, watch, error))
    return FALSE;

  self->published = g_steal_pointer (&reading.updated);
  list_kept (&reading);
  list_absent (&reading);

  return TRUE;
}

gboolean
paz_import_put_records (PazImport *self,
                        PazEdit   *edit)
{
  /* Kinds that only files fill say which file. */
  const PazField *field = paz_kind_find_field (self->kind, "data_set");

  if (self->records->len == 0)
    return FALSE;

  paz_edit_put (edit, self->data_set);
  for (guint i = 0; i < self->records->len; i++)
    {
      PazRecord *record = self->records->pdata[i];

      if (field != NULL)
        paz_record_set_value (record, field, g_variant_new_string (paz_record_get_id (self->data_set)));
      paz_edit_put (edit, record);
    }

  return TRUE;
}
