/* paste: a block of cells, as a spreadsheet copies it, tried out or taken in as one step. */
#include "paz-cli-record.h"
#include "paz-json.h"
#include "paz-verbs.h"

#include "table/paz-paste.h"

#include <stdio.h>
#include <string.h>

static const PazOption paste_options[] = {
  { "in", NC_("argument", "ID"), FALSE, N_("The record that holds new ones, for kinds that stand in another") },
  { "match", NC_("argument", "BY"), FALSE, N_("Rows already here are known by id, key or title; none: every row is new") },
  { "dates", NC_("argument", "ORDER"), FALSE, N_("dmy or mdy, where the cells themselves do not tell") },
  { "headings", NC_("argument", "ROWS"), FALSE, N_("How many rows are headings: 0, 1 or 2 (otherwise recognised)") },
  { "clear", NULL, FALSE, N_("An empty cell takes away what is there") },
  { "partly", NULL, FALSE, N_("Leave out what is wrong and take in the rest") },
  { "dry-run", NULL, FALSE, N_("Say what would come in and change nothing") },
  { NULL }
};

/* ---- the block ---- */

static char *
read_input (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char buffer[8192];
  gsize n;

  while ((n = fread (buffer, 1, sizeof buffer, stdin)) > 0)
    g_string_append_len (text, buffer, n);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
is_html (const char *text)
{
  const char *start = text + strspn (text, " \t\r\n");

  return g_ascii_strncasecmp (start, "<html", 5) == 0 || g_ascii_strncasecmp (start, "<!doctype", 9) == 0 ||
         g_ascii_strncasecmp (start, "<meta", 5) == 0 || g_ascii_strncasecmp (start, "<table", 6) == 0 ||
         g_ascii_strncasecmp (start, "<google-sheets", 14) == 0;
}

/* A file of commas or semicolons is read, too, when its first line has no tab. */
static char
find_delimiter (const char *path,
                const char *text)
{
  g_autofree char *line = g_strndup (text, strcspn (text, "\r\n"));
  guint commas = 0, semicolons = 0;

  if (strchr (line, '\t') != NULL || !g_str_has_suffix (path, ".csv"))
    return '\t';
  for (const char *p = line; *p != '\0'; p++)
    {
      commas += *p == ',';
      semicolons += *p == ';';
    }

  return semicolons > commas ? ';' : ',';
}

static PazBlock *
read_block (PazCli     *cli,
            const char *path,
            PazExit    *exit)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length = 0;
  PazBlock *block = NULL;

  if (strcmp (path, "-") == 0)
    {
      text = read_input ();
      length = strlen (text);
    }
  else if (!g_file_get_contents (path, &text, &length, &error))
    {
      *exit = paz_cli_fail (cli, error, path);
      return NULL;
    }

  block = is_html (text) ? paz_block_read_html (text, (gssize) length, &error)
                         : paz_block_read_text (text, (gssize) length, find_delimiter (path, text), &error);
  if (block == NULL)
    *exit = paz_cli_fail (cli, error, path);

  return block;
}

/* ---- settings ---- */

static const char * const match_words[] = { "", "id", "key", "title", "none", NULL };
static const char * const date_words[] = { "", "dmy", "mdy", NULL };
static const char * const heading_words[] = { "0", "1", "2", NULL };

/* The place of the option's word among those there are; -1 when it is not given, -2 when wrong. */
static int
find_word (PazArguments       *arguments,
           const char         *option,
           const char * const *words,
           PazExit            *exit)
{
  const char *text = paz_arguments_get (arguments, option);

  if (text == NULL)
    return -1;
  for (int i = 0; words[i] != NULL; i++)
    if (strcmp (words[i], text) == 0)
      return i;
  *exit = paz_cli_misuse (&paz_verb_paste, _("“%s” is nothing that --%s can be."), text, option);

  return -2;
}

static gboolean
take_options (PazPaste     *paste,
              PazArguments *arguments,
              PazExit      *exit)
{
  int match = find_word (arguments, "match", match_words, exit);
  int dates = find_word (arguments, "dates", date_words, exit);
  int headings = find_word (arguments, "headings", heading_words, exit);

  if (match == -2 || dates == -2 || headings == -2)
    return FALSE;
  if (headings >= 0)
    paz_paste_set_n_headings (paste, (guint) headings);
  if (match > 0)
    paz_paste_set_match (paste, (PazPasteMatch) match);
  if (dates > 0)
    paz_paste_set_dates (paste, (PazPasteDates) dates);
  paz_paste_set_clears (paste, paz_arguments_has (arguments, "clear"));

  return TRUE;
}

