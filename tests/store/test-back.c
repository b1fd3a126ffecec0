/* Going back: one old step out of a random history, a record or a field as it was, what was deleted. */
#include "paz-store-core.h"
#include "random-record.h"

#define N_EDITS 30
#define N_ROUNDS 12

static void
assert_sound (PazStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = paz_check_run (store, TRUE, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (char *) findings->pdata[i]);
  g_assert_cmpuint (findings->len, ==, 0);
}

/* ---- what every record said after each step ---- */

typedef struct
{
  guint64     step;
  GHashTable *records;   /* id -> PazRecord */
} Snapshot;

static void
snapshot_free (Snapshot *snapshot)
{
  g_hash_table_unref (snapshot->records);
  g_free (snapshot);
}

static Snapshot *
take_snapshot (Randomness *random,
               PazStore   *store,
               guint64     step)
{
  Snapshot *snapshot = g_new0 (Snapshot, 1);

  snapshot->step = step;
  snapshot->records = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  for (guint i = 0; i < random->ids->len; i++)
    {
      PazRecord *record = paz_store_dup_record (store, random->ids->pdata[i], NULL);

      if (record != NULL)
        g_hash_table_insert (snapshot->records, g_strdup (random->ids->pdata[i]), record);
    }

  return snapshot;
}

static gboolean
is_field_equal (PazRecord *a,
                PazRecord *b,
                guint      n)
{
  const PazField *field = &paz_record_get_kind (a)->fields[n];

  return paz_value_equal (field, paz_record_get_value (a, field), paz_record_get_value (b, field));
}

static gboolean
is_release_equal (PazRecord *a,
                  PazRecord *b)
{
  return paz_record_get_level (a) == paz_record_get_level (b)
         && g_strv_equal (paz_record_get_list (a), paz_record_get_list (b));
}

static gboolean
is_alive (PazRecord *record)
{
  return record != NULL && !paz_record_is_deleted (record);
}

static void
assert_same_value (PazRecord *expected,
                   PazRecord *found,
                   guint      n)
{
  const PazField *field = &paz_record_get_kind (expected)->fields[n];
  g_autofree char *a = paz_value_dup_plain (field, paz_record_get_value (expected, field));
  g_autofree char *b = paz_value_dup_plain (field, paz_record_get_value (found, field));

  if (!is_field_equal (expected, found, n))
    g_test_message ("%s %s", field->key, paz_record_get_id (expected));
  g_assert_cmpstr (a, ==, b);
  g_assert_true (is_field_equal (expected, found, n));
}

static gboolean
has (GVariant   *value,
     const char *element)
{
  g_autofree const char **elements = value != NULL ? g_variant_get_strv (value, NULL) : NULL;

  return elements != NULL && g_strv_contains (elements, element);
}

static gboolean
is_strv (GVariant *value)
{
  return value == NULL || g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY);
}

/* Each element as it was before where the step changed it, else as it is now. */
static void
assert_same_set (GVariant *before,
                 GVariant *after,
                 GVariant *now,
                 GVariant *found)
{
  GVariant *all[] = { before, after, now, found };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autofree const char **elements = all[i] != NULL ? g_variant_get_strv (all[i], NULL) : NULL;

      for (guint j = 0; elements != NULL && elements[j] != NULL; j++)
        {
          gboolean changed = has (before, elements[j]) != has (after, elements[j]);

          g_assert_cmpint (has (found, elements[j]), ==, has (changed ? before : now, elements[j]));
        }
    }
}

