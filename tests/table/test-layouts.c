/* Every layout of UN and IPI files, the traps that were seen in them (one test each, in the order they
 * are known by), and files that are hostile or broken: through the real import. */
#include "base/paz-date.h"
#include "table/paz-import.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "lib/paz-test-un.h"

#define HEADER "contribution_id,isocode3,m49_code,contributing_country,mission_acronym,personnel_type," \
               "female_personnel,male_personnel,last_reporting_date\n"
#define ROW(female, male, date) "1,URY,858,Uruguay,MONUSCO,Troops," female "," male "," date "\n"

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

  fixture->folder = g_dir_make_tmp ("relacopaz-layouts-XXXXXX", &error);
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
read_path (Fixture                *fixture,
           const char             *path,
           const PazImportOptions *options)
{
  g_autoptr (GError) error = NULL;
  PazImport *import = paz_import_read_with (path, options, fixture->store, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return import;
}

static PazImport *
read_text (Fixture    *fixture,
           const char *text)
{
  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
  return read_path (fixture, fixture->path, NULL);
}

static guint64
apply (Fixture   *fixture,
       PazImport *import)
{
  g_autoptr (GError) error = NULL;
  guint64 step = 0;

  g_assert_true (paz_import_apply (import, fixture->store, NULL, NULL, NULL, &step, &error));
  g_assert_no_error (error);
  return step;
}

/* "2014-03 URY MONUSCO troops 1/2, ..." of what speaks. */
static char *
write_speaking (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PazFactTable) facts = paz_store_load_facts (fixture->store, NULL, NULL, NULL, &error);
  GString *text = g_string_new (NULL);
  char month[8];

  g_assert_no_error (error);
  for (guint32 i = 0; i < paz_fact_table_get_n_rows (facts); i++)
    g_string_append_printf (text, "%s%s %s %s %s %u/%u", i > 0 ? ", " : "",
                            paz_month_format (paz_fact_table_get_months (facts)[i], month),
                            paz_fact_table_get_key (facts, PAZ_DIMENSION_CONTRIBUTOR, paz_fact_table_get_contributors (facts)[i]),
                            paz_fact_table_get_key (facts, PAZ_DIMENSION_MISSION, paz_fact_table_get_missions (facts)[i]),
                            paz_fact_table_get_key (facts, PAZ_DIMENSION_TYPE, paz_fact_table_get_types (facts)[i]),
                            paz_fact_table_get_female (facts)[i], paz_fact_table_get_male (facts)[i]);

  return g_string_free (text, FALSE);
}

static void
assert_speaking (Fixture    *fixture,
                 const char *expected)
{
  g_autofree char *text = write_speaking (fixture);

  g_assert_cmpstr (text, ==, expected);
}

/* Imports the text, and says what speaks then. */
static void
assert_imports (Fixture    *fixture,
                const char *text,
                const char *layout,
                const char *expected)
{
  g_autoptr (PazImport) import = read_text (fixture, text);

  g_assert_cmpstr (paz_import_get_layout (import), ==, layout);
  g_assert_cmpuint (paz_import_get_counts (import)->n_refused, ==, 0);
  g_assert_cmpuint (apply (fixture, import), >, 0);
  assert_speaking (fixture, expected);
}

static void
assert_refused (Fixture          *fixture,
                const char       *text,
                PazRefusalReason  reason,
                guint32           row,
                const char       *column)
{
  g_autoptr (PazImport) import = read_text (fixture, text);
  GPtrArray *refusals = paz_import_get_refusals (import);
  PazRefusal *refusal;
  g_autofree char *words = NULL;

  g_assert_cmpuint (refusals->len, ==, 1);
  refusal = refusals->pdata[0];
  g_assert_cmpint (refusal->reason, ==, reason);
  g_assert_cmpuint (refusal->row, ==, row);
  g_assert_cmpstr (refusal->column, ==, column);
  words = paz_refusal_dup_text (refusal, paz_catalogue_get (PAZ_LANGUAGE_EN));
  g_assert_nonnull (strstr (words, "Row "));
}

