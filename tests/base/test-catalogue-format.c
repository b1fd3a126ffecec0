#include "base/paz-catalogue.h"

#include <locale.h>
#include <string.h>

#define NBSP "\u00a0"

typedef struct
{
  const char *given;
  const char *expected[PAZ_N_LANGUAGES];
} Case;

typedef char *(* Format) (PazCatalogue *catalogue, const char *given);

static void
check_cases (Format      format,
             const Case *cases,
             gsize       n)
{
  for (gsize i = 0; i < n; i++)
    for (int language = 0; language < PAZ_N_LANGUAGES; language++)
      {
        g_autofree char *got = format (paz_catalogue_get (language), cases[i].given);

        g_assert_cmpstr (got, ==, cases[i].expected[language]);
      }
}

static char *
format_integer (PazCatalogue *catalogue,
                const char   *given)
{
  return paz_catalogue_dup_integer (catalogue, g_ascii_strtoll (given, NULL, 10));
}

static char *
format_decimal (PazCatalogue *catalogue,
                const char   *given)
{
  return paz_catalogue_dup_decimal (catalogue, given, -1);
}

static char *
format_two_places (PazCatalogue *catalogue,
                   const char   *given)
{
  return paz_catalogue_dup_decimal (catalogue, given, 2);
}

static char *
format_percent (PazCatalogue *catalogue,
                const char   *given)
{
  return paz_catalogue_dup_percent (catalogue, g_ascii_strtod (given, NULL), 1);
}

static char *
format_moment (PazCatalogue *catalogue,
               const char   *given)
{
  return paz_catalogue_dup_moment (catalogue, g_ascii_strtoll (given, NULL, 10));
}

static void
test_integer (void)
{
  static const Case cases[] = {
    { "0", { "0", "0", "0" } },
    { "999", { "999", "999", "999" } },
    { "1234", { "1.234", "1.234", "1,234" } },
    { "-1234567", { "-1.234.567", "-1.234.567", "-1,234,567" } },
    { "9223372036854775807", { "9.223.372.036.854.775.807", "9.223.372.036.854.775.807", "9,223,372,036,854,775,807" } },
  };

  check_cases (format_integer, cases, G_N_ELEMENTS (cases));
}

static void
test_decimal (void)
{
  static const Case as_is[] = {
    { "1234.5", { "1.234,5", "1.234,5", "1,234.5" } },
    { "0.000000001", { "0,000000001", "0,000000001", "0.000000001" } },
    { "99999999999999999999.123456789", { "99.999.999.999.999.999.999,123456789",
                                          "99.999.999.999.999.999.999,123456789",
                                          "99,999,999,999,999,999,999.123456789" } },
    { "no number", { "no number", "no number", "no number" } },
  };
  /* Halves go away from zero, as people count, not to the even neighbour. */
  static const Case rounded[] = {
    { "2.665", { "2,67", "2,67", "2.67" } },
    { "2.675", { "2,68", "2,68", "2.68" } },
    { "-0.005", { "-0,01", "-0,01", "-0.01" } },
    { "3", { "3,00", "3,00", "3.00" } },
  };

  check_cases (format_decimal, as_is, G_N_ELEMENTS (as_is));
  check_cases (format_two_places, rounded, G_N_ELEMENTS (rounded));
}

static void
test_percent (void)
{
  static const Case cases[] = {
    { "0.467", { "46,7" NBSP "%", "46,7%", "46.7%" } },
    { "0", { "0,0" NBSP "%", "0,0%", "0.0%" } },
    { "1", { "100,0" NBSP "%", "100,0%", "100.0%" } },
    { "12.5", { "1.250,0" NBSP "%", "1.250,0%", "1,250.0%" } },
  };
  g_autofree char *whole = paz_catalogue_dup_percent (paz_catalogue_get (PAZ_LANGUAGE_ES), 0.467, 0);

  check_cases (format_percent, cases, G_N_ELEMENTS (cases));
  g_assert_cmpstr (whole, ==, "47" NBSP "%");
}

static void
test_narrow_month (void)
{
  static const Case cases[] = {
    { "2024", { "2024", "2024", "2024" } },
    { "2024-05", { "may 2024", "mai 2024", "May 2024" } },
    { "2013-08", { "ago 2013", "ago 2013", "Aug 2013" } },
  };

  check_cases (paz_catalogue_dup_narrow_month, cases, G_N_ELEMENTS (cases));
}

static void
test_date (void)
{
  static const Case cases[] = {
    { "2024", { "2024", "2024", "2024" } },
    { "2024-05", { "mayo de 2024", "maio de 2024", "May 2024" } },
    { "2024-05-31", { "31 may 2024", "31 de mai. de 2024", "31 May 2024" } },
    { "2014-03-01", { "1 mar 2014", "1 de mar. de 2014", "1 Mar 2014" } },
    { "some day", { "some day", "some day", "some day" } },
  };

  check_cases (paz_catalogue_dup_date, cases, G_N_ELEMENTS (cases));
}

