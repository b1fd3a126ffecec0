/* The workbook of what is seen on the figures page: every language keeps the conventions, its numbers
 * are those of the cross table, a gap is never zero, and what the readers may not see is not in it. */
#include "figures/paz-cross.h"
#include "report/paz-figures-report.h"

#include <glib/gstdio.h>
#include <math.h>

#include "checker.h"
#include "sample-store.h"

typedef struct
{
  char     *folder;
  PazStore *store;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("paz-cross-XXXXXX", NULL);
  fixture->store = sample_store_new (fixture->folder);
  sample_store_add_world (fixture->store, PAZ_LEVEL_PUBLIC, "Public set");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->store);
  checker_remove (fixture->folder);
  g_free (fixture->folder);
}

static char *
export (Fixture     *fixture,
        const char  *choice,
        PazLanguage  language,
        const char  *readers,
        const char  *name)
{
  g_autoptr (PazFiguresChoice) asked = paz_figures_choice_parse (choice);
  g_autoptr (PazAudience) audience = paz_audience_parse (readers);
  g_autoptr (GError) error = NULL;
  const PazReportOptions options = { .language = language, .created = 1700000000000, .audience = audience };
  g_autoptr (PazFiguresReport) report = paz_figures_report_new (fixture->store, asked, &options, NULL, &error);
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_no_error (error);
  paz_figures_report_write (report, path, NULL, &error);
  g_assert_no_error (error);

  return path;
}

static char *
read_part (const char *path,
           const char *part)
{
  const char *argv[] = {
    "/usr/bin/python3", "-c",
    "import sys, zipfile; sys.stdout.buffer.write (zipfile.ZipFile (sys.argv[1]).read (sys.argv[2]))",
    path, part, NULL,
  };

  return checker_run (argv);
}

/* Lines "row key value" of the table Figures; a cell with a number, an empty one or a sign. */
static GHashTable *
read_table (const char *path)
{
  static const char script[] =
    "import sys, openpyxl\n"
    "book = openpyxl.load_workbook (sys.argv[1], data_only=True)\n"
    "sheet = next (s for s in book if 'Figures' in s.tables)\n"
    "keys = [c.value for c in sheet[1]]\n"
    "first, last = sheet.tables['Figures'].ref.split (':')\n"
    "for row in range (sheet[first].row + 1, sheet[last].row + 1):\n"
    "  cells = [sheet.cell (row, n + 1) for n in range (len (keys))]\n"
    "  head = cells[1].value if keys[1] == 'code' else cells[0].value\n"
    "  head = head.strftime ('%Y-%m') if hasattr (head, 'strftime') else str (head)\n"
    "  for key, cell in zip (keys, cells):\n"
    "    kind = 'gap' if cell.fill.patternType not in (None, 'solid') else 'empty' if cell.value in (None, '') else cell.value\n"
    "    print (head, key, kind, sep='\\t')\n";
  const char *argv[] = { "/usr/bin/python3", "-c", script, path, NULL };
  g_autofree char *text = checker_run (argv);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GHashTable *cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      char *value = strrchr (lines[i], '\t');

      g_hash_table_insert (cells, g_strndup (lines[i], (gsize) (value - lines[i])), g_strdup (value + 1));
    }

  return cells;
}

static void
assert_cell (GHashTable *cells,
             const char *head,
             const char *key,
             const char *value)
{
  g_autofree char *name = g_strdup_printf ("%s\t%s", head, key);

  g_assert_cmpstr (g_hash_table_lookup (cells, name), ==, value);
}

/* ---- conventions ---- */

static const char * const choices[] = {
  "ask=personnel;rows=month",
  "ask=personnel;rows=contributor;columns=month",
  "ask=personnel;rows=contributor;columns=mission;set=world;shape=7",
  "ask=share_of_women;rows=category",
  "ask=share_of_women;rows=contributor;columns=sex",
  "ask=share_of_world;rows=month;columns=contributor",
  "ask=rank_in_region;rows=contributor;columns=year",
  "ask=person_months;rows=year;columns=contributor",
  "ask=women;rows=type;columns=sex;shape=5",
  "ask=men;rows=none;columns=none",
};

