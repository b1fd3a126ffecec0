/* Files into the store: the real ones whole, broken ones, the same one again, a revised one, undone,
 * cancelled. */
#include "base/paz-date.h"
#include "table/paz-import.h"

#include <glib/gstdio.h>

#include "lib/paz-test-un.h"

#define HEADER "contribution_id,isocode3,m49_code,contributing_country,mission_acronym,personnel_type," \
               "female_personnel,male_personnel,last_reporting_date\n"

typedef struct
{
  char     *folder;
  char     *path;       /* of a file the test writes */
  PazStore *store;
} Fixture;

static void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("relacopaz-import-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "test.relacopaz", NULL);
  fixture->path = g_build_filename (fixture->folder, "file.csv", NULL);
  fixture->store = paz_store_open (path, PAZ_STORE_OPEN_CREATE, NULL, &error);
  g_assert_no_error (error);
}

static void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  g_assert_finalize_object (fixture->store);
  paz_test_remove_folder (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static PazImport *
read_path (Fixture    *fixture,
           const char *path)
{
  g_autoptr (GError) error = NULL;
  PazImport *import = paz_import_read (path, NULL, fixture->store, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return import;
}

static PazImport *
read_text (Fixture    *fixture,
           const char *text)
{
  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
  return read_path (fixture, fixture->path);
}

static void
apply (Fixture   *fixture,
       PazImport *import)
{
  g_autoptr (GError) error = NULL;
  guint64 step = 0;

  paz_import_apply (import, fixture->store, NULL, NULL, NULL, &step, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (step, >, 0);
}

static void
import_text (Fixture    *fixture,
             const char *text)
{
  g_autoptr (PazImport) import = read_text (fixture, text);

  apply (fixture, import);
}

static void
assert_fails (Fixture    *fixture,
              const char *path,
              GQuark      domain,
              int         code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (paz_import_read (path, NULL, fixture->store, NULL, NULL, NULL, &error));
  g_assert_error (error, domain, code);
}

static void
assert_text_fails (Fixture    *fixture,
                   const char *text,
                   gssize      length,
                   int         code)
{
  g_assert_true (g_file_set_contents (fixture->path, text, length, NULL));
  assert_fails (fixture, fixture->path, PAZ_IMPORT_ERROR, code);
}

/* "rows new changed same refused gone" */
static void
assert_counts (PazImport  *import,
               const char *expected)
{
  const PazImportCounts *counts = paz_import_get_counts (import);
  g_autofree char *text = g_strdup_printf ("%u %u %u %u %u %u", counts->rows, counts->n_new,
                                           counts->n_changed, counts->n_same, counts->n_refused,
                                           counts->n_gone);

  g_assert_cmpstr (text, ==, expected);
}

/* "2014-03 URY MONUSCO troops 1/2@5, ..." of what speaks. */
static char *
write_speaking (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PazFactTable) facts = paz_store_load_facts (fixture->store, NULL, NULL, NULL, &error);
  GString *text = g_string_new (NULL);
  char month[8];

  g_assert_no_error (error);
  for (guint32 i = 0; i < paz_fact_table_get_n_rows (facts); i++)
    g_string_append_printf (text, "%s %s %s %s %u/%u@%u, ",
                            paz_month_format (paz_fact_table_get_months (facts)[i], month),
                            paz_fact_table_get_key (facts, PAZ_DIMENSION_CONTRIBUTOR,
                                                    paz_fact_table_get_contributors (facts)[i]),
                            paz_fact_table_get_key (facts, PAZ_DIMENSION_MISSION,
                                                    paz_fact_table_get_missions (facts)[i]),
                            paz_fact_table_get_key (facts, PAZ_DIMENSION_TYPE,
                                                    paz_fact_table_get_types (facts)[i]),
                            paz_fact_table_get_female (facts)[i], paz_fact_table_get_male (facts)[i],
                            paz_fact_table_get_rows (facts)[i]);

  return g_string_free (text, FALSE);
}

static void
assert_speaking (Fixture    *fixture,
                 const char *expected)
{
  g_autofree char *text = write_speaking (fixture);

  g_assert_cmpstr (text, ==, expected);
}

/* ---- the real files ---- */

/* Every row of the file speaks, with its figures and its line. */
static void
assert_holds (Fixture   *fixture,
              GPtrArray *rows)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PazFactTable) facts = paz_store_load_facts (fixture->store, NULL, NULL, NULL, &error);
  g_autoptr (GHashTable) lines = g_hash_table_new (NULL, NULL);

  g_assert_no_error (error);
  g_assert_cmpuint (paz_fact_table_get_n_rows (facts), ==, rows->len);
  for (guint i = 0; i < rows->len; i++)
    g_hash_table_insert (lines, GUINT_TO_POINTER (((PazTestRow *) rows->pdata[i])->line), rows->pdata[i]);

  for (guint32 i = 0; i < rows->len; i++)
    {
      const PazTestRow *row = g_hash_table_lookup (lines, GUINT_TO_POINTER (paz_fact_table_get_rows (facts)[i]));
      g_autofree char *type = paz_test_dup_type (row->label);

      g_assert_cmpuint (paz_fact_table_get_months (facts)[i], ==, paz_month_parse (row->month));
      g_assert_cmpstr (paz_fact_table_get_key (facts, PAZ_DIMENSION_CONTRIBUTOR,
                                               paz_fact_table_get_contributors (facts)[i]), ==, row->iso3);
      g_assert_cmpstr (paz_fact_table_get_key (facts, PAZ_DIMENSION_MISSION,
                                               paz_fact_table_get_missions (facts)[i]), ==, row->mission);
      g_assert_cmpstr (paz_fact_table_get_key (facts, PAZ_DIMENSION_TYPE,
                                               paz_fact_table_get_types (facts)[i]), ==, type);
      g_assert_cmpuint (paz_fact_table_get_female (facts)[i], ==, row->female);
      g_assert_cmpuint (paz_fact_table_get_male (facts)[i], ==, row->male);
    }
}

