/* A person at work in the real window, on the load of a working group: how long the main loop was
 * not served, what a click, a keystroke and a save cost. Says figures, judges none.
 *
 *   xvfb-run ... dbus-run-session -- bench-desk [SHARE] [PART]
 *
 * SHARE of the load in percent, PART of the use: pages, lists, sort, forms, search; all without.
 *
 * A stall is the time between two polls of the main context: whatever the program does then, nothing
 * else is answered. Beside it stands the processor's time of the thread: what is beyond was waiting,
 * for the disk, a lock or a neighbour. BENCH_STALLS=MS in the environment tells each longer one. */
#include "bare-form.h"
#include "bare-list.h"
#include "lib/paz-load.h"
#include "lib/paz-ui-test.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <time.h>

#include "paz-application.h"
#include "paz-field-row.h"
#include "paz-form-page.h"
#include "paz-list-page.h"
#include "paz-search-dialog.h"
#include "paz-settings.h"
#include "paz-window.h"
#include "paz-words.h"

#define TURNS 12
#define BARE "showing what is bare"
#define N_FORM_KINDS 5
#define LONGEST_WAIT 20000

typedef struct
{
  double      wall;
  double      cpu;
  const char *doing;
} Stall;

static GArray *stalls;
static const char *doing = "opening the window";
static gint64 served_at;
static double cpu_at;
static double tell_over;
static guint n_paints;

static double
get_ms (gint64 since)
{
  return (g_get_monotonic_time () - since) / 1000.0;
}

static double
get_thread_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return now.tv_sec * 1000.0 + now.tv_nsec / 1e6;
}

/* ---- stalls ---- */

static int
poll_cb (GPollFD *fds,
         guint    n_fds,
         int      timeout)
{
  Stall stall = { get_ms (served_at), get_thread_ms () - cpu_at, doing };
  int n;

  g_array_append_val (stalls, stall);
  if (tell_over > 0 && stall.wall > tell_over)
    g_print ("  stall %.1f ms (%.1f of processor) while %s\n", stall.wall, stall.cpu, doing);
  n = g_poll (fds, n_fds, timeout);
  served_at = g_get_monotonic_time ();
  cpu_at = get_thread_ms ();

  return n;
}

static void
start_watch (void)
{
  const char *over = g_getenv ("BENCH_STALLS");

  tell_over = over != NULL ? g_ascii_strtod (over, NULL) : 0;
  stalls = g_array_new (FALSE, FALSE, sizeof (Stall));
  served_at = g_get_monotonic_time ();
  cpu_at = get_thread_ms ();
  g_main_context_set_poll_func (NULL, poll_cb);
}

static int
compare_stalls_cb (gconstpointer a,
                   gconstpointer b)
{
  const Stall *one = a, *other = b;

  return one->wall < other->wall ? -1 : one->wall > other->wall;
}

/* What the program itself made wait. */
static void
drop_stalls_of (const char *what)
{
  for (guint i = stalls->len; i > 0; i--)
    if (g_str_equal (g_array_index (stalls, Stall, i - 1).doing, what))
      g_array_remove_index_fast (stalls, i - 1);
}

static void
tell_stalls (void)
{
  guint over = 0;

  drop_stalls_of (BARE);

  g_array_sort (stalls, compare_stalls_cb);
  for (guint i = 0; i < stalls->len; i++)
    over += g_array_index (stalls, Stall, i).wall > 50;
  g_print ("main loop: %u turns, 99 of 100 within %.1f ms, worst %.1f ms, %u over 50 ms\n", stalls->len,
           g_array_index (stalls, Stall, stalls->len * 99 / 100).wall,
           g_array_index (stalls, Stall, stalls->len - 1).wall, over);
  for (guint i = 0; i < MIN (stalls->len, 12); i++)
    {
      const Stall *stall = &g_array_index (stalls, Stall, stalls->len - 1 - i);

      g_print ("  %6.1f ms, %6.1f of processor, while %s\n", stall->wall, stall->cpu, stall->doing);
    }
}

/* ---- figures ---- */

static int
compare_cb (gconstpointer a,
            gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return one < other ? -1 : one > other;
}

static double
get_part (GArray *times,
          double  part)
{
  g_array_sort (times, compare_cb);

  return times->len > 0 ? g_array_index (times, double, MIN (times->len - 1, (guint) (part * times->len))) : 0;
}

