/* The room of reports: what is shown is what leaves. Real windows on real stores. */
#include "shell-fixture.h"
#include "lib/paz-load.h"
#include "lib/paz-walk.h"

#include <sys/stat.h>
#include <time.h>

#include "paz-audience-group.h"
#include "paz-export-dialog.h"
#include "paz-files.h"
#include "paz-import-dialog.h"

#define SECRET "Zacatepongas"

static void
import_sample (Fixture *fixture)
{
  g_autofree char *path = paz_files_dup_sample ();
  GtkWidget *dialog = paz_import_dialog_new (fixture->window, path);

  gtk_window_present (GTK_WINDOW (dialog));
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  wait_until (g_str_equal (paz_import_dialog_get_state (PAZ_IMPORT_DIALOG (dialog)), "review"));
  gtk_test_widget_wait_for_draw (dialog);
  paz_import_dialog_accept (PAZ_IMPORT_DIALOG (dialog));
  wait_until (dialog == NULL);
}

static PazPreviewPane *
get_pane (GtkWidget *dialog)
{
  return paz_export_dialog_get_pane (PAZ_EXPORT_DIALOG (dialog));
}

static void
wait_for_preview (GtkWidget *dialog)
{
  gint64 end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while (paz_preview_pane_get_state (get_pane (dialog)) == PAZ_PREVIEW_WORKING && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (paz_preview_pane_get_state (get_pane (dialog)), !=, PAZ_PREVIEW_WORKING);
}

static GtkWidget *
open_report (Fixture    *fixture,
             const char *report)
{
  GtkWidget *dialog = paz_export_dialog_new (fixture->window, report);

  gtk_window_present (GTK_WINDOW (dialog));
  wait_for_preview (dialog);

  return dialog;
}

static PazBook *
get_book (GtkWidget *dialog)
{
  PazPreview *preview = paz_preview_pane_get (get_pane (dialog));

  g_assert_nonnull (preview);

  return paz_preview_get_book (preview);
}

static gboolean
book_says (PazBook    *book,
           const char *words)
{
  PazBookCell cell;

  for (guint n = 0; n < paz_book_count_sheets (book); n++)
    for (guint row = 0; row < paz_book_get_sheet (book, n)->n_rows; row++)
      for (guint column = 0; column < paz_book_get_sheet (book, n)->n_columns; column++)
        if (paz_book_get_cell (book, n, row, column, &cell) && cell.type == PAZ_BOOK_TEXT &&
            strstr (cell.text, words) != NULL)
          return TRUE;

  return FALSE;
}

/* A combo row by its title. */
static gboolean
has_title_cb (GtkWidget *widget,
              gpointer   data)
{
  gpointer *pair = data;

  if (!ADW_IS_COMBO_ROW (widget) ||
      g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), pair[0]) != 0)
    return FALSE;
  pair[1] = widget;

  return TRUE;
}

static void
select_row (GtkWidget  *dialog,
            const char *title,
            guint       position)
{
  gpointer pair[2] = { (gpointer) title, NULL };

  g_assert_true (walk (dialog, has_title_cb, pair));
  adw_combo_row_set_selected (ADW_COMBO_ROW (pair[1]), position);
}

static void
choose_readers (GtkWidget  *dialog,
                const char *text)
{
  g_autoptr (PazAudience) audience = paz_audience_parse (text);

  paz_audience_group_choose (PAZ_AUDIENCE_GROUP (find_widget (dialog, PAZ_TYPE_AUDIENCE_GROUP)), audience);
  wait_for_preview (dialog);
}

