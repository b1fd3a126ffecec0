/* What changed when: each line against what this copy said before it came. */
#include "paz-compute.h"
#include "paz-store-core.h"

/* One record's lines in the order in which they came. */
typedef struct
{
  PazState   *state;
  GPtrArray  *nodes;      /* PazNode, lent */
  GHashTable *now;        /* cells as they stand before the line at hand */
  GHashTable *persons;    /* names of the cells a person wrote */
  GHashTable *entries;    /* n of a line -> GPtrArray of PazHistoryEntry */
} Past;

static void
past_free (Past *self)
{
  g_clear_pointer (&self->state, paz_state_free);
  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  g_clear_pointer (&self->now, g_hash_table_unref);
  g_clear_pointer (&self->persons, g_hash_table_unref);
  g_clear_pointer (&self->entries, g_hash_table_unref);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Past, past_free)

void
paz_history_entry_free (PazHistoryEntry *self)
{
  g_clear_pointer (&self->step, paz_step_free);
  g_free (self->record);
  g_clear_pointer (&self->before, g_variant_unref);
  g_clear_pointer (&self->after, g_variant_unref);
  g_free (self);
}

static int
compare_arrival_cb (gconstpointer a,
                    gconstpointer b)
{
  gint64 first = (*(PazNode * const *) a)->n;
  gint64 second = (*(PazNode * const *) b)->n;

  return (first > second) - (first < second);
}

static PazHistoryEntry *
entry_new (Past           *past,
           const PazField *field,
           GVariant       *before,
           GVariant       *after)
{
  PazHistoryEntry *entry = g_new0 (PazHistoryEntry, 1);

  entry->record = g_strdup (past->state->record);
  entry->kind = past->state->kind;
  entry->field = field;
  entry->before = before != NULL ? g_variant_ref_sink (before) : NULL;
  entry->after = after != NULL ? g_variant_ref_sink (after) : NULL;

  return entry;
}

static GHashTable *
copy_cells (GHashTable *cells)
{
  GHashTable *copy = paz_cells_new ();
  GHashTableIter iter;
  gpointer name, node;

  g_hash_table_iter_init (&iter, cells);
  while (g_hash_table_iter_next (&iter, &name, &node))
    g_hash_table_insert (copy, g_strdup (name), json_node_ref (node));

  return copy;
}

/* The cells after the line. Built-in data never goes before a person's word. */
static GHashTable *
add_line (Past    *past,
          PazNode *node)
{
  GHashTable *after = copy_cells (past->now);
  GHashTableIter iter;
  gpointer name, cell;

  g_hash_table_iter_init (&iter, node->cells);
  while (g_hash_table_iter_next (&iter, &name, &cell))
    if (!node->reference || !g_hash_table_contains (past->persons, name))
      g_hash_table_insert (after, g_strdup (name), json_node_ref (cell));

  return after;
}

static gboolean
is_field_touched (PazNode        *node,
                  const PazKind  *kind,
                  const PazField *field)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, node->cells);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (paz_cells_find_field (kind, name) == field)
      return TRUE;

  return FALSE;
}

static gboolean
is_deleted (GHashTable *cells)
{
  JsonNode *cell = g_hash_table_lookup (cells, "_deleted");

  return cell != NULL && json_node_get_value_type (cell) == G_TYPE_BOOLEAN && json_node_get_boolean (cell);
}

static void
add_field_entries (Past       *past,
                   PazNode    *node,
                   GHashTable *after,
                   GPtrArray  *entries)
{
  const PazKind *kind = past->state->kind;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const PazField *field = &kind->fields[i];
      g_autoptr (GVariant) old = NULL;
      g_autoptr (GVariant) new = NULL;

      if ((field->flags & PAZ_FIELD_LOCAL) != 0 || !is_field_touched (node, kind, field))
        continue;
      old = paz_cells_get (past->now, field);
      new = paz_cells_get (after, field);
      if (old != NULL)
        g_variant_ref_sink (old);
      if (new != NULL)
        g_variant_ref_sink (new);
      if (!paz_value_equal (field, old, new))
        g_ptr_array_add (entries, entry_new (past, field, old, new));
    }
}

