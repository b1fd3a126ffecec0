/* From what is staged to signed lines and derived rows, all or nothing. */
#include "paz-derive.h"
#include "paz-drafts-private.h"
#include "paz-edit.h"
#include "paz-revise.h"

/* Only data sets have this field. */
#define FACTS_CELL "facts"

/* An edit on its way in. */
typedef struct
{
  PazStore    *store;
  PazProgress  progress;
  gpointer     data;
  const char  *verb;       /* what the step is called; NULL: by its first record */
} Passage;

static gboolean
check (PazRecord  *record,
       GError    **error)
{
  g_autoptr (GPtrArray) problems = paz_record_check (record);
  PazProblem *problem;

  if (problems->len == 0)
    return TRUE;

  problem = problems->pdata[0];
  g_set_error (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_INVALID, "%s %s: %s",
               paz_record_get_kind (record)->key, paz_record_get_id (record),
               problem->field != NULL ? problem->field->key : "rule");
  return FALSE;
}

/* NULL without error when the store does not hold the record. */
static gboolean
read_stored (PazStore    *self,
             const char  *id,
             PazRecord  **stored,
             GError     **error)
{
  g_autoptr (GError) local = NULL;

  *stored = paz_rows_read_kept (self->statements, id, &local);
  if (*stored != NULL || g_error_matches (local, PAZ_STORE_ERROR, PAZ_STORE_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

static const PazField *
find_field (PazRecord  *record,
            const char *cell)
{
  return paz_cells_find_field (paz_record_get_kind (record), cell);
}

/* A person who took the mark of conflict off has decided, even for the value that stood there. */
static gboolean
is_decided (PazRecord  *stored,
            PazRecord  *record,
            const char *cell)
{
  const PazField *field = find_field (record, cell);

  return stored != NULL && field != NULL
         && paz_record_is_in_conflict (stored, field) && !paz_record_is_in_conflict (record, field);
}

/* The cells that differ, and those that hold nothing any more. */
static GHashTable *
find_changes (PazRecord *stored,
              PazRecord *record)
{
  g_autoptr (GHashTable) old = stored != NULL ? paz_cells_from_record (stored) : paz_cells_new ();
  g_autoptr (GHashTable) new = paz_cells_from_record (record);
  GHashTable *changes = paz_cells_new ();
  GHashTableIter iter;
  gpointer name, node;

  g_hash_table_iter_init (&iter, new);
  while (g_hash_table_iter_next (&iter, &name, &node))
    if (!paz_canonical_equal (node, g_hash_table_lookup (old, name)) || is_decided (stored, record, name))
      g_hash_table_insert (changes, g_strdup (name), json_node_ref (node));

  g_hash_table_iter_init (&iter, old);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!g_hash_table_contains (new, name))
      g_hash_table_insert (changes, g_strdup (name),
                           paz_cells_make_cleared (find_field (record, name), name));

  return changes;
}

static gboolean
is_release_equal (PazRecord *a,
                  PazRecord *b)
{
  return paz_record_get_level (a) == paz_record_get_level (b)
         && (paz_record_get_level (a) != PAZ_LEVEL_NAMED
             || g_strv_equal (paz_record_get_list (a), paz_record_get_list (b)));
}

/* *written: whether anything differed. */
static gboolean
write_local (PazStore   *self,
             PazRecord  *stored,
             PazRecord  *record,
             gboolean   *written,
             GError    **error)
{
  const PazKind *kind = paz_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const PazField *field = &kind->fields[i];
      GVariant *old = stored != NULL ? paz_record_get_value (stored, field) : NULL;
      guint64 step;

      if ((field->flags & PAZ_FIELD_LOCAL) == 0
          || paz_value_equal (field, old, paz_record_get_value (record, field)))
        continue;
      step = paz_door_get_step (self, error);
      if (step == 0 || !paz_local_write (self->statements, record, field, step, error))
        return FALSE;
      *written = TRUE;
    }

  return TRUE;
}

static gboolean
write_record (PazStore    *self,
              PazRecord   *stored,
              PazRecord   *record,
              GHashTable  *changes,
              gboolean    *written,
              GError     **error)
{
  gboolean revise = stored == NULL || g_hash_table_size (changes) > 0
                    || paz_record_is_deleted (stored) != paz_record_is_deleted (record)
                    || !is_release_equal (stored, record);

  *written = revise;
  if (!write_local (self, stored, record, written, error))
    return FALSE;
  if (revise)
    return paz_revise (self, record, changes, error);

  return !*written || paz_revise_derive (self, paz_record_get_id (record), error);
}

static const char *
get_verb (PazStore  *self,
          PazRecord *stored,
          PazRecord *record)
{
  if (self->step_type == PAZ_STEP_IMPORT)
    return "imported";
  if (paz_record_is_deleted (record))
    return "deleted";
  if (stored == NULL || paz_record_is_deleted (stored))
    return "added";

  return "edited";
}

static gboolean
put (Passage    *passage,
     PazRecord  *record,
     JsonNode   *facts,
     GError    **error)
{
  PazStore *self = passage->store;
  g_autoptr (PazRecord) stored = NULL;
  g_autoptr (GHashTable) changes = NULL;
  gboolean written = FALSE;

  if (!read_stored (self, paz_record_get_id (record), &stored, error))
    return FALSE;
  if (!paz_record_is_deleted (record) && !check (record, error))
    return FALSE;

  changes = find_changes (stored, record);
  /* What the facts add up to is not for a person to say. */
  if (paz_kind_find_field (paz_record_get_kind (record), FACTS_CELL) != NULL)
    g_hash_table_remove (changes, FACTS_CELL);
  if (facts != NULL)
    g_hash_table_insert (changes, g_strdup (FACTS_CELL), json_node_ref (facts));
  if (!write_record (self, stored, record, changes, &written, error))
    return FALSE;

  return !written || paz_door_note (self, passage->verb != NULL ? passage->verb : get_verb (self, stored, record),
                                    paz_record_get_kind (record)->key, paz_record_get_id (record), error);
}

/* ---- removal, with what the record contains ---- */

static GPtrArray *
list_children (PazStore    *self,
               const char  *container,
               GError     **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement = paz_statements_get (self->statements, "SELECT id FROM record WHERE container = ? ORDER BY id", error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  paz_sql_bind_text (statement, 1, container);
  while (paz_sql_step (statement, &row, error))
    {
      if (!row)
        {
          sqlite3_reset (statement);
          return g_steal_pointer (&ids);
        }
      g_ptr_array_add (ids, g_strdup (paz_sql_get_text (statement, 0)));
    }

  return NULL;
}

static gboolean
remove_record (Passage     *passage,
               const char  *id,
               GError     **error)
{
  g_autoptr (PazRecord) stored = NULL;
  g_autoptr (PazRecord) gone = NULL;
  g_autoptr (GPtrArray) children = NULL;

  if (!read_stored (passage->store, id, &stored, error))
    return FALSE;
  if (stored == NULL || paz_record_is_deleted (stored))
    return TRUE;

  gone = paz_record_dup (stored);
  paz_record_set_deleted (gone, TRUE);
  if (!put (passage, gone, NULL, error))
    return FALSE;

  children = list_children (passage->store, id, error);
  if (children == NULL)
    return FALSE;
  for (guint i = 0; i < children->len; i++)
    if (!remove_record (passage, children->pdata[i], error))
      return FALSE;

  return TRUE;
}

/* ---- facts ---- */

typedef struct
{
  const char   *data_set;
  PazFactTable *facts;
} Hashing;

static gpointer
hash_cb (gpointer data)
{
  Hashing *hashing = data;

  return paz_facts_make_cell (hashing->data_set, hashing->facts);
}

/* Facts that other lines speak of cannot be taken from under them; the same ones may come again. */
static gboolean
check_facts (PazStore    *self,
             PazRecord   *data_set,
             JsonNode    *cell,
             gboolean    *same,
             GError     **error)
{
  g_autoptr (PazState) state = paz_revise_load (self, paz_record_get_id (data_set), error);
  PazLive *live;

  if (state == NULL)
    return FALSE;
  live = g_hash_table_lookup (state->live, FACTS_CELL);
  *same = live != NULL && paz_canonical_equal (live->value, cell);
  if (live == NULL || *same || JSON_NODE_HOLDS_NULL (live->value))
    return TRUE;

  g_set_error (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_INVALID,
               "Data set %s holds other facts already", paz_record_get_id (data_set));
  return FALSE;
}

/* The sum over the canonical chunks is made on a second thread while SQLite writes. */
static gboolean
put_facts (Passage      *passage,
           PazEditItem  *item,
           GError      **error)
{
  PazStore *self = passage->store;
  Hashing hashing = { paz_record_get_id (item->record), item->facts };
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) cell = NULL;
  gboolean written, same;
  GThread *thread;

  if (!paz_door_leave_behind (self, error))
    return FALSE;

  thread = g_thread_new ("facts", hash_cb, &hashing);
  written = paz_facts_write (self->writer, hashing.data_set, item->facts, passage->progress,
                             passage->data, self->cancellable, error);
  text = g_thread_join (thread);
  if (!written)
    return FALSE;

  cell = paz_canonical_read (text, strlen (text), error);
  if (cell == NULL || !check_facts (self, item->record, cell, &same, error))
    return FALSE;

  return put (passage, item->record, same ? NULL : cell, error);
}

/* ---- the whole edit ---- */

static gboolean
pass_item (Passage      *passage,
           PazEditItem  *item,
           GError      **error)
{
  if (item->remove)
    return remove_record (passage, paz_record_get_id (item->record), error);
  if (item->facts != NULL)
    return put_facts (passage, item, error);

  return put (passage, item->record, NULL, error);
}

static gboolean
pass_items (Passage  *passage,
            PazEdit  *edit,
            GError  **error)
{
  g_autoptr (GHashTable) pending = g_hash_table_new (g_str_hash, g_str_equal);
  PazStore *self = passage->store;
  gboolean passed = TRUE;

  for (guint i = 0; i < edit->items->len; i++)
    {
      PazEditItem *item = edit->items->pdata[i];

      g_hash_table_insert (pending, (gpointer) paz_record_get_id (item->record), item->record);
    }

  self->pending = pending;
  for (guint i = 0; passed && i < edit->items->len; i++)
    {
      if (passage->progress != NULL && edit->items->len > 1)
        passage->progress ((double) i / edit->items->len, passage->data);
      passed = !g_cancellable_set_error_if_cancelled (self->cancellable, error)
               && pass_item (passage, edit->items->pdata[i], error);
    }
  self->pending = NULL;

  return passed;
}

static int
progress_cb (gpointer data)
{
  return g_cancellable_is_cancelled (data);
}

/* Records and facts. */
static guint64
count_changes (PazEdit *edit)
{
  guint64 n = edit->items->len;

  for (guint i = 0; i < edit->items->len; i++)
    {
      const PazEditItem *item = edit->items->pdata[i];

      n += item->facts != NULL ? paz_fact_table_get_n_rows (item->facts) : 0;
    }

  return n;
}

/* What is large went into the log page by page; a step that is done need not wait there. */
static void
settle_large (PazStore *self,
              guint64   changes)
{
  g_autoptr (GError) error = NULL;

  if (changes > PAZ_BACKUP_CHANGES && !paz_store_settle (self, &error))
    g_message ("Settling %s: %s", self->path, error->message);
}

static PazStepType
get_step_type (PazEdit *edit)
{
  return edit->origin != NULL && edit->verb == NULL ? PAZ_STEP_IMPORT : PAZ_STEP_EDIT;
}

gboolean
paz_store_apply (PazStore      *self,
                 PazEdit       *edit,
                 PazProgress    progress,
                 gpointer       data,
                 GCancellable  *cancellable,
                 guint64       *step,
                 GError       **error)
{
  Passage passage = { self, progress, data, edit->verb };
  guint64 changes = count_changes (edit);
  guint64 done = 0;
  gboolean passed;

  g_return_val_if_fail (PAZ_IS_STORE (self), FALSE);
  g_return_val_if_fail (edit != NULL, FALSE);

  if (step != NULL)
    *step = 0;
  if (!paz_backup_make_before (self, changes, error) ||
      !paz_door_open (self, get_step_type (edit), edit->origin, cancellable, error))
    return FALSE;

  if (cancellable != NULL)
    sqlite3_progress_handler (self->writer, 20000, progress_cb, cancellable);
  passed = pass_items (&passage, edit, error) && paz_drafts_drop_staged (self, edit, error);
  sqlite3_progress_handler (self->writer, 0, NULL, NULL);

  if (!passed || self->step == 0)
    {
      paz_door_roll_back (self);
      return passed;
    }
  if (!paz_door_commit (self, &done, error))
    return FALSE;

  settle_large (self, changes);
  if (step != NULL)
    *step = done;
  paz_door_emit (self, done);

  return TRUE;
}
