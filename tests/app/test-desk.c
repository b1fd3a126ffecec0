/* Search of everything, the history of the file, deleted records, areas, role and first page. */
#include "shell-fixture.h"

#include "paz-commands.h"
#include "paz-deleted-page.h"
#include "paz-history-page.h"
#include "paz-overview-page.h"
#include "paz-role.h"
#include "paz-search-dialog.h"
#include "paz-search-row.h"
#include "paz-sidebar.h"

static PazRecord *
make_task (PazStore   *store,
           const char *title,
           const char *notes)
{
  const PazKind *kind = paz_kind_find ("task");
  PazRecord *record = paz_store_create_record (store, kind, NULL);
  g_autoptr (PazTrilingual) texts = paz_trilingual_from_value (NULL);
  g_autofree char *key = paz_store_make_text_key (store);

  paz_trilingual_set_text (texts, PAZ_LANGUAGE_ES, title, key);
  paz_record_set_value (record, paz_kind_find_field (kind, "title"), paz_trilingual_to_value (texts));
  if (notes != NULL)
    paz_record_set_value (record, paz_kind_find_field (kind, "notes"), g_variant_new_string (notes));

  return record;
}

static guint64
put (PazStore  *store,
     PazRecord *record)
{
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (GError) error = NULL;
  guint64 step = 0;

  paz_edit_put (edit, record);
  paz_store_apply (store, edit, NULL, NULL, NULL, &step, &error);
  g_assert_no_error (error);
  drain ();

  return step;
}

static void
erase (PazStore  *store,
       PazRecord *record)
{
  g_autoptr (PazEdit) edit = paz_edit_new ();

  paz_edit_remove (edit, record);
  g_assert_true (paz_store_apply (store, edit, NULL, NULL, NULL, NULL, NULL));
  drain ();
}

static void
set_text (PazRecord  *record,
          const char *key,
          const char *text)
{
  paz_record_set_value (record, paz_kind_find_field (paz_record_get_kind (record), key), g_variant_new_string (text));
}

/* ---- search ---- */

static PazSearchDialog *
open_search (Fixture *fixture)
{
  PazSearchDialog *dialog;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.search", NULL));
  dialog = PAZ_SEARCH_DIALOG (find_toplevel (PAZ_TYPE_SEARCH_DIALOG));
  g_assert_nonnull (dialog);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (dialog));

  return dialog;
}

