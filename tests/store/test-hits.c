/* Search over all kinds: what comes first, what is shown of it, and that it can be stopped. */
#include "store-fixture.h"

static GPtrArray *
search (PazStore   *store,
        const char *words)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *hits = paz_store_search (store, words, 20, paz_catalogue_get (PAZ_LANGUAGE_EN), NULL, &error);

  g_assert_no_error (error);
  return hits;
}

static char *
dup_spans (const char *text,
           GArray     *spans)
{
  GString *found = g_string_new (NULL);

  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      PazSpan span = g_array_index (spans, PazSpan, i);

      g_string_append_printf (found, "%s%.*s", i > 0 ? "|" : "", (int) (span.end - span.start), text + span.start);
    }

  return g_string_free (found, FALSE);
}

static void
assert_spans (const char *text,
              const char *words,
              const char *expected)
{
  g_autoptr (GArray) spans = paz_search_find_spans (text, words);
  g_autofree char *found = dup_spans (text, spans);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_spans (void)
{
  assert_spans ("Formación de mujeres", "forma MUJ", "Formación|mujeres");
  assert_spans ("informa", "forma", "");
  assert_spans ("Ação e Ñandú", "acao nandu", "Ação|Ñandú");
  assert_spans ("O.b, O.bc", "o.b", "O.b|O.bc");
  assert_spans ("straße", "strasse", "straße");
  assert_spans ("", "x", "");
  assert_spans ("x", "", "");
  assert_spans ("x", NULL, "");
}

static PazRecord *
add_task (PazStore   *store,
          const char *title,
          const char *notes)
{
  PazRecord *task = make_task (store, title);

  if (notes != NULL)
    set_text (task, "notes", notes);
  put (store, task);
  return task;
}

static void
assert_hit (GPtrArray  *hits,
            guint       n,
            PazRecord  *record,
            PazHitRank  rank)
{
  PazHit *hit;

  g_assert_cmpuint (n, <, hits->len);
  hit = hits->pdata[n];
  g_assert_cmpstr (hit->record, ==, paz_record_get_id (record));
  g_assert_cmpint (hit->rank, ==, rank);
}

static void
test_ranks (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (PazRecord) text = add_task (fixture->store, "Otra cosa", "Con MINUSMA en las notas, y más palabras.");
  g_autoptr (PazRecord) title = add_task (fixture->store, "Lecciones de MINUSMA en el Sahel", NULL);
  g_autoptr (PazRecord) exact = add_task (fixture->store, "Minusma", NULL);
  g_autoptr (GPtrArray) hits = search (fixture->store, "minusma");
  g_autoptr (GPtrArray) begun = search (fixture->store, "minus");
  PazHit *hit;
  g_autofree char *spans = NULL;
  g_autofree char *title_spans = NULL;

  g_assert_cmpuint (hits->len, ==, 3);
  assert_hit (hits, 0, exact, PAZ_HIT_EXACT);
  assert_hit (hits, 1, title, PAZ_HIT_TITLE);
  assert_hit (hits, 2, text, PAZ_HIT_TEXT);
  g_assert_cmpuint (begun->len, ==, 3);
  assert_hit (begun, 2, text, PAZ_HIT_TEXT);

  hit = hits->pdata[1];
  g_assert_null (hit->snippet);
  title_spans = dup_spans (hit->title, hit->title_spans);
  g_assert_cmpstr (title_spans, ==, "MINUSMA");
  hit = hits->pdata[2];
  g_assert_nonnull (strstr (hit->snippet, "en las notas"));
  spans = dup_spans (hit->snippet, hit->snippet_spans);
  g_assert_cmpstr (spans, ==, "MINUSMA");
  g_assert_cmpstr (hit->kind->key, ==, "task");
}

/* Found in another language than the one that is shown: the snippet tells why. */
static void
test_languages (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (PazRecord) task = make_task (fixture->store, "Adiestramiento conjunto");
  g_autoptr (GPtrArray) hits = NULL;
  PazHit *hit;

  set_title (fixture->store, task, PAZ_LANGUAGE_EN, "Joint training");
  set_title (fixture->store, task, PAZ_LANGUAGE_PT, "Treinamento em comum");
  put (fixture->store, task);

  hits = search (fixture->store, "comum trein");
  g_assert_cmpuint (hits->len, ==, 1);
  hit = hits->pdata[0];
  g_assert_cmpstr (hit->title, ==, "Joint training");
  g_assert_cmpstr (hit->snippet, ==, "Treinamento em comum");
  g_assert_cmpuint (hit->snippet_spans->len, ==, 2);
}

/* Children name what they stand in; what is deleted is not found; odd input is no error. */
static void
test_edges (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (PazRecord) meeting = paz_store_create_record (fixture->store, paz_kind_find ("meeting"), NULL);
  g_autoptr (PazRecord) item = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GPtrArray) gone = NULL;
  static const char * const odd[] = { "", " ", "\"", "*", "( AND", "a\"b", "NEAR/3", "title:x", "-x", "🕊", NULL };

  set_title (fixture->store, meeting, PAZ_LANGUAGE_ES, "Lima");
  put (fixture->store, meeting);
  item = paz_store_create_record (fixture->store, paz_kind_find ("agenda_item"), paz_record_get_id (meeting));
  set_title (fixture->store, item, PAZ_LANGUAGE_ES, "Apertura");
  put (fixture->store, item);

  hits = search (fixture->store, "apertura");
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpstr (((PazHit *) hits->pdata[0])->container, ==, paz_record_get_id (meeting));
  erase (fixture->store, item);
  gone = search (fixture->store, "apertura");
  g_assert_cmpuint (gone->len, ==, 0);
  for (guint i = 0; odd[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) none = search (fixture->store, odd[i]);

      g_assert_cmpuint (none->len, ==, 0);
    }
}

/* Of equals the one changed last comes first, and never more than asked. */
static void
test_recent (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (PazRecord) first = add_task (fixture->store, "Curso de logística", NULL);
  g_autoptr (PazRecord) second = add_task (fixture->store, "Curso de logística", NULL);
  g_autoptr (PazRecord) third = add_task (fixture->store, "Curso de logística", NULL);
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GPtrArray) two = NULL;

  set_text (first, "notes", "y");
  put (fixture->store, first);
  hits = search (fixture->store, "curso");
  g_assert_cmpuint (hits->len, ==, 3);
  assert_hit (hits, 0, first, PAZ_HIT_TITLE);
  assert_hit (hits, 1, third, PAZ_HIT_TITLE);
  two = paz_store_search (fixture->store, "curso", 2, paz_catalogue_get (PAZ_LANGUAGE_EN), NULL, NULL);
  g_assert_cmpuint (two->len, ==, 2);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (paz_store_search (fixture->store, "x", 9, paz_catalogue_get (PAZ_LANGUAGE_EN), cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/hits/spans", test_spans);
  add ("/hits/ranks", test_ranks);
  add ("/hits/languages", test_languages);
  add ("/hits/edges", test_edges);
  add ("/hits/recent", test_recent);
  add ("/hits/cancelled", test_cancelled);

  return g_test_run ();
}
