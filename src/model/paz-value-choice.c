#include "model/paz-value-private.h"

#include "base/paz-country.h"
#include "base/paz-text.h"

/* Between a whole and its part in the names that make-code-lists.py writes. */
#define PART_SEPARATOR " – "

/* The languages of the region and of the United Nations; others show their code. */
static const PazChoice languages[] = {
  { "es", NC_("language", "Spanish") },
  { "pt", NC_("language", "Portuguese") },
  { "en", NC_("language", "English") },
  { "fr", NC_("language", "French") },
  { "nl", NC_("language", "Dutch") },
  { "ht", NC_("language", "Haitian Creole") },
  { "gn", NC_("language", "Guarani") },
  { "qu", NC_("language", "Quechua") },
  { "ay", NC_("language", "Aymara") },
  { "ar", NC_("language", "Arabic") },
  { "ru", NC_("language", "Russian") },
  { "zh", NC_("language", "Chinese") },
  { NULL }
};

static const PazChoice *
find_language (const char *key)
{
  for (const PazChoice *language = languages; language->key != NULL; language++)
    if (g_str_equal (language->key, key))
      return language;

  return NULL;
}

static gboolean
is_language (const char *text)
{
  return strlen (text) == 2 && g_ascii_islower (text[0]) && g_ascii_islower (text[1]);
}

static gboolean
is_country (const char *text)
{
  return strlen (text) == 3 && strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3;
}

/* Choices of a field that is declared in no kind have no labels to look up. */
static const char *
get_context (const PazField *field)
{
  guint n_kinds;
  const PazKind * const *kinds = paz_kind_list (&n_kinds);

  if (field->context != NULL)
    return field->context;

  for (guint i = 0; i < n_kinds; i++)
    if (field >= kinds[i]->fields && field < kinds[i]->fields + kinds[i]->n_fields)
      return kinds[i]->key;

  return NULL;
}

static gboolean
is_folded (const char *text,
           const char *folded)
{
  g_autofree char *own = paz_text_fold (text);

  return strcmp (own, folded) == 0;
}

static const PazChoice *
find_labelled_in (const PazChoice *choices,
                  const char      *context,
                  const char      *folded,
                  PazCatalogue    *catalogue)
{
  const PazChoice *part = NULL;

  for (const PazChoice *choice = choices; choice->key != NULL; choice++)
    {
      const char *label = paz_choice_get_label (choice, context, catalogue);
      const char *own = choice->parent != NULL ? strstr (label, PART_SEPARATOR) : NULL;

      if (is_folded (label, folded))
        return choice;
      /* The name of a part without what it is a part of, as tables write it. */
      if (own != NULL && part == NULL && is_folded (own + strlen (PART_SEPARATOR), folded))
        part = choice;
    }

  return part;
}

/* By label, the reader's own language first, since two languages might share a word. */
static const PazChoice *
find_labelled (const PazChoice *choices,
               const char      *context,
               const char      *text,
               PazCatalogue    *catalogue)
{
  g_autofree char *folded = paz_text_fold (text);
  const PazChoice *choice = find_labelled_in (choices, context, folded, catalogue);

  for (guint i = 0; choice == NULL && i < PAZ_N_LANGUAGES; i++)
    choice = find_labelled_in (choices, context, folded, paz_catalogue_get (i));

  return choice;
}

static const PazChoice *
find_written (const PazChoice *choices,
              const char      *context,
              const char      *text,
              PazCatalogue    *catalogue)
{
  for (const PazChoice *choice = choices; choice != NULL && choice->key != NULL; choice++)
    if (g_ascii_strcasecmp (choice->key, text) == 0)
      return choice;

  return choices != NULL ? find_labelled (choices, context, text, catalogue) : NULL;
}

static gboolean
check_choice (const PazField *field,
              GVariant       *value,
              PazValueError  *code)
{
  *code = PAZ_VALUE_ERROR_CHOICE;

  return paz_field_find_choice (field, g_variant_get_string (value, NULL)) != NULL;
}

static GVariant *
parse_choice (const PazField *field,
              const char     *text,
              PazCatalogue   *catalogue,
              PazValueError  *code)
{
  const PazChoice *choice = find_written (field->choices, get_context (field), text, catalogue);

  *code = PAZ_VALUE_ERROR_CHOICE;

  return choice != NULL ? g_variant_new_string (choice->key) : NULL;
}

