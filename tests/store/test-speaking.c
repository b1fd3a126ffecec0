/* Which data sets speak: the newest that covers a month and a contributor, of those that may be seen. */
#include "store-fixture.h"

#include "base/paz-date.h"

#define MARCH (2014 * 12 + 2)

typedef struct
{
  guint16     month;
  const char *contributor;
  const char *mission;
  guint32     male;
} Fact;

static PazRecord *
add_data_set (PazStore   *store,
              const char *title,
              const char *imported,
              PazLevel    level,
              const Fact *facts)
{
  PazRecord *record = paz_store_create_record (store, paz_kind_find ("data_set"), NULL);
  g_autoptr (PazFactTable) table = paz_fact_table_new ();
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; facts[i].month != 0; i++)
    paz_fact_table_add (table, facts[i].month,
                        paz_fact_table_code (table, PAZ_DIMENSION_CONTRIBUTOR, facts[i].contributor),
                        paz_fact_table_code (table, PAZ_DIMENSION_MISSION, facts[i].mission),
                        (guint8) paz_fact_table_code (table, PAZ_DIMENSION_TYPE, "troops"),
                        0, facts[i].male, i + 2);
  paz_fact_table_finish (table, NULL, NULL);

  set_text (record, "title", title);
  set_text (record, "imported", imported);
  paz_record_set_release (record, level, NULL);
  paz_edit_put (edit, record);
  paz_edit_put_facts (edit, record, table);
  paz_store_apply (store, edit, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return record;
}

static void
add_state (PazStore   *store,
           const char *code)
{
  g_autoptr (PazRecord) record = paz_store_create_record (store, paz_kind_find ("participant"), NULL);

  set_text (record, "code", code);
  set_text (record, "type", "state");
  put (store, record);
}

/* "2014-03 URY M 10 / ..." */
static char *
load (PazStore   *store,
      const char *audience_text,
      guint      *n_sets)
{
  g_autoptr (PazAudience) audience = audience_text != NULL ? paz_audience_parse (audience_text) : NULL;
  g_autoptr (GPtrArray) sets = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PazFactTable) table = paz_store_load_facts (store, audience, &sets, NULL, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < paz_fact_table_get_n_rows (table); i++)
    {
      char month[8];

      g_assert_cmpuint (paz_fact_table_get_sets (table)[i], <, sets->len);
      g_string_append_printf (text, "%s%s %s %s %u", i > 0 ? " / " : "",
                              paz_month_format (paz_fact_table_get_months (table)[i], month),
                              paz_fact_table_get_key (table, PAZ_DIMENSION_CONTRIBUTOR, paz_fact_table_get_contributors (table)[i]),
                              paz_fact_table_get_key (table, PAZ_DIMENSION_MISSION, paz_fact_table_get_missions (table)[i]),
                              paz_fact_table_get_male (table)[i]);
    }
  if (n_sets != NULL)
    *n_sets = sets->len;

  return g_string_free (text, FALSE);
}

static void
assert_facts (PazStore   *store,
              const char *audience,
              const char *expected)
{
  g_autofree char *facts = load (store, audience, NULL);

  g_assert_cmpstr (facts, ==, expected);
}

static void
test_newest (Fixture       *fixture,
             gconstpointer  data)
{
  const Fact old[] = { { MARCH, "FRA", "M", 1 }, { MARCH, "URY", "M", 2 }, { MARCH, "URY", "N", 3 }, { MARCH + 1, "URY", "M", 4 }, { 0 } };
  const Fact new[] = { { MARCH, "FRA", "M", 10 }, { MARCH, "URY", "M", 20 }, { 0 } };
  PazStore *store = fixture->store;
  g_autoptr (PazRecord) first = add_data_set (store, "old", "2024-01-01T10:00:00+00:00[UTC]", PAZ_LEVEL_PUBLIC, old);
  g_autoptr (PazRecord) second = NULL;
  g_autoptr (PazRecord) read = NULL;
  guint n_sets;
  g_autofree char *text = NULL;

  assert_facts (store, NULL, "2014-03 FRA M 1 / 2014-03 URY M 2 / 2014-03 URY N 3 / 2014-04 URY M 4");

  /* A row the newer one does not have is gone; a month it does not cover speaks on. */
  second = add_data_set (store, "new", "2024-01-01T09:00:00-05:00[America/Lima]", PAZ_LEVEL_PUBLIC, new);
  text = load (store, NULL, &n_sets);
  g_assert_cmpstr (text, ==, "2014-03 FRA M 10 / 2014-03 URY M 20 / 2014-04 URY M 4");
  g_assert_cmpuint (n_sets, ==, 2);

  /* Undone, it does not speak; deleted neither. */
  undo (store);
  assert_facts (store, NULL, "2014-03 FRA M 1 / 2014-03 URY M 2 / 2014-03 URY N 3 / 2014-04 URY M 4");
  redo (store);
  assert_facts (store, NULL, "2014-03 FRA M 10 / 2014-03 URY M 20 / 2014-04 URY M 4");
  read = read_again (store, first);
  erase (store, read);
  assert_facts (store, NULL, "2014-03 FRA M 10 / 2014-03 URY M 20");
}

