/* Opening, closing and copying the file, and what the window says meanwhile. */
#include "paz-window-private.h"

#include "paz-dialogs.h"
#include "paz-role.h"
#include "paz-settings.h"
#include "paz-words.h"

/* A store that opens sooner shows no spinner, which would only flash. */
#define SPINNER_DELAY 250

typedef struct
{
  char *path;
  PazStoreOpenFlags flags;
} Opening;

static void
opening_free (Opening *opening)
{
  g_free (opening->path);
  g_free (opening);
}

static char *
dup_display_name (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);

  return g_filename_display_name (base);
}

/* The holder is "host process time", as the store's lock says. */
static char *
dup_strip_text (PazWindow *self)
{
  g_auto (GStrv) parts = self->holder != NULL ? g_strsplit (self->holder, " ", 3) : NULL;

  if (parts == NULL)
    return g_strdup (_("This file may be read but not changed."));
  if (g_strv_length (parts) < 2)
    return g_strdup (_("Shown for reading. Changes are being made in another program."));

  return g_strdup_printf (_("Shown for reading. Changes are being made on “%s” (process %s)."), parts[0], parts[1]);
}

static void
show_strip (PazWindow *self)
{
  g_autofree char *text = dup_strip_text (self);

  gtk_label_set_label (self->strip_label, text);
  gtk_widget_set_visible (self->strip_button, self->holder != NULL);
  gtk_revealer_set_reveal_child (self->strip, paz_store_is_read_only (self->store));
}

static void
changed_cb (PazWindow *self,
            guint64    step)
{
  if (self->step_toast != NULL)
    adw_toast_dismiss (g_steal_pointer (&self->step_toast));
  paz_window_count_later (self);
  paz_window_update_actions (self);
}

void
paz_window_drop_store (PazWindow *self)
{
  paz_window_drop_pages (self);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_func (self->store, changed_cb, self);
  g_clear_object (&self->store);
}

/* The page this person begins with, once a window; a new file asks first who they are. */
static void
begin (PazWindow *self)
{
  g_autofree char *first = self->begun ? g_strdup (self->page) : paz_role_dup_first_page (self->store);

  self->begun = TRUE;
  paz_window_show_page (self, paz_sidebar_select (self->sidebar, first) ? first : "overview");
  if (paz_role_asks (self->store))
    paz_window_show_welcome (self);
}

/* Takes the reference. */
void
paz_window_take_store (PazWindow *self,
                       PazStore  *store)
{
  g_autofree char *name = dup_display_name (paz_store_get_path (store));

  paz_window_drop_store (self);
  self->store = store;
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  adw_window_title_set_subtitle (self->file_title, name);
  show_strip (self);
  paz_sidebar_count (self->sidebar, store);
  gtk_stack_set_visible_child_name (self->states, "ready");
  begin (self);
  paz_window_update_actions (self);
  paz_window_offer_drafts (self);
  paz_window_show_asked (self);
}

static void
show_error (PazWindow    *self,
            const GError *error)
{
  gboolean ours = error->domain == PAZ_STORE_ERROR;
  int code = ours ? error->code : PAZ_STORE_ERROR_FAILED;
  g_autofree char *name = dup_display_name (self->path);
  g_autofree char *sentence = paz_words_fill (paz_catalogue_text (paz_words_get_catalogue (),
                                                                  paz_store_error_get_sentence (code)), name);
  g_autofree char *markup = g_markup_escape_text (sentence, -1);

  g_clear_pointer (&self->holder, g_free);
  if (code == PAZ_STORE_ERROR_LOCKED)
    self->holder = g_strdup (error->message);

  adw_status_page_set_description (self->error_page, markup);
  gtk_widget_set_visible (self->error_read_button,
                          code == PAZ_STORE_ERROR_LOCKED || code == PAZ_STORE_ERROR_READ_ONLY ||
                          code == PAZ_STORE_ERROR_FULL || code == PAZ_STORE_ERROR_KEY ||
                          code == PAZ_STORE_ERROR_NEWER || code == PAZ_STORE_ERROR_REMOTE);
  gtk_widget_set_visible (self->error_retry_button,
                          code != PAZ_STORE_ERROR_NOT_OURS && code != PAZ_STORE_ERROR_NEWER &&
                          code != PAZ_STORE_ERROR_DAMAGED);
  gtk_stack_set_visible_child_name (self->states, "error");
  paz_window_update_actions (self);
  g_message ("%s: %s", self->path, error->message);
}

