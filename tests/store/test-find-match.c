/* Every operator on every field of every kind, against the same rule said plainly in C over the
 * records themselves; periods; filters as text and kept under a name; groups. */
#include "random-record.h"

#include "base/paz-catalogue.h"
#include "base/paz-period.h"
#include "base/paz-text.h"
#include "store/paz-filter.h"
#include "store/paz-record-list.h"

#define N_RANDOM 420

/* ---- the rule in C ---- */

typedef struct
{
  PazStore   *store;
  GPtrArray  *records;     /* PazRecord *, all that stand */
  char       *own_id;      /* record of the own delegation */
  GHashTable *states;      /* codes of participants of that type */
  GDate       today;
} World;

static gboolean
same_words (const char *plain,
            const char *text)
{
  g_auto (GStrv) words = g_strsplit (plain, " ", -1);

  return g_strv_contains ((const char * const *) words, text);
}

/* The first and the last day of what a value says; of a moment its day. */
static void
get_days (const char *plain,
          char        first[11],
          char        last[11])
{
  g_autofree char *day = g_strndup (plain, 10);
  GDate a, b;

  g_assert_true (paz_date_get_range (day, &a, &b));
  g_date_strftime (first, 11, "%Y-%m-%d", &a);
  g_date_strftime (last, 11, "%Y-%m-%d", &b);
}

static gboolean
compare_days (World      *world,
              PazMatch    match,
              const char *plain,
              const char *text)
{
  char first[11], last[11], from[11], until[11];

  get_days (plain, first, last);
  g_assert_true (paz_period_parse (text, &world->today, from, until));

  switch ((int) match)
    {
    case PAZ_MATCH_BEFORE:
      return strcmp (last, from) < 0;
    case PAZ_MATCH_AFTER:
      return strcmp (first, until) > 0;
    case PAZ_MATCH_SINCE:
      return strcmp (last, from) >= 0;
    case PAZ_MATCH_UNTIL:
      return strcmp (first, until) <= 0;
    case PAZ_MATCH_WITHIN:
      return (*from == '\0' || strcmp (first, from) >= 0) && (*until == '\0' || strcmp (last, until) <= 0);
    default:
      g_assert_not_reached ();
    }
}

static gboolean
compare_numbers (PazMatch    match,
                 double      value,
                 const char *text)
{
  const char *dots = strstr (text, "..");
  double number = g_ascii_strtod (text, NULL);

  switch ((int) match)
    {
    case PAZ_MATCH_BEFORE:
      return value < number;
    case PAZ_MATCH_AFTER:
      return value > number;
    case PAZ_MATCH_SINCE:
      return value >= number;
    case PAZ_MATCH_UNTIL:
      return value <= number;
    case PAZ_MATCH_WITHIN:
      return (dots == text || value >= number) && (dots[2] == '\0' || value <= g_ascii_strtod (dots + 2, NULL));
    default:
      g_assert_not_reached ();
    }
}

static gboolean
contains (World      *world,
          PazRecord  *record,
          const PazField *field,
          GVariant   *value,
          const char *text)
{
  if (field->type == PAZ_VALUE_TRILINGUAL)
    {
      g_autoptr (PazTrilingual) texts = paz_trilingual_from_value (value);

      for (int i = 0; i < PAZ_N_LANGUAGES; i++)
        if (texts->in[i].text != NULL && paz_text_contains (texts->in[i].text, text))
          return TRUE;
      return FALSE;
    }
  if (field->target != NULL)
    {
      g_autofree char *plain = paz_value_dup_plain (field, value);
      g_auto (GStrv) ids = g_strsplit (plain, " ", -1);

      for (guint i = 0; ids[i] != NULL; i++)
        for (int j = 0; j < PAZ_N_LANGUAGES; j++)
          {
            g_autoptr (PazRecord) target = paz_store_dup_record (world->store, ids[i], NULL);
            g_autofree char *title = NULL;

            /* What random links name is often of another kind, or gone. */
            if (target == NULL || paz_record_is_deleted (target)
                || !g_str_equal (paz_record_get_kind (target)->key, field->target))
              continue;
            title = paz_store_dup_title (world->store, ids[i], paz_catalogue_get ((PazLanguage) j));
            if (paz_text_contains (title, text))
              return TRUE;
          }
      return FALSE;
    }

  g_autofree char *plain = paz_value_dup_plain (field, value);

  if (field->type == PAZ_VALUE_MONEY)
    {
      const char *amount, *currency, *date, *source;
      g_autofree char *all = NULL;

      g_variant_get (value, "(&s&s&s&s)", &amount, &currency, &date, &source);
      all = g_strjoin (" ", amount, currency, source, NULL);
      return paz_text_contains (all, text);
    }

  return paz_text_contains (plain, text);
}