/* The file that is saved holds the bytes that were shown, and what was kept of them goes. */
static void
test_same_bytes (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "participation.xlsx", NULL);
  g_autofree char *kept = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *saved = NULL;
  g_autofree char *folder = NULL;
  gsize shown_length, saved_length;
  GtkWidget *dialog;
  struct stat info;

  fixture_open (fixture);
  import_sample (fixture);
  dialog = open_report (fixture, "participation");
  g_assert_cmpint (paz_preview_pane_get_state (get_pane (dialog)), ==, PAZ_PREVIEW_READY);
  kept = g_strdup (paz_preview_get_path (paz_preview_pane_get (get_pane (dialog))));
  folder = g_path_get_dirname (kept);
  g_assert_cmpint (stat (kept, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (stat (folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  g_assert_true (g_file_get_contents (kept, &shown, &shown_length, NULL));
  paz_export_dialog_run (PAZ_EXPORT_DIALOG (dialog), path);
  wait_until (!g_str_equal (paz_export_dialog_get_state (PAZ_EXPORT_DIALOG (dialog)), "working"));
  g_assert_cmpstr (paz_export_dialog_get_state (PAZ_EXPORT_DIALOG (dialog)), ==, "done");
  g_assert_true (g_file_get_contents (path, &saved, &saved_length, NULL));
  g_assert_cmpmem (shown, shown_length, saved, saved_length);
  close_and_check_freed (dialog);
  wait_until (!g_file_test (folder, G_FILE_TEST_EXISTS));
}

/* The same sheets as pages. */
static void
test_pages (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "participation.pdf", NULL);
  g_autofree char *name = NULL;
  g_autofree char *saved = NULL;
  GtkWidget *dialog;

  fixture_open (fixture);
  import_sample (fixture);
  dialog = open_report (fixture, "participation");
  name = paz_preview_dup_pages_name (paz_preview_pane_get (get_pane (dialog)));
  g_assert_true (g_str_has_suffix (name, "-public.pdf"));
  paz_export_dialog_run (PAZ_EXPORT_DIALOG (dialog), path);
  wait_until (!g_str_equal (paz_export_dialog_get_state (PAZ_EXPORT_DIALOG (dialog)), "working"));
  g_assert_cmpstr (paz_export_dialog_get_state (PAZ_EXPORT_DIALOG (dialog)), ==, "done");
  g_assert_true (g_file_get_contents (path, &saved, NULL, NULL));
  g_assert_true (g_str_has_prefix (saved, "%PDF-"));
  close_and_check_freed (dialog);
}

/* Where it cannot be written that is said, and nothing is left. */
static void
test_not_saved (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "none", "participation.xlsx", NULL);
  GtkWidget *dialog;
  AdwMessageDialog *message;

  fixture_open (fixture);
  import_sample (fixture);
  dialog = open_report (fixture, "participation");
  paz_export_dialog_run (PAZ_EXPORT_DIALOG (dialog), path);
  wait_until (!g_str_equal (paz_export_dialog_get_state (PAZ_EXPORT_DIALOG (dialog)), "working"));
  g_assert_cmpstr (paz_export_dialog_get_state (PAZ_EXPORT_DIALOG (dialog)), ==, "failed");
  message = find_dialog ();
  g_assert_nonnull (message);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (message), "folder is not there"));
  gtk_window_destroy (GTK_WINDOW (message));
  close_and_check_freed (dialog);
}

static void
test_options (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *dialog;
  g_autofree char *kept = NULL;

  fixture_open (fixture);
  import_sample (fixture);
  dialog = open_report (fixture, "participation");
  g_assert_true (book_says (get_book (dialog), "March 2014") || book_says (get_book (dialog), "Mar 2014"));
  select_row (dialog, "Language", PAZ_LANGUAGE_PT);
  g_assert_null (paz_preview_pane_get (get_pane (dialog)));     /* what is shown is not what was chosen */
  wait_for_preview (dialog);
  g_assert_cmpint (paz_book_get_language (get_book (dialog)), ==, PAZ_LANGUAGE_PT);
  g_assert_true (book_says (get_book (dialog), "Participação"));
  select_row (dialog, "Paper", 2);
  wait_for_preview (dialog);
  g_assert_cmpint (paz_book_get_paper (get_book (dialog)), ==, PAZ_PAPER_LETTER);
  select_row (dialog, "Terms", 1);
  wait_for_preview (dialog);
  g_assert_true (book_says (get_book (dialog), "manutenção da paz"));
  kept = paz_settings_dup_text (paz_settings_get (), PAZ_SETTING_REPORT_PAPER);
  g_assert_cmpstr (kept, ==, "letter");
  close_and_check_freed (dialog);

  /* The next time the same is proposed, but for anyone. */
  dialog = open_report (fixture, NULL);
  g_assert_cmpint (paz_book_get_language (get_book (dialog)), ==, PAZ_LANGUAGE_PT);
  g_assert_cmpint (paz_book_get_level (get_book (dialog)), ==, PAZ_LEVEL_PUBLIC);
  close_and_check_freed (dialog);
  paz_settings_set_text (paz_settings_get (), PAZ_SETTING_REPORT_LANGUAGE, "interface");
  paz_settings_set_text (paz_settings_get (), PAZ_SETTING_REPORT_PAPER, "participant");
  paz_settings_set_text (paz_settings_get (), PAZ_SETTING_REPORT_TERMS, "po");
}

