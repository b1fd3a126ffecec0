/* import: figures or records of the UN from a file, tried out or taken in as one step. */
#include "paz-import-print.h"
#include "paz-verbs.h"

#include <string.h>

static const PazOption import_options[] = {
  { "as", NC_("argument", "LAYOUT"), FALSE, N_("Read the file in this layout (otherwise by its header)") },
  { "keep", NC_("argument", "WHAT"), FALSE,
    N_("Of what is here for the file’s months and is not in the file, keep: types, contributors, both or nothing") },
  { "dates", NC_("argument", "ORDER"), FALSE,
    N_("Dates in figures that may be read both ways begin with the: day or month") },
  { "numbers", NC_("argument", "MARKS"), FALSE,
    N_("Points and commas that may be read both ways part: thousands or fractions") },
  { "map", NC_("argument", "NAME=CODE"), TRUE,
    N_("The name means this country (three letters) or mission; remembered for later files") },
  { "dry-run", NULL, FALSE, N_("Say what would come in and change nothing") },
  { NULL }
};

static gboolean
is_layout (const char *name)
{
  return name == NULL || g_strv_contains (paz_import_list_layouts (), name);
}

static const char * const keeps[] = {
  [PAZ_IMPORT_KEEP_NOTHING] = "nothing",
  [PAZ_IMPORT_KEEP_TYPES] = "types",
  [PAZ_IMPORT_KEEP_CONTRIBUTORS] = "contributors",
  [PAZ_IMPORT_KEEP_TYPES | PAZ_IMPORT_KEEP_CONTRIBUTORS] = "both",
};

const char *
paz_import_print_keep (PazImportKeep keep)
{
  return keeps[keep];
}

/* FALSE when there is no such choice. */
static gboolean
find_keep (const char    *name,
           PazImportKeep *keep)
{
  for (guint i = 0; i < G_N_ELEMENTS (keeps); i++)
    if (g_strcmp0 (name, keeps[i]) == 0)
      {
        *keep = (PazImportKeep) i;
        return TRUE;
      }

  return FALSE;
}

/* NAME=CODE, to name and code; the name may hold “=” itself. */
static GPtrArray *
read_names (PazCli             *cli,
            const char * const *pairs,
            PazExit            *exit)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      const char *mark = strrchr (pairs[i], '=');

      if (mark == NULL || mark == pairs[i] || mark[1] == '\0')
        {
          *exit = paz_cli_misuse (&paz_verb_import, _("“%s” is not NAME=CODE."), pairs[i]);
          return NULL;
        }
      if (!paz_import_knows_code (cli->store, mark + 1))
        {
          *exit = paz_cli_misuse (&paz_verb_import, _("There is no country and no mission “%s”."), mark + 1);
          return NULL;
        }
      g_ptr_array_add (names, g_strndup (pairs[i], mark - pairs[i]));
      g_ptr_array_add (names, g_strdup (mark + 1));
    }
  g_ptr_array_add (names, NULL);

  return g_steal_pointer (&names);
}

/* For later files. */
static gboolean
remember_names (PazCli     *cli,
                GPtrArray  *names,
                GError    **error)
{
  for (guint i = 0; i + 1 < names->len; i += 2)
    if (!paz_import_decide_name (cli->store, names->pdata[i], names->pdata[i + 1], error))
      return FALSE;

  return TRUE;
}

/* FALSE when one of them is no such word. */
static gboolean
read_options (PazArguments     *arguments,
              PazImportOptions *options)
{
  const char *dates = paz_arguments_get (arguments, "dates");
  const char *numbers = paz_arguments_get (arguments, "numbers");

  options->layout = paz_arguments_get (arguments, "as");
  if (g_strcmp0 (dates, "day") == 0)
    options->dates = PAZ_IMPORT_DAY_FIRST;
  else if (g_strcmp0 (dates, "month") == 0)
    options->dates = PAZ_IMPORT_MONTH_FIRST;
  else if (dates != NULL)
    return FALSE;
  if (g_strcmp0 (numbers, "thousands") == 0)
    options->numbers = PAZ_IMPORT_NUMBERS_THOUSANDS;
  else if (g_strcmp0 (numbers, "fractions") == 0)
    options->numbers = PAZ_IMPORT_NUMBERS_FRACTION;

  return numbers == NULL || options->numbers != PAZ_IMPORT_NUMBERS_BY_EVIDENCE;
}

