/* The code lists: three names each, kept apart and typed back, and what is not sure says so. */
#include "base/paz-text.h"
#include "model/paz-code-list.h"
#include "model/paz-value.h"

#include <string.h>

typedef struct
{
  const char      *name;
  const PazChoice *choices;
  guint            n;        /* rows of the table, as DOMAIN.md counts them */
} List;

/* readiness_levels has the state before Level 1 besides the four levels. */
static const List lists[] = {
  { "unit_types", paz_code_unit_types, 44 },
  { "readiness_levels", paz_code_readiness_levels, 5 },
  { "self_sustainment", paz_code_self_sustainment, 39 },
  { "coe_categories", paz_code_coe_categories, 24 },
  { "barriers", paz_code_barriers, 20 },
  { "a4p_priorities", paz_code_a4p_priorities, 17 },
  { "personnel_types", paz_code_personnel_types, 8 },
  { "positions", paz_code_positions, 7 },
};

static PazField
make_field (const List    *list,
            PazFieldFlags  flags)
{
  return (PazField) {
    .key = "code", .label = "Code", .context = "test", .type = PAZ_VALUE_CHOICE, .flags = flags,
    .choices = list->choices,
  };
}

static void
test_counts (void)
{
  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    {
      guint n = 0;

      while (lists[l].choices[n].key != NULL)
        n++;
      g_assert_cmpuint (n, ==, lists[l].n);
    }
}

static void
test_keys (void)
{
  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    {
      PazField field = make_field (&lists[l], PAZ_FIELD_NONE);

      for (const PazChoice *c = lists[l].choices; c->key != NULL; c++)
        {
          g_assert_true (g_regex_match_simple ("\\A[a-z][a-z0-9_]*\\z", c->key, 0, 0));
          g_assert_true (paz_field_find_choice (&field, c->key) == c);
          g_assert_true (c->parent == NULL || paz_field_find_choice (&field, c->parent) != NULL);
        }
    }
}

static void
assert_names (const PazField  *field,
              const PazChoice *c,
              PazLanguage      in)
{
  PazCatalogue *catalogue = paz_catalogue_get (in);
  const char *label = paz_choice_get_label (c, "test", catalogue);
  g_autoptr (GVariant) value = paz_value_parse (field, label, catalogue, NULL);
  g_autofree char *shown = NULL;

  g_assert_nonnull (value);
  g_variant_ref_sink (value);
  g_assert_cmpstr (g_variant_get_string (value, NULL), ==, c->key);
  shown = paz_value_dup_display (field, NULL, value, catalogue);
  g_assert_cmpstr (shown, ==, label);
}

static void
test_names (void)
{
  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    {
      PazField field = make_field (&lists[l], PAZ_FIELD_NONE);

      for (const PazChoice *c = lists[l].choices; c->key != NULL; c++)
        for (PazLanguage in = 0; in < PAZ_N_LANGUAGES; in++)
          assert_names (&field, c, in);
    }
}

/* Typed in one language, read in another. */
static void
test_any_language (void)
{
  PazField field = make_field (&lists[0], PAZ_FIELD_NONE);
  g_autoptr (GVariant) value =
    paz_value_parse (&field, "COMPAÑIA de ingenieros (horizontal/construccion)",
                     paz_catalogue_get (PAZ_LANGUAGE_PT), NULL);

  g_assert_nonnull (value);
  g_variant_ref_sink (value);
  g_assert_cmpstr (g_variant_get_string (value, NULL), ==, "eng_coy");
}

/* A part says of what it is one; tables may write its own name alone. */
static void
test_parts (void)
{
  PazField field = { .key = "category", .label = "Category", .type = PAZ_VALUE_CHOICE, .since = 1,
                     .choices = paz_code_self_sustainment };
  PazCatalogue *catalogue = paz_catalogue_get (PAZ_LANGUAGE_ES);
  const PazChoice *level = paz_field_find_choice (&field, "med_l1");
  g_autoptr (GVariant) value = paz_value_parse (&field, "nivel I", catalogue, NULL);

  g_assert_cmpstr (paz_choice_get_label (level, "test", catalogue), ==, "Servicios médicos – Nivel I");
  g_assert_nonnull (value);
  g_variant_ref_sink (value);
  g_assert_cmpstr (g_variant_get_string (value, NULL), ==, "med_l1");
}

