/* Numbers, dates, countries and order of a language, by ICU. */
#include "paz-catalogue-private.h"

#include "base/paz-date.h"
#include "base/paz-decimal.h"

#include <string.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>
#include <unicode/udatpg.h>

#define NO_BREAK_SPACE "\u00a0"

/* English as the UN writes it: "31 May 2024". */
static const char *
get_icu_locale (PazCatalogue *self)
{
  return self->language == PAZ_LANGUAGE_EN ? "en_001" : paz_language_get_code (self->language);
}

static char *
to_utf8 (const UChar *text,
         int32_t      length)
{
  return g_utf16_to_utf8 ((const gunichar2 *) text, length, NULL, NULL, NULL);
}

/* ---- numbers ---- */

/* "group-on-aligned": Spanish would leave four digits together, beside others that are grouped. */
static UNumberFormatter *
open_number_format (PazCatalogue *self,
                    gboolean      hundredths,
                    int           places)
{
  g_autoptr (GString) skeleton = g_string_new ("group-on-aligned rounding-mode-half-up");
  UErrorCode status = U_ZERO_ERROR;
  UNumberFormatter *format;
  UChar wide[128];

  if (hundredths)
    g_string_append (skeleton, " scale/100");
  if (places < 0)
    g_string_append (skeleton, " precision-unlimited");
  else if (places == 0)
    g_string_append (skeleton, " precision-integer");
  else
    {
      g_string_append (skeleton, " .");
      for (int i = 0; i < places; i++)
        g_string_append_c (skeleton, '0');
    }

  u_uastrcpy (wide, skeleton->str);
  format = unumf_openForSkeletonAndLocale (wide, -1, get_icu_locale (self), &status);
  if (U_FAILURE (status))
    g_error ("ICU cannot format numbers: %s", u_errorName (status));

  return format;
}

static const UNumberFormatter *
get_number_format (PazCatalogue *self,
                   gboolean      hundredths,
                   int           places)
{
  UNumberFormatter **place = &self->numbers[hundredths][CLAMP (places, -1, PAZ_N_PLACES - 2) + 1];
  const UNumberFormatter *format;

  g_mutex_lock (&self->lock);
  if (*place == NULL)
    *place = open_number_format (self, hundredths, CLAMP (places, -1, PAZ_N_PLACES - 2));
  format = *place;
  g_mutex_unlock (&self->lock);

  return format;
}

static char *
take_result (UFormattedNumber *result,
             UErrorCode       *status)
{
  UChar text[512];
  int32_t length = unumf_resultToString (result, text, G_N_ELEMENTS (text), status);

  unumf_closeResult (result);
  return U_SUCCESS (*status) ? to_utf8 (text, length) : NULL;
}

char *
paz_catalogue_dup_integer (PazCatalogue *self,
                           gint64        value)
{
  UErrorCode status = U_ZERO_ERROR;
  UFormattedNumber *result = unumf_openResult (&status);

  unumf_formatInt (get_number_format (self, FALSE, 0), value, result, &status);
  return take_result (result, &status);
}

char *
paz_catalogue_dup_decimal (PazCatalogue *self,
                           const char   *decimal,
                           int           places)
{
  UErrorCode status = U_ZERO_ERROR;
  UFormattedNumber *result;
  char *text;

  if (!paz_decimal_check (decimal))
    return g_strdup (decimal);

  result = unumf_openResult (&status);
  unumf_formatDecimal (get_number_format (self, FALSE, places), decimal, -1, result, &status);
  text = take_result (result, &status);

  return text != NULL ? text : g_strdup (decimal);
}

/* ICU's Brazilian pattern has no blank before the sign; tables in es and pt side by side have. */
char *
paz_catalogue_dup_percent (PazCatalogue *self,
                           double        fraction,
                           int           places)
{
  UErrorCode status = U_ZERO_ERROR;
  UFormattedNumber *result = unumf_openResult (&status);
  g_autofree char *number = NULL;

  unumf_formatDouble (get_number_format (self, TRUE, MAX (places, 0)), fraction, result, &status);
  number = take_result (result, &status);

  /* Spanish sets a space before the sign, Brazil does not. */
  return g_strconcat (number, self->language == PAZ_LANGUAGE_ES ? NO_BREAK_SPACE "%" : "%", NULL);
}

