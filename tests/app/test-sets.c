/* The page of data sets with the sample of the region: what is told, and a step made and undone. */
#include "shell-fixture.h"

#include "base/paz-date.h"
#include "paz-facts-page.h"
#include "paz-sets-page.h"
#include "paz-sets-rows.h"
#include "paz-source-dialog.h"
#include "paz-text-row.h"
#include "table/paz-import.h"

static void
import_sample (PazStore *store)
{
  g_autofree char *path = g_build_filename (g_getenv ("RELACOPAZ_SOURCE"), "data", "sample", "region-2013-2014.csv", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PazImport) import = paz_import_read (path, NULL, store, NULL, NULL, NULL, &error);
  guint64 step;

  g_assert_no_error (error);
  paz_import_apply (import, store, NULL, NULL, NULL, &step, &error);
  g_assert_no_error (error);
}

static gboolean
says (GtkColumnView *view,
      const char    *text)
{
  GtkSelectionModel *model = gtk_column_view_get_model (view);
  g_autoptr (PazTextRow) row = model != NULL ? g_list_model_get_item (G_LIST_MODEL (model), 0) : NULL;

  return row != NULL && strstr (paz_text_row_get (row, PAZ_SETS_ROWS_STATE), text) != NULL;
}

static void
test_silence (Fixture       *fixture,
              gconstpointer  data)
{
  PazSetsPage *page;
  GtkColumnView *view;

  fixture_open (fixture);
  import_sample (paz_window_get_store (fixture->window));
  paz_window_show_page (fixture->window, "sets");
  page = PAZ_SETS_PAGE (paz_window_get_page (fixture->window));
  view = paz_sets_page_get_view (page);
  wait_until (says (view, "speak"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "sets.silence", NULL));
  wait_until (says (view, "Silenced"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL));
  wait_until (says (view, "speak"));
}

static gboolean
tips (GtkWidget *widget,
      gpointer   data)
{
  return g_strcmp0 (gtk_widget_get_tooltip_text (widget), data) == 0 && !gtk_widget_is_sensitive (widget);
}

static guint
get_selected (GtkColumnView *view)
{
  return gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (gtk_column_view_get_model (view)));
}

static void
import_revision (Fixture *fixture)
{
  static const char text[] =
    "isocode3,contributing_country,mission_acronym,personnel_type,female_personnel,male_personnel,last_reporting_date\n"
    "URY,Uruguay,MINUSTAH,Troops,40,900,2014-03-31\n";
  g_autofree char *path = g_build_filename (fixture->folder, "revision.csv", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PazImport) import = NULL;
  guint64 step;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  import = paz_import_read (path, NULL, paz_window_get_store (fixture->window), NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  paz_import_set_keep (import, PAZ_IMPORT_KEEP_NOTHING);
  paz_import_apply (import, paz_window_get_store (fixture->window), NULL, NULL, NULL, &step, &error);
  g_assert_no_error (error);
}

static gboolean
speaks_by (PazSetsMatrix *matrix,
           const char    *mission,
           const char    *month,
           const char    *text)
{
  g_autofree char *spoken = NULL;

  if (!paz_sets_matrix_move_to (matrix, mission, paz_month_parse (month)))
    return FALSE;
  spoken = paz_sets_matrix_dup_spoken (matrix);

  return strstr (spoken, text) != NULL;
}

/* The newer file speaks where it holds the month; from the cell the older is brought back, and undone. */
static void
test_matrix (Fixture       *fixture,
             gconstpointer  data)
{
  PazSetsPage *page;
  PazSetsMatrix *matrix;
  GtkColumnView *view;
  g_autofree char *older = NULL;
  g_autoptr (GPtrArray) sets = NULL;

  fixture_open (fixture);
  import_sample (paz_window_get_store (fixture->window));
  import_revision (fixture);
  paz_window_show_page (fixture->window, "sets");
  page = PAZ_SETS_PAGE (paz_window_get_page (fixture->window));
  matrix = paz_sets_page_get_matrix (page);
  view = paz_sets_page_get_view (page);
  wait_until (speaks_by (matrix, "MINUSTAH", "2014-03", ": A, "));
  g_assert_true (speaks_by (matrix, "MINUSTAH", "2014-02", ": B, "));
  g_assert_true (speaks_by (matrix, "MINURSO", "2014-03", "no figures"));
  g_assert_true (paz_sets_matrix_move (matrix, 0, -G_MAXINT16));
  g_assert_true (paz_sets_matrix_move (matrix, 0, G_MAXINT16));
  g_assert_false (paz_sets_matrix_move (matrix, 0, 1));
  g_assert_true (walk (GTK_WIDGET (page), tips, "All of it speaks already"));

  sets = paz_store_list_speaking (paz_window_get_store (fixture->window), NULL, NULL, NULL);
  older = g_strdup (((PazSpeakingSet *) sets->pdata[1])->data_set);
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (gtk_column_view_get_model (view)), 1);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "sets.speak-set", "s", older));
  wait_until (speaks_by (matrix, "MINUSTAH", "2014-02", ": A, "));
  g_assert_true (speaks_by (matrix, "MINUSTAH", "2014-03", ": A, "));
  /* It stays the chosen one, though it is the first now. */
  g_assert_cmpuint (get_selected (view), ==, 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL));
  wait_until (speaks_by (matrix, "MINUSTAH", "2014-02", ": B, "));
  g_assert_cmpuint (get_selected (view), ==, 1);
}

static PazSourceDialog *
find_source_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (PAZ_IS_SOURCE_DIALOG (l->data))
      return l->data;

  return NULL;
}

static guint
count (GtkColumnView *view)
{
  GtkSelectionModel *model = gtk_column_view_get_model (view);

  return model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (model)) : 0;
}

/* A row of the contributions leads to its line of the one data set there is. */
static void
test_source (Fixture       *fixture,
             gconstpointer  data)
{
  PazFactsPage *page;
  PazSourceDialog *dialog;
  g_autoptr (PazFactRow) row = NULL;
  g_autoptr (PazFactRow) single = NULL;

  fixture_open (fixture);
  import_sample (paz_window_get_store (fixture->window));
  paz_window_show_page (fixture->window, "contributions");
  page = PAZ_FACTS_PAGE (paz_window_get_page (fixture->window));
  wait_until (count (paz_facts_page_get_view (page)) > 3);
  row = g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (paz_facts_page_get_view (page))), 3);
  g_signal_emit_by_name (paz_facts_page_get_view (page), "activate", 3);
  dialog = find_source_dialog ();
  g_assert_nonnull (dialog);
  wait_until (count (paz_source_dialog_get_sets (dialog)) == 1 && count (paz_source_dialog_get_facts (dialog)) == 1);
  single = g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (paz_source_dialog_get_facts (dialog))), 0);
  g_assert_cmpuint (paz_fact_row_get_source_row (single), ==, paz_fact_row_get_source_row (row));
  g_assert_cmpuint (paz_fact_row_get_source_row (single), >, 1);
  gtk_window_close (GTK_WINDOW (dialog));
  wait_until (find_source_dialog () == NULL);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);

  g_test_add ("/sets/silence", Fixture, NULL, fixture_set_up, test_silence, fixture_tear_down);
  g_test_add ("/sets/matrix", Fixture, NULL, fixture_set_up, test_matrix, fixture_tear_down);
  g_test_add ("/sets/source", Fixture, NULL, fixture_set_up, test_source, fixture_tear_down);

  return g_test_run ();
}