static gboolean
is_value (const PazField *field,
          GVariant       *value,
          const char     *text)
{
  g_autofree char *plain = paz_value_dup_plain (field, value);

  if (paz_field_is_set (field))
    return same_words (plain, text);
  if (field->type == PAZ_VALUE_TRILINGUAL)
    {
      g_autoptr (PazTrilingual) texts = paz_trilingual_from_value (value);

      for (int i = 0; i < PAZ_N_LANGUAGES; i++)
        if (g_strcmp0 (texts->in[i].text, text) == 0)
          return TRUE;
      return FALSE;
    }
  if (field->type == PAZ_VALUE_INTEGER || field->type == PAZ_VALUE_REAL)
    return g_ascii_strtod (plain, NULL) == g_ascii_strtod (text, NULL);

  return g_str_equal (plain, text);
}

static gboolean
has_translation (GVariant            *value,
                 const char          *language,
                 PazTranslationState  state)
{
  g_autoptr (PazTrilingual) texts = paz_trilingual_from_value (value);

  for (int i = 0; i < PAZ_N_LANGUAGES; i++)
    if ((*language == '\0' || g_str_equal (language, paz_language_get_code ((PazLanguage) i)))
        && paz_trilingual_get_state (texts, (PazLanguage) i) == state)
      return TRUE;

  return FALSE;
}

/* Blanks part the codes of a set. */
static gboolean
is_of_region (World      *world,
              const char *plain)
{
  g_auto (GStrv) codes = g_strsplit (plain, " ", -1);

  for (guint i = 0; codes[i] != NULL; i++)
    if (g_hash_table_contains (world->states, codes[i]))
      return TRUE;

  return FALSE;
}

static gboolean
matches_known (World              *world,
               PazRecord          *record,
               const PazCondition *condition,
               GVariant           *value)
{
  const PazField *field = condition->field;
  g_autofree char *plain = paz_value_dup_plain (field, value);

  switch (condition->match)
    {
    case PAZ_MATCH_IS:
      return is_value (field, value, condition->text);
    case PAZ_MATCH_CONTAINS:
      return contains (world, record, field, value, condition->text);
    case PAZ_MATCH_BEFORE:
    case PAZ_MATCH_AFTER:
    case PAZ_MATCH_SINCE:
    case PAZ_MATCH_UNTIL:
    case PAZ_MATCH_WITHIN:
      if (field->type == PAZ_VALUE_DATE || field->type == PAZ_VALUE_MONTH || field->type == PAZ_VALUE_DATETIME)
        return compare_days (world, condition->match, plain, condition->text);
      return compare_numbers (condition->match, g_ascii_strtod (plain, NULL), condition->text);
    case PAZ_MATCH_IS_MINE:
      return field->target != NULL ? same_words (plain, world->own_id)
                                   : same_words (plain, paz_store_get_participant (world->store));
    case PAZ_MATCH_IS_OF_REGION:
      return is_of_region (world, plain);
    case PAZ_MATCH_IS_MISSING:
      return has_translation (value, condition->text, PAZ_TRANSLATION_MISSING);
    case PAZ_MATCH_IS_STALE:
      return has_translation (value, condition->text, PAZ_TRANSLATION_STALE);
    case PAZ_MATCH_IS_KNOWN:
    case PAZ_MATCH_IS_SET:
      return TRUE;
    case PAZ_MATCH_IS_NOT:
    case PAZ_MATCH_IS_NOT_SET:
    case PAZ_MATCH_IS_UNKNOWN:
    case PAZ_MATCH_IS_NOT_APPLICABLE:
      return FALSE;
    }

  g_assert_not_reached ();
}