/* A clear message, and nothing came in. */
static void
assert_fails (Fixture    *fixture,
              const char *contents,
              gssize      length,
              int         code,
              const char *where)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  guint64 change = paz_store_get_change (fixture->store);

  g_assert_true (g_file_set_contents (fixture->path, contents, length, NULL));
  g_assert_null (paz_import_read (fixture->path, NULL, fixture->store, NULL, NULL, NULL, &error));
  g_assert_error (error, PAZ_IMPORT_ERROR, code);
  words = paz_import_error_dup_text (error, "file.csv", paz_catalogue_get (PAZ_LANGUAGE_EN));
  g_assert_nonnull (strstr (words, "file.csv"));
  if (where != NULL)
    g_assert_nonnull (strstr (words, where));
  g_assert_cmpuint (paz_store_get_change (fixture->store), ==, change);
  assert_speaking (fixture, "");
}

/* ---- traps ---- */

static void
test_swapped_codes (Fixture       *fixture,
                    gconstpointer  data)
{
  assert_imports (fixture, HEADER "1,858,URY,Uruguay,MONUSCO,Troops,1,2,2014-03-31\n", "DPO-UCHISTORICAL",
                  "2014-03 URY MONUSCO troops 1/2");
}

static void
test_header_capitals (Fixture       *fixture,
                      gconstpointer  data)
{
  assert_imports (fixture, "ISO Code3,M49-CODE,Contributing_Country, Mission Acronym ,PERSONNEL_TYPE,FemalePersonnel,"
                           "male-personnel,Last_Reporting_Date\nURY,858,Uruguay,MONUSCO,Troops,1,2,31-Jan-21\n",
                  "DPO-UCHISTORICAL", "2021-01 URY MONUSCO troops 1/2");
}

static void
test_byte_order_mark (Fixture       *fixture,
                      gconstpointer  data)
{
  assert_imports (fixture, "\xef\xbb\xbf" HEADER ROW ("1", "2", "2014-03-31"), "DPO-UCHISTORICAL",
                  "2014-03 URY MONUSCO troops 1/2");
}

static void
test_date_forms (Fixture       *fixture,
                 gconstpointer  data)
{
  assert_imports (fixture, HEADER ROW ("1", "2", "31-Jan-21") ROW ("1", "2", "28/02/2021") ROW ("1", "2", "2021-03-31"),
                  "DPO-UCHISTORICAL", "2021-01 URY MONUSCO troops 1/2, 2021-02 URY MONUSCO troops 1/2, "
                                      "2021-03 URY MONUSCO troops 1/2");
}

static void
test_m49_forms (Fixture       *fixture,
                gconstpointer  data)
{
  assert_imports (fixture, HEADER "1,,32,,MONUSCO,Troops,1,2,2014-03-31\n2,,250.0,,MONUSCO,Troops,3,4,2014-03-31\n"
                           "3,,032,,UNIFIL,Troops,5,6,2014-03-31\n", "DPO-UCHISTORICAL",
                  "2014-03 ARG MONUSCO troops 1/2, 2014-03 ARG UNIFIL troops 5/6, 2014-03 FRA MONUSCO troops 3/4");
}

static void
test_official_names (Fixture       *fixture,
                     gconstpointer  data)
{
  assert_imports (fixture, HEADER "1,,,Bolivia (Plurinational State of),MONUSCO,Troops,1,2,2014-03-31\n"
                           "2,,,Venezuela (Bolivarian Republic of),MONUSCO,Troops,3,4,2014-03-31\n"
                           "3,,,Brasil,MONUSCO,Troops,5,6,2014-03-31\n", "DPO-UCHISTORICAL",
                  "2014-03 BOL MONUSCO troops 1/2, 2014-03 BRA MONUSCO troops 5/6, 2014-03 VEN MONUSCO troops 3/4");
}

