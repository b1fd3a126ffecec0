/* The built-in data: whole, valid, sourced; the same in every store; a newer edition refreshes what no
 * person changed. */
#include "store-fixture.h"

#include "base/paz-catalogue.h"
#include "base/paz-uuid.h"
#include "model/paz-check.h"
#include "paz-reference.h"
#include "paz-store-core.h"

static PazRecord *
get_shared (PazStore   *store,
            const char *kind,
            const char *key)
{
  g_autoptr (GError) error = NULL;
  char id[PAZ_UUID_SIZE];
  PazRecord *record;

  paz_uuid_make_shared (kind, key, id);
  record = paz_store_dup_record (store, id, &error);
  g_assert_no_error (error);

  return record;
}

static guint
count_where (PazStore   *store,
             const char *kind_key,
             const char *field,
             const char *text)
{
  const PazKind *kind = paz_kind_find (kind_key);
  g_autoptr (PazQuery) query = paz_query_new (kind);
  g_autoptr (GPtrArray) ids = NULL;

  paz_query_add_condition (query, paz_kind_find_field (kind, field), PAZ_MATCH_IS, text);
  ids = paz_store_find (store, query, NULL, NULL);
  g_assert_nonnull (ids);

  return ids->len;
}

static void
set_up_whole (Fixture       *fixture,
              gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("paz-store-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "store.relacopaz", NULL);
  fixture->store = open_store (fixture->path, PAZ_STORE_OPEN_CREATE);
}

/* ---- the shipped tables ---- */

static void
test_valid (void)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (const PazReferenceRecord *reference = paz_reference_table.records; reference->kind != NULL; reference++)
    {
      g_autoptr (PazRecord) record = paz_reference_make (reference);
      g_autoptr (GPtrArray) problems = NULL;

      g_assert_nonnull (record);
      problems = paz_record_check (record);
      if (problems->len > 0)
        {
          g_autofree char *text = paz_problem_dup_text (problems->pdata[0], paz_catalogue_get (PAZ_LANGUAGE_EN));

          g_error ("%s %s: %s", reference->kind, reference->key, text);
        }
      g_assert_cmpstr (paz_record_get_owner (record), ==, "*");
      g_assert_cmpint (paz_record_get_level (record), ==, PAZ_LEVEL_PUBLIC);

      /* A child comes after what holds it; every link of the tables leads somewhere. */
      g_assert_true (paz_record_get_container (record) == NULL
                     || g_hash_table_contains (ids, paz_record_get_container (record)));
      g_assert_true (g_hash_table_add (ids, g_strdup (paz_record_get_id (record))));
    }
}

static void
test_counts (Fixture       *fixture,
             gconstpointer  data)
{
  PazStore *store = fixture->store;

  g_assert_cmpuint (count_where (store, "participant", "type", "state"), ==, 33);
  g_assert_cmpuint (count_where (store, "participant", "type", "organisation"), ==, 1);
  g_assert_cmpint (paz_store_count (store, paz_kind_find ("provision")), ==, 38);
  g_assert_cmpuint (count_where (store, "membership", "standing", "signatory"), ==, 17);
  g_assert_cmpuint (count_where (store, "membership", "person", "Leonel Cabrera Pino"), ==, 1);
  g_assert_cmpint (paz_store_count (store, paz_kind_find ("mission")), ==, 98);
  g_assert_cmpint (paz_store_count (store, paz_kind_find ("gender_target")), ==, 47);
  g_assert_cmpuint (count_where (store, "gender_target", "basis", "derived"), ==, 12);
  g_assert_cmpint (paz_store_count (store, paz_kind_find ("meeting")), ==, 3);
  g_assert_cmpint (paz_store_count (store, paz_kind_find ("centre")), ==, 15);
  g_assert_cmpuint (count_where (store, "centre", "alcopaz", "second_centre"), ==, 2);
  g_assert_null (paz_store_dup_undo_step (store));
}

