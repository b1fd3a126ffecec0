/* Dates in a person's own short words, counted from today. */
#include "base/paz-date.h"
#include "base/paz-text.h"

#include <langinfo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_AWAY 100000

static const struct
{
  const char *word;     /* folded */
  int         days;
} day_words[] = {
  { "hoy", 0 }, { "hoje", 0 }, { "today", 0 }, { "ahora", 0 }, { "agora", 0 }, { "now", 0 },
  { "manana", 1 }, { "amanha", 1 }, { "tomorrow", 1 },
  { "pasado manana", 2 }, { "depois de amanha", 2 },
  { "ayer", -1 }, { "ontem", -1 }, { "yesterday", -1 }, { "anteayer", -2 }, { "anteontem", -2 },
};

static char *
write_day (const GDate *day)
{
  char iso[16];

  if (!g_date_valid (day))
    return NULL;
  g_snprintf (iso, sizeof iso, "%04u-%02u-%02u", g_date_get_year (day),
              (guint) g_date_get_month (day), g_date_get_day (day));

  return paz_date_check (iso) == PAZ_DATE_DAY ? g_strdup (iso) : NULL;
}

static char *
write_away (const GDate *today,
            char         unit,
            int          n)
{
  GDate day = *today;
  void (*go) (GDate *, guint) = NULL;

  switch (unit)
    {
    case 'd':
      go = n < 0 ? g_date_subtract_days : g_date_add_days;
      break;
    case 's':             /* semana */
    case 'w':
      go = n < 0 ? g_date_subtract_days : g_date_add_days;
      n *= 7;
      break;
    case 'm':
      go = n < 0 ? g_date_subtract_months : g_date_add_months;
      break;
    case 'a':             /* año, ano */
    case 'y':
      go = n < 0 ? g_date_subtract_years : g_date_add_years;
      break;
    default:
      return NULL;
    }
  go (&day, ABS (n));

  return write_day (&day);
}

/* "+30d", "-2 semanas", "+6m", "+1 año": a sign, a number and a unit, of which one letter is enough. */
static char *
read_away (const char  *folded,
           const GDate *today)
{
  static const char units[] = " d dia dias day days s sem semana semanas w week weeks m mes meses month"
                              " months a ano anos y year years ";
  g_autofree char *unit = NULL;
  g_autofree char *whole = NULL;
  char *end;
  long n;

  if ((*folded != '+' && *folded != '-') || !g_ascii_isdigit (folded[1 + (folded[1] == ' ')]))
    return NULL;
  n = strtol (folded + 1, &end, 10);
  if (n > MAX_AWAY)
    return NULL;
  unit = g_strstrip (g_strdup (end));
  whole = g_strdup_printf (" %s ", *unit != '\0' ? unit : "d");
  if (strstr (units, whole) == NULL)
    return NULL;

  return write_away (today, whole[1], *folded == '-' ? -n : n);
}

static char *
read_word (const char  *folded,
           const GDate *today)
{
  GDate day = *today;

  for (guint i = 0; i < G_N_ELEMENTS (day_words); i++)
    if (g_str_equal (folded, day_words[i].word))
      {
        g_date_set_julian (&day, g_date_get_julian (today) + day_words[i].days);
        return write_day (&day);
      }

  return NULL;
}

static char *
write_parts (guint year,
             guint month,
             guint day)
{
  char iso[40];

  g_snprintf (iso, sizeof iso, "%04u-%02u-%02u", year, month, day);

  return paz_date_check (iso) == PAZ_DATE_DAY ? g_strdup (iso) : NULL;
}

/* "15", "3/4", "3/4/25", "3/4/2025" in the person's own order. */
static char *
read_numbers (const char  *folded,
              const GDate *today,
              gboolean     month_first)
{
  guint a, b;
  guint c = 0;
  int length = 0;
  char first, second;

  if (sscanf (folded, "%2u%n", &a, &length) == 1 && folded[length] == '\0')
    return write_parts (g_date_get_year (today), g_date_get_month (today), a);
  if (sscanf (folded, "%2u%1[/.-]%2u%n", &a, &first, &b, &length) != 3)
    return NULL;
  if (folded[length] == '\0')
    c = g_date_get_year (today);
  else if (sscanf (folded, "%2u%c%2u%c%4u%n", &a, &first, &b, &second, &c, &length) != 5 ||
           folded[length] != '\0' || first != second || (c > 99 && c < 1000))
    return NULL;
  if (c < 100)
    c += c < 69 ? 2000 : 1900;

  return month_first ? write_parts (c, a, b) : write_parts (c, b, a);
}

gboolean
paz_date_is_month_first (void)
{
  const char *format = nl_langinfo (D_FMT);
  const char *month = strstr (format, "%m");
  const char *day = strstr (format, "%d");

  /* The locale "C" writes as its makers did, which says nothing about the person. */
  if (g_str_equal (nl_langinfo (DAY_1), "Sunday") && g_str_equal (format, "%m/%d/%y"))
    return FALSE;

  return month != NULL && day != NULL && month < day && strncmp (format, "%Y", 2) != 0;
}

char *
paz_date_parse_typed (const char  *text,
                      const GDate *today,
                      gboolean     month_first)
{
  g_autofree char *folded = paz_text_fold (text != NULL ? text : "");
  char *iso;

  iso = read_word (folded, today);
  if (iso == NULL)
    iso = read_away (folded, today);
  if (iso == NULL)
    iso = read_numbers (folded, today, month_first);

  return iso != NULL ? iso : paz_date_parse (text);
}
