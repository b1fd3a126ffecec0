/* The list of records: pages, identity, the smallest change, large tables on a worker. */
#include "store-fixture.h"

#include "base/paz-catalogue.h"
#include "store/paz-record-list.h"

typedef struct
{
  guint n;
  guint position, removed, added;
} Changes;

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  gpointer    data)
{
  Changes *changes = data;

  changes->n++;
  changes->position = position;
  changes->removed = removed;
  changes->added = added;
}

static void
iterate (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
wait_until_ready (PazRecordList *list)
{
  gboolean pending = TRUE;

  while (pending)
    {
      g_object_get (list, "pending", &pending, NULL);
      if (pending)
        g_main_context_iteration (NULL, TRUE);
    }
}

static PazQuery *
make_query (void)
{
  const PazKind *kind = paz_kind_find ("task");
  PazQuery *query = paz_query_new (kind);

  paz_query_add_order (query, paz_kind_find_field (kind, "title"), FALSE);

  return query;
}

static void
add_tasks (PazStore *store,
           guint     n)
{
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = g_strdup_printf ("Tarea %05u", i);
      g_autoptr (PazRecord) task = make_task (store, title);

      paz_edit_put (edit, task);
    }
  paz_store_apply (store, edit, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static const char *
get_title (PazRecord *record)
{
  return paz_record_get_words (record, "title", PAZ_LANGUAGE_ES);
}

static void
test_pages (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (PazQuery) query = make_query ();
  PazRecordList *list;
  PazRecord *record, *same;

  add_tasks (fixture->store, 300);
  list = paz_record_list_new (fixture->store, query);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 300);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 300));

  record = g_list_model_get_item (G_LIST_MODEL (list), 299);
  g_assert_cmpstr (get_title (record), ==, "Tarea 00299");
  g_assert_cmpstr (paz_record_list_get_id (list, 299), ==, paz_record_get_id (record));
  g_assert_cmpuint (paz_record_list_find (list, paz_record_get_id (record)), ==, 299);
  g_assert_cmpuint (paz_record_list_find (list, "nobody"), ==, G_MAXUINT);

  same = g_list_model_get_item (G_LIST_MODEL (list), 299);
  g_assert_true (record == same);
  g_object_unref (same);
  g_assert_finalize_object (list);
  g_object_unref (record);
}

/* What is shown changes in place: the same object, a raised revision, no row moved. */
static void
test_in_place (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (PazQuery) query = make_query ();
  g_autoptr (PazRecordList) list = NULL;
  g_autoptr (PazRecord) record = NULL;
  g_autoptr (PazRecord) same = NULL;
  g_autoptr (PazRecord) edited = NULL;
  Changes changes = { 0 };
  guint before, after;

  add_tasks (fixture->store, 10);
  list = paz_record_list_new (fixture->store, query);
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), &changes);
  record = g_list_model_get_item (G_LIST_MODEL (list), 4);
  g_object_get (record, "revision", &before, NULL);

  edited = paz_record_dup (record);
  set_text (edited, "notes", "Nueva");
  put (fixture->store, edited);
  iterate ();

  same = g_list_model_get_item (G_LIST_MODEL (list), 4);
  g_object_get (record, "revision", &after, NULL);
  g_assert_true (record == same);
  g_assert_cmpuint (after, >, before);
  g_assert_cmpstr (paz_record_get_text (record, "notes"), ==, "Nueva");
  g_assert_cmpuint (changes.n, ==, 0);
}

static void
test_splice (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (PazQuery) query = make_query ();
  g_autoptr (PazRecordList) list = NULL;
  g_autoptr (PazRecord) task = NULL;
  g_autoptr (PazRecord) moved = NULL;
  Changes changes = { 0 };

  add_tasks (fixture->store, 10);
  list = paz_record_list_new (fixture->store, query);
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), &changes);

  task = make_task (fixture->store, "Tarea 00003 bis");
  put (fixture->store, task);
  iterate ();
  g_assert_cmpuint (changes.n, ==, 1);
  g_assert_cmpuint (changes.position, ==, 4);
  g_assert_cmpuint (changes.removed, ==, 0);
  g_assert_cmpuint (changes.added, ==, 1);

  /* From place 4 to the end: only what lies between is told. */
  moved = read_again (fixture->store, task);
  set_title (fixture->store, moved, PAZ_LANGUAGE_ES, "Tarea 00007 bis");
  put (fixture->store, moved);
  iterate ();
  g_assert_cmpuint (changes.n, ==, 2);
  g_assert_cmpuint (changes.position, ==, 4);
  g_assert_cmpuint (changes.removed, ==, 5);
  g_assert_cmpuint (changes.added, ==, 5);

  undo (fixture->store);
  undo (fixture->store);
  iterate ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 10);
  g_assert_cmpuint (changes.added, ==, 0);
  g_assert_cmpuint (changes.removed, ==, 1);
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (PazQuery) query = make_query ();
  g_autoptr (PazRecordList) list = NULL;

  add_tasks (fixture->store, 20);
  list = paz_record_list_new (fixture->store, query);
  paz_query_set_search (query, "00013");
  paz_record_list_set_query (list, query);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  paz_query_set_search (query, NULL);
  paz_record_list_set_query (list, query);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 20);
  g_assert_null (paz_record_list_get_error (list));
}

/* A large table: the old rows stay until a worker has found the new ones. */
static void
test_large (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (PazQuery) query = make_query ();
  g_autoptr (PazQuery) down = paz_query_new (paz_kind_find ("task"));
  PazRecordList *list;
  g_autoptr (PazRecord) first = NULL;

  add_tasks (fixture->store, 5000);
  list = paz_record_list_new (fixture->store, query);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  wait_until_ready (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 5000);

  paz_query_add_order (down, paz_kind_find_field (paz_kind_find ("task"), "title"), TRUE);
  paz_record_list_set_query (list, query);
  paz_record_list_set_query (list, down);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 5000);
  wait_until_ready (list);
  first = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_cmpstr (get_title (first), ==, "Tarea 04999");

  /* A list may go while its worker runs. */
  paz_record_list_set_query (list, query);
  g_assert_finalize_object (list);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/record-list/pages", test_pages);
  add ("/record-list/in-place", test_in_place);
  add ("/record-list/splice", test_splice);
  add ("/record-list/search", test_search);
  add ("/record-list/large", test_large);

  return g_test_run ();
}
