/* No byte of any exit holds a word or an id of a record that its readers may not see, and no exit tells that
 * there is such a record: it is the same to the byte where there is none. A new exit is a line of `exits`. */
#include "cli-fixture.h"
#include "leak-store.h"
#include "report/paz-report.h"

#include <zip.h>

#define WORD "zorzal"

typedef struct
{
  const char *name;
  const char *words;      /* @R readers, @F the file it writes, @K each kind, @N each workbook */
  const char *ending;     /* of the file; NULL: it writes on stdout */
  gboolean    no_words;   /* figures alone: no text of a record is expected */
} Exit;

static const Exit exits[] = {
  { "workbook", "report @N --for @R --lang es --participant URY --out @F", ".xlsx", FALSE },
  { "paper", "report @N --for @R --lang pt --participant URY --format pdf --out @F", ".pdf", FALSE },
  { "acta for a word processor", "report meeting --for @R --lang es --participant URY --format docx --out @F", ".docx", FALSE },
  { "recommendations for a word processor", "report recommendations --for @R --lang pt --participant URY --format docx --out @F", ".docx", FALSE },
  { "list as CSV", "list @K --format csv --lang pt --for @R", NULL, FALSE },
  { "list as JSON", "list @K --format json --for @R", NULL, FALSE },
  { "list as a table", "list @K --lang es --for @R", NULL, FALSE },
  { "search", "search " WORD " --limit 5000 --lang pt --for @R", NULL, FALSE },
  { "search as JSON", "search " WORD " --limit 5000 --json --for @R", NULL, FALSE },
  { "translations", "texts export --to pt --all --for @R --out @F", ".po", FALSE },
  { "deleted", "deleted --json --for @R", NULL, FALSE },
  { "figures", "figures participation --by contributor,mission,personnel_type,month --json --for @R", NULL, TRUE },
  { "parity", "figures parity --json --for @R", NULL, TRUE },
  { "crossing", "figures cross --ask women --rows contributor --columns mission --format csv --for @R", NULL, TRUE },
  { "crossing of the world", "figures cross --ask rank_in_world --rows contributor --format json --for @R", NULL, TRUE },
  { "profile", "figures profile --participant URY --json --for @R", NULL, TRUE },
  { "fatalities", "figures fatalities --json --for @R", NULL, TRUE },
  { "sources", "sources --json --for @R", NULL, TRUE },
};

typedef struct
{
  Cli        cli;
  LeakStore *leak;
  char      *stripped;    /* a copy without what the network may not see */
  guint      n_words;     /* found in the exit at hand */
} Fixture;

static Fixture fixture;

/* ---- running an exit ---- */

static char **
make_argv (const Exit *way,
           const char *store,
           const char *readers,
           const char *subject,
           const char *file)
{
  g_auto (GStrv) words = g_strsplit (way->words, " ", -1);
  GPtrArray *argv = g_ptr_array_new ();

  g_ptr_array_add (argv, g_strdup (g_getenv ("RELACOPAZ_CLI")));
  g_ptr_array_add (argv, g_strdup ("--store"));
  g_ptr_array_add (argv, g_strdup (store));
  for (char **word = words; *word != NULL; word++)
    g_ptr_array_add (argv, g_strdup (g_str_equal (*word, "@R") ? readers
                                     : g_str_equal (*word, "@F") ? file
                                     : **word == '@' ? subject : *word));
  g_ptr_array_add (argv, NULL);

  return (char **) g_ptr_array_free (argv, FALSE);
}

static void
append_parts (GString    *bytes,
              const char *path)
{
  zip_t *book = zip_open (path, ZIP_RDONLY, NULL);

  g_assert_nonnull (book);
  for (zip_int64_t i = 0; i < zip_get_num_entries (book, 0); i++)
    {
      zip_file_t *part = zip_fopen_index (book, (zip_uint64_t) i, 0);
      char piece[8192];
      zip_int64_t n;

      g_assert_nonnull (part);
      g_string_append (bytes, zip_get_name (book, (zip_uint64_t) i, 0));
      while ((n = zip_fread (part, piece, sizeof piece)) > 0)
        g_string_append_len (bytes, piece, (gssize) n);
      zip_fclose (part);
    }
  zip_discard (book);
}