static void
test_other_order (Fixture       *fixture,
                  gconstpointer  data)
{
  assert_imports (fixture, "contributing_country,female_personnel,gender,isocode3,last_reporting_date,last_update,"
                           "male_personnel,mission_acronym,personnel_type\n"
                           "Uruguay,1,x,URY,2014-03-31,2024-01-01,2,MONUSCO,Troops\n", "DPO-UCHISTORICAL",
                  "2014-03 URY MONUSCO troops 1/2");
}

static void
test_missing_months (Fixture       *fixture,
                     gconstpointer  data)
{
  assert_imports (fixture, HEADER ROW ("1", "2", "2014-03-31") ROW ("1", "2", "2014-05-31"), "DPO-UCHISTORICAL",
                  "2014-03 URY MONUSCO troops 1/2, 2014-05 URY MONUSCO troops 1/2");
}

#define RANKS "ISOCode3,M49_Code,Contributing_Country,Personnel_Contribution_Rank,Female_Personnel,Male_Personnel," \
              "Total_Uniformed_Personnel,Last_Reporting_Date\n"

static void
assert_differences (PazImport  *import,
                    const char *expected)
{
  GPtrArray *differences = paz_import_get_differences (import);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < differences->len; i++)
    {
      g_autofree char *words = paz_import_difference_dup_text (differences->pdata[i], paz_catalogue_get (PAZ_LANGUAGE_EN));

      g_string_append_printf (text, "%s\n", words);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* Those with as many share a rank and the next is skipped; a ranking is compared and never kept. */
static void
test_rank_ties (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (PazImport) figures = read_text (fixture, HEADER "1,URY,,,MONUSCO,Troops,1,9,2021-01-31\n"
    "2,ARG,,,MONUSCO,Troops,2,6,2021-01-31\n3,BRA,,,MONUSCO,Troops,3,5,2021-01-31\n4,PER,,,MONUSCO,Troops,1,1,2021-01-31\n"
    "5,CHL,,,MONUSCO,Troops,0,1,2021-01-31\n");
  g_autoptr (PazImport) ranks = NULL;

  apply (fixture, figures);
  ranks = read_text (fixture, RANKS "URY,858,Uruguay,1,1,9,10,31-Jan-21\nARG,32,Argentina,2,2,6,8,31-Jan-21\n"
    "BRA,76,Brazil,2,3,5,8,31-Jan-21\nPER,604,Peru,3,1,2,3,31-Jan-21\nFRA,250,France,9,0,1,1,31-Jan-21\n");
  g_assert_true (paz_import_is_check (ranks));
  g_assert_cmpstr (paz_import_get_layout (ranks), ==, "DPO-UCLATEST");
  assert_differences (ranks, "January 2021, Peru: rank 4 by the figures here, 3 in the file.\n"
                             "January 2021, Peru: 1 men here, 2 in the file.\n"
                             "January 2021, France: 1 in the file, nothing here.\n"
                             "January 2021, Chile: 1 here, nothing in the file.\n");
  g_assert_cmpuint (apply (fixture, ranks), ==, 0);
}

static void
test_rank_real (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *path = paz_test_dup_shared ("Rank_2021-01.csv");
  g_autoptr (PazImport) ranks = NULL;

  if (path == NULL)
    return;
  ranks = read_path (fixture, path, NULL);
  g_assert_cmpuint (paz_import_get_counts (ranks)->rows, ==, 122);
  g_assert_cmpuint (paz_import_get_counts (ranks)->n_refused, ==, 0);
  g_assert_cmpuint (paz_import_get_unchecked (ranks)->len, ==, 1);
  g_assert_cmpuint (apply (fixture, ranks), ==, 0);
  assert_speaking (fixture, "");
}

/* Of fatalities: the name of several operations is booked to none unless the date tells. */
static void
test_grouped_operations (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (PazImport) import = read_text (fixture,
    "id,incident_date,casualty_id,mission_acronym,type_of_casualty,casualty_nationality,casualty_personnel_type,"
    "type_of_incident,m49_code,isocode3\n"
    "1,1957-01-01,A,UNEF,Fatality,France,Local ,Illness,250.0,FRA\n"
    "2,1996-01-01,B,UNSecretariat,Fatality,France,Local ,Illness,250.0,FRA\n"
    "3,1996-01-01,C,IPTF,Fatality,France,Police,Illness,250.0,FRA\n");

  g_assert_cmpuint (paz_import_get_counts (import)->n_refused, ==, 0);
  g_assert_cmpuint (paz_import_get_counts (import)->n_new, ==, 3);
  g_assert_cmpuint (paz_import_get_kept (import)->len, >=, 1);
}

#define IPI "Date,Contributor,Contributor_ISO-3,Contributor UN_Bloc,Mission,Experts_on_Mission,Formed_Police_Units," \
            "Inidividual_Police,Civilian_Police,Troops,Observers,Total\n"

static void
test_ipi_misspelt (Fixture       *fixture,
                   gconstpointer  data)
{
  assert_imports (fixture, IPI "2009-03-31,Uruguay,URY,GRULAC,MONUC,NA,NA,7,7,NA,NA,7\n", "IPI-FULL",
                  "2009-03 URY MONUC individual_police 0/7");
}

/* What two columns count is counted once; where only the older one is filled, it stays itself. */
static void
test_ipi_older_types (Fixture       *fixture,
                      gconstpointer  data)
{
  assert_imports (fixture, IPI "2009-03-31,Uruguay,URY,GRULAC,MONUC,3,4,7,11,100,3,114\n"
                           "1995-03-31,Uruguay,URY,GRULAC,UNMIH,NA,NA,NA,11,NA,3,14\n", "IPI-FULL",
                  "1995-03 URY UNMIH civilian_police 0/11, 1995-03 URY UNMIH observers 0/3, "
                  "2009-03 URY MONUC experts_on_mission 0/3, 2009-03 URY MONUC formed_police_units 0/4, "
                  "2009-03 URY MONUC individual_police 0/7, 2009-03 URY MONUC troops 0/100");
  assert_refused (fixture, IPI "2008-03-31,Uruguay,URY,GRULAC,MONUC,NA,4,7,12,NA,NA,12\n"
                           "2008-04-30,Uruguay,URY,GRULAC,MONUC,NA,4,7,11,NA,NA,11\n", PAZ_REFUSAL_SUM, 2, "Civilian_Police");
}

static void
test_month_end (Fixture       *fixture,
                gconstpointer  data)
{
  /* The same month twice is a duplicate, never a sum. */
  assert_refused (fixture, HEADER ROW ("1", "2", "2014-03-31") ROW ("1", "2", "2014-03-31"),
                  PAZ_REFUSAL_DUPLICATE, 3, "");
}

static void
test_absent_operations (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *path = paz_test_dup_shared ("DPPADPOSS-PKO.csv");
  g_autoptr (PazImport) import = NULL;
  g_autoptr (PazImport) again = NULL;
  g_autofree char *absent = NULL;

  if (path == NULL)
    return;
  import = read_path (fixture, path, NULL);
  g_assert_cmpuint (paz_import_get_counts (import)->rows, ==, 81);
  g_ptr_array_add (paz_import_get_absent (import), NULL);
  absent = g_strjoinv (" ", (char **) paz_import_get_absent (import)->pdata);
  g_assert_cmpstr (absent, ==, "UNTAG UNTMIH UNAMET");
  g_assert_cmpuint (apply (fixture, import), >, 0);

  again = read_path (fixture, path, NULL);
  g_assert_cmpuint (paz_import_get_counts (again)->n_new, ==, 0);
  g_assert_cmpuint (paz_import_get_counts (again)->n_changed, ==, 0);
}

/* ---- layouts ---- */

#define GENDER "Date,Contributor,Contributor_ISO-3,Mission,Individual_Police_Male,Individual_Police_Female," \
  "Individual_Police_Total,Formed_Police_Units_Male,Formed_Police_Units_Female,Formed_Police_Units_Total," \
  "Experts_on_Mission_Male,Experts_on_Mission_Female,Experts_on_Mission_Total,Troops_Male,Troops_Female,Troops_Total," \
  "Total_Male,Total_Female,Total_Total\n"

static void
test_ipi_gender (Fixture       *fixture,
                 gconstpointer  data)
{
  assert_imports (fixture, GENDER "2009-03-31,Uruguay,URY,MONUC,NA,NA,NA,0,0,0,2,1,3,90,10,100,92,11,103\n", "IPI-GENDER",
                  "2009-03 URY MONUC experts_on_mission 1/2, 2009-03 URY MONUC troops 10/90");
  assert_refused (fixture, GENDER "2009-04-30,Uruguay,URY,MONUC,,,,,,,,,,90,10,101,90,10,100\n"
                           "2009-04-30,Peru,PER,MONUC,,,,,,,,,,90,10,100,90,10,100\n", PAZ_REFUSAL_SUM, 2, "Troops_Total");
}

static GHashTable *
sum_total (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PazFactTable) facts = paz_store_load_facts (fixture->store, NULL, NULL, NULL, &error);
  GHashTable *sums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_no_error (error);
  for (guint32 i = 0; i < paz_fact_table_get_n_rows (facts); i++)
    {
      char *key = g_strjoin (" ", paz_fact_table_get_key (facts, PAZ_DIMENSION_CONTRIBUTOR, paz_fact_table_get_contributors (facts)[i]),
                             paz_fact_table_get_key (facts, PAZ_DIMENSION_MISSION, paz_fact_table_get_missions (facts)[i]),
                             paz_fact_table_get_key (facts, PAZ_DIMENSION_TYPE, paz_fact_table_get_types (facts)[i]), NULL);
      guint n = paz_fact_table_get_female (facts)[i] + paz_fact_table_get_male (facts)[i];

      g_hash_table_insert (sums, key, GUINT_TO_POINTER (n));
    }

  return sums;
}

