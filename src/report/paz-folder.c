#include "paz-folder.h"

#include "report/paz-report.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/resource.h>
#include <sys/statvfs.h>
#include <unistd.h>

struct _PazFolder
{
  char *target;
  char *parent;
  char *path;
  char *draft;
};

static PazReportErrorCode
get_code (int number)
{
  switch (number)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return PAZ_REPORT_ERROR_FULL;
    case EACCES:
    case EPERM:
    case EROFS:
    case ENOENT:
    case ENOTDIR:
    case EISDIR:
    case ENAMETOOLONG:
    case ELOOP:
    case ETXTBSY:
      return PAZ_REPORT_ERROR_WRITE;
    default:
      return PAZ_REPORT_ERROR_FAILED;
    }
}

void
paz_folder_set_error (PazFolder  *self,
                      GError    **error,
                      int         number)
{
  g_set_error (error, PAZ_REPORT_ERROR, get_code (number), "%s: %s", self->target, g_strerror (number));
}

/* Flushes a file or a folder to the disk. */
static gboolean
sync_path (const char *path)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  int number = 0;

  if (fd < 0)
    return FALSE;
  if (fsync (fd) != 0)
    number = errno;
  close (fd);
  errno = number;

  return number == 0;
}

static void
remove_contents (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_unlink (file);
    }
}

PazFolder *
paz_folder_new (const char  *target,
                GError     **error)
{
  g_autoptr (PazFolder) self = g_new0 (PazFolder, 1);
  g_autofree char *path = NULL;

  self->target = g_canonicalize_filename (target, NULL);
  self->parent = g_path_get_dirname (self->target);
  /* A rename would put a file in the place of a folder, a device or a pipe. */
  if (g_file_test (self->target, G_FILE_TEST_EXISTS) && !g_file_test (self->target, G_FILE_TEST_IS_REGULAR))
    {
      paz_folder_set_error (self, error, g_file_test (self->target, G_FILE_TEST_IS_DIR) ? EISDIR : EACCES);
      return NULL;
    }
  path = g_build_filename (self->parent, ".relacopaz-XXXXXX", NULL);
  if (g_mkdtemp_full (path, 0700) == NULL)
    {
      paz_folder_set_error (self, error, errno);
      return NULL;
    }
  self->path = g_steal_pointer (&path);
  self->draft = g_build_filename (self->path, "workbook.xlsx", NULL);

  return g_steal_pointer (&self);
}

void
paz_folder_free (PazFolder *self)
{
  if (self->path != NULL)
    {
      remove_contents (self->path);
      g_rmdir (self->path);
    }
  g_free (self->target);
  g_free (self->parent);
  g_free (self->path);
  g_free (self->draft);
  g_free (self);
}

const char *
paz_folder_get_path (PazFolder *self)
{
  return self->path;
}

const char *
paz_folder_get_draft (PazFolder *self)
{
  return self->draft;
}

gboolean
paz_folder_publish (PazFolder  *self,
                    GError    **error)
{
  if (!sync_path (self->draft) ||
      g_rename (self->draft, self->target) != 0)
    {
      paz_folder_set_error (self, error, errno);
      return FALSE;
    }
  /* The new name is there in any case; some file systems cannot sync a folder. */
  sync_path (self->parent);

  return TRUE;
}

gboolean
paz_folder_lacks (PazFolder *self,
                  guint64    bytes)
{
  struct statvfs space;
  struct rlimit limit;

  if (getrlimit (RLIMIT_FSIZE, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY && limit.rlim_cur < bytes)
    return TRUE;

  return statvfs (self->path, &space) == 0 &&
         (guint64) space.f_bavail * space.f_frsize < bytes;
}
