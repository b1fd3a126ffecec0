/* Lists as a person arranges them: columns, order, groups, filters, and the room they take; with
 * the real page of every kind. */
#include "shell-fixture.h"

#include "paz-column-view.h"
#include "paz-filter-editor.h"
#include "paz-list-cell.h"
#include "paz-list-filter.h"
#include "paz-list-layout.h"
#include "paz-list-page.h"
#include "store/paz-record-list.h"

static GtkWidget *
open_page (Fixture    *fixture,
           const char *kind)
{
  g_autofree char *name = g_strconcat ("kind:", kind, NULL);
  PazRecordList *records;
  gboolean pending = TRUE;
  GtkWidget *page;

  paz_window_show_page (fixture->window, name);
  page = paz_window_get_page (fixture->window);
  records = PAZ_RECORD_LIST (paz_list_page_get_records (PAZ_LIST_PAGE (page)));
  wait_until ((g_object_get (records, "pending", &pending, NULL), !pending));

  return page;
}

static PazRecordList *
get_records (GtkWidget *page)
{
  return PAZ_RECORD_LIST (paz_list_page_get_records (PAZ_LIST_PAGE (page)));
}

static void
act (GtkWidget  *page,
     const char *action,
     GVariant   *target)
{
  gboolean pending = TRUE;

  g_assert_true (gtk_widget_activate_action_variant (page, action, target));
  wait_until ((g_object_get (get_records (page), "pending", &pending, NULL), !pending));
}

static GtkColumnView *
get_view (GtkWidget *page)
{
  return GTK_COLUMN_VIEW (find_widget (page, GTK_TYPE_COLUMN_VIEW));
}

static char *
dup_titles (GtkWidget *page)
{
  GListModel *columns = gtk_column_view_get_columns (get_view (page));
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      g_string_append_printf (titles, "%s%s", i > 0 ? "|" : "", gtk_column_view_column_get_title (column));
    }

  return g_string_free (titles, FALSE);
}

