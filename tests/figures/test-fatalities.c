/* Counts of the fallen, against the UN's file read in the plainest way. */
#include "figures/paz-fatalities.h"
#include "table/paz-import.h"

#include "lib/paz-test-un.h"

typedef struct
{
  char      *folder;
  PazStore  *store;
  GPtrArray *rows;      /* GPtrArray of cells, without the header */
  GPtrArray *header;
} Fixture;

/* The file repeats six numbers, under Montenegro and then under the state there was; the program keeps
 * the second of each, and so does the test. */
static void
read_rows (Fixture    *fixture,
           const char *path)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (g_str_has_prefix (text, "\xef\xbb\xbf") ? text + 3 : text, "\n", -1);
  fixture->header = paz_test_split (lines[0]);
  fixture->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      GPtrArray *cells = paz_test_split (lines[i]);
      const char *id = g_strstrip (cells->pdata[paz_test_find (fixture->header, "casualty_id")]);

      g_ptr_array_remove (fixture->rows, g_hash_table_lookup (seen, id));
      g_hash_table_replace (seen, (gpointer) id, cells);
      g_ptr_array_add (fixture->rows, cells);
    }
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *file = paz_test_dup_shared ("dppadposs-fatalities.csv");
  g_autofree char *path = NULL;
  g_autoptr (PazImport) import = NULL;

  if (file == NULL)
    return;
  fixture->folder = g_dir_make_tmp ("relacopaz-fatalities-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "test.relacopaz", NULL);
  fixture->store = paz_store_open (path, PAZ_STORE_OPEN_CREATE, NULL, &error);
  g_assert_no_error (error);
  import = paz_import_read (file, NULL, fixture->store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  paz_import_apply (import, fixture->store, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  read_rows (fixture, file);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->store == NULL)
    return;
  g_assert_finalize_object (fixture->store);
  g_ptr_array_unref (fixture->rows);
  g_ptr_array_unref (fixture->header);
  paz_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static const char *
get_cell (Fixture    *fixture,
          guint       row,
          const char *column)
{
  return g_strstrip (((GPtrArray *) fixture->rows->pdata[row])->pdata[paz_test_find (fixture->header, column)]);
}

static guint
count_rows (Fixture    *fixture,
            const char *column,
            const char *prefix,
            const char *iso3)
{
  guint n = 0;

  for (guint i = 0; i < fixture->rows->len; i++)
    n += g_str_has_prefix (get_cell (fixture, i, column), prefix)
         && (iso3 == NULL || g_str_equal (get_cell (fixture, i, "isocode3"), iso3));

  return n;
}

static guint
find_count (GPtrArray  *counts,
            const char *key)
{
  for (guint i = 0; i < counts->len; i++)
    if (g_str_equal (((PazFatalityCount *) counts->pdata[i])->key, key))
      return ((PazFatalityCount *) counts->pdata[i])->count;

  return 0;
}

static guint
sum_counts (GPtrArray *counts)
{
  guint n = 0;

  for (guint i = 0; i < counts->len; i++)
    n += ((PazFatalityCount *) counts->pdata[i])->count;

  return n;
}

static void
test_counts (Fixture       *fixture,
             gconstpointer  data)
{
  static const char * const incidents[][2] = {
    { "Malicious Act", "malicious_act" }, { "Accident", "accident" }, { "Illness", "illness" },
    { "Self-Inflicted", "self_inflicted" }, { "To Be Determined", "to_be_determined" }, { "Unknown", "" },
  };
  g_autoptr (PazFatalities) fatalities = NULL;
  g_autoptr (GPtrArray) causes = NULL;
  g_autoptr (GPtrArray) years = NULL;
  g_autoptr (GPtrArray) missions = NULL;

  if (fixture->store == NULL)
    return;
  fatalities = paz_fatalities_get (fixture->store, NULL, NULL, NULL);
  g_assert_cmpuint (paz_fatalities_get_total (fatalities, NULL), ==, fixture->rows->len);
  causes = paz_fatalities_count (fatalities, PAZ_FATALITY_CAUSE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (incidents); i++)
    g_assert_cmpuint (find_count (causes, incidents[i][1]), ==, count_rows (fixture, "type_of_incident", incidents[i][0], NULL));
  years = paz_fatalities_count (fatalities, PAZ_FATALITY_YEAR, NULL);
  g_assert_cmpuint (find_count (years, "1993"), ==, count_rows (fixture, "incident_date", "1993", NULL));
  g_assert_cmpuint (sum_counts (years), ==, fixture->rows->len);
  missions = paz_fatalities_count (fatalities, PAZ_FATALITY_MISSION, NULL);
  /* Grouped as the UN groups them, not split by a guess. */
  for (guint i = 0; i < missions->len; i++)
    {
      const PazFatalityCount *count = missions->pdata[i];
      guint n = 0;

      for (guint row = 0; row < fixture->rows->len; row++)
        n += g_str_equal (get_cell (fixture, row, "mission_acronym"), count->key);
      g_assert_cmpuint (count->count, ==, n);
    }
  g_assert_cmpuint (find_count (missions, "UNEF"), >, 100);
}

/* Numbers of reference_figures.json, by ISO code. */
static void
test_region (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct { const char *code; guint n; } reference[] = {
    { "ARG", 26 }, { "BRA", 42 }, { "HTI", 38 }, { "URY", 33 }, { "GTM", 11 }, { "PER", 8 },
  };
  const PazFatalityFilter region = { .region_only = TRUE };
  g_autoptr (PazFatalities) fatalities = NULL;
  g_autoptr (GPtrArray) nations = NULL;
  g_autoptr (GPtrArray) missions = NULL;

  if (fixture->store == NULL)
    return;
  fatalities = paz_fatalities_get (fixture->store, NULL, NULL, NULL);
  nations = paz_fatalities_count (fatalities, PAZ_FATALITY_NATIONALITY, &region);
  for (guint i = 0; i < G_N_ELEMENTS (reference); i++)
    g_assert_cmpuint (find_count (nations, reference[i].code), ==, reference[i].n);
  g_assert_cmpuint (paz_fatalities_get_total (fatalities, &region), ==, 189);
  missions = paz_fatalities_count (fatalities, PAZ_FATALITY_MISSION, &region);
  g_assert_cmpuint (find_count (missions, "MINUSTAH"), ==, 79);
  g_assert_cmpuint (find_count (missions, "UNEF"), ==, 12);
}

/* Fallen before Montenegro was a state: the state there was has no code, and no country of today is
 * given them. */
static void
test_former_state (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (PazFatalities) fatalities = NULL;
  g_autoptr (GPtrArray) nations = NULL;

  if (fixture->store == NULL)
    return;
  fatalities = paz_fatalities_get (fixture->store, NULL, NULL, NULL);
  nations = paz_fatalities_count (fatalities, PAZ_FATALITY_NATIONALITY, NULL);
  g_assert_cmpuint (find_count (nations, "MNE"), ==, 0);
  g_assert_cmpuint (find_count (nations, "Serbia and Montenegro"), ==, 6);
  g_assert_cmpuint (find_count (nations, "Serbia and Montenegro"), ==,
                    count_rows (fixture, "casualty_nationality", "Serbia and Montenegro", NULL));
  g_assert_cmpuint (find_count (nations, "SRB"), ==, count_rows (fixture, "isocode3", "SRB", NULL));
}

static void
test_shared (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (PazFatalities) first = NULL;
  g_autoptr (PazFatalities) second = NULL;
  g_autoptr (PazFatalities) third = NULL;
  g_autoptr (PazEdit) edit = paz_edit_new ();
  PazRecord *record;

  if (fixture->store == NULL)
    return;
  first = paz_fatalities_get (fixture->store, NULL, NULL, NULL);
  second = paz_fatalities_get (fixture->store, NULL, NULL, NULL);
  g_assert_true (first == second);
  record = paz_store_create_record (fixture->store, paz_kind_find ("fatality"), NULL);
  paz_record_set_value (record, paz_kind_find_field (paz_record_get_kind (record), "casualty_id"), g_variant_new_string ("own 1"));
  paz_edit_put (edit, record);
  g_assert_true (paz_store_apply (fixture->store, edit, NULL, NULL, NULL, NULL, NULL));
  g_object_unref (record);
  third = paz_fatalities_get (fixture->store, NULL, NULL, NULL);
  g_assert_cmpuint (paz_fatalities_get_total (third, NULL), ==, paz_fatalities_get_total (first, NULL) + 1);
}

/* What is written by hand is national: no public number may count it. */
static void
test_gate (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (PazAudience) public = paz_audience_parse ("public");
  g_autoptr (PazFatalities) all = NULL;
  g_autoptr (PazFatalities) shown = NULL;
  g_autoptr (PazEdit) edit = paz_edit_new ();
  PazRecord *record;

  if (fixture->store == NULL)
    return;
  record = paz_store_create_record (fixture->store, paz_kind_find ("fatality"), NULL);
  paz_record_set_value (record, paz_kind_find_field (paz_record_get_kind (record), "casualty_id"), g_variant_new_string ("own 2"));
  paz_edit_put (edit, record);
  g_assert_true (paz_store_apply (fixture->store, edit, NULL, NULL, NULL, NULL, NULL));
  g_object_unref (record);
  all = paz_fatalities_get (fixture->store, NULL, NULL, NULL);
  shown = paz_fatalities_get (fixture->store, public, NULL, NULL);
  g_assert_cmpuint (paz_fatalities_get_total (all, NULL), ==, fixture->rows->len + 1);
  g_assert_cmpuint (paz_fatalities_get_total (shown, NULL), ==, fixture->rows->len);
  g_assert_cmpint (paz_fatalities_get_level (shown, NULL), ==, PAZ_LEVEL_PUBLIC);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/fatalities/counts", Fixture, NULL, set_up, test_counts, tear_down);
  g_test_add ("/fatalities/region", Fixture, NULL, set_up, test_region, tear_down);
  g_test_add ("/fatalities/former-state", Fixture, NULL, set_up, test_former_state, tear_down);
  g_test_add ("/fatalities/shared", Fixture, NULL, set_up, test_shared, tear_down);
  g_test_add ("/fatalities/gate", Fixture, NULL, set_up, test_gate, tear_down);

  return g_test_run ();
}
