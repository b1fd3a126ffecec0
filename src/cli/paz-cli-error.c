/* Every failure in the words of the person who reads it; technical detail on request. */
#include "paz-cli.h"

#include "report/paz-report.h"
#include "table/paz-import.h"
#include "table/paz-po.h"

#define PROGRAM "relacopaz-cli: "

static const char *
get_sentence (const GError *error)
{
  if (error->domain == PAZ_STORE_ERROR)
    return paz_store_error_get_sentence (error->code);
  if (error->domain == PAZ_PO_ERROR)
    return paz_po_error_get_sentence (error->code);
  if (error->domain == PAZ_REPORT_ERROR)
    return paz_report_error_get_sentence (error->code);
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return N_("“%s” is not there.");
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ACCES) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return N_("You have no right to open “%s”.");

  return N_("“%s” could not be read or written.");
}

PazExit
paz_cli_fail (PazCli       *cli,
              const GError *error,
              const char   *path)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *sentence = error->domain == PAZ_IMPORT_ERROR
                                ? paz_import_error_dup_text (error, shown, paz_cli_get_words ())
                                : g_strdup_printf (_(get_sentence (error)), shown);

  paz_cli_say (PROGRAM "%s", sentence);
  if (cli->verbose)
    paz_cli_say (PROGRAM "%s (%s %d)", error->message, g_quark_to_string (error->domain), error->code);

  return PAZ_EXIT_FAILED;
}

PazExit
paz_cli_refuse (const char *format,
                ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  paz_cli_say (PROGRAM "%s", text);

  return PAZ_EXIT_FAILED;
}

PazExit
paz_cli_misuse (const PazVerb *verb,
                const char    *format,
                ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  paz_cli_say (PROGRAM "%s", text);
  if (verb != NULL)
    paz_cli_say (_("Usage: relacopaz-cli %s"), _(verb->usage));
  paz_cli_say (_("See “relacopaz-cli %s”."), verb != NULL ? verb->name : "--help");

  return PAZ_EXIT_USAGE;
}