/* The zone of the machine is Lima's here, set before any of GLib asks. */
static void
test_moment (void)
{
  static const Case cases[] = {
    { "1700000000000", { "14 nov 2023, 17:13", "14 de nov. de 2023, 17:13", "14 Nov 2023, 17:13" } },
    { "0", { "31 dic 1969, 19:00", "31 de dez. de 1969, 19:00", "31 Dec 1969, 19:00" } },
  };

  check_cases (format_moment, cases, G_N_ELEMENTS (cases));
}

static void
test_country (void)
{
  static const Case cases[] = {
    { "PER", { "Perú", "Peru", "Peru" } },
    { "DOM", { "República Dominicana", "República Dominicana", "Dominican Republic" } },
    { "KOR", { "Corea del Sur", "Coreia do Sul", "South Korea" } },
    { "DEU", { "Alemania", "Alemanha", "Germany" } },
    { "QQQ", { "QQQ", "QQQ", "QQQ" } },
    { "PE", { "PE", "PE", "PE" } },
    { "per", { "per", "per", "per" } },
    { "", { "", "", "" } },
    { "no country", { "no country", "no country", "no country" } },
  };

  check_cases (paz_catalogue_dup_country, cases, G_N_ELEMENTS (cases));
}

/* Every participant of the reference table has a name in all three languages. */
static void
test_countries_of_the_region (void)
{
  static const char * const region[] = {
    "ATG", "ARG", "BHS", "BRB", "BLZ", "BOL", "BRA", "CHL", "COL", "CRI", "CUB", "DMA", "DOM", "ECU", "SLV",
    "GRD", "GTM", "GUY", "HTI", "HND", "JAM", "MEX", "NIC", "PAN", "PRY", "PER", "KNA", "LCA", "VCT", "SUR",
    "TTO", "URY", "VEN",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (region); i++)
    for (int language = 0; language < PAZ_N_LANGUAGES; language++)
      {
        g_autofree char *name = paz_catalogue_dup_country (paz_catalogue_get (language), region[i]);

        g_assert_cmpstr (name, !=, region[i]);
        g_assert_cmpuint (strlen (name), >, 3);
      }
}

static void
check_order (PazLanguage         language,
             const char * const *words)
{
  PazCatalogue *catalogue = paz_catalogue_get (language);

  for (gsize i = 0; words[i + 1] != NULL; i++)
    {
      g_autoptr (GBytes) a = paz_catalogue_dup_sort_key (catalogue, words[i]);
      g_autoptr (GBytes) b = paz_catalogue_dup_sort_key (catalogue, words[i + 1]);

      g_assert_cmpint (paz_catalogue_compare (catalogue, words[i], words[i + 1]), <, 0);
      g_assert_cmpint (paz_catalogue_compare (catalogue, words[i + 1], words[i]), >, 0);
      g_assert_cmpint (g_bytes_compare (a, b), <, 0);
    }
}

static void
test_order (void)
{
  static const char * const spanish[] = { "Canada", "Canadá", "Canadá y Perú", "nzeta", "ñandú", "obra", NULL };
  static const char * const portuguese[] = { "acao", "ação", "açúcar", "ñandú", "nzeta", "órgão", "ouro", NULL };
  static const char * const english[] = { "apple", "Apple", "éclair", "ñandú", "nzeta", "zone", NULL };
  static const char * const numbers[] = { "1", "2", "3.1", "3.2", "3.10", "5 (a)", "10", "UNEF 2", "UNEF 10", NULL };
  PazCatalogue *catalogue = paz_catalogue_get (PAZ_LANGUAGE_ES);

  check_order (PAZ_LANGUAGE_ES, spanish);
  check_order (PAZ_LANGUAGE_PT, portuguese);
  check_order (PAZ_LANGUAGE_EN, english);
  for (int language = 0; language < PAZ_N_LANGUAGES; language++)
    check_order (language, numbers);
  g_assert_cmpint (paz_catalogue_compare (catalogue, "Perú", "Peru\u0301"), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "America/Lima", TRUE);
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/catalogue/integer", test_integer);
  g_test_add_func ("/base/catalogue/decimal", test_decimal);
  g_test_add_func ("/base/catalogue/percent", test_percent);
  g_test_add_func ("/base/catalogue/date", test_date);
  g_test_add_func ("/base/catalogue/narrow-month", test_narrow_month);
  g_test_add_func ("/base/catalogue/moment", test_moment);
  g_test_add_func ("/base/catalogue/country", test_country);
  g_test_add_func ("/base/catalogue/countries-of-the-region", test_countries_of_the_region);
  g_test_add_func ("/base/catalogue/order", test_order);
  return g_test_run ();
}
