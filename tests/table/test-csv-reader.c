/* Records of comma-separated files: what is a cell, where it stands, and what is no such file. */
#include "paz-csv-reader.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("relacopaz-csv-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "file.csv", NULL);
}

static void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  g_remove (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
write_file (Fixture    *fixture,
            const char *content,
            gssize      length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->path, content, length, &error);
  g_assert_no_error (error);
}

/* "1:a|b 3:c|" for the whole file; a malformed record is "!". */
static char *
read_all (Fixture  *fixture,
          GError  **error)
{
  g_autoptr (PazCsvReader) csv = paz_csv_reader_open (fixture->path, FALSE, error);
  g_autoptr (GString) all = g_string_new (NULL);
  const PazCell *cells;
  PazCsvResult result;
  guint n_cells;
  guint32 row;

  g_assert_nonnull (csv);
  while ((result = paz_csv_reader_next (csv, &cells, &n_cells, &row, error)) < PAZ_CSV_END)
    {
      g_string_append_printf (all, "%s%u:", all->len > 0 ? " " : "", row);
      if (result == PAZ_CSV_MALFORMED)
        g_string_append_c (all, '!');
      else
        for (guint i = 0; i < n_cells; i++)
          g_string_append_printf (all, "%s%.*s", i > 0 ? "|" : "", (int) cells[i].length, cells[i].text);
    }

  return result == PAZ_CSV_END ? g_string_free (g_steal_pointer (&all), FALSE) : NULL;
}

static void
assert_records (Fixture    *fixture,
                const char *content,
                const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *all = NULL;

  write_file (fixture, content, -1);
  all = read_all (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (all, ==, expected);
}

static void
assert_refused (Fixture    *fixture,
                const char *content,
                gssize      length,
                int         code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *all = NULL;

  write_file (fixture, content, length);
  all = read_all (fixture, &error);
  g_assert_error (error, PAZ_IMPORT_ERROR, code);
  g_assert_null (all);
}

static void
test_plain (Fixture       *fixture,
            gconstpointer  data)
{
  assert_records (fixture, "a,b\nc,d\n", "1:a|b 2:c|d");
  assert_records (fixture, "a,b\nc,d", "1:a|b 2:c|d");
  assert_records (fixture, "a,b\r\nc,d\r\n", "1:a|b 2:c|d");
  assert_records (fixture, "a,b\rc,d\r", "1:a|b 2:c|d");
  assert_records (fixture, "\xef\xbb\xbf" "a,b\n", "1:a|b");
  assert_records (fixture, "a\tb\nc\td\n", "1:a|b 2:c|d");
  assert_records (fixture, "a;b\n1,5;d\n", "1:a|b 2:1,5|d");
  assert_records (fixture, "a,,\n", "1:a||");
  assert_records (fixture, "", "");
  assert_records (fixture, "\xef\xbb\xbf", "");
  assert_records (fixture, "\n\n", "");
}

static void
test_blanks (Fixture       *fixture,
             gconstpointer  data)
{
  assert_records (fixture, " a , b\t\nLocal ,\xc2\xa0x\xc2\xa0\n", "1:a|b 2:Local|\xc2\xa0x");
  /* Lines a spreadsheet leaves behind are no records, yet count as lines. */
  assert_records (fixture, "a,b\n\n , \n,\r\nc,d\n", "1:a|b 5:c|d");
}

static void
test_quotes (Fixture       *fixture,
             gconstpointer  data)
{
  assert_records (fixture, "a,\"b,c\"\n", "1:a|b,c");
  assert_records (fixture, "\"a\"\"b\",c\n", "1:a\"b|c");
  assert_records (fixture, "\"a\" , \"b \"\r\nc,d\r\n", "1:a|b 2:c|d");
  assert_records (fixture, "a,\"b\nc\"\nd,e\n", "1:a|b\nc 3:d|e");
  assert_records (fixture, "\"a\",\"b\"", "1:a|b");
  assert_records (fixture, "\"\xef\xbb\xbf\",x\n", "1:\xef\xbb\xbf|x");
  assert_records (fixture, "\"\",\"\"\nx,y\n", "2:x|y");
  assert_records (fixture, "\"a\";\"b;c\"\n", "1:a|b;c");
}

/* A mark out of place spoils its own line, not those behind it. */
static void
test_malformed (Fixture       *fixture,
                gconstpointer  data)
{
  assert_records (fixture, "a,b\nc,\"d\"x\ne,f\n", "1:a|b 2:! 3:e|f");
  assert_records (fixture, "a,5\" gun\nc,d\n", "1:! 2:c|d");
  assert_records (fixture, "a,b\n\"c,d\ne,\"f\"\ng,h\n", "1:a|b 2:! 3:e|f 4:g|h");
}

static void
test_unclosed (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new ("a,b\n1,\"x\n");

  assert_refused (fixture, "a,b\nc,\"d\ne,f\n", -1, PAZ_IMPORT_ERROR_SYNTAX);
  assert_refused (fixture, "\"", -1, PAZ_IMPORT_ERROR_SYNTAX);

  /* Not only at the end of a small file. */
  while (text->len < 3 * 1024 * 1024)
    g_string_append (text, "some,more,cells\n");
  assert_refused (fixture, text->str, text->len, PAZ_IMPORT_ERROR_SYNTAX);
}

static void
test_encoding (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new ("name\n");

  assert_refused (fixture, "a,b\nC\xf4te,d\n", -1, PAZ_IMPORT_ERROR_ENCODING);
  assert_refused (fixture, "\xff\xfe" "a\0,\0b\0\n\0", 10, PAZ_IMPORT_ERROR_ENCODING);
  assert_refused (fixture, "a,b\nc\0,d\n", 9, PAZ_IMPORT_ERROR_BINARY);
  assert_refused (fixture, "a,b\nabcdefghijkl\xc3\n", -1, PAZ_IMPORT_ERROR_ENCODING);
  assert_refused (fixture, "\xed\xa0\x80,b\n", -1, PAZ_IMPORT_ERROR_ENCODING);
  assert_records (fixture, "C\xc3\xb4te d\xe2\x80\x99Ivoire,b\n", "1:C\xc3\xb4te d\xe2\x80\x99Ivoire|b");

  /* Letters of two bytes across every border of what is read at once. */
  while (text->len < 700 * 1024)
    g_string_append (text, "\xc3\xb4\xc3\xb4\xc3\xb4\xc3\xb4\xc3\xb4\xc3\xb4\xc3\xb4\n");
  write_file (fixture, text->str, text->len);
  {
    g_autoptr (GError) error = NULL;
    g_autofree char *all = read_all (fixture, &error);

    g_assert_no_error (error);
    g_assert_nonnull (all);
  }
  g_string_append (text, "\xb4\n");
  assert_refused (fixture, text->str, text->len, PAZ_IMPORT_ERROR_ENCODING);
}

/* Many records, plain and quoted, some over several lines, across the borders of chunks. */
static void
test_long (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (PazCsvReader) csv = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *expected_hash = NULL;
  g_autofree char *hash = NULL;
  const PazCell *cells;
  guint n_cells;
  guint32 row, line = 1;

  for (guint i = 0; i < 60000; i++)
    g_string_append_printf (text, i % 7 == 0 ? "%u,\"two\nlines, %u\",x\r\n" : "%u,plain %u,x\r\n", i, i);
  write_file (fixture, text->str, text->len);
  expected_hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, text->len);

  csv = paz_csv_reader_open (fixture->path, TRUE, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 60000; i++)
    {
      g_autofree char *cell = NULL;
      g_autofree char *expected = g_strdup_printf (i % 7 == 0 ? "two\nlines, %u" : "plain %u", i);

      g_assert_cmpint (paz_csv_reader_next (csv, &cells, &n_cells, &row, &error), ==, PAZ_CSV_RECORD);
      g_assert_cmpuint (n_cells, ==, 3);
      cell = paz_cell_dup_text (&cells[1]);
      g_assert_cmpstr (cell, ==, expected);
      g_assert_cmpuint (row, ==, line);
      line += i % 7 == 0 ? 2 : 1;
    }
  g_assert_cmpint (paz_csv_reader_next (csv, &cells, &n_cells, &row, &error), ==, PAZ_CSV_END);
  g_assert_no_error (error);
  g_assert_cmpfloat (paz_csv_reader_get_fraction (csv), ==, 1);

  hash = paz_csv_reader_dup_sha256 (csv);
  g_assert_cmpstr (hash, ==, expected_hash);
}