/* What the step did not touch is as all later steps left it, what it touched as before it. */
static void
assert_reverted (PazRecord *before,
                 PazRecord *after,
                 PazRecord *now,
                 PazRecord *found)
{
  const PazKind *kind = paz_record_get_kind (now);

  if (after != NULL && before == NULL)
    {
      g_assert_true (paz_record_is_deleted (found));
      return;
    }
  if (after == NULL)
    before = after = now;
  g_assert_cmpint (paz_record_is_deleted (found), ==,
                   paz_record_is_deleted (paz_record_is_deleted (before) != paz_record_is_deleted (after) ? before : now));
  g_assert_true (is_release_equal (found, is_release_equal (before, after) ? now : before));
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const PazField *field = &kind->fields[i];
      GVariant *old = paz_record_get_value (before, field), *new = paz_record_get_value (after, field);
      GVariant *last = paz_record_get_value (now, field);

      if (is_field_equal (before, after, i))
        assert_same_value (now, found, i);
      else if (paz_field_is_set (field) && is_strv (old) && is_strv (new) && is_strv (last))
        assert_same_set (old, new, last, paz_record_get_value (found, field));
      else
        assert_same_value (before, found, i);
    }
}

/* ---- refusals are named, and for a reason ---- */

static void
assert_dependent (GPtrArray             *snapshots,
                  guint                  n,
                  const PazHistoryEntry *entry)
{
  guint at = 0;

  g_assert_nonnull (entry->step);
  g_assert_nonnull (entry->record);
  while (at < snapshots->len && ((Snapshot *) snapshots->pdata[at])->step != entry->step->n)
    at++;
  g_assert_cmpuint (at, <, snapshots->len);
  if (entry->field != NULL)
    {
      Snapshot *then = snapshots->pdata[at - 1], *there = snapshots->pdata[at];
      PazRecord *old = g_hash_table_lookup (then->records, entry->record);
      PazRecord *new = g_hash_table_lookup (there->records, entry->record);

      g_assert_true (old == NULL || !is_field_equal (old, new, paz_kind_get_index (entry->kind, entry->field)));
    }
}

/* No later step touches what it touched, nothing is added, deleted, contained or linked to. */
static gboolean
is_plainly_independent (GPtrArray *snapshots,
                        guint      n)
{
  Snapshot *before = snapshots->pdata[n - 1], *after = snapshots->pdata[n];
  GHashTableIter iter;
  gpointer id, record;

  g_hash_table_iter_init (&iter, after->records);
  while (g_hash_table_iter_next (&iter, &id, &record))
    {
      PazRecord *old = g_hash_table_lookup (before->records, id);

      if (old == NULL || paz_record_is_deleted (old) || paz_record_is_deleted (record) || !is_release_equal (old, record))
        return FALSE;
      for (guint i = n + 1; i < snapshots->len; i++)
        {
          PazRecord *then = g_hash_table_lookup (((Snapshot *) snapshots->pdata[i - 1])->records, id);
          PazRecord *there = g_hash_table_lookup (((Snapshot *) snapshots->pdata[i])->records, id);

          if (paz_record_is_deleted (there))
            return FALSE;
          for (guint j = 0; j < paz_record_get_kind (there)->n_fields; j++)
            if (!is_field_equal (old, record, j) && !is_field_equal (then, there, j))
              return FALSE;
        }
    }

  return TRUE;
}

static void
assert_all_reverted (Fixture    *fixture,
                     Randomness *random,
                     GPtrArray  *snapshots,
                     guint       n)
{
  Snapshot *before = snapshots->pdata[n - 1], *after = snapshots->pdata[n];
  Snapshot *now = snapshots->pdata[snapshots->len - 1];
  g_autoptr (PazStep) made = paz_store_dup_undo_step (fixture->store);

  g_assert_cmpuint (made->of, ==, after->step);
  for (guint i = 0; i < random->ids->len; i++)
    {
      PazRecord *last = g_hash_table_lookup (now->records, random->ids->pdata[i]);
      g_autoptr (PazRecord) found = NULL;
      PazRecord *old = g_hash_table_lookup (before->records, random->ids->pdata[i]);
      PazRecord *new = g_hash_table_lookup (after->records, random->ids->pdata[i]);

      if (last == NULL)
        continue;
      found = paz_store_dup_record (fixture->store, random->ids->pdata[i], NULL);
      assert_reverted (old, new, last, found);
    }
}

