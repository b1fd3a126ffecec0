/* Records by the command line: three languages, links, sets, states, levels, finding, CSV. */
#include "cli-fixture.h"

#include "store/paz-store.h"

static void
set_up (Cli           *cli,
        gconstpointer  data)
{
  cli_set_up (cli, data);
  cli_assert (cli, 0, "init", "--participant", "PER", "--author", "Rosa Quispe");
}

static JsonObject *
get_object (JsonNode *node)
{
  return json_node_get_object (node);
}

static const char *
get_part (JsonNode   *record,
          const char *field,
          const char *part)
{
  JsonObject *texts = json_object_get_object_member (get_object (record), field);

  return json_object_get_string_member_with_default (texts, part, NULL);
}

static const char *
get_state (JsonNode   *record,
           const char *field,
           const char *language)
{
  JsonObject *texts = json_object_get_object_member (get_object (record), field);

  return json_object_get_string_member (json_object_get_object_member (texts, "state"), language);
}

static JsonNode *
show (Cli        *cli,
      const char *kind,
      const char *id)
{
  cli_assert (cli, 0, "show", kind, id, "--json");
  return cli_parse (cli);
}

static guint
count (Cli *cli)
{
  g_autoptr (JsonNode) array = cli_parse (cli);

  return json_array_get_length (json_node_get_array (array));
}

/* ---- the store ---- */

static void
test_init (Cli           *cli,
           gconstpointer  data)
{
  g_autoptr (JsonNode) identity = NULL;

  g_assert_true (g_file_test (cli->store, G_FILE_TEST_EXISTS));
  cli_assert_prints (cli, cli->store);
  cli_assert (cli, 1, "init");
  cli_assert_says (cli, "is there already");

  cli_assert (cli, 0, "identity", "--json");
  identity = cli_parse (cli);
  g_assert_cmpstr (json_object_get_string_member (get_object (identity), "participant"), ==, "PER");
  g_assert_cmpstr (json_object_get_string_member (get_object (identity), "author"), ==, "Rosa Quispe");
  cli_assert (cli, 0, "identity", "--author", "Juan");
  cli_assert_says (cli, "Juan");
  cli_assert (cli, 1, "identity", "--participant", "not a code");
}

static void
test_no_store (Cli           *cli,
               gconstpointer  data)
{
  static const char * const verbs[] = { "undo", "redo", "history", "check", "rebuild", "identity" };

  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      cli_assert (cli, 1, verbs[i]);
      cli_assert_says (cli, "is not there");
      cli_assert_says (cli, "init");
      g_assert_cmpstr (cli->out, ==, "");
    }
  cli_assert (cli, 1, "list", "mission");
  cli_assert (cli, 1, "set", "recommendation", "title.es=x");
  g_assert_false (g_file_test (cli->store, G_FILE_TEST_EXISTS));
}

static void
test_not_a_store (Cli           *cli,
                  gconstpointer  data)
{
  g_autofree char *kept = NULL;

  g_assert_true (g_file_set_contents (cli->store, "a letter, not a store", -1, NULL));
  cli_assert (cli, 1, "list", "mission", "--lang", "es");
  cli_assert (cli, 1, "--verbose", "set", "recommendation", "title.es=x");
  cli_assert_says (cli, cli->store);
  g_assert_true (g_file_get_contents (cli->store, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "a letter, not a store");
}

static void
test_reference_data (Cli           *cli,
                     gconstpointer  data)
{
  g_autoptr (JsonNode) peru = NULL;

  cli_assert (cli, 0, "list", "participant", "--json");
  g_assert_cmpuint (count (cli), >=, 33);
  cli_assert (cli, 0, "list", "provision", "--json");
  g_assert_cmpuint (count (cli), ==, 38);
  peru = show (cli, "participant", "PER");
  g_assert_cmpstr (get_part (peru, "name", "es"), ==, "Perú");
}

/* While another program holds the store one may read it here, not change it. */
static void
test_locked (Cli           *cli,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PazStore) store = paz_store_open (cli->store, PAZ_STORE_OPEN_NONE, NULL, &error);

  g_assert_no_error (error);
  cli_assert (cli, 0, "list", "provision", "--json");
  g_assert_cmpuint (count (cli), ==, 38);
  cli_assert (cli, 1, "set", "recommendation", "title.en=x");
  cli_assert_says (cli, "open in another program");
  cli_assert (cli, 1, "undo");
  g_assert_true (paz_store_close (store, &error));
  g_assert_no_error (error);
  cli_assert (cli, 0, "set", "recommendation", "title.en=x");
}

