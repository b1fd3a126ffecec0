/* texts: translations that wait, out to a PO file and back. */
#include "paz-gate.h"
#include "paz-json.h"
#include "paz-verbs.h"

#include "table/paz-po.h"

#include <string.h>

static const PazOption texts_options[] = {
  { "to", NC_("argument", "LANGUAGE"), FALSE, N_("The language to translate into: es, pt or en") },
  { "out", NC_("argument", "FILE"), FALSE, N_("The PO file to write") },
  { "kinds", NC_("argument", "KIND,…"), TRUE, N_("Only texts of records of these kinds") },
  { "all", NULL, FALSE, N_("Also the translations that are current") },
  { "dry-run", NULL, FALSE, N_("Say what would come in and change nothing") },
  PAZ_GATE_OPTION,
  { NULL }
};

/* ---- count ---- */

static PazExit
run_count (PazCli *cli)
{
  g_autoptr (PazJson) json = paz_json_new ();
  g_autoptr (GError) error = NULL;
  PazTextCounts counts[PAZ_N_LANGUAGES];
  PazExit exit;

  if (!paz_cli_open (cli, PAZ_STORE_OPEN_READ_ONLY, &exit))
    return exit;
  if (!paz_store_count_texts (cli->store, counts, NULL, &error))
    return paz_cli_fail (cli, error, cli->store_path);
  paz_json_begin_object (json);
  for (int i = 0; i < PAZ_N_LANGUAGES; i++)
    {
      g_autofree char *line = g_strdup_printf (_("%s: %u missing, %u out of date, %u current"),
                                               paz_language_get_name (i), counts[i].missing, counts[i].stale,
                                               counts[i].current);

      paz_json_add_key (json, paz_language_get_code (i));
      paz_json_begin_object (json);
      paz_json_set_integer (json, "missing", counts[i].missing);
      paz_json_set_integer (json, "stale", counts[i].stale);
      paz_json_set_integer (json, "current", counts[i].current);
      paz_json_end_object (json);
      if (cli->json)
        continue;
      paz_cli_print (line);
      paz_cli_print ("\n");
    }
  paz_json_end_object (json);
  if (cli->json)
    paz_json_print (json);

  return PAZ_EXIT_DONE;
}

/* ---- export ---- */

/* NULL-terminated; *kinds NULL: all. */
static gboolean
read_kinds (PazArguments     *arguments,
            const PazKind  ***kinds,
            PazExit          *exit)
{
  g_auto (GStrv) keys = paz_arguments_dup_split (arguments, "kinds");
  g_autoptr (GPtrArray) list = g_ptr_array_new ();

  *kinds = NULL;
  if (keys == NULL)
    return TRUE;
  for (guint i = 0; keys[i] != NULL; i++)
    {
      const PazKind *kind = paz_cli_find_kind (keys[i], exit);

      if (kind == NULL)
        return FALSE;
      g_ptr_array_add (list, (gpointer) kind);
    }
  g_ptr_array_add (list, NULL);
  *kinds = (const PazKind **) g_ptr_array_free (g_steal_pointer (&list), FALSE);

  return TRUE;
}

static PazExit
export_to (PazCli            *cli,
           const PazTextQuery *query,
           const PazAudience *readers,
           const char        *path)
{
  g_autoptr (PazJson) json = paz_json_new ();
  g_autoptr (GError) error = NULL;
  guint n = 0;

  if (!paz_po_export (cli->store, query, readers, paz_cli_get_words (), path, &n, &error))
    {
      if (!g_error_matches (error, PAZ_PO_ERROR, PAZ_PO_ERROR_NOTHING))
        return paz_cli_fail (cli, error, path);
      paz_cli_say (_("There is nothing to translate. No file was written."));
      path = NULL;
    }
  if (cli->json)
    {
      paz_json_begin_object (json);
      paz_json_set_text (json, "file", path);
      paz_json_set_text (json, "language", paz_language_get_code (query->target));
      paz_json_set_integer (json, "texts", n);
      paz_json_end_object (json);
      paz_json_print (json);
    }
  else if (path != NULL)
    paz_cli_say (paz_catalogue_ntext (paz_cli_get_words (), "Wrote %u text.", "Wrote %u texts.", n), n);

  return PAZ_EXIT_DONE;
}