static gboolean
matches (World              *world,
         PazRecord          *record,
         const PazCondition *condition)
{
  GVariant *value = paz_record_get_value (record, condition->field);
  PazValueState state = paz_value_get_state (value);
  PazCondition is = *condition;

  switch (condition->match)
    {
    case PAZ_MATCH_IS_NOT:
      is.match = PAZ_MATCH_IS;
      return !matches (world, record, &is);
    case PAZ_MATCH_IS_SET:
      return value != NULL;
    case PAZ_MATCH_IS_NOT_SET:
      return value == NULL;
    case PAZ_MATCH_IS_UNKNOWN:
      return state == PAZ_STATE_UNKNOWN;
    case PAZ_MATCH_IS_NOT_APPLICABLE:
      return state == PAZ_STATE_NOT_APPLICABLE;
    case PAZ_MATCH_IS:
    case PAZ_MATCH_CONTAINS:
    case PAZ_MATCH_BEFORE:
    case PAZ_MATCH_AFTER:
    case PAZ_MATCH_SINCE:
    case PAZ_MATCH_UNTIL:
    case PAZ_MATCH_WITHIN:
    case PAZ_MATCH_IS_KNOWN:
    case PAZ_MATCH_IS_MINE:
    case PAZ_MATCH_IS_OF_REGION:
    case PAZ_MATCH_IS_MISSING:
    case PAZ_MATCH_IS_STALE:
      return state == PAZ_STATE_KNOWN && matches_known (world, record, condition, value);
    }

  g_assert_not_reached ();
}

/* ---- the world ---- */

static void
take_states (World *world)
{
  g_autoptr (PazQuery) query = paz_query_new (paz_kind_find ("participant"));
  g_autoptr (GPtrArray) participants = paz_store_list_records (world->store, query, NULL);

  world->states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < participants->len; i++)
    if (g_strcmp0 (paz_record_get_text (participants->pdata[i], "type"), "state") == 0)
      g_hash_table_add (world->states, g_strdup (paz_record_get_text (participants->pdata[i], "code")));
}

static void
world_load (World      *world,
            PazStore   *store,
            Randomness *random)
{
  world->store = store;
  world->records = g_ptr_array_new_with_free_func (g_object_unref);
  take_states (world);
  g_date_set_time_t (&world->today, time (NULL));
  for (guint i = 0; i < random->ids->len; i++)
    {
      PazRecord *record = paz_store_dup_record (store, random->ids->pdata[i], NULL);

      if (record != NULL && !paz_record_is_deleted (record))
        g_ptr_array_add (world->records, record);
      else
        g_clear_object (&record);
    }
}

static void
make_records (Randomness *random,
              PazStore   *store,
              guint       n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PazEdit) edit = paz_edit_new ();
      g_autoptr (PazRecord) record = make_record (random, store);

      /* Texts come to have other languages, and sources newer than these. */
      for (int again = pick (random, 4); again > 0; again--)
        change_fields (random, store, record, FALSE);
      if (pick (random, 4) == 0)
        change_release (random, record);
      g_ptr_array_add (random->ids, g_strdup (paz_record_get_id (record)));
      paz_edit_put (edit, record);
      try_edit (store, edit);
    }
}

/* The delegation this copy speaks for, as a record, so that links can name it. */
static char *
make_own (Randomness *random,
          PazStore   *store)
{
  g_autoptr (PazRecord) own = paz_store_create_record (store, paz_kind_find ("participant"), NULL);
  g_autoptr (PazTrilingual) name = paz_trilingual_new ();
  g_autofree char *key = paz_store_make_text_key (store);
  g_autoptr (GError) error = NULL;

  paz_store_set_identity (store, "PER", "A", &error);
  g_assert_no_error (error);
  set_text (own, "code", "PER");
  paz_trilingual_set_text (name, PAZ_LANGUAGE_ES, "Perú", key);
  paz_record_set_value (own, field_of (own, "name"), paz_trilingual_to_value (name));
  put (store, own);
  for (int i = 0; i < 12; i++)
    g_ptr_array_add (random->ids, g_strdup (paz_record_get_id (own)));

  return g_strdup (paz_record_get_id (own));
}

/* Of the region are participants that are States, not every participant with the code of a country. */
static void
make_participant (PazStore   *store,
                  const char *code,
                  const char *type)
{
  g_autoptr (PazRecord) record = paz_store_create_record (store, paz_kind_find ("participant"), NULL);

  set_text (record, "code", code);
  set_text (record, "type", type);
  put (store, record);
}

