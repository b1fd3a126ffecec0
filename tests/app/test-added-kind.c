/* A kind that does not ship, in the window: its area, its page, its form and its search, by its
 * data file, form and line alone. */
#include "shell-fixture.h"

#include "added-kinds.h"
#include "paz-form-page.h"
#include "paz-form.h"
#include "paz-list-page.h"
#include "paz-sidebar.h"

static PazListPage *
open_page (Fixture *fixture)
{
  PazListPage *page;
  gboolean pending = TRUE;

  paz_window_show_page (fixture->window, "kind:visit");
  g_assert_cmpstr (paz_window_get_page_name (fixture->window), ==, "kind:visit");
  page = PAZ_LIST_PAGE (paz_window_get_page (fixture->window));
  wait_until ((g_object_get (paz_list_page_get_records (page), "pending", &pending, NULL), !pending));

  return page;
}

static void
keep_visit (PazStore   *store,
            const char *title)
{
  g_autoptr (PazRecord) visit = paz_store_create_record (store, paz_kind_find ("visit"), NULL);
  g_autoptr (PazRecord) stage = paz_store_create_record (store, paz_kind_find ("stage"), paz_record_get_id (visit));
  g_autoptr (PazTrilingual) texts = paz_trilingual_new ();
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (GError) error = NULL;

  paz_trilingual_set_text (texts, PAZ_LANGUAGE_EN, title, "AAECAwQFBgc");
  paz_record_set_value (visit, paz_kind_find_field (paz_kind_find ("visit"), "title"), paz_trilingual_to_value (texts));
  paz_record_set_value (stage, paz_kind_find_field (paz_kind_find ("stage"), "title"), paz_trilingual_to_value (texts));
  paz_edit_put (edit, visit);
  paz_edit_put (edit, stage);
  paz_store_apply (store, edit, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_page (Fixture       *fixture,
           gconstpointer  data)
{
  PazListPage *page;
  GtkWidget *sidebar;

  fixture_open (fixture);
  sidebar = find_widget (GTK_WIDGET (fixture->window), PAZ_TYPE_SIDEBAR);
  g_assert_cmpstr (paz_sidebar_get_title (PAZ_SIDEBAR (sidebar), "kind:visit"), ==, "Visits");
  g_assert_null (paz_sidebar_get_title (PAZ_SIDEBAR (sidebar), "kind:stage"));

  page = open_page (fixture);
  g_assert_true (paz_list_page_get_kind (page) == paz_kind_find ("visit"));
  g_assert_cmpuint (g_list_model_get_n_items (paz_list_page_get_records (page)), ==, 0);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  g_assert_true (shows (fixture->window, "No visits yet"));

  keep_visit (paz_window_get_store (fixture->window), "Exchange of engineers");
  wait_until (g_list_model_get_n_items (paz_list_page_get_records (page)) == 1);
}

/* "New" opens its form; what is kept is told of by its own phrases. */
static void
test_form (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (PazRecord) record = NULL;
  g_autoptr (PazStep) step = NULL;
  g_autofree char *name = NULL;
  PazStore *store;
  GtkWidget *form;
  GListModel *records;

  fixture_open (fixture);
  store = paz_window_get_store (fixture->window);
  keep_visit (store, "Exchange of engineers");
  step = paz_store_dup_undo_step (store);
  name = paz_store_dup_step_name (store, step, paz_words_get_catalogue ());
  g_assert_cmpstr (name, ==, "Added visit “Exchange of engineers”");

  records = paz_list_page_get_records (open_page (fixture));
  wait_until ((record = g_list_model_get_item (records, 0)) != NULL);
  paz_window_open_record (fixture->window, record);
  wait_until ((form = find_widget (GTK_WIDGET (fixture->window), PAZ_TYPE_FORM)) != NULL);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  g_assert_true (shows (fixture->window, "Exchange of engineers"));
  /* What is below the first rows comes between frames. */
  wait_until (shows (fixture->window, "Stages"));
  g_assert_cmpuint (paz_form_get_tables (PAZ_FORM (form))->len, ==, 1);
  g_assert_true (paz_form_check (PAZ_FORM (form), TRUE));
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;
  gboolean found = FALSE;

  fixture_open (fixture);
  keep_visit (paz_window_get_store (fixture->window), "Exchange of engineers");
  hits = paz_store_search (paz_window_get_store (fixture->window), "exchan engin", 10,
                           paz_words_get_catalogue (), NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < hits->len; i++)
    found = found || ((PazHit *) hits->pdata[i])->kind == paz_kind_find ("visit");
  g_assert_true (found);
}

int
main (int    argc,
      char **argv)
{
  added_kinds_use ();
  ui_test_init (&argc, &argv);
  paz_words_init ("en");

  g_test_add ("/added-kind/page", Fixture, NULL, fixture_set_up, test_page, fixture_tear_down);
  g_test_add ("/added-kind/form", Fixture, NULL, fixture_set_up, test_form, fixture_tear_down);
  g_test_add ("/added-kind/search", Fixture, NULL, fixture_set_up, test_search, fixture_tear_down);

  return g_test_run ();
}
