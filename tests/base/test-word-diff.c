/* What changed, as a person would say it: whole words, and nothing of either text lost. */
#include "base/paz-word-diff.h"

#include <string.h>

/* "kept -removed- +added+" */
static char *
dup_shown (const char *before,
           const char *after)
{
  static const char * const marks[] = { "", "-", "+" };
  g_autoptr (GPtrArray) parts = paz_word_diff (before, after, PAZ_LANGUAGE_ES);
  g_autoptr (GString) shown = g_string_new (NULL);
  g_autoptr (GString) old = g_string_new (NULL);
  g_autoptr (GString) new = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const PazDiffPart *part = parts->pdata[i];

      g_string_append_printf (shown, "%s%s%s", marks[part->type], part->text, marks[part->type]);
      if (part->type != PAZ_DIFF_ADDED)
        g_string_append (old, part->text);
      if (part->type != PAZ_DIFF_REMOVED)
        g_string_append (new, part->text);
      g_assert_true (i == 0 || ((PazDiffPart *) parts->pdata[i - 1])->type != part->type);
    }
  g_assert_cmpstr (old->str, ==, before);
  g_assert_cmpstr (new->str, ==, after);

  return g_strdup (shown->str);
}

static void
assert_shown (const char *before,
              const char *after,
              const char *expected)
{
  g_autofree char *shown = dup_shown (before, after);

  g_assert_cmpstr (shown, ==, expected);
}

static void
test_words (void)
{
  assert_shown ("", "", "");
  assert_shown ("igual", "igual", "igual");
  assert_shown ("", "nuevo", "+nuevo+");
  assert_shown ("viejo", "", "-viejo-");
  assert_shown ("Que los participantes envíen sus datos.",
                "Que los participantes compartan sus datos.",
                "Que los participantes -envíen-+compartan+ sus datos.");
  assert_shown ("los datos", "los nuevos datos", "los +nuevos +datos");
  assert_shown ("misión", "misiones", "-misión-+misiones+");
}

static void
test_phrases (void)
{
  /* Blanks between changed words go with them: one change, not three. */
  assert_shown ("antes del 30 de junio", "antes de fines de mayo",
                "antes -del 30-+de fines+ de -junio-+mayo+");
  assert_shown ("uno dos tres cuatro", "uno ocho nueve cuatro", "uno -dos tres-+ocho nueve+ cuatro");
  assert_shown ("A. B. C.", "A. C.", "A. -B. -C.");
}

static void
test_other (void)
{
  g_autoptr (GString) before = g_string_new (NULL);
  g_autoptr (GString) after = g_string_new (NULL);
  g_autoptr (GPtrArray) parts = NULL;
  gint64 start;

  for (int i = 0; i < 4000; i++)
    {
      g_string_append_printf (before, "a%d ", i);
      g_string_append_printf (after, "b%d ", i);
    }
  start = g_get_monotonic_time ();
  parts = paz_word_diff (before->str, after->str, PAZ_LANGUAGE_ES);
  g_test_message ("8,000 words without one in common: %d ms", (int) (g_get_monotonic_time () - start) / 1000);
  g_assert_cmpuint (parts->len, <=, 3);
}

static char *
make_random (GRand *random)
{
  static const char * const words[] = { "uno", "dos", "tres", " ", " ", ", ", ".", "ñandú", "\n" };
  GString *text = g_string_new (NULL);
  int n = g_rand_int_range (random, 0, 30);

  for (int i = 0; i < n; i++)
    g_string_append (text, words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);

  return g_string_free (text, FALSE);
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (int i = 0; i < 2000; i++)
    {
      g_autofree char *before = make_random (random);
      g_autofree char *after = make_random (random);
      g_autofree char *shown = dup_shown (before, after);

      g_assert_nonnull (shown);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/word-diff/words", test_words);
  g_test_add_func ("/word-diff/phrases", test_phrases);
  g_test_add_func ("/word-diff/other", test_other);
  g_test_add_func ("/word-diff/random", test_random);

  return g_test_run ();
}
