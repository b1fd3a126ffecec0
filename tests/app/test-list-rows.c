/* The rows a list's view is offered: few first, all in the end, the same as the list's whatever
 * happens meanwhile; with the real page, view and store. */
#include "shell-fixture.h"

#include "paz-list-cell.h"
#include "paz-list-page.h"
#include "paz-list-rows.h"
#include "store/paz-record-list.h"

#define N_TASKS 420
#define N_EDITS 120

typedef struct
{
  PazStore *store;
  GtkWidget *page;
  GtkColumnView *view;
  PazRecordList *records;
  PazListRows *rows;
} Table;

static void
put_tasks (PazStore *store,
           guint     first,
           guint     n)
{
  const PazKind *kind = paz_kind_find ("task");
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = first; i < first + n; i++)
    {
      g_autoptr (PazRecord) task = paz_store_create_record (store, kind, NULL);
      g_autoptr (PazTrilingual) text = paz_trilingual_new ();
      g_autofree char *key = paz_store_make_text_key (store);
      g_autofree char *title = g_strdup_printf ("Task %04u", i);

      paz_trilingual_set_text (text, PAZ_LANGUAGE_EN, title, key);
      paz_record_set_value (task, paz_kind_find_field (kind, "title"), paz_trilingual_to_value (text));
      paz_edit_put (edit, task);
    }
  paz_store_apply (store, edit, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
is_pending (Table *table)
{
  gboolean pending;

  g_object_get (table->records, "pending", &pending, NULL);

  return pending;
}

static guint
count_rows (Table *table)
{
  return g_list_model_get_n_items (G_LIST_MODEL (table->rows));
}

static guint
count_records (Table *table)
{
  return g_list_model_get_n_items (G_LIST_MODEL (table->records));
}

static void
open_table (Fixture *fixture,
            Table   *table)
{
  paz_settings_set_text (paz_settings_get (), PAZ_SETTING_LIST_LAYOUTS, "");
  fixture_open (fixture);
  table->store = paz_window_get_store (fixture->window);
  put_tasks (table->store, 0, N_TASKS);
  paz_window_show_page (fixture->window, "kind:task");
  table->page = paz_window_get_page (fixture->window);
  table->records = PAZ_RECORD_LIST (paz_list_page_get_records (PAZ_LIST_PAGE (table->page)));
  table->view = GTK_COLUMN_VIEW (find_widget (table->page, GTK_TYPE_COLUMN_VIEW));
  table->rows = PAZ_LIST_ROWS (gtk_column_view_get_model (table->view));
  wait_until (!is_pending (table));
  gtk_widget_activate_action (table->page, "arrange.sort", "(sb)", "title", FALSE);
  wait_until (!is_pending (table));
}

/* Every cell on the screen shows what the list holds at its row. */
static gboolean
check_cell_cb (GtkWidget *widget,
               gpointer   data)
{
  Table *table = data;
  GObject *item = PAZ_IS_LIST_CELL (widget) ? paz_list_cell_get_item (PAZ_LIST_CELL (widget)) : NULL;
  g_autofree char *text = NULL;
  const char *title;

  if (item == NULL)
    return FALSE;
  g_assert_cmpuint (paz_record_list_find (table->records, paz_record_get_id (PAZ_RECORD (item))), !=, G_MAXUINT);
  title = paz_record_get_words (PAZ_RECORD (item), "title", PAZ_LANGUAGE_EN);
  g_object_get (widget, "text", &text, NULL);
  if (text != NULL && g_str_has_prefix (text, "Task"))
    g_assert_cmpstr (text, ==, title);

  return FALSE;
}

static void
check_same (Table *table)
{
  guint n = count_rows (table);

  if (!paz_list_rows_is_behind (table->rows))
    g_assert_cmpuint (n, ==, count_records (table));
  for (guint i = 0; i < n; i += MAX (1, n / 37))
    {
      g_autoptr (PazListRow) row = g_list_model_get_item (G_LIST_MODEL (table->rows), i);
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (table->records), i);

      paz_list_row_hold (row);
      if (!paz_list_rows_is_behind (table->rows))
        g_assert_true (paz_list_row_get_item (row) == item);
      paz_list_row_release (row);
    }
  if (!paz_list_rows_is_behind (table->rows))
    walk (GTK_WIDGET (table->view), check_cell_cb, table);
}