/* Files that end at, before and after the size that is read at once. */
static void
test_borders (Fixture       *fixture,
              gconstpointer  data)
{
  for (int length = 256 * 1024 - 3; length <= 256 * 1024 + 3; length++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = g_malloc (length + 1);
      g_autofree char *all = NULL;

      memset (text, 'x', length);
      text[1] = ',';
      text[4] = '\n';
      text[length] = '\0';
      write_file (fixture, text, length);
      all = read_all (fixture, &error);
      g_assert_no_error (error);
      g_assert_true (g_str_has_prefix (all, "1:x|xx 2:xx"));
      g_assert_cmpuint (strlen (all), ==, 9 + length - 5);
    }
}

/* Leaving early does not wait for the whole file, nor hang. */
static void
test_early (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (PazCsvReader) csv = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  const PazCell *cells;
  guint n_cells;
  guint32 row;

  for (guint i = 0; i < 300000; i++)
    g_string_append (text, "a,b,c,d\n");
  write_file (fixture, text->str, text->len);
  csv = paz_csv_reader_open (fixture->path, TRUE, &error);
  for (guint i = 0; i < 200000; i++)
    g_assert_cmpint (paz_csv_reader_next (csv, &cells, &n_cells, &row, &error), ==, PAZ_CSV_RECORD);
}

static void
test_unreadable (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GError) absent = NULL;
  g_autoptr (GError) folder = NULL;
  g_autoptr (GError) closed = NULL;
  g_autoptr (GError) pipe = NULL;

  g_assert_null (paz_csv_reader_open (fixture->path, FALSE, &absent));
  g_assert_error (absent, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_null (paz_csv_reader_open (fixture->folder, FALSE, &folder));
  g_assert_error (folder, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);

  /* A pipe nobody writes to does not keep the person waiting. */
  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  g_assert_null (paz_csv_reader_open (fixture->path, FALSE, &pipe));
  g_assert_error (pipe, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
  g_remove (fixture->path);

  write_file (fixture, "a,b\n", -1);
  g_chmod (fixture->path, 0);
  if (g_access (fixture->path, R_OK) == 0)
    g_test_message ("this person may read everything");
  else
    {
      g_assert_null (paz_csv_reader_open (fixture->path, FALSE, &closed));
      g_assert_error (closed, G_FILE_ERROR, G_FILE_ERROR_ACCES);
    }
}

#define ADD(path, function) \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/table/csv/plain", test_plain);
  ADD ("/table/csv/blanks", test_blanks);
  ADD ("/table/csv/quotes", test_quotes);
  ADD ("/table/csv/malformed", test_malformed);
  ADD ("/table/csv/unclosed", test_unclosed);
  ADD ("/table/csv/encoding", test_encoding);
  ADD ("/table/csv/long", test_long);
  ADD ("/table/csv/borders", test_borders);
  ADD ("/table/csv/early", test_early);
  ADD ("/table/csv/unreadable", test_unreadable);

  return g_test_run ();
}
