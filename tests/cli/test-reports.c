/* Workbooks by the command line: three languages, places, what cannot be. */
#include "cli-fixture.h"

#include <sys/stat.h>

static void
set_up (Cli           *cli,
        gconstpointer  data)
{
  cli_set_up (cli, data);
  cli_assert (cli, 0, "init", "--participant", "PER");
}

/* A workbook is a ZIP file. */
static void
assert_workbook (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_cmpuint (length, >, 1000);
  g_assert_cmpmem (bytes, 4, "PK\003\004", 4);
}

static void
test_list (Cli           *cli,
           gconstpointer  data)
{
  g_autoptr (JsonNode) reports = NULL;
  g_autofree char *english = NULL;

  cli_assert (cli, 0, "reports", "--json");
  reports = cli_parse (cli);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (reports)), >=, 2);
  cli_assert (cli, 0, "reports");
  cli_assert_prints (cli, "participation");
  cli_assert_prints (cli, "women");
}

static void
test_three_languages (Cli           *cli,
                      gconstpointer  data)
{
  static const char * const languages[] = { "es", "pt", "en" };
  g_autofree char *figures = cli_dup_shared ("contributionsbygender_2014-03.csv");

  if (figures == NULL)
    return;
  cli_assert (cli, 0, "import", figures);
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *name = g_strdup_printf ("participation-%s.xlsx", languages[i]);
      g_autofree char *path = g_build_filename (cli->folder, name, NULL);
      g_autofree char *printed = NULL;

      cli_assert (cli, 0, "report", "participation", "--lang", languages[i], "--out", path, "--for", "public", "--at", "2014-03");
      printed = cli_dup_line (cli);
      g_assert_cmpstr (printed, ==, path);
      assert_workbook (path);
    }
}

/* Into a folder, and into the present one, under a name that says what it is. */
static void
test_places (Cli           *cli,
             gconstpointer  data)
{
  g_autofree char *figures = cli_dup_shared ("contributionsbygender_2014-03.csv");
  g_autofree char *in_folder = NULL;
  g_autofree char *in_present = NULL;
  g_autofree char *whole = NULL;

  if (figures == NULL)
    return;
  cli_assert (cli, 0, "import", figures);
  cli_assert (cli, 0, "report", "women", "--lang", "pt", "--out", cli->folder);
  in_folder = cli_dup_line (cli);
  g_assert_true (g_str_has_prefix (in_folder, cli->folder));
  assert_workbook (in_folder);
  cli_assert (cli, 0, "report", "women", "--lang", "es");
  in_present = cli_dup_line (cli);
  whole = g_build_filename (cli->folder, in_present, NULL);
  assert_workbook (whole);
}

/* By its ending or by --format; only of a report that is one. */
static void
test_documents (Cli           *cli,
                gconstpointer  data)
{
  g_autofree char *path = g_build_filename (cli->folder, "acta.docx", NULL);
  g_autofree char *named = NULL;

  cli_assert (cli, 0, "report", "meeting", "--lang", "es", "--for", "network", "--out", path);
  assert_workbook (path);
  cli_assert (cli, 0, "report", "meeting", "--lang", "pt", "--for", "network", "--format", "docx", "--out", cli->folder);
  named = cli_dup_line (cli);
  g_assert_true (g_str_has_suffix (named, ".docx"));
  assert_workbook (named);
  cli_assert (cli, 2, "report", "participation", "--format", "docx");
  cli_assert (cli, 2, "report", "meeting", "--format", "odt");
}

static void
test_not_possible (Cli           *cli,
                   gconstpointer  data)
{
  g_autofree char *figures = cli_dup_shared ("contributionsbygender_2014-03.csv");
  g_autofree char *path = g_build_filename (cli->folder, "x.xlsx", NULL);
  g_autofree char *nowhere = g_build_filename (cli->folder, "no", "such", "folder", "x.xlsx", NULL);

  if (figures == NULL)
    return;
  cli_assert (cli, 1, "report", "participation", "--out", path);
  cli_assert (cli, 0, "import", figures);
  cli_assert (cli, 1, "report", "participation", "--out", path, "--at", "2001-01");
  cli_assert (cli, 1, "report", "participation", "--out", nowhere);
  cli_assert_says (cli, "x.xlsx");
  cli_assert (cli, 1, "report", "participation", "--out", cli->store);
  cli_assert_says (cli, "is the store itself");
  cli_assert (cli, 0, "check");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* A workbook takes the place of a file, never of a pipe or a device. */
static void
test_not_a_file (Cli           *cli,
                 gconstpointer  data)
{
  g_autofree char *figures = cli_dup_shared ("contributionsbygender_2014-03.csv");
  g_autofree char *pipe = g_build_filename (cli->folder, "pipe.xlsx", NULL);
  GStatBuf status;

  if (figures == NULL)
    return;
  cli_assert (cli, 0, "import", figures);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  cli_assert (cli, 1, "report", "participation", "--out", pipe);
  cli_assert_says (cli, "pipe.xlsx");
  g_assert_cmpint (g_lstat (pipe, &status), ==, 0);
  g_assert_true (S_ISFIFO (status.st_mode));
}

/* Same data, same moment, same bytes. */
static void
test_same_bytes (Cli           *cli,
                 gconstpointer  data)
{
  g_autofree char *figures = cli_dup_shared ("contributionsbygender_2014-03.csv");
  g_autofree char *one = g_build_filename (cli->folder, "one.xlsx", NULL);
  g_autofree char *two = g_build_filename (cli->folder, "two.xlsx", NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gsize first_length, second_length;

  if (figures == NULL)
    return;
  cli_assert (cli, 0, "import", figures);
  g_setenv ("SOURCE_DATE_EPOCH", "1700000000", TRUE);
  cli_assert (cli, 0, "report", "directory", "--out", one);
  cli_assert (cli, 0, "report", "participation", "--out", one);
  cli_assert (cli, 0, "report", "participation", "--out", two);
  g_unsetenv ("SOURCE_DATE_EPOCH");
  g_assert_true (g_file_get_contents (one, &first, &first_length, NULL));
  g_assert_true (g_file_get_contents (two, &second, &second_length, NULL));
  g_assert_cmpmem (first, first_length, second, second_length);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add (path, Cli, NULL, set_up, function, cli_tear_down)
  ADD ("/cli/reports/list", test_list);
  ADD ("/cli/reports/three-languages", test_three_languages);
  ADD ("/cli/reports/places", test_places);
  ADD ("/cli/reports/documents", test_documents);
  ADD ("/cli/reports/not-possible", test_not_possible);
  ADD ("/cli/reports/not-a-file", test_not_a_file);
  ADD ("/cli/reports/same-bytes", test_same_bytes);
  return g_test_run ();
}
