#include "paz-window-private.h"

#include "paz-preferences.h"
#include "paz-settings.h"
#include "paz-words.h"

G_DEFINE_FINAL_TYPE (PazWindow, paz_window, ADW_TYPE_APPLICATION_WINDOW)

static void
page_chosen_cb (PazWindow  *self,
                const char *page)
{
  if (self->store != NULL)
    paz_window_show_page (self, page);
}

static void
remember_size (PazWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  paz_settings_set_window (paz_settings_get (), width, height,
                           gtk_window_is_maximized (GTK_WINDOW (self)));
}

static gboolean
paz_window_close_request (GtkWindow *window)
{
  PazWindow *self = PAZ_WINDOW (window);

  if (!paz_window_leave_forms (self))
    return TRUE;

  remember_size (self);

  return GTK_WINDOW_CLASS (paz_window_parent_class)->close_request (window);
}

static void
paz_window_dispose (GObject *object)
{
  PazWindow *self = PAZ_WINDOW (object);

  g_cancellable_cancel (self->opening);
  g_clear_handle_id (&self->spinner_source, g_source_remove);
  if (self->open_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->open_tick);
  self->open_tick = 0;
  if (self->forms != NULL)
    g_ptr_array_set_size (self->forms, 0);
  if (self->idle_forms != NULL)
    g_ptr_array_set_size (self->idle_forms, 0);
  paz_window_drop_store (self);
  g_clear_handle_id (&self->telling, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), PAZ_TYPE_WINDOW);
  g_clear_object (&self->opening);
  g_clear_pointer (&self->forms, g_ptr_array_unref);
  g_clear_pointer (&self->idle_forms, g_ptr_array_unref);

  G_OBJECT_CLASS (paz_window_parent_class)->dispose (object);
}

static void
paz_window_finalize (GObject *object)
{
  PazWindow *self = PAZ_WINDOW (object);

  g_free (self->path);
  g_free (self->holder);
  g_free (self->page);

  G_OBJECT_CLASS (paz_window_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PazWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, PazWindow, file_title);
  gtk_widget_class_bind_template_child (widget_class, PazWindow, page_title);
  gtk_widget_class_bind_template_child (widget_class, PazWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, PazWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, PazWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, PazWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, PazWindow, find_button);
  gtk_widget_class_bind_template_child (widget_class, PazWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, PazWindow, strip);
  gtk_widget_class_bind_template_child (widget_class, PazWindow, strip_label);
  gtk_widget_class_bind_template_child (widget_class, PazWindow, strip_button);
  gtk_widget_class_bind_template_child (widget_class, PazWindow, states);
  gtk_widget_class_bind_template_child (widget_class, PazWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, PazWindow, loading_label);
  gtk_widget_class_bind_template_child (widget_class, PazWindow, error_page);
  gtk_widget_class_bind_template_child (widget_class, PazWindow, error_retry_button);
  gtk_widget_class_bind_template_child (widget_class, PazWindow, error_read_button);
  gtk_widget_class_bind_template_child (widget_class, PazWindow, pages);
  gtk_widget_class_bind_template_callback (widget_class, page_chosen_cb);
}

