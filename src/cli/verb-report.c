/* reports and report: workbooks for the table of the working group, and the same on paper. */
#include "paz-grid.h"
#include "paz-json.h"
#include "paz-report-verb.h"

#include "base/paz-date.h"
#include "report/paz-limits.h"
#include "report/paz-paper.h"

#include <gio/gio.h>
#include <string.h>

static const PazOption report_options[] = {
  { "all", NULL, FALSE, N_("Every workbook, into the folder of --out") },
  { "each-participant", NULL, FALSE, N_("With --all: for each participant, in its language and terms, with what it may see") },
  { "out", NC_("argument", "FILE"), FALSE, N_("The workbook, or a folder for it (otherwise the present folder)") },
  { "format", NC_("argument", "FORMAT"), FALSE, N_("xlsx: a workbook; pdf: the same on paper; docx: a document to amend, of some reports (otherwise by the ending of --out)") },
  { "lang", NC_("argument", "LANGUAGE"), FALSE, N_("Language of the workbook: es, pt or en (otherwise that of words)") },
  { "terms", NC_("argument", "TERMS"), FALSE, N_("po: peace operations; pko: peacekeeping operations") },
  { "for", NC_("argument", "READERS"), FALSE,
    N_("Who may read it: public (otherwise), network, own, or participants such as PER,URY") },
  { "participant", NC_("argument", "CODE"), FALSE, N_("The delegation that hands it out (otherwise that of the store)") },
  { "at", NC_("argument", "YYYY-MM"), FALSE, N_("The month it describes (otherwise the newest with figures)") },
  { "from", NC_("argument", "YYYY-MM"), FALSE, N_("First month of series") },
  { "to", NC_("argument", "YYYY-MM"), FALSE, N_("Last month of series") },
  { "paper", NC_("argument", "PAPER"), FALSE, N_("a4 or letter (otherwise that of the delegation)") },
  { NULL }
};

typedef enum
{
  FORMAT_XLSX,
  FORMAT_PDF,
  FORMAT_DOCX,
} Format;

typedef struct
{
  PazReportOptions  chosen;
  Format            format;
  char             *path;
} Order;

