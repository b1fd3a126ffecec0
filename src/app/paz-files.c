#include "paz-files.h"

#include "paz-words.h"

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

static const char *
get_failure (const GError *error)
{
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return _("“%s” could not be written: the disk is full.");
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ACCES) || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_PERM) ||
      g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ROFS) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return _("“%s” could not be written: you may not write in this folder.");
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT) || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOTDIR) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return _("“%s” could not be written: its folder is not there any more.");
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ISDIR) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    return _("“%s” could not be written: a folder has that name.");

  return _("“%s” could not be written.");
}

char *
paz_files_dup_failure (const char   *path,
                       const GError *error)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);

  return paz_words_fill (get_failure (error), name);
}
