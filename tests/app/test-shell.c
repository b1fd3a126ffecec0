/* The window, its pages and dialogs, on real stores. */
#include "shell-fixture.h"

#include "paz-export-dialog.h"
#include "paz-facts-page.h"
#include "paz-files.h"
#include "paz-form-page.h"
#include "paz-import-dialog.h"
#include "paz-list-page.h"
#include "paz-overview-page.h"

static GListModel *
open_list (Fixture    *fixture,
           const char *kind)
{
  g_autofree char *page = g_strconcat ("kind:", kind, NULL);
  GListModel *records;
  gboolean pending = TRUE;

  paz_window_show_page (fixture->window, page);
  records = paz_list_page_get_records (PAZ_LIST_PAGE (paz_window_get_page (fixture->window)));
  wait_until ((g_object_get (records, "pending", &pending, NULL), !pending));

  return records;
}

static void
settle (GListModel *records)
{
  gboolean pending = TRUE;

  drain ();
  wait_until ((g_object_get (records, "pending", &pending, NULL), !pending));
}

static void
activate (gpointer    widget,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (widget), action, NULL));
}

static void
test_open (Fixture       *fixture,
           gconstpointer  data)
{
  paz_window_open_path (fixture->window, fixture->path, PAZ_STORE_OPEN_CREATE);
  g_assert_null (paz_window_get_store (fixture->window));
  show (GTK_WIDGET (fixture->window));
  wait_until (paz_window_get_store (fixture->window) != NULL);

  /* A new file asks who the person is, once. */
  g_assert_true (shows (fixture->window, "Welcome to Relacopaz"));
  activate (fixture->window, "win.welcomed");
  g_assert_false (shows (fixture->window, "Welcome to Relacopaz"));
  g_assert_cmpstr (paz_window_get_page_name (fixture->window), ==, "overview");
  wait_until (paz_overview_page_is_ready (PAZ_OVERVIEW_PAGE (paz_window_get_page (fixture->window))));
  g_assert_true (shows (fixture->window, "Welcome"));
  g_assert_true (shows (fixture->window, "shell.relacopaz"));
  g_assert_true (shows (fixture->window, "Write a recommendation"));
}

static void
test_pages (Fixture       *fixture,
            gconstpointer  data)
{
  const PazKind * const *kinds = paz_kind_list (NULL);

  fixture_open (fixture);
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      GListModel *records;

      if (kinds[i]->parent != NULL)
        continue;
      records = open_list (fixture, kinds[i]->key);
      g_assert_cmpint (g_list_model_get_n_items (records), ==,
                       paz_store_count (paz_window_get_store (fixture->window), kinds[i]));
      gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
    }
}

static PazRecord *
get_record (GListModel *records,
            guint       position)
{
  g_autoptr (PazRecord) record = g_list_model_get_item (records, position);

  return record;
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  GListModel *records;
  GtkWidget *entry;
  guint all;

  fixture_open (fixture);
  records = open_list (fixture, "participant");
  all = g_list_model_get_n_items (records);
  g_assert_cmpuint (all, >=, 33);

  entry = find_widget (paz_window_get_page (fixture->window), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "peru");
  wait_until (g_list_model_get_n_items (records) == 1);
  g_assert_cmpstr (paz_record_get_text (get_record (records, 0), "code"), ==, "PER");
  gtk_editable_set_text (GTK_EDITABLE (entry), "no such participant");
  wait_until (g_list_model_get_n_items (records) == 0);
  settle (records);
  g_assert_true (shows (fixture->window, "Nothing Found"));
  activate (paz_window_get_page (fixture->window), "page.show-all");
  wait_until (g_list_model_get_n_items (records) == all);
}

static void
sort_by (Fixture    *fixture,
         const char *field,
         gboolean    descending)
{
  GtkWidget *page = paz_window_get_page (fixture->window);

  g_assert_true (gtk_widget_activate_action (page, "arrange.sort", "(sb)", field, descending));
}

