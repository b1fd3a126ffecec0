/* A column view over a million facts: the first frame, frames while scrolling, jumping and sorting,
 * and memory, beside the same view over a thousand. Needs a display. */
#include <gtk/gtk.h>

#include <time.h>

#include "store/paz-fact-list.h"

#define N_SCROLLS 200

typedef struct
{
  GtkWindow     *window;
  GtkAdjustment *adjustment;
  GMainLoop     *loop;
  guint          n_frames;
  double         last;            /* thread CPU at the last frame's end, ms */
  double         worst;
  double         sum;
} View;

static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static double
get_rss_mb (void)
{
  g_autofree char *text = NULL;
  gulong size, pages = 0;

  if (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    sscanf (text, "%lu %lu", &size, &pages);

  return pages * 4096.0 / 1e6;
}

static PazFactTable *
make_table (guint n)
{
  PazFactTable *table = paz_fact_table_new ();
  guint16 contributors[130], missions[16];
  guint8 types[5];

  for (int i = 0; i < 130; i++)
    {
      char key[] = { 'A' + i / 26, 'A' + i % 26, 'X', '\0' };

      contributors[i] = paz_fact_table_code (table, PAZ_DIMENSION_CONTRIBUTOR, key);
    }
  for (int i = 0; i < 16; i++)
    {
      char key[] = { 'U', 'N', 'A' + i, 'M', 'I', 'S', '\0' };

      missions[i] = paz_fact_table_code (table, PAZ_DIMENSION_MISSION, key);
    }
  for (int i = 0; i < 5; i++)
    {
      char key[] = { 't', 'y', 'p', 'e', '0' + i, '\0' };

      types[i] = (guint8) paz_fact_table_code (table, PAZ_DIMENSION_TYPE, key);
    }
  for (guint i = 0; i < n; i++)
    paz_fact_table_add (table, (guint16) (24000 + i / 10400), contributors[i / 80 % 130], missions[i / 5 % 16],
                        types[i % 5], i * 7 % 40, i * 13 % 900, i + 2);
  paz_fact_table_finish (table, NULL, NULL);

  return table;
}

/* ---- the view ---- */

static char *
dup_text (PazFactRow    *row,
          PazFactColumn  column)
{
  switch (column)
    {
    case PAZ_FACT_MONTH:
      return g_strdup_printf ("%u-%02u", paz_fact_row_get_month (row) / 12, paz_fact_row_get_month (row) % 12 + 1);
    case PAZ_FACT_CONTRIBUTOR:
      return g_strdup (paz_fact_row_get_key (row, PAZ_DIMENSION_CONTRIBUTOR));
    case PAZ_FACT_MISSION:
      return g_strdup (paz_fact_row_get_key (row, PAZ_DIMENSION_MISSION));
    case PAZ_FACT_TYPE:
      return g_strdup (paz_fact_row_get_key (row, PAZ_DIMENSION_TYPE));
    case PAZ_FACT_FEMALE:
      return g_strdup_printf ("%u", paz_fact_row_get_female (row));
    case PAZ_FACT_MALE:
      return g_strdup_printf ("%u", paz_fact_row_get_male (row));
    case PAZ_FACT_TOTAL:
      return g_strdup_printf ("%" G_GUINT64_FORMAT, paz_fact_row_get_total (row));
    case PAZ_FACT_DATA_SET:
      return g_strdup (paz_fact_row_get_data_set (row));
    case PAZ_FACT_SOURCE_ROW:
      return g_strdup_printf ("%u", paz_fact_row_get_source_row (row));
    }

  g_return_val_if_reached (NULL);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  gtk_list_item_set_child (item, gtk_inscription_new (NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  column)
{
  g_autofree char *text = dup_text (gtk_list_item_get_item (item), (PazFactColumn) GPOINTER_TO_INT (column));

  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_list_item_get_child (item)), text);
}

static GtkWidget *
make_column_view (PazFactList *list)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (g_object_ref (list))));
  GtkWidget *view = gtk_column_view_new (selection);

  for (int i = 0; i < PAZ_N_FACT_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      GtkColumnViewColumn *column;

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GINT_TO_POINTER (i));
      column = gtk_column_view_column_new ("Column", factory);
      gtk_column_view_column_set_fixed_width (column, 120);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
      g_object_unref (column);
    }

  return view;
}

