/* What readers see of a record whose revisions are released to different ones: each sees what its
 * author released last to it, whole, and nothing of what was not (EXCHANGE.md 6 and 7). */
#include "paz-audiences.h"
#include "paz-compute.h"
#include "paz-revise.h"
#include "paz-schema.h"
#include "store-fixture.h"

#define N_EDITS 8

/* What the author had on screen when it was saved. */
typedef struct
{
  PazRecord *record;
  gint64     n;          /* of its newest line */
} Snapshot;

static PazAudience *
make_reader (const char *code)
{
  PazAudience *reader = paz_audience_parse (code);

  g_assert_nonnull (reader);
  return reader;
}

static gboolean
may_see (PazStore          *store,
         const char        *record,
         const PazAudience *reader)
{
  g_autoptr (PazRecord) target = paz_store_dup_record (store, record, NULL);
  PazRelease release;

  if (target == NULL)
    return FALSE;
  release = (PazRelease) { paz_record_get_level (target), paz_record_get_list (target), "PER", "PER" };

  return paz_release_is_seen (&release, reader);
}

static gboolean
is_row_seen (sqlite3_stmt      *row,
             const PazAudience *reader)
{
  g_auto (GStrv) list = g_strsplit (paz_sql_get_text (row, 1), " ", -1);
  PazRelease release = { (PazLevel) sqlite3_column_int (row, 0), (const char * const *) list, "PER", "PER" };

  return paz_release_is_seen (&release, reader);
}

/* ---- the reader's copy ---- */

static void
copy_row (sqlite3      *copy,
          const char   *sql,
          sqlite3_stmt *row,
          int           first)
{
  g_autoptr (sqlite3_stmt) insert = paz_sql_prepare (copy, sql, NULL);

  g_assert_nonnull (insert);
  for (int i = first; i < sqlite3_column_count (row); i++)
    sqlite3_bind_value (insert, i - first + 1, sqlite3_column_value (row, i));
  g_assert_true (paz_sql_execute (insert, NULL));
}

