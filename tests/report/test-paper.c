/* Reports on paper: all that stands in the book stands on the pages, once, inside the margins and marked;
 * the file is whole, the same for the same data, and holds no word of what its readers may not see. */
#include "report/paz-paper.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "checker.h"
#include "lib/paz-load.h"
#include "paz-paper-private.h"
#include "sample-store.h"

#define SECRET "ZARZAMORA"
#define MOST_PLAIN (4 << 20)
#define CREATED G_GINT64_CONSTANT (1760000000000)

typedef struct
{
  char     *folder;
  PazStore *store;
} Fixture;

static void
put_text (PazStore   *store,
          const char *key,
          const char *text,
          PazLevel    level)
{
  const PazKind *kind = paz_kind_find (key);
  PazCatalogue *english = paz_catalogue_get (PAZ_LANGUAGE_EN);
  g_autoptr (PazRecord) record = paz_store_create_record (store, kind, NULL);
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const PazField *field = &kind->fields[i];

      if (field->type == PAZ_VALUE_TRILINGUAL || g_str_equal (field->key, "name"))
        paz_record_set_value (record, field, paz_value_parse (field, text, english, NULL));
      else if (field->type == PAZ_VALUE_DATE && !g_str_equal (field->key, "withdrawn"))
        paz_record_set_value (record, field, paz_value_parse (field, "2026-03-14", english, NULL));
    }
  paz_record_set_release (record, level, NULL);
  paz_edit_put (edit, record);
  paz_store_apply (store, edit, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* Each kind these reports rest on, told to the network and kept to oneself. */
static void
put_records (PazStore *store)
{
  static const char * const keys[] = {
    "recommendation", "task", "meeting", "interoperability_topic", "contingent", "need", "offer", "arrangement",
    "complementarity", "course", "expense", "delegate", "pledge",
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      put_text (store, keys[i], "Visible efficiency", PAZ_LEVEL_NETWORK);
      put_text (store, keys[i], SECRET, PAZ_LEVEL_NATIONAL);
    }
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("paz-paper-XXXXXX", NULL);
  fixture->store = sample_store_new (fixture->folder);
  sample_store_add_world (fixture->store, PAZ_LEVEL_PUBLIC, "World");
  paz_load_fill (fixture->store, 1);
  put_records (fixture->store);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->store);
  checker_remove (fixture->folder);
  g_free (fixture->folder);
}

static PazBook *
make_book (Fixture     *fixture,
           const char  *name,
           PazLanguage  language)
{
  g_autoptr (PazAudience) network = paz_audience_parse ("network");
  g_autoptr (GError) error = NULL;
  const PazReportOptions options = {
    .language = language,
    .audience = network,
    .participant = (char *) "PER",
    .created = CREATED,
  };
  PazBook *book = paz_book_new_report (fixture->store, name, &options, NULL, NULL, NULL, NULL, &error);

  if (book == NULL)
    g_error ("%s: %s", name, error->message);

  return book;
}

static PazPaperBook *
make_paper (PazBook *book)
{
  g_autoptr (GError) error = NULL;
  PazPaperBook *paper = paz_paper_new (book, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (paper);

  return paper;
}

static char *
write_pdf (Fixture      *fixture,
           PazPaperBook *paper,
           const char   *name)
{
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  paz_paper_write_pdf (paper, path, NULL, &error);
  g_assert_no_error (error);

  return path;
}

/* ---- what is on the pages ---- */

/* Every cell stands on paper: those of repeated columns in each panel, all others once. */
static void
check_cells (PazPaperBook *paper)
{
  g_autoptr (GHashTable) drawn = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < paper->pages->len; i++)
    {
      PaperPage *page = g_ptr_array_index (paper->pages, i);

      for (guint j = 0; j < page->items->len; j++)
        {
          const PaperItem *item = &g_array_index (page->items, PaperItem, j);

          for (guint k = 0; item->type == PAPER_ROW && item->offset <= 0 && k < item->panel->columns->len; k++)
            g_hash_table_add (drawn, g_strdup_printf ("%u %u %u", page->sheet, item->row,
                                                      g_array_index (item->panel->columns, PaperColumn, k).column));
        }
    }
  for (guint i = 0; i < paz_book_count_sheets (paper->book); i++)
    {
      const PazBookSheet *sheet = paz_book_get_sheet (paper->book, i);

      for (guint row = sheet->first_row; !sheet->is_page && row < sheet->first_row + sheet->n_data + sheet->n_totals; row++)
        for (guint column = 0; column < sheet->n_columns; column++)
          {
            g_autofree char *key = g_strdup_printf ("%u %u %u", i, row, column);

            if (!g_hash_table_contains (drawn, key))
              g_error ("%s: row %u, column %u of “%s” is on no page", paz_book_get_title (paper->book), row, column, sheet->name);
          }
    }
}