/* A file that is here already is no failure: what was asked for holds. */
static PazExit
explain (PazCli       *cli,
         const GError *error,
         const char   *path)
{
  PazExit exit = paz_cli_fail (cli, error, path);

  return g_error_matches (error, PAZ_IMPORT_ERROR, PAZ_IMPORT_ERROR_SAME) ? PAZ_EXIT_DONE : exit;
}

static gboolean
take_in (PazCli     *cli,
         PazImport  *import,
         GPtrArray  *names,
         guint64    *step,
         GError    **error)
{
  return paz_import_apply (import, cli->store, NULL, NULL, NULL, step, error) &&
         remember_names (cli, names, error);
}

/* FALSE: *exit says what is wrong. */
static gboolean
check_options (PazArguments     *arguments,
               PazImportOptions *options,
               PazImportKeep    *keep,
               PazExit          *exit)
{
  const char *kept = paz_arguments_get (arguments, "keep");
  const char *layout = paz_arguments_get (arguments, "as");

  if (kept != NULL && !find_keep (kept, keep))
    {
      *exit = paz_cli_misuse (&paz_verb_import, _("“%s” is none of types, contributors, both, nothing."), kept);
      return FALSE;
    }
  if (!is_layout (layout))
    {
      g_autofree char *all = g_strjoinv (", ", (char **) paz_import_list_layouts ());

      *exit = paz_cli_misuse (&paz_verb_import, _("There is no layout “%s”. There are: %s."), layout, all);
      return FALSE;
    }
  if (!read_options (arguments, options))
    {
      *exit = paz_cli_misuse (&paz_verb_import, _("--dates takes day or month, --numbers thousands or fractions."));
      return FALSE;
    }

  return TRUE;
}

static PazExit
run_import (PazCli       *cli,
            PazArguments *arguments)
{
  const char *path = paz_arguments_get_word (arguments, 0);
  PazImportOptions options = { NULL };
  gboolean dry_run = paz_arguments_has (arguments, "dry-run");
  PazImportKeep keep = PAZ_IMPORT_KEEP_NOTHING;
  g_autoptr (PazImport) import = NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GError) error = NULL;
  guint64 step = 0;
  PazExit exit;

  if (!check_options (arguments, &options, &keep, &exit) ||
      !paz_cli_open (cli, dry_run ? PAZ_STORE_OPEN_READ_ONLY : PAZ_STORE_OPEN_NONE, &exit))
    return exit;
  names = read_names (cli, paz_arguments_list (arguments, "map"), &exit);
  if (names == NULL)
    return exit;
  options.names = (const char * const *) names->pdata;
  import = paz_import_read_with (path, &options, cli->store, NULL, NULL, NULL, &error);
  if (import == NULL)
    return explain (cli, error, path);
  if (paz_arguments_get (arguments, "keep") != NULL && paz_import_get_kind (import) == NULL)
    paz_import_set_keep (import, keep);
  if (!dry_run && !take_in (cli, import, names, &step, &error))
    {
      paz_import_print_findings (import);
      return paz_cli_fail (cli, error, error->domain == PAZ_STORE_ERROR ? cli->store_path : path);
    }

  if (cli->json)
    paz_import_print_json (import, dry_run, step);
  else
    paz_import_print_words (import);
  if (dry_run)
    paz_cli_say (_("This was a trial. Nothing was changed."));

  return paz_import_get_counts (import)->n_refused + paz_import_get_counts (import)->n_different > 0 ? PAZ_EXIT_FINDINGS : PAZ_EXIT_DONE;
}

const PazVerb paz_verb_import = {
  .name = "import",
  .usage = N_("import FILE [--as LAYOUT] [--keep WHAT] [--dates ORDER] [--numbers MARKS] [--map NAME=CODE]… [--dry-run]"),
  .summary = N_("Take in a file of UN figures or fatalities as one step."),
  .details = N_("The layout is known by the header. Prints how many rows are new, changed, the same, gone or "
                "refused, and for each refused row its number, column, value and reason. Refused rows stay "
                "outside, the others come in, and the exit is 3. A file that holds less than is here for its "
                "months is not taken in before --keep says what stays of the rest."),
  .options = import_options,
  .min_words = 1,
  .max_words = 1,
  .run = run_import,
};
