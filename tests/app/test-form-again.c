/* A form page that was laid aside and opened with another record shows what a new one shows: nothing
 * of the record before, of what was typed, of what was wrong, of what could be undone. */
#include "form-fixture.h"
#include "lib/paz-load.h"

#include "store/paz-drafts.h"

static const char * const kinds[] = { "recommendation", "pledge", "task", "need", "meeting", "participant" };

#define OPENINGS 4

/* ---- what is seen ---- */

static void
tell_classes (GtkWidget *widget,
              GString   *told)
{
  static const char * const classes[] = { "error", "warning", "wrong", "doubtful", "conflict", "editing", "current",
                                          "stale", "missing", "source", "paz-unanswered", "paz-cell-state" };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (gtk_widget_has_css_class (widget, classes[i]))
      g_string_append_printf (told, " .%s", classes[i]);
}

static void
tell_content (GtkWidget *widget,
              GString   *told)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (told, " “%s”", gtk_label_get_label (GTK_LABEL (widget)));
  if (GTK_IS_EDITABLE (widget))
    g_string_append_printf (told, " [%s]", gtk_editable_get_text (GTK_EDITABLE (widget)));
  if (PAZ_IS_TEXT_BOX (widget))
    {
      g_autofree char *text = paz_text_box_dup_text (PAZ_TEXT_BOX (widget));

      g_string_append_printf (told, " {%s}", text);
    }
  if (GTK_IS_TOGGLE_BUTTON (widget))
    g_string_append_printf (told, " %d", gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (widget)));
  if (GTK_IS_CHECK_BUTTON (widget))
    g_string_append_printf (told, " %d", gtk_check_button_get_active (GTK_CHECK_BUTTON (widget)));
  if (GTK_IS_DROP_DOWN (widget))
    g_string_append_printf (told, " #%u", gtk_drop_down_get_selected (GTK_DROP_DOWN (widget)));
  if (gtk_widget_get_tooltip_text (widget) != NULL)
    g_string_append_printf (told, " (%s)", gtk_widget_get_tooltip_text (widget));
}

/* Lists to choose from are made when they are opened, and are no part of the record. */
static void
tell (GtkWidget *widget,
      GString   *told,
      guint      depth)
{
  if (!gtk_widget_get_visible (widget) || GTK_IS_POPOVER (widget) ||
      (GTK_IS_REVEALER (widget) && !gtk_revealer_get_reveal_child (GTK_REVEALER (widget))))
    return;
  g_string_append_printf (told, "%*s%s%s", depth, "", G_OBJECT_TYPE_NAME (widget),
                          gtk_widget_get_sensitive (widget) ? "" : " off");
  tell_classes (widget, told);
  tell_content (widget, told);
  g_string_append_c (told, '\n');
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    tell (child, told, depth + 1);
}

static char *
dup_seen (GtkWidget *page)
{
  GString *told = g_string_new (NULL);

  tell (page, told, 0);

  return g_string_free (told, FALSE);
}

static void
assert_nothing_to_undo (GtkWidget *widget)
{
  if (GTK_IS_TEXT_VIEW (widget))
    {
      g_assert_false (gtk_text_buffer_get_can_undo (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget))));
      g_assert_false (gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget))));
    }
  if (GTK_IS_TEXT (widget))
    {
      g_autofree char *before = g_strdup (gtk_editable_get_text (GTK_EDITABLE (widget)));

      gtk_widget_activate_action (widget, "text.undo", NULL);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (widget)), ==, before);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_nothing_to_undo (child);
}

/* ---- what a person leaves behind ---- */

static void
scribble_in (PazFieldRow *row,
             guint        n)
{
  GtkWidget *editable = find_nth_editable (paz_field_row_get_editor (row), &n);

  if (GTK_IS_TEXT_VIEW (editable))
    {
      GtkTextIter start, end;
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (editable));

      gtk_text_buffer_begin_user_action (buffer);
      gtk_text_buffer_insert_at_cursor (buffer, "borrador", -1);
      gtk_text_buffer_end_user_action (buffer);
      gtk_text_buffer_get_bounds (buffer, &start, &end);
      gtk_text_buffer_select_range (buffer, &start, &end);
    }
  else if (editable != NULL && gtk_editable_get_editable (GTK_EDITABLE (editable)))
    {
      int at = 0;

      gtk_editable_insert_text (GTK_EDITABLE (editable), "zz", -1, &at);
    }
}

static void
scribble (PazFormPage *page)
{
  PazForm *form = form_of (page);
  GPtrArray *rows = paz_form_get_rows (form);
  GPtrArray *tables = paz_form_get_tables (form);

  for (guint i = 0; i < rows->len; i++)
    switch (g_test_rand_int_range (0, 5))
      {
      case 0:
        gtk_widget_activate_action (rows->pdata[i], "row.state", "s", "unknown");
        break;
      case 1:
        gtk_widget_activate_action (paz_field_row_get_editor (rows->pdata[i]), "text.preview", NULL);
        break;
      case 2:
      case 3:
        scribble_in (rows->pdata[i], g_test_rand_int_range (0, 3));
        break;
      default:
        break;
      }
  for (guint i = 0; i < tables->len; i++)
    gtk_widget_activate_action (tables->pdata[i], "children.add", NULL);
  paz_form_page_save (page);   /* what is wrong is said everywhere */
}

