#include "paz-csv-reader.h"

#include "paz-bytes.h"
#include "paz-file-hash.h"

#include <csv.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK_SIZE  (256 * 1024)
/* A record longer than this is a quotation mark somebody forgot to close. */
#define MAX_RECORD  (1024 * 1024)
/* What libcsv asks for at once; its own 128 bytes make a long cell many thousand calls. */
#define CELL_STEP   (64 * 1024)
#define MAX_FILE    (G_GINT64_CONSTANT (2) * 1024 * 1024 * 1024)

struct _PazCsvReader
{
  int                fd;
  gint64             size;
  gint64             position;    /* bytes read from the file */
  PazFileHash       *hash;        /* NULL when nobody asked */

  char              *chunk;       /* of g_atomic_rc_box: the hash may still be reading it */
  gsize              at;          /* the next record begins here */
  gsize              limit;       /* end of the last whole line: checked UTF-8 */
  gsize              filled;
  gboolean           at_end;      /* of the file */
  gboolean           started;
  gboolean           utf16;       /* by its byte-order mark */

  char               delimiter;
  char               terminator;  /* CR for files of old spreadsheets, else LF */
  guint8             special[256];
  guint32            line;        /* of the next record */

  PazCell           *cells;
  guint              n_cells;
  guint              n_allocated;
  GString           *text;        /* of the cells libcsv read */
  struct csv_parser  csv;
  gboolean           csv_done;    /* libcsv has seen the end of the record */
  gboolean           csv_ready;   /* and may begin another */
};

/* ---- chunks ---- */

/* Text of two bytes a letter holds zero bytes, and is no binary file for that. */
static gboolean
is_utf16 (PazCsvReader *self)
{
  return self->utf16;
}

/* Place of the cell, from 1, by delimiters alone: good enough to find it. */
static guint
count_column (PazCsvReader *self,
              const char   *at)
{
  guint column = 1;

  for (const char *p = at - 1; p >= self->chunk && *p != self->terminator; p--)
    column += *p == self->delimiter;

  return column;
}

static gboolean
check_encoding (PazCsvReader *self,
                gsize         from,
                gsize         to,
                GError      **error)
{
  const char *invalid = paz_find_invalid_byte (self->chunk + from, self->chunk + to);
  guint32 line = self->line;

  if (invalid == NULL)
    return TRUE;

  for (const char *p = self->chunk + self->at; p < invalid; p++)
    line += *p == self->terminator;
  g_set_error (error, PAZ_IMPORT_ERROR,
               *invalid == '\0' && !is_utf16 (self) ? PAZ_IMPORT_ERROR_BINARY : PAZ_IMPORT_ERROR_ENCODING,
               "line %u, column %u: not UTF-8", line, count_column (self, invalid));
  return FALSE;
}

/* The first line says how lines end and what stands between cells. */
static void
recognise_dialect (PazCsvReader *self)
{
  const char *from = self->chunk + self->at;
  const char *end = self->chunk + self->filled;
  const char delimiters[] = { ',', ';', '\t' };
  guint counts[G_N_ELEMENTS (delimiters)] = { 0 };
  const char *p;
  guint best = 0;

  for (p = from; p < end && *p != '\n' && *p != '\r'; p++)
    for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
      counts[i] += *p == delimiters[i];
  for (guint i = 1; i < G_N_ELEMENTS (delimiters); i++)
    if (counts[i] > counts[best])
      best = i;

  self->delimiter = delimiters[best];
  self->terminator = p + 1 < end && p[0] == '\r' && p[1] != '\n' ? '\r' : '\n';
  self->special[(guchar) self->delimiter] = 1;
  self->special[(guchar) self->terminator] = 1;
  self->special['"'] = 1;
}

static void
start (PazCsvReader *self)
{
  self->started = TRUE;
  self->utf16 = self->filled >= 2 && (memcmp (self->chunk, "\xff\xfe", 2) == 0
                                      || memcmp (self->chunk, "\xfe\xff", 2) == 0);
  if (self->filled >= 3 && memcmp (self->chunk, "\xef\xbb\xbf", 3) == 0)
    self->at = self->limit = 3;
  recognise_dialect (self);
}

