/* What a record is: small histories, and the pass against the definition on random ones. */
#include <sodium.h>

#include "paz-compute.h"
#include "paz-schema.h"
#include "paz-store-core.h"

#define RECORD "0190a0b0-0000-7000-8000-000000000001"

/* Lines known to one copy, in memory. */
typedef struct
{
  sqlite3       *db;
  PazStatements *statements;
  GHashTable    *speaks;
  PazDeviceKey   per, arg;
  gint64         time;
  guint          n;
} Copy;

static void
speak (Copy               *copy,
       const PazDeviceKey *key,
       const char         *participant)
{
  g_autofree char *id = paz_bytes_to_text (key->id, sizeof key->id);

  g_hash_table_add (copy->speaks, g_strconcat (id, " ", participant, NULL));
}

static void
set_up (Copy          *copy,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (sqlite3_open (":memory:", &copy->db), ==, SQLITE_OK);
  g_assert_true (paz_schema_create_kept (copy->db, &error));
  g_assert_no_error (error);
  g_assert_true (paz_sql_run (copy->db, "INSERT INTO step VALUES (1, 0, 0, '', '', NULL, '', NULL, NULL, 0, 0)", &error));
  copy->statements = paz_statements_new (copy->db);
  copy->speaks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_assert_true (paz_device_key_make (&copy->per, NULL));
  g_assert_true (paz_device_key_make (&copy->arg, NULL));
  speak (copy, &copy->per, "PER");
  speak (copy, &copy->arg, "ARG");
  speak (copy, paz_device_key_get_reference (), "*");
  copy->time = 1000;
}

static void
tear_down (Copy          *copy,
           gconstpointer  data)
{
  paz_statements_free (copy->statements);
  g_hash_table_unref (copy->speaks);
  sqlite3_close (copy->db);
}

static void
keep (Copy        *copy,
      PazRevision *revision)
{
  sqlite3_stmt *statement = paz_statements_get (copy->statements,
                                                "INSERT INTO rev (id, record, kind, owner, participant, level, list, time, line, step)"
                                                " VALUES (?, ?, ?, ?, 'ZZ', ?, '', ?, ?, 1)", NULL);

  g_assert_nonnull (statement);
  paz_sql_bind_blob (statement, 1, revision->id, sizeof revision->id);
  paz_sql_bind_text (statement, 2, revision->record);
  paz_sql_bind_text (statement, 3, revision->kind);
  paz_sql_bind_text (statement, 4, revision->owner);
  sqlite3_bind_int (statement, 5, revision->level);
  sqlite3_bind_int64 (statement, 6, revision->time);
  paz_sql_bind_text (statement, 7, revision->line);
  g_assert_true (paz_sql_execute (statement, NULL));
}

/* cells: JSON; parents: ids, NULL-terminated. */
static PazRevision *
write_full (Copy               *copy,
            const PazDeviceKey *key,
            const char         *kind,
            const char         *owner,
            const char         *cells,
            GPtrArray          *parents)
{
  PazRevision *revision = paz_revision_new ();
  g_autoptr (JsonNode) node = json_from_string (cells, NULL);
  g_autoptr (GError) error = NULL;

  revision->record = g_strdup (RECORD);
  revision->kind = g_strdup (kind);
  revision->owner = g_strdup (owner);
  revision->level = PAZ_LEVEL_PUBLIC;
  revision->time = copy->time++;
  revision->version = 1;
  randombytes_buf (revision->salt, sizeof revision->salt);
  revision->cells = json_object_ref (json_node_get_object (node));
  if (!json_object_has_member (revision->cells, "_deleted"))
    json_object_set_boolean_member (revision->cells, "_deleted", FALSE);
  if (parents != NULL)
    paz_revision_set_parents (revision, parents);
  g_assert_true (paz_revision_seal (revision, key, &error));
  g_assert_no_error (error);
  keep (copy, revision);

  return revision;
}

