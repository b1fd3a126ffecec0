/* What is done between works: a copy before a large step, the log into the file after it and when
 * idle, nothing left behind by who only reads. */
#include "paz-store-core.h"

#include "base/paz-date.h"
#include "base/paz-uuid.h"
#include "store-fixture.h"

#define LARGE 1500
#define SMALL 10

static void
put_task (PazStore   *store,
          const char *title)
{
  g_autoptr (PazRecord) task = make_task (store, title);
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (GError) error = NULL;

  paz_edit_put (edit, task);
  g_assert_true (paz_store_apply (store, edit, NULL, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
}

static gboolean
put_facts (PazStore    *store,
           const char  *title,
           guint        n,
           GError     **error)
{
  g_autoptr (PazFactTable) facts = paz_fact_table_new ();
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (PazRecord) record = NULL;
  guint16 mission = paz_fact_table_code (facts, PAZ_DIMENSION_MISSION, "UNTSO");
  guint16 type = paz_fact_table_code (facts, PAZ_DIMENSION_TYPE, "troops");
  guint16 contributor = paz_fact_table_code (facts, PAZ_DIMENSION_CONTRIBUTOR, "URY");
  char id[PAZ_UUID_SIZE];

  paz_uuid_make_shared ("data_set", title, id);
  record = paz_record_new (paz_kind_find ("data_set"), id, "*", NULL);
  set_text (record, "title", title);
  for (guint i = 0; i < n; i++)
    paz_fact_table_add (facts, (guint16) (1990 * 12 + i), contributor, mission, (guint8) type, i, i, i + 2);
  paz_fact_table_finish (facts, NULL, NULL);
  paz_edit_put (edit, record);
  paz_edit_put_facts (edit, record, facts);
  paz_edit_set_origin (edit, "file.csv");

  return paz_store_apply (store, edit, NULL, NULL, NULL, NULL, error);
}

static GPtrArray *
list_backups (Fixture *fixture)
{
  g_autofree char *folder = g_strconcat (fixture->path, ".backups", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (paths, g_build_filename (folder, name, NULL));

  return paths;
}

static guint
count_backups (Fixture *fixture)
{
  g_autoptr (GPtrArray) paths = list_backups (fixture);

  return paths->len;
}

static gint64
count_rows (PazStore   *store,
            const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s", table);

  return paz_sql_integer (paz_store_get_reader_db (store), sql, -1);
}

static void
must_put_facts (Fixture    *fixture,
                const char *title,
                guint       n)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (put_facts (fixture->store, title, n, &error));
  g_assert_no_error (error);
}

static void
test_backup (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) paths = NULL;
  g_autoptr (PazStore) copy = NULL;

  /* Nothing of a person's to lose. */
  must_put_facts (fixture, "first", LARGE);
  g_assert_cmpuint (count_backups (fixture), ==, 0);

  put_task (fixture->store, "Tarea");
  must_put_facts (fixture, "small", SMALL);
  g_assert_cmpuint (count_backups (fixture), ==, 0);
  must_put_facts (fixture, "large", LARGE);
  paths = list_backups (fixture);
  g_assert_cmpuint (paths->len, ==, 1);

  /* The store as it was before: with the task and two data sets, without the third. */
  copy = open_store (paths->pdata[0], PAZ_STORE_OPEN_READ_ONLY);
  g_assert_cmpint (count_rows (copy, "k_task"), ==, 1);
  g_assert_cmpint (count_rows (copy, "k_data_set"), ==, 2);
  g_assert_cmpint (count_rows (fixture->store, "k_data_set"), ==, 3);

  /* Two in one second are two. */
  must_put_facts (fixture, "larger", LARGE + 1);
  must_put_facts (fixture, "largest", LARGE + 2);
  g_assert_cmpuint (count_backups (fixture), ==, 3);
}

/* Without a copy the step is not begun, and nothing has changed. */
static void
test_no_backup (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *folder = g_strconcat (fixture->path, ".backups", NULL);
  g_autoptr (GError) error = NULL;

  put_task (fixture->store, "Tarea");
  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));
  g_assert_false (put_facts (fixture->store, "large", LARGE, &error));
  g_assert_error (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_FAILED);
  g_assert_cmpint (count_rows (fixture->store, "k_data_set"), ==, 0);
  put_task (fixture->store, "Otra tarea");
  must_put_facts (fixture, "small", SMALL);
}

