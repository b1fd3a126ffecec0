/* Every pair of keys over a million facts, and over five, beside the same GROUP BY in SQLite in the
 * same run. Prints milliseconds (best of five; SQLite once) and their ratio. */
#include "base/paz-uuid.h"
#include "figures/paz-figures.h"

#include <sqlite3.h>
#include <stdlib.h>

#define N_TURNS 5

static const char * const types[] = {
  "troops", "staff_officer", "experts_on_mission", "individual_police", "formed_police_units",
};

static double
get_ms (gint64 since)
{
  return (g_get_monotonic_time () - since) / 1000.0;
}

/* 139 contributors, 37 missions and 5 types a month, as in a UN file. */
static PazFactTable *
build (guint n_rows)
{
  PazFactTable *table = paz_fact_table_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < n_rows; i++)
    {
      guint at = i / 5 / 37 % 139;
      const char contributor[] = { 'A' + at / 26, 'A' + at % 26, 'X', '\0' };
      const char mission[] = { 'U', 'N', 'A' + i / 5 % 37 / 26, 'A' + i / 5 % 37 % 26, '\0' };

      paz_fact_table_add (table, (guint16) (1950 * 12 + i / (5 * 37 * 139)),
                          paz_fact_table_code (table, PAZ_DIMENSION_CONTRIBUTOR, contributor),
                          paz_fact_table_code (table, PAZ_DIMENSION_MISSION, mission),
                          (guint8) paz_fact_table_code (table, PAZ_DIMENSION_TYPE, types[i % 5]),
                          (guint32) g_rand_int_range (random, 0, 90), (guint32) g_rand_int_range (random, 0, 900),
                          i + 2);
    }
  paz_fact_table_finish (table, NULL, NULL);

  return table;
}

static PazFigures *
load (const char   *folder,
      PazFactTable *table)
{
  g_autofree char *path = g_strdup_printf ("%s/%u.relacopaz", folder, paz_fact_table_get_n_rows (table));
  g_autoptr (GError) error = NULL;
  g_autoptr (PazStore) store = paz_store_open (path, PAZ_STORE_OPEN_CREATE, NULL, &error);
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (PazRecord) record = NULL;
  PazFigures *figures;
  char id[PAZ_UUID_SIZE];

  g_assert_no_error (error);
  paz_uuid_make_shared ("data_set", "bench", id);
  record = paz_record_new (paz_kind_find ("data_set"), id, "*", NULL);
  paz_record_set_release (record, PAZ_LEVEL_PUBLIC, NULL);
  paz_record_set_value (record, paz_kind_find_field (paz_kind_find ("data_set"), "title"),
                        g_variant_new_string ("bench"));
  paz_edit_put (edit, record);
  paz_edit_put_facts (edit, record, table);
  paz_store_apply (store, edit, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  figures = paz_figures_load (store, NULL, NULL, &error);
  g_assert_no_error (error);

  return figures;
}

/* The peer: coded columns in a plain table, all in memory. */
static sqlite3 *
fill (PazFactTable *table)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *insert = NULL;

  sqlite3_open (":memory:", &db);
  sqlite3_exec (db, "CREATE TABLE f (month INTEGER, contributor INTEGER, mission INTEGER, personnel_type INTEGER,"
                    " category INTEGER, female INTEGER, male INTEGER); BEGIN", NULL, NULL, NULL);
  sqlite3_prepare_v2 (db, "INSERT INTO f VALUES (?, ?, ?, ?, ?, ?, ?)", -1, &insert, NULL);
  for (guint32 i = 0; i < paz_fact_table_get_n_rows (table); i++)
    {
      int type = paz_fact_table_get_types (table)[i];

      sqlite3_bind_int (insert, 1, paz_fact_table_get_months (table)[i]);
      sqlite3_bind_int (insert, 2, paz_fact_table_get_contributors (table)[i]);
      sqlite3_bind_int (insert, 3, paz_fact_table_get_missions (table)[i]);
      sqlite3_bind_int (insert, 4, type);
      sqlite3_bind_int (insert, 5, MIN (type, 3));
      sqlite3_bind_int64 (insert, 6, paz_fact_table_get_female (table)[i]);
      sqlite3_bind_int64 (insert, 7, paz_fact_table_get_male (table)[i]);
      sqlite3_step (insert);
      sqlite3_reset (insert);
    }
  sqlite3_finalize (insert);
  sqlite3_exec (db, "COMMIT", NULL, NULL, NULL);

  return db;
}

static double
time_group (sqlite3      *db,
            const PazKey *keys)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s, %s, sum (female), sum (male) FROM f GROUP BY 1, 2",
                                          paz_key_get_name (keys[0]), paz_key_get_name (keys[1]));
  sqlite3_stmt *select = NULL;
  gint64 since = g_get_monotonic_time ();
  guint n = 0;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &select, NULL), ==, SQLITE_OK);
  while (sqlite3_step (select) == SQLITE_ROW)
    n++;
  sqlite3_finalize (select);
  g_assert_cmpuint (n, >, 0);

  return get_ms (since);
}

static double
time_pivot (PazFigures   *figures,
            const PazKey *keys)
{
  double best = G_MAXDOUBLE;

  for (int turn = 0; turn < N_TURNS; turn++)
    {
      gint64 since = g_get_monotonic_time ();
      g_autoptr (PazPivot) pivot = paz_figures_pivot (figures, keys, 2, NULL);

      best = MIN (best, get_ms (since));
      g_assert_cmpuint (paz_pivot_get_n_rows (pivot), >, 0);
    }

  return best;
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("paz-bench-XXXXXX", NULL);
  const char *remove[] = { "rm", "-rf", folder, NULL };
  g_autoptr (PazFactTable) one = build (1000000);
  g_autoptr (PazFactTable) five = build (5000000);
  g_autoptr (PazFigures) figures = load (folder, one);
  g_autoptr (PazFigures) more = load (folder, five);
  sqlite3 *db = fill (one);

  g_print ("%-32s %9s %9s %8s %9s %7s\n", "keys", "1M ms", "SQLite ms", "ratio", "5M ms", "5M/1M");
  for (int first = 0; first < PAZ_N_KEYS; first++)
    for (int second = 0; second < PAZ_N_KEYS; second++)
      {
        const PazKey keys[] = { (PazKey) first, (PazKey) second };
        g_autofree char *name = g_strdup_printf ("%s, %s", paz_key_get_name (keys[0]), paz_key_get_name (keys[1]));
        double ours, peer, large;

        if (first == second)
          continue;
        ours = time_pivot (figures, keys);
        peer = time_group (db, keys);
        large = time_pivot (more, keys);
        g_print ("%-32s %9.2f %9.1f %8.4f %9.2f %7.2f\n", name, ours, peer, ours / peer, large, large / ours);
      }

  sqlite3_close (db);
  g_spawn_sync (NULL, (char **) remove, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  return EXIT_SUCCESS;
}
