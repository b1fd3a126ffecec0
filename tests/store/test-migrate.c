/* Stores of released versions open, say what they said, and go on. */
#include <gio/gio.h>

#include "paz-store-core.h"
#include "store-fixture.h"

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
  fixture->store = open_store (fixture->path, PAZ_STORE_OPEN_BARE);
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

static PazRecord *
find_task (PazStore *store)
{
  g_autoptr (PazQuery) query = paz_query_new (paz_kind_find ("task"));
  g_autoptr (GPtrArray) tasks = paz_store_list_records (store, query, NULL);

  g_assert_nonnull (tasks);
  g_assert_cmpuint (tasks->len, ==, 1);

  return g_object_ref (tasks->pdata[0]);
}

static void
test_v1 (Fixture       *fixture,
         gconstpointer  data)
{
  g_autoptr (PazRecord) task = NULL;
  g_autoptr (PazRecord) read = NULL;
  g_autoptr (PazFactTable) facts = NULL;
  g_autoptr (PazStep) redo_step = NULL;

  take_frozen (fixture, "v1.relacopaz");
  assert_sound (fixture->store);
  g_assert_cmpstr (paz_store_get_participant (fixture->store), ==, "PER");
  facts = paz_store_load_facts (fixture->store, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (paz_fact_table_get_n_rows (facts), ==, 12);

  task = find_task (fixture->store);
  g_assert_cmpstr (paz_record_get_words (task, "title", PAZ_LANGUAGE_ES), ==, "Formación conjunta de ingenieros");
  g_assert_cmpint (paz_record_get_integer (task, "progress"), ==, 40);
  g_assert_cmpint (paz_value_get_state (paz_record_get_value (task, field_of (task, "due"))), ==, PAZ_STATE_UNKNOWN);
  g_assert_cmpint (paz_record_get_level (task), ==, PAZ_LEVEL_NAMED);

  /* What was undone then can be redone now. */
  redo_step = paz_store_dup_redo_step (fixture->store);
  g_assert_nonnull (redo_step);

  set_text (task, "notes", "Seguimos");
  put (fixture->store, task);
  undo (fixture->store);
  undo (fixture->store);
  undo (fixture->store);
  read = read_again (fixture->store, task);
  g_assert_cmpstr (paz_record_get_words (read, "title", PAZ_LANGUAGE_ES), ==, "Formación conjunta");
  reopen (fixture);
  assert_sound (fixture->store);
}

/* Tables of kept data, as SQL. */
static char *
print_kept (sqlite3 *db)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  GString *text = g_string_new (NULL);

  statement = paz_sql_prepare (db, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND tbl_name IN"
                                   " ('step', 'rev', 'edge', 'link', 'key', 'speaks', 'local', 'setting',"
                                   "  'fact_code', 'fact_segment') ORDER BY name", NULL);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (text, "%s\n", paz_sql_get_text (statement, 0));

  return g_string_free (text, FALSE);
}

/* An old store brought up is laid out like a new one. */
static void
test_layout (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *new = print_kept (paz_store_get_reader_db (fixture->store));
  g_autofree char *old = NULL;

  take_frozen (fixture, "v1.relacopaz");
  old = print_kept (paz_store_get_reader_db (fixture->store));
  g_assert_cmpstr (old, ==, new);
}

/* Another declaration of kinds: what is derived is made anew, nothing is asked. */
static void
test_derived (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PazRecord) task = NULL;
  PazStore *reader;
  sqlite3 *db = NULL;

  take_frozen (fixture, "v1.relacopaz");
  close_store (&fixture->store);
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_true (paz_sql_run (db, "UPDATE setting SET value = 'of another program' WHERE key = 'derived';"
                                  "ALTER TABLE k_task ADD COLUMN of_another_program TEXT;"
                                  "CREATE TABLE k_of_another_program (id TEXT PRIMARY KEY) STRICT;"
                                  "DELETE FROM k_meeting; DELETE FROM target", &error));
  g_assert_no_error (error);
  sqlite3_close (db);

  reader = paz_store_open (fixture->path, PAZ_STORE_OPEN_READ_ONLY, NULL, &error);
  g_assert_null (reader);
  g_assert_error (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_READ_ONLY);

  fixture->store = open_store (fixture->path, PAZ_STORE_OPEN_BARE);
  assert_sound (fixture->store);
  g_assert_cmpint (paz_sql_integer (paz_store_get_reader_db (fixture->store),
                                    "SELECT count (*) FROM sqlite_schema WHERE name = 'k_of_another_program'", -1), ==, 0);
  task = find_task (fixture->store);
  g_assert_cmpint (paz_record_get_integer (task, "progress"), ==, 40);
}

/* A check finds what somebody changed behind the program's back, and a rebuild heals what is derived. */
static void
test_tampered (Fixture       *fixture,
               gconstpointer  data)
{
  static const char * const changes[] = {
    "UPDATE k_task SET progress = 99",
    "DELETE FROM k_agenda_item",
    "DELETE FROM head",
    "DELETE FROM search_row",
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GPtrArray) findings = NULL;
      g_autoptr (GError) error = NULL;
      sqlite3 *db = NULL;

      take_frozen (fixture, "v1.relacopaz");
      close_store (&fixture->store);
      g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
      g_assert_true (paz_sql_run (db, changes[i], &error));
      sqlite3_close (db);
      fixture->store = open_store (fixture->path, PAZ_STORE_OPEN_BARE);
      findings = paz_store_check (fixture->store, NULL, &error);
      g_assert_cmpuint (findings->len, >, 0);
      g_assert_true (paz_store_rebuild (fixture->store, NULL, &error));
      assert_sound (fixture->store);
    }
}

/* Kept lines cannot be healed; a check says which does not fit. */
static void
test_forged (Fixture       *fixture,
             gconstpointer  data)
{
  static const char * const changes[] = {
    "UPDATE rev SET line = replace (line, '40', '41')",
    "UPDATE rev SET owner = 'BRA' WHERE n = 1",
    "UPDATE rev SET line = replace (line, '\"time\":', '\"time\": ') WHERE n = 1",
    "UPDATE fact_segment SET facts = zeroblob (length (facts))",
    "UPDATE edge SET line = replace (line, '\"sig\":\"', '\"sig\":\"A')",
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GPtrArray) findings = NULL;
      g_autoptr (GError) error = NULL;
      sqlite3 *db = NULL;

      take_frozen (fixture, "v1.relacopaz");
      close_store (&fixture->store);
      g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
      g_assert_true (paz_sql_run (db, changes[i], &error));
      sqlite3_close (db);
      fixture->store = open_store (fixture->path, PAZ_STORE_OPEN_BARE);
      findings = paz_store_check (fixture->store, NULL, &error);
      g_assert_no_error (error);
      g_test_message ("%s: %s", changes[i], findings->len > 0 ? (char *) findings->pdata[0] : "nothing found");
      g_assert_cmpuint (findings->len, >, 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/migrate/v1", test_v1);
  add ("/migrate/layout", test_layout);
  add ("/migrate/derived", test_derived);
  add ("/migrate/tampered", test_tampered);
  add ("/migrate/forged", test_forged);

  return g_test_run ();
}
