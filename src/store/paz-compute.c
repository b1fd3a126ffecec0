/* One pass over the lines of a record, those above first: what each cell says, which writes
 * contradict one another, which revisions are the newest (EXCHANGE.md 5). */
#include "paz-compute.h"

#include "paz-store-core.h"

#define N_BITS 64

static guint
hash_id (gconstpointer id)
{
  guint hash;

  memcpy (&hash, id, sizeof hash);
  return hash;
}

static gboolean
equal_ids (gconstpointer a,
           gconstpointer b)
{
  return memcmp (a, b, PAZ_LINE_ID_BYTES) == 0;
}

static void
node_free (PazNode *self)
{
  g_clear_pointer (&self->revision, paz_revision_free);
  g_clear_pointer (&self->cells, g_hash_table_unref);
  g_clear_pointer (&self->above, g_ptr_array_unref);
  g_clear_pointer (&self->below, g_ptr_array_unref);
  g_free (self->participant);
  g_free (self->replaced);
  g_free (self);
}

static void
live_free (PazLive *self)
{
  g_ptr_array_unref (self->nodes);
  g_free (self);
}

static PazState *
state_new (const char *record)
{
  PazState *self = g_new0 (PazState, 1);

  self->record = g_strdup (record);
  self->nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) node_free);
  self->by_id = g_hash_table_new (hash_id, equal_ids);
  self->heads = g_ptr_array_new ();
  self->live = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) live_free);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
paz_state_free (PazState *self)
{
  g_free (self->record);
  g_hash_table_unref (self->live);
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->names);
  g_ptr_array_unref (self->heads);
  g_ptr_array_unref (self->nodes);
  g_free (self);
}

PazNode *
paz_state_find_node (PazState     *self,
                     const guint8 *id)
{
  return g_hash_table_lookup (self->by_id, id);
}

/* ---- reading the lines ---- */

static gboolean
is_reference (const PazRevision *revision)
{
  return memcmp (revision->author, paz_device_key_get_reference ()->id, PAZ_KEY_ID_BYTES) == 0;
}

static const char *
get_name (PazState   *self,
          const char *name)
{
  gpointer key;

  if (!g_hash_table_lookup_extended (self->names, name, &key, NULL))
    {
      key = g_strdup (name);
      g_hash_table_insert (self->names, key, GUINT_TO_POINTER (g_hash_table_size (self->names)));
    }

  return key;
}

static void
take_cells (PazState *self,
            PazNode  *node)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *cell;

  node->cells = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) json_node_unref);
  json_object_iter_init (&iter, node->revision->cells);
  while (json_object_iter_next (&iter, &name, &cell))
    g_hash_table_insert (node->cells, (gpointer) get_name (self, name), json_node_ref (cell));
}

static gboolean
read_node (PazState      *self,
           sqlite3_stmt  *statement,
           GHashTable    *speaks,
           const char    *own,
           GError       **error)
{
  PazNode *node;
  PazRevision *revision;
  guint8 id[PAZ_LINE_ID_BYTES];

  if (!paz_sql_get_blob (statement, 1, id, sizeof id))
    {
      g_set_error_literal (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_DAMAGED, "A revision has no id");
      return FALSE;
    }
  revision = paz_revision_read_kept (paz_sql_get_text (statement, 2), sqlite3_column_bytes (statement, 2), id, error);
  if (revision == NULL)
    return FALSE;

  node = g_new0 (PazNode, 1);
  node->revision = revision;
  node->n = sqlite3_column_int64 (statement, 0);
  node->participant = g_strdup (paz_sql_get_text (statement, 3));
  node->step = sqlite3_column_int64 (statement, 4);
  node->hidden = sqlite3_column_int (statement, 5) != 0;
  node->reference = is_reference (revision);
  node->speaks = paz_identity_speaks_for (speaks, revision->author, revision->owner);
  node->own = paz_identity_speaks_for (speaks, revision->author, own);
  node->above = g_ptr_array_new ();
  node->below = g_ptr_array_new ();
  take_cells (self, node);
  g_ptr_array_add (self->nodes, node);
  g_hash_table_insert (self->by_id, revision->id, node);

  return TRUE;
}