/* ---- conditions to try ---- */

static const char * const periods[] = {
  "2024", "2024-05", "2023-01..2024-05-30", "..2023-12", "2024-05-31..", "this-year", "last-30-days", "today",
};
static const char * const dates[] = { "2024", "2024-05", "2024-05-31", "2023-03-01", "today" };
static const char * const numbers[] = { "0", "12.5", "50", "-1", "100" };
static const char * const spans[] = { "10..50", "..20", "12.5..", "0..0" };
static const char * const parts[] = { "formacion", "AÇÃO", "paz", "per", "xyzzy", "1250" };

static gboolean
is_day (const PazField *field)
{
  return field->type == PAZ_VALUE_DATE || field->type == PAZ_VALUE_MONTH || field->type == PAZ_VALUE_DATETIME;
}

static char *
dup_value_text (World          *world,
                Randomness     *random,
                const PazField *field,
                PazMatch        match)
{
  g_autoptr (GVariant) value = NULL;
  PazRecord *any = world->records->pdata[pick (random, (int) world->records->len)];

  if (match != PAZ_MATCH_IS && match != PAZ_MATCH_IS_NOT)
    return g_strdup (is_day (field) ? dates[pick (random, G_N_ELEMENTS (dates))]
                                    : numbers[pick (random, G_N_ELEMENTS (numbers))]);
  if (paz_field_is_set (field) || field->type == PAZ_VALUE_LINK)
    return g_strdup (pick_element (random, field));
  value = g_variant_ref_sink (make_known (random, world->store, any, field));

  return paz_value_dup_plain (field, value);
}

static char *
dup_text (World          *world,
          Randomness     *random,
          const PazField *field,
          PazMatch        match)
{
  static const char * const languages[] = { "", "es", "pt", "en" };

  switch (paz_match_get_argument (match))
    {
    case PAZ_ARGUMENT_NONE:
      return g_strdup ("");
    case PAZ_ARGUMENT_WORDS:
      return g_strdup (parts[pick (random, G_N_ELEMENTS (parts))]);
    case PAZ_ARGUMENT_PERIOD:
      return g_strdup (is_day (field) ? periods[pick (random, G_N_ELEMENTS (periods))]
                                      : spans[pick (random, G_N_ELEMENTS (spans))]);
    case PAZ_ARGUMENT_LANGUAGE:
      return g_strdup (languages[pick (random, G_N_ELEMENTS (languages))]);
    case PAZ_ARGUMENT_VALUE:
      return dup_value_text (world, random, field, match);
    }

  g_assert_not_reached ();
}

typedef gboolean (* Rule) (World *world, PazRecord *record, gconstpointer data);

static guint
assert_query (World          *world,
              const PazQuery *query,
              Rule            rule,
              gconstpointer   data,
              const char     *what)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) ids = paz_store_find (world->store, query, NULL, &error);
  g_autoptr (GHashTable) found = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (found, ids->pdata[i]);
  for (guint i = 0; i < world->records->len; i++)
    {
      PazRecord *record = world->records->pdata[i];
      gboolean expected;

      if (paz_record_get_kind (record) != paz_query_get_kind (query))
        continue;
      expected = rule (world, record, data);
      if (expected != g_hash_table_contains (found, paz_record_get_id (record)))
        g_error ("%s: record %s should %sbe found", what, paz_record_get_id (record), expected ? "" : "not ");
      n += expected;
    }

  return n;
}

static gboolean
one_rule (World         *world,
          PazRecord     *record,
          gconstpointer  data)
{
  return matches (world, record, data);
}

static guint
try_condition (World          *world,
               Randomness     *random,
               const PazKind  *kind,
               const PazField *field,
               PazMatch        match)
{
  g_autofree char *text = dup_text (world, random, field, match);
  g_autoptr (PazCondition) condition = paz_condition_new (field, match, text);
  g_autoptr (PazQuery) query = paz_query_new (kind);
  g_autofree char *line = paz_condition_dup_text (condition);
  g_autofree char *what = g_strconcat (kind->key, ": ", line, NULL);
  g_autoptr (PazCondition) again = paz_condition_parse (kind, line);

  g_assert_nonnull (again);
  g_assert_true (paz_condition_equal (condition, again));
  paz_query_add_condition (query, field, match, text);

  return assert_query (world, query, one_rule, condition, what);
}

