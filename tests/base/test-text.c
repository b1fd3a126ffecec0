#include "base/paz-text.h"

typedef struct
{
  const char *text;
  const char *expected;
} Pair;

static void
check_pairs (char       *(*convert) (const char *),
             const Pair *pairs,
             gsize       n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *got = convert (pairs[i].text);

      g_assert_cmpstr (got, ==, pairs[i].expected);
    }
}

static void
test_normalize (void)
{
  static const Pair pairs[] = {
    { "", "" },
    { "plain", "plain" },
    { "Compan\u0303i\u0301a", "Compañía" },
    { "Compañía", "Compañía" },
    { "\u2126", "\u03a9" },
    { "ﬁ", "ﬁ" },
    { "bad \xff", NULL },
    { "cut \xc3", NULL },
  };

  check_pairs (paz_text_normalize, pairs, G_N_ELEMENTS (pairs));
}

static void
test_fold (void)
{
  static const Pair pairs[] = {
    { NULL, "" },
    { "", "" },
    { "Ñandú ", "nandu" },
    { "  PERÚ \t\n  y   Chile ", "peru y chile" },
    { "São\u00a0Tomé", "sao tome" },
    { "Cooperação", "cooperacao" },
    { "İSTANBUL ılık", "istanbul ılık" },
    { "Straße", "strasse" },
    { "Ｐｅｒｕ", "peru" },
    { "™", "tm" },
    { "ﬁcha", "ficha" },
    { "co\u00adoperation", "cooperation" },
    { "\ufeffhead", "head" },
    { "Côte d’Ivoire", "cote d’ivoire" },
    { "broken \xff end", "broken \ufffd end" },
  };

  check_pairs (paz_text_fold, pairs, G_N_ELEMENTS (pairs));
}

static void
test_fold_twice (void)
{
  static const char * const texts[] = { "İ Ǆ ſ ẞ ΐ", "Ñandú", "ŉ ǰ ﬆ", "\u1e9b\u0323" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *once = paz_text_fold (texts[i]);
      g_autofree char *twice = paz_text_fold (once);

      g_assert_cmpstr (once, ==, twice);
    }
}

static void
test_fold_key (void)
{
  static const Pair pairs[] = {
    { "\ufeffContribution_ID", "contributionid" },
    { "contribution-id ", "contributionid" },
    { "Contributor_ISO-3", "contributoriso3" },
    { "Last Reporting\u2013Date", "lastreportingdate" },
    { "Missión", "mission" },
    { "__", "" },
  };

  check_pairs (paz_text_fold_key, pairs, G_N_ELEMENTS (pairs));
}

static void
test_contains (void)
{
  g_assert_true (paz_text_contains ("Operaciones de paz en África", "AFRICA"));
  g_assert_true (paz_text_contains ("Operaciones de paz", "de  PÁZ"));
  g_assert_true (paz_text_contains ("anything", ""));
  g_assert_false (paz_text_contains ("Operaciones", "operations"));
  g_assert_false (paz_text_contains ("", "a"));
}

static void
test_is_clean (void)
{
  static const struct
  {
    const char *text;
    gsize       offset;
  } dirty[] = {
    { "a\001", 1 }, { "\r\n", 0 }, { "del\x7f", 3 }, { "é\xc2\x85", 2 },
    { "ab\u202e", 2 }, { "\u2066", 0 }, { "\ufeffx", 0 }, { "x\ufdd0", 1 },
    { "\uffff", 0 }, { "a\U0001fffe", 1 }, { "ab\xff", 2 }, { "\xed\xa0\x80", 0 },
  };
  gsize offset;

  g_assert_true (paz_text_is_clean ("", NULL));
  g_assert_true (paz_text_is_clean ("Two\nlines\tof “text” – Ñ 𝄞", &offset));
  for (gsize i = 0; i < G_N_ELEMENTS (dirty); i++)
    {
      offset = 99;
      g_assert_false (paz_text_is_clean (dirty[i].text, &offset));
      g_assert_cmpuint (offset, ==, dirty[i].offset);
      g_assert_false (paz_text_is_clean (dirty[i].text, NULL));
    }
}

static void
test_clean (void)
{
  static const Pair pairs[] = {
    { "", "" },
    { "kept\n\tas is", "kept\n\tas is" },
    { "a\r\nb\rc", "a\nb\nc" },
    { "\ufeffPe\u0301ru\u202e", "Péru" },
    { "x\001y\x7fz", "xyz" },
    { "bad\xff\xc3 bytes", "bad bytes" },
  };

  check_pairs (paz_text_clean, pairs, G_N_ELEMENTS (pairs));
}

/* Whatever bytes come, what leaves may be stored. */
static void
test_clean_random (void)
{
  for (int round = 0; round < 2000; round++)
    {
      char bytes[64];
      g_autofree char *clean = NULL;
      g_autofree char *again = NULL;

      for (gsize i = 0; i < sizeof bytes - 1; i++)
        bytes[i] = g_test_rand_int_range (1, 256);
      bytes[sizeof bytes - 1] = '\0';

      clean = paz_text_clean (bytes);
      g_assert_true (paz_text_is_clean (clean, NULL));
      again = paz_text_normalize (clean);
      g_assert_cmpstr (again, ==, clean);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/text/normalize", test_normalize);
  g_test_add_func ("/base/text/fold", test_fold);
  g_test_add_func ("/base/text/fold-twice", test_fold_twice);
  g_test_add_func ("/base/text/fold-key", test_fold_key);
  g_test_add_func ("/base/text/contains", test_contains);
  g_test_add_func ("/base/text/is-clean", test_is_clean);
  g_test_add_func ("/base/text/clean", test_clean);
  g_test_add_func ("/base/text/clean-random", test_clean_random);
  return g_test_run ();
}
