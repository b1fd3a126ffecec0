/* A million facts: build, write, load, and what a pivot reads, each beside a peer in the same run.
 * Prints one line a measure: name, milliseconds (best of five), ratio. */
#include <stdlib.h>
#include <string.h>

#include "paz-fact-table-private.h"
#include "paz-facts-private.h"
#include "paz-sql.h"

#include <glib/gstdio.h>

#define N_ROWS 1000000
#define N_TURNS 5

static const char data_set[] = "0190a0b0-0000-7000-8000-000000000001";

static PazFactTable *
build (gboolean shuffled)
{
  PazFactTable *table = paz_fact_table_new ();
  guint16 contributors[130], missions[16];
  guint8 types[5];

  for (int i = 0; i < 130; i++)
    {
      char key[] = { 'A' + i / 26, 'A' + i % 26, 'X', '\0' };

      contributors[i] = paz_fact_table_code (table, PAZ_DIMENSION_CONTRIBUTOR, key);
    }
  for (int i = 0; i < 16; i++)
    {
      char key[] = { 'U', 'N', 'A' + i, 'M', 'I', 'S', '\0' };

      missions[i] = paz_fact_table_code (table, PAZ_DIMENSION_MISSION, key);
    }
  for (int i = 0; i < 5; i++)
    {
      char key[] = { 't', 'y', 'p', 'e', '0' + i, '\0' };

      types[i] = (guint8) paz_fact_table_code (table, PAZ_DIMENSION_TYPE, key);
    }

  for (guint i = 0; i < N_ROWS; i++)
    {
      /* 1,048,573 is prime: every place once. */
      guint at = shuffled ? (guint) ((guint64) i * 654321 % 1048573) : i;

      paz_fact_table_add (table, (guint16) (24000 + at / 10400), contributors[at / 80 % 130],
                          missions[at / 5 % 16], types[at % 5], at % 40, at % 900, i + 2);
    }

  return table;
}

static double
get_ms (gint64 since)
{
  return (g_get_monotonic_time () - since) / 1000.0;
}

static void
report (const char *name,
        double      ms,
        double      peer,
        const char *peer_name)
{
  g_print ("%-34s %8.1f ms", name, ms);
  if (peer > 0)
    g_print ("   %.3f of %s", ms / peer, peer_name);
  g_print ("\n");
}

static double
time_finish (gboolean shuffled)
{
  double best = G_MAXDOUBLE;

  for (int turn = 0; turn < N_TURNS; turn++)
    {
      g_autoptr (PazFactTable) table = build (shuffled);
      gint64 since = g_get_monotonic_time ();

      paz_fact_table_finish (table, NULL, NULL);
      best = MIN (best, get_ms (since));
      g_assert_cmpuint (table->n_rows, ==, N_ROWS);
    }

  return best;
}

static double
time_cell (PazFactTable *table)
{
  double best = G_MAXDOUBLE;

  for (int turn = 0; turn < N_TURNS; turn++)
    {
      gint64 since = g_get_monotonic_time ();
      g_autofree char *cell = paz_facts_make_cell (data_set, table);

      best = MIN (best, get_ms (since));
      g_assert_nonnull (cell);
    }

  return best;
}

static double
time_write (sqlite3      *db,
            PazFactTable *table)
{
  double best = G_MAXDOUBLE;

  for (int turn = 0; turn < N_TURNS; turn++)
    {
      g_autoptr (GError) error = NULL;
      gint64 since = g_get_monotonic_time ();

      paz_sql_run (db, "BEGIN IMMEDIATE", &error);
      paz_facts_write (db, data_set, table, NULL, NULL, NULL, &error);
      paz_sql_run (db, "COMMIT", &error);
      best = MIN (best, get_ms (since));
      g_assert_no_error (error);
    }

  return best;
}

