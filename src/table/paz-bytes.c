#include "paz-bytes.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#define LOW_BITS  G_GUINT64_CONSTANT (0x0101010101010101)
#define HIGH_BITS G_GUINT64_CONSTANT (0x8080808080808080)

/* Eight bytes at once while they are ASCII, as nearly all are. */
const char *
paz_find_invalid_byte (const char *p,
                       const char *end)
{
  while (p < end)
    {
      guint64 word;
      gunichar character;

      if (end - p >= 8 && (memcpy (&word, p, 8), (((word - LOW_BITS) | word) & HIGH_BITS) == 0))
        {
          p += 8;
          continue;
        }

      character = g_utf8_get_char_validated (p, end - p);
      if (*p == '\0' || character >= (gunichar) -2)
        return p;
      p = g_utf8_next_char (p);
    }

  return NULL;
}

gssize
paz_read_fully (int      fd,
                char    *to,
                gsize    length,
                GError **error)
{
  gsize done = 0;

  while (done < length)
    {
      gssize n = read (fd, to + done, length - done);

      if (n == 0)
        break;
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          int saved_errno = errno;

          g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved_errno),
                       "reading: %s", g_strerror (saved_errno));
          return -1;
        }
      done += n;
    }

  return done;
}
