/* Contained records edited in the table of their parent's form. */
#include "form-fixture.h"

#include "paz-child-cell.h"
#include "paz-picker.h"

#include "base/paz-uuid.h"

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

static PazChildCell *
cell_at (PazFormPage *page,
         guint        row,
         guint        column)
{
  GtkWidget *cell = paz_child_table_get_cell (table_of (page), row, column);

  g_assert_nonnull (cell);
  return PAZ_CHILD_CELL (cell);
}

static void
act (PazFormPage *page,
     const char  *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (table_of (page)), action, NULL));
}

static GtkWidget *
entry_in (PazChildCell *cell)
{
  GtkWidget *entry = find_widget (GTK_WIDGET (cell), GTK_TYPE_ENTRY);

  g_assert_nonnull (entry);
  return entry;
}

/* Types over what is there and goes on, as Enter and Tab do. */
static void
write_cell (PazFormPage *page,
            guint        row,
            guint        column,
            const char  *text)
{
  PazChildCell *cell = cell_at (page, row, column);

  gtk_widget_grab_focus (GTK_WIDGET (cell));
  paz_child_cell_edit (cell, "");
  gtk_editable_set_text (GTK_EDITABLE (entry_in (cell)), text);
  g_assert_true (paz_child_cell_finish (cell));
}

/* A popover needs what it points to within the window. */
static gboolean
is_in_view (GtkWidget *cell)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (cell));
  graphene_rect_t at;

  return gtk_widget_compute_bounds (cell, window, &at) && at.origin.y > 0 &&
         at.origin.y + at.size.height < gtk_widget_get_height (window);
}

/* Opens the list over the cell, types and takes the first. */
static void
pick_cell (PazFormPage *page,
           guint        row,
           guint        column,
           const char  *words)
{
  PazChildCell *cell = cell_at (page, row, column);
  GtkWidget *picker;

  gtk_widget_grab_focus (GTK_WIDGET (cell));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (cell));
  wait_until (is_in_view (GTK_WIDGET (cell)));
  paz_child_cell_edit (cell, words);
  picker = find_widget (GTK_WIDGET (cell), PAZ_TYPE_PICKER);
  g_assert_nonnull (picker);
  g_signal_emit_by_name (find_widget (picker, GTK_TYPE_SEARCH_ENTRY), "activate");
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

/* ---- writing in place ---- */

static void
test_write (Fixture       *fixture,
            gconstpointer  data)
{
  PazFormPage *page = open_new (fixture, "meeting");
  g_autoptr (PazStep) step = NULL;

  type (form_of (page), "title", 0, "Reunión");
  act (page, "children.add");
  g_assert_cmpuint (count (page), ==, 1);
  g_assert_true (paz_child_cell_is_editing (cell_at (page, 0, 0)));
  write_cell (page, 0, 0, "1");
  write_cell (page, 0, 1, "Apertura");
  act (page, "children.add");
  write_cell (page, 1, 0, "2");
  write_cell (page, 1, 1, "Informe");
  g_assert_true (paz_form_page_save (page));

  step = paz_store_dup_undo_step (fixture->store);
  g_assert_cmpuint (step->n_records, ==, 3);
  g_assert_cmpuint (count (page), ==, 2);
  assert_cell (page, 1, "number", "2");
  assert_cell (page, 1, "title", "Informe");
  g_assert_false (paz_form_page_is_modified (page));
}

static void
test_give_up (Fixture       *fixture,
              gconstpointer  data)
{
  PazFormPage *page = open_new (fixture, "meeting");
  PazChildCell *cell;

  act (page, "children.add");
  write_cell (page, 0, 1, "Apertura");
  cell = cell_at (page, 0, 1);
  paz_child_cell_edit (cell, "x");
  paz_child_cell_give_up (cell);
  g_assert_false (paz_child_cell_is_editing (cell));
  assert_cell (page, 0, "title", "Apertura");
}

/* A row that was begun and left empty is none: not written, and gone once the person leaves. */
static void
test_blank (Fixture       *fixture,
            gconstpointer  data)
{
  PazFormPage *page = open_new (fixture, "meeting");
  g_autoptr (PazStep) step = NULL;

  type (form_of (page), "title", 0, "Reunión");
  act (page, "children.add");
  gtk_widget_grab_focus (GTK_WIDGET (row_of (form_of (page), "place")));
  wait_until (count (page) == 0);
  act (page, "children.add");
  g_assert_true (paz_form_page_save (page));
  step = paz_store_dup_undo_step (fixture->store);
  g_assert_cmpuint (step->n_records, ==, 1);
}