static void
lay_aside (PazFormPage *page)
{
  paz_form_page_lay_aside (page);
  gtk_widget_set_visible (GTK_WIDGET (page), FALSE);
  drain ();
}

static void
open_again (Fixture     *fixture,
            PazFormPage *page,
            PazRecord   *record)
{
  g_autoptr (PazDraft) draft = paz_store_dup_draft (fixture->store, paz_record_get_id (record));
  g_autofree char *state = NULL;
  GPtrArray *rows;
  GtkWidget *focus;

  paz_form_page_open (page, record);
  gtk_widget_set_visible (GTK_WIDGET (page), TRUE);
  gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD);
  drain ();
  rows = paz_form_get_rows (form_of (page));
  g_object_get (rows->pdata[0], "state", &state, NULL);
  /* What was left unsaved is offered first; a field that says it is not known has nothing to write in. */
  if (draft != NULL || !g_str_equal (state, "answer"))
    return;
  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (page)));
  g_assert_nonnull (focus);
  if (!gtk_widget_is_ancestor (focus, rows->pdata[0]))
    g_error ("the focus is in %s", G_OBJECT_TYPE_NAME (focus));
}

static PazRecord *
dup_any (Fixture       *fixture,
         const PazKind *kind)
{
  g_autoptr (PazQuery) query = paz_query_new (kind);
  g_autoptr (GPtrArray) ids = paz_store_find (fixture->store, query, NULL, NULL);

  if (ids->len == 0 || g_test_rand_int_range (0, 6) == 0)
    return paz_store_create_record (fixture->store, kind, NULL);

  return paz_store_dup_record (fixture->store, ids->pdata[g_test_rand_int_range (0, ids->len)], NULL);
}

static void
assert_as_new (Fixture     *fixture,
               PazFormPage *page,
               PazRecord   *record)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *other = new_whole_form (fixture->store, record);
  g_autofree char *seen = dup_seen (GTK_WIDGET (page));
  g_autofree char *expected = NULL;

  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 760);
  adw_window_set_content (ADW_WINDOW (window), other);
  /* Not shown: it would take the focus, and a field that loses it says what is wrong. */
  gtk_widget_realize (window);
  drain ();
  expected = dup_seen (other);
  g_assert_cmpstr (seen, ==, expected);
  g_assert_false (paz_form_page_is_modified (page));
  assert_nothing_to_undo (GTK_WIDGET (page));
  g_object_add_weak_pointer (G_OBJECT (other), (gpointer *) &other);
  close_and_check_freed (window);
  g_assert_null (other);
}

static void
test_again (Fixture       *fixture,
            gconstpointer  data)
{
  const PazKind *kind = paz_kind_find (data);
  g_autoptr (PazRecord) first = NULL;
  PazFormPage *page;

  paz_load_fill (fixture->store, 1);
  first = dup_any (fixture, kind);
  page = PAZ_FORM_PAGE (new_whole_form (fixture->store, first));
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (page));
  show (fixture->window);
  for (guint i = 0; i < OPENINGS; i++)
    {
      g_autoptr (PazRecord) record = NULL;

      scribble (page);
      lay_aside (page);
      record = dup_any (fixture, kind);
      open_again (fixture, page, record);
      assert_as_new (fixture, page, record);
    }
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  adw_window_set_content (ADW_WINDOW (fixture->window), NULL);
  wait_until (page == NULL);
}

/* ---- built bit by bit ---- */

static guint
count_built (GPtrArray *rows)
{
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    n += gtk_widget_get_visible (rows->pdata[i]) && paz_field_row_get_field (rows->pdata[i]) != NULL;

  return n;
}

static void
test_bit_by_bit (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (PazRecord) record = paz_store_create_record (fixture->store, paz_kind_find ("recommendation"), NULL);
  GtkWidget *page = paz_form_page_new (fixture->store, record);
  g_autofree char *seen = NULL;
  g_autofree char *whole = NULL;
  GtkWidget *other;
  GPtrArray *rows;

  adw_window_set_content (ADW_WINDOW (fixture->window), page);
  show (fixture->window);
  wait_until (paz_form_page_is_whole (PAZ_FORM_PAGE (page)));
  rows = paz_form_get_rows (form_of (PAZ_FORM_PAGE (page)));
  g_assert_cmpuint (count_built (rows), ==, rows->len);
  drain ();
  seen = dup_seen (page);

  other = new_whole_form (fixture->store, record);
  g_assert_true (paz_form_page_is_whole (PAZ_FORM_PAGE (other)));
  adw_window_set_content (ADW_WINDOW (fixture->window), other);
  drain ();
  whole = dup_seen (other);
  g_assert_cmpstr (seen, ==, whole);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  paz_words_init ("en");

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *path = g_strconcat ("/form-again/", kinds[i], NULL);

      g_test_add (path, Fixture, kinds[i], fixture_set_up, test_again, fixture_tear_down);
    }
  g_test_add ("/form-again/bit-by-bit", Fixture, NULL, fixture_set_up, test_bit_by_bit, fixture_tear_down);

  return g_test_run ();
}
