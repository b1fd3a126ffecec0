/* A block of cells pasted into the contained records of a form. */
#include "form-fixture.h"

#include "paz-child-cell.h"
#include "paz-paste-dialog.h"

static PazChildTable *
table_of (PazFormPage *page)
{
  return g_ptr_array_index (paz_form_get_tables (form_of (page)), 0);
}

static guint
count (PazFormPage *page)
{
  return g_list_model_get_n_items (paz_child_table_get_records (table_of (page)));
}

static void
act (PazFormPage *page,
     const char  *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (table_of (page)), action, NULL));
}

static char *
dup_cell (PazFormPage *page,
          guint        row,
          const char  *key)
{
  g_autoptr (PazRecord) record = g_list_model_get_item (paz_child_table_get_records (table_of (page)), row);
  const PazField *field = paz_kind_find_field (paz_record_get_kind (record), key);

  return paz_value_dup_plain (field, paz_record_get_value (record, field));
}

#define assert_cell(page, row, key, text)                             \
  G_STMT_START {                                                      \
    g_autofree char *held_ = dup_cell (page, row, key);               \
    g_assert_cmpstr (held_, ==, text);                                \
  } G_STMT_END

static PazPasteDialog *
find_paste (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (PAZ_IS_PASTE_DIALOG (window))
        return PAZ_PASTE_DIALOG (window);
    }

  return NULL;
}

static PazPasteDialog *
paste (PazFormPage *page,
       const char  *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (page)), text);
  act (page, "children.paste");
  wait_until (find_paste () != NULL);
  wait_until (g_str_equal (paz_paste_dialog_get_state (find_paste ()), "review"));

  return find_paste ();
}

static void
accept (PazPasteDialog *dialog)
{
  paz_paste_dialog_accept (dialog);
  wait_until (find_paste () == NULL);
}

/* A meeting with the items 1 and 2, saved. */
static PazFormPage *
open_meeting (Fixture *fixture)
{
  PazFormPage *page = open_new (fixture, "meeting");

  type (form_of (page), "title", 0, "Reunión");
  accept (paste (page, "Number\tTitle\n1\tOpening\n2\tReport\n"));
  g_assert_cmpuint (count (page), ==, 2);
  g_assert_true (paz_form_page_save (page));

  return page;
}

/* Rows match what the form holds, saved or not; the form's save is the only step of the store. */
static void
test_paste (Fixture       *fixture,
            gconstpointer  data)
{
  PazFormPage *page = open_meeting (fixture);
  g_autoptr (PazStep) before = paz_store_dup_undo_step (fixture->store);
  g_autoptr (PazStep) after = NULL;
  const PazPasteCounts *counts;
  PazPasteDialog *dialog;

  g_assert_cmpuint (before->n_records, ==, 3);
  accept (paste (page, "Number\tTitle\n3\tNot saved yet\n"));
  dialog = paste (page, "Number\tTitle\tPresenter\n2\tReport\tPeru\n3\tNot saved yet\tChile\n4\tClosing\t\n");
  counts = paz_paste_get_counts (paz_paste_dialog_get_paste (dialog));
  g_assert_cmpuint (counts->n_update, ==, 2);
  g_assert_cmpuint (counts->n_add, ==, 1);
  accept (dialog);

  g_assert_cmpuint (count (page), ==, 4);
  assert_cell (page, 0, "title", "Opening");
  assert_cell (page, 1, "presenter", "Peru");
  assert_cell (page, 2, "presenter", "Chile");
  assert_cell (page, 3, "title", "Closing");
  g_assert_true (paz_form_page_is_modified (page));
  after = paz_store_dup_undo_step (fixture->store);
  g_assert_cmpuint (after->n, ==, before->n);
}

static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  PazFormPage *page = open_meeting (fixture);
  g_autoptr (PazStep) step = NULL;
  g_autoptr (GError) error = NULL;

  accept (paste (page, "Number\tTitle\n1\tWelcome\n3\tThree\n4\tFour\n"));
  g_assert_cmpuint (count (page), ==, 4);
  act (page, "children.undo");
  g_assert_cmpuint (count (page), ==, 2);
  g_assert_false (paz_form_page_is_modified (page));
  act (page, "children.redo");
  g_assert_cmpuint (count (page), ==, 4);
  g_assert_true (paz_form_page_save (page));

  step = paz_store_dup_undo_step (fixture->store);
  g_assert_cmpuint (step->n_records, ==, 3);
  g_assert_true (paz_store_undo (fixture->store, &error));
  g_assert_no_error (error);
  g_assert_cmpint (paz_store_count (fixture->store, paz_kind_find ("agenda_item")), ==, 2);
}

/* A wrong cell keeps all of it out until the person says so; what is not in the block stays. */
static void
test_wrong (Fixture       *fixture,
            gconstpointer  data)
{
  PazFormPage *page = open_meeting (fixture);
  PazPasteDialog *dialog = paste (page, "Number\tTitle\tDocuments\n2\tReports\tNo such document\n5\tFive\t\n");

  g_assert_cmpuint (paz_paste_get_counts (paz_paste_dialog_get_paste (dialog))->n_wrong, ==, 1);
  paz_paste_dialog_accept (dialog);
  g_assert_nonnull (find_paste ());
  g_assert_cmpuint (count (page), ==, 2);
  paz_paste_dialog_set_partly (dialog, TRUE);
  accept (dialog);
  g_assert_cmpuint (count (page), ==, 3);
  assert_cell (page, 0, "title", "Opening");
  assert_cell (page, 2, "title", "Five");
}

/* One text is written into the cell the person is in, as it is everywhere. */
static void
test_one (Fixture       *fixture,
          gconstpointer  data)
{
  PazFormPage *page = open_meeting (fixture);
  GtkWidget *cell = paz_child_table_get_cell (table_of (page), 1, 0);

  gtk_widget_grab_focus (cell);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (cell), "7");
  act (page, "children.paste");
  wait_until (paz_child_cell_is_editing (PAZ_CHILD_CELL (cell)));
  g_assert_null (find_paste ());
  g_assert_true (paz_child_cell_finish (PAZ_CHILD_CELL (cell)));
  assert_cell (page, 1, "number", "7");
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *home = NULL;
  int result;

  home = g_dir_make_tmp ("paz-home-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("XDG_CONFIG_HOME", home, TRUE);
  paz_words_init ("en");
  ui_test_init (&argc, &argv);
  ui_test_load_style ();

  add ("/child-paste/paste", test_paste);
  add ("/child-paste/undo", test_undo);
  add ("/child-paste/wrong", test_wrong);
  add ("/child-paste/one", test_one);

  result = g_test_run ();
  remove_folder (home);

  return result;
}
