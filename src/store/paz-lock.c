/* Who may write: an advisory lock that the kernel drops with its holder. */
#include "paz-store-core.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

struct _PazLock
{
  char *path;
  int   fd;
};

static gboolean
set_lock (int fd)
{
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

  return fcntl (fd, F_OFD_SETLK, &lock) == 0;
}

/* "host 4711 2024-05-31T14:00:00Z", as the holder wrote it. */
static char *
read_holder (int fd)
{
  char text[256] = "";
  ssize_t n = pread (fd, text, sizeof text - 1, 0);

  if (n > 0)
    text[n] = '\0';

  return g_strdup (g_strstrip (text));
}

static void
write_holder (int fd)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *start = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  g_autofree char *text = g_strdup_printf ("%s %d %s\n", g_get_host_name (), (int) getpid (), start);

  /* What stands in the file is for people: the lock holds without it. */
  if (ftruncate (fd, 0) != 0 || pwrite (fd, text, strlen (text), 0) < 0)
    g_debug ("Lock file: %s", g_strerror (errno));
}

/* The last holder may have removed the file between our opening and our locking it. */
static gboolean
is_still_there (int         fd,
                const char *path)
{
  struct stat ours, there;

  return fstat (fd, &ours) == 0 && g_stat (path, &there) == 0
         && ours.st_dev == there.st_dev && ours.st_ino == there.st_ino;
}

static int
open_file (const char  *path,
           GError     **error)
{
  int fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  int reason = errno;

  if (fd < 0)
    g_set_error (error, PAZ_STORE_ERROR,
                 reason == ENOSPC || reason == EDQUOT ? PAZ_STORE_ERROR_FULL : PAZ_STORE_ERROR_READ_ONLY,
                 "%s: %s", path, g_strerror (reason));

  return fd;
}

PazLock *
paz_lock_take (const char  *store_path,
               GError     **error)
{
  g_autofree char *path = g_strconcat (store_path, ".lock", NULL);
  PazLock *self;
  int fd;

  for (;;)
    {
      fd = open_file (path, error);
      if (fd < 0)
        return NULL;
      if (!set_lock (fd))
        {
          g_autofree char *holder = read_holder (fd);

          close (fd);
          g_set_error_literal (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_LOCKED, holder);
          return NULL;
        }
      if (is_still_there (fd, path))
        break;
      close (fd);
    }

  write_holder (fd);
  self = g_new0 (PazLock, 1);
  self->path = g_steal_pointer (&path);
  self->fd = fd;

  return self;
}

void
paz_lock_release (PazLock *self)
{
  g_unlink (self->path);
  close (self->fd);
  g_free (self->path);
  g_free (self);
}
