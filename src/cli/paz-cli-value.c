/* Values as JSON, each type in its own way. */
#include "paz-cli-record.h"

typedef struct
{
  const char *name;                                     /* as “kinds KIND” says it */
  void      (*add) (PazJson *json, GVariant *value);    /* of a value that is known */
} Form;

static void
add_text (PazJson  *json,
          GVariant *value)
{
  paz_json_add_text (json, g_variant_get_string (value, NULL));
}

static void
add_integer (PazJson  *json,
             GVariant *value)
{
  paz_json_add_integer (json, g_variant_get_int64 (value));
}

static void
add_real (PazJson  *json,
          GVariant *value)
{
  paz_json_add_decimal (json, g_variant_get_string (value, NULL));
}

static void
add_flag (PazJson  *json,
          GVariant *value)
{
  paz_json_add_flag (json, g_variant_get_boolean (value));
}

static const char *
get_state_key (PazTranslationState state)
{
  switch (state)
    {
    case PAZ_TRANSLATION_MISSING:
      return "missing";
    case PAZ_TRANSLATION_STALE:
      return "stale";
    case PAZ_TRANSLATION_CURRENT:
      return "current";
    case PAZ_TRANSLATION_SOURCE:
      return "source";
    }

  g_return_val_if_reached ("missing");
}

static void
add_trilingual (PazJson  *json,
                GVariant *value)
{
  g_autoptr (PazTrilingual) texts = paz_trilingual_from_value (value);

  paz_json_begin_object (json);
  paz_json_set_text (json, "src", texts->has_source ? paz_language_get_code (texts->source) : NULL);
  for (int i = 0; i < PAZ_N_LANGUAGES; i++)
    {
      const char *text = texts->in[i].text;

      paz_json_set_text (json, paz_language_get_code (i), text != NULL && text[0] != '\0' ? text : NULL);
    }
  paz_json_add_key (json, "state");
  paz_json_begin_object (json);
  for (int i = 0; i < PAZ_N_LANGUAGES; i++)
    paz_json_set_text (json, paz_language_get_code (i),
                       get_state_key (paz_trilingual_get_state (texts, i)));
  paz_json_end_object (json);
  paz_json_add_key (json, "official");
  paz_json_begin_object (json);
  for (int i = 0; i < PAZ_N_LANGUAGES; i++)
    paz_json_set_flag (json, paz_language_get_code (i), texts->in[i].official);
  paz_json_end_object (json);
  paz_json_end_object (json);
}

static void
add_money (PazJson  *json,
           GVariant *value)
{
  const char *amount, *currency, *date, *source;

  g_variant_get (value, "(&s&s&s&s)", &amount, &currency, &date, &source);
  paz_json_begin_object (json);
  paz_json_add_key (json, "amount");
  paz_json_add_decimal (json, amount);
  paz_json_set_text (json, "currency", currency);
  paz_json_set_text (json, "date", date);
  paz_json_set_text (json, "source", source);
  paz_json_end_object (json);
}

static void
add_set (PazJson  *json,
         GVariant *value)
{
  g_autofree const char **elements = g_variant_get_strv (value, NULL);

  paz_json_begin_array (json);
  for (guint i = 0; elements[i] != NULL; i++)
    paz_json_add_text (json, elements[i]);
  paz_json_end_array (json);
}

static Form
get_form (PazValueType type)
{
  switch (type)
    {
    case PAZ_VALUE_TEXT:
      return (Form) { "text", add_text };
    case PAZ_VALUE_NOTE:
      return (Form) { "note", add_text };
    case PAZ_VALUE_INTEGER:
      return (Form) { "integer", add_integer };
    case PAZ_VALUE_REAL:
      return (Form) { "real", add_real };
    case PAZ_VALUE_MONEY:
      return (Form) { "money", add_money };
    case PAZ_VALUE_DATE:
      return (Form) { "date", add_text };
    case PAZ_VALUE_MONTH:
      return (Form) { "month", add_text };
    case PAZ_VALUE_DATETIME:
      return (Form) { "datetime", add_text };
    case PAZ_VALUE_FLAG:
      return (Form) { "flag", add_flag };
    case PAZ_VALUE_CHOICE:
      return (Form) { "choice", add_text };
    case PAZ_VALUE_LINK:
      return (Form) { "link", add_text };
    case PAZ_VALUE_LINKS:
      return (Form) { "links", add_set };
    case PAZ_VALUE_TRILINGUAL:
      return (Form) { "trilingual", add_trilingual };
    case PAZ_VALUE_LANGUAGE:
      return (Form) { "language", add_text };
    case PAZ_VALUE_COUNTRY:
      return (Form) { "country", add_text };
    case PAZ_VALUE_HASH:
      return (Form) { "hash", add_text };
    }

  g_return_val_if_reached (((Form) { "text", add_text }));
}

static void
add_word (PazJson    *json,
          const char *word)
{
  paz_json_begin_object (json);
  paz_json_set_text (json, "n", word);
  paz_json_end_object (json);
}

/* "Not answered" is null; the other states are objects, as in an exchange (EXCHANGE.md 4.1).
 * FALSE for a value that is known. */
static gboolean
add_state (PazJson  *json,
           GVariant *value)
{
  switch (paz_value_get_state (value))
    {
    case PAZ_STATE_KNOWN:
      return FALSE;
    case PAZ_STATE_NOT_ANSWERED:
      paz_json_add_text (json, NULL);
      break;
    case PAZ_STATE_UNKNOWN:
      add_word (json, "unknown");
      break;
    case PAZ_STATE_NOT_APPLICABLE:
      add_word (json, "na");
      break;
    case PAZ_STATE_WITHHELD:
      add_word (json, "withheld");
      break;
    }

  return TRUE;
}

void
paz_cli_add_value (PazJson        *json,
                   const PazField *field,
                   GVariant       *value)
{
  if (add_state (json, value))
    return;
  if (paz_field_is_set (field))
    add_set (json, value);
  else
    get_form (field->type).add (json, value);
}

const char *
paz_cli_get_type_name (const PazField *field)
{
  return get_form (field->type).name;
}
