/* Steps: what can be undone and redone, in which words, and imports of facts among them. */
#include "paz-store-core.h"
#include "store-fixture.h"

static PazFactTable *
make_facts (guint n,
            guint women)
{
  PazFactTable *facts = paz_fact_table_new ();
  guint16 mission = paz_fact_table_code (facts, PAZ_DIMENSION_MISSION, "MINUSCA");
  guint16 type = paz_fact_table_code (facts, PAZ_DIMENSION_TYPE, "troops");

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *code = g_strdup_printf ("A%02u", i % 100);
      guint16 contributor = paz_fact_table_code (facts, PAZ_DIMENSION_CONTRIBUTOR, code);

      paz_fact_table_add (facts, (guint16) (24000 + i / 100), contributor, mission, (guint8) type, women, i, i + 2);
    }
  paz_fact_table_finish (facts, NULL, NULL);

  return facts;
}

/* "YYYY-MM-DDT12:00:00+00:00[UTC]" of a day of May 2024. */
static PazRecord *
make_data_set (PazStore *store,
               int       day)
{
  PazRecord *record = paz_store_create_record (store, paz_kind_find ("data_set"), NULL);
  g_autofree char *imported = g_strdup_printf ("2024-05-%02dT12:00:00+00:00[UTC]", day);

  set_text (record, "title", "Contributions");
  set_text (record, "imported", imported);
  return record;
}

static gboolean
import_with (PazStore      *store,
             PazRecord     *data_set,
             PazFactTable  *facts,
             PazProgress    progress,
             gpointer       data,
             GCancellable  *cancellable,
             guint64       *step,
             GError       **error)
{
  g_autoptr (PazEdit) edit = paz_edit_new ();

  paz_edit_set_origin (edit, "contributions.csv");
  paz_edit_put (edit, data_set);
  paz_edit_put_facts (edit, data_set, facts);

  return paz_store_apply (store, edit, progress, data, cancellable, step, error);
}

static guint64
import (PazStore     *store,
        PazRecord    *data_set,
        PazFactTable *facts)
{
  g_autoptr (GError) error = NULL;
  guint64 step = 0;

  g_assert_true (import_with (store, data_set, facts, NULL, NULL, NULL, &step, &error));
  g_assert_no_error (error);

  return step;
}

static guint32
count_facts (PazStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PazFactTable) facts = paz_store_load_facts (store, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return paz_fact_table_get_n_rows (facts);
}

static void
assert_sound (PazStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = paz_store_check (store, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (char *) findings->pdata[i]);
  g_assert_cmpuint (findings->len, ==, 0);
}

/* ---- tests ---- */

static void
test_import (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (PazFactTable) facts = make_facts (500, 3);
  g_autoptr (PazRecord) data_set = make_data_set (fixture->store, 1);
  g_autoptr (PazRecord) read = NULL;
  g_autoptr (PazStep) step = NULL;
  g_autofree char *name = NULL;
  g_autofree char *cell = NULL;

  g_assert_cmpuint (import (fixture->store, data_set, facts), ==, 1);
  g_assert_cmpuint (count_facts (fixture->store), ==, 500);
  read = read_again (fixture->store, data_set);
  cell = paz_facts_make_cell (paz_record_get_id (data_set), facts);
  g_assert_cmpstr (paz_record_get_text (read, "facts"), ==, cell);

  step = paz_store_dup_undo_step (fixture->store);
  g_assert_cmpint (step->type, ==, PAZ_STEP_IMPORT);
  g_assert_cmpstr (step->origin, ==, "contributions.csv");
  g_assert_cmpstr (step->verb, ==, "imported");
  name = paz_store_dup_step_name (fixture->store, step, paz_catalogue_get (PAZ_LANGUAGE_EN));
  g_assert_cmpstr (name, ==, "Imported “contributions.csv”");
  assert_sound (fixture->store);

  undo (fixture->store);
  g_assert_cmpuint (count_facts (fixture->store), ==, 0);
  assert_sound (fixture->store);
  reopen (fixture);
  redo (fixture->store);
  g_assert_cmpuint (count_facts (fixture->store), ==, 500);
  assert_sound (fixture->store);
}