/* Its words lie in packed streams. */
static void
append_paper (GString    *bytes,
              const char *path)
{
  const char *argv[] = { "pdftotext", path, "-", NULL };
  g_autofree char *text = NULL;

  if (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &text, NULL, NULL, NULL))
    g_string_append (bytes, text);
  else
    g_test_message ("pdftotext is not installed: only the open bytes of PDF files are read");
}

static void
append_file (GString    *bytes,
             const char *path,
             const char *ending)
{
  g_autofree char *contents = NULL;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, NULL))
    return;
  if (g_str_equal (ending, ".xlsx") || g_str_equal (ending, ".docx"))
    append_parts (bytes, path);
  else
    g_string_append_len (bytes, contents, (gssize) length);
  if (g_str_equal (ending, ".pdf"))
    append_paper (bytes, path);
}

/* Everything that leaves: what is printed, and every part of the file. NULL: nothing, and the exit says so. */
static GString *
leave (const Exit *way,
       const char *store,
       const char *readers,
       const char *subject)
{
  g_autofree char *name = g_strconcat ("leak", way->ending, NULL);
  g_autofree char *file = g_build_filename (fixture.cli.folder, name, NULL);
  g_auto (GStrv) argv = make_argv (way, store, readers, subject, file);
  GString *bytes = g_string_new (NULL);
  int exit;

  g_remove (file);
  exit = cli_spawn (&fixture.cli, NULL, argv);
  if (exit != 0 && exit != 1)
    g_error ("%s: exit %d\n%s", way->words, exit, fixture.cli.err);
  g_string_append (bytes, fixture.cli.out);
  if (way->ending != NULL)
    append_file (bytes, file, way->ending);

  return bytes;
}

/* ---- what is in it ---- */

static void
tell (const Exit       *way,
      const char       *readers,
      const char       *subject,
      const LeakRecord *record,
      const char       *what)
{
  g_test_message ("%s %s, for %s: %s of %s, level %d", way->name, subject, readers, what, record->kind->key, record->level);
  g_test_fail ();
}

/* Bytes, not text: a picture or a packed stream holds zeros. */
static char *
fold (GString *bytes)
{
  char *folded = g_memdup2 (bytes->str, bytes->len + 1);

  for (gsize i = 0; i < bytes->len; i++)
    folded[i] = g_ascii_tolower (folded[i]);

  return folded;
}

static gboolean
holds (const char *bytes,
       gsize       length,
       const char *text)
{
  return memmem (bytes, length, text, strlen (text)) != NULL;
}

static void
check_bytes (const Exit *way,
             const char *readers,
             const char *subject,
             GString    *bytes)
{
  g_autofree char *folded = fold (bytes);
  const char *end = folded + bytes->len;

  for (const char *p = folded; (p = memmem (p, (gsize) (end - p), WORD, strlen (WORD))) != NULL;)
    {
      const LeakRecord *record;

      p += strlen (WORD);
      record = leak_store_find (fixture.leak, (guint) g_ascii_strtoull (p, NULL, 10));
      fixture.n_words += record != NULL;
      if (record != NULL && leak_record_is_held (record, readers))
        tell (way, readers, subject, record, "a word");
    }
  for (guint i = 0; i < fixture.leak->records->len; i++)
    {
      const LeakRecord *record = fixture.leak->records->pdata[i];

      if (leak_record_is_held (record, readers) && holds (folded, bytes->len, record->id))
        tell (way, readers, subject, record, "the id");
    }
  /* The women of the data set that is held back. */
  if (holds (folded, bytes->len, "secret set") || holds (folded, bytes->len, ">7777<") ||
      holds (folded, bytes->len, ": 7777") || holds (folded, bytes->len, ",7777,"))
    {
      g_test_message ("%s %s, for %s: figures that are held back", way->name, subject, readers);
      g_test_fail ();
    }
}

/* ---- every exit, every subject ---- */

typedef void (*Visit) (const Exit *way,
                       const char *subject,
                       gpointer    data);

