/* import: figures or records of the UN from a file, tried out or taken in as one step. */
#include "paz-json.h"
#include "paz-verbs.h"

#include "base/paz-date.h"
#include "model/paz-value.h"
#include "table/paz-import.h"

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

static const char *
get_reason_key (PazRefusalReason reason)
{
  switch (reason)
    {
    case PAZ_REFUSAL_COLUMNS:
      return "columns";
    case PAZ_REFUSAL_CONTRIBUTOR:
      return "contributor";
    case PAZ_REFUSAL_MISSION:
      return "mission";
    case PAZ_REFUSAL_TYPE:
      return "type";
    case PAZ_REFUSAL_DATE:
      return "date";
    case PAZ_REFUSAL_NUMBER:
      return "number";
    case PAZ_REFUSAL_DUPLICATE:
      return "duplicate";
    case PAZ_REFUSAL_QUOTES:
      return "quotes";
    case PAZ_REFUSAL_CONTRADICTION:
      return "contradiction";
    case PAZ_REFUSAL_DATE_ORDER:
      return "date_order";
    case PAZ_REFUSAL_WORD:
      return "word";
    case PAZ_REFUSAL_KEY:
      return "key";
    case PAZ_REFUSAL_REPEATED:
      return "repeated";
    case PAZ_REFUSAL_SUM:
      return "sum";
    case PAZ_REFUSAL_NUMBER_MARK:
      return "number_mark";
    case PAZ_REFUSAL_DEGREES:
      return "degrees";
    case PAZ_REFUSAL_GROUP:
      return "group";
    case PAZ_REFUSAL_END:
      return "end";
    }

  g_return_val_if_reached ("");
}

static void
set_month (PazJson    *json,
           const char *key,
           guint16     month)
{
  char text[8];

  paz_json_set_text (json, key, month != 0 ? paz_month_format (month, text) : NULL);
}

static void
add_counts (PazJson               *json,
            const PazImportCounts *counts)
{
  paz_json_set_integer (json, "rows", counts->rows);
  paz_json_set_integer (json, "new", counts->n_new);
  paz_json_set_integer (json, "changed", counts->n_changed);
  paz_json_set_integer (json, "same", counts->n_same);
  paz_json_set_integer (json, "gone", counts->n_gone);
  paz_json_set_integer (json, "refused", counts->n_refused);
  set_month (json, "first_month", counts->first_month);
  set_month (json, "last_month", counts->last_month);
}

static void
add_refusals (PazJson   *json,
              GPtrArray *refusals)
{
  paz_json_add_key (json, "refusals");
  paz_json_begin_array (json);
  for (guint i = 0; i < refusals->len; i++)
    {
      const PazRefusal *refusal = g_ptr_array_index (refusals, i);
      g_autofree char *text = paz_refusal_dup_text (refusal, paz_cli_get_words ());

      paz_json_begin_object (json);
      paz_json_set_integer (json, "row", refusal->row);
      paz_json_set_text (json, "column", refusal->column);
      paz_json_set_text (json, "value", refusal->value);
      paz_json_set_text (json, "reason", get_reason_key (refusal->reason));
      paz_json_set_text (json, "text", text);
      paz_json_end_object (json);
    }
  paz_json_end_array (json);
}

/* -1 says that the figure was or is not there. */
static void
set_count (PazJson    *json,
           const char *key,
           gint64      count)
{
  if (count < 0)
    paz_json_set_text (json, key, NULL);
  else
    paz_json_set_integer (json, key, count);
}

static void
add_changes (PazJson   *json,
             GPtrArray *changes)
{
  paz_json_add_key (json, "changes");
  paz_json_begin_array (json);
  for (guint i = 0; i < changes->len; i++)
    {
      const PazImportChange *change = g_ptr_array_index (changes, i);

      paz_json_begin_object (json);
      set_month (json, "month", change->month);
      paz_json_set_text (json, "contributor", change->contributor);
      paz_json_set_text (json, "mission", change->mission);
      paz_json_set_text (json, "personnel_type", change->type);
      paz_json_set_integer (json, "row", change->row);
      set_count (json, "old_female", change->old_female);
      set_count (json, "old_male", change->old_male);
      set_count (json, "new_female", change->new_female);
      set_count (json, "new_male", change->new_male);
      paz_json_end_object (json);
    }
  paz_json_end_array (json);
}

static void
set_value (PazJson        *json,
           const char     *key,
           const PazField *field,
           GVariant       *value)
{
  g_autofree char *plain = value != NULL ? paz_value_dup_plain (field, value) : NULL;

  paz_json_set_text (json, key, plain);
}

