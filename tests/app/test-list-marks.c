/* What a list says beside its rows, asks before it deletes, and how the keys go through the sidebar
 * and the search of everything. */
#include "shell-fixture.h"

#include "paz-bulk-bar.h"
#include "paz-list-cell.h"
#include "paz-list-page.h"
#include "paz-search-dialog.h"
#include "paz-search-row.h"
#include "paz-sidebar.h"
#include "store/paz-record-list.h"
#include "store/paz-uses.h"

static PazStore *
get_store (Fixture *fixture)
{
  return paz_window_get_store (fixture->window);
}

static PazRecordList *
get_records (GtkWidget *page)
{
  return PAZ_RECORD_LIST (paz_list_page_get_records (PAZ_LIST_PAGE (page)));
}

static GtkWidget *
open_list (Fixture    *fixture,
           const char *kind)
{
  g_autofree char *name = g_strconcat ("kind:", kind, NULL);
  gboolean pending = TRUE;
  GtkWidget *page;

  paz_window_show_page (fixture->window, name);
  page = paz_window_get_page (fixture->window);
  wait_until ((g_object_get (get_records (page), "pending", &pending, NULL), !pending));
  gtk_test_widget_wait_for_draw (page);

  return page;
}

static void
put (PazStore  *store,
     PazRecord *record)
{
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (GError) error = NULL;

  paz_edit_put (edit, record);
  paz_store_apply (store, edit, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
set_plain (PazRecord  *record,
           const char *key,
           const char *text)
{
  paz_record_set_value (record, paz_kind_find_field (paz_record_get_kind (record), key), g_variant_new_string (text));
}

static void
set_title (PazStore   *store,
           PazRecord  *record,
           const char *key,
           const char *words)
{
  g_autoptr (PazTrilingual) text = paz_trilingual_new ();
  g_autofree char *text_key = paz_store_make_text_key (store);

  paz_trilingual_set_text (text, PAZ_LANGUAGE_ES, words, text_key);
  paz_record_set_value (record, paz_kind_find_field (paz_record_get_kind (record), key), paz_trilingual_to_value (text));
}

static PazRecord *
add_task (PazStore   *store,
          const char *title)
{
  PazRecord *task = paz_store_create_record (store, paz_kind_find ("task"), NULL);

  set_title (store, task, "title", title);
  put (store, task);

  return task;
}

/* ---- the sidebar ---- */

static GtkListBox *
get_list (Fixture *fixture)
{
  GtkWidget *sidebar = find_widget (GTK_WIDGET (fixture->window), PAZ_TYPE_SIDEBAR);

  g_assert_nonnull (sidebar);
  return GTK_LIST_BOX (find_widget (sidebar, GTK_TYPE_LIST_BOX));
}

static void
move (GtkListBox      *list,
      GtkMovementStep  step,
      int              count)
{
  g_signal_emit_by_name (list, "move-cursor", step, count, FALSE, FALSE);
}

static GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_window_get_focus (GTK_WINDOW (fixture->window));
}

static void
test_sidebar (Fixture       *fixture,
              gconstpointer  data)
{
  GtkListBox *list;
  GtkWidget *first, *last, *next;

  fixture_open (fixture);
  paz_window_show_page (fixture->window, "overview");
  list = get_list (fixture);
  first = GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0));
  g_assert_true (gtk_widget_grab_focus (first));

  /* To the last, back, and down one: no page but the one that was there. */
  move (list, GTK_MOVEMENT_BUFFER_ENDS, 1);
  last = get_focus (fixture);
  g_assert_true (GTK_IS_LIST_BOX_ROW (last) && last != first);
  move (list, GTK_MOVEMENT_BUFFER_ENDS, -1);
  g_assert_true (get_focus (fixture) == first);
  for (guint i = 0; i < 2; i++)
    move (list, GTK_MOVEMENT_DISPLAY_LINES, 1);
  next = get_focus (fixture);
  g_assert_true (GTK_IS_LIST_BOX_ROW (next) && next != first && next != last);
  g_assert_cmpstr (paz_window_get_page_name (fixture->window), ==, "overview");
  g_assert_true (gtk_list_box_get_selected_row (list) == GTK_LIST_BOX_ROW (first));

  /* Enter opens. */
  gtk_widget_grab_focus (last);
  g_signal_emit_by_name (list, "activate-cursor-row");
  g_assert_cmpstr (paz_window_get_page_name (fixture->window), ==, "deleted");
  g_assert_true (gtk_list_box_get_selected_row (list) == GTK_LIST_BOX_ROW (last));
}

/* ---- search of everything ---- */

