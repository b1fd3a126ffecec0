#include "base/paz-decimal.h"

#include <string.h>

/* Longer ones are no measure of anything, and a cell must stay small. */
#define MAX_DIGITS 60

/* A number as typed, taken apart: sign, digits before and after the mark. */
typedef struct
{
  gboolean  negative;
  GString  *whole;
  GString  *fraction;
  gboolean  has_mark;
} Typed;

static void
typed_clear (Typed *typed)
{
  g_string_free (typed->whole, TRUE);
  g_string_free (typed->fraction, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Typed, typed_clear)

static const char *
skip_sign (const char *p,
           gboolean   *negative)
{
  static const char minus[] = "\u2212";

  *negative = FALSE;
  if (*p == '+')
    return p + 1;
  if (*p == '-' || g_str_has_prefix (p, minus))
    {
      *negative = TRUE;
      return p + (*p == '-' ? 1 : strlen (minus));
    }

  return p;
}

static gboolean
is_group_blank (gunichar c)
{
  return c == ' ' || c == 0x00a0 || c == 0x2009 || c == 0x202f;
}

static const char *
take_digits (const char *p,
             GString    *digits)
{
  const char *start = p;

  while (g_ascii_isdigit (*p))
    p++;
  g_string_append_len (digits, start, p - start);

  return p;
}

/* The digits before the mark, in one run or in groups of three with one kind of separator. */
static const char *
take_whole (const char *p,
            char        mark,
            GString    *whole)
{
  char other = mark == ',' ? '.' : ',';
  gunichar separator = 0;

  p = take_digits (p, whole);
  while (*p != '\0' && *p != mark)
    {
      gunichar c = g_utf8_get_char (p);
      gsize before = whole->len;

      if (c != (gunichar) other && !is_group_blank (c))
        return NULL;
      /* "0.123" is a fraction written by the other habit, not 123. */
      if (separator == 0 && (before < 1 || before > 3 || whole->str[0] == '0'))
        return NULL;
      if (separator != 0 && c != separator)
        return NULL;
      separator = c;
      p = take_digits (g_utf8_next_char (p), whole);
      if (whole->len - before != 3)
        return NULL;
    }

  return p;
}

static gboolean
take_apart (const char *text,
            char        mark,
            Typed      *typed)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  const char *p = skip_sign (g_strstrip (valid), &typed->negative);

  p = take_whole (p, mark, typed->whole);
  if (p == NULL)
    return FALSE;
  if (*p == mark)
    {
      typed->has_mark = TRUE;
      p = take_digits (p + 1, typed->fraction);
      if (typed->fraction->len == 0)
        return FALSE;
    }

  return *p == '\0' && typed->whole->len + typed->fraction->len > 0 &&
         typed->whole->len + typed->fraction->len <= MAX_DIGITS;
}

static char *
make_canonical (const Typed *typed)
{
  const char *whole = typed->whole->str;
  gsize n = typed->fraction->len;

  while (*whole == '0')
    whole++;
  while (n > 0 && typed->fraction->str[n - 1] == '0')
    n--;
  if (*whole == '\0' && n == 0)
    return g_strdup ("0");

  return g_strdup_printf ("%s%s%s%.*s", typed->negative ? "-" : "", *whole != '\0' ? whole : "0",
                          n > 0 ? "." : "", (int) n, typed->fraction->str);
}

gboolean
paz_decimal_check (const char *decimal)
{
  const char *p = decimal;
  const char *start;

  if (p == NULL || strcmp (p, "-0") == 0)
    return FALSE;

  if (*p == '-')
    p++;
  start = p;
  while (g_ascii_isdigit (*p))
    p++;
  if (p == start || (*start == '0' && p - start > 1))
    return FALSE;
  if (*p == '\0')
    return TRUE;

  if (*p++ != '.')
    return FALSE;
  start = p;
  while (g_ascii_isdigit (*p))
    p++;

  return p > start && *p == '\0' && p[-1] != '0';
}

char *
paz_decimal_parse (const char *text,
                   char        mark)
{
  g_auto (Typed) typed = { FALSE, g_string_new (NULL), g_string_new (NULL), FALSE };

  g_return_val_if_fail (mark == '.' || mark == ',', NULL);

  if (text == NULL || !take_apart (text, mark, &typed))
    return NULL;

  return make_canonical (&typed);
}

char
paz_decimal_get_mark (PazLanguage language)
{
  return language == PAZ_LANGUAGE_EN ? '.' : ',';
}

double
paz_decimal_to_double (const char *decimal)
{
  g_return_val_if_fail (decimal != NULL, 0);

  return g_ascii_strtod (decimal, NULL);
}

gboolean
paz_integer_parse (const char *text,
                   char        mark,
                   gint64     *value)
{
  g_auto (Typed) typed = { FALSE, g_string_new (NULL), g_string_new (NULL), FALSE };
  g_autofree char *decimal = NULL;

  g_return_val_if_fail (mark == '.' || mark == ',', FALSE);

  if (text == NULL || !take_apart (text, mark, &typed))
    return FALSE;
  /* Spreadsheets write 250 as "250.0"; but "12.000" is twelve to some and twelve thousand to others. */
  if (typed.has_mark && typed.fraction->len == 3)
    return FALSE;

  decimal = make_canonical (&typed);
  return strchr (decimal, '.') == NULL &&
         g_ascii_string_to_signed (decimal, 10, G_MININT64, G_MAXINT64, value, NULL);
}
