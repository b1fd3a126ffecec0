/* First frame of the window against an empty one, and a list of a million contributions: longest
 * frame, memory.
 *
 *   xvfb-run ... dbus-run-session -- bench-frame EMPTY-WINDOW-PROGRAM
 *
 * A frame's cost is the time of the main thread's processor between two paints: the wall is bound
 * to the display's rhythm. */
#include <adwaita.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <time.h>

#include "paz-application.h"
#include "paz-facts-page.h"
#include "paz-settings.h"
#include "paz-window.h"
#include "paz-words.h"

#define ROUNDS 9
#define FRAMES 150

static double
get_thread_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return now.tv_sec * 1000.0 + now.tv_nsec / 1e6;
}

static double
get_rss_mb (void)
{
  g_autofree char *text = NULL;
  long pages;

  g_file_get_contents ("/proc/self/statm", &text, NULL, NULL);
  pages = strtol (strchr (text, ' '), NULL, 10);

  return pages * sysconf (_SC_PAGESIZE) / (1024.0 * 1024.0);
}

/* ---- the program under measure ---- */

static PazApplication *
make_application (void)
{
  PazApplication *application;

  paz_words_init ("en");
  application = paz_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);

  return application;
}

static PazWindow *
show_window (PazApplication *application,
             const char     *path)
{
  PazWindow *window = paz_window_new (GTK_APPLICATION (application));

  gtk_window_set_default_size (GTK_WINDOW (window), 1180, 780);
  paz_window_open_path (window, path, PAZ_STORE_OPEN_NONE);
  gtk_window_present (GTK_WINDOW (window));

  return window;
}

static void
first_painted_cb (GdkFrameClock *clock,
                  gpointer       data)
{
  printf ("cpu %.1f\n", get_thread_ms ());
  fflush (stdout);
  _exit (0);
}

static int
run_first_frame (const char *path)
{
  g_autoptr (PazApplication) application = make_application ();
  PazWindow *window = show_window (application, path);

  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint",
                    G_CALLBACK (first_painted_cb), NULL);
  for (int i = 0; i < G_MAXINT; i++)
    g_main_context_iteration (NULL, TRUE);

  return 1;
}

typedef struct
{
  double last;
  double longest;
  double sum;
  guint  n;
} Frames;

static void
painted_cb (GdkFrameClock *clock,
            Frames        *frames)
{
  double now = get_thread_ms ();
  double cost = now - frames->last;

  frames->last = now;
  if (g_getenv ("BENCH_FRAMES") != NULL)
    g_printerr ("%u: %.1f\n", frames->n, cost);
  frames->longest = MAX (frames->longest, cost);
  frames->sum += cost;
  frames->n++;
}

static gboolean
late_cb (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

/* Sleeps between events: a loop that looks at the clock would be counted as the program's work. */
static void
wait_ms (guint ms)
{
  gboolean late = FALSE;

  g_timeout_add (ms, late_cb, &late);
  while (!late)
    g_main_context_iteration (NULL, TRUE);
}

static GtkAdjustment *
get_adjustment (PazWindow *window)
{
  GtkColumnView *view = paz_facts_page_get_view (PAZ_FACTS_PAGE (paz_window_get_page (window)));

  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
}

/* Steps as a wheel makes them, then jumps through the whole. */
static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       data)
{
  GtkAdjustment *adjustment = get_adjustment (PAZ_WINDOW (widget));
  guint *n = data;
  double range = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  (*n)++;
  if (*n < FRAMES * 2 / 3)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + 90);
  else
    gtk_adjustment_set_value (adjustment, range * (*n % 37) / 37);

  return *n < FRAMES ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static int
