/* Records: copies that may be edited, and tell when they change. */
#include "model/paz-record.h"

#define ID "0190a0b0-0000-7000-8000-000000000001"

static const PazField *
get_field (PazRecord  *record,
           const char *key)
{
  return paz_kind_find_field (paz_record_get_kind (record), key);
}

static PazRecord *
make_record (const char *kind)
{
  return paz_record_new (paz_kind_find (kind), ID, "PER", NULL);
}

static gboolean
set_text (PazRecord  *record,
          const char *key,
          const char *text)
{
  return paz_record_set_value (record, get_field (record, key), g_variant_new_string (text));
}

static void
set_words (PazRecord   *record,
           const char  *key,
           PazLanguage  language,
           const char  *text)
{
  const PazField *field = get_field (record, key);
  g_autoptr (PazTrilingual) words = paz_trilingual_from_value (paz_record_get_value (record, field));

  paz_trilingual_set_text (words, language, text, "AAECAwQFBgc");
  paz_record_set_value (record, field, paz_trilingual_to_value (words));
}

static void
count_cb (PazRecord  *record,
          GParamSpec *pspec,
          guint      *count)
{
  (*count)++;
}

static void
test_new (void)
{
  PazRecord *record = paz_record_new (paz_kind_find ("agenda_item"), ID, "PER",
                                      "0190a0b0-0000-7000-8000-000000000002");
  g_autofree char *id = NULL;

  g_object_get (record, "id", &id, NULL);
  g_assert_cmpstr (id, ==, ID);
  g_assert_cmpstr (paz_record_get_id (record), ==, ID);
  g_assert_cmpstr (paz_record_get_owner (record), ==, "PER");
  g_assert_cmpstr (paz_record_get_container (record), ==, "0190a0b0-0000-7000-8000-000000000002");
  g_assert_cmpstr (paz_record_get_kind (record)->key, ==, "agenda_item");
  g_assert_cmpint (paz_record_get_level (record), ==, PAZ_LEVEL_NETWORK);
  g_assert_nonnull (paz_record_get_list (record));
  g_assert_null (paz_record_get_list (record)[0]);
  g_assert_true (paz_record_is_new (record));
  g_assert_false (paz_record_is_deleted (record));
  for (guint i = 0; i < paz_record_get_kind (record)->n_fields; i++)
    g_assert_null (paz_record_get_value (record, &paz_record_get_kind (record)->fields[i]));

  g_assert_finalize_object (record);
}

/* Silence when nothing changed, one notification when something did. */
static void
test_notifications (void)
{
  PazRecord *record = make_record ("meeting");
  guint revision;
  guint count = 0;

  g_signal_connect (record, "notify::revision", G_CALLBACK (count_cb), &count);

  g_assert_true (set_text (record, "place", "Lima"));
  g_assert_cmpuint (count, ==, 1);
  g_assert_false (set_text (record, "place", "Lima"));
  g_assert_cmpuint (count, ==, 1);
  g_assert_false (paz_record_set_value (record, get_field (record, "zone"), NULL));
  g_assert_false (set_text (record, "zone", ""));
  g_assert_cmpuint (count, ==, 1);
  g_assert_true (paz_record_set_value (record, get_field (record, "place"), NULL));
  g_assert_cmpuint (count, ==, 2);

  paz_record_set_deleted (record, TRUE);
  paz_record_set_deleted (record, 2);
  g_assert_cmpuint (count, ==, 3);
  paz_record_set_owner (record, "URY");
  paz_record_set_owner (record, "URY");
  g_assert_cmpuint (count, ==, 4);
  paz_record_set_release (record, PAZ_LEVEL_PUBLIC, NULL);
  paz_record_set_release (record, PAZ_LEVEL_PUBLIC, NULL);
  g_assert_cmpuint (count, ==, 5);
  paz_record_set_conflict (record, get_field (record, "place"), FALSE);
  g_assert_cmpuint (count, ==, 5);
  paz_record_set_conflict (record, get_field (record, "place"), TRUE);
  g_assert_cmpuint (count, ==, 6);

  g_object_get (record, "revision", &revision, NULL);
  g_assert_cmpuint (revision, ==, count);
  g_assert_finalize_object (record);
}