static void
order_clear (Order *order)
{
  g_clear_pointer (&order->chosen.audience, paz_audience_free);
  g_free (order->chosen.participant);
  g_free (order->path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Order, order_clear)

static gboolean
refuse (PazExit    *exit,
        const char *sentence,
        const char *value)
{
  *exit = paz_cli_misuse (&paz_verb_report, sentence, value);
  return FALSE;
}

static gboolean
read_month (PazArguments *arguments,
            const char   *name,
            guint16      *month,
            PazExit      *exit)
{
  const char *text = paz_arguments_get (arguments, name);

  *month = text != NULL ? paz_month_parse (text) : 0;
  return text == NULL || *month != 0 || refuse (exit, _("“%s” is no month. Write it as 2014-03."), text);
}

static gboolean
read_terms (PazArguments *arguments,
            PazTerms     *terms,
            PazExit      *exit)
{
  const char *text = paz_arguments_get (arguments, "terms");

  *terms = PAZ_TERMS_PO;
  if (g_strcmp0 (text, "pko") == 0)
    *terms = PAZ_TERMS_PKO;

  return text == NULL || strcmp (text, "po") == 0 || *terms == PAZ_TERMS_PKO ||
         refuse (exit, _("There are no terms “%s”. Choose po or pko."), text);
}

static const char * const format_keys[] = { [FORMAT_XLSX] = "xlsx", [FORMAT_PDF] = "pdf", [FORMAT_DOCX] = "docx" };

/* By the ending of the file; a workbook where it has none of these. */
static Format
guess_format (const char *out)
{
  const char *dot = out != NULL ? strrchr (out, '.') : NULL;

  for (guint i = 0; dot != NULL && i < G_N_ELEMENTS (format_keys); i++)
    if (g_ascii_strcasecmp (dot + 1, format_keys[i]) == 0)
      return (Format) i;

  return FORMAT_XLSX;
}

static gboolean
read_format (PazArguments *arguments,
             Format       *format,
             PazExit      *exit)
{
  const char *text = paz_arguments_get (arguments, "format");

  *format = guess_format (paz_arguments_get (arguments, "out"));
  if (text == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (format_keys); i++)
    if (strcmp (text, format_keys[i]) == 0)
      {
        *format = (Format) i;
        return TRUE;
      }

  return refuse (exit, _("There is no format “%s”. Choose xlsx, pdf or docx."), text);
}

static gboolean
read_paper (PazArguments     *arguments,
            PazReportOptions *chosen,
            PazExit          *exit)
{
  const char *text = paz_arguments_get (arguments, "paper");

  chosen->has_paper = text != NULL;
  chosen->paper = g_strcmp0 (text, "letter") == 0 ? PAZ_PAPER_LETTER : PAZ_PAPER_A4;

  return text == NULL || chosen->paper == PAZ_PAPER_LETTER || strcmp (text, "a4") == 0 ||
         refuse (exit, _("There is no paper “%s” here. Choose a4 or letter."), text);
}

/* Reproducible builds set this, so that the same data give the same bytes. */
static gint64
get_moment_of_creation (void)
{
  const char *text = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds;

  if (text == NULL || !g_ascii_string_to_signed (text, 10, 1, G_MAXINT64 / 1000, &seconds, NULL))
    return 0;

  return seconds * 1000;
}

static gboolean
read_order (PazArguments *arguments,
            Order        *order,
            PazExit      *exit)
{
  const char *lang = paz_arguments_get (arguments, "lang");
  const char *readers = paz_arguments_get (arguments, "for");

  order->chosen.language = paz_catalogue_get_language (paz_cli_get_words ());
  if (lang != NULL && !paz_language_from_code (lang, &order->chosen.language))
    return refuse (exit, _("There is no language “%s” here. Choose es, pt or en."), lang);
  order->chosen.audience = paz_audience_parse (readers != NULL ? readers : "public");
  if (order->chosen.audience == NULL)
    return refuse (exit, _("“%s” are no readers. Write public, network, own, or codes such as PER,URY."), readers);
  order->chosen.participant = g_strdup (paz_arguments_get (arguments, "participant"));
  order->chosen.created = get_moment_of_creation ();

  return read_terms (arguments, &order->chosen.terms, exit) &&
         read_format (arguments, &order->format, exit) &&
         read_month (arguments, "at", &order->chosen.at, exit) &&
         read_month (arguments, "from", &order->chosen.from, exit) &&
         read_month (arguments, "to", &order->chosen.to, exit) &&
         read_paper (arguments, &order->chosen, exit);
}

static char *
dup_path (PazCli       *cli,
          PazArguments *arguments,
          const char   *name,
          const Order  *order)
{
  const char *out = paz_arguments_get (arguments, "out");
  g_autofree char *file_name = NULL;

  if (out != NULL && !g_file_test (out, G_FILE_TEST_IS_DIR))
    return g_strdup (out);
  if (order->format == FORMAT_PDF)
    file_name = paz_paper_dup_file_name (cli->store, name, &order->chosen);
  else if (order->format == FORMAT_DOCX)
    file_name = paz_report_dup_document_name (cli->store, name, &order->chosen);
  else
    file_name = paz_report_dup_file_name (cli->store, name, &order->chosen);

  return out != NULL ? g_build_filename (out, file_name, NULL) : g_steal_pointer (&file_name);
}

/* A slip of the hand must not put a workbook in the place of all the records. */
static gboolean
is_store (PazCli     *cli,
          const char *path)
{
  g_autoptr (GFile) store = g_file_new_for_path (cli->store_path);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return g_file_equal (store, file);
}

static void
print_made (PazCli      *cli,
            const char  *name,
            const Order *order)
{
  g_autoptr (PazJson) json = paz_json_new ();

  if (!cli->json)
    {
      paz_cli_print (order->path);
      paz_cli_print ("\n");
      return;
    }
  paz_json_begin_object (json);
  paz_json_set_text (json, "report", name);
  paz_json_set_text (json, "file", order->path);
  paz_json_set_text (json, "language", paz_language_get_code (order->chosen.language));
  paz_json_end_object (json);
  paz_json_print (json);
}

/* What a workbook cannot hold is said before it is written. */
static void
say_limits (PazCli      *cli,
            const char  *name,
            const Order *order)
{
  g_autoptr (GPtrArray) limits = paz_report_list_limits (cli->store, name, &order->chosen, paz_cli_get_words (), NULL, NULL);

  for (guint i = 0; limits != NULL && i < limits->len; i++)
    paz_cli_say ("%s", (const char *) limits->pdata[i]);
}

static gboolean
export (PazCli      *cli,
        const char  *name,
        const Order *order,
        GError     **error)
{
  if (order->format == FORMAT_DOCX)
    return paz_report_export_document (cli->store, name, &order->chosen, order->path, NULL, NULL, NULL, error);
  if (order->format == FORMAT_PDF)
    return paz_paper_export_report (cli->store, name, &order->chosen, order->path, NULL, NULL, NULL, error);

  return paz_report_export (cli->store, name, &order->chosen, order->path, NULL, NULL, NULL, error);
}

/* Options that mean nothing together. */
static const char *
find_stray_option (PazArguments *arguments)
{
  static const char * const alone[] = { "for", "participant" };

  if (!paz_arguments_has (arguments, "each-participant"))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (alone); i++)
    if (paz_arguments_has (arguments, alone[i]))
      return alone[i];

  return NULL;
}

