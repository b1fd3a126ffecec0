/* Rows of a list chosen by check boxes, and with them what all of them get. */
#include "shell-fixture.h"

#include "paz-bulk-bar.h"
#include "paz-list-page.h"
#include "store/paz-record-list.h"

#define N_TASKS 4

static void
add_tasks (PazStore *store)
{
  g_autoptr (PazEdit) edit = paz_edit_new ();
  const PazKind *kind = paz_kind_find ("task");
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < N_TASKS; i++)
    {
      g_autoptr (PazRecord) task = paz_store_create_record (store, kind, NULL);
      g_autoptr (PazTrilingual) text = paz_trilingual_new ();
      g_autofree char *key = paz_store_make_text_key (store);
      g_autofree char *title = g_strdup_printf ("Task %c", 'A' + i);

      paz_trilingual_set_text (text, PAZ_LANGUAGE_EN, title, key);
      paz_record_set_value (task, paz_kind_find_field (kind, "title"), paz_trilingual_to_value (text));
      paz_record_set_value (task, paz_kind_find_field (kind, "status"), g_variant_new_string ("in_progress"));
      paz_edit_put (edit, task);
    }
  paz_store_apply (store, edit, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static GtkWidget *
open_tasks (Fixture *fixture)
{
  GtkWidget *page;

  paz_settings_set_text (paz_settings_get (), PAZ_SETTING_LIST_LAYOUTS, "");
  fixture_open (fixture);
  add_tasks (paz_window_get_store (fixture->window));
  paz_window_show_page (fixture->window, "kind:task");
  page = paz_window_get_page (fixture->window);
  wait_until (g_list_model_get_n_items (paz_list_page_get_records (PAZ_LIST_PAGE (page))) == N_TASKS);
  for (int frames = 0; frames < 3; frames++)
    gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));

  return page;
}

static gboolean
collect_cb (GtkWidget *widget,
            gpointer   data)
{
  if (GTK_IS_CHECK_BUTTON (widget) && gtk_widget_get_mapped (widget))
    g_ptr_array_add (data, widget);

  return FALSE;
}

static GPtrArray *
list_checks (GtkWidget *page)
{
  GPtrArray *checks = g_ptr_array_new ();

  walk (find_widget (page, GTK_TYPE_COLUMN_VIEW), collect_cb, checks);

  return checks;
}

static guint
count_checks (GtkWidget *page)
{
  g_autoptr (GPtrArray) checks = list_checks (page);

  return checks->len;
}

static void
choose (GtkWidget *page,
        guint      row)
{
  g_autoptr (GPtrArray) checks = list_checks (page);
  GtkCheckButton *check = g_ptr_array_index (checks, row);

  gtk_check_button_set_active (check, !gtk_check_button_get_active (check));
}

static guint
count_done (PazStore *store)
{
  const PazKind *kind = paz_kind_find ("task");
  g_autoptr (PazQuery) query = paz_query_new (kind);
  g_autoptr (GPtrArray) ids = NULL;

  paz_query_add_condition (query, paz_kind_find_field (kind, "status"), PAZ_MATCH_IS, "completed");
  ids = paz_store_find (store, query, NULL, NULL);

  return ids->len;
}

static void
test_choose (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *page = open_tasks (fixture);
  PazBulkBar *bar = PAZ_BULK_BAR (find_widget (page, PAZ_TYPE_BULK_BAR));
  GtkSelectionModel *model = gtk_column_view_get_model (GTK_COLUMN_VIEW (find_widget (page, GTK_TYPE_COLUMN_VIEW)));

  g_assert_cmpuint (count_checks (page), ==, 0);
  gtk_widget_activate_action (page, "page.select", NULL);
  wait_until (count_checks (page) == N_TASKS);

  choose (page, 0);
  g_assert_true (gtk_selection_model_is_selected (model, 0));
  g_assert_true (shows (page, "1 selected"));
  choose (page, 2);
  choose (page, 3);
  choose (page, 3);
  g_assert_true (shows (page, "2 selected"));
  g_assert_true (gtk_selection_model_is_selected (model, 2));
  g_assert_false (gtk_selection_model_is_selected (model, 3));

  gtk_widget_activate_action (page, "bulk.mark", "s", "status=completed");
  wait_until (paz_bulk_bar_is_idle (bar));
  g_assert_cmpuint (count_done (paz_window_get_store (fixture->window)), ==, 2);
  g_assert_true (paz_store_undo (paz_window_get_store (fixture->window), NULL));
  g_assert_cmpuint (count_done (paz_window_get_store (fixture->window)), ==, 0);

  gtk_widget_activate_action (page, "page.select", NULL);
  wait_until (count_checks (page) == 0);
  g_assert_false (shows (page, "selected"));
}

/* What is selected otherwise is checked, and what is grouped has no box at its heading. */
static void
test_follow (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *page = open_tasks (fixture);
  g_autoptr (GPtrArray) checks = NULL;
  guint n = 0;

  gtk_widget_activate_action (page, "page.select", NULL);
  wait_until (count_checks (page) == N_TASKS);
  gtk_widget_activate_action (page, "bulk.select-all", NULL);
  checks = list_checks (page);
  for (guint i = 0; i < checks->len; i++)
    n += gtk_check_button_get_active (g_ptr_array_index (checks, i));
  g_assert_cmpuint (n, ==, N_TASKS);
  g_assert_true (shows (page, "4 selected"));

  gtk_widget_activate_action_variant (page, "arrange.group", g_variant_new ("(ss)", "status", "value"));
  wait_until (g_list_model_get_n_items (paz_list_page_get_records (PAZ_LIST_PAGE (page))) == N_TASKS + 1);
  wait_until (count_checks (page) == N_TASKS);
  /* Columns are arranged as before, beside the boxes. */
  gtk_widget_activate_action (page, "arrange.move-column", "(sb)", "title", TRUE);
  gtk_widget_activate_action (page, "arrange.show-column", "(sb)", "owner", TRUE);
  wait_until (count_checks (page) == N_TASKS);
  gtk_widget_activate_action (page, "arrange.reset-list", NULL);
  wait_until (count_checks (page) == N_TASKS);
}

#define TEST(name, function) \
  g_test_add ("/list-checks/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  paz_words_init ("en");

  TEST ("choose", test_choose);
  TEST ("follow", test_follow);

  return g_test_run ();
}
