/* Records and fields as they were, and what was deleted brought back; each as a new step. */
#include "base/paz-text.h"
#include "paz-edit.h"
#include "paz-past.h"

static PazEdit *
edit_new (void)
{
  PazEdit *edit = paz_edit_new ();

  edit->verb = PAZ_VERB_RESTORED;
  return edit;
}

/* ---- what it stands in ---- */

/* The record as it is staged, else as it is stored. */
static PazRecord *
dup_staged (PazStore    *self,
            PazEdit     *edit,
            const char  *id,
            GError     **error)
{
  for (guint i = 0; i < edit->items->len; i++)
    {
      PazEditItem *item = edit->items->pdata[i];

      if (g_str_equal (paz_record_get_id (item->record), id))
        return g_object_ref (item->record);
    }

  return paz_store_dup_record (self, id, error);
}

/* A record alone in what is deleted could not be found: its containers come back, too. */
static gboolean
stage_containers (PazStore    *self,
                  PazEdit     *edit,
                  PazRecord   *record,
                  GError     **error)
{
  g_autoptr (PazRecord) at = g_object_ref (record);

  while (paz_record_get_container (at) != NULL)
    {
      g_autoptr (GError) local = NULL;
      PazRecord *container = dup_staged (self, edit, paz_record_get_container (at), &local);

      if (container == NULL)
        {
          if (g_error_matches (local, PAZ_STORE_ERROR, PAZ_STORE_ERROR_NOT_FOUND))
            return TRUE;
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      g_object_unref (at);
      at = container;
      if (!paz_record_is_deleted (container))
        continue;
      paz_record_set_deleted (container, FALSE);
      paz_edit_put (edit, container);
    }

  return TRUE;
}

/* ---- as it was ---- */

/* The cells after a step, or before it. NULL when there were none. */
static GHashTable *
find_cells (PazPast         *past,
            guint64          step,
            PazRestorePoint  point)
{
  GHashTable *cells = NULL;

  for (guint i = 0; i < past->lines->len; i++)
    {
      const PazPastLine *line = past->lines->pdata[i];
      guint64 n = (guint64) line->node->step;

      if (n == step && point == PAZ_RESTORE_BEFORE)
        return line->before;
      /* What was undone was there only as its own step left it. */
      if (n == step || (n < step && !line->node->hidden))
        cells = line->after;
    }

  return cells;
}

static void
take_back (PazRecord      *record,
           const PazField *field,
           GHashTable     *cells)
{
  g_autoptr (GVariant) value = NULL;

  if ((field->flags & PAZ_FIELD_LOCAL) != 0)
    return;
  value = paz_past_dup_value (cells, field);
  paz_record_set_value (record, field, value);
}

gboolean
paz_store_restore (PazStore         *self,
                   const char       *record,
                   const PazField   *field,
                   guint64           step,
                   PazRestorePoint   point,
                   guint64          *made,
                   GError          **error)
{
  g_autoptr (PazRecord) now = NULL;
  g_autoptr (PazPast) past = NULL;
  g_autoptr (PazEdit) edit = edit_new ();
  GHashTable *cells;
  const PazKind *kind;

  g_return_val_if_fail (PAZ_IS_STORE (self) && record != NULL, FALSE);

  now = paz_store_dup_record (self, record, error);
  past = now != NULL ? paz_past_load (self, record, error) : NULL;
  if (past == NULL)
    return FALSE;
  cells = find_cells (past, step, point);
  if (cells == NULL || g_hash_table_size (cells) == 0)
    {
      g_set_error (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_NOT_FOUND,
                   "Record %s was not there at step %" G_GUINT64_FORMAT, record, step);
      return FALSE;
    }

  kind = paz_record_get_kind (now);
  for (guint i = 0; field == NULL && i < kind->n_fields; i++)
    take_back (now, &kind->fields[i], cells);
  if (field != NULL)
    take_back (now, field, cells);
  paz_record_set_deleted (now, FALSE);
  paz_edit_put (edit, now);

  return stage_containers (self, edit, now, error)
         && paz_store_apply (self, edit, NULL, NULL, NULL, made, error);
}

/* ---- what is deleted ---- */

void
paz_deletion_free (PazDeletion *self)
{
  g_free (self->record);
  g_clear_pointer (&self->step, paz_step_free);
  g_free (self);
}

/* The step of a record's newest line that stands. */
static guint64
find_last_step (PazStore   *self,
                const char *record)
{
  sqlite3_stmt *statement = paz_statements_get (self->reading, "SELECT step FROM rev WHERE record = ? AND hidden = 0"
                                                               " ORDER BY n DESC LIMIT 1", NULL);
  guint64 step = 0;
  gboolean row;

  if (statement == NULL)
    return 0;
  paz_sql_bind_text (statement, 1, record);
  if (paz_sql_step (statement, &row, NULL) && row)
    step = (guint64) sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);

  return step;
}

