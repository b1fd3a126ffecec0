/* The page of data sets with the sample of the region: what is told, and a step made and undone. */
#include "shell-fixture.h"

#include "paz-facts-page.h"
#include "paz-sets-page.h"
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

  return row != NULL && strstr (paz_text_row_get (row, 6), text) != NULL;
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
  g_test_add ("/sets/source", Fixture, NULL, fixture_set_up, test_source, fixture_tear_down);

  return g_test_run ();
}