/* Takes what is left of the present chunk into a new one and reads on behind it: the old one may
 * still be with the hash. */
static gboolean
read_chunk (PazCsvReader *self,
            GError      **error)
{
  gsize rest = self->filled - self->at;
  char *chunk = g_atomic_rc_box_alloc (rest + CHUNK_SIZE + 1);
  gssize n;

  if (rest > 0)
    memcpy (chunk, self->chunk + self->at, rest);
  g_clear_pointer (&self->chunk, g_atomic_rc_box_release);
  self->chunk = chunk;
  self->limit -= self->at;
  self->at = 0;
  self->filled = rest;

  n = paz_read_fully (self->fd, chunk + rest, CHUNK_SIZE, error);
  if (n < 0)
    return FALSE;
  if (self->hash != NULL && n > 0)
    paz_file_hash_push (self->hash, chunk, rest, n);

  self->filled += n;
  self->position += n;
  self->at_end = n < CHUNK_SIZE;
  if (self->at_end && self->position != self->size)
    {
      g_set_error (error, PAZ_IMPORT_ERROR, PAZ_IMPORT_ERROR_CHANGED, "line %u: the file changed", self->line);
      return FALSE;
    }
  return TRUE;
}

/* Makes at least one more whole line available, unless the file is at its end. */
static gboolean
fill (PazCsvReader *self,
      GError      **error)
{
  gsize before;
  const char *last;

  do
    {
      if (self->filled - self->at > MAX_RECORD)
        {
          /* Whole lines that are no record yet: only an open quotation mark does that. */
          g_set_error (error, PAZ_IMPORT_ERROR,
                       self->limit > self->at ? PAZ_IMPORT_ERROR_SYNTAX : PAZ_IMPORT_ERROR_LONG_ROW,
                       "line %u: no end of record", self->line);
          return FALSE;
        }
      if (!read_chunk (self, error))
        return FALSE;
      if (!self->started)
        start (self);

      before = self->limit;
      last = memrchr (self->chunk + before, self->terminator, self->filled - before);
      if (last != NULL)
        self->limit = last - self->chunk + 1;
      if (self->at_end)
        self->limit = self->filled;
    }
  while (self->limit == before && !self->at_end);

  /* Behind the last line of the file stands a terminator, whether it has one or not. */
  self->chunk[self->filled] = self->terminator;
  return check_encoding (self, before, self->limit, error);
}

/* ---- cells ---- */

static inline gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\r';
}

static inline void
push_cell (PazCsvReader *self,
           const char   *text,
           gsize         length)
{
  if (G_UNLIKELY (self->n_cells == self->n_allocated))
    {
      self->n_allocated = MAX (32, self->n_allocated * 2);
      self->cells = g_renew (PazCell, self->cells, self->n_allocated);
    }
  self->cells[self->n_cells++] = (PazCell) { text, (guint32) length };
}

static inline void
trim (PazCell *cell)
{
  const char *from = cell->text;
  const char *to = from + cell->length;

  while (from < to && is_blank (*from))
    from++;
  while (to > from
         && (is_blank (to[-1])
             || (to - from >= 2 && to[-1] == '\xa0' && to[-2] == '\xc2')))
    to -= to[-1] == '\xa0' ? 2 : 1;

  *cell = (PazCell) { from, (guint32) (to - from) };
}

/* FALSE when the line holds a quotation mark. */
static gboolean
split_plain (PazCsvReader  *self,
             const char   **end)
{
  const char *from = self->chunk + self->at;
  const char *p = from;

  self->n_cells = 0;
  for (;; p++)
    {
      if (G_LIKELY (!self->special[(guchar) *p]))
        continue;
      if (*p == '"')
        return FALSE;

      push_cell (self, from, p - from);
      trim (&self->cells[self->n_cells - 1]);
      from = p + 1;
      if (*p == self->terminator)
        break;
    }

  *end = p;
  return TRUE;
}

