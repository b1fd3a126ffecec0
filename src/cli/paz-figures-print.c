/* Figures as a table with names beside codes, or as JSON by keys alone. */
#include "paz-figures-verb.h"
#include "paz-grid.h"
#include "paz-json.h"

#include <math.h>

/* ---- participation ---- */

static void
print_participation_json (PazPivot             *pivot,
                          const PazPivotChoice *choice)
{
  g_autoptr (PazJson) json = paz_json_new ();

  paz_json_begin_array (json);
  for (guint n = 0; n < paz_pivot_get_n_rows (pivot); n++)
    {
      const PazFigure *figure = paz_pivot_get_row (pivot, n);

      paz_json_begin_object (json);
      for (guint i = 0; i < choice->n_keys; i++)
        paz_json_set_text (json, paz_key_get_name (choice->keys[i]), figure->keys[i]);
      paz_json_set_integer (json, "female", figure->female);
      paz_json_set_integer (json, "male", figure->male);
      paz_json_set_integer (json, "untold", figure->untold);
      paz_json_set_integer (json, "total", PAZ_FIGURE_TOTAL (figure));
      paz_json_end_object (json);
    }
  paz_json_end_array (json);
  paz_json_print (json);
}

static const char *
get_key_title (PazKey key)
{
  switch (key)
    {
    case PAZ_KEY_CONTRIBUTOR:
      return C_("column", "Contributor");
    case PAZ_KEY_MISSION:
      return C_("column", "Mission");
    case PAZ_KEY_PERSONNEL_TYPE:
      return C_("column", "Personnel Type");
    case PAZ_KEY_MONTH:
      return C_("column", "Month");
    case PAZ_KEY_CATEGORY:
      return C_("column", "Category");
    }

  g_return_val_if_reached ("");
}

/* NULL: a month has no name beside its code. */
static char *
dup_key_name (PazFigures *figures,
              PazKey      key,
              const char *code)
{
  switch (key)
    {
    case PAZ_KEY_CONTRIBUTOR:
      return paz_figures_dup_contributor_name (figures, code, paz_cli_get_words ());
    case PAZ_KEY_MISSION:
      return paz_figures_dup_mission_name (figures, code, paz_cli_get_words ());
    case PAZ_KEY_PERSONNEL_TYPE:
      return paz_figures_dup_type_name (figures, code, paz_cli_get_words ());
    case PAZ_KEY_CATEGORY:
      return paz_figures_dup_category_name (figures, code, paz_cli_get_words ());
    case PAZ_KEY_MONTH:
      return NULL;
    }

  g_return_val_if_reached (NULL);
}

static void
add_number (PazGrid *grid,
            guint64  number)
{
  g_autofree char *text = paz_catalogue_dup_integer (paz_cli_get_words (), number);

  paz_grid_add_cell (grid, text);
}

static gboolean
has_untold (PazPivot *pivot)
{
  for (guint n = 0; n < paz_pivot_get_n_rows (pivot); n++)
    if (paz_pivot_get_row (pivot, n)->untold > 0)
      return TRUE;

  return FALSE;
}

static void
add_participation_columns (PazGrid              *grid,
                           const PazPivotChoice *choice,
                           gboolean              untold)
{
  for (guint i = 0; i < choice->n_keys; i++)
    {
      paz_grid_add_column (grid, paz_key_get_name (choice->keys[i]), get_key_title (choice->keys[i]), PAZ_GRID_TEXT);
      if (choice->keys[i] != PAZ_KEY_MONTH)
        paz_grid_add_column (grid, "name", C_("column", "Name"), PAZ_GRID_TEXT);
    }
  paz_grid_add_column (grid, "female", C_("column", "Women"), PAZ_GRID_NUMBER);
  paz_grid_add_column (grid, "male", C_("column", "Men"), PAZ_GRID_NUMBER);
  if (untold)
    paz_grid_add_column (grid, "untold", C_("column", "Sex not told"), PAZ_GRID_NUMBER);
  paz_grid_add_column (grid, "total", C_("column", "Total"), PAZ_GRID_NUMBER);
}

static void
print_participation_table (PazFigures           *figures,
                           PazPivot             *pivot,
                           const PazPivotChoice *choice)
{
  g_autoptr (PazGrid) grid = paz_grid_new ();
  gboolean untold = has_untold (pivot);

  add_participation_columns (grid, choice, untold);
  for (guint n = 0; n < paz_pivot_get_n_rows (pivot); n++)
    {
      const PazFigure *figure = paz_pivot_get_row (pivot, n);

      for (guint i = 0; i < choice->n_keys; i++)
        {
          g_autofree char *name = dup_key_name (figures, choice->keys[i], figure->keys[i]);

          paz_grid_add_cell (grid, figure->keys[i]);
          if (choice->keys[i] != PAZ_KEY_MONTH)
            paz_grid_add_cell (grid, name);
        }
      add_number (grid, figure->female);
      add_number (grid, figure->male);
      if (untold)
        add_number (grid, figure->untold);
      add_number (grid, PAZ_FIGURE_TOTAL (figure));
    }
  paz_grid_print (grid, PAZ_GRID_TABLE);
}

