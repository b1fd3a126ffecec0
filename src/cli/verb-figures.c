/* figures: participation and parity, computed from the facts. */
#include "paz-figures-verb.h"
#include "paz-gate.h"

#include "base/paz-date.h"

#include <string.h>

static const PazOption figures_options[] = {
  { "by", NC_("argument", "KEYS"), FALSE,
    N_("One or more of contributor, mission, personnel_type, month, category, with commas (participation)") },
  { "ask", NC_("argument", "MEASURE"), FALSE,
    N_("What is asked (cross): personnel, women, men, share_of_women, share_of_region, share_of_world, "
       "rank_in_region, rank_in_world or person_months") },
  { "rows", NC_("argument", "AXIS"), FALSE,
    N_("What the rows are (cross): contributor, mission, type, sex, category, month, year or none") },
  { "columns", NC_("argument", "AXIS"), FALSE, N_("What the columns are (cross)") },
  { "set", NC_("argument", "SET"), FALSE,
    N_("Whose figures (cross): region, signatories, alcopaz, south_america, central_america, caribbean or world") },
  { "order", NC_("argument", "ORDER"), FALSE, N_("Rows by name, or by value with the largest first (cross)") },
  { "view", NC_("argument", "NAME"), FALSE,
    N_("Begin with a view that is ready (cross): own-deployment, own-women, own-rank, region-over-time, who-most, "
       "women-target, by-mission, contributor-mission or contributors-over-time") },
  { "format", NC_("argument", "FORMAT"), FALSE, N_("table, csv or json (cross)") },
  { "at", NC_("argument", "YYYY-MM"), FALSE, N_("One month (otherwise the newest with figures)") },
  { "from", NC_("argument", "YYYY-MM"), FALSE, N_("First month") },
  { "to", NC_("argument", "YYYY-MM"), FALSE, N_("Last month") },
  { "participant", NC_("argument", "ISO3"), TRUE, N_("Only these contributors") },
  { "mission", NC_("argument", "ACRONYM"), TRUE, N_("Only these missions") },
  { "type", NC_("argument", "CODE"), TRUE, N_("Only these types of personnel") },
  { "region", NULL, FALSE, N_("Only the 33 States of the region") },
  PAZ_GATE_OPTION,
  { NULL }
};

static gboolean
read_month (PazArguments *arguments,
            const char   *name,
            guint16      *month,
            PazExit      *exit)
{
  const char *text = paz_arguments_get (arguments, name);

  *month = text != NULL ? paz_month_parse (text) : 0;
  if (text == NULL || *month != 0)
    return TRUE;

  *exit = paz_cli_misuse (&paz_verb_figures, _("“%s” is no month. Write it as 2014-03."), text);
  return FALSE;
}

static gboolean
read_keys (PazArguments   *arguments,
           PazPivotChoice *choice,
           PazExit        *exit)
{
  g_auto (GStrv) names = paz_arguments_dup_split (arguments, "by");

  if (names == NULL)
    {
      choice->keys[choice->n_keys++] = PAZ_KEY_CONTRIBUTOR;
      return TRUE;
    }
  for (guint i = 0; names[i] != NULL; i++)
    {
      PazKey key;

      if (!paz_key_from_name (names[i], &key))
        {
          *exit = paz_cli_misuse (&paz_verb_figures,
                                  _("Figures cannot be told apart by “%s”. Choose among contributor, mission, "
                                    "personnel_type, month and category."), names[i]);
          return FALSE;
        }
      for (guint n = 0; n < choice->n_keys; n++)
        if (choice->keys[n] == key)
          {
            *exit = paz_cli_misuse (&paz_verb_figures, _("“%s” was given twice."), names[i]);
            return FALSE;
          }
      choice->keys[choice->n_keys++] = key;
    }

  return TRUE;
}

static gboolean
has_key (const PazPivotChoice *choice,
         PazKey                key)
{
  for (guint i = 0; i < choice->n_keys; i++)
    if (choice->keys[i] == key)
      return TRUE;

  return FALSE;
}

/* Months by --at, or --from and --to, or else the newest; all of them when they are told apart. */
static gboolean
read_months (PazArguments   *arguments,
             PazPivotChoice *choice,
             PazExit        *exit)
{
  guint16 at;

  if (!read_month (arguments, "at", &at, exit) ||
      !read_month (arguments, "from", &choice->filter.from, exit) ||
      !read_month (arguments, "to", &choice->filter.to, exit))
    return FALSE;
  if (at != 0 && (choice->filter.from != 0 || choice->filter.to != 0))
    {
      *exit = paz_cli_misuse (&paz_verb_figures, _("Give --at, or --from and --to, not both."));
      return FALSE;
    }
  if (choice->filter.from != 0 && choice->filter.to != 0 && choice->filter.from > choice->filter.to)
    {
      *exit = paz_cli_misuse (&paz_verb_figures, _("The last month comes before the first."));
      return FALSE;
    }
  if (at != 0)
    choice->filter.from = choice->filter.to = at;
  choice->newest = at == 0 && choice->filter.from == 0 && choice->filter.to == 0 && !has_key (choice, PAZ_KEY_MONTH);

  return TRUE;
}

static void
choose_newest (PazFigures     *figures,
               PazPivotChoice *choice)
{
  const guint16 *months;
  char text[8];
  guint n;

  months = paz_figures_get_months (figures, &n);
  if (!choice->newest || n == 0)
    return;
  choice->filter.from = choice->filter.to = months[n - 1];
  paz_cli_say (_("Month: %s, the newest with figures"), paz_month_format (months[n - 1], text));
}

