#include "paz-application.h"
#include "paz-words.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr (PazApplication) application = NULL;

  paz_words_init (NULL);
  application = paz_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
