#include "paz-field-remark.h"

#include "paz-words.h"

#include "model/paz-format.h"

const char *
paz_field_get_state_word (PazValueState state)
{
  switch (state)
    {
    case PAZ_STATE_UNKNOWN:
      return C_("value", "Not known");
    case PAZ_STATE_NOT_APPLICABLE:
      return C_("value", "Not applicable");
    case PAZ_STATE_WITHHELD:
      return C_("value", "Withheld");
    case PAZ_STATE_NOT_ANSWERED:
    case PAZ_STATE_KNOWN:
      break;
    }

  return "";
}

const char *
paz_field_get_doubt (const PazField *field,
                     GVariant       *value)
{
  const char *text;

  if (field->type != PAZ_VALUE_TEXT || paz_value_get_state (value) != PAZ_STATE_KNOWN)
    return NULL;
  text = paz_format_check (field->format, g_variant_get_string (value, NULL));

  return text != NULL ? paz_catalogue_text (paz_words_get_catalogue (), text) : NULL;
}
