/* One door in: create, put, compare, remove, undo, redo. */
#include <sodium.h>

#include "paz-revise.h"
#include "random-record.h"

static void
test_create (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PazStore) reader = NULL;

  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_cmpstr (paz_store_get_participant (fixture->store), ==, "");
  g_assert_null (paz_store_dup_undo_step (fixture->store));
  g_assert_null (paz_store_dup_redo_step (fixture->store));

  reader = paz_store_open_reader (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_nonnull (reader);
}

static void
test_put (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (PazRecord) task = make_task (fixture->store, "Formación conjunta");
  g_autoptr (PazRecord) read = NULL;
  guint64 first, again;

  first = put (fixture->store, task);
  g_assert_cmpuint (first, >, 0);

  read = read_again (fixture->store, task);
  g_assert_true (paz_record_equal (read, task));
  g_assert_false (paz_record_is_new (read));
  g_assert_cmpstr (paz_record_get_owner (read), ==, "XX");

  again = put (fixture->store, read);
  g_assert_cmpuint (again, ==, 0);
}

static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (PazRecord) task = make_task (fixture->store, "Uno");
  g_autoptr (PazRecord) changed = NULL;
  g_autoptr (PazRecord) read = NULL;
  g_autoptr (GError) error = NULL;

  put (fixture->store, task);
  changed = read_again (fixture->store, task);
  set_title (fixture->store, changed, PAZ_LANGUAGE_ES, "Dos");
  g_assert_cmpuint (put (fixture->store, changed), ==, 2);

  undo (fixture->store);
  read = read_again (fixture->store, task);
  g_assert_cmpstr (paz_record_get_words (read, "title", PAZ_LANGUAGE_ES), ==, "Uno");
  g_clear_object (&read);

  undo (fixture->store);
  g_assert_null (paz_store_dup_record (fixture->store, paz_record_get_id (task), &error));
  g_assert_error (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (paz_store_undo (fixture->store, &error));
  g_assert_error (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_NOTHING);

  reopen (fixture);
  redo (fixture->store);
  redo (fixture->store);
  read = read_again (fixture->store, task);
  g_assert_cmpstr (paz_record_get_words (read, "title", PAZ_LANGUAGE_ES), ==, "Dos");
}

/* Any value of any field of any kind comes back as it was put. */
static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  data)
{
  const PazKind * const *kinds = paz_kind_list (NULL);
  Randomness random;
  guint n_put = 0;

  move_to_memory (fixture);
  randomness_init (&random, (guint32) g_test_rand_int ());
  for (guint i = 0; kinds[i] != NULL; i++)
    for (guint j = 0; j < 20; j++)
      {
        g_autoptr (PazRecord) record = NULL;
        g_autoptr (PazRecord) read = NULL;
        g_autoptr (PazEdit) edit = paz_edit_new ();

        record = paz_store_create_record (fixture->store, kinds[i], kinds[i]->parent != NULL ? pick_id (&random) : NULL);
        change_fields (&random, fixture->store, record, TRUE);
        change_release (&random, record);
        paz_edit_put (edit, record);
        if (!try_edit (fixture->store, edit))
          continue;
        n_put++;
        read = read_again (fixture->store, record);
        if (paz_record_get_level (record) != PAZ_LEVEL_NAMED)
          paz_record_set_release (record, paz_record_get_level (record), NULL);
        g_assert_true (paz_record_equal (read, record));
        g_assert_cmpuint (put (fixture->store, read), ==, 0);
      }
  g_assert_cmpuint (n_put, >, 40);
  randomness_clear (&random);
}

/* More cells than one revision may hold become several, in one step. */
static void
test_many_cells (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (PazRecord) task = make_task (fixture->store, "Uno");
  g_autoptr (PazRecord) read = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) targets = NULL;

  for (guint i = 0; i < 600; i++)
    {
      g_autofree char *id = g_strdup_printf ("0190a0b0-0000-7000-8000-%012u", i);

      g_strv_builder_add (builder, id);
    }
  targets = g_strv_builder_end (builder);
  paz_record_set_release (task, PAZ_LEVEL_NATIONAL, NULL);
  paz_record_set_value (task, field_of (task, "supporting"), paz_value_new_set ((const char * const *) targets));
  g_assert_cmpuint (put (fixture->store, task), ==, 1);
  paz_record_set_release (task, PAZ_LEVEL_PUBLIC, NULL);
  g_assert_cmpuint (put (fixture->store, task), ==, 2);

  read = read_again (fixture->store, task);
  g_assert_true (paz_record_equal (read, task));
  undo (fixture->store);
  undo (fixture->store);
  g_assert_null (paz_store_dup_record (fixture->store, paz_record_get_id (task), NULL));
}

/* One record that is not complete: nothing of the whole edit is written. */
static void
test_invalid (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (PazRecord) good = make_task (fixture->store, "Uno");
  g_autoptr (PazRecord) bad = paz_store_create_record (fixture->store, paz_kind_find ("task"), NULL);
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (GError) error = NULL;
  guint64 step = 99;

  paz_edit_put (edit, good);
  paz_edit_put (edit, bad);
  g_assert_false (paz_store_apply (fixture->store, edit, NULL, NULL, NULL, &step, &error));
  g_assert_error (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_INVALID);
  g_assert_cmpuint (step, ==, 0);
  g_assert_null (paz_store_dup_record (fixture->store, paz_record_get_id (good), NULL));
  g_assert_null (paz_store_dup_undo_step (fixture->store));
}

