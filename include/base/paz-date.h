/* Dates as text: ISO 8601, complete or partial. Months as a number. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* 0 none, 1 year, 2 month, 3 day */
typedef enum
{
  PAZ_DATE_INVALID,
  PAZ_DATE_YEAR,
  PAZ_DATE_MONTH,
  PAZ_DATE_DAY,
} PazDatePrecision;

/* "2024", "2024-05", "2024-05-31"; days are checked against the calendar, years 1900 to 2200. */
PazDatePrecision paz_date_check         (const char  *iso);
/* How a person may type: ISO, dd/mm/yyyy, dd-mm-yyyy, dd.mm.yyyy, mm/yyyy, yyyy, "31 may 2024",
 * "31-Mar-14", "mayo de 2024", in es, pt or en. NULL when it is none of them. */
char            *paz_date_parse         (const char  *text);
/* Also what only a person says, in es, pt or en: "hoy", "mañana", "ayer", "+30d", "-2s", "+6m",
 * "+1a" from the day that is today, a day of this month ("15"), "3/4" of this year, two-digit
 * years. month_first: 3/4/2025 is the fourth of March. */
char            *paz_date_parse_typed   (const char  *text,
                                         const GDate *today,
                                         gboolean     month_first);
/* Whether the person's locale (LC_TIME) writes the month before the day. */
gboolean         paz_date_is_month_first (void);
/* First and last day of what a partial date covers. FALSE when invalid. */
gboolean         paz_date_get_range     (const char  *iso,
                                         GDate       *first,
                                         GDate       *last);

/* Months since January of year 0: year * 12 + (month - 1). 0 is "none". */
guint16          paz_month_parse        (const char  *yyyy_mm);
/* "2014-03"; to is the buffer, at least 8 bytes. */
char            *paz_month_format       (guint16      month,
                                         char         to[8]);
guint            paz_month_get_year     (guint16      month);
guint            paz_month_get_days     (guint16      month);

/* "2024-05-31T14:00:00-05:00[America/Lima]": checked, zone known to the system. */
gboolean         paz_datetime_check     (const char  *text);
/* NULL when invalid. */
GDateTime       *paz_datetime_parse     (const char  *text);
/* Writes `local` wall time in the named zone. NULL when the zone is unknown. */
char            *paz_datetime_format    (int year, int month, int day, int hour, int minute,
                                         const char  *zone);

G_END_DECLS