/* A whole list as one cell: labels that hold commas stay whole. */
static void
test_sets (void)
{
  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    {
      PazField field = make_field (&lists[l], PAZ_FIELD_MANY);

      for (PazLanguage in = 0; in < PAZ_N_LANGUAGES; in++)
        {
          g_autoptr (GString) cell = g_string_new (NULL);
          g_autoptr (GVariant) value = NULL;

          for (const PazChoice *c = lists[l].choices; c->key != NULL; c++)
            g_string_append_printf (cell, "%s%s", cell->len > 0 ? ", " : "",
                                    paz_choice_get_label (c, "test", paz_catalogue_get (in)));
          value = paz_value_parse (&field, cell->str, paz_catalogue_get (in), NULL);
          g_assert_nonnull (value);
          g_variant_ref_sink (value);
          g_assert_cmpuint (g_variant_n_children (value), ==, lists[l].n);
        }
    }
}

static void
test_checks (void)
{
  PazField field = make_field (&lists[2], PAZ_FIELD_NONE);
  const PazChoice *sure = paz_field_find_choice (&field, "cat");
  const PazChoice *unsure = paz_field_find_choice (&field, "com_vhf");

  g_assert_true (paz_choice_is_checked (sure));
  g_assert_null (paz_choice_get_check_label (sure, paz_catalogue_get (PAZ_LANGUAGE_EN)));
  g_assert_false (paz_choice_is_checked (unsure));
  g_assert_cmpstr (unsure->parent, ==, "com");

  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    for (const PazChoice *c = lists[l].choices; c->key != NULL; c++)
      {
        g_assert_cmpint (paz_choice_is_checked (c), ==,
                         paz_choice_get_check_label (c, paz_catalogue_get (PAZ_LANGUAGE_EN)) == NULL);
        g_assert_cmpint (c->group != NULL, ==,
                         paz_choice_get_group_label (c, paz_catalogue_get (PAZ_LANGUAGE_EN)) != NULL);
      }
}

static void
test_notes (void)
{
  PazField levels = make_field (&lists[1], PAZ_FIELD_NONE);
  PazField units = make_field (&lists[0], PAZ_FIELD_NONE);
  const PazChoice *level = paz_field_find_choice (&levels, "rdl");
  const PazChoice *unit = paz_field_find_choice (&units, "l2");

  g_assert_true (g_str_has_prefix (paz_choice_get_note (level, paz_catalogue_get (PAZ_LANGUAGE_ES)), "Unidad"));
  g_assert_true (g_str_has_prefix (paz_choice_get_note (unit, paz_catalogue_get (PAZ_LANGUAGE_ES)), "Efectivos: 57; 67 con"));
  g_assert_null (paz_choice_get_note (paz_field_find_choice (&units, "guard"),
                                      paz_catalogue_get (PAZ_LANGUAGE_EN)));
}

/* A word of a kind's own still goes through the catalogue. */
static void
test_own_words (void)
{
  static const PazChoice own = { "yes", "Yes" };

  g_assert_cmpstr (paz_choice_get_label (&own, "flag", paz_catalogue_get (PAZ_LANGUAGE_EN)), ==, "Yes");
  g_assert_true (paz_choice_is_checked (&own));
  g_assert_null (paz_choice_get_note (&own, paz_catalogue_get (PAZ_LANGUAGE_ES)));
  g_assert_null (paz_choice_get_group_label (&own, paz_catalogue_get (PAZ_LANGUAGE_ES)));
}

/* DOMAIN.md 9: the same word in two countries is two markings. */
static void
test_markings (void)
{
  guint n = 0, reserved = 0;

  for (const PazMarking *m = paz_code_markings; m->code != NULL; m++)
    {
      g_assert_nonnull (m->scheme);
      g_assert_nonnull (m->label);
      g_assert_true (m->country == NULL || strlen (m->country) == 3);
      g_assert_true (g_str_equal (m->check, "seen") || g_str_equal (m->check, "recall"));
      if (g_str_equal (m->label, "RESERVADO"))
        reserved++;
      n++;
    }

  g_assert_cmpuint (n, ==, 26);
  g_assert_cmpuint (reserved, ==, 3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/code-list/counts", test_counts);
  g_test_add_func ("/model/code-list/keys", test_keys);
  g_test_add_func ("/model/code-list/names", test_names);
  g_test_add_func ("/model/code-list/parts", test_parts);
  g_test_add_func ("/model/code-list/any-language", test_any_language);
  g_test_add_func ("/model/code-list/sets", test_sets);
  g_test_add_func ("/model/code-list/checks", test_checks);
  g_test_add_func ("/model/code-list/notes", test_notes);
  g_test_add_func ("/model/code-list/own-words", test_own_words);
  g_test_add_func ("/model/code-list/markings", test_markings);

  return g_test_run ();
}