static void
test_blank_is_not_answered (void)
{
  g_autoptr (PazRecord) record = make_record ("participant");

  set_text (record, "code", "PER");
  g_assert_true (set_text (record, "code", ""));
  g_assert_null (paz_record_get_value (record, get_field (record, "code")));

  g_assert_false (paz_record_set_value (record, get_field (record, "languages"),
                                        g_variant_new_strv (NULL, 0)));
  g_assert_true (paz_record_set_value (record, get_field (record, "languages"),
                                       paz_value_new_state (PAZ_STATE_UNKNOWN)));
  g_assert_cmpint (paz_value_get_state (paz_record_get_value (record, get_field (record, "languages"))),
                   ==, PAZ_STATE_UNKNOWN);
}

static void
test_wrong_type (void)
{
  g_autoptr (PazRecord) record = make_record ("task");

  g_test_expect_message ("paz-model", G_LOG_LEVEL_CRITICAL, "*paz_value_has_type*");
  g_assert_false (set_text (record, "progress", "50"));
  g_test_assert_expected_messages ();
  g_assert_null (paz_record_get_value (record, get_field (record, "progress")));
}

static void
test_release (void)
{
  static const char * const list[] = { "URY", "PER", "ARG", "URY", NULL };
  g_autoptr (PazRecord) record = make_record ("meeting");

  paz_record_set_release (record, PAZ_LEVEL_NAMED, list);
  g_assert_true (g_strv_equal (paz_record_get_list (record),
                               (const char * const []) { "ARG", "URY", NULL }));

  paz_record_set_release (record, PAZ_LEVEL_NETWORK, list);
  g_assert_null (paz_record_get_list (record)[0]);
}

static void
test_duplicate (void)
{
  static const char * const list[] = { "ARG", NULL };
  g_autoptr (PazRecord) record = make_record ("task");
  g_autoptr (PazRecord) copy = NULL;
  g_autoptr (GPtrArray) changed = NULL;

  set_words (record, "title", PAZ_LANGUAGE_ES, "Taller");
  paz_record_set_release (record, PAZ_LEVEL_NAMED, list);
  paz_record_set_conflict (record, get_field (record, "due"), TRUE);
  paz_record_set_stored (record, TRUE);

  copy = paz_record_dup (record);
  g_assert_true (paz_record_equal (record, copy));
  g_assert_true (paz_record_is_in_conflict (copy, get_field (record, "due")));
  g_assert_false (paz_record_is_in_conflict (copy, get_field (record, "start")));
  g_assert_false (paz_record_is_new (copy));

  set_text (copy, "due", "2025-06");
  paz_record_set_value (copy, get_field (copy, "progress"), g_variant_new_int64 (0));
  g_assert_false (paz_record_equal (record, copy));
  g_assert_null (paz_record_get_value (record, get_field (record, "due")));

  changed = paz_record_list_changed (record, copy);
  g_assert_cmpuint (changed->len, ==, 2);
  g_assert_true (changed->pdata[0] == get_field (record, "due"));
  g_assert_true (changed->pdata[1] == get_field (record, "progress"));
}

/* To say that a translation still fits changes a key alone; it must be kept all the same. */
static void
test_confirmed_translation (void)
{
  g_autoptr (PazRecord) record = make_record ("task");
  g_autoptr (PazRecord) copy = NULL;
  g_autoptr (PazTrilingual) words = NULL;
  const PazField *title = get_field (record, "title");

  set_words (record, "title", PAZ_LANGUAGE_ES, "Taller");
  set_words (record, "title", PAZ_LANGUAGE_PT, "Oficina");
  words = paz_trilingual_from_value (paz_record_get_value (record, title));
  paz_trilingual_set_text (words, PAZ_LANGUAGE_ES, "Taller regional", "BBECAwQFBgc");
  paz_record_set_value (record, title, paz_trilingual_to_value (words));

  copy = paz_record_dup (record);
  paz_trilingual_confirm (words, PAZ_LANGUAGE_PT);
  g_assert_true (paz_record_set_value (copy, title, paz_trilingual_to_value (words)));
  g_assert_false (paz_record_equal (record, copy));
}

static void
test_release_differs (void)
{
  g_autoptr (PazRecord) record = make_record ("task");
  g_autoptr (PazRecord) copy = paz_record_dup (record);

  paz_record_set_release (copy, PAZ_LEVEL_NATIONAL, NULL);
  g_assert_false (paz_record_equal (record, copy));
  paz_record_set_release (copy, paz_record_get_level (record), NULL);
  g_assert_true (paz_record_equal (record, copy));
  paz_record_set_deleted (copy, TRUE);
  g_assert_false (paz_record_equal (record, copy));
}

