#include "model/paz-value-private.h"

#include "base/paz-text.h"
#include "base/paz-uuid.h"
#include "model/paz-trilingual.h"

#define MAX_LENGTH (64 * 1024)

/* Revisions are signed over texts in NFC without control characters (EXCHANGE.md 3.1). */
static gboolean
check_characters (const char    *text,
                  PazValueError *code)
{
  g_autofree char *normal = NULL;

  *code = PAZ_VALUE_ERROR_LENGTH;
  if (strlen (text) > MAX_LENGTH)
    return FALSE;

  *code = PAZ_VALUE_ERROR_CHARACTERS;
  if (!paz_text_is_clean (text, NULL))
    return FALSE;
  if (g_str_is_ascii (text))
    return TRUE;

  normal = paz_text_normalize (text);

  return g_strcmp0 (normal, text) == 0;
}

static gboolean
check_note (const PazField *field,
            GVariant       *value,
            PazValueError  *code)
{
  return check_characters (g_variant_get_string (value, NULL), code);
}

static gboolean
check_text (const PazField *field,
            GVariant       *value,
            PazValueError  *code)
{
  const char *text = g_variant_get_string (value, NULL);

  return check_characters (text, code) && strchr (text, '\n') == NULL;
}

static GVariant *
parse_note (const PazField *field,
            const char     *text,
            PazCatalogue   *catalogue,
            PazValueError  *code)
{
  return g_variant_new_string (text);
}

/* A text of one line that came with line breaks, as cells of workbooks do. */
static GVariant *
parse_text (const PazField *field,
            const char     *text,
            PazCatalogue   *catalogue,
            PazValueError  *code)
{
  char *line = g_strdup (text);

  return g_variant_new_take_string (g_strdelimit (line, "\n", ' '));
}

static char *
display_string (const PazField *field,
                const PazKind  *kind,
                GVariant       *value,
                PazCatalogue   *catalogue)
{
  return g_variant_dup_string (value, NULL);
}

static int
compare_words (const PazField *field,
               GVariant       *a,
               GVariant       *b,
               PazCatalogue   *catalogue)
{
  return paz_catalogue_compare (catalogue, g_variant_get_string (a, NULL),
                                g_variant_get_string (b, NULL));
}

static gboolean
check_link (const PazField *field,
            GVariant       *value,
            PazValueError  *code)
{
  *code = PAZ_VALUE_ERROR_LINK;

  return paz_uuid_check (g_variant_get_string (value, NULL));
}

static GVariant *
parse_link (const PazField *field,
            const char     *text,
            PazCatalogue   *catalogue,
            PazValueError  *code)
{
  g_autofree char *id = g_ascii_strdown (text, -1);

  *code = PAZ_VALUE_ERROR_LINK;

  return paz_uuid_check (id) ? g_variant_new_string (id) : NULL;
}

static gboolean
is_hash (const char *text)
{
  return strlen (text) == 64 && strspn (text, "0123456789abcdef") == 64;
}

static gboolean
check_hash (const PazField *field,
            GVariant       *value,
            PazValueError  *code)
{
  *code = PAZ_VALUE_ERROR_HASH;

  return is_hash (g_variant_get_string (value, NULL));
}

static GVariant *
parse_hash (const PazField *field,
            const char     *text,
            PazCatalogue   *catalogue,
            PazValueError  *code)
{
  g_autofree char *hash = g_ascii_strdown (text, -1);

  *code = PAZ_VALUE_ERROR_HASH;

  return is_hash (hash) ? g_variant_new_string (hash) : NULL;
}

static gboolean
check_trilingual (const PazField *field,
                  GVariant       *value,
                  PazValueError  *code)
{
  g_autoptr (PazTrilingual) words = paz_trilingual_from_value (value);

  for (guint i = 0; i < PAZ_N_LANGUAGES; i++)
    {
      const char *text = words->in[i].text;

      if (text == NULL)
        continue;
      if (!check_characters (text, code))
        return FALSE;
      if ((field->flags & PAZ_FIELD_LONG) == 0 && strchr (text, '\n') != NULL)
        return FALSE;
    }

  *code = PAZ_VALUE_ERROR_TYPE;

  return words->has_source;
}