/* The same month of both publishers: the same totals by country, mission and type; and the one that
 * tells women and men apart stays when the other comes second. */
static void
test_ipi_equals_un (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *ipi = paz_test_dup_shared ("ipi_full_2014-03-31.csv");
  g_autofree char *un = paz_test_dup_shared ("contributionsbygender_2014-03.csv");
  g_autoptr (PazImport) one = NULL;
  g_autoptr (PazImport) other = NULL;
  g_autoptr (GHashTable) sums = NULL;
  g_autoptr (GHashTable) expected = NULL;
  GHashTableIter iter;
  gpointer key, value;

  if (ipi == NULL || un == NULL)
    return;
  one = read_path (fixture, ipi, NULL);
  g_assert_cmpuint (paz_import_get_counts (one)->n_refused, ==, 0);
  g_assert_cmpstr (paz_record_get_text (paz_import_get_data_set (one), "sexes"), ==, "together");
  apply (fixture, one);
  sums = sum_total (fixture);
  other = read_path (fixture, un, NULL);
  apply (fixture, other);
  expected = sum_total (fixture);
  g_assert_cmpuint (g_hash_table_size (expected), ==, 894);
  g_assert_cmpuint (g_hash_table_size (sums), ==, g_hash_table_size (expected));
  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_assert_true (g_hash_table_lookup (sums, key) == value);
}

