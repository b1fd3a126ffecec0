#include "base/paz-catalogue.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

#define HEADER(charset, plural)                                     \
  "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=" charset "\\n\"\n" \
  "\"Plural-Forms: " plural "\\n\"\n\n"

static const char words[] =
  HEADER ("UTF-8", "nplurals=2; plural=(n != 1);")
  "msgid \"Open\"\nmsgstr \"Abrir\"\n\n"
  "msgctxt \"state\"\nmsgid \"Open\"\nmsgstr \"Abierta\"\n\n"
  "msgid \"Untranslated\"\nmsgstr \"\"\n\n"
  "#, fuzzy\nmsgid \"Doubtful\"\nmsgstr \"Dudoso\"\n\n"
  "msgid \"%d row\"\nmsgid_plural \"%d rows\"\nmsgstr[0] \"%d fila\"\nmsgstr[1] \"%d filas\"\n\n"
  "msgid \"Mañana “x”\"\nmsgstr \"Tomorrow\"\n";

static void
compile (Fixture    *fixture,
         const char *po,
         const char *endianness)
{
  g_autofree char *source = g_build_filename (fixture->folder, "words.po", NULL);
  const char *argv[] = { g_getenv ("MSGFMT"), "--endianness", endianness, "-o", fixture->path, source, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  g_assert_true (g_file_set_contents (source, po, -1, &error));
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                               NULL, NULL, &status, &error));
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_unlink (source);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("relacopaz-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->path = g_build_filename (fixture->folder, "words.mo", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* Without waiting for the disk, as hundreds of files are made; the flag alone would not shorten. */
static void
write_bytes (Fixture    *fixture,
             const char *bytes,
             gsize       length)
{
  g_autoptr (GError) error = NULL;

  g_unlink (fixture->path);
  g_file_set_contents_full (fixture->path, bytes, length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

static PazCatalogue *
open_words (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  PazCatalogue *catalogue = paz_catalogue_open (PAZ_LANGUAGE_ES, fixture->path, &error);

  g_assert_no_error (error);
  g_assert_nonnull (catalogue);
  return catalogue;
}

static void
check_words (PazCatalogue *catalogue)
{
  g_assert_cmpint (paz_catalogue_get_language (catalogue), ==, PAZ_LANGUAGE_ES);
  g_assert_cmpstr (paz_catalogue_text (catalogue, "Open"), ==, "Abrir");
  g_assert_cmpstr (paz_catalogue_ptext (catalogue, "state", "Open"), ==, "Abierta");
  g_assert_cmpstr (paz_catalogue_ptext (catalogue, NULL, "Open"), ==, "Abrir");
  g_assert_cmpstr (paz_catalogue_text (catalogue, "Mañana “x”"), ==, "Tomorrow");
  g_assert_cmpstr (paz_catalogue_ntext (catalogue, "%d row", "%d rows", 1), ==, "%d fila");
  g_assert_cmpstr (paz_catalogue_ntext (catalogue, "%d row", "%d rows", 0), ==, "%d filas");
  g_assert_cmpstr (paz_catalogue_ntext (catalogue, "%d row", "%d rows", 2), ==, "%d filas");
}

static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (PazCatalogue) catalogue = NULL;

  compile (fixture, words, data);
  catalogue = open_words (fixture);
  check_words (catalogue);
}

static void
test_missing_words (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (PazCatalogue) catalogue = NULL;
  g_autofree char *long_context = g_strnfill (1000, 'x');

  compile (fixture, words, "little");
  catalogue = open_words (fixture);
  g_assert_cmpstr (paz_catalogue_text (catalogue, "Nowhere"), ==, "Nowhere");
  g_assert_cmpstr (paz_catalogue_text (catalogue, "Untranslated"), ==, "Untranslated");
  g_assert_cmpstr (paz_catalogue_text (catalogue, "Doubtful"), ==, "Doubtful");
  g_assert_cmpstr (paz_catalogue_text (catalogue, ""), ==, "");
  g_assert_null (paz_catalogue_text (catalogue, NULL));
  g_assert_cmpstr (paz_catalogue_ptext (catalogue, "verb", "Open"), ==, "Open");
  g_assert_cmpstr (paz_catalogue_ptext (catalogue, long_context, "Open"), ==, "Open");
  g_assert_cmpstr (paz_catalogue_ntext (catalogue, "%d cell", "%d cells", 1), ==, "%d cell");
  g_assert_cmpstr (paz_catalogue_ntext (catalogue, "%d cell", "%d cells", 0), ==, "%d cells");
  /* A text without plural asked for by number, and the other way round. */
  g_assert_cmpstr (paz_catalogue_ntext (catalogue, "Open", "Opens", 5), ==, "Abrir");
  g_assert_cmpstr (paz_catalogue_text (catalogue, "%d row"), ==, "%d fila");
}

/* No file of any length but the whole one is a catalogue, and none brings the program down. */
static void
test_truncated (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *bytes = NULL;
  gsize length;

  compile (fixture, words, data);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  for (gsize n = 0; n < length; n++)
    {
      g_autoptr (GError) error = NULL;

      write_bytes (fixture, bytes, n);
      g_assert_null (paz_catalogue_open (PAZ_LANGUAGE_ES, fixture->path, &error));
      g_assert_error (error, PAZ_CATALOGUE_ERROR, PAZ_CATALOGUE_ERROR_FORMAT);
    }
}

/* Each byte of the file turned over: an error, or a catalogue that answers without a crash. */
static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *bytes = NULL;
  gsize length;

  compile (fixture, words, data);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  for (gsize i = 0; i < length; i++)
    {
      g_autoptr (PazCatalogue) catalogue = NULL;
      g_autoptr (GError) error = NULL;
      char before = bytes[i];

      bytes[i] = ~bytes[i];
      write_bytes (fixture, bytes, length);
      bytes[i] = before;
      catalogue = paz_catalogue_open (PAZ_LANGUAGE_ES, fixture->path, &error);
      if (catalogue == NULL)
        {
          g_assert_error (error, PAZ_CATALOGUE_ERROR, PAZ_CATALOGUE_ERROR_FORMAT);
          continue;
        }
      g_assert_true (g_utf8_validate (paz_catalogue_text (catalogue, "Open"), -1, NULL));
      g_assert_true (g_utf8_validate (paz_catalogue_ntext (catalogue, "%d row", "%d rows", 7), -1, NULL));
    }
}

/* Compilers of today write UTF-8 whatever the source says: bytes of another encoding are put in. */
static void
spoil (Fixture    *fixture,
       const char *bytes,
       const char *others)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  char *place;

  g_file_get_contents (fixture->path, &content, &length, &error);
  g_assert_no_error (error);
  place = memmem (content, length, bytes, strlen (bytes));
  g_assert_nonnull (place);
  memcpy (place, others, strlen (others));
  write_bytes (fixture, content, length);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) latin = NULL;
  g_autoptr (GError) plural = NULL;
  g_autoptr (GError) absent = NULL;

  compile (fixture, HEADER ("UTF-8", "nplurals=2; plural=n;") "msgid \"a\"\nmsgstr \"\xc3\xb1\"\n", "little");
  spoil (fixture, "\xc3\xb1", "\xf1 ");
  g_assert_null (paz_catalogue_open (PAZ_LANGUAGE_ES, fixture->path, &latin));
  g_assert_error (latin, PAZ_CATALOGUE_ERROR, PAZ_CATALOGUE_ERROR_FORMAT);

  compile (fixture, HEADER ("UTF-8", "nplurals=2; plural=m;") "msgid \"a\"\nmsgstr \"b\"\n", "little");
  g_assert_null (paz_catalogue_open (PAZ_LANGUAGE_ES, fixture->path, &plural));
  g_assert_error (plural, PAZ_CATALOGUE_ERROR, PAZ_CATALOGUE_ERROR_FORMAT);

  g_unlink (fixture->path);
  g_assert_null (paz_catalogue_open (PAZ_LANGUAGE_ES, fixture->path, &absent));
  g_assert_error (absent, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

/* The process locale and its environment have no say. */
static void
test_locales (Fixture       *fixture,
              gconstpointer  data)
{
  static const char * const locales[] = { "C", "C.UTF-8", "tr_TR.UTF-8", "pt_BR.UTF-8", "" };
  const char *before = g_getenv ("LC_ALL");

  compile (fixture, words, "little");
  for (gsize i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      g_autoptr (PazCatalogue) catalogue = open_words (fixture);
      g_autofree char *number = NULL;

      g_setenv ("LANGUAGE", "pt", TRUE);
      g_setenv ("LC_ALL", locales[i], TRUE);
      if (setlocale (LC_ALL, locales[i]) == NULL)
        g_test_message ("no locale %s on this machine: environment only", locales[i]);
      check_words (catalogue);
      number = paz_catalogue_dup_integer (catalogue, 1234567);
      g_assert_cmpstr (number, ==, "1.234.567");
    }
  g_unsetenv ("LANGUAGE");
  g_setenv ("LC_ALL", before != NULL ? before : "C", TRUE);
  setlocale (LC_ALL, "C");
}

static gpointer
ask_often (gpointer data)
{
  for (int i = 0; i < 300; i++)
    {
      g_autofree char *number = paz_catalogue_dup_decimal (data, "1234.5", 1);
      g_autofree char *date = paz_catalogue_dup_date (data, "2024-05-31");
      g_autofree char *percent = paz_catalogue_dup_percent (data, 0.467, 1);

      check_words (data);
      g_assert_cmpstr (number, ==, "1.234,5");
      g_assert_cmpstr (date, ==, "31 may 2024");
      g_assert_cmpstr (percent, ==, "46,7\u00a0%");
      g_assert_cmpint (paz_catalogue_compare (data, "nz", "ñu"), <, 0);
    }

  return NULL;
}

static void
test_threads (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (PazCatalogue) catalogue = NULL;
  GThread *threads[8];

  compile (fixture, words, "little");
  catalogue = open_words (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("words", ask_often, catalogue);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

static void
test_shared (void)
{
  for (int i = 0; i < PAZ_N_LANGUAGES; i++)
    {
      PazCatalogue *catalogue = paz_catalogue_get (i);

      g_assert_true (catalogue == paz_catalogue_get (i));
      g_assert_cmpint (paz_catalogue_get_language (catalogue), ==, i);
    }
  g_assert_cmpstr (paz_catalogue_text (paz_catalogue_get (PAZ_LANGUAGE_EN), "Open"), ==, "Open");
  g_assert_cmpstr (paz_catalogue_ntext (paz_catalogue_get (PAZ_LANGUAGE_EN), "%d row", "%d rows", 1), ==, "%d row");
  g_assert_cmpstr (paz_catalogue_get_folder (), ==, g_getenv ("RELACOPAZ_LOCALE_DIR"));
}

/* A program without its words still speaks, in English, and says once what is missing. */
static void
test_no_folder (void)
{
  if (g_test_subprocess ())
    {
      PazCatalogue *catalogue = paz_catalogue_get (PAZ_LANGUAGE_PT);
      g_autofree char *number = paz_catalogue_dup_decimal (catalogue, "1234.5", -1);

      g_assert_true (catalogue == paz_catalogue_get (PAZ_LANGUAGE_PT));
      g_assert_cmpstr (paz_catalogue_text (catalogue, "Open"), ==, "Open");
      g_assert_cmpstr (number, ==, "1.234,5");
      return;
    }

  g_setenv ("RELACOPAZ_LOCALE_DIR", "/nowhere", TRUE);
  g_setenv ("G_DEBUG", "", TRUE);
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*No words of language \"pt\"*");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, data, function) g_test_add (path, Fixture, data, set_up, function, tear_down)
  ADD ("/base/catalogue/words/little", "little", test_words);
  ADD ("/base/catalogue/words/big", "big", test_words);
  ADD ("/base/catalogue/missing-words", NULL, test_missing_words);
  ADD ("/base/catalogue/truncated/little", "little", test_truncated);
  ADD ("/base/catalogue/truncated/big", "big", test_truncated);
  ADD ("/base/catalogue/damaged/little", "little", test_damaged);
  ADD ("/base/catalogue/damaged/big", "big", test_damaged);
  ADD ("/base/catalogue/refused", NULL, test_refused);
  ADD ("/base/catalogue/locales", NULL, test_locales);
  ADD ("/base/catalogue/threads", NULL, test_threads);
  g_test_add_func ("/base/catalogue/shared", test_shared);
  g_test_add_func ("/base/catalogue/no-folder", test_no_folder);
  return g_test_run ();
}
