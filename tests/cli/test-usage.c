/* Without a store: options, help, languages, exits. */
#include "cli-fixture.h"

#include <fcntl.h>
#include <unistd.h>

static int
run_bare (Cli        *cli,
          const char *language,
          const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();

  g_ptr_array_add (argv, (char *) g_getenv ("RELACOPAZ_CLI"));
  for (char **word = words; *word != NULL; word++)
    if (**word != '\0')
      g_ptr_array_add (argv, *word);
  g_ptr_array_add (argv, NULL);

  return cli_spawn (cli, language, (char **) argv->pdata);
}

static void
test_misuse (Cli           *cli,
             gconstpointer  data)
{
  static const struct
  {
    const char *line;
    const char *words;
  } cases[] = {
    { "", "Say which command." },
    { "dance", "There is no command “dance”." },
    { "--dance", "There is no option “--dance” here." },
    { "-x list mission", "There is no option “-x” here." },
    { "--store", "The option “--store” needs a value." },
    { "--json=yes kinds", "takes no value" },
    { "--json --json kinds", "was given twice" },
    { "--lang fr kinds", "There is no language “fr” here." },
    { "kinds --lang de", "There is no language “de” here." },
    { "list", "Something is missing after “list”." },
    { "list mission extra", "“extra” is one word too many." },
    { "list nothing", "There is no kind of record “nothing”." },
    { "list mission --format xml", "There is no format “xml”." },
    { "list mission --colour red", "There is no option “--colour” here." },
    { "show mission", "Something is missing after “mission”." },
    { "figures rain", "There are no figures “rain”." },
    { "figures participation --by moon", "Figures cannot be told apart by “moon”." },
    { "figures participation --by month,month", "“month” was given twice." },
    { "figures participation --at 2014", "“2014” is no month." },
    { "figures participation --at 2014-03 --to 2014-03", "not both" },
    { "figures participation --from 2014-03 --to 2014-02", "The last month comes before the first." },
    { "figures parity --by month", "Parity is told for one month" },
    { "report nothing", "There is no report “nothing”." },
    { "report participation --lang fr", "There is no language “fr” here." },
    { "report participation --terms pp", "There are no terms “pp”." },
    { "report directory --at 2014-03", "The report “directory” rests on records as they are now: leave out --at, --from and --to." },
    { "report participation --for ,", "are no readers" },
    { "report participation --at March", "“March” is no month." },
    { "import a.csv --as dreams", "There is no layout “dreams”." },
    { "history mission", "Something is missing after “mission”." },
    { "history --limit none", "“none” is no number of entries." },
    { "undo now", "“now” is one word too many." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int exit = run_bare (cli, NULL, cases[i].line);

      if (exit != 2)
        g_error ("\"%s\": exit %d\n%s", cases[i].line, exit, cli->err);
      cli_assert_says (cli, cases[i].words);
      g_assert_cmpstr (cli->out, ==, "");
    }
}

/* The same mistakes are explained in the language of the one who made them. */
static void
test_misuse_translated (Cli           *cli,
                        gconstpointer  data)
{
  static const char * const lines[] = {
    "dance", "--dance", "--store", "--json=yes kinds", "--json --json kinds", "list", "list mission extra",
    "list nothing", "list mission --format xml", "figures rain", "figures participation --by moon",
    "figures participation --at 2014", "report nothing", "report participation --terms pp", "history mission",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *english = NULL;
      g_autofree char *spanish = NULL;

      g_assert_cmpint (run_bare (cli, "C", lines[i]), ==, 2);
      english = g_strndup (cli->err, strcspn (cli->err, "\n"));
      g_assert_cmpint (run_bare (cli, "es", lines[i]), ==, 2);
      spanish = g_strndup (cli->err, strcspn (cli->err, "\n"));
      g_assert_cmpstr (spanish, !=, english);
      g_assert_cmpint (run_bare (cli, "pt", lines[i]), ==, 2);
      g_assert_false (g_str_has_prefix (cli->err, english));
    }
}

static void
test_not_utf8 (Cli           *cli,
               gconstpointer  data)
{
  g_assert_cmpint (run_bare (cli, NULL, "list \xff"), ==, 2);
  cli_assert_says (cli, "UTF-8");
}

static void
test_version (Cli           *cli,
              gconstpointer  data)
{
  g_assert_cmpint (run_bare (cli, NULL, "--version"), ==, 0);
  g_assert_cmpstr (cli->out, ==, "relacopaz-cli " PAZ_VERSION "\n");
  g_assert_cmpstr (cli->err, ==, "");
}

/* Every command explains itself in every language, and nobody is left with the English help. */
static void
test_help (Cli           *cli,
           gconstpointer  data)
{
  static const char * const verbs[] = {
    "", "init", "identity", "kinds", "list", "show", "set", "delete", "undo", "redo", "history",
    "import", "figures", "reports", "report", "check", "rebuild",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autofree char *line = g_strdup_printf ("%s --help", verbs[i]);
      g_autofree char *short_line = g_strdup_printf ("%s -h", verbs[i]);
      g_autofree char *english = NULL;
      g_autofree char *spanish = NULL;

      g_assert_cmpint (run_bare (cli, NULL, line), ==, 0);
      g_assert_cmpstr (cli->err, ==, "");
      cli_assert_prints (cli, "Usage: relacopaz-cli ");
      cli_assert_prints (cli, "--store FILE");
      cli_assert_prints (cli, verbs[i]);
      english = g_strdup (cli->out);
      g_assert_cmpint (run_bare (cli, NULL, short_line), ==, 0);
      g_assert_cmpstr (cli->out, ==, english);

      g_assert_cmpint (run_bare (cli, "es_PE.UTF-8", line), ==, 0);
      cli_assert_prints (cli, "Uso: relacopaz-cli ");
      cli_assert_prints (cli, "--store ARCHIVO");
      spanish = g_strdup (cli->out);
      g_assert_cmpint (run_bare (cli, "pt_BR.UTF-8", line), ==, 0);
      cli_assert_prints (cli, "--store ARQUIVO");
      g_assert_cmpstr (cli->out, !=, spanish);
    }
}

static void
test_help_lists_commands (Cli           *cli,
                          gconstpointer  data)
{
  g_assert_cmpint (run_bare (cli, NULL, "--help"), ==, 0);
  cli_assert_prints (cli, "\n  init ");
  cli_assert_prints (cli, "\n  figures ");
  cli_assert_prints (cli, "\n  rebuild ");
}

/* --lang before or after the command, then LANGUAGE, LC_ALL, LANG; English is the last resort. */
static void
test_language (Cli           *cli,
               gconstpointer  data)
{
  g_autofree char *spanish = NULL;
  g_autofree char *portuguese = NULL;
  g_autofree char *english = NULL;

  g_assert_cmpint (run_bare (cli, "C", "kinds --lang es"), ==, 0);
  spanish = g_strdup (cli->out);
  g_assert_cmpint (run_bare (cli, "C", "kinds --lang pt"), ==, 0);
  portuguese = g_strdup (cli->out);
  g_assert_cmpint (run_bare (cli, "C", "kinds"), ==, 0);
  english = g_strdup (cli->out);

  g_assert_cmpint (run_bare (cli, "es_PE.UTF-8", "kinds"), ==, 0);
  g_assert_cmpstr (cli->out, ==, spanish);
  g_assert_cmpint (run_bare (cli, "pt_BR", "kinds"), ==, 0);
  g_assert_cmpstr (cli->out, ==, portuguese);
  g_assert_cmpint (run_bare (cli, "tr_TR.UTF-8", "kinds"), ==, 0);
  g_assert_cmpstr (cli->out, ==, english);
  g_assert_cmpint (run_bare (cli, "es_PE.UTF-8", "--lang pt kinds"), ==, 0);
  g_assert_cmpstr (cli->out, ==, portuguese);
  g_assert_cmpint (run_bare (cli, "es_PE.UTF-8", "--lang en_US kinds"), ==, 0);
  g_assert_cmpstr (cli->out, ==, english);
}

static void
test_language_list (Cli           *cli,
                    gconstpointer  data)
{
  g_auto (GStrv) environment = cli_make_environment (cli, "C.UTF-8");
  char *argv[] = { (char *) g_getenv ("RELACOPAZ_CLI"), (char *) "kinds", NULL };
  g_autofree char *from_list = NULL;
  g_autoptr (GError) error = NULL;

  environment = g_environ_setenv (environment, "LANGUAGE", "fr:pt:es", TRUE);
  g_spawn_sync (cli->folder, argv, environment, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                &from_list, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (run_bare (cli, "C", "kinds --lang pt"), ==, 0);
  g_assert_cmpstr (from_list, ==, cli->out);
}

/* A result that cannot be written is no success. */
static void
test_full_output (Cli           *cli,
                  gconstpointer  data)
{
  g_auto (GStrv) environment = cli_make_environment (cli, NULL);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  int full = g_open ("/dev/full", O_WRONLY | O_CLOEXEC, 0);

  if (full < 0)
    {
      g_test_skip ("there is no /dev/full");
      return;
    }
  g_subprocess_launcher_set_environ (launcher, environment);
  g_subprocess_launcher_take_stdout_fd (launcher, full);
  process = g_subprocess_launcher_spawn (launcher, &error, g_getenv ("RELACOPAZ_CLI"), "kinds", NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait (process, NULL, &error));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 1);
}

static void
test_kinds (Cli           *cli,
            gconstpointer  data)
{
  g_autoptr (JsonNode) kinds = NULL;
  g_autoptr (JsonNode) fields = NULL;
  JsonArray *array;

  g_assert_cmpint (run_bare (cli, NULL, "kinds --json"), ==, 0);
  kinds = cli_parse (cli);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (kinds)), >=, 12);

  g_assert_cmpint (run_bare (cli, NULL, "kinds recommendation --json"), ==, 0);
  fields = cli_parse (cli);
  array = json_node_get_array (fields);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *field = json_array_get_object_element (array, i);

      if (strcmp (json_object_get_string_member (field, "field"), "title") != 0)
        continue;
      g_assert_cmpstr (json_object_get_string_member (field, "type"), ==, "trilingual");
      g_assert_true (json_object_get_boolean_member (field, "required"));
      return;
    }
  g_assert_not_reached ();
}

