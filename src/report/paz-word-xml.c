/* Elements and text of a document. */
#include "paz-word-private.h"

#include <string.h>

static const xmlChar *
to_xml (const char *text)
{
  return (const xmlChar *) text;
}

static void
put_attributes (xmlTextWriterPtr to,
                va_list          pairs)
{
  const char *name;

  while ((name = va_arg (pairs, const char *)) != NULL)
    xmlTextWriterWriteAttribute (to, to_xml (name), to_xml (va_arg (pairs, const char *)));
}

void
paz_word_open (xmlTextWriterPtr  to,
               const char       *name,
               ...)
{
  va_list pairs;

  xmlTextWriterStartElement (to, to_xml (name));
  va_start (pairs, name);
  put_attributes (to, pairs);
  va_end (pairs);
}

void
paz_word_close (xmlTextWriterPtr to)
{
  xmlTextWriterEndElement (to);
}

void
paz_word_mark (xmlTextWriterPtr  to,
               const char       *name,
               ...)
{
  va_list pairs;

  xmlTextWriterStartElement (to, to_xml (name));
  va_start (pairs, name);
  put_attributes (to, pairs);
  va_end (pairs);
  xmlTextWriterEndElement (to);
}

/* XML 1.0 has no place for most control characters, whatever way they are written. */
static char *
clean (const char *text,
       gsize       length)
{
  GString *kept = g_string_sized_new (length);
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) length);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '\t' || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF))
        g_string_append_unichar (kept, c);
    }

  return g_string_free (kept, FALSE);
}

static void
put_piece (xmlTextWriterPtr  to,
           const char       *text,
           gsize             length)
{
  g_autofree char *kept = clean (text, length);

  if (*kept == '\0')
    return;
  paz_word_open (to, "w:t", "xml:space", "preserve", NULL);
  xmlTextWriterWriteString (to, to_xml (kept));
  paz_word_close (to);
}

static void
put_properties (xmlTextWriterPtr to,
                gboolean         strong,
                gboolean         emphasis,
                gboolean         open_point)
{
  if (!strong && !emphasis && !open_point)
    return;
  paz_word_open (to, "w:rPr", NULL);
  if (open_point)
    paz_word_mark (to, "w:rStyle", "w:val", "OpenPoint", NULL);
  if (strong)
    paz_word_mark (to, "w:b", NULL);
  if (emphasis)
    paz_word_mark (to, "w:i", NULL);
  paz_word_close (to);
}

void
paz_word_put_run (xmlTextWriterPtr  to,
                  const char       *text,
                  gboolean          strong,
                  gboolean          emphasis,
                  gboolean          open_point)
{
  paz_word_open (to, "w:r", NULL);
  put_properties (to, strong, emphasis, open_point);
  for (const char *line = text; line != NULL;)
    {
      const char *end = strchr (line, '\n');

      put_piece (to, line, end != NULL ? (gsize) (end - line) : strlen (line));
      if (end != NULL)
        paz_word_mark (to, "w:br", NULL);
      line = end != NULL ? end + 1 : NULL;
    }
  paz_word_close (to);
}

void
paz_word_open_paragraph (xmlTextWriterPtr  to,
                         const char       *style)
{
  paz_word_open (to, "w:p", NULL);
  if (style == NULL)
    return;
  paz_word_open (to, "w:pPr", NULL);
  paz_word_mark (to, "w:pStyle", "w:val", style, NULL);
  paz_word_close (to);
}
