/* Many rows of a list at once: changing, marking, deleting, copying through the gate and pasting,
 * with real widgets and the clipboard of the display. */
#include "shell-fixture.h"

#include "paz-bulk-bar.h"
#include "paz-bulk-dialog.h"
#include "paz-copy-clipboard.h"
#include "paz-copy-dialog.h"
#include "paz-list-page.h"
#include "paz-paste-dialog.h"

#define N_RECORDS 5

static PazStore *
get_store (Fixture *fixture)
{
  return paz_window_get_store (fixture->window);
}

static const PazKind *
get_kind (void)
{
  return paz_kind_find ("recommendation");
}

static void
set_field (PazRecord  *record,
           const char *key,
           const char *text)
{
  const PazField *field = paz_kind_find_field (paz_record_get_kind (record), key);
  GVariant *value = paz_value_parse (field, text, paz_catalogue_get (PAZ_LANGUAGE_EN), NULL);

  g_assert_nonnull (value);
  paz_record_set_value (record, field, value);
}

/* The first is national, the others are for the network. */
static void
write_records (Fixture *fixture)
{
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (GError) error = NULL;

  paz_store_set_identity (get_store (fixture), "PER", "Ana", &error);
  g_assert_no_error (error);
  for (guint i = 1; i <= N_RECORDS; i++)
    {
      g_autoptr (PazRecord) record = paz_store_create_record (get_store (fixture), get_kind (), NULL);
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_autofree char *title = i == 3 ? g_strdup ("=HYPERLINK(\"x\")") : g_strdup_printf ("Item\n\"%u\"", i);

      g_strdelimit (title, "\n", ' ');
      set_field (record, "number", number);
      set_field (record, "title", title);
      set_field (record, "status", "draft");
      set_field (record, "due", "2026-05-31");
      paz_record_set_release (record, i == 1 ? PAZ_LEVEL_NATIONAL : PAZ_LEVEL_NETWORK, NULL);
      paz_edit_put (edit, record);
    }
  paz_store_apply (get_store (fixture), edit, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static GtkWidget *
open_list (Fixture *fixture)
{
  GtkWidget *page;

  fixture_open (fixture);
  write_records (fixture);
  paz_window_show_page (fixture->window, "kind:recommendation");
  page = paz_window_get_page (fixture->window);
  wait_until (g_list_model_get_n_items (paz_list_page_get_records (PAZ_LIST_PAGE (page))) == N_RECORDS);
  gtk_widget_activate_action (page, "bulk.select-all", NULL);

  return page;
}

static PazBulkBar *
get_bar (GtkWidget *page)
{
  return PAZ_BULK_BAR (find_widget (page, PAZ_TYPE_BULK_BAR));
}

static guint
count_with (Fixture    *fixture,
            const char *key,
            const char *text)
{
  g_autoptr (PazQuery) query = paz_query_new (get_kind ());
  g_autoptr (GPtrArray) ids = NULL;

  paz_query_add_condition (query, paz_kind_find_field (get_kind (), key), PAZ_MATCH_IS, text);
  ids = paz_store_find (get_store (fixture), query, NULL, NULL);

  return ids->len;
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (paz_store_undo (get_store (fixture), &error));
  g_assert_no_error (error);
}

/* ---- changing ---- */

static void
test_mark (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *page = open_list (fixture);

  g_assert_true (shows (page, "5 selected"));
  gtk_widget_activate_action (page, "bulk.mark", "s", "status=adopted");
  wait_until (paz_bulk_bar_is_idle (get_bar (page)));
  g_assert_cmpuint (count_with (fixture, "status", "adopted"), ==, N_RECORDS);
  undo (fixture);
  g_assert_cmpuint (count_with (fixture, "status", "draft"), ==, N_RECORDS);
}

static void
test_level (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *page = open_list (fixture);
  g_autoptr (PazQuery) query = paz_query_new (get_kind ());
  g_autoptr (GPtrArray) records = NULL;

  gtk_widget_activate_action (page, "bulk.level", "s", "public");
  wait_until (paz_bulk_bar_is_idle (get_bar (page)));
  records = paz_store_list_records (get_store (fixture), query, NULL);
  for (guint i = 0; i < records->len; i++)
    g_assert_cmpint (paz_record_get_level (g_ptr_array_index (records, i)), ==, PAZ_LEVEL_PUBLIC);
}

static void
test_delete (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *page = open_list (fixture);

  gtk_widget_activate_action (page, "page.delete", NULL);
  wait_until (paz_store_count (get_store (fixture), get_kind ()) == 0);
  wait_until (paz_bulk_bar_is_idle (get_bar (page)));
  undo (fixture);
  g_assert_cmpint (paz_store_count (get_store (fixture), get_kind ()), ==, N_RECORDS);
}

static void
test_dialog (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *page = open_list (fixture);
  const PazField *field = paz_kind_find_field (get_kind (), "due");
  PazBulkDialog *dialog;

  gtk_widget_activate_action (page, "bulk.edit", NULL);
  dialog = PAZ_BULK_DIALOG (find_toplevel (PAZ_TYPE_BULK_DIALOG));
  paz_bulk_dialog_show_field (dialog, field);
  set_field (paz_bulk_dialog_get_record (dialog), "due", "2027-01");
  paz_bulk_dialog_look_again (dialog);
  wait_until (paz_bulk_dialog_get_plan (dialog) != NULL);
  g_assert_cmpuint (paz_bulk_dialog_get_plan (dialog)->n_changed, ==, N_RECORDS);
  g_assert_true (shows (dialog, "5 records will change."));
  paz_bulk_dialog_accept (dialog);
  wait_until (count_with (fixture, "due", "2027-01") == N_RECORDS);
  wait_until (find_toplevel (PAZ_TYPE_BULK_DIALOG) == NULL);
}

/* A title cannot be emptied: all of them are refused, with the reason. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *page = open_list (fixture);
  PazBulkDialog *dialog;

  gtk_widget_activate_action (page, "bulk.edit", NULL);
  dialog = PAZ_BULK_DIALOG (find_toplevel (PAZ_TYPE_BULK_DIALOG));
  paz_bulk_dialog_show_field (dialog, paz_kind_find_field (get_kind (), "title"));
  g_assert_true (shows (dialog, "Nothing has changed yet."));
  g_assert_null (paz_record_get_value (paz_bulk_dialog_get_record (dialog),
                                       paz_kind_find_field (get_kind (), "title")));
  paz_bulk_dialog_look_again (dialog);
  wait_until (paz_bulk_dialog_get_plan (dialog) != NULL);
  g_assert_cmpuint (paz_bulk_dialog_get_plan (dialog)->n_changed, ==, 0);
  g_assert_cmpuint (paz_bulk_dialog_get_plan (dialog)->n_refused, ==, N_RECORDS);
  g_assert_true (shows (dialog, "5 records cannot be changed:"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_set (Fixture       *fixture,
          gconstpointer  data)
{
  GtkWidget *page = open_list (fixture);
  const PazField *field = paz_kind_find_field (get_kind (), "provisions");
  g_autoptr (PazQuery) query = paz_query_new (paz_kind_find ("provision"));
  g_autoptr (GPtrArray) ids = paz_store_find (get_store (fixture), query, NULL, NULL);
  g_autoptr (GPtrArray) selected = NULL;
  g_autoptr (PazBulkChange) add = NULL;
  g_autoptr (PazBulkChange) take = NULL;
  g_autoptr (PazBulkPlan) plan = NULL;
  g_autoptr (PazBulkPlan) again = NULL;
  g_autoptr (GError) error = NULL;
  const char *one[] = { g_ptr_array_index (ids, 0), NULL };

  (void) page;
  g_clear_pointer (&query, paz_query_free);
  query = paz_query_new (get_kind ());
  selected = paz_store_find (get_store (fixture), query, NULL, NULL);
  add = paz_bulk_change_new (PAZ_BULK_ADD, field, paz_value_new_set (one));
  take = paz_bulk_change_new (PAZ_BULK_TAKE, field, paz_value_new_set (one));
  plan = paz_bulk_plan_make (get_store (fixture), selected, add, paz_catalogue_get (PAZ_LANGUAGE_EN), NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plan->n_changed, ==, N_RECORDS);
  paz_store_apply (get_store (fixture), plan->edit, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  again = paz_bulk_plan_make (get_store (fixture), selected, add, paz_catalogue_get (PAZ_LANGUAGE_EN), NULL, NULL, NULL, &error);
  g_assert_cmpuint (again->n_same, ==, N_RECORDS);
  g_clear_pointer (&again, paz_bulk_plan_free);
  again = paz_bulk_plan_make (get_store (fixture), selected, take, paz_catalogue_get (PAZ_LANGUAGE_EN), NULL, NULL, NULL, &error);
  g_assert_cmpuint (again->n_changed, ==, N_RECORDS);
}

/* ---- copying ---- */

typedef struct
{
  char    *text;
  gboolean done;
} Read;

static void
read_text_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  Read *read = data;

  read->text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  read->done = TRUE;
}

static char *
read_clipboard (Fixture *fixture)
{
  Read read = { NULL, FALSE };

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), NULL, read_text_cb, &read);
  wait_until (read.done);

  return read.text;
}

