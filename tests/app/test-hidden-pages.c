/* Pages that are not seen rest while records are saved, and are right when they are seen again. */
#include "shell-fixture.h"

#include "paz-change-list.h"
#include "paz-deleted-page.h"
#include "paz-history-page.h"

static void
add_task (PazStore   *store,
          const char *words)
{
  const PazKind *kind = paz_kind_find ("task");
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (PazRecord) task = paz_store_create_record (store, kind, NULL);
  g_autoptr (PazTrilingual) text = paz_trilingual_new ();
  g_autofree char *key = paz_store_make_text_key (store);
  g_autoptr (GError) error = NULL;

  paz_trilingual_set_text (text, PAZ_LANGUAGE_EN, words, key);
  paz_record_set_value (task, paz_kind_find_field (kind, "title"), paz_trilingual_to_value (text));
  paz_edit_put (edit, task);
  paz_store_apply (store, edit, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static PazChangeList *
show_history (Fixture *fixture)
{
  PazChangeList *list;

  paz_window_show_page (fixture->window, "history");
  list = paz_history_page_get_list (PAZ_HISTORY_PAGE (paz_window_get_page (fixture->window)));
  wait_until (!paz_change_list_is_busy (list));

  return list;
}

static void
test_history (Fixture       *fixture,
              gconstpointer  data)
{
  PazChangeList *list;
  PazStore *store;
  guint n;

  fixture_open (fixture);
  store = paz_window_get_store (fixture->window);
  add_task (store, "Map the courses");
  list = show_history (fixture);
  n = g_list_model_get_n_items (G_LIST_MODEL (list));
  g_assert_cmpuint (n, >, 0);

  /* Seen: at once. */
  add_task (store, "Write to the missions");
  g_assert_true (paz_change_list_is_busy (list));
  wait_until (g_list_model_get_n_items (G_LIST_MODEL (list)) == n + 1);
  wait_until (!paz_change_list_is_busy (list));

  /* Unseen: nothing until it is seen, then all. */
  paz_window_show_page (fixture->window, "kind:task");
  add_task (store, "Translate the minutes");
  add_task (store, "Book the hall");
  g_assert_false (paz_change_list_is_busy (list));
  drain ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, n + 1);
  g_assert_true (show_history (fixture) == list);
  wait_until (g_list_model_get_n_items (G_LIST_MODEL (list)) == n + 3);

  /* Nothing changed: it stays as it is. */
  paz_window_show_page (fixture->window, "kind:task");
  paz_window_show_page (fixture->window, "history");
  g_assert_false (paz_change_list_is_busy (list));
}

/* A page that is gone is not asked any more. */
static void
test_gone (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (PazStore) store = NULL;
  GtkWidget *page;

  fixture_open (fixture);
  store = g_object_ref (paz_window_get_store (fixture->window));
  paz_window_show_page (fixture->window, "deleted");
  page = paz_window_get_page (fixture->window);
  wait_until (paz_deleted_page_is_ready (PAZ_DELETED_PAGE (page)));
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  gtk_stack_remove (GTK_STACK (gtk_widget_get_parent (page)), page);
  wait_until (page == NULL);
  add_task (store, "Map the courses");
}

/* What the sidebar counts and what undo names come soon, once for all that was saved. */
static gboolean
is_undo (GtkWidget *widget,
         gpointer   data)
{
  const char *tip = gtk_widget_get_tooltip_text (widget);

  return tip != NULL && g_strcmp0 (tip, data) == 0;
}

static void
test_counts (Fixture       *fixture,
             gconstpointer  data)
{
  PazStore *store;
  g_autoptr (PazStep) step = NULL;
  g_autofree char *name = NULL;
  g_autofree char *tip = NULL;

  fixture_open (fixture);
  store = paz_window_get_store (fixture->window);
  add_task (store, "Map the courses");
  add_task (store, "Write to the missions");
  step = paz_store_dup_undo_step (store);
  name = paz_store_dup_step_name (store, step, paz_words_get_catalogue ());
  tip = g_strdup_printf ("Undo: %s", name);
  wait_until (walk (GTK_WIDGET (fixture->window), is_undo, tip));

  /* Undo itself is there at once. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL));
  g_assert_cmpint (paz_store_count (store, paz_kind_find ("task")), ==, 1);
  wait_until (!walk (GTK_WIDGET (fixture->window), is_undo, tip));
}

#define TEST(name, function) \
  g_test_add ("/hidden-pages/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  paz_words_init ("en");

  TEST ("history", test_history);
  TEST ("gone", test_gone);
  TEST ("counts", test_counts);

  return g_test_run ();
}
