#include "paz-export-dialog.h"

#include "paz-dialogs.h"
#include "paz-files.h"
#include "paz-print.h"
#include "paz-report-document.h"
#include "paz-settings.h"
#include "paz-words.h"

struct _PazExportDialog
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  PazExportOptions *options;
  PazPreviewPane *pane;
  GtkWidget *switcher;
  GtkToggleButton *workbook_button;
  GtkToggleButton *release_button;

  PazStore *store;
  const char *state;
  char *path;                /* of the file that is saved, or was last */
};

G_DEFINE_FINAL_TYPE (PazExportDialog, paz_export_dialog, ADW_TYPE_WINDOW)

typedef struct
{
  PazPreview *preview;
  char *path;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  paz_preview_unref (work->preview);
  g_free (work->path);
  g_free (work);
}

static gboolean
shows_release (PazExportDialog *self)
{
  return gtk_toggle_button_get_active (self->release_button);
}

static gboolean
has_document (PazExportDialog *self)
{
  const char *report = paz_export_options_get_report (self->options);
  const PazReportInfo *info = report != NULL ? paz_report_find (report) : NULL;

  return info != NULL && info->has_document && !shows_release (self);
}

static void
update (PazExportDialog *self)
{
  gboolean ready = paz_preview_pane_get (self->pane) != NULL && !g_str_equal (self->state, "working");

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.save", ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.save-pages", ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.save-document", ready && has_document (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.print", ready);
  gtk_widget_set_visible (self->switcher,
                          g_strcmp0 (paz_export_options_get_report (self->options), PAZ_REPORT_RELEASE) != 0);
}

static void
set_state (PazExportDialog *self,
           const char      *state)
{
  self->state = state;
  update (self);
}

static void
ask (PazExportDialog *self)
{
  const char *report = paz_export_options_get_report (self->options);
  PazReportOptions options;

  if (self->store == NULL || !paz_export_options_is_complete (self->options))
    return;
  paz_export_options_get (self->options, &options);
  paz_preview_pane_ask (self->pane, self->store, shows_release (self) ? PAZ_REPORT_RELEASE : report, &options);
  paz_export_options_clear (&options);
}

/* ---- saving ---- */

static void
fail (PazExportDialog *self,
      const char      *sentence)
{
  set_state (self, "failed");
  paz_tell (GTK_WINDOW (self), _("The Report Could Not Be Written"), sentence);
}

static void
show_saved (PazExportDialog *self)
{
  g_autofree char *base = g_path_get_basename (self->path);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *sentence = paz_words_fill (_("“%s” was saved."), name);
  g_autofree char *markup = g_markup_escape_text (sentence, -1);
  AdwToast *toast = adw_toast_new (markup);

  paz_settings_set_text (paz_settings_get (), PAZ_SETTING_REPORT_FOLDER, folder);
  paz_settings_remember (paz_settings_get (), PAZ_SETTING_RECENT_WORKBOOKS, self->path);
  adw_toast_set_button_label (toast, C_("action", "Open"));
  adw_toast_set_action_name (toast, "export.open");
  adw_toast_overlay_add_toast (self->toasts, toast);
  set_state (self, "done");
}

static void
save_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;

  if (paz_preview_save (work->preview, work->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static char *
dup_failure (PazExportDialog *self,
             const GError    *error)
{
  g_autofree char *base = g_path_get_basename (self->path);
  g_autofree char *name = g_filename_display_name (base);

  if (error->domain != PAZ_REPORT_ERROR)
    return paz_files_dup_failure (self->path, error);

  return paz_words_fill (paz_catalogue_text (paz_words_get_catalogue (), paz_report_error_get_sentence (error->code)),
                         name);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  PazExportDialog *self = PAZ_EXPORT_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  if (self->store == NULL)
    return;
  if (done)
    {
      show_saved (self);
      return;
    }
  g_message ("%s: %s", self->path, error->message);
  sentence = dup_failure (self, error);
  fail (self, sentence);
}

static void
save_document (PazExportDialog *self)
{
  PazReportOptions options;

  paz_export_options_get (self->options, &options);
  paz_report_document_save_async (self->store, paz_export_options_get_report (self->options), &options, self->path,
                                  self, saved_cb);
  paz_export_options_clear (&options);
}

/* The preview is there: its bytes go to the file. */
static void
save_shown (PazExportDialog *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, saved_cb, NULL);
  Work *work = g_new0 (Work, 1);

  work->preview = paz_preview_ref (paz_preview_pane_get (self->pane));
  work->path = g_strdup (self->path);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, save_thread);
}

