/* One old step taken back, later ones left as they are: a new step that writes what was before,
 * where nothing later stands on it. */
#include "paz-edit.h"
#include "paz-past.h"

/* What a step did to one record, and what came after it. */
typedef struct
{
  PazPast           *past;
  const PazPastLine *first;    /* of the step; both stand */
  const PazPastLine *last;
} Trace;

/* Looking for what stands on a step. */
typedef struct
{
  PazStore   *store;
  guint64     step;
  GPtrArray  *traces;          /* Trace */
  GHashTable *traced;          /* id -> Trace, lent */
  GPtrArray  *dependents;      /* PazHistoryEntry */
} Reversal;

static void
trace_free (Trace *trace)
{
  paz_past_free (trace->past);
  g_free (trace);
}

static void
reversal_clear (Reversal *self)
{
  g_clear_pointer (&self->traces, g_ptr_array_unref);
  g_clear_pointer (&self->traced, g_hash_table_unref);
  g_clear_pointer (&self->dependents, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reversal, reversal_clear)

static gboolean
is_created (const Trace *trace)
{
  return g_hash_table_size (trace->first->before) == 0;
}

static gboolean
is_added (const Trace *trace)
{
  return !paz_past_is_deleted (trace->last->after) && (is_created (trace) || paz_past_is_deleted (trace->first->before));
}

static gboolean
is_removed (const Trace *trace)
{
  return paz_past_is_deleted (trace->last->after) && !paz_past_is_deleted (trace->first->before);
}

static gboolean
is_release_changed (const Trace *trace)
{
  PazPastLine both = *trace->last;

  both.former = trace->first->former;
  return paz_past_is_release_changed (&both);
}

/* ---- reading ---- */

static Trace *
load_trace (Reversal    *self,
            const char  *record,
            GError     **error)
{
  Trace *trace = g_new0 (Trace, 1);

  trace->past = paz_past_load (self->store, record, error);
  if (trace->past == NULL)
    {
      g_free (trace);
      return NULL;
    }
  for (guint i = 0; i < trace->past->lines->len; i++)
    {
      const PazPastLine *line = trace->past->lines->pdata[i];

      if ((guint64) line->node->step != self->step || line->node->hidden)
        continue;
      if (trace->first == NULL)
        trace->first = line;
      trace->last = line;
    }

  return trace;
}

static GPtrArray *
list_ids (PazStore    *store,
          const char  *sql,
          const char  *text,
          gint64       number,
          GError     **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (sqlite3_stmt) statement = paz_sql_prepare (store->reader, sql, error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  if (text != NULL)
    paz_sql_bind_text (statement, 1, text);
  else
    sqlite3_bind_int64 (statement, 1, number);
  while (paz_sql_step (statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&ids);
      g_ptr_array_add (ids, g_strdup (paz_sql_get_text (statement, 0)));
    }

  return NULL;
}

static gboolean
load_traces (Reversal  *self,
             GError   **error)
{
  g_autoptr (GPtrArray) ids = list_ids (self->store, "SELECT DISTINCT record FROM rev WHERE step = ? AND hidden = 0",
                                        NULL, (gint64) self->step, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      Trace *trace = load_trace (self, ids->pdata[i], error);

      if (trace == NULL)
        return FALSE;
      g_ptr_array_add (self->traces, trace);
      if (trace->first != NULL)
        g_hash_table_insert (self->traced, trace->past->state->record, trace);
    }

  return ids != NULL;
}

static gboolean
is_revertible (PazStore  *store,
               guint64    step,
               GError   **error)
{
  g_autoptr (PazStep) found = paz_store_dup_step (store, step);

  if (found != NULL && !found->undone && found->type != PAZ_STEP_REFERENCE)
    return TRUE;

  g_set_error (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_NOTHING, "No step %" G_GUINT64_FORMAT " stands", step);
  return FALSE;
}

static gboolean
reversal_start (Reversal  *self,
                PazStore  *store,
                guint64    step,
                GError   **error)
{
  self->store = store;
  self->step = step;
  self->traces = g_ptr_array_new_with_free_func ((GDestroyNotify) trace_free);
  self->traced = g_hash_table_new (g_str_hash, g_str_equal);
  self->dependents = g_ptr_array_new_with_free_func ((GDestroyNotify) paz_history_entry_free);

  return is_revertible (store, step, error) && load_traces (self, error);
}

/* ---- sets ---- */

static gboolean
is_elements (GVariant *value)
{
  return value == NULL || g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY);
}

static gboolean
has_element (GVariant   *value,
             const char *element)
{
  g_autofree const char **elements = value != NULL ? g_variant_get_strv (value, NULL) : NULL;

  return elements != NULL && g_strv_contains (elements, element);
}

/* An element of `a` that is in only one of a and b, and in only one of c and d. */
static gboolean
shares_change (GVariant *a,
               GVariant *b,
               GVariant *c,
               GVariant *d)
{
  g_autofree const char **elements = a != NULL ? g_variant_get_strv (a, NULL) : NULL;

  for (guint i = 0; elements != NULL && elements[i] != NULL; i++)
    if (!has_element (b, elements[i]) && has_element (c, elements[i]) != has_element (d, elements[i]))
      return TRUE;

  return FALSE;
}

static void
append_elements (GPtrArray *to,
                 GVariant  *value,
                 GVariant  *without,
                 GVariant  *unless)
{
  g_autofree const char **elements = value != NULL ? g_variant_get_strv (value, NULL) : NULL;

  for (guint i = 0; elements != NULL && elements[i] != NULL; i++)
    if ((!has_element (without, elements[i]) || has_element (unless, elements[i]))
        && !g_ptr_array_find_with_equal_func (to, elements[i], g_str_equal, NULL))
      g_ptr_array_add (to, (gpointer) elements[i]);
}

/* What is now, without what the step put in and with what it took out. */
static GVariant *
revert_set (GVariant *now,
            GVariant *before,
            GVariant *after)
{
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();

  append_elements (elements, now, after, before);
  append_elements (elements, before, after, NULL);
  if (elements->len == 0)
    return NULL;
  g_ptr_array_add (elements, NULL);

  return paz_value_new_set ((const char * const *) elements->pdata);
}

/* ---- what stands on it ---- */

static void
add_dependent (Reversal          *self,
               PazPast           *past,
               const PazPastLine *line,
               const PazField    *field)
{
  g_autoptr (GVariant) before = field != NULL ? paz_past_dup_value (line->before, field) : NULL;
  g_autoptr (GVariant) after = field != NULL ? paz_past_dup_value (line->after, field) : NULL;
  PazHistoryEntry *entry = paz_past_make_entry (past, field, before, after);

  entry->step = paz_store_dup_step (self->store, (guint64) line->node->step);
  g_ptr_array_add (self->dependents, entry);
}

static gboolean
is_field_redone (const PazField    *field,
                 const Trace       *trace,
                 const PazPastLine *line)
{
  g_autoptr (GVariant) before = paz_past_dup_value (trace->first->before, field);
  g_autoptr (GVariant) after = paz_past_dup_value (trace->last->after, field);
  g_autoptr (GVariant) old = paz_past_dup_value (line->before, field);
  g_autoptr (GVariant) new = paz_past_dup_value (line->after, field);

  if (paz_value_equal (field, before, after) || paz_value_equal (field, old, new))
    return FALSE;
  if (paz_field_is_set (field) && is_elements (before) && is_elements (after)
      && is_elements (old) && is_elements (new))
    return shares_change (before, after, old, new) || shares_change (after, before, old, new);

  return TRUE;
}

/* Written since under a release that is narrower than what comes back. */
static gboolean
is_sheltered (const Trace *trace)
{
  const PazRevision *then = trace->first->former != NULL ? trace->first->former->revision : NULL;

  return then != NULL && is_release_changed (trace) && then->level <= trace->last->node->revision->level;
}

static gboolean
is_deletion_changed (const PazPastLine *line)
{
  return paz_past_is_deleted (line->before) != paz_past_is_deleted (line->after);
}

static gboolean
stands_on (const Trace       *trace,
           const PazPastLine *line)
{
  const PazPastLine *newest = trace->past->lines->pdata[trace->past->lines->len - 1];
  PazHistoryEntry *entry;
  g_autoptr (GPtrArray) entries = NULL;

  if (is_created (trace))
    return TRUE;
  if (is_deletion_changed (line) && (is_added (trace) || is_removed (trace) || paz_past_is_deleted (newest->after)))
    return TRUE;
  if (is_release_changed (trace) && paz_past_is_release_changed (line))
    return TRUE;
  if (!is_sheltered (trace) && !is_added (trace))
    return FALSE;
  entries = paz_past_list_entries (trace->past, line);
  entry = entries->pdata[0];

  return is_added (trace) || entry->field != NULL;
}

static void
look_at_line (Reversal          *self,
              const Trace       *trace,
              const PazPastLine *line)
{
  const PazKind *kind = trace->past->state->kind;

  if (stands_on (trace, line))
    {
      g_autoptr (GPtrArray) entries = paz_past_list_entries (trace->past, line);

      for (guint i = 0; i < entries->len; i++)
        add_dependent (self, trace->past, line, ((PazHistoryEntry *) entries->pdata[i])->field);
      return;
    }
  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & PAZ_FIELD_LOCAL) == 0 && is_field_redone (&kind->fields[i], trace, line))
      add_dependent (self, trace->past, line, &kind->fields[i]);
}