static void
assert_field (PazRecord  *record,
              const char *key,
              const char *expected)
{
  g_assert_cmpstr (paz_record_get_text (record, key), ==, expected);
}

static void
test_real (Fixture       *fixture,
           gconstpointer  data)
{
  const char *name = data;
  gboolean older = g_str_has_prefix (name, "contributions");
  g_autofree char *path = paz_test_dup_shared (name);
  g_autofree char *contents = NULL;
  g_autofree char *hash = NULL;
  g_autoptr (PazImport) import = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  PazRecord *data_set;
  gsize length;

  if (path == NULL)
    return;

  g_file_get_contents (path, &contents, &length, NULL);
  hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) contents, length);
  rows = paz_test_read_un_file (path);
  import = read_path (fixture, path);
  g_assert_cmpstr (paz_import_get_sha256 (import), ==, hash);
  g_assert_cmpstr (paz_import_get_layout (import), ==, "DPO-UCHISTORICAL");
  assert_counts (import, older ? "894 894 0 0 0 0" : "10250 10250 0 0 0 0");
  g_assert_cmpuint (paz_import_get_refusals (import)->len, ==, 0);

  data_set = paz_import_get_data_set (import);
  assert_field (data_set, "file_name", name);
  assert_field (data_set, "sha256", hash);
  assert_field (data_set, "first_month", older ? "2014-03" : "2013-03");
  assert_field (data_set, "last_month", older ? "2014-03" : "2014-02");
  assert_field (data_set, "scope", "world");
  g_assert_cmpint (paz_record_get_integer (data_set, "rows"), ==, rows->len);
  g_assert_null (paz_record_get_text (data_set, "published"));

  apply (fixture, import);
  assert_holds (fixture, rows);
  findings = paz_store_check (fixture->store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);

  assert_fails (fixture, path, PAZ_IMPORT_ERROR, PAZ_IMPORT_ERROR_SAME);
}

/* ---- broken files ---- */

#define ROW(iso3, mission, female, date) "1," iso3 ",," "," mission ",Troops," female ",20," date "\n"

