/* figures profile and figures fatalities: one participant at a month, and counts of the fallen. */
#include "paz-figures-verb.h"
#include "paz-gate.h"
#include "paz-grid.h"
#include "paz-json.h"

#include "base/paz-date.h"
#include "figures/paz-profile.h"

#include <math.h>

/* ---- fatalities ---- */

static void
print_counts_json (GPtrArray      *counts,
                   PazFatalityKey  key)
{
  g_autoptr (PazJson) json = paz_json_new ();

  paz_json_begin_array (json);
  for (guint i = 0; i < counts->len; i++)
    {
      const PazFatalityCount *count = counts->pdata[i];

      paz_json_begin_object (json);
      paz_json_set_text (json, paz_fatality_key_get_name (key), *count->key != '\0' ? count->key : NULL);
      paz_json_set_integer (json, "count", count->count);
      paz_json_set_integer (json, "women", count->women);
      paz_json_set_integer (json, "men", count->men);
      paz_json_end_object (json);
    }
  paz_json_end_array (json);
  paz_json_print (json);
}

static void
add_number (PazGrid *grid,
            guint64  number)
{
  g_autofree char *text = paz_catalogue_dup_integer (paz_cli_get_words (), number);

  paz_grid_add_cell (grid, text);
}

static void
print_counts_table (PazFatalities  *fatalities,
                    GPtrArray      *counts,
                    PazFatalityKey  key)
{
  g_autoptr (PazGrid) grid = paz_grid_new ();

  paz_grid_add_column (grid, paz_fatality_key_get_name (key), C_("column", "Code"), PAZ_GRID_TEXT);
  paz_grid_add_column (grid, "name", C_("column", "Name"), PAZ_GRID_TEXT);
  paz_grid_add_column (grid, "count", C_("column", "Fatalities"), PAZ_GRID_NUMBER);
  for (guint i = 0; i < counts->len; i++)
    {
      const PazFatalityCount *count = counts->pdata[i];
      g_autofree char *name = paz_fatalities_dup_name (fatalities, key, count->key, paz_cli_get_words ());

      paz_grid_add_cell (grid, count->key);
      paz_grid_add_cell (grid, name);
      add_number (grid, count->count);
    }
  paz_grid_print (grid, PAZ_GRID_TABLE);
}

static gboolean
read_fatality_key (PazArguments   *arguments,
                   PazFatalityKey *key,
                   PazExit        *exit)
{
  const char *by = paz_arguments_get (arguments, "by");

  *key = PAZ_FATALITY_YEAR;
  if (by == NULL || paz_fatality_key_from_name (by, key))
    return TRUE;
  *exit = paz_cli_misuse (&paz_verb_figures,
                          _("Fatalities cannot be told apart by “%s”. Choose year, mission, nationality, cause or personnel."), by);

  return FALSE;
}

PazExit
paz_figures_run_fatalities (PazCli       *cli,
                            PazArguments *arguments)
{
  g_auto (GStrv) contributors = paz_arguments_dup_split (arguments, "participant");
  g_auto (GStrv) missions = paz_arguments_dup_split (arguments, "mission");
  PazFatalityFilter filter = {
    .region_only = paz_arguments_has (arguments, "region"),
    .nationality = contributors != NULL ? contributors[0] : NULL,
    .mission = missions != NULL ? missions[0] : NULL,
  };
  g_autoptr (PazAudience) readers = NULL;
  g_autoptr (PazFatalities) fatalities = NULL;
  g_autoptr (GPtrArray) counts = NULL;
  g_autoptr (GError) error = NULL;
  PazFatalityKey key;
  PazExit exit;

  if (!read_fatality_key (arguments, &key, &exit) || !paz_cli_open (cli, PAZ_STORE_OPEN_READ_ONLY, &exit))
    return exit;
  readers = paz_cli_read_readers (cli, arguments, &paz_verb_figures, &exit);
  if (readers == NULL)
    return exit;
  fatalities = paz_fatalities_load (cli->store, readers, NULL, &error);
  if (fatalities == NULL)
    return paz_cli_fail (cli, error, cli->store_path);
  counts = paz_fatalities_count (fatalities, key, &filter);
  if (cli->json)
    print_counts_json (counts, key);
  else if (counts->len > 0)
    print_counts_table (fatalities, counts, key);
  paz_cli_say (_("Records before 2000 may be incomplete. The UN’s list groups numbered missions under one name, as UNEF."));

  return PAZ_EXIT_DONE;
}

/* ---- profile ---- */

