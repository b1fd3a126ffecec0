/* The map page in the real window: choices, gap and zero, keyboard, names, what it leads to, what
 * leaves through the gate. */
#include "shell-fixture.h"

#include <math.h>

#include "paz-list-page.h"
#include "paz-map-list.h"
#include "paz-map-page.h"
#include "paz-map-picture.h"
#include "paz-map-view.h"
#include "paz-profile-page.h"

#include "base/paz-date.h"

/* ---- a store ---- */

static void
put_facts (PazStore *store)
{
  static const struct { const char *month, *state, *mission; guint32 female, male; } rows[] = {
    { "2014-03", "URY", "MONUSCO", 20, 180 },
    { "2014-03", "URY", "MINUSTAH", 5, 95 },
    { "2014-03", "BRA", "MINUSTAH", 0, 40 },
    { "2014-03", "BRA", "UNXYZ", 0, 4 },
    { "2013-03", "URY", "MONUSCO", 10, 240 },
  };
  g_autoptr (PazFactTable) facts = paz_fact_table_new ();
  g_autoptr (PazRecord) set = paz_store_create_record (store, paz_kind_find ("data_set"), NULL);
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    paz_fact_table_add (facts, paz_month_parse (rows[i].month),
                        paz_fact_table_code (facts, PAZ_DIMENSION_CONTRIBUTOR, rows[i].state),
                        paz_fact_table_code (facts, PAZ_DIMENSION_MISSION, rows[i].mission),
                        (guint8) paz_fact_table_code (facts, PAZ_DIMENSION_TYPE, "troops"),
                        rows[i].female, rows[i].male, i + 2);
  paz_fact_table_finish (facts, NULL, NULL);
  paz_record_set_value (set, paz_kind_find_field (paz_kind_find ("data_set"), "title"), g_variant_new_string ("Figures"));
  paz_record_set_release (set, PAZ_LEVEL_NETWORK, NULL);
  paz_edit_put (edit, set);
  paz_edit_put_facts (edit, set, facts);
  paz_store_apply (store, edit, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static PazMapPage *
open_page (Fixture *fixture)
{
  PazMapPage *page;

  paz_settings_set_text (paz_settings_get (), PAZ_SETTING_MAP_VIEW, "");
  fixture_open (fixture);
  put_facts (paz_window_get_store (fixture->window));
  paz_window_show_page (fixture->window, "map");
  page = PAZ_MAP_PAGE (paz_window_get_page (fixture->window));
  wait_until (paz_map_page_get_answer (page) != NULL);

  return page;
}

static gboolean
find_type_cb (GtkWidget *widget,
              gpointer   data)
{
  gpointer *both = data;

  if (!G_TYPE_CHECK_INSTANCE_TYPE (widget, *(GType *) both[0]))
    return FALSE;
  both[1] = widget;
  return TRUE;
}

static gpointer
find_part (PazMapPage *page,
           GType       type)
{
  gpointer both[] = { &type, NULL };

  walk (GTK_WIDGET (page), find_type_cb, both);
  g_assert_nonnull (both[1]);
  return both[1];
}

static double
get_value (PazMapPage *page,
           const char *key)
{
  return paz_map_get_value (paz_map_page_get_answer (page)->map, key);
}

static void
ask (PazMapPage   *page,
     PazMapFigure  figure,
     guint16       month,
     const char   *mission)
{
  g_autoptr (PazMapChoice) choice = paz_map_choice_copy (paz_map_page_get_choice (page));

  choice->figure = figure;
  choice->month = month;
  g_free (choice->mission);
  choice->mission = g_strdup (mission);
  paz_map_page_ask (page, choice);
  wait_until (paz_map_page_get_answer (page) != NULL);
}

/* ---- what is shown ---- */

static void
test_figures (Fixture       *fixture,
              gconstpointer  data)
{
  PazMapPage *page = open_page (fixture);

  g_assert_cmpfloat (get_value (page, "URY"), ==, 300);
  g_assert_cmpfloat (get_value (page, "PER"), ==, 0);
  ask (page, PAZ_MAP_DEPLOYED, 0, "MONUSCO");
  g_assert_cmpfloat (get_value (page, "URY"), ==, 200);
  g_assert_cmpfloat (get_value (page, "BRA"), ==, 0);
  ask (page, PAZ_MAP_SHARE_OF_WOMEN, 0, NULL);
  g_assert_cmpfloat_with_epsilon (get_value (page, "URY"), 25 / 300.0, 1e-9);
  g_assert_cmpfloat (get_value (page, "BRA"), ==, 0);
  ask (page, PAZ_MAP_CHANGE, 0, NULL);
  g_assert_cmpfloat (get_value (page, "URY"), ==, 50);
  g_assert_cmpfloat (get_value (page, "BRA"), ==, 44);
  wait_until (shows (page, "Compared with March 2013."));
}

/* A share of nobody, a month nobody covers and nobody there are three things. */
static void
test_gaps (Fixture       *fixture,
           gconstpointer  data)
{
  PazMapPage *page = open_page (fixture);

  ask (page, PAZ_MAP_SHARE_OF_WOMEN, 0, NULL);
  g_assert_true (isnan (get_value (page, "PER")));
  g_assert_true (paz_map_is_absent (paz_map_page_get_answer (page)->map, "PER"));
  g_assert_cmpstr (paz_map_answer_find (paz_map_page_get_answer (page), "PER")->remark, ==, "Nobody deployed");
  ask (page, PAZ_MAP_CHANGE, paz_month_parse ("2013-03"), NULL);
  g_assert_true (isnan (get_value (page, "URY")));
  g_assert_false (paz_map_is_absent (paz_map_page_get_answer (page)->map, "URY"));
  wait_until (shows (page, "No figures cover March 2012"));
  ask (page, PAZ_MAP_DEPLOYED, paz_month_parse ("2013-03"), NULL);
  g_assert_cmpfloat (get_value (page, "BRA"), ==, 0);
  ask (page, PAZ_MAP_NEEDS, 0, NULL);
  g_assert_true (paz_map_is_absent (paz_map_page_get_answer (page)->map, "URY"));
}

static void
test_missions (Fixture       *fixture,
               gconstpointer  data)
{
  PazMapPage *page = open_page (fixture);
  g_autoptr (PazMapChoice) choice = paz_map_choice_new ();
  PazMapAnswer *answer;

  choice->missions = TRUE;
  choice->figure = PAZ_MAP_CHANGE;
  paz_map_page_ask (page, choice);
  g_assert_cmpint (paz_map_page_get_choice (page)->figure, ==, PAZ_MAP_DEPLOYED);
  answer = paz_map_page_get_answer (page);
  g_assert_cmpfloat (paz_map_get_value (answer->map, "MINUSTAH"), ==, 140);
  g_assert_false (paz_map_has_key (answer->map, "UNXYZ"));
  g_assert_cmpfloat (paz_map_answer_find (answer, "UNXYZ")->value, ==, 4);
  wait_until (shows (page, "since their place is not known: UNXYZ (4)."));
  choice->state = g_strdup ("URY");
  paz_map_page_ask (page, choice);
  answer = paz_map_page_get_answer (page);
  g_assert_cmpfloat (paz_map_get_value (answer->map, "MINUSTAH"), ==, 100);
  g_assert_null (paz_map_answer_find (answer, "UNXYZ"));
}

/* ---- choosing ---- */

static void
press (GtkWidget *widget,
       guint      keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
    }
  g_assert_true (handled);
}

static void
test_linked (Fixture       *fixture,
             gconstpointer  data)
{
  PazMapPage *page = open_page (fixture);
  GtkWidget *view = find_part (page, PAZ_TYPE_MAP_VIEW);
  GtkListBox *list = paz_map_list_get_box (find_part (page, PAZ_TYPE_MAP_LIST));
  g_autofree char *kept = NULL;

  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, 0));
  g_assert_cmpstr (paz_map_view_get_selected (PAZ_MAP_VIEW (view)), ==, "URY");
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Uniformed personnel deployed · March 2014");
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Uruguay: 300 (Uniformed personnel deployed)");
  gtk_test_accessible_assert_property (gtk_list_box_get_row_at_index (list, 0), GTK_ACCESSIBLE_PROPERTY_LABEL, "Uruguay: 300");
  gtk_test_widget_wait_for_draw (view);
  press (view, GDK_KEY_Up);
  g_assert_cmpstr (paz_map_page_get_chosen (page), ==, "PRY");
  g_assert_cmpint (gtk_list_box_row_get_index (gtk_list_box_get_selected_row (list)), >, 1);
  wait_until (shows (page, "Paraguay: 0"));
  kept = paz_settings_dup_text (paz_settings_get (), PAZ_SETTING_MAP_VIEW);
  g_assert_true (g_str_has_suffix (kept, ":PRY"));
}

