#include "paz-revise.h"

#include <sodium.h>

#include "paz-audiences.h"
#include "paz-derive.h"

#define MAX_CELLS      256
#define MAX_CELL_BYTES (512 * 1024)

static PazReviseRules left_out;

/* One revision in the making. */
typedef struct
{
  PazStore    *store;
  PazState    *state;
  PazRecord   *record;
  PazRevision *revision;
  PazRelease   release;
  GPtrArray   *audiences;
  GPtrArray   *below;        /* ids it stands on, U of EXCHANGE.md 6; lent */
  GPtrArray   *links;        /* PazLink *, that travel apart */
  gsize        n_bytes;
} Draft;

static void
draft_clear (Draft *draft)
{
  g_clear_pointer (&draft->state, paz_state_free);
  g_clear_pointer (&draft->revision, paz_revision_free);
  g_clear_pointer (&draft->audiences, g_ptr_array_unref);
  g_clear_pointer (&draft->below, g_ptr_array_unref);
  g_clear_pointer (&draft->links, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Draft, draft_clear)

PazState *
paz_revise_load (PazStore    *self,
                 const char  *record,
                 GError     **error)
{
  return paz_state_load (self->statements, self->speaks, paz_identity_get_owner (self), record, error);
}

gboolean
paz_revise_derive (PazStore    *self,
                   const char  *record,
                   GError     **error)
{
  g_autoptr (PazState) state = paz_revise_load (self, record, error);

  return state != NULL && paz_derive_put (self->statements, self->statements, state, error);
}

/* ---- release ---- */

/* An own line counts as of the delegation as it is named now. */
static PazRelease
get_node_release (Draft   *draft,
                  PazNode *node)
{
  PazRelease release = {
    .level = node->revision->level,
    .list = (const char * const *) node->revision->list,
    .owner = node->revision->owner,
    .author = node->own ? paz_identity_get_owner (draft->store) : node->participant,
  };

  return release;
}

static int
compare_codes_cb (gconstpointer a,
                  gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* Sorted, each once, without the owner; only beside `named`. */
static char **
dup_list (PazRecord *record)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  const char * const *list = paz_record_get_list (record);
  GStrvBuilder *builder = g_strv_builder_new ();
  char **result;

  if (paz_record_get_level (record) == PAZ_LEVEL_NAMED)
    for (guint i = 0; list[i] != NULL; i++)
      g_ptr_array_add (codes, (gpointer) list[i]);
  g_ptr_array_sort (codes, compare_codes_cb);
  for (guint i = 0; i < codes->len; i++)
    if ((i == 0 || !g_str_equal (codes->pdata[i], codes->pdata[i - 1]))
        && g_strcmp0 (codes->pdata[i], paz_record_get_owner (record)) != 0)
      g_strv_builder_add (builder, codes->pdata[i]);

  result = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return result;
}

static void
start (Draft     *draft,
       PazStore  *store,
       PazRecord *record)
{
  PazRevision *revision = paz_revision_new ();
  const PazKind *kind = paz_record_get_kind (record);

  draft->store = store;
  draft->record = record;
  draft->revision = revision;
  revision->record = g_strdup (paz_record_get_id (record));
  revision->kind = g_strdup (kind->key);
  revision->owner = g_strdup (paz_record_get_owner (record));
  revision->container = g_strdup (paz_record_get_container (record));
  revision->level = paz_record_get_level (record);
  g_strfreev (revision->list);
  revision->list = dup_list (record);
  revision->time = g_get_real_time () / 1000;
  revision->version = kind->version;
  revision->cells = json_object_new ();
  randombytes_buf (revision->salt, sizeof revision->salt);

  draft->release = (PazRelease) {
    .level = revision->level,
    .list = (const char * const *) revision->list,
    .owner = revision->owner,
    .author = paz_identity_get_owner (store),
  };
  draft->audiences = paz_audiences_new ();
  draft->below = g_ptr_array_new ();
  draft->links = g_ptr_array_new_with_free_func ((GDestroyNotify) paz_link_free);
}

static void
find_audiences (Draft *draft)
{
  paz_audiences_add (draft->audiences, &draft->release);
  for (guint i = 0; i < draft->state->nodes->len; i++)
    {
      PazRelease release = get_node_release (draft, draft->state->nodes->pdata[i]);

      paz_audiences_add (draft->audiences, &release);
    }
}

static gboolean
covers (Draft   *draft,
        PazNode *node)
{
  PazRelease release = get_node_release (draft, node);

  return paz_release_is_over (&release, &draft->release, draft->audiences);
}

/* Only the owner may release more widely than what a revision stands on. */
static gboolean
check_widening (Draft   *draft,
                GError **error)
{
  const char *owner = draft->revision->owner;

  if (g_str_equal (owner, "*") || paz_identity_speaks_for (draft->store->speaks, draft->store->key.id, owner))
    return TRUE;
  for (guint i = 0; i < draft->state->heads->len; i++)
    if (!covers (draft, draft->state->heads->pdata[i]))
      {
        g_set_error (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_INVALID,
                     "Only %s may release the record more widely", owner);
        return FALSE;
      }

  return TRUE;
}

/* ---- cells ---- */

/* FALSE when the revision is full: the rest goes into the next one. */
static gboolean
put_cell (Draft      *draft,
          const char *name,
          JsonNode   *node)
{
  g_autofree char *text = paz_canonical_write (node, NULL, NULL);
  gsize size = text != NULL ? strlen (text) : 0;

  if (json_object_get_size (draft->revision->cells) >= MAX_CELLS
      || (draft->n_bytes > 0 && draft->n_bytes + size > MAX_CELL_BYTES))
    return FALSE;
  draft->n_bytes += size;
  json_object_set_member (draft->revision->cells, name, json_node_ref (node));

  return TRUE;
}

static void
take_changes (Draft      *draft,
              GHashTable *changes)
{
  GHashTableIter iter;
  gpointer name, node;

  json_object_set_boolean_member (draft->revision->cells, "_deleted", paz_record_is_deleted (draft->record));
  g_hash_table_remove (changes, "_deleted");

  g_hash_table_iter_init (&iter, changes);
  while (g_hash_table_iter_next (&iter, &name, &node))
    if (put_cell (draft, name, node))
      g_hash_table_iter_remove (&iter);
}

static gboolean
is_unresolved (JsonNode *cell)
{
  return JSON_NODE_HOLDS_OBJECT (cell) && json_object_has_member (json_node_get_object (cell), "l");
}

static gboolean
must_repeat (Draft   *draft,
             PazLive *live)
{
  for (guint i = 0; i < live->nodes->len; i++)
    if (!covers (draft, live->nodes->pdata[i]))
      return TRUE;

  return FALSE;
}

/* What is released must be complete: a cell that stands on something some reader may not see is
 * written again. A link whose target is not known here stays where it is. *more: not all fitted. */
static gboolean
repeat_cells (Draft       *draft,
              GHashTable  *changes,
              gboolean    *more,
              GError     **error)
{
  GHashTableIter iter;
  gpointer name, value;

  g_hash_table_iter_init (&iter, draft->state->live);
  while ((left_out & PAZ_REVISE_REPEAT) == 0 && g_hash_table_iter_next (&iter, &name, &value))
    {
      PazLive *live = value;

      if (json_object_has_member (draft->revision->cells, name) || g_hash_table_contains (changes, name)
          || is_unresolved (live->value) || !must_repeat (draft, live))
        continue;
      if (live->conflict)
        {
          g_set_error (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_CONFLICT,
                       "%s of record %s is in conflict", (const char *) name, draft->state->record);
          return FALSE;
        }
      if (!put_cell (draft, name, live->value))
        *more = TRUE;
    }

  return TRUE;
}

/* ---- links ---- */

/* Fails closed: of a target that is not here nobody is known to see it. */
static gboolean
is_target_over (Draft      *draft,
                const char *target)
{
  g_autoptr (PazRecord) record = paz_rows_read_kept (draft->store->statements, target, NULL);
  g_autoptr (GPtrArray) audiences = NULL;
  PazRelease release;

  if (record == NULL && draft->store->pending != NULL)
    {
      record = g_hash_table_lookup (draft->store->pending, target);
      if (record != NULL)
        g_object_ref (record);
    }
  if (record == NULL)
    return FALSE;

  release = (PazRelease) {
    .level = paz_record_get_level (record),
    .list = paz_record_get_list (record),
    .owner = paz_record_get_owner (record),
    .author = paz_record_get_owner (record),
  };
  audiences = paz_audiences_new ();
  paz_audiences_add (audiences, &release);
  for (guint i = 0; i < draft->audiences->len; i++)
    {
      const PazAudience *audience = draft->audiences->pdata[i];

      if (audience->participants != NULL)
        {
          PazRelease named = { PAZ_LEVEL_NAMED, (const char * const *) audience->participants, NULL, NULL };

          paz_audiences_add (audiences, &named);
        }
    }

  return paz_release_is_over (&release, &draft->release, audiences);
}

static void
part_link (Draft      *draft,
           const char *name,
           const char *target,
           gboolean    on)
{
  PazLink *link = g_new0 (PazLink, 1);

  link->name = g_strdup (name);
  link->target = g_strdup (target);
  link->on = on;
  g_ptr_array_add (draft->links, link);
}

/* A link that some reader may not follow becomes a line of its own. */
static void
part_links (Draft *draft)
{
  const PazKind *kind = paz_record_get_kind (draft->record);
  g_autoptr (GList) names = json_object_get_members (draft->revision->cells);

  for (GList *l = names; l != NULL; l = l->next)
    {
      const PazField *field = paz_cells_find_field (kind, l->data);
      JsonNode *node = json_object_get_member (draft->revision->cells, l->data);
      const char *target = field != NULL ? paz_cells_get_target (field, l->data, node) : NULL;

      if (target == NULL || is_target_over (draft, target))
        continue;
      if (field->type == PAZ_VALUE_LINKS)
        {
          part_link (draft, field->key, target, json_node_get_boolean (node));
          json_object_remove_member (draft->revision->cells, l->data);
        }
      else
        {
          part_link (draft, field->key, target, TRUE);
          json_object_set_member (draft->revision->cells, l->data, paz_cells_make_cleared (field, l->data));
        }
    }
}

/* ---- order ---- */

static void
walk (Draft             *draft,
      PazNode           *node,
      const PazAudience *by,
      guint              mark)
{
  PazRelease release = get_node_release (draft, node);

  if (node->mark == mark)
    return;
  node->mark = mark;
  if (paz_release_is_seen (&release, by))
    {
      g_ptr_array_add (draft->below, node->revision->id);
      return;
    }

  for (guint i = 0; i < node->below->len; i++)
    walk (draft, node->below->pdata[i], by, mark);
  for (guint i = 0; i < paz_revision_get_n_parents (node->revision); i++)
    {
      const guint8 *id = paz_revision_get_parent (node->revision, i);

      if (paz_state_find_node (draft->state, id) == NULL)
        g_ptr_array_add (draft->below, (gpointer) id);
    }
}

/* Every reader must learn the order: for each, the newest below that it may see. */
static void
find_below (Draft *draft)
{
  GPtrArray *heads = draft->state->heads;

  for (guint i = 0; i < draft->state->nodes->len; i++)
    ((PazNode *) draft->state->nodes->pdata[i])->mark = 0;

  for (guint i = 0; i < heads->len; i++)
    g_ptr_array_add (draft->below, ((PazNode *) heads->pdata[i])->revision->id);
  for (guint i = 0; (left_out & PAZ_REVISE_ORDER) == 0 && i < draft->audiences->len; i++)
    if (paz_release_is_seen (&draft->release, draft->audiences->pdata[i]))
      for (guint j = 0; j < heads->len; j++)
        walk (draft, heads->pdata[j], draft->audiences->pdata[i], i + 1);
}

static GPtrArray *
list_parents (Draft *draft)
{
  GPtrArray *parents = g_ptr_array_new ();

  for (guint i = 0; i < draft->below->len; i++)
    {
      PazNode *node = paz_state_find_node (draft->state, draft->below->pdata[i]);

      if (node != NULL && covers (draft, node))
        g_ptr_array_add (parents, draft->below->pdata[i]);
    }

  return parents;
}

static gboolean
is_parent (PazRevision  *revision,
           const guint8 *id)
{
  for (guint i = 0; i < paz_revision_get_n_parents (revision); i++)
    if (memcmp (paz_revision_get_parent (revision, i), id, PAZ_LINE_ID_BYTES) == 0)
      return TRUE;

  return FALSE;
}

/* ---- storing ---- */

gboolean
paz_revise_store (PazStore     *self,
                  PazRevision  *revision,
                  const char   *participant,
                  GError      **error)
{
  guint64 step = paz_door_get_step (self, error);
  g_autofree char *list = g_strjoinv (" ", revision->list);
  sqlite3_stmt *statement;

  if (step == 0)
    return FALSE;
  statement = paz_statements_get (self->statements,
                                  "INSERT INTO rev (id, record, kind, owner, participant, level, list, time, line, step)"
                                  " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", error);
  if (statement == NULL)
    return FALSE;
  paz_sql_bind_blob (statement, 1, revision->id, sizeof revision->id);
  paz_sql_bind_text (statement, 2, revision->record);
  paz_sql_bind_text (statement, 3, revision->kind);
  paz_sql_bind_text (statement, 4, revision->owner);
  paz_sql_bind_text (statement, 5, participant);
  sqlite3_bind_int (statement, 6, revision->level);
  paz_sql_bind_text (statement, 7, list);
  sqlite3_bind_int64 (statement, 8, revision->time);
  paz_sql_bind_text (statement, 9, revision->line);
  sqlite3_bind_int64 (statement, 10, (gint64) step);

  return paz_sql_execute (statement, error);
}

static gboolean
store_edge (Draft         *draft,
            const guint8  *parent,
            GError       **error)
{
  g_autofree char *line = NULL;
  sqlite3_stmt *statement;
  PazEdge edge;

  memcpy (edge.child, draft->revision->id, sizeof edge.child);
  memcpy (edge.parent, parent, sizeof edge.parent);
  line = paz_edge_seal (&edge, &draft->store->key);
  statement = paz_statements_get (draft->store->statements, "INSERT OR IGNORE INTO edge VALUES (?, ?, ?, ?, ?)", error);
  if (statement == NULL)
    return FALSE;
  paz_sql_bind_blob (statement, 1, edge.child, sizeof edge.child);
  paz_sql_bind_blob (statement, 2, edge.parent, sizeof edge.parent);
  paz_sql_bind_text (statement, 3, draft->revision->record);
  paz_sql_bind_text (statement, 4, line);
  sqlite3_bind_int64 (statement, 5, (gint64) draft->store->step);

  return paz_sql_execute (statement, error);
}

static gboolean
store_link (Draft    *draft,
            PazLink  *link,
            GError  **error)
{
  g_autofree char *line = NULL;
  sqlite3_stmt *statement;

  memcpy (link->revision, draft->revision->id, sizeof link->revision);
  line = paz_link_seal (link, &draft->store->key, error);
  if (line == NULL)
    return FALSE;
  statement = paz_statements_get (draft->store->statements, "INSERT INTO link VALUES (?, ?, ?, ?, ?, ?, ?)", error);
  if (statement == NULL)
    return FALSE;
  paz_sql_bind_blob (statement, 1, link->revision, sizeof link->revision);
  paz_sql_bind_text (statement, 2, link->name);
  paz_sql_bind_text (statement, 3, link->target);
  paz_sql_bind_text (statement, 4, draft->revision->record);
  sqlite3_bind_int (statement, 5, link->on);
  paz_sql_bind_text (statement, 6, line);
  sqlite3_bind_int64 (statement, 7, (gint64) draft->store->step);

  return paz_sql_execute (statement, error);
}

static gboolean
store_lines (Draft   *draft,
             GError **error)
{
  if (!paz_revision_seal (draft->revision, &draft->store->key, error)
      || !paz_revise_store (draft->store, draft->revision, paz_identity_get_owner (draft->store), error))
    return FALSE;

  for (guint i = 0; i < draft->below->len; i++)
    if (!is_parent (draft->revision, draft->below->pdata[i])
        && !store_edge (draft, draft->below->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < draft->links->len; i++)
    if (!store_link (draft, draft->links->pdata[i], error))
      return FALSE;

  return TRUE;
}

/* Takes what it wrote out of `changes`. */
static gboolean
write_one (PazStore    *self,
           PazRecord   *record,
           GHashTable  *changes,
           gboolean    *more,
           GError     **error)
{
  g_auto (Draft) draft = { 0 };
  g_autoptr (GPtrArray) parents = NULL;

  start (&draft, self, record);
  draft.state = paz_revise_load (self, draft.revision->record, error);
  if (draft.state == NULL)
    return FALSE;

  find_audiences (&draft);
  if (!check_widening (&draft, error))
    return FALSE;
  take_changes (&draft, changes);
  *more = g_hash_table_size (changes) > 0;
  if (!repeat_cells (&draft, changes, more, error))
    return FALSE;
  part_links (&draft);
  find_below (&draft);
  parents = list_parents (&draft);
  paz_revision_set_parents (draft.revision, parents);

  return store_lines (&draft, error);
}

gboolean
paz_revise (PazStore    *self,
            PazRecord   *record,
            GHashTable  *changes,
            GError     **error)
{
  gboolean more = TRUE;

  while (more)
    if (!write_one (self, record, changes, &more, error))
      return FALSE;

  return paz_revise_derive (self, paz_record_get_id (record), error);
}

void
paz_revise_leave_out (PazReviseRules rules)
{
  left_out = rules;
}
