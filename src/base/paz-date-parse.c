/* Dates as a person types them. Day before month, as in the region and at the UN. */
#include "base/paz-date.h"
#include "base/paz-text.h"

#include <string.h>

#define MAX_LENGTH 64
#define MAX_PARTS 3

/* Folded, in es, pt and en; three letters or more of a name are enough. */
static const char * const month_names[12] = {
  "enero janeiro january", "febrero fevereiro february", "marzo marco march",
  "abril april", "mayo maio may", "junio junho june",
  "julio julho july", "agosto august", "septiembre setiembre setembro september",
  "octubre outubro october", "noviembre novembro november", "diciembre dezembro december",
};

typedef struct
{
  guint value;
  guint digits;     /* 0: a month by name */
} Part;

static guint
find_month (const char *word)
{
  gsize length = strlen (word);

  if (length < 3)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (month_names); i++)
    for (const char *name = month_names[i]; name != NULL; name = strchr (name, ' '))
      {
        name += *name == ' ';
        if (strncmp (name, word, length) == 0)
          return i + 1;
      }

  return 0;
}

static gboolean
is_ordinal_ending (const char *text)
{
  return strcmp (text, "") == 0 || strcmp (text, "o") == 0 || strcmp (text, "st") == 0 ||
         strcmp (text, "nd") == 0 || strcmp (text, "rd") == 0 || strcmp (text, "th") == 0;
}

static gboolean
is_filler (const char *word)
{
  return strcmp (word, "") == 0 || strcmp (word, "de") == 0 || strcmp (word, "del") == 0 ||
         strcmp (word, "do") == 0 || strcmp (word, "of") == 0 ||
         strcmp (word, "o") == 0;     /* of "1.º", once its point has separated it */
}

static gboolean
read_part (const char *word,
           Part       *part)
{
  char *end;

  part->value = g_ascii_strtoull (word, &end, 10);
  part->digits = end - word;
  if (part->digits > 0)
    return part->digits <= 4 && is_ordinal_ending (end);

  part->value = find_month (word);
  return part->value != 0;
}

static char *
write_date (guint year,
            guint month,
            guint day)
{
  char iso[40];

  if (month == 0)
    g_snprintf (iso, sizeof iso, "%04u", year);
  else if (day == 0)
    g_snprintf (iso, sizeof iso, "%04u-%02u", year, month);
  else
    g_snprintf (iso, sizeof iso, "%04u-%02u-%02u", year, month, day);

  return paz_date_check (iso) != PAZ_DATE_INVALID ? g_strdup (iso) : NULL;
}

/* Two digits only beside a month's name, as the UN writes it: "31-Mar-14". */
static guint
get_year (const Part *part)
{
  if (part->digits == 4)
    return part->value;
  if (part->digits == 2)
    return part->value + (part->value < 69 ? 2000 : 1900);

  return 0;
}

static char *
write_named (const Part *parts,
             guint       n)
{
  if (n == 2 && parts[0].digits == 0)
    return write_date (get_year (&parts[1]), parts[0].value, 0);
  if (n == 2 && parts[1].digits == 0 && parts[0].digits == 4)
    return write_date (parts[0].value, parts[1].value, 0);
  if (n != 3)
    return NULL;

  if (parts[0].digits == 0 && parts[1].value > 0)
    return write_date (get_year (&parts[2]), parts[0].value, parts[1].value);
  if (parts[1].digits != 0)
    return NULL;
  if (parts[0].digits == 4 && parts[2].digits <= 2 && parts[2].value > 0)
    return write_date (parts[0].value, parts[1].value, parts[2].value);
  if (parts[0].digits <= 2 && parts[0].value > 0)
    return write_date (get_year (&parts[2]), parts[1].value, parts[0].value);

  return NULL;
}

static char *
write_numeric (const Part *parts,
               guint       n)
{
  if (n == 1 && parts[0].digits == 4)
    return write_date (parts[0].value, 0, 0);
  if (n == 2 && parts[0].digits == 4 && parts[1].digits <= 2 && parts[1].value > 0)
    return write_date (parts[0].value, parts[1].value, 0);
  if (n == 2 && parts[0].digits <= 2 && parts[1].digits == 4 && parts[0].value > 0)
    return write_date (parts[1].value, parts[0].value, 0);
  if (n != 3 || parts[1].digits > 2 || parts[1].value == 0)
    return NULL;

  if (parts[0].digits == 4 && parts[2].digits <= 2 && parts[2].value > 0)
    return write_date (parts[0].value, parts[1].value, parts[2].value);
  if (parts[0].digits <= 2 && parts[2].digits == 4 && parts[0].value > 0)
    return write_date (parts[2].value, parts[1].value, parts[0].value);

  return NULL;
}

/* In numbers alone the separators are one of "/-." throughout: "31/05-2024" is a slip. */
static gboolean
has_one_separator (const char *text)
{
  char separator = '\0';

  for (; *text != '\0'; text++)
    {
      if (g_ascii_isdigit (*text))
        continue;
      if (strchr ("/-.", *text) == NULL || (separator != '\0' && *text != separator))
        return FALSE;
      if (!g_ascii_isdigit (text[1]))
        return FALSE;
      separator = *text;
    }

  return TRUE;
}

static gboolean
read_parts (const char *folded,
            Part       *parts,
            guint      *n,
            gboolean   *named)
{
  g_auto (GStrv) words = g_strsplit_set (folded, " /-.,", -1);

  *n = 0;
  *named = FALSE;
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (is_filler (words[i]))
        continue;
      if (*n == MAX_PARTS || !read_part (words[i], &parts[*n]))
        return FALSE;
      if (parts[*n].digits == 0 && *named)
        return FALSE;
      *named |= parts[*n].digits == 0;
      *n += 1;
    }

  return *n > 0;
}

char *
paz_date_parse (const char *text)
{
  g_autofree char *folded = NULL;
  Part parts[MAX_PARTS];
  gboolean named;
  guint n;

  if (text == NULL || strlen (text) > MAX_LENGTH)
    return NULL;
  if (paz_date_check (text) != PAZ_DATE_INVALID)
    return g_strdup (text);

  folded = paz_text_fold (text);
  if (!read_parts (folded, parts, &n, &named))
    return NULL;
  if (named)
    return write_named (parts, n);

  return has_one_separator (folded) ? write_numeric (parts, n) : NULL;
}