static void
add_field_changes (PazJson   *json,
                   GPtrArray *changes)
{
  paz_json_add_key (json, "changes");
  paz_json_begin_array (json);
  for (guint i = 0; i < changes->len; i++)
    {
      const PazImportFieldChange *change = g_ptr_array_index (changes, i);

      paz_json_begin_object (json);
      paz_json_set_integer (json, "row", change->row);
      paz_json_set_text (json, "id", change->id);
      paz_json_set_text (json, "name", change->name);
      paz_json_set_text (json, "field", change->field->key);
      set_value (json, "old", change->field, change->before);
      set_value (json, "new", change->field, change->after);
      paz_json_end_object (json);
    }
  paz_json_end_array (json);
}

static void
add_kept (PazJson   *json,
          GPtrArray *kept)
{
  paz_json_add_key (json, "kept_as_text");
  paz_json_begin_array (json);
  for (guint i = 0; i < kept->len; i++)
    {
      const PazImportKept *one = g_ptr_array_index (kept, i);

      paz_json_begin_object (json);
      paz_json_set_text (json, "column", one->column);
      paz_json_set_text (json, "value", one->value);
      paz_json_set_integer (json, "rows", one->n_rows);
      paz_json_end_object (json);
    }
  paz_json_end_array (json);
}

static void
add_codes (PazJson    *json,
           const char *key,
           char      **codes)
{
  paz_json_add_key (json, key);
  paz_json_begin_array (json);
  for (guint i = 0; codes[i] != NULL; i++)
    paz_json_add_text (json, codes[i]);
  paz_json_end_array (json);
}

static void
add_losses (PazJson   *json,
            PazImport *import)
{
  GPtrArray *losses = paz_import_get_losses (import);

  paz_json_set_text (json, "keep", keeps[paz_import_get_keep (import)]);
  paz_json_set_text (json, "partial", keeps[paz_import_get_partial (import)]);
  paz_json_add_key (json, "losses");
  paz_json_begin_array (json);
  for (guint i = 0; i < losses->len; i++)
    {
      const PazImportLoss *loss = g_ptr_array_index (losses, i);

      paz_json_begin_object (json);
      set_month (json, "month", loss->month);
      add_codes (json, "personnel_types", loss->types);
      add_codes (json, "contributors", loss->contributors);
      paz_json_end_object (json);
    }
  paz_json_end_array (json);
}

/* For each month what the file does not hold and would take away. */
static void
say_losses (PazImport *import)
{
  GPtrArray *losses = paz_import_get_losses (import);

  for (guint i = 0; i < losses->len; i++)
    {
      const PazImportLoss *loss = g_ptr_array_index (losses, i);
      g_autofree char *types = g_strjoinv (", ", loss->types);
      g_autofree char *contributors = g_strjoinv (", ", loss->contributors);
      char month[8];

      paz_month_format (loss->month, month);
      if (*types != '\0' && (paz_import_get_keep (import) & PAZ_IMPORT_KEEP_TYPES) == 0)
        paz_cli_say (_("%s: the file has no figures of these personnel types, which are here: %s."), month, types);
      if (*contributors != '\0' && (paz_import_get_keep (import) & PAZ_IMPORT_KEEP_CONTRIBUTORS) == 0)
        paz_cli_say (_("%s: the file has no figures of these contributors, which are here: %s."), month, contributors);
    }
}

static void
add_names (PazJson   *json,
           PazImport *import)
{
  GPtrArray *names = paz_import_get_names (import);

  paz_json_add_key (json, "unknown_names");
  paz_json_begin_array (json);
  for (guint i = 0; i < names->len; i++)
    {
      const PazImportName *name = names->pdata[i];

      paz_json_begin_object (json);
      paz_json_set_text (json, "of", name->dimension == PAZ_DIMENSION_CONTRIBUTOR ? "contributor" : "mission");
      paz_json_set_text (json, "name", name->name);
      paz_json_set_integer (json, "rows", name->n_rows);
      paz_json_set_integer (json, "row", name->row);
      add_codes (json, "suggestions", name->suggestions);
      paz_json_end_object (json);
    }
  paz_json_end_array (json);
}

static void
add_texts (PazJson    *json,
           const char *key,
           GPtrArray  *items,
           char     *(*dup_text) (gpointer item))
{
  paz_json_add_key (json, key);
  paz_json_begin_array (json);
  for (guint i = 0; i < items->len; i++)
    {
      g_autofree char *text = dup_text (items->pdata[i]);

      paz_json_add_text (json, text);
    }
  paz_json_end_array (json);
}

static char *
dup_evidence_text (gpointer item)
{
  return paz_import_evidence_dup_text (item, paz_cli_get_words ());
}

static char *
dup_difference_text (gpointer item)
{
  return paz_import_difference_dup_text (item, paz_cli_get_words ());
}