void
paz_figures_print_participation (PazCli               *cli,
                                 PazFigures           *figures,
                                 const PazPivotChoice *choice)
{
  g_autoptr (PazPivot) pivot = paz_figures_pivot (figures, choice->keys, choice->n_keys, &choice->filter);

  if (cli->json)
    print_participation_json (pivot, choice);
  else if (paz_pivot_get_n_rows (pivot) > 0)
    print_participation_table (figures, pivot, choice);
  if (paz_pivot_is_person_months (pivot))
    paz_cli_say (_("These sums run over several months: they are person-months, not people."));
}

/* ---- parity ---- */

static void
print_parity_json (GPtrArray *rows)
{
  g_autoptr (PazJson) json = paz_json_new ();

  paz_json_begin_array (json);
  for (guint i = 0; i < rows->len; i++)
    {
      const PazParity *parity = g_ptr_array_index (rows, i);

      paz_json_begin_object (json);
      paz_json_set_text (json, "category", parity->category);
      paz_json_set_text (json, "contributor", parity->contributor);
      paz_json_set_integer (json, "women", parity->women);
      paz_json_set_integer (json, "base", parity->base);
      paz_json_set_integer (json, "untold", parity->untold);
      paz_json_set_real (json, "percent", parity->percent, 4);
      paz_json_set_real (json, "target", parity->target, 4);
      paz_json_set_flag (json, "target_derived", parity->target_derived);
      paz_json_set_flag (json, "small_base", parity->small_base);
      paz_json_set_text (json, "signal", paz_signal_get_key (parity->signal));
      paz_json_end_object (json);
    }
  paz_json_end_array (json);
  paz_json_print (json);
}

static void
add_parity_columns (PazGrid *grid)
{
  paz_grid_add_column (grid, "category", C_("column", "Category"), PAZ_GRID_TEXT);
  paz_grid_add_column (grid, "contributor", C_("column", "Contributor"), PAZ_GRID_TEXT);
  paz_grid_add_column (grid, "name", C_("column", "Name"), PAZ_GRID_TEXT);
  paz_grid_add_column (grid, "women", C_("column", "Women"), PAZ_GRID_NUMBER);
  paz_grid_add_column (grid, "base", C_("column", "Base"), PAZ_GRID_NUMBER);
  paz_grid_add_column (grid, "percent", C_("column", "Share"), PAZ_GRID_NUMBER);
  paz_grid_add_column (grid, "target", C_("column", "Target"), PAZ_GRID_NUMBER);
  paz_grid_add_column (grid, "signal", C_("column", "Signal"), PAZ_GRID_TEXT);
}

/* mark: two columns wide, so that digits stand below digits; a note below explains it. */
static void
add_percent (PazGrid    *grid,
             double      percent,
             const char *mark)
{
  g_autofree char *text = isnan (percent) ? NULL
                                          : paz_catalogue_dup_percent (paz_cli_get_words (), percent / 100, 1);
  g_autofree char *marked = text != NULL ? g_strconcat (text, mark, NULL) : NULL;

  paz_grid_add_cell (grid, marked);
}

static void
add_parity_row (PazFigures      *figures,
                PazGrid         *grid,
                const PazParity *parity)
{
  g_autofree char *category = paz_figures_dup_category_name (figures, parity->category, paz_cli_get_words ());
  g_autofree char *name = parity->contributor != NULL
                            ? paz_figures_dup_contributor_name (figures, parity->contributor, paz_cli_get_words ())
                            : g_strdup (C_("parity", "All together"));

  paz_grid_add_cell (grid, category);
  paz_grid_add_cell (grid, parity->contributor);
  paz_grid_add_cell (grid, name);
  add_number (grid, parity->women);
  add_number (grid, parity->base);
  add_percent (grid, parity->percent, parity->small_base ? " *" : "  ");
  add_percent (grid, parity->target, parity->target_derived ? " †" : "  ");
  paz_grid_add_cell (grid, C_("signal", paz_signal_get_label (parity->signal)));
}

static void
print_parity_table (PazFigures *figures,
                    GPtrArray  *rows)
{
  g_autoptr (PazGrid) grid = paz_grid_new ();
  gboolean small_base = FALSE, derived = FALSE;

  add_parity_columns (grid);
  for (guint i = 0; i < rows->len; i++)
    {
      const PazParity *parity = g_ptr_array_index (rows, i);

      add_parity_row (figures, grid, parity);
      small_base |= parity->small_base;
      derived |= parity->target_derived;
    }
  paz_grid_print (grid, PAZ_GRID_TABLE);
  if (small_base)
    paz_cli_say (_("* Fewer than 10 people: one person more or less changes everything."));
  if (derived)
    paz_cli_say (_("† Not published: this project's reading of the strategy."));
}

void
paz_figures_print_parity (PazCli               *cli,
                          PazFigures           *figures,
                          const PazPivotChoice *choice)
{
  g_autoptr (GPtrArray) rows = paz_figures_parity (figures, choice->filter.to, &choice->filter);
  g_autoptr (GPtrArray) wider = paz_figures_parity_wider (figures, choice->filter.to, &choice->filter);

  g_ptr_array_set_free_func (wider, NULL);
  g_ptr_array_extend_and_steal (rows, g_steal_pointer (&wider));
  if (cli->json)
    print_parity_json (rows);
  else if (rows->len > 0)
    print_parity_table (figures, rows);
}
