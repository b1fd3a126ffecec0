/* A million facts as a list: order, filter, identity, memory. */
#include "store/paz-fact-list.h"

#include <time.h>

/* Of this thread: what a frame would wait for, however busy the machine is. */
static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static PazFactTable *
make_table (guint n)
{
  PazFactTable *table = paz_fact_table_new ();
  guint16 contributors[4], missions[2];
  guint8 types[2];

  contributors[0] = paz_fact_table_code (table, PAZ_DIMENSION_CONTRIBUTOR, "ARG");
  contributors[1] = paz_fact_table_code (table, PAZ_DIMENSION_CONTRIBUTOR, "BRA");
  contributors[2] = paz_fact_table_code (table, PAZ_DIMENSION_CONTRIBUTOR, "PER");
  contributors[3] = paz_fact_table_code (table, PAZ_DIMENSION_CONTRIBUTOR, "URY");
  missions[0] = paz_fact_table_code (table, PAZ_DIMENSION_MISSION, "MINUSTAH");
  missions[1] = paz_fact_table_code (table, PAZ_DIMENSION_MISSION, "MONUSCO");
  types[0] = (guint8) paz_fact_table_code (table, PAZ_DIMENSION_TYPE, "police");
  types[1] = (guint8) paz_fact_table_code (table, PAZ_DIMENSION_TYPE, "troops");

  for (guint i = 0; i < n; i++)
    paz_fact_table_add (table, (guint16) (100 + i / 16), contributors[i / 4 % 4], missions[i / 2 % 2], types[i % 2],
                        i * 7919 % 101, i * 104729 % 997, i + 2);
  paz_fact_table_finish (table, NULL, NULL);

  return table;
}

static void
wait_until_ready (PazFactList *list)
{
  while (paz_fact_list_is_pending (list))
    g_main_context_iteration (NULL, TRUE);
}

typedef struct
{
  guint n_signals;
  guint worst;      /* rows a view would have to fetch while it looks for its old ones */
} Changes;

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  gpointer    data)
{
  Changes *changes = data;

  changes->n_signals++;
  if (removed > 0)
    changes->worst = MAX (changes->worst, added);
}

static guint64
get_total (PazFactList *list,
           guint        position)
{
  g_autoptr (PazFactRow) row = g_list_model_get_item (G_LIST_MODEL (list), position);

  g_assert_nonnull (row);
  return paz_fact_row_get_total (row);
}

static void
test_rows (void)
{
  g_autoptr (PazFactTable) table = make_table (64);
  g_autoptr (GPtrArray) sets = g_ptr_array_new ();
  PazFactList *list;
  PazFactRow *row, *same;

  g_ptr_array_add (sets, (char *) "set");
  list = paz_fact_list_new (table, sets);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 64);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 64));

  row = g_list_model_get_item (G_LIST_MODEL (list), 37);
  same = g_list_model_get_item (G_LIST_MODEL (list), 37);
  g_assert_true (row == same);
  g_assert_cmpuint (paz_fact_row_get_month (row), ==, 102);
  g_assert_cmpstr (paz_fact_row_get_key (row, PAZ_DIMENSION_CONTRIBUTOR), ==, "BRA");
  g_assert_cmpstr (paz_fact_row_get_key (row, PAZ_DIMENSION_MISSION), ==, "MINUSTAH");
  g_assert_cmpstr (paz_fact_row_get_key (row, PAZ_DIMENSION_TYPE), ==, "troops");
  g_assert_cmpuint (paz_fact_row_get_source_row (row), ==, 39);
  g_assert_cmpuint (paz_fact_row_get_female (row), ==, 37 * 7919 % 101);
  g_assert_cmpuint (paz_fact_row_get_male (row), ==, 37 * 104729 % 997);
  g_assert_cmpstr (paz_fact_row_get_data_set (row), ==, "set");
  g_object_unref (same);

  /* A row outlives its list. */
  g_assert_finalize_object (list);
  g_assert_cmpuint (paz_fact_row_get_month (row), ==, 102);
  g_assert_finalize_object (row);
}

static void
test_order (void)
{
  g_autoptr (PazFactTable) table = make_table (3000);
  g_autoptr (PazFactList) list = paz_fact_list_new (table, NULL);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));

  for (int column = 0; column < PAZ_N_FACT_COLUMNS; column++)
    {
      paz_fact_list_set_order (list, (PazFactColumn) column, TRUE);
      paz_fact_list_set_order (list, (PazFactColumn) column, FALSE);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, n);
    }

  paz_fact_list_set_order (list, PAZ_FACT_TOTAL, TRUE);
  for (guint i = 1; i < n; i++)
    {
      g_autoptr (PazFactRow) before = g_list_model_get_item (G_LIST_MODEL (list), i - 1);
      g_autoptr (PazFactRow) row = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_assert_cmpuint (paz_fact_row_get_total (before), >=, paz_fact_row_get_total (row));
      if (paz_fact_row_get_total (before) == paz_fact_row_get_total (row))
        g_assert_cmpuint (paz_fact_row_get_source_row (before), <, paz_fact_row_get_source_row (row));
    }
}

