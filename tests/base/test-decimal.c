#include "base/paz-decimal.h"

typedef struct
{
  const char *text;
  char        mark;
  const char *expected;    /* NULL: refused */
} Case;

static void
test_check (void)
{
  static const char * const good[] = { "0", "12", "-3", "12.5", "-0.5", "0.05", "100", "1234567890123456789.01" };
  static const char * const bad[] = {
    "", "-", "-0", "+1", "01", "1.", ".5", "1.50", "1.0", "1,5", "1e3", " 1", "1 ", "--1", "1.2.3", "0.0", "١",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (paz_decimal_check (good[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (paz_decimal_check (bad[i]));
  g_assert_false (paz_decimal_check (NULL));
}

static void
test_parse (void)
{
  static const Case cases[] = {
    { "12.5", '.', "12.5" }, { "12,5", ',', "12.5" },
    { "12.345", ',', "12345" }, { "12.34", ',', NULL },
    { "12,345", '.', "12345" }, { "12,34", '.', NULL },
    { "1.234.567,50", ',', "1234567.5" }, { "1,234,567.50", '.', "1234567.5" },
    { "1 234 567,5", ',', "1234567.5" }, { "1\u00a0234", ',', "1234" }, { "1\u202f234,00", ',', "1234" },
    { "1.234 567", ',', NULL }, { "1 2", ',', NULL }, { "1234.567", ',', NULL },
    { "0.123", ',', NULL }, { "0,123", '.', NULL }, { "0,123", ',', "0.123" },
    { "007", '.', "7" }, { "-0", '.', "0" }, { "-0,00", ',', "0" }, { "-0,50", ',', "-0.5" },
    { ",5", ',', "0.5" }, { ".500", ',', NULL }, { "5,", ',', NULL },
    { "  8  ", '.', "8" }, { "+8", '.', "8" }, { "\u22128", '.', "-8" }, { "- 8", '.', NULL },
    { "", '.', NULL }, { "-", '.', NULL }, { ",", ',', NULL }, { "12a", '.', NULL }, { "1e3", '.', NULL },
    { "1,2,3", ',', NULL }, { "1..000", ',', NULL }, { "1.0000", ',', NULL }, { "12 %", '.', NULL },
    { "\xff", '.', NULL }, { "0x10", '.', NULL }, { "nan", '.', NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *decimal = paz_decimal_parse (cases[i].text, cases[i].mark);

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (decimal, ==, cases[i].expected);
      g_assert_true (decimal == NULL || paz_decimal_check (decimal));
    }
  g_assert_null (paz_decimal_parse (NULL, '.'));
}

static void
test_length (void)
{
  g_autofree char *long_one = g_strnfill (60, '9');
  g_autofree char *too_long = g_strnfill (61, '9');
  g_autofree char *kept = paz_decimal_parse (long_one, '.');

  g_assert_cmpstr (kept, ==, long_one);
  g_assert_null (paz_decimal_parse (too_long, '.'));
}

static void
test_integer (void)
{
  gint64 value = 1;

  g_assert_true (paz_integer_parse ("1.234", ',', &value));
  g_assert_cmpint (value, ==, 1234);
  g_assert_true (paz_integer_parse ("250.0", '.', &value));
  g_assert_cmpint (value, ==, 250);
  g_assert_true (paz_integer_parse ("-9223372036854775808", '.', &value));
  g_assert_cmpint (value, ==, G_MININT64);

  g_assert_false (paz_integer_parse ("9223372036854775808", '.', &value));
  g_assert_false (paz_integer_parse ("1.5", '.', &value));
  g_assert_false (paz_integer_parse ("12.000", '.', &value));
  g_assert_false (paz_integer_parse ("", '.', &value));
  g_assert_false (paz_integer_parse (NULL, '.', &value));
}

static void
test_language (void)
{
  g_assert_cmpint (paz_decimal_get_mark (PAZ_LANGUAGE_ES), ==, ',');
  g_assert_cmpint (paz_decimal_get_mark (PAZ_LANGUAGE_PT), ==, ',');
  g_assert_cmpint (paz_decimal_get_mark (PAZ_LANGUAGE_EN), ==, '.');
  g_assert_cmpfloat (paz_decimal_to_double ("-12.25"), ==, -12.25);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/decimal/check", test_check);
  g_test_add_func ("/base/decimal/parse", test_parse);
  g_test_add_func ("/base/decimal/length", test_length);
  g_test_add_func ("/base/decimal/integer", test_integer);
  g_test_add_func ("/base/decimal/language", test_language);
  return g_test_run ();
}