static void
spliced_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  Read *read = data;
  g_autoptr (GBytes) bytes = NULL;

  g_assert_cmpint (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, NULL), >, 0);
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));
  read->text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  read->done = TRUE;
}

/* The same loop writes what is read here: nothing may block. */
static void
html_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  g_assert_nonnull (stream);
  g_output_stream_splice_async (memory, stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, spliced_cb, data);
}

static char *
read_html (Fixture *fixture)
{
  static const char *types[] = { "text/html", NULL };
  Read read = { NULL, FALSE };

  gdk_clipboard_read_async (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), types, G_PRIORITY_DEFAULT,
                            NULL, html_read_cb, &read);
  wait_until (read.done);

  return read.text;
}

static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *page = open_list (fixture);
  g_autofree char *text = NULL;
  g_autofree char *words = NULL;

  paz_copy_set_audience (get_store (fixture), paz_audience_parse ("network"));
  gtk_widget_activate_action (page, "bulk.copy", NULL);
  wait_until (paz_bulk_bar_is_idle (get_bar (page)));
  text = read_clipboard (fixture);
  g_assert_true (g_str_has_prefix (text, "Type\tNumber\tTitle\t"));
  g_assert_null (strstr (text, "\t1\t"));                       /* national: no trace */
  g_assert_nonnull (strstr (text, "\t2\t\"Item \"\"2\"\"\"\t"));
  g_assert_nonnull (strstr (text, "\"'=HYPERLINK(\"\"x\"\")\""));
  g_assert_nonnull (strstr (text, "2026-05-31"));
  g_assert_true (g_str_has_suffix (text, "\nHandling level: Network\n"));
  g_assert_true (shows (fixture->window, "Copied 4 records. 1 is not for these readers."));

  gtk_widget_activate_action (page, "bulk.copy-text", NULL);
  wait_until (paz_bulk_bar_is_idle (get_bar (page)));
  words = read_clipboard (fixture);
  g_assert_nonnull (strstr (words, "Status: Draft\n"));
  g_assert_null (strstr (words, "Item \"1\""));
}

