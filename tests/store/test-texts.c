/* Which translations wait, and the text that each was made from. */
#include "store-fixture.h"
#include "store/paz-texts.h"

static GPtrArray *
list (PazStore      *store,
      PazLanguage    target,
      PazTextStates  states,
      const char    *owner)
{
  PazTextQuery query = { target, states, NULL, owner };
  g_autoptr (GError) error = NULL;
  GPtrArray *texts = paz_store_list_texts (store, &query, NULL, &error);

  g_assert_no_error (error);
  return texts;
}

static char *
dup_key (PazRecord   *record,
         const char  *field,
         PazLanguage  language)
{
  g_autoptr (PazTrilingual) text = paz_trilingual_from_value (paz_record_get_value (record, field_of (record, field)));

  return g_strdup (text->in[language].key);
}

/* The list says of every text what the model says of it. */
static void
assert_as_model (PazStore *store)
{
  for (int target = 0; target < PAZ_N_LANGUAGES; target++)
    {
      g_autoptr (GPtrArray) texts = list (store, target, PAZ_TEXTS_WAITING | PAZ_TEXTS_CURRENT, NULL);

      for (guint i = 0; i < texts->len; i++)
        {
          const PazText *text = texts->pdata[i];
          g_autoptr (PazRecord) record = paz_store_dup_record (store, text->record, NULL);
          g_autoptr (PazTrilingual) value = paz_trilingual_from_value (paz_record_get_value (record, text->field));

          g_assert_true (value->has_source);
          g_assert_cmpint (text->source, ==, value->source);
          g_assert_cmpint (text->state, ==, paz_trilingual_get_state (value, target));
        }
    }
}

static void
test_states (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (PazRecord) task = make_task (fixture->store, "Primera tarea");
  g_autoptr (GPtrArray) missing = NULL;
  g_autoptr (GPtrArray) stale = NULL;
  PazTextCounts counts[PAZ_N_LANGUAGES];

  put (fixture->store, task);
  missing = list (fixture->store, PAZ_LANGUAGE_PT, PAZ_TEXTS_WAITING, NULL);
  g_assert_cmpuint (missing->len, ==, 1);
  g_assert_cmpstr (((PazText *) missing->pdata[0])->record, ==, paz_record_get_id (task));
  g_assert_cmpint (((PazText *) missing->pdata[0])->state, ==, PAZ_TRANSLATION_MISSING);

  set_title (fixture->store, task, PAZ_LANGUAGE_PT, "Primeira tarefa");
  put (fixture->store, task);
  g_clear_pointer (&missing, g_ptr_array_unref);
  missing = list (fixture->store, PAZ_LANGUAGE_PT, PAZ_TEXTS_WAITING, NULL);
  g_assert_cmpuint (missing->len, ==, 0);

  set_title (fixture->store, task, PAZ_LANGUAGE_ES, "Primera gran tarea");
  put (fixture->store, task);
  stale = list (fixture->store, PAZ_LANGUAGE_PT, PAZ_TEXTS_STALE, NULL);
  g_assert_cmpuint (stale->len, ==, 1);
  assert_as_model (fixture->store);

  g_assert_true (paz_store_count_texts (fixture->store, counts, NULL, NULL));
  g_assert_cmpuint (counts[PAZ_LANGUAGE_PT].stale, ==, 1);
  g_assert_cmpuint (counts[PAZ_LANGUAGE_EN].missing, ==, 1);
  g_assert_cmpuint (counts[PAZ_LANGUAGE_ES].missing, ==, 0);

  erase (fixture->store, task);
  g_clear_pointer (&stale, g_ptr_array_unref);
  stale = list (fixture->store, PAZ_LANGUAGE_PT, PAZ_TEXTS_STALE, NULL);
  g_assert_cmpuint (stale->len, ==, 0);
}

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  static const char * const dues[] = { NULL, "2026-12-01", "2026-06" };
  g_autoptr (GPtrArray) texts = NULL;
  g_autoptr (GPtrArray) none = NULL;
  const char *before = NULL;
  gboolean ended = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (dues); i++)
    {
      g_autoptr (PazRecord) task = make_task (fixture->store, "Tarea");

      set_text (task, "due", dues[i]);
      put (fixture->store, task);
    }
  texts = list (fixture->store, PAZ_LANGUAGE_EN, PAZ_TEXTS_MISSING, NULL);
  g_assert_cmpuint (texts->len, ==, 3);
  for (guint i = 0; i < texts->len; i++)
    {
      const PazText *text = texts->pdata[i];

      g_assert_false (ended && text->due != NULL);
      if (before != NULL && text->due != NULL)
        g_assert_cmpstr (before, <=, text->due);
      ended = text->due == NULL;
      before = text->due;
    }
  none = list (fixture->store, PAZ_LANGUAGE_EN, PAZ_TEXTS_MISSING, "PER");
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_reference (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "full.relacopaz", NULL);
  PazStore *store = open_store (path, PAZ_STORE_OPEN_CREATE);
  gint64 start = g_get_monotonic_time ();
  PazTextCounts counts[PAZ_N_LANGUAGES];

  assert_as_model (store);
  g_assert_true (paz_store_count_texts (store, counts, NULL, NULL));
  g_test_message ("built-in data: %u missing in pt, %d ms", counts[PAZ_LANGUAGE_PT].missing,
                  (int) (g_get_monotonic_time () - start) / 1000);
  close_store (&store);
}

