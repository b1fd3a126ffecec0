/* Who changed what, when: newest first, with what was there before. */
#include "store-fixture.h"

static GPtrArray *
list (PazStore   *store,
      const char *record)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *history = paz_store_list_history (store, record, 100, &error);

  g_assert_no_error (error);
  return history;
}

/* "edited title: a -> b", "added" */
static void
assert_entry (GPtrArray  *history,
              guint       n,
              const char *verb,
              const char *field,
              const char *before,
              const char *after)
{
  PazHistoryEntry *entry;
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;

  g_assert_cmpuint (n, <, history->len);
  entry = history->pdata[n];
  g_assert_cmpstr (entry->step->verb, ==, verb);
  g_assert_cmpstr (entry->field != NULL ? entry->field->key : NULL, ==, field);
  if (field == NULL)
    {
      g_assert_null (entry->before);
      g_assert_null (entry->after);
      return;
    }
  old = paz_value_dup_plain (entry->field, entry->before);
  new = paz_value_dup_plain (entry->field, entry->after);
  g_assert_cmpstr (old, ==, before);
  g_assert_cmpstr (new, ==, after);
}

static void
test_record (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (PazRecord) task = make_task (fixture->store, "Uno");
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (paz_store_set_identity (fixture->store, "PER", "Ana Quispe", &error));
  put (fixture->store, task);
  set_text (task, "due", "2024-05");
  put (fixture->store, task);
  set_text (task, "due", "2024-06");
  set_text (task, "notes", "x");
  put (fixture->store, task);
  erase (fixture->store, task);

  history = list (fixture->store, paz_record_get_id (task));
  g_assert_cmpuint (history->len, ==, 5);
  assert_entry (history, 0, "deleted", NULL, NULL, NULL);
  assert_entry (history, 1, "edited", "due", "2024-05", "2024-06");
  assert_entry (history, 2, "edited", "notes", "", "x");
  assert_entry (history, 3, "edited", "due", "", "2024-05");
  assert_entry (history, 4, "added", NULL, NULL, NULL);
  g_assert_cmpstr (((PazHistoryEntry *) history->pdata[1])->step->author, ==, "Ana Quispe");
  g_assert_cmpstr (((PazHistoryEntry *) history->pdata[1])->step->participant, ==, "PER");
}

/* What was undone stays in the history, marked, and is the past of nothing. */
static void
test_undone (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (PazRecord) task = make_task (fixture->store, "Uno");
  g_autoptr (GPtrArray) history = NULL;

  put (fixture->store, task);
  set_text (task, "due", "2024-05");
  put (fixture->store, task);
  undo (fixture->store);
  set_text (task, "due", "2024-07");
  put (fixture->store, task);

  history = list (fixture->store, paz_record_get_id (task));
  g_assert_cmpuint (history->len, ==, 3);
  assert_entry (history, 0, "edited", "due", "", "2024-07");
  assert_entry (history, 1, "edited", "due", "", "2024-05");
  g_assert_false (((PazHistoryEntry *) history->pdata[0])->step->undone);
  g_assert_true (((PazHistoryEntry *) history->pdata[1])->step->undone);
}

static void
test_all (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (PazRecord) one = make_task (fixture->store, "Uno");
  g_autoptr (PazRecord) two = make_task (fixture->store, "Dos");
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GPtrArray) newest = NULL;

  put (fixture->store, one);
  put (fixture->store, two);
  set_text (one, "notes", "x");
  put (fixture->store, one);

  history = list (fixture->store, NULL);
  g_assert_cmpuint (history->len, ==, 3);
  g_assert_cmpstr (((PazHistoryEntry *) history->pdata[0])->record, ==, paz_record_get_id (one));
  g_assert_cmpstr (((PazHistoryEntry *) history->pdata[1])->record, ==, paz_record_get_id (two));
  newest = paz_store_list_history (fixture->store, NULL, 1, NULL);
  g_assert_cmpuint (newest->len, ==, 1);
}

/* Only the release changed: still an entry. */
static void
test_release (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (PazRecord) task = make_task (fixture->store, "Uno");
  g_autoptr (GPtrArray) history = NULL;

  paz_record_set_release (task, PAZ_LEVEL_NATIONAL, NULL);
  put (fixture->store, task);
  paz_record_set_release (task, PAZ_LEVEL_PUBLIC, NULL);
  put (fixture->store, task);
  history = list (fixture->store, paz_record_get_id (task));
  g_assert_cmpuint (history->len, ==, 2);
  assert_entry (history, 0, "edited", NULL, NULL, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/history/record", test_record);
  add ("/history/undone", test_undone);
  add ("/history/all", test_all);
  add ("/history/release", test_release);

  return g_test_run ();
}
