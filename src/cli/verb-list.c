/* list: records that stand, as a table, CSV or JSON. */
#include "paz-cli-record.h"
#include "paz-cli-where.h"
#include "paz-gate.h"
#include "paz-grid.h"
#include "paz-verbs.h"

#include <string.h>

static const PazOption list_options[] = {
  { "search", NC_("argument", "TEXT"), FALSE, N_("Only records that hold these words, with or without accents") },
  { "where", NC_("argument", "CONDITION"), TRUE, N_("Only records that meet it, such as “due before 2026-01-01”; see below") },
  { "any", NULL, FALSE, N_("Records that meet one of several conditions, instead of all") },
  { "in", NC_("argument", "ID"), FALSE, N_("Only records inside this one") },
  { "deleted", NULL, FALSE, N_("Only records that were deleted") },
  { "format", NC_("argument", "FORMAT"), FALSE, N_("table, csv or json") },
  PAZ_GATE_OPTION,
  { NULL }
};

typedef enum
{
  FORMAT_TABLE,
  FORMAT_CSV,
  FORMAT_JSON,
} Format;

static gboolean
read_format (PazCli       *cli,
             PazArguments *arguments,
             Format       *format,
             PazExit      *exit)
{
  const char *text = paz_arguments_get (arguments, "format");

  *format = cli->json ? FORMAT_JSON : FORMAT_TABLE;
  if (text == NULL)
    return TRUE;
  if (strcmp (text, "table") == 0)
    *format = FORMAT_TABLE;
  else if (strcmp (text, "csv") == 0)
    *format = FORMAT_CSV;
  else if (strcmp (text, "json") == 0)
    *format = FORMAT_JSON;
  else
    {
      *exit = paz_cli_misuse (&paz_verb_list_records, _("There is no format “%s”. Choose table, csv or json."), text);
      return FALSE;
    }

  return TRUE;
}

static PazQuery *
make_query (PazCli        *cli,
            const PazKind *kind,
            PazArguments  *arguments,
            PazExit       *exit)
{
  g_autoptr (PazQuery) query = paz_query_new (kind);
  const char *search = paz_arguments_get (arguments, "search");
  const char *in = paz_arguments_get (arguments, "in");

  paz_query_set_language (query, paz_catalogue_get_language (paz_cli_get_words ()));
  if (search != NULL)
    paz_query_set_search (query, search);
  if (paz_arguments_has (arguments, "deleted"))
    paz_query_set_deleted (query, TRUE);
  if (in != NULL)
    {
      const PazKind *parent = kind->parent != NULL ? paz_kind_find (kind->parent) : NULL;
      g_autoptr (PazRecord) container = paz_cli_find_record (cli, parent, in, exit);

      if (container == NULL)
        return NULL;
      paz_query_set_container (query, paz_record_get_id (container));
    }
  paz_query_set_any (query, paz_arguments_has (arguments, "any"));
  for (const char * const *where = paz_arguments_list (arguments, "where"); *where != NULL; where++)
    if (!paz_cli_add_where (cli, query, *where, exit))
      return NULL;

  return g_steal_pointer (&query);
}

/* ---- printing ---- */

static void
print_json (GPtrArray *records)
{
  g_autoptr (PazJson) json = paz_json_new ();

  paz_json_begin_array (json);
  for (guint i = 0; i < records->len; i++)
    paz_cli_add_record (json, g_ptr_array_index (records, i));
  paz_json_end_array (json);
  paz_json_print (json);
}

/* A trilingual field takes a column a language. */
static void
add_csv_columns (PazGrid        *grid,
                 const PazField *field)
{
  if (field->type != PAZ_VALUE_TRILINGUAL)
    {
      paz_grid_add_column (grid, field->key, NULL, PAZ_GRID_TEXT);
      return;
    }
  for (int i = 0; i < PAZ_N_LANGUAGES; i++)
    {
      g_autofree char *key = g_strdup_printf ("%s.%s", field->key, paz_language_get_code (i));

      paz_grid_add_column (grid, key, NULL, PAZ_GRID_TEXT);
    }
}

static void
add_csv_cells (PazGrid        *grid,
               PazRecord      *record,
               const PazField *field)
{
  GVariant *value = paz_record_get_value (record, field);

  if (field->type == PAZ_VALUE_TRILINGUAL)
    {
      g_autoptr (PazTrilingual) texts = paz_trilingual_from_value (value);

      for (int i = 0; i < PAZ_N_LANGUAGES; i++)
        paz_grid_add_cell (grid, texts->in[i].text);
      return;
    }

  g_autofree char *plain = paz_value_dup_plain (field, value);

  paz_grid_add_cell (grid, plain);
}

