#include "paz-cli.h"

#include <locale.h>

int
main (int   argc,
      char *argv[])
{
  /* For the names of files alone: words, numbers and dates come from the catalogue. */
  setlocale (LC_CTYPE, "");

  return paz_cli_run (argv);
}
