/* The profile of a participant and the what-if, against sums worked out in the test and the reference
 * figures of the real file of March 2014. */
#include "base/paz-date.h"
#include "base/paz-uuid.h"
#include "figures/paz-profile.h"

#include <math.h>

#include "lib/paz-test-un.h"

typedef struct
{
  char     *folder;
  PazStore *store;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("relacopaz-profile-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "test.relacopaz", NULL);
  fixture->store = paz_store_open (path, PAZ_STORE_OPEN_CREATE, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->store);
  paz_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static void
set_text (PazRecord  *record,
          const char *key,
          const char *text)
{
  g_assert_true (paz_record_set_value (record, paz_kind_find_field (paz_record_get_kind (record), key), g_variant_new_string (text)));
}

static void
set_integer (PazRecord  *record,
             const char *key,
             gint64      value)
{
  g_assert_true (paz_record_set_value (record, paz_kind_find_field (paz_record_get_kind (record), key), g_variant_new_int64 (value)));
}

static void
apply (Fixture *fixture,
       PazEdit *edit)
{
  g_autoptr (GError) error = NULL;

  paz_store_apply (fixture->store, edit, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
add_fact (PazFactTable *facts,
          const char   *month,
          const char   *contributor,
          const char   *mission,
          const char   *type,
          guint         female,
          guint         male)
{
  paz_fact_table_add (facts, paz_month_parse (month),
                      paz_fact_table_code (facts, PAZ_DIMENSION_CONTRIBUTOR, contributor),
                      paz_fact_table_code (facts, PAZ_DIMENSION_MISSION, mission),
                      (guint8) paz_fact_table_code (facts, PAZ_DIMENSION_TYPE, type), female, male, 2);
}

static void
put_facts (Fixture      *fixture,
           PazFactTable *facts,
           const char   *scope)
{
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (PazRecord) record = NULL;
  char id[PAZ_UUID_SIZE];

  paz_uuid_make_shared ("data_set", "test", id);
  record = paz_record_new (paz_kind_find ("data_set"), id, "*", NULL);
  paz_record_set_release (record, PAZ_LEVEL_PUBLIC, NULL);
  set_text (record, "title", "test");
  set_text (record, "imported", "2024-01-01T00:00:00+00:00[UTC]");
  set_text (record, "scope", scope);
  paz_fact_table_finish (facts, NULL, NULL);
  paz_edit_put (edit, record);
  paz_edit_put_facts (edit, record, facts);
  apply (fixture, edit);
}

static PazProfile *
load (Fixture    *fixture,
      const char *participant,
      const char *month,
      const char *readers)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PazAudience) audience = readers != NULL ? paz_audience_parse (readers) : NULL;
  g_autoptr (PazFigures) figures = paz_figures_load (fixture->store, audience, NULL, &error);
  g_autoptr (PazFatalities) fatalities = paz_fatalities_load (fixture->store, audience, NULL, &error);
  PazProfile *profile = paz_profile_load (fixture->store, figures, fatalities, participant,
                                          month != NULL ? paz_month_parse (month) : 0, audience, &error);

  g_assert_no_error (error);
  return profile;
}

/* Uruguay and Peru tie at 300; Nepal is above both; February is missing. */
static void
put_world (Fixture *fixture)
{
  g_autoptr (PazFactTable) facts = paz_fact_table_new ();

  add_fact (facts, "2024-01", "URY", "MONUSCO", "troops", 20, 180);
  add_fact (facts, "2024-03", "URY", "MONUSCO", "troops", 20, 230);
  add_fact (facts, "2024-03", "URY", "UNDOF", "experts_on_mission", 5, 5);
  add_fact (facts, "2024-03", "URY", "UNDOF", "staff_officer", 5, 35);
  add_fact (facts, "2024-03", "PER", "MINUSCA", "troops", 30, 270);
  add_fact (facts, "2024-03", "BRA", "UNIFIL", "troops", 2, 48);
  add_fact (facts, "2024-03", "NPL", "UNIFIL", "troops", 100, 5000);
  put_facts (fixture, facts, "world");
}

static void
test_standing (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (PazProfile) profile = NULL;

  put_world (fixture);
  profile = load (fixture, "URY", NULL, NULL);
  g_assert_cmpuint (profile->month, ==, paz_month_parse ("2024-03"));
  g_assert_cmpuint (profile->standing->women, ==, 30);
  g_assert_cmpuint (PAZ_STANDING_TOTAL (profile->standing), ==, 300);
  g_assert_cmpuint (profile->standing->rank_region, ==, 1);
  g_assert_true (profile->standing->tied_region);
  g_assert_cmpuint (profile->standing->of_region, ==, 3);
  g_assert_cmpuint (profile->standing->rank_world, ==, 2);
  g_assert_cmpuint (profile->standing->of_world, ==, 4);
  g_assert_cmpuint (profile->standing->region_total, ==, 650);
  g_assert_cmpuint (profile->standing->world_total, ==, 5750);
  g_assert_cmpuint (profile->missions->len, ==, 2);
  g_assert_cmpstr (g_array_index (profile->missions, PazProfilePart, 0).key, ==, "MONUSCO");
  g_assert_cmpuint (profile->types->len, ==, 3);
  g_assert_cmpuint (profile->sources->len, ==, 1);
}

/* The third, below a tie, is third: the tie skips a rank. */
static void
test_ties_skip (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (PazProfile) profile = NULL;

  put_world (fixture);
  profile = load (fixture, "BRA", "2024-03", NULL);
  g_assert_cmpuint (profile->standing->rank_region, ==, 3);
  g_assert_false (profile->standing->tied_region);
}

static void
test_gaps (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (PazProfile) own = NULL;
  g_autoptr (PazProfile) other = NULL;

  put_world (fixture);
  own = load (fixture, "URY", NULL, NULL);
  g_assert_cmpuint (own->months->len, ==, 3);
  g_assert_cmpint (g_array_index (own->months, PazProfileMonth, 0).state, ==, PAZ_MONTH_LISTED);
  g_assert_cmpint (g_array_index (own->months, PazProfileMonth, 1).state, ==, PAZ_MONTH_GAP);
  other = load (fixture, "PER", "2024-02", NULL);
  g_assert_cmpint (g_array_index (other->months, PazProfileMonth, 0).state, ==, PAZ_MONTH_NOT_LISTED);
  g_assert_cmpint (other->state, ==, PAZ_MONTH_GAP);
  g_assert_cmpuint (other->standing->rank_region, ==, 0);
}

static const PazGoal *
find_goal (const PazStanding *standing,
           const char        *category)
{
  for (guint i = 0; i < standing->goals->len; i++)
    if (g_str_equal (g_array_index (standing->goals, PazGoal, i).category, category))
      return &g_array_index (standing->goals, PazGoal, i);

  return NULL;
}

/* Needed: the smallest number that reaches the target, tried one by one. */
static void
test_goals (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (PazProfile) profile = NULL;

  put_world (fixture);
  profile = load (fixture, "URY", "2024-03", NULL);
  g_assert_nonnull (find_goal (profile->standing, "troops"));
  g_assert_cmpuint (find_goal (profile->standing, "individual_military")->base, ==, 50);
  for (guint i = 0; i < profile->standing->goals->len; i++)
    {
      const PazGoal *goal = &g_array_index (profile->standing->goals, PazGoal, i);
      guint64 needed = 0;

      g_assert_false (isnan (goal->target));
      while ((double) (goal->women + needed) * 100 + 1e-6 < goal->target * (double) goal->base)
        needed++;
      g_assert_cmpuint (goal->needed, ==, needed);
    }
}

static void
test_what_if (Fixture       *fixture,
              gconstpointer  data)
{
  const PazWhatIf company = {
    .contributor = "URY", .mission = "UNMISS", .type = "troops", .persons = 205, .women = 26,
    .month = paz_month_parse ("2024-03"),
  };
  g_autoptr (PazFigures) figures = NULL;
  g_autoptr (PazStanding) before = NULL;
  g_autoptr (PazStanding) after = NULL;

  put_world (fixture);
  figures = paz_figures_load (fixture->store, NULL, NULL, NULL);
  before = paz_standing_compute (figures, "URY", company.month);
  after = paz_what_if_compute (figures, &company);
  g_assert_cmpuint (PAZ_STANDING_TOTAL (before), ==, 300);
  g_assert_cmpuint (PAZ_STANDING_TOTAL (after), ==, 505);
  g_assert_cmpuint (after->women, ==, 56);
  g_assert_true (before->tied_region);
  g_assert_false (after->tied_region);
  g_assert_cmpuint (after->rank_region, ==, 1);
  g_assert_cmpuint (after->region_total, ==, 855);
  g_assert_cmpuint (after->world_total, ==, 5955);
  g_assert_cmpuint (find_goal (after, "troops")->base, ==, 455);
  g_assert_cmpuint (find_goal (after, "troops")->women, ==, 46);
  g_assert_cmpuint (find_goal (after, "individual_military")->base, ==, 50);
}

/* Who has nobody there now enters the ranking with the unit. */
static void
test_what_if_new (Fixture       *fixture,
                  gconstpointer  data)
{
  const PazWhatIf company = {
    .contributor = "CHL", .mission = "UNMISS", .type = "formed_police_units", .persons = 160, .women = 20,
    .month = paz_month_parse ("2024-03"),
  };
  g_autoptr (PazFigures) figures = NULL;
  g_autoptr (PazStanding) after = NULL;

  put_world (fixture);
  figures = paz_figures_load (fixture->store, NULL, NULL, NULL);
  after = paz_what_if_compute (figures, &company);
  g_assert_cmpuint (after->rank_region, ==, 3);
  g_assert_cmpuint (after->of_region, ==, 4);
  g_assert_cmpuint (after->goals->len, ==, 1);
}

/* ---- records ---- */

static void
put_pledge (Fixture    *fixture,
            const char *participant,
            const char *level,
            const char *until,
            gint64      strength,
            PazLevel    release)
{
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (PazRecord) pledge = paz_store_create_record (fixture->store, paz_kind_find ("pledge"), NULL);

  paz_record_set_value (pledge, paz_kind_find_field (paz_record_get_kind (pledge), "title"),
                        paz_value_parse (paz_kind_find_field (paz_record_get_kind (pledge), "title"), until,
                                         paz_catalogue_get (PAZ_LANGUAGE_EN), NULL));
  set_text (pledge, "participant", participant);
  set_text (pledge, "readiness", level);
  set_text (pledge, "valid_until", until);
  if (strength >= 0)
    set_integer (pledge, "strength", strength);
  paz_record_set_release (pledge, release, NULL);
  paz_edit_put (edit, pledge);
  apply (fixture, edit);
}

static void
test_records (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (PazProfile) own = NULL;
  g_autoptr (PazProfile) public = NULL;
  const char *id;

  put_world (fixture);
  own = load (fixture, "URY", "2024-03", NULL);
  id = paz_record_get_id (own->record);
  put_pledge (fixture, id, "l1", "2024-03-31", 200, PAZ_LEVEL_PUBLIC);
  put_pledge (fixture, id, "l1", "2024-03-30", -1, PAZ_LEVEL_NATIONAL);
  put_pledge (fixture, id, "rdl", "2025", 100, PAZ_LEVEL_NATIONAL);
  g_clear_pointer (&own, paz_profile_free);
  own = load (fixture, "URY", "2024-03", NULL);
  g_assert_cmpuint (own->records->n_pledges, ==, 3);
  g_assert_cmpuint (own->records->pledges->len, ==, 2);
  g_assert_cmpuint (g_array_index (own->records->pledges, PazProfilePledges, 0).n, ==, 2);
  g_assert_cmpuint (g_array_index (own->records->pledges, PazProfilePledges, 0).n_lapsed, ==, 1);
  g_assert_cmpuint (g_array_index (own->records->pledges, PazProfilePledges, 0).n_silent, ==, 1);
  g_assert_cmpint (own->records->level, ==, PAZ_LEVEL_NATIONAL);
  public = load (fixture, "URY", "2024-03", "public");
  g_assert_cmpuint (public->records->n_pledges, ==, 1);
  g_assert_cmpint (public->records->level, ==, PAZ_LEVEL_PUBLIC);
}

/* ---- the real file ---- */

static void
test_reference (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *path = paz_test_dup_shared ("contributionsbygender_2014-03.csv");
  g_autofree char *rank = paz_test_dup_shared ("uchistorical_2013-03_2014-02.csv");
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (PazFactTable) facts = paz_fact_table_new ();
  g_autoptr (PazProfile) profile = NULL;
  guint64 women = 0, total = 0, more = 0;
  g_autoptr (GHashTable) totals = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer value;

  if (path == NULL || rank == NULL)
    return;
  rows = paz_test_read_un_file (rank);
  for (guint i = 0; i < rows->len; i++)
    {
      const PazTestRow *row = rows->pdata[i];
      g_autofree char *type = paz_test_dup_type (row->label);

      add_fact (facts, row->month, row->iso3, row->mission, type, row->female, row->male);
      if (!g_str_equal (row->month, "2014-02"))
        continue;
      women += g_str_equal (row->iso3, "URY") ? row->female : 0;
      total += g_str_equal (row->iso3, "URY") ? row->female + row->male : 0;
      value = g_hash_table_lookup (totals, row->iso3);
      g_hash_table_insert (totals, row->iso3, GUINT_TO_POINTER (GPOINTER_TO_UINT (value) + row->female + row->male));
    }
  put_facts (fixture, facts, "world");
  g_hash_table_iter_init (&iter, totals);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    more += GPOINTER_TO_UINT (value) > total;
  profile = load (fixture, "URY", "2014-02", NULL);
  g_assert_cmpuint (profile->standing->women, ==, women);
  g_assert_cmpuint (PAZ_STANDING_TOTAL (profile->standing), ==, total);
  g_assert_cmpuint (profile->standing->rank_world, ==, more + 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/profile/standing", Fixture, NULL, set_up, test_standing, tear_down);
  g_test_add ("/profile/ties-skip", Fixture, NULL, set_up, test_ties_skip, tear_down);
  g_test_add ("/profile/gaps", Fixture, NULL, set_up, test_gaps, tear_down);
  g_test_add ("/profile/goals", Fixture, NULL, set_up, test_goals, tear_down);
  g_test_add ("/profile/what-if", Fixture, NULL, set_up, test_what_if, tear_down);
  g_test_add ("/profile/what-if-new", Fixture, NULL, set_up, test_what_if_new, tear_down);
  g_test_add ("/profile/records", Fixture, NULL, set_up, test_records, tear_down);
  g_test_add ("/profile/reference", Fixture, NULL, set_up, test_reference, tear_down);

  return g_test_run ();
}
