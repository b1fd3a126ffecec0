/* What comes in as a table and how lists are narrowed, by the command line: paste, list --where,
 * import with --keep and --map. */
#include "cli-fixture.h"

#define HEADER "contributing_country,mission_acronym,personnel_type,female_personnel,male_personnel,last_reporting_date\n"

static void
set_up (Cli           *cli,
        gconstpointer  data)
{
  cli_set_up (cli, data);
  cli_assert (cli, 0, "init", "--participant", "PER", "--author", "Rosa Quispe");
}

static char *
write_file (Cli        *cli,
            const char *name,
            const char *text)
{
  char *path = g_build_filename (cli->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));

  return path;
}

static gint64
get_number (Cli        *cli,
            const char *key)
{
  g_autoptr (JsonNode) node = cli_parse (cli);

  return json_object_get_int_member (json_node_get_object (node), key);
}

static guint
count (Cli        *cli,
       const char *kind)
{
  g_autoptr (JsonNode) array = NULL;

  cli_assert (cli, 0, "list", kind, "--json");
  array = cli_parse (cli);

  return json_array_get_length (json_node_get_array (array));
}

static guint
count_where (Cli        *cli,
             const char *kind,
             const char *where)
{
  g_autoptr (JsonNode) array = NULL;

  cli_assert (cli, 0, "list", kind, "--where", where, "--json");
  array = cli_parse (cli);

  return json_array_get_length (json_node_get_array (array));
}

/* ---- paste ---- */

static void
test_paste (Cli           *cli,
            gconstpointer  data)
{
  g_autofree char *block = write_file (cli, "block.tsv",
                                       "Number\tTitle\tStatus\tDue\n"
                                       "1\tFirst\tDraft\t31/05/2026\n"
                                       "2\t\"Two\nlines\"\tAdopted\t\n");
  g_autofree char *later = write_file (cli, "later.tsv", "Number\tStatus\n2\tDraft\n");

  cli_assert (cli, 0, "--lang", "en", "paste", "recommendation", block, "--dry-run", "--json");
  g_assert_cmpint (get_number (cli, "add"), ==, 2);
  cli_assert_says (cli, "Nothing was changed");
  g_assert_cmpuint (count (cli, "recommendation"), ==, 0);

  cli_assert (cli, 0, "--lang", "en", "paste", "recommendation", block);
  g_assert_cmpuint (count (cli, "recommendation"), ==, 2);
  g_assert_cmpuint (count_where (cli, "recommendation", "due=2026-05-31"), ==, 1);

  cli_assert (cli, 0, "--lang", "en", "paste", "recommendation", later, "--json");
  g_assert_cmpint (get_number (cli, "update"), ==, 1);
  g_assert_cmpuint (count_where (cli, "recommendation", "status=draft"), ==, 2);
  cli_assert (cli, 0, "undo");
  g_assert_cmpuint (count_where (cli, "recommendation", "status=draft"), ==, 1);
  cli_assert (cli, 0, "undo");
  g_assert_cmpuint (count (cli, "recommendation"), ==, 0);
}

static void
test_paste_wrong (Cli           *cli,
                  gconstpointer  data)
{
  g_autofree char *block = write_file (cli, "block.tsv", "Number\tTitle\tDue\n1\tFirst\t31/02/2026\n2\tSecond\t1/3/2026\n");

  cli_assert (cli, 1, "--lang", "en", "paste", "recommendation", block);
  cli_assert_says (cli, "Row 2, Due, “31/02/2026”");
  cli_assert_says (cli, "Nothing was changed");
  g_assert_cmpuint (count (cli, "recommendation"), ==, 0);

  cli_assert (cli, 3, "--lang", "en", "paste", "recommendation", block, "--partly");
  g_assert_cmpuint (count (cli, "recommendation"), ==, 2);
  g_assert_cmpuint (count_where (cli, "recommendation", "due="), ==, 1);
}

static void
test_paste_in (Cli           *cli,
               gconstpointer  data)
{
  g_autofree char *block = write_file (cli, "block.tsv", "Number\tTitle\n1\tOpening\n2\tReport\n");
  g_autofree char *meeting = NULL;

  cli_assert (cli, 0, "set", "meeting", "title.es=Reunión");
  meeting = cli_dup_line (cli);
  cli_assert (cli, 2, "--lang", "en", "paste", "agenda_item", block);
  cli_assert_says (cli, "--in ID");
  cli_assert (cli, 2, "--lang", "en", "paste", "meeting", block, "--in", meeting);
  cli_assert (cli, 0, "--lang", "en", "paste", "agenda_item", block, "--in", meeting);
  g_assert_cmpuint (count (cli, "agenda_item"), ==, 2);
  /* The same cells once more are known by their number. */
  cli_assert (cli, 0, "--lang", "en", "paste", "agenda_item", block, "--in", meeting, "--json");
  g_assert_cmpint (get_number (cli, "same"), ==, 2);
  g_assert_cmpuint (count (cli, "agenda_item"), ==, 2);
}

/* ---- list ---- */