static void
test_refusals (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct
  {
    guint32           row;
    PazRefusalReason  reason;
    const char       *column;
    const char       *value;
  } expected[] = {
    { 3, PAZ_REFUSAL_CONTRIBUTOR, "contributing_country", "Atlantis" },
    { 4, PAZ_REFUSAL_MISSION, "mission_acronym", "" },
    { 5, PAZ_REFUSAL_TYPE, "personnel_type", "Sailors" },
    { 6, PAZ_REFUSAL_NUMBER, "female_personnel", "some" },
    { 7, PAZ_REFUSAL_NUMBER, "male_personnel", "" },
    { 8, PAZ_REFUSAL_DATE, "last_reporting_date", "2014-02-31" },
    { 9, PAZ_REFUSAL_COLUMNS, "", "" },
    { 10, PAZ_REFUSAL_COLUMNS, "", "" },
    { 11, PAZ_REFUSAL_QUOTES, "", "" },
    { 12, PAZ_REFUSAL_CONTRADICTION, "contributing_country", "Brazil" },
    { 14, PAZ_REFUSAL_DUPLICATE, "", "2" },
    { 15, PAZ_REFUSAL_CONTRIBUTOR, "contributing_country", "" },
  };
  g_autoptr (PazImport) import = read_text (fixture, HEADER
    "1,URY,858,Uruguay,MONUSCO,Troops,10,20,2014-03-31\n"
    "2,,,Atlantis,MONUSCO,Troops,10,20,2014-03-31\n"
    "3,ARG,32,Argentina,,Troops,10,20,2014-03-31\n"
    "4,ARG,32,Argentina,MONUSCO,Sailors,10,20,2014-03-31\n"
    "5,ARG,32,Argentina,MONUSCO,Troops,some,20,2014-03-31\n"
    "6,ARG,32,Argentina,MONUSCO,Troops,10,,2014-03-31\n"
    "7,ARG,32,Argentina,MONUSCO,Troops,10,20,2014-02-31\n"
    "8,ARG,32,Argentina,MONUSCO,Troops,10\n"
    "9,MDA,498,Moldova, Republic of,MONUSCO,Troops,10,20,2014-03-31\n"
    "10,ARG,32,\"Argentina\"x,MONUSCO,Troops,10,20,2014-03-31\n"
    "11,ARG,32,Brazil,MONUSCO,Troops,10,20,2014-03-31\n"
    "12,ARG,32,Argentina ,MONUSCO , Troops,0,5,2014-03-31\n"
    "13,ury,858.0,,monusco,troops,11,20,2014-03-31\n"
    "14,,,,MONUSCO,Troops,10,20,2014-03-31\n");
  GPtrArray *refusals = paz_import_get_refusals (import);
  PazCatalogue *en = paz_catalogue_get (PAZ_LANGUAGE_EN);

  assert_counts (import, "14 2 0 0 12 0");
  g_assert_cmpuint (refusals->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < refusals->len; i++)
    {
      const PazRefusal *refusal = refusals->pdata[i];
      g_autofree char *text = paz_refusal_dup_text (refusal, en);
      g_autofree char *row = g_strdup_printf ("Row %u", expected[i].row);

      g_assert_cmpuint (refusal->row, ==, expected[i].row);
      g_assert_cmpint (refusal->reason, ==, expected[i].reason);
      g_assert_cmpstr (refusal->column, ==, expected[i].column);
      g_assert_cmpstr (refusal->value, ==, expected[i].value);
      g_assert_true (g_str_has_prefix (text, row));
      g_assert_nonnull (strstr (text, expected[i].value));
      g_test_message ("%s", text);
    }

  apply (fixture, import);
  assert_speaking (fixture, "2014-03 ARG MONUSCO troops 0/5@13, 2014-03 URY MONUSCO troops 10/20@2, ");
}

