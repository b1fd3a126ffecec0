/* Choices of the code lists in a form: what is not checked says so, and what a value means is told. */
#include "form-fixture.h"

#include "paz-choice-note.h"
#include "paz-pick-source.h"

static PazFieldRow *
find_row (PazFormPage *page,
          const char  *key)
{
  GPtrArray *rows = paz_form_get_rows (form_of (page));

  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (paz_field_row_get_key (g_ptr_array_index (rows, i)), key))
      return g_ptr_array_index (rows, i);

  g_error ("no field %s", key);
}

static PazFormPage *
open_with (Fixture    *fixture,
           const char *kind,
           const char *key,
           GVariant   *value)
{
  g_autoptr (PazRecord) record = paz_store_create_record (fixture->store, paz_kind_find (kind), NULL);
  GtkWidget *page;

  paz_record_set_value (record, paz_kind_find_field (paz_record_get_kind (record), key), value);
  page = new_whole_form (fixture->store, record);
  adw_window_set_content (ADW_WINDOW (fixture->window), page);
  show (fixture->window);

  return PAZ_FORM_PAGE (page);
}

static char *
dup_note (PazFormPage *page,
          const char  *key,
          gboolean    *sign)
{
  GtkWidget *note = find_widget (GTK_WIDGET (find_row (page, key)), PAZ_TYPE_CHOICE_NOTE);
  GtkWidget *label;

  g_assert_nonnull (note);
  if (!gtk_widget_get_visible (note))
    return NULL;
  label = find_widget (note, GTK_TYPE_LABEL);
  *sign = gtk_widget_get_visible (gtk_widget_get_first_child (note));

  return g_strdup (gtk_label_get_text (GTK_LABEL (label)));
}

static void
test_explained (Fixture       *fixture,
                gconstpointer  data)
{
  PazFormPage *page = open_with (fixture, "pledge", "readiness", g_variant_new_string ("rdl"));
  gboolean sign = TRUE;
  g_autofree char *note = dup_note (page, "readiness", &sign);

  g_assert_nonnull (g_strstr_len (note, -1, "60"));
  g_assert_false (sign);
}

static void
test_unchecked (Fixture       *fixture,
                gconstpointer  data)
{
  PazFormPage *page = open_with (fixture, "self_sustainment_line", "category", g_variant_new_string ("com_vhf"));
  const PazField *field = paz_field_row_get_field (find_row (page, "category"));
  gboolean sign = FALSE;
  g_autofree char *note = dup_note (page, "category", &sign);

  g_assert_true (sign);
  g_assert_cmpstr (note, ==, paz_choice_get_check_label (paz_field_find_choice (field, "com_vhf"),
                                                         paz_words_get_catalogue ()));
}

/* Of a set the ones that are not sure are named; the others need no line. */
static void
test_set (Fixture       *fixture,
          gconstpointer  data)
{
  static const char * const keys[] = { "a4p_6", "a4pp_6", NULL };
  PazFormPage *page = open_with (fixture, "practice", "priorities", paz_value_new_set (keys));
  gboolean sign = FALSE;
  g_autofree char *note = dup_note (page, "priorities", &sign);

  g_assert_true (sign);
  g_assert_true (g_str_has_prefix (note, "Strategic communications: "));
  g_assert_null (strchr (note, '\n'));
}

static void
test_nothing_to_say (Fixture       *fixture,
                     gconstpointer  data)
{
  PazFormPage *page = open_with (fixture, "pledge", "unit_type", g_variant_new_string ("guard"));
  gboolean sign;

  g_assert_null (dup_note (page, "unit_type", &sign));
  g_assert_null (find_widget (GTK_WIDGET (find_row (page, "mou_status")), PAZ_TYPE_CHOICE_NOTE));
}

/* A part is offered with what it is a part of, found in any language, and marked. */
static void
test_offered (Fixture       *fixture,
              gconstpointer  data)
{
  const PazKind *kind = paz_kind_find ("self_sustainment_line");
  gboolean whole;
  g_autoptr (PazPickPool) pool =
    paz_pick_pool_for_field (fixture->store, kind, paz_kind_find_field (kind, "category"), "", &whole);
  g_autoptr (GPtrArray) found = paz_pick_pool_find (pool, "telefon", NULL);
  PazPick *pick;

  g_assert_cmpuint (found->len, ==, 1);
  pick = g_ptr_array_index (found, 0);
  g_assert_cmpstr (pick->id, ==, "com_tel");
  g_assert_cmpstr (pick->title, ==, "Communications – Telephone");
  g_assert_nonnull (pick->caution);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *home = g_dir_make_tmp ("paz-home-XXXXXX", NULL);
  int result;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("XDG_CONFIG_HOME", home, TRUE);
  paz_words_init ("en");
  ui_test_init (&argc, &argv);
  ui_test_load_style ();

#define add(name, function) g_test_add ("/choices" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  add ("/explained", test_explained);
  add ("/unchecked", test_unchecked);
  add ("/set", test_set);
  add ("/nothing-to-say", test_nothing_to_say);
  add ("/offered", test_offered);

  result = g_test_run ();
  remove_folder (home);

  return result;
}
