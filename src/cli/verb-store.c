/* init, identity, check, rebuild: the store as a whole. */
#include "paz-json.h"
#include "paz-verbs.h"

#include <gio/gio.h>

static const PazOption identity_options[] = {
  { "participant", NC_("argument", "CODE"), FALSE, N_("The delegation that answers for what is written here: PER, URY, …") },
  { "author", NC_("argument", "NAME"), FALSE, N_("The person who writes") },
  { NULL }
};

static void
print_identity (PazCli *cli)
{
  g_autoptr (PazJson) json = paz_json_new ();

  if (!cli->json)
    {
      paz_cli_print (cli->store_path);
      paz_cli_print ("\n");
      if (*paz_store_get_participant (cli->store) != '\0')
        paz_cli_say (_("Delegation: %s"), paz_store_get_participant (cli->store));
      if (*paz_store_get_author (cli->store) != '\0')
        paz_cli_say (_("Author: %s"), paz_store_get_author (cli->store));
      return;
    }

  paz_json_begin_object (json);
  paz_json_set_text (json, "store", cli->store_path);
  paz_json_set_text (json, "participant", paz_store_get_participant (cli->store));
  paz_json_set_text (json, "author", paz_store_get_author (cli->store));
  paz_json_end_object (json);
  paz_json_print (json);
}

static gboolean
set_identity (PazCli       *cli,
              PazArguments *arguments,
              PazExit      *exit)
{
  const char *participant = paz_arguments_get (arguments, "participant");
  const char *author = paz_arguments_get (arguments, "author");
  g_autoptr (GError) error = NULL;

  if (participant == NULL && author == NULL)
    return TRUE;
  if (paz_store_set_identity (cli->store,
                              participant != NULL ? participant : paz_store_get_participant (cli->store),
                              author != NULL ? author : paz_store_get_author (cli->store), &error))
    return TRUE;

  if (g_error_matches (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_INVALID))
    *exit = paz_cli_refuse (_("“%s” is no code of a participant: 2 to 12 capital letters and digits."), participant);
  else
    *exit = paz_cli_fail (cli, error, cli->store_path);
  return FALSE;
}

static PazExit
run_init (PazCli       *cli,
          PazArguments *arguments)
{
  PazExit exit;

  if (cli->store_path == NULL)
    cli->store_path = paz_store_dup_default_path ();
  if (g_file_test (cli->store_path, G_FILE_TEST_EXISTS))
    return paz_cli_refuse (_("“%s” is there already. Nothing was changed."), cli->store_path);
  if (!paz_cli_open (cli, PAZ_STORE_OPEN_CREATE, &exit) || !set_identity (cli, arguments, &exit))
    return exit;
  print_identity (cli);

  return PAZ_EXIT_DONE;
}

static PazExit
run_identity (PazCli       *cli,
              PazArguments *arguments)
{
  gboolean writes = paz_arguments_has (arguments, "participant") || paz_arguments_has (arguments, "author");
  PazExit exit;

  if (!paz_cli_open (cli, writes ? PAZ_STORE_OPEN_NONE : PAZ_STORE_OPEN_READ_ONLY, &exit) ||
      !set_identity (cli, arguments, &exit))
    return exit;
  print_identity (cli);

  return PAZ_EXIT_DONE;
}

static PazExit
run_check (PazCli       *cli,
           PazArguments *arguments)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (PazJson) json = paz_json_new ();
  g_autoptr (GError) error = NULL;
  PazExit exit;

  if (!paz_cli_open (cli, PAZ_STORE_OPEN_READ_ONLY, &exit))
    return exit;
  findings = paz_store_check (cli->store, NULL, &error);
  if (findings == NULL)
    return paz_cli_fail (cli, error, cli->store_path);

  paz_json_begin_array (json);
  for (guint i = 0; i < findings->len; i++)
    {
      paz_json_add_text (json, g_ptr_array_index (findings, i));
      if (!cli->json)
        {
          paz_cli_print (g_ptr_array_index (findings, i));
          paz_cli_print ("\n");
        }
    }
  paz_json_end_array (json);
  if (cli->json)
    paz_json_print (json);
  if (findings->len == 0)
    paz_cli_say (_("What is shown agrees with what was signed."));
  else
    paz_cli_say (_("What is shown differs from what was signed. “relacopaz-cli rebuild” makes it anew."));

  return findings->len == 0 ? PAZ_EXIT_DONE : PAZ_EXIT_FINDINGS;
}

static PazExit
run_rebuild (PazCli       *cli,
             PazArguments *arguments)
{
  g_autoptr (GError) error = NULL;
  PazExit exit;

  if (!paz_cli_open (cli, PAZ_STORE_OPEN_NONE, &exit))
    return exit;
  if (!paz_store_rebuild (cli->store, NULL, &error))
    return paz_cli_fail (cli, error, cli->store_path);
  paz_cli_say (_("Everything that can be computed was made anew."));

  return PAZ_EXIT_DONE;
}

const PazVerb paz_verb_init = {
  .name = "init",
  .usage = N_("init [--participant CODE] [--author NAME]"),
  .summary = N_("Make a new store with the reference data of the network."),
  .details = N_("Prints the path of the store. A store that is there already stays as it is."),
  .options = identity_options,
  .run = run_init,
};

const PazVerb paz_verb_identity = {
  .name = "identity",
  .usage = N_("identity [--participant CODE] [--author NAME]"),
  .summary = N_("Say, or ask, which delegation and person write in this store."),
  .options = identity_options,
  .run = run_identity,
};

const PazVerb paz_verb_check = {
  .name = "check",
  .usage = N_("check"),
  .summary = N_("Prove that what is shown agrees with the signed revisions."),
  .details = N_("Prints each difference. Without one the exit is 0, else 3."),
  .run = run_check,
};

const PazVerb paz_verb_rebuild = {
  .name = "rebuild",
  .usage = N_("rebuild"),
  .summary = N_("Make tables and search anew from the signed revisions."),
  .run = run_rebuild,
};
