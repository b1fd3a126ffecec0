#include "paz-fact-aside.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/mman.h>
#include <unistd.h>

struct _PazFactAside
{
  int   files[PAZ_FACT_COLUMNS];
  gsize sizes[PAZ_FACT_COLUMNS];     /* bytes mapped */
};

/* Gone with the process, however that ends. */
static int
open_unnamed (const char *folder)
{
  g_autofree char *path = NULL;
  int file = open (folder, O_TMPFILE | O_RDWR | O_CLOEXEC | O_EXCL, 0600);

  if (file >= 0)
    return file;

  path = g_build_filename (folder, ".facts-XXXXXX", NULL);
  file = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0600);
  if (file >= 0)
    g_unlink (path);

  return file;
}

PazFactAside *
paz_fact_aside_new (const char *folder)
{
  PazFactAside *self = g_new0 (PazFactAside, 1);
  gboolean opened = TRUE;

  for (guint i = 0; i < PAZ_FACT_COLUMNS; i++)
    {
      self->files[i] = opened ? open_unnamed (folder) : -1;
      opened = self->files[i] >= 0;
    }
  if (opened)
    return self;

  paz_fact_aside_free (self, NULL);
  return NULL;
}

void
paz_fact_aside_free (PazFactAside *self,
                     gpointer     *columns)
{
  for (guint i = 0; i < PAZ_FACT_COLUMNS; i++)
    {
      if (self->sizes[i] > 0)
        munmap (columns[i], self->sizes[i]);
      if (self->files[i] >= 0)
        close (self->files[i]);
    }
  g_free (self);
}

/* The room is taken at once: a disk that fills up later would end the program at a mere write. */
static gboolean
grow_column (PazFactAside *self,
             guint         i,
             gpointer     *column,
             gsize         size)
{
  gpointer moved;

  if (fallocate (self->files[i], 0, 0, (off_t) size) != 0)
    return FALSE;

  moved = self->sizes[i] == 0
          ? mmap (NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, self->files[i], 0)
          : mremap (*column, self->sizes[i], size, MREMAP_MAYMOVE);
  if (moved == MAP_FAILED)
    return FALSE;

  *column = moved;
  self->sizes[i] = size;
  return TRUE;
}

gboolean
paz_fact_aside_grow (PazFactAside *self,
                     gpointer     *columns,
                     guint32       n)
{
  for (guint i = 0; i < PAZ_FACT_COLUMNS; i++)
    {
      gsize size = (gsize) n * paz_fact_widths[i];

      if (size > self->sizes[i] && !grow_column (self, i, &columns[i], size))
        return FALSE;
    }

  return TRUE;
}

void
paz_fact_aside_let_go (PazFactAside *self,
                       gpointer     *columns)
{
  for (guint i = 0; i < PAZ_FACT_COLUMNS; i++)
    madvise (columns[i], self->sizes[i], MADV_DONTNEED);
}