/* ---- dates ---- */

/* As the language orders the parts. Returns the length. */
static int32_t
find_pattern (PazCatalogue *self,
              PazPattern    pattern,
              UChar        *best,
              int32_t       size,
              UErrorCode   *status)
{
  static const char * const skeletons[PAZ_N_PATTERNS] = {
    [PAZ_PATTERN_MONTH] = "yMMMM",
    [PAZ_PATTERN_DAY] = "yMMMd",
    [PAZ_PATTERN_MOMENT] = "yMMMdHm",
  };
  UDateTimePatternGenerator *generator;
  UChar skeleton[16];
  int32_t length;

  if (skeletons[pattern] == NULL)
    {
      u_uastrcpy (best, "MMM y");
      return u_strlen (best);
    }
  generator = udatpg_open (get_icu_locale (self), status);
  u_uastrcpy (skeleton, skeletons[pattern]);
  length = udatpg_getBestPattern (generator, skeleton, -1, best, size, status);
  udatpg_close (generator);

  return length;
}

static UDateFormat *
open_date_format (PazCatalogue *self,
                  PazPattern    pattern)
{
  UErrorCode status = U_ZERO_ERROR;
  UDateFormat *format;
  UChar best[128], utc[8];
  int32_t length;

  u_uastrcpy (utc, "UTC");
  length = find_pattern (self, pattern, best, G_N_ELEMENTS (best), &status);
  format = udat_open (UDAT_PATTERN, UDAT_PATTERN, get_icu_locale (self), utc, -1,
                      best, length, &status);
  if (U_FAILURE (status))
    g_error ("ICU cannot format dates: %s", u_errorName (status));

  return format;
}

static char *
format_wall_time (PazCatalogue *self,
                  PazPattern    pattern,
                  GDateTime    *as_utc)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar text[128];
  int32_t length;

  g_mutex_lock (&self->lock);
  if (self->dates[pattern] == NULL)
    self->dates[pattern] = open_date_format (self, pattern);
  length = udat_format (self->dates[pattern], g_date_time_to_unix (as_utc) * 1000.0,
                        text, G_N_ELEMENTS (text), NULL, &status);
  g_mutex_unlock (&self->lock);

  return U_SUCCESS (status) ? to_utf8 (text, length) : g_date_time_format_iso8601 (as_utc);
}

char *
paz_catalogue_dup_date (PazCatalogue *self,
                        const char   *iso)
{
  PazDatePrecision precision = paz_date_check (iso);
  g_autoptr (GDateTime) moment = NULL;
  GDate first, last;

  if (precision == PAZ_DATE_INVALID || precision == PAZ_DATE_YEAR)
    return g_strdup (iso);

  paz_date_get_range (iso, &first, &last);
  moment = g_date_time_new_utc (g_date_get_year (&first), g_date_get_month (&first),
                                g_date_get_day (&first), 0, 0, 0);

  return format_wall_time (self, precision == PAZ_DATE_DAY ? PAZ_PATTERN_DAY : PAZ_PATTERN_MONTH,
                           moment);
}

char *
paz_catalogue_dup_narrow_month (PazCatalogue *self,
                                const char   *iso)
{
  g_autoptr (GDateTime) moment = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *text = NULL;
  GDate first, last;

  if (paz_date_check (iso) != PAZ_DATE_MONTH)
    return g_strdup (iso);
  paz_date_get_range (iso, &first, &last);
  moment = g_date_time_new_utc (g_date_get_year (&first), g_date_get_month (&first), 1, 0, 0, 0);

  text = format_wall_time (self, PAZ_PATTERN_NARROW_MONTH, moment);
  /* Spreadsheets shorten without a full stop. */
  parts = g_strsplit (text, ".", -1);

  return g_strjoinv ("", parts);
}