/* The same facts again change nothing; after an undo they come back as a new step. */
static void
test_import_again (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (PazFactTable) facts = make_facts (500, 3);
  g_autoptr (PazFactTable) others = make_facts (400, 4);
  g_autoptr (PazRecord) data_set = make_data_set (fixture->store, 1);
  g_autoptr (GError) error = NULL;

  import (fixture->store, data_set, facts);
  g_assert_cmpuint (import (fixture->store, data_set, facts), ==, 0);
  /* Facts that are signed for are not replaced under their signature. */
  g_assert_false (import_with (fixture->store, data_set, others, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_INVALID);
  g_assert_cmpuint (count_facts (fixture->store), ==, 500);
  assert_sound (fixture->store);

  undo (fixture->store);
  g_assert_cmpuint (import (fixture->store, data_set, others), ==, 2);
  g_assert_cmpuint (count_facts (fixture->store), ==, 400);
  g_assert_null (paz_store_dup_redo_step (fixture->store));
  assert_sound (fixture->store);
}

/* A person edits the description: the facts stay, and undo of that leaves them too. */
static void
test_describe (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (PazFactTable) facts = make_facts (500, 3);
  g_autoptr (PazRecord) data_set = make_data_set (fixture->store, 1);
  g_autoptr (PazRecord) read = NULL;

  import (fixture->store, data_set, facts);
  set_text (data_set, "title", "Without the cell of its facts");
  put (fixture->store, data_set);
  read = read_again (fixture->store, data_set);
  g_assert_nonnull (paz_record_get_text (read, "facts"));
  undo (fixture->store);
  g_assert_cmpuint (count_facts (fixture->store), ==, 500);
  assert_sound (fixture->store);

  erase (fixture->store, read);
  g_assert_cmpuint (count_facts (fixture->store), ==, 0);
  undo (fixture->store);
  g_assert_cmpuint (count_facts (fixture->store), ==, 500);
}

static void
cancel_cb (double   fraction,
           gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (PazFactTable) facts = make_facts (200000, 3);
  g_autoptr (PazRecord) data_set = make_data_set (fixture->store, 1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (import_with (fixture->store, data_set, facts, cancel_cb, cancellable, cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_facts (fixture->store), ==, 0);
  g_assert_cmpint (paz_sql_integer (paz_store_get_reader_db (fixture->store), "SELECT count (*) FROM fact_segment", -1), ==, 0);
  g_assert_null (paz_store_dup_undo_step (fixture->store));
  assert_sound (fixture->store);

  import (fixture->store, data_set, facts);
  g_assert_cmpuint (count_facts (fixture->store), ==, 200000);
}

/* ---- on a worker, told in the main context ---- */

typedef struct
{
  PazStore     *store;
  PazRecord    *data_set;
  PazFactTable *facts;
  GMainLoop    *loop;
  guint64       told;
  GThread      *where;
} Worker;

static gpointer
work_cb (gpointer data)
{
  Worker *worker = data;

  import (worker->store, worker->data_set, worker->facts);
  return NULL;
}

static void
changed_cb (PazStore *store,
            guint64   step,
            gpointer  data)
{
  Worker *worker = data;

  worker->told = step;
  worker->where = g_thread_self ();
  /* It is there when it is told. */
  g_assert_cmpuint (count_facts (store), ==, 5000);
  g_main_loop_quit (worker->loop);
}

static void
test_worker (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (PazFactTable) facts = make_facts (5000, 3);
  g_autoptr (PazRecord) data_set = make_data_set (fixture->store, 1);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Worker worker = { fixture->store, data_set, facts, loop, 0, NULL };
  guint64 change = paz_store_get_change (fixture->store);
  GThread *thread;

  g_signal_connect (fixture->store, "changed", G_CALLBACK (changed_cb), &worker);
  thread = g_thread_new ("import", work_cb, &worker);
  g_main_loop_run (loop);
  g_thread_join (thread);

  g_assert_cmpuint (worker.told, ==, 1);
  g_assert_true (worker.where == g_thread_self ());
  g_assert_cmpuint (paz_store_get_change (fixture->store), !=, change);
}

/* ---- words and order ---- */

static char *
dup_undo_name (PazStore *store)
{
  g_autoptr (PazStep) step = paz_store_dup_undo_step (store);

  return paz_store_dup_step_name (store, step, paz_catalogue_get (PAZ_LANGUAGE_EN));
}

static char *
dup_redo_name (PazStore *store)
{
  g_autoptr (PazStep) step = paz_store_dup_redo_step (store);

  return paz_store_dup_step_name (store, step, paz_catalogue_get (PAZ_LANGUAGE_EN));
}

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (PazRecord) task = make_task (fixture->store, "Uno");
  g_autofree char *added = NULL;
  g_autofree char *edited = NULL;
  g_autofree char *deleted = NULL;
  g_autofree char *redone = NULL;

  put (fixture->store, task);
  added = dup_undo_name (fixture->store);
  g_assert_cmpstr (added, ==, "Added task “Uno”");
  set_text (task, "notes", "x");
  put (fixture->store, task);
  edited = dup_undo_name (fixture->store);
  g_assert_cmpstr (edited, ==, "Edited task “Uno”");
  erase (fixture->store, task);
  deleted = dup_undo_name (fixture->store);
  g_assert_cmpstr (deleted, ==, "Deleted task “Uno”");

  /* The title of what is not there any more. */
  undo (fixture->store);
  undo (fixture->store);
  undo (fixture->store);
  redone = dup_redo_name (fixture->store);
  g_assert_cmpstr (redone, ==, "Added task “Uno”");
}

/* After undo and a new edit what was undone is gone for good. */
static void
test_left_behind (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (PazRecord) one = make_task (fixture->store, "Uno");
  g_autoptr (PazRecord) two = make_task (fixture->store, "Dos");
  g_autoptr (PazRecord) three = make_task (fixture->store, "Tres");
  g_autoptr (PazStep) step = NULL;
  g_autoptr (PazRecord) read = NULL;

  put (fixture->store, one);
  put (fixture->store, two);
  undo (fixture->store);
  step = paz_store_dup_redo_step (fixture->store);
  g_assert_nonnull (step);
  put (fixture->store, three);
  g_assert_null (paz_store_dup_redo_step (fixture->store));
  undo (fixture->store);
  redo (fixture->store);
  g_assert_null (paz_store_dup_redo_step (fixture->store));
  read = read_again (fixture->store, three);
  g_assert_nonnull (read);
  g_assert_null (paz_store_dup_record (fixture->store, paz_record_get_id (two), NULL));
}

/* The bulk of an import that was undone and left behind takes no room. */
static void
test_room (Fixture       *fixture,
           gconstpointer  data)
{
  static const char count[] = "SELECT count (DISTINCT data_set) FROM fact_segment";
  g_autoptr (PazFactTable) facts = make_facts (500, 3);
  g_autoptr (PazRecord) kept = make_data_set (fixture->store, 1);
  g_autoptr (PazRecord) dropped = make_data_set (fixture->store, 2);
  g_autoptr (PazRecord) task = make_task (fixture->store, "Uno");
  sqlite3 *db = paz_store_get_reader_db (fixture->store);

  import (fixture->store, kept, facts);
  import (fixture->store, dropped, facts);
  undo (fixture->store);
  g_assert_cmpint (paz_sql_integer (db, count, -1), ==, 2);
  put (fixture->store, task);
  g_assert_cmpint (paz_sql_integer (db, count, -1), ==, 1);
  g_assert_cmpuint (count_facts (fixture->store), ==, 500);
  assert_sound (fixture->store);

  /* It can come again. */
  import (fixture->store, dropped, facts);
  g_assert_cmpint (paz_sql_integer (db, count, -1), ==, 2);
  assert_sound (fixture->store);
}

/* What contains is deleted with what it contains, in one step. */
static void
test_children (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (PazRecord) meeting = paz_store_create_record (fixture->store, paz_kind_find ("meeting"), NULL);
  g_autoptr (PazRecord) item = NULL;
  g_autoptr (PazRecord) read = NULL;
  g_autoptr (PazStep) step = NULL;

  set_title (fixture->store, meeting, PAZ_LANGUAGE_PT, "Reunião");
  paz_record_set_release (meeting, PAZ_LEVEL_PUBLIC, NULL);
  put (fixture->store, meeting);
  item = paz_store_create_record (fixture->store, paz_kind_find ("agenda_item"), paz_record_get_id (meeting));
  g_assert_cmpint (paz_record_get_level (item), ==, PAZ_LEVEL_PUBLIC);
  set_title (fixture->store, item, PAZ_LANGUAGE_PT, "Abertura");
  set_text (item, "number", "1");
  put (fixture->store, item);

  erase (fixture->store, meeting);
  read = read_again (fixture->store, item);
  g_assert_true (paz_record_is_deleted (read));
  step = paz_store_dup_undo_step (fixture->store);
  g_assert_cmpuint (step->n_records, ==, 2);
  g_assert_cmpstr (step->kind, ==, "meeting");
  g_clear_object (&read);

  undo (fixture->store);
  read = read_again (fixture->store, item);
  g_assert_false (paz_record_is_deleted (read));
  assert_sound (fixture->store);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/steps/import", test_import);
  add ("/steps/import-again", test_import_again);
  add ("/steps/describe", test_describe);
  add ("/steps/cancel", test_cancel);
  add ("/steps/worker", test_worker);
  add ("/steps/names", test_names);
  add ("/steps/left-behind", test_left_behind);
  add ("/steps/room", test_room);
  add ("/steps/children", test_children);

  return g_test_run ();
}