static void
look_at_later_lines (Reversal    *self,
                     const Trace *trace)
{
  for (guint i = trace->past->lines->len; i > 0; i--)
    {
      const PazPastLine *line = trace->past->lines->pdata[i - 1];

      if (line->node->n <= trace->last->node->n)
        break;
      if (!line->node->hidden)
        look_at_line (self, trace, line);
    }
}

/* ---- what leans on a record that goes, or that must be there for it to come back ---- */

/* The newest line that stands and made it so; the first when none did. */
static const PazPastLine *
find_cause (PazPast        *past,
            const PazField *field,
            gboolean        deletion)
{
  const PazPastLine *cause = NULL;

  for (guint i = 0; i < past->lines->len; i++)
    {
      const PazPastLine *line = past->lines->pdata[i];
      g_autoptr (GVariant) old = field != NULL ? paz_past_dup_value (line->before, field) : NULL;
      g_autoptr (GVariant) new = field != NULL ? paz_past_dup_value (line->after, field) : NULL;

      if (line->node->hidden)
        continue;
      if (cause == NULL
          || (deletion ? is_deletion_changed (line) : field != NULL && !paz_value_equal (field, old, new)))
        cause = line;
    }

  return cause;
}

static gboolean
add_cause (Reversal        *self,
           const char      *record,
           const char      *field_key,
           gboolean         deletion,
           GError         **error)
{
  g_autoptr (PazPast) past = paz_past_load (self->store, record, error);
  const PazField *field;
  const PazPastLine *cause;

  if (past == NULL)
    return FALSE;
  if (past->state->kind == NULL)
    return TRUE;
  field = field_key != NULL ? paz_kind_find_field (past->state->kind, field_key) : NULL;
  cause = find_cause (past, field, deletion);
  if (cause != NULL)
    add_dependent (self, past, cause, field);

  return TRUE;
}