/* GLib knows the machine's zone, and follows when it changes; ICU only writes the wall time. */
char *
paz_catalogue_dup_moment (PazCatalogue *self,
                          gint64        unix_ms)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (unix_ms / 1000);
  g_autoptr (GDateTime) wall = NULL;

  if (moment == NULL)
    return g_strdup ("");
  wall = g_date_time_new_utc (g_date_time_get_year (moment), g_date_time_get_month (moment),
                              g_date_time_get_day_of_month (moment),
                              g_date_time_get_hour (moment), g_date_time_get_minute (moment), 0);

  return format_wall_time (self, PAZ_PATTERN_MOMENT, wall);
}

/* ---- countries ---- */

static gboolean
is_iso3 (const char *code)
{
  return strlen (code) == 3 && g_ascii_isupper (code[0]) && g_ascii_isupper (code[1]) &&
         g_ascii_isupper (code[2]);
}

char *
paz_catalogue_dup_country (PazCatalogue *self,
                           const char   *iso3)
{
  UErrorCode status = U_ZERO_ERROR;
  g_autofree char *locale = NULL;
  char iso2[ULOC_COUNTRY_CAPACITY];
  UChar name[128];
  int32_t length;

  g_return_val_if_fail (iso3 != NULL, NULL);

  if (!is_iso3 (iso3))
    return g_strdup (iso3);

  /* ICU shortens the three letters to the two that its names are kept under. */
  locale = g_strconcat ("und_", iso3, NULL);
  if (uloc_getCountry (locale, iso2, sizeof iso2, &status) != 2 || U_FAILURE (status))
    return g_strdup (iso3);
  length = uloc_getDisplayCountry (locale, get_icu_locale (self), name, G_N_ELEMENTS (name), &status);

  return U_SUCCESS (status) && status != U_USING_DEFAULT_WARNING ? to_utf8 (name, length)
                                                                 : g_strdup (iso3);
}

/* ---- order ---- */

/* Numbers inside words count by their value: items and recommendations are numbered as text. */
static UCollator *
open_collator (PazLanguage language)
{
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator = ucol_open (paz_language_get_code (language), &status);

  ucol_setAttribute (collator, UCOL_NUMERIC_COLLATION, UCOL_ON, &status);
  if (U_FAILURE (status))
    g_error ("ICU cannot order words: %s", u_errorName (status));

  return collator;
}

static const UCollator *
get_collator (PazCatalogue *self)
{
  const UCollator *collator;

  g_mutex_lock (&self->lock);
  if (self->collator == NULL)
    self->collator = open_collator (self->language);
  collator = self->collator;
  g_mutex_unlock (&self->lock);

  return collator;
}

int
paz_catalogue_compare (PazCatalogue *self,
                       const char   *a,
                       const char   *b)
{
  UErrorCode status = U_ZERO_ERROR;

  return ucol_strcollUTF8 (get_collator (self), a, -1, b, -1, &status);
}

GBytes *
paz_catalogue_dup_sort_key (PazCatalogue *self,
                            const char   *text)
{
  const UCollator *collator = get_collator (self);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree gunichar2 *wide = g_utf8_to_utf16 (valid, -1, NULL, NULL, NULL);
  int32_t length = ucol_getSortKey (collator, (const UChar *) wide, -1, NULL, 0);
  guint8 *key = g_malloc (length);

  ucol_getSortKey (collator, (const UChar *) wide, -1, key, length);
  return g_bytes_new_take (key, length);
}

void
paz_catalogue_clear_formats (PazCatalogue *self)
{
  g_clear_pointer (&self->collator, ucol_close);
  for (int i = 0; i < PAZ_N_PLACES; i++)
    {
      g_clear_pointer (&self->numbers[0][i], unumf_close);
      g_clear_pointer (&self->numbers[1][i], unumf_close);
    }
  for (int i = 0; i < PAZ_N_PATTERNS; i++)
    g_clear_pointer (&self->dates[i], udat_close);
}
