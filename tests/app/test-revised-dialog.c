/* What a second file revised of the first: shown line by line, filtered, summed, and handed out only to
 * readers who may see it. */
#include "shell-fixture.h"

#include "paz-copy-dialog.h"
#include "paz-import-dialog.h"
#include "paz-revised-dialog.h"
#include "paz-text-row.h"
#include "table/paz-import.h"

#define HEAD "isocode3,contributing_country,mission_acronym,personnel_type,female_personnel,male_personnel,last_reporting_date\n"

static char *
write_file (Fixture    *fixture,
            const char *name,
            const char *rows)
{
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *text = g_strconcat (HEAD, rows, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);

  return path;
}

static void
import_file (PazStore   *store,
             const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PazImport) import = paz_import_read (path, NULL, store, NULL, NULL, NULL, &error);
  guint64 step;

  g_assert_no_error (error);
  paz_import_apply (import, store, NULL, NULL, NULL, &step, &error);
  g_assert_no_error (error);
}

static guint
count (PazRevised *revised)
{
  return revised != NULL ? g_list_model_get_n_items (G_LIST_MODEL (revised)) : 0;
}

static char *
dup_cell (PazRevised *revised,
          guint       row,
          guint       column)
{
  g_autoptr (PazTextRow) item = g_list_model_get_item (G_LIST_MODEL (revised), row);

  return g_strdup (paz_text_row_get (item, column));
}

static void
assert_cell (PazRevised *revised,
             guint       row,
             guint       column,
             const char *expected)
{
  g_autofree char *text = dup_cell (revised, row, column);

  g_assert_cmpstr (text, ==, expected);
}

/* The person imports the second file in the window and is led from there to what it revised. */
static PazRevisedDialog *
import_again (Fixture *fixture)
{
  g_autofree char *first = write_file (fixture, "first.csv",
                                       "URY,Uruguay,MINUSTAH,Troops,10,200,2014-03-31\n"
                                       "URY,Uruguay,MONUSCO,Troops,5,100,2014-03-31\n"
                                       "PER,Peru,MINUSTAH,Troops,7,300,2014-03-31\n");
  g_autofree char *second = write_file (fixture, "second.csv",
                                        "URY,Uruguay,MINUSTAH,Troops,13,195,2014-03-31\n"
                                        "URY,Uruguay,MONUSCO,Troops,5,100,2014-03-31\n"
                                        "PER,Peru,MINUSTAH,Troops,7,300,2014-03-31\n"
                                        "PER,Peru,MINUSMA,Troops,1,20,2014-03-31\n");
  GtkWidget *import;

  fixture_open (fixture);
  import_file (paz_window_get_store (fixture->window), first);
  import = paz_import_dialog_new (fixture->window, second);
  gtk_window_present (GTK_WINDOW (import));
  wait_until (g_str_equal (paz_import_dialog_get_state (PAZ_IMPORT_DIALOG (import)), "review"));
  paz_import_dialog_accept (PAZ_IMPORT_DIALOG (import));
  wait_until (g_str_equal (paz_import_dialog_get_state (PAZ_IMPORT_DIALOG (import)), "done"));
  wait_until (shows (import, "It revises 1 figure that was here before."));
  g_assert_true (gtk_widget_activate (gtk_window_get_focus (GTK_WINDOW (import))));
  wait_until (find_toplevel (PAZ_TYPE_REVISED_DIALOG) != NULL);

  return PAZ_REVISED_DIALOG (find_toplevel (PAZ_TYPE_REVISED_DIALOG));
}