static void
test_where (Cli           *cli,
            gconstpointer  data)
{
  cli_assert (cli, 0, "set", "task", "title.es=Capacitación", "status=in_progress", "due=2026-05-31", "responsible=PER", "progress=40");
  cli_assert (cli, 0, "set", "task", "title.es=Informe", "status=completed", "due=2026-07", "responsible=URY");
  cli_assert (cli, 0, "set", "task", "title.es=Sin fecha");

  g_assert_cmpuint (count_where (cli, "task", "status=completed"), ==, 1);
  g_assert_cmpuint (count_where (cli, "task", "status!=completed"), ==, 2);
  g_assert_cmpuint (count_where (cli, "task", "title~capacitacion"), ==, 1);
  g_assert_cmpuint (count_where (cli, "task", "due<2026-06-01"), ==, 1);
  g_assert_cmpuint (count_where (cli, "task", "due>2026-06-01"), ==, 1);
  g_assert_cmpuint (count_where (cli, "task", "due="), ==, 1);
  g_assert_cmpuint (count_where (cli, "task", "due!="), ==, 2);
  g_assert_cmpuint (count_where (cli, "task", "due within 2026"), ==, 2);
  g_assert_cmpuint (count_where (cli, "task", "progress>30"), ==, 1);
  g_assert_cmpuint (count_where (cli, "task", "owner=PER"), ==, 3);
  cli_assert (cli, 2, "list", "task", "--where", "colour=red");
  cli_assert_says (cli, "colour");
  cli_assert (cli, 1, "list", "task", "--where", "due<some day");
}

/* ---- import ---- */

static const char full[] =
  HEADER
  "Uruguay,MONUSCO,Troops,10,20,2014-03-31\n"
  "Uruguay,MONUSCO,Individual Police,1,2,2014-03-31\n"
  "Brazil,UNIFIL,Troops,30,40,2014-03-31\n";

static const char police[] =
  HEADER
  "Uruguay,MONUSCO,Individual Police,7,7,2014-03-31\n";

/* A file that holds less than is here waits for a choice, and then keeps what was said. */
static void
test_keep (Cli           *cli,
           gconstpointer  data)
{
  g_autofree char *first = write_file (cli, "full.csv", full);
  g_autofree char *second = write_file (cli, "police.csv", police);

  cli_assert (cli, 0, "import", first);
  cli_assert (cli, 1, "--lang", "en", "import", second);
  cli_assert_says (cli, "the file has no figures of these personnel types, which are here: troops");
  cli_assert (cli, 2, "import", second, "--keep", "everything");
  cli_assert (cli, 0, "import", second, "--keep", "both", "--dry-run", "--json");
  g_assert_cmpint (get_number (cli, "gone"), ==, 0);
  g_assert_cmpint (get_number (cli, "changed"), ==, 1);
  cli_assert (cli, 0, "import", second, "--keep", "nothing", "--dry-run", "--json");
  g_assert_cmpint (get_number (cli, "gone"), ==, 2);

  cli_assert (cli, 0, "import", second, "--keep", "both");
  cli_assert (cli, 0, "import", first);
  cli_assert (cli, 0, "sources", "--at", "2014-03", "--participant", "BRA", "--json");
  cli_assert_prints (cli, "\"women\":30");
}

/* What a name means is for the trial alone, and remembered when the file came in. */
static void
test_map (Cli           *cli,
          gconstpointer  data)
{
  g_autofree char *file = write_file (cli, "one.csv", HEADER "Banda Oriental,MONUSCO,Troops,10,20,2014-03-31\n");
  g_autofree char *later = write_file (cli, "two.csv", HEADER "Banda Oriental,MONUSCO,Troops,11,21,2014-04-30\n");

  cli_assert (cli, 0, "--lang", "en", "import", file, "--map", "Banda Oriental=URY", "--dry-run", "--json");
  g_assert_cmpint (get_number (cli, "new"), ==, 1);
  cli_assert_says (cli, "Nothing was changed");
  cli_assert (cli, 3, "import", file, "--dry-run", "--json");
  g_assert_cmpint (get_number (cli, "refused"), ==, 1);

  cli_assert (cli, 2, "import", file, "--map", "Banda Oriental=QQQ");
  cli_assert (cli, 2, "import", file, "--map", "=URY");
  cli_assert (cli, 0, "import", file, "--map", "Banda Oriental=URY", "--json");
  g_assert_cmpint (get_number (cli, "new"), ==, 1);
  cli_assert (cli, 0, "import", later, "--json");
  g_assert_cmpint (get_number (cli, "new"), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cli/tables/paste", Cli, NULL, set_up, test_paste, cli_tear_down);
  g_test_add ("/cli/tables/paste-wrong", Cli, NULL, set_up, test_paste_wrong, cli_tear_down);
  g_test_add ("/cli/tables/paste-in", Cli, NULL, set_up, test_paste_in, cli_tear_down);
  g_test_add ("/cli/tables/where", Cli, NULL, set_up, test_where, cli_tear_down);
  g_test_add ("/cli/tables/keep", Cli, NULL, set_up, test_keep, cli_tear_down);
  g_test_add ("/cli/tables/map", Cli, NULL, set_up, test_map, cli_tear_down);
  return g_test_run ();
}
