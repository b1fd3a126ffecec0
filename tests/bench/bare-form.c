#include "bare-form.h"

#include <time.h>

guint
bare_form_count (GtkWidget *form)
{
  guint n = GTK_IS_TEXT (form) || GTK_IS_TEXT_VIEW (form);

  for (GtkWidget *child = gtk_widget_get_first_child (form); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += bare_form_count (child);

  return n;
}

static double
get_thread_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return now.tv_sec * 1000.0 + now.tv_nsec / 1e6;
}

static GtkWidget *
make_row (guint n)
{
  g_autofree char *name = g_strdup_printf ("Field %u", n);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *entry = gtk_entry_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Formación previa al despliegue");
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), entry);

  return row;
}

static void
painted_cb (gboolean *painted)
{
  *painted = TRUE;
}

static void
serve_a_paint (GtkWidget *window,
               gboolean  *painted)
{
  *painted = FALSE;
  gtk_widget_queue_draw (window);
  while (!*painted)
    g_main_context_iteration (NULL, TRUE);
}

static GtkWidget *
make_form (guint n_rows)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  for (guint i = 0; i < n_rows; i++)
    gtk_box_append (GTK_BOX (form), make_row (i));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), form);

  return scrolled;
}

double
bare_form_show (guint   n_rows,
                double *cpu)
{
  GtkWidget *window = gtk_window_new ();
  gboolean painted = FALSE;
  gint64 since;
  double ms, cpu_since;

  gtk_window_set_default_size (GTK_WINDOW (window), 960, 700);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect_swapped (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), &painted);
  serve_a_paint (window, &painted);

  since = g_get_monotonic_time ();
  cpu_since = get_thread_ms ();
  gtk_window_set_child (GTK_WINDOW (window), make_form (n_rows));
  serve_a_paint (window, &painted);
  ms = (g_get_monotonic_time () - since) / 1000.0;
  *cpu = get_thread_ms () - cpu_since;
  gtk_window_destroy (GTK_WINDOW (window));

  return ms;
}
