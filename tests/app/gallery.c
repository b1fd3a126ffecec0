/* Pictures of many pages in one process: each page in each language, light and dark. High contrast
 * is of the process (ADW_DEBUG_HIGH_CONTRAST); dialogs are windows of their own, see screenshots.py.
 *
 *     gallery STORE FOLDER WIDTHxHEIGHT es,pt,en light,dark PAGE... */
#include "shell-fixture.h"

#include "paz-window-private.h"

#define STEP 120          /* milliseconds between two looks at a page */
#define STEPS 80

static gboolean
passed_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_a_step (void)
{
  gboolean passed = FALSE;

  g_timeout_add (STEP, passed_cb, &passed);
  while (!passed)
    g_main_context_iteration (NULL, TRUE);
}

static char *
dup_name (const char *page,
          const char *language,
          const char *look,
          const char *size)
{
  const char *contrast = g_getenv ("ADW_DEBUG_HIGH_CONTRAST") != NULL ? "-contrast" : "";
  g_autofree char *plain = g_strdelimit (g_strdup (page), ":;/=,. ", '_');

  return g_strdup_printf ("%s-%s-%s-%s%s.png", plain, size, language, look, contrast);
}

/* Until nothing moves any more: what a worker still reads shows itself later. */
static GdkTexture *
render_still (GtkWidget *window)
{
  g_autoptr (GBytes) last = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  guint still = 0;

  for (guint i = 0; i < STEPS && still < 2; i++)
    {
      g_autoptr (GBytes) bytes = NULL;

      wait_a_step ();
      g_clear_object (&texture);
      texture = render (window);
      bytes = gdk_texture_save_to_tiff_bytes (texture);
      still = last != NULL && g_bytes_equal (bytes, last) ? still + 1 : 0;
      g_clear_pointer (&last, g_bytes_unref);
      last = g_steal_pointer (&bytes);
    }

  return g_steal_pointer (&texture);
}

static void
take (PazWindow  *window,
      const char *page,
      const char *path)
{
  g_autoptr (GdkTexture) texture = NULL;

  g_setenv ("RELACOPAZ_PAGE", page, TRUE);
  paz_window_show_asked (window);
  texture = render_still (GTK_WIDGET (window));
  gdk_texture_save_to_png (texture, path);
}

static void
take_all (Fixture    *fixture,
          char      **argv,
          const char *language,
          const char *look)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      g_str_equal (look, "dark") ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
  for (char **page = argv + 6; *page != NULL; page++)
    {
      g_autofree char *name = dup_name (*page, language, look, argv[3]);
      g_autofree char *path = g_build_filename (argv[2], name, NULL);

      take (fixture->window, *page, path);
    }
}

static void
take_language (Fixture    *fixture,
               char      **argv,
               const char *language)
{
  g_auto (GStrv) looks = g_strsplit (argv[5], ",", -1);
  int width = 1024, height = 768;

  sscanf (argv[3], "%dx%d", &width, &height);
  paz_settings_set_text (paz_settings_get (), PAZ_SETTING_LANGUAGE, language);
  wait_a_step ();   /* the application makes its windows anew */
  fixture->window = paz_window_new (GTK_APPLICATION (get_application ()));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
  g_unsetenv ("RELACOPAZ_PAGE");
  paz_window_open_path (fixture->window, argv[1], PAZ_STORE_OPEN_CREATE);
  show (GTK_WIDGET (fixture->window));
  wait_until (paz_window_get_store (fixture->window) != NULL);
  for (char **look = looks; *look != NULL; look++)
    take_all (fixture, argv, language, *look);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  drain ();
}

int
main (int   argc,
      char *argv[])
{
  g_auto (GStrv) languages = NULL;
  Fixture fixture = { 0 };

  if (argc < 7)
    {
      g_printerr ("gallery STORE FOLDER WIDTHxHEIGHT es,pt,en light,dark PAGE...\n");
      return 2;
    }
  g_setenv ("GTK_A11Y", "none", TRUE);
  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  paz_words_init (NULL);
  gtk_init ();
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE,
                "gtk-overlay-scrolling", FALSE, NULL);
  if (g_getenv ("RELACOPAZ_TEXT_SCALE") != NULL)
    g_object_set (gtk_settings_get_default (),
                  "gtk-xft-dpi", (int) (96 * 1024 * g_ascii_strtod (g_getenv ("RELACOPAZ_TEXT_SCALE"), NULL)), NULL);
  g_mkdir_with_parents (argv[2], 0700);
  get_application ();
  languages = g_strsplit (argv[4], ",", -1);
  for (char **language = languages; *language != NULL; language++)
    take_language (&fixture, argv, *language);

  return 0;
}
