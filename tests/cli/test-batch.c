/* report --all: every workbook in one go, for each participant too; what a script sees of it. */
#include "cli-fixture.h"

static void
set_up (Cli           *cli,
        gconstpointer  data)
{
  cli_set_up (cli, data);
  cli_assert (cli, 0, "init", "--participant", "PER");
}

static char *
make_folder (Cli *cli)
{
  char *folder = g_build_filename (cli->folder, "out", NULL);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);

  return folder;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

/* Of a new store some have something to report; every path printed is a file, every other is named. */
static void
test_all (Cli           *cli,
          gconstpointer  data)
{
  g_autofree char *folder = make_folder (cli);
  g_auto (GStrv) lines = NULL;

  cli_assert (cli, 0, "report", "--all", "--out", folder, "--lang", "pt", "--for", "network");
  cli_assert_says (cli, "there is nothing to report yet");
  cli_assert_says (cli, "failed: 0");
  lines = g_strsplit (cli->out, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 3);
  for (guint i = 0; lines[i][0] != '\0'; i++)
    {
      g_assert_true (g_file_test (lines[i], G_FILE_TEST_IS_REGULAR));
      g_assert_nonnull (strstr (lines[i], "-pt-"));
      g_assert_null (strstr (lines[i], "release"));
    }
  g_assert_cmpuint (count_files (folder), ==, g_strv_length (lines) - 1);
}

static void
test_each (Cli           *cli,
           gconstpointer  data)
{
  g_autofree char *folder = make_folder (cli);
  g_autoptr (JsonNode) node = NULL;
  guint written = 0;

  cli_assert (cli, 0, "report", "--all", "--each-participant", "--out", folder, "--json");
  g_assert_nonnull (strstr (cli->out, "traceability-BRA-"));
  node = cli_parse (cli);
  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
    {
      JsonObject *item = json_array_get_object_element (json_node_get_array (node), i);
      const char *state = json_object_get_string_member (item, "state");

      g_assert_cmpstr (state, !=, "failed");
      g_assert_cmpstr (state, !=, "waiting");
      written += g_str_equal (state, "written");
      if (g_str_equal (json_object_get_string_member (item, "participant"), "BRA"))
        g_assert_cmpstr (json_object_get_string_member (item, "language"), ==, "pt");
      g_assert_true (json_object_get_null_member (item, "file") == !g_str_equal (state, "written"));
    }
  g_assert_cmpuint (written, >, 20);
  g_assert_cmpuint (count_files (folder), ==, written);
}

static void
test_misuse (Cli           *cli,
             gconstpointer  data)
{
  g_autofree char *folder = make_folder (cli);
  g_autofree char *nowhere = g_build_filename (cli->folder, "nowhere", NULL);

  cli_assert (cli, 2, "report");
  cli_assert (cli, 2, "report", "--all");
  cli_assert (cli, 2, "report", "--all", "--out", nowhere);
  cli_assert (cli, 2, "report", "women", "--all", "--out", folder);
  cli_assert (cli, 2, "report", "women", "--each-participant");
  cli_assert (cli, 2, "report", "--all", "--each-participant", "--for", "public", "--out", folder);
  g_assert_cmpuint (count_files (folder), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add (path, Cli, NULL, set_up, function, cli_tear_down)
  ADD ("/cli/batch/all", test_all);
  ADD ("/cli/batch/each", test_each);
  ADD ("/cli/batch/misuse", test_misuse);
  return g_test_run ();
}