/* ---- writing ---- */

static void
test_three_languages (Cli           *cli,
                      gconstpointer  data)
{
  g_autofree char *id = NULL;
  g_autoptr (JsonNode) first = NULL;
  g_autoptr (JsonNode) second = NULL;
  g_autoptr (JsonNode) third = NULL;

  cli_assert (cli, 0, "set", "recommendation", "title.es=Formación conjunta", "title.pt=Formação conjunta",
              "title.en=Joint training", "title.es.official=yes", "status=draft");
  id = cli_dup_line (cli);
  cli_assert_says (cli, "Joint training");
  first = show (cli, "recommendation", id);
  g_assert_cmpstr (get_part (first, "title", "src"), ==, "es");
  g_assert_cmpstr (get_part (first, "title", "pt"), ==, "Formação conjunta");
  g_assert_cmpstr (get_state (first, "title", "es"), ==, "source");
  g_assert_cmpstr (get_state (first, "title", "pt"), ==, "current");
  g_assert_true (json_object_get_null_member (get_object (first), "text"));
  g_assert_cmpstr (json_object_get_string_member (get_object (first), "owner"), ==, "PER");

  /* The source changes: the others stay and are stale. */
  cli_assert (cli, 0, "set", "recommendation", id, "title.es=Formación conjunta anual", "title.pt=Formação conjunta anual");
  second = show (cli, "recommendation", id);
  g_assert_cmpstr (get_state (second, "title", "pt"), ==, "current");
  g_assert_cmpstr (get_state (second, "title", "en"), ==, "stale");
  g_assert_cmpstr (get_part (second, "title", "en"), ==, "Joint training");

  cli_assert (cli, 0, "set", "recommendation", id, "title.en.current=yes", "title.pt=");
  third = show (cli, "recommendation", id);
  g_assert_cmpstr (get_state (third, "title", "en"), ==, "current");
  g_assert_cmpstr (get_state (third, "title", "pt"), ==, "missing");
}

static void
test_links_sets_states (Cli           *cli,
                        gconstpointer  data)
{
  g_autofree char *id = NULL;
  g_autoptr (JsonNode) made = NULL;
  g_autoptr (JsonNode) changed = NULL;
  g_autoptr (JsonNode) peru = show (cli, "participant", "PER");

  cli_assert (cli, 0, "set", "recommendation", "title.en=Linked", "responsible=per", "provisions=O.b,F.c",
              "due=31/05/2024", "time_bound=yes");
  id = cli_dup_line (cli);
  made = show (cli, "recommendation", id);
  g_assert_cmpstr (json_object_get_string_member (get_object (made), "responsible"), ==,
                   json_object_get_string_member (get_object (peru), "id"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (get_object (made), "provisions")), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (get_object (made), "due"), ==, "2024-05-31");
  g_assert_true (json_object_get_boolean_member (get_object (made), "time_bound"));
  g_assert_true (json_object_get_null_member (get_object (made), "addressee"));

  cli_assert (cli, 0, "set", "recommendation", id, "responsible=Brasil", "due=?", "addressee=n/a", "provisions=", "--json");
  changed = cli_parse (cli);
  g_assert_cmpstr (json_object_get_string_member (get_object (changed), "id"), ==, id);
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (get_object (changed), "due"), "n"), ==, "unknown");
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (get_object (changed), "addressee"), "n"), ==, "na");
  g_assert_true (json_object_get_null_member (get_object (changed), "provisions"));
}

static void
test_level (Cli           *cli,
            gconstpointer  data)
{
  g_autofree char *id = NULL;
  g_autoptr (JsonNode) named = NULL;
  g_autoptr (JsonNode) network = NULL;
  JsonArray *release;

  cli_assert (cli, 0, "set", "recommendation", "title.en=Sensitive", "release=BRA,ARG,BRA");
  id = cli_dup_line (cli);
  named = show (cli, "recommendation", id);
  release = json_object_get_array_member (get_object (named), "release");
  g_assert_cmpstr (json_object_get_string_member (get_object (named), "level"), ==, "named");
  g_assert_cmpuint (json_array_get_length (release), ==, 2);
  g_assert_cmpstr (json_array_get_string_element (release, 0), ==, "ARG");

  cli_assert (cli, 0, "set", "recommendation", id, "level=network");
  network = show (cli, "recommendation", id);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (get_object (network), "release")), ==, 0);
  cli_assert (cli, 1, "set", "recommendation", id, "level=secret");
  cli_assert (cli, 1, "set", "recommendation", id, "owner=BRA");
  cli_assert_says (cli, "keeps its owner");
}