static void
tell (const char *what,
      GArray     *times)
{
  g_print ("%-28s %3u times: median %.1f ms, 99 of 100 within %.1f ms, worst %.1f ms\n", what, times->len,
           get_part (times, 0.5), get_part (times, 0.99), get_part (times, 1));
}

static void
add_time (GArray *times,
          gint64  since)
{
  double ms = get_ms (since);

  g_array_append_val (times, ms);
}

/* ---- waiting ---- */

static gboolean
late_cb (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

#define serve_until(cond)                                             \
  G_STMT_START {                                                      \
    gboolean late_ = FALSE;                                           \
    guint id_ = g_timeout_add (LONGEST_WAIT, late_cb, &late_);        \
    while (!(cond) && !late_)                                         \
      g_main_context_iteration (NULL, TRUE);                          \
    if (late_)                                                        \
      g_printerr ("%s: not done in %d ms\n", doing, LONGEST_WAIT);    \
    else                                                              \
      g_source_remove (id_);                                          \
  } G_STMT_END

static void
serve_ms (guint ms)
{
  gboolean late = FALSE;

  g_timeout_add (ms, late_cb, &late);
  while (!late)
    g_main_context_iteration (NULL, TRUE);
}

static void
painted_cb (void)
{
  n_paints++;
}

static void
serve_a_paint (gpointer window)
{
  guint before = n_paints;

  gtk_widget_queue_draw (window);
  serve_until (n_paints > before);
}

/* ---- lists ---- */

static GListModel *
get_records (PazWindow *window)
{
  return paz_list_page_get_records (PAZ_LIST_PAGE (paz_window_get_page (window)));
}

static gboolean
is_pending (GListModel *records)
{
  gboolean pending = FALSE;

  g_object_get (records, "pending", &pending, NULL);

  return pending;
}

/* Of what a person waits for, in milliseconds, and what of it this thread worked. */
typedef struct
{
  GArray *wall;
  GArray *cpu;
} Times;

static Times
times_new (void)
{
  return (Times) { g_array_new (FALSE, FALSE, sizeof (double)), g_array_new (FALSE, FALSE, sizeof (double)) };
}

static void
times_clear (Times *times)
{
  g_array_unref (times->wall);
  g_array_unref (times->cpu);
}

static void
tell_times (const char *what,
            Times       times)
{
  tell (what, times.wall);
  g_print ("%-28s median %.1f ms, 99 of 100 within %.1f ms\n", "  of it by the processor",
           get_part (times.cpu, 0.5), get_part (times.cpu, 0.99));
}

static void
add_times (Times  times,
           gint64 since,
           double cpu_since)
{
  double cpu = get_thread_ms () - cpu_since;

  add_time (times.wall, since);
  g_array_append_val (times.cpu, cpu);
}

static void
tell_ratio (const char *what,
            Times       ours,
            Times       bare)
{
  g_print ("%-28s %.2f, by the processor %.2f\n", what, get_part (ours.wall, 0.5) / get_part (bare.wall, 0.5),
           get_part (ours.cpu, 0.5) / get_part (bare.cpu, 0.5));
}

static void
open_list (PazWindow     *window,
           const PazKind *kind,
           Times          times)
{
  g_autofree char *page = g_strconcat ("kind:", kind->key, NULL);
  gint64 since = g_get_monotonic_time ();
  double cpu = get_thread_ms ();
  GListModel *records;

  paz_window_show_page (window, page);
  records = get_records (window);
  serve_until (g_list_model_get_n_items (records) > 0 || !is_pending (records));
  serve_a_paint (window);
  add_times (times, since, cpu);
  serve_until (!is_pending (records));
  serve_ms (600);
}

/* The same rows and columns in the toolkit's own view, with nothing of ours. */
static void
compare_with_bare (PazWindow *window,
                   Times      shown)
{
  static const char * const kinds[] = { "recommendation", "task", "need", "delegate" };
  g_autoptr (GArray) bare = g_array_new (FALSE, FALSE, sizeof (double));

  doing = BARE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *page = g_strconcat ("kind:", kinds[i], NULL);
      GtkWidget *view;
      double ms;

      paz_window_show_page (window, page);
      serve_until (!is_pending (get_records (window)));
      view = find_widget (paz_window_get_page (window), GTK_TYPE_COLUMN_VIEW);
      ms = bare_list_show (paz_window_get_store (window), get_records (window),
                           gtk_column_view_get_columns (GTK_COLUMN_VIEW (view)));
      g_array_append_val (bare, ms);
    }
  tell ("bare view to first rows", bare);
  g_print ("%-28s %.2f\n", "  whole page/bare view", get_part (shown.wall, 0.5) / get_part (bare, 0.5));
}