/* Inside the margins, one below the other, and never a header alone at the foot. */
static void
check_page (PazPaperBook *paper,
            guint         number)
{
  PaperPage *page = g_ptr_array_index (paper->pages, number);
  const PazBookSheet *sheet = paz_book_get_sheet (paper->book, page->sheet);
  double y = PAZ_PAPER_TOP - 0.01;
  guint n_content = 0;

  for (guint i = 0; i < page->items->len; i++)
    {
      const PaperItem *item = &g_array_index (page->items, PaperItem, i);
      gboolean header = item->type == PAPER_ROW && !sheet->is_page && item->row == sheet->header_row;

      g_assert_cmpfloat (item->y, >=, y - 0.01);
      y = item->y + item->height;
      g_assert_cmpfloat (y, <=, page->height - PAZ_PAPER_BOTTOM + 0.01);
      g_assert_cmpfloat (item->x + item->width, <=, page->width - PAZ_PAPER_MARGIN + 3);
      g_assert_false (header && i + 1 == page->items->len);
      n_content += !header && (item->type != PAPER_TEXT || item->text != NULL);
    }
  g_assert_cmpuint (n_content, >=, sheet->is_page || paper->firsts[page->sheet] == number ? 1 : 2);
}

static void
check_scale (PazPaperBook *paper)
{
  for (guint i = 0; i < paper->panels->len; i++)
    g_assert_cmpfloat (((PaperPanel *) g_ptr_array_index (paper->panels, i))->scale, >=, PAZ_PAPER_SMALLEST - 0.01);
}

/* ---- what is in the file ---- */

static char *
get_text (const char *path,
          guint       page)
{
  g_autofree char *number = g_strdup_printf ("%u", page);
  const char *all[] = { "pdftotext", "-layout", path, "-", NULL };
  const char *one[] = { "pdftotext", "-layout", "-f", number, "-l", number, path, "-", NULL };

  return checker_run (page > 0 ? one : all);
}

static char **
split (const char *text)
{
  return g_regex_split_simple ("\\s+", text, 0, 0);
}

static char *
dup_beginning (const char *word)
{
  return g_utf8_substring (word, 0, MIN (g_utf8_strlen (word, -1), 5));
}

static GHashTable *
make_beginnings (const char *text)
{
  GHashTable *beginnings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) words = split (text);

  for (guint i = 0; words[i] != NULL; i++)
    g_hash_table_add (beginnings, dup_beginning (words[i]));

  return beginnings;
}

/* Its words, as they stand between spaces of any kind; what is longer than a column may go on in the next
 * line. */
static void
check_words (GHashTable *beginnings,
             const char *text,
             const char *shown,
             const char *where)
{
  g_auto (GStrv) words = split (shown);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *begin = dup_beginning (words[i]);

      if (!g_hash_table_contains (beginnings, begin) && strstr (text, begin) == NULL)
        g_error ("%s: “%s” of “%s” is not in the file", where, words[i], shown);
    }
}

static guint
check_texts (PazBook    *book,
             const char *text)
{
  g_autoptr (GHashTable) beginnings = make_beginnings (text);
  guint n_links = 0;

  for (guint i = 0; i < paz_book_count_sheets (book); i++)
    {
      const PazBookSheet *sheet = paz_book_get_sheet (book, i);

      for (guint row = 0; row < sheet->n_rows; row++)
        for (guint column = 0; column < sheet->n_columns; column++)
          {
            PazBookCell cell;
            g_autofree char *shown = NULL;

            if (paz_book_get_height (book, i, row) <= 0 || !paz_book_get_cell (book, i, row, column, &cell))
              continue;
            shown = paz_book_dup_shown (book, &cell);
            check_words (beginnings, text, shown, sheet->name);
            n_links += cell.link >= 0;
          }
    }

  return n_links;
}

