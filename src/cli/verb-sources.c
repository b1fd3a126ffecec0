/* sources, revised: where figures come from, and what a data set changed of those before it. */
#include "paz-cli-record.h"
#include "paz-gate.h"
#include "paz-grid.h"
#include "paz-verbs.h"

#include "base/paz-date.h"
#include "figures/paz-figures.h"
#include "store/paz-speaking.h"

static const PazOption sources_options[] = {
  { "at", NC_("argument", "YYYY-MM"), FALSE, N_("One month (otherwise all)") },
  { "participant", NC_("argument", "ISO3"), TRUE, N_("Only these contributors") },
  { "mission", NC_("argument", "ACRONYM"), TRUE, N_("Only these missions") },
  PAZ_GATE_OPTION,
  { NULL }
};

static const PazOption revised_options[] = {
  PAZ_GATE_OPTION,
  { NULL }
};

static void
add_number (PazGrid *grid,
            gint64   number)
{
  g_autofree char *text = number >= 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : NULL;

  paz_grid_add_cell (grid, text);
}

/* ---- sources ---- */

static void
print_sources (GPtrArray *sources,
               GPtrArray *records)
{
  g_autoptr (PazGrid) grid = paz_grid_new ();

  paz_grid_add_column (grid, "data_set", C_("column", "Data set"), PAZ_GRID_TEXT);
  paz_grid_add_column (grid, "publisher", C_("column", "Publisher"), PAZ_GRID_TEXT);
  paz_grid_add_column (grid, "published", C_("column", "Published"), PAZ_GRID_TEXT);
  paz_grid_add_column (grid, "file", C_("column", "File"), PAZ_GRID_TEXT);
  paz_grid_add_column (grid, "first_line", C_("column", "First line"), PAZ_GRID_NUMBER);
  paz_grid_add_column (grid, "last_line", C_("column", "Last line"), PAZ_GRID_NUMBER);
  paz_grid_add_column (grid, "rows", C_("column", "Rows"), PAZ_GRID_NUMBER);
  paz_grid_add_column (grid, "women", C_("column", "Women"), PAZ_GRID_NUMBER);
  paz_grid_add_column (grid, "men", C_("column", "Men"), PAZ_GRID_NUMBER);
  for (guint i = 0; i < sources->len; i++)
    {
      const PazFactSource *source = sources->pdata[i];
      PazRecord *record = records->pdata[source->set];

      paz_grid_add_cell (grid, paz_record_get_text (record, "title"));
      paz_grid_add_cell (grid, paz_record_get_text (record, "publisher"));
      paz_grid_add_cell (grid, paz_record_get_text (record, "published"));
      paz_grid_add_cell (grid, paz_record_get_text (record, "file_name"));
      add_number (grid, source->first_row);
      add_number (grid, source->last_row);
      add_number (grid, source->n_facts);
      add_number (grid, (gint64) source->female);
      add_number (grid, (gint64) source->male);
    }
  paz_grid_print (grid, PAZ_GRID_TABLE);
}

static void
print_sources_json (GPtrArray *sources,
                    GPtrArray *records)
{
  g_autoptr (PazJson) json = paz_json_new ();

  paz_json_begin_array (json);
  for (guint i = 0; i < sources->len; i++)
    {
      const PazFactSource *source = sources->pdata[i];
      PazRecord *record = records->pdata[source->set];

      paz_json_begin_object (json);
      paz_json_set_text (json, "data_set", paz_record_get_id (record));
      paz_json_set_text (json, "title", paz_record_get_text (record, "title"));
      paz_json_set_text (json, "publisher", paz_record_get_text (record, "publisher"));
      paz_json_set_text (json, "published", paz_record_get_text (record, "published"));
      paz_json_set_text (json, "file", paz_record_get_text (record, "file_name"));
      paz_json_set_text (json, "imported", paz_record_get_text (record, "imported"));
      paz_json_set_integer (json, "first_line", source->first_row);
      paz_json_set_integer (json, "last_line", source->last_row);
      paz_json_set_integer (json, "rows", source->n_facts);
      paz_json_set_integer (json, "women", (gint64) source->female);
      paz_json_set_integer (json, "men", (gint64) source->male);
      paz_json_end_object (json);
    }
  paz_json_end_array (json);
  paz_json_print (json);
}