static void
test_key (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (PazRecord) task = make_task (fixture->store, "Primera");
  const PazField *title = field_of (task, "title");
  g_autofree char *key = dup_key (task, "title", PAZ_LANGUAGE_ES);
  g_autofree char *text = NULL;
  PazLanguage language;

  put (fixture->store, task);
  set_title (fixture->store, task, PAZ_LANGUAGE_PT, "Primeira");
  put (fixture->store, task);
  set_title (fixture->store, task, PAZ_LANGUAGE_ES, "Segunda");
  put (fixture->store, task);

  {
    g_autofree char *base = dup_key (task, "title", PAZ_LANGUAGE_PT);

    g_assert_cmpstr (base, ==, key);
  }
  text = paz_store_dup_text_of_key (fixture->store, paz_record_get_id (task), title, key, NULL, &language);
  g_assert_cmpstr (text, ==, "Primera");
  g_assert_cmpint (language, ==, PAZ_LANGUAGE_ES);
  g_assert_null (paz_store_dup_text_of_key (fixture->store, paz_record_get_id (task), title, "unknown", NULL, NULL));
  g_assert_null (paz_store_dup_text_of_key (fixture->store, paz_record_get_id (task), title, "", NULL, NULL));
}

/* What was written when the record was not to leave stays here, though the record leaves now. */
static void
test_key_gate (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (PazRecord) task = make_task (fixture->store, "Secreto");
  const PazField *title = field_of (task, "title");
  g_autofree char *key = dup_key (task, "title", PAZ_LANGUAGE_ES);
  g_autoptr (PazAudience) network = paz_audience_parse ("network");
  g_autofree char *own = NULL;

  paz_record_set_release (task, PAZ_LEVEL_NATIONAL, NULL);
  set_title (fixture->store, task, PAZ_LANGUAGE_PT, "Segredo");
  put (fixture->store, task);
  set_title (fixture->store, task, PAZ_LANGUAGE_ES, "Para todos");
  paz_record_set_release (task, PAZ_LEVEL_NETWORK, NULL);
  put (fixture->store, task);

  own = paz_store_dup_text_of_key (fixture->store, paz_record_get_id (task), title, key, NULL, NULL);
  g_assert_cmpstr (own, ==, "Secreto");
  g_assert_null (paz_store_dup_text_of_key (fixture->store, paz_record_get_id (task), title, key, network, NULL));
}

static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (GPtrArray) texts = NULL;
  gint64 start;

  for (int i = 0; i < 4000; i++)
    {
      g_autofree char *title = g_strdup_printf ("Tarea %d", i);
      g_autoptr (PazRecord) task = make_task (fixture->store, title);

      paz_edit_put (edit, task);
    }
  g_assert_true (paz_store_apply (fixture->store, edit, NULL, NULL, NULL, NULL, NULL));
  start = g_get_monotonic_time ();
  texts = list (fixture->store, PAZ_LANGUAGE_EN, PAZ_TEXTS_WAITING, NULL);
  g_test_message ("4,000 waiting texts: %d ms", (int) (g_get_monotonic_time () - start) / 1000);
  g_assert_cmpuint (texts->len, ==, 4000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/texts/states", test_states);
  add ("/texts/order", test_order);
  add ("/texts/reference", test_reference);
  add ("/texts/key", test_key);
  add ("/texts/key-gate", test_key_gate);
  add ("/texts/many", test_many);

  return g_test_run ();
}