/* Only has to differ from the key of every other text; not a secret. */
static char *
make_text_key (void)
{
  guint32 bits[2] = { g_random_int (), g_random_int () };
  char *key = g_base64_encode ((const guint8 *) bits, sizeof bits);

  g_strdelimit (key, "+", '-');
  g_strdelimit (key, "/", '_');
  g_strdelimit (key, "=", '\0');

  return key;
}

static GVariant *
parse_trilingual (const PazField *field,
                  const char     *text,
                  PazCatalogue   *catalogue,
                  PazValueError  *code)
{
  g_autoptr (PazTrilingual) words = paz_trilingual_new ();
  g_autofree char *key = make_text_key ();
  g_autofree char *written = g_strdup (text);

  if ((field->flags & PAZ_FIELD_LONG) == 0)
    g_strdelimit (written, "\n", ' ');
  paz_trilingual_set_text (words, paz_catalogue_get_language (catalogue), written, key);

  return paz_trilingual_to_value (words);
}

static char *
display_trilingual (const PazField *field,
                    const PazKind  *kind,
                    GVariant       *value,
                    PazCatalogue   *catalogue)
{
  const char *words = paz_value_get_words (value, paz_catalogue_get_language (catalogue));

  return g_strdup (words != NULL ? words : "");
}

/* The source: the text itself, whatever the reader's language. */
static char *
plain_trilingual (GVariant *value)
{
  g_autoptr (PazTrilingual) words = paz_trilingual_from_value (value);
  PazLanguage language = words->has_source ? words->source : PAZ_LANGUAGE_ES;
  const char *text = paz_trilingual_get_best (words, language, NULL);

  return g_strdup (text != NULL ? text : "");
}

static int
compare_trilingual (const PazField *field,
                    GVariant       *a,
                    GVariant       *b,
                    PazCatalogue   *catalogue)
{
  PazLanguage language = paz_catalogue_get_language (catalogue);
  const char *words_a = paz_value_get_words (a, language);
  const char *words_b = paz_value_get_words (b, language);

  return paz_catalogue_compare (catalogue, words_a != NULL ? words_a : "",
                                words_b != NULL ? words_b : "");
}

const PazValueForm paz_form_text = {
  G_VARIANT_TYPE_STRING, check_text, parse_text, display_string, paz_value_plain_string, compare_words
};

const PazValueForm paz_form_note = {
  G_VARIANT_TYPE_STRING, check_note, parse_note, display_string, paz_value_plain_string, compare_words
};

const PazValueForm paz_form_trilingual = {
  (const GVariantType *) "(s(ssb)(ssb)(ssb))",
  check_trilingual, parse_trilingual, display_trilingual, plain_trilingual, compare_trilingual
};

const PazValueForm paz_form_link = {
  G_VARIANT_TYPE_STRING, check_link, parse_link, display_string, paz_value_plain_string,
  paz_value_compare_string
};

const PazValueForm paz_form_hash = {
  G_VARIANT_TYPE_STRING, check_hash, parse_hash, display_string, paz_value_plain_string,
  paz_value_compare_string
};

const char *
paz_value_get_words (GVariant    *value,
                     PazLanguage  language)
{
  const char *source;
  const char *text[PAZ_N_LANGUAGES];
  PazLanguage order[] = { language, PAZ_LANGUAGE_ES, PAZ_LANGUAGE_ES, PAZ_LANGUAGE_PT, PAZ_LANGUAGE_EN };

  if (value == NULL || !g_variant_is_of_type (value, paz_form_trilingual.type))
    return NULL;

  g_variant_get (value, "(&s(&s&sb)(&s&sb)(&s&sb))", &source,
                 &text[PAZ_LANGUAGE_ES], NULL, NULL,
                 &text[PAZ_LANGUAGE_PT], NULL, NULL,
                 &text[PAZ_LANGUAGE_EN], NULL, NULL);
  paz_language_from_code (source, &order[1]);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (*text[order[i]] != '\0')
      return text[order[i]];

  return NULL;
}
