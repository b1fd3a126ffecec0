/* Widgets in a test, without a person: wait on conditions, show, render, look into a tree, and
 * see that everything is freed. Owned by forms. */
#pragma once

#include <adwaita.h>
#include <locale.h>

/* Waits on a condition, never on a time. Idles, sources and frames run meanwhile. */
static inline gboolean
flag_timeout (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

#define wait_until(cond)                                              \
  G_STMT_START {                                                      \
    gboolean late_ = FALSE;                                           \
    guint id_ = g_timeout_add_seconds (10, flag_timeout, &late_);     \
    while (!(cond) && !late_)                                         \
      g_main_context_iteration (NULL, TRUE);                          \
    if (!late_)                                                       \
      g_source_remove (id_);                                          \
    g_assert_true (cond);                                             \
  } G_STMT_END

static inline void
drain (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static inline void
show (GtkWidget *window)
{
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
}

/* Leak sanitizers do not see a GObject that something still refers to. This does. */
static inline void
close_and_check_freed (GtkWidget *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  drain ();
  /* A worker that was told to stop holds it until it has heard. */
  for (guint i = 0; i < 500 && window != NULL; i++)
    {
      g_usleep (10000);
      drain ();
    }
  g_assert_null (window);
}

static inline GdkTexture *
render (GtkWidget *widget)
{
  gtk_test_widget_wait_for_draw (widget);   /* without a finished layout the node is NULL */

  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  g_autoptr (GskRenderNode) node = gtk_snapshot_free_to_node (snapshot);
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (widget));
  return gsk_renderer_render_texture (renderer, node,
                                      &GRAPHENE_RECT_INIT (0, 0, width, height));
}

/* The first descendant (or the widget itself) of a type; NULL when there is none. */
static inline GtkWidget *
find_widget (GtkWidget *widget,
             GType      type)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);

  return found;
}

/* The open message dialog; NULL when there is none. */
static inline AdwMessageDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return ADW_MESSAGE_DIALOG (window);
    }

  return NULL;
}

static inline void
ui_test_init (int    *argc,
              char ***argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);        /* accessible state without a bus */
  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  g_setenv ("GDK_BACKEND", "x11", TRUE);
  g_setenv ("GDK_DEBUG", "gl-disable", TRUE); /* GTK < 4.16 */
  g_setenv ("GDK_DISABLE", "gl", TRUE);       /* GTK >= 4.16 */
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  gtk_test_init (argc, argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  adw_init ();
  g_object_set (gtk_settings_get_default (),
                "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE,
                "gtk-font-name", "DejaVu Sans 10", "gtk-xft-dpi", 96 * 1024,
                "gtk-xft-antialias", 1, "gtk-xft-hinting", 0, "gtk-xft-rgba", "none", NULL);
}

/* The application's own style, as AdwApplication would load it. */
static inline void
ui_test_load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/org/relacopaz/Relacopaz/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}