static void
test_sort (Fixture       *fixture,
           gconstpointer  data)
{
  GListModel *records;

  fixture_open (fixture);
  records = open_list (fixture, "participant");
  sort_by (fixture, "code", FALSE);
  settle (records);
  wait_until (g_str_equal (paz_record_get_text (get_record (records, 0), "code"), "ALCOPAZ"));
  sort_by (fixture, "code", TRUE);
  wait_until (g_str_equal (paz_record_get_text (get_record (records, 0), "code"), "VEN"));
}

/* Deletes what came with the program, which asks first, and takes it back. */
static void
test_delete (Fixture       *fixture,
             gconstpointer  data)
{
  GListModel *records;
  GtkColumnView *view;
  g_autofree char *id = NULL;
  GtkWindow *dialog;
  guint all;

  fixture_open (fixture);
  records = open_list (fixture, "gender_target");
  all = g_list_model_get_n_items (records);
  id = g_strdup (paz_record_get_id (get_record (records, 3)));
  view = GTK_COLUMN_VIEW (find_widget (paz_window_get_page (fixture->window), GTK_TYPE_COLUMN_VIEW));
  gtk_selection_model_select_item (gtk_column_view_get_model (view), 3, TRUE);
  activate (paz_window_get_page (fixture->window), "page.delete");
  wait_until (find_dialog () != NULL);
  dialog = GTK_WINDOW (find_dialog ());
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "delete");
  gtk_window_destroy (dialog);
  wait_until (g_list_model_get_n_items (records) == all - 1);
  g_assert_true (shows (fixture->window, "Deleted"));

  activate (fixture->window, "win.undo");
  wait_until (g_list_model_get_n_items (records) == all);
  settle (records);
  g_assert_cmpstr (paz_record_get_id (get_record (records, 3)), ==, id);
  activate (fixture->window, "win.redo");
  wait_until (g_list_model_get_n_items (records) == all - 1);
}

static void
test_form (Fixture       *fixture,
           gconstpointer  data)
{
  GListModel *records;

  fixture_open (fixture);
  records = open_list (fixture, "mission");
  paz_window_open_record (fixture->window, get_record (records, 0));
  g_assert_true (gtk_widget_get_visible (paz_window_get_form (fixture->window)));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  activate (fixture->window, "win.back");
  g_assert_null (paz_window_get_form (fixture->window));
  g_assert_cmpstr (paz_window_get_page_name (fixture->window), ==, "kind:mission");
}

static void
import_sample (Fixture *fixture)
{
  g_autofree char *path = paz_files_dup_sample ();
  GtkWidget *dialog = paz_import_dialog_new (fixture->window, path);

  gtk_window_present (GTK_WINDOW (dialog));
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  wait_until (g_str_equal (paz_import_dialog_get_state (PAZ_IMPORT_DIALOG (dialog)), "review"));
  gtk_test_widget_wait_for_draw (dialog);
  paz_import_dialog_accept (PAZ_IMPORT_DIALOG (dialog));
  wait_until (dialog == NULL);
}

static void
test_import (Fixture       *fixture,
             gconstpointer  data)
{
  GListModel *rows;
  guint n;

  fixture_open (fixture);
  paz_window_show_page (fixture->window, "contributions");
  rows = paz_facts_page_get_rows (PAZ_FACTS_PAGE (paz_window_get_page (fixture->window)));
  import_sample (fixture);
  wait_until (g_list_model_get_n_items (rows) > 1000);
  n = g_list_model_get_n_items (rows);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  g_assert_true (shows (fixture->window, "Imported"));

  activate (fixture->window, "win.undo");
  wait_until (g_list_model_get_n_items (rows) == 0);
  activate (fixture->window, "win.redo");
  wait_until (g_list_model_get_n_items (rows) == n);
}

static void
test_import_refused (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "not-figures.csv", NULL);
  GtkWidget *dialog;

  fixture_open (fixture);
  g_assert_true (g_file_set_contents (path, "a,b\n1,2\n", -1, NULL));
  dialog = paz_import_dialog_new (fixture->window, path);
  gtk_window_present (GTK_WINDOW (dialog));
  wait_until (g_str_equal (paz_import_dialog_get_state (PAZ_IMPORT_DIALOG (dialog)), "failed"));
  gtk_test_widget_wait_for_draw (dialog);
  g_assert_true (shows (dialog, "not-figures.csv"));
  close_and_check_freed (dialog);
}

