/* The UN's file of fatalities as records: the real one whole, again, revised, undone; broken ones row
 * by row. */
#include "base/paz-uuid.h"
#include "table/paz-import.h"

#include <glib/gstdio.h>

#include "lib/paz-test-un.h"

#define HEADER "id,incident_date,casualty_id,mission_acronym,type_of_casualty,gender,casualty_nationality," \
               "casualty_personnel_type,type_of_incident,m49_code,isocode3,last_update\n"

#define PERU   "1,2007-03-15,MINUSTAH-2007-03-00001,MINUSTAH,Fatality,M,Peru,Military,Accident,604.0,PER,2023-11-28\n"
#define BRAZIL "2,2010-01-12,MINUSTAH-2010-01-00002,MINUSTAH,Fatality,F,Brazil,Police,Unknown,76.0,BRA,2023-11-28\n"
#define NOBODY "3,2010-01-13,MINUSTAH-2010-01-00003,UNNOWHERE,Fatality,,ZZ [Undetermined],Local ,To Be Determined,,,2023-11-28\n"

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

  fixture->folder = g_dir_make_tmp ("relacopaz-fatalities-XXXXXX", &error);
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
  g_assert_nonnull (paz_import_get_kind (import));
  return import;
}

static PazImport *
read_text (Fixture    *fixture,
           const char *text)
{
  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
  return read_path (fixture, fixture->path);
}

static guint64
apply (Fixture   *fixture,
       PazImport *import)
{
  g_autoptr (GError) error = NULL;
  guint64 step = 77;

  g_assert_true (paz_import_apply (import, fixture->store, NULL, NULL, NULL, &step, &error));
  g_assert_no_error (error);
  return step;
}

static void
import_text (Fixture    *fixture,
             const char *text)
{
  g_autoptr (PazImport) import = read_text (fixture, text);

  g_assert_cmpuint (apply (fixture, import), >, 0);
}

static void
assert_counts (PazImport *import,
               guint32    n_new,
               guint32    n_changed,
               guint32    n_same,
               guint32    n_refused)
{
  const PazImportCounts *counts = paz_import_get_counts (import);

  g_assert_cmpuint (counts->n_new, ==, n_new);
  g_assert_cmpuint (counts->n_changed, ==, n_changed);
  g_assert_cmpuint (counts->n_same, ==, n_same);
  g_assert_cmpuint (counts->n_refused, ==, n_refused);
  g_assert_cmpuint (counts->rows, ==, n_new + n_changed + n_same + n_refused);
}

static PazRecord *
get_fatality (Fixture    *fixture,
              const char *number)
{
  g_autoptr (GError) error = NULL;
  char id[PAZ_UUID_SIZE];
  PazRecord *record;

  paz_uuid_make_shared ("fatality", number, id);
  record = paz_store_dup_record (fixture->store, id, &error);
  g_assert_no_error (error);

  return record;
}

static void
assert_plain (PazRecord  *record,
              const char *key,
              const char *plain)
{
  const PazField *field = paz_kind_find_field (paz_record_get_kind (record), key);
  g_autofree char *found = paz_value_dup_plain (field, paz_record_get_value (record, field));

  g_assert_cmpstr (found, ==, plain);
}

static gint64
count (Fixture *fixture)
{
  return paz_store_count (fixture->store, paz_kind_find ("fatality"));
}

/* ---- rows ---- */

static void
test_row (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (PazRecord) record = NULL;
  char mission[PAZ_UUID_SIZE];

  import_text (fixture, HEADER PERU);
  record = get_fatality (fixture, "MINUSTAH-2007-03-00001");
  paz_uuid_make_shared ("mission", "MINUSTAH", mission);
  assert_plain (record, "date", "2007-03-15");
  assert_plain (record, "mission", mission);
  assert_plain (record, "mission_name", "MINUSTAH");
  assert_plain (record, "nationality", "PER");
  assert_plain (record, "gender", "male");
  assert_plain (record, "personnel", "military");
  assert_plain (record, "incident", "accident");
  assert_plain (record, "row", "2");
  g_assert_cmpstr (paz_record_get_owner (record), ==, "*");
  g_assert_cmpint (paz_record_get_level (record), ==, PAZ_LEVEL_PUBLIC);
}