static guint
find_table (PazBook *book)
{
  for (guint i = 0; i < paz_book_count_sheets (book); i++)
    if (!paz_book_get_sheet (book, i)->is_page && paz_book_get_sheet (book, i)->n_data > 3)
      return i;

  g_assert_not_reached ();
}

static void
check_spoken (PazSheetView *view,
              const char   *header)
{
  g_autofree char *spoken = paz_sheet_view_dup_spoken (view);
  g_autofree char *difference = gtk_test_accessible_check_property (GTK_ACCESSIBLE (view),
                                                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken);

  g_assert_null (difference);
  g_assert_nonnull (strstr (spoken, header));
}

/* From sheet to sheet and from cell to cell without a pointer; a screen reader hears where it is. */
static void
test_sheets (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *dialog;
  PazSheetView *view;
  PazBookCell cell;
  guint table, row, column;

  fixture_open (fixture);
  import_sample (fixture);
  dialog = open_report (fixture, "participation");
  view = paz_preview_pane_get_view (get_pane (dialog));
  gtk_test_accessible_assert_role (view, GTK_ACCESSIBLE_ROLE_TABLE);
  g_assert_true (gtk_widget_activate_action (dialog, "export.sheet", "i", 1));
  g_assert_cmpuint (paz_preview_pane_get_sheet (get_pane (dialog)), ==, 1);
  g_assert_true (gtk_widget_activate_action (dialog, "export.sheet", "i", -1));
  g_assert_true (gtk_widget_activate_action (dialog, "export.sheet", "i", -1));
  g_assert_cmpuint (paz_preview_pane_get_sheet (get_pane (dialog)), ==, 0);

  /* A link of the cover leads to its sheet. */
  do
    {
      paz_sheet_view_get_cursor (view, &row, &column);
      if (paz_book_get_cell (get_book (dialog), 0, row, column, &cell) && cell.link > 0)
        break;
    }
  while (paz_sheet_view_move (view, 1, 0));
  g_assert_true (paz_sheet_view_follow (view));
  g_assert_cmpuint (paz_preview_pane_get_sheet (get_pane (dialog)), ==, (guint) cell.link);

  table = find_table (get_book (dialog));
  paz_preview_pane_show (get_pane (dialog), table);
  g_assert_true (gtk_widget_activate_action (dialog, "export.other-pane", NULL));
  g_assert_true (paz_sheet_view_move (view, 1, 1));
  paz_sheet_view_get_cursor (view, &row, &column);
  g_assert_cmpuint (row, ==, paz_book_get_sheet (get_book (dialog), table)->first_row + 1);
  g_assert_cmpuint (column, ==, 1);
  g_assert_true (paz_book_get_cell (get_book (dialog), table, paz_book_get_sheet (get_book (dialog), table)->header_row,
                                    column, &cell));
  check_spoken (view, cell.text);
  g_assert_true (paz_sheet_view_move (view, 10000, 0));
  g_assert_false (paz_sheet_view_move (view, 1, 0));
  close_and_check_freed (dialog);
}

static void
test_no_data (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *dialog;

  fixture_open (fixture);
  dialog = open_report (fixture, "participation");
  g_assert_cmpint (paz_preview_pane_get_state (get_pane (dialog)), ==, PAZ_PREVIEW_FAILED);
  g_assert_error (paz_preview_pane_get_error (get_pane (dialog)), PAZ_REPORT_ERROR, PAZ_REPORT_ERROR_NO_DATA);
  gtk_test_widget_wait_for_draw (dialog);
  g_assert_true (shows (dialog, "Nothing to Show"));
  g_assert_null (paz_preview_pane_get (get_pane (dialog)));
  close_and_check_freed (dialog);
}

