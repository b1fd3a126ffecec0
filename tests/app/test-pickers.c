/* Choosing by any part of any name, in any language; and what stands beside a value. */
#include "form-fixture.h"

#include "paz-level-badge.h"
#include "paz-link-chooser.h"
#include "paz-pick-source.h"

static char *
dup_first (PazPickPool        *pool,
           const char         *words,
           const char * const *favourites)
{
  g_autoptr (GPtrArray) found = paz_pick_pool_find (pool, words, favourites);

  return found->len > 0 ? g_strdup (((PazPick *) g_ptr_array_index (found, 0))->id) : NULL;
}

#define assert_first(pool, words, wanted)                             \
  G_STMT_START {                                                      \
    g_autofree char *first_ = dup_first (pool, words, NULL);          \
    g_assert_cmpstr (first_, ==, wanted);                             \
  } G_STMT_END

static void
test_rank (void)
{
  g_autoptr (PazPickPool) pool = paz_pick_pool_new ();
  const char * const favourites[] = { "4", NULL };
  g_autofree char *favourite = NULL;

  paz_pick_pool_add (pool, "1", "Centro Conjunto de São Paulo", NULL);
  paz_pick_pool_add (pool, "2", "Paulista", NULL);
  paz_pick_add_name (paz_pick_pool_add (pool, "3", "Otro", NULL), "PAU");
  paz_pick_pool_add (pool, "4", "Repaulado", NULL);

  /* The whole name, then its beginning, then a word's, then anywhere. */
  assert_first (pool, "pau", "3");
  assert_first (pool, "paul", "2");
  assert_first (pool, "paulo sao", "1");
  assert_first (pool, "EPAU", "4");
  assert_first (pool, "nadie", NULL);
  assert_first (pool, "", "1");
  favourite = dup_first (pool, "", favourites);
  g_assert_cmpstr (favourite, ==, "4");
}

static void
test_fields (Fixture       *fixture,
             gconstpointer  data)
{
  const PazField country = { .key = "c", .label = "C", .type = PAZ_VALUE_COUNTRY, .since = 1 };
  const PazField money = { .key = "m", .label = "M", .type = PAZ_VALUE_MONEY, .since = 1 };
  const PazField zone = { .key = "z", .label = "Z", .type = PAZ_VALUE_TEXT, .since = 1, .format = PAZ_FORMAT_ZONE };
  const PazKind *kind = paz_kind_find ("task");
  gboolean whole;
  g_autoptr (PazPickPool) countries = paz_pick_pool_for_field (fixture->store, kind, &country, NULL, &whole);
  g_autoptr (PazPickPool) currencies = paz_pick_pool_for_field (fixture->store, kind, &money, NULL, &whole);
  g_autoptr (PazPickPool) zones = paz_pick_pool_for_field (fixture->store, kind, &zone, NULL, &whole);
  g_autoptr (PazPickPool) markings = paz_pick_pool_for_markings ("BRA");

  assert_first (countries, "alemania", "DEU");
  assert_first (countries, "alemanha", "DEU");
  assert_first (countries, "per", "PER");
  assert_first (currencies, "sol peru", "PEN");
  assert_first (currencies, "brl", "BRL");
  assert_first (zones, "ciudad de mex", "America/Mexico_City");
  assert_first (zones, "nova york", "America/New_York");
  assert_first (zones, "lima", "America/Lima");
  assert_first (markings, "reservado", "BR.R");
}

static GtkWidget *
open_picker (PazForm    *form,
             const char *key,
             const char *words)
{
  GtkWidget *button = find_widget (paz_field_row_get_editor (row_of (form, key)), GTK_TYPE_MENU_BUTTON);
  GtkWidget *picker;
  GtkWidget *search;

  gtk_widget_grab_focus (button);
  gtk_test_widget_wait_for_draw (button);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  picker = find_widget (button, PAZ_TYPE_PICKER);
  search = find_widget (picker, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (search), words);
  g_signal_emit_by_name (search, "search-changed");

  return picker;
}

static GtkWidget *
find_other_window (GtkWidget *window)
{
  for (guint i = 0; i < g_list_model_get_n_items (gtk_window_get_toplevels ()); i++)
    {
      g_autoptr (GtkWidget) other = g_list_model_get_item (gtk_window_get_toplevels (), i);

      if (other != window)
        return other;
    }

  return NULL;
}

/* Nothing fits: what was typed begins a new record, which is kept and chosen. */
static void
test_create (Fixture       *fixture,
             gconstpointer  data)
{
  PazFormPage *page = open_new (fixture, "recommendation");
  PazForm *form = form_of (page);
  GtkWidget *picker = open_picker (form, "meeting", "Taller de Ayacucho");
  g_autofree char *stored = NULL;
  g_autofree char *title = NULL;
  GtkWidget *dialog;

  type (form, "title", 0, "Uno");
  g_signal_emit_by_name (find_widget (picker, GTK_TYPE_SEARCH_ENTRY), "activate");
  wait_until (find_other_window (fixture->window) != NULL);
  dialog = find_other_window (fixture->window);
  gtk_widget_activate_action (dialog, "child.accept", NULL);
  drain ();
  g_assert_null (find_other_window (fixture->window));
  g_assert_true (paz_form_page_save (page));
  stored = dup_stored (fixture, page, "meeting");
  title = paz_store_dup_title (fixture->store, stored, paz_catalogue_get (PAZ_LANGUAGE_EN));
  g_assert_cmpstr (title, ==, "Taller de Ayacucho");
}