static PazExit
run_export (PazCli       *cli,
            PazArguments *arguments)
{
  const char *code = paz_arguments_get (arguments, "to");
  const char *path = paz_arguments_get (arguments, "out");
  g_autofree const PazKind **kinds = NULL;
  g_autoptr (PazAudience) readers = NULL;
  PazTextQuery query = { 0 };
  PazExit exit;

  if (code == NULL || path == NULL)
    return paz_cli_misuse (&paz_verb_texts, _("Say the language with --to and the file with --out."));
  if (!paz_language_from_code (code, &query.target))
    return paz_cli_misuse (&paz_verb_texts, _("There is no language “%s”. Choose es, pt or en."), code);
  if (!read_kinds (arguments, &kinds, &exit) || !paz_cli_open (cli, PAZ_STORE_OPEN_READ_ONLY, &exit))
    return exit;
  readers = paz_cli_read_readers (cli, arguments, &paz_verb_texts, &exit);
  if (readers == NULL)
    return exit;
  query.kinds = kinds;
  query.states = PAZ_TEXTS_WAITING | (paz_arguments_has (arguments, "all") ? PAZ_TEXTS_CURRENT : 0);

  return export_to (cli, &query, readers, path);
}

/* ---- import ---- */

static const char * const outcome_keys[PAZ_N_PO_OUTCOMES] = { "new", "changed", "same", "open", "conflicts", "refused" };

static const char *
get_reason_key (PazPoReason reason)
{
  switch (reason)
    {
    case PAZ_PO_REASON_CONTEXT:
      return "context";
    case PAZ_PO_REASON_RECORD:
      return "record";
    case PAZ_PO_REASON_FIELD:
      return "field";
    case PAZ_PO_REASON_TEXT:
      return "text";
    case PAZ_PO_REASON_SOURCE:
      return "source_changed";
    case PAZ_PO_REASON_LANGUAGE:
      return "language";
    case PAZ_PO_REASON_UNDECIDED:
      return "undecided";
    case PAZ_PO_REASON_TWICE:
      return "twice";
    case PAZ_PO_REASON_NONE:
      break;
    }

  return NULL;
}

static void
add_findings (PazJson     *json,
              PazPoImport *import)
{
  GPtrArray *entries = paz_po_import_get_entries (import);

  paz_json_add_key (json, "findings");
  paz_json_begin_array (json);
  for (guint i = 0; i < entries->len; i++)
    {
      const PazPoEntry *entry = entries->pdata[i];
      g_autofree char *text = NULL;

      if (entry->outcome != PAZ_PO_CONFLICT && entry->outcome != PAZ_PO_REFUSED)
        continue;
      text = paz_po_entry_dup_text (entry, paz_cli_get_words ());
      paz_json_begin_object (json);
      paz_json_set_integer (json, "line", entry->line);
      paz_json_set_text (json, "entry", entry->context);
      paz_json_set_text (json, "reason", get_reason_key (entry->reason));
      paz_json_set_text (json, "text", text);
      paz_json_end_object (json);
    }
  paz_json_end_array (json);
}

static void
print_json (PazPoImport *import,
            gboolean     dry_run,
            guint64      step)
{
  g_autoptr (PazJson) json = paz_json_new ();

  paz_json_begin_object (json);
  paz_json_set_text (json, "language", paz_language_get_code (paz_po_import_get_language (import)));
  paz_json_set_flag (json, "dry_run", dry_run);
  paz_json_set_integer (json, "step", step);
  for (int i = 0; i < PAZ_N_PO_OUTCOMES; i++)
    paz_json_set_integer (json, outcome_keys[i], paz_po_import_count (import, i));
  add_findings (json, import);
  paz_json_end_object (json);
  paz_json_print (json);
}