static gboolean
has_words (PazRecord   *record,
           GStrv        words)
{
  g_autoptr (GString) all = g_string_new (NULL);
  const PazKind *kind = paz_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    for (int j = 0; j < PAZ_N_LANGUAGES; j++)
      {
        GVariant *value = paz_record_get_value (record, &kind->fields[i]);
        g_autofree char *text = NULL;

        if (value == NULL || (j > 0 && kind->fields[i].type != PAZ_VALUE_CHOICE
                              && kind->fields[i].type != PAZ_VALUE_COUNTRY
                              && kind->fields[i].type != PAZ_VALUE_TRILINGUAL))
          continue;
        text = paz_value_dup_display (&kind->fields[i], kind, value, paz_catalogue_get ((PazLanguage) j));
        g_string_append_printf (all, "%s\n", text);
      }
  for (int i = 0; words != NULL && words[i] != NULL; i++)
    if (*words[i] != '\0' && !paz_text_contains (all->str, words[i]))
      return FALSE;

  return TRUE;
}

/* Its container was deleted in the same step, or has gone altogether: it shows there. */
static gboolean
is_with_container (PazStore   *self,
                   const char *container,
                   guint64     step)
{
  g_autoptr (PazRecord) record = container != NULL ? paz_rows_read (self->reader, container, NULL) : NULL;

  return record != NULL && paz_record_is_deleted (record) && find_last_step (self, container) == step;
}

static gboolean
list_deleted_of (PazStore       *self,
                 const PazKind  *kind,
                 GStrv           words,
                 GPtrArray      *to,
                 GError        **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"k_%s\" WHERE deleted = 1", kind->key);
  g_autoptr (sqlite3_stmt) statement = paz_sql_prepare (self->reader, sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  while (paz_sql_step (statement, &row, error))
    {
      g_autoptr (PazRecord) record = NULL;
      PazDeletion *deletion;
      guint64 step;

      if (!row)
        return TRUE;
      record = paz_rows_read_statement (kind, statement);
      step = find_last_step (self, paz_record_get_id (record));
      if (is_with_container (self, paz_record_get_container (record), step)
          || (words != NULL && !has_words (record, words)))
        continue;
      deletion = g_new0 (PazDeletion, 1);
      deletion->record = g_strdup (paz_record_get_id (record));
      deletion->kind = kind;
      deletion->step = paz_store_dup_step (self, step);
      g_ptr_array_add (to, deletion);
    }

  return FALSE;
}

static int
compare_deletions_cb (gconstpointer a,
                      gconstpointer b)
{
  const PazDeletion *first = *(PazDeletion * const *) a;
  const PazDeletion *second = *(PazDeletion * const *) b;
  guint64 n = first->step != NULL ? first->step->n : 0;
  guint64 m = second->step != NULL ? second->step->n : 0;

  return n != m ? (n < m) - (n > m) : strcmp (first->record, second->record);
}

GPtrArray *
paz_store_list_deleted (PazStore       *self,
                        const PazKind  *kind,
                        const char     *words,
                        GCancellable   *cancellable,
                        GError        **error)
{
  g_autoptr (GPtrArray) deletions = g_ptr_array_new_with_free_func ((GDestroyNotify) paz_deletion_free);
  g_autofree char *folded = words != NULL ? paz_text_fold (words) : NULL;
  g_auto (GStrv) parts = folded != NULL && *folded != '\0' ? g_strsplit (folded, " ", -1) : NULL;
  const PazKind * const *kinds = paz_kind_list (NULL);

  g_return_val_if_fail (PAZ_IS_STORE (self), NULL);

  for (guint i = 0; kinds[i] != NULL; i++)
    if ((kind == NULL || kind == kinds[i])
        && (g_cancellable_set_error_if_cancelled (cancellable, error)
            || !list_deleted_of (self, kinds[i], parts, deletions, error)))
      return NULL;
  g_ptr_array_sort (deletions, compare_deletions_cb);

  return g_steal_pointer (&deletions);
}

/* ---- bringing back ---- */

static GPtrArray *
list_children (PazStore    *self,
               const char  *container,
               GError     **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (sqlite3_stmt) statement = paz_sql_prepare (self->reader, "SELECT id FROM record WHERE container = ?", error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  paz_sql_bind_text (statement, 1, container);
  while (paz_sql_step (statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&ids);
      g_ptr_array_add (ids, g_strdup (paz_sql_get_text (statement, 0)));
    }

  return NULL;
}

/* The record and what was deleted together with it. */
static gboolean
stage_back (PazStore    *self,
            PazEdit     *edit,
            const char  *id,
            guint64      step,
            GError     **error)
{
  g_autoptr (PazRecord) record = dup_staged (self, edit, id, error);
  g_autoptr (GPtrArray) children = NULL;

  if (record == NULL)
    return FALSE;
  if (!paz_record_is_deleted (record) || (step != 0 && find_last_step (self, id) != step))
    return TRUE;
  if (step == 0)
    step = find_last_step (self, id);
  paz_record_set_deleted (record, FALSE);
  paz_edit_put (edit, record);

  children = list_children (self, id, error);
  for (guint i = 0; children != NULL && i < children->len; i++)
    if (!stage_back (self, edit, children->pdata[i], step, error))
      return FALSE;

  return children != NULL && stage_containers (self, edit, record, error);
}

gboolean
paz_store_bring_back (PazStore            *self,
                      const char * const  *records,
                      guint64             *made,
                      GError             **error)
{
  g_autoptr (PazEdit) edit = edit_new ();

  g_return_val_if_fail (PAZ_IS_STORE (self) && records != NULL, FALSE);

  for (guint i = 0; records[i] != NULL; i++)
    if (!stage_back (self, edit, records[i], 0, error))
      return FALSE;

  return paz_store_apply (self, edit, NULL, NULL, NULL, made, error);
}