static void
add_task (PazStore   *store,
          const char *title,
          const char *status,
          const char *due,
          PazLevel    level)
{
  g_autoptr (PazRecord) task = paz_store_create_record (store, paz_kind_find ("task"), NULL);
  const PazKind *kind = paz_record_get_kind (task);
  g_autoptr (PazTrilingual) text = paz_trilingual_new ();
  g_autofree char *key = paz_store_make_text_key (store);
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (GError) error = NULL;

  paz_trilingual_set_text (text, PAZ_LANGUAGE_EN, title, key);
  paz_record_set_value (task, paz_kind_find_field (kind, "title"), paz_trilingual_to_value (text));
  if (status != NULL)
    paz_record_set_value (task, paz_kind_find_field (kind, "status"), g_variant_new_string (status));
  if (due != NULL)
    paz_record_set_value (task, paz_kind_find_field (kind, "due"), g_variant_new_string (due));
  paz_record_set_release (task, level, NULL);
  paz_edit_put (edit, task);
  paz_store_apply (store, edit, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static GtkWidget *
open_tasks (Fixture *fixture)
{
  PazStore *store;

  paz_settings_set_text (paz_settings_get (), PAZ_SETTING_LIST_LAYOUTS, "");
  fixture_open (fixture);
  store = paz_window_get_store (fixture->window);
  add_task (store, "Alpha", "in_progress", "2020-05-01", PAZ_LEVEL_NETWORK);
  add_task (store, "Bravo", "in_progress", "2199-05-01", PAZ_LEVEL_NATIONAL);
  add_task (store, "Charlie", "completed", "2020-06-01", PAZ_LEVEL_NAMED);
  add_task (store, "Delta", NULL, NULL, PAZ_LEVEL_PUBLIC);

  return open_page (fixture, "task");
}

/* ---- tests ---- */

/* Every field that is not for the program alone can be a column, and every cell of it is made. */
static void
test_columns (Fixture       *fixture,
              gconstpointer  data)
{
  const PazKind * const *kinds = paz_kind_list (NULL);

  paz_settings_set_text (paz_settings_get (), PAZ_SETTING_LIST_LAYOUTS, "");
  fixture_open (fixture);
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) fields = paz_list_layout_list_fields (kinds[i]);
      GtkWidget *page;

      for (guint j = 0; j < kinds[i]->n_fields; j++)
        if (kinds[i]->fields[j].until == 0 && (kinds[i]->fields[j].flags & PAZ_FIELD_HIDDEN) == 0)
          g_assert_true (g_ptr_array_find (fields, &kinds[i]->fields[j], NULL));
      if (kinds[i]->parent != NULL)
        continue;
      page = open_page (fixture, kinds[i]->key);
      for (guint j = 0; j < fields->len; j++)
        act (page, "arrange.show-column",
             g_variant_new ("(sb)", ((const PazField *) g_ptr_array_index (fields, j))->key, TRUE));
      g_assert_cmpuint (g_list_model_get_n_items (gtk_column_view_get_columns (get_view (page))), ==, fields->len);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
      act (page, "arrange.reset-list", NULL);
    }
}

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *page = open_tasks (fixture);
  g_autofree char *several = NULL;
  g_autofree char *moved = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *reset = NULL;
  g_autoptr (PazRecord) first = NULL;

  act (page, "arrange.sort", g_variant_new ("(sb)", "status", FALSE));
  act (page, "arrange.sort-then", g_variant_new ("(sb)", "title", TRUE));
  several = dup_titles (page);
  g_assert_nonnull (strstr (several, "Status ↑1"));
  g_assert_nonnull (strstr (several, "Title ↓2"));
  first = g_list_model_get_item (G_LIST_MODEL (get_records (page)), 0);
  g_assert_cmpstr (paz_record_get_words (first, "title", PAZ_LANGUAGE_EN), ==, "Bravo");

  act (page, "arrange.move-column", g_variant_new ("(sb)", "title", TRUE));
  act (page, "arrange.show-column", g_variant_new ("(sb)", "owner", TRUE));
  moved = dup_titles (page);
  g_assert_false (g_str_has_prefix (moved, "Title"));
  g_assert_true (g_str_has_suffix (moved, "|Owner"));

  /* The next page of the kind looks the same. */
  open_page (fixture, "mission");
  page = open_page (fixture, "task");
  kept = dup_titles (page);
  g_assert_cmpstr (kept, ==, moved);
  act (page, "arrange.reset-list", NULL);
  reset = dup_titles (page);
  g_assert_true (g_str_has_prefix (reset, "Title|"));
}

static void
test_groups (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *page = open_tasks (fixture);
  PazRecordList *records = get_records (page);
  guint n;

  act (page, "arrange.group", g_variant_new ("(ss)", "status", "value"));
  n = g_list_model_get_n_items (G_LIST_MODEL (records));
  g_assert_cmpuint (n, ==, 4 + 3);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  g_assert_true (shows (page, "In progress"));
  g_assert_true (shows (page, "Not answered"));
  g_assert_true (shows (page, "4 records"));

  /* Its heading, activated, closes the group. */
  g_signal_emit_by_name (get_view (page), "activate", 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (records)), ==, 4 + 3 - 2);
  g_assert_true (shows (page, "4 records"));
  act (page, "arrange.open-groups", g_variant_new_boolean (FALSE));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (records)), ==, 3);
  act (page, "arrange.group", g_variant_new ("(ss)", "due", "year"));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (records)), ==, 4 + 3);
  act (page, "arrange.group", g_variant_new ("(ss)", "", "value"));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (records)), ==, 4);
}

