#include "paz-plural.h"

static void
check_forms (const char  *line,
             const gulong *numbers,
             const guint  *forms,
             gsize         n)
{
  g_autoptr (PazPlural) plural = paz_plural_new (line);

  g_assert_nonnull (plural);
  for (gsize i = 0; i < n; i++)
    g_assert_cmpuint (paz_plural_get_form (plural, numbers[i]), ==, forms[i]);
}

static void
test_spanish_portuguese (void)
{
  const gulong numbers[] = { 0, 1, 2, 1000000, G_MAXULONG };
  const guint spanish[] = { 1, 0, 1, 1, 1 };
  const guint portuguese[] = { 0, 0, 1, 1, 1 };
  const guint millions[] = { 2, 0, 2, 1, 2 };

  check_forms ("Plural-Forms: nplurals=2; plural=(n != 1);\n", numbers, spanish, 5);
  check_forms ("Plural-Forms: nplurals=2; plural=n > 1;", numbers, portuguese, 5);
  check_forms ("nplurals=3; plural=n == 1 ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2;", numbers, millions, 5);
}

static void
test_russian (void)
{
  const gulong numbers[] = { 1, 2, 5, 11, 12, 21, 22, 101, 111 };
  const guint forms[] = { 0, 1, 2, 2, 2, 0, 1, 0, 2 };

  check_forms ("nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && "
               "(n%100<10 || n%100>=20) ? 1 : 2);", numbers, forms, G_N_ELEMENTS (numbers));
}

static void
test_precedence (void)
{
  const gulong numbers[] = { 3 };
  const guint seven[] = { 7 };
  const guint zero[] = { 0 };

  check_forms ("nplurals=8; plural=1+n*2;", numbers, seven, 1);
  check_forms ("nplurals=8; plural=10-n;", numbers, seven, 1);
  check_forms ("nplurals=8; plural=20-10-n;", numbers, seven, 1);
  check_forms ("nplurals=8; plural=!n;", numbers, zero, 1);
  check_forms ("nplurals=8; plural=n>2 == 0 || 0;", numbers, zero, 1);
}

static void
test_out_of_range (void)
{
  const gulong numbers[] = { 5, 0 };
  const guint forms[] = { 0, 0 };

  check_forms ("nplurals=2; plural=n;", numbers, forms, 1);
  /* Divides by zero for 0 only: the first form, not a crash. */
  check_forms ("nplurals=2; plural=5/n-5/n;", numbers, forms, 2);
}

static void
test_refused (void)
{
  static const char * const refused[] = {
    "", "Plural-Forms:", "nplurals=2;", "plural=n;", "nplurals=0; plural=0;", "nplurals=9; plural=0;",
    "nplurals=2; plural=", "nplurals=2; plural=(n;", "nplurals=2; plural=n n;", "nplurals=2; plural=n ? 1;",
    "nplurals=2; plural=n & 1;", "nplurals=2; plural=x;", "nplurals=2; plural=1/0;", "nplurals=2; plural=system(n);",
  };
  g_autofree char *deep = g_strnfill (100000, '(');
  g_autofree char *deep_line = g_strconcat ("nplurals=2; plural=", deep, NULL);
  g_autofree char *bangs = g_strnfill (100000, '!');
  g_autofree char *bang_line = g_strconcat ("nplurals=2; plural=", bangs, "n;", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_null (paz_plural_new (refused[i]));
  g_assert_null (paz_plural_new (deep_line));
  g_assert_null (paz_plural_new (bang_line));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/plural/spanish-portuguese", test_spanish_portuguese);
  g_test_add_func ("/base/plural/russian", test_russian);
  g_test_add_func ("/base/plural/precedence", test_precedence);
  g_test_add_func ("/base/plural/out-of-range", test_out_of_range);
  g_test_add_func ("/base/plural/refused", test_refused);
  return g_test_run ();
}
