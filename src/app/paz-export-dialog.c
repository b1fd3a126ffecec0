#include "paz-export-dialog.h"

#include "base/paz-date.h"
#include "figures/paz-figures.h"
#include "paz-audience-group.h"
#include "paz-dialogs.h"
#include "paz-job.h"
#include "paz-settings.h"
#include "paz-words.h"
#include "report/paz-report.h"

struct _PazExportDialog
{
  AdwWindow parent_instance;

  GtkButton *cancel_button;
  GtkWidget *export_button;
  GtkStack *states;
  AdwComboRow *report_row;
  AdwComboRow *language_row;
  AdwComboRow *terms_row;
  AdwComboRow *month_row;
  PazAudienceGroup *audience_group;
  GtkProgressBar *progress_bar;
  AdwStatusPage *done_page;
  AdwStatusPage *failed_page;

  PazStore *store;
  GArray *months;            /* guint16, newest first */
  GCancellable *loading;
  PazJob *job;
  char *path;
};

G_DEFINE_FINAL_TYPE (PazExportDialog, paz_export_dialog, ADW_TYPE_WINDOW)

typedef struct
{
  PazStore *store;
  char *report;
  char *path;
  PazReportOptions options;
} Work;

static void
work_free (Work *work)
{
  g_object_unref (work->store);
  g_free (work->report);
  g_free (work->path);
  g_clear_pointer (&work->options.audience, paz_audience_free);
  g_free (work->options.participant);
  g_free (work);
}

static void
update (PazExportDialog *self)
{
  const char *state = gtk_stack_get_visible_child_name (self->states);
  gboolean choosing = g_str_equal (state, "choose");
  gboolean done = g_str_equal (state, "done");

  gtk_widget_set_visible (self->export_button, choosing);
  gtk_button_set_label (self->cancel_button, done ? C_("action", "Close") : C_("action", "Cancel"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.run",
                                 choosing && paz_audience_group_is_complete (self->audience_group));
}

static void
set_state (PazExportDialog *self,
           const char      *state)
{
  gtk_stack_set_visible_child_name (self->states, state);
  update (self);
}

static const PazReportInfo *
get_report (PazExportDialog *self)
{
  return &paz_report_list ()[adw_combo_row_get_selected (self->report_row)];
}

static void
report_selected_cb (PazExportDialog *self)
{
  const char *summary = paz_catalogue_text (paz_words_get_catalogue (), get_report (self)->summary);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->report_row), summary);
  gtk_widget_set_visible (GTK_WIDGET (self->month_row), !get_report (self)->on_records);
}

static void
audience_changed_cb (PazExportDialog *self)
{
  update (self);
}

static guint16
get_month (PazExportDialog *self)
{
  guint position = adw_combo_row_get_selected (self->month_row);

  return position < self->months->len ? g_array_index (self->months, guint16, position) : 0;
}

static Work *
work_new (PazExportDialog *self)
{
  Work *work = g_new0 (Work, 1);

  work->store = g_object_ref (self->store);
  work->report = g_strdup (get_report (self)->name);
  work->options.language = adw_combo_row_get_selected (self->language_row);
  work->options.terms = adw_combo_row_get_selected (self->terms_row) == 0 ? PAZ_TERMS_PO : PAZ_TERMS_PKO;
  work->options.audience = paz_audience_group_make_audience (self->audience_group);
  work->options.participant = g_strdup (paz_audience_group_get_participant (self->audience_group));
  work->options.at = get_month (self);

  return work;
}

static char *
dup_file_name (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);

  return g_filename_display_name (base);
}

static void
show_failure (PazExportDialog *self,
              const GError    *error)
{
  PazCatalogue *catalogue = paz_words_get_catalogue ();
  g_autofree char *name = dup_file_name (self->path);
  g_autofree char *sentence = NULL;
  g_autofree char *markup = NULL;

  if (error->domain == PAZ_REPORT_ERROR)
    sentence = paz_words_fill (paz_catalogue_text (catalogue, paz_report_error_get_sentence (error->code)), name);
  else if (error->domain == PAZ_STORE_ERROR)
    sentence = paz_words_fill (paz_catalogue_text (catalogue, paz_store_error_get_sentence (error->code)), name);
  else
    sentence = g_strdup_printf (_("“%s” could not be written."), name);

  g_message ("%s: %s", self->path, error->message);
  markup = g_markup_escape_text (sentence, -1);
  adw_status_page_set_description (self->failed_page, markup);
  set_state (self, "failed");
}

