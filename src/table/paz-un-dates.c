#include "paz-un-dates.h"

#include "base/paz-date.h"

#include <string.h>

#define MAX_LENGTH 40

typedef struct
{
  guint first;
  guint second;
  guint year;
} Figures;

static gboolean
take_figures (const char **p,
              guint        max_digits,
              guint       *value)
{
  guint n = 0;

  for (*value = 0; n < max_digits && g_ascii_isdigit (**p); n++)
    *value = *value * 10 + (guint) g_ascii_digit_value (*(*p)++);

  return n > 0;
}

/* "31/03/2014", "3-31-2014", "31.3.2014": two numbers and a year of four digits. */
static gboolean
split_figures (const char *text,
               Figures    *figures)
{
  char mark;
  const char *p = text;

  if (!take_figures (&p, 2, &figures->first) || strchr ("/-.", *p) == NULL || *p == '\0')
    return FALSE;
  mark = *p++;
  if (!take_figures (&p, 2, &figures->second) || *p++ != mark)
    return FALSE;

  return take_figures (&p, 4, &figures->year) && figures->year >= 1000 && *p == '\0';
}

/* The text without a time of day: "2014-03-31T00:00:00", "31/03/2014 00:00". */
static gboolean
copy_date (const PazCell *cell,
           char           to[MAX_LENGTH + 1])
{
  char *time;

  if (cell->length == 0 || cell->length > MAX_LENGTH)
    return FALSE;

  memcpy (to, cell->text, cell->length);
  to[cell->length] = '\0';
  time = strpbrk (to, " T");
  if (time != NULL && time - to >= 8 && g_ascii_isdigit (time[1]) && strchr (time, ':') != NULL)
    *time = '\0';

  return TRUE;
}

static PazUnDateResult
make_date (guint year,
           guint month,
           guint day,
           char  iso[PAZ_UN_DATE_SIZE])
{
  g_snprintf (iso, PAZ_UN_DATE_SIZE, "%04u-%02u-%02u", year % 10000, month % 100, day % 100);

  return paz_date_check (iso) == PAZ_DATE_DAY ? PAZ_UN_DATE_READ : PAZ_UN_DATE_WRONG;
}

static PazUnDateResult
read_figures (const Figures *figures,
              PazDateOrder   order,
              char           iso[PAZ_UN_DATE_SIZE])
{
  /* 05/05/2014 is of May either way. */
  gboolean day_first = figures->first > 12 || figures->first == figures->second
                       || (figures->second <= 12 && order == PAZ_DATE_ORDER_DAY_FIRST);
  gboolean month_first = figures->second > 12
                         || (figures->first <= 12 && order == PAZ_DATE_ORDER_MONTH_FIRST);

  if (day_first)
    return make_date (figures->year, figures->second, figures->first, iso);
  if (month_first)
    return make_date (figures->year, figures->first, figures->second, iso);

  return PAZ_UN_DATE_DOUBTFUL;
}

static PazUnDateResult
read_words (const char *text,
            char        iso[PAZ_UN_DATE_SIZE])
{
  g_autofree char *date = paz_date_parse (text);

  if (date == NULL || strlen (date) >= PAZ_UN_DATE_SIZE)
    return PAZ_UN_DATE_WRONG;

  g_strlcpy (iso, date, PAZ_UN_DATE_SIZE);
  return PAZ_UN_DATE_READ;
}

void
paz_date_order_note (PazDateOrder  *order,
                     const PazCell *cell)
{
  char text[MAX_LENGTH + 1];
  PazDateOrder told;
  Figures figures;

  if (!copy_date (cell, text) || !split_figures (text, &figures)
      || (figures.first > 12) == (figures.second > 12))
    return;

  told = figures.first > 12 ? PAZ_DATE_ORDER_DAY_FIRST : PAZ_DATE_ORDER_MONTH_FIRST;
  if (*order == PAZ_DATE_ORDER_UNKNOWN)
    *order = told;
  else if (*order != told)
    *order = PAZ_DATE_ORDER_MIXED;
}

PazUnDateResult
paz_un_date_read_day (const PazCell *cell,
                      PazDateOrder   order,
                      char           iso[PAZ_UN_DATE_SIZE])
{
  char text[MAX_LENGTH + 1];
  Figures figures;

  if (!copy_date (cell, text))
    return PAZ_UN_DATE_WRONG;
  if (split_figures (text, &figures))
    return read_figures (&figures, order, iso);

  return read_words (text, iso);
}

PazUnDateResult
paz_un_date_read (const PazCell *cell,
                  PazDateOrder   order,
                  guint16       *month)
{
  char iso[PAZ_UN_DATE_SIZE];
  PazUnDateResult result = paz_un_date_read_day (cell, order, iso);

  if (result != PAZ_UN_DATE_READ)
    return result;
  if (strlen (iso) < 7)
    return PAZ_UN_DATE_WRONG;

  iso[7] = '\0';
  *month = paz_month_parse (iso);
  return *month != 0 ? PAZ_UN_DATE_READ : PAZ_UN_DATE_WRONG;
}