static void
test_opened (Fixture       *fixture,
             gconstpointer  data)
{
  PazMapPage *page = open_page (fixture);
  GtkWidget *view = find_part (page, PAZ_TYPE_MAP_VIEW);
  GtkWidget *profile;

  paz_map_page_choose (page, "BRA");
  press (view, GDK_KEY_Return);
  profile = paz_window_get_page (fixture->window);
  g_assert_true (PAZ_IS_PROFILE_PAGE (profile));
  wait_until (paz_profile_page_is_ready (PAZ_PROFILE_PAGE (profile)));
  wait_until (shows (profile, "Brazil"));
}

/* ---- the gate ---- */

static PazPictureExport *
export_for (Fixture     *fixture,
            PazMapPage  *page,
            const char  *readers,
            GError     **error)
{
  g_autoptr (PazPictureMaker) maker = paz_map_picture_new_maker (paz_map_page_get_choice (page));
  g_autoptr (PazAudience) audience = paz_audience_parse (readers);

  return paz_picture_export_new (maker, paz_window_get_store (fixture->window), audience,
                                 paz_words_get_catalogue (), NULL, error);
}

static void
test_gate (Fixture       *fixture,
           gconstpointer  data)
{
  PazMapPage *page = open_page (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) refused = NULL;
  g_autoptr (PazPictureExport) picture = export_for (fixture, page, "network", &error);
  g_autofree char *path = g_build_filename (fixture->folder, "map.svg", NULL);

  g_assert_no_error (error);
  g_assert_cmpint (picture->level, ==, PAZ_LEVEL_NETWORK);
  g_assert_cmpfloat (paz_map_get_value (picture->map, "URY"), ==, 300);
  g_assert_true (paz_picture_export_write (picture, paz_words_get_catalogue (), path, NULL, &error));
  g_assert_no_error (error);
  g_assert_null (export_for (fixture, page, "public", &refused));
  g_assert_error (refused, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add ("/map-page/figures", Fixture, NULL, fixture_set_up, test_figures, fixture_tear_down);
  g_test_add ("/map-page/gaps", Fixture, NULL, fixture_set_up, test_gaps, fixture_tear_down);
  g_test_add ("/map-page/missions", Fixture, NULL, fixture_set_up, test_missions, fixture_tear_down);
  g_test_add ("/map-page/linked", Fixture, NULL, fixture_set_up, test_linked, fixture_tear_down);
  g_test_add ("/map-page/opened", Fixture, NULL, fixture_set_up, test_opened, fixture_tear_down);
  g_test_add ("/map-page/gate", Fixture, NULL, fixture_set_up, test_gate, fixture_tear_down);

  return g_test_run ();
}