static double
time_load (sqlite3 *db)
{
  double best = G_MAXDOUBLE;

  for (int turn = 0; turn < N_TURNS; turn++)
    {
      g_autoptr (GError) error = NULL;
      gint64 since = g_get_monotonic_time ();
      g_autoptr (PazFactTable) table = paz_fact_table_new ();

      paz_facts_read_codes (db, table, &error);
      paz_facts_read (db, data_set, table, NULL, &error);
      g_assert_no_error (error);
      paz_fact_table_finish (table, NULL, NULL);
      best = MIN (best, get_ms (since));
      g_assert_cmpuint (table->n_rows, ==, N_ROWS);
    }

  return best;
}

/* The peer: one bound INSERT a row into a plain typed table, and stepping it again. */
static double
time_rows (sqlite3      *db,
           PazFactTable *table)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3_stmt) insert = NULL;
  gint64 since = g_get_monotonic_time ();

  paz_sql_run (db, "BEGIN IMMEDIATE; CREATE TABLE plain (month INTEGER, contributor INTEGER,"
                   " mission INTEGER, type INTEGER, female INTEGER, male INTEGER, row INTEGER) STRICT", &error);
  insert = paz_sql_prepare (db, "INSERT INTO plain VALUES (?, ?, ?, ?, ?, ?, ?)", &error);
  for (guint i = 0; i < table->n_rows; i++)
    {
      sqlite3_bind_int (insert, 1, table->months[i]);
      sqlite3_bind_int (insert, 2, table->contributors[i]);
      sqlite3_bind_int (insert, 3, table->missions[i]);
      sqlite3_bind_int (insert, 4, table->types[i]);
      sqlite3_bind_int64 (insert, 5, table->female[i]);
      sqlite3_bind_int64 (insert, 6, table->male[i]);
      sqlite3_bind_int64 (insert, 7, table->rows[i]);
      paz_sql_execute (insert, NULL);
    }
  paz_sql_run (db, "COMMIT", &error);
  g_assert_no_error (error);

  return get_ms (since);
}

static double
time_step (sqlite3 *db)
{
  g_autoptr (sqlite3_stmt) select = paz_sql_prepare (db, "SELECT * FROM plain", NULL);
  gint64 since = g_get_monotonic_time ();
  guint64 sum = 0;

  while (sqlite3_step (select) == SQLITE_ROW)
    for (int i = 0; i < 7; i++)
      sum += sqlite3_column_int64 (select, i);
  g_assert_cmpuint (sum, >, 0);

  return get_ms (since);
}

static sqlite3 *
open_store (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL), ==, SQLITE_OK);
  paz_sql_run (db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON", NULL);
  g_assert_true (paz_facts_create (db, NULL));

  return db;
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("paz-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "facts.sqlite", NULL);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *shm = g_strconcat (path, "-shm", NULL);
  g_autoptr (PazFactTable) table = build (FALSE);
  sqlite3 *db = open_store (path);
  double write_rows, step_rows;

  paz_fact_table_finish (table, NULL, NULL);
  write_rows = time_rows (db, table);
  step_rows = time_step (db);

  report ("rows: bound INSERT", write_rows, 0, NULL);
  report ("rows: step", step_rows, 0, NULL);
  report ("facts: finish, in order", time_finish (FALSE), 0, NULL);
  report ("facts: finish, shuffled", time_finish (TRUE), 0, NULL);
  report ("facts: cell (lines and SHA-256)", time_cell (table), write_rows, "bound INSERT");
  report ("facts: write", time_write (db, table), write_rows, "bound INSERT");
  /* As the store does when it is idle. */
  paz_sql_run (db, "PRAGMA wal_checkpoint (TRUNCATE)", NULL);
  report ("facts: load", time_load (db), step_rows, "step");

  sqlite3_close (db);
  g_unlink (path);
  g_unlink (wal);
  g_unlink (shm);
  g_rmdir (folder);
  return EXIT_SUCCESS;
}
