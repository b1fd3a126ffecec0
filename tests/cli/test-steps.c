/* undo, redo, history, check and rebuild, each in a process of its own. */
#include "cli-fixture.h"

static void
set_up (Cli           *cli,
        gconstpointer  data)
{
  cli_set_up (cli, data);
  cli_assert (cli, 0, "init", "--participant", "URY", "--author", "Ana");
}

static char *
dup_title (Cli        *cli,
           const char *id)
{
  g_autoptr (JsonNode) record = NULL;
  JsonObject *texts;

  cli_assert (cli, 0, "show", "recommendation", id, "--json");
  record = cli_parse (cli);
  texts = json_object_get_object_member (json_node_get_object (record), "title");

  return g_strdup (json_object_get_string_member (texts, "en"));
}

static void
assert_title (Cli        *cli,
              const char *id,
              const char *expected)
{
  g_autofree char *title = dup_title (cli, id);

  g_assert_cmpstr (title, ==, expected);
}

static void
assert_listed (Cli   *cli,
               guint  n)
{
  g_autoptr (JsonNode) list = NULL;

  cli_assert (cli, 0, "list", "recommendation", "--json");
  list = cli_parse (cli);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (list)), ==, n);
}

static void
test_undo_redo (Cli           *cli,
                gconstpointer  data)
{
  g_autofree char *id = NULL;

  cli_assert (cli, 1, "undo");
  cli_assert_says (cli, "There is nothing to undo.");
  cli_assert (cli, 1, "redo");

  cli_assert (cli, 0, "set", "recommendation", "title.en=One");
  id = cli_dup_line (cli);
  cli_assert (cli, 0, "set", "recommendation", id, "title.en=Two");
  assert_title (cli, id, "Two");

  cli_assert (cli, 0, "undo");
  assert_title (cli, id, "One");
  cli_assert (cli, 0, "undo");
  assert_listed (cli, 0);
  cli_assert (cli, 1, "undo");

  cli_assert (cli, 0, "redo");
  cli_assert (cli, 0, "redo");
  cli_assert_prints (cli, "Two");
  assert_title (cli, id, "Two");
  cli_assert (cli, 1, "redo");
  cli_assert (cli, 0, "check");
}

static void
test_delete (Cli           *cli,
             gconstpointer  data)
{
  g_autofree char *id = NULL;

  cli_assert (cli, 0, "set", "recommendation", "title.en=Short-lived");
  id = cli_dup_line (cli);
  cli_assert (cli, 0, "delete", "recommendation", id);
  cli_assert_says (cli, "Short-lived");
  assert_listed (cli, 0);
  cli_assert (cli, 0, "list", "recommendation", "--deleted", "--format", "csv");
  cli_assert_prints (cli, id);
  cli_assert (cli, 0, "show", "recommendation", id);
  cli_assert_says (cli, "This record was deleted.");
  cli_assert (cli, 0, "undo", "--json");
  assert_listed (cli, 1);
}

static void
test_nothing_different (Cli           *cli,
                        gconstpointer  data)
{
  g_autofree char *id = NULL;

  cli_assert (cli, 0, "set", "recommendation", "title.en=Same");
  id = cli_dup_line (cli);
  cli_assert (cli, 0, "set", "recommendation", id, "title.en=Same");
  cli_assert_says (cli, "Nothing was different.");
  cli_assert (cli, 0, "undo");
  assert_listed (cli, 0);
}

static void
test_history (Cli           *cli,
              gconstpointer  data)
{
  g_autofree char *id = NULL;
  g_autoptr (JsonNode) history = NULL;
  JsonArray *entries;
  gboolean found = FALSE;

  cli_assert (cli, 0, "set", "recommendation", "title.en=Told", "status=draft");
  id = cli_dup_line (cli);
  cli_assert (cli, 0, "set", "recommendation", id, "status=agreed");
  cli_assert (cli, 0, "history", "recommendation", id, "--json");
  history = cli_parse (cli);
  entries = json_node_get_array (history);
  g_assert_cmpuint (json_array_get_length (entries), >=, 2);
  for (guint i = 0; i < json_array_get_length (entries); i++)
    {
      JsonObject *entry = json_array_get_object_element (entries, i);

      g_assert_cmpstr (json_object_get_string_member (entry, "author"), ==, "Ana");
      g_assert_cmpstr (json_object_get_string_member (entry, "participant"), ==, "URY");
      g_assert_cmpstr (json_object_get_string_member (entry, "record"), ==, id);
      if (g_strcmp0 (json_object_get_string_member_with_default (entry, "field", ""), "status") != 0 ||
          json_object_get_null_member (entry, "before"))
        continue;
      g_assert_cmpstr (json_object_get_string_member (entry, "before"), ==, "draft");
      g_assert_cmpstr (json_object_get_string_member (entry, "after"), ==, "agreed");
      found = TRUE;
    }
  g_assert_true (found);

  cli_assert (cli, 0, "history", "recommendation", "Told");
  cli_assert_prints (cli, "Told");
  cli_assert (cli, 0, "history", "--limit", "1", "--json");
}

static void
test_check_rebuild (Cli           *cli,
                    gconstpointer  data)
{
  g_autofree char *before = NULL;

  cli_assert (cli, 0, "set", "recommendation", "title.en=Proven", "status=draft");
  cli_assert (cli, 0, "list", "recommendation", "--json");
  before = g_strdup (cli->out);
  cli_assert (cli, 0, "check", "--json");
  g_assert_cmpstr (cli->out, ==, "[]\n");
  cli_assert (cli, 0, "rebuild");
  cli_assert (cli, 0, "list", "recommendation", "--json");
  g_assert_cmpstr (cli->out, ==, before);
  cli_assert (cli, 0, "check");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add (path, Cli, NULL, set_up, function, cli_tear_down)
  ADD ("/cli/steps/undo-redo", test_undo_redo);
  ADD ("/cli/steps/delete", test_delete);
  ADD ("/cli/steps/nothing-different", test_nothing_different);
  ADD ("/cli/steps/history", test_history);
  ADD ("/cli/steps/check-rebuild", test_check_rebuild);
  return g_test_run ();
}