static void
test_peru (Fixture       *fixture,
           gconstpointer  data)
{
  PazStore *store = fixture->store;
  const PazKind *kind = paz_kind_find ("membership");
  g_autoptr (PazRecord) peru = get_shared (store, "participant", "PER");
  g_autoptr (PazQuery) query = paz_query_new (kind);
  g_autoptr (GPtrArray) ids = NULL;

  g_assert_cmpstr (paz_record_get_words (peru, "name", PAZ_LANGUAGE_ES), ==, "Perú");
  paz_query_set_container (query, paz_record_get_id (peru));
  paz_query_add_condition (query, paz_kind_find_field (kind, "standing"), PAZ_MATCH_IS, "signatory");
  ids = paz_store_find (store, query, NULL, NULL);
  g_assert_cmpuint (ids->len, ==, 2);
}

/* Two centres have one acronym, and what a table only recalls in part says so. */
static void
test_centres (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (PazRecord) chile = get_shared (fixture->store, "centre", "CHL/CECOPAC");
  g_autoptr (PazRecord) bolivia = get_shared (fixture->store, "centre", "BOL/DIOPE");
  g_autoptr (PazRecord) brazil = get_shared (fixture->store, "centre", "BRA/CCOPAB");
  g_autoptr (PazTrilingual) name = paz_trilingual_from_value (paz_record_get_value (brazil, field_of (brazil, "name")));
  g_autoptr (PazRecord) paraguay = get_shared (fixture->store, "participant", "PRY");

  g_assert_cmpstr (paz_record_get_text (chile, "check"), ==, "seen_in_part");
  g_assert_cmpstr (paz_record_get_text (chile, "check_note"), ==, "city: recall");
  g_assert_cmpstr (paz_record_get_text (chile, "since"), ==, "2002-07-18");
  g_assert_null (paz_record_get_words (bolivia, "name", PAZ_LANGUAGE_ES));
  g_assert_cmpint (name->source, ==, PAZ_LANGUAGE_PT);
  g_assert_true (name->in[PAZ_LANGUAGE_PT].official);
  g_assert_false (name->in[PAZ_LANGUAGE_EN].official);
  g_assert_cmpuint (count_where (fixture->store, "centre", "participant", paz_record_get_id (paraguay)), ==, 1);
}

static void
test_provision (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (PazRecord) provision = get_shared (fixture->store, "provision", "LIMA-2022/O.b");
  g_autoptr (PazTrilingual) text = paz_trilingual_from_value (paz_record_get_value (provision, field_of (provision, "text")));

  g_assert_cmpint (text->source, ==, PAZ_LANGUAGE_EN);
  g_assert_true (text->in[PAZ_LANGUAGE_EN].official);
  g_assert_false (text->in[PAZ_LANGUAGE_ES].official);
  g_assert_false (text->in[PAZ_LANGUAGE_PT].official);
  g_assert_cmpint (paz_trilingual_get_state (text, PAZ_LANGUAGE_EN), ==, PAZ_TRANSLATION_SOURCE);
  g_assert_cmpint (paz_trilingual_get_state (text, PAZ_LANGUAGE_ES), ==, PAZ_TRANSLATION_CURRENT);
  g_assert_cmpint (paz_trilingual_get_state (text, PAZ_LANGUAGE_PT), ==, PAZ_TRANSLATION_CURRENT);
}

/* ---- editions ---- */

static const PazReferenceValue values_1[] = {
  { "code", "TST", NULL, 0 },
  { "name", "Prueba", "es", PAZ_REFERENCE_SOURCE },
  { "un_name", "Test", NULL, 0 },
  { "source", "first", NULL, 0 },
  { NULL }
};
static const PazReferenceValue values_2[] = {
  { "code", "TST", NULL, 0 },
  { "name", "Prueba nueva", "es", PAZ_REFERENCE_SOURCE },
  { "un_name", "Test (new)", NULL, 0 },
  { "source", "second", NULL, 0 },
  { NULL }
};
static const PazReferenceValue more[] = {
  { "acronym", "UNTEST", NULL, 0 },
  { NULL }
};
static const PazReferenceRecord records_1[] = { { "participant", "TST", NULL, NULL, values_1 }, { NULL } };
static const PazReferenceRecord records_2[] = {
  { "participant", "TST", NULL, NULL, values_2 },
  { "mission", "UNTEST", NULL, NULL, more },
  { NULL }
};
static const PazReferenceTable edition_1 = { 1, "2026-01-01", records_1 };
static const PazReferenceTable edition_2 = { 2, "2027-01-01", records_2 };