static void
use_lists (PazWindow *window)
{
  Times first = times_new ();
  Times again = times_new ();
  Times large = times_new ();
  const PazKind * const *kinds = paz_kind_list (NULL);

  doing = "opening lists";
  for (guint turn = 0; turn < 2; turn++)
    for (guint i = 0; kinds[i] != NULL; i++)
      if (kinds[i]->parent == NULL)
        open_list (window, kinds[i], turn == 0 ? first : again);
  for (guint i = 0; kinds[i] != NULL; i++)
    if (kinds[i]->parent == NULL && paz_store_count (paz_window_get_store (window), kinds[i]) > 100)
      open_list (window, kinds[i], large);
  tell_times ("first click to first rows", first);
  tell_times ("a later click", again);
  tell_times ("  of more than 100 rows", large);
  compare_with_bare (window, large);
  times_clear (&first);
  times_clear (&again);
  times_clear (&large);
}

static void
type_in_list (PazWindow *window,
              GArray    *times)
{
  static const char * const typed[] = { "f", "fo", "for", "form", "forma", "" };
  GtkWidget *entry = find_widget (paz_window_get_page (window), GTK_TYPE_SEARCH_ENTRY);

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      gint64 since = g_get_monotonic_time ();

      gtk_editable_set_text (GTK_EDITABLE (entry), typed[i]);
      g_signal_emit_by_name (entry, "search-changed");
      serve_until (!is_pending (get_records (window)));
      serve_a_paint (window);
      add_time (times, since);
      serve_ms (200);
    }
}

static void
search_and_sort (PazWindow *window)
{
  static const char * const kinds[] = { "recommendation", "task", "need", "delegate" };
  g_autoptr (GArray) typing = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) sorting = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const PazKind *kind = paz_kind_find (kinds[i]);
      g_autofree char *page = g_strconcat ("kind:", kind->key, NULL);

      paz_window_show_page (window, page);
      serve_until (!is_pending (get_records (window)));
      doing = "searching in a list";
      type_in_list (window, typing);
      doing = "sorting a list";
      for (guint j = 0; j < MIN (kind->n_fields, 4); j++)
        {
          gint64 since = g_get_monotonic_time ();

          gtk_widget_activate_action (paz_window_get_page (window), "arrange.sort", "(sb)",
                                      kind->fields[j].key, j % 2 == 0);
          serve_until (!is_pending (get_records (window)));
          serve_a_paint (window);
          add_time (sorting, since);
        }
    }
  tell ("keystroke in a list", typing);
  tell ("sort", sorting);
}

/* ---- search everywhere ---- */

static void
search_everywhere (PazWindow *window)
{
  static const char * const words[] = { "formacion previa", "haiti", "mujer unidades", "nunez" };
  Times times = times_new ();
  GtkWidget *dialog = paz_search_dialog_new (window);
  GtkWidget *entry = find_widget (dialog, GTK_TYPE_SEARCH_ENTRY);

  doing = "searching everywhere";
  gtk_window_present (GTK_WINDOW (dialog));
  g_signal_connect (gtk_widget_get_frame_clock (dialog), "after-paint", G_CALLBACK (painted_cb), NULL);
  serve_ms (300);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    for (guint n = 1; words[i][n - 1] != '\0'; n++)
      {
        g_autofree char *text = g_strndup (words[i], n);
        gint64 since = g_get_monotonic_time ();
        double cpu = get_thread_ms ();

        /* With the little that the entry waits itself. */
        gtk_editable_set_text (GTK_EDITABLE (entry), text);
        serve_until (paz_search_dialog_has_answer (PAZ_SEARCH_DIALOG (dialog)));
        serve_a_paint (dialog);
        add_times (times, since, cpu);
        serve_ms (180);
      }
  gtk_window_destroy (GTK_WINDOW (dialog));
  tell_times ("keystroke everywhere", times);
  times_clear (&times);
}

/* ---- forms ---- */

