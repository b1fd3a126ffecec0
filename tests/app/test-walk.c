/* Every page, form and dialog in three languages: each control has a name, and none is called by
 * the name of its type. */
#include "shell-fixture.h"

#include "lib/paz-walk.h"

#include "paz-form-page.h"
#include "paz-list-page.h"
#include "paz-overview-page.h"
#include "paz-preferences.h"
#include "paz-search-dialog.h"

/* Dialogs and pages that have no kind. */
static const char * const places[] = {
  "overview", "contributions", "history", "deleted", "welcome",
  "win.search", "win.import", "win.export", "app.preferences", NULL
};

static void
put_record (PazStore      *store,
            const PazKind *kind,
            const char    *container)
{
  g_autoptr (PazRecord) record = paz_store_create_record (store, kind, container);
  g_autoptr (PazEdit) edit = paz_edit_new ();
  const PazField *title = paz_kind_find_field (kind, kind->title_fields[0]);

  if (title != NULL && title->type == PAZ_VALUE_TRILINGUAL)
    {
      g_autoptr (PazTrilingual) texts = paz_trilingual_from_value (NULL);
      g_autofree char *key = paz_store_make_text_key (store);

      paz_trilingual_set_text (texts, PAZ_LANGUAGE_ES, "Prueba", key);
      paz_record_set_value (record, title, paz_trilingual_to_value (texts));
    }
  else if (title != NULL && title->type == PAZ_VALUE_TEXT)
    paz_record_set_value (record, title, g_variant_new_string ("PRUEBA"));
  paz_edit_put (edit, record);
  /* What needs more to be saved is walked as a new record. */
  paz_store_apply (store, edit, NULL, NULL, NULL, NULL, NULL);
}

static void
settle_frames (GtkWidget *widget)
{
  drain ();
  gtk_test_widget_wait_for_draw (widget);
  for (int i = 0; i < 40; i++)
    {
      g_usleep (2000);
      drain ();
    }
  gtk_test_widget_wait_for_draw (widget);
}

static void
report (const char *place,
        GPtrArray  *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      g_test_message ("%s %s: %s", paz_language_get_code (paz_words_get_language ()), place,
                      (char *) findings->pdata[i]);
      g_test_fail ();
    }
}

static void
walk_window (GtkWidget  *window,
             const char *place)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  guint n = walk_controls (window, findings);

  g_assert_cmpuint (n, >, 0);
  report (place, findings);
}

/* The newest other window, as a dialog is. */
static GtkWidget *
find_other (Fixture *fixture)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = g_list_model_get_n_items (windows); i > 0; i--)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i - 1);

      if (window != GTK_WIDGET (fixture->window) && gtk_widget_get_mapped (window))
        return window;
    }

  return NULL;
}

static void
walk_dialog (Fixture    *fixture,
             const char *action)
{
  GtkWidget *dialog;

  if (g_str_has_prefix (action, "app."))
    dialog = GTK_WIDGET (paz_preferences_new (fixture->window));
  else
    {
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL));
      dialog = find_other (fixture);
    }
  g_assert_nonnull (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  settle_frames (dialog);
  walk_window (dialog, action);
  gtk_window_destroy (GTK_WINDOW (dialog));
  drain ();
}

static void
walk_place (Fixture    *fixture,
            const char *place)
{
  if (strchr (place, '.') != NULL)
    {
      walk_dialog (fixture, place);
      return;
    }
  if (!g_str_equal (place, "welcome"))
    {
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.welcomed", NULL);
      paz_window_show_page (fixture->window, place);
    }
  settle_frames (GTK_WIDGET (fixture->window));
  walk_window (GTK_WIDGET (fixture->window), place);
}

static void
walk_list (Fixture       *fixture,
           const PazKind *kind)
{
  g_autofree char *page = g_strconcat ("kind:", kind->key, NULL);

  walk_place (fixture, page);
}

/* A new record, and the first one that is there with what it contains. */
static void
walk_forms (Fixture       *fixture,
            const PazKind *kind)
{
  PazStore *store = paz_window_get_store (fixture->window);
  g_autoptr (PazRecord) new = paz_store_create_record (store, kind, NULL);
  g_autoptr (PazQuery) query = paz_query_new (kind);
  g_autoptr (GPtrArray) ids = paz_store_find (store, query, NULL, NULL);
  g_autofree char *place = g_strconcat ("form:", kind->key, NULL);

  paz_window_open_record (fixture->window, new);
  settle_frames (GTK_WIDGET (fixture->window));
  walk_window (GTK_WIDGET (fixture->window), place);
  g_assert_true (paz_window_go_back (fixture->window));
  if (ids->len == 0)
    return;
  paz_window_open_id (fixture->window, ids->pdata[0]);
  settle_frames (GTK_WIDGET (fixture->window));
  walk_window (GTK_WIDGET (fixture->window), place);
  g_assert_true (paz_window_go_back (fixture->window));
  drain ();
}

static void
fill_store (PazStore *store)
{
  const PazKind * const *kinds = paz_kind_list (NULL);

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autoptr (PazQuery) query = NULL;
      g_autoptr (GPtrArray) parents = NULL;

      if (kinds[i]->parent == NULL && paz_store_count (store, kinds[i]) == 0)
        put_record (store, kinds[i], NULL);
      if (kinds[i]->parent == NULL)
        continue;
      query = paz_query_new (paz_kind_find (kinds[i]->parent));
      parents = paz_store_find (store, query, NULL, NULL);
      if (parents->len > 0)
        put_record (store, kinds[i], parents->pdata[0]);
    }
  drain ();
}

static void
walk_all (Fixture       *fixture,
          gconstpointer  data)
{
  const PazKind * const *kinds = paz_kind_list (NULL);

  paz_words_set_language ((PazLanguage) GPOINTER_TO_INT (data));
  /* Made in the language. */
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture->window = paz_window_new (GTK_APPLICATION (fixture->application));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 760);
  fixture_open (fixture);
  walk_place (fixture, "welcome");
  fill_store (paz_window_get_store (fixture->window));
  for (int i = 0; places[i] != NULL; i++)
    if (!g_str_equal (places[i], "welcome"))
      walk_place (fixture, places[i]);
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      if (kinds[i]->parent != NULL)
        continue;
      walk_list (fixture, kinds[i]);
      walk_forms (fixture, kinds[i]);
    }
  paz_words_set_language (PAZ_LANGUAGE_EN);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  paz_words_init ("en");

  for (int i = 0; i < PAZ_N_LANGUAGES; i++)
    {
      g_autofree char *path = g_strdup_printf ("/walk/%s", paz_language_get_code ((PazLanguage) i));

      g_test_add (path, Fixture, GINT_TO_POINTER (i), fixture_set_up, walk_all, fixture_tear_down);
    }

  return g_test_run ();
}