static GPtrArray *
make_entries (Past       *past,
              PazNode    *node,
              GHashTable *after)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) paz_history_entry_free);
  gboolean first = g_hash_table_size (past->now) == 0;

  if (first || is_deleted (past->now) != is_deleted (after))
    g_ptr_array_add (entries, entry_new (past, NULL, NULL, NULL));
  if (!first)
    add_field_entries (past, node, after, entries);
  /* Only the release was changed. */
  if (entries->len == 0)
    g_ptr_array_add (entries, entry_new (past, NULL, NULL, NULL));

  return entries;
}

static void
mark_persons (Past    *past,
              PazNode *node)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, node->cells);
  while (!node->reference && g_hash_table_iter_next (&iter, &name, NULL))
    g_hash_table_add (past->persons, name);
}

static void
take_line (Past    *past,
           PazNode *node)
{
  g_autoptr (GHashTable) after = add_line (past, node);

  g_hash_table_insert (past->entries, GSIZE_TO_POINTER ((gsize) node->n), make_entries (past, node, after));
  /* What was undone leaves things as they were. */
  if (node->hidden)
    return;

  mark_persons (past, node);
  g_hash_table_unref (past->now);
  past->now = g_steal_pointer (&after);
}

static Past *
past_load (PazStore    *self,
           const char  *record,
           GError     **error)
{
  g_autoptr (Past) past = g_new0 (Past, 1);

  past->now = paz_cells_new ();
  past->persons = g_hash_table_new (g_str_hash, g_str_equal);
  past->entries = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  past->state = paz_state_load_at (self->reading, self->speaks, paz_identity_get_owner (self),
                                   record, PAZ_STEP_ALL, error);
  if (past->state == NULL)
    return NULL;

  past->nodes = g_ptr_array_copy (past->state->nodes, NULL, NULL);
  g_ptr_array_set_free_func (past->nodes, NULL);
  g_ptr_array_sort (past->nodes, compare_arrival_cb);
  for (guint i = 0; past->state->kind != NULL && i < past->nodes->len; i++)
    take_line (past, past->nodes->pdata[i]);

  return g_steal_pointer (&past);
}

static Past *
find_past (PazStore    *self,
           GHashTable  *pasts,
           const char  *record,
           GError     **error)
{
  Past *past = g_hash_table_lookup (pasts, record);

  if (past != NULL)
    return past;
  past = past_load (self, record, error);
  if (past != NULL)
    g_hash_table_insert (pasts, g_strdup (record), past);

  return past;
}

/* Moves the line's entries over, each with its step. */
static void
hand_over (Past         *past,
           gint64        n,
           sqlite3_stmt *statement,
           int           step_column,
           GPtrArray    *to)
{
  GPtrArray *entries = g_hash_table_lookup (past->entries, GSIZE_TO_POINTER ((gsize) n));

  while (entries != NULL && entries->len > 0)
    {
      PazHistoryEntry *entry = g_ptr_array_steal_index (entries, 0);

      entry->step = paz_step_read (statement, step_column);
      g_ptr_array_add (to, entry);
    }
}

GPtrArray *
paz_store_list_history (PazStore    *self,
                        const char  *record,
                        guint        limit,
                        GError     **error)
{
  g_autoptr (GPtrArray) history = g_ptr_array_new_with_free_func ((GDestroyNotify) paz_history_entry_free);
  g_autoptr (GHashTable) pasts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) past_free);
  g_autoptr (sqlite3_stmt) lines = NULL;
  gboolean row;

  g_return_val_if_fail (PAZ_IS_STORE (self), NULL);

  /* Of all records at once, the built-in data would bury what people did. */
  lines = paz_sql_prepare (self->reader,
                           "SELECT rev.n, rev.record, step.n, type, at, author, step.participant, origin, verb,"
                           " step.kind, step.record, records, undone FROM rev JOIN step ON step.n = rev.step"
                           " WHERE rev.record = ?1 OR (?1 IS NULL AND type <> 2) ORDER BY rev.n DESC", error);
  if (lines == NULL)
    return NULL;
  paz_sql_bind_text (lines, 1, record);
  while (paz_sql_step (lines, &row, error))
    {
      Past *past;

      if (!row || history->len >= limit)
        {
          if (history->len > limit)
            g_ptr_array_set_size (history, (int) limit);
          return g_steal_pointer (&history);
        }
      past = find_past (self, pasts, paz_sql_get_text (lines, 1), error);
      if (past == NULL)
        return NULL;
      hand_over (past, sqlite3_column_int64 (lines, 0), lines, 2, history);
    }

  return NULL;
}
