/* What a list keeps for the next time, and what it says of itself: words in saved filters, closed
 * groups, columns without room. */
#include "shell-fixture.h"

#include "paz-list-filter.h"
#include "paz-list-page.h"
#include "store/paz-record-list.h"

static PazRecordList *
get_records (GtkWidget *page)
{
  return PAZ_RECORD_LIST (paz_list_page_get_records (PAZ_LIST_PAGE (page)));
}

static void
settle (GtkWidget *page)
{
  gboolean pending = TRUE;

  wait_until ((g_object_get (get_records (page), "pending", &pending, NULL), !pending));
}

static GtkWidget *
open_page (Fixture    *fixture,
           const char *name)
{
  GtkWidget *page;

  paz_window_show_page (fixture->window, name);
  page = paz_window_get_page (fixture->window);
  settle (page);

  return page;
}

static void
act (GtkWidget  *page,
     const char *action,
     GVariant   *target)
{
  g_assert_true (gtk_widget_activate_action_variant (page, action, target));
  settle (page);
}

static void
add_task (PazStore   *store,
          const char *title,
          const char *status)
{
  g_autoptr (PazRecord) task = paz_store_create_record (store, paz_kind_find ("task"), NULL);
  const PazKind *kind = paz_record_get_kind (task);
  g_autoptr (PazTrilingual) text = paz_trilingual_new ();
  g_autofree char *key = paz_store_make_text_key (store);
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (GError) error = NULL;

  paz_trilingual_set_text (text, PAZ_LANGUAGE_EN, title, key);
  paz_record_set_value (task, paz_kind_find_field (kind, "title"), paz_trilingual_to_value (text));
  paz_record_set_value (task, paz_kind_find_field (kind, "status"), g_variant_new_string (status));
  paz_edit_put (edit, task);
  paz_store_apply (store, edit, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static GtkWidget *
open_tasks (Fixture *fixture)
{
  PazStore *store;

  paz_settings_set_text (paz_settings_get (), PAZ_SETTING_LIST_LAYOUTS, "");
  fixture_open (fixture);
  store = paz_window_get_store (fixture->window);
  add_task (store, "Alpha training", "in_progress");
  add_task (store, "Bravo training", "completed");
  add_task (store, "Charlie report", "in_progress");

  return open_page (fixture, "kind:task");
}

static GtkEditable *
get_entry (GtkWidget *page)
{
  return GTK_EDITABLE (find_widget (page, GTK_TYPE_SEARCH_ENTRY));
}

static void
search (GtkWidget  *page,
        const char *words,
        guint       n)
{
  gtk_editable_set_text (get_entry (page), words);
  wait_until (paz_record_list_get_n_records (get_records (page)) == n);
}

/* As a person does: types words, filters, gives a name, and finds all of it under the name. */
static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *page = open_tasks (fixture);
  const PazKind *kind = paz_kind_find ("task");
  g_autoptr (GPtrArray) kept = NULL;
  AdwMessageDialog *dialog;

  search (page, "training", 2);
  paz_list_page_show (PAZ_LIST_PAGE (page), (const char *[]) { "status is in_progress", NULL });
  settle (page);
  /* What the overview shows stands alone. */
  g_assert_cmpstr (gtk_editable_get_text (get_entry (page)), ==, "");
  g_assert_cmpuint (paz_record_list_get_n_records (get_records (page)), ==, 2);
  search (page, "training", 1);

  gtk_menu_button_popup (GTK_MENU_BUTTON (gtk_widget_get_template_child (page, PAZ_TYPE_LIST_PAGE, "saved_button")));
  act (page, "arrange.save-filter", NULL);
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  gtk_editable_set_text (GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog)), "Courses under way");
  adw_message_dialog_response (dialog, "save");
  kept = paz_store_list_filters (paz_window_get_store (fixture->window), kind);
  g_assert_cmpuint (kept->len, ==, 1);
  g_assert_cmpstr (((PazFilter *) g_ptr_array_index (kept, 0))->words, ==, "training");

  act (page, "arrange.use-filter", g_variant_new_string (""));
  g_assert_cmpstr (gtk_editable_get_text (get_entry (page)), ==, "");
  g_assert_cmpuint (paz_record_list_get_n_records (get_records (page)), ==, 3);
  act (page, "arrange.use-filter", g_variant_new_string ("+Courses under way"));
  g_assert_cmpstr (gtk_editable_get_text (get_entry (page)), ==, "training");
  g_assert_cmpuint (paz_record_list_get_n_records (get_records (page)), ==, 1);
}

