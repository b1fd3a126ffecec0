/* The command line as it ships, with kinds that do not. */
#include "added-kinds.h"
#include "cli/paz-cli.h"

#include <locale.h>

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_CTYPE, "");
  added_kinds_use ();

  return paz_cli_run (argv);
}
