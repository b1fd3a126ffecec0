#include "paz-application.h"

#include "paz-dialogs.h"
#include "paz-preferences.h"
#include "paz-settings.h"
#include "paz-window.h"
#include "paz-words.h"

struct _PazApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (PazApplication, paz_application, ADW_TYPE_APPLICATION)

static PazLanguage
get_wanted_language (void)
{
  g_autofree char *code = paz_settings_dup_text (paz_settings_get (), PAZ_SETTING_LANGUAGE);
  PazLanguage language;

  if (paz_language_from_code (code, &language))
    return language;

  return paz_words_get_system_language ();
}

static void
apply_appearance (void)
{
  g_autofree char *appearance = paz_settings_dup_text (paz_settings_get (), PAZ_SETTING_APPEARANCE);
  AdwColorScheme scheme = ADW_COLOR_SCHEME_DEFAULT;

  if (g_str_equal (appearance, "light"))
    scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (appearance, "dark"))
    scheme = ADW_COLOR_SCHEME_FORCE_DARK;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
}

static PazWindow *
find_window (PazApplication *self,
             const char     *path)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *l = windows; l != NULL; l = l->next)
    if (PAZ_IS_WINDOW (l->data) && g_strcmp0 (paz_window_get_path (l->data), path) == 0)
      return l->data;

  return NULL;
}

/* A file that is open already is shown, not opened twice: the second one would find it locked. */
static void
show_path (PazApplication *self,
           const char     *path)
{
  PazWindow *window = find_window (self, path);

  if (window == NULL)
    {
      window = paz_window_new (GTK_APPLICATION (self));
      paz_window_open_path (window, path, PAZ_STORE_OPEN_CREATE);
    }
  gtk_window_present (GTK_WINDOW (window));
}

static void
show_preferences (PazWindow *window)
{
  gtk_window_present (GTK_WINDOW (paz_preferences_new (window)));
}

static void
preferences_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  GtkWindow *window = gtk_application_get_active_window (data);

  if (PAZ_IS_WINDOW (window))
    show_preferences (PAZ_WINDOW (window));
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  paz_show_about (gtk_application_get_active_window (data));
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (data));

  for (GList *l = windows; l != NULL; l = l->next)
    if (PAZ_IS_WINDOW (l->data))
      gtk_window_close (l->data);
}

static const GActionEntry actions[] = {
  { "preferences", preferences_cb },
  { "about", about_cb },
  { "quit", quit_cb },
};

static void
set_accels (PazApplication *self,
            const char     *action,
            const char     *accel)
{
  const char *accels[] = { accel, NULL };

  gtk_application_set_accels_for_action (GTK_APPLICATION (self), action, accels);
}

static gboolean
speak_anew_cb (gpointer data)
{
  paz_application_speak_anew (data);

  return G_SOURCE_REMOVE;
}

/* Later: the row in which the person chose is still at work, and goes with its window. */
static void
language_changed_cb (PazApplication *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, speak_anew_cb, g_object_ref (self), g_object_unref);
}

/* Icons accompany words, which are read; without a name of their own they would be told by the name
 * of their type. Those that stand alone are in controls with a label. */
static void
quiet_icons (void)
{
  g_autoptr (GTypeClass) class = g_type_class_ref (GTK_TYPE_IMAGE);

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
paz_application_startup (GApplication *application)
{
  quiet_icons ();
  G_APPLICATION_CLASS (paz_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  set_accels (PAZ_APPLICATION (application), "app.preferences", "<Control>comma");
  set_accels (PAZ_APPLICATION (application), "app.quit", "<Control>q");
  set_accels (PAZ_APPLICATION (application), "win.show-help-overlay", "<Control>question");
  paz_words_set_language (get_wanted_language ());
  apply_appearance ();
  g_signal_connect_object (paz_settings_get (), "changed::" PAZ_SETTING_LANGUAGE,
                           G_CALLBACK (language_changed_cb), application, G_CONNECT_SWAPPED);
  g_signal_connect_object (paz_settings_get (), "changed::" PAZ_SETTING_APPEARANCE,
                           G_CALLBACK (apply_appearance), application, G_CONNECT_SWAPPED);
  gtk_window_set_default_icon_name ("org.relacopaz.Relacopaz");
}

static void
paz_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));
  g_autofree char *path = NULL;

  if (window != NULL)
    {
      gtk_window_present (window);
      return;
    }

  path = paz_store_dup_default_path ();
  show_path (PAZ_APPLICATION (application), path);
}

static void
paz_application_open (GApplication  *application,
                      GFile        **files,
                      int            n_files,
                      const char    *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);

      if (path != NULL)
        show_path (PAZ_APPLICATION (application), path);
    }
}

static void
paz_application_class_init (PazApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = paz_application_startup;
  application_class->activate = paz_application_activate;
  application_class->open = paz_application_open;
}

static void
paz_application_init (PazApplication *self)
{
}

PazApplication *
paz_application_new (void)
{
  return g_object_new (PAZ_TYPE_APPLICATION,
                       "application-id", "org.relacopaz.Relacopaz",
                       "resource-base-path", "/org/relacopaz/Relacopaz",
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}

void
paz_application_speak_anew (PazApplication *self)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self)));

  paz_words_set_language (get_wanted_language ());
  for (GList *l = windows; l != NULL; l = l->next)
    if (PAZ_IS_WINDOW (l->data))
      paz_window_speak_anew (l->data);
}
