#include "store/paz-alternatives.h"

#include "paz-compute.h"
#include "paz-store-core.h"

void
paz_alternative_free (PazAlternative *self)
{
  g_clear_pointer (&self->value, g_variant_unref);
  g_free (self->participant);
  g_free (self->author);
  g_free (self);
}

static gboolean
is_cell_in_conflict (PazState       *state,
                     const PazField *field,
                     const char     *name,
                     PazLive        *live)
{
  return live->conflict && paz_cells_find_field (state->kind, name) == field;
}

/* The writes that stand in the field's cells, the one that holds first. */
static GPtrArray *
list_nodes (PazState       *state,
            const PazField *field)
{
  GPtrArray *nodes = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer name, live;

  g_hash_table_iter_init (&iter, state->live);
  while (g_hash_table_iter_next (&iter, &name, &live))
    {
      GPtrArray *writes = ((PazLive *) live)->nodes;

      for (guint i = 0; is_cell_in_conflict (state, field, name, live) && i < writes->len; i++)
        if (!g_ptr_array_find (nodes, g_ptr_array_index (writes, i), NULL))
          g_ptr_array_add (nodes, g_ptr_array_index (writes, i));
    }

  return nodes;
}

/* The field as it would be if this write held. */
static GVariant *
read_value (PazState       *state,
            const PazField *field,
            PazNode        *node)
{
  g_autoptr (GHashTable) cells = paz_state_dup_cells (state);
  GVariant *value;
  GHashTableIter iter;
  gpointer name, live;

  g_hash_table_iter_init (&iter, state->live);
  while (g_hash_table_iter_next (&iter, &name, &live))
    {
      JsonNode *cell = g_hash_table_lookup (node->cells, name);

      if (cell != NULL && is_cell_in_conflict (state, field, name, live))
        g_hash_table_insert (cells, g_strdup (name), json_node_ref (cell));
    }
  value = paz_cells_get (cells, field);

  return value != NULL ? g_variant_ref_sink (value) : NULL;
}

/* Only what was typed here names the person; a line from elsewhere is a delegation's word. */
static char *
dup_author (PazStore *self,
            PazNode  *node)
{
  sqlite3_stmt *statement = paz_statements_get (self->reading,
                                                "SELECT author FROM step WHERE n = ? AND type = 0", NULL);
  g_autofree char *author = NULL;
  gboolean row = FALSE;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, node->step);
  if (paz_sql_step (statement, &row, NULL) && row)
    author = g_strdup (paz_sql_get_text (statement, 0));
  sqlite3_reset (statement);

  return author != NULL && *author != '\0' ? g_steal_pointer (&author) : NULL;
}

static gboolean
has_value (GPtrArray      *found,
           const PazField *field,
           GVariant       *value)
{
  for (guint i = 0; i < found->len; i++)
    if (paz_value_equal (field, ((PazAlternative *) g_ptr_array_index (found, i))->value, value))
      return TRUE;

  return FALSE;
}

static void
add_node (PazStore       *self,
          PazState       *state,
          const PazField *field,
          PazNode        *node,
          GPtrArray      *found)
{
  g_autoptr (GVariant) value = read_value (state, field, node);
  PazAlternative *alternative;

  if (has_value (found, field, value))
    return;
  alternative = g_new0 (PazAlternative, 1);
  alternative->value = g_steal_pointer (&value);
  alternative->participant = g_strdup (node->participant);
  alternative->author = dup_author (self, node);
  alternative->at = node->revision->time;
  alternative->provisional = found->len == 0;
  g_ptr_array_add (found, alternative);
}

GPtrArray *
paz_store_list_alternatives (PazStore       *self,
                             const char     *record,
                             const PazField *field,
                             GError        **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) paz_alternative_free);
  g_autoptr (GPtrArray) nodes = NULL;
  g_autoptr (PazState) state = NULL;

  g_return_val_if_fail (PAZ_IS_STORE (self), NULL);

  state = paz_state_load (self->reading, self->speaks, paz_identity_get_owner (self), record, error);
  if (state == NULL)
    return NULL;
  if (state->kind == NULL)
    return g_steal_pointer (&found);
  nodes = list_nodes (state, field);
  for (guint i = 0; i < nodes->len; i++)
    add_node (self, state, field, g_ptr_array_index (nodes, i), found);

  return g_steal_pointer (&found);
}