static guint
try_field (World          *world,
           Randomness     *random,
           const PazKind  *kind,
           const PazField *field,
           guint           hits[PAZ_N_MATCHES])
{
  guint n_matches;
  const PazMatch *list = paz_match_list (field, &n_matches);
  guint n = 0;

  g_assert_cmpuint (n_matches, >, 0);
  for (guint i = 0; i < n_matches; i++)
    for (int round = 0; round < 3; round++)
      {
        guint found = try_condition (world, random, kind, field, list[i]);

        hits[list[i]] += found;
        n++;
      }

  return n;
}

/* ---- tests ---- */

typedef struct
{
  Fixture    fixture;
  Randomness random;
  World      world;
} Scene;

static void
scene_set_up (Scene         *scene,
              gconstpointer  data)
{
  fixture_set_up (&scene->fixture, NULL);
  move_to_memory (&scene->fixture);
  randomness_init (&scene->random, 20250407);
  scene->world.own_id = make_own (&scene->random, scene->fixture.store);
  make_participant (scene->fixture.store, "BRA", "state");
  make_participant (scene->fixture.store, "URY", "organisation");
  make_records (&scene->random, scene->fixture.store, N_RANDOM);
  world_load (&scene->world, scene->fixture.store, &scene->random);
}

static void
scene_tear_down (Scene         *scene,
                 gconstpointer  data)
{
  g_ptr_array_unref (scene->world.records);
  g_hash_table_unref (scene->world.states);
  g_free (scene->world.own_id);
  randomness_clear (&scene->random);
  fixture_tear_down (&scene->fixture, NULL);
}

static void
test_every_match (Scene         *scene,
                  gconstpointer  data)
{
  const PazKind * const *kinds = paz_kind_list (NULL);
  guint hits[PAZ_N_MATCHES] = { 0 };
  guint n = 0;

  g_assert_cmpuint (scene->world.records->len, >, N_RANDOM / 3);
  for (guint i = 0; kinds[i] != NULL; i++)
    for (guint j = 0; j < kinds[i]->n_fields; j++)
      if (!g_str_equal (kinds[i]->fields[j].key, "facts"))
        n += try_field (&scene->world, &scene->random, kinds[i], &kinds[i]->fields[j], hits);

  g_test_message ("%u conditions over %u records", n, scene->world.records->len);
  /* Each operator that is offered anywhere held for some record. */
  for (guint i = 0; i < PAZ_N_MATCHES; i++)
    {
      g_test_message ("match %u held %u times", i, hits[i]);
      g_assert_true (hits[i] > 0 || i == PAZ_MATCH_IS_SET);
    }
}

typedef struct
{
  PazCondition *conditions[3];
  guint         n;
  gboolean      any;
} Several;

static gboolean
several_rule (World         *world,
              PazRecord     *record,
              gconstpointer  data)
{
  const Several *several = data;

  for (guint i = 0; i < several->n; i++)
    if (matches (world, record, several->conditions[i]) == several->any)
      return several->any;

  return !several->any;
}

static void
test_any_and_all (Scene         *scene,
                  gconstpointer  data)
{
  const PazKind * const *kinds = paz_kind_list (NULL);

  for (guint i = 0; kinds[i] != NULL; i++)
    for (int round = 0; round < 20; round++)
      {
        g_autoptr (PazQuery) query = paz_query_new (kinds[i]);
        Several several = { .n = 1 + (guint) pick (&scene->random, 3), .any = pick (&scene->random, 2) };

        for (guint j = 0; j < several.n; j++)
          {
            const PazField *field = &kinds[i]->fields[pick (&scene->random, (int) kinds[i]->n_fields)];
            guint n_matches;
            const PazMatch *list = paz_match_list (field, &n_matches);
            PazMatch match = list[pick (&scene->random, (int) n_matches)];
            g_autofree char *text = dup_text (&scene->world, &scene->random, field, match);

            several.conditions[j] = paz_condition_new (field, match, text);
            paz_query_add_condition (query, field, match, text);
          }
        paz_query_set_any (query, several.any);
        assert_query (&scene->world, query, several_rule, &several, kinds[i]->key);
        for (guint j = 0; j < several.n; j++)
          paz_condition_free (several.conditions[j]);
      }
}