static GtkWidget *
find_text (GtkWidget *widget)
{
  GtkWidget *found = NULL;
  gboolean text = GTK_IS_TEXT (widget) && gtk_editable_get_editable (GTK_EDITABLE (widget)) &&
                  gtk_editable_get_text (GTK_EDITABLE (widget))[0] != '\0';

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (text || (GTK_IS_TEXT_VIEW (widget) && gtk_text_view_get_editable (GTK_TEXT_VIEW (widget))))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_text (child);

  return found;
}

/* A text of its own, which any letter leaves valid. */
static GtkWidget *
find_text_field (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (PAZ_IS_FIELD_ROW (widget))
    {
      const PazField *field = paz_field_row_get_field (PAZ_FIELD_ROW (widget));

      return field != NULL && field->type == PAZ_VALUE_TRILINGUAL ? find_text (widget) : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_text_field (child);

  return found;
}

static void
type_letter (GtkWidget *widget)
{
  if (GTK_IS_TEXT_VIEW (widget))
    {
      gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), "a", 1);
    }
  else
    {
      int end = -1;

      gtk_editable_insert_text (GTK_EDITABLE (widget), "a", 1, &end);
    }
}

static void
type_in_form (PazWindow *window,
              GtkWidget *form,
              GArray    *times)
{
  GtkWidget *text = find_text_field (form);

  for (guint i = 0; text != NULL && i < 5; i++)
    {
      gint64 since = g_get_monotonic_time ();

      type_letter (text);
      serve_a_paint (window);
      add_time (times, since);
    }
}

typedef struct
{
  Times first;       /* of a kind */
  Times again;
  Times bare;        /* as many entries, of the toolkit alone */
  GArray *typing;
  Times saving;
  Times bare_saving; /* one row, of SQLite alone */
  GArray *undoing;
} FormTimes;

static void
save_bare (sqlite3 *db,
           guint    n,
           Times    times)
{
  g_autofree char *sql = g_strdup_printf ("BEGIN IMMEDIATE; INSERT OR REPLACE INTO task VALUES ('%u', 'Coordinar', %u); COMMIT",
                                          n % 7, n);
  gint64 since = g_get_monotonic_time ();
  double cpu = get_thread_ms ();

  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  add_times (times, since, cpu);
}

static void
save_form (PazWindow *window,
           GtkWidget *form,
           FormTimes *times)
{
  gint64 since = g_get_monotonic_time ();
  double cpu = get_thread_ms ();

  doing = "saving a form";
  if (!paz_form_page_is_modified (PAZ_FORM_PAGE (form)) || !paz_form_page_save (PAZ_FORM_PAGE (form)))
    return;
  add_times (times->saving, since, cpu);
  serve_ms (250);
  doing = "undoing";
  since = g_get_monotonic_time ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  add_time (times->undoing, since);
  serve_ms (250);
}

static void
show_bare_form (guint n_rows,
                Times times)
{
  double cpu, ms;

  doing = BARE;
  serve_ms (1);
  ms = bare_form_show (n_rows, &cpu);
  g_array_append_val (times.wall, ms);
  g_array_append_val (times.cpu, cpu);
  serve_ms (50);
}

static void
use_form (PazWindow  *window,
          const char *id,
          Times       opening,
          FormTimes  *times)
{
  gint64 since = g_get_monotonic_time ();
  double cpu = get_thread_ms ();
  GtkWidget *form;
  guint n_rows;

  doing = "opening a form";
  paz_window_open_id (window, id);
  form = paz_window_get_form (window);
  if (form == NULL)
    g_error ("no form of %s", id);
  serve_a_paint (window);
  add_times (opening, since, cpu);
  serve_ms (150);
  serve_until (paz_form_page_is_whole (PAZ_FORM_PAGE (form)));
  n_rows = bare_form_count (form);
  doing = "typing in a form";
  type_in_form (window, form, times->typing);
  serve_ms (1200);   /* the draft is kept meanwhile */
  save_form (window, form, times);
  doing = "leaving a form";
  gtk_widget_activate_action (form, "form.cancel", NULL);
  serve_ms (100);
  show_bare_form (n_rows, times->bare);
}

static void
tell_forms (FormTimes *times)
{
  tell_times ("first form of a kind", times->first);
  tell_times ("form filled anew", times->again);
  tell_times ("bare entries, as many", times->bare);
  tell_ratio ("  first form/bare entries", times->first, times->bare);
  tell_ratio ("  filled anew/bare entries", times->again, times->bare);
  tell ("letter in a form", times->typing);
  tell_times ("save of a form, whole", times->saving);
  tell_times ("bare row", times->bare_saving);
  tell_ratio ("  save/bare row, of medians", times->saving, times->bare_saving);
  tell ("undo", times->undoing);
}

