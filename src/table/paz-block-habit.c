/* How the cells of one column write numbers and dates. "03/04/2025" says nothing by itself, but
 * "25/04/2025" further down says that days stand first; the same for "1.250" and "12.5". */
#include "paz-block-paste.h"

#include "base/paz-date.h"
#include "base/paz-decimal.h"

#include <stdio.h>
#include <string.h>

typedef struct
{
  guint first, second, year;
} Numbers;

/* The epoch of spreadsheets' serial numbers, but for the first two months of 1900. */
#define SERIAL_EPOCH 693594   /* 1899-12-30 as a Julian day of GDate */

static gboolean
is_midnight (const char *rest)
{
  static const char * const times[] = {
    "", "0:00", "00:00", "0:00:00", "00:00:00", "12:00 AM", "12:00:00 AM", NULL
  };

  while (g_ascii_isspace (*rest) || *rest == ',')
    rest++;

  return g_strv_contains (times, rest);
}

/* "31/05/2024", "5-31-24", "31.05.2024 00:00". */
static gboolean
read_numbers (const char *text,
              Numbers    *numbers)
{
  char separator[2];
  int length = 0;
  guint digits;

  if (sscanf (text, "%2u%1[/.-]%2u%n", &numbers->first, separator, &numbers->second, &length) != 3 ||
      text[length] != separator[0])
    return FALSE;
  text += length + 1;
  digits = strspn (text, "0123456789");
  if (digits != 2 && digits != 4)
    return FALSE;
  numbers->year = (guint) g_ascii_strtoull (text, NULL, 10);
  if (digits == 2)
    numbers->year += numbers->year < 69 ? 2000 : 1900;

  return is_midnight (text + digits);
}

static char *
write_date (guint year,
            guint month,
            guint day)
{
  char *iso = g_strdup_printf ("%04u-%02u-%02u", year, month, day);

  if (paz_date_check (iso) == PAZ_DATE_DAY)
    return iso;
  g_free (iso);

  return NULL;
}

static char *
write_numbers (const Numbers *numbers,
               gboolean       month_first)
{
  return month_first ? write_date (numbers->year, numbers->first, numbers->second)
                     : write_date (numbers->year, numbers->second, numbers->first);
}

/* The day a serial number stands for, when it stands for one. */
static char *
dup_serial (const char *exact)
{
  double serial = exact != NULL ? paz_decimal_to_double (exact) : 0;
  GDate date;

  if (serial < 61 || serial > 110000)
    return NULL;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, SERIAL_EPOCH + (guint) serial);

  return write_date (g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
}

/* "2024-05-31 00:00:00" without its hour. */
static char *
dup_without_hour (const char *text)
{
  const char *blank = strpbrk (text, " T");
  g_autofree char *day = blank != NULL ? g_strndup (text, blank - text) : NULL;

  if (day != NULL && paz_date_check (day) == PAZ_DATE_DAY && is_midnight (blank + 1))
    return g_steal_pointer (&day);

  return g_strdup (text);
}

char *
paz_block_dup_date (const char *text,
                    const char *exact,
                    gboolean    month_first)
{
  Numbers numbers;
  g_autofree char *serial = NULL;
  g_autofree char *other = NULL;
  char *date;

  if (!read_numbers (text, &numbers))
    return dup_without_hour (text);

  date = write_numbers (&numbers, month_first);
  other = write_numbers (&numbers, !month_first);
  serial = dup_serial (exact);
  /* What the program that copied it keeps decides, where it is one of the two. */
  if (serial != NULL && g_strcmp0 (serial, other) == 0 && g_strcmp0 (serial, date) != 0)
    {
      g_free (date);
      return g_steal_pointer (&other);
    }

  return date;
}

/* ---- evidence ---- */

typedef struct
{
  guint day_first, month_first, open;
  guint comma, point;
} Evidence;

static void
weigh_date (Evidence   *evidence,
            const char *text,
            const char *exact)
{
  g_autofree char *serial = NULL;
  g_autofree char *day_first = NULL;
  g_autofree char *month_first = NULL;
  Numbers numbers;

  if (!read_numbers (text, &numbers) || numbers.first == numbers.second)
    return;
  serial = dup_serial (exact);
  day_first = write_numbers (&numbers, FALSE);
  month_first = write_numbers (&numbers, TRUE);
  if (day_first != NULL && (month_first == NULL || g_strcmp0 (serial, day_first) == 0))
    evidence->day_first++;
  else if (month_first != NULL && (day_first == NULL || g_strcmp0 (serial, month_first) == 0))
    evidence->month_first++;
  else if (day_first != NULL)
    evidence->open++;
}

/* "1,250.5" and "12.5" can be read by one habit alone. */
static void
weigh_number (Evidence   *evidence,
              const char *text)
{
  g_autofree char *bare = g_strndup (text, strcspn (text, "%"));
  g_autofree char *comma = paz_decimal_parse (bare, ',');
  g_autofree char *point = paz_decimal_parse (bare, '.');

  evidence->comma += comma != NULL && point == NULL;
  evidence->point += point != NULL && comma == NULL;
}

static gboolean
is_month_first (PazPaste       *self,
                const Evidence *evidence)
{
  switch (self->dates)
    {
    case PAZ_PASTE_DATES_DAY_FIRST:
      return FALSE;
    case PAZ_PASTE_DATES_MONTH_FIRST:
      return TRUE;
    case PAZ_PASTE_DATES_BY_EVIDENCE:
      break;
    }

  /* As in the region and at the UN, unless the column says otherwise throughout. */
  return evidence->month_first > 0 && evidence->day_first == 0;
}

static char
find_mark (PazPaste       *self,
           const Evidence *evidence)
{
  if (evidence->comma > 0 && evidence->point == 0)
    return ',';
  if (evidence->point > 0 && evidence->comma == 0)
    return '.';

  return paz_decimal_get_mark (self->language);
}

void
paz_block_find_habit (PazPaste *self,
                      guint     column,
                      gboolean *open)
{
  PazPasteColumn *found = &g_array_index (self->columns, PazPasteColumn, column);
  const PazField *field = found->target.field;
  Evidence evidence = { 0 };
  gboolean is_date = field != NULL && field->type == PAZ_VALUE_DATE;

  for (guint row = self->n_headings; field != NULL && row < paz_block_get_n_rows (self->block); row++)
    {
      const char *text = paz_block_get_text (self->block, row, column);

      if (is_date)
        weigh_date (&evidence, text, paz_block_get_exact (self->block, row, column));
      else if (*text != '\0')
        weigh_number (&evidence, text);
    }

  found->month_first = is_month_first (self, &evidence);
  found->mark = find_mark (self, &evidence);
  if (is_date && evidence.open > 0 && evidence.day_first == 0 && evidence.month_first == 0)
    *open = TRUE;
}