/* Names nobody knows here, each once; what doubtful columns were read by; what a check found. */
static void
say_findings (PazImport *import)
{
  GPtrArray *names = paz_import_get_names (import);
  GPtrArray *evidence = paz_import_get_evidence (import);
  GPtrArray *differences = paz_import_get_differences (import);
  GPtrArray *absent = paz_import_get_absent (import);
  GArray *unchecked = paz_import_get_unchecked (import);

  for (guint i = 0; i < evidence->len; i++)
    {
      g_autofree char *text = dup_evidence_text (evidence->pdata[i]);

      paz_cli_say ("%s", text);
    }
  for (guint i = 0; i < names->len; i++)
    {
      const PazImportName *name = names->pdata[i];
      g_autofree char *suggestions = g_strjoinv (", ", name->suggestions);

      paz_cli_say (*suggestions != '\0' ? _("Row %1$u: “%2$s” is not known here. Perhaps %3$s? Say --map \"%2$s=CODE\".")
                                       : _("Row %1$u: “%2$s” is not known here. Say --map \"%2$s=CODE\"."),
                   name->row, name->name, suggestions);
    }
  for (guint i = 0; i < absent->len; i++)
    paz_cli_say (_("The file does not have %s."), (const char *) absent->pdata[i]);
  for (guint i = 0; i < differences->len; i++)
    {
      g_autofree char *text = dup_difference_text (differences->pdata[i]);

      paz_cli_say ("%s", text);
    }
  for (guint i = 0; i < unchecked->len; i++)
    {
      char month[8];

      paz_cli_say (_("%s: there are no figures here to compare with."),
                   paz_month_format (g_array_index (unchecked, guint16, i), month));
    }
  if (paz_import_is_check (import))
    paz_cli_say (_("This file is a check of the figures that are here. Nothing of it is kept."));
}

