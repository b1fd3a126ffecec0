/* The map page in the real window: choices, gap and zero, keyboard, names, what it leads to. */
#include "shell-fixture.h"

#include "paz-map-list.h"
#include "paz-map-page.h"
#include "paz-map-view.h"
#include "paz-profile-page.h"

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);

  return g_test_run ();
}
