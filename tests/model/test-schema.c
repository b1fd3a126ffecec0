/* The declaration itself: what every other room takes for granted about a kind. */
#include "base/paz-catalogue.h"
#include "model/paz-kind.h"

typedef void (*KindFunc) (const PazKind *kind);

static void
foreach_kind (KindFunc func)
{
  guint n_kinds;
  const PazKind * const *kinds = paz_kind_list (&n_kinds);

  g_assert_cmpuint (n_kinds, >, 0);
  for (guint i = 0; i < n_kinds; i++)
    func (kinds[i]);
  g_assert_null (kinds[n_kinds]);
}

static gboolean
is_key (const char *key)
{
  return key != NULL && g_regex_match_simple ("\\A[a-z][a-z0-9_]*\\z", key, 0, 0);
}

static const PazField *
find_own (const PazKind *kind,
          const char    *key)
{
  const PazField *field = paz_kind_find_field (kind, key);

  if (field == NULL)
    g_error ("%s names the field %s, which it has not", kind->key, key);

  return field;
}

static void
check_kind (const PazKind *kind)
{
  g_assert_true (is_key (kind->key));
  g_assert_true (paz_kind_find (kind->key) == kind);
  g_assert_cmpuint (kind->since, >=, 1);
  g_assert_nonnull (kind->icon_name);
  g_assert_cmpuint (kind->area, <, PAZ_N_AREAS);
  g_assert_cmpuint (kind->n_fields, <=, 250);
}

static void
test_kinds (void)
{
  static const char * const wanted[] = {
    "participant", "membership", "delegate", "instrument", "provision", "meeting", "agenda_item",
    "attendance", "recommendation", "position", "task", "document", "mission", "data_set",
    "gender_target", "need", "offer", "arrangement", "contingent", "contingent_part",
    "requirement_line", "pledge", "organization_line", "major_equipment_line",
    "self_sustainment_line", "authorisation", "complementarity", "expense",
    "fatality", "barrier_assessment", "measure", "candidate_funnel", "centre", "course",
    "course_seats", "practice", "interoperability_topic", "standing", NULL
  };

  foreach_kind (check_kind);
  for (guint i = 0; wanted[i] != NULL; i++)
    g_assert_nonnull (paz_kind_find (wanted[i]));
  g_assert_null (paz_kind_find ("unheard_of"));
}

static void
check_phrases (const PazKind *kind)
{
  const char * const named[] = { kind->phrases.added, kind->phrases.edited, kind->phrases.deleted };
  const char * const plain[] = {
    kind->phrases.singular, kind->phrases.plural, kind->phrases.add, kind->phrases.empty,
    kind->phrases.empty_hint
  };

  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    g_assert_true (g_regex_match_simple ("\\A[^%]*“%s”[^%]*\\z", named[i], 0, 0));
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      g_assert_cmpstr (plain[i], !=, NULL);
      g_assert_cmpstr (plain[i], !=, "");
      g_assert_null (strchr (plain[i], '%'));
    }
}

static void
test_phrases (void)
{
  foreach_kind (check_phrases);
}

static void
check_unique (const PazKind *kind)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) labels = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const PazField *field = &kind->fields[i];

      if (!is_key (field->key))
        g_error ("%s.%s is no key", kind->key, field->key);
      if (!g_hash_table_add (keys, (gpointer) field->key))
        g_error ("%s.%s is declared twice", kind->key, field->key);
      if (!g_hash_table_add (labels, (gpointer) field->label))
        g_error ("%s has two fields labelled %s", kind->key, field->label);
      g_assert_true (paz_kind_find_field (kind, field->key) == field);
      g_assert_cmpuint (paz_kind_get_index (kind, field), ==, i);
      g_assert_nonnull (field->group);
    }
}

static void
test_unique_keys (void)
{
  foreach_kind (check_unique);
}

static void
check_references (const PazKind *kind)
{
  g_assert_nonnull (kind->title_fields[0]);
  for (guint i = 0; kind->title_fields[i] != NULL; i++)
    find_own (kind, kind->title_fields[i]);

  g_assert_nonnull (kind->natural_key[0]);
  for (guint i = 0; kind->natural_key[i] != NULL; i++)
    find_own (kind, kind->natural_key[i]);

  g_assert_nonnull (kind->order[0]);
  for (guint i = 0; kind->order[i] != NULL; i++)
    find_own (kind, kind->order[i] + (kind->order[i][0] == '-'));
}

/* "Little is required" (PRODUCT.md, rule 12), but something must tell a record from another. */
static void
check_required (const PazKind *kind)
{
  guint n_required = 0;

  for (guint i = 0; i < kind->n_fields; i++)
    n_required += (kind->fields[i].flags & PAZ_FIELD_REQUIRED) != 0;

  g_assert_cmpuint (n_required, >=, 1);
  g_assert_cmpuint (n_required, <=, 2);
}

static void
test_references (void)
{
  foreach_kind (check_references);
  foreach_kind (check_required);
}

static void
check_version (const PazKind *kind)
{
  guint highest = 0;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const PazField *field = &kind->fields[i];

      g_assert_cmpuint (field->since, >=, 1);
      g_assert_true (field->until == 0 || field->until > field->since);
      highest = MAX (highest, field->since);
    }

  g_assert_cmpuint (kind->version, ==, highest);
}

static void
test_versions (void)
{
  foreach_kind (check_version);
}

static gboolean
may_be_many (const PazField *field)
{
  return field->type == PAZ_VALUE_CHOICE || field->type == PAZ_VALUE_LANGUAGE ||
         field->type == PAZ_VALUE_COUNTRY;
}