static void
save (PazExportDialog *self)
{
  if (paz_report_document_is_name (self->path) && has_document (self))
    save_document (self);
  else
    save_shown (self);
}

static gboolean
is_waiting (PazExportDialog *self)
{
  return g_strcmp0 (self->state, "waiting") == 0;
}

/* ---- callbacks ---- */

static void
options_changed_cb (PazExportDialog *self)
{
  if (self->store == NULL)
    return;
  paz_export_options_keep (self->options);
  set_state (self, "choose");
  ask (self);
}

static void
shown_changed_cb (PazExportDialog *self)
{
  ask (self);
}

static void
pane_changed_cb (PazExportDialog *self)
{
  PazPreviewState state = paz_preview_pane_get_state (self->pane);

  if (self->store == NULL)
    return;
  if (is_waiting (self) && state == PAZ_PREVIEW_READY)
    {
      set_state (self, "working");
      save (self);
    }
  else if (is_waiting (self) && state != PAZ_PREVIEW_WORKING)
    set_state (self, "failed");
  update (self);
}

static void
target_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  PazExportDialog *self = PAZ_EXPORT_DIALOG (source);
  g_autoptr (GFile) file = paz_choose_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && self->store != NULL)
    paz_export_dialog_run (self, path);
}

/* ---- actions ---- */

static void
choose_target (PazExportDialog *self,
               const char      *title,
               PazFiles         files,
               const char      *name)
{
  g_autofree char *folder = paz_settings_dup_text (paz_settings_get (), PAZ_SETTING_REPORT_FOLDER);

  paz_choose_target_async (GTK_WINDOW (self), title, files,
                           folder[0] != '\0' ? folder : g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS),
                           name, target_chosen_cb, NULL);
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  PazExportDialog *self = PAZ_EXPORT_DIALOG (widget);

  choose_target (self, _("Save Workbook"), PAZ_FILES_WORKBOOK,
                 paz_preview_get_file_name (paz_preview_pane_get (self->pane)));
}

static void
save_pages_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  PazExportDialog *self = PAZ_EXPORT_DIALOG (widget);
  g_autofree char *name = paz_preview_dup_pages_name (paz_preview_pane_get (self->pane));

  choose_target (self, _("Save PDF"), PAZ_FILES_PAGES, name);
}

static void
save_document_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  PazExportDialog *self = PAZ_EXPORT_DIALOG (widget);
  g_autofree char *name = paz_report_document_dup_name (paz_preview_get_file_name (paz_preview_pane_get (self->pane)));

  choose_target (self, _("Save Document"), PAZ_FILES_DOCUMENT, name);
}

static void
printed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (PazExportDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (paz_print_finish (result, &error) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->store == NULL)
    return;
  g_message ("printing: %s", error->message);
  paz_tell (GTK_WINDOW (self), _("The Report Could Not Be Printed"), error->message);
}

static void
print_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  PazExportDialog *self = PAZ_EXPORT_DIALOG (widget);

  paz_print_async (GTK_WINDOW (self), paz_preview_get_book (paz_preview_pane_get (self->pane)), NULL,
                   printed_cb, g_object_ref (self));
}

static void
open_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  paz_show_file (GTK_WINDOW (widget), PAZ_EXPORT_DIALOG (widget)->path, FALSE);
}

static void
leave_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  PazExportDialog *self = PAZ_EXPORT_DIALOG (widget);

  if (paz_preview_pane_get_state (self->pane) == PAZ_PREVIEW_WORKING)
    paz_preview_pane_stop (self->pane);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