/* A key of a newer version shows as it is. */
static char *
display_choice (const PazField *field,
                const PazKind  *kind,
                GVariant       *value,
                PazCatalogue   *catalogue)
{
  const char *key = g_variant_get_string (value, NULL);
  const PazChoice *choice = paz_field_find_choice (field, key);
  const char *context = kind != NULL ? paz_field_get_context (field, kind) : get_context (field);

  return g_strdup (choice != NULL ? paz_choice_get_label (choice, context, catalogue) : key);
}

static int
get_place (const PazField *field,
           GVariant       *value)
{
  const PazChoice *choice = paz_field_find_choice (field, g_variant_get_string (value, NULL));

  return choice != NULL ? choice - field->choices : G_MAXINT;
}

static int
compare_choice (const PazField *field,
                GVariant       *a,
                GVariant       *b,
                PazCatalogue   *catalogue)
{
  int place_a = get_place (field, a);
  int place_b = get_place (field, b);

  return (place_a > place_b) - (place_a < place_b);
}

static gboolean
check_language (const PazField *field,
                GVariant       *value,
                PazValueError  *code)
{
  *code = PAZ_VALUE_ERROR_LANGUAGE;

  return is_language (g_variant_get_string (value, NULL));
}

static GVariant *
parse_language (const PazField *field,
                const char     *text,
                PazCatalogue   *catalogue,
                PazValueError  *code)
{
  const PazChoice *language = find_written (languages, "language", text, catalogue);
  g_autofree char *lower = g_ascii_strdown (text, -1);

  *code = PAZ_VALUE_ERROR_LANGUAGE;
  if (language != NULL)
    return g_variant_new_string (language->key);

  return is_language (lower) ? g_variant_new_string (lower) : NULL;
}

static char *
display_language (const PazField *field,
                  const PazKind  *kind,
                  GVariant       *value,
                  PazCatalogue   *catalogue)
{
  const char *key = g_variant_get_string (value, NULL);
  const PazChoice *language = find_language (key);

  return g_strdup (language != NULL ? paz_choice_get_label (language, "language", catalogue) : key);
}

static gboolean
check_country (const PazField *field,
               GVariant       *value,
               PazValueError  *code)
{
  *code = PAZ_VALUE_ERROR_COUNTRY;

  return is_country (g_variant_get_string (value, NULL));
}

static GVariant *
parse_country (const PazField *field,
               const char     *text,
               PazCatalogue   *catalogue,
               PazValueError  *code)
{
  int country = paz_country_find_iso3 (text, -1);

  if (country < 0)
    country = paz_country_find_name (text);

  *code = PAZ_VALUE_ERROR_COUNTRY;

  return country >= 0 ? g_variant_new_string (paz_country_get_iso3 (country)) : NULL;
}

static char *
display_country (const PazField *field,
                 const PazKind  *kind,
                 GVariant       *value,
                 PazCatalogue   *catalogue)
{
  return paz_catalogue_dup_country (catalogue, g_variant_get_string (value, NULL));
}

static int
compare_language (const PazField *field,
                  GVariant       *a,
                  GVariant       *b,
                  PazCatalogue   *catalogue)
{
  g_autofree char *words_a = display_language (field, NULL, a, catalogue);
  g_autofree char *words_b = display_language (field, NULL, b, catalogue);

  return paz_catalogue_compare (catalogue, words_a, words_b);
}

static int
compare_country (const PazField *field,
                 GVariant       *a,
                 GVariant       *b,
                 PazCatalogue   *catalogue)
{
  g_autofree char *words_a = display_country (field, NULL, a, catalogue);
  g_autofree char *words_b = display_country (field, NULL, b, catalogue);

  return paz_catalogue_compare (catalogue, words_a, words_b);
}

const PazValueForm paz_form_choice = {
  G_VARIANT_TYPE_STRING, check_choice, parse_choice, display_choice, paz_value_plain_string,
  compare_choice
};

const PazValueForm paz_form_language = {
  G_VARIANT_TYPE_STRING, check_language, parse_language, display_language, paz_value_plain_string,
  compare_language
};

const PazValueForm paz_form_country = {
  G_VARIANT_TYPE_STRING, check_country, parse_country, display_country, paz_value_plain_string,
  compare_country
};

const PazChoice *
paz_value_list_languages (void)
{
  return languages;
}
