/* A file that holds a part of what is here: it says month by month what would go, waits for a
 * person's choice, and then speaks for what was chosen. */
#include "base/paz-date.h"
#include "table/paz-import.h"

#include "lib/paz-test-un.h"

#define HEADER "isocode3,mission_acronym,personnel_type,female_personnel,male_personnel,last_reporting_date\n"

static const char full[] =
  HEADER
  "URY,MONUSCO,Troops,10,20,2014-03-31\n"
  "URY,MONUSCO,Individual Police,1,2,2014-03-31\n"
  "BRA,UNIFIL,Troops,30,40,2014-03-31\n"
  "FRA,UNIFIL,Troops,50,60,2014-03-31\n"
  "FRA,UNIFIL,Individual Police,3,4,2014-03-31\n";

static const char police[] =
  HEADER
  "URY,MONUSCO,Individual Police,7,7,2014-03-31\n"
  "FRA,UNIFIL,Individual Police,8,8,2014-03-31\n";

static const char region[] =
  HEADER
  "ARG,UNFICYP,Troops,1,1,2014-03-31\n"
  "BRA,UNFICYP,Troops,2,2,2014-03-31\n"
  "PER,UNFICYP,Troops,3,3,2014-03-31\n"
  "URY,UNFICYP,Troops,4,4,2014-03-31\n";

typedef struct
{
  char     *folder;
  char     *path;
  PazStore *store;
} Fixture;

static void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("relacopaz-partial-XXXXXX", &error);
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
read_text (Fixture    *fixture,
           const char *text)
{
  g_autoptr (GError) error = NULL;
  PazImport *import;

  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
  import = paz_import_read (fixture->path, NULL, fixture->store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return import;
}

static void
apply (Fixture   *fixture,
       PazImport *import)
{
  g_autoptr (GError) error = NULL;
  guint64 step;

  paz_import_apply (import, fixture->store, NULL, NULL, NULL, &step, &error);
  g_assert_no_error (error);
}

static void
import_text (Fixture    *fixture,
             const char *text)
{
  g_autoptr (PazImport) import = read_text (fixture, text);

  apply (fixture, import);
}

/* "URY troops 10/20, " in the order of the table. */
static void
assert_speaking (Fixture    *fixture,
                 const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PazFactTable) facts = paz_store_load_facts (fixture->store, NULL, NULL, NULL, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint32 i = 0; i < paz_fact_table_get_n_rows (facts); i++)
    g_string_append_printf (text, "%s %s %u/%u, ",
                            paz_fact_table_get_key (facts, PAZ_DIMENSION_CONTRIBUTOR, paz_fact_table_get_contributors (facts)[i]),
                            paz_fact_table_get_key (facts, PAZ_DIMENSION_TYPE, paz_fact_table_get_types (facts)[i]),
                            paz_fact_table_get_female (facts)[i], paz_fact_table_get_male (facts)[i]);
  g_assert_cmpstr (text->str, ==, expected);
}

