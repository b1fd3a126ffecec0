/* Locales made for a test, in a folder of its own. Owner: base. */
#pragma once

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <locale.h>

/* Makes a locale ("tr_TR") below `folder` and points LOCPATH there; its name for setlocale, or
 * NULL where the machine has no localedef or no sources for it. */
static inline char *
paz_test_make_locale (const char *folder,
                      const char *name)
{
  g_autofree char *full = g_strconcat (name, ".UTF-8", NULL);
  g_autofree char *path = g_build_filename (folder, full, NULL);
  const char *argv[] = { "localedef", "--no-archive", "-c", "-i", name, "-f", "UTF-8", path, NULL };
  g_autofree char *file = g_build_filename (path, "LC_CTYPE", NULL);

  if (!g_spawn_sync (NULL, (char **) argv, NULL,
                     G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                     NULL, NULL, NULL, NULL, NULL, NULL) ||
      !g_file_test (file, G_FILE_TEST_EXISTS))
    return NULL;
  g_setenv ("LOCPATH", folder, TRUE);

  return g_steal_pointer (&full);
}