static void
test_conveniences (void)
{
  g_autoptr (PazRecord) record = make_record ("task");

  g_assert_null (paz_record_get_text (record, "due"));
  g_assert_null (paz_record_get_text (record, "unheard_of"));
  g_assert_cmpint (paz_record_get_integer (record, "progress"), ==, 0);
  g_assert_null (paz_record_get_words (record, "title", PAZ_LANGUAGE_EN));

  set_text (record, "due", "2025-06");
  paz_record_set_value (record, get_field (record, "progress"), g_variant_new_int64 (40));
  set_words (record, "title", PAZ_LANGUAGE_PT, "Oficina");
  g_assert_cmpstr (paz_record_get_text (record, "due"), ==, "2025-06");
  g_assert_cmpstr (paz_record_get_words (record, "due", PAZ_LANGUAGE_EN), ==, "2025-06");
  g_assert_cmpint (paz_record_get_integer (record, "progress"), ==, 40);
  g_assert_cmpstr (paz_record_get_words (record, "title", PAZ_LANGUAGE_EN), ==, "Oficina");
  g_assert_null (paz_record_get_text (record, "title"));

  paz_record_set_value (record, get_field (record, "progress"),
                        paz_value_new_state (PAZ_STATE_NOT_APPLICABLE));
  g_assert_cmpint (paz_record_get_integer (record, "progress"), ==, 0);
}

static char *
name_link (const char   *id,
           PazCatalogue *catalogue,
           gpointer      user_data)
{
  g_assert_cmpstr (id, ==, ID);

  return g_strdup (user_data);
}

static void
assert_title (PazRecord   *record,
              PazLanguage  language,
              const char  *expected)
{
  g_autofree char *title =
    paz_record_dup_title_full (record, paz_catalogue_get (language), name_link, (gpointer) "Perú");

  g_assert_cmpstr (title, ==, expected);
}

static void
test_titles (void)
{
  g_autoptr (PazRecord) recommendation = make_record ("recommendation");
  g_autoptr (PazRecord) target = make_record ("gender_target");
  g_autoptr (PazRecord) attendance = make_record ("attendance");
  g_autofree char *untold = NULL;

  assert_title (recommendation, PAZ_LANGUAGE_EN, "Untitled");
  set_words (recommendation, "title", PAZ_LANGUAGE_ES, "Adiestramiento común");
  assert_title (recommendation, PAZ_LANGUAGE_PT, "Adiestramiento común");
  set_text (recommendation, "number", "3");
  set_words (recommendation, "title", PAZ_LANGUAGE_EN, "Common training");
  assert_title (recommendation, PAZ_LANGUAGE_EN, "3 · Common training");
  assert_title (recommendation, PAZ_LANGUAGE_ES, "3 · Adiestramiento común");
  paz_record_set_value (recommendation, get_field (recommendation, "number"),
                        paz_value_new_state (PAZ_STATE_NOT_APPLICABLE));
  assert_title (recommendation, PAZ_LANGUAGE_EN, "Common training");

  paz_record_set_value (target, get_field (target, "year"), g_variant_new_int64 (2028));
  set_text (target, "category", "troops");
  assert_title (target, PAZ_LANGUAGE_EN, "2028 · Contingent troops");

  set_text (attendance, "participant", ID);
  assert_title (attendance, PAZ_LANGUAGE_EN, "Perú");
  untold = paz_record_dup_title (attendance, paz_catalogue_get (PAZ_LANGUAGE_EN));
  g_assert_cmpstr (untold, ==, "Untitled");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/record/new", test_new);
  g_test_add_func ("/model/record/notifications", test_notifications);
  g_test_add_func ("/model/record/blank-is-not-answered", test_blank_is_not_answered);
  g_test_add_func ("/model/record/wrong-type", test_wrong_type);
  g_test_add_func ("/model/record/release", test_release);
  g_test_add_func ("/model/record/duplicate", test_duplicate);
  g_test_add_func ("/model/record/confirmed-translation", test_confirmed_translation);
  g_test_add_func ("/model/record/release-differs", test_release_differs);
  g_test_add_func ("/model/record/conveniences", test_conveniences);
  g_test_add_func ("/model/record/titles", test_titles);

  return g_test_run ();
}
