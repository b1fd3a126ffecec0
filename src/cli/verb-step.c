/* undo, redo, history: what was done, by whom, and back again. */
#include "paz-cli-record.h"
#include "paz-gate.h"
#include "paz-grid.h"
#include "paz-verbs.h"

#include "base/paz-decimal.h"

static const PazOption history_options[] = {
  { "limit", NC_("argument", "NUMBER"), FALSE, N_("At most so many entries (otherwise 100)") },
  { NULL }
};

#define DEFAULT_LIMIT 100

/* ---- undo and redo ---- */

static void
print_step (PazCli  *cli,
            PazStep *step)
{
  g_autofree char *name = paz_store_dup_step_name (cli->store, step, paz_cli_get_words ());
  g_autoptr (PazJson) json = paz_json_new ();

  if (!cli->json)
    {
      paz_cli_print (name);
      paz_cli_print ("\n");
      return;
    }
  paz_json_begin_object (json);
  paz_json_set_integer (json, "step", step->n);
  paz_json_set_text (json, "name", name);
  paz_json_set_text (json, "kind", step->kind);
  paz_json_set_text (json, "record", step->record);
  paz_json_set_integer (json, "records", step->n_records);
  paz_json_end_object (json);
  paz_json_print (json);
}

static PazExit
take_step (PazCli     *cli,
           PazStep  *(*get_step) (PazStore *),
           gboolean  (*take) (PazStore *, GError **),
           const char *nothing)
{
  g_autoptr (PazStep) step = NULL;
  g_autoptr (GError) error = NULL;
  PazExit exit;

  if (!paz_cli_open (cli, PAZ_STORE_OPEN_NONE, &exit))
    return exit;
  step = get_step (cli->store);
  if (step == NULL)
    return paz_cli_refuse ("%s", nothing);
  if (!take (cli->store, &error))
    return paz_cli_fail (cli, error, cli->store_path);
  print_step (cli, step);

  return PAZ_EXIT_DONE;
}

static PazExit
run_undo (PazCli       *cli,
          PazArguments *arguments)
{
  return take_step (cli, paz_store_dup_undo_step, paz_store_undo, _("There is nothing to undo."));
}

static PazExit
run_redo (PazCli       *cli,
          PazArguments *arguments)
{
  return take_step (cli, paz_store_dup_redo_step, paz_store_redo, _("There is nothing to redo."));
}

/* ---- history ---- */

static char *
dup_iso_moment (gint64 unix_ms)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (unix_ms / 1000);

  return moment != NULL ? g_date_time_format_iso8601 (moment) : NULL;
}

static void
add_entry_json (PazCli                *cli,
                PazJson               *json,
                const PazHistoryEntry *entry)
{
  g_autofree char *at = dup_iso_moment (entry->step->at);
  g_autofree char *name = paz_store_dup_step_name (cli->store, entry->step, paz_cli_get_words ());

  paz_json_begin_object (json);
  paz_json_set_integer (json, "step", entry->step->n);
  paz_json_set_text (json, "at", at);
  paz_json_set_text (json, "author", entry->step->author);
  paz_json_set_text (json, "participant", entry->step->participant);
  paz_json_set_text (json, "origin", entry->step->origin);
  paz_json_set_text (json, "verb", entry->step->verb);
  paz_json_set_flag (json, "undone", entry->step->undone);
  paz_json_set_text (json, "name", name);
  paz_json_set_text (json, "kind", entry->kind != NULL ? entry->kind->key : NULL);
  paz_json_set_text (json, "record", entry->record);
  paz_json_set_text (json, "field", entry->field != NULL ? entry->field->key : NULL);
  if (entry->field != NULL)
    {
      paz_json_add_key (json, "before");
      paz_cli_add_value (json, entry->field, entry->before);
      paz_json_add_key (json, "after");
      paz_cli_add_value (json, entry->field, entry->after);
    }
  paz_json_end_object (json);
}

/* History is for own use alone: it holds what was true before a record was released. */
static void
keep_what_leaves (PazCli            *cli,
                  GPtrArray         *entries,
                  const PazAudience *own)
{
  g_autoptr (PazGate) gate = paz_gate_new (cli->store, own);

  for (guint i = entries->len; i > 0; i--)
    {
      const PazHistoryEntry *entry = g_ptr_array_index (entries, i - 1);

      if ((entry->field != NULL && !paz_cli_leaves (entry->field)) ||
          (entry->record != NULL && !paz_gate_may_see (gate, entry->record)))
        g_ptr_array_remove_index (entries, i - 1);
    }
}

static void
print_history_json (PazCli    *cli,
                    GPtrArray *entries)
{
  g_autoptr (PazJson) json = paz_json_new ();

  paz_json_begin_array (json);
  for (guint i = 0; i < entries->len; i++)
    add_entry_json (cli, json, g_ptr_array_index (entries, i));
  paz_json_end_array (json);
  paz_json_print (json);
}

/* A link's target by name, everything else as a form would show it. */
static char *
dup_value_text (PazCli         *cli,
                const PazKind  *kind,
                const PazField *field,
                GVariant       *value)
{
  if (field->type == PAZ_VALUE_LINK && paz_value_get_state (value) == PAZ_STATE_KNOWN)
    return paz_store_dup_title (cli->store, g_variant_get_string (value, NULL), paz_cli_get_words ());

  return paz_value_dup_display (field, kind, value, paz_cli_get_words ());
}

