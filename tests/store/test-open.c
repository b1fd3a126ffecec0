/* Opening: what is refused is refused with a clear reason and left as it is. */
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "paz-schema.h"
#include "paz-store-core.h"
#include "store-fixture.h"

/* Bytes and time of the store and the names beside it. */
typedef struct
{
  char            *bytes;
  gsize            length;
  struct timespec  modified;
  char            *names;
} Print;

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static char *
list_names (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, (gpointer) g_intern_string (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);

  return g_strjoinv (" ", (char **) names->pdata);
}

static Print
take_print (Fixture *fixture)
{
  Print print = { 0 };
  struct stat status;

  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_true (g_file_get_contents (fixture->path, &print.bytes, &print.length, NULL));
  print.modified = status.st_mtim;
  print.names = list_names (fixture->folder);

  return print;
}

static void
assert_same (Fixture *fixture,
             Print   *before)
{
  Print after = take_print (fixture);

  g_assert_cmpmem (after.bytes, after.length, before->bytes, before->length);
  g_assert_cmpint (after.modified.tv_sec, ==, before->modified.tv_sec);
  g_assert_cmpint (after.modified.tv_nsec, ==, before->modified.tv_nsec);
  g_assert_cmpstr (after.names, ==, before->names);
  g_free (after.bytes);
  g_free (after.names);
}

static void
assert_refused_with (Fixture           *fixture,
                     PazStoreOpenFlags  flags,
                     PazStoreErrorCode  code)
{
  g_autoptr (GError) error = NULL;
  PazStore *store = paz_store_open (fixture->path, flags | PAZ_STORE_OPEN_BARE, NULL, &error);

  g_assert_null (store);
  g_assert_error (error, PAZ_STORE_ERROR, (int) code);
}

/* As the application and as a reader would open it. */
static void
assert_refused (Fixture           *fixture,
                PazStoreErrorCode  code)
{
  Print before = take_print (fixture);

  assert_refused_with (fixture, PAZ_STORE_OPEN_CREATE, code);
  assert_same (fixture, &before);
  assert_refused_with (fixture, PAZ_STORE_OPEN_NONE, code);
  assert_same (fixture, &before);
  g_free (before.bytes);
  g_free (before.names);
}

static void
fill_and_close (Fixture *fixture)
{
  for (int i = 0; i < 30; i++)
    {
      g_autofree char *title = g_strdup_printf ("Tarea %d", i);
      g_autoptr (PazRecord) task = make_task (fixture->store, title);

      put (fixture->store, task);
    }
  close_store (&fixture->store);
}

static void
patch (Fixture    *fixture,
       goffset     offset,
       const void *bytes,
       gsize       size)
{
  int fd = g_open (fixture->path, O_WRONLY, 0);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (pwrite (fd, bytes, size, offset), ==, (gssize) size);
  close (fd);
}

/* ---- refusals ---- */

static void
test_absent (Fixture       *fixture,
             gconstpointer  data)
{
  close_store (&fixture->store);
  g_unlink (fixture->path);
  assert_refused_with (fixture, PAZ_STORE_OPEN_NONE, PAZ_STORE_ERROR_NOT_FOUND);
  assert_refused_with (fixture, PAZ_STORE_OPEN_CREATE | PAZ_STORE_OPEN_READ_ONLY, PAZ_STORE_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
test_newer (Fixture       *fixture,
            gconstpointer  data)
{
  static const guint8 version[] = { 0, 0, 0, PAZ_SCHEMA_VERSION + 1 };

  fill_and_close (fixture);
  patch (fixture, 60, version, sizeof version);
  assert_refused (fixture, PAZ_STORE_ERROR_NEWER);
}

static void
test_other_program (Fixture       *fixture,
                    gconstpointer  data)
{
  sqlite3 *db = NULL;

  close_store (&fixture->store);
  g_unlink (fixture->path);
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_true (paz_sql_run (db, "CREATE TABLE bookmarks (url TEXT); INSERT INTO bookmarks VALUES ('x')", NULL));
  sqlite3_close (db);
  assert_refused (fixture, PAZ_STORE_ERROR_NOT_OURS);
}

static void
test_other_files (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *long_text = g_strnfill (10000, 'a');
  const char *contents[] = { "", "isocode3,contributing_country\n", "SQLite format 3", long_text };

  close_store (&fixture->store);
  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_assert_true (g_file_set_contents (fixture->path, contents[i], -1, NULL));
      assert_refused (fixture, PAZ_STORE_ERROR_NOT_OURS);
    }

  g_unlink (fixture->path);
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  assert_refused_with (fixture, PAZ_STORE_OPEN_NONE, PAZ_STORE_ERROR_NOT_OURS);
}

/* Cut anywhere: never opened, never changed. */
static void
test_truncated (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *bytes = NULL;
  gsize length;

  fill_and_close (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  for (gsize n = 100; n < length; n += 1 + length / 40)
    {
      g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) n, NULL));
      assert_refused (fixture, PAZ_STORE_ERROR_DAMAGED);
    }
}