static void
put_secret (PazStore *store)
{
  g_autoptr (PazRecord) record = paz_store_create_record (store, paz_kind_find ("task"), NULL);
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (PazTrilingual) title = paz_trilingual_new ();
  g_autoptr (GError) error = NULL;

  paz_trilingual_set_text (title, PAZ_LANGUAGE_ES, "Tarea de " SECRET, "AAAAAAAAAAA");
  paz_record_set_value (record, paz_kind_find_field (paz_kind_find ("task"), "title"), paz_trilingual_to_value (title));
  paz_record_set_release (record, PAZ_LEVEL_NATIONAL, NULL);
  paz_edit_put (edit, record);
  paz_store_apply (store, edit, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
file_says (const char *path,
           const char *words)
{
  const char *argv[] = {
    "/usr/bin/python3", "-c",
    "import sys, zipfile\n"
    "book = zipfile.ZipFile (sys.argv[1])\n"
    "sys.stdout.buffer.write (b'\\n'.join (book.read (part) for part in book.namelist ()))",
    path, NULL,
  };
  g_autofree char *contents = NULL;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                     &contents, NULL, NULL, NULL))
    return FALSE;

  return strstr (contents, words) != NULL;
}

/* The same choices as a document: only where the report has one. */
static void
test_document (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "acta.docx", NULL);
  GtkWidget *dialog;

  fixture_open (fixture);
  put_secret (paz_window_get_store (fixture->window));
  dialog = open_report (fixture, "meeting");
  choose_readers (dialog, "network");
  paz_export_dialog_run (PAZ_EXPORT_DIALOG (dialog), path);
  wait_until (g_str_equal (paz_export_dialog_get_state (PAZ_EXPORT_DIALOG (dialog)), "done"));
  g_assert_true (file_says (path, "w:document"));
  g_assert_false (file_says (path, SECRET));
  close_and_check_freed (dialog);
}

/* What one participant does not get is in nothing that is shown to be for it. */
static void
test_as_seen_by (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *dialog;
  PazPreview *preview;

  fixture_open (fixture);
  put_secret (paz_window_get_store (fixture->window));
  dialog = open_report (fixture, "workplan");
  choose_readers (dialog, "own");
  g_assert_true (book_says (get_book (dialog), SECRET));
  g_assert_true (file_says (paz_preview_get_path (paz_preview_pane_get (get_pane (dialog))), SECRET));
  choose_readers (dialog, "URY");
  preview = paz_preview_pane_get (get_pane (dialog));
  if (preview != NULL)
    {
      g_assert_false (book_says (paz_preview_get_book (preview), SECRET));
      g_assert_false (file_says (paz_preview_get_path (preview), SECRET));
    }
  else
    g_assert_nonnull (paz_preview_pane_get_error (get_pane (dialog)));
  close_and_check_freed (dialog);
}

/* A person may stop it, and have it made after all. */
static void
test_stop (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *dialog;

  fixture_open (fixture);
  import_sample (fixture);
  dialog = paz_export_dialog_new (fixture->window, "participation");
  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_true (gtk_widget_activate_action (dialog, "export.leave", NULL));
  g_assert_cmpint (paz_preview_pane_get_state (get_pane (dialog)), ==, PAZ_PREVIEW_STOPPED);
  g_assert_null (paz_preview_pane_get (get_pane (dialog)));
  select_row (dialog, "Paper", 1);
  wait_for_preview (dialog);
  g_assert_cmpint (paz_preview_pane_get_state (get_pane (dialog)), ==, PAZ_PREVIEW_READY);
  select_row (dialog, "Paper", 0);
  close_and_check_freed (dialog);
}

/* ---- nothing waits ---- */

static gint64
get_own_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* Runs the loop once; what this thread worked in it. */
static gint64
iterate (gboolean may_block)
{
  gint64 before = get_own_time ();

  g_main_context_iteration (NULL, may_block);

  return get_own_time () - before;
}