static PazPaste *
make_paste (PazCli        *cli,
            PazBlock      *block,
            const PazKind *kind,
            const char    *container)
{
  g_autoptr (GPtrArray) visible = g_ptr_array_new ();

  for (guint i = 0; i < kind->n_fields; i++)
    if (paz_cli_leaves (&kind->fields[i]) && (kind->fields[i].flags & PAZ_FIELD_LISTED))
      g_ptr_array_add (visible, (gpointer) &kind->fields[i]);

  return paz_paste_new (block, kind, container, paz_catalogue_get_language (paz_cli_get_words ()),
                        (const PazField * const *) visible->pdata, visible->len);
}

static gboolean
find_container (PazCli        *cli,
                PazArguments  *arguments,
                const PazKind *kind,
                char         **id,
                PazExit       *exit)
{
  const char *in = paz_arguments_get (arguments, "in");
  g_autoptr (PazRecord) container = NULL;

  *id = NULL;
  if (kind->parent == NULL && in == NULL)
    return TRUE;
  if (kind->parent == NULL)
    *exit = paz_cli_misuse (&paz_verb_paste, _("Records of kind “%s” stand in no other."), kind->key);
  else if (in == NULL)
    *exit = paz_cli_misuse (&paz_verb_paste, _("A record of kind “%s” stands in one of kind “%s”. Add --in ID."),
                            kind->key, kind->parent);
  else
    container = paz_cli_find_record (cli, paz_kind_find (kind->parent), in, exit);
  if (container != NULL)
    *id = g_strdup (paz_record_get_id (container));

  return container != NULL;
}

/* ---- printing ---- */

static const char *
get_target_key (PazPasteTarget target)
{
  return target.is_id ? "id" : target.field != NULL ? target.field->key : NULL;
}

static void
add_columns (PazJson  *json,
             PazPaste *paste)
{
  paz_json_add_key (json, "columns");
  paz_json_begin_array (json);
  for (guint i = 0; i < paz_block_get_n_columns (paz_paste_get_block (paste)); i++)
    {
      PazPasteTarget target = paz_paste_get_target (paste, i);
      g_autofree char *heading = paz_paste_dup_heading (paste, i);

      paz_json_begin_object (json);
      paz_json_set_text (json, "heading", heading);
      paz_json_set_text (json, "field", get_target_key (target));
      paz_json_set_text (json, "language", target.language >= 0 ? paz_language_get_code (target.language) : NULL);
      paz_json_end_object (json);
    }
  paz_json_end_array (json);
}

static void
add_problems (PazJson  *json,
              PazPaste *paste)
{
  GPtrArray *problems = paz_paste_get_problems (paste);

  paz_json_add_key (json, "problems");
  paz_json_begin_array (json);
  for (guint i = 0; i < problems->len; i++)
    {
      const PazPasteProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *text = paz_paste_dup_problem (paste, problem, paz_cli_get_words ());
      gboolean of_cell = problem->column >= 0;

      paz_json_begin_object (json);
      paz_json_set_integer (json, "row", problem->row + 1);
      paz_json_set_text (json, "field", of_cell ? get_target_key (paz_paste_get_target (paste, problem->column)) : NULL);
      paz_json_set_text (json, "value", of_cell ? paz_block_get_text (paz_paste_get_block (paste), problem->row,
                                                                      problem->column) : NULL);
      paz_json_set_text (json, "text", text);
      paz_json_end_object (json);
    }
  paz_json_end_array (json);
}

