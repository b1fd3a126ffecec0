/* Markdown in a document: paragraphs, headings, lists, quotes; open points in square brackets. */
#include "paz-word-private.h"

#include "base/paz-markdown.h"
#include "model/paz-brackets.h"

#include <string.h>

/* What is being put: runs of the text that is read, cut into paragraphs at their line breaks. */
typedef struct
{
  PazWord   *word;
  GArray    *open_points;   /* PazBracket, of the whole text that is read */
  gsize      at;            /* bytes of that text put so far */
  gboolean   open;          /* a paragraph is open */
} Typing;

static gboolean
is_open_point (const Typing *self,
               gsize         at)
{
  for (guint i = 0; i < self->open_points->len; i++)
    {
      const PazBracket *bracket = &g_array_index (self->open_points, PazBracket, i);

      if (at >= bracket->start && at < bracket->end)
        return TRUE;
    }

  return FALSE;
}

static void
open_item (PazWord *word,
           guint    depth)
{
  g_autofree char *level = g_strdup_printf ("%u", MIN (depth, 3) - 1);

  paz_word_open (word->to, "w:p", NULL);
  paz_word_open (word->to, "w:pPr", NULL);
  paz_word_mark (word->to, "w:pStyle", "w:val", "ListItem", NULL);
  paz_word_open (word->to, "w:numPr", NULL);
  paz_word_mark (word->to, "w:ilvl", "w:val", level, NULL);
  paz_word_mark (word->to, "w:numId", "w:val", "1", NULL);
  paz_word_close (word->to);
  paz_word_close (word->to);
}

static gboolean
is_bullet (const PazMarkdownRun *run)
{
  return (run->marks & PAZ_MARK_MARKER) != 0 && !g_ascii_isdigit (*run->text);
}

static void
open_paragraph (Typing               *self,
                const PazMarkdownRun *run)
{
  if (self->open)
    return;
  self->open = TRUE;
  if (is_bullet (run))
    open_item (self->word, MAX (run->depth, 1));
  else if (run->heading > 0)
    paz_word_open_paragraph (self->word->to, "Heading3");
  else if (run->depth > 0)
    paz_word_open_paragraph (self->word->to, "ListItem");
  else
    paz_word_open_paragraph (self->word->to, (run->marks & PAZ_MARK_QUOTE) != 0 ? "Quote" : NULL);
}

static void
close_paragraph (Typing *self)
{
  if (self->open)
    paz_word_close (self->word->to);
  self->open = FALSE;
}

/* A stretch of one run: as long as it is inside an open point, or outside. */
static void
put_stretch (Typing               *self,
             const PazMarkdownRun *run,
             const char           *text,
             gsize                 length)
{
  gsize done = 0;

  while (done < length)
    {
      gboolean inside = is_open_point (self, self->at + done);
      gsize end = done;
      g_autofree char *piece = NULL;

      while (end < length && is_open_point (self, self->at + end) == inside)
        end++;
      piece = g_strndup (text + done, end - done);
      open_paragraph (self, run);
      paz_word_put_run (self->word->to, piece, (run->marks & PAZ_MARK_STRONG) != 0, (run->marks & PAZ_MARK_EMPHASIS) != 0,
                        inside);
      done = end;
    }
}

static void
put_run (Typing               *self,
         const PazMarkdownRun *run)
{
  const char *text = run->text;

  /* The document draws the bullet of an item itself. */
  if (is_bullet (run))
    {
      open_paragraph (self, run);
      self->at += strlen (text);
      return;
    }
  while (*text != '\0')
    {
      const char *end = strchr (text, '\n');
      gsize length = end != NULL ? (gsize) (end - text) : strlen (text);

      put_stretch (self, run, text, length);
      self->at += length;
      if (end == NULL)
        return;
      close_paragraph (self);
      self->at++;
      text = end + 1;
    }
}

static GArray *
find_open_points (const char *text)
{
  g_autoptr (GPtrArray) brackets = paz_brackets_find (text);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (PazBracket));

  for (guint i = 0; i < brackets->len; i++)
    {
      const PazBracket *bracket = g_ptr_array_index (brackets, i);

      if (bracket->type != PAZ_BRACKET_STRAY)
        g_array_append_val (found, *bracket);
    }

  return found;
}

static guint
find_last (GPtrArray *runs)
{
  guint last = runs->len;

  for (guint i = 0; i < runs->len; i++)
    {
      const PazMarkdownRun *run = g_ptr_array_index (runs, i);

      if ((run->marks & PAZ_MARK_BREAK) == 0 && *run->text != '\0')
        last = i;
    }

  return last;
}

void
paz_word_put_text (PazWord    *self,
                   const char *markdown,
                   GPtrArray  *footnotes)
{
  g_autoptr (GPtrArray) runs = paz_markdown_render (markdown);
  g_autofree char *read = paz_markdown_to_text (markdown);
  Typing typing = { .word = self, .open_points = find_open_points (read) };
  guint last = find_last (runs);

  for (guint i = 0; i < runs->len; i++)
    {
      put_run (&typing, g_ptr_array_index (runs, i));
      if (i == last)
        break;
    }
  if (footnotes != NULL && footnotes->len > 0)
    {
      if (!typing.open)
        paz_word_open_paragraph (self->to, NULL);
      typing.open = TRUE;
      for (guint i = 0; i < footnotes->len; i++)
        paz_word_put_footnote (self, g_ptr_array_index (footnotes, i));
    }
  close_paragraph (&typing);
  g_array_unref (typing.open_points);
}
