#include "table/paz-import.h"

G_DEFINE_QUARK (paz-import-error-quark, paz_import_error)

const char *
paz_import_error_get_sentence (PazImportErrorCode code)
{
  switch (code)
    {
    case PAZ_IMPORT_ERROR_LAYOUT:
      return N_("“%s” has none of the headers that Relacopaz knows. Nothing was imported.");
    case PAZ_IMPORT_ERROR_ENCODING:
      return N_("“%s” is not written in UTF-8. Save it as “CSV UTF-8” and try again. Nothing was imported.");
    case PAZ_IMPORT_ERROR_EMPTY:
      return N_("“%s” has no rows. Nothing was imported.");
    case PAZ_IMPORT_ERROR_TOO_LARGE:
      return N_("“%s” is too large. Nothing was imported.");
    case PAZ_IMPORT_ERROR_SYNTAX:
      return N_("“%s” has a quotation mark that is never closed. Nothing was imported.");
    case PAZ_IMPORT_ERROR_SAME:
      return N_("“%s” was imported before. Nothing is new.");
    case PAZ_IMPORT_ERROR_NOTHING:
      return N_("No row of “%s” could be read. Nothing was imported.");
    case PAZ_IMPORT_ERROR_PARTIAL:
      return N_("“%s” holds less than is here for its months. Say whether what it does not hold is kept. Nothing was imported.");
    }

  g_return_val_if_reached ("");
}
