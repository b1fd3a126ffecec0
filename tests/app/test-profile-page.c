/* The profile and fatalities pages in the real window: they load, and a number leads to its records. */
#include "shell-fixture.h"

#include "paz-fatalities-page.h"
#include "paz-list-page.h"
#include "paz-profile-page.h"
#include "paz-source-dialog.h"
#include "store/paz-filter.h"
#include "table/paz-import.h"

static void
add_fatality (PazStore   *store,
              const char *number,
              const char *mission,
              const char *date)
{
  const PazKind *kind = paz_kind_find ("fatality");
  g_autoptr (PazRecord) record = paz_store_create_record (store, kind, NULL);
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (GError) error = NULL;

  paz_record_set_value (record, paz_kind_find_field (kind, "casualty_id"), g_variant_new_string (number));
  paz_record_set_value (record, paz_kind_find_field (kind, "mission_name"), g_variant_new_string (mission));
  paz_record_set_value (record, paz_kind_find_field (kind, "nationality"), g_variant_new_string ("URY"));
  paz_record_set_value (record, paz_kind_find_field (kind, "date"), g_variant_new_string (date));
  paz_edit_put (edit, record);
  paz_store_apply (store, edit, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_profile (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *page;

  fixture_open (fixture);
  paz_window_show_page (fixture->window, "profile");
  page = paz_window_get_page (fixture->window);
  paz_profile_page_choose (PAZ_PROFILE_PAGE (page), "URY");
  wait_until (paz_profile_page_is_ready (PAZ_PROFILE_PAGE (page)));
  g_assert_true (shows (page, "Uruguay"));
}

static void
assert_leads (Fixture    *fixture,
              const char *target,
              guint       n)
{
  GtkWidget *page;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-records", "s", target);
  page = paz_window_get_page (fixture->window);
  g_assert_true (PAZ_IS_LIST_PAGE (page));
  wait_until (g_list_model_get_n_items (paz_list_page_get_records (PAZ_LIST_PAGE (page))) == n);
}

static void
test_records (Fixture       *fixture,
              gconstpointer  data)
{
  PazStore *store;

  fixture_open (fixture);
  store = paz_window_get_store (fixture->window);
  add_fatality (store, "one", "UNEF", "1974-08-09");
  add_fatality (store, "two", "UNEF", "1958-01-02");
  add_fatality (store, "three", "MONUC", "2003-05-01");
  paz_window_show_page (fixture->window, "fatalities");
  wait_until (paz_fatalities_page_is_ready (PAZ_FATALITIES_PAGE (paz_window_get_page (fixture->window))));
  g_assert_true (shows (paz_window_get_page (fixture->window), "3 people died"));
  assert_leads (fixture, "fatality\nmission_name is \"UNEF\"", 2);
  assert_leads (fixture, "fatality\ndate within \"1974\"", 1);
  assert_leads (fixture, "fatality\nnationality is \"URY\"\nmission_name is \"MONUC\"", 1);
}

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

/* Several units count together, stay for the next participant, and are taken away again. */
static void
test_what_if (Fixture       *fixture,
              gconstpointer  data)
{
  PazProfilePage *page;
  PazWhatIfGroup *group;

  fixture_open (fixture);
  import_sample (paz_window_get_store (fixture->window));
  paz_window_show_page (fixture->window, "profile");
  page = PAZ_PROFILE_PAGE (paz_window_get_page (fixture->window));
  paz_profile_page_choose (page, "URY");
  wait_until (paz_profile_page_is_ready (page));
  group = paz_profile_page_get_what_if (page);
  paz_what_if_group_ask (group, "troops", 205, 26);
  g_assert_nonnull (strstr (paz_what_if_group_get_words (group), "With 205 persons more, 26 of them women, Uruguay would have 2,348"));
  paz_what_if_group_add (group);
  g_assert_true (shows (page, "205 persons, 26 of them women"));
  paz_what_if_group_ask (group, "individual_police", 10, 4);
  g_assert_nonnull (strstr (paz_what_if_group_get_words (group), "With 215 persons more, 30 of them women, Uruguay would have 2,358"));
  paz_profile_page_choose (page, "PER");
  wait_until (strstr (paz_what_if_group_get_words (group), "With 215 persons more, 30 of them women, Peru") != NULL);
}

/* The nth widget with this tooltip, in the order of the page; NULL when there are fewer. */
static GtkWidget *
find_tooltip (GtkWidget  *widget,
              const char *tooltip,
              guint      *n)
{
  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0 && (*n)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_tooltip (child, tooltip, n);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
take_away (PazProfilePage *page,
           guint           n)
{
  GtkWidget *button = find_tooltip (GTK_WIDGET (page), "Take This Unit Away", &n);

  g_assert_nonnull (button);
  g_assert_true (GTK_IS_BUTTON (button));
  g_signal_emit_by_name (button, "clicked");
}

/* Any of several units goes, whichever was added first; what is left counts, and nothing more. */
static void
test_what_if_away (Fixture       *fixture,
                   gconstpointer  data)
{
  PazProfilePage *page;
  PazWhatIfGroup *group;
  guint first = 0;

  fixture_open (fixture);
  import_sample (paz_window_get_store (fixture->window));
  paz_window_show_page (fixture->window, "profile");
  page = PAZ_PROFILE_PAGE (paz_window_get_page (fixture->window));
  paz_profile_page_choose (page, "URY");
  wait_until (paz_profile_page_is_ready (page));
  group = paz_profile_page_get_what_if (page);
  paz_what_if_group_ask (group, "troops", 205, 26);
  paz_what_if_group_add (group);
  paz_what_if_group_ask (group, "individual_police", 10, 4);
  paz_what_if_group_add (group);
  paz_what_if_group_ask (group, "staff_officer", 3, 1);
  g_assert_nonnull (strstr (paz_what_if_group_get_words (group), "With 218 persons more, 31 of them women, Uruguay would have 2,361"));

  take_away (page, 0);
  g_assert_nonnull (strstr (paz_what_if_group_get_words (group), "With 13 persons more, 5 of them women, Uruguay would have 2,156"));
  g_assert_false (shows (GTK_WIDGET (page), "205 persons, 26 of them women"));
  g_assert_true (shows (GTK_WIDGET (page), "10 persons, 4 of them women"));
  take_away (page, 0);
  g_assert_nonnull (strstr (paz_what_if_group_get_words (group), "With 3 persons more, 1 of them women, Uruguay would have 2,146"));
  g_assert_null (find_tooltip (GTK_WIDGET (page), "Take This Unit Away", &first));
  /* The keyboard is where the next unit is asked. */
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), GTK_WIDGET (group)));
}

