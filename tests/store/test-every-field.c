/* Every field of every kind, and of kinds added here, in the store: kept, found, ordered and told
 * in the history. Over the declaration; no kind is named. */
#include "added-kinds.h"
#include "lib/paz-sample.h"
#include "store-fixture.h"

/* One record of each kind with every field filled, children in their parents. Elements PazRecord *. */
static GPtrArray *
make_records (PazStore *store)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  const PazKind * const *kinds = paz_kind_list (NULL);
  guint n = 0;

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      const char *parent = kinds[i]->parent != NULL ? g_hash_table_lookup (ids, kinds[i]->parent) : NULL;
      PazRecord *record = paz_store_create_record (store, kinds[i], parent);

      g_ptr_array_add (records, record);
      g_hash_table_insert (ids, (gpointer) kinds[i]->key, (gpointer) paz_record_get_id (record));
    }
  for (guint i = 0; i < records->len; i++)
    sample_fill (records->pdata[i], FALSE, &n, ids);

  return records;
}

static GPtrArray *
put_records (PazStore *store)
{
  GPtrArray *records = make_records (store);
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < records->len; i++)
    paz_edit_put (edit, records->pdata[i]);
  paz_store_apply (store, edit, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return records;
}

typedef void (* FieldFunc) (Fixture *fixture, PazRecord *record, const PazField *field);

/* Each filled field of each record, in a store opened anew. */
static void
foreach_field (Fixture   *fixture,
               FieldFunc  func)
{
  g_autoptr (GPtrArray) records = put_records (fixture->store);

  reopen (fixture);
  for (guint i = 0; i < records->len; i++)
    {
      const PazKind *kind = paz_record_get_kind (records->pdata[i]);

      for (guint j = 0; j < kind->n_fields; j++)
        if (sample_is_filled (&kind->fields[j]))
          func (fixture, records->pdata[i], &kind->fields[j]);
    }
}

static void
fail (PazRecord      *record,
      const PazField *field,
      const char     *what)
{
  g_error ("%s.%s: %s", paz_record_get_kind (record)->key, field->key, what);
}

static void
check_kept (Fixture        *fixture,
            PazRecord      *record,
            const PazField *field)
{
  g_autoptr (PazRecord) read = read_again (fixture->store, record);
  GVariant *value = paz_record_get_value (record, field);

  g_assert_nonnull (value);
  if (!paz_value_equal (field, value, paz_record_get_value (read, field)))
    fail (record, field, "another value came back");
}

static void
test_kept (Fixture       *fixture,
           gconstpointer  data)
{
  foreach_field (fixture, check_kept);
}

/* What leaves as plain text comes back as the same value; of texts the source. */
static void
check_plain (Fixture        *fixture,
             PazRecord      *record,
             const PazField *field)
{
  GVariant *value = paz_record_get_value (record, field);
  PazCatalogue *catalogue = paz_catalogue_get (PAZ_LANGUAGE_EN);
  g_autofree char *plain = paz_value_dup_plain (field, value);
  g_autofree char *again = NULL;
  g_autoptr (GVariant) parsed = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (plain, !=, "");
  parsed = paz_value_parse (field, plain, catalogue, &error);
  g_assert_no_error (error);
  g_assert_nonnull (parsed);
  g_variant_ref_sink (parsed);
  again = paz_value_dup_plain (field, parsed);
  g_assert_cmpstr (again, ==, plain);
  if (field->type != PAZ_VALUE_TRILINGUAL && !paz_value_equal (field, value, parsed))
    fail (record, field, "plain text gives another value");
}

static void
test_plain (Fixture       *fixture,
            gconstpointer  data)
{
  foreach_field (fixture, check_plain);
}

static void
check_shown (Fixture        *fixture,
             PazRecord      *record,
             const PazField *field)
{
  for (int language = 0; language < PAZ_N_LANGUAGES; language++)
    {
      g_autofree char *text = paz_store_dup_display (fixture->store, record, field, paz_catalogue_get (language));

      if (text[0] == '\0')
        fail (record, field, "nothing to show");
    }
}

static void
test_shown (Fixture       *fixture,
            gconstpointer  data)
{
  foreach_field (fixture, check_shown);
}

