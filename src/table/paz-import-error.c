#include "table/paz-import.h"

#include <stdio.h>

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
    case PAZ_IMPORT_ERROR_LONG_ROW:
      return N_("“%s” has a row that does not end. Nothing was imported.");
    case PAZ_IMPORT_ERROR_COLUMNS:
      return N_("“%s” has more columns than any table that Relacopaz knows. Nothing was imported.");
    case PAZ_IMPORT_ERROR_BINARY:
      return N_("“%s” is no text: it holds zero bytes. Nothing was imported.");
    case PAZ_IMPORT_ERROR_CHANGED:
      return N_("“%s” changed while it was read. Try again. Nothing was imported.");
    }

  g_return_val_if_reached ("");
}

/* Errors that know where begin with "line N". */
char *
paz_import_error_dup_text (const GError *error,
                           const char   *file_name,
                           PazCatalogue *catalogue)
{
  g_autofree char *sentence = g_strdup_printf (paz_catalogue_text (catalogue, paz_import_error_get_sentence (error->code)),
                                               file_name);
  g_autofree char *where = NULL;
  guint row = 0, column = 0;
  int n = sscanf (error->message, "line %u, column %u", &row, &column);

  if (n < 1)
    return g_steal_pointer (&sentence);

  where = n == 2 ? g_strdup_printf (paz_catalogue_text (catalogue, N_("(Row %1$u, column %2$u)")), row, column)
                 : g_strdup_printf (paz_catalogue_text (catalogue, N_("(Row %u)")), row);
  return g_strjoin (" ", sentence, where, NULL);
}