/* Garbage in any page is found before anything is written. */
static void
test_garbage (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *bytes = NULL;
  guint8 garbage[512];
  gsize length;
  guint n_refused = 0;

  fill_and_close (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  for (guint i = 0; i < sizeof garbage; i++)
    garbage[i] = (guint8) g_test_rand_int_range (0, 256);

  for (gsize page = 1; page < length / 4096; page++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PazStore) store = NULL;
      Print before;

      g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) length, NULL));
      patch (fixture, (goffset) (page * 4096), garbage, sizeof garbage);
      before = take_print (fixture);
      store = paz_store_open (fixture->path, PAZ_STORE_OPEN_BARE, NULL, &error);
      /* A page that is free, or holds the middle of a long text, bears it. */
      if (store == NULL)
        {
          n_refused++;
          g_assert_error (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_DAMAGED);
          assert_same (fixture, &before);
        }
      g_free (before.bytes);
      g_free (before.names);
    }
  g_assert_cmpuint (n_refused, >, (guint) (length / 4096) / 2);
}

static void
test_no_key (Fixture       *fixture,
             gconstpointer  data)
{
  sqlite3 *db = NULL;

  close_store (&fixture->store);
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_true (paz_sql_run (db, "UPDATE key SET secret = x'00' WHERE kind = 'device'", NULL));
  sqlite3_close (db);
  assert_refused (fixture, PAZ_STORE_ERROR_KEY);
}

/* ---- one program writes ---- */

