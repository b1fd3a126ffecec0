#include "model/paz-value-private.h"

#include "base/paz-date.h"

static gboolean
check_date (const PazField *field,
            GVariant       *value,
            PazValueError  *code)
{
  *code = PAZ_VALUE_ERROR_DATE;

  return paz_date_check (g_variant_get_string (value, NULL)) != PAZ_DATE_INVALID;
}

static GVariant *
parse_date (const PazField *field,
            const char     *text,
            PazCatalogue   *catalogue,
            PazValueError  *code)
{
  char *date = paz_date_parse (text);

  *code = PAZ_VALUE_ERROR_DATE;

  return date != NULL ? g_variant_new_take_string (date) : NULL;
}

static char *
display_date (const PazField *field,
              const PazKind  *kind,
              GVariant       *value,
              PazCatalogue   *catalogue)
{
  return paz_catalogue_dup_date (catalogue, g_variant_get_string (value, NULL));
}

static gboolean
check_month (const PazField *field,
             GVariant       *value,
             PazValueError  *code)
{
  *code = PAZ_VALUE_ERROR_MONTH;

  return paz_date_check (g_variant_get_string (value, NULL)) == PAZ_DATE_MONTH;
}

static GVariant *
parse_month (const PazField *field,
             const char     *text,
             PazCatalogue   *catalogue,
             PazValueError  *code)
{
  g_autofree char *date = paz_date_parse (text);

  *code = PAZ_VALUE_ERROR_MONTH;
  if (date == NULL || paz_date_check (date) != PAZ_DATE_MONTH)
    return NULL;

  return g_variant_new_string (date);
}

static gboolean
check_datetime (const PazField *field,
                GVariant       *value,
                PazValueError  *code)
{
  *code = PAZ_VALUE_ERROR_DATETIME;

  return paz_datetime_check (g_variant_get_string (value, NULL));
}

/* A day, an hour and a zone: "31/05/2024, 14:00 (America/Lima)". The zone must be said: an hour
 * without one is a different moment in each capital. */
static char *
parse_written (const char *text)
{
  static gsize once = 0;
  static GRegex *regex;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *day = NULL;
  g_autofree char *hour = NULL;
  g_autofree char *minute = NULL;
  g_autofree char *zone = NULL;
  g_autofree char *date = NULL;

  if (g_once_init_enter (&once))
    {
      regex = g_regex_new ("^(.+?)[ ,T]+([0-9]{1,2}):([0-9]{2})[ ]*\\(?([A-Za-z][A-Za-z0-9_+/-]*)\\)?$",
                           G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&once, 1);
    }

  if (!g_regex_match (regex, text, 0, &match))
    return NULL;

  day = g_match_info_fetch (match, 1);
  hour = g_match_info_fetch (match, 2);
  minute = g_match_info_fetch (match, 3);
  zone = g_match_info_fetch (match, 4);
  date = paz_date_parse (day);
  if (date == NULL || paz_date_check (date) != PAZ_DATE_DAY || atoi (hour) > 23 || atoi (minute) > 59)
    return NULL;

  return paz_datetime_format (atoi (date), atoi (date + 5), atoi (date + 8),
                              atoi (hour), atoi (minute), zone);
}

static GVariant *
parse_datetime (const PazField *field,
                const char     *text,
                PazCatalogue   *catalogue,
                PazValueError  *code)
{
  char *written;

  if (paz_datetime_check (text))
    return g_variant_new_string (text);

  *code = PAZ_VALUE_ERROR_DATETIME;
  written = parse_written (text);

  return written != NULL ? g_variant_new_take_string (written) : NULL;
}

static char *
dup_zone (const char *text)
{
  const char *open = strchr (text, '[');

  return open != NULL ? g_strndup (open + 1, strcspn (open + 1, "]")) : g_strdup ("");
}

static char *
display_datetime (const PazField *field,
                  const PazKind  *kind,
                  GVariant       *value,
                  PazCatalogue   *catalogue)
{
  const char *text = g_variant_get_string (value, NULL);
  g_autofree char *iso = NULL;
  g_autofree char *date = NULL;
  g_autofree char *zone = NULL;

  if (!paz_datetime_check (text))
    return g_strdup (text);

  iso = g_strndup (text, strlen ("2024-05-31"));
  date = paz_catalogue_dup_date (catalogue, iso);
  zone = dup_zone (text);

  return g_strdup_printf ("%s, %.5s (%s)", date, text + strlen ("2024-05-31T"), zone);
}

static int
compare_datetime (const PazField *field,
                  GVariant       *a,
                  GVariant       *b,
                  PazCatalogue   *catalogue)
{
  g_autoptr (GDateTime) moment_a = paz_datetime_parse (g_variant_get_string (a, NULL));
  g_autoptr (GDateTime) moment_b = paz_datetime_parse (g_variant_get_string (b, NULL));

  if (moment_a == NULL || moment_b == NULL)
    return paz_value_compare_string (field, a, b, catalogue);

  return g_date_time_compare (moment_a, moment_b);
}

const PazValueForm paz_form_date = {
  G_VARIANT_TYPE_STRING, check_date, parse_date, display_date, paz_value_plain_string,
  paz_value_compare_string
};

const PazValueForm paz_form_month = {
  G_VARIANT_TYPE_STRING, check_month, parse_month, display_date, paz_value_plain_string,
  paz_value_compare_string
};

const PazValueForm paz_form_datetime = {
  G_VARIANT_TYPE_STRING, check_datetime, parse_datetime, display_datetime, paz_value_plain_string,
  compare_datetime
};