/* A set of the region alone is silent about the rest of the world. */
static void
test_region (Fixture       *fixture,
             gconstpointer  data)
{
  const Fact world[] = { { MARCH, "FRA", "M", 1 }, { MARCH, "PER", "M", 2 }, { MARCH, "URY", "M", 3 }, { 0 } };
  const Fact region[] = { { MARCH, "URY", "M", 30 }, { 0 } };
  PazStore *store = fixture->store;
  g_autoptr (PazRecord) one = NULL;
  g_autoptr (PazRecord) other = NULL;

  add_state (store, "URY");
  add_state (store, "PER");
  one = add_data_set (store, "world", "2024-01-01T10:00:00+00:00[UTC]", PAZ_LEVEL_PUBLIC, world);
  other = add_data_set (store, "region", "2024-02-01T10:00:00+00:00[UTC]", PAZ_LEVEL_PUBLIC, region);
  assert_facts (store, NULL, "2014-03 FRA M 1 / 2014-03 URY M 30");
}

/* What may not be seen neither speaks nor silences, and leaves no key behind. */
static void
test_audience (Fixture       *fixture,
               gconstpointer  data)
{
  const Fact open[] = { { MARCH, "URY", "M", 2 }, { 0 } };
  const Fact secret[] = { { MARCH, "PER", "SECRET", 5 }, { MARCH, "URY", "M", 3 }, { 0 } };
  PazStore *store = fixture->store;
  g_autoptr (PazRecord) one = add_data_set (store, "open", "2024-01-01T10:00:00+00:00[UTC]", PAZ_LEVEL_PUBLIC, open);
  g_autoptr (PazRecord) other = add_data_set (store, "secret", "2024-02-01T10:00:00+00:00[UTC]", PAZ_LEVEL_NATIONAL, secret);
  g_autoptr (PazAudience) public = paz_audience_parse ("public");
  g_autoptr (PazFactTable) table = NULL;

  assert_facts (store, NULL, "2014-03 PER SECRET 5 / 2014-03 URY M 3");
  assert_facts (store, "own", "2014-03 PER SECRET 5 / 2014-03 URY M 3");
  assert_facts (store, "public", "2014-03 URY M 2");
  assert_facts (store, "BRA", "2014-03 URY M 2");

  table = paz_store_load_facts (store, public, NULL, NULL, NULL);
  g_assert_cmpint (paz_fact_table_find_key (table, PAZ_DIMENSION_MISSION, "SECRET"), ==, -1);
  g_assert_cmpuint (paz_fact_table_get_n_keys (table, PAZ_DIMENSION_CONTRIBUTOR), ==, 1);
}

static void
test_one_data_set (Fixture       *fixture,
                   gconstpointer  data)
{
  const Fact old[] = { { MARCH, "URY", "M", 2 }, { 0 } };
  const Fact new[] = { { MARCH, "URY", "M", 3 }, { 0 } };
  PazStore *store = fixture->store;
  g_autoptr (PazRecord) one = add_data_set (store, "old", "2024-01-01T10:00:00+00:00[UTC]", PAZ_LEVEL_PUBLIC, old);
  g_autoptr (PazRecord) other = add_data_set (store, "new", "2024-02-01T10:00:00+00:00[UTC]", PAZ_LEVEL_PUBLIC, new);
  g_autoptr (PazFactTable) table = paz_store_load_data_set (store, paz_record_get_id (one), NULL);
  g_autoptr (PazRecord) read = read_again (store, one);

  g_assert_cmpuint (paz_fact_table_get_n_rows (table), ==, 1);
  g_assert_cmpuint (paz_fact_table_get_male (table)[0], ==, 2);
  g_assert_true (g_str_has_prefix (paz_record_get_text (read, "facts"), "{\"chunks\":1,\"h\":\""));
}

static void
test_none (Fixture       *fixture,
           gconstpointer  data)
{
  assert_facts (fixture->store, NULL, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/speaking/newest", test_newest);
  add ("/speaking/region", test_region);
  add ("/speaking/audience", test_audience);
  add ("/speaking/one-data-set", test_one_data_set);
  add ("/speaking/none", test_none);

  return g_test_run ();
}