static void
test_locked (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (PazRecord) task = make_task (fixture->store, "Uno");
  g_autoptr (PazRecord) read = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autofree char *process = g_strdup_printf (" %d ", (int) getpid ());
  PazStore *other;

  put (fixture->store, task);
  other = paz_store_open (fixture->path, PAZ_STORE_OPEN_BARE, NULL, &error);
  g_assert_null (other);
  g_assert_error (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_LOCKED);
  g_assert_nonnull (strstr (error->message, g_get_host_name ()));
  g_assert_nonnull (strstr (error->message, process));
  g_clear_error (&error);

  other = open_store (fixture->path, PAZ_STORE_OPEN_READ_ONLY);
  g_assert_true (paz_store_is_read_only (other));
  read = read_again (other, task);
  g_assert_true (paz_record_equal (read, task));
  paz_edit_put (edit, read);
  g_assert_false (paz_store_apply (other, edit, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_READ_ONLY);
  close_store (&other);
}

/* A file left over by a crash means nothing; closing leaves none. */
static void
test_stale_lock (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *lock = g_strconcat (fixture->path, ".lock", NULL);
  g_autofree char *names = NULL;

  g_assert_true (g_file_test (lock, G_FILE_TEST_EXISTS));
  close_store (&fixture->store);
  g_assert_false (g_file_test (lock, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_set_contents (lock, "elsewhere 1 2024-05-31T14:00:00Z\n", -1, NULL));
  fixture->store = open_store (fixture->path, PAZ_STORE_OPEN_BARE);
  close_store (&fixture->store);

  names = list_names (fixture->folder);
  g_assert_cmpstr (names, ==, "store.relacopaz");
}

/* ---- places ---- */

static void
test_no_right (Fixture       *fixture,
               gconstpointer  data)
{
  Print before;

  fill_and_close (fixture);
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  before = take_print (fixture);
  assert_refused_with (fixture, PAZ_STORE_OPEN_CREATE, PAZ_STORE_ERROR_READ_ONLY);
  assert_same (fixture, &before);
  g_free (before.bytes);
  g_free (before.names);
}

static void
test_remote (void)
{
  g_assert_true (paz_file_is_remote_type (0x6969));
  g_assert_true (paz_file_is_remote_type (0xff534d42));
  g_assert_true (paz_file_is_remote_type (0xffffffffff534d42));    /* sign-extended */
  g_assert_true (paz_file_is_remote_type (0x65735546));
  g_assert_false (paz_file_is_remote_type (0xef53));       /* ext4 */
  g_assert_false (paz_file_is_remote_type (0x01021994));   /* tmpfs */
  g_assert_false (paz_file_is_remote_type (0x9123683e));   /* btrfs */
}

/* In a child: a mount of its own, and what `run` says there. */
static gboolean
run_in_mount (const char *folder,
              const char *options,
              int       (*run) (const char *folder))
{
  pid_t child = fork ();
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      if (unshare (CLONE_NEWNS) != 0 || mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0
          || mount ("tmpfs", folder, "tmpfs", 0, options) != 0)
        _exit (77);
      _exit (run (folder));
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  if (WEXITSTATUS (status) == 77)
    {
      g_test_skip ("no right to mount");
      return FALSE;
    }
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);

  return TRUE;
}

#define MUST(condition) \
  G_STMT_START { if (!(condition)) { g_printerr ("%s:%d: %s\n", __FILE__, __LINE__, #condition); return 1; } } G_STMT_END

static gboolean
try_put (PazStore    *store,
         const char  *title,
         GError     **error)
{
  g_autoptr (PazRecord) task = make_task (store, title);
  g_autoptr (PazEdit) edit = paz_edit_new ();

  paz_edit_put (edit, task);
  return paz_store_apply (store, edit, NULL, NULL, NULL, NULL, error);
}

/* Edits until the disk is full: each is there or was refused as a whole; room again, all goes on. */
static int
fill_disk (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "store.relacopaz", NULL);
  g_autofree char *ballast = g_build_filename (folder, "ballast", NULL);
  g_autofree char *block = g_strnfill (64 * 1024, 'x');
  g_autoptr (GError) error = NULL;
  g_autoptr (PazStore) store = paz_store_open (path, PAZ_STORE_OPEN_CREATE | PAZ_STORE_OPEN_BARE, NULL, &error);
  g_autoptr (GPtrArray) findings = NULL;
  gint64 n = 0;
  FILE *file;

  MUST (store != NULL);
  file = g_fopen (ballast, "wbe");
  setvbuf (file, NULL, _IONBF, 0);
  while (fwrite (block, 1, strlen (block), file) == strlen (block))
    ;
  fclose (file);

  while (n < 5000 && try_put (store, "Tarea", &error))
    n++;
  MUST (g_error_matches (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_FULL));
  g_clear_error (&error);
  MUST (!try_put (store, "Tarea", &error));
  g_clear_error (&error);
  MUST (paz_sql_integer (paz_store_get_reader_db (store), "SELECT count (*) FROM k_task", -1) == n);

  g_unlink (ballast);
  MUST (try_put (store, "Tarea", &error));
  MUST (paz_store_close (store, &error));
  g_clear_object (&store);
  store = paz_store_open (path, PAZ_STORE_OPEN_BARE, NULL, &error);
  MUST (store != NULL);
  MUST (paz_sql_integer (paz_store_get_reader_db (store), "SELECT count (*) FROM k_task", -1) == n + 1);
  findings = paz_store_check (store, NULL, &error);
  if (findings == NULL || findings->len > 0)
    g_printerr ("%s\n", findings == NULL ? error->message : (char *) findings->pdata[0]);
  MUST (findings != NULL && findings->len == 0);

  return 0;
}

static void
test_full_disk (void)
{
  g_autofree char *folder = g_dir_make_tmp ("paz-full-XXXXXX", NULL);

  run_in_mount (folder, "size=2m", fill_disk);
  remove_folder (folder);
}

/* No room for a new store: nothing half-made stays. */
static int
create_on_full (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "deeper", "store.relacopaz", NULL);
  g_autofree char *inner = g_path_get_dirname (path);
  g_autofree char *names = NULL;
  g_autoptr (GError) error = NULL;
  PazStore *store = paz_store_open (path, PAZ_STORE_OPEN_CREATE | PAZ_STORE_OPEN_BARE, NULL, &error);

  MUST (store == NULL);
  MUST (g_error_matches (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_FULL));
  names = list_names (inner);
  MUST (*names == '\0');

  return 0;
}

static void
test_create_full (void)
{
  g_autofree char *folder = g_dir_make_tmp ("paz-full-XXXXXX", NULL);

  run_in_mount (folder, "size=64k", create_on_full);
  remove_folder (folder);
}

/* A place where nothing can be written: read, not changed; a store left open there cannot be read. */
static int
read_only_place (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "store.relacopaz", NULL);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PazStore) store = paz_store_open (path, PAZ_STORE_OPEN_CREATE | PAZ_STORE_OPEN_BARE, NULL, &error);

  MUST (store != NULL && try_put (store, "Tarea", &error));
  MUST (paz_store_close (store, &error));
  g_clear_object (&store);
  MUST (mount (NULL, folder, NULL, MS_REMOUNT | MS_RDONLY, NULL) == 0);

  store = paz_store_open (path, PAZ_STORE_OPEN_BARE, NULL, &error);
  MUST (store == NULL && g_error_matches (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_READ_ONLY));
  g_clear_error (&error);
  store = paz_store_open (path, PAZ_STORE_OPEN_READ_ONLY, NULL, &error);
  MUST (store != NULL);
  MUST (paz_sql_integer (paz_store_get_reader_db (store), "SELECT count (*) FROM k_task", -1) == 1);
  g_clear_object (&store);

  MUST (mount (NULL, folder, NULL, MS_REMOUNT, NULL) == 0);
  MUST (g_file_set_contents (log, "left over", -1, NULL));
  MUST (mount (NULL, folder, NULL, MS_REMOUNT | MS_RDONLY, NULL) == 0);
  store = paz_store_open (path, PAZ_STORE_OPEN_READ_ONLY, NULL, &error);
  MUST (store == NULL && g_error_matches (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_READ_ONLY));

  return 0;
}

