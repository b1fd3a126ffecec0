/* Figures against the reference figures of real UN files, against sums computed here in the plainest
 * way, and against parity tables worked out by hand. */
#include "base/paz-date.h"
#include "base/paz-uuid.h"
#include "figures/paz-figures.h"

#include <json-glib/json-glib.h>
#include <math.h>

#include "lib/paz-test-un.h"

typedef struct
{
  char     *folder;
  PazStore *store;
} Fixture;

/* Reads and writes for all the tests of one file: opening is not what is tested. */
static void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("relacopaz-figures-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "test.relacopaz", NULL);
  fixture->store = paz_store_open (path, PAZ_STORE_OPEN_CREATE, NULL, &error);
  g_assert_no_error (error);
}

static void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  g_assert_finalize_object (fixture->store);
  paz_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

/* ---- putting facts in ---- */

static void
set_text (PazRecord  *record,
          const char *key,
          const char *text)
{
  paz_record_set_value (record, paz_kind_find_field (paz_record_get_kind (record), key),
                        g_variant_new_string (text));
}

static void
put_facts (Fixture      *fixture,
           PazFactTable *facts,
           const char   *title,
           const char   *imported)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (PazRecord) record = NULL;
  char id[PAZ_UUID_SIZE];

  paz_uuid_make_shared ("data_set", title, id);
  record = paz_record_new (paz_kind_find ("data_set"), id, "*", NULL);
  paz_record_set_release (record, PAZ_LEVEL_PUBLIC, NULL);
  set_text (record, "title", title);
  set_text (record, "imported", imported);
  paz_fact_table_finish (facts, NULL, NULL);
  paz_edit_put (edit, record);
  paz_edit_put_facts (edit, record, facts);
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
                      (guint8) paz_fact_table_code (facts, PAZ_DIMENSION_TYPE, type),
                      female, male, 2);
}

static void
put_rows (Fixture    *fixture,
          GPtrArray  *rows,
          const char *title,
          const char *imported)
{
  g_autoptr (PazFactTable) facts = paz_fact_table_new ();

  for (guint i = 0; i < rows->len; i++)
    {
      const PazTestRow *row = rows->pdata[i];
      g_autofree char *type = paz_test_dup_type (row->label);

      add_fact (facts, row->month, row->iso3, row->mission, type, row->female, row->male);
    }
  put_facts (fixture, facts, title, imported);
}

static PazFigures *
load (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  PazFigures *figures = paz_figures_load (fixture->store, NULL, NULL, &error);

  g_assert_no_error (error);
  return figures;
}

/* ---- the reference figures ---- */

static const PazFigure *
find_row (PazPivot   *pivot,
          const char *first,
          const char *second)
{
  for (guint i = 0; i < paz_pivot_get_n_rows (pivot); i++)
    {
      const PazFigure *row = paz_pivot_get_row (pivot, i);

      if (g_strcmp0 (row->keys[0], first) == 0 && g_strcmp0 (row->keys[1], second) == 0)
        return row;
    }

  return NULL;
}

static void
assert_figure (const PazFigure *row,
               JsonObject      *expected)
{
  g_assert_nonnull (row);
  g_assert_cmpuint (row->female, ==, (guint64) json_object_get_int_member (expected, "female"));
  g_assert_cmpuint (row->male, ==, (guint64) json_object_get_int_member (expected, "male"));
  g_assert_cmpuint (row->female + row->male, ==, (guint64) json_object_get_int_member (expected, "total"));
}

/* Every member of the object is a row, and every row one of its members. */
static void
assert_members (PazFigures             *figures,
                PazKey                  key,
                const PazFiguresFilter *filter,
                JsonObject             *expected)
{
  g_autoptr (PazPivot) pivot = paz_figures_pivot (figures, &key, 1, filter);
  g_autoptr (GList) names = json_object_get_members (expected);

  g_assert_cmpuint (paz_pivot_get_n_rows (pivot), ==, g_list_length (names));
  for (GList *l = names; l != NULL; l = l->next)
    {
      g_autofree char *code = key == PAZ_KEY_PERSONNEL_TYPE ? paz_test_dup_type (l->data) : g_strdup (l->data);

      assert_figure (find_row (pivot, code, NULL), json_object_get_object_member (expected, l->data));
    }
}

