#include "paz-files.h"

char *
paz_files_dup_sample (void)
{
  const char *folder = g_getenv ("RELACOPAZ_DATA_DIR");

  return g_build_filename (folder != NULL ? folder : PAZ_DATA_DIR,
                           "sample", "region-2013-2014.csv", NULL);
}

char *
paz_files_dup_folder_name (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_filename_display_name (folder);
  const char *home = g_get_home_dir ();

  if (g_str_has_prefix (name, home) && (name[strlen (home)] == '/' || name[strlen (home)] == '\0'))
    return g_strconcat ("~", name + strlen (home), NULL);

  return g_steal_pointer (&name);
}