run_list (const char *path,
          gboolean    with_list)
{
  g_autoptr (PazApplication) application = make_application ();
  PazWindow *window = show_window (application, path);
  Frames opening = { 0 }, scrolling = { 0 };
  guint n = 0;
  gulong handler;
  GListModel *rows;

  while (paz_window_get_store (window) == NULL)
    g_main_context_iteration (NULL, TRUE);
  wait_ms (1500);
  if (!with_list)
    {
      printf ("rss %.1f\n", get_rss_mb ());
      return 0;
    }

  opening.last = get_thread_ms ();
  handler = g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint",
                              G_CALLBACK (painted_cb), &opening);
  paz_window_show_page (window, "contributions");
  if (g_getenv ("BENCH_FRAMES") != NULL)
    g_printerr ("page %.1f\n", get_thread_ms () - opening.last);
  rows = paz_facts_page_get_rows (PAZ_FACTS_PAGE (paz_window_get_page (window)));
  while (g_list_model_get_n_items (rows) == 0)
    g_main_context_iteration (NULL, TRUE);
  wait_ms (2500);
  g_signal_handler_disconnect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), handler);

  scrolling.last = get_thread_ms ();
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint",
                    G_CALLBACK (painted_cb), &scrolling);
  gtk_widget_add_tick_callback (GTK_WIDGET (window), scroll_cb, &n, NULL);
  while (n < FRAMES)
    g_main_context_iteration (NULL, TRUE);
  wait_ms (300);
  printf ("rows %u opening %.1f scrolling %.1f mean %.1f rss %.1f\n",
          g_list_model_get_n_items (rows), opening.longest, scrolling.longest,
          scrolling.sum / MAX (scrolling.n, 1), get_rss_mb ());

  return 0;
}

/* ---- the stores ---- */

static void
fail_on (GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

static void
make_store (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PazStore) store = paz_store_open (path, PAZ_STORE_OPEN_CREATE, NULL, &error);

  fail_on (error);
}

static PazFactTable *
make_facts (void)
{
  static const char * const types[] = { "CT", "SO", "MEM", "IP" };
  static const char * const countries[] = { "ARG", "BOL", "BRA", "CHL", "COL", "ECU", "SLV", "GTM", "HND", "MEX",
                                            "NIC", "PAN", "PRY", "PER", "DOM", "URY", "CUB", "HTI", "JAM", "GUY",
                                            "IND", "PAK", "BGD", "NPL", "RWA" };
  PazFactTable *facts = paz_fact_table_new ();
  guint row = 2;

  for (guint month = 0; month < 200; month++)
    for (guint c = 0; c < G_N_ELEMENTS (countries); c++)
      for (guint m = 0; m < 50; m++)
        for (guint t = 0; t < 4; t++)
          {
            g_autofree char *mission = g_strdup_printf ("UN%02uM", m);

            paz_fact_table_add (facts, 2008 * 12 + month,
                                paz_fact_table_code (facts, PAZ_DIMENSION_CONTRIBUTOR, countries[c]),
                                paz_fact_table_code (facts, PAZ_DIMENSION_MISSION, mission),
                                paz_fact_table_code (facts, PAZ_DIMENSION_TYPE, types[t]),
                                (month + m) % 40, (month * 7 + c + m) % 800, row++);
          }
  paz_fact_table_finish (facts, NULL, NULL);

  return facts;
}

static void
make_large_store (const char *path)
{
  const PazKind *kind = paz_kind_find ("data_set");
  g_autoptr (GError) error = NULL;
  g_autoptr (PazStore) store = paz_store_open (path, PAZ_STORE_OPEN_CREATE, NULL, &error);
  g_autoptr (PazFactTable) facts = make_facts ();
  g_autoptr (PazRecord) record = NULL;
  g_autoptr (PazEdit) edit = paz_edit_new ();
  guint64 step;

  fail_on (error);
  record = paz_store_create_record (store, kind, NULL);
  paz_record_set_value (record, paz_kind_find_field (kind, "title"), g_variant_new_string ("A million"));
  paz_edit_put (edit, record);
  paz_edit_put_facts (edit, record, facts);
  paz_store_apply (store, edit, NULL, NULL, NULL, &step, &error);
  fail_on (error);
}

/* ---- the driver ---- */

static char *
run_child (const char * const *argv,
           double             *ms)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  char *output = NULL;

  g_spawn_sync (NULL, (char **) argv, NULL,
                G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &output, NULL, NULL, &error);
  fail_on (error);
  if (ms != NULL)
    *ms = (g_get_monotonic_time () - start) / 1000.0;

  return output;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

