/* restore, revert, deleted: back to what was, as a new step. */
#include "paz-cli-record.h"
#include "paz-gate.h"
#include "paz-grid.h"
#include "paz-verbs.h"

#include "base/paz-decimal.h"

static const PazOption restore_options[] = {
  { "step", NC_("argument", "NUMBER"), FALSE, N_("As this step of the history left it") },
  { "before", NULL, FALSE, N_("As the step found it") },
  { NULL }
};

static const PazOption deleted_options[] = {
  { "search", NC_("argument", "TEXT"), FALSE, N_("Only records that hold these words, with or without accents") },
  { "kind", NC_("argument", "KIND"), FALSE, N_("Only records of this kind") },
  PAZ_GATE_OPTION,
  { NULL }
};

/* ---- what was made ---- */

static PazExit
print_made (PazCli  *cli,
            guint64  made)
{
  g_autoptr (PazStep) step = made != 0 ? paz_store_dup_step (cli->store, made) : NULL;
  g_autofree char *name = step != NULL ? paz_store_dup_step_name (cli->store, step, paz_cli_get_words ()) : NULL;
  g_autoptr (PazJson) json = paz_json_new ();

  if (step == NULL)
    paz_cli_say (_("It is like that already; nothing was changed."));
  if (!cli->json)
    {
      paz_cli_print (name != NULL ? name : "");
      paz_cli_print (name != NULL ? "\n" : "");
      return PAZ_EXIT_DONE;
    }
  paz_json_begin_object (json);
  paz_json_set_integer (json, "step", (gint64) made);
  paz_json_set_text (json, "name", name);
  paz_json_set_integer (json, "records", step != NULL ? step->n_records : 0);
  paz_json_end_object (json);
  paz_json_print (json);

  return PAZ_EXIT_DONE;
}

static gboolean
read_step (const char    *text,
           const PazVerb *verb,
           guint64       *step,
           PazExit       *exit)
{
  gint64 number;

  if (paz_integer_parse (text, '.', &number) && number > 0)
    {
      *step = (guint64) number;
      return TRUE;
    }

  *exit = paz_cli_misuse (verb, _("“%s” is no number of a step. See “history”."), text);
  return FALSE;
}

/* ---- restore ---- */

static PazExit
bring_back (PazCli    *cli,
            PazRecord *record)
{
  const char *ids[] = { paz_record_get_id (record), NULL };
  g_autoptr (GError) error = NULL;
  guint64 made = 0;

  if (!paz_store_bring_back (cli->store, ids, &made, &error))
    return paz_cli_fail (cli, error, cli->store_path);

  return print_made (cli, made);
}

static PazExit
restore (PazCli         *cli,
         PazRecord      *record,
         const PazField *field,
         guint64         step,
         gboolean        before)
{
  g_autoptr (GError) error = NULL;
  guint64 made = 0;

  if (paz_store_restore (cli->store, paz_record_get_id (record), field, step,
                         before ? PAZ_RESTORE_BEFORE : PAZ_RESTORE_AFTER, &made, &error))
    return print_made (cli, made);
  if (g_error_matches (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_NOT_FOUND))
    return paz_cli_refuse (_("The record was not there at this step."));

  return paz_cli_fail (cli, error, cli->store_path);
}

static PazExit
run_restore (PazCli       *cli,
             PazArguments *arguments)
{
  const char *step_text = paz_arguments_get (arguments, "step");
  const char *key = paz_arguments_get_word (arguments, 2);
  const PazField *field = NULL;
  g_autoptr (PazRecord) record = NULL;
  const PazKind *kind;
  guint64 step = 0;
  PazExit exit;

  kind = paz_cli_find_kind (paz_arguments_get_word (arguments, 0), &exit);
  if (kind == NULL || (step_text != NULL && !read_step (step_text, &paz_verb_restore, &step, &exit)))
    return exit;
  if (key != NULL)
    {
      field = paz_kind_find_field (kind, key);
      if (field == NULL || !paz_cli_leaves (field))
        return paz_cli_misuse (&paz_verb_restore, _("There is no field “%s” in records of kind “%s”."), key, kind->key);
    }
  if (step == 0 && (field != NULL || paz_arguments_has (arguments, "before")))
    return paz_cli_misuse (&paz_verb_restore, _("Say of which step, with --step NUMBER."));
  if (!paz_cli_open (cli, PAZ_STORE_OPEN_NONE, &exit))
    return exit;
  record = paz_cli_find_record (cli, kind, paz_arguments_get_word (arguments, 1), &exit);
  if (record == NULL)
    return exit;

  return step == 0 ? bring_back (cli, record)
                   : restore (cli, record, field, step, paz_arguments_has (arguments, "before"));
}