static PazSearchDialog *
open_search (Fixture *fixture)
{
  PazSearchDialog *dialog;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.search", NULL));
  dialog = PAZ_SEARCH_DIALOG (find_toplevel (PAZ_TYPE_SEARCH_DIALOG));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (dialog));

  return dialog;
}

static const char *
get_first (PazSearchDialog *dialog)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (paz_search_dialog_get_list (dialog), 0);

  return row != NULL ? paz_search_row_get_target (row) : NULL;
}

/* A save that ends after the words were typed: the answer follows. */
static void
test_saved_meanwhile (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (PazRecord) task = NULL;
  PazSearchDialog *dialog;

  fixture_open (fixture);
  dialog = open_search (fixture);
  paz_search_dialog_search (dialog, "reunión de ñandúes");
  wait_until (paz_search_dialog_is_ready (dialog));
  g_assert_true (shows (dialog, "Nothing Found"));

  task = add_task (get_store (fixture), "La reunión de los ñandúes");
  wait_until (get_first (dialog) != NULL);
  g_assert_cmpstr (get_first (dialog), ==, paz_record_get_id (task));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Each word was saved just before it is looked for. */
static void
test_saved_before (Fixture       *fixture,
                   gconstpointer  data)
{
  static const char * const words[] = { "Ávila", "Íbero", "Óbidos", "Ñuble", "Çeşme", "Ülke", "Érico", "Ãmen" };

  fixture_open (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      PazSearchDialog *dialog = open_search (fixture);
      g_autoptr (PazRecord) task = add_task (get_store (fixture), words[i]);

      paz_search_dialog_search (dialog, words[i]);
      wait_until (paz_search_dialog_is_ready (dialog));
      g_assert_cmpstr (get_first (dialog), ==, paz_record_get_id (task));
      gtk_window_destroy (GTK_WINDOW (dialog));
    }
}

/* Enter right after the last letter opens what these words find, not what was found before. */
static void
test_enter_at_once (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (PazRecord) task = NULL;
  PazSearchDialog *dialog;
  GtkWidget *entry;

  fixture_open (fixture);
  task = add_task (get_store (fixture), "Quipu");
  dialog = open_search (fixture);
  entry = find_widget (GTK_WIDGET (dialog), GTK_TYPE_SEARCH_ENTRY);
  paz_search_dialog_search (dialog, "settings of no kind");
  wait_until (paz_search_dialog_is_ready (dialog));

  gtk_editable_set_text (GTK_EDITABLE (entry), "quipu");
  g_signal_emit_by_name (entry, "activate");
  wait_until (paz_window_get_form (fixture->window) != NULL);
  g_assert_null (find_toplevel (PAZ_TYPE_SEARCH_DIALOG));
}

/* ---- what came with the program ---- */

static char *
find_built_in (PazStore   *store,
               const char *kind)
{
  g_autoptr (PazQuery) query = paz_query_new (paz_kind_find (kind));
  g_autoptr (GPtrArray) ids = paz_store_find (store, query, NULL, NULL);

  for (guint i = 0; i < ids->len; i++)
    if (paz_store_is_built_in (store, ids->pdata[i]))
      return g_strdup (ids->pdata[i]);

  return NULL;
}

static void
select_record (GtkWidget  *page,
               const char *id)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (find_widget (page, GTK_TYPE_COLUMN_VIEW));
  guint position = paz_record_list_find (get_records (page), id);

  g_assert_cmpuint (position, <, G_MAXUINT);
  gtk_selection_model_select_item (gtk_column_view_get_model (view), position, TRUE);
}

static gboolean
is_there (PazStore   *store,
          const char *id)
{
  g_autoptr (PazRecord) record = paz_store_dup_record (store, id, NULL);

  return record != NULL && !paz_record_is_deleted (record);
}

/* A press of its button also closes it. */
static void
answer (const char *response)
{
  AdwMessageDialog *dialog = find_dialog ();

  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  wait_until (find_dialog () == NULL);
}

static void
test_built_in (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (PazRecord) task = NULL;
  g_autoptr (PazRecord) practice = NULL;
  g_autofree char *mission = NULL;
  PazStore *store;
  GtkWidget *page;

  fixture_open (fixture);
  store = get_store (fixture);
  mission = find_built_in (store, "mission");
  g_assert_nonnull (mission);
  practice = paz_store_create_record (store, paz_kind_find ("practice"), NULL);
  set_title (store, practice, "title", "Lecciones");
  set_plain (practice, "mission", mission);
  put (store, practice);

  page = open_list (fixture, "mission");
  select_record (page, mission);
  gtk_widget_activate_action (page, "page.delete", NULL);
  wait_until (find_dialog () != NULL);
  g_assert_true (shows (find_dialog (), "Delete a Record That Came With the Program?"));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (find_dialog ()), "Practices"));
  answer ("cancel");
  g_assert_true (is_there (store, mission));

  gtk_widget_activate_action (page, "page.delete", NULL);
  wait_until (find_dialog () != NULL);
  answer ("delete");
  wait_until (!is_there (store, mission));
  g_assert_true (paz_store_undo (store, NULL));
  g_assert_true (is_there (store, mission));

  /* Of one's own nobody is asked. */
  task = add_task (store, "Quipu");
  g_assert_false (paz_store_is_built_in (store, paz_record_get_id (task)));
  page = open_list (fixture, "task");
  select_record (page, paz_record_get_id (task));
  gtk_widget_activate_action (page, "page.delete", NULL);
  wait_until (!is_there (store, paz_record_get_id (task)));
  g_assert_null (find_dialog ());
}

