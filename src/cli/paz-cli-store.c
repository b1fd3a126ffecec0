/* The store and the kinds that a command names. */
#include "paz-cli.h"

gboolean
paz_cli_open (PazCli            *cli,
              PazStoreOpenFlags  flags,
              PazExit           *exit)
{
  g_autoptr (GError) error = NULL;

  if (cli->store_path == NULL)
    cli->store_path = paz_store_dup_default_path ();
  cli->store = paz_store_open (cli->store_path, flags, NULL, &error);
  if (cli->store != NULL)
    return TRUE;

  *exit = paz_cli_fail (cli, error, cli->store_path);
  if (g_error_matches (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_NOT_FOUND))
    paz_cli_say (_("“relacopaz-cli init” makes a new one."));
  return FALSE;
}

const PazKind *
paz_cli_find_kind (const char *key,
                   PazExit    *exit)
{
  const PazKind *kind = paz_kind_find (key);

  if (kind == NULL)
    *exit = paz_cli_misuse (paz_verb_find ("kinds"), _("There is no kind of record “%s”."), key);

  return kind;
}