static void
test_broken (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (PazImport) import = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *absent = g_build_filename (fixture->folder, "absent.csv", NULL);

  assert_text_fails (fixture, "", 0, PAZ_IMPORT_ERROR_EMPTY);
  assert_text_fails (fixture, "\xef\xbb\xbf", 3, PAZ_IMPORT_ERROR_EMPTY);
  assert_text_fails (fixture, HEADER, -1, PAZ_IMPORT_ERROR_EMPTY);
  assert_text_fails (fixture, "\n \n,,\n", -1, PAZ_IMPORT_ERROR_EMPTY);
  assert_text_fails (fixture, "1,URY,858,Uruguay,MONUSCO,Troops,1,2,2014-03-31\n", -1, PAZ_IMPORT_ERROR_LAYOUT);
  assert_text_fails (fixture, HEADER "1,CIV,384,C\xf4te d'Ivoire,UNOCI,Troops,1,2,2014-03-31\n", -1,
                     PAZ_IMPORT_ERROR_ENCODING);
  assert_text_fails (fixture, "\xff\xfe" "a\0b\0", 6, PAZ_IMPORT_ERROR_ENCODING);
  assert_text_fails (fixture, HEADER "1,URY,858,\"Uruguay,MONUSCO,Troops,1,2,2014-03-31\n", -1,
                     PAZ_IMPORT_ERROR_SYNTAX);
  assert_fails (fixture, absent, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  assert_fails (fixture, fixture->folder, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_assert_null (paz_import_read (fixture->path, "no such layout", fixture->store, NULL, NULL, NULL, &error));
  g_assert_nonnull (error);
  assert_speaking (fixture, "");

  /* Nothing but refusals: nothing to apply. */
  g_clear_error (&error);
  import = read_text (fixture, HEADER ROW ("XXX", "MONUSCO", "1", "2014-03-31"));
  assert_counts (import, "1 0 0 0 1 0");
  g_assert_false (paz_import_apply (import, fixture->store, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, PAZ_IMPORT_ERROR, PAZ_IMPORT_ERROR_NOTHING);
}

/* ---- dates in figures ---- */

static void
assert_dates (Fixture    *fixture,
              const char *text,
              const char *counts,
              const char *first,
              const char *last)
{
  g_autoptr (PazImport) import = read_text (fixture, text);

  assert_counts (import, counts);
  assert_field (paz_import_get_data_set (import), "first_month", first);
  assert_field (paz_import_get_data_set (import), "last_month", last);
}

static void
test_dates (Fixture       *fixture,
            gconstpointer  data)
{
  /* A date that tells stands behind those that do not. */
  assert_dates (fixture, HEADER ROW ("URY", "UNOCI", "1", "01/02/2014") ROW ("URY", "UNOCI", "1", "31/03/2014"),
                "2 2 0 0 0 0", "2014-02", "2014-03");
  assert_dates (fixture, HEADER ROW ("URY", "UNOCI", "1", "1/2/2014") ROW ("URY", "UNOCI", "1", "3/31/2014"),
                "2 2 0 0 0 0", "2014-01", "2014-03");
  /* Nothing tells, or the column contradicts itself: what is doubtful is refused, not guessed. */
  assert_dates (fixture, HEADER ROW ("URY", "UNOCI", "1", "01/02/2014") ROW ("URY", "UNOCI", "1", "05/05/2014"),
                "2 1 0 0 1 0", "2014-05", "2014-05");
  assert_dates (fixture, HEADER ROW ("URY", "UNOCI", "1", "01/02/2014") ROW ("URY", "UNOCI", "1", "3/31/2014")
                ROW ("ARG", "UNOCI", "1", "31/03/2014"), "3 2 0 0 1 0", "2014-03", "2014-03");
  assert_dates (fixture, HEADER ROW ("URY", "UNOCI", "1", "31-Mar-14") ROW ("URY", "UNOCI", "1", "2014-04-30")
                ROW ("URY", "UNOCI", "1", "31/05/2014"), "3 3 0 0 0 0", "2014-03", "2014-05");
}

/* As spreadsheets in Spanish and Portuguese save it. */
static void
test_semicolons (Fixture       *fixture,
                 gconstpointer  data)
{
  import_text (fixture, "\xef\xbb\xbf" "ISOCode3;Mission_Acronym;Personnel_Type;Female_Personnel;Male_Personnel;"
                        "Last_Reporting_Date\r\nURY;MONUSCO;Troops;3,0;\"20\";31/3/2014\r\n;;;;;\r\n");
  assert_speaking (fixture, "2014-03 URY MONUSCO troops 3/20@2, ");
}

/* ---- again, revised, undone ---- */

static const char first_edition[] = HEADER
  ROW ("FRA", "UNIFIL", "5", "2014-03-31")
  ROW ("URY", "MONUSCO", "10", "2014-03-31")
  ROW ("URY", "MINURSO", "1", "2014-03-31")
  ROW ("URY", "MONUSCO", "9", "2014-02-28");
static const char first_speaking[] =
  "2014-02 URY MONUSCO troops 9/20@5, 2014-03 FRA UNIFIL troops 5/20@2, "
  "2014-03 URY MINURSO troops 1/20@4, 2014-03 URY MONUSCO troops 10/20@3, ";

static void
test_revised (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (PazImport) import = NULL;
  GPtrArray *changes;
  g_autoptr (GString) text = g_string_new (NULL);

  import_text (fixture, first_edition);
  assert_speaking (fixture, first_speaking);

  /* March again: one the same, one changed, one gone, one new. */
  import = read_text (fixture, HEADER
    ROW ("FRA", "UNIFIL", "5", "2014-03-31")
    ROW ("URY", "MONUSCO", "12", "2014-03-31")
    ROW ("ARG", "UNFICYP", "2", "2014-03-31"));
  assert_counts (import, "3 1 1 1 0 1");
  changes = paz_import_get_changes (import);
  for (guint i = 0; i < changes->len; i++)
    {
      const PazImportChange *change = changes->pdata[i];

      g_string_append_printf (text, "%s %s %s %d/%d > %d/%d @%u, ", change->contributor, change->mission,
                              change->type, (int) change->old_female, (int) change->old_male,
                              (int) change->new_female, (int) change->new_male, change->row);
    }
  g_assert_cmpstr (text->str, ==,
                   "ARG UNFICYP troops -1/-1 > 2/20 @4, URY MINURSO troops 1/20 > -1/-1 @0, "
                   "URY MONUSCO troops 10/20 > 12/20 @3, ");

  /* Within the same second, still the newer one. */
  apply (fixture, import);
  assert_speaking (fixture,
                   "2014-02 URY MONUSCO troops 9/20@5, 2014-03 ARG UNFICYP troops 2/20@4, "
                   "2014-03 FRA UNIFIL troops 5/20@2, 2014-03 URY MONUSCO troops 12/20@3, ");
}

/* Two files were looked at, then accepted in the other order: the one accepted last speaks. */
static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (PazImport) one = read_text (fixture, HEADER ROW ("URY", "MONUSCO", "1", "2014-03-31"));
  g_autoptr (PazImport) other = read_text (fixture, HEADER ROW ("URY", "MONUSCO", "2", "2014-03-31"));

  apply (fixture, other);
  apply (fixture, one);
  assert_speaking (fixture, "2014-03 URY MONUSCO troops 1/20@2, ");
}

/* A file of the region says nothing about others. */
static void
test_region (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (PazImport) import = NULL;

  import_text (fixture, first_edition);
  import = read_text (fixture, HEADER ROW ("URY", "MONUSCO", "12", "2014-03-31"));
  assert_counts (import, "1 0 1 0 0 1");
  assert_field (paz_import_get_data_set (import), "scope", "region");
  apply (fixture, import);
  assert_speaking (fixture,
                   "2014-02 URY MONUSCO troops 9/20@5, 2014-03 FRA UNIFIL troops 5/20@2, "
                   "2014-03 URY MONUSCO troops 12/20@2, ");
}

static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PazStep) step = NULL;

  import_text (fixture, first_edition);
  step = paz_store_dup_undo_step (fixture->store);
  g_assert_nonnull (step);
  g_assert_cmpint (step->type, ==, PAZ_STEP_IMPORT);
  g_assert_cmpstr (step->origin, ==, "file.csv");

  paz_store_undo (fixture->store, &error);
  g_assert_no_error (error);
  assert_speaking (fixture, "");
  paz_store_redo (fixture->store, &error);
  g_assert_no_error (error);
  assert_speaking (fixture, first_speaking);

  /* What was undone may be imported again. */
  paz_store_undo (fixture->store, &error);
  g_assert_no_error (error);
  import_text (fixture, first_edition);
  assert_speaking (fixture, first_speaking);
  assert_text_fails (fixture, first_edition, -1, PAZ_IMPORT_ERROR_SAME);
}