static void
revert_one (Fixture    *fixture,
            Randomness *random,
            GPtrArray  *snapshots,
            guint      *n_reverted)
{
  guint n = 1 + (guint) pick (random, (int) snapshots->len - 1);
  Snapshot *snapshot = snapshots->pdata[n];
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) dependents = paz_store_list_dependents (fixture->store, snapshot->step, &error);
  guint64 made = 0;

  g_assert_no_error (error);
  if (dependents->len > 0)
    {
      g_assert_false (is_plainly_independent (snapshots, n));
      for (guint i = 0; i < dependents->len; i++)
        assert_dependent (snapshots, n, dependents->pdata[i]);
      g_assert_false (paz_store_revert (fixture->store, snapshot->step, &made, &error));
      g_assert_error (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_DEPENDS);
      return;
    }
  if (!paz_store_revert (fixture->store, snapshot->step, &made, &error))
    {
      /* What comes out may break a rule across fields. */
      g_assert_error (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_INVALID);
      return;
    }
  if (made == 0)
    return;
  (*n_reverted)++;
  assert_all_reverted (fixture, random, snapshots, n);
  assert_sound (fixture->store);
  undo (fixture->store);
  assert_sound (fixture->store);
}

static void
run_reverts (Fixture *fixture,
             guint32  seed)
{
  g_autoptr (GPtrArray) snapshots = g_ptr_array_new_with_free_func ((GDestroyNotify) snapshot_free);
  Randomness random;
  guint n_reverted = 0;

  g_test_message ("seed %u", seed);
  move_to_memory (fixture);
  randomness_init (&random, seed);
  g_ptr_array_add (snapshots, take_snapshot (&random, fixture->store, 0));
  while (snapshots->len <= N_EDITS)
    if (edit_at_random (&random, fixture->store))
      {
        g_autoptr (PazStep) step = paz_store_dup_undo_step (fixture->store);

        g_ptr_array_add (snapshots, take_snapshot (&random, fixture->store, step->n));
      }
  for (int i = 0; i < N_ROUNDS; i++)
    revert_one (fixture, &random, snapshots, &n_reverted);
  g_test_message ("%u of %d reverted", n_reverted, N_ROUNDS);
  randomness_clear (&random);
}

static void
test_revert_fixed (Fixture       *fixture,
                   gconstpointer  data)
{
  for (guint32 seed = 1; seed <= 6; seed++)
    run_reverts (fixture, 20220907 + seed);
}

static void
test_revert_fresh (Fixture       *fixture,
                   gconstpointer  data)
{
  run_reverts (fixture, (guint32) g_random_int ());
}

/* ---- plain cases ---- */

static guint64
set_and_put (PazStore   *store,
             PazRecord  *record,
             const char *key,
             const char *text)
{
  set_text (record, key, text);
  return put (store, record);
}