static void
set_standing (PazJson           *json,
              const PazStanding *standing)
{
  paz_json_set_integer (json, "women", (gint64) standing->women);
  paz_json_set_integer (json, "men", (gint64) standing->men);
  paz_json_set_integer (json, "untold", (gint64) standing->untold);
  paz_json_set_integer (json, "total", (gint64) PAZ_STANDING_TOTAL (standing));
  paz_json_set_integer (json, "rank_region", standing->rank_region);
  paz_json_set_integer (json, "of_region", standing->of_region);
  paz_json_set_integer (json, "region_total", (gint64) standing->region_total);
  paz_json_set_integer (json, "rank_world", standing->rank_world);
  paz_json_set_integer (json, "of_world", standing->of_world);
  paz_json_set_integer (json, "world_total", (gint64) standing->world_total);
}

static void
add_parts (PazJson    *json,
           const char *key,
           GArray     *parts)
{
  paz_json_add_key (json, key);
  paz_json_begin_array (json);
  for (guint i = 0; i < parts->len; i++)
    {
      const PazProfilePart *part = &g_array_index (parts, PazProfilePart, i);

      paz_json_begin_object (json);
      paz_json_set_text (json, "key", part->key);
      paz_json_set_integer (json, "women", (gint64) part->women);
      paz_json_set_integer (json, "men", (gint64) part->men);
      paz_json_set_integer (json, "untold", (gint64) part->untold);
      paz_json_set_integer (json, "of", (gint64) part->of);
      paz_json_end_object (json);
    }
  paz_json_end_array (json);
}

static void
add_goals (PazJson *json,
           GArray  *goals)
{
  paz_json_add_key (json, "goals");
  paz_json_begin_array (json);
  for (guint i = 0; i < goals->len; i++)
    {
      const PazGoal *goal = &g_array_index (goals, PazGoal, i);

      paz_json_begin_object (json);
      paz_json_set_text (json, "category", goal->category);
      paz_json_set_integer (json, "women", (gint64) goal->women);
      paz_json_set_integer (json, "base", (gint64) goal->base);
      paz_json_set_integer (json, "untold", (gint64) goal->untold);
      paz_json_set_real (json, "target", goal->target, 4);
      paz_json_set_flag (json, "target_derived", goal->target_derived);
      paz_json_set_integer (json, "needed", (gint64) goal->needed);
      paz_json_set_text (json, "signal", paz_signal_get_key (goal->signal));
      paz_json_end_object (json);
    }
  paz_json_end_array (json);
}

static void
set_records (PazJson                 *json,
             const PazProfileRecords *records)
{
  paz_json_set_integer (json, "pledges", records->n_pledges);
  paz_json_set_integer (json, "needs_open", records->needs_open);
  paz_json_set_integer (json, "offers_open", records->offers_open);
  paz_json_set_integer (json, "centres", records->centres);
  paz_json_set_integer (json, "courses", records->courses);
  paz_json_set_integer (json, "seats_used", records->seats_used.women + records->seats_used.men);
}

static void
print_profile_json (const PazProfile *profile)
{
  g_autoptr (PazJson) json = paz_json_new ();
  char month[8];

  paz_json_begin_object (json);
  paz_json_set_text (json, "participant", profile->participant);
  paz_json_set_text (json, "month", profile->month != 0 ? paz_month_format (profile->month, month) : NULL);
  set_standing (json, profile->standing);
  add_parts (json, "missions", profile->missions);
  add_parts (json, "types", profile->types);
  add_goals (json, profile->standing->goals);
  set_records (json, profile->records);
  paz_json_set_integer (json, "fatalities", profile->fatal_total);
  paz_json_end_object (json);
  paz_json_print (json);
}

static void
add_pair (PazGrid    *grid,
          const char *label,
          char       *value)
{
  paz_grid_add_cell (grid, label);
  paz_grid_add_cell (grid, value);
  g_free (value);
}

static char *
dup_rank (guint    rank,
          guint    of,
          gboolean tied)
{
  if (rank == 0)
    return g_strdup ("–");

  /* Translators: a rank and among how many. */
  return tied ? g_strdup_printf (_("%u of %u, shared"), rank, of) : g_strdup_printf (_("%u of %u"), rank, of);
}