static gboolean
read_nodes (PazState       *self,
            PazStatements  *statements,
            GHashTable     *speaks,
            const char     *own,
            gint64          step,
            GError        **error)
{
  sqlite3_stmt *statement = paz_statements_get (statements, "SELECT n, id, line, participant, step, hidden FROM rev"
                                                            " WHERE record = ?1 AND (CASE WHEN ?2 = 0 THEN hidden = 0"
                                                            " ELSE step <= ?2 END) ORDER BY n", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  paz_sql_bind_text (statement, 1, self->record);
  sqlite3_bind_int64 (statement, 2, step);
  while (paz_sql_step (statement, &row, error))
    {
      if (!row)
        return TRUE;
      if (!read_node (self, statement, speaks, own, error))
        return FALSE;
    }

  return FALSE;
}

static void
connect_nodes (PazNode *child,
               PazNode *parent)
{
  if (parent == NULL || parent == child || g_ptr_array_find (child->below, parent, NULL))
    return;
  g_ptr_array_add (child->below, parent);
  g_ptr_array_add (parent->above, child);
}

static gboolean
read_edges (PazState       *self,
            PazStatements  *statements,
            GError        **error)
{
  sqlite3_stmt *statement = paz_statements_get (statements, "SELECT child, parent FROM edge WHERE record = ?", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  paz_sql_bind_text (statement, 1, self->record);
  while (paz_sql_step (statement, &row, error))
    {
      guint8 child[PAZ_LINE_ID_BYTES], parent[PAZ_LINE_ID_BYTES];
      PazNode *node;

      if (!row)
        return TRUE;
      if (paz_sql_get_blob (statement, 0, child, sizeof child)
          && paz_sql_get_blob (statement, 1, parent, sizeof parent)
          && (node = paz_state_find_node (self, child)) != NULL)
        connect_nodes (node, paz_state_find_node (self, parent));
    }

  return FALSE;
}

static void
connect_parents (PazState *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      PazNode *node = g_ptr_array_index (self->nodes, i);

      for (guint j = 0; j < paz_revision_get_n_parents (node->revision); j++)
        connect_nodes (node, paz_state_find_node (self, paz_revision_get_parent (node->revision, j)));
    }
}

/* ---- links that travel apart from their revision ---- */

static gboolean
is_withheld (JsonNode *cell)
{
  return JSON_NODE_HOLDS_OBJECT (cell) && json_object_has_member (json_node_get_object (cell), "l");
}

static void
resolve_link (PazState   *self,
              PazNode    *node,
              const char *name,
              const char *target,
              gboolean    shown)
{
  JsonNode *cell = g_hash_table_lookup (node->cells, name);

  if (cell == NULL || !is_withheld (cell))
    {
      g_autofree char *element = g_strconcat (name, "/", target, NULL);

      g_hash_table_insert (node->cells, (gpointer) get_name (self, element),
                           json_node_init_boolean (json_node_alloc (), shown));
    }
  else
    {
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "r", target);
      g_hash_table_insert (node->cells, (gpointer) get_name (self, name),
                           json_node_init_object (json_node_alloc (), object));
      json_object_unref (object);
    }
}

static gboolean
read_links (PazState       *self,
            PazStatements  *statements,
            GError        **error)
{
  sqlite3_stmt *statement = paz_statements_get (statements, "SELECT rev, name, target, shown FROM link"
                                                            " WHERE record = ?", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  paz_sql_bind_text (statement, 1, self->record);
  while (paz_sql_step (statement, &row, error))
    {
      guint8 id[PAZ_LINE_ID_BYTES];
      PazNode *node;

      if (!row)
        return TRUE;
      if (paz_sql_get_blob (statement, 0, id, sizeof id)
          && (node = paz_state_find_node (self, id)) != NULL)
        resolve_link (self, node, paz_sql_get_text (statement, 1), paz_sql_get_text (statement, 2),
                      sqlite3_column_int (statement, 3) != 0);
    }

  return FALSE;
}

/* The own delegation has every link line of its own: what is left without one was cleared. */
static void
clear_own_links (PazState *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      PazNode *node = g_ptr_array_index (self->nodes, i);
      GHashTableIter iter;
      gpointer cell;

      if (!node->own)
        continue;
      g_hash_table_iter_init (&iter, node->cells);
      while (g_hash_table_iter_next (&iter, NULL, &cell))
        if (is_withheld (cell))
          g_hash_table_iter_replace (&iter, json_node_init_null (json_node_alloc ()));
    }
}

/* ---- the pass ---- */

/* Those above first. What a circle of edges would leave over comes last, so that nothing is lost. */
static void
sort_nodes (PazState *self)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_sized_new (self->nodes->len);

  for (guint i = 0; i < self->nodes->len; i++)
    {
      PazNode *node = g_ptr_array_index (self->nodes, i);

      node->mark = node->above->len;
      if (node->mark == 0)
        g_ptr_array_add (sorted, node);
    }
  for (guint i = 0; i < sorted->len; i++)
    {
      PazNode *node = g_ptr_array_index (sorted, i);

      for (guint j = 0; j < node->below->len; j++)
        if (--((PazNode *) g_ptr_array_index (node->below, j))->mark == 0)
          g_ptr_array_add (sorted, g_ptr_array_index (node->below, j));
    }
  for (guint i = 0; sorted->len < self->nodes->len; i++)
    {
      PazNode *node = g_ptr_array_index (self->nodes, i);

      if (node->mark != 0)
        g_ptr_array_add (sorted, node);
    }

  memcpy (self->nodes->pdata, sorted->pdata, sorted->len * sizeof (gpointer));
}

