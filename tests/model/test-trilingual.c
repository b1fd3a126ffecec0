/* Texts in three languages: which is the source, and what is missing, stale or current. */
#include "model/paz-trilingual.h"

#define ES PAZ_LANGUAGE_ES
#define PT PAZ_LANGUAGE_PT
#define EN PAZ_LANGUAGE_EN

static void
assert_states (PazTrilingual       *words,
               PazTranslationState  es,
               PazTranslationState  pt,
               PazTranslationState  en)
{
  g_assert_cmpint (paz_trilingual_get_state (words, ES), ==, es);
  g_assert_cmpint (paz_trilingual_get_state (words, PT), ==, pt);
  g_assert_cmpint (paz_trilingual_get_state (words, EN), ==, en);
}

/* Spanish source, translated into Portuguese. */
static PazTrilingual *
make_words (void)
{
  PazTrilingual *words = paz_trilingual_new ();

  paz_trilingual_set_text (words, ES, "Generación de fuerzas", "k1");
  paz_trilingual_set_text (words, PT, "Geração de forças", "k2");

  return words;
}

static void
test_first_text (void)
{
  g_autoptr (PazTrilingual) words = paz_trilingual_new ();

  assert_states (words, PAZ_TRANSLATION_MISSING, PAZ_TRANSLATION_MISSING, PAZ_TRANSLATION_MISSING);
  g_assert_false (words->has_source);
  g_assert_null (paz_trilingual_to_value (words));
  g_assert_null (paz_trilingual_get_best (words, ES, NULL));

  paz_trilingual_set_text (words, PT, "Meta", "k1");
  g_assert_true (words->has_source);
  g_assert_cmpint (words->source, ==, PT);
  assert_states (words, PAZ_TRANSLATION_MISSING, PAZ_TRANSLATION_SOURCE, PAZ_TRANSLATION_MISSING);
}

static void
test_stale (void)
{
  g_autoptr (PazTrilingual) words = make_words ();

  assert_states (words, PAZ_TRANSLATION_SOURCE, PAZ_TRANSLATION_CURRENT, PAZ_TRANSLATION_MISSING);

  paz_trilingual_set_text (words, ES, "Generación de fuerzas regionales", "k3");
  assert_states (words, PAZ_TRANSLATION_SOURCE, PAZ_TRANSLATION_STALE, PAZ_TRANSLATION_MISSING);

  paz_trilingual_set_text (words, PT, "Geração de forças regionais", "k4");
  assert_states (words, PAZ_TRANSLATION_SOURCE, PAZ_TRANSLATION_CURRENT, PAZ_TRANSLATION_MISSING);
}

/* The same text typed again is no change of the source. */
static void
test_same_text (void)
{
  g_autoptr (PazTrilingual) words = make_words ();

  paz_trilingual_set_text (words, ES, "Generación de fuerzas", "k3");
  g_assert_cmpstr (words->in[ES].key, ==, "k1");
  assert_states (words, PAZ_TRANSLATION_SOURCE, PAZ_TRANSLATION_CURRENT, PAZ_TRANSLATION_MISSING);
}

static void
test_confirm (void)
{
  g_autoptr (PazTrilingual) words = make_words ();

  paz_trilingual_set_text (words, ES, "Generación de las fuerzas", "k3");
  paz_trilingual_confirm (words, PT);
  paz_trilingual_confirm (words, EN);
  assert_states (words, PAZ_TRANSLATION_SOURCE, PAZ_TRANSLATION_CURRENT, PAZ_TRANSLATION_MISSING);
  g_assert_cmpstr (words->in[PT].text, ==, "Geração de forças");
}

static void
test_remove (void)
{
  g_autoptr (PazTrilingual) words = make_words ();

  words->in[PT].official = TRUE;
  paz_trilingual_set_text (words, PT, "", NULL);
  assert_states (words, PAZ_TRANSLATION_SOURCE, PAZ_TRANSLATION_MISSING, PAZ_TRANSLATION_MISSING);
  g_assert_false (words->in[PT].official);

  paz_trilingual_set_text (words, ES, NULL, NULL);
  g_assert_false (words->has_source);

  paz_trilingual_set_text (words, EN, "Force generation", "k5");
  g_assert_cmpint (words->source, ==, EN);
}

