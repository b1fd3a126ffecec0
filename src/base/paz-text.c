#include "base/paz-text.h"

#include <string.h>

static gboolean
is_ascii (const char *text)
{
  for (; *text != '\0'; text++)
    if ((guchar) *text >= 0x80)
      return FALSE;

  return TRUE;
}

/* What canonical JSON refuses inside strings (EXCHANGE.md 3.1), and what hides or reverses text. */
static gboolean
is_refused (gunichar c)
{
  if (c < 0x20)
    return c != '\n' && c != '\t';
  if (c >= 0x7f && c <= 0x9f)
    return TRUE;
  if ((c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0xfeff)
    return TRUE;

  return (c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe;
}

/* Soft hyphens, joiners and byte-order marks have no width and no meaning for a search. */
static gboolean
is_invisible (gunichar c)
{
  return g_unichar_ismark (c) || g_unichar_type (c) == G_UNICODE_FORMAT;
}

static void
append_collapsed (GString  *folded,
                  gunichar  c,
                  gboolean *blank)
{
  if (g_unichar_isspace (c))
    {
      *blank = folded->len > 0;
      return;
    }
  if (*blank)
    g_string_append_c (folded, ' ');
  *blank = FALSE;
  g_string_append_unichar (folded, c);
}

static char *
fold_ascii (const char *text)
{
  GString *folded = g_string_sized_new (strlen (text));
  gboolean blank = FALSE;

  for (; *text != '\0'; text++)
    append_collapsed (folded, (guchar) g_ascii_tolower (*text), &blank);

  return g_string_free (folded, FALSE);
}

/* Decomposed before and after: folding may bring new accents (İ), decomposing new capitals (™). */
static char *
dup_decomposed (const char *text)
{
  g_autofree char *before = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = g_utf8_casefold (before, -1);

  return g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
}

char *
paz_text_normalize (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  if (is_ascii (text))
    return g_strdup (text);
  if (!g_utf8_validate (text, -1, NULL))
    return NULL;

  return g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
}

char *
paz_text_fold (const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *decomposed = NULL;
  GString *folded;
  gboolean blank = FALSE;

  if (text == NULL)
    return g_strdup ("");
  if (is_ascii (text))
    return fold_ascii (text);

  valid = g_utf8_make_valid (text, -1);
  decomposed = dup_decomposed (valid);
  folded = g_string_sized_new (strlen (decomposed));
  for (const char *p = decomposed; *p != '\0'; p = g_utf8_next_char (p))
    if (!is_invisible (g_utf8_get_char (p)))
      append_collapsed (folded, g_utf8_get_char (p), &blank);

  return g_string_free (folded, FALSE);
}

char *
paz_text_fold_key (const char *text)
{
  g_autofree char *folded = paz_text_fold (text);
  GString *key = g_string_sized_new (strlen (folded));

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      GUnicodeType type = g_unichar_type (c);

      if (c == ' ' || type == G_UNICODE_DASH_PUNCTUATION || type == G_UNICODE_CONNECT_PUNCTUATION)
        continue;
      g_string_append_unichar (key, c);
    }

  return g_string_free (key, FALSE);
}

gboolean
paz_text_contains (const char *text,
                   const char *needle)
{
  g_autofree char *folded = paz_text_fold (text);
  g_autofree char *folded_needle = paz_text_fold (needle);

  return strstr (folded, folded_needle) != NULL;
}

gboolean
paz_text_is_clean (const char *text,
                   gsize      *offset)
{
  const char *end;

  g_return_val_if_fail (text != NULL, FALSE);

  g_utf8_validate (text, -1, &end);
  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    if (is_refused (g_utf8_get_char (p)))
      {
        end = p;
        break;
      }

  if (*end == '\0')
    return TRUE;
  if (offset != NULL)
    *offset = end - text;
  return FALSE;
}

char *
paz_text_clean (const char *text)
{
  g_autoptr (GString) clean = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  clean = g_string_sized_new (strlen (text));
  for (const char *p = text; *p != '\0';)
    {
      gunichar c = g_utf8_get_char_validated (p, -1);

      if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          p++;
          continue;
        }
      if (c == '\r')
        {
          g_string_append_c (clean, '\n');
          p += p[1] == '\n' ? 2 : 1;
          continue;
        }
      if (!is_refused (c))
        g_string_append_unichar (clean, c);
      p = g_utf8_next_char (p);
    }

  return paz_text_normalize (clean->str);
}