static void
test_wrong (Fixture       *fixture,
            gconstpointer  data)
{
  PazFormPage *page = open_new (fixture, "recommendation");
  PazChildCell *date;
  g_autofree char *peru = keep (fixture, "participant", "code", "ZZA");

  type (form_of (page), "title", 0, "Uno");
  act (page, "children.add");
  date = cell_at (page, 0, 3);
  gtk_widget_grab_focus (GTK_WIDGET (date));
  paz_child_cell_edit (date, "31/2/2025");
  g_assert_false (paz_child_cell_finish (date));
  g_assert_nonnull (paz_child_cell_get_problem (date));
  gtk_test_accessible_assert_state (date, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_false (paz_form_page_save (page));
  gtk_editable_set_text (GTK_EDITABLE (entry_in (date)), "28/2/2025");
  g_assert_true (paz_child_cell_finish (date));
  assert_cell (page, 0, "date", "2025-02-28");

  /* A position is a delegation's: said at the cell, and the focus goes there. */
  g_assert_false (paz_form_page_save (page));
  g_assert_nonnull (paz_child_cell_get_problem (cell_at (page, 0, 0)));
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (cell_at (page, 0, 0))));
  pick_cell (page, 0, 0, "ZZA");
  assert_cell (page, 0, "participant", peru);
  g_assert_null (paz_child_cell_get_problem (cell_at (page, 0, 0)));
  g_assert_true (paz_form_page_save (page));
}

/* ---- choosing ---- */

static void
test_pick (Fixture       *fixture,
           gconstpointer  data)
{
  PazFormPage *page = open_new (fixture, "recommendation");
  g_autofree char *peru = keep (fixture, "participant", "code", "ZZA");
  g_autofree char *chile = keep (fixture, "participant", "code", "ZZB");

  act (page, "children.add");
  pick_cell (page, 0, 0, "zzb");
  pick_cell (page, 0, 1, "y");
  pick_cell (page, 0, 2, "reserv");
  assert_cell (page, 0, "participant", chile);
  assert_cell (page, 0, "interested", "true");
  g_assert_cmpstr (dup_cell (page, 0, "code"), !=, "");

  /* The same delegation twice is doubtful, not forbidden. */
  act (page, "children.duplicate");
  g_assert_cmpuint (count (page), ==, 2);
  assert_cell (page, 1, "participant", chile);
  g_assert_nonnull (paz_child_cell_get_problem (cell_at (page, 1, 0)));
  pick_cell (page, 1, 0, "zza");
  g_assert_null (paz_child_cell_get_problem (cell_at (page, 1, 0)));
}

static void
test_states (Fixture       *fixture,
             gconstpointer  data)
{
  PazFormPage *page = open_new (fixture, "recommendation");

  act (page, "children.add");
  gtk_widget_grab_focus (GTK_WIDGET (cell_at (page, 0, 3)));
  gtk_widget_activate_action (GTK_WIDGET (table_of (page)), "children.state", "s", "unknown");
  assert_cell (page, 0, "date", "?");
  gtk_test_accessible_assert_property (cell_at (page, 0, 3), GTK_ACCESSIBLE_PROPERTY_LABEL, "Date: Not known");
  gtk_widget_activate_action (GTK_WIDGET (table_of (page)), "children.state", "s", "na");
  assert_cell (page, 0, "date", "n/a");
  gtk_widget_activate_action (GTK_WIDGET (table_of (page)), "children.state", "s", "answer");
  assert_cell (page, 0, "date", "");
  gtk_test_accessible_assert_property (cell_at (page, 0, 3), GTK_ACCESSIBLE_PROPERTY_LABEL, "Date: Not answered");
}

