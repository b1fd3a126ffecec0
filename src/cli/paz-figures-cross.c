/* figures cross: any two axes of the facts, what is asked of them, and the views that are ready. */
#include "paz-figures-verb.h"
#include "paz-gate.h"
#include "paz-grid.h"
#include "paz-json.h"

#include "base/paz-date.h"
#include "figures/paz-cross.h"

/* ---- what is asked ---- */

static char *
dup_keys (const char * const *keys)
{
  return g_strjoinv (", ", (char **) keys);
}

static gboolean
read_ask (PazArguments     *arguments,
          PazFiguresChoice *choice,
          PazExit          *exit)
{
  const char *text = paz_arguments_get (arguments, "ask");
  const char *keys[PAZ_N_ASKS + 1] = { NULL };
  g_autofree char *list = NULL;

  if (text == NULL || paz_ask_from_key (text, &choice->ask))
    return TRUE;

  for (guint i = 0; i < PAZ_N_ASKS; i++)
    keys[i] = paz_ask_get_key ((PazAsk) i);
  list = dup_keys (keys);
  *exit = paz_cli_misuse (&paz_verb_figures, _("“%s” cannot be asked. Choose among: %s."), text, list);
  return FALSE;
}

static gboolean
read_axis (PazArguments *arguments,
           const char   *option,
           PazAxis      *axis,
           PazExit      *exit)
{
  const char *text = paz_arguments_get (arguments, option);
  const char *keys[PAZ_N_AXES + 1] = { NULL };
  g_autofree char *list = NULL;

  if (text == NULL || paz_axis_from_key (text, axis))
    return TRUE;

  for (guint i = 0; i < PAZ_N_AXES; i++)
    keys[i] = paz_axis_get_key ((PazAxis) i);
  list = dup_keys (keys);
  *exit = paz_cli_misuse (&paz_verb_figures, _("“%s” is no axis. Choose among: %s."), text, list);
  return FALSE;
}

static gboolean
read_set (PazArguments     *arguments,
          PazFiguresChoice *choice,
          PazExit          *exit)
{
  const char *text = paz_arguments_get (arguments, "set");
  g_autofree char *list = NULL;

  if (text == NULL)
    return TRUE;
  if (!g_strv_contains (paz_figures_list_sets (), text))
    {
      list = dup_keys (paz_figures_list_sets ());
      *exit = paz_cli_misuse (&paz_verb_figures, _("“%s” is no set of contributors. Choose among: %s."), text, list);
      return FALSE;
    }
  if (paz_arguments_has (arguments, "region") && !g_str_equal (text, "region"))
    {
      *exit = paz_cli_misuse (&paz_verb_figures, _("Give --set or --region, not both."));
      return FALSE;
    }
  g_free (choice->set);
  choice->set = g_strdup (text);

  return TRUE;
}

static gboolean
read_order (PazArguments     *arguments,
            PazFiguresChoice *choice,
            PazExit          *exit)
{
  const char *text = paz_arguments_get (arguments, "order");

  if (text == NULL)
    return TRUE;
  choice->by_value = g_str_equal (text, "value");
  if (choice->by_value || g_str_equal (text, "name"))
    return TRUE;

  *exit = paz_cli_misuse (&paz_verb_figures, _("Rows are ordered by name or by value, not by “%s”."), text);
  return FALSE;
}

static void
take_list (PazArguments   *arguments,
           const char     *option,
           char         ***list)
{
  char **found = paz_arguments_dup_split (arguments, option);

  if (found == NULL)
    return;
  g_strfreev (*list);
  *list = found;
}

static gboolean
read_choice (PazArguments          *arguments,
             const PazPivotChoice  *months,
             PazFiguresChoice      *choice,
             PazExit               *exit)
{
  if (!read_ask (arguments, choice, exit) || !read_axis (arguments, "rows", &choice->rows, exit)
      || !read_axis (arguments, "columns", &choice->columns, exit) || !read_set (arguments, choice, exit)
      || !read_order (arguments, choice, exit))
    return FALSE;
  if (choice->rows == choice->columns && choice->rows != PAZ_AXIS_NONE)
    {
      *exit = paz_cli_misuse (&paz_verb_figures, _("Rows and columns are both “%s”."), paz_axis_get_key (choice->rows));
      return FALSE;
    }
  take_list (arguments, "participant", &choice->contributors);
  take_list (arguments, "mission", &choice->missions);
  take_list (arguments, "type", &choice->types);
  choice->from = months->filter.from;
  choice->to = months->filter.to;

  return TRUE;
}

