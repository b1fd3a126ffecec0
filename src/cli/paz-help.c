/* --help: of the program and of each command, wrapped for a terminal. */
#include "paz-cli.h"

#include "paz-grid.h"

#define LINE_WIDTH 80
#define GAP 2

/* Appends words of `text` to lines that begin after `indent` blanks; the first line is begun. */
static void
append_wrapped (GString    *out,
                const char *text,
                guint       indent)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint column = indent;

  for (char **word = words; *word != NULL; word++)
    {
      guint width = paz_grid_get_width (*word);

      if (column > indent && column + 1 + width > LINE_WIDTH)
        {
          g_string_append_printf (out, "\n%*s", (int) indent, "");
          column = indent;
        }
      else if (column > indent)
        {
          g_string_append_c (out, ' ');
          column++;
        }
      g_string_append (out, *word);
      column += width;
    }
  g_string_append_c (out, '\n');
}

/* Lines that begin with blanks are examples and stay as they are. */
static void
print_paragraphs (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) out = g_string_new ("\n");

  for (char **line = lines; *line != NULL; line++)
    if (**line == ' ')
      g_string_append_printf (out, "%s\n", *line);
    else
      append_wrapped (out, *line, 0);
  paz_cli_print (out->str);
}

/* What stands in brackets stays on one line. */
static void
print_usage (const char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *joined = g_strdup (text);
  gboolean inside = FALSE;

  for (char *p = joined; *p != '\0'; p++)
    {
      inside = *p == '[' || (inside && *p != ']');
      if (inside && *p == ' ')
        *p = '\t';
    }
  append_wrapped (out, joined, 0);
  paz_cli_print (g_strdelimit (out->str, "\t", ' '));
}

/* left and right: rows of two columns. */
static void
print_pairs (GPtrArray *left,
             GPtrArray *right)
{
  g_autoptr (GString) out = g_string_new (NULL);
  guint width = 0;

  for (guint i = 0; i < left->len; i++)
    width = MAX (width, paz_grid_get_width (left->pdata[i]));
  for (guint i = 0; i < left->len; i++)
    {
      guint own = paz_grid_get_width (left->pdata[i]);

      g_string_append_printf (out, "  %s%*s", (char *) left->pdata[i], (int) (width - own + GAP), "");
      append_wrapped (out, right->pdata[i], 2 + width + GAP);
    }
  paz_cli_print (out->str);
}

static void
print_heading (const char *text)
{
  paz_cli_print ("\n");
  paz_cli_print (text);
  paz_cli_print ("\n");
}

static void
print_options (const char      *heading,
               const PazOption *options)
{
  g_autoptr (GPtrArray) left = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) right = g_ptr_array_new ();

  if (options == NULL || options->name == NULL)
    return;

  for (; options->name != NULL; options++)
    {
      g_ptr_array_add (left, options->value != NULL
                               ? g_strdup_printf ("--%s %s", options->name, C_("argument", options->value))
                               : g_strdup_printf ("--%s", options->name));
      g_ptr_array_add (right, (char *) _(options->help));
    }
  print_heading (heading);
  print_pairs (left, right);
}

static void
print_verbs (void)
{
  g_autoptr (GPtrArray) left = g_ptr_array_new ();
  g_autoptr (GPtrArray) right = g_ptr_array_new ();

  for (const PazVerb * const *verb = paz_verb_list (); *verb != NULL; verb++)
    {
      g_ptr_array_add (left, (char *) (*verb)->name);
      g_ptr_array_add (right, (char *) _((*verb)->summary));
    }
  print_heading (_("Commands:"));
  print_pairs (left, right);
}

void
paz_help_print_program (void)
{
  print_usage (_("Usage: relacopaz-cli [OPTIONS] COMMAND …"));
  print_paragraphs (_("Keeps the records of the network and makes its workbooks, without a display."));
  print_verbs ();
  print_options (_("Options:"), paz_global_options ());
  print_paragraphs (_("Exit: 0 done, 1 failed, 2 wrong use, 3 done with findings (rows refused, differences found)."));
  print_paragraphs (_("See “relacopaz-cli COMMAND --help” for each command."));
}

void
paz_help_print_verb (const PazVerb *verb)
{
  g_autofree char *usage = g_strdup_printf (_("Usage: relacopaz-cli %s"), _(verb->usage));

  print_usage (usage);
  print_paragraphs (_(verb->summary));
  if (verb->details != NULL)
    print_paragraphs (_(verb->details));
  print_options (_("Options of this command:"), verb->options);
  print_options (_("Options of every command:"), paz_global_options ());
}