/* ---- order and slips ---- */

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  PazFormPage *page = open_new (fixture, "instrument");

  for (guint i = 0; i < 3; i++)
    {
      char code[] = { 'O', '.', 'a' + i, '\0' };

      act (page, "children.add");
      write_cell (page, i, 0, code);
    }
  gtk_widget_grab_focus (GTK_WIDGET (cell_at (page, 2, 0)));
  act (page, "children.up");
  assert_cell (page, 1, "code", "O.c");
  assert_cell (page, 1, "order", "2");
  assert_cell (page, 2, "order", "3");
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (cell_at (page, 1, 0))));

  act (page, "children.delete");
  g_assert_cmpuint (count (page), ==, 2);
  act (page, "children.undo");
  g_assert_cmpuint (count (page), ==, 3);
  assert_cell (page, 1, "code", "O.c");
  act (page, "children.undo");
  assert_cell (page, 2, "code", "O.c");
  act (page, "children.redo");
  assert_cell (page, 1, "code", "O.c");
}

/* ---- the focus ---- */

static GtkWidget *
focus_of (Fixture *fixture)
{
  return gtk_root_get_focus (GTK_ROOT (fixture->window));
}

/* Between cells in the table, and out of it with what is typed taken. */
static void
test_leave (Fixture       *fixture,
            gconstpointer  data)
{
  PazFormPage *page = open_new (fixture, "meeting");
  GtkWidget *table = GTK_WIDGET (table_of (page));

  act (page, "children.add");
  act (page, "children.add");
  gtk_widget_grab_focus (GTK_WIDGET (cell_at (page, 0, 0)));
  write_cell (page, 0, 0, "1");
  paz_child_cell_edit (cell_at (page, 0, 1), "Apertura");
  act (page, "children.leave");
  assert_cell (page, 0, "title", "Apertura");
  g_assert_false (gtk_widget_is_ancestor (focus_of (fixture), table));

  gtk_widget_grab_focus (GTK_WIDGET (cell_at (page, 0, 1)));
  act (page, "children.leave-back");
  g_assert_false (PAZ_IS_CHILD_CELL (focus_of (fixture)));
}

/* ---- many rows ---- */

#define N_MANY 60

static void
keep_many (Fixture    *fixture,
           const char *container)
{
  const PazKind *kind = paz_kind_find ("position");
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_MANY; i++)
    {
      g_autoptr (PazRecord) record = paz_store_create_record (fixture->store, kind, container);
      char id[PAZ_UUID_SIZE];

      paz_uuid_make_shared ("participant", "PER", id);
      paz_record_set_value (record, paz_kind_find_field (kind, "participant"), g_variant_new_string (id));
      paz_edit_put (edit, record);
    }
  paz_store_apply (fixture->store, edit, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *id = keep (fixture, "recommendation", "title", "Muchas");
  g_autoptr (PazRecord) record = NULL;
  GtkWidget *page;
  gint64 begun;
  double shown, all, typed;

  keep_many (fixture, id);
  record = paz_store_dup_record (fixture->store, id, NULL);
  begun = g_get_monotonic_time ();
  page = new_whole_form (fixture->store, record);
  shown = (g_get_monotonic_time () - begun) / 1000.;
  adw_window_set_content (ADW_WINDOW (fixture->window), page);
  show (fixture->window);
  begun = g_get_monotonic_time ();
  drain ();
  g_assert_nonnull (paz_child_table_get_cell (table_of (PAZ_FORM_PAGE (page)), N_MANY - 1, 0));
  all = (g_get_monotonic_time () - begun) / 1000.;
  g_assert_cmpuint (count (PAZ_FORM_PAGE (page)), ==, N_MANY);

  begun = g_get_monotonic_time ();
  write_cell (PAZ_FORM_PAGE (page), 40, 3, "2025");
  typed = (g_get_monotonic_time () - begun) / 1000.;
  assert_cell (PAZ_FORM_PAGE (page), 40, "date", "2025");
  g_test_message ("%d rows: form made in %.1f ms, the rest in %.1f ms, a cell written in %.1f ms",
                  N_MANY, shown, all, typed);
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

  add ("/children/write", test_write);
  add ("/children/give-up", test_give_up);
  add ("/children/blank", test_blank);
  add ("/children/wrong", test_wrong);
  add ("/children/pick", test_pick);
  add ("/children/states", test_states);
  add ("/children/order", test_order);
  add ("/children/leave", test_leave);
  add ("/children/many", test_many);

  result = g_test_run ();
  remove_folder (home);

  return result;
}