static void
test_children (Cli           *cli,
               gconstpointer  data)
{
  g_autofree char *id = NULL;
  g_autofree char *position = NULL;
  g_autoptr (JsonNode) shown = NULL;

  cli_assert (cli, 0, "set", "recommendation", "title.en=With positions");
  id = cli_dup_line (cli);
  cli_assert (cli, 2, "set", "position", "participant=PER");
  cli_assert_says (cli, "in=ID");
  cli_assert (cli, 2, "set", "recommendation", "title.en=x", "in=PER");
  cli_assert (cli, 0, "set", "position", "in=With positions", "participant=PER", "interested=yes");
  position = cli_dup_line (cli);
  shown = show (cli, "position", position);
  g_assert_cmpstr (json_object_get_string_member (get_object (shown), "in"), ==, id);
  cli_assert (cli, 0, "list", "position", "--in", id, "--json");
  g_assert_cmpuint (count (cli), ==, 1);
  cli_assert (cli, 1, "set", "position", position, "in=PER", "interested=no");

  cli_assert (cli, 0, "delete", "recommendation", id);
  cli_assert (cli, 0, "list", "position", "--in", id, "--json");
  g_assert_cmpuint (count (cli), ==, 0);
}

/* Nothing half done: a wrong field among right ones changes nothing. */
static void
test_refused (Cli           *cli,
              gconstpointer  data)
{
  cli_assert (cli, 1, "set", "recommendation", "status=draft");
  cli_assert_says (cli, "title");
  cli_assert (cli, 2, "set", "recommendation", "title.en=a", "colour=red");
  cli_assert_says (cli, "There is no field “colour”");
  cli_assert (cli, 2, "set", "recommendation", "title.fr=a");
  cli_assert (cli, 2, "set", "recommendation", "title.en=a", "draft");
  cli_assert (cli, 1, "set", "recommendation", "title.en=a", "status=dreamt");
  cli_assert (cli, 1, "set", "recommendation", "title.en=a", "due=tomorrow");
  cli_assert (cli, 1, "set", "recommendation", "title.en=a", "responsible=Atlantis");
  cli_assert_says (cli, "Atlantis");
  cli_assert (cli, 1, "show", "recommendation", "0190a0b0-0000-7000-8000-000000000001");
  cli_assert (cli, 0, "list", "recommendation", "--json");
  g_assert_cmpuint (count (cli), ==, 0);
}

/* ---- finding and printing ---- */

static void
test_list (Cli           *cli,
           gconstpointer  data)
{
  cli_assert (cli, 0, "set", "recommendation", "title.es=Capacitación en Ñandú", "status=draft", "due=2024-05", "number=R1");
  cli_assert (cli, 0, "set", "recommendation", "title.es=Otra cosa", "status=agreed", "responsible=PER", "number=R2");

  cli_assert (cli, 0, "list", "recommendation", "--search", "nandu capacitacion", "--json");
  g_assert_cmpuint (count (cli), ==, 1);
  cli_assert (cli, 0, "list", "recommendation", "--where", "status=draft", "--json");
  g_assert_cmpuint (count (cli), ==, 1);
  cli_assert (cli, 0, "list", "recommendation", "--where", "status!=draft", "--json");
  g_assert_cmpuint (count (cli), ==, 1);
  cli_assert (cli, 0, "list", "recommendation", "--where", "responsible=Perú", "--where", "status=agreed", "--json");
  g_assert_cmpuint (count (cli), ==, 1);
  cli_assert (cli, 0, "list", "recommendation", "--where", "due=", "--json");
  g_assert_cmpuint (count (cli), ==, 1);
  cli_assert (cli, 0, "list", "recommendation", "--where", "due>2024-01-01", "--json");
  g_assert_cmpuint (count (cli), ==, 1);
  cli_assert (cli, 2, "list", "recommendation", "--where", "colour=red");

  cli_assert (cli, 0, "list", "recommendation", "--lang", "en");
  cli_assert_prints (cli, "Capacitación en Ñandú");
  cli_assert_prints (cli, "May 2024");
  cli_assert (cli, 0, "show", "recommendation", "R1");
  cli_assert_prints (cli, "Capacitación en Ñandú");
}

static void
test_ambiguous (Cli           *cli,
                gconstpointer  data)
{
  cli_assert (cli, 0, "set", "recommendation", "title.en=Twin");
  cli_assert (cli, 0, "set", "recommendation", "title.en=twin");
  cli_assert (cli, 1, "show", "recommendation", "TWIN");
  cli_assert_says (cli, "Give the id");
}

