#include "model/paz-value-private.h"

#include "base/paz-text.h"
#include "model/paz-trilingual.h"

G_DEFINE_QUARK (paz-value-error-quark, paz_value_error)

/* How a state travels: as a byte of its own type, so that no text can be taken for it. */
static const struct
{
  PazValueState  state;
  guint8         byte;
  const char    *plain;
  const char    *word;
} states[] = {
  { PAZ_STATE_UNKNOWN, 'u', "?", NC_("value", "Not known") },
  { PAZ_STATE_NOT_APPLICABLE, 'n', "n/a", NC_("value", "Not applicable") },
  { PAZ_STATE_WITHHELD, 'w', "", NC_("value", "Withheld") },
};

/* No word for a state is longer, in bytes. */
#define MAX_STATE_WORD 40

/* Commas in the longest label, and one. */
#define MAX_LABEL_PARTS 6

/* As long as a text may be in a package (EXCHANGE.md 8). */
#define MAX_LENGTH (64 * 1024)

static const char *
get_state_word (PazValueState state)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (states[i].state == state)
      return states[i].word;

  return NULL;
}

static void
add_state_words (GHashTable *words,
                 guint       state)
{
  g_hash_table_insert (words, g_strdup (states[state].plain), GUINT_TO_POINTER (states[state].state));
  for (guint i = 0; i < PAZ_N_LANGUAGES; i++)
    {
      const char *word = paz_catalogue_ptext (paz_catalogue_get (i), "value", states[state].word);

      g_hash_table_insert (words, paz_text_fold (word), GUINT_TO_POINTER (states[state].state));
    }
}

/* Withheld is for reading alone: nobody answers a field by saying that it is withheld. */
static gpointer
make_state_words (gpointer data)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (states[i].state != PAZ_STATE_WITHHELD)
      add_state_words (words, i);

  return words;
}

static GVariant *
parse_state (const char *text)
{
  static GOnce once = G_ONCE_INIT;
  GHashTable *words = g_once (&once, make_state_words, NULL);
  g_autofree char *folded = NULL;

  if (strlen (text) > MAX_STATE_WORD)
    return NULL;

  folded = paz_text_fold (text);

  return paz_value_new_state (GPOINTER_TO_UINT (g_hash_table_lookup (words, folded)));
}

/* Elements stand between commas, semicolons or lines. */
static char **
split_set (const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, ",;\n", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (char **part = parts; *part != NULL; part++)
    if (*g_strstrip (*part) != '\0')
      g_strv_builder_add (builder, *part);

  return g_strv_builder_end (builder);
}

static gboolean
add_element (const PazField  *field,
             const char      *text,
             PazCatalogue    *catalogue,
             GStrvBuilder    *builder,
             PazValueError   *code)
{
  const PazValueForm *form = paz_value_get_form (field->type);
  g_autoptr (GVariant) value = form->parse (field, text, catalogue, code);

  if (value == NULL)
    return FALSE;

  g_variant_ref_sink (value);
  g_strv_builder_add (builder, g_variant_get_string (value, NULL));

  return TRUE;
}

/* "es pt": keys in plain writing stand between blanks; labels may hold blanks themselves. */
static gboolean
add_keys (const PazField  *field,
          const char      *text,
          PazCatalogue    *catalogue,
          GStrvBuilder    *builder,
          PazValueError   *code)
{
  g_auto (GStrv) keys = g_strsplit (text, " ", -1);

  for (char **key = keys; *key != NULL; key++)
    if (**key != '\0' && !add_element (field, *key, catalogue, builder, code))
      return FALSE;

  return TRUE;
}

/* A label may hold commas itself ("Women, peace and security"): the longest run of parts that is
 * an element is taken. How many parts, 0 when none. */
static guint
add_run (const PazField  *field,
         char           **parts,
         PazCatalogue    *catalogue,
         GStrvBuilder    *builder,
         PazValueError   *code)
{
  for (guint n = MIN (g_strv_length (parts), MAX_LABEL_PARTS); n > 0; n--)
    {
      g_autoptr (GString) text = g_string_new (parts[0]);

      for (guint i = 1; i < n; i++)
        g_string_append_printf (text, ", %s", parts[i]);
      if (add_element (field, text->str, catalogue, builder, code))
        return n;
    }

  return 0;
}