static void
test_ipi_checks_un (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *ipi = paz_test_dup_shared ("ipi_full_2014-03-31.csv");
  g_autofree char *un = paz_test_dup_shared ("contributionsbygender_2014-03.csv");
  g_autoptr (PazImport) one = NULL;
  g_autoptr (PazImport) other = NULL;

  if (ipi == NULL || un == NULL)
    return;
  other = read_path (fixture, un, NULL);
  apply (fixture, other);
  one = read_path (fixture, ipi, NULL);
  g_assert_true (paz_import_is_check (one));
  g_assert_cmpuint (paz_import_get_counts (one)->n_compared, ==, 894);
  g_assert_cmpuint (paz_import_get_counts (one)->n_different, ==, 0);
  g_assert_cmpuint (apply (fixture, one), ==, 0);
}

/* ---- names and evidence ---- */

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  const char *text = HEADER "1,,,Urugay,MONUSCO,Troops,1,2,2014-03-31\n2,,,Urugay,UNIFIL,Troops,1,2,2014-03-31\n"
                     "3,PER,,,XYZMIS,Troops,1,2,2014-03-31\n";
  g_autoptr (PazImport) import = read_text (fixture, text);
  g_autoptr (PazImport) again = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *names = paz_import_get_names (import);
  PazImportName *name;

  g_assert_cmpuint (names->len, ==, 2);
  name = names->pdata[0];
  g_assert_cmpstr (name->name, ==, "Urugay");
  g_assert_cmpuint (name->n_rows, ==, 2);
  g_assert_cmpstr (name->suggestions[0], ==, "URY");
  g_assert_cmpstr (((PazImportName *) names->pdata[1])->name, ==, "XYZMIS");

  g_assert_false (paz_import_decide_name (fixture->store, "Urugay", "QQQ", &error));
  g_clear_error (&error);
  g_assert_true (paz_import_decide_name (fixture->store, "Urugay", "URY", &error));
  g_assert_no_error (error);
  again = read_text (fixture, text);
  g_assert_cmpuint (paz_import_get_counts (again)->n_refused, ==, 0);
  apply (fixture, again);
  assert_speaking (fixture, "2014-03 PER XYZMIS troops 1/2, 2014-03 URY MONUSCO troops 1/2, 2014-03 URY UNIFIL troops 1/2");
}

