/* One spelling for each value; everything else is refused. */
#include "paz-line.h"

static gboolean
reads (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = paz_canonical_read (text, strlen (text), &error);

  if (node == NULL)
    g_assert_error (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_INVALID);
  else
    g_assert_no_error (error);

  return node != NULL;
}

static void
test_accepted (void)
{
  static const char * const lines[] = {
    "{}", "[]", "{\"a\":1}", "{\"a\":-1,\"b\":[true,false,null]}", "{\"a\":\"\"}",
    "{\"a\":\"ñ \\\" \\\\ \\n \\t /\"}", "{\"a\":9007199254740991,\"b\":-9007199254740991}",
    "{\"a.b/c-d_e\":0}", "[[[[[[[[]]]]]]]]",
    "{\"a\":\"\xf0\x9f\x95\x8a\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_test_message ("%s", lines[i]);
      g_assert_true (reads (lines[i]));
    }
}

static void
test_refused (void)
{
  static const char * const lines[] = {
    "", " ", "{", "}", "{}}", "{} ", " {}", "{}\n", "\xef\xbb\xbf{}", "{\"a\" :1}", "{\"a\": 1}",
    /* names: double, out of order, of other characters */
    "{\"a\":1,\"a\":1}", "{\"b\":1,\"a\":1}", "{\"A\":1}", "{\"\":1}", "{\"á\":1}", "{a:1}", "{\"a b\":1}",
    /* numbers */
    "{\"a\":1.0}", "{\"a\":1e3}", "{\"a\":-0}", "{\"a\":01}", "{\"a\":+1}", "{\"a\":0x10}", "{\"a\":.5}",
    "{\"a\":9007199254740992}", "{\"a\":-9007199254740992}", "{\"a\":99999999999999999999999}",
    "{\"a\":NaN}", "{\"a\":Infinity}",
    /* escapes and characters */
    "{\"a\":\"\\u0041\"}", "{\"a\":\"\\u0000\"}", "{\"a\":\"\\/\"}", "{\"a\":\"\\r\"}", "{\"a\":\"\\b\"}",
    "{\"a\":\"\t\"}", "{\"a\":\"\n\"}", "{\"a\":\"\x01\"}", "{\"a\":\"\x7f\"}", "{\"a\":\"\xc2\x85\"}",
    "{\"a\":\"\xc0\xaf\"}", "{\"a\":\"\xed\xa0\x80\"}", "{\"a\":\"\xff\"}", "{\"a\":\"\\ud83d\"}",
    "{\"a\":\"\xe2\x80\xae\"}", "{\"a\":\"\xe2\x81\xa6\"}", "{\"a\":\"\xef\xbb\xbf\"}", "{\"a\":\"\xef\xbf\xbf\"}",
    "{\"a\":\"n\xcc\x83\"}",
    /* other spellings of parsers */
    "{\"a\":1,}", "[1,]", "{\"a\":'b'}", "{\"a\":1}//", "/**/{\"a\":1}", "{\"a\":True}", "{\"a\":TRUE}",
    "{\"a\":1}{\"a\":1}", "var a = {\"a\":1}", "[[[[[[[[[]]]]]]]]]", "{\"a\":}", "[1 2]", "{\"a\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_test_message ("%s", lines[i]);
      g_assert_false (reads (lines[i]));
    }
}

static void
test_deep (void)
{
  g_autofree char *open = g_strnfill (100000, '[');
  g_autofree char *inside = g_strconcat ("{\"a\":\"", open, "\"}", NULL);

  g_assert_false (reads (open));
  /* Brackets inside a text are no nesting. */
  g_assert_true (reads (inside));
}

static void
test_long (void)
{
  const gsize frame = strlen ("{\"a\":\"\"}");
  g_autofree char *longest = g_strnfill (PAZ_LINE_MAX_BYTES - frame, 'x');
  g_autofree char *fits = g_strconcat ("{\"a\":\"", longest, "\"}", NULL);
  g_autofree char *too_long = g_strconcat ("{\"a\":\"", longest, "x\"}", NULL);

  g_assert_true (reads (fits));
  g_assert_false (reads (too_long));
}

/* No truncation of a canonical line is one. */
static void
test_truncated (void)
{
  static const char line[] = "{\"a\":{\"b\":[1,-2,\"ñ\\n\",true,null],\"c\":\"x\"},\"d\":false}";

  for (gsize n = 0; n < strlen (line); n++)
    {
      g_autofree char *part = g_strndup (line, n);

      g_assert_false (reads (part));
    }
  g_assert_true (reads (line));
}

/* Random bytes put into a line: what is read is spelt as it was. */
static void
test_noise (void)
{
  static const char line[] = "{\"a\":{\"b\":[1,-2,\"ñ\\n\",true,null],\"c\":\"x\"},\"d\":false}";
  guint n_read = 0;

  for (guint i = 0; i < 50000; i++)
    {
      g_autofree char *text = g_strdup (line);
      g_autoptr (JsonNode) node = NULL;
      g_autofree char *again = NULL;

      for (int j = g_test_rand_int_range (1, 4); j > 0; j--)
        text[g_test_rand_int_range (0, (gint32) strlen (line))] = (char) g_test_rand_int_range (1, 256);
      node = paz_canonical_read (text, strlen (text), NULL);
      if (node == NULL)
        continue;
      n_read++;
      again = paz_canonical_write (node, NULL, NULL);
      g_assert_cmpstr (again, ==, text);
    }
  g_assert_cmpuint (n_read, >, 0);
}

static void
test_base64 (void)
{
  guint8 bytes[16];

  g_assert_true (paz_bytes_from_text ("blvIYRa5QFqnboZd_f8iLg", bytes, sizeof bytes));
  g_assert_false (paz_bytes_from_text ("blvIYRa5QFqnboZd_f8iLh", bytes, sizeof bytes));    /* left-over bits */
  g_assert_false (paz_bytes_from_text ("blvIYRa5QFqnboZd_f8iLg==", bytes, sizeof bytes));
  g_assert_false (paz_bytes_from_text ("blvIYRa5QFqnboZd/f8iLg", bytes, sizeof bytes));
  g_assert_false (paz_bytes_from_text ("blvIYRa5QFqnboZd_f8iL", bytes, sizeof bytes));
  g_assert_false (paz_bytes_from_text ("blvIYRa5QFqnboZd_f8iLgAA", bytes, sizeof bytes));
  g_assert_false (paz_bytes_from_text ("blvIYRa5QFqnboZd_f8iLg\n", bytes, sizeof bytes));
  g_assert_false (paz_bytes_from_text (NULL, bytes, sizeof bytes));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/canonical/accepted", test_accepted);
  g_test_add_func ("/canonical/refused", test_refused);
  g_test_add_func ("/canonical/deep", test_deep);
  g_test_add_func ("/canonical/long", test_long);
  g_test_add_func ("/canonical/truncated", test_truncated);
  g_test_add_func ("/canonical/noise", test_noise);
  g_test_add_func ("/canonical/base64", test_base64);

  return g_test_run ();
}
