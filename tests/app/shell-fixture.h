/* The application in the test's process, with a store of its own in a folder of its own. */
#pragma once

#include "lib/paz-ui-test.h"

#include <glib/gstdio.h>

#include "paz-application.h"
#include "paz-settings.h"
#include "paz-window.h"
#include "paz-words.h"

typedef struct
{
  PazApplication *application;
  char           *folder;
  char           *path;
  PazWindow      *window;
} Fixture;

static inline void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/* One application for the whole program: GTK has one default. */
static inline PazApplication *
get_application (void)
{
  static PazApplication *application;
  g_autoptr (GError) error = NULL;

  if (application == NULL)
    {
      application = paz_application_new ();
      g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
      g_application_register (G_APPLICATION (application), NULL, &error);
      g_assert_no_error (error);
    }

  return application;
}

static inline void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  paz_settings_set_text (paz_settings_get (), PAZ_SETTING_LANGUAGE, "en");
  fixture->application = get_application ();
  drain ();
  fixture->folder = g_dir_make_tmp ("paz-shell-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "shell.relacopaz", NULL);
  fixture->window = paz_window_new (GTK_APPLICATION (fixture->application));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 760);
}

static inline void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  drain ();
  if (fixture->window != NULL)
    close_and_check_freed (GTK_WIDGET (fixture->window));
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static inline void
fixture_open (Fixture *fixture)
{
  paz_window_open_path (fixture->window, fixture->path, PAZ_STORE_OPEN_CREATE);
  show (GTK_WIDGET (fixture->window));
  wait_until (paz_window_get_store (fixture->window) != NULL);
}

/* The newest window of a type; NULL when there is none. */
static inline GtkWidget *
find_toplevel (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }

  return NULL;
}

typedef gboolean (* Visit) (GtkWidget *widget, gpointer data);

/* Until a visit returns TRUE. */
static inline gboolean
walk (GtkWidget *widget,
      Visit      visit,
      gpointer   data)
{
  if (visit (widget, data))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (walk (child, visit, data))
      return TRUE;

  return FALSE;
}

static inline gboolean
has_label_cb (GtkWidget *widget,
              gpointer   data)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
         strstr (gtk_label_get_label (GTK_LABEL (widget)), data) != NULL;
}

/* A visible label holds the text. */
static inline gboolean
shows (gpointer    widget,
       const char *text)
{
  return walk (GTK_WIDGET (widget), has_label_cb, (gpointer) text);
}