static void
print_json (PazPaste *paste,
            gboolean  dry_run,
            guint64   step)
{
  const PazPasteCounts *counts = paz_paste_get_counts (paste);
  g_autoptr (PazJson) json = paz_json_new ();

  paz_json_begin_object (json);
  paz_json_set_flag (json, "dry_run", dry_run);
  paz_json_set_integer (json, "step", step);
  paz_json_set_integer (json, "rows", counts->n_rows);
  paz_json_set_integer (json, "add", counts->n_add);
  paz_json_set_integer (json, "update", counts->n_update);
  paz_json_set_integer (json, "same", counts->n_same);
  paz_json_set_integer (json, "wrong", counts->n_wrong);
  paz_json_set_integer (json, "new_cells", counts->n_new);
  paz_json_set_integer (json, "changed_cells", counts->n_changed);
  paz_json_set_integer (json, "wrong_cells", counts->n_wrong_cells);
  paz_json_set_flag (json, "open_dates", paz_paste_has_open_dates (paste));
  add_columns (json, paste);
  add_problems (json, paste);
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
print_words (PazPaste *paste)
{
  const PazPasteCounts *counts = paz_paste_get_counts (paste);
  GPtrArray *problems = paz_paste_get_problems (paste);

  print_count (C_("import", "Rows"), counts->n_rows);
  print_count (C_("import", "New"), counts->n_add);
  print_count (C_("import", "Changed"), counts->n_update);
  print_count (C_("import", "Same"), counts->n_same);
  print_count (C_("import", "Wrong"), counts->n_wrong);
  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *text = paz_paste_dup_problem (paste, g_ptr_array_index (problems, i), paz_cli_get_words ());

      paz_cli_say ("%s", text);
    }
}

/* ---- the verb ---- */

/* Nothing goes in while a cell is wrong, unless the rest was asked for. */
static PazExit
finish (PazCli       *cli,
        PazArguments *arguments,
        PazPaste     *paste)
{
  gboolean dry_run = paz_arguments_has (arguments, "dry-run");
  gboolean partly = paz_arguments_has (arguments, "partly");
  guint32 n_wrong = paz_paste_get_counts (paste)->n_wrong;
  gboolean refused = !dry_run && n_wrong > 0 && !partly;
  g_autoptr (GError) error = NULL;
  guint64 step = 0;

  if (!dry_run && !refused && !paz_paste_apply (paste, cli->store, partly, NULL, NULL, NULL, &step, &error))
    return paz_cli_fail (cli, error, cli->store_path);
  if (cli->json)
    print_json (paste, dry_run, step);
  else
    print_words (paste);
  if (dry_run)
    paz_cli_say (_("This was a trial. Nothing was changed."));
  if (refused)
    return paz_cli_refuse (_("Nothing was changed. Mend the cells, or add --partly to leave them out."));

  return n_wrong > 0 ? PAZ_EXIT_FINDINGS : PAZ_EXIT_DONE;
}

static PazExit
run_paste (PazCli       *cli,
           PazArguments *arguments)
{
  const char *path = paz_arguments_n_words (arguments) > 1 ? paz_arguments_get_word (arguments, 1) : "-";
  gboolean dry_run = paz_arguments_has (arguments, "dry-run");
  g_autoptr (PazBlock) block = NULL;
  g_autoptr (PazPaste) paste = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *container = NULL;
  const PazKind *kind;
  PazExit exit;

  kind = paz_cli_find_kind (paz_arguments_get_word (arguments, 0), &exit);
  if (kind == NULL || !paz_cli_open (cli, dry_run ? PAZ_STORE_OPEN_READ_ONLY : PAZ_STORE_OPEN_NONE, &exit) ||
      !find_container (cli, arguments, kind, &container, &exit))
    return exit;
  block = read_block (cli, path, &exit);
  if (block == NULL)
    return exit;
  paste = make_paste (cli, block, kind, container);
  if (!take_options (paste, arguments, &exit))
    return exit;
  if (!paz_paste_check (paste, cli->store, NULL, NULL, NULL, &error))
    return paz_cli_fail (cli, error, cli->store_path);

  return finish (cli, arguments, paste);
}

const PazVerb paz_verb_paste = {
  .name = "paste",
  .usage = N_("paste KIND [FILE|-] [--dry-run] [--partly] [--match id|key|title|none] [--in ID]"),
  .summary = N_("Take in a block of cells copied from a spreadsheet as one step."),
  .details = N_("The cells stand between tabs or in an HTML table, as a spreadsheet puts them on the clipboard. "
                "Columns are known by their heading, a field's key or its label in any of the three languages, "
                "else by the order of the list. Numbers and dates are read in the language of words (--lang) "
                "unless the column itself says otherwise; links by code or title. A row that is here already is "
                "changed, the others are new. Each wrong cell is told with its row, field, value and reason; "
                "while one is wrong nothing is changed, unless --partly is given: then the exit is 3."),
  .options = paste_options,
  .min_words = 1,
  .max_words = 2,
  .run = run_paste,
};
