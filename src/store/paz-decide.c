/* Which of a cell's live writes holds, and whether they contradict one another (EXCHANGE.md 5). */
#include "paz-compute.h"

int
paz_node_compare (PazNode *a,
                  PazNode *b)
{
  if (a->revision->time != b->revision->time)
    return a->revision->time > b->revision->time ? -1 : 1;

  return memcmp (b->revision->id, a->revision->id, PAZ_LINE_ID_BYTES);
}

static int
compare_nodes_cb (gconstpointer a,
                  gconstpointer b)
{
  return paz_node_compare (*(PazNode * const *) a, *(PazNode * const *) b);
}

char *
paz_cell_dup_comparable (JsonNode *node)
{
  g_autoptr (JsonNode) copy = NULL;
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (node) || !json_object_has_member (json_node_get_object (node), "t"))
    return paz_canonical_write (node, NULL, NULL);

  object = json_object_new ();
  json_object_set_member (object, "o", json_node_copy (json_object_get_member (json_node_get_object (node), "o")));
  json_object_set_member (object, "t", json_node_copy (json_object_get_member (json_node_get_object (node), "t")));
  copy = json_node_init_object (json_node_alloc (), object);
  json_object_unref (object);

  return paz_canonical_write (copy, NULL, NULL);
}

/* What a person wrote goes before built-in data; of that, the newest edition speaks. */
static void
drop_reference (PazLive *live)
{
  gboolean person = FALSE;
  guint kept = 0;

  for (guint i = 0; i < live->nodes->len; i++)
    person = person || !((PazNode *) g_ptr_array_index (live->nodes, i))->reference;

  for (guint i = 0; i < live->nodes->len; i++)
    {
      PazNode *node = g_ptr_array_index (live->nodes, i);

      if (node->reference && (person || i > 0))
        continue;
      live->nodes->pdata[kept++] = node;
    }
  g_ptr_array_set_size (live->nodes, kept);
}

static gboolean
is_true (JsonNode *cell)
{
  return json_node_get_value_type (cell) == G_TYPE_BOOLEAN && json_node_get_boolean (cell);
}

/* Between deleting and editing, editing holds until a person decides. */
static void
prefer_not_deleted (PazLive *live)
{
  for (guint i = 1; i < live->nodes->len; i++)
    {
      PazNode *node = g_ptr_array_index (live->nodes, i);

      if (!is_true (g_hash_table_lookup (node->cells, "_deleted")))
        {
          g_ptr_array_remove_index (live->nodes, i);
          g_ptr_array_insert (live->nodes, 0, node);
          return;
        }
    }
}

static void
decide (const char *name,
        PazLive    *live)
{
  g_autofree char *first = NULL;

  g_ptr_array_sort (live->nodes, compare_nodes_cb);
  drop_reference (live);
  if (live->nodes->len > 1 && g_str_equal (name, "_deleted")
      && is_true (g_hash_table_lookup (((PazNode *) live->nodes->pdata[0])->cells, name)))
    prefer_not_deleted (live);

  live->value = g_hash_table_lookup (((PazNode *) live->nodes->pdata[0])->cells, name);
  if (live->nodes->len == 1)
    return;
  first = paz_cell_dup_comparable (live->value);
  for (guint i = 1; i < live->nodes->len; i++)
    {
      PazNode *node = g_ptr_array_index (live->nodes, i);
      g_autofree char *other = paz_cell_dup_comparable (g_hash_table_lookup (node->cells, name));

      live->conflict = live->conflict || g_strcmp0 (first, other) != 0;
    }
}

void
paz_state_decide (PazState *self)
{
  GHashTableIter iter;
  gpointer name, live;

  g_hash_table_iter_init (&iter, self->live);
  while (g_hash_table_iter_next (&iter, &name, &live))
    decide (name, live);
}