/* NULL: *exit. */
static PazFiguresChoice *
start_choice (PazCli       *cli,
              PazArguments *arguments,
              PazExit      *exit)
{
  const char *name = paz_arguments_get (arguments, "view");
  const char *own = paz_store_get_participant (cli->store);
  PazFiguresChoice *choice;
  g_autofree char *list = NULL;

  if (name == NULL)
    return paz_figures_choice_new ();
  choice = paz_figures_choice_find_ready (name, own);
  if (choice != NULL)
    return choice;

  list = dup_keys (paz_figures_list_ready ());
  if (g_strv_contains (paz_figures_list_ready (), name))
    *exit = paz_cli_misuse (&paz_verb_figures, _("“%s” is about the delegation of this store, which is not known."), name);
  else
    *exit = paz_cli_misuse (&paz_verb_figures, _("There is no view “%s”. Choose among: %s."), name, list);
  return NULL;
}

/* ---- what is printed ---- */

static void
set_cell (PazJson            *json,
          const PazCross     *cross,
          const PazCrossCell *cell)
{
  gboolean share = paz_ask_is_share (cross->choice->ask), rank = paz_ask_is_rank (cross->choice->ask);

  paz_json_set_flag (json, "known", cell->known);
  paz_json_set_real (json, "value", cell->value, share ? 6 : 0);
  if (cell->known && (share || rank))
    {
      if (share)
        paz_json_set_integer (json, "part", (gint64) cell->part);
      paz_json_set_integer (json, "base", (gint64) cell->base);
    }
  if (cross->choice->ask == PAZ_ASK_SHARE_OF_WOMEN)
    {
      paz_json_set_real (json, "target", cell->target, 4);
      paz_json_set_flag (json, "target_derived", cell->target_derived);
    }
  paz_json_set_integer (json, "untold", (gint64) cell->untold);
}

static void
print_cells (PazJson            *json,
             const PazCross     *cross,
             const PazCrossCell *cells,
             const PazCrossCell *total)
{
  paz_json_add_key (json, "cells");
  paz_json_begin_array (json);
  for (guint i = 0; i < cross->columns->len; i++)
    {
      paz_json_begin_object (json);
      paz_json_set_text (json, "column", ((PazCrossHead *) cross->columns->pdata[i])->key);
      set_cell (json, cross, &cells[i]);
      paz_json_end_object (json);
    }
  paz_json_end_array (json);
  if (total == NULL)
    return;
  paz_json_add_key (json, "total");
  paz_json_begin_object (json);
  set_cell (json, cross, total);
  paz_json_end_object (json);
}

static void
set_months (PazJson        *json,
            const PazCross *cross)
{
  char text[8];

  paz_json_set_text (json, "from", cross->from != 0 ? paz_month_format (cross->from, text) : NULL);
  paz_json_set_text (json, "to", cross->to != 0 ? paz_month_format (cross->to, text) : NULL);
  paz_json_add_key (json, "gaps");
  paz_json_begin_array (json);
  for (guint i = 0; i < cross->gaps->len; i++)
    paz_json_add_text (json, paz_month_format (g_array_index (cross->gaps, guint16, i), text));
  paz_json_end_array (json);
}

static void
print_json (const PazCross *cross)
{
  g_autoptr (PazJson) json = paz_json_new ();

  paz_json_begin_object (json);
  paz_json_set_text (json, "ask", paz_ask_get_key (cross->choice->ask));
  paz_json_set_text (json, "rows", paz_axis_get_key (cross->choice->rows));
  paz_json_set_text (json, "columns", paz_axis_get_key (cross->choice->columns));
  paz_json_set_text (json, "title", cross->title);
  paz_json_set_text (json, "headline", cross->headline);
  set_months (json, cross);
  paz_json_set_integer (json, "reported", cross->n_reported);
  paz_json_add_key (json, "table");
  paz_json_begin_array (json);
  for (guint i = 0; i < cross->rows->len; i++)
    {
      const PazCrossHead *head = cross->rows->pdata[i];

      paz_json_begin_object (json);
      paz_json_set_text (json, "row", head->key);
      paz_json_set_text (json, "name", head->name);
      print_cells (json, cross, paz_cross_get (cross, i, 0), cross->row_totals != NULL ? &cross->row_totals[i] : NULL);
      paz_json_end_object (json);
    }
  paz_json_end_array (json);
  if (cross->column_totals != NULL)
    {
      paz_json_add_key (json, "totals");
      paz_json_begin_object (json);
      print_cells (json, cross, cross->column_totals, cross->grand_total);
      paz_json_end_object (json);
    }
  paz_json_end_object (json);
  paz_json_print (json);
}

