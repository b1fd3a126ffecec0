/* Queries: conditions, order of words and of what is not known, containers, deletion, search. */
#include "store-fixture.h"

#include "base/paz-catalogue.h"
#include "paz-search.h"

/* ---- helpers ---- */

static PazRecord *
add_task (PazStore   *store,
          const char *title,
          const char *due,
          gint64      progress)
{
  PazRecord *task = make_task (store, title);

  if (due != NULL)
    paz_record_set_value (task, field_of (task, "due"),
                          g_str_equal (due, "?") ? paz_value_new_state (PAZ_STATE_UNKNOWN)
                                                 : g_variant_new_string (due));
  if (progress >= 0)
    paz_record_set_value (task, field_of (task, "progress"), g_variant_new_int64 (progress));
  put (store, task);

  return task;
}

static const PazField *
task_field (const char *key)
{
  const PazField *field = paz_kind_find_field (paz_kind_find ("task"), key);

  g_assert_nonnull (field);
  return field;
}

/* The titles in order, joined by " | ". */
static char *
find_titles (PazStore       *store,
             const PazQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) ids = paz_store_find (store, query, NULL, &error);
  g_autoptr (GPtrArray) records = paz_store_list_records (store, query, &error);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, records->len);
  for (guint i = 0; i < ids->len; i++)
    {
      g_assert_cmpstr (ids->pdata[i], ==, paz_record_get_id (records->pdata[i]));
      g_ptr_array_add (titles, paz_store_dup_title (store, ids->pdata[i], paz_catalogue_get (PAZ_LANGUAGE_ES)));
    }
  g_ptr_array_add (titles, NULL);

  return g_strjoinv (" | ", (char **) titles->pdata);
}

static void
assert_titles (PazStore       *store,
               const PazQuery *query,
               const char     *expected)
{
  g_autofree char *titles = find_titles (store, query);

  g_assert_cmpstr (titles, ==, expected);
}

static void
assert_match (PazStore   *store,
              const char *field,
              PazMatch    match,
              const char *text,
              const char *expected)
{
  g_autoptr (PazQuery) query = paz_query_new (paz_kind_find ("task"));

  paz_query_add_condition (query, task_field (field), match, text);
  paz_query_add_order (query, task_field ("title"), FALSE);
  assert_titles (store, query, expected);
}

/* ---- order ---- */

static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  static const char * const titles[] = { "Ñandú", "Zorro", "nube", "Oso", "ñame", "Ámbar", "ave", "Núñez" };
  g_autoptr (PazQuery) query = paz_query_new (paz_kind_find ("task"));

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (PazRecord) task = add_task (fixture->store, titles[i], NULL, -1);
    }
  paz_query_add_order (query, task_field ("title"), FALSE);
  paz_query_set_language (query, PAZ_LANGUAGE_ES);
  assert_titles (fixture->store, query, "Ámbar | ave | nube | Núñez | ñame | Ñandú | Oso | Zorro");

  /* Elsewhere ñ is an n with a sign on it. */
  paz_query_set_language (query, PAZ_LANGUAGE_EN);
  assert_titles (fixture->store, query, "Ámbar | ave | ñame | Ñandú | nube | Núñez | Oso | Zorro");
}

static void
test_states_last (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (PazRecord) a = add_task (fixture->store, "no answer", NULL, -1);
  g_autoptr (PazRecord) b = add_task (fixture->store, "unknown", "?", 0);
  g_autoptr (PazRecord) c = add_task (fixture->store, "late", "2024-05-31", 5);
  g_autoptr (PazRecord) d = add_task (fixture->store, "early", "2023", 10);
  g_autoptr (PazQuery) up = paz_query_new (paz_kind_find ("task"));
  g_autoptr (PazQuery) down = paz_query_new (paz_kind_find ("task"));
  g_autoptr (PazQuery) number = paz_query_new (paz_kind_find ("task"));

  paz_query_add_order (up, task_field ("due"), FALSE);
  assert_titles (fixture->store, up, "early | late | unknown | no answer");
  paz_query_add_order (down, task_field ("due"), TRUE);
  assert_titles (fixture->store, down, "late | early | unknown | no answer");
  paz_query_add_order (number, task_field ("progress"), TRUE);
  assert_titles (fixture->store, number, "early | late | unknown | no answer");
}

