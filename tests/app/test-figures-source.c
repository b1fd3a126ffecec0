/* From a cell of the figures page to the files and rows behind it. */
#include "shell-fixture.h"

#include "figures/paz-cross.h"
#include "paz-figures-page.h"
#include "paz-source-dialog.h"
#include "store/paz-speaking.h"
#include "table/paz-import.h"

static PazFiguresPage *
open_page (Fixture    *fixture,
           const char *choice)
{
  g_autofree char *path = g_build_filename (g_getenv ("RELACOPAZ_SOURCE"), "data", "sample", "region-2013-2014.csv", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PazImport) import = NULL;
  g_autoptr (PazFiguresChoice) asked = paz_figures_choice_parse (choice);
  PazFiguresPage *page;
  guint64 step;

  fixture_open (fixture);
  import = paz_import_read (path, NULL, paz_window_get_store (fixture->window), NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  paz_import_apply (import, paz_window_get_store (fixture->window), NULL, NULL, NULL, &step, &error);
  g_assert_no_error (error);
  paz_window_show_page (fixture->window, "figures");
  page = PAZ_FIGURES_PAGE (paz_window_get_page (fixture->window));
  wait_until (paz_figures_page_get_cross (page) != NULL);
  paz_figures_page_ask (page, asked);
  wait_until (paz_figures_page_get_cross (page)->choice->rows == asked->rows && paz_figures_page_get_cross (page)->rows->len > 0);

  return page;
}

static guint
sum_sources (PazFigures          *figures,
             const PazFactFilter *filter)
{
  g_autoptr (GPtrArray) sources = paz_facts_list_sources (paz_figures_get_facts (figures), filter);
  guint64 sum = 0;

  for (guint i = 0; i < sources->len; i++)
    sum += ((PazFactSource *) sources->pdata[i])->female + ((PazFactSource *) sources->pdata[i])->male;

  return (guint) sum;
}

/* The facts behind every cell add up to what the cell says. */
static void
test_cells (Fixture       *fixture,
            gconstpointer  data)
{
  PazFiguresPage *page = open_page (fixture, data);
  const PazCross *cross = paz_figures_page_get_cross (page);
  g_autoptr (GError) error = NULL;
  g_autoptr (PazFigures) figures = paz_figures_get (paz_window_get_store (fixture->window), NULL, NULL, &error);
  guint n_known = 0;

  g_assert_no_error (error);
  for (guint r = 0; r < cross->rows->len; r++)
    for (guint c = 0; c < cross->columns->len; c++)
      {
        const PazCrossCell *cell = paz_cross_get (cross, r, c);
        g_autoptr (PazCrossFacts) facts = paz_cross_find_facts (cross, figures, NULL, r, c);

        if (!cell->known)
          continue;
        g_assert_cmpuint (sum_sources (figures, &facts->filter), ==, cell->part);
        n_known++;
      }
  g_assert_cmpuint (n_known, >, 4);
}

static void
test_action (Fixture       *fixture,
             gconstpointer  data)
{
  PazFiguresPage *page = open_page (fixture, "ask=personnel;rows=contributor;columns=mission;set=region");
  GtkWidget *dialog;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "figures.source", NULL));
  dialog = find_toplevel (PAZ_TYPE_SOURCE_DIALOG);
  g_assert_nonnull (dialog);
  wait_until (shows (dialog, "row"));
  gtk_window_close (GTK_WINDOW (dialog));
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add ("/figures-source/contributor-mission", Fixture, "ask=personnel;rows=contributor;columns=mission;set=region",
              fixture_set_up, test_cells, fixture_tear_down);
  g_test_add ("/figures-source/category-month", Fixture, "ask=personnel;rows=category;columns=month;set=region",
              fixture_set_up, test_cells, fixture_tear_down);
  g_test_add ("/figures-source/type-year", Fixture, "ask=person-months;rows=type;columns=year;set=region",
              fixture_set_up, test_cells, fixture_tear_down);
  g_test_add ("/figures-source/action", Fixture, NULL, fixture_set_up, test_action, fixture_tear_down);

  return g_test_run ();
}