/* Not known, not answered and a text without a code are three things. */
static void
test_unknown (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (PazImport) import = read_text (fixture, HEADER BRAZIL NOBODY);
  GPtrArray *kept = paz_import_get_kept (import);
  g_autoptr (PazRecord) brazil = NULL;
  g_autoptr (PazRecord) nobody = NULL;

  assert_counts (import, 2, 0, 0, 0);
  g_assert_cmpuint (kept->len, ==, 1);
  g_assert_cmpstr (((PazImportKept *) kept->pdata[0])->column, ==, "mission_acronym");
  g_assert_cmpstr (((PazImportKept *) kept->pdata[0])->value, ==, "UNNOWHERE");
  g_assert_cmpuint (((PazImportKept *) kept->pdata[0])->n_rows, ==, 1);
  apply (fixture, import);

  brazil = get_fatality (fixture, "MINUSTAH-2010-01-00002");
  assert_plain (brazil, "gender", "female");
  assert_plain (brazil, "incident", "?");
  nobody = get_fatality (fixture, "MINUSTAH-2010-01-00003");
  assert_plain (nobody, "gender", "");
  assert_plain (nobody, "nationality", "?");
  assert_plain (nobody, "nationality_name", "ZZ [Undetermined]");
  assert_plain (nobody, "mission", "");
  assert_plain (nobody, "mission_name", "UNNOWHERE");
  assert_plain (nobody, "personnel", "local");
  assert_plain (nobody, "incident", "to_be_determined");
}

/* UNEF is two missions: the date tells which, where it does. */
static void
test_grouped_missions (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (PazRecord) first = NULL;
  g_autoptr (PazRecord) second = NULL;
  g_autoptr (PazRecord) neither = NULL;
  char id[PAZ_UUID_SIZE];

  import_text (fixture, HEADER
               "1,1960-05-01,UNEF-1,UNEF,Fatality,M,Canada,Military,Accident,124,CAN,\n"
               "2,1975-05-01,UNEF-2,UNEF,Fatality,M,Canada,Military,Accident,124,CAN,\n"
               "3,1970-05-01,UNEF-3,UNEF,Fatality,M,Canada,Military,Accident,124,CAN,\n");
  first = get_fatality (fixture, "UNEF-1");
  second = get_fatality (fixture, "UNEF-2");
  neither = get_fatality (fixture, "UNEF-3");
  paz_uuid_make_shared ("mission", "UNEF I", id);
  assert_plain (first, "mission", id);
  paz_uuid_make_shared ("mission", "UNEF II", id);
  assert_plain (second, "mission", id);
  assert_plain (neither, "mission", "");
  assert_plain (neither, "mission_name", "UNEF");
}

/* The columns in another order and case, and dates as a spreadsheet writes them. */
static void
test_other_forms (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (PazRecord) one = NULL;
  g_autoptr (PazRecord) other = NULL;

  import_text (fixture,
               "Casualty_ID;Incident Date;Mission_Acronym;Casualty_Personnel_Type;Type_Of_Incident;Casualty_Nationality\r\n"
               "A-1;05/03/2007;MINUSTAH;Military Observer;Malicious Act;Perú\r\n"
               "A-2;31/03/2007;MINUSTAH;International Civilian;Self-Inflicted;Viet Nam\r\n");
  one = get_fatality (fixture, "A-1");
  other = get_fatality (fixture, "A-2");
  assert_plain (one, "date", "2007-03-05");
  assert_plain (one, "nationality", "PER");
  assert_plain (one, "personnel", "military_observer");
  assert_plain (other, "date", "2007-03-31");
  assert_plain (other, "nationality", "VNM");
  assert_plain (other, "incident", "self_inflicted");
}

typedef struct
{
  const char       *row;
  const char       *column;
  const char       *value;
  PazRefusalReason  reason;
} Bad;

