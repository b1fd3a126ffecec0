/* show: one record, field by field. */
#include "paz-cli-record.h"
#include "paz-gate.h"
#include "paz-grid.h"
#include "paz-verbs.h"

#include <string.h>

static const PazOption show_options[] = {
  PAZ_GATE_OPTION,
  { NULL }
};

static void
add_row (PazGrid    *grid,
         const char *label,
         const char *text)
{
  paz_grid_add_cell (grid, label);
  paz_grid_add_cell (grid, text);
}

static void
add_texts (PazGrid        *grid,
           const PazKind  *kind,
           PazRecord      *record,
           const PazField *field)
{
  g_autoptr (PazTrilingual) texts = paz_trilingual_from_value (paz_record_get_value (record, field));

  for (int i = 0; i < PAZ_N_LANGUAGES; i++)
    {
      PazTranslationState state = paz_trilingual_get_state (texts, i);
      g_autofree char *label = g_strdup_printf ("%s (%s)", paz_cli_get_label (kind, field),
                                                paz_language_get_code (i));

      if (state == PAZ_TRANSLATION_MISSING)
        add_row (grid, label, C_("translation", "(missing)"));
      else if (state == PAZ_TRANSLATION_STALE)
        {
          g_autofree char *stale = g_strdup_printf (C_("translation", "%s (the source changed since)"),
                                                    texts->in[i].text);

          add_row (grid, label, stale);
        }
      else
        add_row (grid, label, texts->in[i].text);
    }
}

static void
print_record (PazCli    *cli,
              PazRecord *record)
{
  const PazKind *kind = paz_record_get_kind (record);
  g_autoptr (PazGrid) grid = paz_grid_new ();
  g_autofree char *release = g_strjoinv (" ", (char **) paz_record_get_list (record));

  paz_grid_add_column (grid, "field", NULL, PAZ_GRID_TEXT);
  paz_grid_add_column (grid, "value", NULL, PAZ_GRID_TEXT);
  add_row (grid, C_("column", "Id"), paz_record_get_id (record));
  add_row (grid, C_("column", "Kind"), _(kind->phrases.singular));
  add_row (grid, C_("column", "Owner"), strcmp (paz_record_get_owner (record), "*") == 0
                                          ? _("The same in every store")
                                          : paz_record_get_owner (record));
  add_row (grid, C_("column", "Handling Level"), C_("level", paz_level_get_label (paz_record_get_level (record))));
  if (release[0] != '\0')
    add_row (grid, C_("column", "Released To"), release);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const PazField *field = &kind->fields[i];
      g_autofree char *text = paz_store_dup_display (cli->store, record, field, paz_cli_get_words ());

      if (!paz_cli_leaves (field) || text[0] == '\0')
        continue;
      if (field->type == PAZ_VALUE_TRILINGUAL)
        add_texts (grid, kind, record, field);
      else
        add_row (grid, paz_cli_get_label (kind, field), text);
    }
  paz_grid_print (grid, PAZ_GRID_TABLE);
}

/* A record that the readers may not see is not there, in the same words. */
static PazRecord *
find_for_readers (PazCli        *cli,
                  const PazKind *kind,
                  PazArguments  *arguments,
                  PazExit       *exit)
{
  const char *text = paz_arguments_get_word (arguments, 1);
  g_autoptr (PazAudience) readers = paz_cli_read_readers (cli, arguments, &paz_verb_show, exit);
  g_autoptr (PazRecord) record = readers != NULL ? paz_cli_find_record (cli, kind, text, exit) : NULL;
  g_autoptr (PazGate) gate = NULL;
  PazRecord *passed;

  if (record == NULL)
    return NULL;
  gate = paz_gate_new (cli->store, readers);
  passed = paz_gate_pass (gate, record);
  if (passed == NULL)
    *exit = paz_cli_refuse (_("There is no record of kind “%s” called “%s”."), kind->key, text);

  return passed;
}

static PazExit
run_show (PazCli       *cli,
          PazArguments *arguments)
{
  g_autoptr (PazRecord) record = NULL;
  g_autoptr (PazJson) json = paz_json_new ();
  const PazKind *kind;
  PazExit exit;

  kind = paz_cli_find_kind (paz_arguments_get_word (arguments, 0), &exit);
  if (kind == NULL || !paz_cli_open (cli, PAZ_STORE_OPEN_READ_ONLY, &exit))
    return exit;
  record = find_for_readers (cli, kind, arguments, &exit);
  if (record == NULL)
    return exit;

  if (cli->json)
    {
      paz_cli_add_record (json, record);
      paz_json_print (json);
    }
  else
    print_record (cli, record);
  if (paz_record_is_deleted (record))
    paz_cli_say (_("This record was deleted."));

  return PAZ_EXIT_DONE;
}

const PazVerb paz_verb_show = {
  .name = "show",
  .usage = N_("show KIND ID [--for READERS]"),
  .summary = N_("Print one record with all its fields."),
  .details = N_("A code or title does for the id where no other record of the kind has it."),
  .options = show_options,
  .min_words = 2,
  .max_words = 2,
  .run = run_show,
};