static void
test_csv (Cli           *cli,
          gconstpointer  data)
{
  cli_assert (cli, 0, "set", "recommendation", "title.en==1+1", "title.es=-5", "title.pt=@SUM(\"a\",b)", "addressee=+51 1 999");
  cli_assert (cli, 0, "list", "recommendation", "--format", "csv");
  cli_assert_prints (cli, "id,");
  cli_assert_prints (cli, ",title.es,title.pt,title.en,");
  cli_assert_prints (cli, ",-5,");
  cli_assert_prints (cli, ",'=1+1,");
  cli_assert_prints (cli, ",\"'@SUM(\"\"a\"\",b)\",");
  cli_assert_prints (cli, ",'+51 1 999,");
}

/* Each level to its readers, and no link to what they may not see. */
static void
test_readers (Cli           *cli,
              gconstpointer  data)
{
  static const struct
  {
    const char *readers;
    guint       n;
  } cases[] = { { "public", 1 }, { "network", 2 }, { "ARG", 3 }, { "BRA", 2 }, { "ARG,BRA", 2 }, { "own", 4 } };
  g_autofree char *open = NULL;
  g_autofree char *closed = NULL;
  g_autoptr (JsonNode) for_public = NULL;
  g_autoptr (JsonNode) for_own = NULL;

  cli_assert (cli, 0, "set", "recommendation", "title.en=National", "level=national");
  closed = cli_dup_line (cli);
  cli_assert (cli, 0, "set", "recommendation", "title.en=Named", "release=ARG");
  cli_assert (cli, 0, "set", "recommendation", "title.en=Network", "level=network");
  cli_assert (cli, 0, "set", "meeting", "title.en=Closed meeting", "level=national");
  cli_assert (cli, 0, "set", "recommendation", "title.en=Public", "level=public", "meeting=Closed meeting", "responsible=PER");
  open = cli_dup_line (cli);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      cli_assert (cli, 0, "list", "recommendation", "--for", cases[i].readers, "--json");
      g_test_message ("%s", cases[i].readers);
      g_assert_cmpuint (count (cli), ==, cases[i].n);
    }
  cli_assert (cli, 0, "show", "recommendation", open, "--for", "public", "--json");
  for_public = cli_parse (cli);
  g_assert_true (json_object_get_null_member (get_object (for_public), "meeting"));
  g_assert_false (json_object_get_null_member (get_object (for_public), "responsible"));
  for_own = show (cli, "recommendation", open);
  g_assert_false (json_object_get_null_member (get_object (for_own), "meeting"));
  cli_assert (cli, 1, "show", "recommendation", closed, "--for", "network");
  cli_assert_says (cli, "There is no record");
  cli_assert (cli, 2, "list", "recommendation", "--for", "everyone");
}

/* Headers and words follow --lang, keys and values do not. */
static void
test_words (Cli           *cli,
            gconstpointer  data)
{
  static const char * const languages[] = { "es", "pt", "en" };
  g_autofree char *english = NULL;

  cli_assert (cli, 0, "set", "recommendation", "title.es=Uno", "status=draft");
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      cli_assert (cli, 0, "list", "recommendation", "--json", "--lang", languages[i]);
      if (english == NULL)
        english = g_strdup (cli->out);
      g_assert_cmpstr (cli->out, ==, english);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add (path, Cli, NULL, set_up, function, cli_tear_down)
#define ADD_EMPTY(path, function) g_test_add (path, Cli, NULL, cli_set_up, function, cli_tear_down)
  ADD ("/cli/records/init", test_init);
  ADD_EMPTY ("/cli/records/no-store", test_no_store);
  ADD_EMPTY ("/cli/records/not-a-store", test_not_a_store);
  ADD ("/cli/records/reference-data", test_reference_data);
  ADD ("/cli/records/locked", test_locked);
  ADD ("/cli/records/three-languages", test_three_languages);
  ADD ("/cli/records/links-sets-states", test_links_sets_states);
  ADD ("/cli/records/level", test_level);
  ADD ("/cli/records/children", test_children);
  ADD ("/cli/records/refused", test_refused);
  ADD ("/cli/records/list", test_list);
  ADD ("/cli/records/ambiguous", test_ambiguous);
  ADD ("/cli/records/csv", test_csv);
  ADD ("/cli/records/readers", test_readers);
  ADD ("/cli/records/words", test_words);
  return g_test_run ();
}
