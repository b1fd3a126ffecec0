#include "model/paz-value.h"

const char *
paz_value_error_get_text (PazValueError  code,
                          PazCatalogue  *catalogue)
{
  static const char * const texts[] = {
    [PAZ_VALUE_ERROR_TYPE]       = N_("This is not the kind of value the field holds."),
    [PAZ_VALUE_ERROR_NUMBER]     = N_("This is not a number."),
    [PAZ_VALUE_ERROR_DATE]       = N_("This is not a date. A year, a month or a day can be given."),
    [PAZ_VALUE_ERROR_MONTH]      = N_("This is not a month with its year."),
    [PAZ_VALUE_ERROR_DATETIME]   = N_("This is not a date and time with a time zone."),
    [PAZ_VALUE_ERROR_CHOICE]     = N_("This is not one of the choices."),
    [PAZ_VALUE_ERROR_LINK]       = N_("No such record is known."),
    [PAZ_VALUE_ERROR_LANGUAGE]   = N_("This is not a language."),
    [PAZ_VALUE_ERROR_COUNTRY]    = N_("This is not a country."),
    [PAZ_VALUE_ERROR_HASH]       = N_("A SHA-256 has 64 digits from 0 to 9 and a to f."),
    [PAZ_VALUE_ERROR_MONEY]      = N_("An amount needs a number and a currency, for example 1200 USD."),
    [PAZ_VALUE_ERROR_CHARACTERS] = N_("The text has characters that cannot be kept."),
    [PAZ_VALUE_ERROR_LENGTH]     = N_("The text is too long."),
  };

  g_return_val_if_fail ((guint) code < G_N_ELEMENTS (texts), "");
  g_return_val_if_fail (catalogue != NULL, texts[code]);

  return paz_catalogue_text (catalogue, texts[code]);
}
