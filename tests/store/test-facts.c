/* Fact tables: order, dictionaries, duplicates; segments and canonical lines. */
#include "paz-facts-chunk.h"
#include "paz-facts-private.h"
#include "paz-sql.h"

#include <json-glib/json-glib.h>
#include <sodium.h>

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

/* ---- segments ---- */

static const char data_set[] = "0190a0b0-0000-7000-8000-000000000001";
static const char other_set[] = "0190a0b0-0000-7000-8000-000000000002";

static sqlite3 *
open_memory (void)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  g_assert_true (paz_facts_create (db, NULL));

  return db;
}

static PazFactTable *
make_random (guint seed,
             guint n)
{
  PazFactTable *table = paz_fact_table_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *contributor = g_strdup_printf ("C%02d", g_rand_int_range (rand, 0, 90));
      g_autofree char *mission = g_strdup_printf ("M%d", g_rand_int_range (rand, 0, 30));

      add_fact (table, (guint16) g_rand_int_range (rand, 24000, 24100), contributor, mission,
                g_rand_boolean (rand) ? "troops" : "police",
                g_rand_int_range (rand, 0, 300), g_rand_int (rand), i + 2);
    }
  paz_fact_table_finish (table, NULL, NULL);

  return table;
}

static PazFactTable *
read_set (sqlite3    *db,
          const char *id,
          GError    **error)
{
  g_autoptr (PazFactTable) table = paz_fact_table_new ();

  if (!paz_facts_read_codes (db, table, error) || !paz_facts_read (db, id, table, NULL, error))
    return NULL;
  paz_fact_table_finish (table, NULL, NULL);

  return g_steal_pointer (&table);
}

static void
assert_equal (PazFactTable *a,
              PazFactTable *b)
{
  guint n = a->n_rows;

  g_assert_cmpuint (n, ==, b->n_rows);
  g_assert_cmpmem (a->months, n * 2, b->months, n * 2);
  g_assert_cmpmem (a->contributors, n * 2, b->contributors, n * 2);
  g_assert_cmpmem (a->missions, n * 2, b->missions, n * 2);
  g_assert_cmpmem (a->types, n, b->types, n);
  g_assert_cmpmem (a->female, n * 4, b->female, n * 4);
  g_assert_cmpmem (a->male, n * 4, b->male, n * 4);
  g_assert_cmpmem (a->rows, n * 4, b->rows, n * 4);
  for (int i = 0; i < PAZ_N_DIMENSIONS; i++)
    {
      guint n_keys = paz_fact_table_get_n_keys (a, (PazDimension) i);

      g_assert_cmpuint (n_keys, ==, paz_fact_table_get_n_keys (b, (PazDimension) i));
      for (guint j = 0; j < n_keys; j++)
        g_assert_cmpstr (paz_fact_table_get_key (a, (PazDimension) i, j), ==,
                         paz_fact_table_get_key (b, (PazDimension) i, j));
    }
}

