/* search, restore, revert and deleted, each in a process of its own. */
#include "cli-fixture.h"

static void
set_up (Cli           *cli,
        gconstpointer  data)
{
  cli_set_up (cli, data);
  cli_assert (cli, 0, "init", "--participant", "URY", "--author", "Ana");
}

static JsonArray *
get_array (JsonNode   *node,
           const char *member)
{
  return member != NULL ? json_object_get_array_member (json_node_get_object (node), member) : json_node_get_array (node);
}

static const char *
get_text (JsonArray  *array,
          guint       n,
          const char *member)
{
  return json_object_get_string_member_with_default (json_array_get_object_element (array, n), member, NULL);
}

static char *
dup_field (Cli        *cli,
           const char *id,
           const char *field)
{
  g_autoptr (JsonNode) record = NULL;

  cli_assert (cli, 0, "show", "task", id, "--json");
  record = cli_parse (cli);

  return g_strdup (json_object_get_string_member_with_default (json_node_get_object (record), field, NULL));
}

/* The number of the newest step. */
static char *
dup_step (Cli *cli)
{
  g_autoptr (JsonNode) history = NULL;

  cli_assert (cli, 0, "history", "--limit", "1", "--json");
  history = cli_parse (cli);

  return g_strdup_printf ("%" G_GINT64_FORMAT,
                          json_object_get_int_member (json_array_get_object_element (get_array (history, NULL), 0), "step"));
}

static void
test_search (Cli           *cli,
             gconstpointer  data)
{
  g_autofree char *hidden = NULL;
  g_autoptr (JsonNode) found = NULL;
  g_autoptr (JsonNode) public = NULL;
  JsonArray *hits;

  cli_assert (cli, 0, "set", "task", "title.es=Adiestramiento de ñandúes", "title.pt=Treinamento");
  cli_assert (cli, 0, "set", "task", "title.es=Otra", "notes=El ñandú corre por la llanura", "level=national");
  hidden = cli_dup_line (cli);

  cli_assert (cli, 0, "search", "NANDU", "--json");
  found = cli_parse (cli);
  hits = get_array (found, NULL);
  g_assert_cmpuint (json_array_get_length (hits), ==, 2);
  g_assert_cmpstr (get_text (hits, 0, "found"), ==, "title");
  g_assert_cmpstr (get_text (hits, 1, "found"), ==, "text");
  g_assert_nonnull (strstr (get_text (hits, 1, "snippet"), "ñandú corre"));
  g_assert_cmpstr (json_array_get_string_element (json_object_get_array_member (
                     json_array_get_object_element (hits, 1), "words"), 0), ==, "ñandú");

  /* What is national reaches no other reader, not by its number either. */
  cli_assert (cli, 0, "search", "nandu", "--json", "--for", "network");
  g_assert_null (strstr (cli->out, hidden));
  public = cli_parse (cli);
  g_assert_cmpuint (json_array_get_length (get_array (public, NULL)), ==, 1);
  cli_assert (cli, 0, "search", "URY");
  g_assert_nonnull (strstr (cli->out, "Uruguay"));
  cli_assert (cli, 0, "search", "trein");
  cli_assert (cli, 0, "search", "no", "such", "words");
  cli_assert_says (cli, "Nothing was found.");
  cli_assert (cli, 2, "search");
}

static void
test_revert (Cli           *cli,
             gconstpointer  data)
{
  g_autofree char *id = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *due = NULL;
  g_autofree char *notes = NULL;
  g_autoptr (JsonNode) refused = NULL;
  JsonArray *dependents;

  cli_assert (cli, 0, "set", "task", "title.es=Uno");
  id = cli_dup_line (cli);
  cli_assert (cli, 0, "set", "task", id, "due=2026-05");
  first = dup_step (cli);
  cli_assert (cli, 0, "set", "task", id, "notes=x");
  cli_assert (cli, 0, "set", "task", id, "due=2026-06");
  second = dup_step (cli);

  cli_assert (cli, 1, "revert", first, "--json");
  refused = cli_parse (cli);
  dependents = get_array (refused, "dependents");
  g_assert_cmpuint (json_array_get_length (dependents), ==, 1);
  g_assert_cmpstr (get_text (dependents, 0, "field"), ==, "due");
  g_assert_cmpstr (get_text (dependents, 0, "record"), ==, id);
  cli_assert (cli, 1, "revert", first);
  cli_assert_says (cli, "Later changes stand on this step.");
  g_assert_nonnull (strstr (cli->out, "Uno"));

  cli_assert (cli, 0, "revert", second);
  due = dup_field (cli, id, "due");
  notes = dup_field (cli, id, "notes");
  g_assert_cmpstr (due, ==, "2026-05");
  g_assert_cmpstr (notes, ==, "x");
  cli_assert (cli, 1, "revert", "9999");
  cli_assert (cli, 2, "revert", "x");
  cli_assert (cli, 0, "check");
}

static void
test_restore (Cli           *cli,
              gconstpointer  data)
{
  g_autofree char *id = NULL;
  g_autofree char *step = NULL;
  g_autofree char *due = NULL;
  g_autofree char *later = NULL;
  g_autoptr (JsonNode) listed = NULL;
  JsonArray *deleted;

  cli_assert (cli, 0, "set", "task", "title.es=Reunión de género", "due=2026-05");
  id = cli_dup_line (cli);
  cli_assert (cli, 0, "set", "task", id, "due=2026-06", "notes=y");
  step = dup_step (cli);
  cli_assert (cli, 0, "restore", "task", id, "due", "--step", step, "--before");
  due = dup_field (cli, id, "due");
  g_assert_cmpstr (due, ==, "2026-05");
  cli_assert (cli, 0, "restore", "task", id, "--step", step);
  later = dup_field (cli, id, "due");
  g_assert_cmpstr (later, ==, "2026-06");
  cli_assert (cli, 2, "restore", "task", id, "due");
  cli_assert (cli, 2, "restore", "task", id, "none", "--step", step);

  cli_assert (cli, 0, "delete", "task", id);
  cli_assert (cli, 0, "deleted", "--search", "genero REUN", "--json");
  listed = cli_parse (cli);
  deleted = get_array (listed, NULL);
  g_assert_cmpuint (json_array_get_length (deleted), ==, 1);
  g_assert_cmpstr (get_text (deleted, 0, "id"), ==, id);
  cli_assert (cli, 0, "deleted", "--kind", "meeting");
  cli_assert_says (cli, "Nothing is deleted.");
  cli_assert (cli, 0, "restore", "task", id);
  g_assert_nonnull (strstr (cli->out, "Restored “Reunión de género”"));
  cli_assert (cli, 0, "deleted");
  cli_assert_says (cli, "Nothing is deleted.");
  cli_assert (cli, 0, "restore", "task", id);
  cli_assert_says (cli, "It is like that already");
  cli_assert (cli, 0, "check");
}

#define add(path, test) g_test_add (path, Cli, NULL, set_up, test, cli_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/back/search", test_search);
  add ("/back/revert", test_revert);
  add ("/back/restore", test_restore);

  return g_test_run ();
}
