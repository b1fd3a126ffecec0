/* What is typed and not saved is kept a moment later, offered again, and gone when it is saved. */
#include "form-fixture.h"

#include "paz-form-draft.h"

static PazRecord *
make_recommendation (PazStore   *store,
                     const char *title)
{
  PazRecord *record = paz_store_create_record (store, paz_kind_find ("recommendation"), NULL);
  const PazField *field = paz_kind_find_field (paz_record_get_kind (record), "title");
  g_autoptr (PazTrilingual) text = paz_trilingual_new ();
  g_autoptr (PazEdit) edit = paz_edit_new ();

  paz_trilingual_set_text (text, PAZ_LANGUAGE_ES, title, "AAAAAAAAAAA");
  paz_record_set_value (record, field, paz_trilingual_to_value (text));
  paz_edit_put (edit, record);
  g_assert_true (paz_store_apply (store, edit, NULL, NULL, NULL, NULL, NULL));

  return record;
}

static PazFormPage *
open_stored (Fixture    *fixture,
             const char *id)
{
  g_autoptr (PazRecord) record = paz_store_dup_record (fixture->store, id, NULL);
  GtkWidget *page;

  g_assert_nonnull (record);
  page = new_whole_form (fixture->store, record);
  adw_window_set_content (ADW_WINDOW (fixture->window), page);
  show (fixture->window);

  return PAZ_FORM_PAGE (page);
}

static void
write_into (PazFormPage *page,
           const char  *field,
           const char  *text)
{
  GtkWidget *view = editable_of (row_of (form_of (page), field), 0);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

static char *
dup_field_text (PazFormPage *page,
           const char  *field)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (editable_of (row_of (form_of (page), field), 0)));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static gboolean
has_draft (PazStore   *store,
           const char *id)
{
  g_autoptr (PazDraft) draft = paz_store_dup_draft (store, id);

  return draft != NULL;
}

static void
do_action (PazFormPage *page,
           const char  *name)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), name, NULL));
}

static void
test_continue (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (PazRecord) record = make_recommendation (fixture->store, "Guardado");
  const char *id = paz_record_get_id (record);
  PazFormPage *page = open_stored (fixture, id);
  g_autofree char *typed = NULL;
  gint64 start;

  g_assert_false (has_draft (fixture->store, id));
  start = g_get_monotonic_time ();
  write_into (page, "title", "Escrito y no guardado");
  wait_until (has_draft (fixture->store, id));
  g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * G_USEC_PER_SEC);

  page = open_stored (fixture, id);
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (form_of (page))));
  g_assert_false (paz_form_page_is_modified (page));
  do_action (page, "form.draft-continue");
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (form_of (page))));
  typed = dup_field_text (page, "title");
  g_assert_cmpstr (typed, ==, "Escrito y no guardado");
  g_assert_true (paz_form_page_is_modified (page));
  g_assert_true (paz_form_page_save (page));
  g_assert_false (has_draft (fixture->store, id));

  /* Undone is not typed again. */
  g_assert_true (paz_store_undo (fixture->store, NULL));
  g_assert_false (has_draft (fixture->store, id));
  drain ();
}

static void
test_discard (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (PazRecord) record = make_recommendation (fixture->store, "Guardado");
  const char *id = paz_record_get_id (record);
  PazFormPage *page = open_stored (fixture, id);
  g_autofree char *typed = NULL;

  write_into (page, "title", "Otro");
  wait_until (has_draft (fixture->store, id));
  page = open_stored (fixture, id);
  do_action (page, "form.draft-discard");
  g_assert_false (has_draft (fixture->store, id));
  typed = dup_field_text (page, "title");
  g_assert_cmpstr (typed, ==, "Guardado");

  /* Cancel gives up what was typed, and what was kept of it. */
  write_into (page, "title", "Tercero");
  wait_until (has_draft (fixture->store, id));
  do_action (page, "form.cancel");
  g_assert_false (has_draft (fixture->store, id));
}

/* A form that goes without a word, as when the session ends, writes what is pending. */
static void
test_torn_down (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (PazRecord) record = make_recommendation (fixture->store, "Guardado");
  const char *id = paz_record_get_id (record);
  PazFormPage *page = open_stored (fixture, id);

  write_into (page, "title", "Última tecla");
  g_assert_false (has_draft (fixture->store, id));
  adw_window_set_content (ADW_WINDOW (fixture->window), gtk_label_new (NULL));
  wait_until (has_draft (fixture->store, id));
}

/* Typed back to what is stored: nothing to keep. */
static void
test_taken_back (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (PazRecord) record = make_recommendation (fixture->store, "Guardado");
  const char *id = paz_record_get_id (record);
  PazFormPage *page = open_stored (fixture, id);

  write_into (page, "title", "Otro");
  wait_until (has_draft (fixture->store, id));
  write_into (page, "title", "Guardado");
  wait_until (!has_draft (fixture->store, id));
}

static void
test_new_with_contained (Fixture       *fixture,
                         gconstpointer  data)
{
  PazFormPage *page = open_new (fixture, "meeting");
  const char *id = paz_form_page_get_id (page);
  g_autofree char *kept = g_strdup (id);
  g_autoptr (PazRecord) item = paz_store_create_record (fixture->store, paz_kind_find ("agenda_item"), id);
  const PazField *title = paz_kind_find_field (paz_record_get_kind (item), "title");
  g_autoptr (PazTrilingual) words = paz_trilingual_new ();
  PazChildTable *table = g_ptr_array_index (paz_form_get_tables (form_of (page)), 0);
  g_autoptr (PazRecord) begun = NULL;
  g_autoptr (PazDraft) draft = NULL;
  g_autofree char *typed = NULL;

  write_into (page, "title", "Reunión por crear");
  paz_trilingual_set_text (words, PAZ_LANGUAGE_ES, "Apertura", "AAAAAAAAAAA");
  paz_record_set_value (item, title, paz_trilingual_to_value (words));
  g_assert_true (paz_child_table_get_kind (table) == paz_record_get_kind (item));
  paz_child_table_take (table, item);
  wait_until (has_draft (fixture->store, kept));

  draft = paz_store_dup_draft (fixture->store, kept);
  g_assert_true (paz_draft_is_new (draft));
  begun = paz_record_new (paz_kind_find ("meeting"), kept, "XX", NULL);
  page = PAZ_FORM_PAGE (new_whole_form (fixture->store, begun));
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (page));
  do_action (page, "form.draft-continue");
  typed = dup_field_text (page, "title");
  g_assert_cmpstr (typed, ==, "Reunión por crear");
  table = g_ptr_array_index (paz_form_get_tables (form_of (page)), 0);
  g_assert_cmpuint (g_list_model_get_n_items (paz_child_table_get_records (table)), ==, 1);
  g_assert_true (paz_form_page_save (page));
  g_assert_false (has_draft (fixture->store, kept));
  drain ();
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  paz_words_init ("en");
  add ("/drafts/continue", test_continue);
  add ("/drafts/discard", test_discard);
  add ("/drafts/torn-down", test_torn_down);
  add ("/drafts/taken-back", test_taken_back);
  add ("/drafts/new-with-contained", test_new_with_contained);

  return g_test_run ();
}