static void
assert_reference (PazFigures *figures,
                  gboolean    region_only,
                  JsonObject *expected)
{
  PazFiguresFilter filter = { .region_only = region_only };
  PazKey contributor = PAZ_KEY_CONTRIBUTOR;
  g_autoptr (PazPivot) all = paz_figures_pivot (figures, NULL, 0, &filter);
  g_autoptr (PazPivot) by_contributor = paz_figures_pivot (figures, &contributor, 1, &filter);

  g_assert_cmpuint (paz_pivot_get_n_rows (all), ==, 1);
  assert_figure (paz_pivot_get_row (all, 0), expected);
  g_assert_cmpuint (paz_pivot_get_n_rows (by_contributor), ==,
                    (guint) json_object_get_int_member (expected, "contributing_countries"));
  assert_members (figures, PAZ_KEY_PERSONNEL_TYPE, &filter,
                  json_object_get_object_member (expected, "by_personnel_type"));
  assert_members (figures, PAZ_KEY_MISSION, &filter,
                  json_object_get_object_member (expected, "by_mission"));
}

/* by_country of the region may itself hold missions and types; its sums are what we compare. */
static void
assert_countries (PazFigures *figures,
                  JsonObject *expected)
{
  PazFiguresFilter filter = { .region_only = TRUE };
  PazKey key = PAZ_KEY_CONTRIBUTOR;
  g_autoptr (PazPivot) pivot = paz_figures_pivot (figures, &key, 1, &filter);
  g_autoptr (GList) names = json_object_get_members (expected);

  g_assert_cmpuint (paz_pivot_get_n_rows (pivot), ==, g_list_length (names));
  for (GList *l = names; l != NULL; l = l->next)
    assert_figure (find_row (pivot, l->data, NULL), json_object_get_object_member (expected, l->data));
}

static void
test_reference (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *path = paz_test_dup_shared ("contributionsbygender_2014-03.csv");
  g_autofree char *reference = paz_test_dup_shared ("reference_figures.json");
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (PazFigures) figures = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonObject *month;
  guint n;

  if (path == NULL || reference == NULL)
    return;

  rows = paz_test_read_un_file (path);
  put_rows (fixture, rows, "2014-03", "2024-01-01T00:00:00+00:00[UTC]");
  figures = load (fixture);
  json_parser_load_from_file (parser, reference, &error);
  g_assert_no_error (error);
  month = json_object_get_object_member (json_node_get_object (json_parser_get_root (parser)), "ipi_2014_03");
  month = json_object_get_object_member (month, "2014-03-31");

  g_assert_cmpuint (paz_figures_get_months (figures, &n)[0], ==, paz_month_parse ("2014-03"));
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (paz_figures_get_data_sets (figures)->len, ==, 1);
  assert_reference (figures, FALSE, json_object_get_object_member (month, "all_countries"));
  assert_reference (figures, TRUE, json_object_get_object_member (month, "lac"));
  assert_countries (figures, json_object_get_object_member (json_object_get_object_member (month, "lac"),
                                                            "by_country"));
}

/* ---- sums of the other file, computed here ---- */

static char *
make_key (const PazTestRow *row,
          const PazKey     *keys,
          guint             n_keys)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < n_keys; i++)
    {
      g_autofree char *type = paz_test_dup_type (row->label);

      switch (keys[i])
        {
        case PAZ_KEY_CONTRIBUTOR:
          g_string_append_printf (key, "%s ", row->iso3);
          break;
        case PAZ_KEY_MISSION:
          g_string_append_printf (key, "%s ", row->mission);
          break;
        case PAZ_KEY_PERSONNEL_TYPE:
          g_string_append_printf (key, "%s ", type);
          break;
        case PAZ_KEY_MONTH:
          g_string_append_printf (key, "%s ", row->month);
          break;
        case PAZ_KEY_CATEGORY:
          g_string_append_printf (key, "%s ", strcmp (type, "experts_on_mission") == 0 ? "individual_military"
                                              : strcmp (type, "formed_police_units") == 0 ? "formed_police"
                                              : type);
          break;
        }
    }

  return g_string_free (key, FALSE);
}

