/* People whose sex no file tells: counted, ranked, and never taken for men. From the real files: the
 * IPI's full list gives sums alone, the UN's list of the same month tells women and men apart. */
#include "base/paz-date.h"
#include "figures/paz-profile.h"
#include "table/paz-import.h"

#include <math.h>

#include "lib/paz-test-un.h"

#define TOGETHER "ipi_full_2014-03-31.csv"
#define APART    "contributionsbygender_2014-03.csv"
#define WOMEN    3690
#define EVERYBODY 97811

typedef struct
{
  char     *folder;
  PazStore *store;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("relacopaz-untold-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "test.relacopaz", NULL);
  fixture->store = paz_store_open (path, PAZ_STORE_OPEN_CREATE, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->store);
  paz_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static gboolean
take_in (Fixture    *fixture,
         const char *name)
{
  g_autofree char *path = paz_test_dup_shared (name);
  g_autoptr (PazImport) import = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return FALSE;
  import = paz_import_read (path, NULL, fixture->store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (paz_import_apply (import, fixture->store, NULL, NULL, NULL, NULL, &error));
  g_assert_no_error (error);

  return TRUE;
}

static PazFigures *
load (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  PazFigures *figures = paz_figures_load (fixture->store, NULL, NULL, &error);

  g_assert_no_error (error);
  return figures;
}

static void
assert_sums (PazFigures   *figures,
             const PazKey *keys,
             guint         n_keys,
             guint64       women,
             guint64       untold)
{
  g_autoptr (PazPivot) pivot = paz_figures_pivot (figures, keys, n_keys, NULL);
  guint64 female = 0, none = 0, total = 0;

  for (guint i = 0; i < paz_pivot_get_n_rows (pivot); i++)
    {
      const PazFigure *row = paz_pivot_get_row (pivot, i);

      female += row->female;
      none += row->untold;
      total += PAZ_FIGURE_TOTAL (row);
    }
  g_assert_cmpuint (female, ==, women);
  g_assert_cmpuint (none, ==, untold);
  g_assert_cmpuint (total, ==, EVERYBODY);
}

/* Summed in an array and by sorting. */
static void
assert_all_sums (PazFigures *figures,
                 guint64     women,
                 guint64     untold)
{
  static const PazKey keys[] = {
    PAZ_KEY_CONTRIBUTOR, PAZ_KEY_MISSION, PAZ_KEY_PERSONNEL_TYPE, PAZ_KEY_MONTH, PAZ_KEY_CATEGORY,
  };

  for (guint n = 0; n <= G_N_ELEMENTS (keys); n++)
    assert_sums (figures, keys, n, women, untold);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    assert_sums (figures, &keys[i], 1, women, untold);
}

static void
test_together (Fixture       *fixture,
               gconstpointer  data)
{
  const guint16 march = paz_month_parse ("2014-03");
  const PazWhatIf unit = { .contributor = "URY", .type = "troops", .persons = 205, .women = 26, .month = march };
  g_autoptr (PazFigures) figures = NULL;
  g_autoptr (GPtrArray) parity = NULL;
  g_autoptr (PazStanding) standing = NULL;
  g_autoptr (PazStanding) after = NULL;

  if (!take_in (fixture, TOGETHER))
    return;
  figures = load (fixture);
  g_assert_false (paz_figures_tells_sexes (figures, march));
  g_assert_true (paz_figures_covers_world (figures, march));
  assert_all_sums (figures, 0, EVERYBODY);
  parity = paz_figures_parity (figures, march, NULL);
  g_assert_cmpuint (parity->len, ==, 0);

  standing = paz_standing_compute (figures, "URY", march);
  g_assert_cmpuint (standing->men, ==, 0);
  g_assert_cmpuint (standing->untold, ==, PAZ_STANDING_TOTAL (standing));
  g_assert_cmpuint (standing->rank_world, >, 0);
  after = paz_what_if_compute (figures, &unit);
  g_assert_cmpuint (PAZ_STANDING_TOTAL (after), ==, PAZ_STANDING_TOTAL (standing) + 205);
  for (guint i = 0; i < after->goals->len; i++)
    {
      const PazGoal *goal = &g_array_index (after->goals, PazGoal, i);

      g_assert_cmpuint (goal->untold, >, 0);
      g_assert_cmpint (goal->signal, ==, PAZ_SIGNAL_NONE);
      g_assert_cmpuint (goal->needed, ==, 0);
    }
}

/* The newer file tells, so nobody is untold any more. */
static void
test_apart (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (PazFigures) figures = NULL;

  if (!take_in (fixture, TOGETHER) || !take_in (fixture, APART))
    return;
  figures = load (fixture);
  g_assert_true (paz_figures_tells_sexes (figures, paz_month_parse ("2014-03")));
  assert_all_sums (figures, WOMEN, 0);
}

/* ---- one month of both ---- */

static void
put_set (Fixture    *fixture,
         const char *id,
         const char *sexes,
         const char *contributor,
         guint32     female,
         guint32     male)
{
  const PazKind *kind = paz_kind_find ("data_set");
  g_autoptr (PazFactTable) facts = paz_fact_table_new ();
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (PazRecord) record = paz_record_new (kind, id, "*", NULL);
  g_autoptr (GError) error = NULL;

  paz_record_set_release (record, PAZ_LEVEL_PUBLIC, NULL);
  paz_record_set_value (record, paz_kind_find_field (kind, "title"), g_variant_new_string (id));
  paz_record_set_value (record, paz_kind_find_field (kind, "scope"), g_variant_new_string ("listed"));
  paz_record_set_value (record, paz_kind_find_field (kind, "sexes"), g_variant_new_string (sexes));
  paz_fact_table_add (facts, paz_month_parse ("2022-05"), paz_fact_table_code (facts, PAZ_DIMENSION_CONTRIBUTOR, contributor),
                      paz_fact_table_code (facts, PAZ_DIMENSION_MISSION, "MONUSCO"),
                      (guint8) paz_fact_table_code (facts, PAZ_DIMENSION_TYPE, "troops"), female, male, 2);
  paz_fact_table_finish (facts, NULL, NULL);
  paz_edit_put (edit, record);
  paz_edit_put_facts (edit, record, facts);
  paz_store_apply (fixture->store, edit, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_both (Fixture       *fixture,
           gconstpointer  data)
{
  const guint16 may = paz_month_parse ("2022-05");
  const PazKey key = PAZ_KEY_CONTRIBUTOR;
  g_autoptr (PazFigures) figures = NULL;
  g_autoptr (PazPivot) pivot = NULL;
  g_autoptr (GPtrArray) parity = NULL;

  put_set (fixture, "019a0000-0000-7000-8000-000000000001", "apart", "ARG", 9, 91);
  put_set (fixture, "019a0000-0000-7000-8000-000000000002", "together", "URY", 0, 300);
  figures = load (fixture);
  g_assert_true (paz_figures_tells_sexes (figures, may));
  g_assert_false (paz_figures_covers_world (figures, may));
  pivot = paz_figures_pivot (figures, &key, 1, NULL);
  g_assert_cmpuint (paz_pivot_get_n_rows (pivot), ==, 2);
  g_assert_cmpuint (paz_pivot_get_row (pivot, 0)->male, ==, 91);
  g_assert_cmpuint (paz_pivot_get_row (pivot, 0)->untold, ==, 0);
  g_assert_cmpuint (paz_pivot_get_row (pivot, 1)->male, ==, 0);
  g_assert_cmpuint (paz_pivot_get_row (pivot, 1)->untold, ==, 300);

  parity = paz_figures_parity (figures, may, NULL);
  g_assert_cmpuint (parity->len, ==, 3);
  for (guint i = 0; i < parity->len; i++)
    {
      const PazParity *one = parity->pdata[i];
      gboolean told = g_strcmp0 (one->contributor, "ARG") == 0;

      g_assert_cmpint (isnan (one->percent), ==, !told);
      g_assert_cmpint (one->signal == PAZ_SIGNAL_NONE, ==, !told);
      g_assert_cmpuint (one->untold, ==, told ? 0 : 300);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/untold/together", Fixture, NULL, set_up, test_together, tear_down);
  g_test_add ("/untold/apart", Fixture, NULL, set_up, test_apart, tear_down);
  g_test_add ("/untold/both", Fixture, NULL, set_up, test_both, tear_down);

  return g_test_run ();
}
