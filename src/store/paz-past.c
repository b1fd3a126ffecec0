#include "paz-past.h"

static void
line_free (PazPastLine *line)
{
  g_clear_pointer (&line->before, g_hash_table_unref);
  g_clear_pointer (&line->after, g_hash_table_unref);
  g_free (line);
}

void
paz_past_free (PazPast *self)
{
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->state, paz_state_free);
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

/* The cells after the line. Built-in data never goes before a person's word. */
static GHashTable *
add_line (GHashTable *before,
          GHashTable *persons,
          PazNode    *node)
{
  GHashTable *after = paz_cells_new ();
  GHashTableIter iter;
  gpointer name, cell;

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &name, &cell))
    g_hash_table_insert (after, g_strdup (name), json_node_ref (cell));
  g_hash_table_iter_init (&iter, node->cells);
  while (g_hash_table_iter_next (&iter, &name, &cell))
    if (!node->reference || !g_hash_table_contains (persons, name))
      g_hash_table_insert (after, g_strdup (name), json_node_ref (cell));

  return after;
}

static void
mark_persons (GHashTable *persons,
              PazNode    *node)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, node->cells);
  while (!node->reference && g_hash_table_iter_next (&iter, &name, NULL))
    g_hash_table_add (persons, name);
}

static void
take_lines (PazPast *self)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_copy (self->state->nodes, NULL, NULL);
  g_autoptr (GHashTable) now = paz_cells_new ();
  g_autoptr (GHashTable) persons = g_hash_table_new (g_str_hash, g_str_equal);
  PazNode *former = NULL;

  g_ptr_array_set_free_func (nodes, NULL);
  g_ptr_array_sort (nodes, compare_arrival_cb);
  for (guint i = 0; i < nodes->len; i++)
    {
      PazNode *node = nodes->pdata[i];
      PazPastLine *line = g_new0 (PazPastLine, 1);

      line->node = node;
      line->former = former;
      line->before = g_hash_table_ref (now);
      line->after = add_line (now, persons, node);
      g_ptr_array_add (self->lines, line);
      /* What was undone leaves things as they were. */
      if (node->hidden)
        continue;
      mark_persons (persons, node);
      g_hash_table_unref (now);
      now = g_hash_table_ref (line->after);
      former = node;
    }
}

PazPast *
paz_past_load (PazStore    *self,
               const char  *record,
               GError     **error)
{
  g_autoptr (PazPast) past = g_new0 (PazPast, 1);

  past->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  past->state = paz_state_load_at (self->reading, self->speaks, paz_identity_get_owner (self),
                                   record, PAZ_STEP_ALL, error);
  if (past->state == NULL)
    return NULL;
  if (past->state->kind != NULL)
    take_lines (past);

  return g_steal_pointer (&past);
}

gboolean
paz_past_is_deleted (GHashTable *cells)
{
  JsonNode *cell = g_hash_table_lookup (cells, "_deleted");

  return cell != NULL && json_node_get_value_type (cell) == G_TYPE_BOOLEAN && json_node_get_boolean (cell);
}

GVariant *
paz_past_dup_value (GHashTable     *cells,
                    const PazField *field)
{
  GVariant *value = paz_cells_get (cells, field);

  return value != NULL ? g_variant_ref_sink (value) : NULL;
}

gboolean
paz_past_is_release_changed (const PazPastLine *line)
{
  const PazRevision *now = line->node->revision;
  const PazRevision *then = line->former != NULL ? line->former->revision : NULL;

  return then != NULL
         && (then->level != now->level
             || !g_strv_equal ((const char * const *) then->list, (const char * const *) now->list));
}

PazHistoryEntry *
paz_past_make_entry (PazPast        *self,
                     const PazField *field,
                     GVariant       *before,
                     GVariant       *after)
{
  PazHistoryEntry *entry = g_new0 (PazHistoryEntry, 1);

  entry->record = g_strdup (self->state->record);
  entry->kind = self->state->kind;
  entry->field = field;
  entry->before = before != NULL ? g_variant_ref (before) : NULL;
  entry->after = after != NULL ? g_variant_ref (after) : NULL;

  return entry;
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

static void
add_field_entries (PazPast           *self,
                   const PazPastLine *line,
                   GPtrArray         *entries)
{
  const PazKind *kind = self->state->kind;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const PazField *field = &kind->fields[i];
      g_autoptr (GVariant) old = NULL;
      g_autoptr (GVariant) new = NULL;

      if ((field->flags & PAZ_FIELD_LOCAL) != 0 || !is_field_touched (line->node, kind, field))
        continue;
      old = paz_past_dup_value (line->before, field);
      new = paz_past_dup_value (line->after, field);
      if (!paz_value_equal (field, old, new))
        g_ptr_array_add (entries, paz_past_make_entry (self, field, old, new));
    }
}

GPtrArray *
paz_past_list_entries (PazPast           *self,
                       const PazPastLine *line)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) paz_history_entry_free);
  gboolean first = g_hash_table_size (line->before) == 0;

  if (first || paz_past_is_deleted (line->before) != paz_past_is_deleted (line->after))
    g_ptr_array_add (entries, paz_past_make_entry (self, NULL, NULL, NULL));
  if (!first)
    add_field_entries (self, line, entries);
  /* Only the release was changed. */
  if (entries->len == 0)
    g_ptr_array_add (entries, paz_past_make_entry (self, NULL, NULL, NULL));

  return entries;
}