static void
test_independent (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (PazRecord) task = make_task (fixture->store, "Uno");
  g_autoptr (PazRecord) read = NULL;
  g_autoptr (GError) error = NULL;
  guint64 due, made = 0;

  put (fixture->store, task);
  due = set_and_put (fixture->store, task, "due", "2024-05");
  set_and_put (fixture->store, task, "notes", "x");

  g_assert_true (paz_store_revert (fixture->store, due, &made, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (made, >, due);
  read = read_again (fixture->store, task);
  g_assert_null (paz_record_get_value (read, field_of (read, "due")));
  g_assert_nonnull (paz_record_get_value (read, field_of (read, "notes")));
}

static void
test_dependents (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (PazRecord) task = make_task (fixture->store, "Uno");
  g_autoptr (GPtrArray) dependents = NULL;
  g_autoptr (GError) error = NULL;
  PazHistoryEntry *entry;
  guint64 first, second;

  put (fixture->store, task);
  first = set_and_put (fixture->store, task, "due", "2024-05");
  second = set_and_put (fixture->store, task, "due", "2024-06");

  dependents = paz_store_list_dependents (fixture->store, first, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (dependents->len, ==, 1);
  entry = dependents->pdata[0];
  g_assert_cmpuint (entry->step->n, ==, second);
  g_assert_cmpstr (entry->field->key, ==, "due");
  g_assert_cmpstr (entry->record, ==, paz_record_get_id (task));
  g_assert_false (paz_store_revert (fixture->store, first, NULL, &error));
  g_assert_error (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_DEPENDS);
}

/* What was added is linked to from elsewhere: the link is named. */
static void
test_linked (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (PazRecord) meeting = paz_store_create_record (fixture->store, paz_kind_find ("meeting"), NULL);
  g_autoptr (PazRecord) task = make_task (fixture->store, "Uno");
  g_autoptr (GPtrArray) dependents = NULL;
  g_autoptr (GError) error = NULL;
  PazHistoryEntry *entry;
  guint64 added;

  set_title (fixture->store, meeting, PAZ_LANGUAGE_ES, "Lima");
  added = put (fixture->store, meeting);
  set_and_put (fixture->store, task, "meeting", paz_record_get_id (meeting));

  dependents = paz_store_list_dependents (fixture->store, added, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (dependents->len, ==, 1);
  entry = dependents->pdata[0];
  g_assert_cmpstr (entry->record, ==, paz_record_get_id (task));
  g_assert_cmpstr (entry->field->key, ==, "meeting");
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (PazRecord) task = make_task (fixture->store, "Uno");
  g_autoptr (GError) error = NULL;
  guint64 step = put (fixture->store, task);

  undo (fixture->store);
  g_assert_false (paz_store_revert (fixture->store, step, NULL, &error));
  g_assert_error (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_NOTHING);
  g_clear_error (&error);
  g_assert_null (paz_store_list_dependents (fixture->store, 4711, &error));
  g_assert_error (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_NOTHING);
}

/* ---- restoring ---- */

static void
assert_text (PazStore   *store,
             PazRecord  *record,
             const char *key,
             const char *expected)
{
  g_autoptr (PazRecord) read = read_again (store, record);
  g_autofree char *text = paz_value_dup_plain (field_of (read, key), paz_record_get_value (read, field_of (read, key)));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_restore (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (PazRecord) task = make_task (fixture->store, "Uno");
  const char *id = paz_record_get_id (task);
  g_autoptr (GError) error = NULL;
  guint64 first, second, made = 0;

  put (fixture->store, task);
  first = set_and_put (fixture->store, task, "due", "2024-05");
  set_text (task, "notes", "x");
  second = set_and_put (fixture->store, task, "due", "2024-06");

  g_assert_true (paz_store_restore (fixture->store, id, field_of (task, "due"), second, PAZ_RESTORE_BEFORE, &made, &error));
  g_assert_no_error (error);
  assert_text (fixture->store, task, "due", "2024-05");
  assert_text (fixture->store, task, "notes", "x");
  g_assert_true (paz_store_restore (fixture->store, id, NULL, second, PAZ_RESTORE_AFTER, &made, &error));
  assert_text (fixture->store, task, "due", "2024-06");
  g_assert_true (paz_store_restore (fixture->store, id, NULL, first, PAZ_RESTORE_AFTER, &made, &error));
  assert_text (fixture->store, task, "due", "2024-05");
  assert_text (fixture->store, task, "notes", "");
  undo (fixture->store);
  assert_text (fixture->store, task, "notes", "x");
  assert_sound (fixture->store);

  g_assert_true (paz_store_restore (fixture->store, id, NULL, made, PAZ_RESTORE_BEFORE, &made, &error));
  g_assert_cmpuint (made, ==, 0);
  g_assert_false (paz_store_restore (fixture->store, id, NULL, 0, PAZ_RESTORE_AFTER, NULL, &error));
  g_assert_error (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_NOT_FOUND);
}

static PazRecord *
make_item (PazStore   *store,
           PazRecord  *meeting,
           const char *title)
{
  PazRecord *item = paz_store_create_record (store, paz_kind_find ("agenda_item"), paz_record_get_id (meeting));

  set_title (store, item, PAZ_LANGUAGE_ES, title);
  put (store, item);
  return item;
}

static gboolean
is_there (PazStore  *store,
          PazRecord *record)
{
  g_autoptr (PazRecord) read = read_again (store, record);

  return is_alive (read);
}

/* With the children that went with it, not with those that went before. */
static void
test_bring_back (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (PazRecord) meeting = paz_store_create_record (fixture->store, paz_kind_find ("meeting"), NULL);
  g_autoptr (PazRecord) one = NULL;
  g_autoptr (PazRecord) two = NULL;
  g_autoptr (GPtrArray) deleted = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  const char *ids[] = { NULL, NULL };
  guint64 made = 0;

  set_title (fixture->store, meeting, PAZ_LANGUAGE_ES, "Reunión de Lima");
  put (fixture->store, meeting);
  one = make_item (fixture->store, meeting, "Apertura");
  two = make_item (fixture->store, meeting, "Género");
  erase (fixture->store, one);
  erase (fixture->store, meeting);

  deleted = paz_store_list_deleted (fixture->store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (deleted->len, ==, 2);
  g_assert_cmpstr (((PazDeletion *) deleted->pdata[0])->record, ==, paz_record_get_id (meeting));
  g_assert_cmpstr (((PazDeletion *) deleted->pdata[0])->step->verb, ==, "deleted");
  found = paz_store_list_deleted (fixture->store, NULL, "reunion LIMA", NULL, &error);
  g_assert_cmpuint (found->len, ==, 1);

  ids[0] = paz_record_get_id (meeting);
  g_assert_true (paz_store_bring_back (fixture->store, ids, &made, &error));
  g_assert_no_error (error);
  g_assert_true (is_there (fixture->store, meeting));
  g_assert_true (is_there (fixture->store, two));
  g_assert_false (is_there (fixture->store, one));
  assert_sound (fixture->store);
  undo (fixture->store);
  g_assert_false (is_there (fixture->store, meeting));
  g_assert_false (is_there (fixture->store, two));

  /* A child alone brings its meeting with it. */
  ids[0] = paz_record_get_id (one);
  g_assert_true (paz_store_bring_back (fixture->store, ids, &made, &error));
  g_assert_true (is_there (fixture->store, one));
  g_assert_true (is_there (fixture->store, meeting));
  assert_sound (fixture->store);
}

/* ---- the whole history ---- */

static guint
count (PazStore               *store,
       const PazHistoryFilter *filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) changes = paz_store_find_history (store, filter, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 1; i < changes->len; i++)
    g_assert_cmpint (g_array_index (changes, gint64, i - 1), >, g_array_index (changes, gint64, i));
  return changes->len;
}

static void
test_find (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (PazRecord) meeting = paz_store_create_record (fixture->store, paz_kind_find ("meeting"), NULL);
  g_autoptr (PazRecord) task = make_task (fixture->store, "Uno");
  g_autoptr (PazRecord) item = NULL;
  g_autoptr (GArray) changes = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_auto (GStrv) authors = NULL;
  g_autoptr (GError) error = NULL;
  const char *id = paz_record_get_id (meeting);
  gint64 now = g_get_real_time () / 1000;

  g_assert_true (paz_store_set_identity (fixture->store, "PER", "Ana Quispe", &error));
  set_title (fixture->store, meeting, PAZ_LANGUAGE_ES, "Reunión de Lima");
  put (fixture->store, meeting);
  item = make_item (fixture->store, meeting, "Ñandú");
  g_assert_true (paz_store_set_identity (fixture->store, "PER", "João", &error));
  put (fixture->store, task);
  set_title (fixture->store, task, PAZ_LANGUAGE_ES, "Dos");
  put (fixture->store, task);

  g_assert_cmpuint (count (fixture->store, &(PazHistoryFilter) { NULL }), ==, 4);
  g_assert_cmpuint (count (fixture->store, &(PazHistoryFilter) { .record = id }), ==, 1);
  g_assert_cmpuint (count (fixture->store, &(PazHistoryFilter) { .record = id, .contained = TRUE }), ==, 2);
  g_assert_cmpuint (count (fixture->store, &(PazHistoryFilter) { .kind = "task" }), ==, 2);
  g_assert_cmpuint (count (fixture->store, &(PazHistoryFilter) { .author = "João" }), ==, 2);
  g_assert_cmpuint (count (fixture->store, &(PazHistoryFilter) { .words = "nandu" }), ==, 1);
  g_assert_cmpuint (count (fixture->store, &(PazHistoryFilter) { .words = "title" }), ==, 0);
  /* The former title is found where it was written, the present one in every change of the record. */
  g_assert_cmpuint (count (fixture->store, &(PazHistoryFilter) { .words = "uno" }), ==, 1);
  g_assert_cmpuint (count (fixture->store, &(PazHistoryFilter) { .words = "DOS" }), ==, 2);
  g_assert_cmpuint (count (fixture->store, &(PazHistoryFilter) { .to = now - 60000 }), ==, 0);
  g_assert_cmpuint (count (fixture->store, &(PazHistoryFilter) { .from = now - 60000 }), ==, 4);

  changes = paz_store_find_history (fixture->store, &(PazHistoryFilter) { .kind = "task" }, NULL, &error);
  entries = paz_store_list_changes (fixture->store, g_array_index (changes, gint64, 0), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpstr (((PazHistoryEntry *) entries->pdata[0])->field->key, ==, "title");
  g_assert_cmpstr (((PazHistoryEntry *) entries->pdata[0])->step->author, ==, "João");
  authors = paz_store_dup_authors (fixture->store);
  g_assert_cmpuint (g_strv_length (authors), ==, 2);
}

/* The names of these steps. */
static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (PazRecord) task = make_task (fixture->store, "Uno");
  PazCatalogue *catalogue = paz_catalogue_get (PAZ_LANGUAGE_EN);
  const char *ids[] = { paz_record_get_id (task), NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (PazStep) restored = NULL;
  g_autoptr (PazStep) reverted = NULL;
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  guint64 made;

  put (fixture->store, task);
  erase (fixture->store, task);
  g_assert_true (paz_store_bring_back (fixture->store, ids, &made, &error));
  restored = paz_store_dup_step (fixture->store, made);
  one = paz_store_dup_step_name (fixture->store, restored, catalogue);
  g_assert_cmpstr (one, ==, "Restored “Uno”");
  g_assert_true (paz_store_revert (fixture->store, made, &made, &error));
  g_assert_false (is_there (fixture->store, task));
  reverted = paz_store_dup_undo_step (fixture->store);
  two = paz_store_dup_step_name (fixture->store, reverted, catalogue);
  g_assert_cmpstr (two, ==, "Took back: Restored “Uno”");
  g_assert_null (reverted->origin);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/back/independent", test_independent);
  add ("/back/dependents", test_dependents);
  add ("/back/linked", test_linked);
  add ("/back/nothing", test_nothing);
  add ("/back/restore", test_restore);
  add ("/back/bring-back", test_bring_back);
  add ("/back/find", test_find);
  add ("/back/names", test_names);
  add ("/back/revert-fixed", test_revert_fixed);
  add ("/back/revert-fresh", test_revert_fresh);

  return g_test_run ();
}