static PazRevision *
write_on (Copy               *copy,
          const PazDeviceKey *key,
          const char         *cells,
          PazRevision        *first,
          PazRevision        *second)
{
  g_autoptr (GPtrArray) parents = g_ptr_array_new ();

  if (first != NULL)
    g_ptr_array_add (parents, first->id);
  if (second != NULL)
    g_ptr_array_add (parents, second->id);

  return write_full (copy, key, "task", "PER", cells, parents);
}

static void
keep_edge (Copy        *copy,
           PazRevision *child,
           PazRevision *parent)
{
  sqlite3_stmt *statement = paz_statements_get (copy->statements, "INSERT INTO edge VALUES (?, ?, '" RECORD "', '', 1)", NULL);

  paz_sql_bind_blob (statement, 1, child->id, sizeof child->id);
  paz_sql_bind_blob (statement, 2, parent->id, sizeof parent->id);
  g_assert_true (paz_sql_execute (statement, NULL));
}

static void
keep_link (Copy        *copy,
           PazRevision *revision,
           const char  *name,
           const char  *target,
           gboolean     on)
{
  sqlite3_stmt *statement = paz_statements_get (copy->statements, "INSERT INTO link VALUES (?, ?, ?, '" RECORD "', ?, '', 1)", NULL);

  paz_sql_bind_blob (statement, 1, revision->id, sizeof revision->id);
  paz_sql_bind_text (statement, 2, name);
  paz_sql_bind_text (statement, 3, target);
  sqlite3_bind_int (statement, 4, on);
  g_assert_true (paz_sql_execute (statement, NULL));
}

static PazState *
compute (Copy       *copy,
         const char *own)
{
  g_autoptr (GError) error = NULL;
  PazState *state = paz_state_load (copy->statements, copy->speaks, own, RECORD, &error);

  g_assert_no_error (error);
  return state;
}

/* The cell as text; "!" before it when in conflict. */
static void
assert_cell (Copy       *copy,
             const char *name,
             const char *expected)
{
  g_autoptr (PazState) state = compute (copy, "PER");
  PazLive *live = g_hash_table_lookup (state->live, name);
  g_autofree char *text = live != NULL ? json_to_string (live->value, FALSE) : g_strdup ("-");
  g_autofree char *marked = g_strconcat (live != NULL && live->conflict ? "!" : "", text, NULL);

  g_assert_cmpstr (marked, ==, expected);
}

static guint
count_heads (Copy *copy)
{
  g_autoptr (PazState) state = compute (copy, "PER");

  return state->heads->len;
}

/* ---- small histories ---- */

static void
test_line (Copy          *copy,
           gconstpointer  data)
{
  g_autoptr (PazRevision) a = write_on (copy, &copy->per, "{\"notes\":\"a\",\"marking\":\"m\"}", NULL, NULL);
  g_autoptr (PazRevision) b = write_on (copy, &copy->per, "{\"notes\":\"b\"}", a, NULL);

  assert_cell (copy, "notes", "\"b\"");
  assert_cell (copy, "marking", "\"m\"");
  g_assert_cmpuint (count_heads (copy), ==, 1);
}

static void
test_conflict (Copy          *copy,
               gconstpointer  data)
{
  g_autoptr (PazRevision) a = write_on (copy, &copy->per, "{\"notes\":\"a\",\"marking\":\"m\"}", NULL, NULL);
  g_autoptr (PazRevision) b = write_on (copy, &copy->per, "{\"notes\":\"b\"}", a, NULL);
  g_autoptr (PazRevision) c = write_on (copy, &copy->per, "{\"notes\":\"c\",\"status\":\"x\"}", a, NULL);
  g_autoptr (PazRevision) d = NULL;

  assert_cell (copy, "notes", "!\"c\"");           /* the later one, provisionally */
  assert_cell (copy, "marking", "\"m\"");
  assert_cell (copy, "status", "\"x\"");
  g_assert_cmpuint (count_heads (copy), ==, 2);

  d = write_on (copy, &copy->per, "{\"notes\":\"b\"}", b, c);
  assert_cell (copy, "notes", "\"b\"");
  g_assert_cmpuint (count_heads (copy), ==, 1);
}