static void
add_goal_pairs (PazGrid          *grid,
                const PazProfile *profile)
{
  for (guint i = 0; i < profile->standing->goals->len; i++)
    {
      const PazGoal *goal = &g_array_index (profile->standing->goals, PazGoal, i);
      g_autofree char *name = paz_figures_dup_category_name (profile->figures, goal->category, paz_cli_get_words ());
      g_autofree char *target = isnan (goal->target) ? NULL
                                  : paz_catalogue_dup_percent (paz_cli_get_words (), goal->target / 100, 1);

      if (goal->untold > 0)
        add_pair (grid, name, g_strdup (_("the source does not tell women and men apart")));
      else if (target == NULL)
        add_pair (grid, name, g_strdup_printf (_("%" G_GUINT64_FORMAT " women of %" G_GUINT64_FORMAT ", no target for the year"),
                                               goal->women, goal->base));
      else
        add_pair (grid, name, g_strdup_printf (_("%" G_GUINT64_FORMAT " women of %" G_GUINT64_FORMAT ", target %s%s, %" G_GUINT64_FORMAT " more needed"),
                                               goal->women, goal->base, target, goal->target_derived ? " †" : "", goal->needed));
    }
}

static void
print_profile_table (const PazProfile *profile)
{
  g_autoptr (PazGrid) grid = paz_grid_new ();
  const PazStanding *standing = profile->standing;

  paz_grid_add_column (grid, "what", NULL, PAZ_GRID_TEXT);
  paz_grid_add_column (grid, "value", NULL, PAZ_GRID_TEXT);
  add_pair (grid, _("Uniformed personnel"), paz_catalogue_dup_integer (paz_cli_get_words (), PAZ_STANDING_TOTAL (standing)));
  add_pair (grid, C_("column", "Women"),
            standing->untold == 0 ? paz_catalogue_dup_integer (paz_cli_get_words (), standing->women)
                                  : g_strdup (_("the source does not tell women and men apart")));
  add_pair (grid, _("Rank in the region"), dup_rank (standing->rank_region, standing->of_region, standing->tied_region));
  add_pair (grid, _("Rank in the world"), dup_rank (standing->rank_world, standing->of_world, standing->tied_world));
  for (guint i = 0; i < profile->missions->len; i++)
    {
      const PazProfilePart *part = &g_array_index (profile->missions, PazProfilePart, i);

      add_pair (grid, part->key, paz_catalogue_dup_integer (paz_cli_get_words (), PAZ_PROFILE_TOTAL (part)));
    }
  add_goal_pairs (grid, profile);
  add_pair (grid, _("Fatalities"), paz_catalogue_dup_integer (paz_cli_get_words (), profile->fatal_total));
  paz_grid_print (grid, PAZ_GRID_TABLE);
}

static PazProfile *
load_profile (PazCli             *cli,
              const char         *participant,
              guint16             month,
              const PazAudience  *readers,
              GError            **error)
{
  g_autoptr (PazFigures) figures = paz_figures_load (cli->store, readers, NULL, error);
  g_autoptr (PazFatalities) fatalities = figures != NULL ? paz_fatalities_load (cli->store, readers, NULL, error) : NULL;

  if (fatalities == NULL)
    return NULL;

  return paz_profile_load (cli->store, figures, fatalities, participant, month, readers, error);
}

PazExit
paz_figures_run_profile (PazCli       *cli,
                         PazArguments *arguments)
{
  g_auto (GStrv) contributors = paz_arguments_dup_split (arguments, "participant");
  const char *at = paz_arguments_get (arguments, "at");
  guint16 month = at != NULL ? paz_month_parse (at) : 0;
  g_autoptr (PazAudience) readers = NULL;
  g_autoptr (PazProfile) profile = NULL;
  g_autoptr (GError) error = NULL;
  PazExit exit;

  if (at != NULL && month == 0)
    return paz_cli_misuse (&paz_verb_figures, _("“%s” is no month. Write it as 2014-03."), at);
  if (contributors == NULL || g_strv_length (contributors) != 1)
    return paz_cli_misuse (&paz_verb_figures, _("A profile is of one participant: --participant URY."));
  if (!paz_cli_open (cli, PAZ_STORE_OPEN_READ_ONLY, &exit))
    return exit;
  readers = paz_cli_read_readers (cli, arguments, &paz_verb_figures, &exit);
  if (readers == NULL)
    return exit;
  profile = load_profile (cli, contributors[0], month, readers, &error);
  if (profile == NULL)
    return paz_cli_fail (cli, error, cli->store_path);
  if (cli->json)
    print_profile_json (profile);
  else
    print_profile_table (profile);
  if (profile->state == PAZ_MONTH_GAP)
    paz_cli_say (_("No figures cover that month: it is a gap, not zero."));

  return PAZ_EXIT_DONE;
}