/* In an `owner` kind a stranger's revision counts once the owner has built on it. Where the owner
 * has not written at all, what others wrote for it is all there is, and counts. */
static void
count_nodes (PazState *self)
{
  gboolean open = self->kind == NULL || self->kind->ownership == PAZ_OWNERSHIP_OPEN;
  gboolean any = FALSE;

  for (guint i = 0; i < self->nodes->len; i++)
    {
      PazNode *node = g_ptr_array_index (self->nodes, i);

      node->counted = node->counted || open || node->speaks || g_str_equal (node->revision->owner, "*");
      any = any || node->counted;
      for (guint j = 0; node->counted && j < node->below->len; j++)
        ((PazNode *) g_ptr_array_index (node->below, j))->counted = TRUE;
    }

  for (guint i = 0; !any && i < self->nodes->len; i++)
    ((PazNode *) g_ptr_array_index (self->nodes, i))->counted = TRUE;
}

static gboolean
has_bit (const guint64 *bits,
         guint          n)
{
  return (bits[n / N_BITS] & (G_GUINT64_CONSTANT (1) << (n % N_BITS))) != 0;
}

static void
push_down (PazState *self,
           PazNode  *node)
{
  g_autofree guint64 *bits = g_memdup2 (node->replaced, self->n_words * sizeof (guint64));
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, node->cells);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->names, name));

      bits[n / N_BITS] |= G_GUINT64_CONSTANT (1) << (n % N_BITS);
    }

  for (guint i = 0; i < node->below->len; i++)
    {
      PazNode *parent = g_ptr_array_index (node->below, i);

      parent->has_child = TRUE;
      for (guint j = 0; j < self->n_words; j++)
        parent->replaced[j] |= bits[j];
    }
}

static void
add_live (PazState *self,
          PazNode  *node)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, node->cells);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!has_bit (node->replaced, GPOINTER_TO_UINT (g_hash_table_lookup (self->names, name))))
      {
        PazLive *live = g_hash_table_lookup (self->live, name);

        if (live == NULL)
          {
            live = g_new0 (PazLive, 1);
            live->nodes = g_ptr_array_new ();
            g_hash_table_insert (self->live, name, live);
          }
        g_ptr_array_add (live->nodes, node);
      }
}

static void
pass (PazState *self)
{
  self->n_words = g_hash_table_size (self->names) / N_BITS + 1;
  for (guint i = 0; i < self->nodes->len; i++)
    ((PazNode *) g_ptr_array_index (self->nodes, i))->replaced = g_new0 (guint64, self->n_words);

  for (guint i = 0; i < self->nodes->len; i++)
    {
      PazNode *node = g_ptr_array_index (self->nodes, i);

      if (!node->counted)
        continue;
      if (!node->has_child)
        g_ptr_array_add (self->heads, node);
      add_live (self, node);
      push_down (self, node);
    }
}

/* step 0: as it is now. */
static PazState *
load (PazStatements  *statements,
      GHashTable     *speaks,
      const char     *own,
      const char     *record,
      gint64          step,
      GError        **error)
{
  g_autoptr (PazState) self = state_new (record);

  if (!read_nodes (self, statements, speaks, own, step, error)
      || !read_links (self, statements, error))
    return NULL;

  if (self->nodes->len == 0)
    return g_steal_pointer (&self);
  self->kind = paz_kind_find (((PazNode *) self->nodes->pdata[0])->revision->kind);
  clear_own_links (self);
  connect_parents (self);
  if (!read_edges (self, statements, error))
    return NULL;

  sort_nodes (self);
  count_nodes (self);
  pass (self);
  paz_state_decide (self);

  return g_steal_pointer (&self);
}

PazState *
paz_state_load (PazStatements  *statements,
                GHashTable     *speaks,
                const char     *own,
                const char     *record,
                GError        **error)
{
  return load (statements, speaks, own, record, 0, error);
}

PazState *
paz_state_load_at (PazStatements  *statements,
                   GHashTable     *speaks,
                   const char     *own,
                   const char     *record,
                   gint64          step,
                   GError        **error)
{
  g_return_val_if_fail (step > 0, NULL);

  return load (statements, speaks, own, record, step, error);
}
