#include "paz-gate.h"

PazAudience *
paz_cli_read_readers (PazCli        *cli,
                      PazArguments  *arguments,
                      const PazVerb *verb,
                      PazExit       *exit)
{
  const char *text = paz_arguments_get (arguments, "for");
  g_autoptr (PazAudience) readers = paz_audience_parse (text != NULL ? text : "own");
  const char *own = paz_store_get_participant (cli->store);

  if (readers == NULL)
    {
      *exit = paz_cli_misuse (verb, _("“%s” are no readers. Write public, network, own, or codes such as PER,URY."), text);
      return NULL;
    }
  if (readers->type == PAZ_AUDIENCE_OWN && readers->participants == NULL && own != NULL && own[0] != '\0')
    {
      const char *codes[] = { own, NULL };

      readers->participants = g_strdupv ((char **) codes);
    }

  return g_steal_pointer (&readers);
}