/* ---- frames ---- */

/* All that the thread did since the frame before, not the painting alone. */
static void
after_paint_cb (GdkFrameClock *clock,
                View          *view)
{
  double ms = get_cpu_ms () - view->last;

  view->n_frames++;
  view->worst = MAX (view->worst, ms);
  view->sum += ms;
  view->last = get_cpu_ms ();
  g_main_loop_quit (view->loop);
}

static void
draw_frame (View *view)
{
  gtk_widget_queue_draw (GTK_WIDGET (view->window));
  g_main_loop_run (view->loop);
}

static void
reset (View *view)
{
  view->n_frames = 0;
  view->worst = 0;
  view->sum = 0;
  view->last = get_cpu_ms ();
}

static void
report (View       *view,
        const char *name)
{
  g_print ("%-34s %6.1f ms worst, %5.1f ms mean of %u frames\n", name, view->worst, view->sum / view->n_frames, view->n_frames);
}

static void
open_window (View        *view,
             PazFactList *list)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GdkFrameClock *clock;

  view->loop = g_main_loop_new (NULL, FALSE);
  view->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (view->window, 1200, 760);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), make_column_view (list));
  gtk_window_set_child (view->window, scrolled);
  view->adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  gtk_widget_realize (GTK_WIDGET (view->window));
  clock = gdk_surface_get_frame_clock (gtk_native_get_surface (GTK_NATIVE (view->window)));
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_paint_cb), view);
}

static double
time_first_frame (View        *view,
                  PazFactList *list)
{
  double since = get_cpu_ms ();

  open_window (view, list);
  gtk_window_present (view->window);
  g_main_loop_run (view->loop);

  return get_cpu_ms () - since;
}

static void
scroll (View   *view,
        double  step,
        guint   n)
{
  for (guint i = 0; i < n; i++)
    {
      double upper = gtk_adjustment_get_upper (view->adjustment) - gtk_adjustment_get_page_size (view->adjustment);
      double value = gtk_adjustment_get_value (view->adjustment) + step;

      gtk_adjustment_set_value (view->adjustment, value > upper ? value - upper : value);
      draw_frame (view);
    }
}

static void
wait_until_sorted (View        *view,
                   PazFactList *list)
{
  while (paz_fact_list_is_pending (list))
    draw_frame (view);
  draw_frame (view);
}

int
main (void)
{
  g_autoptr (PazFactTable) small = make_table (1000);
  g_autoptr (PazFactList) few = paz_fact_list_new (small, NULL);
  View one = { 0 };
  View view = { 0 };
  double first_few, first_many, before;

  if (!gtk_init_check ())
    {
      g_print ("no display\n");
      return 77;
    }

  time_first_frame (&one, few);
  gtk_window_destroy (one.window);
  one = (View) { 0 };
  first_few = time_first_frame (&one, few);
  gtk_window_destroy (one.window);

  before = get_rss_mb ();
  {
    g_autoptr (PazFactTable) table = make_table (1000000);
    g_autoptr (PazFactList) list = paz_fact_list_new (table, NULL);

    first_many = time_first_frame (&view, list);
    g_print ("first frame, 1,000 rows             %6.1f ms\n", first_few);
    g_print ("first frame, 1,000,000 rows         %6.1f ms   %.2f of 1,000 rows\n", first_many, first_many / first_few);

    /* What opening a window still does after its first frame is not scrolling. */
    for (int i = 0; i < 10; i++)
      draw_frame (&view);
    reset (&view);
    scroll (&view, 90, N_SCROLLS);
    report (&view, "scrolling by three rows");
    reset (&view);
    scroll (&view, 700, N_SCROLLS);
    report (&view, "scrolling by pages");
    reset (&view);
    scroll (&view, 1234567, 50);
    report (&view, "jumping far");
    reset (&view);
    paz_fact_list_set_order (list, PAZ_FACT_TOTAL, TRUE);
    wait_until_sorted (&view, list);
    report (&view, "sorting by total");
    reset (&view);
    paz_fact_list_set_filter (list, &(PazFactFilter) { .from = 24010, .to = 24050 });
    wait_until_sorted (&view, list);
    report (&view, "filtering by month");
    g_print ("memory, table and list              %6.1f MB more\n", get_rss_mb () - before);
    gtk_window_destroy (view.window);
  }

  return 0;
}