void
paz_figures_say_gaps (PazFigures           *figures,
                      const PazPivotChoice *choice)
{
  const guint16 *months;
  g_autoptr (GString) gaps = g_string_new (NULL);
  guint16 first, last;
  char text[8];
  guint n, i = 0;

  months = paz_figures_get_months (figures, &n);
  if (n == 0)
    {
      paz_cli_say (_("There are no figures yet. “relacopaz-cli import” takes them in."));
      return;
    }
  first = choice->filter.from != 0 ? choice->filter.from : months[0];
  last = choice->filter.to != 0 ? choice->filter.to : months[n - 1];
  for (guint16 month = first; month <= last; month++)
    {
      while (i < n && months[i] < month)
        i++;
      if (i == n || months[i] != month)
        g_string_append_printf (gaps, "%s%s", gaps->len > 0 ? ", " : "", paz_month_format (month, text));
    }
  if (gaps->len > 0)
    paz_cli_say (_("No figures for: %s. A missing month is a gap, not zero."), gaps->str);
}

static void
clear_choice (PazPivotChoice *choice)
{
  g_strfreev (choice->contributors);
  g_strfreev (choice->missions);
  g_strfreev (choice->types);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PazPivotChoice, clear_choice)

static void
read_filter (PazArguments   *arguments,
             PazPivotChoice *choice)
{
  choice->contributors = paz_arguments_dup_split (arguments, "participant");
  choice->missions = paz_arguments_dup_split (arguments, "mission");
  choice->types = paz_arguments_dup_split (arguments, "type");
  choice->filter.contributors = (const char * const *) choice->contributors;
  choice->filter.missions = (const char * const *) choice->missions;
  choice->filter.types = (const char * const *) choice->types;
  choice->filter.region_only = paz_arguments_has (arguments, "region");
}

/* NULL: all that was given is asked of these figures. */
static const char *
find_stranger (PazArguments *arguments,
               gboolean      cross)
{
  static const char * const of_cross[] = { "ask", "rows", "columns", "set", "order", "view", "format" };

  if (cross)
    return paz_arguments_has (arguments, "by") ? "by" : NULL;
  for (guint i = 0; i < G_N_ELEMENTS (of_cross); i++)
    if (paz_arguments_has (arguments, of_cross[i]))
      return of_cross[i];

  return NULL;
}

static PazExit
run_figures (PazCli       *cli,
             PazArguments *arguments)
{
  const char *name = paz_arguments_get_word (arguments, 0);
  gboolean parity = strcmp (name, "parity") == 0, cross = strcmp (name, "cross") == 0;
  const char *stranger = find_stranger (arguments, cross);
  g_auto (PazPivotChoice) choice = { 0 };
  g_autoptr (PazAudience) readers = NULL;
  g_autoptr (PazFigures) figures = NULL;
  g_autoptr (GError) error = NULL;
  PazExit exit;

  if (stranger != NULL)
    return paz_cli_misuse (&paz_verb_figures, _("Figures “%s” do not know --%s."), name, stranger);
  if (strcmp (name, "profile") == 0)
    return paz_figures_run_profile (cli, arguments);
  if (strcmp (name, "fatalities") == 0)
    return paz_figures_run_fatalities (cli, arguments);
  if (cross)
    return read_months (arguments, &choice, &exit) ? paz_figures_run_cross (cli, arguments, &choice) : exit;
  if (!parity && strcmp (name, "participation") != 0)
    return paz_cli_misuse (&paz_verb_figures, _("There are no figures “%s”. Choose participation or parity."), name);
  if (parity && (paz_arguments_has (arguments, "by") || paz_arguments_has (arguments, "from") ||
                 paz_arguments_has (arguments, "to")))
    return paz_cli_misuse (&paz_verb_figures, _("Parity is told for one month (--at), by category and contributor."));
  if (!read_keys (arguments, &choice, &exit) || !read_months (arguments, &choice, &exit))
    return exit;
  read_filter (arguments, &choice);
  if (!paz_cli_open (cli, PAZ_STORE_OPEN_READ_ONLY, &exit))
    return exit;
  readers = paz_cli_read_readers (cli, arguments, &paz_verb_figures, &exit);
  if (readers == NULL)
    return exit;
  figures = paz_figures_load (cli->store, readers, NULL, &error);
  if (figures == NULL)
    return paz_cli_fail (cli, error, cli->store_path);

  choose_newest (figures, &choice);
  if (parity)
    paz_figures_print_parity (cli, figures, &choice);
  else
    paz_figures_print_participation (cli, figures, &choice);
  paz_figures_say_gaps (figures, &choice);

  return PAZ_EXIT_DONE;
}

const PazVerb paz_verb_figures = {
  .name = "figures",
  .usage = N_("figures participation|parity|cross|profile|fatalities [--by KEYS] [--ask MEASURE] [--rows AXIS] [--columns AXIS] [--at YYYY-MM] [--from YYYY-MM] [--to YYYY-MM] [--participant ISO3]… [--region] [--for READERS]"),
  .summary = N_("Compute figures of participation, or of gender parity against its targets."),
  .details = N_("Figures are of the last day of a month. Over several months that are not told apart the sums are "
                "person-months, not people. A month without figures is a gap, never zero."),
  .options = figures_options,
  .min_words = 1,
  .max_words = 1,
  .run = run_figures,
};