static void
copy_revisions (PazStore          *store,
                sqlite3           *copy,
                const char        *record,
                const PazAudience *reader)
{
  g_autoptr (sqlite3_stmt) rows = paz_sql_prepare (paz_store_get_reader_db (store),
                                                   "SELECT level, list, n, id, record, kind, owner, participant, level, list, time, line, 1, 0"
                                                   " FROM rev WHERE record = ? ORDER BY n", NULL);

  paz_sql_bind_text (rows, 1, record);
  while (sqlite3_step (rows) == SQLITE_ROW)
    if (is_row_seen (rows, reader))
      copy_row (copy, "INSERT INTO rev VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows, 2);
}

static gboolean
has_revision (sqlite3      *copy,
              sqlite3_stmt *row,
              int           column)
{
  g_autoptr (sqlite3_stmt) find = paz_sql_prepare (copy, "SELECT 1 FROM rev WHERE id = ?", NULL);

  sqlite3_bind_value (find, 1, sqlite3_column_value (row, column));
  return sqlite3_step (find) == SQLITE_ROW;
}

/* An edge travels when both its ends do, a link when its revision and its target do. */
static void
copy_beside (PazStore          *store,
             sqlite3           *copy,
             const char        *record,
             const PazAudience *reader)
{
  sqlite3 *db = paz_store_get_reader_db (store);
  g_autoptr (sqlite3_stmt) edges = paz_sql_prepare (db, "SELECT child, parent, record, line, 1 FROM edge WHERE record = ?", NULL);
  g_autoptr (sqlite3_stmt) links = paz_sql_prepare (db, "SELECT rev, name, target, record, shown, line, 1 FROM link WHERE record = ?", NULL);

  paz_sql_bind_text (edges, 1, record);
  while (sqlite3_step (edges) == SQLITE_ROW)
    if (has_revision (copy, edges, 0) && has_revision (copy, edges, 1))
      copy_row (copy, "INSERT INTO edge VALUES (?, ?, ?, ?, ?)", edges, 0);
  paz_sql_bind_text (links, 1, record);
  while (sqlite3_step (links) == SQLITE_ROW)
    if (has_revision (copy, links, 0) && may_see (store, paz_sql_get_text (links, 2), reader))
      copy_row (copy, "INSERT INTO link VALUES (?, ?, ?, ?, ?, ?, ?)", links, 0);
}

static PazRecord *
read_as (PazStore          *store,
         const char        *record,
         const PazAudience *reader)
{
  g_autoptr (GHashTable) speaks = paz_identity_load_speaks (paz_store_get_reader_db (store), NULL);
  g_autoptr (GError) error = NULL;
  PazStatements *statements;
  PazRecord *read = NULL;
  PazState *state;
  sqlite3 *copy;

  g_assert_cmpint (sqlite3_open (":memory:", &copy), ==, SQLITE_OK);
  g_assert_true (paz_schema_create_kept (copy, &error));
  g_assert_true (paz_sql_run (copy, "INSERT INTO step VALUES (1, 0, 0, '', '', NULL, '', NULL, NULL, 0, 0)", &error));
  copy_revisions (store, copy, record, reader);
  copy_beside (store, copy, record, reader);
  statements = paz_statements_new (copy);
  state = paz_state_load (statements, speaks, "ZZ", record, &error);
  g_assert_no_error (error);
  read = paz_state_dup_record (state);
  /* One person wrote all of it, one after the other: never is anything in doubt. */
  for (guint i = 0; read != NULL && i < state->kind->n_fields; i++)
    if (paz_record_is_in_conflict (read, &state->kind->fields[i]))
      g_clear_object (&read);
  paz_state_free (state);
  paz_statements_free (statements);
  sqlite3_close (copy);

  return read;
}

/* ---- comparing ---- */

static GVariant *
withhold_set (PazStore          *store,
              GVariant          *value,
              const PazAudience *reader)
{
  g_autofree const char **targets = g_variant_get_strv (value, NULL);
  guint n = 0;

  for (guint i = 0; targets[i] != NULL; i++)
    if (may_see (store, targets[i], reader))
      targets[n++] = targets[i];
  targets[n] = NULL;

  return n > 0 ? g_variant_ref_sink (paz_value_new_set (targets)) : NULL;
}

/* What this reader is to see of a value. */
static GVariant *
withhold (PazStore          *store,
          const PazField    *field,
          GVariant          *value,
          const PazAudience *reader)
{
  if (paz_value_get_state (value) != PAZ_STATE_KNOWN)
    return value != NULL ? g_variant_ref (value) : NULL;
  if (field->type == PAZ_VALUE_LINKS)
    return withhold_set (store, value, reader);
  if (field->type == PAZ_VALUE_LINK && !may_see (store, g_variant_get_string (value, NULL), reader))
    return NULL;

  return g_variant_ref (value);
}

static gboolean
is_as_released (PazStore          *store,
                PazRecord         *read,
                PazRecord         *released,
                const PazAudience *reader)
{
  const PazKind *kind = paz_record_get_kind (released);

  if (read == NULL || paz_record_is_deleted (read) != paz_record_is_deleted (released))
    return FALSE;
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const PazField *field = &kind->fields[i];
      g_autoptr (GVariant) wanted = withhold (store, field, paz_record_get_value (released, field), reader);
      GVariant *found = paz_record_get_value (read, field);

      /* Cleared and withheld look the same. */
      if (paz_value_get_state (found) == PAZ_STATE_WITHHELD)
        found = NULL;
      if (!paz_value_equal (field, found, wanted))
        return FALSE;
    }

  return TRUE;
}

static Snapshot *
find_last_seen (PazStore          *store,
                GPtrArray         *snapshots,
                const PazAudience *reader)
{
  for (guint i = snapshots->len; i > 0; i--)
    {
      Snapshot *snapshot = snapshots->pdata[i - 1];
      PazRelease release = { paz_record_get_level (snapshot->record), paz_record_get_list (snapshot->record), "PER", "PER" };

      if (paz_release_is_seen (&release, reader))
        return snapshot;
    }

  return NULL;
}

static guint
count_misled (PazStore  *store,
              GPtrArray *snapshots)
{
  static const char * const readers[] = { "public", "network", "CHL", "ARG", "BRA" };
  const char *id = paz_record_get_id (((Snapshot *) snapshots->pdata[0])->record);
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      g_autoptr (PazAudience) reader = make_reader (readers[i]);
      Snapshot *last = find_last_seen (store, snapshots, reader);
      g_autoptr (PazRecord) read = read_as (store, id, reader);

      if (last == NULL)
        n += read != NULL;
      else
        n += !is_as_released (store, read, last->record, reader);
    }

  return n;
}

