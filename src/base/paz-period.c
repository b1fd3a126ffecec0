#include "base/paz-period.h"

#include <string.h>

#include "base/paz-date.h"

static const char * const names[] = {
  "today", "yesterday", "tomorrow",
  "this-week", "last-week", "next-week",
  "this-month", "last-month", "next-month",
  "this-year", "last-year", "next-year",
  NULL
};

static void
write_date (const GDate *date,
            char         to[11])
{
  g_snprintf (to, 11, "%04u-%02u-%02u", g_date_get_year (date), g_date_get_month (date), g_date_get_day (date));
}

static void
write_days (const GDate *date,
            int          from,
            int          until,
            char         first[11],
            char         last[11])
{
  GDate a = *date;
  GDate b = *date;

  g_date_set_julian (&a, g_date_get_julian (date) + from);
  g_date_set_julian (&b, g_date_get_julian (date) + until);
  write_date (&a, first);
  write_date (&b, last);
}

static void
write_months (int  month,    /* since January of year 0 */
              int  n,
              char first[11],
              char last[11])
{
  int end = month + n - 1;

  g_snprintf (first, 11, "%04d-%02d-01", month / 12, month % 12 + 1);
  g_snprintf (last, 11, "%04d-%02d-%02u", end / 12, end % 12 + 1,
              g_date_get_days_in_month ((GDateMonth) (end % 12 + 1), (GDateYear) (end / 12)));
}

/* "this-", "last-" and "next-" before the unit. */
static gboolean
read_step (const char  *text,
           int         *step,
           const char **unit)
{
  static const struct { const char *prefix; int step; } steps[] = { { "this-", 0 }, { "last-", -1 }, { "next-", 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (g_str_has_prefix (text, steps[i].prefix))
      {
        *step = steps[i].step;
        *unit = text + strlen (steps[i].prefix);
        return TRUE;
      }

  return FALSE;
}

static gboolean
read_days (const char *unit,
           int        *days)
{
  char *end;
  gint64 n;

  if (!g_ascii_isdigit (*unit))
    return FALSE;
  n = g_ascii_strtoll (unit, &end, 10);
  if (n < 1 || n > 9999 || (strcmp (end, "-days") != 0 && strcmp (end, "-day") != 0))
    return FALSE;
  *days = (int) n;

  return TRUE;
}

static gboolean
parse_named (const char  *text,
             const GDate *today,
             char         first[11],
             char         last[11])
{
  int weekday = (int) g_date_get_weekday (today) - G_DATE_MONDAY;
  int month = g_date_get_year (today) * 12 + (int) g_date_get_month (today) - 1;
  int step, days;
  const char *unit;

  if (strcmp (text, "today") == 0)
    write_days (today, 0, 0, first, last);
  else if (strcmp (text, "yesterday") == 0)
    write_days (today, -1, -1, first, last);
  else if (strcmp (text, "tomorrow") == 0)
    write_days (today, 1, 1, first, last);
  else if (!read_step (text, &step, &unit))
    return FALSE;
  else if (strcmp (unit, "week") == 0)
    write_days (today, step * 7 - weekday, step * 7 - weekday + 6, first, last);
  else if (strcmp (unit, "month") == 0)
    write_months (month + step, 1, first, last);
  else if (strcmp (unit, "year") == 0)
    write_months ((g_date_get_year (today) + step) * 12, 12, first, last);
  else if (step != 0 && read_days (unit, &days))
    write_days (today, step < 0 ? 1 - days : 0, step < 0 ? 0 : days - 1, first, last);
  else
    return FALSE;

  return TRUE;
}

static gboolean
parse_dates (const char *text,
             char        first[11],
             char        last[11])
{
  GDate a, b;

  if (!paz_date_get_range (text, &a, &b))
    return FALSE;
  write_date (&a, first);
  write_date (&b, last);

  return TRUE;
}

static gboolean
parse_span (const char *text,
            const char *dots,
            char        first[11],
            char        last[11])
{
  g_autofree char *from = g_strndup (text, (gsize) (dots - text));
  const char *until = dots + 2;
  char ignored[11];

  if (*from == '\0' && *until == '\0')
    return FALSE;

  return (*from == '\0' || parse_dates (from, first, ignored))
         && (*until == '\0' || parse_dates (until, ignored, last));
}

gboolean
paz_period_parse (const char  *text,
                  const GDate *today,
                  char         first[11],
                  char         last[11])
{
  const char *dots;

  g_return_val_if_fail (text != NULL && today != NULL && g_date_valid (today), FALSE);

  *first = *last = '\0';
  dots = strstr (text, "..");
  if (dots != NULL)
    return parse_span (text, dots, first, last);

  return parse_named (text, today, first, last) || parse_dates (text, first, last);
}

const char * const *
paz_period_list_names (void)
{
  return names;
}