/* ---- where rows lead ---- */

static void
add_pledge (PazStore *store)
{
  const PazKind *kind = paz_kind_find ("pledge");
  const PazKind *participants = paz_kind_find ("participant");
  g_autoptr (PazQuery) query = paz_query_new (participants);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (PazRecord) pledge = paz_store_create_record (store, kind, NULL);
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (GError) error = NULL;

  paz_query_add_condition (query, paz_kind_find_field (participants, "code"), PAZ_MATCH_IS, "URY");
  found = paz_store_list_records (store, query, &error);
  g_assert_no_error (error);
  paz_record_set_value (pledge, paz_kind_find_field (kind, "participant"),
                        g_variant_new_string (paz_record_get_id (found->pdata[0])));
  paz_record_set_value (pledge, paz_kind_find_field (kind, "title"),
                        paz_value_parse (paz_kind_find_field (kind, "title"), "Engineers",
                                         paz_catalogue_get (PAZ_LANGUAGE_EN), NULL));
  paz_edit_put (edit, pledge);
  paz_store_apply (store, edit, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* Every condition a row asks for is one the list can read. */
static guint
check_targets (GtkWidget *widget)
{
  GVariant *target = GTK_IS_ACTIONABLE (widget) ? gtk_actionable_get_action_target_value (GTK_ACTIONABLE (widget)) : NULL;
  guint n = 0;

  if (target != NULL && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "win.show-records") == 0)
    {
      g_auto (GStrv) lines = g_strsplit (g_variant_get_string (target, NULL), "\n", -1);
      const PazKind *kind = paz_kind_find (lines[0]);

      g_assert_nonnull (kind);
      for (guint i = 1; lines[i] != NULL; i++, n++)
        {
          g_autoptr (PazCondition) condition = paz_condition_parse (kind, lines[i]);

          g_test_message ("%s: %s", lines[0], lines[i]);
          g_assert_nonnull (condition);
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += check_targets (child);

  return n;
}

static void
test_targets (Fixture       *fixture,
              gconstpointer  data)
{
  PazProfilePage *page;

  fixture_open (fixture);
  add_fatality (paz_window_get_store (fixture->window), "one", "UNEF", "1974-08-09");
  add_pledge (paz_window_get_store (fixture->window));
  paz_window_show_page (fixture->window, "profile");
  page = PAZ_PROFILE_PAGE (paz_window_get_page (fixture->window));
  paz_profile_page_choose (page, "URY");
  wait_until (paz_profile_page_is_ready (page));
  g_assert_true (shows (GTK_WIDGET (page), "Level not answered"));
  g_assert_cmpuint (check_targets (GTK_WIDGET (page)), >=, 7);
}

static void
test_source (Fixture       *fixture,
             gconstpointer  data)
{
  PazProfilePage *page;
  GtkWidget *dialog;

  fixture_open (fixture);
  import_sample (paz_window_get_store (fixture->window));
  paz_window_show_page (fixture->window, "profile");
  page = PAZ_PROFILE_PAGE (paz_window_get_page (fixture->window));
  paz_profile_page_choose (page, "URY");
  wait_until (paz_profile_page_is_ready (page));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "profile.source", "(ss)", "mission", "MINUSTAH"));
  dialog = find_toplevel (PAZ_TYPE_SOURCE_DIALOG);
  g_assert_nonnull (dialog);
  wait_until (shows (dialog, " rows"));
  gtk_window_close (GTK_WINDOW (dialog));
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add ("/profile/page", Fixture, NULL, fixture_set_up, test_profile, fixture_tear_down);
  g_test_add ("/profile/records", Fixture, NULL, fixture_set_up, test_records, fixture_tear_down);

  g_test_add ("/profile/what-if", Fixture, NULL, fixture_set_up, test_what_if, fixture_tear_down);
  g_test_add ("/profile/what-if-away", Fixture, NULL, fixture_set_up, test_what_if_away, fixture_tear_down);
  g_test_add ("/profile/targets", Fixture, NULL, fixture_set_up, test_targets, fixture_tear_down);
  g_test_add ("/profile/source", Fixture, NULL, fixture_set_up, test_source, fixture_tear_down);

  return g_test_run ();
}
