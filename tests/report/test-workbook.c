/* The writer, on fixed data: conventions, traps, failures. */
#include "specimen.h"

#include "checker.h"
#include "paz-measure.h"
#include "paz-name.h"
#include "paz-sheet.h"
#include "report/paz-report.h"

#include <glib/gstdio.h>
#include <locale.h>

static char *folder;

static char *
make_path (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static void
write_good (const char *path,
            guint       stream_rows)
{
  g_autoptr (GError) error = NULL;
  gboolean done = specimen_write (path, stream_rows, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (done);
}

static void
test_conventions (void)
{
  g_autofree char *path = make_path ("specimen.xlsx");

  write_good (path, 0);
  checker_check_workbook (path);
  g_assert_cmpuint (checker_count_files (folder), ==, 1);
  g_unlink (path);
}

static void
test_streamed (void)
{
  g_autofree char *path = make_path ("long.xlsx");

  write_good (path, PAZ_SHEET_STREAM_ROWS);
  checker_check_workbook (path);
  g_assert_cmpuint (checker_count_files (folder), ==, 1);
  g_unlink (path);
}

static void
test_same_bytes (void)
{
  g_autofree char *one = make_path ("one.xlsx");
  g_autofree char *two = make_path ("two.xlsx");

  write_good (one, 0);
  g_usleep (1100 * 1000);
  write_good (two, 0);
  checker_assert_same_bytes (one, two);
  g_unlink (one);
  g_unlink (two);
}

/* Under a comma locale the library alone writes <v>1234,5</v>. */
static void
test_locale (gconstpointer data)
{
  g_autofree char *path = make_path ("locale.xlsx");
  g_autofree char *plain = make_path ("plain.xlsx");
  g_autofree char *before = g_strdup (setlocale (LC_ALL, NULL));
  g_autofree char *shown = NULL;

  write_good (plain, 0);
  if (!checker_enter_locale (data))
    {
      g_test_skip ("the locale is not installed and could not be made");
      g_unlink (plain);
      return;
    }
  write_good (path, 0);
  shown = g_strdup_printf ("%.1f", 1234.5);
  g_assert_cmpstr (shown, ==, "1234,5");    /* the thread's own locale is back */
  setlocale (LC_ALL, before);
  checker_assert_same_bytes (path, plain);
  g_unlink (path);
  g_unlink (plain);
}

static void
test_cancelled (void)
{
  g_autofree char *path = make_path ("cancelled.xlsx");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, "before", -1, NULL);
  g_cancellable_cancel (cancellable);
  g_assert_false (specimen_write (path, 0, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  checker_assert_holds (path, "before");
  g_assert_cmpuint (checker_count_files (folder), ==, 1);
  g_unlink (path);
}

static void
test_unwritable (void)
{
  g_autofree char *nowhere = make_path ("no-such-folder/a.xlsx");
  g_autofree char *taken = make_path ("taken");
  g_autoptr (GError) error = NULL;

  g_assert_false (specimen_write (nowhere, 0, NULL, &error));
  g_assert_error (error, PAZ_REPORT_ERROR, PAZ_REPORT_ERROR_WRITE);
  g_clear_error (&error);
  g_assert_cmpint (g_mkdir (taken, 0700), ==, 0);
  g_assert_false (specimen_write (taken, 0, NULL, &error));
  g_assert_error (error, PAZ_REPORT_ERROR, PAZ_REPORT_ERROR_WRITE);
  g_rmdir (taken);
  g_assert_cmpuint (checker_count_files (folder), ==, 0);
}

/* A limit on file sizes: the same for the library as a full target. */
static void
test_limit (void)
{
  g_autofree char *path = make_path ("limit.xlsx");
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, "before", -1, NULL);
  checker_limit_files (6000);
  g_assert_false (specimen_write (path, 0, NULL, &error));
  checker_limit_files (0);
  g_assert_error (error, PAZ_REPORT_ERROR, PAZ_REPORT_ERROR_FULL);
  checker_assert_holds (path, "before");
  g_assert_cmpuint (checker_count_files (folder), ==, 1);
  g_unlink (path);
}

/* A disk of every size from too small to large enough: refused or right, never wrong. */
static void
test_full (void)
{
  guint refused = 0, done = 0;

  if (!checker_can_mount ())
    {
      g_test_skip ("a small disk of its own needs root");
      return;
    }
  for (guint kib = 8; kib <= 64; kib += 4)
    {
      g_autofree char *disk = make_path ("disk");
      g_autofree char *path = g_build_filename (disk, "full.xlsx", NULL);
      g_autoptr (GError) error = NULL;

      checker_mount (disk, kib);
      if (specimen_write (path, 0, NULL, &error))
        {
          done++;
          checker_check_workbook (path);
        }
      else
        {
          refused++;
          g_assert_error (error, PAZ_REPORT_ERROR, PAZ_REPORT_ERROR_FULL);
          g_assert_cmpuint (checker_count_files (disk), ==, 0);
        }
      checker_unmount (disk);
    }
  g_assert_cmpuint (refused, >, 1);
  g_assert_cmpuint (done, >, 0);
}

/* ---- the gate ---- */

static PazWorkbook *
open_workbook (const char *path,
               PazLevel    level)
{
  const PazWorkbookInfo info = {
    .package = "gate", .title = "Gate", .delegation = "PER", .level = level, .status = "s", .marking = "m", .created = 1000,
  };

  return paz_workbook_new (path, &info, NULL, NULL);
}

static void
assert_refused (PazClearance sheet_stamp,
                PazClearance row_stamp)
{
  static const PazColumn columns[] = { { "name", "Name", PAZ_COLUMN_TEXT } };
  const PazSheetSpec spec = {
    .name = "Gate", .title = "t", .subtitle = "s", .table = "Gate", .columns = columns, .n_columns = 1,
  };
  g_autofree char *path = make_path ("gate.xlsx");
  g_autoptr (PazWorkbook) workbook = open_workbook (path, PAZ_LEVEL_NETWORK);
  g_autoptr (GError) error = NULL;
  PazSheet *sheet = paz_sheet_new (workbook, &spec, sheet_stamp);

  paz_sheet_begin_row (sheet, row_stamp);
  paz_sheet_put_text (sheet, "secret");
  g_assert_false (paz_workbook_commit (workbook, &error));
  g_assert_error (error, PAZ_REPORT_ERROR, PAZ_REPORT_ERROR_WITHHELD);
  g_clear_pointer (&workbook, paz_workbook_free);
  g_assert_cmpuint (checker_count_files (folder), ==, 0);
}

static void
test_gate (void)
{
  PazClearance none = { 0 };
  PazClearance higher = { TRUE, PAZ_LEVEL_NAMED };
  PazClearance network = { TRUE, PAZ_LEVEL_NETWORK };

  assert_refused (network, none);
  assert_refused (none, network);
  assert_refused (network, higher);
  assert_refused (higher, network);
}

/* ---- declarations that would make Excel repair the file ---- */

static void
assert_declaration_refused (const char *table,
                            const char *second_header)
{
  const PazColumn columns[] = { { "a", "Total", PAZ_COLUMN_TEXT }, { "b", second_header, PAZ_COLUMN_TEXT } };
  const PazSheetSpec spec = {
    .name = "Sheet", .title = "t", .subtitle = "s", .table = table, .columns = columns, .n_columns = 2,
  };
  g_autofree char *path = make_path ("declared.xlsx");
  g_autoptr (PazWorkbook) workbook = open_workbook (path, PAZ_LEVEL_PUBLIC);
  g_autoptr (GError) error = NULL;

  paz_sheet_new (workbook, &spec, paz_clearance_public ());
  g_assert_false (paz_workbook_commit (workbook, &error));
  g_assert_error (error, PAZ_REPORT_ERROR, PAZ_REPORT_ERROR_FAILED);
}

static void
test_declarations (void)
{
  assert_declaration_refused ("T1", "Other");
  assert_declaration_refused ("Tabla ñ", "Other");
  assert_declaration_refused ("Table", "TOTAL");
}

static void
test_sheet_names (void)
{
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  static const char * const names[][2] = {
    { "Contributors", "Contributors" },
    { "CONTRIBUTORS", "CONTRIBUTORS (2)" },
    { "A/B [c]: *d?", "A-B -c-- -d-" },
    { "'quoted'", "quoted" },
    { "", "-" },
    { "History", "History (2)" },
    { "Proporción de mujeres por categoría y mes", "Proporción de mujeres por categ" },
    { "Proporción de mujeres por categoría y país", "Proporción de mujeres por c (2)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = paz_name_make_sheet (names[i][0], used);

      g_assert_cmpstr (name, ==, names[i][1]);
      g_assert_cmpint (g_utf8_strlen (name, -1), <=, 31);
    }
}

static void
test_table_names (void)
{
  static const char * const good[] = { "Participation", "Women_2", "ABCD1", "Rank" };
  static const char * const bad[] = { "", "T1", "abc123", "R1C1", "R", "c", "C12", "1a", "a b", "año", "_x" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (paz_name_check_table (good[i]));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (paz_name_check_table (bad[i]));
  g_assert_false (paz_name_check_table (NULL));
}

static void
test_measure (void)
{
  g_assert_cmpfloat (paz_measure_text ("mmm", 10, FALSE), >, paz_measure_text ("iii", 10, FALSE));
  g_assert_cmpfloat_with_epsilon (paz_measure_text ("ñáü", 10, FALSE), paz_measure_text ("nau", 10, FALSE), 0.01);
  g_assert_cmpuint (paz_measure_lines ("one two three", 10, FALSE, 1000), ==, 1);
  g_assert_cmpuint (paz_measure_lines ("one two three", 10, FALSE, paz_measure_text ("three", 10, FALSE)), ==, 3);
  g_assert_cmpuint (paz_measure_lines ("one\ntwo", 10, FALSE, 1000), ==, 2);
  g_assert_cmpfloat (paz_measure_wrapped ("one two three", 10, FALSE, 3), <, paz_measure_text ("one two three", 10, FALSE));
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  checker_prepare_locales ();
  setlocale (LC_ALL, "");
  folder = g_dir_make_tmp ("paz-workbook-XXXXXX", NULL);
  g_test_add_func ("/workbook/measure", test_measure);
  g_test_add_func ("/workbook/sheet-names", test_sheet_names);
  g_test_add_func ("/workbook/table-names", test_table_names);
  g_test_add_func ("/workbook/declarations", test_declarations);
  g_test_add_func ("/workbook/conventions", test_conventions);
  g_test_add_func ("/workbook/streamed", test_streamed);
  g_test_add_func ("/workbook/same-bytes", test_same_bytes);
  g_test_add_data_func ("/workbook/locale/es", "es_AR", test_locale);
  g_test_add_data_func ("/workbook/locale/pt", "pt_BR", test_locale);
  g_test_add_data_func ("/workbook/locale/tr", "tr_TR", test_locale);
  g_test_add_func ("/workbook/gate", test_gate);
  g_test_add_func ("/workbook/cancelled", test_cancelled);
  g_test_add_func ("/workbook/unwritable", test_unwritable);
  g_test_add_func ("/workbook/limit", test_limit);
  g_test_add_func ("/workbook/full", test_full);
  result = g_test_run ();
  checker_remove (folder);
  g_free (folder);

  return result;
}