static void
test_audience (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *page = open_list (fixture);
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  /* Asked the first time: own use, unless the person says otherwise. */
  gtk_widget_activate_action (page, "bulk.copy", NULL);
  wait_until (find_toplevel (PAZ_TYPE_COPY_DIALOG) != NULL);
  paz_copy_dialog_accept (PAZ_COPY_DIALOG (find_toplevel (PAZ_TYPE_COPY_DIALOG)));
  wait_until (paz_bulk_bar_is_idle (get_bar (page)));
  text = read_clipboard (fixture);
  g_assert_nonnull (strstr (text, "\t1\t"));
  g_assert_true (g_str_has_suffix (text, "\nHandling level: National\n"));
  name = paz_copy_dup_audience (get_store (fixture));
  g_assert_cmpstr (name, ==, "Own use");
  gtk_widget_activate_action (page, "bulk.copy", NULL);
  g_assert_null (find_toplevel (PAZ_TYPE_COPY_DIALOG));
  wait_until (paz_bulk_bar_is_idle (get_bar (page)));
}

/* A spreadsheet opens what is put out: numbers are numbers, dates dates, formulas texts. */
static void
test_spreadsheet (Fixture       *fixture,
                  gconstpointer  data)
{
  GtkWidget *page = open_list (fixture);
  g_autofree char *program = g_find_program_in_path ("soffice");
  g_autofree char *html = NULL;
  g_autofree char *in = g_build_filename (fixture->folder, "copied.html", NULL);
  g_autofree char *out = g_build_filename (fixture->folder, "copied.csv", NULL);
  g_autofree char *profile = g_strdup_printf ("-env:UserInstallation=file://%s/profile", fixture->folder);
  g_autofree char *command = NULL;
  g_autofree char *csv = NULL;
  g_autoptr (GError) error = NULL;

  if (program == NULL)
    {
      g_test_skip ("LibreOffice is not here");
      return;
    }
  paz_copy_set_audience (get_store (fixture), paz_audience_parse ("network"));
  gtk_widget_activate_action (page, "bulk.copy", NULL);
  wait_until (paz_bulk_bar_is_idle (get_bar (page)));
  html = read_html (fixture);
  g_file_set_contents (in, html, -1, &error);
  g_assert_no_error (error);
  command = g_strdup_printf ("%s %s --headless --infilter=calc_HTML_WebQuery --convert-to \"csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false,false,false\" --outdir %s %s",
                             program, profile, fixture->folder, in);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_file_get_contents (out, &csv, NULL, &error);
  g_assert_no_error (error);
  g_test_message ("%s", csv);
  g_assert_nonnull (strstr (csv, "=HYPERLINK"));
  g_assert_null (strstr (csv, "#NAME"));
  g_assert_nonnull (strstr (csv, "2026-05-31"));
  g_assert_nonnull (strstr (csv, "Handling level: Network"));

  command = (g_free (command), g_strdup_printf ("rm -rf %s/profile", fixture->folder));
  g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL);
}

/* ---- pasting ---- */

static void
set_clipboard (Fixture    *fixture,
               const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), text);
}