/* The display of an attribute is computed from the record, the condition by SQL: they agree. */
static gboolean
attribute_rule (World         *world,
                PazRecord     *record,
                gconstpointer  data)
{
  const PazCondition *condition = data;
  PazCatalogue *catalogue = paz_catalogue_get (PAZ_LANGUAGE_EN);
  g_autofree char *shown = paz_store_dup_display (world->store, record, condition->field, catalogue);
  g_autofree char *asked = paz_store_dup_plain_display (world->store, paz_record_get_kind (record), condition->field,
                                                        condition->text, catalogue);

  return g_str_equal (shown, asked);
}

static void
test_attributes (Scene         *scene,
                 gconstpointer  data)
{
  static const struct { PazAttribute attribute; const char *text; } tried[] = {
    { PAZ_ATTRIBUTE_OWNER, "PER" }, { PAZ_ATTRIBUTE_OWNER, "XX" },
    { PAZ_ATTRIBUTE_LEVEL, "public" }, { PAZ_ATTRIBUTE_LEVEL, "network" }, { PAZ_ATTRIBUTE_LEVEL, "named" },
    { PAZ_ATTRIBUTE_LEVEL, "national" },
    { PAZ_ATTRIBUTE_CONFLICT, "true" }, { PAZ_ATTRIBUTE_CONFLICT, "false" },
    { PAZ_ATTRIBUTE_TRANSLATION, "complete" }, { PAZ_ATTRIBUTE_TRANSLATION, "missing" },
    { PAZ_ATTRIBUTE_TRANSLATION, "stale" },
    { PAZ_ATTRIBUTE_MINE, "true" }, { PAZ_ATTRIBUTE_MINE, "false" },
  };
  const PazKind * const *kinds = paz_kind_list (NULL);

  for (guint i = 0; kinds[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (tried); j++)
      {
        const PazField *field = paz_attribute_get (tried[j].attribute);
        g_autoptr (PazCondition) condition = paz_condition_new (field, PAZ_MATCH_IS, tried[j].text);
        g_autoptr (PazQuery) query = paz_query_new (kinds[i]);
        g_autofree char *what = g_strjoin (" ", kinds[i]->key, field->key, tried[j].text, NULL);

        paz_query_add_condition (query, field, PAZ_MATCH_IS, tried[j].text);
        assert_query (&scene->world, query, attribute_rule, condition, what);
      }
}

static void
assert_groups (World          *world,
               const PazKind  *kind,
               const PazField *field,
               PazGrouping     grouping)
{
  g_autoptr (PazQuery) query = paz_query_new (kind);
  g_autoptr (PazRecordList) list = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *key = NULL;
  guint n_groups, n = 0;

  paz_query_set_group (query, field, grouping);
  list = paz_record_list_new (world->store, query);
  g_assert_no_error (paz_record_list_get_error (list));
  n_groups = paz_record_list_get_groups (list)->len;
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, n_groups + paz_record_list_get_n_records (list));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (PAZ_IS_RECORD_GROUP (item))
        {
          key = paz_record_group_get_key (PAZ_RECORD_GROUP (item));
          g_assert_true (g_hash_table_add (seen, g_strdup (key)));
          g_assert_null (paz_record_list_get_id (list, i));
          n += paz_record_group_get_n_records (PAZ_RECORD_GROUP (item));
        }
      else if (!paz_field_is_attribute (field, NULL))
        {
          g_autofree char *plain = paz_value_dup_plain (field, paz_record_get_value (PAZ_RECORD (item), field));
          gsize length = is_day (field) && strlen (key) > 3 ? strlen (key) : strlen (plain);

          g_assert_cmpint (strncmp (plain, key, length), ==, 0);
          g_assert_cmpuint (paz_record_list_find (list, paz_record_get_id (PAZ_RECORD (item))), ==, i);
        }
    }
  g_assert_cmpuint (n, ==, paz_record_list_get_n_records (list));

  paz_record_list_set_all_open (list, FALSE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, n_groups);
  if (n_groups > 0)
    {
      PazRecordGroup *group = g_ptr_array_index (paz_record_list_get_groups (list), n_groups - 1);

      paz_record_list_set_open (list, group, TRUE);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==,
                        n_groups + paz_record_group_get_n_records (group));
    }
}

