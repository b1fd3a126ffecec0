/* Workbooks of records: every column names a field, every language keeps the conventions, the same
 * data make the same bytes, and no word of what these readers may not see is in any of them. */
#include "report/paz-report.h"

#include "checker.h"
#include "lib/paz-load.h"
#include "paz-report-spec.h"
#include "sample-store.h"

#define SECRET "ZARZAMORA"

static const PazReport * const reports[] = {
  &paz_recommendations_report,
  &paz_interoperability_report,
  &paz_directory_report,
  &paz_workplan_report,
  &paz_training_report,
  &paz_contingents_report,
  &paz_meeting_report,
  &paz_traceability_report,
  &paz_cooperation_report,
  &paz_readiness_report,
  &paz_pledge_report,
  &paz_complementarity_report,
  &paz_expenses_report,
};

typedef struct
{
  char     *folder;
  PazStore *store;
} Fixture;

/* Texts without a form of their own. */
static const char * const free_texts[] = { "name", "reference", "place", "budget_line", "city", NULL };

/* Links the record to a provision, so that it stands where provisions are traced. */
static void
serve_something (PazStore  *store,
                 PazRecord *record)
{
  g_autoptr (PazQuery) query = paz_query_new (paz_kind_find ("provision"));
  g_autoptr (GPtrArray) ids = paz_store_find (store, query, NULL, NULL);
  const PazField *field = paz_kind_find_field (paz_record_get_kind (record), "provisions");

  g_assert_nonnull (ids);
  g_assert_cmpuint (ids->len, >, 0);
  if (field != NULL)
    {
      const char *first[] = { ids->pdata[0], NULL };

      paz_record_set_value (record, field, paz_value_new_set (first));
    }
}

/* One of the kind with something in every field a word can stand in. */
static PazRecord *
make_record (PazStore      *store,
             const PazKind *kind,
             const char    *word,
             PazLevel       level)
{
  PazCatalogue *english = paz_catalogue_get (PAZ_LANGUAGE_EN);
  PazRecord *record = paz_store_create_record (store, kind, NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const PazField *field = &kind->fields[i];
      g_autofree char *text = NULL;

      if (field->type == PAZ_VALUE_TRILINGUAL || (field->type == PAZ_VALUE_TEXT && g_strv_contains (free_texts, field->key)))
        text = g_strdup_printf ("%s %s", word, field->key);
      else if (g_str_equal (field->key, "acronym"))
        text = g_strdup_printf ("%s-%s", word, kind->key);
      else if (field->type == PAZ_VALUE_DATE && !g_str_equal (field->key, "withdrawn"))
        text = g_strdup ("2026-03-14");
      if (text != NULL)
        paz_record_set_value (record, field, paz_value_parse (field, text, english, NULL));
    }
  serve_something (store, record);
  paz_record_set_release (record, level, NULL);

  return record;
}