/* Objects hold fields beside what every record has: no field may take one of those names. */
static void
test_field_names (Cli           *cli,
                  gconstpointer  data)
{
  static const char * const taken[] = { "id", "kind", "owner", "level", "release", "in", "deleted", NULL };
  g_autoptr (JsonNode) kinds = NULL;
  JsonArray *array;

  g_assert_cmpint (run_bare (cli, NULL, "kinds --json"), ==, 0);
  kinds = cli_parse (cli);
  array = json_node_get_array (kinds);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      const char *kind = json_object_get_string_member (json_array_get_object_element (array, i), "kind");
      g_autofree char *line = g_strdup_printf ("kinds %s --json", kind);
      g_autoptr (JsonNode) fields = NULL;
      JsonArray *list;

      g_assert_cmpint (run_bare (cli, NULL, line), ==, 0);
      fields = cli_parse (cli);
      list = json_node_get_array (fields);
      for (guint n = 0; n < json_array_get_length (list); n++)
        g_assert_false (g_strv_contains (taken, json_object_get_string_member (json_array_get_object_element (list, n), "field")));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add (path, Cli, NULL, cli_set_up, function, cli_tear_down)
  ADD ("/cli/usage/misuse", test_misuse);
  ADD ("/cli/usage/misuse-translated", test_misuse_translated);
  ADD ("/cli/usage/not-utf8", test_not_utf8);
  ADD ("/cli/usage/version", test_version);
  ADD ("/cli/usage/help", test_help);
  ADD ("/cli/usage/help-lists-commands", test_help_lists_commands);
  ADD ("/cli/usage/language", test_language);
  ADD ("/cli/usage/language-list", test_language_list);
  ADD ("/cli/usage/full-output", test_full_output);
  ADD ("/cli/usage/kinds", test_kinds);
  ADD ("/cli/usage/field-names", test_field_names);
  return g_test_run ();
}
