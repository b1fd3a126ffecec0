/* Options of every command, then the verb. */
#include "paz-cli.h"

#include <string.h>

static const PazOption global_options[] = {
  { "store", NC_("argument", "FILE"), FALSE,
    N_("The store to work on (otherwise the one that the application opens)") },
  { "lang", NC_("argument", "LANGUAGE"), FALSE, N_("Language of words and headers: es, pt or en") },
  { "json", NULL, FALSE, N_("Print the result as JSON") },
  { "verbose", NULL, FALSE, N_("Add technical detail to messages of errors") },
  { "help", NULL, FALSE, N_("Print this help") },
  { "version", NULL, FALSE, N_("Print the version") },
  { NULL }
};

static PazExit
explain_options (const PazVerb *verb,
                 const GError  *error)
{
  switch ((PazOptionsError) error->code)
    {
    case PAZ_OPTIONS_ERROR_UNKNOWN:
      return paz_cli_misuse (verb, _("There is no option “%s” here."), error->message);
    case PAZ_OPTIONS_ERROR_NO_VALUE:
      return paz_cli_misuse (verb, _("The option “%s” needs a value."), error->message);
    case PAZ_OPTIONS_ERROR_VALUE:
      return paz_cli_misuse (verb, _("The option in “%s” takes no value."), error->message);
    case PAZ_OPTIONS_ERROR_TWICE:
      return paz_cli_misuse (verb, _("The option “%s” was given twice."), error->message);
    case PAZ_OPTIONS_ERROR_ENCODING:
      return paz_cli_misuse (verb, _("“%s” is not written in UTF-8."), error->message);
    }

  g_return_val_if_reached (PAZ_EXIT_USAGE);
}

/* An option of every command, given before the verb or after it. */
static const char *
get_global (PazArguments  *before,
            PazArguments  *after,
            const PazVerb *verb,
            const char    *name)
{
  const PazOption *own = verb->options;

  while (own != NULL && own->name != NULL && strcmp (own->name, name) != 0)
    own++;
  if ((own == NULL || own->name == NULL) && paz_arguments_has (after, name))
    return paz_arguments_get (after, name);

  return paz_arguments_get (before, name);
}

static gboolean
choose_language (const char    *code,
                 const PazVerb *verb,
                 PazExit       *exit)
{
  if (paz_cli_set_language (code))
    return TRUE;

  *exit = paz_cli_misuse (verb, _("There is no language “%s” here. Choose es, pt or en."), code);
  return FALSE;
}

static gboolean
has_right_words (PazArguments  *arguments,
                 const PazVerb *verb,
                 PazExit       *exit)
{
  guint n = paz_arguments_n_words (arguments);

  if (n >= verb->min_words && n <= verb->max_words)
    return TRUE;

  if (n < verb->min_words)
    *exit = paz_cli_misuse (verb, _("Something is missing after “%s”."),
                            n > 0 ? paz_arguments_get_word (arguments, n - 1) : verb->name);
  else
    *exit = paz_cli_misuse (verb, _("“%s” is one word too many."),
                            paz_arguments_get_word (arguments, verb->max_words));
  return FALSE;
}

static PazExit
finish (PazCli  *cli,
        PazExit  exit)
{
  g_autoptr (GError) error = NULL;

  if (cli->store != NULL && !paz_store_close (cli->store, &error) && exit != PAZ_EXIT_FAILED)
    exit = paz_cli_fail (cli, error, cli->store_path);
  g_clear_object (&cli->store);
  g_clear_pointer (&cli->store_path, g_free);
  if (!paz_cli_flush ())
    exit = paz_cli_refuse (_("The result could not be written."));

  return exit;
}

static PazExit
run_verb (const PazVerb *verb,
          PazArguments  *before,
          PazArguments  *after)
{
  PazCli cli = { 0 };
  PazExit exit;

  if (!choose_language (get_global (before, after, verb, "lang"), verb, &exit))
    return exit;
  if (get_global (before, after, verb, "help") != NULL)
    {
      paz_help_print_verb (verb);
      return finish (&cli, PAZ_EXIT_DONE);
    }
  if (!has_right_words (after, verb, &exit))
    return exit;

  cli.store_path = g_strdup (get_global (before, after, verb, "store"));
  cli.json = get_global (before, after, verb, "json") != NULL;
  cli.verbose = get_global (before, after, verb, "verbose") != NULL;

  return finish (&cli, verb->run (&cli, after));
}

static PazExit
run_without_verb (PazArguments *before)
{
  PazCli cli = { 0 };

  if (paz_arguments_has (before, "version"))
    paz_cli_print ("relacopaz-cli " PAZ_VERSION "\n");
  else if (paz_arguments_has (before, "help"))
    paz_help_print_program ();
  else
    return paz_cli_misuse (NULL, _("Say which command."));

  return finish (&cli, PAZ_EXIT_DONE);
}

const PazOption *
paz_global_options (void)
{
  return global_options;
}

int
paz_cli_run (char **argv)
{
  g_autoptr (PazArguments) before = paz_arguments_new ();
  g_autoptr (PazArguments) after = paz_arguments_new ();
  g_autoptr (GError) error = NULL;
  const PazVerb *verb;
  guint at = 1;
  PazExit exit;

  paz_cli_set_language (NULL);
  if (!paz_arguments_read (before, NULL, global_options, TRUE, argv, &at, &error))
    return explain_options (NULL, error);
  if (!choose_language (paz_arguments_get (before, "lang"), NULL, &exit))
    return exit;
  if (argv[at] == NULL || paz_arguments_has (before, "version"))
    return run_without_verb (before);

  verb = paz_verb_find (argv[at]);
  if (verb == NULL)
    return paz_cli_misuse (NULL, _("There is no command “%s”."), argv[at]);
  at++;
  if (!paz_arguments_read (after, verb->options, global_options, FALSE, argv, &at, &error))
    return explain_options (verb, error);

  return run_verb (verb, before, after);
}
