/* Markdown as it is read: what each piece looks like, and that HTML is only text. */
#include "base/paz-markdown.h"

#include <string.h>

static void
assert_text (const char *markdown,
             const char *expected)
{
  g_autofree char *text = paz_markdown_to_text (markdown);

  g_assert_cmpstr (text, ==, expected);
}

static const PazMarkdownRun *
find_run (GPtrArray  *runs,
          const char *text)
{
  for (guint i = 0; i < runs->len; i++)
    {
      const PazMarkdownRun *run = runs->pdata[i];

      if (strstr (run->text, text) != NULL)
        return run;
    }
  g_error ("no run holds “%s”", text);
}

static void
test_blocks (void)
{
  assert_text ("", "");
  assert_text ("# Título\n\nUn párrafo\nde dos líneas.", "Título\n\nUn párrafo de dos líneas.");
  assert_text ("a\n\n- uno\n- dos\n\nb", "a\n\n• uno\n• dos\n\nb");
  assert_text ("1. uno\n2. dos", "1. uno\n2. dos");
  assert_text ("3. tres\n   - a\n   - b\n4. cuatro", "3. tres\n◦ a\n◦ b\n4. cuatro");
  assert_text ("> citado\n\n---\n\nfin", "citado\n\n――――――――\n\nfin");
  assert_text ("    code\n\nfin", "code\n\nfin");
  assert_text ("línea  \notra", "línea\notra");
}

static void
test_styles (void)
{
  g_autoptr (GPtrArray) runs =
    paz_markdown_render ("## Dos\n\n**fuerte *ambas*** `código` [enlace](https://un.org) > no\n\n> cita\n\n- punto");

  g_assert_cmpuint (find_run (runs, "Dos")->heading, ==, 2);
  g_assert_cmpint (find_run (runs, "fuerte")->marks, ==, PAZ_MARK_STRONG);
  g_assert_cmpint (find_run (runs, "ambas")->marks, ==, PAZ_MARK_STRONG | PAZ_MARK_EMPHASIS);
  g_assert_cmpint (find_run (runs, "código")->marks, ==, PAZ_MARK_CODE);
  g_assert_cmpint (find_run (runs, "enlace")->marks, ==, PAZ_MARK_LINK);
  g_assert_cmpstr (find_run (runs, "enlace")->target, ==, "https://un.org");
  g_assert_cmpint (find_run (runs, "cita")->marks, ==, PAZ_MARK_QUOTE);
  g_assert_cmpint (find_run (runs, "•")->marks, ==, PAZ_MARK_MARKER);
  g_assert_cmpuint (find_run (runs, "punto")->depth, ==, 1);
}

static void
test_html (void)
{
  assert_text ("a <b>negrita</b>", "a <b>negrita</b>");
  assert_text ("<script>alert (1)</script>", "<script>alert (1)</script>");
  assert_text ("<div>\nx\n</div>\n\ny", "<div>\nx\n</div>\n\ny");
  assert_text ("&lt;b&gt;", "<b>");
}

static void
test_brackets (void)
{
  assert_text ("Que [ARG: los] [[CHL: dos]] participantes", "Que [ARG: los] [[CHL: dos]] participantes");
}

static void
test_targets (void)
{
  g_assert_true (paz_markdown_may_open ("https://peacekeeping.un.org"));
  g_assert_true (paz_markdown_may_open ("MAILTO:a@b.c"));
  g_assert_false (paz_markdown_may_open ("file:///etc/passwd"));
  g_assert_false (paz_markdown_may_open ("javascript:x"));
  g_assert_false (paz_markdown_may_open ("otro"));
  g_assert_false (paz_markdown_may_open (NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/markdown/blocks", test_blocks);
  g_test_add_func ("/markdown/styles", test_styles);
  g_test_add_func ("/markdown/html", test_html);
  g_test_add_func ("/markdown/brackets", test_brackets);
  g_test_add_func ("/markdown/targets", test_targets);

  return g_test_run ();
}