/* ---- revert ---- */

static void
add_dependent_json (PazCli                *cli,
                    PazJson               *json,
                    const PazHistoryEntry *entry)
{
  g_autofree char *title = paz_store_dup_title (cli->store, entry->record, paz_cli_get_words ());

  paz_json_begin_object (json);
  paz_json_set_integer (json, "step", entry->step != NULL ? (gint64) entry->step->n : 0);
  paz_json_set_text (json, "kind", entry->kind->key);
  paz_json_set_text (json, "record", entry->record);
  paz_json_set_text (json, "title", title);
  paz_json_set_text (json, "field", entry->field != NULL ? entry->field->key : NULL);
  paz_json_end_object (json);
}

static void
print_dependents_json (PazCli    *cli,
                       GPtrArray *dependents)
{
  g_autoptr (PazJson) json = paz_json_new ();

  paz_json_begin_object (json);
  paz_json_set_integer (json, "step", 0);
  paz_json_add_key (json, "dependents");
  paz_json_begin_array (json);
  for (guint i = 0; i < dependents->len; i++)
    add_dependent_json (cli, json, g_ptr_array_index (dependents, i));
  paz_json_end_array (json);
  paz_json_end_object (json);
  paz_json_print (json);
}

static void
print_dependents (PazCli    *cli,
                  GPtrArray *dependents)
{
  g_autoptr (PazGrid) grid = paz_grid_new ();

  paz_grid_add_column (grid, "step", C_("column", "Step"), PAZ_GRID_NUMBER);
  paz_grid_add_column (grid, "kind", C_("column", "Kind"), PAZ_GRID_TEXT);
  paz_grid_add_column (grid, "title", C_("column", "Title"), PAZ_GRID_TEXT);
  paz_grid_add_column (grid, "field", C_("column", "Field"), PAZ_GRID_TEXT);
  for (guint i = 0; i < dependents->len; i++)
    {
      const PazHistoryEntry *entry = g_ptr_array_index (dependents, i);
      g_autofree char *title = paz_store_dup_title (cli->store, entry->record, paz_cli_get_words ());
      g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, entry->step != NULL ? entry->step->n : 0);

      paz_grid_add_cell (grid, number);
      paz_grid_add_cell (grid, _(entry->kind->phrases.singular));
      paz_grid_add_cell (grid, title);
      paz_grid_add_cell (grid, entry->field != NULL ? paz_cli_get_label (entry->kind, entry->field) : NULL);
    }
  paz_grid_print (grid, PAZ_GRID_TABLE);
}

static PazExit
run_revert (PazCli       *cli,
            PazArguments *arguments)
{
  g_autoptr (GPtrArray) dependents = NULL;
  g_autoptr (GError) error = NULL;
  guint64 step, made = 0;
  PazExit exit;

  if (!read_step (paz_arguments_get_word (arguments, 0), &paz_verb_revert, &step, &exit) ||
      !paz_cli_open (cli, PAZ_STORE_OPEN_NONE, &exit))
    return exit;
  dependents = paz_store_list_dependents (cli->store, step, &error);
  if (g_error_matches (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_NOTHING))
    return paz_cli_refuse (_("There is no step %s that could be taken back."), paz_arguments_get_word (arguments, 0));
  if (dependents == NULL)
    return paz_cli_fail (cli, error, cli->store_path);
  if (dependents->len > 0)
    {
      if (cli->json)
        print_dependents_json (cli, dependents);
      else
        print_dependents (cli, dependents);
      return paz_cli_refuse (_("Later changes stand on this step. Nothing was changed."));
    }
  if (!paz_store_revert (cli->store, step, &made, &error))
    return paz_cli_fail (cli, error, cli->store_path);

  return print_made (cli, made);
}

/* ---- deleted ---- */

static void
print_deleted_json (PazCli    *cli,
                    GPtrArray *deletions)
{
  g_autoptr (PazJson) json = paz_json_new ();

  paz_json_begin_array (json);
  for (guint i = 0; i < deletions->len; i++)
    {
      const PazDeletion *deletion = g_ptr_array_index (deletions, i);
      g_autofree char *title = paz_store_dup_title (cli->store, deletion->record, paz_cli_get_words ());

      paz_json_begin_object (json);
      paz_json_set_text (json, "id", deletion->record);
      paz_json_set_text (json, "kind", deletion->kind->key);
      paz_json_set_text (json, "title", title);
      paz_json_set_integer (json, "step", deletion->step != NULL ? (gint64) deletion->step->n : 0);
      paz_json_set_text (json, "author", deletion->step != NULL ? deletion->step->author : NULL);
      paz_json_end_object (json);
    }
  paz_json_end_array (json);
  paz_json_print (json);
}

