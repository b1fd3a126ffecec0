/* The fatalities page's chart in the real window: its values, where a bar leads, and its way out. */
#include "shell-fixture.h"

#include "paz-chart-view.h"
#include "paz-fatalities-chart.h"
#include "paz-fatalities-page.h"
#include "paz-list-page.h"
#include "paz-words.h"

static void
add_fatality (PazStore   *store,
              const char *number,
              const char *mission,
              const char *nationality,
              const char *date,
              const char *cause)
{
  const PazKind *kind = paz_kind_find ("fatality");
  g_autoptr (PazRecord) record = paz_store_create_record (store, kind, NULL);
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (GError) error = NULL;

  paz_record_set_value (record, paz_kind_find_field (kind, "casualty_id"), g_variant_new_string (number));
  paz_record_set_value (record, paz_kind_find_field (kind, "mission_name"), g_variant_new_string (mission));
  paz_record_set_value (record, paz_kind_find_field (kind, "nationality"), g_variant_new_string (nationality));
  paz_record_set_value (record, paz_kind_find_field (kind, "date"), g_variant_new_string (date));
  paz_record_set_value (record, paz_kind_find_field (kind, "incident"), g_variant_new_string (cause));
  paz_edit_put (edit, record);
  paz_store_apply (store, edit, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static PazFatalitiesPage *
open_page (Fixture *fixture)
{
  PazStore *store;
  PazFatalitiesPage *page;

  fixture_open (fixture);
  store = paz_window_get_store (fixture->window);
  add_fatality (store, "one", "UNEF", "URY", "1967-08-09", "accident");
  add_fatality (store, "two", "UNEF", "URY", "1967-09-02", "illness");
  add_fatality (store, "three", "MONUC", "URY", "1992-05-01", "accident");
  paz_window_show_page (fixture->window, "fatalities");
  page = PAZ_FATALITIES_PAGE (paz_window_get_page (fixture->window));
  wait_until (paz_fatalities_page_is_ready (page));

  return page;
}

static PazChart *
get_chart (PazFatalitiesPage *page)
{
  return paz_chart_view_get_chart (paz_fatalities_page_get_chart (page));
}

/* Every year from the first to the last, and one without a death is zero. */
static void
test_years (Fixture       *fixture,
            gconstpointer  data)
{
  PazFatalitiesPage *page = open_page (fixture);
  PazChart *chart;
  guint n;

  paz_fatalities_page_choose (page, PAZ_FATALITY_YEAR, FALSE);
  chart = get_chart (page);
  n = paz_chart_get_n_categories (chart);
  g_assert_cmpuint (n, ==, 1992 - 1967 + 1);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = paz_chart_dup_category (chart, i, paz_words_get_catalogue ());

      g_assert_cmpint (atoi (name), ==, (int) (1967 + i));
      g_assert_cmpfloat (paz_chart_get_value (chart, 0, i), ==, i == 0 ? 2 : i + 1 == n ? 1 : 0);
    }
}

static void
test_causes (Fixture       *fixture,
             gconstpointer  data)
{
  PazFatalitiesPage *page = open_page (fixture);
  PazChart *chart;

  paz_fatalities_page_choose (page, PAZ_FATALITY_CAUSE, FALSE);
  chart = get_chart (page);
  g_assert_cmpuint (paz_chart_get_n_categories (chart), ==, 2);
  g_assert_cmpfloat (paz_chart_get_value (chart, 0, 0), ==, 2);
  g_assert_cmpfloat (paz_chart_get_value (chart, 0, 1), ==, 1);
  /* Rows alone say the others. */
  paz_fatalities_page_choose (page, PAZ_FATALITY_MISSION, FALSE);
  g_assert_null (get_chart (page));
}

/* A bar leads to its records; a year without a death has none. */
static void
test_activation (Fixture       *fixture,
                 gconstpointer  data)
{
  PazFatalitiesPage *page = open_page (fixture);
  GtkWidget *list;

  paz_fatalities_page_choose (page, PAZ_FATALITY_YEAR, FALSE);
  g_signal_emit_by_name (paz_fatalities_page_get_chart (page), "activated", 0u, 5u);
  g_assert_true (paz_window_get_page (fixture->window) == GTK_WIDGET (page));
  g_signal_emit_by_name (paz_fatalities_page_get_chart (page), "activated", 0u, 0u);
  list = paz_window_get_page (fixture->window);
  g_assert_true (PAZ_IS_LIST_PAGE (list));
  wait_until (g_list_model_get_n_items (paz_list_page_get_records (PAZ_LIST_PAGE (list))) == 2);
}

/* A bar of nationals of the region leads to those alone. */
static void
test_region (Fixture       *fixture,
             gconstpointer  data)
{
  PazFatalitiesPage *page = open_page (fixture);
  GtkWidget *list;

  paz_fatalities_page_choose (page, PAZ_FATALITY_YEAR, FALSE);
  add_fatality (paz_window_get_store (fixture->window), "four", "UNEF", "CAN", "1967-10-01", "illness");
  wait_until (paz_fatalities_page_is_ready (page) && paz_chart_get_value (get_chart (page), 0, 0) == 3);
  paz_fatalities_page_choose (page, PAZ_FATALITY_YEAR, TRUE);
  g_assert_cmpfloat (paz_chart_get_value (get_chart (page), 0, 0), ==, 2);
  g_signal_emit_by_name (paz_fatalities_page_get_chart (page), "activated", 0u, 0u);
  list = paz_window_get_page (fixture->window);
  g_assert_true (PAZ_IS_LIST_PAGE (list));
  wait_until (g_list_model_get_n_items (paz_list_page_get_records (PAZ_LIST_PAGE (list))) == 2);
}

/* What leaves is drawn anew for its readers, with the same values. */
static void
test_way_out (Fixture       *fixture,
              gconstpointer  data)
{
  PazAudience own = { .type = PAZ_AUDIENCE_OWN };
  g_autoptr (PazPictureMaker) maker = paz_fatalities_chart_new_maker (PAZ_FATALITY_YEAR, FALSE);
  g_autoptr (PazPictureExport) picture = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *cells = NULL;

  open_page (fixture);
  picture = paz_picture_export_new (maker, paz_window_get_store (fixture->window), &own,
                                    paz_words_get_catalogue (), NULL, &error);
  g_assert_no_error (error);
  cells = paz_picture_export_dup_cells (picture, paz_words_get_catalogue ());
  g_assert_nonnull (strstr (cells, "1967\t2\n1968\t0\n"));
  g_assert_nonnull (strstr (cells, "1992\t1"));
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add ("/fatalities/years", Fixture, NULL, fixture_set_up, test_years, fixture_tear_down);
  g_test_add ("/fatalities/causes", Fixture, NULL, fixture_set_up, test_causes, fixture_tear_down);
  g_test_add ("/fatalities/activation", Fixture, NULL, fixture_set_up, test_activation, fixture_tear_down);
  g_test_add ("/fatalities/region", Fixture, NULL, fixture_set_up, test_region, fixture_tear_down);
  g_test_add ("/fatalities/way-out", Fixture, NULL, fixture_set_up, test_way_out, fixture_tear_down);

  return g_test_run ();
}
