#include "model/paz-brackets.h"

#include "base/paz-country.h"

#include <string.h>

/* A name before the colon is no longer than that. */
#define MAX_NAMES 120
#define MIN_CODE 2
#define MAX_CODE 10

typedef struct
{
  const char *text;
  GPtrArray  *found;
  GPtrArray  *open;      /* PazBracket, lent: the innermost last */
} Search;

static void
bracket_free (PazBracket *self)
{
  g_strfreev (self->who);
  g_free (self);
}

/* ---- who ---- */

/* "ARG", "ALCOPAZ": what delegations and organisations go by. */
static gboolean
is_code (const char *name)
{
  gsize length = strlen (name);

  if (length < MIN_CODE || length > MAX_CODE)
    return FALSE;
  for (const char *p = name; *p != '\0'; p++)
    if (!g_ascii_isupper (*p) && !g_ascii_isdigit (*p) && *p != '-')
      return FALSE;

  return g_ascii_isupper (name[0]);
}

static gboolean
is_name (const char *name)
{
  return is_code (name) || paz_country_find_name (name) >= 0;
}

/* "ARG, CHL y Uruguay" as its parts, or NULL when one of them names nobody. */
static char **
split_names (const char *names)
{
  static const char * const joints[] = { " y ", " e ", " and ", " & ", "/", ";", "+" };
  g_autofree char *list = g_strdup (names);
  g_auto (GStrv) parts = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
    {
      g_auto (GStrv) pieces = g_strsplit (list, joints[i], -1);

      g_free (list);
      list = g_strjoinv (",", pieces);
    }
  parts = g_strsplit (list, ",", -1);
  if (parts[0] == NULL)
    return NULL;
  for (guint i = 0; parts[i] != NULL; i++)
    if (!is_name (g_strstrip (parts[i])))
      return NULL;

  return g_steal_pointer (&parts);
}

/* Fills `who` and moves `body` past the names, where there are some. */
static void
read_names (PazBracket *self,
            const char *text)
{
  const char *start = text + self->start + 1;
  gsize length = strcspn (start, ":[]\n");
  g_autofree char *names = NULL;

  self->body = self->start + 1;
  if (start[length] == ':' && length > 0 && length <= MAX_NAMES)
    {
      names = g_strndup (start, length);
      self->who = split_names (names);
    }
  if (self->who == NULL)
    {
      self->who = g_new0 (char *, 1);
      return;
    }
  self->body += length + 1;
  while (text[self->body] == ' ')
    self->body++;
}

/* ---- where ---- */

static PazBracket *
add (Search         *search,
     PazBracketType  type,
     gsize           start)
{
  PazBracket *self = g_new0 (PazBracket, 1);

  self->type = type;
  self->start = start;
  self->end = start + 1;
  self->body = start;
  self->depth = search->open->len;
  g_ptr_array_add (search->found, self);

  return self;
}

static void
open_bracket (Search *search,
              gsize   at)
{
  PazBracket *self = add (search, PAZ_BRACKET_UNCLOSED, at);

  read_names (self, search->text);
  g_ptr_array_add (search->open, self);
}

static void
close_bracket (Search *search,
               gsize   at)
{
  PazBracket *self;

  if (search->open->len == 0)
    {
      add (search, PAZ_BRACKET_STRAY, at)->who = g_new0 (char *, 1);
      return;
    }
  self = g_ptr_array_index (search->open, search->open->len - 1);
  g_ptr_array_set_size (search->open, search->open->len - 1);
  self->type = PAZ_BRACKET_OPEN_POINT;
  self->end = at + 1;
  /* "[words](address)" is a link. */
  if (search->text[at + 1] == '(' && self->who[0] == NULL)
    g_ptr_array_remove (search->found, self);
}

/* What is still open ends here. */
static void
end_all (Search *search,
         gsize   at)
{
  for (guint i = 0; i < search->open->len; i++)
    ((PazBracket *) search->open->pdata[i])->end = at;
  g_ptr_array_set_size (search->open, 0);
}

static gboolean
is_paragraph_end (const char *p)
{
  return p[0] == '\n' && p[1] == '\n';
}

GPtrArray *
paz_brackets_find (const char *text)
{
  Search search = { text };
  gsize at;

  g_return_val_if_fail (text != NULL, NULL);

  search.found = g_ptr_array_new_with_free_func ((GDestroyNotify) bracket_free);
  search.open = g_ptr_array_new ();
  for (at = 0; text[at] != '\0'; at++)
    {
      if (text[at] == '\\' && (text[at + 1] == '[' || text[at + 1] == ']'))
        at++;
      else if (text[at] == '[')
        open_bracket (&search, at);
      else if (text[at] == ']')
        close_bracket (&search, at);
      else if (is_paragraph_end (text + at) && strchr (text + at, ']') == NULL)
        end_all (&search, at);
    }
  end_all (&search, at);
  g_ptr_array_unref (search.open);

  return search.found;
}

char *
paz_bracket_dup_who (const PazBracket *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_strjoinv (", ", self->who);
}

char *
paz_bracket_dup_words (const PazBracket *self,
                       const char       *text)
{
  gsize end;
  char *words;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  end = self->type == PAZ_BRACKET_OPEN_POINT ? self->end - 1 : self->end;
  words = g_strndup (text + self->body, end > self->body ? end - self->body : 0);

  return g_strstrip (g_strdelimit (words, "\n\t", ' '));
}
