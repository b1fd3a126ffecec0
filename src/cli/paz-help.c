#include "paz-cli.h"

#include "paz-grid.h"

static void
print_line (const char *text)
{
  paz_cli_print (text);
  paz_cli_print ("\n");
}

static void
print_heading (const char *text)
{
  paz_cli_print ("\n");
  print_line (text);
}

static void
add_option (PazGrid         *grid,
            const PazOption *option)
{
  g_autofree char *left = option->value != NULL
                            ? g_strdup_printf ("  --%s %s", option->name, C_("argument", option->value))
                            : g_strdup_printf ("  --%s", option->name);

  paz_grid_add_cell (grid, left);
  paz_grid_add_cell (grid, _(option->help));
}

static void
print_options (const char      *heading,
               const PazOption *options)
{
  g_autoptr (PazGrid) grid = paz_grid_new ();

  if (options == NULL || options->name == NULL)
    return;

  paz_grid_add_column (grid, "option", NULL, PAZ_GRID_TEXT);
  paz_grid_add_column (grid, "help", NULL, PAZ_GRID_TEXT);
  for (; options->name != NULL; options++)
    add_option (grid, options);
  print_heading (heading);
  paz_grid_print (grid, PAZ_GRID_TABLE);
}

static void
print_verbs (void)
{
  g_autoptr (PazGrid) grid = paz_grid_new ();

  paz_grid_add_column (grid, "verb", NULL, PAZ_GRID_TEXT);
  paz_grid_add_column (grid, "summary", NULL, PAZ_GRID_TEXT);
  for (const PazVerb * const *verb = paz_verb_list (); *verb != NULL; verb++)
    {
      g_autofree char *left = g_strconcat ("  ", (*verb)->name, NULL);

      paz_grid_add_cell (grid, left);
      paz_grid_add_cell (grid, _((*verb)->summary));
    }
  print_heading (_("Commands:"));
  paz_grid_print (grid, PAZ_GRID_TABLE);
}

void
paz_help_print_program (void)
{
  print_line (_("Usage: relacopaz-cli [OPTIONS] COMMAND …"));
  print_heading (_("Keeps the records of the network and makes its workbooks, without a display."));
  print_verbs ();
  print_options (_("Options:"), paz_global_options ());
  print_heading (_("Exit: 0 done, 1 failed, 2 wrong use, 3 done with findings (rows refused, differences found)."));
  print_line (_("See “relacopaz-cli COMMAND --help” for each command."));
}

void
paz_help_print_verb (const PazVerb *verb)
{
  g_autofree char *usage = g_strdup_printf (_("Usage: relacopaz-cli %s"), _(verb->usage));

  print_line (usage);
  print_heading (_(verb->summary));
  if (verb->details != NULL)
    print_heading (_(verb->details));
  print_options (_("Options of this command:"), verb->options);
  print_options (_("Options of every command:"), paz_global_options ());
}
