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
  char    *target;
  char    *parent;
  char    *draft;
  gboolean published;
  GThread *flushing;   /* the draft to the disk; gives the number of an error */
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

/* Only a name: a file that is there and is emptied is flushed by some file systems when it is
 * closed, which costs as much as flushing it when it is whole. */
static char *
make_draft_name (const char *parent)
{
  for (;;)
    {
      g_autofree char *name = g_strdup_printf (".relacopaz-%08x.xlsx", g_random_int ());
      g_autofree char *path = g_build_filename (parent, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

PazFolder *
paz_folder_new (const char  *target,
                GError     **error)
{
  g_autoptr (PazFolder) self = g_new0 (PazFolder, 1);

  self->target = g_canonicalize_filename (target, NULL);
  self->parent = g_path_get_dirname (self->target);
  /* A rename would put a file in the place of a folder, a device or a pipe. */
  if (g_file_test (self->target, G_FILE_TEST_EXISTS) && !g_file_test (self->target, G_FILE_TEST_IS_REGULAR))
    {
      paz_folder_set_error (self, error, g_file_test (self->target, G_FILE_TEST_IS_DIR) ? EISDIR : EACCES);
      return NULL;
    }
  if (g_access (self->parent, W_OK | X_OK) != 0)
    {
      paz_folder_set_error (self, error, errno);
      return NULL;
    }
  self->draft = make_draft_name (self->parent);

  return g_steal_pointer (&self);
}

static gpointer
flush_cb (gpointer path)
{
  return GINT_TO_POINTER (sync_path (path) ? 0 : errno);
}

void
paz_folder_begin_flush (PazFolder *self)
{
  if (self->flushing == NULL)
    self->flushing = g_thread_try_new ("flush", flush_cb, self->draft, NULL);
}

static int
end_flush (PazFolder *self)
{
  if (self->flushing == NULL)
    return GPOINTER_TO_INT (flush_cb (self->draft));

  return GPOINTER_TO_INT (g_thread_join (g_steal_pointer (&self->flushing)));
}

void
paz_folder_free (PazFolder *self)
{
  if (self->flushing != NULL)
    end_flush (self);
  if (self->draft != NULL && !self->published)
    g_unlink (self->draft);
  g_free (self->target);
  g_free (self->parent);
  g_free (self->draft);
  g_free (self);
}

const char *
paz_folder_get_path (PazFolder *self)
{
  return self->parent;
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
  int number = end_flush (self);

  if (number == 0 && g_rename (self->draft, self->target) != 0)
    number = errno;
  if (number != 0)
    {
      paz_folder_set_error (self, error, number);
      return FALSE;
    }
  self->published = TRUE;
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

  return statvfs (self->parent, &space) == 0 &&
         (guint64) space.f_bavail * space.f_frsize < bytes;
}
