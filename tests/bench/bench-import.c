/* How long a UN-like file of a million rows takes into the store, against `sqlite3 .import` of the
 * same file into a plain typed table. The store's import reads, checks and codes every cell, says
 * what is new, keeps where each figure came from, and is durable when it returns; the other checks
 * nothing. Both are processes of their own, in turn, each into a new file on the same disk.
 *
 *   bench-import [--rows N] [--rounds N] [--folder FOLDER]
 *
 * Prints medians with least and greatest, and the ratio round by round. Exit 1 when the median
 * ratio is over 0.5. */
#include "table/paz-import.h"
#include "un-file.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>

#define MUST 0.5

static int rows_wanted = 1000000;
static int rounds = 7;
static char *folder_wanted;

static const GOptionEntry entries[] = {
  { "rows", 0, 0, G_OPTION_ARG_INT, &rows_wanted, "Rows of the file", "N" },
  { "rounds", 0, 0, G_OPTION_ARG_INT, &rounds, "Rounds", "N" },
  { "folder", 0, 0, G_OPTION_ARG_FILENAME, &folder_wanted, "Where to work, on a real disk", "FOLDER" },
  { NULL }
};

/* ---- the two ways ---- */

typedef struct
{
  double wall;
  double cpu;
  long   peak;     /* KiB */
} Cost;

static double
to_seconds (struct timeval time)
{
  return (double) time.tv_sec + (double) time.tv_usec / 1e6;
}

static Cost
run (const char * const *argv)
{
  g_autoptr (GError) error = NULL;
  struct rusage usage;
  gint64 start = g_get_monotonic_time ();
  GPid pid;
  int status;
  Cost cost;

  if (!g_spawn_async (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD,
                      NULL, NULL, &pid, &error))
    g_error ("%s", error->message);
  if (wait4 (pid, &status, 0, &usage) != pid || !g_spawn_check_wait_status (status, &error))
    g_error ("%s: %s", argv[0], error != NULL ? error->message : "lost");

  cost.wall = (double) (g_get_monotonic_time () - start) / 1e6;
  cost.cpu = to_seconds (usage.ru_utime) + to_seconds (usage.ru_stime);
  cost.peak = usage.ru_maxrss;
  return cost;
}

static Cost
run_sqlite (const char *folder,
            const char *file)
{
  g_autofree char *database = g_build_filename (folder, "plain.db", NULL);
  g_autofree char *import = g_strdup_printf (".import --skip 1 '%s' contribution", file);
  const char *argv[] = {
    "sqlite3", database,
    "CREATE TABLE contribution (contribution_id INTEGER, isocode3 TEXT, contributing_country TEXT,"
    " mission_acronym TEXT, personnel_type TEXT, female_personnel INTEGER, male_personnel INTEGER,"
    " last_reporting_date TEXT)",
    ".mode csv", import, NULL
  };
  Cost cost;

  g_unlink (database);
  cost = run (argv);
  g_unlink (database);
  return cost;
}

static void
remove_store (const char *path)
{
  const char *endings[] = { "", "-wal", "-shm", ".lock", "-lock" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (path, endings[i], NULL);

      g_unlink (name);
    }
}

/* A store as a person has it when the first file comes: with its reference data. */
static void
make_store (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PazStore) store = paz_store_open (path, PAZ_STORE_OPEN_CREATE, NULL, &error);

  if (store == NULL || !paz_store_close (store, &error))
    g_error ("%s", error->message);
}

static Cost
run_ours (const char *program,
          const char *folder,
          const char *file)
{
  g_autofree char *store = g_build_filename (folder, "bench.relacopaz", NULL);
  const char *argv[] = { program, "--into", store, file, NULL };
  Cost cost;

  remove_store (store);
  make_store (store);
  cost = run (argv);
  remove_store (store);
  return cost;
}

/* The child: opens the store, reads, applies, closes. */
static int
import_into (const char *path,
             const char *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PazStore) store = paz_store_open (path, PAZ_STORE_OPEN_NONE, NULL, &error);
  g_autoptr (PazImport) import = NULL;
  const PazImportCounts *counts;
  gint64 start = g_get_monotonic_time (), read;

  if (store == NULL
      || (import = paz_import_read (file, NULL, store, NULL, NULL, NULL, &error)) == NULL)
    g_error ("%s", error->message);
  read = g_get_monotonic_time ();
  counts = paz_import_get_counts (import);
  if (counts->n_new != counts->rows || counts->n_refused > 0)
    g_error ("%u of %u rows are new", counts->n_new, counts->rows);
  if (!paz_import_apply (import, store, NULL, NULL, NULL, NULL, &error)
      || !paz_store_close (store, &error))
    g_error ("%s", error->message);

  if (g_getenv ("BENCH_VERBOSE") != NULL)
    g_printerr ("read %.3f apply %.3f\n", (double) (read - start) / 1e6,
                (double) (g_get_monotonic_time () - read) / 1e6);
  return 0;
}

/* ---- results ---- */

static int
compare_doubles_cb (const void *a,
                    const void *b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return (one > other) - (one < other);
}

static double
report (const char *what,
        double     *values,
        const char *unit)
{
  double median;

  qsort (values, rounds, sizeof *values, compare_doubles_cb);
  median = rounds % 2 == 1 ? values[rounds / 2] : (values[rounds / 2 - 1] + values[rounds / 2]) / 2;
  g_print ("%-28s %7.3f %s (%.3f to %.3f)\n", what, median, unit, values[0], values[rounds - 1]);

  return median;
}

static double
measure (const char *program,
         const char *folder,
         const char *file)
{
  g_autofree double *theirs = g_new (double, rounds);
  g_autofree double *ours = g_new (double, rounds);
  g_autofree double *ratios = g_new (double, rounds);
  g_autofree double *cpu_ratios = g_new (double, rounds);
  g_autofree double *peaks = g_new (double, rounds);

  run_sqlite (folder, file);
  run_ours (program, folder, file);
  for (int i = 0; i < rounds; i++)
    {
      Cost a = run_sqlite (folder, file);
      Cost b = run_ours (program, folder, file);

      theirs[i] = a.wall;
      ours[i] = b.wall;
      ratios[i] = b.wall / a.wall;
      cpu_ratios[i] = b.cpu / a.cpu;
      peaks[i] = (double) b.peak / 1024;
    }

  report ("sqlite3 .import", theirs, "s");
  report ("relacopaz import", ours, "s");
  report ("relacopaz peak memory", peaks, "MiB");
  report ("ratio of cpu time", cpu_ratios, " ");
  return report ("ratio", ratios, " ");
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *template = NULL;
  g_autofree char *file = NULL;
  double ratio;

  if (argc == 4 && strcmp (argv[1], "--into") == 0)
    return import_into (argv[2], argv[3]);

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    g_error ("%s", error->message);

  template = g_build_filename (folder_wanted != NULL ? folder_wanted : ".", "bench-import-XXXXXX", NULL);
  folder = g_strdup (g_mkdtemp (template));
  if (folder == NULL)
    g_error ("no folder to work in");
  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);

  file = un_file_write (folder, rows_wanted);
  g_print ("%d rows, %d rounds\n", rows_wanted, rounds);
  ratio = measure (argv[0], folder, file);

  {
    const char *remove[] = { "rm", "-rf", folder, NULL };

    run (remove);
  }
  return ratio <= MUST ? EXIT_SUCCESS : EXIT_FAILURE;
}