/* Without its source nobody can say that a translation fits. */
static void
test_source_removed (void)
{
  g_autoptr (PazTrilingual) words = make_words ();

  paz_trilingual_set_text (words, ES, "", NULL);
  assert_states (words, PAZ_TRANSLATION_MISSING, PAZ_TRANSLATION_STALE, PAZ_TRANSLATION_MISSING);
  g_assert_cmpint (words->source, ==, ES);
}

static void
test_other_source (void)
{
  g_autoptr (PazTrilingual) words = make_words ();

  paz_trilingual_set_text (words, EN, "Force generation", "k3");
  paz_trilingual_set_source (words, PT, "k4");
  g_assert_cmpint (words->source, ==, PT);
  assert_states (words, PAZ_TRANSLATION_CURRENT, PAZ_TRANSLATION_SOURCE, PAZ_TRANSLATION_CURRENT);
}

/* A stale language that becomes the source leaves the others behind. */
static void
test_stale_source (void)
{
  g_autoptr (PazTrilingual) words = make_words ();

  paz_trilingual_set_text (words, ES, "Generación de fuerzas regionales", "k3");
  paz_trilingual_set_text (words, EN, "Generation of regional forces", "k4");
  paz_trilingual_set_source (words, PT, "k5");
  assert_states (words, PAZ_TRANSLATION_STALE, PAZ_TRANSLATION_SOURCE, PAZ_TRANSLATION_STALE);
}

static void
test_best (void)
{
  g_autoptr (PazTrilingual) words = make_words ();
  PazLanguage found = EN;

  g_assert_cmpstr (paz_trilingual_get_best (words, PT, &found), ==, "Geração de forças");
  g_assert_cmpint (found, ==, PT);
  g_assert_cmpstr (paz_trilingual_get_best (words, EN, &found), ==, "Generación de fuerzas");
  g_assert_cmpint (found, ==, ES);

  paz_trilingual_set_text (words, ES, "", NULL);
  g_assert_cmpstr (paz_trilingual_get_best (words, EN, &found), ==, "Geração de forças");
  g_assert_cmpint (found, ==, PT);
}

static void
test_value (void)
{
  g_autoptr (PazTrilingual) words = make_words ();
  g_autoptr (PazTrilingual) back = NULL;
  g_autoptr (GVariant) value = NULL;

  words->in[ES].official = TRUE;
  value = g_variant_ref_sink (paz_trilingual_to_value (words));
  g_assert_cmpstr (g_variant_get_type_string (value), ==, "(s(ssb)(ssb)(ssb))");

  back = paz_trilingual_from_value (value);
  assert_states (back, PAZ_TRANSLATION_SOURCE, PAZ_TRANSLATION_CURRENT, PAZ_TRANSLATION_MISSING);
  g_assert_true (back->in[ES].official);
  g_assert_false (back->in[PT].official);
  g_assert_cmpstr (back->in[PT].key, ==, "k1");
}

static void
test_other_values (void)
{
  g_autoptr (GVariant) state = g_variant_ref_sink (g_variant_new_byte ('u'));
  g_autoptr (PazTrilingual) none = paz_trilingual_from_value (NULL);
  g_autoptr (PazTrilingual) unknown = paz_trilingual_from_value (state);

  g_assert_false (none->has_source);
  g_assert_false (unknown->has_source);
  g_assert_null (paz_trilingual_to_value (unknown));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/trilingual/first-text", test_first_text);
  g_test_add_func ("/model/trilingual/stale", test_stale);
  g_test_add_func ("/model/trilingual/same-text", test_same_text);
  g_test_add_func ("/model/trilingual/confirm", test_confirm);
  g_test_add_func ("/model/trilingual/remove", test_remove);
  g_test_add_func ("/model/trilingual/source-removed", test_source_removed);
  g_test_add_func ("/model/trilingual/other-source", test_other_source);
  g_test_add_func ("/model/trilingual/stale-source", test_stale_source);
  g_test_add_func ("/model/trilingual/best", test_best);
  g_test_add_func ("/model/trilingual/value", test_value);
  g_test_add_func ("/model/trilingual/other-values", test_other_values);

  return g_test_run ();
}
