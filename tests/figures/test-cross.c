/* The cross table without a window: from the real files, against sums made here. */
#include "base/paz-catalogue.h"
#include "base/paz-date.h"
#include "figures/paz-cross.h"
#include "table/paz-import.h"

#include <math.h>

#include "lib/paz-test-un.h"

#define MONTH  "contributionsbygender_2014-03.csv"
#define SERIES "uchistorical_2013-03_2014-02.csv"
#define FULL   "ipi_full_2014-03-31.csv"

typedef struct
{
  char         *folder;
  PazStore     *store;
  PazFigures   *figures;
  PazCatalogue *words;
} Fixture;

/* data: files to take in, NULL after the last. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("relacopaz-cross-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "test.relacopaz", NULL);
  fixture->store = paz_store_open (path, PAZ_STORE_OPEN_CREATE, NULL, &error);
  g_assert_no_error (error);
  fixture->words = paz_catalogue_get (PAZ_LANGUAGE_EN);
  for (const char * const *name = data; *name != NULL; name++)
    {
      g_autofree char *file = paz_test_dup_shared (*name);
      g_autoptr (PazImport) import = NULL;

      if (file == NULL)
        return;
      import = paz_import_read (file, NULL, fixture->store, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (paz_import_apply (import, fixture->store, NULL, NULL, NULL, NULL, &error));
      g_assert_no_error (error);
    }
  fixture->figures = paz_figures_load (fixture->store, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->figures, paz_figures_unref);
  g_clear_object (&fixture->store);
  paz_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static PazCross *
ask (Fixture    *fixture,
     const char *text)
{
  g_autoptr (PazFiguresChoice) choice = paz_figures_choice_parse (text);
  g_auto (GStrv) signatories = paz_figures_list_signatories (fixture->store, NULL, NULL);

  return paz_cross_new (fixture->figures, choice, (const char * const *) signatories, fixture->words);
}

static const PazCrossCell *
find_cell (const PazCross *cross,
           const char     *row,
           const char     *column)
{
  for (guint i = 0; i < cross->rows->len; i++)
    for (guint j = 0; j < cross->columns->len; j++)
      if (g_str_equal (((PazCrossHead *) cross->rows->pdata[i])->key, row) &&
          g_str_equal (((PazCrossHead *) cross->columns->pdata[j])->key, column))
        return paz_cross_get (cross, i, j);

  g_error ("no cell %s, %s", row, column);
}

/* ---- every choice against the facts, one by one ---- */

static const char *
get_fact_key (PazFactTable *facts,
              PazAxis       axis,
              guint32       row,
              char          buffer[8])
{
  switch (axis)
    {
    case PAZ_AXIS_CONTRIBUTOR:
      return paz_fact_table_get_key (facts, PAZ_DIMENSION_CONTRIBUTOR, paz_fact_table_get_contributors (facts)[row]);
    case PAZ_AXIS_MISSION:
      return paz_fact_table_get_key (facts, PAZ_DIMENSION_MISSION, paz_fact_table_get_missions (facts)[row]);
    case PAZ_AXIS_TYPE:
      return paz_fact_table_get_key (facts, PAZ_DIMENSION_TYPE, paz_fact_table_get_types (facts)[row]);
    case PAZ_AXIS_MONTH:
      return paz_month_format (paz_fact_table_get_months (facts)[row], buffer);
    case PAZ_AXIS_NONE:
    case PAZ_AXIS_SEX:
    case PAZ_AXIS_CATEGORY:
    case PAZ_AXIS_YEAR:
      return "";
    }

  g_return_val_if_reached ("");
}

static gboolean
is_month_shown (const PazCross *cross,
                guint16         month)
{
  return month >= cross->from && month <= cross->to;
}

/* Each fact of the world lands in one cell, and no cell holds more than its facts. */
static void
assert_cross (Fixture        *fixture,
              const PazCross *cross)
{
  PazFactTable *facts = paz_figures_get_facts (fixture->figures);
  g_autoptr (GHashTable) sums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint64 everybody = 0;

  for (guint32 i = 0; i < paz_fact_table_get_n_rows (facts); i++)
    {
      char first[8], second[8];
      guint people = paz_fact_table_get_female (facts)[i] + paz_fact_table_get_male (facts)[i];
      char *key;

      if (!is_month_shown (cross, paz_fact_table_get_months (facts)[i]))
        continue;
      key = g_strdup_printf ("%s|%s", get_fact_key (facts, cross->choice->rows, i, first),
                             get_fact_key (facts, cross->choice->columns, i, second));
      g_hash_table_replace (sums, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (sums, key)) + people));
      everybody += people;
    }
  for (guint i = 0; i < cross->rows->len; i++)
    for (guint j = 0; j < cross->columns->len; j++)
      {
        g_autofree char *key = g_strdup_printf ("%s|%s", ((PazCrossHead *) cross->rows->pdata[i])->key,
                                                ((PazCrossHead *) cross->columns->pdata[j])->key);
        gpointer sum = NULL;

        g_assert_cmpint (g_hash_table_lookup_extended (sums, key, NULL, &sum), ==, paz_cross_get (cross, i, j)->known);
        g_assert_cmpuint (paz_cross_get (cross, i, j)->part, ==, GPOINTER_TO_UINT (sum));
        g_hash_table_remove (sums, key);
      }
  g_assert_cmpuint (g_hash_table_size (sums), ==, 0);
  if (cross->grand_total != NULL)
    g_assert_cmpuint (cross->grand_total->part, ==, everybody);
}