static PazEvidenceType
get_evidence (PazImport  *import,
              const char *words)
{
  PazImportEvidence *evidence;
  g_autofree char *text = NULL;

  g_assert_cmpuint (paz_import_get_evidence (import)->len, ==, 1);
  evidence = paz_import_get_evidence (import)->pdata[0];
  text = paz_import_evidence_dup_text (evidence, paz_catalogue_get (PAZ_LANGUAGE_EN));
  g_assert_nonnull (strstr (text, words));
  return evidence->type;
}

static void
test_doubtful_dates (Fixture       *fixture,
                     gconstpointer  data)
{
  PazImportOptions options = { .dates = PAZ_IMPORT_MONTH_FIRST };
  g_autoptr (PazImport) told = read_text (fixture, HEADER ROW ("1", "2", "03/04/2020") ROW ("1", "2", "31/03/2020"));
  g_autoptr (PazImport) open = NULL;
  g_autoptr (PazImport) said = NULL;

  g_assert_cmpint (get_evidence (told, "row 3 has “31/03/2020”"), ==, PAZ_EVIDENCE_DAY_FIRST);
  g_assert_cmpuint (paz_import_get_counts (told)->n_new, ==, 2);
  open = read_text (fixture, HEADER ROW ("1", "2", "03/04/2020") ROW ("1", "2", "2020-01-31"));
  g_assert_cmpint (get_evidence (open, "03/04/2020"), ==, PAZ_EVIDENCE_DATES_OPEN);
  g_assert_cmpuint (paz_import_get_counts (open)->n_refused, ==, 1);
  said = read_path (fixture, fixture->path, &options);
  apply (fixture, said);
  assert_speaking (fixture, "2020-01 URY MONUSCO troops 1/2, 2020-03 URY MONUSCO troops 1/2");
}

#define POINT(male, month) ROW ("1", male, "2014-" month "-28")

