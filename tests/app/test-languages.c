/* Every page in every language: no string of English is left where the catalogue has another. */
#include "shell-fixture.h"

#include "paz-export-dialog.h"
#include "paz-files.h"
#include "paz-import-dialog.h"
#include "paz-overview-page.h"
#include "paz-preferences.h"

/* Words of English that the language says otherwise; NULL where the catalogue is not there. */
static GHashTable *
read_translated (PazLanguage language)
{
  g_autofree char *path = g_build_filename (paz_catalogue_get_folder (), paz_language_get_code (language),
                                            "LC_MESSAGES", "relacopaz.mo", NULL);
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *start;
  const guint32 *header, *originals, *translations;

  if (file == NULL)
    return words;
  start = g_mapped_file_get_contents (file);
  header = (const guint32 *) start;
  originals = (const guint32 *) (start + header[3]);
  translations = (const guint32 *) (start + header[4]);

  for (guint32 i = 0; i < header[2]; i++)
    {
      const char *original = start + originals[2 * i + 1];
      const char *translation = start + translations[2 * i + 1];
      const char *context = strchr (original, '\004');

      if (context != NULL)
        original = context + 1;
      if (original[0] != '\0' && strchr (original, '%') == NULL && !g_str_equal (original, translation))
        g_hash_table_add (words, g_strdup (original));
    }
  /* Languages are called by their own names. */
  for (guint i = 0; i < PAZ_N_LANGUAGES; i++)
    g_hash_table_remove (words, paz_language_get_name (i));
  /* A word that also stands as the translation of another one is no sign of English. */
  for (guint32 i = 0; i < header[2]; i++)
    g_hash_table_remove (words, start + translations[2 * i + 1]);
  /* Each language is called by its own name everywhere. */
  for (guint i = 0; i < PAZ_N_LANGUAGES; i++)
    g_hash_table_remove (words, paz_language_get_name (i));

  g_mapped_file_ref (file);   /* the test is short; the strings above are copies */
  return words;
}

static void
check_text (GtkWidget  *widget,
            GHashTable *words,
            const char *text)
{
  if (text == NULL || !g_hash_table_contains (words, text))
    return;
  g_test_message ("English in %s (%s): “%s”", G_OBJECT_TYPE_NAME (widget),
                  gtk_widget_get_css_name (widget), text);
  g_test_fail ();
}

static const char * const properties[] = {
  "label", "tooltip-text", "placeholder-text", "title", "subtitle", "description", "text",
};

static gboolean
check_widget_cb (GtkWidget *widget,
                 gpointer   data)
{
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (widget), properties[i]);
      g_autofree char *text = NULL;

      if (pspec == NULL || pspec->value_type != G_TYPE_STRING || (pspec->flags & G_PARAM_READABLE) == 0)
        continue;
      g_object_get (widget, properties[i], &text, NULL);
      check_text (widget, data, text);
    }

  return FALSE;
}

static void
check_tree (gpointer    widget,
            GHashTable *words)
{
  gtk_test_widget_wait_for_draw (GTK_WIDGET (widget));
  drain ();
  walk (GTK_WIDGET (widget), check_widget_cb, words);
}

static void
check_pages (PazWindow  *window,
             GHashTable *words)
{
  const PazKind * const *kinds = paz_kind_list (NULL);

  paz_window_show_page (window, "overview");
  wait_until (paz_overview_page_is_ready (PAZ_OVERVIEW_PAGE (paz_window_get_page (window))));
  check_tree (window, words);
  paz_window_show_page (window, "contributions");
  check_tree (window, words);
  for (guint i = 0; kinds[i] != NULL; i++)
    if (kinds[i]->parent == NULL)
      {
        g_autofree char *page = g_strconcat ("kind:", kinds[i]->key, NULL);
        g_autoptr (PazRecord) record = paz_store_create_record (paz_window_get_store (window), kinds[i], NULL);

        paz_window_show_page (window, page);
        check_tree (window, words);
        paz_window_open_record (window, record);
        check_tree (window, words);
        g_assert_true (paz_window_go_back (window));
      }
}

static void
check_dialog (GtkWidget  *dialog,
              GHashTable *words)
{
  gtk_window_present (GTK_WINDOW (dialog));
  check_tree (dialog, words);
  gtk_window_destroy (GTK_WINDOW (dialog));
  drain ();
}

static void
check_dialogs (PazWindow  *window,
               GHashTable *words)
{
  check_dialog (paz_import_dialog_new (window, NULL), words);
  check_dialog (paz_export_dialog_new (window, NULL), words);
  check_dialog (paz_preferences_new (window), words);
}

static PazWindow *
find_window (void)
{
  GtkWidget *window = find_toplevel (PAZ_TYPE_WINDOW);

  return window != NULL ? PAZ_WINDOW (window) : NULL;
}

/* Speaks the language at once, on the same page, in every page and dialog. */
static void
switch_to (Fixture    *fixture,
           PazLanguage language)
{
  g_autoptr (GHashTable) words = read_translated (language);
  PazStore *store = paz_window_get_store (fixture->window);
  PazWindow *before = fixture->window;

  if (g_hash_table_size (words) < 100)
    {
      g_test_skip ("The catalogue is not full");
      return;
    }

  paz_window_show_page (fixture->window, "kind:mission");
  paz_settings_set_text (paz_settings_get (), PAZ_SETTING_LANGUAGE, paz_language_get_code (language));
  wait_until (paz_words_get_language () == language && find_window () != before && find_window () != NULL);
  fixture->window = find_window ();
  g_assert_true (paz_window_get_store (fixture->window) == store);
  g_assert_cmpstr (paz_window_get_page_name (fixture->window), ==, "kind:mission");
  check_pages (fixture->window, words);
  check_dialogs (fixture->window, words);
}

static void
test_switch (Fixture       *fixture,
             gconstpointer  data)
{
  if (!paz_words_can_translate ())
    {
      g_test_skip ("No locale is installed in which the C library translates");
      return;
    }

  fixture_open (fixture);
  switch_to (fixture, PAZ_LANGUAGE_ES);
  switch_to (fixture, PAZ_LANGUAGE_PT);
}

/* Back in English every word is found again as the source has it. */
static void
test_back (Fixture       *fixture,
           gconstpointer  data)
{
  if (!paz_words_can_translate ())
    {
      g_test_skip ("No locale is installed in which the C library translates");
      return;
    }

  fixture_open (fixture);
  switch_to (fixture, PAZ_LANGUAGE_ES);
  g_assert_false (shows (fixture->window, "Overview"));
  paz_settings_set_text (paz_settings_get (), PAZ_SETTING_LANGUAGE, "en");
  wait_until (paz_words_get_language () == PAZ_LANGUAGE_EN);
  fixture->window = find_window ();
  wait_until (shows (fixture->window, "Overview"));
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  paz_words_init ("en");

  g_test_add ("/languages/switch", Fixture, NULL, fixture_set_up, test_switch, fixture_tear_down);
  g_test_add ("/languages/back", Fixture, NULL, fixture_set_up, test_back, fixture_tear_down);

  return g_test_run ();
}
