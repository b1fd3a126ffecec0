#include "base/paz-date.h"

static void
test_check (void)
{
  static const char * const bad[] = {
    "", "24", "1899", "2201", "2024-", "2024-13", "2024-00", "2024-5", "2023-02-29", "2024-04-31",
    "2024-04-00", "2024/04/01", " 2024", "2024-04-01T", "２０２４",
  };

  g_assert_cmpint (paz_date_check ("2024"), ==, PAZ_DATE_YEAR);
  g_assert_cmpint (paz_date_check ("1900-01"), ==, PAZ_DATE_MONTH);
  g_assert_cmpint (paz_date_check ("2024-02-29"), ==, PAZ_DATE_DAY);
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_cmpint (paz_date_check (bad[i]), ==, PAZ_DATE_INVALID);
  g_assert_cmpint (paz_date_check (NULL), ==, PAZ_DATE_INVALID);
}

static void
check_range (const char *iso,
             const char *expected)
{
  GDate first, last;
  g_autofree char *got = NULL;

  g_assert_true (paz_date_get_range (iso, &first, &last));
  got = g_strdup_printf ("%u-%u-%u %u-%u-%u",
                         g_date_get_year (&first), g_date_get_month (&first), g_date_get_day (&first),
                         g_date_get_year (&last), g_date_get_month (&last), g_date_get_day (&last));
  g_assert_cmpstr (got, ==, expected);
}

static void
test_range (void)
{
  GDate first, last;

  check_range ("2024", "2024-1-1 2024-12-31");
  check_range ("2024-02", "2024-2-1 2024-2-29");
  check_range ("2023-02", "2023-2-1 2023-2-28");
  check_range ("2024-05-31", "2024-5-31 2024-5-31");
  g_assert_false (paz_date_get_range ("soon", &first, &last));
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    const char *iso;      /* NULL: refused */
  } cases[] = {
    { "2024-05-31", "2024-05-31" }, { "2024-05", "2024-05" }, { " 2024 ", "2024" },
    { "31/05/2024", "2024-05-31" }, { "1/2/2024", "2024-02-01" }, { "31-05-2024", "2024-05-31" },
    { "31.5.2024", "2024-05-31" }, { "05/2024", "2024-05" }, { "5/2024", "2024-05" }, { "2024/05/31", "2024-05-31" },
    { "31-Mar-14", "2014-03-31" }, { "31-mar-69", "1969-03-31" }, { "31-Mar-2014", "2014-03-31" },
    { "31 may 2024", "2024-05-31" }, { "31 de mayo de 2024", "2024-05-31" }, { "31 de maio de 2024", "2024-05-31" },
    { "mayo de 2024", "2024-05" }, { "maio 2024", "2024-05" }, { "May 2024", "2024-05" }, { "may-14", "2014-05" },
    { "2024 mayo", "2024-05" }, { "Março de 2014", "2014-03" }, { "marco 2014", "2014-03" }, { "MARÇO 2014", "2014-03" },
    { "1.º de mayo de 2024", "2024-05-01" }, { "1º de maio de 2024", "2024-05-01" }, { "May 1st, 2024", "2024-05-01" },
    { "3 sept. 2024", "2024-09-03" }, { "3 set. 2024", "2024-09-03" }, { "3 setiembre 2024", "2024-09-03" },
    { "14 de nov. de 2023", "2023-11-14" }, { "15 ene. 2020", "2020-01-15" }, { "15 fev. 2020", "2020-02-15" },
    { "15 dez 2020", "2020-12-15" }, { "15 ago 2020", "2020-08-15" }, { "15 out 2020", "2020-10-15" },
    { "29 feb 2023", NULL }, { "31/02/2024", NULL }, { "31/05/24", NULL }, { "05/31/2024", NULL },
    { "31/05-2024", NULL }, { "31//2024", NULL }, { "0/5/2024", NULL }, { "00/2024", NULL }, { "2024-00", NULL },
    { "31 05 2024", NULL }, { "12", NULL }, { "", NULL }, { "   ", NULL }, { "ma 2024", NULL }, { "mayonesa 2024", NULL },
    { "may june 2024", NULL }, { "31 may", NULL }, { "0 may 2024", NULL }, { "may 0 2024", NULL }, { "de", NULL },
    { "31 may 2024 10:00", NULL }, { "1 2 3 4", NULL }, { "45352", NULL }, { "\xff", NULL }, { "31-Mar-014", NULL },
    { "2024-05-31T10:00:00", NULL }, { "99999999999999999999-01-01", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *iso = paz_date_parse (cases[i].text);

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (iso, ==, cases[i].iso);
    }
  g_assert_null (paz_date_parse (NULL));
}