/* ---- histories ---- */

static void
snapshot_free (Snapshot *self)
{
  g_object_unref (self->record);
  g_free (self);
}

static PazRecord *
make_target (PazStore *store,
             PazLevel  level,
             const char *code)
{
  PazRecord *target = paz_store_create_record (store, paz_kind_find ("task"), NULL);
  const char *list[] = { code, NULL };

  set_title (store, target, PAZ_LANGUAGE_ES, "Destino");
  paz_record_set_release (target, level, code != NULL ? list : NULL);
  put (store, target);

  return target;
}

static void
release_at_random (PazRecord *record)
{
  static const char * const lists[][3] = { { NULL }, { "ARG", NULL }, { "ARG", "BRA", NULL }, { "BRA", NULL } };

  paz_record_set_release (record, (PazLevel) g_test_rand_int_range (0, 4), lists[g_test_rand_int_range (0, 4)]);
}

static void
edit_at_random (PazStore  *store,
                PazRecord *record,
                GPtrArray *targets)
{
  static const char * const texts[] = { "a", "b", "c", NULL };
  const char *some[3] = { NULL };

  if (g_test_rand_bit ())
    set_text (record, "notes", texts[g_test_rand_int_range (0, 4)]);
  if (g_test_rand_bit ())
    set_text (record, "marking", texts[g_test_rand_int_range (0, 4)]);
  if (g_test_rand_bit ())
    set_title (store, record, (PazLanguage) g_test_rand_int_range (0, 3), texts[g_test_rand_int_range (0, 3)]);
  if (g_test_rand_bit ())
    set_text (record, "recommendation", g_test_rand_bit () ? targets->pdata[g_test_rand_int_range (0, (gint32) targets->len)] : NULL);
  if (g_test_rand_bit ())
    {
      for (int i = 0; i < g_test_rand_int_range (0, 3); i++)
        some[i] = targets->pdata[g_test_rand_int_range (0, (gint32) targets->len)];
      paz_record_set_value (record, field_of (record, "supporting"), some[0] != NULL ? paz_value_new_set (some) : NULL);
    }
  if (g_test_rand_bit ())
    release_at_random (record);
}

/* How many readers saw what was not released so. */
static guint
run_history (PazStore  *store,
             GPtrArray *targets)
{
  g_autoptr (GPtrArray) snapshots = g_ptr_array_new_with_free_func ((GDestroyNotify) snapshot_free);
  g_autoptr (PazRecord) record = make_task (store, "Uno");
  guint n = 0;

  release_at_random (record);
  for (int i = 0; i < N_EDITS; i++)
    {
      Snapshot *snapshot;

      if (i > 0)
        edit_at_random (store, record, targets);
      if (put (store, record) == 0)
        continue;
      snapshot = g_new0 (Snapshot, 1);
      snapshot->record = read_again (store, record);
      g_ptr_array_add (snapshots, snapshot);
      n += count_misled (store, snapshots);
    }

  return n;
}

static guint
run_histories (Fixture        *fixture,
               PazReviseRules  without,
               guint           n_histories)
{
  g_autoptr (GPtrArray) targets = g_ptr_array_new_with_free_func (g_free);
  guint n = 0;

  move_to_memory (fixture);
  g_assert_true (paz_store_set_identity (fixture->store, "PER", "Ana Quispe", NULL));
  for (int level = PAZ_LEVEL_PUBLIC; level <= PAZ_LEVEL_NATIONAL; level++)
    {
      g_autoptr (PazRecord) target = make_target (fixture->store, (PazLevel) level, level == PAZ_LEVEL_NAMED ? "ARG" : NULL);

      g_ptr_array_add (targets, g_strdup (paz_record_get_id (target)));
    }

  paz_revise_leave_out (without);
  for (guint i = 0; i < n_histories; i++)
    n += run_history (fixture->store, targets);
  paz_revise_leave_out (0);

  return n;
}

static void
test_random (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) findings = NULL;

  g_assert_cmpuint (run_histories (fixture, 0, 60), ==, 0);
  findings = paz_store_check (fixture->store, NULL, NULL);
  g_assert_cmpuint (findings->len, ==, 0);
}

/* Without either rule readers are misled: both are needed. */
static void
test_without_repeat (Fixture       *fixture,
                     gconstpointer  data)
{
  g_assert_cmpuint (run_histories (fixture, PAZ_REVISE_REPEAT, 20), >, 0);
}