typedef struct
{
  guint64 female, male;
} Sum;

static GHashTable *
sum_rows (GPtrArray    *rows,
          const PazKey *keys,
          guint         n_keys,
          const char   *only_iso3,
          const char   *from,
          const char   *to)
{
  GHashTable *sums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < rows->len; i++)
    {
      const PazTestRow *row = rows->pdata[i];
      char *key;
      Sum *sum;

      if ((only_iso3 != NULL && strcmp (row->iso3, only_iso3) != 0)
          || (from != NULL && strcmp (row->month, from) < 0) || (to != NULL && strcmp (row->month, to) > 0))
        continue;
      key = make_key (row, keys, n_keys);
      sum = g_hash_table_lookup (sums, key);
      if (sum == NULL)
        g_hash_table_insert (sums, g_strdup (key), sum = g_new0 (Sum, 1));
      sum->female += row->female;
      sum->male += row->male;
      g_free (key);
    }

  return sums;
}

static void
assert_sums (PazFigures             *figures,
             GHashTable             *sums,
             const PazKey           *keys,
             guint                   n_keys,
             const PazFiguresFilter *filter)
{
  g_autoptr (PazPivot) pivot = paz_figures_pivot (figures, keys, n_keys, filter);

  g_assert_cmpuint (paz_pivot_get_n_rows (pivot), ==, g_hash_table_size (sums));
  for (guint i = 0; i < paz_pivot_get_n_rows (pivot); i++)
    {
      const PazFigure *row = paz_pivot_get_row (pivot, i);
      g_autoptr (GString) key = g_string_new (NULL);
      const Sum *sum;

      for (guint j = 0; j < n_keys; j++)
        g_string_append_printf (key, "%s ", row->keys[j]);
      sum = g_hash_table_lookup (sums, key->str);
      g_assert_nonnull (sum);
      g_assert_cmpuint (row->female, ==, sum->female);
      g_assert_cmpuint (row->male, ==, sum->male);
    }
}

static void
test_pivots (Fixture       *fixture,
             gconstpointer  data)
{
  const PazKey lists[][PAZ_N_KEYS] = {
    { PAZ_KEY_MONTH },
    { PAZ_KEY_CONTRIBUTOR, PAZ_KEY_MONTH },
    { PAZ_KEY_MONTH, PAZ_KEY_CONTRIBUTOR },
    { PAZ_KEY_MISSION, PAZ_KEY_PERSONNEL_TYPE },
    { PAZ_KEY_CATEGORY, PAZ_KEY_MONTH },
    { PAZ_KEY_CATEGORY, PAZ_KEY_PERSONNEL_TYPE, PAZ_KEY_MISSION },
    { PAZ_KEY_CONTRIBUTOR, PAZ_KEY_MISSION, PAZ_KEY_PERSONNEL_TYPE, PAZ_KEY_MONTH },
    { PAZ_KEY_MONTH, PAZ_KEY_CONTRIBUTOR, PAZ_KEY_MISSION, PAZ_KEY_PERSONNEL_TYPE, PAZ_KEY_CATEGORY },
  };
  const guint n_keys[] = { 1, 2, 2, 2, 2, 3, 4, 5 };
  const char *uruguay[] = { "URY", NULL };
  PazFiguresFilter filters[] = {
    { 0 },
    { .from = paz_month_parse ("2013-06"), .to = paz_month_parse ("2013-12") },
    { .contributors = uruguay, .from = paz_month_parse ("2014-01") },
  };
  g_autofree char *path = paz_test_dup_shared ("uchistorical_2013-03_2014-02.csv");
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (PazFigures) figures = NULL;

  if (path == NULL)
    return;

  rows = paz_test_read_un_file (path);
  put_rows (fixture, rows, "2013-2014", "2024-01-01T00:00:00+00:00[UTC]");
  figures = load (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GHashTable) all = sum_rows (rows, lists[i], n_keys[i], NULL, NULL, NULL);
      g_autoptr (GHashTable) some = sum_rows (rows, lists[i], n_keys[i], NULL, "2013-06", "2013-12");
      g_autoptr (GHashTable) few = sum_rows (rows, lists[i], n_keys[i], "URY", "2014-01", NULL);

      assert_sums (figures, all, lists[i], n_keys[i], &filters[0]);
      assert_sums (figures, some, lists[i], n_keys[i], &filters[1]);
      assert_sums (figures, few, lists[i], n_keys[i], &filters[2]);
    }
}

