/* One door in: create, put, compare, remove, undo, redo. */
#include "store-fixture.h"

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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/apply/create", test_create);
  add ("/apply/put", test_put);
  add ("/apply/undo", test_undo);

  return g_test_run ();
}