/* Words alone are a filter, too. */
static void
test_only_words (Fixture       *fixture,
                 gconstpointer  data)
{
  PazStore *store;
  GtkWidget *page = open_tasks (fixture);
  g_autoptr (PazFilter) filter = paz_filter_new (paz_kind_find ("task"), "Training");
  g_autoptr (GError) error = NULL;

  store = paz_window_get_store (fixture->window);
  paz_filter_set_words (filter, "training");
  g_assert_true (paz_store_keep_filter (store, filter, &error));
  act (page, "arrange.use-filter", g_variant_new_string ("+Training"));
  g_assert_cmpuint (paz_record_list_get_n_records (get_records (page)), ==, 2);
  g_assert_true (shows (page, "2 of 3 records"));
  /* Another search is another filter. */
  search (page, "report", 1);
  act (page, "arrange.use-filter", g_variant_new_string ("+Training"));
  g_assert_cmpstr (gtk_editable_get_text (get_entry (page)), ==, "training");
  g_assert_cmpuint (paz_record_list_get_n_records (get_records (page)), ==, 2);
}

static guint
count_items (GtkWidget *page)
{
  return g_list_model_get_n_items (G_LIST_MODEL (get_records (page)));
}

static void
test_closed (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *page = open_tasks (fixture);
  GtkWidget *next;
  PazRecordGroup *group;

  act (page, "arrange.group", g_variant_new ("(ss)", "status", "value"));
  g_assert_cmpuint (count_items (page), ==, 3 + 2);
  g_signal_emit_by_name (find_widget (page, GTK_TYPE_COLUMN_VIEW), "activate", 0);
  group = g_ptr_array_index (paz_record_list_get_groups (get_records (page)), 0);
  g_assert_false (paz_record_group_is_open (group));
  g_assert_cmpuint (count_items (page), ==, 5 - paz_record_group_get_n_records (group));

  /* The next page of the kind begins so. */
  next = g_object_ref_sink (paz_list_page_new (paz_window_get_store (fixture->window), paz_kind_find ("task")));
  settle (next);
  group = g_ptr_array_index (paz_record_list_get_groups (get_records (next)), 0);
  g_assert_false (paz_record_group_is_open (group));
  g_assert_cmpuint (count_items (next), ==, 5 - paz_record_group_get_n_records (group));
  g_object_unref (next);

  act (page, "arrange.open-groups", g_variant_new_boolean (FALSE));
  g_assert_cmpuint (count_items (page), ==, 2);
  act (page, "arrange.open-groups", g_variant_new_boolean (TRUE));
  g_assert_cmpuint (count_items (page), ==, 5);
  /* Another grouping begins with all of them open. */
  act (page, "arrange.open-groups", g_variant_new_boolean (FALSE));
  act (page, "arrange.group", g_variant_new ("(ss)", "", "value"));
  act (page, "arrange.group", g_variant_new ("(ss)", "status", "value"));
  g_assert_cmpuint (count_items (page), ==, 5);
}

static gboolean
tells_hidden (GtkWidget *page)
{
  GtkWidget *button = GTK_WIDGET (gtk_widget_get_template_child (page, PAZ_TYPE_LIST_PAGE, "options_button"));
  const char *tip = gtk_widget_get_tooltip_text (button);

  return tip != NULL && strstr (tip, "no room") != NULL;
}

static void
test_hidden (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *page;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1900, 760);
  page = open_tasks (fixture);
  for (int frames = 0; frames < 4; frames++)
    gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  g_assert_false (tells_hidden (page));
  gtk_test_accessible_assert_property (find_widget (page, GTK_TYPE_COLUMN_VIEW),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 820, 760);
  wait_until (tells_hidden (page));
  gtk_menu_button_popup (GTK_MENU_BUTTON (gtk_widget_get_template_child (page, PAZ_TYPE_LIST_PAGE, "options_button")));
  wait_until (shows (page, "no room"));
}

#define TEST(name, function) \
  g_test_add ("/list-kept/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  paz_words_init ("en");

  TEST ("words", test_words);
  TEST ("only-words", test_only_words);
  TEST ("closed", test_closed);
  TEST ("hidden", test_hidden);

  return g_test_run ();
}