/* A text without the asked language stands under its source text. */
static void
test_language (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (PazRecord) a = add_task (fixture->store, "zeta", NULL, -1);
  g_autoptr (PazRecord) b = add_task (fixture->store, "medio", NULL, -1);
  g_autoptr (PazQuery) query = paz_query_new (paz_kind_find ("task"));
  g_autoptr (PazRecord) read = read_again (fixture->store, a);

  set_title (fixture->store, read, PAZ_LANGUAGE_EN, "alpha");
  put (fixture->store, read);
  paz_query_add_order (query, task_field ("title"), FALSE);
  paz_query_set_language (query, PAZ_LANGUAGE_EN);
  assert_titles (fixture->store, query, "zeta | medio");
  paz_query_set_language (query, PAZ_LANGUAGE_PT);
  assert_titles (fixture->store, query, "medio | zeta");
}

static PazRecord *
add_participant (PazStore   *store,
                 const char *code,
                 const char *name)
{
  PazRecord *record = paz_store_create_record (store, paz_kind_find ("participant"), NULL);
  g_autoptr (PazTrilingual) texts = paz_trilingual_new ();
  g_autofree char *key = paz_store_make_text_key (store);

  set_text (record, "code", code);
  paz_trilingual_set_text (texts, PAZ_LANGUAGE_ES, name, key);
  paz_record_set_value (record, field_of (record, "name"), paz_trilingual_to_value (texts));
  put (store, record);

  return record;
}

/* A link stands where the name behind it would; choices in the order they are declared in. */
static void
test_links_and_choices (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (PazRecord) peru = add_participant (fixture->store, "PER", "Perú");
  g_autoptr (PazRecord) argentina = add_participant (fixture->store, "ARG", "Argentina");
  g_autoptr (PazRecord) a = add_task (fixture->store, "a", NULL, -1);
  g_autoptr (PazRecord) b = add_task (fixture->store, "b", NULL, -1);
  g_autoptr (PazRecord) c = add_task (fixture->store, "c", NULL, -1);
  g_autoptr (PazQuery) query = paz_query_new (paz_kind_find ("task"));
  g_autoptr (PazQuery) choices = paz_query_new (paz_kind_find ("task"));
  const PazChoice *statuses = task_field ("status")->choices;

  set_text (a, "responsible", paz_record_get_id (peru));
  set_text (b, "responsible", paz_record_get_id (argentina));
  set_text (a, "status", statuses[1].key);
  set_text (b, "status", statuses[0].key);
  set_text (c, "status", statuses[2].key);
  put (fixture->store, a);
  put (fixture->store, b);
  put (fixture->store, c);

  paz_query_add_order (query, task_field ("responsible"), FALSE);
  assert_titles (fixture->store, query, "b | a | c");
  paz_query_add_order (choices, task_field ("status"), FALSE);
  assert_titles (fixture->store, choices, "b | a | c");
  assert_match (fixture->store, "responsible", PAZ_MATCH_IS, paz_record_get_id (peru), "a");
  assert_match (fixture->store, "status", PAZ_MATCH_IS_NOT, statuses[0].key, "a | c");
}

/* ---- conditions ---- */