static void
print_words (PazPoImport *import)
{
  const char * const labels[PAZ_N_PO_OUTCOMES] = {
    C_("import", "New"), C_("import", "Changed"), C_("import", "Same"), C_("import", "Not translated"),
    C_("import", "Kept aside"), C_("import", "Refused"),
  };
  GPtrArray *entries = paz_po_import_get_entries (import);

  for (int i = 0; i < PAZ_N_PO_OUTCOMES; i++)
    {
      g_autofree char *number = paz_catalogue_dup_integer (paz_cli_get_words (), paz_po_import_count (import, i));
      g_autofree char *line = g_strdup_printf ("%s: %s\n", labels[i], number);

      paz_cli_print (line);
    }
  for (guint i = 0; i < entries->len; i++)
    {
      const PazPoEntry *entry = entries->pdata[i];
      g_autofree char *text = paz_po_entry_dup_text (entry, paz_cli_get_words ());

      if (entry->outcome == PAZ_PO_CONFLICT || entry->outcome == PAZ_PO_REFUSED)
        paz_cli_say ("%s", text);
    }
}

static PazExit
run_import (PazCli       *cli,
            PazArguments *arguments)
{
  const char *path = paz_arguments_get_word (arguments, 1);
  gboolean dry_run = paz_arguments_has (arguments, "dry-run");
  g_autoptr (PazPoImport) import = NULL;
  g_autoptr (GError) error = NULL;
  guint64 step = 0;
  PazExit exit;

  if (path == NULL)
    return paz_cli_misuse (&paz_verb_texts, _("Say which file is to be imported."));
  if (!paz_cli_open (cli, dry_run ? PAZ_STORE_OPEN_READ_ONLY : PAZ_STORE_OPEN_NONE, &exit))
    return exit;
  import = paz_po_import_read (path, cli->store, &error);
  if (import == NULL)
    return paz_cli_fail (cli, error, path);
  if (!dry_run && !paz_po_import_apply (import, cli->store, NULL, NULL, NULL, &step, &error))
    return paz_cli_fail (cli, error, cli->store_path);
  if (cli->json)
    print_json (import, dry_run, step);
  else
    print_words (import);
  if (dry_run)
    paz_cli_say (_("This was a trial. Nothing was changed."));

  return paz_po_import_count (import, PAZ_PO_CONFLICT) + paz_po_import_count (import, PAZ_PO_REFUSED) > 0
           ? PAZ_EXIT_FINDINGS : PAZ_EXIT_DONE;
}

static PazExit
run_texts (PazCli       *cli,
           PazArguments *arguments)
{
  const char *what = paz_arguments_get_word (arguments, 0);

  /* Counts are of the whole store, for who keeps it. */
  if (what == NULL && paz_arguments_has (arguments, "for"))
    return paz_cli_misuse (&paz_verb_texts, _("--for goes with “texts export”."));
  if (what == NULL)
    return run_count (cli);
  if (strcmp (what, "export") == 0 && paz_arguments_n_words (arguments) == 1)
    return run_export (cli, arguments);
  if (strcmp (what, "import") == 0)
    return run_import (cli, arguments);

  return paz_cli_misuse (&paz_verb_texts, _("“%s” is neither export nor import."), what);
}

const PazVerb paz_verb_texts = {
  .name = "texts",
  .usage = N_("texts [export --to LANGUAGE --out FILE [--kinds KIND,…] [--all] [--for READERS] | import FILE [--dry-run]]"),
  .summary = N_("Count the translations that wait, hand them out as a PO file, take them in again."),
  .details = N_("A translation that is out of date goes out as fuzzy, with the source text it was made from. "
                "What comes back becomes one step. Where the source was changed since the export, the "
                "translation is kept aside for a person, and the exit is 3."),
  .options = texts_options,
  .min_words = 0,
  .max_words = 2,
  .run = run_texts,
};