static void
print_csv (const PazKind *kind,
           GPtrArray     *records)
{
  g_autoptr (PazGrid) grid = paz_grid_new ();

  paz_grid_add_column (grid, "id", NULL, PAZ_GRID_TEXT);
  for (guint i = 0; i < kind->n_fields; i++)
    if (paz_cli_leaves (&kind->fields[i]))
      add_csv_columns (grid, &kind->fields[i]);
  for (guint n = 0; n < records->len; n++)
    {
      PazRecord *record = g_ptr_array_index (records, n);

      paz_grid_add_cell (grid, paz_record_get_id (record));
      for (guint i = 0; i < kind->n_fields; i++)
        if (paz_cli_leaves (&kind->fields[i]))
          add_csv_cells (grid, record, &kind->fields[i]);
    }
  paz_grid_print (grid, PAZ_GRID_CSV);
}

static gboolean
is_listed (const PazField *field)
{
  return paz_cli_leaves (field) && (field->flags & PAZ_FIELD_LISTED);
}

static void
print_table (PazCli        *cli,
             const PazKind *kind,
             GPtrArray     *records)
{
  g_autoptr (PazGrid) grid = paz_grid_new ();

  paz_grid_add_column (grid, "id", C_("column", "Id"), PAZ_GRID_TEXT);
  for (guint i = 0; i < kind->n_fields; i++)
    if (is_listed (&kind->fields[i]))
      paz_grid_add_column (grid, kind->fields[i].key, paz_cli_get_label (kind, &kind->fields[i]),
                           kind->fields[i].type == PAZ_VALUE_INTEGER ? PAZ_GRID_NUMBER : PAZ_GRID_TEXT);
  for (guint n = 0; n < records->len; n++)
    {
      PazRecord *record = g_ptr_array_index (records, n);

      paz_grid_add_cell (grid, paz_record_get_id (record));
      for (guint i = 0; i < kind->n_fields; i++)
        if (is_listed (&kind->fields[i]))
          {
            g_autofree char *text = paz_store_dup_display (cli->store, record, &kind->fields[i],
                                                           paz_cli_get_words ());

            paz_grid_add_cell (grid, text);
          }
    }
  paz_grid_print (grid, PAZ_GRID_TABLE);
}

static GPtrArray *
pass_all (PazCli            *cli,
          GPtrArray         *records,
          const PazAudience *readers)
{
  g_autoptr (PazGate) gate = paz_gate_new (cli->store, readers);
  GPtrArray *passed = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < records->len; i++)
    {
      PazRecord *record = paz_gate_pass (gate, g_ptr_array_index (records, i));

      if (record != NULL)
        g_ptr_array_add (passed, record);
    }

  return passed;
}

static PazExit
run_list (PazCli       *cli,
          PazArguments *arguments)
{
  g_autoptr (PazQuery) query = NULL;
  g_autoptr (PazAudience) readers = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;
  const PazKind *kind;
  Format format;
  PazExit exit;

  kind = paz_cli_find_kind (paz_arguments_get_word (arguments, 0), &exit);
  if (kind == NULL || !read_format (cli, arguments, &format, &exit) ||
      !paz_cli_open (cli, PAZ_STORE_OPEN_READ_ONLY, &exit))
    return exit;
  readers = paz_cli_read_readers (cli, arguments, &paz_verb_list_records, &exit);
  query = readers != NULL ? make_query (cli, kind, arguments, &exit) : NULL;
  if (query == NULL)
    return exit;
  found = paz_store_list_records (cli->store, query, &error);
  if (found == NULL)
    return paz_cli_fail (cli, error, cli->store_path);
  records = pass_all (cli, found, readers);

  if (format == FORMAT_JSON)
    print_json (records);
  else if (format == FORMAT_CSV)
    print_csv (kind, records);
  else if (records->len > 0)
    print_table (cli, kind, records);
  else
    paz_cli_say ("%s", _(kind->phrases.empty));

  return PAZ_EXIT_DONE;
}

const PazVerb paz_verb_list_records = {
  .name = "list",
  .usage = N_("list KIND [--search TEXT] [--where CONDITION]… [--any] [--in ID] [--format table|csv|json] [--for READERS]"),
  .summary = N_("List the records of a kind."),
  .details = N_("A table shows what the list in the application shows, in the language of words; csv and "
                "json hold every field by its key, with ISO dates and “.” as decimal mark. In csv, text that a "
                "spreadsheet would run as a formula is preceded by an apostrophe.\n"
                "A condition is FIELD and one of: is VALUE, is not VALUE, contains TEXT, before DATE, after DATE, "
                "since DATE, until DATE, within PERIOD, is known, is unknown, is answered, is not answered, "
                "is not applicable, is mine, is of the region, is missing [LANGUAGE], is stale [LANGUAGE]. Numbers are compared "
                "the same way; of links, contains looks into titles. A period is today, this-week, last-month, "
                "next-year, last-30-days, 2026, 2026-05 or 2026-01-01..2026-06-30. Beside its fields every record "
                "has owner, level, changed, conflict, translation and mine: “changed within this-week”, "
                "“mine is yes”. Short forms: FIELD=VALUE, FIELD!=VALUE, FIELD~TEXT, FIELD<DATE, FIELD>DATE, "
                "FIELD= (not answered), FIELD!= (answered)."),
  .options = list_options,
  .min_words = 1,
  .max_words = 1,
  .run = run_list,
};
