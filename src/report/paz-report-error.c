#include "paz-report-spec.h"

G_DEFINE_QUARK (paz-report-error-quark, paz_report_error)

const char *
paz_report_error_get_sentence (PazReportErrorCode code)
{
  switch (code)
    {
    case PAZ_REPORT_ERROR_FAILED:
      return N_("“%s” could not be made.");
    case PAZ_REPORT_ERROR_UNKNOWN:
      return N_("There is no report “%s”.");
    case PAZ_REPORT_ERROR_NO_DATA:
      return N_("“%s” was not made: there is nothing to report yet.");
    case PAZ_REPORT_ERROR_MONTH:
      return N_("“%s” was not made: there are no figures for that month.");
    case PAZ_REPORT_ERROR_WRITE:
      return N_("“%s” cannot be written there. Choose another folder.");
    case PAZ_REPORT_ERROR_FULL:
      return N_("“%s” was not made: there is no room left on the disk.");
    case PAZ_REPORT_ERROR_WITHHELD:
      return N_("“%s” was not made: this audience may see none of it.");
    }

  g_return_val_if_reached ("");
}

gboolean
paz_report_error_is_empty (const GError *error)
{
  return g_error_matches (error, PAZ_REPORT_ERROR, PAZ_REPORT_ERROR_NO_DATA) ||
         g_error_matches (error, PAZ_REPORT_ERROR, PAZ_REPORT_ERROR_WITHHELD);
}