static void
add_row (PazGrid            *grid,
         const PazCross     *cross,
         const char         *name,
         const PazCrossCell *cells,
         const PazCrossCell *total)
{
  paz_grid_add_cell (grid, name);
  for (guint i = 0; i < cross->columns->len; i++)
    {
      g_autofree char *text = paz_cross_dup_text (cross, &cells[i]);

      paz_grid_add_cell (grid, text);
    }
  if (cross->row_totals != NULL)
    {
      g_autofree char *text = total != NULL ? paz_cross_dup_text (cross, total) : NULL;

      paz_grid_add_cell (grid, text);
    }
}

static void
print_table (const PazCross *cross)
{
  g_autoptr (PazGrid) grid = paz_grid_new ();

  paz_grid_add_column (grid, "row", C_("figures", paz_axis_get_label (cross->choice->rows)), PAZ_GRID_TEXT);
  for (guint i = 0; i < cross->columns->len; i++)
    {
      const PazCrossHead *head = cross->columns->pdata[i];

      paz_grid_add_column (grid, head->key, head->name, PAZ_GRID_NUMBER);
    }
  if (cross->row_totals != NULL)
    paz_grid_add_column (grid, "total", C_("figures", "Total"), PAZ_GRID_NUMBER);
  for (guint i = 0; i < cross->rows->len; i++)
    add_row (grid, cross, ((PazCrossHead *) cross->rows->pdata[i])->name, paz_cross_get (cross, i, 0),
             cross->row_totals != NULL ? &cross->row_totals[i] : NULL);
  if (cross->column_totals != NULL)
    add_row (grid, cross, C_("figures", "Total"), cross->column_totals, cross->grand_total);
  if (cross->rows->len > 0)
    paz_grid_print (grid, PAZ_GRID_TABLE);
  paz_cli_say ("%s", cross->title);
  paz_cli_say ("%s", cross->headline);
  if (*cross->coverage != '\0')
    paz_cli_say ("%s", cross->coverage);
  if (cross->choice->ask == PAZ_ASK_PERSON_MONTHS)
    paz_cli_say (_("These sums run over several months: they are person-months, not people."));
}

static gboolean
read_csv (PazCli       *cli,
          PazArguments *arguments,
          gboolean     *csv,
          PazExit      *exit)
{
  const char *text = paz_arguments_get (arguments, "format");

  *csv = g_strcmp0 (text, "csv") == 0;
  if (g_strcmp0 (text, "json") == 0)
    cli->json = TRUE;
  if (*csv && cli->json)
    *exit = paz_cli_misuse (&paz_verb_figures, _("Give --json or --format csv, not both."));
  else if (text != NULL && !*csv && !g_str_equal (text, "json") && !g_str_equal (text, "table"))
    *exit = paz_cli_misuse (&paz_verb_figures, _("“%s” is no format. Choose table, csv or json."), text);
  else
    return TRUE;

  return FALSE;
}

PazExit
paz_figures_run_cross (PazCli               *cli,
                       PazArguments         *arguments,
                       const PazPivotChoice *months)
{
  g_autoptr (PazFiguresChoice) choice = NULL;
  g_autoptr (PazAudience) readers = NULL;
  g_autoptr (PazFigures) figures = NULL;
  g_auto (GStrv) signatories = NULL;
  g_autoptr (PazCross) cross = NULL;
  g_autoptr (GError) error = NULL;
  gboolean csv;
  PazExit exit;

  if (!read_csv (cli, arguments, &csv, &exit) || !paz_cli_open (cli, PAZ_STORE_OPEN_READ_ONLY, &exit))
    return exit;
  choice = start_choice (cli, arguments, &exit);
  if (choice == NULL || !read_choice (arguments, months, choice, &exit))
    return exit;
  readers = paz_cli_read_readers (cli, arguments, &paz_verb_figures, &exit);
  if (readers == NULL)
    return exit;
  figures = paz_figures_load (cli->store, readers, NULL, &error);
  if (figures == NULL)
    return paz_cli_fail (cli, error, cli->store_path);

  signatories = paz_figures_list_signatories (cli->store, readers, NULL);
  cross = paz_cross_new (figures, choice, (const char * const *) signatories, paz_cli_get_words ());
  if (csv)
    {
      g_autofree char *lines = paz_cross_dup_lines (cross, ',');

      paz_cli_print (lines);
    }
  else if (cli->json)
    print_json (cross);
  else
    print_table (cross);

  return PAZ_EXIT_DONE;
}