static void
add_entry_row (PazCli                *cli,
               PazGrid               *grid,
               const PazHistoryEntry *entry)
{
  g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, entry->step->n);
  g_autofree char *at = paz_catalogue_dup_moment (paz_cli_get_words (), entry->step->at);
  g_autofree char *name = paz_store_dup_step_name (cli->store, entry->step, paz_cli_get_words ());
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (entry->field != NULL && entry->kind != NULL)
    {
      before = dup_value_text (cli, entry->kind, entry->field, entry->before);
      after = dup_value_text (cli, entry->kind, entry->field, entry->after);
    }
  paz_grid_add_cell (grid, number);
  paz_grid_add_cell (grid, at);
  paz_grid_add_cell (grid, entry->step->author != NULL && entry->step->author[0] != '\0'
                             ? entry->step->author : entry->step->participant);
  paz_grid_add_cell (grid, name);
  paz_grid_add_cell (grid, entry->step->undone ? _("yes") : "");
  paz_grid_add_cell (grid, entry->field != NULL && entry->kind != NULL
                             ? paz_cli_get_label (entry->kind, entry->field) : NULL);
  paz_grid_add_cell (grid, before);
  paz_grid_add_cell (grid, after);
}

static void
print_history (PazCli    *cli,
               GPtrArray *entries)
{
  g_autoptr (PazGrid) grid = paz_grid_new ();

  paz_grid_add_column (grid, "step", C_("column", "Step"), PAZ_GRID_NUMBER);
  paz_grid_add_column (grid, "at", C_("column", "When"), PAZ_GRID_TEXT);
  paz_grid_add_column (grid, "author", C_("column", "Who"), PAZ_GRID_TEXT);
  paz_grid_add_column (grid, "name", C_("column", "What"), PAZ_GRID_TEXT);
  paz_grid_add_column (grid, "undone", C_("column", "Undone"), PAZ_GRID_TEXT);
  paz_grid_add_column (grid, "field", C_("column", "Field"), PAZ_GRID_TEXT);
  paz_grid_add_column (grid, "before", C_("column", "Before"), PAZ_GRID_TEXT);
  paz_grid_add_column (grid, "after", C_("column", "After"), PAZ_GRID_TEXT);
  for (guint i = 0; i < entries->len; i++)
    add_entry_row (cli, grid, g_ptr_array_index (entries, i));
  paz_grid_print (grid, PAZ_GRID_TABLE);
}

static gboolean
read_limit (PazArguments *arguments,
            gint64       *limit,
            PazExit      *exit)
{
  const char *text = paz_arguments_get (arguments, "limit");

  *limit = DEFAULT_LIMIT;
  if (text == NULL || (paz_integer_parse (text, '.', limit) && *limit > 0 && *limit <= G_MAXINT))
    return TRUE;

  *exit = paz_cli_misuse (&paz_verb_history, _("“%s” is no number of entries."), text);
  return FALSE;
}

/* *id: of the record that was named, NULL when none was. */
static gboolean
read_record (PazCli        *cli,
             PazArguments  *arguments,
             char         **id,
             PazExit       *exit)
{
  g_autoptr (PazRecord) record = NULL;
  const PazKind *kind;

  if (paz_arguments_n_words (arguments) == 0)
    return TRUE;
  kind = paz_cli_find_kind (paz_arguments_get_word (arguments, 0), exit);
  if (kind == NULL)
    return FALSE;
  record = paz_cli_find_record (cli, kind, paz_arguments_get_word (arguments, 1), exit);
  if (record == NULL)
    return FALSE;
  *id = g_strdup (paz_record_get_id (record));

  return TRUE;
}

static PazExit
run_history (PazCli       *cli,
             PazArguments *arguments)
{
  g_autofree char *id = NULL;
  g_autoptr (PazAudience) own = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  gint64 limit;
  PazExit exit;

  if (paz_arguments_n_words (arguments) == 1)
    return paz_cli_misuse (&paz_verb_history, _("Something is missing after “%s”."),
                           paz_arguments_get_word (arguments, 0));
  if (!read_limit (arguments, &limit, &exit) || !paz_cli_open (cli, PAZ_STORE_OPEN_READ_ONLY, &exit) ||
      !read_record (cli, arguments, &id, &exit))
    return exit;
  entries = paz_store_list_history (cli->store, id, limit, &error);
  if (entries == NULL)
    return paz_cli_fail (cli, error, cli->store_path);
  own = paz_cli_read_readers (cli, arguments, &paz_verb_history, &exit);
  keep_what_leaves (cli, entries, own);

  if (cli->json)
    print_history_json (cli, entries);
  else if (entries->len > 0)
    print_history (cli, entries);
  else
    paz_cli_say (_("Nothing was changed yet."));

  return PAZ_EXIT_DONE;
}

const PazVerb paz_verb_undo = {
  .name = "undo",
  .usage = N_("undo"),
  .summary = N_("Take back the last step, an import too, and print its name."),
  .run = run_undo,
};

const PazVerb paz_verb_redo = {
  .name = "redo",
  .usage = N_("redo"),
  .summary = N_("Do again what “undo” took back, and print its name."),
  .run = run_redo,
};

const PazVerb paz_verb_history = {
  .name = "history",
  .usage = N_("history [KIND ID] [--limit NUMBER]"),
  .summary = N_("Print who changed what and when, newest first."),
  .options = history_options,
  .max_words = 2,
  .run = run_history,
};