static GVariant *
parse_set (const PazField *field,
           const char     *text,
           PazCatalogue   *catalogue,
           PazValueError  *code)
{
  g_auto (GStrv) parts = split_set (text);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) elements = NULL;

  for (char **part = parts; *part != NULL;)
    {
      guint n = add_run (field, part, catalogue, builder, code);

      if (n == 0 && (strchr (*part, ' ') == NULL || !add_keys (field, *part, catalogue, builder, code)))
        return NULL;
      part += MAX (n, 1);
    }

  elements = g_strv_builder_end (builder);
  if (elements[0] == NULL)
    *code = PAZ_VALUE_ERROR_TYPE;

  return paz_value_new_set ((const char * const *) elements);
}

static gboolean
check_set (const PazField *field,
           GVariant       *value,
           PazValueError  *code)
{
  const PazValueForm *form = paz_value_get_form (field->type);
  g_autofree const char **elements = g_variant_get_strv (value, NULL);

  *code = PAZ_VALUE_ERROR_TYPE;
  if (elements[0] == NULL)
    return FALSE;

  for (guint i = 0; elements[i] != NULL; i++)
    {
      g_autoptr (GVariant) element = g_variant_ref_sink (g_variant_new_string (elements[i]));

      if (i > 0 && strcmp (elements[i - 1], elements[i]) >= 0)
        return FALSE;
      if (!form->check (field, element, code))
        return FALSE;
      *code = PAZ_VALUE_ERROR_TYPE;
    }

  return TRUE;
}

static char *
display_set (const PazField *field,
             const PazKind  *kind,
             GVariant       *value,
             PazCatalogue   *catalogue)
{
  const PazValueForm *form = paz_value_get_form (field->type);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  for (gsize i = 0; i < g_variant_n_children (value); i++)
    {
      g_autoptr (GVariant) element = g_variant_get_child_value (value, i);
      g_autofree char *word = form->display (field, kind, element, catalogue);

      g_strv_builder_add (builder, word);
    }

  words = g_strv_builder_end (builder);

  return g_strjoinv (", ", words);
}

static int
compare_sets (const PazField *field,
              GVariant       *a,
              GVariant       *b,
              PazCatalogue   *catalogue)
{
  const PazValueForm *form = paz_value_get_form (field->type);
  gsize n = MIN (g_variant_n_children (a), g_variant_n_children (b));

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GVariant) element_a = g_variant_get_child_value (a, i);
      g_autoptr (GVariant) element_b = g_variant_get_child_value (b, i);
      int order = form->compare (field, element_a, element_b, catalogue);

      if (order != 0)
        return order;
    }

  return (g_variant_n_children (a) > n) - (g_variant_n_children (b) > n);
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static gboolean
equal_translation (const PazTranslation *a,
                   const PazTranslation *b)
{
  return g_strcmp0 (a->text, b->text) == 0 && a->official == b->official;
}

static gboolean
equal_trilingual (GVariant *a,
                  GVariant *b)
{
  g_autoptr (PazTrilingual) text_a = paz_trilingual_from_value (a);
  g_autoptr (PazTrilingual) text_b = paz_trilingual_from_value (b);

  if (text_a->has_source != text_b->has_source ||
      (text_a->has_source && text_a->source != text_b->source))
    return FALSE;

  for (guint i = 0; i < PAZ_N_LANGUAGES; i++)
    if (!equal_translation (&text_a->in[i], &text_b->in[i]))
      return FALSE;

  return TRUE;
}

/* Values, then what is not known, not applicable, withheld, and last what nobody answered. */
static int
get_rank (GVariant *value)
{
  switch (paz_value_get_state (value))
    {
    case PAZ_STATE_KNOWN:
      return 0;
    case PAZ_STATE_UNKNOWN:
      return 1;
    case PAZ_STATE_NOT_APPLICABLE:
      return 2;
    case PAZ_STATE_WITHHELD:
      return 3;
    case PAZ_STATE_NOT_ANSWERED:
      return 4;
    }

  g_return_val_if_reached (4);
}