static gboolean
show_spinner_cb (gpointer data)
{
  PazWindow *self = data;
  g_autofree char *name = dup_display_name (self->path);
  g_autofree char *text = g_strdup_printf (_("Opening “%s”…"), name);

  self->spinner_source = 0;
  gtk_spinner_start (self->spinner);
  gtk_label_set_label (self->loading_label, text);

  return G_SOURCE_REMOVE;
}

static void
open_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Opening *opening = task_data;
  GError *error = NULL;
  PazStore *store = paz_store_open (opening->path, opening->flags, cancellable, &error);

  if (store != NULL)
    g_task_return_pointer (task, store, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
open_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  PazWindow *self = PAZ_WINDOW (source);
  g_autoptr (GError) error = NULL;
  PazStore *store = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_handle_id (&self->spinner_source, g_source_remove);
  gtk_spinner_stop (self->spinner);
  if (store == NULL)
    {
      show_error (self, error);
      return;
    }

  if (!paz_store_is_read_only (store))
    g_clear_pointer (&self->holder, g_free);
  paz_settings_remember (paz_settings_get (), PAZ_SETTING_RECENT_FILES, self->path);
  paz_window_take_store (self, store);
}

static void
start_opening (PazWindow         *self,
               PazStoreOpenFlags  flags)
{
  g_autoptr (GTask) task = g_task_new (self, self->opening, open_cb, NULL);
  Opening *opening = g_new0 (Opening, 1);

  opening->path = g_strdup (self->path);
  opening->flags = flags;
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);
  g_task_run_in_thread (task, open_thread);
}

typedef struct
{
  PazStoreOpenFlags flags;
  guint frames;
} Waiting;

static gboolean
second_frame_cb (GtkWidget     *widget,
                 GdkFrameClock *clock,
                 gpointer       data)
{
  PazWindow *self = PAZ_WINDOW (widget);
  Waiting *waiting = data;

  if (waiting->frames++ == 0)
    return G_SOURCE_CONTINUE;
  self->open_tick = 0;
  start_opening (self, waiting->flags);

  return G_SOURCE_REMOVE;
}

/* A thread at work slows down the first frame, which is what a person waits for: it begins after it. */
static void
open_after_first_frame (PazWindow         *self,
                        PazStoreOpenFlags  flags)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->flags = flags;
  if (self->open_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->open_tick);
  self->open_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), second_frame_cb, waiting, g_free);
}

void
paz_window_open_path (PazWindow         *self,
                      const char        *path,
                      PazStoreOpenFlags  flags)
{
  g_autofree char *copy = g_strdup (path);

  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  self->opening = g_cancellable_new ();
  paz_window_drop_store (self);

  g_free (self->path);
  self->path = g_steal_pointer (&copy);
  gtk_label_set_label (self->loading_label, "");
  gtk_stack_set_visible_child_name (self->states, "loading");
  gtk_revealer_set_reveal_child (self->strip, FALSE);
  paz_sidebar_count (self->sidebar, NULL);
  paz_window_update_actions (self);
  if (self->spinner_source == 0)
    self->spinner_source = g_timeout_add (SPINNER_DELAY, show_spinner_cb, self);

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    start_opening (self, flags);
  else
    open_after_first_frame (self, flags);
}

/* A new file gets the suffix by which the system knows it. */
static char *
dup_suffixed (GFile             *file,
              PazStoreOpenFlags  flags)
{
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL || (flags & PAZ_STORE_OPEN_CREATE) == 0 || g_str_has_suffix (path, ".relacopaz"))
    return g_steal_pointer (&path);

  return g_strconcat (path, ".relacopaz", NULL);
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  PazWindow *self = PAZ_WINDOW (source);
  g_autoptr (GFile) file = paz_choose_finish (result, NULL);
  PazStoreOpenFlags flags = GPOINTER_TO_UINT (data);
  g_autofree char *path = file != NULL ? dup_suffixed (file, flags) : NULL;

  if (path != NULL && paz_window_leave_forms (self))
    paz_window_open_path (self, path, flags);
}