static void
csv_cell_cb (void   *text,
             size_t  length,
             void   *data)
{
  PazCsvReader *self = data;

  push_cell (self, GSIZE_TO_POINTER (self->text->len), length);
  g_string_append_len (self->text, text, length);
}

static void
csv_record_cb (int   terminator,
               void *data)
{
  PazCsvReader *self = data;

  self->csv_done = TRUE;
}

static int
csv_space_cb (unsigned char c)
{
  return is_blank ((char) c);
}

static int
csv_terminator_lf_cb (unsigned char c)
{
  return c == '\n';
}

static int
csv_terminator_cr_cb (unsigned char c)
{
  return c == '\r';
}

static int
csv_space_cr_cb (unsigned char c)
{
  return c == ' ' || c == '\t';
}

/* A parser that stopped within a record is of no further use. */
static void
reset_csv (PazCsvReader *self)
{
  csv_free (&self->csv);
  csv_init (&self->csv, CSV_STRICT | CSV_STRICT_FINI);
  csv_set_blk_size (&self->csv, CELL_STEP);
  csv_set_delim (&self->csv, self->delimiter);
  csv_set_space_func (&self->csv, self->terminator == '\r' ? csv_space_cr_cb : csv_space_cb);
  csv_set_term_func (&self->csv, self->terminator == '\r' ? csv_terminator_cr_cb : csv_terminator_lf_cb);
}

/* What libcsv read lies in self->text by offset, since that moves while it grows. */
static void
place_csv_cells (PazCsvReader *self)
{
  for (guint i = 0; i < self->n_cells; i++)
    {
      self->cells[i].text = self->text->str + GPOINTER_TO_SIZE (self->cells[i].text);
      trim (&self->cells[i]);
    }
}

typedef enum
{
  QUOTED_DONE,
  QUOTED_MALFORMED,
  QUOTED_UNFINISHED,
} QuotedResult;

/* Feeds libcsv line by line until it says that the record is complete. */
static QuotedResult
split_quoted (PazCsvReader  *self,
              const char   **end)
{
  const char *line = self->chunk + self->at;
  const char *limit = self->chunk + self->limit;

  *end = line;
  if (!self->csv_ready)
    reset_csv (self);
  self->csv_ready = FALSE;
  self->n_cells = 0;
  g_string_truncate (self->text, 0);
  self->csv_done = FALSE;

  while (line < limit)
    {
      const char *next = memchr (line, self->terminator, limit - line);
      gsize length = next != NULL ? (gsize) (next + 1 - line) : (gsize) (limit - line);

      *end = line + length - (next != NULL);
      if (csv_parse (&self->csv, line, length, csv_cell_cb, csv_record_cb, self) != length)
        return QUOTED_MALFORMED;
      if (self->csv_done)
        break;
      line += length;
    }

  if (!self->csv_done && self->at_end
      && csv_fini (&self->csv, csv_cell_cb, csv_record_cb, self) != 0)
    return QUOTED_UNFINISHED;
  if (!self->csv_done)
    return QUOTED_UNFINISHED;

  self->csv_ready = TRUE;
  place_csv_cells (self);
  return QUOTED_DONE;
}

static gboolean
has_content (PazCsvReader *self)
{
  for (guint i = 0; i < self->n_cells; i++)
    if (self->cells[i].length > 0)
      return TRUE;

  return FALSE;
}

/* end: where the record's last line ends, on its terminator. */
static void
advance (PazCsvReader *self,
         const char   *end,
         gboolean      several_lines)
{
  const char *from = self->chunk + self->at;

  self->line++;
  if (several_lines)
    for (const char *p = from; p < end; p++)
      self->line += *p == self->terminator;
  self->at = MIN ((gsize) (end + 1 - self->chunk), self->limit);
}