const PazValueForm *
paz_value_get_form (PazValueType type)
{
  switch (type)
    {
    case PAZ_VALUE_TEXT:
      return &paz_form_text;
    case PAZ_VALUE_NOTE:
      return &paz_form_note;
    case PAZ_VALUE_INTEGER:
      return &paz_form_integer;
    case PAZ_VALUE_REAL:
      return &paz_form_real;
    case PAZ_VALUE_MONEY:
      return &paz_form_money;
    case PAZ_VALUE_DATE:
      return &paz_form_date;
    case PAZ_VALUE_MONTH:
      return &paz_form_month;
    case PAZ_VALUE_DATETIME:
      return &paz_form_datetime;
    case PAZ_VALUE_FLAG:
      return &paz_form_flag;
    case PAZ_VALUE_CHOICE:
      return &paz_form_choice;
    case PAZ_VALUE_LINK:
    case PAZ_VALUE_LINKS:
      return &paz_form_link;
    case PAZ_VALUE_TRILINGUAL:
      return &paz_form_trilingual;
    case PAZ_VALUE_LANGUAGE:
      return &paz_form_language;
    case PAZ_VALUE_COUNTRY:
      return &paz_form_country;
    case PAZ_VALUE_HASH:
      return &paz_form_hash;
    }

  g_return_val_if_reached (&paz_form_text);
}

gboolean
paz_value_has_type (const PazField *field,
                    GVariant       *value)
{
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_BYTE))
    return paz_value_get_state (value) != PAZ_STATE_NOT_ANSWERED;
  if (paz_field_is_set (field))
    return g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY);

  return g_variant_is_of_type (value, paz_value_get_form (field->type)->type);
}

gboolean
paz_value_is_word (const char *folded,
                   const char *context,
                   const char *word)
{
  for (guint i = 0; i < PAZ_N_LANGUAGES; i++)
    {
      const char *translated = paz_catalogue_ptext (paz_catalogue_get (i), context, word);
      g_autofree char *candidate = paz_text_fold (translated);

      if (g_strcmp0 (candidate, folded) == 0)
        return TRUE;
    }

  return FALSE;
}

char *
paz_value_plain_string (GVariant *value)
{
  return g_variant_dup_string (value, NULL);
}

int
paz_value_compare_string (const PazField *field,
                          GVariant       *a,
                          GVariant       *b,
                          PazCatalogue   *catalogue)
{
  return strcmp (g_variant_get_string (a, NULL), g_variant_get_string (b, NULL));
}

PazValueState
paz_value_get_state (GVariant *value)
{
  if (value == NULL)
    return PAZ_STATE_NOT_ANSWERED;
  if (!g_variant_is_of_type (value, G_VARIANT_TYPE_BYTE))
    return PAZ_STATE_KNOWN;

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (states[i].byte == g_variant_get_byte (value))
      return states[i].state;

  return PAZ_STATE_NOT_ANSWERED;
}

GVariant *
paz_value_new_state (PazValueState state)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (states[i].state == state)
      return g_variant_new_byte (states[i].byte);

  return NULL;
}

GVariant *
paz_value_new_set (const char * const *elements)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; elements != NULL && elements[i] != NULL; i++)
    if (!g_ptr_array_find_with_equal_func (sorted, elements[i], g_str_equal, NULL))
      g_ptr_array_add (sorted, (gpointer) elements[i]);

  if (sorted->len == 0)
    return NULL;

  g_ptr_array_sort (sorted, compare_strings);

  return g_variant_new_strv ((const char * const *) sorted->pdata, sorted->len);
}

GVariant *
paz_value_new_money (const char *amount,
                     const char *currency,
                     const char *date,
                     const char *source)
{
  return g_variant_new ("(ssss)", amount, currency,
                        date != NULL ? date : "", source != NULL ? source : "");
}