static void
test_doubtful_numbers (Fixture       *fixture,
                       gconstpointer  data)
{
  PazImportOptions options = { .numbers = PAZ_IMPORT_NUMBERS_THOUSANDS };
  g_autoptr (PazImport) thousands = read_text (fixture, HEADER POINT ("12.345", "01") POINT ("1.234.567", "02"));
  g_autoptr (PazImport) fraction = NULL;
  g_autoptr (PazImport) open = NULL;
  g_autoptr (PazImport) said = NULL;

  g_assert_cmpint (get_evidence (thousands, "row 3 has “1.234.567”"), ==, PAZ_EVIDENCE_THOUSANDS);
  g_assert_cmpuint (paz_import_get_counts (thousands)->n_new, ==, 2);
  fraction = read_text (fixture, HEADER POINT ("12.345", "01") POINT ("250.0", "02"));
  g_assert_cmpint (get_evidence (fraction, "250.0"), ==, PAZ_EVIDENCE_FRACTION);
  g_assert_cmpuint (paz_import_get_counts (fraction)->n_refused, ==, 1);
  open = read_text (fixture, HEADER POINT ("12.345", "01") POINT ("2", "02"));
  g_assert_cmpint (get_evidence (open, "12.345"), ==, PAZ_EVIDENCE_NUMBERS_OPEN);
  g_assert_cmpuint (paz_import_get_counts (open)->n_refused, ==, 1);
  said = read_path (fixture, fixture->path, &options);
  apply (fixture, said);
  assert_speaking (fixture, "2014-01 URY MONUSCO troops 1/12345, 2014-02 URY MONUSCO troops 1/2");
}

/* ---- hostile and broken files ---- */

static void
test_truncated (Fixture       *fixture,
                gconstpointer  data)
{
  assert_refused (fixture, HEADER ROW ("1", "2", "2014-03-31") "2,URY,858,Urug", PAZ_REFUSAL_COLUMNS, 3, "");
  assert_speaking (fixture, "");
}

static void
test_utf16 (Fixture       *fixture,
            gconstpointer  data)
{
  assert_fails (fixture, "\xff\xfe" "a\0,\0b\0\n\0", 10, PAZ_IMPORT_ERROR_ENCODING, "(Row 1");
}

static void
test_latin1 (Fixture       *fixture,
             gconstpointer  data)
{
  assert_fails (fixture, HEADER "1,CIV,384,C\xf4te d'Ivoire,UNOCI,Troops,1,2,2014-03-31\n", -1,
                PAZ_IMPORT_ERROR_ENCODING, "(Row 2, column 4)");
}

static void
test_long_line (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new (HEADER);

  for (guint i = 0; i < 10 * 1024 * 1024 / 16; i++)
    g_string_append (text, "abcdefghijklmnop");
  assert_fails (fixture, text->str, text->len, PAZ_IMPORT_ERROR_LONG_ROW, "(Row 2");
}

static void
test_many_columns (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new ("a");

  for (guint i = 1; i < 100000; i++)
    g_string_append (text, ",a");
  g_string_append (text, "\n1\n");
  assert_fails (fixture, text->str, text->len, PAZ_IMPORT_ERROR_COLUMNS, "(Row 1");
}

static void
test_zero_bytes (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char text[] = HEADER "1,URY,858,Uru\0guay,MONUSCO,Troops,1,2,2014-03-31\n";

  assert_fails (fixture, text, sizeof text - 1, PAZ_IMPORT_ERROR_BINARY, "(Row 2, column 4)");
}

static void
test_unclosed_quote (Fixture       *fixture,
                     gconstpointer  data)
{
  assert_fails (fixture, HEADER ROW ("1", "2", "2014-03-31") "1,URY,858,\"Uruguay,MONUSCO,Troops,1,2,2014-03-31\n", -1,
                PAZ_IMPORT_ERROR_SYNTAX, "(Row 3");
}

static void
test_wild_numbers (Fixture       *fixture,
                   gconstpointer  data)
{
  assert_refused (fixture, HEADER ROW ("-5", "2", "2014-03-31"), PAZ_REFUSAL_NUMBER, 2, "female_personnel");
  assert_refused (fixture, HEADER ROW ("1", "99999999999999999999", "2014-03-31"), PAZ_REFUSAL_NUMBER, 2, "male_personnel");
  assert_speaking (fixture, "");
}

static void
test_february (Fixture       *fixture,
               gconstpointer  data)
{
  assert_refused (fixture, HEADER ROW ("1", "2", "31/02/2014"), PAZ_REFUSAL_DATE, 2, "last_reporting_date");
}

static void
test_header_only (Fixture       *fixture,
                  gconstpointer  data)
{
  assert_fails (fixture, HEADER, -1, PAZ_IMPORT_ERROR_EMPTY, NULL);
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  assert_fails (fixture, "", 0, PAZ_IMPORT_ERROR_EMPTY, NULL);
}

