/* The figures page over a real UN file: what it shows is what the figures room says, and what goes
 * out is what its readers may see. */
#include "shell-fixture.h"

#include "lib/paz-test-un.h"

#include "figures/paz-figures.h"
#include "paz-figures-export.h"
#include "paz-figures-page.h"
#include "table/paz-import.h"

static PazFiguresPage *
open_page (Fixture *fixture)
{
  GtkWidget *page;

  paz_window_show_page (fixture->window, "figures");
  page = paz_window_get_page (fixture->window);
  g_assert_true (PAZ_IS_FIGURES_PAGE (page));

  return PAZ_FIGURES_PAGE (page);
}

/* FALSE when the real files are not there. */
static gboolean
import_real (Fixture *fixture)
{
  g_autofree char *path = paz_test_dup_shared ("uchistorical_2013-03_2014-02.csv");
  g_autoptr (PazImport) import = NULL;
  g_autoptr (GError) error = NULL;
  PazStore *store;

  if (path == NULL)
    return FALSE;
  fixture_open (fixture);
  store = paz_window_get_store (fixture->window);
  import = paz_import_read (path, NULL, store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  paz_import_apply (import, store, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return TRUE;
}

static gboolean
has_figures (PazFiguresPage *page)
{
  const PazCross *cross = paz_figures_page_get_cross (page);

  return cross != NULL && cross->to != 0;
}

static const PazCrossHead *
get_head (GPtrArray *heads,
          guint      n)
{
  return g_ptr_array_index (heads, n);
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  PazFiguresPage *page;

  fixture_open (fixture);
  page = open_page (fixture);
  wait_until (paz_figures_page_get_cross (page) != NULL);
  wait_until (shows (page, "No Figures Yet"));
}

/* Every cell of contributor by mission, and every total. */
static void
test_same_numbers (Fixture       *fixture,
                   gconstpointer  data)
{
  static const PazKey keys[] = { PAZ_KEY_CONTRIBUTOR, PAZ_KEY_MISSION };
  g_autoptr (PazFiguresChoice) choice = paz_figures_choice_parse ("rows=contributor;columns=mission;set=world");
  g_autoptr (PazFigures) figures = NULL;
  g_autoptr (PazPivot) pivot = NULL;
  PazFiguresFilter filter = { 0 };
  const PazCross *cross;
  PazFiguresPage *page;
  guint n_known = 0;
  guint64 sum = 0;

  if (!import_real (fixture))
    return;
  page = open_page (fixture);
  wait_until (has_figures (page));
  paz_figures_page_ask (page, choice);
  cross = paz_figures_page_get_cross (page);
  figures = paz_figures_get (paz_window_get_store (fixture->window), NULL, NULL, NULL);
  filter.from = filter.to = cross->to;
  pivot = paz_figures_pivot (figures, keys, 2, &filter);
  g_assert_cmpuint (paz_pivot_get_n_rows (pivot), >, 100);
  for (guint n = 0; n < paz_pivot_get_n_rows (pivot); n++)
    {
      const PazFigure *figure = paz_pivot_get_row (pivot, n);
      const PazCrossCell *cell = NULL;

      for (guint i = 0; i < cross->rows->len; i++)
        for (guint j = 0; j < cross->columns->len; j++)
          if (g_str_equal (get_head (cross->rows, i)->key, figure->keys[0]) &&
              g_str_equal (get_head (cross->columns, j)->key, figure->keys[1]))
            cell = paz_cross_get (cross, i, j);
      g_assert_nonnull (cell);
      g_assert_true (cell->known);
      g_assert_cmpuint (cell->part, ==, figure->female + figure->male);
      sum += cell->part;
    }
  for (guint i = 0; i < cross->rows->len * cross->columns->len; i++)
    n_known += cross->cells[i].known;
  g_assert_cmpuint (n_known, ==, paz_pivot_get_n_rows (pivot));
  for (guint i = 0; i < cross->rows->len; i++)
    sum -= cross->row_totals[i].part;
  g_assert_cmpuint (sum, ==, 0);
  g_test_message ("answered in %d us", (int) paz_figures_page_get_cost (page));
}

/* Shares carry their bases, the headline says the last month. */
static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (PazFiguresChoice) choice = paz_figures_choice_parse ("ask=share_of_women;rows=month;contributors=URY");
  g_autoptr (PazFiguresChoice) again = NULL;
  g_autofree char *text = paz_figures_choice_to_text (choice);
  g_autofree char *other = NULL;
  g_autofree char *cell = NULL;
  const PazCross *cross;
  PazFiguresPage *page;

  again = paz_figures_choice_parse (text);
  other = paz_figures_choice_to_text (again);
  g_assert_cmpstr (text, ==, other);
  if (!import_real (fixture))
    return;
  page = open_page (fixture);
  wait_until (has_figures (page));
  paz_figures_page_ask (page, choice);
  cross = paz_figures_page_get_cross (page);
  g_test_message ("%s | %s", cross->headline, cross->coverage);
  g_assert_true (g_str_has_prefix (cross->headline, "Uruguay: "));
  g_assert_nonnull (strstr (cross->headline, "in the region"));
  g_assert_null (cross->column_totals);   /* months do not add up */
  cell = paz_cross_dup_text (cross, paz_cross_get (cross, 0, 0));
  g_assert_nonnull (strstr (cell, "%"));
  g_assert_nonnull (strstr (cell, "/"));
  g_assert_true (shows (page, "Uruguay: "));
}

/* Every ready view and every pair of axes answers. */
static void
test_all_choices (Fixture       *fixture,
                  gconstpointer  data)
{
  PazFiguresPage *page;
  gint64 worst = 0;

  if (!import_real (fixture))
    return;
  page = open_page (fixture);
  wait_until (has_figures (page));
  for (guint ask = 0; ask < PAZ_N_ASKS; ask++)
    for (guint i = 0; i < PAZ_N_AXES * PAZ_N_AXES; i++)
      {
        g_autoptr (PazFiguresChoice) choice = paz_figures_choice_new ();

        choice->ask = (PazAsk) ask;
        choice->rows = (PazAxis) (i / PAZ_N_AXES);
        choice->columns = (PazAxis) (i % PAZ_N_AXES);
        paz_figures_page_ask (page, choice);
        worst = MAX (worst, paz_figures_page_get_cost (page));
        drain ();
      }
  g_test_message ("slowest answer %d us", (int) worst);
  wait_until (has_figures (page));
}

/* A withheld data set is in nothing that goes to the public. */
static void
test_withheld (Fixture       *fixture,
               gconstpointer  data)
{
  const PazKind *kind = paz_kind_find ("data_set");
  g_autoptr (PazFiguresChoice) choice = paz_figures_choice_parse ("rows=contributor;columns=mission");
  PazAudience everybody = { .type = PAZ_AUDIENCE_PUBLIC };
  g_autoptr (PazQuery) query = paz_query_new (kind);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (PazEdit) edit = paz_edit_new ();
  PazStore *store;

  if (!import_real (fixture))
    return;
  store = paz_window_get_store (fixture->window);
  before = paz_figures_export_dup_lines (store, choice, &everybody, paz_words_get_catalogue (), ',', NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (before, "MINUSTAH"));
  g_assert_nonnull (strstr (before, "URY"));
  records = paz_store_list_records (store, query, &error);
  g_assert_cmpuint (records->len, ==, 1);
  paz_record_set_release (g_ptr_array_index (records, 0), PAZ_LEVEL_NATIONAL, NULL);
  paz_edit_put (edit, g_ptr_array_index (records, 0));
  paz_store_apply (store, edit, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  after = paz_figures_export_dup_lines (store, choice, &everybody, paz_words_get_catalogue (), ',', NULL, &error);
  g_assert_null (after);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  paz_words_init ("en");
  ui_test_load_style ();

#define ADD(name, func) g_test_add ("/figures-page/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("empty", test_empty);
  ADD ("same-numbers", test_same_numbers);
  ADD ("words", test_words);
  ADD ("all-choices", test_all_choices);
  ADD ("withheld", test_withheld);

  return g_test_run ();
}
