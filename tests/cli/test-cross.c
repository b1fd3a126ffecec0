/* figures cross: two axes, what is asked, and the reference figures of March 2014 through it. */
#include "cli-fixture.h"

#define MONTH "contributionsbygender_2014-03.csv"

static gboolean
import_month (Cli *cli)
{
  g_autofree char *file = cli_dup_shared (MONTH);

  if (file == NULL)
    return FALSE;
  cli_assert (cli, 0, "init", "--participant", "URY", "--author", "Ana");
  cli_assert (cli, 0, "import", file);

  return TRUE;
}

/* The cell of a row and a column, or of the row's total when column is NULL. */
static JsonObject *
find_cell (JsonNode   *node,
           const char *row,
           const char *column)
{
  JsonArray *table = json_object_get_array_member (json_node_get_object (node), "table");

  for (guint i = 0; i < json_array_get_length (table); i++)
    {
      JsonObject *line = json_array_get_object_element (table, i);
      JsonArray *cells = json_object_get_array_member (line, "cells");

      if (!g_str_equal (json_object_get_string_member (line, "row"), row))
        continue;
      if (column == NULL)
        return json_object_get_object_member (line, "total");
      for (guint c = 0; c < json_array_get_length (cells); c++)
        if (g_str_equal (json_object_get_string_member (json_array_get_object_element (cells, c), "column"), column))
          return json_array_get_object_element (cells, c);
    }

  g_error ("no cell %s, %s", row, column);
}

static void
assert_cell (Cli        *cli,
             const char *row,
             const char *column,
             double      value)
{
  g_autoptr (JsonNode) node = cli_parse (cli);
  JsonObject *cell = find_cell (node, row, column);

  g_assert_true (json_object_get_boolean_member (cell, "known"));
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (cell, "value"), value, 0.0000006);
}

static void
test_axes (Cli           *cli,
           gconstpointer  data)
{
  if (!import_month (cli))
    return;
  cli_assert (cli, 0, "--json", "figures", "cross", "--rows", "contributor", "--columns", "sex");
  assert_cell (cli, "URY", "female", 121);
  assert_cell (cli, "URY", "male", 2022);
  assert_cell (cli, "URY", NULL, 2143);
  cli_assert (cli, 0, "--json", "figures", "cross", "--rows", "mission", "--columns", "type", "--participant", "ARG");
  assert_cell (cli, "MINUSTAH", NULL, 580);
  cli_assert (cli, 0, "--json", "figures", "cross", "--rows", "type", "--mission", "UNFICYP", "--participant", "ARG");
  assert_cell (cli, "troops", "", 265);
}

/* What the reference says of the region in that month. */
static void
test_reference (Cli           *cli,
                gconstpointer  data)
{
  if (!import_month (cli))
    return;
  cli_assert (cli, 0, "--json", "figures", "cross", "--ask", "share_of_women", "--rows", "contributor");
  assert_cell (cli, "ARG", "", 58.0 / 869.0);
  cli_assert (cli, 0, "--json", "figures", "cross", "--ask", "share_of_world", "--rows", "none");
  assert_cell (cli, "", "", 6569.0 / 97811.0);
  cli_assert (cli, 0, "--json", "figures", "cross", "--ask", "rank_in_world", "--rows", "contributor");
  assert_cell (cli, "ARG", "", 30);
  assert_cell (cli, "URY", "", 15);
  cli_assert (cli, 0, "--json", "figures", "cross", "--ask", "rank_in_region", "--rows", "contributor");
  assert_cell (cli, "URY", "", 1);
  cli_assert (cli, 0, "--json", "figures", "cross", "--ask", "person_months", "--rows", "none");
  assert_cell (cli, "", "", 6569);
  cli_assert (cli, 0, "--json", "figures", "cross", "--set", "world", "--rows", "none");
  assert_cell (cli, "", "", 97811);
}

static void
test_views (Cli           *cli,
            gconstpointer  data)
{
  static const char * const views[] = {
    "own-deployment", "own-women", "own-rank", "region-over-time", "who-most", "women-target", "by-mission",
    "contributor-mission", "contributors-over-time",
  };

  if (!import_month (cli))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      cli_assert (cli, 0, "figures", "cross", "--view", views[i]);
      g_assert_cmpint (strlen (cli->out), >, 0);
    }
  cli_assert (cli, 0, "--json", "figures", "cross", "--view", "own-deployment");
  assert_cell (cli, "2014-03", "", 2143);
  /* What is given besides goes before what the view says. */
  cli_assert (cli, 0, "--json", "figures", "cross", "--view", "by-mission", "--columns", "none", "--participant", "ARG");
  assert_cell (cli, "MINUSTAH", "", 580);
}

static void
test_forms (Cli           *cli,
            gconstpointer  data)
{
  if (!import_month (cli))
    return;
  cli_assert (cli, 0, "--lang", "en", "figures", "cross", "--rows", "contributor", "--order", "value", "--format", "csv");
  g_assert_true (g_str_has_prefix (cli->out, "Contributor,Code,"));
  cli_assert_prints (cli, "\r\nUruguay,URY,2143\r\n");
  cli_assert (cli, 0, "--lang", "en", "figures", "cross", "--rows", "contributor");
  cli_assert_prints (cli, "2,143");
  cli_assert_says (cli, "6,569");
  cli_assert (cli, 0, "figures", "cross", "--format", "json", "--for", "public");
  assert_cell (cli, "2014-03", "", 6569);
}

static void
test_misuse (Cli           *cli,
             gconstpointer  data)
{
  cli_assert (cli, 0, "init");
  cli_assert (cli, 2, "--lang", "en", "figures", "cross", "--ask", "weight");
  cli_assert_says (cli, "share_of_women");
  cli_assert (cli, 2, "--lang", "en", "figures", "cross", "--rows", "planet");
  cli_assert_says (cli, "category");
  cli_assert (cli, 2, "--lang", "en", "figures", "cross", "--set", "europe");
  cli_assert_says (cli, "signatories");
  cli_assert (cli, 2, "--lang", "en", "figures", "cross", "--view", "all");
  cli_assert_says (cli, "women-target");
  cli_assert (cli, 2, "--lang", "en", "figures", "cross", "--view", "own-rank");
  cli_assert_says (cli, "not known");
  cli_assert (cli, 2, "figures", "cross", "--rows", "month", "--columns", "month");
  cli_assert (cli, 2, "figures", "cross", "--order", "size");
  cli_assert (cli, 2, "figures", "cross", "--format", "xml");
  cli_assert (cli, 2, "figures", "cross", "--format", "csv", "--json");
  cli_assert (cli, 2, "figures", "cross", "--set", "world", "--region");
  cli_assert (cli, 2, "figures", "cross", "--at", "2014");
  cli_assert (cli, 2, "figures", "cross", "--for", "everybody");
  cli_assert (cli, 2, "figures", "cross", "--by", "month");
  cli_assert (cli, 2, "figures", "parity", "--ask", "women");
  cli_assert (cli, 0, "--lang", "en", "figures", "cross");
  cli_assert_says (cli, "No figures for this choice");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Cli, NULL, cli_set_up, function, cli_tear_down)
  ADD ("/cross/axes", test_axes);
  ADD ("/cross/reference", test_reference);
  ADD ("/cross/views", test_views);
  ADD ("/cross/forms", test_forms);
  ADD ("/cross/misuse", test_misuse);

  return g_test_run ();
}
