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

char *
paz_field_dup_remark (const PazField *field,
                      GVariant       *value)
{
  PazCatalogue *catalogue = paz_words_get_catalogue ();
  const PazChoice *choice = NULL;
  const char *check, *note;

  if (field->type == PAZ_VALUE_CHOICE && !paz_field_is_set (field) &&
      paz_value_get_state (value) == PAZ_STATE_KNOWN)
    choice = paz_field_find_choice (field, g_variant_get_string (value, NULL));
  if (choice == NULL)
    return NULL;
  check = paz_choice_get_check_label (choice, catalogue);
  note = paz_choice_get_note (choice, catalogue);
  if (check != NULL && note != NULL)
    return g_strdup_printf ("%s\n%s", note, check);

  return g_strdup (check != NULL ? check : note);
}