/* NAME=CODE; the name may hold “=” itself. */
static gboolean
decide_names (PazCli             *cli,
              const char * const *pairs,
              PazExit            *exit)
{
  for (guint i = 0; pairs[i] != NULL; i++)
    {
      const char *mark = strrchr (pairs[i], '=');
      g_autofree char *name = mark != NULL ? g_strndup (pairs[i], mark - pairs[i]) : NULL;
      g_autoptr (GError) error = NULL;

      if (name == NULL || *name == '\0' || mark[1] == '\0')
        {
          *exit = paz_cli_misuse (&paz_verb_import, _("“%s” is not NAME=CODE."), pairs[i]);
          return FALSE;
        }
      if (!paz_import_decide_name (cli->store, name, mark + 1, &error))
        {
          *exit = error->domain == PAZ_STORE_ERROR ? paz_cli_fail (cli, error, cli->store_path)
                                                   : paz_cli_misuse (&paz_verb_import, _("There is no country and no mission “%s”."), mark + 1);
          return FALSE;
        }
    }

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

static void
print_json (PazImport *import,
            gboolean   dry_run,
            guint64    step)
{
  g_autoptr (PazJson) json = paz_json_new ();
  const PazKind *kind = paz_import_get_kind (import);

  paz_json_begin_object (json);
  paz_json_set_text (json, "layout", paz_import_get_layout (import));
  paz_json_set_text (json, "kind", kind != NULL ? kind->key : NULL);
  paz_json_set_text (json, "sha256", paz_import_get_sha256 (import));
  paz_json_set_flag (json, "dry_run", dry_run);
  paz_json_set_integer (json, "step", step);
  paz_json_set_text (json, "data_set", paz_record_get_id (paz_import_get_data_set (import)));
  add_counts (json, paz_import_get_counts (import));
  paz_json_set_flag (json, "check", paz_import_is_check (import));
  paz_json_set_integer (json, "compared", paz_import_get_counts (import)->n_compared);
  paz_json_set_integer (json, "different", paz_import_get_counts (import)->n_different);
  add_refusals (json, paz_import_get_refusals (import));
  add_names (json, import);
  add_texts (json, "evidence", paz_import_get_evidence (import), dup_evidence_text);
  add_texts (json, "differences", paz_import_get_differences (import), dup_difference_text);
  if (kind == NULL)
    {
      add_losses (json, import);
      add_changes (json, paz_import_get_changes (import));
    }
  else
    {
      add_field_changes (json, paz_import_get_field_changes (import));
      add_kept (json, paz_import_get_kept (import));
    }
  paz_json_end_object (json);
  paz_json_print (json);
}

static void
print_count (const char *label,
             guint32     count)
{
  g_autofree char *number = paz_catalogue_dup_integer (paz_cli_get_words (), count);
  g_autofree char *line = g_strdup_printf ("%s: %s\n", label, number);

  paz_cli_print (line);
}

static void
print_counts (const PazImportCounts *counts)
{
  char first[8], last[8];

  print_count (C_("import", "Rows"), counts->rows);
  print_count (C_("import", "New"), counts->n_new);
  print_count (C_("import", "Changed"), counts->n_changed);
  print_count (C_("import", "Same"), counts->n_same);
  print_count (C_("import", "Gone"), counts->n_gone);
  print_count (C_("import", "Refused"), counts->n_refused);
  if (counts->first_month != 0)
    {
      g_autofree char *line = g_strdup_printf ("%s: %s – %s\n", C_("import", "Months"),
                                               paz_month_format (counts->first_month, first),
                                               paz_month_format (counts->last_month, last));

      paz_cli_print (line);
    }
}

/* What nothing here is known by. */
static void
say_kept (PazImport *import)
{
  GPtrArray *kept = paz_import_get_kept (import);

  for (guint i = 0; i < kept->len; i++)
    {
      const PazImportKept *one = g_ptr_array_index (kept, i);

      paz_cli_say (paz_catalogue_ntext (paz_cli_get_words (),
                                        "Column “%s”: “%s” is not known here and was kept as text (%u row).",
                                        "Column “%s”: “%s” is not known here and was kept as text (%u rows).",
                                        one->n_rows),
                   one->column, one->value, one->n_rows);
    }
}

static void
say_field_changes (PazImport *import)
{
  GPtrArray *changes = paz_import_get_field_changes (import);
  const PazKind *kind = paz_import_get_kind (import);

  for (guint i = 0; i < changes->len; i++)
    {
      const PazImportFieldChange *change = g_ptr_array_index (changes, i);
      g_autofree char *before = paz_value_dup_display (change->field, kind, change->before, paz_cli_get_words ());
      g_autofree char *after = paz_value_dup_display (change->field, kind, change->after, paz_cli_get_words ());

      paz_cli_say (_("Row %1$u, %2$s: %3$s was “%4$s” and is now “%5$s”."), change->row, change->name,
                   paz_cli_ptext (paz_field_get_context (change->field, kind), change->field->label),
                   before, after);
    }
}

static void
say_refusals (PazImport *import)
{
  GPtrArray *refusals = paz_import_get_refusals (import);
  guint32 n = paz_import_get_counts (import)->n_refused;

  for (guint i = 0; i < refusals->len; i++)
    {
      g_autofree char *text = paz_refusal_dup_text (g_ptr_array_index (refusals, i), paz_cli_get_words ());

      paz_cli_say ("%s", text);
    }
  if (n > refusals->len)
    paz_cli_say (paz_catalogue_ntext (paz_cli_get_words (), "… and %u more row.", "… and %u more rows.",
                                      n - refusals->len), n - refusals->len);
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

static PazExit
run_import (PazCli       *cli,
            PazArguments *arguments)
{
  const char *path = paz_arguments_get_word (arguments, 0);
  const char *layout = paz_arguments_get (arguments, "as");
  const char * const *pairs = paz_arguments_list (arguments, "map");
  PazImportOptions options = { NULL };
  gboolean dry_run = paz_arguments_has (arguments, "dry-run");
  const char *kept = paz_arguments_get (arguments, "keep");
  PazImportKeep keep = PAZ_IMPORT_KEEP_NOTHING;
  g_autoptr (PazImport) import = NULL;
  g_autoptr (GError) error = NULL;
  guint64 step = 0;
  PazExit exit;

  if (kept != NULL && !find_keep (kept, &keep))
    return paz_cli_misuse (&paz_verb_import, _("“%s” is none of types, contributors, both, nothing."), kept);
  if (!is_layout (layout))
    {
      g_autofree char *all = g_strjoinv (", ", (char **) paz_import_list_layouts ());

      return paz_cli_misuse (&paz_verb_import, _("There is no layout “%s”. There are: %s."), layout, all);
    }
  if (!read_options (arguments, &options))
    return paz_cli_misuse (&paz_verb_import, _("--dates takes day or month, --numbers thousands or fractions."));
  if (!paz_cli_open (cli, dry_run && pairs[0] == NULL ? PAZ_STORE_OPEN_READ_ONLY : PAZ_STORE_OPEN_NONE, &exit))
    return exit;
  if (!decide_names (cli, pairs, &exit))
    return exit;
  import = paz_import_read_with (path, &options, cli->store, NULL, NULL, NULL, &error);
  if (import == NULL)
    return explain (cli, error, path);
  if (kept != NULL && paz_import_get_kind (import) == NULL)
    paz_import_set_keep (import, keep);
  if (!dry_run && !paz_import_apply (import, cli->store, NULL, NULL, NULL, &step, &error))
    {
      say_findings (import);
      say_refusals (import);
      say_losses (import);
      return paz_cli_fail (cli, error, error->domain == PAZ_STORE_ERROR ? cli->store_path : path);
    }

  if (cli->json)
    print_json (import, dry_run, step);
  else
    {
      print_counts (paz_import_get_counts (import));
      say_field_changes (import);
      say_kept (import);
      say_findings (import);
      say_refusals (import);
      say_losses (import);
    }
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