static void
test_segments (void)
{
  sqlite3 *db = open_memory ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PazFactTable) one = make_random (1, 150000);
  g_autoptr (PazFactTable) other = make_random (2, 100);
  g_autoptr (PazFactTable) again = NULL;
  g_autoptr (PazFactTable) other_again = NULL;

  /* The small one first: its codes are not in the order of the large one's keys. */
  g_assert_true (paz_facts_write (db, other_set, other, NULL, NULL, NULL, &error));
  g_assert_true (paz_facts_write (db, data_set, one, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (paz_sql_integer (db, "SELECT count (*) FROM fact_segment", -1), >, 2);

  again = read_set (db, data_set, &error);
  g_assert_no_error (error);
  assert_equal (one, again);
  other_again = read_set (db, other_set, &error);
  g_assert_no_error (error);
  assert_equal (other, other_again);

  /* Replaced as a whole. */
  g_clear_pointer (&again, paz_fact_table_unref);
  g_assert_true (paz_facts_write (db, data_set, other, NULL, NULL, NULL, &error));
  again = read_set (db, data_set, &error);
  g_assert_no_error (error);
  assert_equal (other, again);

  sqlite3_close (db);
}

static void
test_cancelled (void)
{
  sqlite3 *db = open_memory ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (PazFactTable) table = make_random (1, 100);

  g_cancellable_cancel (cancellable);
  g_assert_false (paz_facts_write (db, data_set, table, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  sqlite3_close (db);
}

/* Whatever a bad disk makes of a segment is an error, never a figure and never a crash. */
static void
test_damaged (void)
{
  sqlite3 *db = open_memory ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (PazFactTable) table = make_random (1, 200);

  for (int i = 0; i < 300; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *sql = NULL;

      g_assert_true (paz_facts_write (db, data_set, table, NULL, NULL, NULL, NULL));
      sql = g_strdup_printf (i % 3 == 0
                             ? "UPDATE fact_segment SET facts = substr (facts, 1, %u %% length (facts))"
                             : "UPDATE fact_segment SET facts = CAST (substr (facts, 1, %1$u %% (length (facts) - 1))"
                               " || x'%2$02x' || substr (facts, %1$u %% (length (facts) - 1) + 2) AS BLOB)"
                               " WHERE substr (facts, %1$u %% (length (facts) - 1) + 1, 1) <> x'%2$02x'",
                             g_rand_int (rand), g_rand_int_range (rand, 0, 256));
      g_assert_true (paz_sql_run (db, sql, &error));
      if (sqlite3_changes (db) == 0)
        continue;
      g_assert_null (read_set (db, data_set, &error));
      g_assert_error (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_DAMAGED);
    }
  sqlite3_close (db);
}

/* ---- canonical lines ---- */

static void
collect_cb (const char *line,
            gsize       length,
            guint       n,
            gpointer    data)
{
  GPtrArray *lines = data;

  g_assert_cmpuint (n, ==, lines->len);
  g_assert_cmpuint (length, <=, 1024 * 1024);
  g_ptr_array_add (lines, g_strndup (line, length));
}

static void
test_line (void)
{
  g_autoptr (PazFactTable) table = paz_fact_table_new ();
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  add_fact (table, 2014 * 12 + 2, "URY", "UN \"Ñ\"\\", "troops", 0, G_MAXUINT32, 7);
  add_fact (table, 2014 * 12 + 1, "ARG", "MINUSTAH", "police", 10, 905, 12);
  paz_fact_table_finish (table, NULL, NULL);
  g_assert_cmpuint (paz_facts_foreach_chunk (data_set, table, collect_cb, lines), ==, 1);
  g_assert_cmpstr (lines->pdata[0], ==,
                   "{\"facts\":{\"data_set\":\"0190a0b0-0000-7000-8000-000000000001\",\"n\":0,\"rows\":["
                   "[\"2014-02\",\"ARG\",\"MINUSTAH\",\"police\",10,905,12],"
                   "[\"2014-03\",\"URY\",\"UN \\\"Ñ\\\"\\\\\",\"troops\",0,4294967295,7]]}}");
}

static void
test_cell (void)
{
  g_autoptr (PazFactTable) table = make_random (5, 40000);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *cell = paz_facts_make_cell (data_set, table);
  g_autofree char *all = NULL;
  g_autofree char *expected = NULL;
  guint8 hash[32];
  char text[44];
  guint n = paz_facts_foreach_chunk (data_set, table, collect_cb, lines);

  g_assert_cmpuint (n, ==, (table->n_rows + 4999) / 5000);
  g_ptr_array_add (lines, NULL);
  all = g_strjoinv ("\n", (char **) lines->pdata);
  crypto_hash_sha256 (hash, (const guint8 *) all, strlen (all));
  sodium_bin2base64 (text, sizeof text, hash, sizeof hash, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  expected = g_strdup_printf ("{\"chunks\":%u,\"h\":\"%s\",\"rows\":%u}", n, text, table->n_rows);
  g_assert_cmpstr (cell, ==, expected);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (JsonParser) parser = json_parser_new ();

      g_assert_true (json_parser_load_from_data (parser, lines->pdata[i], -1, NULL));
    }
}

/* Long keys: lines end before 1 MiB. */
static void
test_long_lines (void)
{
  g_autoptr (PazFactTable) table = paz_fact_table_new ();
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *quotes = g_strnfill (240, '"');
      g_autofree char *mission = g_strdup_printf ("%s%u", quotes, i);

      add_fact (table, 24170, "URY", mission, "troops", 1, 1, i);
    }
  paz_fact_table_finish (table, NULL, NULL);
  g_assert_cmpuint (paz_facts_foreach_chunk (data_set, table, collect_cb, lines), ==, 3);
}

/* The same rows in another order are the same lines. */
static void
test_same (void)
{
  g_autoptr (PazFactTable) one = paz_fact_table_new ();
  g_autoptr (PazFactTable) other = paz_fact_table_new ();
  g_autofree char *cell_one = NULL;
  g_autofree char *cell_other = NULL;

  for (int i = 0; i < 100; i++)
    {
      const char * const contributors[] = { "URY", "ARG", "PER" };
      int j = 99 - i;

      add_fact (one, (guint16) (24100 + i / 3), contributors[i % 3], "M", "troops", i, i, i);
      add_fact (other, (guint16) (24100 + j / 3), contributors[j % 3], "M", "troops", j, j, j);
    }
  paz_fact_table_finish (one, NULL, NULL);
  paz_fact_table_finish (other, NULL, NULL);
  cell_one = paz_facts_make_cell (data_set, one);
  cell_other = paz_facts_make_cell (data_set, other);
  g_assert_cmpstr (cell_one, ==, cell_other);
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

  g_test_add_func ("/facts/segments", test_segments);
  g_test_add_func ("/facts/cancelled", test_cancelled);
  g_test_add_func ("/facts/damaged", test_damaged);
  g_test_add_func ("/facts/line", test_line);
  g_test_add_func ("/facts/cell", test_cell);
  g_test_add_func ("/facts/long-lines", test_long_lines);
  g_test_add_func ("/facts/same", test_same);

  return g_test_run ();
}