static const Bad bad[] = {
  { "1,2007-13-15,B-1,MINUSTAH,Fatality,M,Peru,Military,Accident,604,PER,", "incident_date", "2007-13-15",
    PAZ_REFUSAL_DATE },
  { "1,05/03/2007,B-2,MINUSTAH,Fatality,M,Peru,Military,Accident,604,PER,", "incident_date", "05/03/2007",
    PAZ_REFUSAL_DATE_ORDER },
  { "1,2007-03-15,,MINUSTAH,Fatality,M,Peru,Military,Accident,604,PER,", "casualty_id", "", PAZ_REFUSAL_KEY },
  { "1,2007-03-15,B-4,,Fatality,M,Peru,Military,Accident,604,PER,", "mission_acronym", "", PAZ_REFUSAL_MISSION },
  { "1,2007-03-15,B-5,MINUSTAH,Injury,M,Peru,Military,Accident,604,PER,", "type_of_casualty", "Injury",
    PAZ_REFUSAL_WORD },
  { "1,2007-03-15,B-6,MINUSTAH,Fatality,X,Peru,Military,Accident,604,PER,", "gender", "X", PAZ_REFUSAL_WORD },
  { "1,2007-03-15,B-7,MINUSTAH,Fatality,M,Peru,Astronaut,Accident,604,PER,", "casualty_personnel_type", "Astronaut",
    PAZ_REFUSAL_WORD },
  { "1,2007-03-15,B-8,MINUSTAH,Fatality,M,Peru,Military,Comet,604,PER,", "type_of_incident", "Comet",
    PAZ_REFUSAL_WORD },
  { "1,2007-03-15,B-9,MINUSTAH,Fatality,M,Peru,Military,Accident,604,BRA,", "isocode3", "BRA",
    PAZ_REFUSAL_CONTRADICTION },
  { "1,2007-03-15,B-10,MINUSTAH,Fatality,M,Peru,Military,Accident", "", "", PAZ_REFUSAL_COLUMNS },
  { "1,2007-03-15,MINUSTAH-2007-03-00001,MINUSTAH,Fatality,M,Peru,Military,Accident,604,PER,", "casualty_id",
    "MINUSTAH-2007-03-00001", PAZ_REFUSAL_REPEATED },
};

/* Each bad row stays outside alone, named to the cell; the good one comes in. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new (HEADER PERU);
  g_autoptr (PazImport) import = NULL;
  GPtrArray *refusals;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_string_append_printf (text, "%s\n", bad[i].row);
  import = read_text (fixture, text->str);
  refusals = paz_import_get_refusals (import);
  assert_counts (import, 1, 0, 0, G_N_ELEMENTS (bad));
  g_assert_cmpuint (refusals->len, ==, G_N_ELEMENTS (bad));

  for (guint i = 0; i < refusals->len; i++)
    {
      const PazRefusal *refusal = refusals->pdata[i];
      g_autofree char *words = paz_refusal_dup_text (refusal, paz_catalogue_get (PAZ_LANGUAGE_EN));

      g_assert_cmpuint (refusal->row, ==, i + 3);
      g_assert_cmpint (refusal->reason, ==, bad[i].reason);
      g_assert_cmpstr (refusal->column, ==, bad[i].column);
      g_assert_cmpstr (refusal->value, ==, bad[i].value);
      g_assert_true (g_str_has_prefix (words, "Row "));
    }
  g_assert_cmpuint (((PazRefusal *) refusals->pdata[refusals->len - 1])->other, ==, 2);
  apply (fixture, import);
  g_assert_cmpint (count (fixture), ==, 1);
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (PazImport) import = read_text (fixture, HEADER "1,never,C-1,MINUSTAH,Fatality,M,Peru,Military,Accident,604,PER,\n");
  g_autoptr (GError) error = NULL;

  g_assert_false (paz_import_apply (import, fixture->store, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, PAZ_IMPORT_ERROR, PAZ_IMPORT_ERROR_NOTHING);
  g_assert_cmpint (count (fixture), ==, 0);
}

/* ---- again, revised, undone ---- */

static void
test_again (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (PazImport) again = NULL;
  g_autoptr (PazStep) before = NULL;
  g_autoptr (PazStep) after = NULL;

  import_text (fixture, HEADER PERU BRAZIL NOBODY);
  before = paz_store_dup_undo_step (fixture->store);
  again = read_text (fixture, HEADER PERU BRAZIL NOBODY);
  assert_counts (again, 0, 0, 3, 0);
  g_assert_cmpuint (apply (fixture, again), ==, 0);
  after = paz_store_dup_undo_step (fixture->store);
  g_assert_cmpuint (after->n, ==, before->n);
}