static void
check (Fixture     *fixture,
       const char  *choice,
       PazLanguage  language)
{
  g_autofree char *path = export (fixture, choice, language, "public", "figures.xlsx");

  g_test_message ("%s", choice);
  checker_check_workbook (path);
}

static void
test_languages (Fixture       *fixture,
                gconstpointer  data)
{
  for (int i = 0; i < PAZ_N_LANGUAGES; i++)
    check (fixture, choices[1], (PazLanguage) i);
}

static void
test_shapes (Fixture       *fixture,
             gconstpointer  data)
{
  for (guint n = 2; n < G_N_ELEMENTS (choices); n++)
    check (fixture, choices[n], (PazLanguage) (n % PAZ_N_LANGUAGES));
}

static void
test_same_bytes (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *one = export (fixture, choices[1], PAZ_LANGUAGE_PT, "public", "one.xlsx");
  g_autofree char *other = export (fixture, choices[1], PAZ_LANGUAGE_PT, "public", "other.xlsx");

  checker_assert_same_bytes (one, other);
}

/* ---- numbers ---- */

/* Every known figure of the cross is in the sheet; every other cell has no number. */
static void
compare (GHashTable     *cells,
         const PazCross *cross)
{
  gboolean turned = PAZ_AXIS_IS_TIME (cross->choice->columns);
  guint n = 0;

  for (guint i = 0; i < cross->rows->len; i++)
    for (guint j = 0; j < cross->columns->len; j++)
      {
        const PazCrossCell *cell = paz_cross_get (cross, i, j);
        const char *row = ((PazCrossHead *) cross->rows->pdata[i])->key;
        const char *column = ((PazCrossHead *) cross->columns->pdata[j])->key;
        g_autofree char *name = g_strdup_printf ("%s\t%s", turned ? column : row, turned ? row : *column != '\0' ? column : "value");
        const char *text = g_hash_table_lookup (cells, name);

        g_assert_nonnull (text);
        if (isnan (cell->value))
          g_assert_false (g_ascii_isdigit (*text));
        else
          g_assert_cmpfloat_with_epsilon (g_ascii_strtod (text, NULL), cell->value, 1e-9);
        n += !isnan (cell->value);
      }
  g_assert_cmpuint (n, >, 0);
}

static void
test_numbers (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (PazAudience) public = paz_audience_parse ("public");
  g_autoptr (GError) error = NULL;
  g_autoptr (PazFigures) figures = paz_figures_load (fixture->store, public, NULL, &error);

  g_assert_no_error (error);
  for (guint n = 0; n < 9; n++)
    {
      g_autoptr (PazFiguresChoice) choice = paz_figures_choice_parse (choices[n]);
      g_autoptr (PazCross) cross = paz_cross_new (figures, choice, NULL, paz_catalogue_get (PAZ_LANGUAGE_EN));
      g_autofree char *path = export (fixture, choices[n], PAZ_LANGUAGE_EN, "public", "numbers.xlsx");
      g_autoptr (GHashTable) cells = NULL;

      g_test_message ("%s", choices[n]);
      cells = read_table (path);
      compare (cells, cross);
    }
}

/* March 2021 has no data set: the month is there, hatched, and no zero. */
static void
test_gap (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *path = export (fixture, choices[1], PAZ_LANGUAGE_EN, "public", "gap.xlsx");
  g_autoptr (GHashTable) cells = read_table (path);
  g_autofree char *chart = read_part (path, "xl/charts/chart1.xml");

  assert_cell (cells, "2021-03", "URY", "gap");
  assert_cell (cells, "2021-02", "PER", "empty");
  assert_cell (cells, "2021-04", "PER", "207");
  assert_cell (cells, "2021-04", "URY", "1012");
  /* Left out it is a gap. */
  g_assert_null (strstr (chart, "dispBlanksAs val=\"zero\""));
  g_assert_null (strstr (chart, "dispBlanksAs val=\"span\""));
}

