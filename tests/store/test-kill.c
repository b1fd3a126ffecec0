/* A process that edits and imports is killed at random moments: what it was told is kept, is kept,
 * nothing is half there, and the next one goes on. */
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "paz-store-core.h"
#include "store-fixture.h"

#define N_KILLS   300
#define N_RECORDS 8
#define N_FACTS   4000

/* ---- the one that is killed ---- */

static PazFactTable *
make_facts (GRand *rand)
{
  PazFactTable *facts = paz_fact_table_new ();
  guint16 per = paz_fact_table_code (facts, PAZ_DIMENSION_CONTRIBUTOR, "PER");
  guint16 mission = paz_fact_table_code (facts, PAZ_DIMENSION_MISSION, "MINUSCA");
  guint16 type = paz_fact_table_code (facts, PAZ_DIMENSION_TYPE, "troops");

  for (guint i = 0; i < N_FACTS; i++)
    paz_fact_table_add (facts, (guint16) (20000 + i), per, mission, (guint8) type,
                        (guint32) g_rand_int_range (rand, 0, 900), 7, i + 2);
  paz_fact_table_finish (facts, NULL, NULL);

  return facts;
}

static void
stage_import (PazStore *store,
              PazEdit  *edit,
              GRand    *rand)
{
  g_autoptr (PazRecord) data_set = paz_store_create_record (store, paz_kind_find ("data_set"), NULL);
  g_autoptr (PazFactTable) facts = make_facts (rand);

  set_text (data_set, "title", "Contributions");
  paz_edit_set_origin (edit, "contributions.csv");
  paz_edit_put (edit, data_set);
  paz_edit_put_facts (edit, data_set, facts);
}

/* Whichever of a few records it is, it comes to be or changes. */
static void
stage_edit (PazStore *store,
            PazEdit  *edit,
            GRand    *rand)
{
  g_autofree char *id = g_strdup_printf ("0190a0b0-0000-7000-8000-%012d", g_rand_int_range (rand, 0, N_RECORDS));
  g_autofree char *title = g_strdup_printf ("Tarea %u", g_rand_int (rand));
  g_autoptr (PazRecord) task = paz_store_dup_record (store, id, NULL);

  if (task == NULL)
    task = paz_record_new (paz_kind_find ("task"), id, "XX", NULL);
  set_title (store, task, PAZ_LANGUAGE_ES, title);
  paz_edit_put (edit, task);
}

static gboolean
tell (int     told,
      guint64 step)
{
  return write (told, &step, sizeof step) == sizeof step;
}

/* Tells 0 when it is open, then each step it was promised, at once. */
static void
work (const char *path,
      guint32     seed,
      int         told)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  PazStore *store = paz_store_open (path, PAZ_STORE_OPEN_BARE, NULL, NULL);

  for (guint i = 0; store != NULL && (i > 0 || tell (told, 0)) && i < 100; i++)
    {
      g_autoptr (PazEdit) edit = paz_edit_new ();
      guint64 step = 0;

      if (g_rand_int_range (rand, 0, 6) == 0)
        stage_import (store, edit, rand);
      else
        stage_edit (store, edit, rand);
      if (g_rand_int_range (rand, 0, 8) == 0)
        paz_store_undo (store, NULL);
      if (!paz_store_apply (store, edit, NULL, NULL, NULL, &step, NULL)
          || !tell (told, step))
        break;
    }
  _exit (1);
}

/* ---- the one that kills ---- */

/* A killed process leaves the same behind in memory as on a disk, and more moments fit in. */
static void
make_anew (Fixture *fixture)
{
  g_unlink (fixture->path);
  fixture->store = open_store (fixture->path, PAZ_STORE_OPEN_CREATE | PAZ_STORE_OPEN_BARE);
  close_store (&fixture->store);
}

/* The last step the child was promised; 0 when it got to none. */
static guint64
kill_one (const char *path,
          guint32     seed)
{
  guint64 step = 0, last = 0;
  int ends[2], status;
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      close (ends[0]);
      work (path, seed, ends[1]);
    }

  close (ends[1]);
  /* One in four while it opens, the others at work. */
  if (g_test_rand_int_range (0, 4) > 0)
    g_assert_cmpint (read (ends[0], &step, sizeof step), ==, sizeof step);
  g_usleep ((gulong) g_test_rand_int_range (0, 25000));
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  while (read (ends[0], &step, sizeof step) == sizeof step)
    last = step;
  close (ends[0]);

  return last;
}

static void
assert_whole (const char *path,
              guint64     promised,
              guint64    *known,
              gboolean    thorough)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  PazStore *store = open_store (path, PAZ_STORE_OPEN_BARE);
  sqlite3 *db = paz_store_get_reader_db (store);
  guint64 last = (guint64) paz_sql_integer (db, "SELECT coalesce (max (n), 0) FROM step", 0);

  g_assert_cmpuint (last, >=, promised);
  g_assert_cmpuint (last, >=, *known);
  if (promised != 0)
    g_assert_cmpuint (last, <=, promised + 1);
  /* No step without its lines, none missing between. */
  g_assert_cmpint (paz_sql_integer (db, "SELECT count (*) FROM step", -1), ==, (gint64) last);
  g_assert_cmpint (paz_sql_integer (db, "SELECT count (*) FROM step WHERE n NOT IN (SELECT step FROM rev)", -1), ==, 0);
  *known = last;

  findings = paz_check_run (store, thorough, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  close_store (&store);
}

static void
test_kill (Fixture       *fixture,
           gconstpointer  data)
{
  guint32 seed = (guint32) g_test_rand_int ();
  guint64 known = 0;
  guint n_promised = 0;

  g_test_message ("seed %u", seed);
  move_to_memory (fixture);
  close_store (&fixture->store);
  make_anew (fixture);
  for (guint i = 0; i < N_KILLS; i++)
    {
      guint64 promised = kill_one (fixture->path, seed + i);

      n_promised += promised != 0;
      assert_whole (fixture->path, promised, &known, i % 50 == 49);
      /* A small store makes more moments to die in. */
      if (i % 50 == 49)
        {
          make_anew (fixture);
          known = 0;
        }
    }
  g_test_message ("%u of %d died after a promise", n_promised, N_KILLS);
  g_assert_cmpuint (n_promised, >, N_KILLS / 10);
}

/* A store is whole or not there at all, whenever its making is cut off. */
static void
test_creation (Fixture       *fixture,
               gconstpointer  data)
{
  move_to_memory (fixture);
  close_store (&fixture->store);
  for (guint i = 0; i < 30; i++)
    {
      g_autoptr (GError) error = NULL;
      pid_t child;
      int status;

      g_unlink (fixture->path);
      child = fork ();
      if (child == 0)
        {
          PazStore *store = paz_store_open (fixture->path, PAZ_STORE_OPEN_CREATE | PAZ_STORE_OPEN_BARE, NULL, NULL);

          _exit (store == NULL);
        }
      g_usleep ((gulong) g_test_rand_int_range (0, 30000));
      kill (child, SIGKILL);
      waitpid (child, &status, 0);

      fixture->store = open_store (fixture->path, PAZ_STORE_OPEN_CREATE | PAZ_STORE_OPEN_BARE);
      close_store (&fixture->store);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/kill/edits", test_kill);
  add ("/kill/creation", test_creation);

  return g_test_run ();
}