static void
test_revised (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (PazImport) import = NULL;
  g_autoptr (PazRecord) peru = NULL;
  g_autoptr (PazRecord) brazil = NULL;
  g_autofree char *first = NULL;
  GPtrArray *changes;
  PazImportFieldChange *change;

  import_text (fixture, HEADER PERU BRAZIL);
  brazil = get_fatality (fixture, "MINUSTAH-2010-01-00002");
  first = g_strdup (paz_record_get_text (brazil, "data_set"));

  /* The cause is known now; the gender that is blank now does not take away what was there. */
  import = read_text (fixture, HEADER
                      "9,2007-03-15,MINUSTAH-2007-03-00001,MINUSTAH,Fatality,,Peru,Military,Illness,604.0,PER,2024-01-31\n"
                      "2,2010-01-12,MINUSTAH-2010-01-00002,MINUSTAH,Fatality,F,Brazil,Police,Unknown,76.0,BRA,2024-01-31\n");
  assert_counts (import, 0, 1, 1, 0);
  changes = paz_import_get_field_changes (import);
  g_assert_cmpuint (changes->len, ==, 1);
  change = changes->pdata[0];
  g_assert_cmpstr (change->name, ==, "MINUSTAH-2007-03-00001");
  g_assert_cmpstr (change->field->key, ==, "incident");
  g_assert_cmpstr (g_variant_get_string (change->before, NULL), ==, "accident");
  g_assert_cmpstr (g_variant_get_string (change->after, NULL), ==, "illness");
  g_assert_cmpuint (change->row, ==, 2);
  g_assert_cmpstr (paz_record_get_text (paz_import_get_data_set (import), "published"), ==, "2024-01-31");
  apply (fixture, import);

  peru = get_fatality (fixture, "MINUSTAH-2007-03-00001");
  assert_plain (peru, "incident", "illness");
  assert_plain (peru, "gender", "male");
  g_assert_cmpstr (paz_record_get_text (peru, "data_set"), !=, first);
  g_clear_object (&brazil);
  brazil = get_fatality (fixture, "MINUSTAH-2010-01-00002");
  g_assert_cmpstr (paz_record_get_text (brazil, "data_set"), ==, first);
}