static void
test_facts (Fixture       *fixture,
            gconstpointer  data)
{
  static const char * const axes[] = { "none", "contributor", "mission", "type", "month" };

  for (guint i = 0; i < G_N_ELEMENTS (axes); i++)
    for (guint j = 0; j < G_N_ELEMENTS (axes); j++)
      {
        g_autofree char *text = g_strdup_printf ("ask=person_months;rows=%s;columns=%s;set=world", axes[i], axes[j]);
        g_autoptr (PazCross) cross = ask (fixture, text);

        assert_cross (fixture, cross);
      }
}

/* Columns of time ascend whoever stands in the first row. */
static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (PazCross) cross = ask (fixture, "rows=contributor;columns=month;set=world");

  for (guint j = 1; j < cross->columns->len; j++)
    g_assert_cmpuint (((PazCrossHead *) cross->columns->pdata[j - 1])->month, <,
                      ((PazCrossHead *) cross->columns->pdata[j])->month);
  for (guint i = 1; i < cross->rows->len; i++)
    g_assert_cmpint (paz_catalogue_compare (fixture->words, ((PazCrossHead *) cross->rows->pdata[i - 1])->name,
                                            ((PazCrossHead *) cross->rows->pdata[i])->name), <=, 0);
}

/* ---- what each question says ---- */

static void
test_questions (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (PazCross) people = ask (fixture, "ask=personnel;rows=contributor;set=region");
  g_autoptr (PazCross) women = ask (fixture, "ask=share_of_women;rows=contributor;set=region");
  g_autoptr (PazCross) region = ask (fixture, "ask=share_of_region;rows=contributor;set=region");
  g_autoptr (PazCross) world = ask (fixture, "ask=share_of_world;rows=contributor;set=region");
  g_autoptr (PazCross) rank = ask (fixture, "ask=rank_in_world;rows=contributor;set=region");
  g_autoptr (PazCross) sex = ask (fixture, "ask=personnel;rows=contributor;columns=sex;set=region");

  if (people->rows->len == 0)
    return;
  /* Of reference_figures.json: 97,811 people of 122 contributors. */
  g_assert_cmpuint (find_cell (people, "URY", "")->part, ==, find_cell (region, "URY", "")->part);
  g_assert_cmpuint (find_cell (women, "URY", "")->base, ==, find_cell (people, "URY", "")->part);
  g_assert_cmpuint (find_cell (women, "URY", "")->part, ==, find_cell (sex, "URY", "female")->part);
  g_assert_cmpuint (find_cell (region, "URY", "")->base, ==, people->column_totals[0].part);
  g_assert_cmpuint (find_cell (world, "URY", "")->base, ==, 97811);
  g_assert_cmpuint (world->column_totals[0].base, ==, 97811);
  g_assert_cmpuint (find_cell (rank, "URY", "")->base, ==, 122);
  g_assert_cmpuint (sex->columns->len, ==, 2);
  g_assert_cmpuint (people->n_expected, ==, 33);
  g_assert_cmpuint (people->n_reported, ==, people->rows->len);
}

/* The targets of the year: none in 2014 for any category of the strategy. */
static void
test_no_target (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (PazCross) cross = ask (fixture, "ask=share_of_women;rows=category;set=world");

  for (guint i = 0; i < cross->rows->len; i++)
    g_assert_true (isnan (paz_cross_get (cross, i, 0)->target));
}

static void
test_untold (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (PazCross) women = ask (fixture, "ask=share_of_women;rows=contributor;set=region");
  g_autoptr (PazCross) sex = ask (fixture, "ask=personnel;rows=contributor;columns=sex;set=world");
  g_autoptr (PazCross) rank = ask (fixture, "ask=rank_in_world;rows=contributor;set=region");
  g_autofree char *text = NULL;

  if (women->rows->len == 0)
    return;
  g_assert_false (find_cell (women, "URY", "")->known);
  g_assert_cmpuint (find_cell (women, "URY", "")->untold, >, 0);
  g_assert_true (isnan (find_cell (women, "URY", "")->value));
  text = paz_cross_dup_text (women, find_cell (women, "URY", ""));
  g_assert_cmpstr (text, ==, "not told");
  g_assert_cmpuint (sex->columns->len, ==, 3);
  g_assert_false (find_cell (sex, "URY", "male")->known);
  g_assert_cmpuint (find_cell (sex, "URY", "untold")->part, >, 0);
  g_assert_cmpuint (sex->grand_total->part, ==, 97811);
  g_assert_false (isnan (find_cell (rank, "URY", "")->value));
  g_assert_nonnull (strstr (women->headline, "not told apart"));
}