/* A name nobody knows is asked about, and the answer has the file read again. */
static void
test_import_asks (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "asks.csv", NULL);
  GtkWidget *dialog, *row;

  fixture_open (fixture);
  g_assert_true (g_file_set_contents (path,
    "contributing_country,mission_acronym,personnel_type,female_personnel,male_personnel,last_reporting_date\n"
    "Urugay,MONUSCO,Troops,1,2,2014-03-31\nPeru,MONUSCO,Troops,1,2,04/05/2014\n", -1, NULL));
  dialog = paz_import_dialog_new (fixture->window, path);
  gtk_window_present (GTK_WINDOW (dialog));
  wait_until (g_str_equal (paz_import_dialog_get_state (PAZ_IMPORT_DIALOG (dialog)), "review"));
  gtk_test_widget_wait_for_draw (dialog);
  g_assert_true (shows (dialog, "Urugay"));
  for (guint i = 0; i < 2; i++)
    {
      row = find_widget (dialog, ADW_TYPE_COMBO_ROW);
      g_assert_nonnull (row);
      adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
      wait_until (find_widget (dialog, ADW_TYPE_COMBO_ROW) != row
                  && g_str_equal (paz_import_dialog_get_state (PAZ_IMPORT_DIALOG (dialog)), "review"));
    }
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  paz_import_dialog_accept (PAZ_IMPORT_DIALOG (dialog));
  wait_until (dialog == NULL);
  g_assert_true (shows (fixture->window, "Imported"));
}

static void
test_export (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "participation.xlsx", NULL);
  GtkWidget *dialog;

  fixture_open (fixture);
  import_sample (fixture);
  dialog = paz_export_dialog_new (fixture->window, "participation");
  gtk_window_present (GTK_WINDOW (dialog));
  paz_export_dialog_run (PAZ_EXPORT_DIALOG (dialog), path);
  wait_until (!g_str_equal (paz_export_dialog_get_state (PAZ_EXPORT_DIALOG (dialog)), "working"));
  g_assert_cmpstr (paz_export_dialog_get_state (PAZ_EXPORT_DIALOG (dialog)), ==, "done");
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  close_and_check_freed (dialog);
}

/* Somebody else has it: say who, offer to read, show the strip. */
static void
test_locked (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PazStore) other = paz_store_open (fixture->path, PAZ_STORE_OPEN_CREATE, NULL, &error);

  g_assert_no_error (error);
  paz_window_open_path (fixture->window, fixture->path, PAZ_STORE_OPEN_CREATE);
  show (GTK_WIDGET (fixture->window));
  wait_until (shows (fixture->window, "is open in another program"));
  g_assert_null (paz_window_get_store (fixture->window));

  activate (fixture->window, "win.open-read-only");
  wait_until (paz_window_get_store (fixture->window) != NULL);
  g_assert_true (paz_store_is_read_only (paz_window_get_store (fixture->window)));
  wait_until (shows (fixture->window, "Shown for reading"));
  g_assert_cmpuint (g_list_model_get_n_items (open_list (fixture, "participant")), >=, 33);
}

static void
test_not_ours (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *contents = NULL;
  const char *text = "This is a letter, and no store at all.";

  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
  paz_window_open_path (fixture->window, fixture->path, PAZ_STORE_OPEN_CREATE);
  show (GTK_WIDGET (fixture->window));
  wait_until (shows (fixture->window, "Nothing was changed"));
  g_assert_null (paz_window_get_store (fixture->window));
  g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, text);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  paz_words_init ("en");

#define ADD(path, function) \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("/shell/open", test_open);
  ADD ("/shell/pages", test_pages);
  ADD ("/shell/search", test_search);
  ADD ("/shell/sort", test_sort);
  ADD ("/shell/delete", test_delete);
  ADD ("/shell/form", test_form);
  ADD ("/shell/import", test_import);
  ADD ("/shell/import-refused", test_import_refused);
  ADD ("/shell/import-asks", test_import_asks);
  ADD ("/shell/export", test_export);
  ADD ("/shell/locked", test_locked);
  ADD ("/shell/not-ours", test_not_ours);
#undef ADD

  return g_test_run ();
}