static PazExit
run_all (PazCli       *cli,
         PazArguments *arguments)
{
  const char *folder = paz_arguments_get (arguments, "out");
  const char *stray = find_stray_option (arguments);
  g_auto (Order) order = { 0 };
  PazExit exit;

  if (paz_arguments_n_words (arguments) > 0)
    return paz_cli_misuse (&paz_verb_report, _("With --all there is no name of a report."));
  if (stray != NULL)
    return paz_cli_misuse (&paz_verb_report, _("With --each-participant there is no --%s."), stray);
  if (folder == NULL || !g_file_test (folder, G_FILE_TEST_IS_DIR))
    return paz_cli_misuse (&paz_verb_report, _("With --all, --out names a folder that is there."));
  if (!read_order (arguments, &order, &exit))
    return exit;
  if (order.format != FORMAT_XLSX)
    return paz_cli_misuse (&paz_verb_report, _("--all makes workbooks: leave out --format."));
  if (!paz_cli_open (cli, PAZ_STORE_OPEN_READ_ONLY, &exit))
    return exit;

  return paz_report_run_all (cli, &order.chosen, paz_arguments_has (arguments, "each-participant"), folder);
}

static PazExit
run_report (PazCli       *cli,
            PazArguments *arguments)
{
  const char *name = paz_arguments_get_word (arguments, 0);
  g_auto (Order) order = { 0 };
  g_autoptr (GError) error = NULL;
  PazExit exit;

  if (paz_arguments_has (arguments, "all"))
    return run_all (cli, arguments);
  if (paz_arguments_has (arguments, "each-participant"))
    return paz_cli_misuse (&paz_verb_report, _("--each-participant goes with --all."));
  if (name == NULL)
    return paz_cli_misuse (&paz_verb_report, _("Name a report, or write --all. “relacopaz-cli reports” lists them."));
  if (paz_report_find (name) == NULL)
    return paz_cli_misuse (&paz_verb_report, _("There is no report “%s”. “relacopaz-cli reports” lists them."), name);
  if (!read_order (arguments, &order, &exit))
    return exit;
  if (order.format == FORMAT_DOCX && !paz_report_find (name)->has_document)
    return paz_cli_misuse (&paz_verb_report, _("The report “%s” is no document to amend: choose xlsx or pdf."), name);
  if (paz_report_find (name)->on_records && (order.chosen.at | order.chosen.from | order.chosen.to) != 0)
    return paz_cli_misuse (&paz_verb_report, _("The report “%s” rests on records as they are now: leave out --at, --from and --to."), name);
  if (!paz_cli_open (cli, PAZ_STORE_OPEN_READ_ONLY, &exit))
    return exit;
  order.path = dup_path (cli, arguments, name, &order);
  if (is_store (cli, order.path))
    return paz_cli_refuse (_("“%s” is the store itself. Choose another file."), order.path);
  if (order.format == FORMAT_XLSX)
    say_limits (cli, name, &order);
  if (!export (cli, name, &order, &error))
    return paz_cli_fail (cli, error, error->domain == PAZ_STORE_ERROR ? cli->store_path : order.path);
  print_made (cli, name, &order);

  return PAZ_EXIT_DONE;
}

static void
print_reports_json (void)
{
  g_autoptr (PazJson) json = paz_json_new ();

  paz_json_begin_array (json);
  for (const PazReportInfo *info = paz_report_list (); info->name != NULL; info++)
    {
      paz_json_begin_object (json);
      paz_json_set_text (json, "report", info->name);
      paz_json_set_text (json, "title", C_("report", info->title));
      paz_json_set_text (json, "summary", _(info->summary));
      paz_json_end_object (json);
    }
  paz_json_end_array (json);
  paz_json_print (json);
}

static void
print_reports (void)
{
  g_autoptr (PazGrid) grid = paz_grid_new ();

  paz_grid_add_column (grid, "report", C_("column", "Report"), PAZ_GRID_TEXT);
  paz_grid_add_column (grid, "title", C_("column", "Title"), PAZ_GRID_TEXT);
  paz_grid_add_column (grid, "summary", C_("column", "What It Holds"), PAZ_GRID_TEXT);
  for (const PazReportInfo *info = paz_report_list (); info->name != NULL; info++)
    {
      paz_grid_add_cell (grid, info->name);
      paz_grid_add_cell (grid, C_("report", info->title));
      paz_grid_add_cell (grid, _(info->summary));
    }
  paz_grid_print (grid, PAZ_GRID_TABLE);
}

static PazExit
run_reports (PazCli       *cli,
             PazArguments *arguments)
{
  if (cli->json)
    print_reports_json ();
  else
    print_reports ();

  return PAZ_EXIT_DONE;
}

const PazVerb paz_verb_reports = {
  .name = "reports",
  .usage = N_("reports"),
  .summary = N_("List the workbooks that can be made."),
  .run = run_reports,
};

const PazVerb paz_verb_report = {
  .name = "report",
  .usage = N_("report NAME [--out FILE] [--format xlsx|pdf|docx] [--lang LANGUAGE] [--terms po|pko] [--for READERS] [--participant CODE] [--at YYYY-MM]"),
  .summary = N_("Make a workbook and print its path."),
  .details = N_("The language of the workbook, of the words here and of the application are three separate "
                "choices. What the readers may not see is left out, and the workbook carries the highest level "
                "of what it holds. “report --all --each-participant --out FOLDER” makes all workbooks for all "
                "delegations in one go; those with nothing to report are named and left out."),
  .options = report_options,
  .min_words = 0,
  .max_words = 1,
  .run = run_report,
};