/* ---- who may see it ---- */

static void
test_gate (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *public = NULL;
  g_autofree char *own = NULL;
  g_autofree char *public_strings = NULL;
  g_autofree char *own_strings = NULL;
  g_autoptr (GHashTable) public_cells = NULL;
  g_autoptr (GHashTable) own_cells = NULL;

  sample_store_add_secret (fixture->store, PAZ_LEVEL_NATIONAL);
  public = export (fixture, choices[1], PAZ_LANGUAGE_EN, "public", "public.xlsx");
  own = export (fixture, choices[1], PAZ_LANGUAGE_EN, "own", "own.xlsx");
  public_strings = read_part (public, "xl/sharedStrings.xml");
  own_strings = read_part (own, "xl/sharedStrings.xml");
  g_assert_null (strstr (public_strings, "Secret set"));
  g_assert_nonnull (strstr (public_strings, "PUBLIC"));
  g_assert_nonnull (strstr (own_strings, "Secret set"));
  g_assert_nonnull (strstr (own_strings, "NATIONAL"));
  public_cells = read_table (public);
  own_cells = read_table (own);
  assert_cell (public_cells, "2021-04", "URY", "1012");
  g_assert_cmpstr (g_hash_table_lookup (own_cells, "2021-04\tURY"), !=, "1012");
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (PazFiguresChoice) none = paz_figures_choice_parse ("ask=personnel;rows=contributor;missions=NOWHERE");
  g_autoptr (PazFiguresChoice) all = paz_figures_choice_new ();
  g_autoptr (PazFiguresReport) report = NULL;
  g_autoptr (PazStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("paz-cross-XXXXXX", NULL);
  const PazReportOptions options = { .language = PAZ_LANGUAGE_EN };

  report = paz_figures_report_new (fixture->store, none, &options, NULL, &error);
  g_assert_null (report);
  g_assert_error (error, PAZ_REPORT_ERROR, PAZ_REPORT_ERROR_NO_DATA);
  g_clear_error (&error);
  store = sample_store_new (folder);
  sample_store_add_secret (store, PAZ_LEVEL_NATIONAL);
  report = paz_figures_report_new (store, all, &options, NULL, &error);
  g_assert_null (report);
  g_assert_error (error, PAZ_REPORT_ERROR, PAZ_REPORT_ERROR_WITHHELD);
  g_clear_object (&store);
  checker_remove (folder);
}

static void
test_name (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (PazFiguresChoice) choice = paz_figures_choice_new ();
  g_autoptr (GError) error = NULL;
  const PazReportOptions options = { .language = PAZ_LANGUAGE_ES };
  g_autoptr (PazFiguresReport) report = paz_figures_report_new (fixture->store, choice, &options, NULL, &error);
  g_autofree char *name = NULL;

  g_assert_no_error (error);
  name = paz_figures_report_dup_file_name (report);
  g_assert_cmpstr (name, ==, "figures-PER-2021-04-es-public.xlsx");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cross/languages", Fixture, NULL, set_up, test_languages, tear_down);
  g_test_add ("/cross/shapes", Fixture, NULL, set_up, test_shapes, tear_down);
  g_test_add ("/cross/same-bytes", Fixture, NULL, set_up, test_same_bytes, tear_down);
  g_test_add ("/cross/numbers", Fixture, NULL, set_up, test_numbers, tear_down);
  g_test_add ("/cross/gap", Fixture, NULL, set_up, test_gap, tear_down);
  g_test_add ("/cross/gate", Fixture, NULL, set_up, test_gate, tear_down);
  g_test_add ("/cross/nothing", Fixture, NULL, set_up, test_nothing, tear_down);
  g_test_add ("/cross/name", Fixture, NULL, set_up, test_name, tear_down);

  return g_test_run ();
}