static double
get_median (double *values,
            guint   n)
{
  qsort (values, n, sizeof *values, compare_doubles);

  return values[n / 2];
}

static double
get_figure (const char *output,
            const char *name)
{
  const char *found = strstr (output, name);

  return found != NULL ? g_ascii_strtod (found + strlen (name), NULL) : 0;
}

static gboolean
measure_first_frame (const char *self,
                     const char *empty,
                     const char *store)
{
  const char *empty_argv[] = { empty, NULL };
  const char *window_argv[] = { self, "--window", store, NULL };
  double empties[ROUNDS], windows[ROUNDS], ratios[ROUNDS], cpu_ratios[ROUNDS];
  double ratio;

  for (int i = -1; i < ROUNDS; i++)
    {
      double first, second;

      g_autofree char *empty_output = run_child (empty_argv, &first);
      g_autofree char *window_output = run_child (window_argv, &second);

      if (i < 0)
        continue;   /* the first one reads files from the disk */
      empties[i] = first;
      windows[i] = second;
      ratios[i] = second / first;
      cpu_ratios[i] = get_figure (window_output, "cpu ") / get_figure (empty_output, "cpu ");
    }
  ratio = get_median (ratios, ROUNDS);
  printf ("first frame: empty %.0f ms, ours %.0f ms, ratio %.2f (at most 2.0); of the main thread's processor time %.2f\n",
          get_median (empties, ROUNDS), get_median (windows, ROUNDS), ratio, get_median (cpu_ratios, ROUNDS));

  return ratio <= 2.0;
}

static gboolean
measure_list (const char *self,
              const char *small,
              const char *large)
{
  const char *without_argv[] = { self, "--without", small, NULL };
  const char *list_argv[] = { self, "--list", large, NULL };
  g_autofree char *without = run_child (without_argv, NULL);
  g_autofree char *list = run_child (list_argv, NULL);
  double longest = MAX (get_figure (list, "opening "), get_figure (list, "scrolling "));
  double memory = get_figure (list, "rss ") - get_figure (without, "rss ");

  printf ("list of a million: %s", list);
  printf ("longest frame %.1f ms (at most 33), memory %.1f MB more (at most 100)\n", longest, memory);

  return get_figure (list, "rows ") == 1000000 && longest <= 33 && memory <= 100;
}

static int
drive (const char *self,
       const char *empty)
{
  g_autofree char *folder = g_dir_make_tmp ("paz-bench-XXXXXX", NULL);
  g_autofree char *small = g_build_filename (folder, "small.relacopaz", NULL);
  g_autofree char *large = g_build_filename (folder, "large.relacopaz", NULL);
  const char *remove_argv[] = { "rm", "-r", folder, NULL };
  gboolean good;

  if (g_getenv ("BENCH_FRAMES") != NULL)
    {
      make_large_store (large);
      const char *argv[] = { self, "--list", large, NULL };
      g_spawn_sync (NULL, (char **) argv, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL);
      return 0;
    }
  make_store (small);
  make_large_store (large);
  good = measure_first_frame (self, empty, small);
  good = measure_list (self, small, large) && good;
  g_free (run_child (remove_argv, NULL));

  return good ? 0 : 1;
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  g_setenv ("GDK_BACKEND", "x11", TRUE);
  g_setenv ("GDK_DEBUG", "gl-disable", TRUE);
  g_setenv ("GDK_DISABLE", "gl", TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);

  if (argc == 3 && g_str_equal (argv[1], "--window"))
    return run_first_frame (argv[2]);
  if (argc == 3 && g_str_equal (argv[1], "--without"))
    return run_list (argv[2], FALSE);
  if (argc == 3 && g_str_equal (argv[1], "--list"))
    return run_list (argv[2], TRUE);
  if (argc != 2)
    {
      g_printerr ("Usage: %s EMPTY-WINDOW-PROGRAM\n", argv[0]);
      return 2;
    }

  return drive (argv[0], argv[1]);
}