static void
test_groups (Scene         *scene,
             gconstpointer  data)
{
  const PazKind * const *kinds = paz_kind_list (NULL);

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      for (guint j = 0; j < kinds[i]->n_fields; j++)
        for (int grouping = 0; grouping < 3; grouping++)
          if (paz_field_can_group (&kinds[i]->fields[j]))
            assert_groups (&scene->world, kinds[i], &kinds[i]->fields[j], (PazGrouping) grouping);
      for (guint j = 0; j < PAZ_N_ATTRIBUTES; j++)
        assert_groups (&scene->world, kinds[i], paz_attribute_get ((PazAttribute) j), PAZ_GROUP_MONTH);
    }
}

static void
assert_period (const char *text,
               const char *first,
               const char *last)
{
  GDate today;
  char from[11], until[11];

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 2, G_DATE_MARCH, 2024);   /* a Saturday, in a leap year */
  if (first == NULL)
    {
      g_assert_false (paz_period_parse (text, &today, from, until));
      return;
    }
  g_assert_true (paz_period_parse (text, &today, from, until));
  g_assert_cmpstr (from, ==, first);
  g_assert_cmpstr (until, ==, last);
}

static void
test_periods (void)
{
  assert_period ("today", "2024-03-02", "2024-03-02");
  assert_period ("yesterday", "2024-03-01", "2024-03-01");
  assert_period ("tomorrow", "2024-03-03", "2024-03-03");
  assert_period ("this-week", "2024-02-26", "2024-03-03");
  assert_period ("last-week", "2024-02-19", "2024-02-25");
  assert_period ("next-week", "2024-03-04", "2024-03-10");
  assert_period ("this-month", "2024-03-01", "2024-03-31");
  assert_period ("last-month", "2024-02-01", "2024-02-29");
  assert_period ("next-month", "2024-04-01", "2024-04-30");
  assert_period ("last-year", "2023-01-01", "2023-12-31");
  assert_period ("next-year", "2025-01-01", "2025-12-31");
  assert_period ("last-30-days", "2024-02-02", "2024-03-02");
  assert_period ("next-1-day", "2024-03-02", "2024-03-02");
  assert_period ("next-30-days", "2024-03-02", "2024-03-31");
  assert_period ("2023", "2023-01-01", "2023-12-31");
  assert_period ("2023-02", "2023-02-01", "2023-02-28");
  assert_period ("2023-02..2024", "2023-02-01", "2024-12-31");
  assert_period ("..2024-02", "", "2024-02-29");
  assert_period ("2024-02-29..", "2024-02-29", "");
  assert_period ("..", NULL, NULL);
  assert_period ("soon", NULL, NULL);
  assert_period ("this-7-days", NULL, NULL);
  assert_period ("last-0-days", NULL, NULL);
  assert_period ("2023-02-30", NULL, NULL);
}