static void
paz_window_class_init (PazWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  object_class->dispose = paz_window_dispose;
  object_class->finalize = paz_window_finalize;
  window_class->close_request = paz_window_close_request;

  g_type_ensure (PAZ_TYPE_SIDEBAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/relacopaz/Relacopaz/window.ui");
  bind_children (widget_class);
  paz_window_install_actions (widget_class);
  paz_window_install_store_actions (widget_class);
  paz_window_install_draft_actions (widget_class);
  paz_window_install_history_actions (widget_class);
}

static void
paz_window_init (PazWindow *self)
{
  int width, height;
  gboolean maximized;

  self->forms = g_ptr_array_new ();
  self->idle_forms = g_ptr_array_new ();
  self->page = g_strdup ("overview");
  gtk_widget_init_template (GTK_WIDGET (self));

  paz_settings_get_window (paz_settings_get (), &width, &height, &maximized);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (maximized)
    gtk_window_maximize (GTK_WINDOW (self));

  paz_window_set_up_menu (self);
  paz_window_update_actions (self);
}

PazWindow *
paz_window_new (GtkApplication *application)
{
  return g_object_new (PAZ_TYPE_WINDOW, "application", application, NULL);
}

const char *
paz_window_get_path (PazWindow *self)
{
  return self->path;
}

PazStore *
paz_window_get_store (PazWindow *self)
{
  return self->store;
}

void
paz_window_add_toast (PazWindow *self,
                      AdwToast  *toast)
{
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* The title of a toast is markup; what it says is text. */
static AdwToast *
make_toast (const char *sentence)
{
  g_autofree char *markup = g_markup_escape_text (sentence, -1);

  return adw_toast_new (markup);
}

void
paz_window_tell (PazWindow  *self,
                 const char *sentence)
{
  paz_window_add_toast (self, make_toast (sentence));
}

static void
step_toast_dismissed_cb (PazWindow *self,
                         AdwToast  *toast)
{
  if (self->step_toast == toast)
    self->step_toast = NULL;
}

void
paz_window_tell_step (PazWindow *self,
                      guint64    step)
{
  g_autoptr (PazStep) newest = NULL;
  g_autofree char *name = NULL;
  AdwToast *toast;

  if (step == 0 || self->store == NULL)
    return;
  newest = paz_store_dup_undo_step (self->store);
  if (newest == NULL || newest->n != step)
    return;

  name = paz_store_dup_step_name (self->store, newest, paz_words_get_catalogue ());
  toast = make_toast (name);
  adw_toast_set_button_label (toast, C_("action", "Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  g_signal_connect_object (toast, "dismissed",
                           G_CALLBACK (step_toast_dismissed_cb), self, G_CONNECT_SWAPPED);
  if (self->step_toast != NULL)
    adw_toast_dismiss (self->step_toast);
  self->step_toast = toast;
  paz_window_add_toast (self, toast);
}

void
paz_window_tell_error (PazWindow    *self,
                       const GError *error)
{
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error->domain != PAZ_STORE_ERROR)
    {
      paz_window_tell (self, error->message);
      return;
    }

  name = self->path != NULL ? g_path_get_basename (self->path) : g_strdup ("");
  sentence = paz_words_fill (paz_catalogue_text (paz_words_get_catalogue (),
                                                 paz_store_error_get_sentence (error->code)), name);
  paz_window_tell (self, sentence);
}

static PazWindow *
make_successor (PazWindow *self)
{
  PazWindow *window = paz_window_new (gtk_window_get_application (GTK_WINDOW (self)));

  g_free (window->page);
  window->page = g_strdup (self->page);
  window->begun = self->begun;
  window->path = g_strdup (self->path);
  window->holder = g_strdup (self->holder);
  if (self->store != NULL)
    paz_window_take_store (window, g_object_ref (self->store));
  else if (self->path != NULL)
    paz_window_open_path (window, self->path, PAZ_STORE_OPEN_CREATE);

  return window;
}

/* The person is most likely in them: the language was chosen there. */
static gboolean
close_preferences (PazWindow *self)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  gboolean found = FALSE;

  for (GList *l = windows; l != NULL; l = l->next)
    if (PAZ_IS_PREFERENCES (l->data) && gtk_window_get_transient_for (l->data) == GTK_WINDOW (self))
      {
        gtk_window_destroy (l->data);
        found = TRUE;
      }

  return found;
}

void
paz_window_speak_anew (PazWindow *self)
{
  PazWindow *window;
  gboolean had_preferences;

  if (!paz_window_leave_forms (self))
    {
      self->speaks_anew = TRUE;
      return;
    }

  remember_size (self);
  had_preferences = close_preferences (self);
  window = make_successor (self);
  gtk_window_present (GTK_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (self));
  if (had_preferences)
    gtk_window_present (GTK_WINDOW (paz_preferences_new (window)));
}
