/* The Overview's charts in the real window: their values against the sample, and when they are made. */
#include "shell-fixture.h"

#include "paz-chart-view.h"
#include "paz-overview-charts.h"
#include "paz-overview-page.h"
#include "table/paz-import.h"

#include <math.h>

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

/* The strategy begins after the sample's months. */
static void
add_target (PazStore *store)
{
  const PazKind *kind = paz_kind_find ("gender_target");
  g_autoptr (PazRecord) record = paz_store_create_record (store, kind, NULL);
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (GError) error = NULL;

  paz_record_set_value (record, paz_kind_find_field (kind, "year"), g_variant_new_int64 (2014));
  paz_record_set_value (record, paz_kind_find_field (kind, "category"), g_variant_new_string ("troops"));
  paz_record_set_value (record, paz_kind_find_field (kind, "target"), g_variant_new_string ("6.5"));
  paz_edit_put (edit, record);
  paz_store_apply (store, edit, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static PazChart *
make (PazStore         *store,
      PazOverviewChart  which,
      PazFigures      **figures)
{
  g_autoptr (GError) error = NULL;

  *figures = paz_figures_get (store, NULL, NULL, &error);
  g_assert_no_error (error);

  return paz_overview_chart_new (*figures, which, paz_overview_find_month (*figures), paz_words_get_catalogue ());
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (PazFigures) figures = NULL;

  fixture_open (fixture);
  g_assert_null (make (paz_window_get_store (fixture->window), PAZ_OVERVIEW_DEPLOYED, &figures));
}

/* The last month is what the figures above the charts say. */
static void
test_values (Fixture       *fixture,
             gconstpointer  data)
{
  PazStore *store;
  g_autoptr (PazFigures) figures = NULL;
  g_autoptr (PazFigures) again = NULL;
  g_autoptr (PazChart) deployed = NULL;
  g_autoptr (PazChart) women = NULL;
  const PazKey keys[] = { PAZ_KEY_CONTRIBUTOR };
  PazFiguresFilter filter = { .region_only = TRUE };
  g_autoptr (PazPivot) pivot = NULL;
  g_autoptr (GPtrArray) parity = NULL;
  double total = 0;
  guint n, shown = 0;

  fixture_open (fixture);
  store = paz_window_get_store (fixture->window);
  import_sample (store);
  add_target (store);
  deployed = make (store, PAZ_OVERVIEW_DEPLOYED, &figures);
  women = make (store, PAZ_OVERVIEW_WOMEN, &again);
  filter.from = filter.to = paz_overview_find_month (figures);
  pivot = paz_figures_pivot (figures, keys, 1, &filter);
  for (guint i = 0; i < paz_pivot_get_n_rows (pivot); i++)
    total += (double) PAZ_FIGURE_TOTAL (paz_pivot_get_row (pivot, i));
  n = paz_chart_get_n_categories (deployed);
  g_assert_cmpuint (n, >, 1);
  g_assert_cmpfloat (total, >, 0);
  g_assert_cmpfloat (paz_chart_get_value (deployed, 0, n - 1), ==, total);

  parity = paz_figures_parity (figures, filter.to, &filter);
  for (guint i = 0; i < parity->len; i++)
    {
      const PazParity *one = parity->pdata[i];

      if (one->contributor != NULL)
        continue;
      g_assert_cmpfloat_with_epsilon (paz_chart_get_value (women, 0, shown), one->percent / 100, 1e-9);
      shown++;
    }
  g_assert_cmpuint (paz_chart_get_n_categories (women), ==, shown);
}

static gboolean
draws (GtkWidget *widget,
       gpointer   data)
{
  return PAZ_IS_CHART_VIEW (widget) && gtk_widget_get_mapped (widget) && paz_chart_view_get_chart (PAZ_CHART_VIEW (widget)) != NULL;
}

/* Only the page that is seen computes. */
static void
test_seen (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *page;

  fixture_open (fixture);
  paz_window_show_page (fixture->window, "overview");
  page = paz_window_get_page (fixture->window);
  wait_until (paz_overview_page_is_ready (PAZ_OVERVIEW_PAGE (page)));
  g_assert_false (walk (page, draws, NULL));
  paz_window_show_page (fixture->window, "history");
  import_sample (paz_window_get_store (fixture->window));
  drain ();
  paz_window_show_page (fixture->window, "overview");
  page = paz_window_get_page (fixture->window);
  wait_until (walk (page, draws, NULL));
}

static void
test_way_out (Fixture       *fixture,
              gconstpointer  data)
{
  PazAudience own = { .type = PAZ_AUDIENCE_OWN };
  g_autoptr (GError) error = NULL;

  fixture_open (fixture);
  import_sample (paz_window_get_store (fixture->window));
  add_target (paz_window_get_store (fixture->window));
  for (guint i = 0; i < PAZ_N_OVERVIEW_CHARTS; i++)
    {
      g_autoptr (PazPictureMaker) maker = paz_overview_chart_new_maker (i);
      g_autoptr (PazPictureExport) picture = paz_picture_export_new (maker, paz_window_get_store (fixture->window), &own,
                                                                     paz_words_get_catalogue (), NULL, &error);
      g_autofree char *cells = NULL;

      g_assert_no_error (error);
      cells = paz_picture_export_dup_cells (picture, paz_words_get_catalogue ());
      g_assert_nonnull (strstr (cells, i == PAZ_OVERVIEW_DEPLOYED ? "Women" : "Share of women"));
    }
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add ("/overview/charts/empty", Fixture, NULL, fixture_set_up, test_empty, fixture_tear_down);
  g_test_add ("/overview/charts/values", Fixture, NULL, fixture_set_up, test_values, fixture_tear_down);
  g_test_add ("/overview/charts/seen", Fixture, NULL, fixture_set_up, test_seen, fixture_tear_down);
  g_test_add ("/overview/charts/way-out", Fixture, NULL, fixture_set_up, test_way_out, fixture_tear_down);

  return g_test_run ();
}
