/* What the import of a PO file says, as sentences. */
#include "table/paz-po.h"

G_DEFINE_QUARK (paz-po-error-quark, paz_po_error)

const char *
paz_po_error_get_sentence (PazPoErrorCode code)
{
  switch (code)
    {
    case PAZ_PO_ERROR_SYNTAX:
      return N_("“%s” is no PO file, or a damaged one. Nothing was imported.");
    case PAZ_PO_ERROR_LANGUAGE:
      return N_("The header of “%s” does not say Spanish, Portuguese or English. Nothing was imported.");
    case PAZ_PO_ERROR_WRITE:
      return N_("“%s” could not be written.");
    case PAZ_PO_ERROR_NOTHING:
      return N_("There is nothing to translate in “%s”.");
    }

  g_return_val_if_reached ("");
}

static const char *
get_sentence (PazPoReason reason)
{
  switch (reason)
    {
    case PAZ_PO_REASON_CONTEXT:
      return N_("Line %1$u: “%2$s” is no text of Relacopaz.");
    case PAZ_PO_REASON_RECORD:
      return N_("Line %1$u: the record of “%2$s” is not here.");
    case PAZ_PO_REASON_FIELD:
      return N_("Line %1$u: the record of “%2$s” has no such text.");
    case PAZ_PO_REASON_TEXT:
      return N_("Line %1$u: the translation of “%2$s” cannot be stored: it is too long, or has characters or line breaks that do not belong there.");
    case PAZ_PO_REASON_SOURCE:
      return N_("Line %1$u: the source text of “%2$s” was changed since the export. The translation is kept aside.");
    case PAZ_PO_REASON_LANGUAGE:
      return N_("Line %1$u: the language of the file is the source language of “%2$s” by now.");
    case PAZ_PO_REASON_UNDECIDED:
      return N_("Line %1$u: “%2$s” has several texts here. Decide first which one holds.");
    case PAZ_PO_REASON_TWICE:
      return N_("Line %1$u: “%2$s” was translated further up already.");
    case PAZ_PO_REASON_NONE:
      break;
    }

  return N_("Line %1$u: “%2$s”");
}

char *
paz_po_entry_dup_text (const PazPoEntry *self,
                       PazCatalogue     *words)
{
  g_return_val_if_fail (self != NULL && words != NULL, NULL);

  return g_strdup_printf (paz_catalogue_text (words, get_sentence (self->reason)), self->line, self->context);
}
