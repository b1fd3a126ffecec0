/* The workbook `participation` beside a bare program of the library that makes the same workbook, in
 * the same run, over the two real UN files and over a generated file of many facts.
 *
 * Bare is nothing but the library: every call the export made at the library's door (cells, formats,
 * widths, tables, charts, page set-up, properties) was written down with its arguments and is made
 * again in its order, into a draft that is flushed and renamed as any careful program does. Its file
 * must have the same bytes. It reads no store, chooses no words, checks nothing. The writer tells
 * the allocator to keep its memory; bare runs with the allocator as it comes, and once more as the
 * writer has it.
 *
 *   first      paz_report_export, the store just changed: facts and records are read
 *   again      paz_report_export, nothing changed since they were read, as after the dialog
 *   bare       the same calls of the library, flush, rename, flush of the folder
 *   tuned      the same, with the writer's settings of the allocator
 *   written    of `again`, from the opening of the library's workbook to its closing
 *   library    the time inside the library's own functions, of one more export
 *   unflushed  tuned without flushing: what a program costs that does not care
 *
 * And so the `dossier` of the load of a working group, for its own use, whose bar is 1.3.
 *
 * Medians of paired turns; ratios turn by turn. Exit 1 when again/bare is over its bar.
 *
 *   bench-report [--facts N] [--turns N] [--group PERCENT] [--only-group] */
#include "lib/paz-load.h"
#include "library-door.h"
#include "report/paz-report.h"
#include "table/paz-import.h"
#include "un-file.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <malloc.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#define MUST 1.1
#define MUST_DOSSIER 1.3
#define MAX_TURNS 101

static int facts_wanted = 1000000;
static int n_turns = 15;
static int group_share = 10;
static gboolean only_group = FALSE;
static const char *report_name = "participation";

static const GOptionEntry entries[] = {
  { "facts", 0, 0, G_OPTION_ARG_INT, &facts_wanted, "Facts of the large store", "N" },
  { "turns", 0, 0, G_OPTION_ARG_INT, &n_turns, "Turns", "N" },
  { "group", 0, 0, G_OPTION_ARG_INT, &group_share, "Share of a working group's load, in percent", "N" },
  { "only-group", 0, 0, G_OPTION_ARG_NONE, &only_group, "Nothing but the dossier", NULL },
  { NULL }
};

typedef struct
{
  double first[MAX_TURNS];
  double again[MAX_TURNS];
  double bare[MAX_TURNS];
  double tuned[MAX_TURNS];
  double written[MAX_TURNS];
  double library[MAX_TURNS];
  double unflushed[MAX_TURNS];
  double again_cpu[MAX_TURNS];
  double tuned_cpu[MAX_TURNS];
} Times;

/* Milliseconds of the process, all threads: what neighbours and the disk do not change. */
static double
get_cpu (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);

  return time.tv_sec * 1000.0 + time.tv_nsec / 1e6;
}

static double
get_ms (gint64 since)
{
  return (g_get_monotonic_time () - since) / 1000.0;
}

static int
compare_cb (gconstpointer a,
            gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return one < other ? -1 : one > other;
}

static double
get_median (const double *values)
{
  double sorted[MAX_TURNS];

  memcpy (sorted, values, n_turns * sizeof *sorted);
  qsort (sorted, n_turns, sizeof *sorted, compare_cb);

  return sorted[n_turns / 2];
}

static double
get_ratio (const double *one,
           const double *other)
{
  double ratios[MAX_TURNS];

  for (int i = 0; i < n_turns; i++)
    ratios[i] = one[i] / other[i];

  return get_median (ratios);
}

/* ---- the two programs ---- */

static void
sync_path (const char *path)
{
  int fd = open (path, O_RDONLY);

  fsync (fd);
  close (fd);
}

static void
make_bare (const char *folder,
           const char *path,
           double     *unflushed,
           double     *all)
{
  g_autofree char *draft = g_build_filename (folder, ".draft.xlsx", NULL);
  gint64 since = g_get_monotonic_time ();

  door_repeat (draft);
  *unflushed = get_ms (since);
  sync_path (draft);
  g_rename (draft, path);
  sync_path (folder);
  *all = get_ms (since);
}