static PazPasteDialog *
paste (GtkWidget *page)
{
  PazPasteDialog *dialog;

  gtk_widget_activate_action (page, "bulk.paste", NULL);
  wait_until (find_toplevel (PAZ_TYPE_PASTE_DIALOG) != NULL);
  dialog = PAZ_PASTE_DIALOG (find_toplevel (PAZ_TYPE_PASTE_DIALOG));
  wait_until (g_str_equal (paz_paste_dialog_get_state (dialog), "review"));

  return dialog;
}

static void
test_paste (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *page = open_list (fixture);
  PazPasteDialog *dialog;

  set_clipboard (fixture, "Number\tTitle\tStatus\r\n2\tItem \"2\"\tAdopted\r\n9\t\"Nine\nlines\"\tDraft\r\n");
  dialog = paste (page);
  g_assert_cmpuint (paz_paste_get_counts (paz_paste_dialog_get_paste (dialog))->n_add, ==, 1);
  g_assert_cmpuint (paz_paste_get_counts (paz_paste_dialog_get_paste (dialog))->n_update, ==, 1);
  g_assert_true (shows (dialog, "2 rows · 1 new row · 1 row changes"));
  paz_paste_dialog_accept (dialog);
  wait_until (find_toplevel (PAZ_TYPE_PASTE_DIALOG) == NULL);
  g_assert_cmpint (paz_store_count (get_store (fixture), get_kind ()), ==, N_RECORDS + 1);
  g_assert_cmpuint (count_with (fixture, "status", "adopted"), ==, 1);
  undo (fixture);
  g_assert_cmpint (paz_store_count (get_store (fixture), get_kind ()), ==, N_RECORDS);
  g_assert_cmpuint (count_with (fixture, "status", "adopted"), ==, 0);
}

static void
test_paste_wrong (Fixture       *fixture,
                  gconstpointer  data)
{
  static const PazPasteTarget none = { FALSE, NULL, -1 };
  GtkWidget *page = open_list (fixture);
  PazPasteDialog *dialog;

  set_clipboard (fixture, "Number\tTitle\tDue\n8\tEight\t31/02/2026\n9\tNine\t1/3/2026\n");
  dialog = paste (page);
  g_assert_cmpuint (paz_paste_get_counts (paz_paste_dialog_get_paste (dialog))->n_wrong, ==, 1);
  g_assert_true (shows (dialog, "Row 2, Due, “31/02/2026”"));
  /* Nothing goes in while a cell is wrong and the person has not said so. */
  paz_paste_dialog_accept (dialog);
  g_assert_cmpstr (paz_paste_dialog_get_state (dialog), ==, "review");
  paz_paste_dialog_set_target (dialog, 2, none);
  wait_until (paz_paste_get_counts (paz_paste_dialog_get_paste (dialog))->n_wrong == 0);
  gtk_window_destroy (GTK_WINDOW (dialog));

  dialog = paste (page);
  paz_paste_dialog_set_partly (dialog, TRUE);
  paz_paste_dialog_accept (dialog);
  wait_until (find_toplevel (PAZ_TYPE_PASTE_DIALOG) == NULL);
  g_assert_cmpint (paz_store_count (get_store (fixture), get_kind ()), ==, N_RECORDS + 2);
  g_assert_cmpuint (count_with (fixture, "due", "2026-03-01"), ==, 1);
}

/* What was copied here changes nothing when it is pasted here. */
static void
test_round (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *page = open_list (fixture);
  PazPasteDialog *dialog;
  const PazPasteCounts *counts;

  paz_copy_set_audience (get_store (fixture), paz_audience_parse ("own"));
  gtk_widget_activate_action (page, "bulk.copy", NULL);
  wait_until (paz_bulk_bar_is_idle (get_bar (page)));
  dialog = paste (page);
  counts = paz_paste_get_counts (paz_paste_dialog_get_paste (dialog));
  g_assert_cmpuint (counts->n_rows, ==, N_RECORDS);
  g_assert_cmpuint (counts->n_same, ==, N_RECORDS);
  g_assert_cmpuint (counts->n_wrong, ==, 0);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  paz_words_init ("en");

#define ADD(path, function) g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("/bulk/mark", test_mark);
  ADD ("/bulk/level", test_level);
  ADD ("/bulk/delete", test_delete);
  ADD ("/bulk/dialog", test_dialog);
  ADD ("/bulk/refused", test_refused);
  ADD ("/bulk/set", test_set);
  ADD ("/bulk/copy", test_copy);
  ADD ("/bulk/audience", test_audience);
  ADD ("/bulk/spreadsheet", test_spreadsheet);
  ADD ("/bulk/paste", test_paste);
  ADD ("/bulk/paste-wrong", test_paste_wrong);
  ADD ("/bulk/round", test_round);

  return g_test_run ();
}