static void
open_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  paz_choose_file_async (GTK_WINDOW (widget), _("Open Another File"), PAZ_FILES_STORE,
                         file_chosen_cb, GUINT_TO_POINTER (PAZ_STORE_OPEN_NONE));
}

static void
new_file_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  paz_choose_target_async (GTK_WINDOW (widget), _("New File"), PAZ_FILES_STORE, NULL,
                           /* Translators: the proposed name of a new file. */
                           _("Working group.relacopaz"),
                           file_chosen_cb, GUINT_TO_POINTER (PAZ_STORE_OPEN_CREATE));
}

static void
open_recent_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  PazWindow *self = PAZ_WINDOW (widget);

  if (paz_window_leave_forms (self))
    paz_window_open_path (self, g_variant_get_string (parameter, NULL), PAZ_STORE_OPEN_NONE);
}

static void
reopen_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  PazWindow *self = PAZ_WINDOW (widget);
  g_autofree char *path = g_strdup (self->path);

  if (path != NULL)
    paz_window_open_path (self, path, PAZ_STORE_OPEN_CREATE);
}

static void
open_read_only_action (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  PazWindow *self = PAZ_WINDOW (widget);
  g_autofree char *path = g_strdup (self->path);

  if (path != NULL)
    paz_window_open_path (self, path, PAZ_STORE_OPEN_READ_ONLY);
}

typedef struct
{
  PazStore *store;
  char *path;
} Copy;

static void
copy_free (Copy *copy)
{
  g_object_unref (copy->store);
  g_free (copy->path);
  g_free (copy);
}

static void
copy_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Copy *copy = data;
  GError *error = NULL;
  g_autoptr (PazStore) reader = paz_store_open_reader (copy->store, &error);

  if (reader != NULL && paz_store_save_copy (reader, copy->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  PazWindow *self = PAZ_WINDOW (source);
  Copy *copy = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = dup_display_name (copy->path);
  g_autofree char *text = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      paz_window_tell_error (self, error);
      return;
    }
  text = g_strdup_printf (_("Saved a copy as “%s”"), name);
  paz_window_tell (self, text);
}

static void
copy_target_chosen_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      data)
{
  PazWindow *self = PAZ_WINDOW (source);
  g_autoptr (GFile) file = paz_choose_finish (result, NULL);
  g_autofree char *path = file != NULL ? dup_suffixed (file, PAZ_STORE_OPEN_CREATE) : NULL;
  g_autoptr (GTask) task = NULL;
  Copy *copy;

  if (path == NULL || self->store == NULL)
    return;

  copy = g_new0 (Copy, 1);
  copy->store = g_object_ref (self->store);
  copy->path = g_steal_pointer (&path);
  task = g_task_new (self, NULL, copied_cb, NULL);
  g_task_set_task_data (task, copy, (GDestroyNotify) copy_free);
  g_task_run_in_thread (task, copy_thread);
}

static void
save_copy_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  g_autofree char *name = dup_display_name (PAZ_WINDOW (widget)->path);

  paz_choose_target_async (GTK_WINDOW (widget), _("Save a Copy"), PAZ_FILES_STORE, NULL, name,
                           copy_target_chosen_cb, NULL);
}

void
paz_window_install_store_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.new-file", NULL, new_file_action);
  gtk_widget_class_install_action (widget_class, "win.open-recent", "s", open_recent_action);
  gtk_widget_class_install_action (widget_class, "win.save-copy", NULL, save_copy_action);
  gtk_widget_class_install_action (widget_class, "win.reopen", NULL, reopen_action);
  gtk_widget_class_install_action (widget_class, "win.open-read-only", NULL, open_read_only_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "win.open", NULL);
}