/* A line holds what its save changed, and nothing else. */
static void
test_only_changes (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (PazRecord) task = make_task (fixture->store, "Uno");
  g_autoptr (sqlite3_stmt) last = NULL;

  put (fixture->store, task);
  set_text (task, "notes", "x");
  put (fixture->store, task);
  last = paz_sql_prepare (paz_store_get_reader_db (fixture->store), "SELECT line FROM rev ORDER BY n DESC LIMIT 1", NULL);
  g_assert_cmpint (sqlite3_step (last), ==, SQLITE_ROW);
  g_assert_nonnull (strstr (paz_sql_get_text (last, 0), "\"cells\":{\"_deleted\":false,\"notes\":\"x\"}"));
}

/* The same delegation wrote on another machine, on top of the same line. */
static void
receive_twin (PazStore   *store,
              PazRecord  *task,
              const char *notes)
{
  g_autoptr (PazRevision) revision = paz_revision_new ();
  g_autoptr (PazState) state = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (paz_door_open (store, PAZ_STEP_IMPORT, "package", NULL, &error));
  state = paz_revise_load (store, paz_record_get_id (task), &error);
  revision->record = g_strdup (paz_record_get_id (task));
  revision->kind = g_strdup ("task");
  revision->owner = g_strdup (paz_record_get_owner (task));
  revision->level = paz_record_get_level (task);
  revision->time = g_get_real_time () / 1000 + 1000;
  revision->version = 1;
  revision->cells = json_object_new ();
  json_object_set_boolean_member (revision->cells, "_deleted", FALSE);
  json_object_set_string_member (revision->cells, "notes", notes);
  randombytes_buf (revision->salt, sizeof revision->salt);
  g_byte_array_append (revision->parents, paz_revision_get_parent (((PazNode *) state->heads->pdata[0])->revision, 0), PAZ_LINE_ID_BYTES);
  g_assert_true (paz_revision_seal (revision, &store->key, &error));
  g_assert_true (paz_revise_store (store, revision, "XX", &error));
  g_assert_true (paz_revise_derive (store, revision->record, &error));
  g_assert_true (paz_door_commit (store, NULL, &error));
}

/* A conflict is shown, stays while other fields are edited, and is gone when a person decides,
 * even for the value that stood there. */
static void
test_conflict (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (PazRecord) task = make_task (fixture->store, "Uno");
  g_autoptr (PazRecord) read = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *db = paz_store_get_reader_db (fixture->store);
  const PazField *notes = field_of (task, "notes");

  put (fixture->store, task);
  set_text (task, "notes", "mine");
  put (fixture->store, task);
  receive_twin (fixture->store, task, "theirs");

  read = read_again (fixture->store, task);
  g_assert_true (paz_record_is_in_conflict (read, notes));
  g_assert_cmpstr (paz_record_get_text (read, "notes"), ==, "theirs");
  g_assert_cmpint (paz_sql_integer (db, "SELECT count (*) FROM conflict", -1), ==, 2);
  g_assert_cmpint (paz_sql_integer (db, "SELECT count (*) FROM head", -1), ==, 2);

  set_text (read, "marking", "R");
  g_assert_cmpuint (put (fixture->store, read), >, 0);
  g_clear_object (&read);
  read = read_again (fixture->store, task);
  g_assert_true (paz_record_is_in_conflict (read, notes));
  g_assert_cmpint (paz_sql_integer (db, "SELECT count (*) FROM head", -1), ==, 1);

  /* What is in doubt is not released to more. */
  if (paz_record_get_level (read) != PAZ_LEVEL_PUBLIC)
    {
      g_autoptr (PazEdit) edit = paz_edit_new ();
      g_autoptr (PazRecord) wider = paz_record_dup (read);

      paz_record_set_release (wider, PAZ_LEVEL_PUBLIC, NULL);
      paz_edit_put (edit, wider);
      g_assert_false (paz_store_apply (fixture->store, edit, NULL, NULL, NULL, NULL, &error));
      g_assert_error (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_CONFLICT);
    }

  paz_record_set_conflict (read, notes, FALSE);
  g_assert_cmpuint (put (fixture->store, read), >, 0);
  g_clear_object (&read);
  read = read_again (fixture->store, task);
  g_assert_false (paz_record_is_in_conflict (read, notes));
  g_assert_cmpstr (paz_record_get_text (read, "notes"), ==, "theirs");

  undo (fixture->store);
  g_clear_object (&read);
  read = read_again (fixture->store, task);
  g_assert_true (paz_record_is_in_conflict (read, notes));
  findings = paz_store_check (fixture->store, NULL, NULL);
  g_assert_cmpuint (findings->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/apply/create", test_create);
  add ("/apply/put", test_put);
  add ("/apply/undo", test_undo);

  add ("/apply/round-trip", test_round_trip);
  add ("/apply/many-cells", test_many_cells);
  add ("/apply/invalid", test_invalid);
  add ("/apply/only-changes", test_only_changes);
  add ("/apply/conflict", test_conflict);

  return g_test_run ();
}