/* ---- order, gaps, person-months, filters ---- */

static PazFactTable *
make_small (void)
{
  PazFactTable *facts = paz_fact_table_new ();

  add_fact (facts, "2022-05", "URY", "MONUSCO", "troops", 60, 740);
  add_fact (facts, "2022-02", "URY", "MONUSCO", "troops", 64, 736);
  add_fact (facts, "2022-02", "URY", "MONUSCO", "staff_officer", 1, 3);
  add_fact (facts, "2022-02", "URY", "MINURSO", "experts_on_mission", 1, 4);
  add_fact (facts, "2022-02", "ARG", "UNFICYP", "troops", 0, 0);
  add_fact (facts, "2022-02", "ARG", "UNFICYP", "sailors", 3, 4);
  add_fact (facts, "2022-02", "FRA", "UNIFIL", "troops", 10, 690);
  add_fact (facts, "2022-04", "FRA", "UNIFIL", "individual_police", 2, 1);

  return facts;
}

static char *
write_pivot (PazPivot *pivot,
             guint     n_keys)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < paz_pivot_get_n_rows (pivot); i++)
    {
      const PazFigure *row = paz_pivot_get_row (pivot, i);

      for (guint j = 0; j < n_keys; j++)
        g_string_append_printf (text, "%s ", row->keys[j]);
      g_string_append_printf (text, "%" G_GUINT64_FORMAT "/%" G_GUINT64_FORMAT "; ", row->female, row->male);
    }

  return g_string_free (text, FALSE);
}

#define ASSERT_PIVOT(expected, person_months, filter, ...)                                       \
  G_STMT_START {                                                                                 \
    const PazKey keys_[] = { __VA_ARGS__ };                                                      \
    g_autoptr (PazPivot) pivot_ = paz_figures_pivot (figures, keys_, G_N_ELEMENTS (keys_), filter); \
    g_autofree char *text_ = write_pivot (pivot_, G_N_ELEMENTS (keys_));                         \
    g_assert_cmpstr (text_, ==, expected);                                                       \
    g_assert_cmpint (paz_pivot_is_person_months (pivot_), ==, person_months);                    \
  } G_STMT_END

