/* The translation desk: what waits, one after the other, each saved as a step of its own. */
#include "form-fixture.h"

#include "paz-desk-editor.h"
#include "paz-desk-item.h"
#include "paz-desk-page.h"
#include "paz-markdown-view.h"
#include "paz-settings.h"
#include "paz-text-change.h"
#include "paz-translation-cell.h"
#include "store/paz-drafts.h"

static void
set_title (PazStore    *store,
           PazRecord   *record,
           PazLanguage  language,
           const char  *text)
{
  const PazField *field = paz_kind_find_field (paz_record_get_kind (record), "title");
  g_autoptr (PazTrilingual) title = paz_trilingual_from_value (paz_record_get_value (record, field));
  g_autofree char *key = paz_store_make_text_key (store);
  g_autoptr (PazEdit) edit = paz_edit_new ();

  paz_trilingual_set_text (title, language, text, key);
  paz_record_set_value (record, field, paz_trilingual_to_value (title));
  paz_edit_put (edit, record);
  g_assert_true (paz_store_apply (store, edit, NULL, NULL, NULL, NULL, NULL));
}

static PazRecord *
make_task (PazStore   *store,
           const char *title)
{
  PazRecord *task = paz_store_create_record (store, paz_kind_find ("task"), NULL);

  set_title (store, task, PAZ_LANGUAGE_ES, title);

  return task;
}

static PazDeskPage *
open_desk (Fixture *fixture)
{
  GtkWidget *page = paz_desk_page_new (fixture->store);

  adw_window_set_content (ADW_WINDOW (fixture->window), page);
  show (fixture->window);
  paz_desk_page_set_target (PAZ_DESK_PAGE (page), PAZ_LANGUAGE_EN);

  return PAZ_DESK_PAGE (page);
}

static guint
count (PazDeskPage *page)
{
  return g_list_model_get_n_items (paz_desk_page_get_items (page));
}

static PazDeskEditor *
editor_of (PazDeskPage *page)
{
  return PAZ_DESK_EDITOR (find_widget (GTK_WIDGET (page), PAZ_TYPE_DESK_EDITOR));
}

static GtkTextBuffer *
buffer_of (PazDeskPage *page)
{
  GtkWidget *box = find_widget (GTK_WIDGET (editor_of (page)), PAZ_TYPE_TEXT_BOX);

  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (paz_text_box_get_view (PAZ_TEXT_BOX (box))));
}

static void
do_action (PazDeskPage *page,
           const char  *name)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (editor_of (page)), name, NULL));
}

static const char *
shown_record (PazDeskPage *page,
              guint        position)
{
  g_autoptr (PazDeskItem) item = g_list_model_get_item (paz_desk_page_get_items (page), position);

  return paz_desk_item_get_text (item)->record;
}

/* Ids of one moment have no order. */
static void
sort_by_page (PazDeskPage  *page,
              PazRecord   **one,
              PazRecord   **two)
{
  PazRecord *first = *one;

  if (g_str_equal (shown_record (page, 0), paz_record_get_id (first)))
    return;
  *one = *two;
  *two = first;
}

static PazTranslationState
state_of (PazStore    *store,
          PazRecord   *record,
          PazLanguage  language)
{
  g_autoptr (PazRecord) read = paz_store_dup_record (store, paz_record_get_id (record), NULL);
  g_autoptr (PazTrilingual) title =
    paz_trilingual_from_value (paz_record_get_value (read, paz_kind_find_field (paz_record_get_kind (read), "title")));

  return paz_trilingual_get_state (title, language);
}

