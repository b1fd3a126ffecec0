/* Wall time with its zone: "2024-05-31T14:00:00-05:00[America/Lima]". */
#include "base/paz-date.h"

#include <string.h>

/* Where the parts stand: date, 'T', time, offset, '[', zone, ']'. */
#define OFFSET_AT 19
#define ZONE_AT 26

static GTimeZone *
find_zone (const char *name)
{
  /* GLib takes a path or an offset for a zone, too. */
  if (name == NULL || !g_ascii_isalpha (name[0]) || strstr (name, "..") != NULL ||
      name[strspn (name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+-/")] != '\0')
    return NULL;

  return g_time_zone_new_identifier (name);
}

static gboolean
take_pair (const char *text,
           int         limit,
           int        *number)
{
  if (!g_ascii_isdigit (text[0]) || !g_ascii_isdigit (text[1]))
    return FALSE;
  *number = (text[0] - '0') * 10 + (text[1] - '0');

  return *number <= limit;
}

static gboolean
take_time (const char *text,
           int         time[3])
{
  return text[10] == 'T' && take_pair (text + 11, 23, &time[0]) &&
         text[13] == ':' && take_pair (text + 14, 59, &time[1]) &&
         text[16] == ':' && take_pair (text + 17, 59, &time[2]);
}

static gboolean
take_offset (const char *text,
             GTimeSpan  *offset)
{
  const char *p = text + OFFSET_AT;
  int hours, minutes;

  if ((p[0] != '+' && p[0] != '-') || p[3] != ':' ||
      !take_pair (p + 1, 14, &hours) || !take_pair (p + 4, 59, &minutes))
    return FALSE;
  *offset = (hours * G_TIME_SPAN_HOUR + minutes * G_TIME_SPAN_MINUTE) * (p[0] == '-' ? -1 : 1);

  return TRUE;
}

static char *
dup_zone_name (const char *text)
{
  const char *zone = text + ZONE_AT;
  gsize length = strlen (zone);

  if (text[ZONE_AT - 1] != '[' || length < 2 || zone[length - 1] != ']')
    return NULL;

  return g_strndup (zone, length - 1);
}

/* The wall clock is what was agreed, and rules of zones change after it was written; the offset
 * only tells which of two equal hours is meant when clocks are set back. */
static GDateTime *
choose_hour (GDateTime *moment,
             GTimeSpan  offset)
{
  g_autoptr (GDateTime) other = NULL;
  GTimeSpan difference = g_date_time_get_utc_offset (moment) - offset;

  if (difference == 0)
    return g_date_time_ref (moment);

  other = g_date_time_add (moment, difference);
  if (g_date_time_get_hour (other) == g_date_time_get_hour (moment) &&
      g_date_time_get_minute (other) == g_date_time_get_minute (moment))
    return g_steal_pointer (&other);

  return g_date_time_ref (moment);
}

GDateTime *
paz_datetime_parse (const char *text)
{
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (GDateTime) moment = NULL;
  g_autofree char *date = NULL;
  g_autofree char *name = NULL;
  GTimeSpan offset;
  GDate first, last;
  int time[3];

  if (text == NULL || strlen (text) <= ZONE_AT || !take_time (text, time) ||
      !take_offset (text, &offset))
    return NULL;

  date = g_strndup (text, 10);
  name = dup_zone_name (text);
  zone = find_zone (name);
  if (zone == NULL || paz_date_check (date) != PAZ_DATE_DAY ||
      !paz_date_get_range (date, &first, &last))
    return NULL;

  moment = g_date_time_new (zone, g_date_get_year (&first), g_date_get_month (&first),
                            g_date_get_day (&first), time[0], time[1], time[2]);
  return moment != NULL ? choose_hour (moment, offset) : NULL;
}

gboolean
paz_datetime_check (const char *text)
{
  g_autoptr (GDateTime) moment = paz_datetime_parse (text);

  return moment != NULL;
}

char *
paz_datetime_format (int         year,
                     int         month,
                     int         day,
                     int         hour,
                     int         minute,
                     const char *zone_name)
{
  g_autoptr (GTimeZone) zone = find_zone (zone_name);
  g_autoptr (GDateTime) moment = NULL;
  g_autofree char *text = NULL;
  int offset;

  if (zone == NULL)
    return NULL;
  moment = g_date_time_new (zone, year, month, day, hour, minute, 0);
  if (moment == NULL)
    return NULL;

  offset = g_date_time_get_utc_offset (moment) / G_TIME_SPAN_MINUTE;
  text = g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:00%c%02d:%02d[%s]",
                          g_date_time_get_year (moment), g_date_time_get_month (moment),
                          g_date_time_get_day_of_month (moment), g_date_time_get_hour (moment),
                          g_date_time_get_minute (moment), offset < 0 ? '-' : '+',
                          ABS (offset) / 60, ABS (offset) % 60, zone_name);

  return paz_datetime_check (text) ? g_steal_pointer (&text) : NULL;
}