/* A frame with all that is in the window, drawn. */
static gint64
draw_frame (PazSheetView *view)
{
  gint64 before = get_own_time ();

  gtk_widget_queue_draw (GTK_WIDGET (view));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (view));

  return get_own_time () - before;
}

static gint64
scroll_through (PazPreviewPane *pane)
{
  PazSheetView *view = paz_preview_pane_get_view (pane);
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (view), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  gint64 worst = 0;

  for (guint i = 0; i <= 12; i++)
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) * i / 12);
      worst = MAX (worst, draw_frame (view));
    }

  return worst;
}

typedef struct
{
  gint64 made, shown, scrolled;
  guint rows;
} Costs;

/* Every sheet of what a report is made into anew, from its first row to its last. */
static Costs
look_through (GtkWidget *dialog)
{
  PazPreviewPane *pane = get_pane (dialog);
  Costs costs = { 0 };

  select_row (dialog, "Paper", 1);
  while (paz_preview_pane_get_state (pane) == PAZ_PREVIEW_WORKING)
    costs.made = MAX (costs.made, iterate (TRUE));
  g_assert_cmpint (paz_preview_pane_get_state (pane), ==, PAZ_PREVIEW_READY);
  for (guint i = 0; i < paz_book_count_sheets (get_book (dialog)); i++)
    {
      gint64 before = get_own_time ();

      paz_preview_pane_show (pane, i);
      costs.shown = MAX (costs.shown, get_own_time () - before);
      costs.scrolled = MAX (costs.scrolled, scroll_through (pane));
      costs.rows = MAX (costs.rows, paz_book_get_sheet (get_book (dialog), i)->n_rows);
    }
  select_row (dialog, "Paper", 0);
  wait_for_preview (dialog);

  return costs;
}

/* Of what this thread works itself: other programs on the machine do not count. */
static void
test_no_stall (Fixture       *fixture,
               gconstpointer  data)
{
  static const char * const reports[] = { "recommendations", "participation" };

  fixture_open (fixture);
  paz_load_fill (paz_window_get_store (fixture->window), 10);
  import_sample (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    {
      GtkWidget *dialog = open_report (fixture, reports[i]);
      Costs costs;

      choose_readers (dialog, "own");
      costs = look_through (dialog);
      g_test_message ("%s, %u rows: making %d us, turning to a sheet %d us, scrolling %d us", reports[i], costs.rows,
                      (int) costs.made, (int) costs.shown, (int) costs.scrolled);
      g_assert_cmpint (costs.made, <, 50000);
      g_assert_cmpint (costs.shown, <, 50000);
      g_assert_cmpint (costs.scrolled, <, 50000);
      close_and_check_freed (dialog);
    }
}

/* Each control says what it is, in the three languages. */
static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  fixture_open (fixture);
  import_sample (fixture);
  for (PazLanguage language = 0; language < PAZ_N_LANGUAGES; language++)
    {
      g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
      GtkWidget *dialog;

      paz_words_set_language (language);
      dialog = open_report (fixture, "participation");
      gtk_test_widget_wait_for_draw (dialog);
      g_assert_cmpuint (walk_controls (dialog, findings), >, 15);
      for (guint i = 0; i < findings->len; i++)
        g_test_message ("%s: %s", paz_language_get_code (language), (char *) findings->pdata[i]);
      g_assert_cmpuint (findings->len, ==, 0);
      close_and_check_freed (dialog);
    }
  paz_words_set_language (PAZ_LANGUAGE_EN);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  paz_words_init ("en");
  ui_test_load_style ();

#define ADD(name, func) g_test_add ("/preview/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("same-bytes", test_same_bytes);
  ADD ("pages", test_pages);
  ADD ("not-saved", test_not_saved);
  ADD ("options", test_options);
  ADD ("sheets", test_sheets);
  ADD ("no-data", test_no_data);
  ADD ("document", test_document);
  ADD ("as-seen-by", test_as_seen_by);
  ADD ("stop", test_stop);
  ADD ("no-stall", test_no_stall);
  ADD ("names", test_names);

  return g_test_run ();
}