/* ---- cancelled ---- */

typedef struct
{
  GCancellable *cancellable;
  double        at;
  double        last;
  guint         n;
} Canceller;

static void
progress_cb (double   fraction,
             gpointer data)
{
  Canceller *canceller = data;

  g_assert_cmpfloat (fraction, >=, 0);
  g_assert_cmpfloat (fraction, <=, 1);
  canceller->last = fraction;
  canceller->n++;
  if (fraction >= canceller->at)
    g_cancellable_cancel (canceller->cancellable);
}

static char *
make_long_text (void)
{
  GString *text = g_string_new (HEADER);

  for (guint month = 0; month < 240; month++)
    for (guint mission = 0; mission < 300; mission++)
      g_string_append_printf (text, "1,URY,858,Uruguay,M%u,Troops,1,2,%u-%02u-28\n", mission,
                              2000 + month / 12, month % 12 + 1);

  return g_string_free (text, FALSE);
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  const double points[] = { 0.0, 0.3, 0.7 };
  g_autofree char *text = make_long_text ();
  g_autoptr (PazImport) import = NULL;

  import_text (fixture, first_edition);
  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      Canceller canceller = { cancellable, points[i] };

      g_assert_null (paz_import_read (fixture->path, NULL, fixture->store, progress_cb, &canceller,
                                      cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpfloat (canceller.last, <, 0.95);
    }

  import = read_path (fixture, fixture->path);
  assert_counts (import, "72000 72000 0 0 0 3");
  {
    g_autoptr (GCancellable) cancellable = g_cancellable_new ();
    g_autoptr (GError) error = NULL;
    Canceller canceller = { cancellable, 0.0 };
    guint64 change = paz_store_get_change (fixture->store);

    /* At the first sign of progress, or before there is any. */
    g_assert_false (paz_import_apply (import, fixture->store, progress_cb, &canceller,
                                      (g_cancellable_cancel (cancellable), cancellable), NULL, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    g_assert_cmpuint (paz_store_get_change (fixture->store), ==, change);
  }
  assert_speaking (fixture, first_speaking);

  /* And it may still be applied. */
  apply (fixture, import);
}

/* Ten thousand refusals are listed, all are counted. */
static void
test_many_refusals (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new (HEADER);
  g_autoptr (PazImport) import = NULL;

  for (guint i = 0; i < 12000; i++)
    g_string_append_printf (text, "1,,,Nowhere %u,MONUSCO,Troops,1,2,2014-03-31\n", i);
  g_string_append (text, ROW ("URY", "MONUSCO", "12", "2014-03-31"));
  import = read_text (fixture, text->str);
  assert_counts (import, "12001 1 0 0 12000 0");
  g_assert_cmpuint (paz_import_get_refusals (import)->len, ==, 10000);
}

#define ADD(path, function, data) \
  g_test_add (path, Fixture, data, fixture_set_up, function, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/table/import/uchistorical", test_real, "uchistorical_2013-03_2014-02.csv");
  ADD ("/table/import/contributionsbygender", test_real, "contributionsbygender_2014-03.csv");
  ADD ("/table/import/refusals", test_refusals, NULL);
  ADD ("/table/import/broken", test_broken, NULL);
  ADD ("/table/import/dates", test_dates, NULL);
  ADD ("/table/import/semicolons", test_semicolons, NULL);
  ADD ("/table/import/revised", test_revised, NULL);
  ADD ("/table/import/order", test_order, NULL);
  ADD ("/table/import/region", test_region, NULL);
  ADD ("/table/import/undo", test_undo, NULL);
  ADD ("/table/import/cancel", test_cancel, NULL);
  ADD ("/table/import/many-refusals", test_many_refusals, NULL);

  return g_test_run ();
}