static void
test_dates (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    const char *typed;
    const char *iso;
  } cases[] = {
    { "3 abr 2025", "2025-04-03" }, { "abril 2025", "2025-04" }, { "2025", "2025" },
    { "2025-10", "2025-10" }, { "3/4/2025", "2025-04-03" },
  };
  PazFormPage *page = open_new (fixture, "task");
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  type (form_of (page), "title", 0, "Uno");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      type (form_of (page), "due", 0, cases[i].typed);
      g_assert_true (paz_form_page_save (page));
      assert_stored (fixture, page, "due", cases[i].iso);
    }
  type (form_of (page), "due", 0, "hoje");
  g_assert_true (paz_form_page_save (page));
  assert_stored (fixture, page, "due", today);
}

/* What looks wrong is said and saved all the same. */
static void
test_address (Fixture       *fixture,
              gconstpointer  data)
{
  PazFormPage *page = open_new (fixture, "delegate");
  PazForm *form = form_of (page);
  GtkWidget *open = find_widget (paz_field_row_get_editor (row_of (form, "email")), GTK_TYPE_BUTTON);
  GtkWidget *message;

  g_assert_nonnull (open);
  g_assert_false (gtk_widget_get_sensitive (open));
  type (form, "name", 0, "Ana Quispe");
  type (form, "email", 0, "ana@mindef");
  g_assert_false (gtk_widget_get_sensitive (open));
  paz_field_row_reveal (row_of (form, "email"));
  message = gtk_widget_get_last_child (GTK_WIDGET (row_of (form, "email")));
  g_assert_true (gtk_widget_get_visible (message));
  g_assert_true (gtk_widget_has_css_class (message, "warning"));
  g_assert_true (paz_form_page_save (page));
  assert_stored (fixture, page, "email", "ana@mindef");
  type (form, "email", 0, "ana@mindef.gob.pe");
  g_assert_true (gtk_widget_get_sensitive (open));
}

/* The banner follows the level, and says when nobody is named. */
static void
test_level (Fixture       *fixture,
            gconstpointer  data)
{
  PazFormPage *page = open_new (fixture, "delegate");
  GtkWidget *badge = find_widget (GTK_WIDGET (page), PAZ_TYPE_LEVEL_BADGE);
  GtkWidget *words = gtk_widget_get_next_sibling (badge);
  PazRecord *record = paz_form_get_record (form_of (page));

  g_assert_true (gtk_widget_has_css_class (badge, "national"));
  gtk_test_accessible_assert_property (badge, GTK_ACCESSIBLE_PROPERTY_LABEL, "Handling level: National");
  paz_record_set_release (record, PAZ_LEVEL_NAMED, NULL);
  type (form_of (page), "name", 0, "Ana");
  g_assert_true (gtk_widget_has_css_class (badge, "named"));
  g_assert_false (gtk_widget_has_css_class (badge, "national"));
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (words)), "nobody"));
}

/* With text half as large again, every form still fits into a window of 1024 pixels. */
static void
test_large_text (Fixture       *fixture,
                 gconstpointer  data)
{
  guint n;
  const PazKind * const *kinds = paz_kind_list (&n);

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 144 * 1024, NULL);
  for (guint language = 0; language < PAZ_N_LANGUAGES; language++)
    {
      paz_words_set_language (language);
      for (guint i = 0; i < n; i++)
        {
          g_autoptr (PazRecord) record = paz_store_create_record (fixture->store, kinds[i], NULL);
          GtkWidget *page = g_object_ref_sink (new_whole_form (fixture->store, record));
          int width;

          gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
          if (width > 724)
            g_error ("The form of kind %s needs %d pixels with large text", kinds[i]->key, width);
          g_assert_finalize_object (page);
        }
    }
  paz_words_set_language (PAZ_LANGUAGE_EN);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *home = NULL;
  int result;

  home = g_dir_make_tmp ("paz-home-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("XDG_CONFIG_HOME", home, TRUE);
  paz_words_init ("en");
  ui_test_init (&argc, &argv);
  ui_test_load_style ();

  g_test_add_func ("/pickers/rank", test_rank);
  add ("/pickers/fields", test_fields);
  add ("/pickers/create", test_create);
  add ("/pickers/dates", test_dates);
  add ("/pickers/address", test_address);
  add ("/pickers/level", test_level);
  add ("/pickers/large-text", test_large_text);

  result = g_test_run ();
  remove_folder (home);

  return result;
}
