/* A field in conflict: the values that stand are shown in the form, and one is decided for. */
#include "form-fixture.h"

#include "paz-conflict-box.h"
#include "store/paz-alternatives.h"

#include "paz-revise.h"
#include "paz-store-core.h"

#include <sodium.h>

/* The same delegation wrote on another machine, on top of the same line. */
static void
receive_twin (PazStore   *store,
              PazRecord  *record,
              const char *key,
              const char *text)
{
  g_autoptr (PazRevision) revision = paz_revision_new ();
  g_autoptr (PazState) state = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (paz_door_open (store, PAZ_STEP_IMPORT, "package", NULL, &error));
  state = paz_revise_load (store, paz_record_get_id (record), &error);
  revision->record = g_strdup (paz_record_get_id (record));
  revision->kind = g_strdup (paz_record_get_kind (record)->key);
  revision->owner = g_strdup (paz_record_get_owner (record));
  revision->level = paz_record_get_level (record);
  revision->time = g_get_real_time () / 1000 + 1000;
  revision->version = 1;
  revision->cells = json_object_new ();
  json_object_set_boolean_member (revision->cells, "_deleted", FALSE);
  json_object_set_string_member (revision->cells, key, text);
  randombytes_buf (revision->salt, sizeof revision->salt);
  g_byte_array_append (revision->parents,
                       paz_revision_get_parent (((PazNode *) state->heads->pdata[0])->revision, 0),
                       PAZ_LINE_ID_BYTES);
  g_assert_true (paz_revision_seal (revision, &store->key, &error));
  g_assert_true (paz_revise_store (store, revision, "XX", &error));
  g_assert_true (paz_revise_derive (store, revision->record, &error));
  g_assert_true (paz_door_commit (store, NULL, &error));
}

/* The form of a document whose location is "mine" here and "theirs" elsewhere. */
static PazFormPage *
open_in_conflict (Fixture *fixture)
{
  PazFormPage *page = open_new (fixture, "document");
  g_autoptr (PazRecord) record = NULL;

  type (form_of (page), "title", 0, "Acta");
  g_assert_true (paz_form_page_save (page));
  type (form_of (page), "location", 0, "mine");
  g_assert_true (paz_form_page_save (page));
  record = paz_store_dup_record (fixture->store, paz_form_page_get_id (page), NULL);
  receive_twin (fixture->store, record, "location", "theirs");
  gtk_widget_activate_action (GTK_WIDGET (page), "form.reload", NULL);
  drain ();

  return page;
}

static GtkWidget *
box_of (PazFormPage *page)
{
  return find_widget (GTK_WIDGET (row_of (form_of (page), "location")), PAZ_TYPE_CONFLICT_BOX);
}

/* The n-th "Choose". */
static GtkWidget *
button_of (PazFormPage *page,
           guint        n)
{
  GtkWidget *row = gtk_widget_get_first_child (box_of (page));

  for (guint i = 0; i <= n; i++)
    row = gtk_widget_get_next_sibling (row);
  g_assert_nonnull (row);

  return gtk_widget_get_last_child (row);
}

static void
assert_settled (Fixture     *fixture,
                PazFormPage *page,
                const char  *text)
{
  g_autoptr (PazRecord) record = NULL;

  assert_stored (fixture, page, "location", text);
  record = paz_store_dup_record (fixture->store, paz_form_page_get_id (page), NULL);
  g_assert_false (paz_record_is_in_conflict (record, paz_kind_find_field (paz_record_get_kind (record), "location")));
  g_assert_null (box_of (page));
}

static void
test_alternatives (Fixture       *fixture,
                   gconstpointer  data)
{
  PazFormPage *page = open_in_conflict (fixture);
  const PazField *field = paz_kind_find_field (paz_kind_find ("document"), "location");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = paz_store_list_alternatives (fixture->store, paz_form_page_get_id (page), field, &error);
  const PazAlternative *first, *second;

  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 2);
  first = g_ptr_array_index (found, 0);
  second = g_ptr_array_index (found, 1);
  g_assert_true (first->provisional);
  g_assert_false (second->provisional);
  g_assert_cmpstr (g_variant_get_string (first->value, NULL), ==, "theirs");
  g_assert_cmpstr (g_variant_get_string (second->value, NULL), ==, "mine");
  g_assert_cmpint (first->at, >, second->at);
}

static void
test_other (Fixture       *fixture,
            gconstpointer  data)
{
  PazFormPage *page = open_in_conflict (fixture);

  g_assert_nonnull (box_of (page));
  gtk_test_accessible_assert_property (button_of (page, 1), GTK_ACCESSIBLE_PROPERTY_LABEL, "Choose “mine”");
  g_signal_emit_by_name (button_of (page, 1), "clicked");
  g_assert_null (box_of (page));
  g_assert_true (paz_form_page_is_modified (page));
  g_assert_true (paz_form_page_save (page));
  assert_settled (fixture, page, "mine");
}

/* Deciding for what is shown already is a change, too. */
static void
test_same (Fixture       *fixture,
           gconstpointer  data)
{
  PazFormPage *page = open_in_conflict (fixture);

  g_assert_false (paz_form_page_is_modified (page));
  g_signal_emit_by_name (button_of (page, 0), "clicked");
  g_assert_true (paz_form_page_is_modified (page));
  g_assert_true (paz_form_page_save (page));
  assert_settled (fixture, page, "theirs");
}

static void
test_third (Fixture       *fixture,
            gconstpointer  data)
{
  PazFormPage *page = open_in_conflict (fixture);

  type (form_of (page), "location", 0, "ours");
  g_assert_true (paz_form_page_save (page));
  assert_settled (fixture, page, "ours");
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

  add ("/conflict/alternatives", test_alternatives);
  add ("/conflict/other", test_other);
  add ("/conflict/same", test_same);
  add ("/conflict/third", test_third);

  result = g_test_run ();
  remove_folder (home);

  return result;
}