static guint
count (const char *text,
       const char *wanted)
{
  guint n = 0;

  for (const char *found = text; (found = strstr (found, wanted)) != NULL; found += strlen (wanted))
    n++;

  return n;
}

/* The marking above and below, and which page of how many it is. */
static void
check_edges (PazPaperBook *paper,
             const char   *text)
{
  g_auto (GStrv) pages = g_strsplit (text, "\f", -1);

  g_assert_cmpuint (g_strv_length (pages), ==, paz_paper_count_pages (paper) + 1);
  for (guint i = 0; i < paz_paper_count_pages (paper); i++)
    {
      g_autofree char *of = paper_say_page (paper, i);

      g_assert_cmpuint (count (pages[i], paz_book_get_marking (paper->book)), >=, 2);
      g_assert_nonnull (strstr (pages[i], of));
    }
}

/* " 3 [ XYZ ... ] "sheet-2"" for each sheet, at the page where it begins. */
static void
check_places (PazPaperBook *paper,
              const char   *path)
{
  const char *argv[] = { "pdfinfo", "-dests", path, NULL };
  g_autofree char *places = checker_run (argv);

  for (guint i = 0; i < paz_book_count_sheets (paper->book); i++)
    {
      g_autofree char *pattern = g_strdup_printf ("(?m)^ *%u \\[.*\"sheet-%u\"", paper->firsts[i] + 1, i + 1);

      g_assert_true (g_regex_match_simple (pattern, places, 0, 0));
    }
}

static void
check_properties (PazPaperBook *paper,
                  const char   *path)
{
  const char *argv[] = { "pdfinfo", path, NULL };
  g_autofree char *info = checker_run (argv);
  g_autofree char *pages = g_strdup_printf ("(?m)^Pages: +%u$", paz_paper_count_pages (paper));

  g_assert_nonnull (strstr (info, paz_book_get_title (paper->book)));
  g_assert_nonnull (strstr (info, paz_book_get_delegation (paper->book)));
  g_assert_nonnull (strstr (info, paz_book_get_marking (paper->book)));
  g_assert_true (g_regex_match_simple (pages, info, 0, 0));
  g_assert_nonnull (strstr (info, "2025"));
  g_assert_null (strstr (info, g_get_user_name ()));
  g_assert_null (strstr (info, g_get_home_dir ()));
}

/* Also inside the streams. */
static GByteArray *
read_all (const char *path)
{
  GByteArray *all = g_byte_array_new ();
  g_autofree guint8 *plain = g_malloc (MOST_PLAIN);
  g_autofree char *raw = NULL;
  gsize length;
  char *at;

  g_assert_true (g_file_get_contents (path, &raw, &length, NULL));
  g_byte_array_append (all, (guint8 *) raw, (guint) length);
  for (at = raw; (at = memmem (at, (gsize) (raw + length - at), "\nstream\n", 8)) != NULL; at += 8)
    {
      g_autoptr (GZlibDecompressor) inflate = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
      gsize n_read = 0, n_plain = 0;

      g_converter_convert (G_CONVERTER (inflate), at + 8, (gsize) (raw + length - at - 8), plain, MOST_PLAIN, 0, &n_read, &n_plain, NULL);
      g_byte_array_append (all, plain, (guint) n_plain);
    }

  return all;
}

static void
check_secret (const char *path,
              const char *text)
{
  g_autoptr (GByteArray) all = read_all (path);

  g_assert_null (strstr (text, SECRET));
  g_assert_null (memmem (all->data, all->len, SECRET, strlen (SECRET)));
}

static void
check_file (Fixture      *fixture,
            PazPaperBook *paper,
            const char   *name)
{
  g_autofree char *file = g_strconcat (name, ".pdf", NULL);
  g_autofree char *path = write_pdf (fixture, paper, file);
  g_autofree char *again = write_pdf (fixture, paper, "again.pdf");
  g_autofree char *text = get_text (path, 0);
  g_autoptr (GByteArray) all = read_all (path);
  guint n_links = check_texts (paper->book, text);

  g_assert_cmpuint (n_links, >=, paz_book_count_sheets (paper->book) - 1);
  g_byte_array_append (all, (const guint8 *) "", 1);
  check_edges (paper, text);
  check_places (paper, path);
  check_properties (paper, path);
  check_secret (path, text);
  checker_assert_same_bytes (path, again);
}