static void
form_times_clear (FormTimes *times)
{
  times_clear (&times->first);
  times_clear (&times->again);
  times_clear (&times->bare);
  times_clear (&times->saving);
  times_clear (&times->bare_saving);
  g_array_unref (times->typing);
  g_array_unref (times->undoing);
}

static void
use_forms (PazWindow *window,
           sqlite3   *db)
{
  static const char * const kinds[N_FORM_KINDS] = { "recommendation", "pledge", "task", "need", "delegate" };
  FormTimes times = { times_new (), times_new (), times_new (), g_array_new (FALSE, FALSE, sizeof (double)),
                      times_new (), times_new (), g_array_new (FALSE, FALSE, sizeof (double)) };

  for (guint i = 0; i < TURNS; i++)
    {
      g_autoptr (PazQuery) query = paz_query_new (paz_kind_find (kinds[i % N_FORM_KINDS]));
      g_autoptr (GPtrArray) ids = paz_store_find (paz_window_get_store (window), query, NULL, NULL);

      serve_ms (1);   /* the look for a record is the bench's */
      use_form (window, ids->pdata[i * 31 % ids->len], i < N_FORM_KINDS ? times.first : times.again, &times);
      save_bare (db, i, times.bare_saving);
    }
  tell_forms (&times);
  form_times_clear (&times);
}

static void
use_pages (PazWindow *window)
{
  static const char * const pages[] = { "overview", "translations", "history", "deleted", "overview" };
  static const char * const names[] = { "opening the overview", "opening the translations", "opening the history",
                                        "opening the deleted", "opening the overview again" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      doing = names[i];
      paz_window_show_page (window, pages[i]);
      serve_ms (1500);
    }
}

/* ---- the run ---- */

static sqlite3 *
open_bare (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "bare.db", NULL);
  sqlite3 *db;

  if (sqlite3_open (path, &db) != SQLITE_OK
      || sqlite3_exec (db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;"
                           "CREATE TABLE task (id TEXT PRIMARY KEY, title TEXT, progress INTEGER)", NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));

  return db;
}

static void
make_store (const char *path,
            guint       share)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PazStore) store = paz_store_open (path, PAZ_STORE_OPEN_CREATE, NULL, &error);

  if (store == NULL)
    g_error ("%s", error->message);
  paz_load_fill (store, share);
}

static PazWindow *
open_window (PazApplication *application,
             const char     *path)
{
  PazWindow *window = paz_window_new (GTK_APPLICATION (application));

  gtk_window_set_default_size (GTK_WINDOW (window), 1180, 780);
  paz_window_open_path (window, path, PAZ_STORE_OPEN_NONE);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint", G_CALLBACK (painted_cb), NULL);
  serve_until (paz_window_get_store (window) != NULL);
  serve_ms (1500);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.welcomed", NULL);
  serve_ms (500);

  return window;
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
  g_autofree char *folder = g_dir_make_tmp ("paz-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "load.relacopaz", NULL);
  g_autoptr (PazApplication) application = NULL;
  PazWindow *window;
  sqlite3 *db;
  g_autofree char *part = argc > 2 ? g_strdup (argv[2]) : NULL;
  guint share = argc > 1 ? (guint) CLAMP (atoi (argv[1]), 1, 1000) : 100;

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  ui_test_init (&argc, &argv);
  paz_words_init ("en");
  make_store (path, share);
  application = paz_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  db = open_bare (folder);

  start_watch ();
  window = open_window (application, path);
  if (part == NULL || g_str_equal (part, "pages"))
    use_pages (window);
  if (part == NULL || g_str_equal (part, "lists"))
    use_lists (window);
  if (part == NULL || g_str_equal (part, "sort"))
    search_and_sort (window);
  if (part == NULL || g_str_equal (part, "forms"))
    use_forms (window, db);
  if (part == NULL || g_str_equal (part, "search"))
    search_everywhere (window);
  tell_stalls ();

  sqlite3_close (db);
  gtk_window_destroy (GTK_WINDOW (window));
  serve_ms (300);
  remove_all (folder);

  return EXIT_SUCCESS;
}