/* Equal values are no conflict; texts are compared without the keys of source and translation. */
static void
test_equal (Copy          *copy,
            gconstpointer  data)
{
  g_autoptr (PazRevision) a = write_on (copy, &copy->per, "{\"notes\":\"a\",\"title.es\":{\"k\":\"x\",\"o\":false,\"t\":\"T\"}}", NULL, NULL);
  g_autoptr (PazRevision) b = write_on (copy, &copy->per, "{\"notes\":\"a\",\"title.es\":{\"k\":\"y\",\"o\":false,\"t\":\"T\"}}", NULL, NULL);

  assert_cell (copy, "notes", "\"a\"");
  assert_cell (copy, "title.es", "{\"k\":\"y\",\"o\":false,\"t\":\"T\"}");
}

/* Deleting and editing at once is shown; editing holds until a person decides. */
static void
test_deleted (Copy          *copy,
              gconstpointer  data)
{
  g_autoptr (PazRevision) a = write_on (copy, &copy->per, "{\"notes\":\"a\"}", NULL, NULL);
  g_autoptr (PazRevision) b = write_on (copy, &copy->per, "{\"notes\":\"b\"}", a, NULL);
  g_autoptr (PazRevision) c = write_on (copy, &copy->per, "{\"_deleted\":true}", a, NULL);
  g_autoptr (PazRevision) d = NULL;

  assert_cell (copy, "_deleted", "!false");
  d = write_on (copy, &copy->per, "{\"_deleted\":true}", b, c);
  assert_cell (copy, "_deleted", "true");
}

/* In an owner's kind a stranger proposes; built upon by the owner it counts. */
static void
test_proposal (Copy          *copy,
               gconstpointer  data)
{
  g_autoptr (PazRevision) a = NULL, b = NULL, c = NULL;
  const char *kind = "position";
  g_autoptr (GPtrArray) on_a = g_ptr_array_new ();
  g_autoptr (GPtrArray) on_both = g_ptr_array_new ();

  g_assert_cmpint (paz_kind_find (kind)->ownership, ==, PAZ_OWNERSHIP_OWNER);
  a = write_full (copy, &copy->per, kind, "PER", "{\"notes\":\"a\"}", NULL);
  g_ptr_array_add (on_a, a->id);
  b = write_full (copy, &copy->arg, kind, "PER", "{\"notes\":\"b\",\"marking\":\"m\"}", on_a);
  assert_cell (copy, "notes", "\"a\"");
  assert_cell (copy, "marking", "-");

  g_ptr_array_add (on_both, a->id);
  g_ptr_array_add (on_both, b->id);
  c = write_full (copy, &copy->per, kind, "PER", "{\"notes\":\"c\"}", on_both);
  assert_cell (copy, "notes", "\"c\"");
  assert_cell (copy, "marking", "\"m\"");
}

/* What the owner has not written at all is what others wrote for it. */
static void
test_written_for (Copy          *copy,
                  gconstpointer  data)
{
  g_autoptr (PazRevision) a = write_full (copy, &copy->arg, "position", "PER", "{\"notes\":\"a\"}", NULL);
  g_autoptr (PazRevision) b = NULL;

  assert_cell (copy, "notes", "\"a\"");
  b = write_full (copy, &copy->per, "position", "PER", "{\"notes\":\"b\"}", NULL);
  assert_cell (copy, "notes", "\"b\"");
}

static void
test_edge (Copy          *copy,
           gconstpointer  data)
{
  g_autoptr (PazRevision) a = write_on (copy, &copy->per, "{\"notes\":\"a\"}", NULL, NULL);
  g_autoptr (PazRevision) b = write_on (copy, &copy->per, "{\"notes\":\"b\"}", NULL, NULL);

  assert_cell (copy, "notes", "!\"b\"");
  keep_edge (copy, b, a);
  assert_cell (copy, "notes", "\"b\"");
}

#define TARGET "0190a0b0-0000-7000-8000-000000000002"
#define OTHER  "0190a0b0-0000-7000-8000-000000000003"

/* A link line fills the cell; without one, the writer's own delegation knows that it was cleared,
 * to others cleared and withheld look the same. */