static void
load_edition (PazStore                *store,
              const PazReferenceTable *table)
{
  g_autoptr (GError) error = NULL;

  paz_door_open (store, PAZ_STEP_REFERENCE, NULL, NULL, &error);
  g_assert_no_error (error);
  paz_reference_write (store, table, &error);
  g_assert_no_error (error);
  paz_door_commit (store, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_checked (PazStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = paz_store_check (store, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_refresh (Fixture       *fixture,
              gconstpointer  data)
{
  PazStore *store = fixture->store;
  g_autoptr (PazRecord) mine = NULL;
  g_autoptr (PazRecord) after = NULL;
  g_autoptr (PazRecord) mission = NULL;

  load_edition (store, &edition_1);
  mine = get_shared (store, "participant", "TST");
  set_text (mine, "un_name", "My own name");
  put (store, mine);

  load_edition (store, &edition_2);
  after = get_shared (store, "participant", "TST");
  g_assert_cmpstr (paz_record_get_text (after, "un_name"), ==, "My own name");
  g_assert_cmpstr (paz_record_get_text (after, "source"), ==, "second");
  g_assert_cmpstr (paz_record_get_words (after, "name", PAZ_LANGUAGE_ES), ==, "Prueba nueva");
  g_assert_false (paz_record_is_in_conflict (after, field_of (after, "un_name")));
  mission = get_shared (store, "mission", "UNTEST");
  g_assert_cmpint (paz_record_get_level (mission), ==, PAZ_LEVEL_PUBLIC);
  assert_checked (store);

  /* What the person did can still be undone: the edition's word stands then. */
  undo (store);
  g_clear_object (&after);
  after = get_shared (store, "participant", "TST");
  g_assert_cmpstr (paz_record_get_text (after, "un_name"), ==, "Test (new)");
  assert_checked (store);
}

/* The same edition again, or an older one, writes nothing. */
static void
test_again (Fixture       *fixture,
            gconstpointer  data)
{
  PazStore *store = fixture->store;
  g_autoptr (PazRecord) record = NULL;
  static const char lines[] = "SELECT count (*) FROM rev";
  gint64 n;

  load_edition (store, &edition_2);
  n = paz_sql_integer (paz_store_get_reader_db (store), lines, -1);
  load_edition (store, &edition_2);
  load_edition (store, &edition_1);
  g_assert_cmpint (paz_sql_integer (paz_store_get_reader_db (store), lines, -1), ==, n);
  record = get_shared (store, "participant", "TST");
  g_assert_cmpstr (paz_record_get_text (record, "source"), ==, "second");
}

static void
test_deleted (Fixture       *fixture,
              gconstpointer  data)
{
  PazStore *store = fixture->store;
  g_autoptr (PazRecord) record = NULL;
  g_autoptr (PazRecord) after = NULL;

  load_edition (store, &edition_1);
  record = get_shared (store, "participant", "TST");
  erase (store, record);
  load_edition (store, &edition_2);
  after = get_shared (store, "participant", "TST");
  g_assert_true (paz_record_is_deleted (after));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reference/valid", test_valid);
  g_test_add ("/reference/counts", Fixture, NULL, set_up_whole, test_counts, fixture_tear_down);
  g_test_add ("/reference/peru", Fixture, NULL, set_up_whole, test_peru, fixture_tear_down);
  g_test_add ("/reference/centres", Fixture, NULL, set_up_whole, test_centres, fixture_tear_down);
  g_test_add ("/reference/provision", Fixture, NULL, set_up_whole, test_provision, fixture_tear_down);
  add ("/reference/refresh", test_refresh);
  add ("/reference/again", test_again);
  add ("/reference/deleted", test_deleted);

  return g_test_run ();
}