static void
test_rows (Fixture       *fixture,
           gconstpointer  data)
{
  const char *none[] = { NULL };
  const char *missions[] = { "MONUSCO", "UNKNOWN", NULL };
  const char *types[] = { "staff_officer", "experts_on_mission", NULL };
  const PazFiguresFilter february = { .from = paz_month_parse ("2022-02"), .to = paz_month_parse ("2022-02") };
  const PazFiguresFilter march = { .from = paz_month_parse ("2022-03"), .to = paz_month_parse ("2022-03") };
  const PazFiguresFilter later = { .from = paz_month_parse ("2023-01") };
  const PazFiguresFilter region = { .region_only = TRUE };
  const PazFiguresFilter nobody = { .contributors = none };
  const PazFiguresFilter some_missions = { .missions = missions };
  const PazFiguresFilter officers = { .types = types };
  g_autoptr (PazFactTable) facts = make_small ();
  g_autoptr (PazFigures) figures = NULL;

  put_facts (fixture, facts, "small", "2024-01-01T00:00:00+00:00[UTC]");
  figures = load (fixture);

  /* March is not zero: it is not there. */
  ASSERT_PIVOT ("2022-02 79/1437; 2022-04 2/1; 2022-05 60/740; ", FALSE, NULL, PAZ_KEY_MONTH);
  /* Nothing reported as nothing is a row; who is not in the month is not. */
  ASSERT_PIVOT ("ARG 3/4; FRA 10/690; URY 66/743; ", FALSE, &february, PAZ_KEY_CONTRIBUTOR);
  /* Types in the order of display, one we do not know behind them. */
  ASSERT_PIVOT ("troops 74/1426; staff_officer 1/3; experts_on_mission 1/4; sailors 3/4; ", FALSE,
                &february, PAZ_KEY_PERSONNEL_TYPE);
  ASSERT_PIVOT ("troops 74/1426; individual_military 2/7; other 3/4; ", FALSE, &february, PAZ_KEY_CATEGORY);
  ASSERT_PIVOT ("UNFICYP troops 0/0; UNFICYP sailors 3/4; ", FALSE,
                (&(PazFiguresFilter) { .contributors = (const char *[]) { "ARG", NULL } }),
                PAZ_KEY_MISSION, PAZ_KEY_PERSONNEL_TYPE);
  ASSERT_PIVOT ("ARG 3/4; URY 126/1483; ", TRUE, &region, PAZ_KEY_CONTRIBUTOR);
  ASSERT_PIVOT ("ARG 3/4; ", FALSE, (&(PazFiguresFilter) { .contributors = (const char *[]) { "ARG", NULL } }),
                PAZ_KEY_CONTRIBUTOR);
  ASSERT_PIVOT ("URY 125/1479; ", TRUE, &some_missions, PAZ_KEY_CONTRIBUTOR);
  ASSERT_PIVOT ("URY 2022-02 2/7; ", FALSE, &officers, PAZ_KEY_CONTRIBUTOR, PAZ_KEY_MONTH);
  ASSERT_PIVOT ("", FALSE, &march, PAZ_KEY_CONTRIBUTOR);
  ASSERT_PIVOT ("", FALSE, &later, PAZ_KEY_MONTH);
  ASSERT_PIVOT ("", FALSE, &nobody, PAZ_KEY_MONTH);
}

/* A store without figures answers with nothing. */
static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (PazFigures) figures = load (fixture);
  g_autoptr (GPtrArray) parity = paz_figures_parity (figures, paz_month_parse ("2022-02"), NULL);
  guint n;

  paz_figures_get_months (figures, &n);
  g_assert_cmpuint (n, ==, 0);
  ASSERT_PIVOT ("", FALSE, NULL, PAZ_KEY_MONTH, PAZ_KEY_CONTRIBUTOR);
  g_assert_cmpuint (parity->len, ==, 0);
}