static gboolean
finds (PazStore   *store,
       PazQuery   *query,
       const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = paz_store_find (store, query, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    if (g_str_equal (found->pdata[i], id))
      return TRUE;

  return FALSE;
}

static void
assert_found (Fixture        *fixture,
              PazRecord      *record,
              const PazField *field,
              const char     *words)
{
  g_autoptr (PazQuery) query = paz_query_new (paz_record_get_kind (record));

  paz_query_set_search (query, words);
  if (!finds (fixture->store, query, paz_record_get_id (record)))
    fail (record, field, "not found by its words");
}

static void
check_searched (Fixture        *fixture,
                PazRecord      *record,
                const PazField *field)
{
  GVariant *value = paz_record_get_value (record, field);

  if ((field->flags & PAZ_FIELD_SEARCHED) == 0)
    return;
  if (field->type == PAZ_VALUE_TRILINGUAL)
    {
      g_autoptr (PazTrilingual) texts = paz_trilingual_from_value (value);

      for (int i = 0; i < PAZ_N_LANGUAGES; i++)
        assert_found (fixture, record, field, texts->in[i].text);
    }
  else
    {
      g_autofree char *plain = paz_value_dup_plain (field, value);

      assert_found (fixture, record, field, plain);
    }
}

static void
test_searched (Fixture       *fixture,
               gconstpointer  data)
{
  foreach_field (fixture, check_searched);
}

/* A filter "is filled" finds it, and every list can be ordered by it. */
static void
check_listed (Fixture        *fixture,
              PazRecord      *record,
              const PazField *field)
{
  const PazKind *kind = paz_record_get_kind (record);
  g_autoptr (PazQuery) filled = paz_query_new (kind);
  g_autoptr (PazQuery) empty = paz_query_new (kind);
  g_autoptr (PazQuery) ordered = paz_query_new (kind);

  paz_query_add_condition (filled, field, PAZ_MATCH_IS_SET, NULL);
  paz_query_add_condition (empty, field, PAZ_MATCH_IS_NOT_SET, NULL);
  paz_query_add_order (ordered, field, TRUE);
  if (!finds (fixture->store, filled, paz_record_get_id (record)))
    fail (record, field, "no filter finds it filled");
  if (finds (fixture->store, empty, paz_record_get_id (record)))
    fail (record, field, "a filter finds it empty");
  if (!finds (fixture->store, ordered, paz_record_get_id (record)))
    fail (record, field, "not in a list ordered by it");
}

static void
test_listed (Fixture       *fixture,
             gconstpointer  data)
{
  foreach_field (fixture, check_listed);
}

static const PazHistoryEntry *
find_entry (GPtrArray      *entries,
            const PazField *field)
{
  for (guint i = 0; i < entries->len; i++)
    if (((PazHistoryEntry *) entries->pdata[i])->field == field)
      return entries->pdata[i];

  return NULL;
}

static void
assert_told (PazStore       *store,
             PazRecord      *record,
             const PazField *field,
             PazRecord      *changed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = paz_store_list_history (store, paz_record_get_id (record), 10, &error);
  const PazHistoryEntry *entry;

  g_assert_no_error (error);
  entry = find_entry (entries, field);
  if (entry == NULL)
    fail (record, field, "not in the history");
  if (!paz_value_equal (field, entry->before, paz_record_get_value (record, field)) ||
      !paz_value_equal (field, entry->after, paz_record_get_value (changed, field)))
    fail (record, field, "other values in the history");
}

/* Another value, which still passes the rules; FALSE when there is only one. */
static gboolean
change (PazRecord      *record,
        const PazField *field,
        PazRecord      *before)
{
  if ((field->flags & PAZ_FIELD_REQUIRED) == 0)
    return paz_record_set_value (record, field, paz_value_new_state (PAZ_STATE_UNKNOWN));
  if (field->type != PAZ_VALUE_TEXT && field->type != PAZ_VALUE_TRILINGUAL)
    return FALSE;

  sample_fill_field (record, field, 4321, NULL);
  return !paz_value_equal (field, paz_record_get_value (record, field), paz_record_get_value (before, field));
}

/* Changed and undone, each field by itself: the history says what it was and what it became. */
static void
check_changed (Fixture        *fixture,
               PazRecord      *record,
               const PazField *field)
{
  g_autoptr (PazRecord) changed = read_again (fixture->store, record);
  g_autoptr (PazRecord) read = NULL;
  g_autoptr (PazRecord) undone = NULL;

  if (!change (changed, field, record))
    return;
  put (fixture->store, changed);
  read = read_again (fixture->store, record);
  if (!paz_value_equal (field, paz_record_get_value (read, field), paz_record_get_value (changed, field)))
    fail (record, field, "a change was not kept");
  assert_told (fixture->store, record, field, changed);
  undo (fixture->store);
  undone = read_again (fixture->store, record);
  if (!paz_value_equal (field, paz_record_get_value (undone, field), paz_record_get_value (record, field)))
    fail (record, field, "undo brought another value back");
}

static void
test_changed (Fixture       *fixture,
              gconstpointer  data)
{
  move_to_memory (fixture);
  foreach_field (fixture, check_changed);
}

int
main (int    argc,
      char **argv)
{
  added_kinds_use ();
  g_test_init (&argc, &argv, NULL);

  add ("/every-field/kept", test_kept);
  add ("/every-field/plain", test_plain);
  add ("/every-field/shown", test_shown);
  add ("/every-field/searched", test_searched);
  add ("/every-field/listed", test_listed);
  add ("/every-field/changed", test_changed);

  return g_test_run ();
}