static void
test_links (Copy          *copy,
            gconstpointer  data)
{
  g_autoptr (PazRevision) a = write_on (copy, &copy->per, "{\"meeting\":{\"l\":1},\"supporting/" OTHER "\":true}", NULL, NULL);
  g_autoptr (PazState) theirs = NULL;
  g_autofree char *text = NULL;

  assert_cell (copy, "meeting", "null");
  theirs = compute (copy, "ARG");
  text = json_to_string (((PazLive *) g_hash_table_lookup (theirs->live, "meeting"))->value, FALSE);
  g_assert_cmpstr (text, ==, "{\"l\":1}");

  keep_link (copy, a, "meeting", TARGET, TRUE);
  keep_link (copy, a, "supporting", TARGET, TRUE);
  assert_cell (copy, "meeting", "{\"r\":\"" TARGET "\"}");
  assert_cell (copy, "supporting/" TARGET, "true");
  assert_cell (copy, "supporting/" OTHER, "true");
}

/* What a person wrote goes before built-in data, of which the newest edition speaks. */
static void
test_reference (Copy          *copy,
                gconstpointer  data)
{
  const PazDeviceKey *reference = paz_device_key_get_reference ();
  g_autoptr (PazRevision) a = write_full (copy, reference, "mission", "*", "{\"notes\":\"1\",\"marking\":\"1\"}", NULL);
  g_autoptr (GPtrArray) on_a = g_ptr_array_new ();
  g_autoptr (PazRevision) b = NULL, c = NULL, d = NULL;

  g_ptr_array_add (on_a, a->id);
  b = write_full (copy, &copy->per, "mission", "*", "{\"notes\":\"mine\"}", on_a);
  c = write_full (copy, reference, "mission", "*", "{\"notes\":\"2\",\"marking\":\"2\"}", NULL);
  d = write_full (copy, reference, "mission", "*", "{\"notes\":\"3\",\"marking\":\"3\"}", NULL);
  assert_cell (copy, "notes", "\"mine\"");
  assert_cell (copy, "marking", "\"3\"");
}

/* Unknown parents are ends; a kind of another program is kept. */
static void
test_unknown (Copy          *copy,
              gconstpointer  data)
{
  guint8 nobody[PAZ_LINE_ID_BYTES] = { 1 };
  g_autoptr (GPtrArray) parents = g_ptr_array_new ();
  g_autoptr (PazRevision) a = NULL;
  g_autoptr (PazState) state = NULL;

  g_ptr_array_add (parents, nobody);
  a = write_full (copy, &copy->per, "kind_of_tomorrow", "PER", "{\"future\":{\"z\":[1,2]}}", parents);
  assert_cell (copy, "future", "{\"z\":[1,2]}");
  state = compute (copy, "PER");
  g_assert_null (state->kind);
  g_assert_null (paz_state_dup_record (state));
}

/* ---- the definition ---- */

#define N_REVISIONS 12
static const char * const names[] = { "notes", "marking", "status" };

typedef struct
{
  PazRevision *revision;
  gboolean     by_owner;
  guint        parents;     /* bits of revisions it stands on */
  guint        above;       /* bits of revisions above it */
  gboolean     known;
} Model;

static void
close_over (Model *models)
{
  for (int i = 0; i < N_REVISIONS; i++)
    models[i].above = 0;
  /* Children come later than parents, so one sweep from the newest finds every path. */
  for (int i = N_REVISIONS - 1; i >= 0; i--)
    for (int j = 0; models[i].known && j < i; j++)
      if (models[j].known && (models[i].parents & (1u << j)) != 0)
        models[j].above |= models[i].above | (1u << i);
}

static gboolean
is_counted (Model *models,
            int    n)
{
  if (!models[n].known)
    return FALSE;
  if (models[n].by_owner)
    return TRUE;
  for (int i = n + 1; i < N_REVISIONS; i++)
    if ((models[n].above & (1u << i)) != 0 && models[i].by_owner)
      return TRUE;

  return FALSE;
}

static gboolean
is_live (Model      *models,
         int         n,
         const char *name)
{
  if (!is_counted (models, n) || !json_object_has_member (models[n].revision->cells, name))
    return FALSE;
  for (int i = n + 1; i < N_REVISIONS; i++)
    if ((models[n].above & (1u << i)) != 0 && is_counted (models, i)
        && json_object_has_member (models[i].revision->cells, name))
      return FALSE;

  return TRUE;
}