static PazCsvResult
next_quoted (PazCsvReader *self,
             GError      **error)
{
  const char *end;

  for (;;)
    {
      switch (split_quoted (self, &end))
        {
        case QUOTED_DONE:
          advance (self, end, TRUE);
          return PAZ_CSV_RECORD;

        case QUOTED_MALFORMED:
          advance (self, rawmemchr (self->chunk + self->at, self->terminator), FALSE);
          return PAZ_CSV_MALFORMED;

        case QUOTED_UNFINISHED:
          if (self->at_end)
            {
              g_set_error (error, PAZ_IMPORT_ERROR, PAZ_IMPORT_ERROR_SYNTAX,
                           "line %u: a quotation mark is never closed", self->line);
              return PAZ_CSV_ERROR;
            }
          if (!fill (self, error))
            return PAZ_CSV_ERROR;
          break;
        }
    }
}

/* ---- opening ---- */

static int
open_file (const char  *path,
           struct stat *info,
           GError     **error)
{
  /* Without waiting for what is no file: a pipe that nobody writes to. */
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  int saved_errno = errno;

  if (fd >= 0 && fstat (fd, info) == 0)
    return fd;

  if (fd >= 0)
    saved_errno = errno;
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (saved_errno),
               "opening “%s”: %s", path, g_strerror (saved_errno));
  if (fd >= 0)
    close (fd);
  return -1;
}

static gboolean
check_file (const struct stat *info,
            GError           **error)
{
  if (S_ISDIR (info->st_mode))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, "a folder, not a file");
      return FALSE;
    }
  if (!S_ISREG (info->st_mode))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, "not a regular file");
      return FALSE;
    }
  if (info->st_size > MAX_FILE)
    {
      g_set_error (error, PAZ_IMPORT_ERROR, PAZ_IMPORT_ERROR_TOO_LARGE,
                   "%" G_GINT64_FORMAT " bytes", (gint64) info->st_size);
      return FALSE;
    }

  return TRUE;
}

PazCsvReader *
paz_csv_reader_open (const char  *path,
                     gboolean     with_hash,
                     GError     **error)
{
  PazCsvReader *self;
  struct stat info;
  int fd = open_file (path, &info, error);

  if (fd < 0)
    return NULL;
  if (!check_file (&info, error))
    {
      close (fd);
      return NULL;
    }

  self = g_new0 (PazCsvReader, 1);
  self->fd = fd;
  self->size = info.st_size;
  self->line = 1;
  self->delimiter = ',';
  self->terminator = '\n';
  self->text = g_string_new (NULL);
  self->hash = with_hash ? paz_file_hash_new () : NULL;
  csv_init (&self->csv, 0);

  return self;
}

void
paz_csv_reader_free (PazCsvReader *self)
{
  g_clear_pointer (&self->hash, paz_file_hash_free);
  g_clear_pointer (&self->chunk, g_atomic_rc_box_release);
  g_free (self->cells);
  g_string_free (self->text, TRUE);
  csv_free (&self->csv);
  close (self->fd);
  g_free (self);
}

PazCsvResult
paz_csv_reader_next (PazCsvReader   *self,
                     const PazCell **cells,
                     guint          *n_cells,
                     guint32        *row,
                     GError        **error)
{
  PazCsvResult result = PAZ_CSV_RECORD;

  do
    {
      const char *end;

      if (self->at == self->limit && !self->at_end && !fill (self, error))
        return PAZ_CSV_ERROR;
      if (self->at == self->limit)
        return PAZ_CSV_END;

      *row = self->line;
      if (split_plain (self, &end))
        advance (self, end, FALSE);
      else
        result = next_quoted (self, error);
    }
  while (result == PAZ_CSV_RECORD && !has_content (self));

  *cells = self->cells;
  *n_cells = self->n_cells;
  return result;
}

double
paz_csv_reader_get_fraction (PazCsvReader *self)
{
  gint64 done = self->position - (gint64) (self->filled - self->at);

  return self->size > 0 ? CLAMP ((double) done / (double) self->size, 0, 1) : 1;
}

char *
paz_csv_reader_dup_sha256 (PazCsvReader *self)
{
  g_return_val_if_fail (self->hash != NULL, NULL);

  return paz_file_hash_finish (self->hash);
}

char *
paz_cell_dup_text (const PazCell *cell)
{
  return g_strndup (cell->text, cell->length);
}
