/* Cells between tabs, as spreadsheets put them on the clipboard. */
#include "paz-block-private.h"

#include <string.h>

typedef struct
{
  PazBlock   *block;
  const char *p;
  char        delimiter;
  guint       row;
  guint       column;
  gboolean    fits;
} Reader;

static gboolean
ends_cell (const Reader *reader,
           char          c)
{
  return c == '\0' || c == '\n' || c == '\r' || c == reader->delimiter;
}

/* What stands in quotation marks up to one that ends the cell, or NULL: then the first mark is a
 * part of the text, as in a title that begins with a quotation. */
static char *
take_quoted (Reader *reader)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *p = reader->p + 1;

  for (; *p != '\0'; p++)
    {
      if (*p != '"')
        g_string_append_c (text, *p);
      else if (p[1] == '"')
        g_string_append_c (text, *p++);
      else if (ends_cell (reader, p[1]))
        {
          reader->p = p + 1;
          return g_string_free (g_steal_pointer (&text), FALSE);
        }
      else
        return NULL;
    }

  return NULL;
}

static char *
take_plain (Reader *reader)
{
  const char *start = reader->p;

  while (!ends_cell (reader, *reader->p))
    reader->p++;

  return g_strndup (start, reader->p - start);
}

static void
take_cell (Reader *reader)
{
  g_autofree char *text = *reader->p == '"' ? take_quoted (reader) : NULL;

  if (text == NULL)
    text = take_plain (reader);
  reader->fits = paz_block_set (reader->block, reader->row, reader->column, text, strlen (text), NULL);
}

/* Lines end with LF, CRLF or CR. */
static void
pass_end (Reader *reader)
{
  if (*reader->p == reader->delimiter)
    {
      reader->column++;
      reader->p++;
      return;
    }
  if (reader->p[0] == '\r' && reader->p[1] == '\n')
    reader->p++;
  if (*reader->p != '\0')
    reader->p++;
  reader->row++;
  reader->column = 0;
}

PazBlock *
paz_block_read_text (const char  *text,
                     gssize       length,
                     char         delimiter,
                     GError     **error)
{
  g_autofree char *decoded = paz_block_decode (text, length);
  g_autoptr (PazBlock) block = paz_block_new ();
  Reader reader = { block, decoded, delimiter != '\0' ? delimiter : '\t', 0, 0, TRUE };

  if (decoded == NULL)
    {
      g_set_error (error, PAZ_IMPORT_ERROR, PAZ_IMPORT_ERROR_ENCODING, "The cells are not UTF-8");
      return NULL;
    }
  while (*reader.p != '\0' && reader.fits)
    {
      take_cell (&reader);
      pass_end (&reader);
    }
  if (!reader.fits)
    {
      g_set_error (error, PAZ_IMPORT_ERROR, PAZ_IMPORT_ERROR_TOO_LARGE, "More than %u rows or %u columns",
                   PAZ_BLOCK_MAX_ROWS, PAZ_BLOCK_MAX_COLUMNS);
      return NULL;
    }

  return paz_block_finish (g_steal_pointer (&block), error);
}
