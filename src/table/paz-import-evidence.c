#include "table/paz-import.h"

static const char *
get_sentence (PazEvidenceType type)
{
  switch (type)
    {
    case PAZ_EVIDENCE_DAY_FIRST:
      return N_("Column “%1$s”: dates begin with the day; row %2$u has “%3$s”.");
    case PAZ_EVIDENCE_MONTH_FIRST:
      return N_("Column “%1$s”: dates begin with the month; row %2$u has “%3$s”.");
    case PAZ_EVIDENCE_DATES_MIXED:
      return N_("Column “%1$s”: dates contradict each other; row %2$u has “%3$s”.");
    case PAZ_EVIDENCE_DATES_OPEN:
      return N_("Column “%1$s”: nothing tells whether dates begin with the day or the month; row %2$u has “%3$s”.");
    case PAZ_EVIDENCE_THOUSANDS:
      return N_("Column “%1$s”: thousands are parted; row %2$u has “%3$s”.");
    case PAZ_EVIDENCE_FRACTION:
      return N_("Column “%1$s”: numbers have fractions; row %2$u has “%3$s”.");
    case PAZ_EVIDENCE_NUMBERS_MIXED:
      return N_("Column “%1$s”: numbers contradict each other; row %2$u has “%3$s”.");
    case PAZ_EVIDENCE_NUMBERS_OPEN:
      return N_("Column “%1$s”: nothing tells whether thousands are parted or numbers have fractions; row %2$u has “%3$s”.");
    }

  g_return_val_if_reached ("");
}

char *
paz_import_evidence_dup_text (const PazImportEvidence *self,
                              PazCatalogue            *catalogue)
{
  return g_strdup_printf (paz_catalogue_text (catalogue, get_sentence (self->type)),
                          self->column, self->row, self->value);
}
