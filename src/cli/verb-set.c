/* set and delete: one named step through the door. */
#include "paz-cli-record.h"
#include "paz-verbs.h"

#include <string.h>

/* The value of "in=..." among the words from `first` on, or NULL. */
static const char *
find_container_word (PazArguments *arguments,
                     guint         first)
{
  const char *found = NULL;

  for (guint i = first; i < paz_arguments_n_words (arguments); i++)
    if (g_str_has_prefix (paz_arguments_get_word (arguments, i), "in="))
      found = paz_arguments_get_word (arguments, i) + strlen ("in=");

  return found;
}

static PazRecord *
create (PazCli        *cli,
        const PazKind *kind,
        const char    *in,
        PazExit       *exit)
{
  g_autoptr (PazRecord) container = NULL;

  if (kind->parent == NULL && in == NULL)
    return paz_store_create_record (cli->store, kind, NULL);

  if (kind->parent == NULL)
    *exit = paz_cli_misuse (&paz_verb_set, _("Records of kind “%s” stand in no other."), kind->key);
  else if (in == NULL)
    *exit = paz_cli_misuse (&paz_verb_set, _("A record of kind “%s” stands in one of kind “%s”. Add in=ID."),
                            kind->key, kind->parent);
  else
    container = paz_cli_find_record (cli, paz_kind_find (kind->parent), in, exit);

  return container != NULL ? paz_store_create_record (cli->store, kind, paz_record_get_id (container)) : NULL;
}

static PazRecord *
take_record (PazCli        *cli,
             const PazKind *kind,
             PazArguments  *arguments,
             guint         *first,
             PazExit       *exit)
{
  const char *word = paz_arguments_get_word (arguments, 1);
  g_autoptr (PazRecord) stored = NULL;

  *first = strchr (word, '=') == NULL ? 2 : 1;
  if (*first == 1)
    return create (cli, kind, find_container_word (arguments, 1), exit);

  if (paz_arguments_n_words (arguments) < 3)
    {
      *exit = paz_cli_misuse (&paz_verb_set, _("Something is missing after “%s”."), word);
      return NULL;
    }
  if (find_container_word (arguments, 2) != NULL)
    {
      *exit = paz_cli_refuse (_("A record stays where it was made."));
      return NULL;
    }
  stored = paz_cli_find_record (cli, kind, word, exit);

  return stored != NULL ? paz_record_dup (stored) : NULL;
}

static gboolean
assign_all (PazCli       *cli,
            PazRecord    *record,
            PazArguments *arguments,
            guint         first,
            PazExit      *exit)
{
  for (guint i = first; i < paz_arguments_n_words (arguments); i++)
    {
      const char *word = paz_arguments_get_word (arguments, i);

      if (!g_str_has_prefix (word, "in=") && !paz_cli_assign (cli, record, word, exit))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_complete (PazRecord *record,
             PazExit   *exit)
{
  g_autoptr (GPtrArray) problems = paz_record_check (record);

  for (guint i = 0; i < problems->len; i++)
    {
      const PazProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *text = paz_problem_dup_text (problem, paz_cli_get_words ());

      if (problem->field != NULL)
        *exit = paz_cli_refuse ("%s (%s): %s", paz_cli_get_label (paz_record_get_kind (record), problem->field),
                                problem->field->key, text);
      else
        *exit = paz_cli_refuse ("%s", text);
    }

  return problems->len == 0;
}

static void
print_saved (PazCli    *cli,
             PazRecord *record)
{
  g_autoptr (PazRecord) stored = paz_store_dup_record (cli->store, paz_record_get_id (record), NULL);
  g_autoptr (PazJson) json = paz_json_new ();

  if (cli->json)
    {
      paz_cli_add_record (json, stored != NULL ? stored : record);
      paz_json_print (json);
      return;
    }
  paz_cli_print (paz_record_get_id (record));
  paz_cli_print ("\n");
}

/* The name of the step that was just made, as undo would say it. */
static void
say_step (PazCli *cli)
{
  g_autoptr (PazStep) step = paz_store_dup_undo_step (cli->store);
  g_autofree char *name = NULL;

  if (step == NULL)
    return;
  name = paz_store_dup_step_name (cli->store, step, paz_cli_get_words ());
  paz_cli_say ("%s", name);
}

static PazExit
apply (PazCli    *cli,
       PazEdit   *edit,
       PazRecord *record)
{
  g_autoptr (GError) error = NULL;
  guint64 step = 0;

  if (!paz_store_apply (cli->store, edit, NULL, NULL, NULL, &step, &error))
    return paz_cli_fail (cli, error, cli->store_path);

  print_saved (cli, record);
  if (step == 0)
    paz_cli_say (_("Nothing was different."));
  else
    say_step (cli);

  return PAZ_EXIT_DONE;
}

static PazExit
run_set (PazCli       *cli,
         PazArguments *arguments)
{
  g_autoptr (PazRecord) record = NULL;
  g_autoptr (PazEdit) edit = paz_edit_new ();
  const PazKind *kind;
  guint first;
  PazExit exit;

  kind = paz_cli_find_kind (paz_arguments_get_word (arguments, 0), &exit);
  if (kind == NULL || !paz_cli_open (cli, PAZ_STORE_OPEN_NONE, &exit))
    return exit;
  record = take_record (cli, kind, arguments, &first, &exit);
  if (record == NULL || !assign_all (cli, record, arguments, first, &exit) || !is_complete (record, &exit))
    return exit;

  paz_edit_put (edit, record);
  return apply (cli, edit, record);
}

static PazExit
run_delete (PazCli       *cli,
            PazArguments *arguments)
{
  g_autoptr (PazRecord) record = NULL;
  g_autoptr (PazEdit) edit = paz_edit_new ();
  const PazKind *kind;
  PazExit exit;

  kind = paz_cli_find_kind (paz_arguments_get_word (arguments, 0), &exit);
  if (kind == NULL || !paz_cli_open (cli, PAZ_STORE_OPEN_NONE, &exit))
    return exit;
  record = paz_cli_find_record (cli, kind, paz_arguments_get_word (arguments, 1), &exit);
  if (record == NULL)
    return exit;

  paz_edit_remove (edit, record);
  return apply (cli, edit, record);
}

const PazVerb paz_verb_set = {
  .name = "set",
  .usage = N_("set KIND [ID] FIELD=VALUE…"),
  .summary = N_("Change a record, or make a new one where no id is given."),
  .details = N_("Prints the id, or with --json the whole record. All of it is one step that “undo” takes back.\n"
                "\n"
                "  title.es=TEXT          a text in one of its three languages\n"
                "  title.src=pt           its source language\n"
                "  title.es.official=yes  an official text\n"
                "  title.es.current=yes   this translation fits the source as it is now\n"
                "  participants=PER,URY   a set, by commas; links by id, code or title\n"
                "  due=2024-05-31         a date, also 2024-05 or 2024; numbers with “.”\n"
                "  due=                   not answered; ? is not known, n/a not applicable\n"
                "  owner=PER              the delegation that answers for a new record\n"
                "  level=network          public, network, named or national\n"
                "  release=ARG,BRA        the participants who may see it (level named)\n"
                "  in=ID                  the record that holds a new one"),
  .min_words = 2,
  .max_words = G_MAXUINT,
  .run = run_set,
};

const PazVerb paz_verb_delete = {
  .name = "delete",
  .usage = N_("delete KIND ID"),
  .summary = N_("Delete a record and what stands inside it; “undo” brings it back."),
  .details = N_("A code or title does for the id where no other record of the kind has it."),
  .min_words = 2,
  .max_words = 2,
  .run = run_delete,
};