static void
test_walk (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (PazRecord) one = make_task (fixture->store, "Uno");
  g_autoptr (PazRecord) two = make_task (fixture->store, "Dos");
  PazDeskPage *page = open_desk (fixture);

  wait_until (count (page) == 2);
  sort_by_page (page, &one, &two);
  gtk_text_buffer_set_text (buffer_of (page), "One", -1);
  do_action (page, "desk.save-next");
  g_assert_cmpuint (count (page), ==, 1);
  g_assert_cmpint (state_of (fixture->store, one, PAZ_LANGUAGE_EN), ==, PAZ_TRANSLATION_CURRENT);

  /* The next is there; an empty text is not saved. */
  g_assert_cmpstr (shown_record (page, 0), ==, paz_record_get_id (two));
  do_action (page, "desk.save-next");
  g_assert_cmpuint (count (page), ==, 1);
  gtk_text_buffer_set_text (buffer_of (page), "Two", -1);
  do_action (page, "desk.save-next");
  g_assert_cmpuint (count (page), ==, 0);

  /* One step each. */
  g_assert_true (paz_store_undo (fixture->store, NULL));
  wait_until (count (page) == 1);
  g_assert_cmpint (state_of (fixture->store, one, PAZ_LANGUAGE_EN), ==, PAZ_TRANSLATION_CURRENT);
  g_assert_cmpint (state_of (fixture->store, two, PAZ_LANGUAGE_EN), ==, PAZ_TRANSLATION_MISSING);
  drain ();
}

static void
test_still_right (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (PazRecord) task = make_task (fixture->store, "Reunir los datos antes de junio");
  PazDeskPage *page;
  PazTextChange *change;

  set_title (fixture->store, task, PAZ_LANGUAGE_EN, "Gather the data before June");
  set_title (fixture->store, task, PAZ_LANGUAGE_ES, "Reunir los datos antes de mayo");
  page = open_desk (fixture);
  wait_until (count (page) == 1);
  change = PAZ_TEXT_CHANGE (find_widget (GTK_WIDGET (editor_of (page)), PAZ_TYPE_TEXT_CHANGE));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (change)));
  g_assert_cmpstr (paz_text_change_get_text (change), ==, "Reunir los datos antes de juniomayo");
  g_assert_cmpstr (paz_text_change_get_spoken (change), ==, "Removed: “junio”. Added: “mayo”.");
  do_action (page, "desk.confirm");
  g_assert_cmpint (state_of (fixture->store, task, PAZ_LANGUAGE_EN), ==, PAZ_TRANSLATION_CURRENT);
  g_assert_cmpuint (count (page), ==, 0);
  drain ();
}

/* What is typed and skipped is there when one comes back. */
static void
test_skip (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (PazRecord) one = make_task (fixture->store, "Uno");
  g_autoptr (PazRecord) two = make_task (fixture->store, "Dos");
  PazDeskPage *page = open_desk (fixture);
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  g_autoptr (PazDraft) draft = NULL;

  wait_until (count (page) == 2);
  sort_by_page (page, &one, &two);
  gtk_text_buffer_set_text (buffer_of (page), "On", -1);
  do_action (page, "desk.skip");
  g_assert_cmpuint (count (page), ==, 2);
  draft = paz_store_dup_draft (fixture->store, paz_record_get_id (one));
  g_assert_nonnull (draft);
  do_action (page, "desk.skip");
  gtk_text_buffer_get_bounds (buffer_of (page), &start, &end);
  text = gtk_text_buffer_get_text (buffer_of (page), &start, &end, FALSE);
  g_assert_cmpstr (text, ==, "On");
  do_action (page, "desk.save-next");
  g_assert_null (paz_store_dup_draft (fixture->store, paz_record_get_id (one)));
  g_assert_cmpuint (count (page), ==, 1);
  drain ();
}

/* Also in the form: what changed in the source, while it is stale. */
static void
test_form (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (PazRecord) task = make_task (fixture->store, "Antes del plazo");
  g_autoptr (PazRecord) stored = NULL;
  GtkWidget *page;
  GtkWidget *cells[PAZ_N_LANGUAGES];
  PazTextChange *change;

  set_title (fixture->store, task, PAZ_LANGUAGE_EN, "Before the deadline");
  set_title (fixture->store, task, PAZ_LANGUAGE_ES, "Después del plazo");
  stored = paz_store_dup_record (fixture->store, paz_record_get_id (task), NULL);
  page = new_whole_form (fixture->store, stored);
  adw_window_set_content (ADW_WINDOW (fixture->window), page);
  show (fixture->window);
  cells[0] = find_widget (paz_field_row_get_editor (row_of (form_of (PAZ_FORM_PAGE (page)), "title")), PAZ_TYPE_TRANSLATION_CELL);
  cells[1] = gtk_widget_get_next_sibling (cells[0]);
  cells[2] = gtk_widget_get_next_sibling (cells[1]);
  change = PAZ_TEXT_CHANGE (find_widget (cells[PAZ_LANGUAGE_EN], PAZ_TYPE_TEXT_CHANGE));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (change)));
  g_assert_cmpstr (paz_text_change_get_spoken (change), ==, "Removed: “Antes”. Added: “Después”.");
  g_assert_false (gtk_widget_get_visible (find_widget (cells[PAZ_LANGUAGE_ES], PAZ_TYPE_TEXT_CHANGE)));

  /* One at a time, as the person likes. */
  g_assert_true (gtk_widget_get_visible (cells[0]));
  paz_settings_set_text (paz_settings_get (), PAZ_SETTING_TEXTS_VIEW, "one");
  paz_settings_set_text (paz_settings_get (), PAZ_SETTING_TEXTS_LANGUAGE, "pt");
  g_assert_false (gtk_widget_get_visible (cells[0]));
  g_assert_true (gtk_widget_get_visible (cells[1]));
  paz_settings_set_text (paz_settings_get (), PAZ_SETTING_TEXTS_VIEW, "side");
  g_assert_true (gtk_widget_get_visible (cells[0]));
}

