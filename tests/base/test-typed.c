/* What a person types into a form: dates in short words, zones by city, currencies by name. */
#include "base/paz-currency.h"
#include "base/paz-date.h"
#include "base/paz-zone.h"

typedef struct
{
  const char *text;
  gboolean    month_first;
  const char *iso;
} Case;

static const Case cases[] = {
  { "hoy", FALSE, "2025-03-31" }, { "Hoje", FALSE, "2025-03-31" }, { "today", FALSE, "2025-03-31" },
  { "mañana", FALSE, "2025-04-01" }, { "amanhã", FALSE, "2025-04-01" }, { "ayer", FALSE, "2025-03-30" },
  { "+30d", FALSE, "2025-04-30" }, { "+30", FALSE, "2025-04-30" }, { "-2 semanas", FALSE, "2025-03-17" },
  { "+1m", FALSE, "2025-04-30" }, { "+1 año", FALSE, "2026-03-31" }, { "+ 2 w", FALSE, "2025-04-14" },
  { "+1x", FALSE, NULL },
  { "15", FALSE, "2025-03-15" }, { "3/4", FALSE, "2025-04-03" }, { "3/4", TRUE, "2025-03-04" },
  { "3/4/2025", FALSE, "2025-04-03" }, { "3/4/2025", TRUE, "2025-03-04" }, { "3.4.25", FALSE, "2025-04-03" },
  { "31/4/2025", FALSE, NULL }, { "3/4/202", FALSE, NULL }, { "13/4/2025", TRUE, "2025-04-13" },
  { "3 abr 2025", FALSE, "2025-04-03" }, { "abril 2025", FALSE, "2025-04" }, { "abril de 2025", TRUE, "2025-04" },
  { "2025", FALSE, "2025" }, { "2025-10", FALSE, "2025-10" }, { "10/2025", FALSE, "2025-10" },
  { "", FALSE, NULL }, { "pronto", FALSE, NULL },
};

static void
test_dates (void)
{
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 31, 3, 2025);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *iso = paz_date_parse_typed (cases[i].text, &today, cases[i].month_first);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (iso, ==, cases[i].iso);
    }
}

static void
test_zones (void)
{
  guint n;
  const char * const *zones = paz_zone_list (&n);
  g_autofree char *mexico = paz_zone_dup_city ("America/Mexico_City", PAZ_LANGUAGE_ES);
  g_autofree char *lisbon = paz_zone_dup_city ("Europe/Lisbon", PAZ_LANGUAGE_PT);
  g_autofree char *none = paz_zone_dup_city ("America/Macondo", PAZ_LANGUAGE_ES);
  g_autofree char *offset = paz_zone_dup_offset ("America/Lima");

  g_assert_cmpuint (n, >, 300);
  g_assert_true (g_strv_contains (zones, "America/Lima"));
  g_assert_true (g_strv_contains (zones, "UTC"));
  g_assert_cmpstr (mexico, ==, "Ciudad de México");
  g_assert_cmpstr (lisbon, ==, "Lisboa");
  g_assert_null (none);
  g_assert_cmpstr (offset, ==, "\u221205:00");
}

static void
test_currencies (void)
{
  guint n;
  const char * const *codes = paz_currency_list (&n);
  g_autofree char *sol = paz_currency_dup_name ("PEN", PAZ_LANGUAGE_ES);
  g_autofree char *real = paz_currency_dup_name ("BRL", PAZ_LANGUAGE_PT);

  g_assert_cmpuint (n, >, 140);
  g_assert_true (g_strv_contains (codes, "USD"));
  g_assert_false (g_strv_contains (codes, "DEM"));
  g_assert_cmpstr (sol, ==, "sol peruano");
  g_assert_cmpint (g_ascii_strcasecmp (real, "real brasileiro"), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typed/dates", test_dates);
  g_test_add_func ("/typed/zones", test_zones);
  g_test_add_func ("/typed/currencies", test_currencies);

  return g_test_run ();
}