static void
show_done (PazExportDialog *self)
{
  g_autofree char *name = dup_file_name (self->path);
  g_autofree char *markup = g_markup_escape_text (name, -1);
  g_autofree char *folder = g_path_get_dirname (self->path);

  paz_settings_set_text (paz_settings_get (), PAZ_SETTING_REPORT_FOLDER, folder);
  paz_settings_remember (paz_settings_get (), PAZ_SETTING_RECENT_WORKBOOKS, self->path);
  adw_status_page_set_description (self->done_page, markup);
  set_state (self, "done");
}

static void
export_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  Work *work = paz_job_get_data (data);
  GError *error = NULL;

  paz_report_export (work->store, work->report, &work->options, work->path, paz_job_report, data, cancellable, &error);
  paz_job_return (task, error);
}

static void
export_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  PazExportDialog *self = PAZ_EXPORT_DIALOG (source);
  g_autoptr (GError) error = NULL;
  gboolean done;

  paz_job_finish (result, &done, &error);
  if (self->store == NULL)
    return;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    set_state (self, "choose");
  else if (done)
    show_done (self);
  else
    show_failure (self, error);
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

static void
run_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  PazExportDialog *self = PAZ_EXPORT_DIALOG (widget);
  Work *work = work_new (self);
  g_autofree char *name = paz_report_dup_file_name (self->store, work->report, &work->options);
  g_autofree char *folder = paz_settings_dup_text (paz_settings_get (), PAZ_SETTING_REPORT_FOLDER);

  paz_choose_target_async (GTK_WINDOW (self), _("Export Workbook"), PAZ_FILES_WORKBOOK,
                           folder[0] != '\0' ? folder : g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS),
                           name, target_chosen_cb, NULL);
  work_free (work);
}

static void
cancel_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  PazExportDialog *self = PAZ_EXPORT_DIALOG (widget);

  if (g_str_equal (paz_export_dialog_get_state (self), "working"))
    paz_job_cancel (self->job);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
open_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  paz_show_file (GTK_WINDOW (widget), PAZ_EXPORT_DIALOG (widget)->path, FALSE);
}

static void
show_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  paz_show_file (GTK_WINDOW (widget), PAZ_EXPORT_DIALOG (widget)->path, TRUE);
}

static void
again_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  set_state (PAZ_EXPORT_DIALOG (widget), "choose");
}

static void
paz_export_dialog_dispose (GObject *object)
{
  PazExportDialog *self = PAZ_EXPORT_DIALOG (object);

  paz_job_cancel (self->job);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->store);
  g_clear_pointer (&self->job, paz_job_unref);
  g_clear_pointer (&self->months, g_array_unref);
  g_clear_pointer (&self->path, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), PAZ_TYPE_EXPORT_DIALOG);

  G_OBJECT_CLASS (paz_export_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/relacopaz/Relacopaz/export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PazExportDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, PazExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, PazExportDialog, states);
  gtk_widget_class_bind_template_child (widget_class, PazExportDialog, report_row);
  gtk_widget_class_bind_template_child (widget_class, PazExportDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, PazExportDialog, terms_row);
  gtk_widget_class_bind_template_child (widget_class, PazExportDialog, month_row);
  gtk_widget_class_bind_template_child (widget_class, PazExportDialog, audience_group);
  gtk_widget_class_bind_template_child (widget_class, PazExportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, PazExportDialog, done_page);
  gtk_widget_class_bind_template_child (widget_class, PazExportDialog, failed_page);
  gtk_widget_class_bind_template_callback (widget_class, report_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, audience_changed_cb);
}

static void
paz_export_dialog_class_init (PazExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_export_dialog_dispose;
  g_type_ensure (PAZ_TYPE_AUDIENCE_GROUP);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "export.run", NULL, run_action);
  gtk_widget_class_install_action (widget_class, "export.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "export.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "export.show", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "export.again", NULL, again_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "export.cancel", NULL);
}

