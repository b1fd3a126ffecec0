/* Where a figure comes from, and what a second data set changed of the first. */
#include "cli-fixture.h"

#define HEADER "contribution_id,isocode3,m49_code,contributing_country,mission_acronym,personnel_type," \
               "female_personnel,male_personnel,last_reporting_date\n"

static void
set_up (Cli           *cli,
        gconstpointer  data)
{
  cli_set_up (cli, data);
  cli_assert (cli, 0, "init");
}

static char *
import_file (Cli        *cli,
             const char *name,
             const char *text)
{
  g_autofree char *path = g_build_filename (cli->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  cli_assert (cli, 0, "import", path, "--json");

  return g_steal_pointer (&path);
}

static JsonObject *
get_only_row (JsonNode *node)
{
  g_assert_cmpuint (json_array_get_length (json_node_get_array (node)), ==, 1);

  return json_array_get_object_element (json_node_get_array (node), 0);
}

static void
test_revised (Cli           *cli,
              gconstpointer  data)
{
  g_autofree char *first = import_file (cli, "first.csv", HEADER
                                        "1,PER,604,Peru,MONUSCO,Troops,1,2,2020-05-31\n"
                                        "2,URY,858,Uruguay,MONUSCO,Troops,5,50,2020-05-31\n");
  g_autofree char *second = import_file (cli, "second.csv", HEADER
                                         "1,URY,858,Uruguay,MONUSCO,Troops,5,50,2020-05-31\n"
                                         "2,PER,604,Peru,MONUSCO,Troops,3,2,2020-05-31\n");
  g_autoptr (JsonNode) sources = NULL;
  g_autoptr (JsonNode) changes = NULL;
  JsonObject *row;

  cli_assert (cli, 0, "sources", "--at", "2020-05", "--participant", "PER", "--json");
  sources = cli_parse (cli);
  row = get_only_row (sources);
  g_assert_cmpint (json_object_get_int_member (row, "first_line"), ==, 3);
  g_assert_cmpint (json_object_get_int_member (row, "last_line"), ==, 3);
  g_assert_cmpint (json_object_get_int_member (row, "women"), ==, 3);
  g_assert_cmpstr (json_object_get_string_member (row, "file"), ==, "second.csv");

  cli_assert (cli, 0, "revised", (char *) json_object_get_string_member (row, "data_set"), "--json");
  changes = cli_parse (cli);
  row = get_only_row (changes);
  g_assert_cmpstr (json_object_get_string_member (row, "contributor"), ==, "PER");
  g_assert_cmpstr (json_object_get_string_member (row, "change"), ==, "changed");
  g_assert_cmpint (json_object_get_int_member (row, "women_before"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (row, "women_after"), ==, 3);
  g_assert_cmpint (json_object_get_int_member (row, "line_before"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (row, "line_after"), ==, 3);
}

static void
test_gap (Cli           *cli,
          gconstpointer  data)
{
  cli_assert (cli, 0, "sources", "--at", "1999-01");
  cli_assert_says (cli, "a gap, not zero");
  cli_assert (cli, 2, "sources", "--at", "May");
  cli_assert_says (cli, "May");
  cli_assert (cli, 1, "revised", "absent");
}

static char *
dup_data_set (Cli *cli)
{
  g_autoptr (JsonNode) sources = NULL;

  cli_assert (cli, 0, "sources", "--json");
  sources = cli_parse (cli);

  return g_strdup (json_object_get_string_member (get_only_row (sources), "data_set"));
}

static void
assert_no_rows (Cli *cli)
{
  g_autoptr (JsonNode) node = cli_parse (cli);

  g_assert_cmpuint (json_array_get_length (json_node_get_array (node)), ==, 0);
}

/* A data set kept at home leaves neither itself nor a figure of it, nor a trace of what it was
 * compared with. */
static void
test_gate (Cli           *cli,
           gconstpointer  data)
{
  g_autofree char *first = import_file (cli, "first.csv", HEADER "1,PER,604,Peru,MONUSCO,Troops,17,23,2020-05-31\n");
  g_autofree char *former = dup_data_set (cli);
  g_autofree char *second = import_file (cli, "second.csv", HEADER "1,PER,604,Peru,MONUSCO,Troops,31,23,2020-05-31\n");
  g_autofree char *newer = dup_data_set (cli);
  g_autoptr (JsonNode) sources = NULL;
  g_autoptr (JsonNode) changes = NULL;
  JsonObject *row;

  cli_assert (cli, 0, "set", "data_set", former, "level=national");
  cli_assert (cli, 0, "revised", newer, "--json", "--for", "public");
  changes = cli_parse (cli);
  row = get_only_row (changes);
  g_assert_cmpstr (json_object_get_string_member (row, "change"), ==, "new");
  g_assert_false (json_object_has_member (row, "women_before"));
  g_assert_false (json_object_has_member (row, "line_before"));
  cli_assert (cli, 1, "revised", former, "--for", "public");
  g_assert_null (strstr (cli->out, "17"));

  cli_assert (cli, 0, "set", "data_set", newer, "level=network");
  cli_assert (cli, 0, "sources", "--json", "--for", "network");
  sources = cli_parse (cli);
  g_assert_cmpint (json_object_get_int_member (get_only_row (sources), "women"), ==, 31);
  cli_assert (cli, 0, "sources", "--json", "--for", "public");
  assert_no_rows (cli);
  g_assert_null (strstr (cli->out, "second"));
  cli_assert (cli, 1, "revised", newer, "--for", "public");
  g_assert_null (strstr (cli->out, "31"));
  g_assert_null (strstr (cli->err, "second"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cli/sources/revised", Cli, NULL, set_up, test_revised, cli_tear_down);
  g_test_add ("/cli/sources/gap", Cli, NULL, set_up, test_gap, cli_tear_down);
  g_test_add ("/cli/sources/gate", Cli, NULL, set_up, test_gate, cli_tear_down);
  return g_test_run ();
}
