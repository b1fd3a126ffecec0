/* The page of data sets with the sample of the region: what is told, and a step made and undone. */
#include "shell-fixture.h"

#include "paz-sets-page.h"
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

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);

  g_test_add ("/sets/silence", Fixture, NULL, fixture_set_up, test_silence, fixture_tear_down);

  return g_test_run ();
}