static void
paz_export_dialog_init (PazExportDialog *self)
{
  self->months = g_array_new (FALSE, FALSE, sizeof (guint16));
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_reports (PazExportDialog *self,
              const char      *wanted)
{
  PazCatalogue *catalogue = paz_words_get_catalogue ();
  const PazReportInfo *reports = paz_report_list ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; reports[i].name != NULL; i++)
    {
      gtk_string_list_append (names, paz_catalogue_ptext (catalogue, "report", reports[i].title));
      if (g_strcmp0 (reports[i].name, wanted) == 0)
        selected = i;
    }
  adw_combo_row_set_model (self->report_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->report_row, selected);
  report_selected_cb (self);
}

static void
fill_languages (PazExportDialog *self)
{
  g_autofree char *code = paz_settings_dup_text (paz_settings_get (), PAZ_SETTING_REPORT_LANGUAGE);
  g_autofree char *terms = paz_settings_dup_text (paz_settings_get (), PAZ_SETTING_REPORT_TERMS);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  PazLanguage language = paz_words_get_language ();

  for (guint i = 0; i < PAZ_N_LANGUAGES; i++)
    gtk_string_list_append (names, paz_language_get_name (i));
  paz_language_from_code (code, &language);
  adw_combo_row_set_model (self->language_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->language_row, language);
  adw_combo_row_set_selected (self->terms_row, g_str_equal (terms, "pko") ? 1 : 0);
}

static void
months_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (PazFigures) figures = paz_figures_get (data, NULL, cancellable, &error);
  const guint16 *months;
  GArray *list;
  guint n;

  if (figures == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  months = paz_figures_get_months (figures, &n);
  list = g_array_sized_new (FALSE, FALSE, sizeof (guint16), n);
  for (guint i = 0; i < n; i++)
    g_array_append_val (list, months[n - 1 - i]);
  g_task_return_pointer (task, list, (GDestroyNotify) g_array_unref);
}

static void
months_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  PazExportDialog *self = PAZ_EXPORT_DIALOG (source);
  g_autoptr (GArray) months = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  if (self->store == NULL || months == NULL)
    return;

  for (guint i = 0; i < months->len; i++)
    {
      char iso[8];
      g_autofree char *name = paz_catalogue_dup_date (paz_words_get_catalogue (),
                                                      paz_month_format (g_array_index (months, guint16, i), iso));

      gtk_string_list_append (names, name);
    }
  g_array_unref (self->months);
  self->months = g_steal_pointer (&months);
  if (self->months->len == 0)
    gtk_string_list_append (names, _("No figures yet"));
  adw_combo_row_set_model (self->month_row, G_LIST_MODEL (names));
  gtk_widget_set_sensitive (GTK_WIDGET (self->month_row), self->months->len > 0);
}

static void
load_months (PazExportDialog *self)
{
  g_autoptr (GTask) task = NULL;

  self->loading = g_cancellable_new ();
  task = g_task_new (self, self->loading, months_cb, NULL);
  g_task_set_task_data (task, g_object_ref (self->store), g_object_unref);
  g_task_run_in_thread (task, months_thread);
}

GtkWidget *
paz_export_dialog_new (PazWindow  *window,
                       const char *report)
{
  PazExportDialog *self = g_object_new (PAZ_TYPE_EXPORT_DIALOG, "transient-for", window, NULL);

  self->store = g_object_ref (paz_window_get_store (window));
  fill_reports (self, report);
  fill_languages (self);
  paz_audience_group_set_store (self->audience_group, self->store);
  load_months (self);
  set_state (self, "choose");

  return GTK_WIDGET (self);
}

const char *
paz_export_dialog_get_state (PazExportDialog *self)
{
  return gtk_stack_get_visible_child_name (self->states);
}

void
paz_export_dialog_run (PazExportDialog *self,
                       const char      *path)
{
  Work *work = work_new (self);

  g_free (self->path);
  self->path = g_strdup (path);
  work->path = g_strdup (path);
  g_clear_pointer (&self->job, paz_job_unref);
  set_state (self, "working");
  self->job = paz_job_start (self, self->progress_bar, work, (GDestroyNotify) work_free, export_thread, export_cb);
}
