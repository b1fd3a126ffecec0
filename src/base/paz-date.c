#include "base/paz-date.h"

#include <string.h>

#define FIRST_YEAR 1900
#define LAST_YEAR 2200

static gboolean
take_number (const char *text,
             gsize       n_digits,
             int        *number)
{
  *number = 0;
  for (gsize i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *number = *number * 10 + (text[i] - '0');
    }

  return TRUE;
}

static PazDatePrecision
take_apart (const char *iso,
            int        *year,
            int        *month,
            int        *day)
{
  gsize length = iso != NULL ? strlen (iso) : 0;

  *month = *day = 1;
  if (length != 4 && length != 7 && length != 10)
    return PAZ_DATE_INVALID;
  if (!take_number (iso, 4, year) || *year < FIRST_YEAR || *year > LAST_YEAR)
    return PAZ_DATE_INVALID;
  if (length == 4)
    return PAZ_DATE_YEAR;
  if (iso[4] != '-' || !take_number (iso + 5, 2, month) || *month < 1 || *month > 12)
    return PAZ_DATE_INVALID;
  if (length == 7)
    return PAZ_DATE_MONTH;
  if (iso[7] != '-' || !take_number (iso + 8, 2, day) || !g_date_valid_dmy (*day, *month, *year))
    return PAZ_DATE_INVALID;

  return PAZ_DATE_DAY;
}

PazDatePrecision
paz_date_check (const char *iso)
{
  int year, month, day;

  return take_apart (iso, &year, &month, &day);
}

gboolean
paz_date_get_range (const char *iso,
                    GDate      *first,
                    GDate      *last)
{
  int year, month, day;
  PazDatePrecision precision = take_apart (iso, &year, &month, &day);

  if (precision == PAZ_DATE_INVALID)
    return FALSE;

  g_date_clear (first, 1);
  g_date_clear (last, 1);
  g_date_set_dmy (first, day, month, year);
  if (precision == PAZ_DATE_YEAR)
    g_date_set_dmy (last, 31, G_DATE_DECEMBER, year);
  else if (precision == PAZ_DATE_MONTH)
    g_date_set_dmy (last, g_date_get_days_in_month (month, year), month, year);
  else
    *last = *first;

  return TRUE;
}

guint16
paz_month_parse (const char *yyyy_mm)
{
  int year, month, day;

  if (take_apart (yyyy_mm, &year, &month, &day) != PAZ_DATE_MONTH)
    return 0;

  return year * 12 + (month - 1);
}

char *
paz_month_format (guint16 month,
                  char    to[8])
{
  guint year = month / 12;
  guint number = month % 12 + 1;

  to[0] = '0' + year / 1000 % 10;
  to[1] = '0' + year / 100 % 10;
  to[2] = '0' + year / 10 % 10;
  to[3] = '0' + year % 10;
  to[4] = '-';
  to[5] = '0' + number / 10;
  to[6] = '0' + number % 10;
  to[7] = '\0';

  return to;
}

guint
paz_month_get_year (guint16 month)
{
  return month / 12;
}

guint
paz_month_get_days (guint16 month)
{
  g_return_val_if_fail (month >= 12, 0);

  return g_date_get_days_in_month (month % 12 + 1, month / 12);
}