sheet_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  paz_preview_pane_step (PAZ_EXPORT_DIALOG (widget)->pane, g_variant_get_int32 (parameter));
}

static gboolean
holds_focus (GtkWidget *pane)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (pane));

  return focus != NULL && (focus == pane || gtk_widget_is_ancestor (focus, pane));
}

static void
other_pane_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  PazExportDialog *self = PAZ_EXPORT_DIALOG (widget);

  if (holds_focus (GTK_WIDGET (self->pane)) || !gtk_widget_grab_focus (GTK_WIDGET (paz_preview_pane_get_view (self->pane))))
    gtk_widget_child_focus (GTK_WIDGET (self->options), GTK_DIR_TAB_FORWARD);
}

/* ---- overrides ---- */

static void
paz_export_dialog_dispose (GObject *object)
{
  PazExportDialog *self = PAZ_EXPORT_DIALOG (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->path, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), PAZ_TYPE_EXPORT_DIALOG);

  G_OBJECT_CLASS (paz_export_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/relacopaz/Relacopaz/export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PazExportDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, PazExportDialog, options);
  gtk_widget_class_bind_template_child (widget_class, PazExportDialog, pane);
  gtk_widget_class_bind_template_child (widget_class, PazExportDialog, switcher);
  gtk_widget_class_bind_template_child (widget_class, PazExportDialog, workbook_button);
  gtk_widget_class_bind_template_child (widget_class, PazExportDialog, release_button);
  gtk_widget_class_bind_template_callback (widget_class, options_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, pane_changed_cb);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "export.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "export.save-pages", NULL, save_pages_action);
  gtk_widget_class_install_action (widget_class, "export.save-document", NULL, save_document_action);
  gtk_widget_class_install_action (widget_class, "export.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "export.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "export.leave", NULL, leave_action);
  gtk_widget_class_install_action (widget_class, "export.sheet", "i", sheet_action);
  gtk_widget_class_install_action (widget_class, "export.other-pane", NULL, other_pane_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "export.leave", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "export.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "export.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F6, 0, "export.other-pane", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK, "export.sheet", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK, "export.sheet", "i", 1);
}

static void
paz_export_dialog_class_init (PazExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_export_dialog_dispose;
  g_type_ensure (PAZ_TYPE_EXPORT_OPTIONS);
  g_type_ensure (PAZ_TYPE_PREVIEW_PANE);
  bind_template (widget_class);
  install_actions (widget_class);
}

static void
paz_export_dialog_init (PazExportDialog *self)
{
  self->state = "choose";
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* ---- public ---- */

/* As large as the window it comes from, less what tells the two apart. */
static void
choose_size (PazExportDialog *self,
             PazWindow       *window)
{
  int width = gtk_widget_get_width (GTK_WIDGET (window)), height = gtk_widget_get_height (GTK_WIDGET (window));

  if (width > 0 && height > 0)
    gtk_window_set_default_size (GTK_WINDOW (self), MAX (width - 24, 760), MAX (height - 24, 560));
}

GtkWidget *
paz_export_dialog_new (PazWindow  *window,
                       const char *report)
{
  PazExportDialog *self = g_object_new (PAZ_TYPE_EXPORT_DIALOG, "transient-for", window, NULL);

  choose_size (self, window);
  paz_export_options_set_store (self->options, paz_window_get_store (window), report);
  self->store = g_object_ref (paz_window_get_store (window));
  set_state (self, "choose");
  ask (self);

  return GTK_WIDGET (self);
}

const char *
paz_export_dialog_get_state (PazExportDialog *self)
{
  return is_waiting (self) ? "working" : self->state;
}

void
paz_export_dialog_run (PazExportDialog *self,
                       const char      *path)
{
  g_free (self->path);
  self->path = g_strdup (path);
  set_state (self, "waiting");
  pane_changed_cb (self);
}

PazPreviewPane *
paz_export_dialog_get_pane (PazExportDialog *self)
{
  return self->pane;
}

PazExportOptions *
paz_export_dialog_get_options (PazExportDialog *self)
{
  return self->options;
}