static void
visit (const Exit *way,
       Visit       function,
       gpointer    data)
{
  const PazKind * const *kinds = paz_kind_list (NULL);

  if (strstr (way->words, "@N") != NULL)
    {
      for (const PazReportInfo *info = paz_report_list (); info->name != NULL; info++)
        if (!info->own_use)
          function (way, info->name, data);
    }
  else if (strstr (way->words, "@K") != NULL)
    for (guint i = 0; kinds[i] != NULL; i++)
      function (way, kinds[i]->key, data);
  else
    function (way, "", data);
}

static void
check_words (const Exit *way,
             const char *subject,
             gpointer    readers)
{
  g_autoptr (GString) bytes = leave (way, fixture.cli.store, readers, subject);

  check_bytes (way, readers, subject, bytes);
}

static void
test_words (gconstpointer data)
{
  const Exit *way = data;
  static const char * const readers[] = { "public", "BRA,URY", "URY" };

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      fixture.n_words = 0;
      visit (way, check_words, (gpointer) readers[i]);
    }
  /* Whoever looks for words where none ever are proves nothing. */
  g_assert_true (way->no_words || fixture.n_words > 0);
}

/* Paper says when it was made: as workbooks do, by the moment that is asked for. */
static void
check_same (const Exit *way,
            const char *subject,
            gpointer    data)
{
  g_autoptr (GString) with = leave (way, fixture.cli.store, "network", subject);
  g_autoptr (GString) without = leave (way, fixture.stripped, "network", subject);

  check_bytes (way, "network", subject, with);
  if (with->len == without->len && memcmp (with->str, without->str, with->len) == 0)
    return;
  g_test_message ("%s %s: not the same without what is held back (%" G_GSIZE_FORMAT " and %" G_GSIZE_FORMAT " bytes)",
                  way->name, subject, with->len, without->len);
  g_test_fail ();
  if (g_getenv ("LEAK_KEEP") != NULL)
    {
      g_autofree char *one = g_strdup_printf ("%s/%s-%s-with", g_getenv ("LEAK_KEEP"), way->name, subject);
      g_autofree char *other = g_strdup_printf ("%s/%s-%s-without", g_getenv ("LEAK_KEEP"), way->name, subject);

      g_file_set_contents (one, with->str, (gssize) with->len, NULL);
      g_file_set_contents (other, without->str, (gssize) without->len, NULL);
    }
}

static void
test_same (gconstpointer data)
{
  const Exit *way = data;

  visit (way, check_same, NULL);
}

/* ---- the whole ---- */

static void
set_up (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PazStore) copy = NULL;

  cli_set_up (&fixture.cli, NULL);
  g_setenv ("XDG_DATA_HOME", fixture.cli.folder, TRUE);
  /* In 2030: after every date of the store. */
  g_setenv ("SOURCE_DATE_EPOCH", "1900000000", TRUE);
  fixture.leak = leak_store_new (fixture.cli.store);
  fixture.stripped = g_build_filename (fixture.cli.folder, "stripped.relacopaz", NULL);
  g_assert_true (paz_store_save_copy (fixture.leak->store, fixture.stripped, &error));
  g_assert_no_error (error);
  copy = paz_store_open (fixture.stripped, PAZ_STORE_OPEN_NONE, NULL, &error);
  g_assert_no_error (error);
  leak_store_strip (fixture.leak, copy, "network");
  g_clear_object (&fixture.leak->store);
}

static void
tear_down (void)
{
  leak_store_free (fixture.leak);
  g_free (fixture.stripped);
  cli_tear_down (&fixture.cli, NULL);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  set_up ();
  for (guint i = 0; i < G_N_ELEMENTS (exits); i++)
    {
      g_autofree char *words = g_strdup_printf ("/leak/words/%s", exits[i].name);
      g_autofree char *same = g_strdup_printf ("/leak/same/%s", exits[i].name);

      g_test_add_data_func (words, &exits[i], test_words);
      /* What was deleted is there or is not: both stores have deleted something else. */
      if (!g_str_equal (exits[i].name, "deleted"))
        g_test_add_data_func (same, &exits[i], test_same);
    }
  result = g_test_run ();
  tear_down ();

  return result;
}