/* It goes with the step, or the step's own write of the link does. */
static gboolean
leaves_too (Reversal   *self,
            const char *record,
            const char *field_key)
{
  const Trace *trace = g_hash_table_lookup (self->traced, record);
  const PazField *field;
  g_autoptr (GVariant) before = NULL;
  g_autoptr (GVariant) after = NULL;

  if (trace == NULL)
    return FALSE;
  if (is_added (trace) || field_key == NULL)
    return is_added (trace);
  field = paz_kind_find_field (trace->past->state->kind, field_key);
  if (field == NULL)
    return FALSE;
  before = paz_past_dup_value (trace->first->before, field);
  after = paz_past_dup_value (trace->last->after, field);

  return !paz_value_equal (field, before, after);
}

static gboolean
look_at_children (Reversal    *self,
                  const char  *record,
                  GError     **error)
{
  g_autoptr (GPtrArray) ids = list_ids (self->store, "SELECT id FROM record WHERE container = ?", record, 0, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (PazRecord) child = paz_rows_read (self->store->reader, ids->pdata[i], NULL);

      if (child != NULL && !paz_record_is_deleted (child) && !leaves_too (self, ids->pdata[i], NULL)
          && !add_cause (self, ids->pdata[i], NULL, FALSE, error))
        return FALSE;
    }

  return ids != NULL;
}