/* ---- marks ---- */

static gboolean
has_remark_cb (GtkWidget *widget,
               gpointer   data)
{
  return gtk_widget_has_css_class (widget, "remark-mark") && gtk_widget_get_visible (widget)
         && g_strcmp0 (gtk_label_get_label (GTK_LABEL (widget)), data) == 0;
}

static GtkWidget *
find_cell (GtkWidget  *widget,
           const char *text)
{
  GtkWidget *found = NULL;
  g_autofree char *own = NULL;

  if (PAZ_IS_LIST_CELL (widget))
    g_object_get (widget, "text", &own, NULL);
  if (own != NULL && g_strcmp0 (own, text) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_cell (child, text);

  return found;
}

static void
test_unchecked (Fixture       *fixture,
                gconstpointer  data)
{
  PazRecord *mission;
  GtkWidget *page;
  PazStore *store;

  fixture_open (fixture);
  store = get_store (fixture);
  mission = paz_store_create_record (store, paz_kind_find ("mission"), NULL);
  set_plain (mission, "acronym", "AAAQ");
  set_title (store, mission, "name", "Misión de prueba");
  set_plain (mission, "check", "recall");
  put (store, mission);

  page = open_list (fixture, "mission");
  wait_until (find_cell (page, "Misión de prueba") != NULL);
  wait_until (walk (find_cell (page, "Misión de prueba"), has_remark_cb, (gpointer) "?"));
  gtk_test_accessible_assert_property (find_cell (page, "Misión de prueba"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "How Sure: Not checked, from general knowledge");

  set_plain (mission, "check", "seen");
  put (store, mission);
  wait_until (!walk (find_cell (page, "Misión de prueba"), has_remark_cb, (gpointer) "?"));
  g_object_unref (mission);
}

/* A pledge whose parts do not add up, until they do. */
static void
test_doubtful (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (PazRecord) pledge = NULL;
  GtkWidget *page;
  PazStore *store;
  const PazKind *kind = paz_kind_find ("pledge");

  fixture_open (fixture);
  store = get_store (fixture);
  pledge = paz_store_create_record (store, kind, NULL);
  set_title (store, pledge, "title", "Compañía de prueba");
  paz_record_set_value (pledge, paz_kind_find_field (kind, "strength"), g_variant_new_int64 (100));
  paz_record_set_value (pledge, paz_kind_find_field (kind, "officers"), g_variant_new_int64 (10));
  paz_record_set_value (pledge, paz_kind_find_field (kind, "other_ranks"), g_variant_new_int64 (80));
  put (store, pledge);

  page = open_list (fixture, "pledge");
  wait_until (find_cell (page, "Compañía de prueba") != NULL);
  wait_until (walk (find_cell (page, "Compañía de prueba"), has_remark_cb, (gpointer) "!"));
  paz_record_set_value (pledge, paz_kind_find_field (kind, "other_ranks"), g_variant_new_int64 (90));
  put (store, pledge);
  wait_until (!walk (find_cell (page, "Compañía de prueba"), has_remark_cb, (gpointer) "!"));
}

/* ---- how many ---- */

static void
test_count (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *page, *view;

  fixture_open (fixture);
  page = open_list (fixture, "mission");
  view = find_widget (page, GTK_TYPE_COLUMN_VIEW);
  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_RELATION_ROW_COUNT));
  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  paz_words_init ("en");
  ADD ("/marks/sidebar", test_sidebar);
  ADD ("/marks/search/saved-meanwhile", test_saved_meanwhile);
  ADD ("/marks/search/saved-before", test_saved_before);
  ADD ("/marks/search/enter-at-once", test_enter_at_once);
  ADD ("/marks/built-in", test_built_in);
  ADD ("/marks/unchecked", test_unchecked);
  ADD ("/marks/doubtful", test_doubtful);
  ADD ("/marks/count", test_count);

  return g_test_run ();
}