static void
finish (Table *table)
{
  wait_until (!is_pending (table) && !paz_list_rows_is_behind (table->rows));
  check_same (table);
}

/* ---- tests ---- */

static void
test_growth (Fixture       *fixture,
             gconstpointer  data)
{
  Table table;

  open_table (fixture, &table);
  g_assert_cmpuint (count_rows (&table), <, 64);
  g_assert_cmpuint (count_records (&table), ==, N_TASKS);
  check_same (&table);
  finish (&table);
  g_assert_cmpuint (count_rows (&table), ==, N_TASKS);

  /* Left alone it keeps few; shown again it has all. */
  paz_list_rows_shrink (table.rows);
  g_assert_cmpuint (count_rows (&table), <, 64);
  paz_list_rows_finish (table.rows);
  g_assert_cmpuint (count_rows (&table), ==, N_TASKS);
  check_same (&table);
}

/* All is all of the list, offered or not; what is not offered can be unselected too. */
static void
test_selection (Fixture       *fixture,
                gconstpointer  data)
{
  GtkSelectionModel *model;
  g_autoptr (GtkBitset) all = NULL;
  g_autoptr (GtkBitset) one = NULL;
  Table table;

  open_table (fixture, &table);
  model = GTK_SELECTION_MODEL (table.rows);
  g_assert_cmpuint (count_rows (&table), <, N_TASKS);
  g_assert_true (gtk_widget_activate_action (table.page, "bulk.select-all", NULL));
  all = gtk_selection_model_get_selection (model);
  g_assert_cmpuint (gtk_bitset_get_size (all), ==, N_TASKS);
  g_assert_true (shows (table.page, "420 records · 420 selected"));

  g_assert_true (gtk_selection_model_select_item (model, 3, TRUE));
  one = gtk_selection_model_get_selection (model);
  g_assert_cmpuint (gtk_bitset_get_size (one), ==, 1);
  g_assert_true (gtk_selection_model_is_selected (model, 3));

  /* The record stays selected where it goes, beyond what is offered. */
  gtk_widget_activate_action (table.page, "arrange.sort", "(sb)", "title", TRUE);
  wait_until (!is_pending (&table));
  g_assert_true (gtk_selection_model_is_selected (model, N_TASKS - 1 - 3));
  g_assert_false (gtk_selection_model_is_selected (model, 3));
  finish (&table);
  g_assert_true (gtk_selection_model_is_selected (model, N_TASKS - 1 - 3));
  g_assert_true (gtk_widget_activate_action (table.page, "bulk.select-all", NULL));
  g_assert_true (gtk_widget_activate_action (table.page, "bulk.clear", NULL));
  g_assert_false (gtk_selection_model_is_selected (model, N_TASKS - 1));
}

static void
type_words (Table      *table,
            const char *words)
{
  GtkWidget *entry = find_widget (table->page, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_signal_emit_by_name (entry, "search-changed");
}

/* What is in view is right as soon as the list is, though the rest follows. */
static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  GtkSelectionModel *model;
  static const char * const words[] = { "0", "00", "001", "0013", "nothing", "041", "" };
  Table table;

  open_table (fixture, &table);
  model = GTK_SELECTION_MODEL (table.rows);
  finish (&table);
  gtk_selection_model_select_item (model, N_TASKS - 2, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (PazListRow) row = NULL;
      g_autoptr (GObject) item = NULL;

      type_words (&table, words[i]);
      wait_until (!is_pending (&table));
      row = g_list_model_get_item (G_LIST_MODEL (table.rows), 0);
      item = g_list_model_get_item (G_LIST_MODEL (table.records), 0);
      g_assert_true (row != NULL || item == NULL);
      g_assert_false (gtk_selection_model_is_selected (model, count_records (&table)));
      if (row != NULL)
        {
          paz_list_row_hold (row);
          g_assert_true (paz_list_row_get_item (row) == item);
          paz_list_row_release (row);
        }
      if (i % 2 == 0)
        finish (&table);
    }
  finish (&table);
  g_assert_cmpuint (count_rows (&table), ==, N_TASKS);
}