static void
test_ranks (void)
{
  const guint16 ranks[] = { 3, 2, 1, 0 };
  g_autoptr (PazFactTable) table = make_table (64);
  g_autoptr (PazFactList) list = paz_fact_list_new (table, NULL);
  g_autoptr (PazFactRow) first = NULL;
  g_autoptr (PazFactRow) again = NULL;

  paz_fact_list_set_order (list, PAZ_FACT_CONTRIBUTOR, FALSE);
  first = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_cmpstr (paz_fact_row_get_key (first, PAZ_DIMENSION_CONTRIBUTOR), ==, "ARG");
  paz_fact_list_set_ranks (list, PAZ_DIMENSION_CONTRIBUTOR, ranks);
  again = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_cmpstr (paz_fact_row_get_key (again, PAZ_DIMENSION_CONTRIBUTOR), ==, "URY");
}

static void
test_filter (void)
{
  const char * const contributors[] = { "PER", "XXX", NULL };
  const char * const types[] = { "troops", NULL };
  const char * const nobody[] = { NULL };
  g_autoptr (PazFactTable) table = make_table (160);
  g_autoptr (PazFactList) list = paz_fact_list_new (table, NULL);
  PazFactFilter filter = { .from = 102, .to = 104, .contributors = contributors, .types = types };

  paz_fact_list_set_filter (list, &filter);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 3 * 2);
  for (guint i = 0; i < 6; i++)
    {
      g_autoptr (PazFactRow) row = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_assert_cmpstr (paz_fact_row_get_key (row, PAZ_DIMENSION_CONTRIBUTOR), ==, "PER");
      g_assert_cmpstr (paz_fact_row_get_key (row, PAZ_DIMENSION_TYPE), ==, "troops");
    }

  filter.contributors = nobody;
  paz_fact_list_set_filter (list, &filter);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  paz_fact_list_set_filter (list, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 160);
}

static void
test_tables (void)
{
  g_autoptr (PazFactTable) one = make_table (16);
  g_autoptr (PazFactTable) other = make_table (160);
  g_autoptr (PazFactList) list = paz_fact_list_new (NULL, NULL);
  Changes changes = { 0 };

  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), &changes);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  paz_fact_list_set_order (list, PAZ_FACT_MALE, TRUE);
  paz_fact_list_set_table (list, one, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 16);
  paz_fact_list_set_table (list, other, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 160);
  g_assert_cmpuint (get_total (list, 0), >, 0);
  paz_fact_list_set_table (list, NULL, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  g_assert_cmpuint (changes.worst, ==, 0);
}

/* A million: there at once; sorted on a worker, with a later order taking the place of an earlier. */
static void
test_million (void)
{
  g_autoptr (PazFactTable) table = make_table (1000000);
  double since = get_cpu_ms ();
  PazFactList *list = paz_fact_list_new (table, NULL);
  Changes changes = { 0 };

  g_assert_cmpfloat (get_cpu_ms () - since, <, 33);
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), &changes);

  since = get_cpu_ms ();
  paz_fact_list_set_order (list, PAZ_FACT_FEMALE, TRUE);
  paz_fact_list_set_order (list, PAZ_FACT_TOTAL, TRUE);
  g_assert_true (paz_fact_list_is_pending (list));
  g_assert_cmpfloat (get_cpu_ms () - since, <, 33);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1000000);
  wait_until_ready (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1000000);
  g_assert_cmpuint (get_total (list, 0), >=, get_total (list, 500000));
  g_assert_cmpuint (get_total (list, 500000), >=, get_total (list, 999999));

  /* Away and back in two steps: a view need not fetch a million rows. */
  g_assert_cmpuint (changes.n_signals, ==, 2);
  g_assert_cmpuint (changes.worst, ==, 0);

  /* A list may go while its worker runs. */
  paz_fact_list_set_order (list, PAZ_FACT_MALE, FALSE);
  g_assert_finalize_object (list);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fact-list/rows", test_rows);
  g_test_add_func ("/fact-list/order", test_order);
  g_test_add_func ("/fact-list/ranks", test_ranks);
  g_test_add_func ("/fact-list/filter", test_filter);
  g_test_add_func ("/fact-list/tables", test_tables);
  g_test_add_func ("/fact-list/million", test_million);

  return g_test_run ();
}