/* ---- targets, and what is not said of the world ---- */

static void
add_fact (PazFactTable *facts,
          const char   *month,
          const char   *contributor,
          const char   *type,
          guint32       female,
          guint32       male)
{
  paz_fact_table_add (facts, paz_month_parse (month), paz_fact_table_code (facts, PAZ_DIMENSION_CONTRIBUTOR, contributor),
                      paz_fact_table_code (facts, PAZ_DIMENSION_MISSION, "MONUSCO"),
                      (guint8) paz_fact_table_code (facts, PAZ_DIMENSION_TYPE, type), female, male, 2);
}

static void
put_facts (Fixture      *fixture,
           PazFactTable *facts)
{
  const PazKind *kind = paz_kind_find ("data_set");
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (PazRecord) record = paz_record_new (kind, "019a0000-0000-7000-8000-000000000001", "*", NULL);
  g_autoptr (GError) error = NULL;

  paz_record_set_release (record, PAZ_LEVEL_NETWORK, NULL);
  paz_record_set_value (record, paz_kind_find_field (kind, "title"), g_variant_new_string ("test"));
  paz_record_set_value (record, paz_kind_find_field (kind, "scope"), g_variant_new_string ("region"));
  paz_fact_table_finish (facts, NULL, NULL);
  paz_edit_put (edit, record);
  paz_edit_put_facts (edit, record, facts);
  paz_store_apply (fixture->store, edit, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&fixture->figures, paz_figures_unref);
  fixture->figures = paz_figures_load (fixture->store, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_targets (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (PazFactTable) facts = paz_fact_table_new ();
  g_autoptr (PazCross) years = NULL;
  g_autoptr (PazCross) types = NULL;
  g_autoptr (PazCross) troops = NULL;
  g_autoptr (PazCross) world = NULL;
  g_autoptr (PazCross) rank = NULL;

  add_fact (facts, "2021-05", "URY", "troops", 8, 92);
  add_fact (facts, "2021-12", "URY", "troops", 9, 91);
  add_fact (facts, "2022-12", "URY", "troops", 9, 91);
  add_fact (facts, "2022-12", "URY", "staff_officer", 3, 7);
  add_fact (facts, "2022-12", "ARG", "experts_on_mission", 3, 7);
  put_facts (fixture, facts);

  /* 8 per cent published for 2021, 9 derived for 2022. */
  years = ask (fixture, "ask=share_of_women;rows=category;columns=year;set=region");
  g_assert_cmpuint (years->columns->len, ==, 2);
  g_assert_cmpuint (find_cell (years, "troops", "2021")->part, ==, 9);
  g_assert_cmpfloat_with_epsilon (find_cell (years, "troops", "2021")->target, 0.08, 1e-9);
  g_assert_false (find_cell (years, "troops", "2021")->target_derived);
  g_assert_cmpfloat_with_epsilon (find_cell (years, "troops", "2022")->target, 0.09, 1e-9);
  g_assert_true (find_cell (years, "troops", "2022")->target_derived);
  g_assert_cmpfloat_with_epsilon (find_cell (years, "individual_military", "2022")->target, 0.19, 1e-9);

  /* Staff officers and experts are one category: neither has the target for itself. */
  types = ask (fixture, "ask=share_of_women;rows=type;set=region");
  g_assert_cmpfloat_with_epsilon (find_cell (types, "troops", "")->target, 0.09, 1e-9);
  g_assert_true (isnan (find_cell (types, "staff_officer", "")->target));
  troops = ask (fixture, "ask=share_of_women;rows=month;types=staff_officer,experts_on_mission;set=region");
  g_assert_cmpfloat_with_epsilon (find_cell (troops, "2022-12", "")->target, 0.19, 1e-9);

  world = ask (fixture, "ask=share_of_world;rows=contributor;set=region");
  g_assert_false (find_cell (world, "URY", "")->known);
  rank = ask (fixture, "ask=rank_in_world;rows=contributor;set=region");
  g_assert_false (find_cell (rank, "URY", "")->known);
  g_assert_cmpuint (years->gaps->len, ==, 17);
  g_assert_cmpint (paz_cross_get_level (years, fixture->figures, PAZ_LEVEL_PUBLIC), ==, PAZ_LEVEL_NETWORK);
  g_assert_cmpint (paz_figures_get_level (fixture->figures), ==, PAZ_LEVEL_NETWORK);
}

int
main (int    argc,
      char **argv)
{
  static const char * const all[] = { SERIES, MONTH, NULL };
  static const char * const full[] = { FULL, NULL };
  static const char * const none[] = { NULL };

  g_test_init (&argc, &argv, NULL);
#define ADD(name, files, func) g_test_add ("/cross/" name, Fixture, files, set_up, func, tear_down)
  ADD ("facts", all, test_facts);
  ADD ("order", all, test_order);
  ADD ("questions", all, test_questions);
  ADD ("no-target", all, test_no_target);
  ADD ("facts-untold", full, test_facts);
  ADD ("untold", full, test_untold);
  ADD ("targets", none, test_targets);

  return g_test_run ();
}
