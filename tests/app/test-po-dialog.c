/* A translator's file taken in by its dialog: on a worker, as one step, or not at all. */
#include "form-fixture.h"

#include "paz-po-dialogs.h"
#include "table/paz-po.h"

#define N_TASKS 300

static void
write_tasks (Fixture *fixture)
{
  g_autoptr (PazEdit) edit = paz_edit_new ();
  const PazField *field = paz_kind_find_field (paz_kind_find ("task"), "title");
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < N_TASKS; i++)
    {
      g_autoptr (PazRecord) task = paz_store_create_record (fixture->store, paz_kind_find ("task"), NULL);
      g_autoptr (PazTrilingual) title = paz_trilingual_new ();
      g_autofree char *text = g_strdup_printf ("Tarea %d", i);
      g_autofree char *key = paz_store_make_text_key (fixture->store);

      paz_trilingual_set_text (title, PAZ_LANGUAGE_ES, text, key);
      paz_record_set_value (task, field, paz_trilingual_to_value (title));
      paz_edit_put (edit, task);
    }
  paz_store_apply (fixture->store, edit, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* What a translator gives back: every text but the header is done. */
static char *
translate (Fixture *fixture)
{
  const PazKind *kinds[] = { paz_kind_find ("task"), NULL };
  PazTextQuery query = { .target = PAZ_LANGUAGE_EN, .states = PAZ_TEXTS_WAITING, .kinds = kinds };
  char *path = g_build_filename (fixture->folder, "en.po", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GString) done = NULL;
  g_autoptr (PazAudience) audience = NULL;
  g_autoptr (GError) error = NULL;
  char *body;

  audience = paz_audience_parse ("own");
  paz_po_export (fixture->store, &query, audience, paz_words_get_catalogue (), path, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  body = strstr (text, "\n\n");
  g_assert_nonnull (body);
  done = g_string_new (body);
  g_string_replace (done, "msgstr \"\"", "msgstr \"Task\"", 0);
  g_string_prepend_len (done, text, body - text);
  g_assert_true (g_file_set_contents (path, done->str, -1, NULL));

  return path;
}

static GtkWidget *
find_import (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_str_equal (G_OBJECT_TYPE_NAME (window), "PazPoImportDialog"))
        return window;
    }

  return NULL;
}

static guint
count_translated (Fixture *fixture)
{
  g_autoptr (PazQuery) query = paz_query_new (paz_kind_find ("task"));
  g_autoptr (GPtrArray) records = paz_store_list_records (fixture->store, query, NULL);
  guint n = 0;

  for (guint i = 0; i < records->len; i++)
    n += paz_record_get_words (g_ptr_array_index (records, i), "title", PAZ_LANGUAGE_EN) != NULL &&
         g_str_equal (paz_record_get_words (g_ptr_array_index (records, i), "title", PAZ_LANGUAGE_EN), "Task");

  return n;
}

static GtkWidget *
open_dialog (Fixture *fixture)
{
  g_autofree char *path = NULL;

  write_tasks (fixture);
  show (fixture->window);
  path = translate (fixture);
  paz_po_import_try (GTK_WINDOW (fixture->window), fixture->store, path);
  wait_until (find_import () != NULL);

  return find_import ();
}

static const char *
get_state (GtkWidget *dialog)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (gtk_widget_get_template_child (dialog, G_OBJECT_TYPE (dialog), "states")));
}

static void
test_apply (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *dialog = open_dialog (fixture);
  g_autoptr (PazStep) step = NULL;

  g_assert_cmpstr (get_state (dialog), ==, "findings");
  gtk_widget_activate_action (dialog, "texts.import", NULL);
  /* The call comes back at once: the worker does it. */
  g_assert_cmpstr (get_state (dialog), ==, "working");
  wait_until (find_import () == NULL);
  g_assert_cmpuint (count_translated (fixture), ==, N_TASKS);
  step = paz_store_dup_undo_step (fixture->store);
  g_assert_cmpuint (step->n_records, ==, N_TASKS);
  g_assert_cmpstr (step->origin, ==, "en.po");
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *dialog = open_dialog (fixture);

  gtk_widget_activate_action (dialog, "texts.import", NULL);
  gtk_widget_activate_action (dialog, "texts.cancel", NULL);
  wait_until (g_str_equal (get_state (dialog), "findings"));
  g_assert_cmpuint (count_translated (fixture), ==, 0);
  /* It can be done after all. */
  gtk_widget_activate_action (dialog, "texts.import", NULL);
  wait_until (find_import () == NULL);
  g_assert_cmpuint (count_translated (fixture), ==, N_TASKS);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  paz_words_init ("en");
  add ("/po-dialog/apply", test_apply);
  add ("/po-dialog/cancel", test_cancel);

  return g_test_run ();
}