/* What an audience may not see is in no sum. */
static void
test_audience (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (PazAudience) audience = paz_audience_parse ("public");
  g_autoptr (PazFactTable) facts = make_small ();
  g_autoptr (PazFigures) figures = NULL;
  g_autoptr (PazFigures) own = NULL;
  g_autoptr (GPtrArray) sets = NULL;
  g_autoptr (PazQuery) query = paz_query_new (paz_kind_find ("data_set"));
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (GError) error = NULL;

  put_facts (fixture, facts, "small", "2024-01-01T00:00:00+00:00[UTC]");
  sets = paz_store_list_records (fixture->store, query, &error);
  g_assert_no_error (error);
  paz_record_set_release (sets->pdata[0], PAZ_LEVEL_NATIONAL, NULL);
  paz_edit_put (edit, sets->pdata[0]);
  paz_store_apply (fixture->store, edit, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  figures = paz_figures_load (fixture->store, audience, NULL, &error);
  g_assert_no_error (error);
  ASSERT_PIVOT ("", FALSE, NULL, PAZ_KEY_MONTH);
  own = load (fixture);
  g_assert_cmpuint (paz_fact_table_get_n_rows (paz_figures_get_facts (own)), ==, 8);
}

/* Lent again while nothing changes, and only to who may see the same. */
static void
test_share (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (PazAudience) audience = paz_audience_parse ("network");
  g_autoptr (PazFactTable) facts = make_small ();
  g_autoptr (PazFigures) first = NULL;
  g_autoptr (PazFigures) again = NULL;
  g_autoptr (PazFigures) other = NULL;
  g_autoptr (PazFigures) later = NULL;
  g_autoptr (GError) error = NULL;

  put_facts (fixture, facts, "small", "2024-01-01T00:00:00+00:00[UTC]");
  first = paz_figures_get (fixture->store, NULL, NULL, &error);
  again = paz_figures_get (fixture->store, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (first == again);
  other = paz_figures_get (fixture->store, audience, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (other != first);

  g_assert_true (paz_store_undo (fixture->store, &error));
  later = paz_figures_get (fixture->store, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (later != first);
  g_assert_cmpuint (paz_fact_table_get_n_rows (paz_figures_get_facts (later)), ==, 0);
}

/* ---- parity ---- */

static char *
write_parity (GPtrArray *list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const PazParity *parity = list->pdata[i];

      g_string_append_printf (text, "%s %s %" G_GUINT64_FORMAT "/%" G_GUINT64_FORMAT " %.1f %.1f%s%s %s\n",
                              parity->category, parity->contributor != NULL ? parity->contributor : "all",
                              parity->women, parity->base, parity->percent, parity->target,
                              parity->target_derived ? "~" : "", parity->small_base ? " small" : "",
                              paz_signal_get_key (parity->signal));
    }

  return g_string_free (text, FALSE);
}

static void
assert_parity (PazFigures             *figures,
               const char             *month,
               const PazFiguresFilter *filter,
               const char             *expected)
{
  g_autoptr (GPtrArray) list = paz_figures_parity (figures, paz_month_parse (month), filter);
  g_autofree char *text = write_parity (list);

  g_assert_cmpstr (text, ==, expected);
}

/* Targets of 2022: troops 9 (derived), individual military 19 (derived), formed police 12; of 2028:
 * 15, 25, 30, 20; of 2021: 8 and 18. None for individual police but in 2028. */
static void
test_parity (Fixture       *fixture,
             gconstpointer  data)
{
  const PazFiguresFilter region = { .region_only = TRUE };
  g_autoptr (PazFactTable) facts = paz_fact_table_new ();
  g_autoptr (PazFigures) figures = NULL;

  /* Exactly on the target, in two types of one category. */
  add_fact (facts, "2022-02", "URY", "MONUSCO", "staff_officer", 10, 40);
  add_fact (facts, "2022-02", "URY", "MONUSCO", "experts_on_mission", 9, 41);
  /* One below it. */
  add_fact (facts, "2022-02", "ARG", "UNFICYP", "staff_officer", 18, 82);
  /* 0.1 per cent of women, and a little less. */
  add_fact (facts, "2022-02", "BRA", "UNIFIL", "troops", 1, 999);
  add_fact (facts, "2022-02", "FRA", "UNIFIL", "troops", 1, 1000);
  add_fact (facts, "2022-02", "PER", "MINUSCA", "troops", 0, 200);
  add_fact (facts, "2022-02", "CHL", "MINUSCA", "troops", 0, 0);
  add_fact (facts, "2022-02", "SLV", "MINUSMA", "individual_police", 0, 9);
  add_fact (facts, "2022-02", "GTM", "MINUSMA", "formed_police_units", 12, 88);
  /* Published years. */
  add_fact (facts, "2021-12", "URY", "MONUSCO", "troops", 8, 92);
  add_fact (facts, "2028-01", "URY", "MONUSCO", "individual_police", 3, 7);
  add_fact (facts, "2014-03", "URY", "MONUSCO", "troops", 50, 50);
  add_fact (facts, "2022-02", "URY", "UNOCI", "sailors", 1, 1);
  put_facts (fixture, facts, "parity", "2024-01-01T00:00:00+00:00[UTC]");
  figures = load (fixture);

  assert_parity (figures, "2022-02", NULL,
                 "troops BRA 1/1000 0.1 9.0~ yellow\n"
                 "troops CHL 0/0 nan 9.0~ small none\n"
                 "troops FRA 1/1001 0.1 9.0~ red\n"
                 "troops PER 0/200 0.0 9.0~ red\n"
                 "troops all 2/2201 0.1 9.0~ red\n"
                 "individual_military ARG 18/100 18.0 19.0~ yellow\n"
                 "individual_military URY 19/100 19.0 19.0~ green\n"
                 "individual_military all 37/200 18.5 19.0~ yellow\n"
                 "individual_police SLV 0/9 0.0 nan small none\n"
                 "individual_police all 0/9 0.0 nan small none\n"
                 "formed_police GTM 12/100 12.0 12.0 green\n"
                 "formed_police all 12/100 12.0 12.0 green\n"
                 "other URY 1/2 50.0 nan small none\n"
                 "other all 1/2 50.0 nan small none\n");
  assert_parity (figures, "2022-02", &region,
                 "troops BRA 1/1000 0.1 9.0~ yellow\n"
                 "troops CHL 0/0 nan 9.0~ small none\n"
                 "troops PER 0/200 0.0 9.0~ red\n"
                 "troops all 1/1200 0.1 9.0~ red\n"
                 "individual_military ARG 18/100 18.0 19.0~ yellow\n"
                 "individual_military URY 19/100 19.0 19.0~ green\n"
                 "individual_military all 37/200 18.5 19.0~ yellow\n"
                 "individual_police SLV 0/9 0.0 nan small none\n"
                 "individual_police all 0/9 0.0 nan small none\n"
                 "formed_police GTM 12/100 12.0 12.0 green\n"
                 "formed_police all 12/100 12.0 12.0 green\n"
                 "other URY 1/2 50.0 nan small none\n"
                 "other all 1/2 50.0 nan small none\n");
  assert_parity (figures, "2021-12", NULL, "troops URY 8/100 8.0 8.0 green\ntroops all 8/100 8.0 8.0 green\n");
  assert_parity (figures, "2028-01", NULL,
                 "individual_police URY 3/10 30.0 30.0 green\nindividual_police all 3/10 30.0 30.0 green\n");
  /* The strategy begins in 2018. */
  assert_parity (figures, "2014-03", NULL, "troops URY 50/100 50.0 nan none\ntroops all 50/100 50.0 nan none\n");
  assert_parity (figures, "2022-03", NULL, "");
}

static void
assert_wider (PazFigures             *figures,
              const char             *month,
              const PazFiguresFilter *filter,
              const char             *expected)
{
  g_autoptr (GPtrArray) list = paz_figures_parity_wider (figures, paz_month_parse (month), filter);
  g_autofree char *text = write_parity (list);

  g_assert_cmpstr (text, ==, expected);
}

/* Targets before the strategy: 20 per cent of all police by 2014 and by 2020, 15 of all military by
 * 2020. They are of everybody, so leaving one of their types out leaves no answer. */
static void
test_parity_wider (Fixture       *fixture,
                   gconstpointer  data)
{
  static const char * const police[] = { "individual_police", "formed_police_units", NULL };
  static const char * const some[] = { "formed_police_units", "troops", NULL };
  const PazFiguresFilter region = { .region_only = TRUE };
  const PazFiguresFilter of_police = { .types = police };
  const PazFiguresFilter of_some = { .types = some };
  g_autoptr (PazFactTable) facts = paz_fact_table_new ();
  g_autoptr (PazFigures) figures = NULL;

  add_fact (facts, "2020-05", "URY", "MONUSCO", "troops", 10, 90);
  add_fact (facts, "2020-05", "URY", "MONUSCO", "staff_officer", 8, 12);
  add_fact (facts, "2020-05", "FRA", "MONUSCO", "individual_police", 3, 7);
  add_fact (facts, "2020-05", "BRA", "MONUSCO", "formed_police_units", 1, 9);
  add_fact (facts, "2020-05", "BRA", "MONUSCO", "gpp", 5, 0);
  add_fact (facts, "2014-03", "BRA", "MONUSCO", "individual_police", 1, 9);
  add_fact (facts, "2014-03", "BRA", "MONUSCO", "troops", 1, 9);
  add_fact (facts, "2022-02", "BRA", "MONUSCO", "individual_police", 1, 9);
  put_facts (fixture, facts, "wider", "2024-01-01T00:00:00+00:00[UTC]");
  figures = load (fixture);

  assert_wider (figures, "2020-05", NULL, "military_all all 18/120 15.0 15.0 green\npolice_all all 4/20 20.0 20.0 green\n");
  assert_wider (figures, "2020-05", &region, "military_all all 18/120 15.0 15.0 green\npolice_all all 1/10 10.0 20.0 yellow\n");
  assert_wider (figures, "2020-05", &of_police, "police_all all 4/20 20.0 20.0 green\n");
  assert_wider (figures, "2020-05", &of_some, "");
  assert_wider (figures, "2014-03", NULL, "police_all all 1/10 10.0 20.0 yellow\n");
  assert_wider (figures, "2022-02", NULL, "");
  assert_wider (figures, "2020-06", NULL, "");
}

/* ---- names ---- */

#define ASSERT_NAME(expected, call)          \
  G_STMT_START {                             \
    g_autofree char *name_ = call;           \
    g_assert_cmpstr (name_, ==, expected);   \
  } G_STMT_END

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  PazCatalogue *es = paz_catalogue_get (PAZ_LANGUAGE_ES);
  PazCatalogue *pt = paz_catalogue_get (PAZ_LANGUAGE_PT);
  PazCatalogue *en = paz_catalogue_get (PAZ_LANGUAGE_EN);
  g_autoptr (PazFigures) figures = load (fixture);

  ASSERT_NAME ("Brasil", paz_figures_dup_contributor_name (figures, "BRA", es));
  ASSERT_NAME ("Brazil", paz_figures_dup_contributor_name (figures, "BRA", en));
  ASSERT_NAME ("Alemania", paz_figures_dup_contributor_name (figures, "DEU", es));
  ASSERT_NAME ("Alemanha", paz_figures_dup_contributor_name (figures, "DEU", pt));
  ASSERT_NAME ("XYZ", paz_figures_dup_contributor_name (figures, "XYZ", pt));
  ASSERT_NAME ("United Nations Stabilization Mission in Haiti",
               paz_figures_dup_mission_name (figures, "MINUSTAH", en));
  ASSERT_NAME ("Missão das Nações Unidas para a Estabilização no Haiti",
               paz_figures_dup_mission_name (figures, "MINUSTAH", pt));
  ASSERT_NAME ("MINUNEW", paz_figures_dup_mission_name (figures, "MINUNEW", en));
  ASSERT_NAME ("Formed police units", paz_figures_dup_type_name (figures, "formed_police_units", en));
  ASSERT_NAME ("Unidades de policía constituidas",
               paz_figures_dup_type_name (figures, "formed_police_units", es));
  ASSERT_NAME ("Unidades de polícia constituídas",
               paz_figures_dup_category_name (figures, "formed_police", pt));
  ASSERT_NAME ("sailors", paz_figures_dup_type_name (figures, "sailors", en));
  ASSERT_NAME ("All police", paz_figures_dup_category_name (figures, "police_all", en));
  ASSERT_NAME ("Staff officers and military observers",
               paz_figures_dup_category_name (figures, "individual_military", en));

  g_assert_true (paz_figures_is_region (figures, "HTI"));
  g_assert_false (paz_figures_is_region (figures, "FRA"));
  g_assert_false (paz_figures_is_region (figures, "ALCOPAZ"));
}

#define ADD(path, function) \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/figures/reference", test_reference);
  ADD ("/figures/pivots", test_pivots);
  ADD ("/figures/rows", test_rows);
  ADD ("/figures/empty", test_empty);
  ADD ("/figures/audience", test_audience);
  ADD ("/figures/share", test_share);
  ADD ("/figures/parity", test_parity);
  ADD ("/figures/parity-wider", test_parity_wider);
  ADD ("/figures/names", test_names);

  return g_test_run ();
}
