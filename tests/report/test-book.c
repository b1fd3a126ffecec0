/* A report in memory holds what its workbook holds, cell by cell, and no more. */
#include "report/paz-book.h"

#include "checker.h"
#include "lib/paz-load.h"
#include "sample-store.h"

typedef struct
{
  char     *folder;
  char     *path;
  PazStore *store;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("relacopaz-book-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "book.xlsx", NULL);
  fixture->store = sample_store_new (fixture->folder);
  sample_store_add_world (fixture->store, PAZ_LEVEL_PUBLIC, "Contributions");
  paz_load_fill (fixture->store, 2);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->store);
  checker_remove (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
dump_cell (GString *to,
           PazBook *book,
           guint    sheet,
           guint    row,
           guint    column)
{
  const PazBookSheet *shape = paz_book_get_sheet (book, sheet);
  PazBookCell cell;

  if (!paz_book_get_cell (book, sheet, row, column, &cell) || cell.type == PAZ_BOOK_BLANK)
    return;
  g_string_append_printf (to, "%s\t%u\t%u\t", shape->name, row + 1, column + 1);
  if (cell.type == PAZ_BOOK_NUMBER)
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      g_string_append_printf (to, "N\t%s\n", g_ascii_dtostr (number, sizeof number, cell.value));
    }
  else
    {
      g_auto (GStrv) lines = g_strsplit (cell.text, "\n", -1);
      g_autofree char *text = g_strjoinv ("\\n", lines);

      g_string_append_printf (to, "T\t%s\n", text);
    }
}

/* Each cell on a line: sheet, row, column, kind, value. */
static char *
dump_book (PazBook *book)
{
  GString *text = g_string_new (NULL);

  for (guint sheet = 0; sheet < paz_book_count_sheets (book); sheet++)
    {
      const PazBookSheet *shape = paz_book_get_sheet (book, sheet);

      g_assert_cmpuint (shape->n_columns, >, 0);
      for (guint row = 0; row < shape->n_rows; row++)
        for (guint column = 0; column < shape->n_columns; column++)
          dump_cell (text, book, sheet, row, column);
      for (guint chart = 0; chart < shape->n_charts; chart++)
        {
          g_autoptr (PazChart) drawn = paz_book_make_chart (book, sheet, chart);

          g_assert_cmpuint (paz_chart_get_n_series (drawn), >, 0);
          g_assert_cmpuint (paz_chart_get_n_categories (drawn), >, 0);
          g_assert_nonnull (paz_chart_get_title (drawn));
        }
    }

  return g_string_free (text, FALSE);
}

/* FALSE where these readers see nothing. */
static gboolean
compare (Fixture     *fixture,
         const char  *name,
         PazLanguage  language)
{
  g_autoptr (PazAudience) network = paz_audience_parse ("network");
  g_autoptr (GError) error = NULL;
  g_autofree char *list = g_build_filename (fixture->folder, "cells", NULL);
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "report", "compare-book.py", NULL);
  const char * const argv[] = { "/usr/bin/python3", script, fixture->path, list, NULL };
  const PazReportOptions options = { .language = language, .audience = network, .created = 1700000000000 };
  g_autoptr (PazBook) book = paz_book_new_report (fixture->store, name, &options, fixture->path, NULL, NULL, NULL, &error);
  g_autofree char *said = NULL;
  g_autofree char *cells = NULL;

  if (g_error_matches (error, PAZ_REPORT_ERROR, PAZ_REPORT_ERROR_NO_DATA) ||
      g_error_matches (error, PAZ_REPORT_ERROR, PAZ_REPORT_ERROR_WITHHELD))
    return FALSE;
  g_assert_no_error (error);
  cells = dump_book (book);
  g_assert_true (g_file_set_contents (list, cells, -1, NULL));
  said = checker_run (argv);
  g_assert_cmpstr (said, ==, "");

  return TRUE;
}

static void
test_cells (Fixture       *fixture,
            gconstpointer  data)
{
  guint n = 0;

  for (const PazReportInfo *info = paz_report_list (); info->name != NULL; info++)
    if (compare (fixture, info->name, PAZ_LANGUAGE_ES))
      n++;
  g_assert_cmpuint (n, >=, 11);
  g_assert_true (compare (fixture, "participation", PAZ_LANGUAGE_EN));
  g_assert_true (compare (fixture, "women", PAZ_LANGUAGE_PT));
}

/* Without a path nothing is written, and the book is the same. */
static void
test_no_file (Fixture       *fixture,
              gconstpointer  data)
{
  const PazReportOptions options = { .language = PAZ_LANGUAGE_PT, .created = 1700000000000 };
  g_autoptr (GError) error = NULL;
  guint before = checker_count_files (fixture->folder);
  g_autoptr (PazBook) book = paz_book_new_report (fixture->store, "participation", &options, NULL, NULL, NULL, NULL, &error);
  g_autoptr (PazBook) again = NULL;
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (checker_count_files (fixture->folder), ==, before);
  again = paz_book_new_report (fixture->store, "participation", &options, fixture->path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  one = dump_book (book);
  other = dump_book (again);
  g_assert_cmpstr (one, ==, other);
}

/* What the audience may not see is in no book either. */
static void
test_withheld (Fixture       *fixture,
               gconstpointer  data)
{
  const PazReportOptions options = { .language = PAZ_LANGUAGE_ES, .created = 1700000000000 };
  g_autoptr (GError) error = NULL;
  g_autoptr (PazBook) book = NULL;
  g_autofree char *cells = NULL;

  sample_store_add_secret (fixture->store, PAZ_LEVEL_NATIONAL);
  book = paz_book_new_report (fixture->store, "participation", &options, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (paz_book_get_level (book), ==, PAZ_LEVEL_PUBLIC);
  cells = dump_book (book);
  g_assert_null (strstr (cells, "Secret set"));
}

/* Numbers are shown as the language writes them, and links lead to sheets. */
static void
test_shown (Fixture       *fixture,
            gconstpointer  data)
{
  const PazReportOptions options = { .language = PAZ_LANGUAGE_ES, .created = 1700000000000 };
  g_autoptr (PazBook) book = paz_book_new_report (fixture->store, "participation", &options, NULL, NULL, NULL, NULL, NULL);
  guint n_links = 0;

  for (guint row = 0; row < paz_book_get_sheet (book, 0)->n_rows; row++)
    {
      PazBookCell cell;
      PazBookLook look;

      if (!paz_book_get_cell (book, 0, row, 1, &cell) || cell.link < 0)
        continue;
      paz_book_get_look (book, 0, row, 1, &look);
      g_assert_cmpstr (cell.text, ==, paz_book_get_sheet (book, (guint) cell.link)->name);
      g_assert_cmpuint (look.color, !=, 0);
      n_links++;
    }
  g_assert_cmpuint (n_links, ==, paz_book_count_sheets (book) - 1);
  g_assert_true (paz_book_get_sheet (book, 0)->is_page);
  g_assert_false (paz_book_get_sheet (book, 1)->is_page);
  g_assert_cmpfloat (paz_book_get_height (book, 1, 0), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/book/cells", Fixture, NULL, set_up, test_cells, tear_down);
  g_test_add ("/book/no-file", Fixture, NULL, set_up, test_no_file, tear_down);
  g_test_add ("/book/withheld", Fixture, NULL, set_up, test_withheld, tear_down);
  g_test_add ("/book/shown", Fixture, NULL, set_up, test_shown, tear_down);

  return g_test_run ();
}