static void
test_read_only_place (void)
{
  g_autofree char *folder = g_dir_make_tmp ("paz-readonly-XXXXXX", NULL);

  run_in_mount (folder, "size=8m", read_only_place);
  remove_folder (folder);
}

/* ---- what an open store is like ---- */

static void
test_header (Fixture       *fixture,
             gconstpointer  data)
{
  sqlite3 *db = fixture->store->writer;

  g_assert_cmpint (paz_sql_integer (db, "PRAGMA application_id", 0), ==, PAZ_APPLICATION_ID);
  g_assert_cmpint (paz_sql_integer (db, "PRAGMA user_version", 0), ==, PAZ_SCHEMA_VERSION);
  g_assert_cmpint (paz_sql_integer (db, "PRAGMA synchronous", 0), ==, 2);
  g_assert_cmpint (paz_sql_integer (db, "PRAGMA secure_delete", 0), ==, 1);
  g_assert_cmpint (paz_sql_integer (db, "PRAGMA foreign_keys", 0), ==, 1);
  g_assert_cmpint (paz_sql_integer (db, "PRAGMA trusted_schema", 1), ==, 0);
  g_assert_cmpint (paz_sql_integer (db, "PRAGMA cell_size_check", 0), ==, 1);
  g_assert_cmpint (paz_sql_integer (db, "PRAGMA mmap_size", 1), ==, 0);
  g_assert_cmpint (paz_sql_integer (db, "PRAGMA temp_store", 0), ==, 2);
}

/* Outside the door nothing can be written, on neither connection. */
static void
test_door (Fixture       *fixture,
           gconstpointer  data)
{
  static const char * const statements[] = {
    "INSERT INTO setting VALUES ('a', 'b')", "UPDATE rev SET hidden = 1", "DELETE FROM k_task",
    "DROP TABLE rev", "CREATE TABLE t (a)", "ALTER TABLE rev ADD COLUMN x", "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema",
    "ATTACH ':memory:' AS other",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_test_message ("%s", statements[i]);
      g_assert_cmpint (sqlite3_exec (fixture->store->writer, statements[i], NULL, NULL, NULL), !=, SQLITE_OK);
      if (i != 7)
        g_assert_cmpint (sqlite3_exec (fixture->store->reader, statements[i], NULL, NULL, NULL), !=, SQLITE_OK);
    }
}

static void
test_identity (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (PazRecord) early = make_task (fixture->store, "Antes");
  g_autoptr (PazRecord) late = NULL;
  g_autoptr (PazRecord) read = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *value = NULL;
  PazDeviceKey key = fixture->store->key;

  put (fixture->store, early);
  g_assert_false (paz_store_set_identity (fixture->store, "per", "Ana", &error));
  g_assert_error (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (paz_store_set_identity (fixture->store, "PER", "Ana Quispe", &error));
  g_assert_true (paz_store_set_setting (fixture->store, "a", "b", &error));
  reopen (fixture);

  g_assert_cmpstr (paz_store_get_participant (fixture->store), ==, "PER");
  g_assert_cmpstr (paz_store_get_author (fixture->store), ==, "Ana Quispe");
  g_assert_cmpmem (&fixture->store->key, sizeof key, &key, sizeof key);
  value = paz_store_dup_setting (fixture->store, "a");
  g_assert_cmpstr (value, ==, "b");

  /* What was written before stays one's own. */
  read = read_again (fixture->store, early);
  set_title (fixture->store, read, PAZ_LANGUAGE_ES, "Después");
  g_assert_cmpuint (put (fixture->store, read), >, 0);
  g_clear_object (&read);
  read = read_again (fixture->store, early);
  g_assert_cmpstr (paz_record_get_words (read, "title", PAZ_LANGUAGE_ES), ==, "Después");

  late = make_task (fixture->store, "Nueva");
  g_assert_cmpstr (paz_record_get_owner (late), ==, "PER");
}

/* A reader keeps its moment. */
static void
test_snapshot (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (PazRecord) task = make_task (fixture->store, "Uno");
  g_autoptr (PazStore) reader = paz_store_open_reader (fixture->store, NULL);
  g_autoptr (PazStore) later = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PazRecord) read = NULL;

  put (fixture->store, task);
  g_assert_null (paz_store_dup_record (reader, paz_record_get_id (task), &error));
  g_assert_error (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_NOT_FOUND);
  later = paz_store_open_reader (fixture->store, NULL);
  read = read_again (later, task);
  g_assert_nonnull (read);
}