static void
check_types (const PazKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const PazField *field = &kind->fields[i];
      gboolean is_link = field->type == PAZ_VALUE_LINK || field->type == PAZ_VALUE_LINKS;

      g_assert_cmpint (is_link, ==, field->target != NULL);
      g_assert_cmpint (field->type == PAZ_VALUE_CHOICE, ==, field->choices != NULL);
      if (is_link)
        g_assert_nonnull (paz_kind_find (field->target));
      if (field->flags & PAZ_FIELD_MANY)
        g_assert_true (may_be_many (field));
      if (field->flags & PAZ_FIELD_LONG)
        g_assert_cmpint (field->type, ==, PAZ_VALUE_TRILINGUAL);
      if (field->flags & PAZ_FIELD_PLAIN)
        g_assert_cmpint (field->type, ==, PAZ_VALUE_INTEGER);
      if (field->flags & PAZ_FIELD_HIDDEN)
        g_assert_cmpint (field->flags & (PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED | PAZ_FIELD_REQUIRED), ==, 0);
      g_assert_cmpint (paz_field_is_set (field), ==,
                       field->type == PAZ_VALUE_LINKS || (field->flags & PAZ_FIELD_MANY) != 0);
    }
}

static void
test_types (void)
{
  foreach_kind (check_types);
}

static void
check_choices (const PazKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const PazField *field = &kind->fields[i];
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

      for (const PazChoice *choice = field->choices; choice != NULL && choice->key != NULL; choice++)
        {
          g_assert_true (is_key (choice->key));
          g_assert_nonnull (choice->label);
          g_assert_true (g_hash_table_add (seen, (gpointer) choice->key));
          g_assert_true (paz_field_find_choice (field, choice->key) == choice);
        }
      if (field->choices != NULL)
        g_assert_null (paz_field_find_choice (field, "unheard_of"));
    }
}

static void
test_choices (void)
{
  foreach_kind (check_choices);
}

/* Every kind carries them, last and in the same order. */
static void
check_common (const PazKind *kind)
{
  static const char * const common[] = { "marking", "marking_country", "provisions", "notes" };
  guint first = kind->n_fields - G_N_ELEMENTS (common);

  for (guint i = 0; i < G_N_ELEMENTS (common); i++)
    {
      const PazField *field = &kind->fields[first + i];

      g_assert_cmpstr (field->key, ==, common[i]);
      g_assert_cmpstr (paz_field_get_context (field, kind), ==, "record");
    }
  if (kind->fields[0].context == NULL)
    g_assert_cmpstr (paz_field_get_context (&kind->fields[0], kind), ==, kind->key);
}

static void
test_common_fields (void)
{
  foreach_kind (check_common);
}

/* A child follows its parent and stands in its area; lists of children are those kinds alone. */
static void
check_children (const PazKind *kind)
{
  const PazKind * const *children = paz_kind_list_children (kind);

  for (guint i = 0; children[i] != NULL; i++)
    {
      g_assert_cmpstr (children[i]->parent, ==, kind->key);
      g_assert_cmpint (children[i]->area, ==, kind->area);
      g_assert_null (paz_kind_list_children (children[i])[0]);
    }
}

static void
test_children (void)
{
  const PazKind * const *meeting = paz_kind_list_children (paz_kind_find ("meeting"));

  foreach_kind (check_children);
  g_assert_cmpstr (meeting[0]->key, ==, "agenda_item");
  g_assert_cmpstr (meeting[1]->key, ==, "attendance");
  g_assert_null (meeting[2]);
}

static void
test_order (void)
{
  const PazKind * const *kinds = paz_kind_list (NULL);
  const PazKind *parent = NULL;

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      if (i > 0)
        g_assert_cmpint (kinds[i - 1]->area, <=, kinds[i]->area);
      if (kinds[i]->parent == NULL)
        parent = kinds[i];
      else
        g_assert_cmpstr (kinds[i]->parent, ==, parent->key);
    }
}

/* EXCHANGE.md 5: whose revisions count. */
static void
test_ownership (void)
{
  static const char * const open[] = {
    "participant", "instrument", "provision", "mission", "data_set", "gender_target", "fatality", "centre", NULL
  };
  const PazKind * const *kinds = paz_kind_list (NULL);

  for (guint i = 0; kinds[i] != NULL; i++)
    g_assert_cmpint (kinds[i]->ownership == PAZ_OWNERSHIP_OPEN, ==, g_strv_contains (open, kinds[i]->key));
  g_assert_cmpint (paz_kind_find ("position")->level, ==, PAZ_LEVEL_NATIONAL);
}

static void
test_areas (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < PAZ_N_AREAS; i++)
    {
      g_assert_cmpstr (paz_area_get_title (i), !=, "");
      g_assert_true (g_hash_table_add (seen, (gpointer) paz_area_get_title (i)));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/schema/kinds", test_kinds);
  g_test_add_func ("/model/schema/phrases", test_phrases);
  g_test_add_func ("/model/schema/unique-keys", test_unique_keys);
  g_test_add_func ("/model/schema/references", test_references);
  g_test_add_func ("/model/schema/versions", test_versions);
  g_test_add_func ("/model/schema/types", test_types);
  g_test_add_func ("/model/schema/choices", test_choices);
  g_test_add_func ("/model/schema/common-fields", test_common_fields);
  g_test_add_func ("/model/schema/children", test_children);
  g_test_add_func ("/model/schema/order", test_order);
  g_test_add_func ("/model/schema/ownership", test_ownership);
  g_test_add_func ("/model/schema/areas", test_areas);

  return g_test_run ();
}