static void
test_no_file (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (paz_import_read (fixture->folder, NULL, fixture->store, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_clear_error (&error);
  if (geteuid () == 0)
    {
      g_test_message ("whoever runs the test may read everything");
      return;
    }
  g_file_set_contents (fixture->path, HEADER, -1, NULL);
  g_chmod (fixture->path, 0);
  g_assert_null (paz_import_read (fixture->path, NULL, fixture->store, NULL, NULL, NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_ACCES);
}

typedef struct
{
  const char *path;
  gboolean    remove;
} Spoiler;

/* While the first rows are read. */
static void
spoil_cb (double   fraction,
          gpointer data)
{
  Spoiler *spoiler = data;

  if (spoiler->path == NULL)
    return;
  if (spoiler->remove)
    g_unlink (spoiler->path);
  else if (truncate (spoiler->path, 300 * 1024) != 0)
    g_error ("cannot cut");
  spoiler->path = NULL;
}

static void
test_vanishing (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new (HEADER);
  g_autoptr (GError) error = NULL;
  Spoiler cut = { fixture->path, FALSE };
  Spoiler gone = { fixture->path, TRUE };

  for (guint i = 0; i < 40000; i++)
    g_string_append_printf (text, "1,URY,858,Uruguay,M%u,Troops,1,2,2014-03-31\n", i);
  g_string_append (text, ROW ("1", "2", "03/04/2020"));
  g_assert_true (g_file_set_contents (fixture->path, text->str, text->len, NULL));
  g_assert_null (paz_import_read (fixture->path, NULL, fixture->store, spoil_cb, &cut, NULL, &error));
  g_assert_error (error, PAZ_IMPORT_ERROR, PAZ_IMPORT_ERROR_CHANGED);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (fixture->path, text->str, text->len, NULL));
  g_assert_null (paz_import_read (fixture->path, NULL, fixture->store, spoil_cb, &gone, NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  assert_speaking (fixture, "");
}

#define ADD(path, function) \
  g_test_add ("/table/layouts/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("trap-01-swapped-codes", test_swapped_codes);
  ADD ("trap-02-header-capitals", test_header_capitals);
  ADD ("trap-03-byte-order-mark", test_byte_order_mark);
  ADD ("trap-04-date-forms", test_date_forms);
  ADD ("trap-05-m49-forms", test_m49_forms);
  ADD ("trap-06-official-names", test_official_names);
  ADD ("trap-07-other-order", test_other_order);
  ADD ("trap-08-missing-months", test_missing_months);
  ADD ("trap-09-rank-ties", test_rank_ties);
  ADD ("trap-10-grouped-operations", test_grouped_operations);
  ADD ("trap-11-ipi-misspelt", test_ipi_misspelt);
  ADD ("trap-12-ipi-older-types", test_ipi_older_types);
  ADD ("trap-13-month-end", test_month_end);
  ADD ("trap-14-absent-operations", test_absent_operations);
  ADD ("rank-real", test_rank_real);
  ADD ("ipi-gender", test_ipi_gender);
  ADD ("ipi-equals-un", test_ipi_equals_un);
  ADD ("ipi-checks-un", test_ipi_checks_un);
  ADD ("names", test_names);
  ADD ("doubtful-dates", test_doubtful_dates);
  ADD ("doubtful-numbers", test_doubtful_numbers);
  ADD ("truncated", test_truncated);
  ADD ("utf-16", test_utf16);
  ADD ("latin-1", test_latin1);
  ADD ("long-line", test_long_line);
  ADD ("many-columns", test_many_columns);
  ADD ("zero-bytes", test_zero_bytes);
  ADD ("unclosed-quote", test_unclosed_quote);
  ADD ("wild-numbers", test_wild_numbers);
  ADD ("february", test_february);
  ADD ("header-only", test_header_only);
  ADD ("empty", test_empty);
  ADD ("no-file", test_no_file);
  ADD ("vanishing", test_vanishing);

  return g_test_run ();
}