static gboolean
look_at_links (Reversal    *self,
               const char  *record,
               GError     **error)
{
  g_autoptr (sqlite3_stmt) statement = paz_sql_prepare (self->store->reader,
                                                        "SELECT record, field FROM target WHERE target = ?", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  paz_sql_bind_text (statement, 1, record);
  while (paz_sql_step (statement, &row, error))
    {
      const char *from, *field;

      if (!row)
        return TRUE;
      from = paz_sql_get_text (statement, 0);
      field = paz_sql_get_text (statement, 1);
      if (!g_str_equal (from, record) && !leaves_too (self, from, field)
          && !add_cause (self, from, field, FALSE, error))
        return FALSE;
    }

  return FALSE;
}

static const char *
get_container (const Trace *trace)
{
  return trace->last->node->revision->container;
}

/* What was deleted comes back only into what is there. */
static gboolean
look_at_container (Reversal     *self,
                   const Trace  *trace,
                   GError      **error)
{
  const char *container = get_container (trace);
  const Trace *of = container != NULL ? g_hash_table_lookup (self->traced, container) : NULL;
  g_autoptr (PazRecord) record = NULL;

  if (container == NULL || (of != NULL && is_removed (of)))
    return TRUE;
  record = paz_rows_read (self->store->reader, container, NULL);

  return record == NULL || !paz_record_is_deleted (record) || add_cause (self, container, NULL, TRUE, error);
}

static gboolean
look_at_trace (Reversal     *self,
               const Trace  *trace,
               GError      **error)
{
  const char *record = trace->past->state->record;

  if (trace->first == NULL || trace->past->state->kind == NULL)
    return TRUE;
  look_at_later_lines (self, trace);
  if (is_added (trace))
    return look_at_children (self, record, error) && look_at_links (self, record, error);

  return !is_removed (trace) || look_at_container (self, trace, error);
}

static int
compare_steps_cb (gconstpointer a,
                  gconstpointer b)
{
  const PazStep *first = (*(PazHistoryEntry * const *) a)->step;
  const PazStep *second = (*(PazHistoryEntry * const *) b)->step;
  guint64 n = first != NULL ? first->n : 0;
  guint64 m = second != NULL ? second->n : 0;

  return (n < m) - (n > m);
}

static gboolean
find_dependents (Reversal  *self,
                 GError   **error)
{
  for (guint i = 0; i < self->traces->len; i++)
    if (!look_at_trace (self, self->traces->pdata[i], error))
      return FALSE;
  g_ptr_array_sort (self->dependents, compare_steps_cb);

  return TRUE;
}

GPtrArray *
paz_store_list_dependents (PazStore  *self,
                           guint64    step,
                           GError   **error)
{
  g_auto (Reversal) reversal = { 0 };

  g_return_val_if_fail (PAZ_IS_STORE (self), NULL);

  if (!reversal_start (&reversal, self, step, error) || !find_dependents (&reversal, error))
    return NULL;

  return g_steal_pointer (&reversal.dependents);
}

/* ---- going back ---- */

static void
revert_field (const Trace    *trace,
              PazRecord      *record,
              const PazField *field)
{
  g_autoptr (GVariant) before = paz_past_dup_value (trace->first->before, field);
  g_autoptr (GVariant) after = paz_past_dup_value (trace->last->after, field);
  GVariant *now = paz_record_get_value (record, field);

  if (paz_value_equal (field, before, after))
    return;
  if (paz_field_is_set (field) && is_elements (before) && is_elements (after) && is_elements (now))
    paz_record_set_value (record, field, revert_set (now, before, after));
  else
    paz_record_set_value (record, field, before);
}

static gboolean
stage_trace (Reversal     *self,
             const Trace  *trace,
             PazEdit      *edit,
             GError      **error)
{
  g_autoptr (PazRecord) record = paz_store_dup_record (self->store, trace->past->state->record, error);
  const PazKind *kind = trace->past->state->kind;

  if (record == NULL)
    return FALSE;
  for (guint i = 0; !is_created (trace) && i < kind->n_fields; i++)
    if ((kind->fields[i].flags & PAZ_FIELD_LOCAL) == 0)
      revert_field (trace, record, &kind->fields[i]);
  if (is_added (trace) || is_removed (trace))
    paz_record_set_deleted (record, is_added (trace));
  if (is_release_changed (trace))
    {
      const PazRevision *then = trace->first->former->revision;

      paz_record_set_release (record, then->level, (const char * const *) then->list);
    }
  paz_edit_put (edit, record);

  return TRUE;
}

static PazEdit *
make_edit (Reversal  *self,
           GError   **error)
{
  g_autoptr (PazEdit) edit = paz_edit_new ();

  edit->verb = PAZ_VERB_REVERTED;
  edit->origin = g_strdup_printf ("%" G_GUINT64_FORMAT, self->step);
  for (guint i = 0; i < self->traces->len; i++)
    {
      const Trace *trace = self->traces->pdata[i];

      if (trace->first != NULL && trace->past->state->kind != NULL
          && !stage_trace (self, trace, edit, error))
        return NULL;
    }

  return g_steal_pointer (&edit);
}

gboolean
paz_store_revert (PazStore  *self,
                  guint64    step,
                  guint64   *made,
                  GError   **error)
{
  g_auto (Reversal) reversal = { 0 };
  g_autoptr (PazEdit) edit = NULL;

  g_return_val_if_fail (PAZ_IS_STORE (self), FALSE);

  if (!reversal_start (&reversal, self, step, error) || !find_dependents (&reversal, error))
    return FALSE;
  if (reversal.dependents->len > 0)
    {
      g_set_error (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_DEPENDS,
                   "%u later changes stand on step %" G_GUINT64_FORMAT, reversal.dependents->len, step);
      return FALSE;
    }
  edit = make_edit (&reversal, error);

  return edit != NULL && paz_store_apply (self, edit, NULL, NULL, NULL, made, error);
}