static void
drop_task (Table *table,
           guint  position)
{
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PazRecord) record = g_list_model_get_item (G_LIST_MODEL (table->records), position);

  paz_edit_remove (edit, record);
  paz_store_apply (table->store, edit, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* Edits by chance between the slices of growth. */
static void
test_edits (Fixture       *fixture,
            gconstpointer  data)
{
  GtkSelectionModel *model;
  g_autofree char *kept = NULL;
  Table table;
  guint made = N_TASKS;
  guint n_steps = 0;

  open_table (fixture, &table);
  model = GTK_SELECTION_MODEL (table.rows);
  gtk_selection_model_select_item (model, 7, TRUE);
  kept = g_strdup (paz_record_list_get_id (table.records, 7));
  for (guint i = 0; i < N_EDITS; i++)
    {
      guint n = count_records (&table);
      guint at = (guint) g_test_rand_int_range (0, (int) n);

      switch (g_test_rand_int_range (0, 5))
        {
        case 0:
          put_tasks (table.store, made++, 1);
          n_steps++;
          break;
        case 1:
          if (g_str_equal (paz_record_list_get_id (table.records, at), kept))
            break;
          drop_task (&table, at);
          n_steps++;
          break;
        case 2:
          gtk_widget_activate_action (table.page, "arrange.sort", "(sb)", "title", g_test_rand_bit ());
          break;
        case 3:
          if (n_steps == 0)
            break;
          gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
          n_steps--;
          break;
        default:
          type_words (&table, g_test_rand_bit () ? "" : "Task");
          break;
        }
      wait_until (!is_pending (&table));
      check_same (&table);
      g_assert_true (gtk_selection_model_is_selected (model, paz_record_list_find (table.records, kept)));
      for (int turns = g_test_rand_int_range (0, 4); turns > 0; turns--)
        g_main_context_iteration (NULL, FALSE);
    }
  finish (&table);
  g_assert_true (gtk_selection_model_is_selected (model, paz_record_list_find (table.records, kept)));
}

/* A heading is a row like others: it may take the place of a record, and give it back. */
static void
test_groups (Fixture       *fixture,
             gconstpointer  data)
{
  Table table;

  open_table (fixture, &table);
  finish (&table);
  gtk_widget_activate_action (table.page, "arrange.group", "(ss)", "status", "value");
  wait_until (!is_pending (&table) && !paz_list_rows_is_behind (table.rows));
  g_assert_cmpuint (count_rows (&table), ==, N_TASKS + 1);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  g_assert_true (shows (table.page, "Not answered"));
  gtk_widget_activate_action (table.page, "arrange.open-groups", "b", FALSE);
  wait_until (!paz_list_rows_is_behind (table.rows));
  g_assert_cmpuint (count_rows (&table), ==, 1);
  gtk_widget_activate_action (table.page, "arrange.group", "(ss)", "", "value");
  wait_until (!is_pending (&table));
  finish (&table);
  g_assert_cmpuint (count_rows (&table), ==, N_TASKS);
}

/* A condition of another version is told, and the rest of the filter holds. */
static void
test_unread (Fixture       *fixture,
             gconstpointer  data)
{
  Table table;

  open_table (fixture, &table);
  paz_list_page_show (PAZ_LIST_PAGE (table.page), (const char *[]) { "status unknown", "colour is blue", NULL });
  wait_until (!is_pending (&table));
  g_assert_true (shows (table.page, "colour is blue"));
  g_assert_cmpuint (count_records (&table), ==, N_TASKS);
  g_assert_true (gtk_widget_activate_action (table.page, "page.close-notice", NULL));
  g_assert_false (shows (table.page, "colour is blue"));
  paz_list_page_show (PAZ_LIST_PAGE (table.page), (const char *[]) { "status is in_progress", NULL });
  g_assert_false (shows (table.page, "could not be read"));
}

#define add(path, test) g_test_add ("/list-rows/" path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  paz_words_init ("en");

  add ("growth", test_growth);
  add ("selection", test_selection);
  add ("search", test_search);
  add ("edits", test_edits);
  add ("groups", test_groups);
  add ("unread", test_unread);

  return g_test_run ();
}
