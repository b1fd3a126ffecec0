/* Who holds what open, in texts as delegations write them. */
#include "model/paz-brackets.h"

/* "who(depth):words|", "?" before what does not close, "!" for a stray one. */
static char *
dup_shown (const char *text)
{
  g_autoptr (GPtrArray) found = paz_brackets_find (text);
  g_autoptr (GString) shown = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const PazBracket *bracket = found->pdata[i];
      g_autofree char *who = paz_bracket_dup_who (bracket);
      g_autofree char *words = paz_bracket_dup_words (bracket, text);

      g_assert_cmpuint (bracket->start, <, bracket->end);
      if (bracket->type == PAZ_BRACKET_STRAY)
        g_string_append (shown, "!|");
      else
        g_string_append_printf (shown, "%s%s(%u):%s|", bracket->type == PAZ_BRACKET_UNCLOSED ? "?" : "",
                                who, bracket->depth, words);
    }

  return g_strdup (shown->str);
}

static void
assert_shown (const char *text,
              const char *expected)
{
  g_autofree char *shown = dup_shown (text);

  g_assert_cmpstr (shown, ==, expected);
}

static void
test_who (void)
{
  assert_shown ("Sin nada abierto.", "");
  assert_shown ("Que [ARG: los participantes] envíen", "ARG(0):los participantes|");
  assert_shown ("[ARG, CHL: x]", "ARG, CHL(0):x|");
  assert_shown ("[ARG/CHL y Uruguay: x]", "ARG, CHL, Uruguay(0):x|");
  assert_shown ("[Brasil e Argentina: x]", "Brasil, Argentina(0):x|");
  assert_shown ("[ALCOPAZ:x]", "ALCOPAZ(0):x|");
  assert_shown ("[al menos una vez]", "(0):al menos una vez|");
  assert_shown ("[Los plazos: en mayo]", "(0):Los plazos: en mayo|");
  assert_shown ("[ARG: ]", "ARG(0):|");
}

static void
test_nested (void)
{
  assert_shown ("[ARG: uno [CHL: dos] tres]", "ARG(0):uno [CHL: dos] tres|CHL(1):dos|");
  assert_shown ("[[a] b]", "(0):[a] b|(1):a|");
  assert_shown ("[a][b]", "(0):a|(0):b|");
  assert_shown ("[ARG: uno\n\ndos] tres", "ARG(0):uno  dos|");
}

static void
test_not (void)
{
  assert_shown ("[enlace](https://un.org) y [x]", "(0):x|");
  assert_shown ("\\[no\\] [sí]", "(0):sí|");
}

static void
test_unbalanced (void)
{
  assert_shown ("uno ] dos", "!|");
  assert_shown ("uno [ARG: dos", "?ARG(0):dos|");
  assert_shown ("uno [ARG: dos\n\notro párrafo", "?ARG(0):dos|");
  assert_shown ("[a [b]", "?(0):a [b]|(1):b|");
  assert_shown ("[", "?(0):|");
  assert_shown ("[a]]", "(0):a|!|");
}

static void
test_places (void)
{
  const char *text = "Açaí [ARG: ñandú]";
  g_autoptr (GPtrArray) found = paz_brackets_find (text);
  const PazBracket *bracket = found->pdata[0];

  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpint (text[bracket->start], ==, '[');
  g_assert_cmpint (text[bracket->end - 1], ==, ']');
  g_assert_true (g_str_has_prefix (text + bracket->body, "ñandú"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/brackets/who", test_who);
  g_test_add_func ("/brackets/nested", test_nested);
  g_test_add_func ("/brackets/not", test_not);
  g_test_add_func ("/brackets/unbalanced", test_unbalanced);
  g_test_add_func ("/brackets/places", test_places);

  return g_test_run ();
}
