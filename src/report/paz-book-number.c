#include "paz-book-private.h"

#include "base/paz-date.h"

#include <math.h>

/* The day of a spreadsheet's serial number, counted from 1899-12-30. */
static char *
dup_day (double serial)
{
  g_autoptr (GDate) day = g_date_new_dmy (30, 12, 1899);
  char text[16];

  g_date_add_days (day, (guint) serial);
  g_date_strftime (text, sizeof text, "%Y-%m-%d", day);

  return g_strdup (text);
}

static char *
show_month (double        serial,
            PazCatalogue *catalogue)
{
  g_autofree char *day = dup_day (serial);

  day[7] = '\0';

  return paz_catalogue_dup_narrow_month (catalogue, day);
}

static char *
show_decimal (double        value,
              int           places,
              PazCatalogue *catalogue)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (number, sizeof number, places == 2 ? "%.2f" : "%.1f", value);

  return paz_catalogue_dup_decimal (catalogue, number, places);
}

/* Each number format of the table of styles. */
char *
paz_book_show_number (double      value,
                      PazStyle    style,
                      PazLanguage language)
{
  const char *format = paz_style_get_number (style);
  PazCatalogue *catalogue = paz_catalogue_get (language);

  if (g_strcmp0 (format, "month") == 0)
    return show_month (value, catalogue);
  if (g_strcmp0 (format, "yyyy-mm-dd") == 0)
    return dup_day (value);
  if (g_strcmp0 (format, "0.0%") == 0)
    return paz_catalogue_dup_percent (catalogue, value, 1);
  if (g_strcmp0 (format, "0.0") == 0)
    return show_decimal (value, 1, catalogue);
  if (g_strcmp0 (format, "#,##0.00") == 0)
    return show_decimal (value, 2, catalogue);
  if (g_strcmp0 (format, "0") == 0)
    return g_strdup_printf ("%.0f", value);

  return paz_catalogue_dup_integer (catalogue, llround (value));
}