static double
make_ours (PazStore   *store,
           const char *path)
{
  g_autoptr (PazAudience) own = g_str_equal (report_name, "dossier") ? paz_audience_parse ("own") : NULL;
  const PazReportOptions options = { .language = PAZ_LANGUAGE_EN, .created = 1620036000000, .audience = own };
  g_autoptr (GError) error = NULL;
  gint64 since = g_get_monotonic_time ();

  if (!paz_report_export (store, report_name, &options, path, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);

  return get_ms (since);
}

/* What was read of the store before is no longer good. */
static void
touch_store (PazStore *store,
             int       n)
{
  g_autofree char *value = g_strdup_printf ("%d", n);
  g_autoptr (GError) error = NULL;

  if (!paz_store_set_setting (store, "bench", value, &error))
    g_error ("%s", error->message);
}

static void
compare_files (const char *one,
               const char *other)
{
  g_autofree char *ours = NULL, *theirs = NULL;
  gsize n, m;

  g_file_get_contents (one, &ours, &n, NULL);
  g_file_get_contents (other, &theirs, &m, NULL);
  g_print ("  %u cells, %u calls, %" G_GSIZE_FORMAT " bytes; bare has the same bytes: %s\n", door_get_n_cells (),
           door_get_n_calls (), n, n == m && memcmp (ours, theirs, n) == 0 ? "yes" : "NO");
}

/* As glibc has it from the start, or as the writer asks for. */
static void
set_allocator (gboolean tuned)
{
  mallopt (M_TRIM_THRESHOLD, tuned ? 16 * 1024 * 1024 : 128 * 1024);
  mallopt (M_TOP_PAD, tuned ? 1024 * 1024 : 128 * 1024);
}

static void
take_turn (PazStore   *store,
           const char *folder,
           int         n,
           Times      *times)
{
  g_autofree char *ours = g_build_filename (folder, "ours.xlsx", NULL);
  g_autofree char *theirs = g_build_filename (folder, "bare.xlsx", NULL);

  double cpu, aside;

  touch_store (store, n);
  times->first[n] = make_ours (store, ours);
  cpu = get_cpu ();
  times->again[n] = make_ours (store, ours);
  times->again_cpu[n] = get_cpu () - cpu;
  times->written[n] = (door_get_closed () - door_get_opened ()) / 1000.0;
  cpu = get_cpu ();
  make_bare (folder, theirs, &times->unflushed[n], &times->tuned[n]);
  times->tuned_cpu[n] = get_cpu () - cpu;
  set_allocator (FALSE);
  make_bare (folder, theirs, &aside, &times->bare[n]);
  set_allocator (TRUE);
  door_begin_timing ();
  make_ours (store, ours);
  times->library[n] = door_end_timing () / 1000.0;
  if (n == 0)
    compare_files (ours, theirs);
}

static gboolean
measure (PazStore   *store,
         const char *folder,
         const char *name,
         double      must)
{
  g_autofree Times *times = g_new0 (Times, 1);
  g_autofree char *first = g_build_filename (folder, "first.xlsx", NULL);
  double ratio;

  g_print ("%s, %d turns\n", name, n_turns);
  door_record ();
  make_ours (store, first);
  door_stop ();
  for (int i = 0; i < n_turns; i++)
    take_turn (store, folder, i, times);
  ratio = get_ratio (times->again, times->bare);
  g_print ("  first %.1f ms, again %.1f ms, bare %.1f ms, tuned %.1f ms; written %.1f ms, library %.1f ms, unflushed %.1f ms\n",
           get_median (times->first), get_median (times->again), get_median (times->bare), get_median (times->tuned),
           get_median (times->written), get_median (times->library), get_median (times->unflushed));
  g_print ("  again/bare %.2f (bar %.1f)  first/bare %.2f  again/tuned %.2f  first/tuned %.2f  again/unflushed %.2f\n", ratio,
           must, get_ratio (times->first, times->bare), get_ratio (times->again, times->tuned),
           get_ratio (times->first, times->tuned), get_ratio (times->again, times->unflushed));
  g_print ("  processor's time: again %.1f ms, tuned %.1f ms, again/tuned %.2f\n", get_median (times->again_cpu),
           get_median (times->tuned_cpu), get_ratio (times->again_cpu, times->tuned_cpu));

  return ratio <= must;
}

/* ---- stores ---- */

static PazStore *
open_store (const char *folder,
            const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  PazStore *store = paz_store_open (path, PAZ_STORE_OPEN_CREATE, NULL, &error);

  if (store == NULL)
    g_error ("%s", error->message);

  return store;
}

static void
import_file (PazStore   *store,
             const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PazImport) import = paz_import_read (path, NULL, store, NULL, NULL, NULL, &error);
  guint64 step;

  if (import == NULL || !paz_import_apply (import, store, NULL, NULL, NULL, &step, &error))
    g_error ("%s", error->message);
}

static gboolean
measure_real (const char *folder)
{
  static const char * const names[] = { "uchistorical_2013-03_2014-02.csv", "contributionsbygender_2014-03.csv" };
  g_autoptr (PazStore) store = open_store (folder, "real.relacopaz");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (g_getenv ("RELACOPAZ_SHARED"), "data", "un", names[i], NULL);

      import_file (store, path);
    }

  return measure (store, folder, "the two real files", MUST);
}

static gboolean
measure_large (const char *folder)
{
  g_autoptr (PazStore) store = open_store (folder, "large.relacopaz");
  g_autofree char *path = un_file_write (folder, facts_wanted);
  g_autofree char *name = g_strdup_printf ("%d facts", facts_wanted);

  import_file (store, path);

  return measure (store, folder, name, MUST);
}

static gboolean
measure_group (const char *folder)
{
  g_autoptr (PazStore) store = open_store (folder, "group.relacopaz");
  g_autofree char *name = g_strdup_printf ("dossier of %d %% of a working group", group_share);

  paz_load_fill (store, (guint) group_share);
  report_name = "dossier";

  return measure (store, folder, name, MUST_DOSSIER);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_remove (path);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autofree char *folder = g_dir_make_tmp ("paz-bench-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;
  gboolean good;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    g_error ("%s", error->message);
  n_turns = CLAMP (n_turns, 1, MAX_TURNS);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  good = only_group || measure_real (folder);
  good = (only_group || measure_large (folder)) && good;
  good = measure_group (folder) && good;
  remove_all (folder);

  return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
