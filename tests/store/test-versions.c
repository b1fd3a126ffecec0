/* Programs that know other kinds and other fields, on the same store: what is kept stays as it is,
 * what is derived follows the declaration of whoever opens it. */
#include "added-kinds.h"
#include "model/paz-kind-private.h"
#include "paz-schema.h"
#include "paz-store-core.h"
#include "store-fixture.h"

/* The kept lines, byte for byte. */
static char *
print_kept (PazStore *store)
{
  static const char * const queries[] = {
    "SELECT id, record, kind, owner, participant, level, list, time, line, step, hidden FROM rev ORDER BY n",
    "SELECT child, parent, line FROM edge ORDER BY 1, 2",
    "SELECT rev, name, target, line FROM link ORDER BY 1, 2, 3",
    "SELECT n, type, at, author, participant, origin, verb, kind, record, records, undone FROM step ORDER BY n",
    "SELECT record, field, value, step, hidden FROM local ORDER BY n",
    "SELECT * FROM fact_segment ORDER BY 1, 2",
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (sqlite3_stmt) statement = paz_sql_prepare (paz_store_get_reader_db (store), queries[i], &error);

      g_assert_no_error (error);
      while (sqlite3_step (statement) == SQLITE_ROW)
        for (int j = 0; j < sqlite3_column_count (statement); j++)
          {
            g_autofree char *bytes = g_base64_encode (sqlite3_column_blob (statement, j),
                                                      (gsize) sqlite3_column_bytes (statement, j));

            g_string_append_printf (text, "%s|", bytes);
          }
    }

  return g_string_free (text, FALSE);
}

static gint64
ask (PazStore   *store,
     const char *sql)
{
  return paz_sql_integer (paz_store_get_reader_db (store), sql, -1);
}

static void
assert_sound (PazStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = paz_store_check (store, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (char *) findings->pdata[i]);
  g_assert_cmpuint (findings->len, ==, 0);
}

/* ---- an older store ---- */

static void
take_frozen (Fixture    *fixture,
             const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("RELACOPAZ_SOURCE"), "tests", "stores", name, NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, &error));
  g_assert_no_error (error);
  close_store (&fixture->store);
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) length, &error));
  g_assert_no_error (error);
}

static char *
print_kept_of_file (const char *path)
{
  g_autoptr (PazStore) holder = g_object_new (PAZ_TYPE_STORE, NULL);
  char *text;

  g_assert_cmpint (sqlite3_open (path, &holder->reader), ==, SQLITE_OK);
  text = print_kept (holder);
  sqlite3_close (holder->reader);
  holder->reader = NULL;

  return text;
}

/* Every kind of `since` has its table, and nothing of it can have stood in an older store. */
static void
assert_tables (PazStore *store)
{
  const PazKind * const *kinds = paz_kind_list (NULL);
  guint newest = 0;

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM \"k_%s\"", kinds[i]->key);

      if (kinds[i]->since > 1)
        g_assert_cmpint (ask (store, sql), ==, 0);
      else
        g_assert_cmpint (ask (store, sql), >=, 0);
      newest = MAX (newest, kinds[i]->since);
    }
  g_assert_cmpuint (newest, ==, PAZ_SCHEMA_VERSION);
}

static void
test_more_kinds (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  take_frozen (fixture, "v1.relacopaz");
  before = print_kept_of_file (fixture->path);
  fixture->store = open_store (fixture->path, PAZ_STORE_OPEN_BARE);
  after = print_kept (fixture->store);

  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (ask (fixture->store, "PRAGMA user_version"), ==, PAZ_SCHEMA_VERSION);
  assert_tables (fixture->store);
  assert_sound (fixture->store);
}

/* ---- a kind with one field more: what a later version of the program declares ---- */

static PazField *later_fields;
static PazKind later_visit;
static GPtrArray *later_kinds;

static const PazField added_field = {
  .key = "lesson", .label = "Lesson", .type = PAZ_VALUE_TEXT, .flags = PAZ_FIELD_SEARCHED,
  .since = 2, .group = "Report",
};

static void
make_later (void)
{
  const PazKind *visit = paz_kind_find ("visit");
  const PazKind * const *kinds = paz_kind_list (NULL);

  later_fields = g_new (PazField, visit->n_fields + 1);
  later_fields[0] = visit->fields[0];
  memcpy (&later_fields[1], &added_field, sizeof added_field);
  memcpy (&later_fields[2], &visit->fields[1], sizeof (PazField) * (visit->n_fields - 1));
  memcpy (&later_visit, visit, sizeof later_visit);
  later_visit.fields = later_fields;
  later_visit.n_fields = visit->n_fields + 1;
  later_visit.version = 2;

  later_kinds = g_ptr_array_new ();
  for (guint i = 0; kinds[i] != NULL; i++)
    g_ptr_array_add (later_kinds, (gpointer) (kinds[i] == visit ? &later_visit : kinds[i]));
  g_ptr_array_add (later_kinds, NULL);
}

/* The same store, opened by a program with these kinds. */
static void
open_as (Fixture               *fixture,
         const PazKind * const *kinds)
{
  if (fixture->store != NULL)
    close_store (&fixture->store);
  paz_kind_set_list (kinds);
  fixture->store = open_store (fixture->path, PAZ_STORE_OPEN_BARE);
}

