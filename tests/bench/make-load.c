/* Writes a store with the load of a real working group: make-load FILE [SHARE], share in percent. */
#include "lib/paz-load.h"

#include <stdlib.h>

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PazStore) store = NULL;

  if (argc < 2)
    {
      g_printerr ("make-load FILE [SHARE]\n");
      return 2;
    }
  store = paz_store_open (argv[1], PAZ_STORE_OPEN_CREATE, NULL, &error);
  if (store == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  paz_load_fill (store, argc > 2 ? (guint) CLAMP (atoi (argv[2]), 1, 1000) : 100);

  return 0;
}