static void
test_without_order (Fixture       *fixture,
                    gconstpointer  data)
{
  g_assert_cmpuint (run_histories (fixture, PAZ_REVISE_ORDER, 20), >, 0);
}

/* The usual case: all the same release, one parent, nothing repeated, no edge. */
static void
test_usual (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (PazRecord) task = make_task (fixture->store, "Uno");
  sqlite3 *db = paz_store_get_reader_db (fixture->store);
  g_autoptr (sqlite3_stmt) last = NULL;
  g_autoptr (PazRevision) revision = NULL;

  put (fixture->store, task);
  set_text (task, "notes", "x");
  put (fixture->store, task);
  last = paz_sql_prepare (db, "SELECT line FROM rev ORDER BY n DESC LIMIT 1", NULL);
  g_assert_cmpint (sqlite3_step (last), ==, SQLITE_ROW);
  revision = paz_revision_read (paz_sql_get_text (last, 0), (gsize) sqlite3_column_bytes (last, 0), NULL);
  g_assert_cmpuint (paz_revision_get_n_parents (revision), ==, 1);
  g_assert_cmpuint (json_object_get_size (revision->cells), ==, 2);
  g_assert_cmpint (paz_sql_integer (db, "SELECT count (*) FROM edge", -1), ==, 0);
}

/* Somebody else's record is not released more widely than it came. */
static void
test_stranger (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (PazRecord) task = make_task (fixture->store, "Uno");
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (GError) error = NULL;

  paz_record_set_owner (task, "ARG");
  paz_record_set_release (task, PAZ_LEVEL_NETWORK, NULL);
  put (fixture->store, task);
  paz_record_set_release (task, PAZ_LEVEL_PUBLIC, NULL);
  paz_edit_put (edit, task);
  g_assert_false (paz_store_apply (fixture->store, edit, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_INVALID);
  paz_record_set_release (task, PAZ_LEVEL_NATIONAL, NULL);
  g_assert_cmpuint (put (fixture->store, task), >, 0);
}

/* Own records and those their owner has not written in count; what the owner wrote is the owner's. */
static void
test_rights (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (PazRecord) own = make_task (fixture->store, "Uno");
  g_autoptr (PazRecord) kept = make_task (fixture->store, "Dos");
  g_autoptr (PazRecord) theirs = make_task (fixture->store, "Tres");
  g_autoptr (PazRecord) own_again = NULL;
  g_autoptr (PazRecord) kept_again = NULL;
  g_autoptr (PazRecord) theirs_again = NULL;
  g_autoptr (PazStore) reader = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *db;

  paz_store_set_identity (fixture->store, "PER", "Ana", &error);
  g_assert_no_error (error);
  paz_record_set_owner (own, "PER");
  paz_record_set_owner (kept, "ARG");
  put (fixture->store, own);
  put (fixture->store, kept);
  paz_store_set_identity (fixture->store, "ARG", "Luz", &error);
  g_assert_no_error (error);
  paz_record_set_owner (theirs, "ARG");
  put (fixture->store, theirs);

  /* As if the lines had come from a copy with another key. */
  paz_store_set_identity (fixture->store, "PER", "Ana", &error);
  g_assert_no_error (error);
  close_store (&fixture->store);
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "DELETE FROM speaks WHERE participant = 'ARG'", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  fixture->store = open_store (fixture->path, PAZ_STORE_OPEN_BARE);
  reader = paz_store_open_reader (fixture->store, &error);
  g_assert_no_error (error);

  own_again = read_again (fixture->store, own);
  kept_again = read_again (fixture->store, kept);
  theirs_again = read_again (fixture->store, theirs);
  g_assert_true (paz_store_may_write (fixture->store, own_again));
  g_assert_true (paz_store_may_write (reader, own_again));
  g_assert_true (paz_store_may_write (fixture->store, kept_again));
  g_assert_false (paz_store_may_write (fixture->store, theirs_again));
  g_assert_false (paz_store_may_write (reader, theirs_again));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/release/usual", test_usual);
  add ("/release/random", test_random);
  add ("/release/without-repeat", test_without_repeat);
  add ("/release/without-order", test_without_order);
  add ("/release/stranger", test_stranger);
  add ("/release/rights", test_rights);

  return g_test_run ();
}