static void
test_conditions (Fixture       *fixture,
                 gconstpointer  data)
{
  PazStore *store = fixture->store;
  g_autoptr (PazRecord) a = add_task (store, "Formación", "2024-05-31", 50);
  g_autoptr (PazRecord) b = add_task (store, "Informe", "2024", 100);
  g_autoptr (PazRecord) c = add_task (store, "Reunión", "?", -1);
  g_autoptr (PazRecord) d = add_task (store, "Visita", NULL, 0);

  assert_match (store, "due", PAZ_MATCH_IS, "2024", "Informe");
  assert_match (store, "due", PAZ_MATCH_IS, "?", "Reunión");
  assert_match (store, "due", PAZ_MATCH_IS_NOT, "2024", "Formación | Reunión | Visita");
  assert_match (store, "due", PAZ_MATCH_IS_SET, NULL, "Formación | Informe | Reunión");
  assert_match (store, "due", PAZ_MATCH_IS_NOT_SET, NULL, "Visita");

  /* 2024 as a whole is neither before nor after a month of it. */
  assert_match (store, "due", PAZ_MATCH_BEFORE, "2024-06", "Formación");
  assert_match (store, "due", PAZ_MATCH_AFTER, "2024-04", "Formación");
  assert_match (store, "due", PAZ_MATCH_BEFORE, "2025", "Formación | Informe");
  assert_match (store, "due", PAZ_MATCH_AFTER, "2023", "Formación | Informe");
  assert_match (store, "due", PAZ_MATCH_AFTER, "2024", "");
  assert_match (store, "due", PAZ_MATCH_BEFORE, "2024-05-31", "");

  assert_match (store, "progress", PAZ_MATCH_IS, "0", "Visita");
  assert_match (store, "progress", PAZ_MATCH_AFTER, "9", "Formación | Informe");
  assert_match (store, "progress", PAZ_MATCH_BEFORE, "100", "Formación | Visita");
  assert_match (store, "title", PAZ_MATCH_CONTAINS, "FORMACION", "Formación");
  assert_match (store, "title", PAZ_MATCH_IS, "Informe", "Informe");
  assert_match (store, "title", PAZ_MATCH_IS, "'; DROP TABLE k_task; --", "");
}

static void
test_sets (Fixture       *fixture,
           gconstpointer  data)
{
  PazStore *store = fixture->store;
  g_autoptr (PazRecord) peru = add_participant (store, "PER", "Perú");
  g_autoptr (PazRecord) chile = add_participant (store, "CHL", "Chile");
  g_autoptr (PazRecord) task = make_task (store, "Juntos");
  g_autoptr (PazRecord) other = add_task (store, "Sin", NULL, -1);
  const char * const both[] = { paz_record_get_id (peru), paz_record_get_id (chile), NULL };
  g_autofree char *names = NULL;

  paz_record_set_value (task, field_of (task, "supporting"), paz_value_new_set (both));
  put (store, task);
  assert_match (store, "supporting", PAZ_MATCH_IS, paz_record_get_id (chile), "Juntos");
  assert_match (store, "supporting", PAZ_MATCH_CONTAINS, "peru", "Juntos");
  assert_match (store, "supporting", PAZ_MATCH_IS_NOT, paz_record_get_id (chile), "Sin");

  names = paz_store_dup_display (store, task, field_of (task, "supporting"), paz_catalogue_get (PAZ_LANGUAGE_ES));
  g_assert_cmpstr (names, ==, "Chile; Perú");
}

/* ---- containers, deletion, names ---- */

static void
test_container (Fixture       *fixture,
                gconstpointer  data)
{
  PazStore *store = fixture->store;
  const PazKind *kind = paz_kind_find ("membership");
  g_autoptr (PazRecord) peru = add_participant (store, "PER", "Perú");
  g_autoptr (PazRecord) chile = add_participant (store, "CHL", "Chile");
  g_autoptr (PazQuery) query = paz_query_new (kind);
  g_autoptr (GPtrArray) ids = NULL;

  for (int i = 0; i < 3; i++)
    {
      g_autoptr (PazRecord) child = paz_store_create_record (store, kind, paz_record_get_id (i < 2 ? peru : chile));

      set_text (child, "standing", "observer");
      set_text (child, "from", i == 0 ? "2024" : "2023");
      put (store, child);
    }
  paz_query_set_container (query, paz_record_get_id (peru));
  ids = paz_store_find (store, query, NULL, NULL);
  g_assert_cmpuint (ids->len, ==, 2);
  g_assert_cmpint (paz_store_count (store, kind), ==, 3);
}