static void
put (PazStore  *store,
     PazRecord *record)
{
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (GError) error = NULL;

  paz_edit_put (edit, record);
  paz_store_apply (store, edit, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
put_both (PazStore   *store,
          const char *key)
{
  const PazKind *kind = paz_kind_find (key);
  g_autoptr (PazRecord) shown = make_record (store, kind, "Visible", PAZ_LEVEL_NETWORK);
  g_autoptr (PazRecord) hidden = make_record (store, kind, SECRET, PAZ_LEVEL_NATIONAL);

  put (store, shown);
  put (store, hidden);
}

/* One expense with a sum of money, borne by a participant. */
static void
put_expense (PazStore   *store,
             const char *amount,
             const char *status)
{
  const PazKind *kind = paz_kind_find ("expense");
  g_autoptr (PazRecord) record = make_record (store, kind, "Visible", PAZ_LEVEL_NETWORK);

  paz_record_set_value (record, paz_kind_find_field (kind, "amount"), paz_value_new_money (amount, "USD", "2026-03-14", "Voucher"));
  paz_record_set_value (record, paz_kind_find_field (kind, "status"), g_variant_new_string (status));
  put (store, record);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("paz-records-XXXXXX", NULL);
  fixture->store = sample_store_new (fixture->folder);
  paz_load_fill (fixture->store, 1);
  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    for (guint k = 0; reports[i]->parts[k] != NULL; k++)
      {
        const PazRegister *rows = reports[i]->parts[k]->rows;

        if (rows != NULL && paz_kind_find (rows->kind)->parent == NULL && !g_str_equal (rows->kind, "participant"))
          put_both (fixture->store, rows->kind);
      }
  put_expense (fixture->store, "1200.5", "planned");
  put_expense (fixture->store, "99.5", "planned");
  put_expense (fixture->store, "10", "spent");
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
        const char  *report,
        PazLanguage  language,
        const char  *readers,
        const char  *ending)
{
  g_autoptr (PazAudience) audience = paz_audience_parse (readers);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("%s-%d-%s%s.xlsx", report, language, readers, ending);
  const PazReportOptions options = { .language = language, .created = 1700000000000, .audience = audience };
  char *path = g_build_filename (fixture->folder, name, NULL);

  paz_report_export (fixture->store, report, &options, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return path;
}

/* Every byte of every part, unpacked. */
static char *
read_parts (const char *path)
{
  const char *argv[] = {
    "/usr/bin/python3", "-c",
    "import sys, zipfile\n"
    "book = zipfile.ZipFile (sys.argv[1])\n"
    "for part in book.namelist ():\n"
    "  sys.stdout.buffer.write (book.read (part) + b'\\n')",
    path, NULL,
  };

  return checker_run (argv);
}

static void
check_path (const PazRegister       *rows,
            const PazRegisterColumn *column)
{
  const PazKind *kind = paz_kind_find (rows->kind);
  g_auto (GStrv) parts = g_strsplit (column->path, ">", 2);
  const char *key = column->path;
  const PazField *field;

  if (column->count != NULL || column->put != NULL)
    {
      g_assert_nonnull (column->header);
      return;
    }
  if (*key == '^')
    {
      g_assert_nonnull (kind->parent);
      kind = paz_kind_find (kind->parent);
      key++;
    }
  else if (parts[1] != NULL)
    {
      const PazField *link = paz_kind_find_field (kind, parts[0]);

      g_assert_nonnull (link);
      g_assert_cmpint (link->type, ==, PAZ_VALUE_LINK);
      kind = paz_kind_find (link->target);
      key = parts[1];
    }
  if (*key == '\0')
    return;
  field = paz_kind_find_field (kind, key);
  if (field == NULL)
    g_error ("%s has no field “%s”", kind->key, key);
  g_assert_cmpuint (field->flags & (PAZ_FIELD_LOCAL | PAZ_FIELD_HIDDEN), ==, 0);
  g_assert_true (!column->sum || field->type == PAZ_VALUE_INTEGER);
  if (column->take == PAZ_TAKE_CURRENCY || column->take == PAZ_TAKE_SOURCE)
    g_assert_cmpint (field->type, ==, PAZ_VALUE_MONEY);
}

static void
test_paths (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    for (guint k = 0; reports[i]->parts[k] != NULL; k++)
      {
        const PazRegister *rows = reports[i]->parts[k]->rows;

        for (guint c = 0; rows != NULL && c < rows->n_columns; c++)
          check_path (rows, &rows->columns[c]);
      }
}

static void
test_languages (Fixture       *fixture,
                gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    for (int language = 0; language < PAZ_N_LANGUAGES; language++)
      {
        g_autofree char *path = export (fixture, reports[i]->info.name, (PazLanguage) language, "network", "");

        checker_check_workbook (path);
      }
}

static void
test_same_bytes (Fixture       *fixture,
                 gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    {
      g_autofree char *one = export (fixture, reports[i]->info.name, PAZ_LANGUAGE_ES, "network", "-1");
      g_autofree char *other = export (fixture, reports[i]->info.name, PAZ_LANGUAGE_ES, "network", "-2");

      checker_assert_same_bytes (one, other);
    }
}

static void
test_gate (Fixture       *fixture,
           gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    {
      g_autofree char *own = export (fixture, reports[i]->info.name, PAZ_LANGUAGE_EN, "own", "");
      g_autofree char *network = export (fixture, reports[i]->info.name, PAZ_LANGUAGE_EN, "network", "");
      g_autofree char *kept = read_parts (own);
      g_autofree char *sent = read_parts (network);

      g_assert_nonnull (strstr (kept, SECRET));
      g_assert_null (strstr (sent, SECRET));
      g_assert_nonnull (strstr (sent, "Visible"));
      g_assert_nonnull (strstr (sent, "NETWORK"));
    }
}

static void
test_sums (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = export (fixture, "expenses", PAZ_LANGUAGE_EN, "network", "");
  const char *argv[] = {
    "/usr/bin/python3", "-W", "ignore", "-c",
    "import sys, openpyxl\n"
    "sheet = openpyxl.load_workbook (sys.argv[1], data_only = True)['Sums']\n"
    "for row in sheet.iter_rows (min_row = 5, values_only = True):\n"
    "  if row[2] == 'USD': print (row[3], row[4], row[5], row[7])",
    path, NULL,
  };
  g_autofree char *sums = checker_run (argv);

  g_assert_cmpstr (g_strstrip (sums), ==, "1300 0 10 3");
}

/* Nothing of it for the public: no file, and the error says which of the two it is. */
static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "none.xlsx", NULL);
  const PazReportOptions options = { .language = PAZ_LANGUAGE_PT };

  g_assert_false (paz_report_export (fixture->store, "expenses", &options, path, NULL, NULL, NULL, &error));
  g_assert_error (error, PAZ_REPORT_ERROR, PAZ_REPORT_ERROR_WITHHELD);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* What is held back is told to the sender alone: the sheet is national, whoever the readers are. */
static void
test_release (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = export (fixture, "release", PAZ_LANGUAGE_EN, "network", "");
  g_autofree char *parts = read_parts (path);
  const char *argv[] = {
    "/usr/bin/python3", "-W", "ignore", "-c",
    "import sys, openpyxl\n"
    "book = openpyxl.load_workbook (sys.argv[1], data_only = True)\n"
    "kinds = [r for r in book['By kind'].iter_rows (min_row = 5, values_only = True) if isinstance (r[1], int)]\n"
    "held = [r for r in book['Held back'].iter_rows (min_row = 5, values_only = True) if r[5]]\n"
    "print (all (r[1] == r[2] + r[3] and r[3] == sum (r[4:9]) for r in kinds), sum (r[3] for r in kinds) == len (held))\n"
    "print (sorted ({r[5] for r in held if r[0] == 'Expense'}), [r[1:4] for r in kinds if r[0] == 'Expenses'])",
    path, NULL,
  };
  g_autofree char *told = checker_run (argv);

  checker_check_workbook (path);
  g_assert_nonnull (strstr (parts, SECRET));
  g_assert_nonnull (strstr (parts, "NATIONAL"));
  /* Of the five expenses one is national. */
  g_assert_cmpstr (g_strstrip (told), ==, "True True\n['National: it never leaves this store'] [(5, 4, 1)]");
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/records/paths", test_paths);
  ADD ("/records/languages", test_languages);
  ADD ("/records/same-bytes", test_same_bytes);
  ADD ("/records/gate", test_gate);
  ADD ("/records/sums", test_sums);
  ADD ("/records/nothing", test_nothing);
  ADD ("/records/release", test_release);

  return g_test_run ();
}