gboolean
paz_value_check (const PazField  *field,
                 GVariant        *value,
                 GError         **error)
{
  PazValueError code = PAZ_VALUE_ERROR_TYPE;

  g_return_val_if_fail (field != NULL, FALSE);

  if (value == NULL)
    return TRUE;

  if (paz_value_has_type (field, value))
    {
      if (paz_value_get_state (value) != PAZ_STATE_KNOWN)
        return TRUE;
      if (paz_field_is_set (field) ? check_set (field, value, &code)
                                   : paz_value_get_form (field->type)->check (field, value, &code))
        return TRUE;
    }

  g_set_error (error, PAZ_VALUE_ERROR, code, "%s: %s", field->key,
               paz_value_error_get_text (code, paz_catalogue_get (PAZ_LANGUAGE_EN)));

  return FALSE;
}

gboolean
paz_value_same (GVariant *a,
                GVariant *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return g_variant_equal (a, b);
}

gboolean
paz_value_equal (const PazField *field,
                 GVariant       *a,
                 GVariant       *b)
{
  g_return_val_if_fail (field != NULL, FALSE);

  if (a != NULL && b != NULL && field->type == PAZ_VALUE_TRILINGUAL &&
      paz_value_get_state (a) == PAZ_STATE_KNOWN && paz_value_get_state (b) == PAZ_STATE_KNOWN)
    return equal_trilingual (a, b);

  return paz_value_same (a, b);
}

int
paz_value_compare (const PazField *field,
                   GVariant       *a,
                   GVariant       *b,
                   PazCatalogue   *catalogue)
{
  int rank_a = get_rank (a);
  int rank_b = get_rank (b);

  g_return_val_if_fail (field != NULL, 0);

  if (rank_a != rank_b || rank_a != 0)
    return (rank_a > rank_b) - (rank_a < rank_b);
  if (paz_field_is_set (field))
    return compare_sets (field, a, b, catalogue);

  return paz_value_get_form (field->type)->compare (field, a, b, catalogue);
}

GVariant *
paz_value_parse (const PazField  *field,
                 const char      *text,
                 PazCatalogue    *catalogue,
                 GError         **error)
{
  PazValueError code = PAZ_VALUE_ERROR_CHARACTERS;
  g_autofree char *clean = NULL;
  GVariant *value = NULL;

  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (catalogue != NULL, NULL);

  if (text == NULL)
    return NULL;

  clean = paz_text_clean (text);
  if (clean != NULL)
    {
      g_strstrip (clean);
      if (*clean == '\0')
        return NULL;
      value = parse_state (clean);
      code = PAZ_VALUE_ERROR_LENGTH;
    }

  if (clean != NULL && value == NULL && strlen (clean) <= MAX_LENGTH)
    value = paz_field_is_set (field)
            ? parse_set (field, clean, catalogue, &code)
            : paz_value_get_form (field->type)->parse (field, clean, catalogue, &code);

  if (value == NULL)
    g_set_error (error, PAZ_VALUE_ERROR, code, "%s: %s", field->key,
                 paz_value_error_get_text (code, paz_catalogue_get (PAZ_LANGUAGE_EN)));

  return value;
}

char *
paz_value_dup_display (const PazField *field,
                       const PazKind  *kind,
                       GVariant       *value,
                       PazCatalogue   *catalogue)
{
  PazValueState state = paz_value_get_state (value);

  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (catalogue != NULL, NULL);

  if (state == PAZ_STATE_NOT_ANSWERED)
    return g_strdup ("");
  if (state != PAZ_STATE_KNOWN)
    return g_strdup (paz_catalogue_ptext (catalogue, "value", get_state_word (state)));
  if (paz_field_is_set (field))
    return display_set (field, kind, value, catalogue);

  return paz_value_get_form (field->type)->display (field, kind, value, catalogue);
}

char *
paz_value_dup_plain (const PazField *field,
                     GVariant       *value)
{
  PazValueState state = paz_value_get_state (value);

  g_return_val_if_fail (field != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (states[i].state == state)
      return g_strdup (states[i].plain);
  if (state == PAZ_STATE_NOT_ANSWERED)
    return g_strdup ("");

  if (paz_field_is_set (field))
    {
      g_autofree const char **elements = g_variant_get_strv (value, NULL);

      return g_strjoinv (" ", (char **) elements);
    }

  return paz_value_get_form (field->type)->plain (value);
}
