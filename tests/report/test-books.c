/* The workbooks over the UN's own files, counted anew from those files by another program, and their
 * formulas calculated anew by LibreOffice; and months in which women and men are not told apart. */
#include "report/paz-report.h"
#include "table/paz-import.h"

#include <glib/gstdio.h>

#include "checker.h"
#include "sample-store.h"

#define MONTH SAMPLE_MONTH (2014, 3)

static const char * const names[] = { "participation", "women", "country" };
static const char * const un_files[] = { "uchistorical_2013-03_2014-02.csv", "contributionsbygender_2014-03.csv" };

typedef struct
{
  char     *folder;
  PazStore *store;
} Fixture;

static char *
find_file (const char *name)
{
  const char *shared = g_getenv ("RELACOPAZ_SHARED");

  return g_build_filename (shared != NULL ? shared : "", "data", "un", name, NULL);
}

static gboolean
have_files (void)
{
  g_autofree char *path = find_file (un_files[0]);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  g_test_skip ("the UN's files are not beside the project");

  return FALSE;
}

static void
import_file (PazStore   *store,
             const char *name)
{
  g_autofree char *path = find_file (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (PazImport) import = paz_import_read (path, NULL, store, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  paz_import_apply (import, store, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("paz-books-XXXXXX", NULL);
  fixture->store = sample_store_new (fixture->folder);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->store);
  checker_remove (fixture->folder);
  g_free (fixture->folder);
}

static char *
export (Fixture     *fixture,
        const char  *name,
        PazLanguage  language)
{
  g_autofree char *file = g_strdup_printf ("%s-%s.xlsx", name, paz_language_get_code (language));
  g_autofree char *path = g_build_filename (fixture->folder, file, NULL);
  g_autoptr (GError) error = NULL;
  const PazReportOptions options = {
    .language = language, .participant = (char *) "URY", .at = MONTH, .created = 1700000000000,
  };

  paz_report_export (fixture->store, name, &options, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return g_steal_pointer (&path);
}

static char *
dump (const char *what,
      const char *path)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "report", "dump-workbook.py", NULL);
  const char *argv[] = { "/usr/bin/python3", "-W", "ignore", script, what, path, NULL };

  return checker_run (argv);
}

/* ---- figures ---- */

static void
recompute (const char *path)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "report", "recompute-books.py", NULL);
  g_autofree char *countries = g_build_filename (g_getenv ("RELACOPAZ_DATA_DIR"), "reference", "countries.csv", NULL);
  g_autofree char *first = find_file (un_files[0]);
  g_autofree char *second = find_file (un_files[1]);
  const char *argv[] = { "/usr/bin/python3", "-W", "ignore", script, path, "2014-03", countries, first, second, "URY", NULL };
  g_autofree char *out = checker_run (argv);

  g_assert_cmpstr (out, ==, "");
}

static void
test_recomputed (Fixture       *fixture,
                 gconstpointer  data)
{
  if (!have_files ())
    return;
  for (guint i = 0; i < G_N_ELEMENTS (un_files); i++)
    import_file (fixture->store, un_files[i]);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = export (fixture, names[i], PAZ_LANGUAGE_EN);

      recompute (path);
      checker_check_workbook (path);
    }
}

static void
test_recalculated (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *office = g_find_program_in_path ("soffice");
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "report", "recalculate.py", NULL);
  g_autofree char *profile = g_build_filename (fixture->folder, "office", NULL);
  const char *argv[8] = { "/usr/bin/python3", "-W", "ignore", script, profile };
  g_autofree char *out = NULL;

  if (office == NULL)
    {
      g_test_skip ("LibreOffice is not installed");
      return;
    }
  sample_store_add_world (fixture->store, PAZ_LEVEL_PUBLIC, "Public set");
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      const PazReportOptions options = { .language = PAZ_LANGUAGE_ES, .participant = (char *) "URY", .created = 1700000000000 };
      char *path = g_build_filename (fixture->folder, i == 0 ? "participation.xlsx" : "women.xlsx", NULL);

      paz_report_export (fixture->store, names[i], &options, path, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      argv[5 + i] = path;
    }
  out = checker_run (argv);
  g_assert_cmpuint (g_ascii_strtoull (out, NULL, 10), >=, 20);
  g_free ((char *) argv[5]);
  g_free ((char *) argv[6]);
}

/* ---- women and men not told apart ---- */

/* The IPI's full file gives the sum alone: nobody of it is a woman or a man, anywhere. */
static void
test_together (Fixture       *fixture,
               gconstpointer  data)
{
  static const char * const untold[] = {
    "\twomen\t", "\tmen\t", "\twomen_share\t", "\tneeded\t", "\tgoal_needed\t", NULL,
  };

  if (!have_files ())
    return;
  import_file (fixture->store, "ipi_full_2014-03-31.csv");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = export (fixture, names[i], PAZ_LANGUAGE_EN);
      g_autofree char *numbers = dump ("numbers", path);
      g_autofree char *words = dump ("words", path);

      checker_check_workbook (path);
      for (guint j = 0; untold[j] != NULL; j++)
        g_assert_null (strstr (numbers, untold[j]));
      g_assert_nonnull (strstr (words, "gives the sum of women and men alone"));
    }
}

static void
test_together_totals (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *path = NULL;
  g_autofree char *numbers = NULL;

  if (!have_files ())
    return;
  import_file (fixture->store, "ipi_full_2014-03-31.csv");
  path = export (fixture, "participation", PAZ_LANGUAGE_PT);
  numbers = dump ("numbers", path);
  /* Counted from the file: Uruguay 2,143, of the region 6,569. */
  g_assert_nonnull (strstr (numbers, "Ranking\t1/URY\ttotal\t2143"));
  g_assert_nonnull (strstr (numbers, "region_total\t6569"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/books/recomputed", Fixture, NULL, set_up, test_recomputed, tear_down);
  g_test_add ("/books/recalculated", Fixture, NULL, set_up, test_recalculated, tear_down);
  g_test_add ("/books/together/untold", Fixture, NULL, set_up, test_together, tear_down);
  g_test_add ("/books/together/totals", Fixture, NULL, set_up, test_together_totals, tear_down);

  return g_test_run ();
}