static void
test_filters (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *page = open_tasks (fixture);
  PazRecordList *records = get_records (page);
  PazListFilter *bar = PAZ_LIST_FILTER (find_widget (page, PAZ_TYPE_LIST_FILTER));
  const PazKind *kind = paz_kind_find ("task");
  g_autoptr (PazFilter) filter = paz_filter_new (kind, "Late or done");
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (bar)));
  act (page, "arrange.use-filter", g_variant_new_string ("=3"));
  g_assert_cmpuint (paz_record_list_get_n_records (records), ==, 1);
  g_assert_true (shows (bar, "Due: before Today"));
  g_assert_true (shows (bar, "Status: not Completed"));
  g_assert_true (shows (page, "1 of 4 records"));

  filter->any = TRUE;
  paz_filter_add (filter, paz_condition_parse (kind, "due before today"));
  paz_filter_add (filter, paz_condition_parse (kind, "status is completed"));
  g_assert_true (paz_store_keep_filter (paz_window_get_store (fixture->window), filter, &error));
  act (page, "arrange.use-filter", g_variant_new_string ("+Late or done"));
  g_assert_cmpuint (paz_record_list_get_n_records (records), ==, 2);

  act (page, "arrange.use-filter", g_variant_new_string (""));
  g_assert_cmpuint (paz_record_list_get_n_records (records), ==, 4);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (bar)));
}

/* Each field with each of its operators has an editor, and what it says at first can be read again. */
static void
test_editors (Fixture       *fixture,
              gconstpointer  data)
{
  const PazKind * const *kinds = paz_kind_list (NULL);

  fixture_open (fixture);
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      GtkWidget *editor = g_object_ref_sink (paz_filter_editor_new (paz_window_get_store (fixture->window), kinds[i]));

      for (guint j = 0; j < kinds[i]->n_fields; j++)
        {
          guint n;
          const PazMatch *matches = paz_match_list (&kinds[i]->fields[j], &n);

          for (guint m = 0; m < n && (kinds[i]->fields[j].flags & PAZ_FIELD_HIDDEN) == 0; m++)
            {
              g_autoptr (PazCondition) condition = paz_condition_new (&kinds[i]->fields[j], matches[m], "");
              g_autoptr (PazCondition) said = NULL;

              paz_filter_editor_set_condition (PAZ_FILTER_EDITOR (editor), condition);
              said = paz_filter_editor_dup_condition (PAZ_FILTER_EDITOR (editor));
              if (said == NULL)
                continue;
              g_assert_true (said->field == condition->field);
              g_assert_cmpint (said->match, ==, condition->match);
            }
        }
      g_object_unref (editor);
    }
}

/* At 1024 by 768 no list with its declared columns is wider than its place. */
static void
test_room (Fixture       *fixture,
           gconstpointer  data)
{
  static const char * const languages[] = { "en", "es", "pt" };
  const PazKind * const *kinds = paz_kind_list (NULL);

  paz_settings_set_text (paz_settings_get (), PAZ_SETTING_LIST_LAYOUTS, "");
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1024, 768);
  fixture_open (fixture);
  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      PazLanguage language;

      g_assert_true (paz_language_from_code (languages[l], &language));
      paz_words_set_language (language);
      for (guint i = 0; kinds[i] != NULL; i++)
        {
          GtkWidget *page;
          GtkAdjustment *adjustment;

          if (kinds[i]->parent != NULL)
            continue;
          page = open_page (fixture, kinds[i]->key);
          if (g_list_model_get_n_items (G_LIST_MODEL (get_records (page))) == 0)
            continue;
          for (int frames = 0; frames < 4; frames++)
            gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
          adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (get_view (page)));
          g_test_message ("%s %s: %.0f in %.0f", languages[l], kinds[i]->key,
                          gtk_adjustment_get_upper (adjustment), gtk_adjustment_get_page_size (adjustment));
          g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), <=, gtk_adjustment_get_page_size (adjustment));
        }
    }
  paz_words_set_language (PAZ_LANGUAGE_EN);
}

#define TEST(name, function) \
  g_test_add ("/lists/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  paz_words_init ("en");

  TEST ("columns", test_columns);
  TEST ("order", test_order);
  TEST ("groups", test_groups);
  TEST ("filters", test_filters);
  TEST ("editors", test_editors);
  TEST ("room", test_room);

  return g_test_run ();
}
