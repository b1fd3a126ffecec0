#include "checker.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

char *
checker_run (const char * const *argv)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *out = NULL;

  process = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  if (!g_subprocess_get_successful (process))
    g_test_message ("%s", out);
  g_assert_true (g_subprocess_get_successful (process));

  return out;
}

void
checker_check_workbook (const char *path)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "report", "check-workbook.py", NULL);
  const char *argv[] = { "/usr/bin/python3", "-W", "ignore", script, path, NULL };
  g_autofree char *out = checker_run (argv);

  g_assert_cmpstr (out, ==, "");
}

guint
checker_count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  g_assert_nonnull (dir);
  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

void
checker_assert_same_bytes (const char *one,
                           const char *two)
{
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;
  gsize length_a, length_b;

  g_assert_true (g_file_get_contents (one, &a, &length_a, NULL));
  g_assert_true (g_file_get_contents (two, &b, &length_b, NULL));
  g_assert_cmpmem (a, length_a, b, length_b);
}

void
checker_assert_holds (const char *path,
                      const char *text)
{
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, text);
}

void
checker_remove (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        checker_remove (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

/* ---- locales ---- */

static char *
get_locale_folder (void)
{
  return g_test_build_filename (G_TEST_BUILT, "report", "locales", NULL);
}

static gboolean
make_locale (const char *name)
{
  g_autofree char *folder = get_locale_folder ();
  g_autofree char *full = g_strconcat (name, ".UTF-8", NULL);
  g_autofree char *path = g_build_filename (folder, full, NULL);
  const char *argv[] = { "localedef", "--no-archive", "-c", "-i", name, "-f", "UTF-8", path, NULL };

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return TRUE;
  g_mkdir_with_parents (folder, 0700);

  return g_spawn_sync (NULL, (char **) argv, NULL,
                       G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                       NULL, NULL, NULL, NULL, NULL, NULL) && g_file_test (path, G_FILE_TEST_IS_DIR);
}

/* Before any setlocale: the C library remembers where it did not find one. */
void
checker_prepare_locales (void)
{
  static const char * const names[] = { "es_AR", "pt_BR", "tr_TR" };
  g_autofree char *folder = get_locale_folder ();
  gboolean made = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    made = make_locale (names[i]) && made;
  if (made)
    g_setenv ("LOCPATH", folder, TRUE);
}

gboolean
checker_enter_locale (const char *name)
{
  g_autofree char *full = g_strconcat (name, ".UTF-8", NULL);

  return setlocale (LC_ALL, full) != NULL;
}

/* ---- limits and disks ---- */

void
checker_limit_files (guint64 bytes)
{
  static rlim_t former = RLIM_INFINITY;
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  if (bytes > 0)
    {
      former = limit.rlim_cur;
      signal (SIGXFSZ, SIG_IGN);
      limit.rlim_cur = bytes;
    }
  else
    limit.rlim_cur = former;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

gboolean
checker_can_mount (void)
{
  static int can = -1;

  if (can < 0)
    can = geteuid () == 0 && unshare (CLONE_NEWNS) == 0 &&
          mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0;

  return can;
}

void
checker_mount (const char *folder,
               guint       kib)
{
  g_autofree char *options = g_strdup_printf ("size=%uk", kib);

  g_mkdir_with_parents (folder, 0700);
  g_assert_cmpint (mount ("tmpfs", folder, "tmpfs", 0, options), ==, 0);
}

void
checker_unmount (const char *folder)
{
  g_assert_cmpint (umount (folder), ==, 0);
  g_rmdir (folder);
}
