/* The other side of bench-frame: an AdwApplicationWindow with nothing in it. Says, when its first
 * frame is painted, what that cost the thread. */
#include <adwaita.h>
#include <time.h>

static void
painted_cb (GdkFrameClock *clock,
            gpointer       data)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  printf ("cpu %.1f\n", now.tv_sec * 1000.0 + now.tv_nsec / 1e6);
  fflush (stdout);
  _exit (0);
}

static void
activate_cb (GApplication *application)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));

  gtk_window_set_default_size (GTK_WINDOW (window), 1180, 780);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (AdwApplication) application = adw_application_new (NULL, G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