static GtkListBoxRow *
search (PazSearchDialog *dialog,
        const char      *words)
{
  paz_search_dialog_search (dialog, words);
  wait_until (paz_search_dialog_is_ready (dialog));

  return gtk_list_box_get_row_at_index (paz_search_dialog_get_list (dialog), 0);
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (PazRecord) task = NULL;
  PazSearchDialog *dialog;
  GtkListBoxRow *row;

  fixture_open (fixture);
  task = make_task (paz_window_get_store (fixture->window), "Adiestramiento de ñandúes", "con música de Araçatuba");
  put (paz_window_get_store (fixture->window), task);
  dialog = open_search (fixture);

  /* By the end of its words' beginnings, without accents; in the text the words are shown. */
  row = search (dialog, "nandu adiest");
  g_assert_cmpstr (paz_search_row_get_target (row), ==, paz_record_get_id (task));
  row = search (dialog, "aracatuba");
  g_assert_cmpstr (paz_search_row_get_target (row), ==, paz_record_get_id (task));
  g_assert_true (shows (row, "Araçatuba"));
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "Adiestramiento de ñandúes, Task");
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Words found: Araçatuba. con música de Araçatuba");

  /* A code comes before every page and title. */
  row = search (dialog, "per");
  g_assert_cmpstr (paz_search_row_get_section (row), ==, "Records");
  g_assert_true (shows (row, "Peru"));
  search (dialog, "no such thing anywhere");
  g_assert_true (shows (dialog, "Nothing Found"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_commands (Fixture       *fixture,
               gconstpointer  data)
{
  PazSearchDialog *dialog;
  GtkListBoxRow *row;

  fixture_open (fixture);
  dialog = open_search (fixture);
  row = search (dialog, "preferences");
  g_assert_cmpstr (paz_search_row_get_action (row), ==, "app.preferences");
  row = search (dialog, "import un fig");
  g_assert_cmpstr (paz_search_row_get_action (row), ==, "win.import");
  row = search (dialog, "deleted rec");
  g_assert_cmpstr (paz_search_row_get_target (row), ==, "deleted");

  /* Enter opens the first, which is a page. */
  g_signal_emit_by_name (paz_search_dialog_get_list (dialog), "row-activated", row);
  drain ();
  g_assert_cmpstr (paz_window_get_page_name (fixture->window), ==, "deleted");
  g_assert_null (find_toplevel (PAZ_TYPE_SEARCH_DIALOG));

  /* What was searched is there the next time. */
  dialog = open_search (fixture);
  g_assert_true (shows (dialog, "deleted rec"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* In each language what a menu is called in any of them. */
static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) commands = NULL;

  fixture_open (fixture);
  commands = paz_commands_find (paz_window_get_store (fixture->window), "preferencias");
  g_assert_cmpuint (commands->len, ==, 1);
  g_assert_cmpstr (((PazCommand *) commands->pdata[0])->name, ==, "Preferences");
}

/* ---- history ---- */

static PazHistoryPage *
open_history (Fixture *fixture)
{
  PazHistoryPage *page;

  paz_window_show_page (fixture->window, "history");
  page = PAZ_HISTORY_PAGE (paz_window_get_page (fixture->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (page));
  wait_until (!paz_change_list_is_busy (paz_history_page_get_list (page)));

  return page;
}

static void
wait_for_changes (PazHistoryPage *page,
                  guint           n)
{
  GListModel *list = G_LIST_MODEL (paz_history_page_get_list (page));

  wait_until (g_list_model_get_n_items (list) == n && !paz_change_list_is_busy (PAZ_CHANGE_LIST (list)));
}

static void
test_history (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (PazRecord) task = NULL;
  PazHistoryPage *page;
  PazStore *store;
  GtkWidget *entry;
  guint64 step;

  fixture_open (fixture);
  store = paz_window_get_store (fixture->window);
  task = make_task (store, "Uno", NULL);
  put (store, task);
  set_text (task, "due", "2026-05");
  step = put (store, task);
  set_text (task, "notes", "Ñandú");
  put (store, task);

  page = open_history (fixture);
  wait_for_changes (page, 3);
  g_assert_true (shows (page, "Task · Uno"));
  g_assert_true (shows (page, "Due: Not answered → May 2026"));
  g_assert_true (shows (page, "3 changes"));

  entry = find_widget (GTK_WIDGET (page), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "no such words");
  wait_for_changes (page, 0);
  g_assert_true (shows (page, "No Changes Found"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  wait_for_changes (page, 3);

  /* One old step taken back is a new change. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.revert-step", "t", step));
  wait_for_changes (page, 4);
  g_assert_true (shows (page, "Took back"));
}

/* A page that reads as it is shown: a list of any length costs no more. */
static void
test_lazy (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (PazEdit) edit = paz_edit_new ();
  PazHistoryPage *page;
  GListModel *list;
  g_autoptr (PazChange) last = NULL;

  fixture_open (fixture);
  for (int i = 0; i < 500; i++)
    {
      g_autofree char *title = g_strdup_printf ("Tarea %d", i);
      g_autoptr (PazRecord) task = make_task (paz_window_get_store (fixture->window), title, NULL);

      paz_edit_put (edit, task);
    }
  g_assert_true (paz_store_apply (paz_window_get_store (fixture->window), edit, NULL, NULL, NULL, NULL, NULL));
  page = open_history (fixture);
  list = G_LIST_MODEL (paz_history_page_get_list (page));
  wait_for_changes (page, 500);
  last = g_list_model_get_item (list, 499);
  g_assert_false (paz_change_is_loaded (last));
  paz_change_list_load (PAZ_CHANGE_LIST (list), last);
  wait_until (paz_change_is_loaded (last));
  g_assert_cmpstr (paz_change_get_title (last), ==, "Task · Tarea 0");
}

static void
test_dependents (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (PazRecord) task = NULL;
  PazStore *store;
  GtkWidget *dialog;
  guint64 step;

  fixture_open (fixture);
  store = paz_window_get_store (fixture->window);
  task = make_task (store, "Uno", NULL);
  step = put (store, task);
  set_text (task, "due", "2026-05");
  put (store, task);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.revert-step", "t", step));
  dialog = find_toplevel (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  gtk_test_widget_wait_for_draw (dialog);
  g_assert_true (shows (dialog, "Uno: Due"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "close");
  drain ();
}

/* ---- deleted ---- */

static void
test_deleted (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (PazRecord) task = NULL;
  g_autoptr (PazRecord) back = NULL;
  const char *ids[1];
  PazDeletedPage *page;
  PazStore *store;

  fixture_open (fixture);
  store = paz_window_get_store (fixture->window);
  task = make_task (store, "Reunión de género", NULL);
  put (store, task);
  erase (store, task);
  paz_window_show_page (fixture->window, "deleted");
  page = PAZ_DELETED_PAGE (paz_window_get_page (fixture->window));
  wait_until (paz_deleted_page_is_ready (page) && g_list_model_get_n_items (paz_deleted_page_get_list (page)) == 1);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (page));
  g_assert_true (shows (page, "Reunión de género"));
  gtk_editable_set_text (GTK_EDITABLE (find_widget (GTK_WIDGET (page), GTK_TYPE_SEARCH_ENTRY)), "genero");
  wait_until (paz_deleted_page_is_ready (page) && g_list_model_get_n_items (paz_deleted_page_get_list (page)) == 1);

  ids[0] = paz_record_get_id (task);
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (fixture->window), "win.bring-back",
                                                     g_variant_new_strv (ids, 1)));
  wait_until (g_list_model_get_n_items (paz_deleted_page_get_list (page)) == 0);
  back = paz_store_dup_record (store, ids[0], NULL);
  g_assert_false (paz_record_is_deleted (back));
}

/* ---- areas, role, first page ---- */

static gboolean
is_row_shown (Fixture    *fixture,
              const char *title)
{
  return shows (find_widget (GTK_WIDGET (fixture->window), PAZ_TYPE_SIDEBAR), title);
}

static void
test_role (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  PazStore *store;

  fixture_open (fixture);
  store = paz_window_get_store (fixture->window);
  paz_sidebar_propose (PAZ_ROLE_UNSAID);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  g_assert_true (is_row_shown (fixture, "Recommendations"));
  g_assert_true (is_row_shown (fixture, "Missions"));

  g_assert_true (paz_role_set (store, PAZ_ROLE_SECRETARIAT, &error));
  paz_sidebar_propose (PAZ_ROLE_SECRETARIAT);
  drain ();
  g_assert_true (is_row_shown (fixture, "Recommendations"));
  g_assert_false (is_row_shown (fixture, "Missions"));
  g_assert_true (is_row_shown (fixture, "Participation"));
  g_assert_cmpint (paz_role_get (store), ==, PAZ_ROLE_SECRETARIAT);

  /* Where one goes is seen. */
  paz_window_show_page (fixture->window, "kind:mission");
  drain ();
  g_assert_true (is_row_shown (fixture, "Missions"));
  paz_sidebar_propose (PAZ_ROLE_UNSAID);
}

static void
test_defaults (Fixture       *fixture,
               gconstpointer  data)
{
  const PazLevel national = PAZ_LEVEL_NATIONAL;
  g_autoptr (PazRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  PazStore *store;

  fixture_open (fixture);
  store = paz_window_get_store (fixture->window);
  g_assert_true (paz_role_asks (store));
  g_assert_true (paz_role_set_level (store, &national, &error));
  record = paz_role_create_record (store, paz_kind_find ("task"), NULL);
  g_assert_cmpint (paz_record_get_level (record), ==, PAZ_LEVEL_NATIONAL);
  g_assert_true (paz_role_set_first_page (store, "kind:task", &error));
  g_assert_true (paz_store_set_identity (store, "PER", "Ana", &error));
  g_assert_false (paz_role_asks (store));

  close_and_check_freed (GTK_WIDGET (fixture->window));
  fixture->window = paz_window_new (GTK_APPLICATION (fixture->application));
  fixture_open (fixture);
  g_assert_cmpstr (paz_window_get_page_name (fixture->window), ==, "kind:task");
}

/* What waits for the own delegation is told first. */
static void
test_matters (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (PazRecord) late = NULL;
  g_autoptr (PazRecord) done = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *page;
  PazStore *store;

  fixture_open (fixture);
  store = paz_window_get_store (fixture->window);
  g_assert_true (paz_store_set_identity (store, "PER", "Ana", &error));
  g_assert_true (paz_role_set (store, PAZ_ROLE_ANALYST, &error));
  late = make_task (store, "Enviar el cuestionario", NULL);
  set_text (late, "due", "2020-05-31");
  put (store, late);
  done = make_task (store, "Hecho hace tiempo", NULL);
  set_text (done, "due", "2020-05-31");
  set_text (done, "status", "completed");
  put (store, done);

  paz_window_show_page (fixture->window, "overview");
  page = paz_window_get_page (fixture->window);
  wait_until (paz_overview_page_is_ready (PAZ_OVERVIEW_PAGE (page)) && shows (page, "What Waits for Your Delegation"));
  g_assert_true (shows (page, "Enviar el cuestionario"));
  g_assert_true (shows (page, "Task · Was due"));
  g_assert_true (shows (page, "Ana · National analyst"));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);

  ADD ("/desk/search", test_search);
  ADD ("/desk/commands", test_commands);
  ADD ("/desk/names", test_names);
  ADD ("/desk/history", test_history);
  ADD ("/desk/lazy", test_lazy);
  ADD ("/desk/dependents", test_dependents);
  ADD ("/desk/deleted", test_deleted);
  ADD ("/desk/role", test_role);
  ADD ("/desk/defaults", test_defaults);
  ADD ("/desk/matters", test_matters);

  return g_test_run ();
}
