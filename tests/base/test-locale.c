/* Under locales that trip programs up: the dotless i of Turkish, the decimal comma of Argentina.
 * Nothing of base may differ. */
#include "base/paz-catalogue.h"
#include "base/paz-date.h"
#include "base/paz-decimal.h"
#include "base/paz-text.h"

#include "../lib/paz-test-locale.h"

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_remove (path);
}

static void
check_text (void)
{
  g_autofree char *folded = paz_text_fold ("TITLE ÍNDICE ıİ");
  g_autofree char *key = paz_text_fold_key ("Mission_ID");

  g_assert_cmpstr (folded, ==, "title indice ıi");
  g_assert_cmpstr (key, ==, "missionid");
  g_assert_true (paz_text_contains ("PARTICIPACIÓN", "participacion"));
}

static void
check_numbers (void)
{
  g_autofree char *parsed = paz_decimal_parse ("1.234,5", ',');
  gint64 value;

  g_assert_cmpstr (parsed, ==, "1234.5");
  g_assert_cmpfloat (paz_decimal_to_double ("1234.5"), ==, 1234.5);
  g_assert_true (paz_integer_parse ("12,345", '.', &value));
  g_assert_cmpint (value, ==, 12345);
}

static void
check_dates (void)
{
  g_autofree char *december = paz_date_parse ("1 DİCİEMBRE 2024");
  g_autofree char *june = paz_date_parse ("30-JUN-14");
  g_autofree char *zone = paz_datetime_format (2024, 5, 31, 14, 0, "America/Lima");

  g_assert_cmpstr (december, ==, "2024-12-01");
  g_assert_cmpstr (june, ==, "2014-06-30");
  g_assert_cmpstr (zone, ==, "2024-05-31T14:00:00-05:00[America/Lima]");
}

static void
check_catalogue (void)
{
  PazCatalogue *english = paz_catalogue_get (PAZ_LANGUAGE_EN);
  PazCatalogue *spanish = paz_catalogue_get (PAZ_LANGUAGE_ES);
  g_autofree char *number = paz_catalogue_dup_decimal (english, "1234.5", 2);
  g_autofree char *percent = paz_catalogue_dup_percent (spanish, 0.467, 1);
  g_autofree char *date = paz_catalogue_dup_date (english, "2024-07-31");
  g_autofree char *country = paz_catalogue_dup_country (spanish, "URY");

  g_assert_cmpstr (number, ==, "1,234.50");
  g_assert_cmpstr (percent, ==, "46,7\u00a0%");
  g_assert_cmpstr (date, ==, "31 Jul 2024");
  g_assert_cmpstr (country, ==, "Uruguay");
  g_assert_cmpint (paz_catalogue_compare (english, "i", "ı"), <, 0);
  g_assert_cmpint (paz_catalogue_compare (spanish, "nz", "ñ"), <, 0);
}

static void
test_locale (gconstpointer name)
{
  g_autofree char *folder = g_dir_make_tmp ("relacopaz-locale-XXXXXX", NULL);
  g_autofree char *locale = paz_test_make_locale (folder, name);

  if (locale != NULL && setlocale (LC_ALL, locale) != NULL)
    {
      check_text ();
      check_numbers ();
      check_dates ();
      check_catalogue ();
    }
  else
    g_test_skip ("this locale cannot be made here");
  setlocale (LC_ALL, "C");
  g_unsetenv ("LOCPATH");
  remove_all (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/base/locale/tr_TR", "tr_TR", test_locale);
  g_test_add_data_func ("/base/locale/es_AR", "es_AR", test_locale);
  g_test_add_data_func ("/base/locale/pt_BR", "pt_BR", test_locale);
  return g_test_run ();
}