static void
test_lines (Fixture       *fixture,
            gconstpointer  data)
{
  PazRevisedDialog *dialog = import_again (fixture);
  PazRevised *revised;

  wait_until (count (paz_revised_dialog_get (dialog)) == 4);
  revised = paz_revised_dialog_get (dialog);
  g_assert_true (paz_revised_has_former (revised));
  assert_cell (revised, 0, PAZ_REVISED_MISSION, "MINUSMA");
  assert_cell (revised, 0, PAZ_REVISED_WAS, "–");
  assert_cell (revised, 0, PAZ_REVISED_IS, "1");
  assert_cell (revised, 2, PAZ_REVISED_MONTH, "March 2014");
  assert_cell (revised, 2, PAZ_REVISED_CONTRIBUTOR, "Uruguay");
  assert_cell (revised, 2, PAZ_REVISED_SEX, "Women");
  assert_cell (revised, 2, PAZ_REVISED_WAS, "10");
  assert_cell (revised, 2, PAZ_REVISED_IS, "13");
  assert_cell (revised, 2, PAZ_REVISED_DIFFERENCE, "+3");
  assert_cell (revised, 3, PAZ_REVISED_DIFFERENCE, "−5");
  wait_until (shows (dialog, "women +4, men +15"));
  wait_until (shows (dialog, "compared with what spoke before it"));
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  PazRevisedDialog *dialog = import_again (fixture);
  PazRevised *revised;

  wait_until (count (paz_revised_dialog_get (dialog)) == 4);
  revised = paz_revised_dialog_get (dialog);
  paz_revised_dialog_choose (dialog, &(PazRevisedFilter) { .contributor = "URY", .type = -1 });
  g_assert_cmpuint (count (revised), ==, 2);
  g_assert_true (shows (dialog, "women +3, men −5 (March 2014)"));
  paz_revised_dialog_choose (dialog, &(PazRevisedFilter) { .type = PAZ_FACT_CHANGE_NEW });
  g_assert_cmpuint (count (revised), ==, 2);
  paz_revised_dialog_choose (dialog, &(PazRevisedFilter) { .type = PAZ_FACT_CHANGE_GONE });
  g_assert_cmpuint (count (revised), ==, 0);
  paz_revised_dialog_choose (dialog, &(PazRevisedFilter) { .type = -1, .largest_first = TRUE });
  assert_cell (revised, 0, PAZ_REVISED_DIFFERENCE, "+20");
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
keep_at_home (PazStore   *store,
              const char *data_set)
{
  g_autoptr (PazRecord) record = paz_store_dup_record (store, data_set, NULL);
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (GError) error = NULL;

  paz_record_set_release (record, PAZ_LEVEL_NATIONAL, NULL);
  paz_edit_put (edit, record);
  paz_store_apply (store, edit, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static char *
find_newest (PazStore *store)
{
  g_autoptr (GPtrArray) sets = paz_store_list_speaking (store, NULL, NULL, NULL);

  return g_strdup (((PazSpeakingSet *) sets->pdata[0])->data_set);
}

static char *
read_back (const char *path)
{
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);

  return text;
}

/* The file for own use holds the lines and says its level; the file for anyone is not written at all
 * when the data set does not leave. */
static void
test_gate (Fixture       *fixture,
           gconstpointer  data)
{
  PazRevisedDialog *dialog = import_again (fixture);
  PazStore *store = paz_window_get_store (fixture->window);
  g_autofree char *own = g_build_filename (fixture->folder, "own.csv", NULL);
  g_autofree char *anyone = g_build_filename (fixture->folder, "anyone.csv", NULL);
  g_autofree char *text = NULL;
  g_autofree char *newest = find_newest (store);

  wait_until (count (paz_revised_dialog_get (dialog)) == 4);
  keep_at_home (store, newest);
  paz_revised_dialog_choose (dialog, &(PazRevisedFilter) { .contributor = "URY", .type = -1 });
  paz_copy_set_audience (store, paz_audience_parse ("own"));
  paz_revised_dialog_let_out (dialog, own);
  wait_until (shows (dialog, "The figures were written."));
  text = read_back (own);
  g_assert_nonnull (strstr (text, "\"Uruguay\",\"MINUSTAH\""));
  g_assert_nonnull (strstr (text, "10,13,3\r\n"));
  g_assert_null (strstr (text, "Peru"));
  paz_copy_set_audience (store, paz_audience_parse ("public"));
  paz_revised_dialog_let_out (dialog, anyone);
  wait_until (shows (dialog, "There is nothing these readers may see."));
  g_assert_false (g_file_test (anyone, G_FILE_TEST_EXISTS));
  gtk_window_close (GTK_WINDOW (dialog));
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);

  g_test_add ("/revised/lines", Fixture, NULL, fixture_set_up, test_lines, fixture_tear_down);
  g_test_add ("/revised/filter", Fixture, NULL, fixture_set_up, test_filter, fixture_tear_down);
  g_test_add ("/revised/gate", Fixture, NULL, fixture_set_up, test_gate, fixture_tear_down);

  return g_test_run ();
}