static void
test_preview (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *box = paz_text_box_new (3);
  GtkWidget *preview;
  GtkWidget *points;
  GtkWidget *line;

  paz_text_box_set_markdown (PAZ_TEXT_BOX (box), TRUE);
  adw_window_set_content (ADW_WINDOW (fixture->window), box);
  paz_text_box_set_text (PAZ_TEXT_BOX (box), "# Título\n\n- uno\n- **dos**\n\nQue [ARG: los] participantes [vengan <b>");
  show (fixture->window);
  preview = find_widget (box, PAZ_TYPE_MARKDOWN_VIEW);
  g_assert_false (gtk_widget_get_visible (preview));
  points = find_widget (box, GTK_TYPE_MENU_BUTTON);
  line = gtk_menu_button_get_child (GTK_MENU_BUTTON (points));
  wait_until (g_strcmp0 (gtk_label_get_text (GTK_LABEL (line)), "1 open point · ARG") == 0);
  g_assert_true (gtk_widget_activate_action (box, "text.preview", NULL));
  g_assert_true (gtk_widget_get_visible (preview));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (preview))), ==, "Título");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (gtk_widget_get_last_child (preview))), ==,
                   "Que [ARG: los] participantes [vengan <b>");
  g_assert_true (gtk_widget_activate_action (box, "text.preview", NULL));
  g_assert_false (gtk_widget_get_visible (preview));
}

static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (PazEdit) edit = paz_edit_new ();
  const PazField *field = paz_kind_find_field (paz_kind_find ("task"), "title");
  PazDeskPage *page;
  gint64 start;

  for (int i = 0; i < 3000; i++)
    {
      g_autoptr (PazRecord) task = paz_store_create_record (fixture->store, paz_kind_find ("task"), NULL);
      g_autoptr (PazTrilingual) title = paz_trilingual_new ();
      g_autofree char *text = g_strdup_printf ("Tarea %d", i);

      paz_trilingual_set_text (title, PAZ_LANGUAGE_ES, text, "AAAAAAAAAAA");
      paz_record_set_value (task, field, paz_trilingual_to_value (title));
      paz_edit_put (edit, task);
    }
  g_assert_true (paz_store_apply (fixture->store, edit, NULL, NULL, NULL, NULL, NULL));
  page = open_desk (fixture);
  wait_until (count (page) == 3000);
  for (guint i = 1; i <= 5; i++)
    {
      gtk_test_widget_wait_for_draw (fixture->window);
      gtk_text_buffer_set_text (buffer_of (page), "One", -1);
      start = g_get_monotonic_time ();
      do_action (page, "desk.save-next");
      g_test_message ("save and next among 3,000: %d ms", (int) (g_get_monotonic_time () - start) / 1000);
      g_assert_cmpuint (count (page), ==, 3000 - i);
    }
  drain ();
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  paz_words_init ("en");
  add ("/translation-desk/walk", test_walk);
  add ("/translation-desk/still-right", test_still_right);
  add ("/translation-desk/skip", test_skip);
  add ("/translation-desk/form", test_form);
  add ("/translation-desk/preview", test_preview);
  add ("/translation-desk/many", test_many);

  return g_test_run ();
}
