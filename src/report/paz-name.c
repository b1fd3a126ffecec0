#include "paz-name.h"

#define MAX_UNITS 31

static guint
count_units (gunichar c)
{
  return c > 0xffff ? 2 : 1;
}

guint
paz_text_count_units (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    n += count_units (g_utf8_get_char (p));

  return n;
}

/* Cuts to a number of UTF-16 units, never inside a character. */
static char *
cut (const char *text,
     guint       units)
{
  const char *p;
  guint n = 0;

  for (p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      n += count_units (g_utf8_get_char (p));
      if (n > units)
        break;
    }

  return g_strndup (text, p - text);
}

static char *
clean (const char *wanted)
{
  GString *text = g_string_new (NULL);

  for (const char *p = wanted; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 32 || c == 127)
        continue;
      if (c < 128 && strchr ("[]:*?/\\", (char) c) != NULL)
        g_string_append_c (text, '-');
      else
        g_string_append_unichar (text, c);
    }
  while (text->len > 0 && text->str[0] == '\'')
    g_string_erase (text, 0, 1);

  return g_string_free (text, FALSE);
}

static char *
trim (char *text)
{
  g_strstrip (text);
  while (g_str_has_suffix (text, "'"))
    text[strlen (text) - 1] = '\0';

  return g_strchomp (text);
}

char *
paz_name_make_sheet (const char *wanted,
                     GHashTable *used)
{
  g_autofree char *base = clean (wanted);

  for (guint n = 1; ; n++)
    {
      g_autofree char *suffix = n == 1 ? g_strdup ("") : g_strdup_printf (" (%u)", n);
      g_autofree char *start = trim (cut (base, MAX_UNITS - (guint) strlen (suffix)));
      g_autofree char *name = g_strconcat (*start != '\0' ? start : "-", suffix, NULL);
      g_autofree char *folded = g_utf8_casefold (name, -1);

      /* Excel keeps this name for itself. */
      if (g_str_equal (folded, "history"))
        continue;
      if (g_hash_table_add (used, g_steal_pointer (&folded)))
        return g_steal_pointer (&name);
    }
}

/* Up to three letters and digits: a cell of a sheet with columns A to XFD. */
static gboolean
reads_as_a1 (const char *name)
{
  gsize letters = 0;

  while (g_ascii_isalpha (name[letters]))
    letters++;
  if (letters > 3 || name[letters] == '\0')
    return FALSE;

  return strspn (name + letters, "0123456789") == strlen (name + letters);
}

/* "R", "C", "R12", "C3", "R1C1" in any case. */
static gboolean
reads_as_r1c1 (const char *name)
{
  const char *p = name;

  if (g_ascii_toupper (*p) == 'R')
    {
      p++;
      p += strspn (p, "0123456789");
    }
  if (g_ascii_toupper (*p) == 'C')
    {
      p++;
      p += strspn (p, "0123456789");
    }

  return p > name && *p == '\0';
}

gboolean
paz_name_check_table (const char *name)
{
  gsize length = name != NULL ? strlen (name) : 0;

  if (length == 0 || length > 64 || !g_ascii_isalpha (name[0]))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (name[i]) && name[i] != '_')
      return FALSE;

  return !reads_as_a1 (name) && !reads_as_r1c1 (name);
}