static gboolean
has_log (Fixture *fixture)
{
  return paz_file_has_log (fixture->path);
}

static void
test_checkpoint (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PazStore) reader = NULL;

  must_put_facts (fixture, "large", LARGE);
  g_assert_false (has_log (fixture));

  put_task (fixture->store, "Tarea");
  g_assert_true (has_log (fixture));
  g_assert_true (paz_store_settle (fixture->store, &error));
  g_assert_no_error (error);
  g_assert_false (has_log (fixture));

  /* Who reads an older moment is not waited for and loses nothing. */
  reader = paz_store_open_reader (fixture->store, &error);
  g_assert_no_error (error);
  put_task (fixture->store, "Otra tarea");
  g_assert_true (paz_store_settle (fixture->store, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count_rows (reader, "k_task"), ==, 1);
  g_clear_object (&reader);
  g_assert_true (paz_store_settle (fixture->store, &error));
  g_assert_false (has_log (fixture));
}

static gboolean
give_up_cb (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_CONTINUE;
}

static void
test_idle (Fixture       *fixture,
           gconstpointer  data)
{
  gboolean late = FALSE;
  guint timer;

  paz_settle_seconds = 1;
  put_task (fixture->store, "Tarea");
  g_assert_true (has_log (fixture));
  timer = g_timeout_add_seconds (20, give_up_cb, &late);
  while (has_log (fixture) && !late)
    g_main_context_iteration (NULL, TRUE);
  /* The log is gone before the thread has let go of the store. The task ends in this loop or, by the
   * version of the library, in the thread, which wakes nobody. */
  while (g_atomic_int_get ((gint *) &G_OBJECT (fixture->store)->ref_count) > 1 && !late)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  g_assert_false (late);
  g_source_remove (timer);
  g_assert_cmpint (count_rows (fixture->store, "k_task"), ==, 1);
}

static gboolean
is_there (Fixture    *fixture,
          const char *suffix)
{
  g_autofree char *path = g_strconcat (fixture->path, suffix, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (PazStore) one = NULL;
  g_autoptr (PazStore) other = NULL;

  put_task (fixture->store, "Tarea");
  close_store (&fixture->store);
  g_assert_false (is_there (fixture, "-wal"));

  one = open_store (fixture->path, PAZ_STORE_OPEN_READ_ONLY);
  other = open_store (fixture->path, PAZ_STORE_OPEN_READ_ONLY);
  g_assert_cmpint (count_rows (one, "k_task"), ==, 1);
  close_store (&one);
  g_assert_cmpint (count_rows (other, "k_task"), ==, 1);
  close_store (&other);
  g_assert_false (is_there (fixture, "-wal"));
  g_assert_false (is_there (fixture, "-shm"));
  g_assert_false (is_there (fixture, ".lock"));
}

/* While another program writes, its log is left to it. */
static void
test_read_beside_writer (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (PazStore) reader = NULL;

  reopen (fixture);
  reader = open_store (fixture->path, PAZ_STORE_OPEN_READ_ONLY);
  put_task (fixture->store, "Tarea");
  g_assert_cmpint (count_rows (reader, "k_task"), ==, 1);
  close_store (&reader);
  g_assert_true (is_there (fixture, "-wal"));
  put_task (fixture->store, "Otra tarea");
  g_assert_cmpint (count_rows (fixture->store, "k_task"), ==, 2);

  /* And when the writer goes first, the last one takes the log away. */
  reader = open_store (fixture->path, PAZ_STORE_OPEN_READ_ONLY);
  close_store (&fixture->store);
  g_assert_cmpint (count_rows (reader, "k_task"), ==, 2);
  close_store (&reader);
  fixture->store = open_store (fixture->path, PAZ_STORE_OPEN_BARE);
  g_assert_cmpint (count_rows (fixture->store, "k_task"), ==, 2);
}

#define ADD(path, function) \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("/settle/backup", test_backup);
  ADD ("/settle/no-backup", test_no_backup);
  ADD ("/settle/checkpoint", test_checkpoint);
  ADD ("/settle/idle", test_idle);
  ADD ("/settle/read-only", test_read_only);
  ADD ("/settle/read-beside-writer", test_read_beside_writer);

  return g_test_run ();
}
