/* The figures page over a million facts: what a change of any choice takes until its answer is there,
 * against one frame of a screen. Every question by every two axes and set, the best of a few turns;
 * prints milliseconds and the ratio to 16.7 ms. */
#include "base/paz-catalogue.h"
#include "base/paz-uuid.h"
#include "figures/paz-cross.h"

#include <stdlib.h>

#define N_ROWS  1000000
#define N_TURNS 3
#define N_MORE  10      /* turns of one that seems slow: another program may have had the processor */
#define FRAME   16.7

static const char * const types[] = {
  "troops", "staff_officer", "experts_on_mission", "individual_police", "formed_police_units",
};

/* Contributors that a store knows by name, as those of a UN file; months until the newest. */
static const char * const contributors[] = {
  "ARG", "BOL", "BRA", "CHL", "COL", "ECU", "GTM", "MEX", "PER", "PRY", "SLV", "URY", "HND", "DOM", "JAM",
  "IND", "NPL", "BGD", "PAK", "RWA", "ETH", "GHA", "EGY", "CHN", "IDN", "SEN", "MAR", "ITA", "FRA", "ESP",
};

static PazFactTable *
build (void)
{
  PazFactTable *table = paz_fact_table_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < N_ROWS; i++)
    {
      guint at = i / 5 / 37 % 139;
      const char made[] = { 'A' + at / 26, 'A' + at % 26, 'X', '\0' };
      const char *contributor = at < G_N_ELEMENTS (contributors) ? contributors[at] : made;
      const char mission[] = { 'U', 'N', 'A' + i / 5 % 37 / 26, 'A' + i / 5 % 37 % 26, '\0' };

      paz_fact_table_add (table, (guint16) (2020 * 12 + i / (5 * 37 * 139)),
                          paz_fact_table_code (table, PAZ_DIMENSION_CONTRIBUTOR, contributor),
                          paz_fact_table_code (table, PAZ_DIMENSION_MISSION, mission),
                          (guint8) paz_fact_table_code (table, PAZ_DIMENSION_TYPE, types[i % 5]),
                          (guint32) g_rand_int_range (random, 0, 90), (guint32) g_rand_int_range (random, 0, 900),
                          i + 2);
    }
  paz_fact_table_finish (table, NULL, NULL);

  return table;
}

static PazFigures *
load (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "bench.relacopaz", NULL);
  g_autoptr (PazFactTable) table = build ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PazStore) store = paz_store_open (path, PAZ_STORE_OPEN_CREATE, NULL, &error);
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (PazRecord) record = NULL;
  PazFigures *figures;
  char id[PAZ_UUID_SIZE];

  g_assert_no_error (error);
  paz_uuid_make_shared ("data_set", "bench", id);
  record = paz_record_new (paz_kind_find ("data_set"), id, "*", NULL);
  paz_record_set_release (record, PAZ_LEVEL_PUBLIC, NULL);
  paz_record_set_value (record, paz_kind_find_field (paz_kind_find ("data_set"), "title"), g_variant_new_string ("bench"));
  paz_record_set_value (record, paz_kind_find_field (paz_kind_find ("data_set"), "scope"), g_variant_new_string ("world"));
  paz_edit_put (edit, record);
  paz_edit_put_facts (edit, record, table);
  paz_store_apply (store, edit, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  figures = paz_figures_load (store, NULL, NULL, &error);
  g_assert_no_error (error);

  return figures;
}

static double
time_choice (PazFigures             *figures,
             const PazFiguresChoice *choice)
{
  static const char * const signatories[] = { "ARG", "BRA", "PER", "URY", NULL };
  double best = G_MAXDOUBLE;

  for (int turn = 0; turn < (best > FRAME / 4 ? N_MORE : N_TURNS); turn++)
    {
      gint64 since = g_get_monotonic_time ();
      g_autoptr (PazCross) cross = paz_cross_new (figures, choice, signatories, paz_catalogue_get (PAZ_LANGUAGE_ES));

      best = MIN (best, (double) (g_get_monotonic_time () - since) / 1000.0);
      g_assert_cmpuint (cross->columns->len, >, 0);
    }

  return best;
}

typedef struct
{
  double worst, sum;
  guint  n, late;          /* late: longer than a frame */
  char  *text;             /* of the worst */
} Times;

static void
add (Times                  *self,
     double                  ms,
     const PazFiguresChoice *choice)
{
  self->n++;
  self->sum += ms;
  self->late += ms > FRAME;
  if (ms <= self->worst)
    return;
  self->worst = ms;
  g_free (self->text);
  self->text = paz_figures_choice_to_text (choice);
}

static void
print (const char  *name,
       const Times *times)
{
  g_print ("%-16s %4u choices  mean %7.2f ms  worst %7.2f ms  ratio to a frame %6.3f  over a frame %3u  %s\n",
           name, times->n, times->sum / times->n, times->worst, times->worst / FRAME, times->late, times->text);
}

static void
time_ask (PazFigures *figures,
          PazAsk      ask,
          Times      *all)
{
  static const char * const sets[] = { "region", "world" };
  Times times = { 0 };

  for (guint set = 0; set < G_N_ELEMENTS (sets); set++)
    for (int rows = 0; rows < PAZ_N_AXES; rows++)
      for (int columns = 0; columns < PAZ_N_AXES; columns++)
        {
          g_autoptr (PazFiguresChoice) choice = paz_figures_choice_new ();
          double ms;

          if (rows == columns && rows != PAZ_AXIS_NONE)
            continue;
          choice->ask = ask;
          choice->rows = (PazAxis) rows;
          choice->columns = (PazAxis) columns;
          g_free (choice->set);
          choice->set = g_strdup (sets[set]);
          ms = time_choice (figures, choice);
          add (&times, ms, choice);
          add (all, ms, choice);
        }
  print (paz_ask_get_key (ask), &times);
  g_free (times.text);
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("paz-bench-XXXXXX", NULL);
  const char *remove[] = { "rm", "-rf", folder, NULL };
  g_autoptr (PazFigures) figures = load (folder);
  Times all = { 0 };

  for (int ask = 0; ask < PAZ_N_ASKS; ask++)
    time_ask (figures, (PazAsk) ask, &all);
  print ("all", &all);
  g_free (all.text);
  g_spawn_sync (NULL, (char **) remove, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);

  return EXIT_SUCCESS;
}
