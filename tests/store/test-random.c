/* Random edits with undo, redo and restarts: what is derived always follows from the lines, and
 * undo brings back exactly what was. */
#include "paz-store-core.h"
#include "random-record.h"

#define N_EDITS 200

static void
assert_sound (PazStore *store,
              gboolean  kept)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = paz_check_run (store, kept, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (char *) findings->pdata[i]);
  g_assert_cmpuint (findings->len, ==, 0);
}

/* Every derived row of every kind, as text. */
static char *
print_store (PazStore *store)
{
  sqlite3 *db = paz_store_get_reader_db (store);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  const PazKind * const *kinds = paz_kind_list (NULL);

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"k_%s\" ORDER BY id", kinds[i]->key);
      g_autoptr (sqlite3_stmt) statement = paz_sql_prepare (db, sql, NULL);

      while (sqlite3_step (statement) == SQLITE_ROW)
        for (int j = 0; j < sqlite3_column_count (statement); j++)
          {
            const char *text = paz_sql_get_text (statement, j);

            g_checksum_update (checksum, (const guchar *) (text != NULL ? text : "-"), -1);
            g_checksum_update (checksum, (const guchar *) "|", 1);
          }
    }

  return g_strdup (g_checksum_get_string (checksum));
}

/* What the store was after each step that stands, and after those undone. */
typedef struct
{
  GPtrArray *past;
  GPtrArray *future;
} Memory;

static void
remember (Memory   *memory,
          PazStore *store)
{
  g_ptr_array_add (memory->past, print_store (store));
  g_ptr_array_set_size (memory->future, 0);
}

static void
assert_is_last (Memory   *memory,
                PazStore *store)
{
  g_autofree char *now = print_store (store);

  g_assert_cmpstr (now, ==, memory->past->pdata[memory->past->len - 1]);
}

static void
undo_one (Memory   *memory,
          PazStore *store)
{
  g_autoptr (GError) error = NULL;

  if (memory->past->len == 1)
    {
      g_assert_false (paz_store_undo (store, &error));
      g_assert_error (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_NOTHING);
      return;
    }
  undo (store);
  g_ptr_array_add (memory->future, g_ptr_array_steal_index (memory->past, memory->past->len - 1));
  assert_is_last (memory, store);
}

static void
redo_one (Memory   *memory,
          PazStore *store)
{
  g_autoptr (GError) error = NULL;

  if (memory->future->len == 0)
    {
      g_assert_false (paz_store_redo (store, &error));
      g_assert_error (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_NOTHING);
      return;
    }
  redo (store);
  g_ptr_array_add (memory->past, g_ptr_array_steal_index (memory->future, memory->future->len - 1));
  assert_is_last (memory, store);
}

static void
run (Fixture *fixture,
     guint32  seed)
{
  Randomness random;
  Memory memory = { g_ptr_array_new_with_free_func (g_free), g_ptr_array_new_with_free_func (g_free) };

  g_test_message ("seed %u", seed);
  move_to_memory (fixture);
  randomness_init (&random, seed);
  remember (&memory, fixture->store);
  for (int n_edits = 0; n_edits < N_EDITS;)
    {
      int what = pick (&random, 20);

      if (what < 5)
        undo_one (&memory, fixture->store);
      else if (what < 8)
        redo_one (&memory, fixture->store);
      else if (what < 9)
        reopen (fixture);
      else if (edit_at_random (&random, fixture->store))
        {
          remember (&memory, fixture->store);
          n_edits++;
        }
      assert_sound (fixture->store, FALSE);
    }
  assert_sound (fixture->store, TRUE);

  randomness_clear (&random);
  g_ptr_array_unref (memory.past);
  g_ptr_array_unref (memory.future);
}

static void
test_fixed (Fixture       *fixture,
            gconstpointer  data)
{
  run (fixture, 20220907);
}

static void
test_fresh (Fixture       *fixture,
            gconstpointer  data)
{
  run (fixture, (guint32) g_random_int ());
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/random/fixed", test_fixed);
  add ("/random/fresh", test_fresh);

  return g_test_run ();
}