static void
test_text (void)
{
  static const struct { const char *text; PazMatch match; const char *value; } read[] = {
    { "due within last-30-days", PAZ_MATCH_WITHIN, "last-30-days" },
    { "due is not answered", PAZ_MATCH_IS_NOT_SET, "" },
    { "due is not 2024", PAZ_MATCH_IS_NOT, "2024" },
    { "status is known", PAZ_MATCH_IS_KNOWN, "" },
    { "status is \"known\"", PAZ_MATCH_IS, "known" },
    { "status is known unknowns", PAZ_MATCH_IS, "known unknowns" },
    { "title contains is not", PAZ_MATCH_CONTAINS, "is not" },
    { "title is missing", PAZ_MATCH_IS_MISSING, "" },
    { "title IS MISSING pt", PAZ_MATCH_IS_MISSING, "pt" },
    { "title is missing persons", PAZ_MATCH_IS, "missing persons" },
    { "  changed   since  this-week ", PAZ_MATCH_SINCE, "this-week" },
    { "responsible is mine", PAZ_MATCH_IS_MINE, "" },
    { "owner is mine", PAZ_MATCH_IS_MINE, "" },
    { "owner is of the region", PAZ_MATCH_IS_OF_REGION, "" },
    { "translation is missing", PAZ_MATCH_IS, "missing" },
  };
  static const char * const wrong[] = { "", "due", "due wthin 2024", "nothing is known", "due within", "is known" };
  const PazKind *kind = paz_kind_find ("task");

  for (guint i = 0; i < G_N_ELEMENTS (read); i++)
    {
      g_autoptr (PazCondition) condition = paz_condition_parse (kind, read[i].text);

      g_assert_nonnull (condition);
      g_assert_cmpint (condition->match, ==, read[i].match);
      g_assert_cmpstr (condition->text, ==, read[i].value);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_null (paz_condition_parse (kind, wrong[i]));
}

static void
test_kept (Fixture       *fixture,
           gconstpointer  data)
{
  PazStore *store = fixture->store;
  const PazKind *kind = paz_kind_find ("task");
  g_autoptr (PazFilter) filter = paz_filter_new (kind, "Ñandú; \"próximos\" = 1");
  g_autoptr (PazFilter) other = paz_filter_new (kind, "Abiertos");
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GPtrArray) rest = NULL;
  g_autoptr (GError) error = NULL;

  filter->any = TRUE;
  paz_filter_add (filter, paz_condition_new (paz_kind_find_field (kind, "title"), PAZ_MATCH_CONTAINS, "a;b\n\"c\\"));
  paz_filter_add (filter, paz_condition_new (paz_attribute_get (PAZ_ATTRIBUTE_MINE), PAZ_MATCH_IS, "true"));
  g_assert_true (paz_store_keep_filter (store, other, &error));
  g_assert_true (paz_store_keep_filter (store, filter, &error));
  g_assert_true (paz_store_keep_filter (store, filter, &error));
  g_assert_no_error (error);

  reopen (fixture);
  store = fixture->store;
  kept = paz_store_list_filters (store, kind);
  g_assert_cmpuint (kept->len, ==, 2);
  for (guint i = 0; i < kept->len; i++)
    {
      PazFilter *read = g_ptr_array_index (kept, i);
      PazFilter *wanted = g_str_equal (read->name, other->name) ? other : filter;

      g_assert_cmpstr (read->name, ==, wanted->name);
      g_assert_true (paz_filter_equal (read, wanted));
    }
  g_assert_true (paz_store_drop_filter (store, kind, filter->name, &error));
  rest = paz_store_list_filters (store, kind);
  g_assert_cmpuint (rest->len, ==, 1);
}

/* Late is what had to be done before today and is not over. */
static void
test_built_in (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct { const char *due; const char *status; gboolean late; } tasks[] = {
    { "2020-01-01", "in_progress", TRUE }, { "2020", NULL, TRUE }, { "2020-01-01", "completed", FALSE },
    { "2199", "in_progress", FALSE }, { NULL, NULL, FALSE },
  };
  const PazKind *kind = paz_kind_find ("task");
  g_autoptr (GPtrArray) filters = paz_filter_list_built_in (kind);
  guint expected[] = { G_N_ELEMENTS (tasks), G_N_ELEMENTS (tasks), G_N_ELEMENTS (tasks), 2 };

  for (guint i = 0; i < G_N_ELEMENTS (tasks); i++)
    {
      g_autoptr (PazRecord) task = make_task (fixture->store, "Tarea");

      set_text (task, "due", tasks[i].due);
      set_text (task, "status", tasks[i].status);
      put (fixture->store, task);
    }
  g_assert_cmpuint (filters->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < filters->len; i++)
    {
      g_autoptr (PazQuery) query = paz_query_new (kind);
      g_autoptr (GPtrArray) ids = NULL;

      paz_filter_apply (g_ptr_array_index (filters, i), query);
      ids = paz_store_find (fixture->store, query, NULL, NULL);
      g_assert_cmpuint (ids->len, ==, expected[i]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/find-match/every-match", Scene, NULL, scene_set_up, test_every_match, scene_tear_down);
  g_test_add ("/find-match/any-and-all", Scene, NULL, scene_set_up, test_any_and_all, scene_tear_down);
  g_test_add ("/find-match/attributes", Scene, NULL, scene_set_up, test_attributes, scene_tear_down);
  g_test_add ("/find-match/groups", Scene, NULL, scene_set_up, test_groups, scene_tear_down);
  g_test_add_func ("/find-match/periods", test_periods);
  g_test_add_func ("/find-match/text", test_text);
  g_test_add ("/find-match/kept", Fixture, NULL, fixture_set_up, test_kept, fixture_tear_down);
  g_test_add ("/find-match/built-in", Fixture, NULL, fixture_set_up, test_built_in, fixture_tear_down);

  return g_test_run ();
}
