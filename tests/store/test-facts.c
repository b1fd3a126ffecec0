/* Fact tables: order, dictionaries, duplicates. */
#include "store/paz-facts.h"

static void
add_fact (PazFactTable *table,
          guint16       month,
          const char   *contributor,
          const char   *mission,
          const char   *type,
          guint32       female,
          guint32       male,
          guint32       row)
{
  paz_fact_table_add (table, month,
                      paz_fact_table_code (table, PAZ_DIMENSION_CONTRIBUTOR, contributor),
                      paz_fact_table_code (table, PAZ_DIMENSION_MISSION, mission),
                      (guint8) paz_fact_table_code (table, PAZ_DIMENSION_TYPE, type),
                      female, male, row);
}

static void
test_order (void)
{
  g_autoptr (PazFactTable) table = paz_fact_table_new ();

  add_fact (table, 24171, "URY", "MONUSCO", "troops", 3, 40, 2);
  add_fact (table, 24170, "URY", "MINUSTAH", "troops", 1, 10, 3);
  add_fact (table, 24170, "ARG", "MINUSTAH", "troops", 2, 20, 4);
  add_fact (table, 24170, "ARG", "MINUSTAH", "police", 0, 5, 5);
  g_assert_cmpuint (paz_fact_table_finish (table, NULL, NULL), ==, 0);

  g_assert_cmpuint (paz_fact_table_get_n_rows (table), ==, 4);
  g_assert_cmpuint (paz_fact_table_get_rows (table)[0], ==, 5);
  g_assert_cmpuint (paz_fact_table_get_rows (table)[1], ==, 4);
  g_assert_cmpuint (paz_fact_table_get_rows (table)[2], ==, 3);
  g_assert_cmpuint (paz_fact_table_get_rows (table)[3], ==, 2);
  g_assert_cmpuint (paz_fact_table_get_male (table)[0], ==, 5);
  g_assert_cmpuint (paz_fact_table_get_female (table)[1], ==, 2);
  g_assert_cmpuint (paz_fact_table_get_months (table)[3], ==, 24171);

  /* Codes follow the order of their keys. */
  g_assert_cmpint (paz_fact_table_find_key (table, PAZ_DIMENSION_CONTRIBUTOR, "ARG"), ==, 0);
  g_assert_cmpint (paz_fact_table_find_key (table, PAZ_DIMENSION_CONTRIBUTOR, "URY"), ==, 1);
  g_assert_cmpint (paz_fact_table_find_key (table, PAZ_DIMENSION_CONTRIBUTOR, "PER"), ==, -1);
  g_assert_cmpstr (paz_fact_table_get_key (table, PAZ_DIMENSION_MISSION, 1), ==, "MONUSCO");
  g_assert_cmpuint (paz_fact_table_get_contributors (table)[3], ==, 1);
  g_assert_cmpuint (paz_fact_table_get_missions (table)[3], ==, 1);
  g_assert_cmpuint (paz_fact_table_get_types (table)[1], ==, 1);
  g_assert_cmpuint (paz_fact_table_get_n_keys (table, PAZ_DIMENSION_TYPE), ==, 2);
}

typedef struct
{
  guint   n;
  guint32 first, row;
} Duplicates;

static void
duplicate_cb (guint32  first,
              guint32  row,
              gpointer data)
{
  Duplicates *duplicates = data;

  duplicates->n++;
  duplicates->first = first;
  duplicates->row = row;
}

static void
test_duplicates (void)
{
  g_autoptr (PazFactTable) table = paz_fact_table_new ();
  Duplicates duplicates = { 0 };

  add_fact (table, 24171, "URY", "MONUSCO", "troops", 3, 40, 2);
  add_fact (table, 24170, "URY", "MONUSCO", "troops", 3, 41, 3);
  add_fact (table, 24171, "URY", "MONUSCO", "troops", 3, 42, 4);
  g_assert_cmpuint (paz_fact_table_finish (table, duplicate_cb, &duplicates), ==, 1);
  g_assert_cmpuint (duplicates.n, ==, 1);
  g_assert_cmpuint (duplicates.first, ==, 2);
  g_assert_cmpuint (duplicates.row, ==, 4);
  g_assert_cmpuint (paz_fact_table_get_n_rows (table), ==, 2);
  g_assert_cmpuint (paz_fact_table_get_male (table)[1], ==, 40);
}