/* Every month by every name the three languages have for it, whole and cut to three letters. */
static void
test_month_names (void)
{
  static const char * const names[12] = {
    "enero janeiro january", "febrero fevereiro february", "marzo março march", "abril abril april",
    "mayo maio may", "junio junho june", "julio julho july", "agosto agosto august",
    "septiembre setembro september", "octubre outubro october", "noviembre novembro november",
    "diciembre dezembro december",
  };

  for (int month = 1; month <= 12; month++)
    {
      g_auto (GStrv) words = g_strsplit (names[month - 1], " ", -1);
      g_autofree char *expected = g_strdup_printf ("2024-%02d-07", month);

      for (int i = 0; words[i] != NULL; i++)
        {
          g_autofree char *whole = g_strdup_printf ("7 %s 2024", words[i]);
          g_autofree char *cut = g_strdup_printf ("7-%.3s.-24", words[i]);
          g_autofree char *from_whole = paz_date_parse (whole);
          g_autofree char *from_cut = paz_date_parse (cut);

          g_assert_cmpstr (from_whole, ==, expected);
          g_assert_cmpstr (from_cut, ==, expected);
        }
    }
}

static void
test_month (void)
{
  guint16 month = paz_month_parse ("2014-03");
  char text[8];

  g_assert_cmpuint (month, ==, 2014 * 12 + 2);
  g_assert_cmpstr (paz_month_format (month, text), ==, "2014-03");
  g_assert_cmpuint (paz_month_get_year (month), ==, 2014);
  g_assert_cmpuint (paz_month_get_days (month), ==, 31);
  g_assert_cmpuint (paz_month_get_days (paz_month_parse ("2024-02")), ==, 29);
  g_assert_cmpuint (paz_month_parse ("2014"), ==, 0);
  g_assert_cmpuint (paz_month_parse ("2014-03-31"), ==, 0);
  g_assert_cmpuint (paz_month_parse (NULL), ==, 0);

  for (month = paz_month_parse ("1900-01"); month <= paz_month_parse ("2200-12"); month++)
    g_assert_cmpuint (paz_month_parse (paz_month_format (month, text)), ==, month);
}

static void
test_datetime_format (void)
{
  g_autofree char *lima = paz_datetime_format (2024, 5, 31, 14, 0, "America/Lima");
  g_autofree char *summer = paz_datetime_format (2024, 1, 15, 9, 5, "America/Santiago");
  g_autofree char *utc = paz_datetime_format (2024, 5, 31, 0, 0, "UTC");

  g_assert_cmpstr (lima, ==, "2024-05-31T14:00:00-05:00[America/Lima]");
  g_assert_cmpstr (summer, ==, "2024-01-15T09:05:00-03:00[America/Santiago]");
  g_assert_cmpstr (utc, ==, "2024-05-31T00:00:00+00:00[UTC]");
  g_assert_null (paz_datetime_format (2024, 5, 31, 14, 0, "America/Atlantis"));
  g_assert_null (paz_datetime_format (2024, 2, 30, 14, 0, "America/Lima"));
  g_assert_null (paz_datetime_format (2024, 5, 31, 24, 0, "America/Lima"));
  g_assert_null (paz_datetime_format (2024, 5, 31, 14, 0, NULL));
}

static void
test_datetime_refused (void)
{
  static const char * const bad[] = {
    "", "2024-05-31", "2024-05-31T14:00:00-05:00", "2024-05-31T14:00:00-05:00[]",
    "2024-05-31T14:00:00-05:00[America/Lima", "2024-05-31T14:00:00-05:00[America/Atlantis]",
    "2024-05-31T14:00:00-05:00[../../etc/passwd]", "2024-05-31T14:00:00-05:00[/etc/localtime]",
    "2024-05-31T14:00:00-05:00[-05:00]", "2024-02-30T14:00:00-05:00[America/Lima]",
    "2024-05-31T24:00:00-05:00[America/Lima]", "2024-05-31T14:60:00-05:00[America/Lima]",
    "2024-05-31 14:00:00-05:00[America/Lima]", "2024-05-31T14:00:00Z[America/Lima]",
    "2024-05-31T14:00:00-15:00[America/Lima]", "2024-05-31T14:00:00-05:00[America/Lima]x",
  };

  g_assert_true (paz_datetime_check ("2024-05-31T14:00:00-05:00[America/Lima]"));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (paz_datetime_check (bad[i]));
  g_assert_false (paz_datetime_check (NULL));
}

/* The hour that New York has twice in November; and an offset that no rule of Lima knows. */
static void
test_datetime_offset (void)
{
  g_autoptr (GDateTime) first = paz_datetime_parse ("2024-11-03T01:30:00-04:00[America/New_York]");
  g_autoptr (GDateTime) second = paz_datetime_parse ("2024-11-03T01:30:00-05:00[America/New_York]");
  g_autoptr (GDateTime) changed = paz_datetime_parse ("2024-05-31T14:00:00-04:00[America/Lima]");

  g_assert_cmpint (g_date_time_difference (second, first), ==, G_TIME_SPAN_HOUR);
  g_assert_cmpint (g_date_time_get_hour (changed), ==, 14);
  g_assert_cmpint (g_date_time_get_utc_offset (changed), ==, -5 * G_TIME_SPAN_HOUR);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/date/check", test_check);
  g_test_add_func ("/base/date/range", test_range);
  g_test_add_func ("/base/date/parse", test_parse);
  g_test_add_func ("/base/date/month-names", test_month_names);
  g_test_add_func ("/base/date/month", test_month);
  g_test_add_func ("/base/date/datetime-format", test_datetime_format);
  g_test_add_func ("/base/date/datetime-refused", test_datetime_refused);
  g_test_add_func ("/base/date/datetime-offset", test_datetime_offset);
  return g_test_run ();
}
