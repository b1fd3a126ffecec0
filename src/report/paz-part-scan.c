/* The writer's own output is read back here, nobody else's: no entities of a document type, no
 * sections of raw characters, and no '>' inside a tag that does not end it. What is checked is that
 * nothing is missing: elements open and close by their names, attributes have both their quotes,
 * no byte is one that a hole in a file leaves. A general parser takes ten times as long. */
#include "paz-part-scan.h"

#include <string.h>

#define BUFFER (64 * 1024)

struct _PazPartScan
{
  char      buffer[BUFFER];
  gsize     n;                /* bytes waiting: the beginning of a tag */
  GArray   *open;             /* guint32: hashes of the names of open elements */
  gboolean  has_root;
  guint     rows;
  gint64    last_row;
};

PazPartScan *
paz_part_scan_new (void)
{
  PazPartScan *self = g_new (PazPartScan, 1);

  self->open = g_array_new (FALSE, FALSE, sizeof (guint32));
  paz_part_scan_begin (self);

  return self;
}

void
paz_part_scan_free (PazPartScan *self)
{
  g_array_unref (self->open);
  g_free (self);
}

void
paz_part_scan_begin (PazPartScan *self)
{
  self->n = 0;
  self->has_root = FALSE;
  self->rows = 0;
  self->last_row = -1;
  g_array_set_size (self->open, 0);
}

char *
paz_part_scan_get_room (PazPartScan *self,
                        gsize       *room)
{
  *room = BUFFER - self->n;

  return *room > 0 ? self->buffer + self->n : NULL;
}

static gboolean
ends_name (char c)
{
  return c == ' ' || c == '/' || c == '>';
}

/* Of the name at `from`; *end is what follows it. */
static guint32
hash_name (const char  *from,
           const char **end)
{
  guint32 hash = 2166136261u;

  for (; !ends_name (*from); from++)
    hash = (hash ^ (guint8) *from) * 16777619u;
  *end = from;

  return hash;
}

/* Of the tag at `from`; NULL when it ends beyond `to`. */
static const char *
find_end (const char *from,
          const char *to,
          gboolean   *quoted)
{
  const char *end = memchr (from, '>', to - from);
  guint8 quotes = 0;

  /* Without a way out the loop is done many bytes at a time. */
  for (; end != NULL && from < end; from++)
    quotes += *from == '"';
  *quoted = (quotes & 1) != 0;

  return end;
}

static void
see_row (PazPartScan *self,
         const char  *attributes,
         const char  *end)
{
  self->rows++;
  if (end - attributes > 4 && strncmp (attributes, " r=\"", 4) == 0)
    self->last_row = g_ascii_strtoll (attributes + 4, NULL, 10) - 1;
}

static gboolean
close_element (PazPartScan *self,
               const char  *name)
{
  const char *end;
  guint32 hash = hash_name (name, &end);
  guint depth = self->open->len;

  if (*end != '>' || depth == 0 || g_array_index (self->open, guint32, depth - 1) != hash)
    return FALSE;
  g_array_set_size (self->open, depth - 1);

  return TRUE;
}

/* From '<' to its '>'. */
static gboolean
take_tag (PazPartScan *self,
          const char  *tag,
          const char  *end,
          gboolean     quoted)
{
  const char *attributes;
  guint32 name;

  if (tag[1] == '/')
    return close_element (self, tag + 2);
  if (tag[1] == '?')
    return self->open->len == 0 && end[-1] == '?';
  if (self->has_root && self->open->len == 0)
    return FALSE;
  self->has_root = TRUE;
  name = hash_name (tag + 1, &attributes);
  if (attributes == tag + 1 || quoted)
    return FALSE;
  if (attributes - tag == 4 && strncmp (tag, "<row", 4) == 0)
    see_row (self, attributes, end);
  if (end[-1] != '/')
    g_array_append_val (self->open, name);

  return TRUE;
}

/* Keeps the beginning of a tag that is not all there yet. */
static void
keep_rest (PazPartScan *self,
           const char  *from,
           const char  *end)
{
  self->n = (gsize) (end - from);
  memmove (self->buffer, from, self->n);
}

gboolean
paz_part_scan_take (PazPartScan *self,
                    gsize        n)
{
  const char *end = self->buffer + self->n + n;
  const char *at = self->buffer;

  if (memchr (self->buffer + self->n, '\0', n) != NULL)
    return FALSE;
  while ((at = memchr (at, '<', end - at)) != NULL)
    {
      gboolean quoted;
      const char *close = find_end (at, end, &quoted);

      if (close == NULL)
        {
          keep_rest (self, at, end);
          return TRUE;
        }
      if (!take_tag (self, at, close, quoted))
        return FALSE;
      at = close + 1;
    }
  self->n = 0;

  return TRUE;
}

gboolean
paz_part_scan_is_whole (PazPartScan *self)
{
  return self->n == 0 && self->has_root && self->open->len == 0;
}

guint
paz_part_scan_get_n_rows (PazPartScan *self)
{
  return self->rows;
}

gint64
paz_part_scan_get_last_row (PazPartScan *self)
{
  return self->last_row;
}