static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.relacopaz", NULL);
  g_autoptr (PazRecord) task = make_task (fixture->store, "Uno");
  g_autoptr (PazRecord) read = NULL;
  g_autoptr (GError) error = NULL;
  PazStore *copy;

  put (fixture->store, task);
  g_assert_true (paz_store_save_copy (fixture->store, path, &error));
  g_assert_no_error (error);
  copy = open_store (path, PAZ_STORE_OPEN_BARE);
  read = read_again (copy, task);
  g_assert_true (paz_record_equal (read, task));
  close_store (&copy);
}

/* The first opening of a day with something to lose makes a copy that opens by itself. */
static void
test_daily (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *folder = g_strconcat (fixture->path, ".backups", NULL);
  g_autoptr (PazRecord) task = make_task (fixture->store, "Uno");
  g_autofree char *names = NULL;
  g_autofree char *path = NULL;
  g_autofree char *old = g_build_filename (folder, "2024-05-31T14-00-00.relacopaz", NULL);
  PazStore *copy;

  close_store (&fixture->store);
  fixture->store = open_store (fixture->path, PAZ_STORE_OPEN_NONE);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  put (fixture->store, task);
  close_store (&fixture->store);
  fixture->store = open_store (fixture->path, PAZ_STORE_OPEN_NONE);
  names = list_names (folder);
  g_assert_true (g_str_has_suffix (names, ".relacopaz"));
  g_assert_null (strchr (names, ' '));

  path = g_build_filename (folder, names, NULL);
  copy = open_store (path, PAZ_STORE_OPEN_READ_ONLY);
  g_assert_cmpint (paz_sql_integer (paz_store_get_reader_db (copy), "SELECT count (*) FROM k_task", -1), ==, 1);
  close_store (&copy);

  /* Not twice a day; and an older one stays beside it. */
  g_assert_cmpint (g_rename (path, old), ==, 0);
  close_store (&fixture->store);
  fixture->store = open_store (fixture->path, PAZ_STORE_OPEN_NONE);
  close_store (&fixture->store);
  fixture->store = open_store (fixture->path, PAZ_STORE_OPEN_NONE);
  g_assert_true (g_file_test (old, G_FILE_TEST_EXISTS));
  g_free (names);
  names = list_names (folder);
  g_assert_cmpstr (strchr (names, ' '), !=, NULL);
  g_assert_true (strchr (names, ' ') == strrchr (names, ' '));
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  PazStore *store;

  fill_and_close (fixture);
  g_cancellable_cancel (cancellable);
  store = paz_store_open (fixture->path, PAZ_STORE_OPEN_BARE, cancellable, &error);
  /* A small store is checked before it can be cancelled. */
  if (store == NULL)
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  else
    close_store (&store);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/open/absent", test_absent);
  add ("/open/newer", test_newer);
  add ("/open/other-program", test_other_program);
  add ("/open/other-files", test_other_files);
  add ("/open/truncated", test_truncated);
  add ("/open/garbage", test_garbage);
  add ("/open/no-key", test_no_key);
  add ("/open/locked", test_locked);
  add ("/open/stale-lock", test_stale_lock);
  add ("/open/no-right", test_no_right);
  g_test_add_func ("/open/remote", test_remote);
  g_test_add_func ("/open/full-disk", test_full_disk);
  g_test_add_func ("/open/create-full", test_create_full);
  g_test_add_func ("/open/read-only-place", test_read_only_place);
  add ("/open/header", test_header);
  add ("/open/door", test_door);
  add ("/open/identity", test_identity);
  add ("/open/snapshot", test_snapshot);
  add ("/open/copy", test_copy);
  add ("/open/daily", test_daily);
  add ("/open/cancel", test_cancel);

  return g_test_run ();
}