/* One step, undone as one; the same file brings the same records back. */
static void
test_undone (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (PazImport) again = NULL;
  g_autoptr (GError) error = NULL;

  import_text (fixture, HEADER PERU BRAZIL NOBODY);
  g_assert_cmpint (count (fixture), ==, 3);
  g_assert_true (paz_store_undo (fixture->store, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count (fixture), ==, 0);

  again = read_text (fixture, HEADER PERU BRAZIL NOBODY);
  assert_counts (again, 3, 0, 0, 0);
  g_assert_cmpuint (apply (fixture, again), >, 0);
  g_assert_cmpint (count (fixture), ==, 3);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (PazImport) import = read_text (fixture, HEADER PERU BRAZIL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (paz_import_apply (import, fixture->store, NULL, NULL, cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (count (fixture), ==, 0);
}

/* ---- the same person under two states ---- */

#define BEFORE "5,2005-04-13,UNMIK-1,UNMIK,Fatality,M,Serbia and Montenegro,Local ,Illness,891.0,SCG,2023-11-28\n"
#define AFTER  "4,2005-04-13,UNMIK-1,UNMIK,Fatality,M,Montenegro,Local ,Illness,499.0,MNE,2023-11-28\n"

static void
assert_state_of_day (PazImport *import,
                     guint      i,
                     guint32    row,
                     guint32    other)
{
  const PazRefusal *refusal = paz_import_get_refusals (import)->pdata[i];
  g_autofree char *words = paz_refusal_dup_text (refusal, paz_catalogue_get (PAZ_LANGUAGE_EN));
  g_autofree char *one = g_strdup_printf ("Row %u, column “casualty_nationality”: “Montenegro” ", row);
  g_autofree char *two = g_strdup_printf ("row %u ", other);

  g_assert_cmpint (refusal->reason, ==, PAZ_REFUSAL_STATE_OF_DAY);
  g_assert_cmpuint (refusal->row, ==, row);
  g_assert_cmpuint (refusal->other, ==, other);
  g_assert_true (g_str_has_prefix (words, one));
  g_assert_nonnull (strstr (words, two));
}

static void
assert_of_state_of_day (Fixture *fixture)
{
  g_autoptr (PazRecord) record = get_fatality (fixture, "UNMIK-1");

  assert_plain (record, "nationality_name", "Serbia and Montenegro");
  assert_plain (record, "nationality", "");
}

/* Whichever of the two comes first, the one of the state of that day is kept. */
static void
test_state_of_day (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (PazImport) import = read_text (fixture, HEADER PERU AFTER BEFORE);
  g_autoptr (PazImport) other = read_text (fixture, HEADER BEFORE PERU AFTER);

  assert_counts (import, 2, 0, 0, 1);
  assert_state_of_day (import, 0, 3, 4);
  assert_counts (other, 2, 0, 0, 1);
  assert_state_of_day (other, 0, 4, 2);
  g_assert_cmpuint (paz_import_get_kept (import)->len, ==, 1);
  apply (fixture, import);
  assert_of_state_of_day (fixture);
}

/* What stands here by the row that gives way is corrected, code and all. */
static void
test_state_of_day_corrected (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (PazImport) import = NULL;

  import_text (fixture, HEADER AFTER);
  import = read_text (fixture, HEADER AFTER BEFORE);
  assert_counts (import, 0, 1, 0, 1);
  g_assert_cmpuint (paz_import_get_field_changes (import)->len, ==, 2);
  apply (fixture, import);
  assert_of_state_of_day (fixture);
  g_clear_pointer (&import, paz_import_free);
  import = read_text (fixture, HEADER AFTER BEFORE "\n");
  assert_counts (import, 0, 0, 1, 1);
}

/* After the day on which the one left, or where more than the state differs, nobody can tell. */
static void
test_state_of_day_open (Fixture       *fixture,
                        gconstpointer  data)
{
  static const char * const texts[] = {
    HEADER "4,2006-07-13,UNMIK-1,UNMIK,Fatality,M,Montenegro,Local ,Illness,499.0,MNE,\n"
           "5,2006-07-13,UNMIK-1,UNMIK,Fatality,M,Serbia and Montenegro,Local ,Illness,891.0,SCG,\n",
    HEADER AFTER "5,2005-04-14,UNMIK-1,UNMIK,Fatality,M,Serbia and Montenegro,Local ,Illness,891.0,SCG,2023-11-28\n",
    HEADER AFTER "5,2005-04-13,UNMIK-1,UNMIK,Fatality,M,Serbia and Montenegro,Nobody,Illness,891.0,SCG,2023-11-28\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (PazImport) import = read_text (fixture, texts[i]);
      const PazRefusal *refusal = paz_import_get_refusals (import)->pdata[0];

      assert_counts (import, 1, 0, 0, 1);
      g_assert_cmpint (refusal->reason, ==, PAZ_REFUSAL_REPEATED);
      g_assert_cmpuint (refusal->row, ==, 3);
      g_assert_cmpuint (refusal->other, ==, 2);
      g_assert_cmpstr (refusal->column, ==, "casualty_id");
    }
}

/* ---- the real file ---- */

static guint
count_where (Fixture    *fixture,
             const char *field,
             const char *text)
{
  const PazKind *kind = paz_kind_find ("fatality");
  g_autoptr (PazQuery) query = paz_query_new (kind);
  g_autoptr (GPtrArray) ids = NULL;

  paz_query_add_condition (query, paz_kind_find_field (kind, field), PAZ_MATCH_IS, text);
  ids = paz_store_find (fixture->store, query, NULL, NULL);
  g_assert_nonnull (ids);

  return ids->len;
}

static void
progress_cb (double   fraction,
             gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (fraction, >=, *last);
  *last = fraction;
}

/* 4,350 rows; six casualties stand there twice, once as of Montenegro and once as of the state there was. */
static void
test_real (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = paz_test_dup_shared ("dppadposs-fatalities.csv");
  g_autoptr (PazImport) import = NULL;
  g_autoptr (PazImport) again = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  double last = 0;

  if (path == NULL)
    return;

  import = paz_import_read (path, NULL, fixture->store, progress_cb, &last, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (last, >, 0.8);
  assert_counts (import, 4344, 0, 0, 6);
  g_assert_cmpuint (apply (fixture, import), >, 0);
  g_assert_cmpint (count (fixture), ==, 4344);
  g_assert_cmpuint (count_where (fixture, "gender", "female"), ==, 52);
  g_assert_cmpuint (count_where (fixture, "nationality", "IND"), ==, 179);
  g_assert_cmpuint (count_where (fixture, "nationality", "CIV"), >=, 29);
  g_assert_cmpuint (count_where (fixture, "mission_name", "UNIFIL"), ==, 333);
  g_assert_cmpuint (count_where (fixture, "nationality", "MNE"), ==, 0);
  g_assert_cmpuint (count_where (fixture, "nationality_name", "Serbia and Montenegro"), ==, 6);
  assert_state_of_day (import, 0, 1899, 1900);
  assert_state_of_day (import, 5, 2185, 2186);

  again = read_path (fixture, path);
  assert_counts (again, 0, 0, 4344, 6);
  g_assert_cmpuint (apply (fixture, again), ==, 0);

  findings = paz_store_check (fixture->store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add(name, function) g_test_add ("/fatalities" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  add ("/row", test_row);
  add ("/unknown", test_unknown);
  add ("/grouped-missions", test_grouped_missions);
  add ("/other-forms", test_other_forms);
  add ("/refused", test_refused);
  add ("/nothing", test_nothing);
  add ("/again", test_again);
  add ("/revised", test_revised);
  add ("/undone", test_undone);
  add ("/cancelled", test_cancelled);
  add ("/state-of-day", test_state_of_day);
  add ("/state-of-day-corrected", test_state_of_day_corrected);
  add ("/state-of-day-open", test_state_of_day_open);
  add ("/real", test_real);

  return g_test_run ();
}