static void
print_deleted (PazCli    *cli,
               GPtrArray *deletions)
{
  g_autoptr (PazGrid) grid = paz_grid_new ();

  paz_grid_add_column (grid, "id", C_("column", "Id"), PAZ_GRID_TEXT);
  paz_grid_add_column (grid, "kind", C_("column", "Kind"), PAZ_GRID_TEXT);
  paz_grid_add_column (grid, "title", C_("column", "Title"), PAZ_GRID_TEXT);
  paz_grid_add_column (grid, "at", C_("column", "When"), PAZ_GRID_TEXT);
  paz_grid_add_column (grid, "author", C_("column", "Who"), PAZ_GRID_TEXT);
  for (guint i = 0; i < deletions->len; i++)
    {
      const PazDeletion *deletion = g_ptr_array_index (deletions, i);
      g_autofree char *title = paz_store_dup_title (cli->store, deletion->record, paz_cli_get_words ());
      g_autofree char *at = deletion->step != NULL
                              ? paz_catalogue_dup_moment (paz_cli_get_words (), deletion->step->at) : NULL;

      paz_grid_add_cell (grid, deletion->record);
      paz_grid_add_cell (grid, _(deletion->kind->phrases.singular));
      paz_grid_add_cell (grid, title);
      paz_grid_add_cell (grid, at);
      paz_grid_add_cell (grid, deletion->step != NULL ? deletion->step->author : NULL);
    }
  paz_grid_print (grid, PAZ_GRID_TABLE);
}

static void
keep_what_leaves (PazCli            *cli,
                  GPtrArray         *deletions,
                  const PazAudience *readers)
{
  g_autoptr (PazGate) gate = paz_gate_new (cli->store, readers);

  for (guint i = deletions->len; i > 0; i--)
    if (!paz_gate_may_see (gate, ((PazDeletion *) g_ptr_array_index (deletions, i - 1))->record))
      g_ptr_array_remove_index (deletions, i - 1);
}

static PazExit
run_deleted (PazCli       *cli,
             PazArguments *arguments)
{
  const char *key = paz_arguments_get (arguments, "kind");
  const PazKind *kind = NULL;
  g_autoptr (PazAudience) readers = NULL;
  g_autoptr (GPtrArray) deletions = NULL;
  g_autoptr (GError) error = NULL;
  PazExit exit;

  if (key != NULL && (kind = paz_cli_find_kind (key, &exit)) == NULL)
    return exit;
  if (!paz_cli_open (cli, PAZ_STORE_OPEN_READ_ONLY, &exit))
    return exit;
  readers = paz_cli_read_readers (cli, arguments, &paz_verb_deleted, &exit);
  if (readers == NULL)
    return exit;
  deletions = paz_store_list_deleted (cli->store, kind, paz_arguments_get (arguments, "search"), NULL, &error);
  if (deletions == NULL)
    return paz_cli_fail (cli, error, cli->store_path);
  keep_what_leaves (cli, deletions, readers);

  if (cli->json)
    print_deleted_json (cli, deletions);
  else if (deletions->len > 0)
    print_deleted (cli, deletions);
  else
    paz_cli_say (_("Nothing is deleted."));

  return PAZ_EXIT_DONE;
}

const PazVerb paz_verb_restore = {
  .name = "restore",
  .usage = N_("restore KIND ID [FIELD] [--step NUMBER] [--before]"),
  .summary = N_("Bring back a deleted record, or write a record or one field again as it was."),
  .details = N_("Without --step a deleted record comes back with what was deleted together with it. With it, "
                "all values, or those of one field, become what the step left, or with --before what it found. "
                "Handling stays as it is. It is a new step, which “undo” takes back."),
  .options = restore_options,
  .min_words = 2,
  .max_words = 3,
  .run = run_restore,
};

const PazVerb paz_verb_revert = {
  .name = "revert",
  .usage = N_("revert STEP"),
  .summary = N_("Take back one old step and leave all later ones as they are."),
  .details = N_("Where later changes stand on it, nothing is changed: they are printed by record and field, and "
                "the exit is 1. Numbers of steps are in “history”."),
  .min_words = 1,
  .max_words = 1,
  .run = run_revert,
};

const PazVerb paz_verb_deleted = {
  .name = "deleted",
  .usage = N_("deleted [--kind KIND] [--search TEXT] [--for READERS]"),
  .summary = N_("List what was deleted, last deleted first."),
  .options = deleted_options,
  .run = run_deleted,
};