static PazRecord *
read_visit (PazStore *store)
{
  g_autoptr (PazQuery) query = paz_query_new (paz_kind_find ("visit"));
  g_autoptr (GPtrArray) visits = paz_store_list_records (store, query, NULL);

  g_assert_nonnull (visits);
  g_assert_cmpuint (visits->len, ==, 1);

  return g_object_ref (visits->pdata[0]);
}

static guint
count_found (PazStore   *store,
             const char *words)
{
  g_autoptr (PazQuery) query = paz_query_new (paz_kind_find ("visit"));
  g_autoptr (GPtrArray) ids = NULL;

  paz_query_set_search (query, words);
  ids = paz_store_find (store, query, NULL, NULL);
  g_assert_nonnull (ids);

  return ids->len;
}

static void
set_and_put (PazStore   *store,
             const char *key,
             const char *text)
{
  g_autoptr (PazRecord) visit = read_visit (store);

  set_text (visit, key, text);
  g_assert_cmpuint (put (store, visit), >, 0);
}

static void
assert_reads (PazStore   *store,
              const char *key,
              const char *text)
{
  g_autoptr (PazRecord) visit = read_visit (store);

  g_assert_cmpstr (paz_record_get_text (visit, key), ==, text);
}

static void
keep_visit (PazStore *store)
{
  g_autoptr (PazRecord) visit = paz_store_create_record (store, paz_kind_find ("visit"), NULL);

  set_title (store, visit, PAZ_LANGUAGE_ES, "Visita a Montevideo");
  set_text (visit, "place", "Montevideo");
  put (store, visit);
}

static void
test_new_field (Fixture       *fixture,
                gconstpointer  data)
{
  const PazKind * const *earlier = paz_kind_list (NULL);
  const PazKind * const *later = (const PazKind * const *) later_kinds->pdata;

  keep_visit (fixture->store);

  /* The later program finds the field not answered, and answers it. */
  open_as (fixture, later);
  assert_reads (fixture->store, "lesson", NULL);
  assert_reads (fixture->store, "place", "Montevideo");
  set_and_put (fixture->store, "lesson", "Confirmar vacunas");
  g_assert_cmpuint (count_found (fixture->store, "vacunas"), ==, 1);
  g_assert_cmpint (ask (fixture->store, "SELECT count (*) FROM rev WHERE line LIKE '%\"ver\":2%'"), ==, 1);
  assert_sound (fixture->store);

  /* The earlier one does not show it and does not lose it, though it writes the same record. */
  open_as (fixture, earlier);
  g_assert_null (paz_kind_find_field (paz_kind_find ("visit"), "lesson"));
  g_assert_cmpuint (count_found (fixture->store, "vacunas"), ==, 0);
  set_and_put (fixture->store, "place", "Asunción");
  assert_sound (fixture->store);

  open_as (fixture, later);
  assert_reads (fixture->store, "lesson", "Confirmar vacunas");
  assert_reads (fixture->store, "place", "Asunción");
  g_assert_cmpuint (count_found (fixture->store, "vacunas"), ==, 1);
  undo (fixture->store);
  assert_reads (fixture->store, "place", "Montevideo");
  undo (fixture->store);
  assert_reads (fixture->store, "lesson", NULL);
  assert_sound (fixture->store);
  open_as (fixture, earlier);
}

/* ---- lines of a kind that this program has not ---- */

static void
test_unknown_kind (Fixture       *fixture,
                   gconstpointer  data)
{
  const PazKind * const *all = paz_kind_list (NULL);
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (PazStep) step = NULL;
  g_autofree char *name = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  keep_visit (fixture->store);
  before = print_kept (fixture->store);

  open_as (fixture, NULL);
  g_assert_null (paz_kind_find ("visit"));
  assert_sound (fixture->store);
  after = print_kept (fixture->store);
  g_assert_cmpstr (after, ==, before);
  history = paz_store_list_history (fixture->store, NULL, 10, NULL);
  g_assert_nonnull (history);
  step = paz_store_dup_undo_step (fixture->store);
  g_assert_nonnull (step);
  name = paz_store_dup_step_name (fixture->store, step, paz_catalogue_get (PAZ_LANGUAGE_EN));
  g_assert_cmpstr (name, !=, "");
  undo (fixture->store);
  redo (fixture->store);

  open_as (fixture, all);
  assert_reads (fixture->store, "place", "Montevideo");
  assert_sound (fixture->store);
}

/* ---- the declaration ---- */

/* Nothing shipped is newer than the schema says, or a store would be refused too late. */
static void
test_since (void)
{
  const PazKind * const *kinds = paz_kind_list (NULL);

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      const PazKind *parent = kinds[i]->parent != NULL ? paz_kind_find (kinds[i]->parent) : NULL;

      g_assert_cmpuint (kinds[i]->since, <=, PAZ_SCHEMA_VERSION);
      if (parent != NULL)
        g_assert_cmpuint (kinds[i]->since, >=, parent->since);
    }
}

int
main (int    argc,
      char **argv)
{
  added_kinds_use ();
  make_later ();
  g_test_init (&argc, &argv, NULL);

  add ("/versions/more-kinds", test_more_kinds);
  add ("/versions/new-field", test_new_field);
  add ("/versions/unknown-kind", test_unknown_kind);
  g_test_add_func ("/versions/since", test_since);

  return g_test_run ();
}