static gboolean
is_head (Model *models,
         int    n)
{
  if (!is_counted (models, n))
    return FALSE;
  for (int i = n + 1; i < N_REVISIONS; i++)
    if ((models[n].above & (1u << i)) != 0 && is_counted (models, i))
      return FALSE;

  return TRUE;
}

static void
compare_with_definition (Copy  *copy,
                         Model *models)
{
  g_autoptr (PazState) state = compute (copy, "PER");

  close_over (models);
  for (int i = 0; i < N_REVISIONS; i++)
    {
      PazNode *node = paz_state_find_node (state, models[i].revision->id);

      g_assert_cmpint (node != NULL, ==, models[i].known);
      if (node == NULL)
        continue;
      g_assert_cmpint (node->counted, ==, is_counted (models, i));
      g_assert_cmpint (g_ptr_array_find (state->heads, node, NULL), ==, is_head (models, i));
      for (guint j = 0; j < G_N_ELEMENTS (names); j++)
        {
          PazLive *live = g_hash_table_lookup (state->live, names[j]);

          g_assert_cmpint (live != NULL && g_ptr_array_find (live->nodes, node, NULL), ==, is_live (models, i, names[j]));
        }
    }
}

static PazRevision *
make_random (Copy     *copy,
             Model    *models,
             int       n,
             gboolean  by_owner)
{
  g_autoptr (GPtrArray) parents = g_ptr_array_new ();
  g_autoptr (GString) cells = g_string_new ("{");

  for (int i = 0; i < n; i++)
    if (g_test_rand_int_range (0, 3) == 0)
      {
        models[n].parents |= 1u << i;
        g_ptr_array_add (parents, models[i].revision->id);
      }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_test_rand_bit ())
      g_string_append_printf (cells, "%s\"%s\":\"%d\"", cells->len > 1 ? "," : "", names[i], g_test_rand_int_range (0, 3));
  g_string_append_c (cells, '}');

  return write_full (copy, by_owner ? &copy->per : &copy->arg, "position", "PER", cells->str, parents);
}

static void
make_history (Copy *copy)
{
  Model models[N_REVISIONS] = { 0 };

  for (int i = 0; i < N_REVISIONS; i++)
    {
      models[i].by_owner = i == N_REVISIONS - 1 || g_test_rand_int_range (0, 4) > 0;
      models[i].revision = make_random (copy, models, i, models[i].by_owner);
      models[i].known = i == N_REVISIONS - 1 || g_test_rand_int_range (0, 6) > 0;
      if (!models[i].known)
        {
          sqlite3_stmt *statement = paz_statements_get (copy->statements, "DELETE FROM rev WHERE id = ?", NULL);

          paz_sql_bind_blob (statement, 1, models[i].revision->id, PAZ_LINE_ID_BYTES);
          g_assert_true (paz_sql_execute (statement, NULL));
        }
    }

  compare_with_definition (copy, models);
  for (int i = 0; i < N_REVISIONS; i++)
    paz_revision_free (models[i].revision);
  g_assert_true (paz_sql_run (copy->db, "DELETE FROM rev", NULL));
}

static void
test_definition (Copy          *copy,
                 gconstpointer  data)
{
  for (int i = 0; i < 1500; i++)
    make_history (copy);
}

static void
add (const char *path,
     void      (*test) (Copy *, gconstpointer))
{
  g_test_add (path, Copy, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (sodium_init (), >=, 0);

  add ("/compute/line", test_line);
  add ("/compute/conflict", test_conflict);
  add ("/compute/equal", test_equal);
  add ("/compute/deleted", test_deleted);
  add ("/compute/proposal", test_proposal);
  add ("/compute/written-for", test_written_for);
  add ("/compute/edge", test_edge);
  add ("/compute/links", test_links);
  add ("/compute/reference", test_reference);
  add ("/compute/unknown", test_unknown);
  add ("/compute/definition", test_definition);

  return g_test_run ();
}