static void
test_deleted (Fixture       *fixture,
              gconstpointer  data)
{
  PazStore *store = fixture->store;
  g_autoptr (PazRecord) gone = add_task (store, "Ñandú antiguo", NULL, -1);
  g_autoptr (PazRecord) stays = add_task (store, "Ñandú nuevo", NULL, -1);
  g_autoptr (PazRecord) other = add_task (store, "Otro", NULL, -1);
  g_autoptr (PazQuery) query = paz_query_new (paz_kind_find ("task"));
  g_autofree char *title = NULL;

  erase (store, gone);
  erase (store, other);
  g_assert_cmpint (paz_store_count (store, paz_kind_find ("task")), ==, 1);
  paz_query_set_search (query, "nandu");
  assert_titles (store, query, "Ñandú nuevo");
  paz_query_set_deleted (query, TRUE);
  assert_titles (store, query, "Ñandú antiguo");

  title = paz_store_dup_title (store, paz_record_get_id (gone), paz_catalogue_get (PAZ_LANGUAGE_ES));
  g_assert_cmpstr (title, ==, "Ñandú antiguo");
}

/* A link tells nothing of a record that is not here, or not here any more. */
static void
test_titles (Fixture       *fixture,
             gconstpointer  data)
{
  PazStore *store = fixture->store;
  PazCatalogue *catalogue = paz_catalogue_get (PAZ_LANGUAGE_EN);
  g_autoptr (PazRecord) peru = add_participant (store, "PER", "Perú");
  g_autoptr (PazRecord) task = make_task (store, "t");
  g_autoptr (PazRecord) fresh = NULL;
  g_autofree char *before = NULL;
  g_autofree char *renamed = NULL;
  g_autofree char *gone = NULL;
  g_autofree char *never = NULL;

  set_text (task, "responsible", paz_record_get_id (peru));
  before = paz_store_dup_display (store, task, field_of (task, "responsible"), catalogue);
  g_assert_cmpstr (before, ==, "Perú");

  fresh = read_again (store, peru);
  paz_record_set_value (fresh, field_of (fresh, "name"),
                        g_variant_new_parsed ("('es', ('Pirú', 'AAECAwQFBgc', false), ('', '', false), ('', '', false))"));
  put (store, fresh);
  renamed = paz_store_dup_display (store, task, field_of (task, "responsible"), catalogue);
  g_assert_cmpstr (renamed, ==, "Pirú");

  erase (store, fresh);
  gone = paz_store_dup_display (store, task, field_of (task, "responsible"), catalogue);
  never = paz_store_dup_title (store, "0190a0b0-0000-7000-8000-0000000000ff", catalogue);
  g_assert_cmpstr (gone, ==, never);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (PazQuery) query = paz_query_new (paz_kind_find ("task"));
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (paz_store_find (fixture->store, query, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* ---- search ---- */

static void
assert_found (PazStore   *store,
              const char *words,
              guint       n)
{
  g_autoptr (PazQuery) all = paz_query_new (NULL);
  g_autoptr (PazQuery) one = paz_query_new (paz_kind_find ("task"));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (GPtrArray) ids_of_kind = NULL;

  paz_query_set_search (all, words);
  ids = paz_store_find (store, all, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, n);

  paz_query_set_search (one, words);
  ids_of_kind = paz_store_find (store, one, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ids_of_kind->len, ==, n);
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  PazStore *store = fixture->store;
  g_autoptr (PazRecord) task = make_task (store, "Formación de la Compañía");
  g_autoptr (PazRecord) other = add_task (store, "Otra cosa", NULL, -1);
  g_autoptr (PazRecord) read = NULL;

  set_title (store, task, PAZ_LANGUAGE_PT, "Formação da Companhia");
  set_title (store, task, PAZ_LANGUAGE_EN, "Company training");
  put (store, task);

  assert_found (store, "formacion", 1);
  assert_found (store, "FORMAÇÃO", 1);
  assert_found (store, "compan", 1);
  assert_found (store, "train comp", 1);
  assert_found (store, "training cosa", 0);
  assert_found (store, "compañías", 0);

  /* What is no longer said is no longer found; undo brings it back. */
  read = read_again (store, task);
  set_title (store, read, PAZ_LANGUAGE_EN, "Drill");
  put (store, read);
  assert_found (store, "training", 0);
  assert_found (store, "drill", 1);
  undo (store);
  assert_found (store, "training", 1);
}

static void
test_rank (Fixture       *fixture,
           gconstpointer  data)
{
  PazStore *store = fixture->store;
  g_autoptr (PazRecord) body = make_task (store, "Una");
  g_autoptr (PazRecord) title = NULL;
  g_autoptr (PazQuery) query = paz_query_new (NULL);

  set_text (body, "notes", "Logística y más logística");
  put (store, body);
  title = add_task (store, "Logística", NULL, -1);
  paz_query_set_search (query, "logistica");
  assert_titles (store, query, "Logística | Una");
}

/* Nothing a person types is an error. */
static void
test_fuzz (Fixture       *fixture,
           gconstpointer  data)
{
  static const char * const pieces[] = {
    "\"", "'", "*", "(", ")", "AND", "OR", "NOT", "NEAR", "NEAR(", "title:", "-", "+", "^", "{", "}", ":",
    ",", " ", "\t", "\n", "ñ", "ção", "\xff", "\xc3", "a", "formación", "\xe2\x80\x9c", "\xf0\x9f\x95\x8a", ";", "--", "%", "_",
    "0x", "1e9", "\\", "/", "|", "#", "@", "search", "rowid", "\u200b", "\u0301", "\u202e",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (PazRecord) task = add_task (fixture->store, "Formación", NULL, -1);

  for (int i = 0; i < 3000; i++)
    {
      g_autoptr (GString) words = g_string_new (NULL);
      g_autoptr (PazQuery) query = paz_query_new (i % 2 == 0 ? NULL : paz_kind_find ("task"));
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) ids = NULL;

      for (int j = g_rand_int_range (rand, 0, 60); j > 0; j--)
        g_string_append (words, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      paz_query_set_search (query, words->str);
      ids = paz_store_find (fixture->store, query, NULL, &error);
      g_assert_no_error (error);
      g_assert_nonnull (ids);
    }
}

static void
test_match (void)
{
  g_autofree char *none = paz_search_dup_match (" -- \"\" * ");
  g_autofree char *nothing = paz_search_dup_match (NULL);
  g_autofree char *quoted = paz_search_dup_match ("say \"yes\"");

  g_assert_null (none);
  g_assert_null (nothing);
  g_assert_cmpstr (quoted, ==, "\"say\" * \"\"\"yes\"\"\" *");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/find/words", test_words);
  add ("/find/states-last", test_states_last);
  add ("/find/language", test_language);
  add ("/find/links-and-choices", test_links_and_choices);
  add ("/find/conditions", test_conditions);
  add ("/find/sets", test_sets);
  add ("/find/container", test_container);
  add ("/find/deleted", test_deleted);
  add ("/find/titles", test_titles);
  add ("/find/cancelled", test_cancelled);
  add ("/search/search", test_search);
  add ("/search/rank", test_rank);
  add ("/search/fuzz", test_fuzz);
  g_test_add_func ("/search/match", test_match);

  return g_test_run ();
}