static void
test_empty (void)
{
  g_autoptr (PazFactTable) table = paz_fact_table_new ();

  paz_fact_table_code (table, PAZ_DIMENSION_MISSION, "UNMIL");
  g_assert_cmpuint (paz_fact_table_finish (table, NULL, NULL), ==, 0);
  g_assert_cmpuint (paz_fact_table_get_n_rows (table), ==, 0);
  /* A key no row uses is not kept. */
  g_assert_cmpuint (paz_fact_table_get_n_keys (table, PAZ_DIMENSION_MISSION), ==, 0);
}

static void
test_full (void)
{
  g_autoptr (PazFactTable) table = paz_fact_table_new ();
  g_autofree char *longest = g_strnfill (255, 'x');
  g_autofree char *too_long = g_strnfill (256, 'x');

  for (int i = 0; i < 255; i++)
    {
      g_autofree char *key = g_strdup_printf ("t%d", i);

      g_assert_cmpuint (paz_fact_table_code (table, PAZ_DIMENSION_TYPE, key), ==, i);
    }
  g_assert_cmpuint (paz_fact_table_code (table, PAZ_DIMENSION_TYPE, "one more"), ==, G_MAXUINT16);
  g_assert_cmpuint (paz_fact_table_code (table, PAZ_DIMENSION_TYPE, "t254"), ==, 254);
  g_assert_cmpuint (paz_fact_table_code (table, PAZ_DIMENSION_MISSION, too_long), ==, G_MAXUINT16);
  g_assert_cmpuint (paz_fact_table_code (table, PAZ_DIMENSION_MISSION, longest), ==, 0);
}

/* A sort of many rows against GLib's, with keys wide enough for every pass. */
static void
test_many (void)
{
  g_autoptr (PazFactTable) table = paz_fact_table_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_again = 0;

  for (guint i = 0; i < 50000; i++)
    {
      guint16 month = (guint16) g_rand_int_range (rand, 1, 60000);
      g_autofree char *contributor = g_strdup_printf ("C%d", g_rand_int_range (rand, 0, 20000));
      g_autofree char *mission = g_strdup_printf ("M%d", g_rand_int_range (rand, 0, 3));
      char *key = g_strdup_printf ("%d %s %s", month / 30000, contributor, mission);

      if (!g_hash_table_add (seen, key))
        n_again++;
      add_fact (table, month / 30000 + 1, contributor, mission, "troops", i, 0, i);
    }
  g_assert_cmpuint (n_again, >, 0);
  g_assert_cmpuint (paz_fact_table_finish (table, NULL, NULL), ==, n_again);
  g_assert_cmpuint (paz_fact_table_get_n_rows (table), ==, 50000 - n_again);

  for (guint i = 1; i < paz_fact_table_get_n_rows (table); i++)
    {
      const guint16 *months = paz_fact_table_get_months (table);
      const guint16 *contributors = paz_fact_table_get_contributors (table);
      const guint16 *missions = paz_fact_table_get_missions (table);
      guint64 before = (guint64) months[i - 1] << 32 | contributors[i - 1] << 8 | missions[i - 1];
      guint64 key = (guint64) months[i] << 32 | contributors[i] << 8 | missions[i];

      g_assert_true (before < key);
      g_assert_cmpuint (paz_fact_table_get_female (table)[i], ==, paz_fact_table_get_rows (table)[i]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/facts/order", test_order);
  g_test_add_func ("/facts/duplicates", test_duplicates);
  g_test_add_func ("/facts/empty", test_empty);
  g_test_add_func ("/facts/full", test_full);
  g_test_add_func ("/facts/many", test_many);

  return g_test_run ();
}