static PazExit
run_sources (PazCli       *cli,
             PazArguments *arguments)
{
  const char *at = paz_arguments_get (arguments, "at");
  g_auto (GStrv) contributors = paz_arguments_dup_split (arguments, "participant");
  g_auto (GStrv) missions = paz_arguments_dup_split (arguments, "mission");
  PazFactFilter filter = { 0 };
  g_autoptr (PazAudience) readers = NULL;
  g_autoptr (PazFigures) figures = NULL;
  g_autoptr (GPtrArray) sources = NULL;
  g_autoptr (GError) error = NULL;
  PazExit exit;

  filter.from = filter.to = at != NULL ? paz_month_parse (at) : 0;
  if (at != NULL && filter.from == 0)
    return paz_cli_misuse (&paz_verb_sources, _("“%s” is no month. Write it as 2014-03."), at);
  filter.contributors = (const char * const *) contributors;
  filter.missions = (const char * const *) missions;
  if (!paz_cli_open (cli, PAZ_STORE_OPEN_READ_ONLY, &exit))
    return exit;
  readers = paz_cli_read_readers (cli, arguments, &paz_verb_sources, &exit);
  if (readers == NULL)
    return exit;
  figures = paz_figures_load (cli->store, readers, NULL, &error);
  if (figures == NULL)
    return paz_cli_fail (cli, error, cli->store_path);

  sources = paz_facts_list_sources (paz_figures_get_facts (figures), &filter);
  if (cli->json)
    print_sources_json (sources, paz_figures_get_data_sets (figures));
  else if (sources->len > 0)
    print_sources (sources, paz_figures_get_data_sets (figures));
  else
    paz_cli_say (_("No data set says anything here: a gap, not zero."));

  return PAZ_EXIT_DONE;
}

/* ---- revised ---- */

static const char *
get_type_label (PazFactChangeType type)
{
  switch (type)
    {
    case PAZ_FACT_CHANGE_NEW:
      return C_("fact change", "new");
    case PAZ_FACT_CHANGE_CHANGED:
      return C_("fact change", "changed");
    case PAZ_FACT_CHANGE_GONE:
      return C_("fact change", "gone");
    }

  g_return_val_if_reached (NULL);
}

static void
add_change (PazGrid       *grid,
            PazFactChange *change)
{
  gint64 women[2], men[2];
  guint32 rows[2];
  char month[8];

  paz_fact_change_get_women (change, &women[0], &women[1]);
  paz_fact_change_get_men (change, &men[0], &men[1]);
  paz_fact_change_get_rows (change, &rows[0], &rows[1]);
  paz_grid_add_cell (grid, paz_month_format (paz_fact_change_get_month (change), month));
  for (guint i = 0; i < PAZ_N_DIMENSIONS; i++)
    paz_grid_add_cell (grid, paz_fact_change_get_key (change, i));
  paz_grid_add_cell (grid, get_type_label (paz_fact_change_get_change_type (change)));
  for (guint i = 0; i < 2; i++)
    add_number (grid, women[i]);
  for (guint i = 0; i < 2; i++)
    add_number (grid, men[i]);
  for (guint i = 0; i < 2; i++)
    add_number (grid, rows[i] > 0 ? (gint64) rows[i] : -1);
}

static void
print_changes (PazFactChangeList *changes)
{
  g_autoptr (PazGrid) grid = paz_grid_new ();
  guint n = g_list_model_get_n_items (G_LIST_MODEL (changes));

  paz_grid_add_column (grid, "month", C_("column", "Month"), PAZ_GRID_TEXT);
  paz_grid_add_column (grid, "contributor", C_("column", "Contributor"), PAZ_GRID_TEXT);
  paz_grid_add_column (grid, "mission", C_("column", "Mission"), PAZ_GRID_TEXT);
  paz_grid_add_column (grid, "personnel_type", C_("column", "Type of personnel"), PAZ_GRID_TEXT);
  paz_grid_add_column (grid, "change", C_("column", "Change"), PAZ_GRID_TEXT);
  paz_grid_add_column (grid, "women_before", C_("column", "Women before"), PAZ_GRID_NUMBER);
  paz_grid_add_column (grid, "women_after", C_("column", "Women after"), PAZ_GRID_NUMBER);
  paz_grid_add_column (grid, "men_before", C_("column", "Men before"), PAZ_GRID_NUMBER);
  paz_grid_add_column (grid, "men_after", C_("column", "Men after"), PAZ_GRID_NUMBER);
  paz_grid_add_column (grid, "line_before", C_("column", "Line before"), PAZ_GRID_NUMBER);
  paz_grid_add_column (grid, "line_after", C_("column", "Line after"), PAZ_GRID_NUMBER);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PazFactChange) change = g_list_model_get_item (G_LIST_MODEL (changes), i);

      add_change (grid, change);
    }
  paz_grid_print (grid, PAZ_GRID_TABLE);
}