static void
test_report (Fixture       *fixture,
             gconstpointer  data)
{
  for (const PazReportInfo *info = paz_report_list (); info->name != NULL; info++)
    for (PazLanguage language = 0; language < PAZ_N_LANGUAGES; language++)
      {
        g_autoptr (PazBook) book = NULL;
        g_autoptr (PazPaperBook) paper = NULL;

        /* Of all in the first language, of some in the others; one names what it holds back, for the sender. */
        if (g_str_equal (info->name, "release") || (language != PAZ_LANGUAGE_ES && info - paz_report_list () > 3))
          continue;
        book = make_book (fixture, info->name, language);
        paper = make_paper (book);
        for (guint i = 0; i < paz_paper_count_pages (paper); i++)
          check_page (paper, i);
        check_cells (paper);
        check_scale (paper);
        check_file (fixture, paper, info->name);
      }
}

/* ---- what goes wrong ---- */

static void
assert_refused (Fixture      *fixture,
                PazPaperBook *paper,
                const char   *name,
                int           code)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (paz_paper_write_pdf (paper, path, NULL, &error));
  g_assert_error (error, PAZ_REPORT_ERROR, code);
}

static void
test_errors (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (PazBook) book = make_book (fixture, "directory", PAZ_LANGUAGE_EN);
  g_autoptr (PazPaperBook) paper = make_paper (book);
  g_autofree char *folder = g_build_filename (fixture->folder, "in-the-way.pdf", NULL);
  g_autofree char *kept = write_pdf (fixture, paper, "kept.pdf");
  g_autofree char *text = NULL;
  guint n_files;

  g_assert_cmpint (g_mkdir (folder, 0755), ==, 0);
  n_files = checker_count_files (fixture->folder);
  assert_refused (fixture, paper, "in-the-way.pdf", PAZ_REPORT_ERROR_WRITE);
  assert_refused (fixture, paper, "nowhere/report.pdf", PAZ_REPORT_ERROR_WRITE);
  checker_limit_files (2000);
  assert_refused (fixture, paper, "kept.pdf", PAZ_REPORT_ERROR_FULL);
  checker_limit_files (0);
  g_assert_cmpuint (checker_count_files (fixture->folder), ==, n_files);
  text = get_text (kept, 0);
  check_edges (paper, text);
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (PazBook) book = make_book (fixture, "directory", PAZ_LANGUAGE_EN);
  g_autoptr (PazPaperBook) paper = make_paper (book);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "cancelled.pdf", NULL);
  guint n_files = checker_count_files (fixture->folder);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (paz_paper_new (book, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (paz_paper_write_pdf (paper, path, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (checker_count_files (fixture->folder), ==, n_files);
}

/* A row that no page can hold goes on until its end; other scripts are there. */
static void
test_long_text (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new ("مرحبا بالسلام Ελλάδα Україна ");
  g_autoptr (PazBook) book = NULL;
  g_autoptr (PazPaperBook) paper = NULL;
  g_autofree char *path = NULL;
  g_autofree char *read = NULL;

  for (guint i = 0; i < 2600; i++)
    g_string_append_printf (text, "palabra%u ", i);
  g_string_append (text, "ULTIMA");
  put_text (fixture->store, "recommendation", text->str, PAZ_LEVEL_NETWORK);
  book = make_book (fixture, "recommendations", PAZ_LANGUAGE_ES);
  paper = make_paper (book);
  for (guint i = 0; i < paz_paper_count_pages (paper); i++)
    check_page (paper, i);
  path = write_pdf (fixture, paper, "long.pdf");
  read = get_text (path, 0);
  for (guint i = 0; i < 2600; i++)
    {
      g_autofree char *word = g_strdup_printf ("palabra%u", i);

      g_assert_nonnull (strstr (read, word));
    }
  g_assert_nonnull (strstr (read, "ULTIMA"));
  g_assert_nonnull (strstr (read, "Ελλάδα"));
  g_assert_nonnull (strstr (read, "Україна"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/paper/reports", Fixture, NULL, set_up, test_report, tear_down);
  g_test_add ("/paper/errors", Fixture, NULL, set_up, test_errors, tear_down);
  g_test_add ("/paper/cancel", Fixture, NULL, set_up, test_cancel, tear_down);
  g_test_add ("/paper/long-text", Fixture, NULL, set_up, test_long_text, tear_down);

  return g_test_run ();
}