/* "2014-03 types: troops; contributors: " for each month. */
static void
assert_losses (PazImport  *import,
               const char *expected)
{
  GPtrArray *losses = paz_import_get_losses (import);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < losses->len; i++)
    {
      const PazImportLoss *loss = losses->pdata[i];
      g_autofree char *types = g_strjoinv (" ", loss->types);
      g_autofree char *contributors = g_strjoinv (" ", loss->contributors);
      char month[8];

      g_string_append_printf (text, "%s types: %s; contributors: %s", paz_month_format (loss->month, month), types, contributors);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_field (PazImport  *import,
              const char *field,
              const char *expected)
{
  g_assert_cmpstr (paz_record_get_text (paz_import_get_data_set (import), field), ==, expected);
}

static void
test_types (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (PazImport) import = NULL;
  g_autoptr (GError) error = NULL;
  guint64 step;

  import_text (fixture, full);
  import = read_text (fixture, police);
  assert_losses (import, "2014-03 types: troops; contributors: ");
  g_assert_cmpint (paz_import_get_partial (import), ==, PAZ_IMPORT_KEEP_TYPES);
  g_assert_cmpuint (paz_import_get_counts (import)->n_gone, ==, 3);

  /* Never in silence. */
  g_assert_false (paz_import_apply (import, fixture->store, NULL, NULL, NULL, &step, &error));
  g_assert_error (error, PAZ_IMPORT_ERROR, PAZ_IMPORT_ERROR_PARTIAL);
  assert_speaking (fixture, "BRA troops 30/40, FRA individual_police 3/4, FRA troops 50/60, "
                            "URY individual_police 1/2, URY troops 10/20, ");

  paz_import_set_keep (import, PAZ_IMPORT_KEEP_TYPES);
  g_assert_cmpuint (paz_import_get_counts (import)->n_gone, ==, 0);
  g_assert_cmpuint (paz_import_get_changes (import)->len, ==, 2);
  assert_field (import, "types", "held");
  assert_field (import, "scope", "world");
  apply (fixture, import);
  assert_speaking (fixture, "BRA troops 30/40, FRA individual_police 8/8, FRA troops 50/60, "
                            "URY individual_police 7/7, URY troops 10/20, ");

  g_assert_true (paz_store_undo (fixture->store, &error));
  assert_speaking (fixture, "BRA troops 30/40, FRA individual_police 3/4, FRA troops 50/60, "
                            "URY individual_police 1/2, URY troops 10/20, ");
}

/* Who lets it go, lets it go. */
static void
test_replace (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (PazImport) import = NULL;

  import_text (fixture, full);
  import = read_text (fixture, police);
  paz_import_set_keep (import, PAZ_IMPORT_KEEP_TYPES);
  paz_import_set_keep (import, PAZ_IMPORT_KEEP_NOTHING);
  g_assert_cmpuint (paz_import_get_counts (import)->n_gone, ==, 3);
  g_assert_cmpuint (paz_import_get_changes (import)->len, ==, 5);
  assert_field (import, "types", "all");
  apply (fixture, import);
  assert_speaking (fixture, "FRA individual_police 8/8, URY individual_police 7/7, ");
}

/* Of the types it holds, a file says who has left: FRA has no police any more, but its troops stay. */
static void
test_left (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (PazImport) import = NULL;

  import_text (fixture, full);
  import = read_text (fixture, HEADER "BRA,UNIFIL,Individual Police,5,5,2014-03-31\n"
                                      "URY,MONUSCO,Individual Police,7,7,2014-03-31\n"
                                      "DEU,UNIFIL,Individual Police,6,6,2014-03-31\n");
  assert_losses (import, "2014-03 types: troops; contributors: FRA");
  paz_import_set_keep (import, PAZ_IMPORT_KEEP_TYPES);
  g_assert_cmpuint (paz_import_get_counts (import)->n_gone, ==, 1);
  apply (fixture, import);
  assert_speaking (fixture, "BRA individual_police 5/5, BRA troops 30/40, DEU individual_police 6/6, FRA troops 50/60, "
                            "URY individual_police 7/7, URY troops 10/20, ");
}

static void
test_contributors (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (PazImport) import = NULL;

  import_text (fixture, region);
  import = read_text (fixture, HEADER "URY,UNFICYP,Troops,9,9,2014-03-31\n");
  assert_losses (import, "2014-03 types: ; contributors: ARG BRA PER");
  g_assert_cmpint (paz_import_get_partial (import), ==, PAZ_IMPORT_KEEP_CONTRIBUTORS);
  paz_import_set_keep (import, PAZ_IMPORT_KEEP_CONTRIBUTORS);
  assert_field (import, "scope", "listed");
  apply (fixture, import);
  assert_speaking (fixture, "ARG troops 1/1, BRA troops 2/2, PER troops 3/3, URY troops 9/9, ");
}

/* One country that has left is what a revision is for. */
static void
test_revision (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (PazImport) import = NULL;

  import_text (fixture, region);
  import = read_text (fixture, HEADER "ARG,UNFICYP,Troops,1,1,2014-03-31\n"
                                      "BRA,UNFICYP,Troops,2,2,2014-03-31\n"
                                      "URY,UNFICYP,Troops,9,9,2014-03-31\n");
  assert_losses (import, "2014-03 types: ; contributors: PER");
  g_assert_cmpint (paz_import_get_partial (import), ==, PAZ_IMPORT_KEEP_NOTHING);
  apply (fixture, import);
  assert_speaking (fixture, "ARG troops 1/1, BRA troops 2/2, URY troops 9/9, ");
}

#define ADD(path, function) \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("/table/partial/types", test_types);
  ADD ("/table/partial/replace", test_replace);
  ADD ("/table/partial/left", test_left);
  ADD ("/table/partial/contributors", test_contributors);
  ADD ("/table/partial/revision", test_revision);

  return g_test_run ();
}