static void
add_change_json (PazJson       *json,
                 PazFactChange *change)
{
  static const char * const types[PAZ_N_FACT_CHANGE_TYPES] = { "new", "changed", "gone" };
  static const char * const names[][2] = { { "women_before", "women_after" }, { "men_before", "men_after" } };
  gint64 numbers[2][2];
  guint32 rows[2];
  char month[8];

  paz_fact_change_get_women (change, &numbers[0][0], &numbers[0][1]);
  paz_fact_change_get_men (change, &numbers[1][0], &numbers[1][1]);
  paz_fact_change_get_rows (change, &rows[0], &rows[1]);
  paz_json_begin_object (json);
  paz_json_set_text (json, "month", paz_month_format (paz_fact_change_get_month (change), month));
  paz_json_set_text (json, "contributor", paz_fact_change_get_key (change, PAZ_DIMENSION_CONTRIBUTOR));
  paz_json_set_text (json, "mission", paz_fact_change_get_key (change, PAZ_DIMENSION_MISSION));
  paz_json_set_text (json, "personnel_type", paz_fact_change_get_key (change, PAZ_DIMENSION_TYPE));
  paz_json_set_text (json, "change", types[paz_fact_change_get_change_type (change)]);
  for (guint i = 0; i < 4; i++)
    if (numbers[i / 2][i % 2] >= 0)
      paz_json_set_integer (json, names[i / 2][i % 2], numbers[i / 2][i % 2]);
  if (rows[0] > 0)
    paz_json_set_integer (json, "line_before", rows[0]);
  if (rows[1] > 0)
    paz_json_set_integer (json, "line_after", rows[1]);
  paz_json_end_object (json);
}

static void
print_changes_json (PazFactChangeList *changes)
{
  g_autoptr (PazJson) json = paz_json_new ();
  guint n = g_list_model_get_n_items (G_LIST_MODEL (changes));

  paz_json_begin_array (json);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PazFactChange) change = g_list_model_get_item (G_LIST_MODEL (changes), i);

      add_change_json (json, change);
    }
  paz_json_end_array (json);
  paz_json_print (json);
}

static PazExit
run_revised (PazCli       *cli,
             PazArguments *arguments)
{
  g_autoptr (PazRecord) record = NULL;
  g_autoptr (PazAudience) readers = NULL;
  g_autoptr (PazFactChangeList) changes = NULL;
  g_autoptr (GError) error = NULL;
  PazExit exit;

  if (!paz_cli_open (cli, PAZ_STORE_OPEN_READ_ONLY, &exit))
    return exit;
  readers = paz_cli_read_readers (cli, arguments, &paz_verb_revised, &exit);
  if (readers == NULL)
    return exit;
  record = paz_cli_find_record (cli, NULL, paz_arguments_get_word (arguments, 0), &exit);
  if (record == NULL)
    return exit;
  changes = paz_store_compare_data_set (cli->store, paz_record_get_id (record), NULL, readers, NULL, &error);
  if (changes == NULL)
    return paz_cli_fail (cli, error, cli->store_path);

  if (!paz_fact_change_list_has_former (changes))
    paz_cli_say (_("Nothing spoke there before: all of it is new."));
  if (cli->json)
    print_changes_json (changes);
  else if (g_list_model_get_n_items (G_LIST_MODEL (changes)) > 0)
    print_changes (changes);
  else
    paz_cli_say (_("It changes nothing."));

  return PAZ_EXIT_DONE;
}

const PazVerb paz_verb_sources = {
  .name = "sources",
  .usage = N_("sources [--at YYYY-MM] [--participant ISO3]… [--mission ACRONYM]… [--for READERS]"),
  .summary = N_("Print the data sets that figures come from, and the lines of their files."),
  .options = sources_options,
  .run = run_sources,
};

const PazVerb paz_verb_revised = {
  .name = "revised",
  .usage = N_("revised ID [--for READERS]"),
  .summary = N_("Print what a data set changed of the figures that spoke before it, cell by cell."),
  .options = revised_options,
  .min_words = 1,
  .max_words = 1,
  .run = run_revised,
};
