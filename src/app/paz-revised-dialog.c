#include "paz-revised-dialog.h"

#include "paz-accessible.h"
#include "paz-copy-dialog.h"
#include "paz-dialogs.h"
#include "paz-job.h"
#include "paz-settings.h"
#include "paz-text-row.h"
#include "paz-words.h"

struct _PazRevisedDialog
{
  AdwWindow parent_instance;

  GtkStack *states;
  GtkProgressBar *progress_bar;
  AdwStatusPage *failed_page;
  GtkLabel *subject_label;
  GtkDropDown *before_choice;
  GtkDropDown *contributor_choice;
  GtkDropDown *mission_choice;
  GtkDropDown *type_choice;
  GtkDropDown *order_choice;
  GtkColumnView *view;
  GtkLabel *status_label;

  PazWindow *window;
  PazStore *store;
  char *data_set;
  GPtrArray *others;           /* ids, as they stand in the choice after the first */
  GPtrArray *contributors;     /* keys, as they stand in the choice after the first; lend from revised */
  GPtrArray *missions;
  PazRevised *revised;
  PazJob *job;
  gboolean filling;            /* the program chooses, not the person */
};

G_DEFINE_FINAL_TYPE (PazRevisedDialog, paz_revised_dialog, ADW_TYPE_WINDOW)

/* ---- what is shown ---- */

static const char *
get_chosen (GtkDropDown *choice,
            GPtrArray   *keys)
{
  guint selected = gtk_drop_down_get_selected (choice);

  return keys != NULL && selected > 0 && selected <= keys->len ? keys->pdata[selected - 1] : NULL;
}

static PazRevisedFilter
get_filter (PazRevisedDialog *self)
{
  return (PazRevisedFilter) {
    .contributor = get_chosen (self->contributor_choice, self->contributors),
    .mission = get_chosen (self->mission_choice, self->missions),
    .type = (int) gtk_drop_down_get_selected (self->type_choice) - 1,
    .largest_first = gtk_drop_down_get_selected (self->order_choice) == 1,
  };
}

static void
show_totals (PazRevisedDialog *self)
{
  g_autofree char *subject = paz_revised_dup_subject (self->revised);
  g_autofree char *totals = paz_revised_dup_totals (self->revised);
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->revised)) > 0;

  gtk_label_set_label (self->subject_label, subject);
  gtk_label_set_label (self->status_label, totals);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "revised.copy", any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "revised.export", any);
}

static void
chosen_cb (PazRevisedDialog *self)
{
  PazRevisedFilter filter;

  if (self->filling || self->revised == NULL)
    return;
  filter = get_filter (self);
  paz_revised_set_filter (self->revised, &filter);
  show_totals (self);
}

static void
fill_keys (PazRevisedDialog *self,
           GtkDropDown      *choice,
           GPtrArray        *keys,
           PazDimension      dimension,
           const char       *all)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, all);
  for (guint i = 0; i < keys->len; i++)
    gtk_string_list_append (names, paz_revised_get_name (self->revised, dimension, keys->pdata[i]));
  gtk_drop_down_set_model (choice, G_LIST_MODEL (names));
}

static void
show_revised (PazRevisedDialog *self,
              PazRevised       *revised)
{
  g_autoptr (GtkSingleSelection) selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (revised)));

  g_set_object (&self->revised, revised);
  g_clear_pointer (&self->contributors, g_ptr_array_unref);
  g_clear_pointer (&self->missions, g_ptr_array_unref);
  self->contributors = paz_revised_list_keys (revised, PAZ_DIMENSION_CONTRIBUTOR);
  self->missions = paz_revised_list_keys (revised, PAZ_DIMENSION_MISSION);
  self->filling = TRUE;
  fill_keys (self, self->contributor_choice, self->contributors, PAZ_DIMENSION_CONTRIBUTOR, _("All contributors"));
  fill_keys (self, self->mission_choice, self->missions, PAZ_DIMENSION_MISSION, _("All missions"));
  self->filling = FALSE;
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  chosen_cb (self);
  gtk_stack_set_visible_child_name (self->states, "table");
}

/* ---- comparing ---- */

typedef struct
{
  PazStore *store;
  PazCatalogue *catalogue;
  char *data_set;
  char *before;
  PazRevised *revised;
} Work;

static void
work_free (Work *work)
{
  g_object_unref (work->store);
  paz_catalogue_unref (work->catalogue);
  g_free (work->data_set);
  g_free (work->before);
  g_clear_object (&work->revised);
  g_free (work);
}

static void
load_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Work *work = paz_job_get_data (data);
  GError *error = NULL;
  g_autoptr (PazStore) reader = paz_store_open_reader (work->store, &error);

  if (reader != NULL)
    work->revised = paz_revised_load (reader, work->data_set, work->before, NULL, work->catalogue, paz_job_report, data,
                                      cancellable, &error);
  paz_job_return (task, error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  PazRevisedDialog *self = PAZ_REVISED_DIALOG (source);
  g_autoptr (GError) error = NULL;
  gboolean done;
  PazJob *job = paz_job_finish (result, &done, &error);
  Work *work = paz_job_get_data (job);

  if (self->store == NULL || job != self->job)
    return;
  if (done)
    show_revised (self, work->revised);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_message ("Revisions: %s", error->message);
      gtk_stack_set_visible_child_name (self->states, "failed");
    }
}

static void
load (PazRevisedDialog *self)
{
  Work *work = g_new0 (Work, 1);

  work->store = g_object_ref (self->store);
  work->catalogue = paz_catalogue_ref (paz_words_get_catalogue ());
  work->data_set = g_strdup (self->data_set);
  work->before = g_strdup (get_chosen (self->before_choice, self->others));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "revised.copy", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "revised.export", FALSE);
  gtk_stack_set_visible_child_name (self->states, "working");
  paz_job_cancel (self->job);
  g_clear_pointer (&self->job, paz_job_unref);
  self->job = paz_job_start (self, self->progress_bar, work, (GDestroyNotify) work_free, load_thread, loaded_cb);
}

static void
before_chosen_cb (PazRevisedDialog *self)
{
  if (!self->filling && self->store != NULL)
    load (self);
}

/* ---- going out: computed anew from what the readers may see ---- */

typedef struct
{
  Work work;
  PazAudience *audience;
  PazRevisedFilter filter;   /* owns its keys */
  char *path;                /* NULL: the clipboard */
} Exit;

static void
exit_free (Exit *exit)
{
  g_object_unref (exit->work.store);
  paz_catalogue_unref (exit->work.catalogue);
  g_free (exit->work.data_set);
  g_free (exit->work.before);
  paz_audience_free (exit->audience);
  g_free ((char *) exit->filter.contributor);
  g_free ((char *) exit->filter.mission);
  g_free (exit->path);
  g_free (exit);
}

static void
exit_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Exit *exit = data;
  GError *error = NULL;
  g_autoptr (PazStore) reader = paz_store_open_reader (exit->work.store, &error);
  g_autoptr (PazRevised) revised = NULL;
  g_autofree char *lines = NULL;

  if (reader != NULL)
    revised = paz_revised_load (reader, exit->work.data_set, exit->work.before, exit->audience, exit->work.catalogue,
                                NULL, NULL, cancellable, &error);
  if (revised != NULL)
    {
      paz_revised_set_filter (revised, &exit->filter);
      lines = paz_revised_dup_lines (revised, exit->path != NULL ? ',' : '\t');
    }
  if (lines == NULL || (exit->path != NULL && !g_file_set_contents (exit->path, lines, -1, &error)))
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&lines), g_free);
}

static const char *
get_outcome (const char   *path,
             const GError *error)
{
  if (error == NULL)
    return path != NULL ? _("The figures were written.") : _("The table was copied.");
  if (g_error_matches (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_NOT_FOUND))
    return _("There is nothing these readers may see.");

  return _("The figures could not be written.");
}

static void
exited_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  PazRevisedDialog *self = PAZ_REVISED_DIALOG (source);
  const Exit *exit = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *lines = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->store == NULL)
    return;
  if (lines != NULL && exit->path == NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), lines);
  gtk_label_set_label (self->status_label, get_outcome (exit->path, error));
}

void
paz_revised_dialog_let_out (PazRevisedDialog *self,
                            const char       *path)
{
  Exit *exit = g_new0 (Exit, 1);
  g_autoptr (GTask) task = g_task_new (self, NULL, exited_cb, NULL);

  exit->work.store = g_object_ref (self->store);
  exit->work.catalogue = paz_catalogue_ref (paz_words_get_catalogue ());
  exit->work.data_set = g_strdup (self->data_set);
  exit->work.before = g_strdup (get_chosen (self->before_choice, self->others));
  exit->audience = paz_audience_copy (paz_copy_get_audience (self->store));
  exit->filter = get_filter (self);
  exit->filter.contributor = g_strdup (exit->filter.contributor);
  exit->filter.mission = g_strdup (exit->filter.mission);
  exit->path = g_strdup (path);
  g_task_set_task_data (task, exit, (GDestroyNotify) exit_free);
  g_task_run_in_thread (task, exit_thread);
}

static void
target_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (PazRevisedDialog) self = data;
  g_autoptr (GFile) file = paz_choose_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && self->store != NULL)
    paz_revised_dialog_let_out (self, path);
}

static void
choose_target (PazRevisedDialog *self)
{
  g_autofree char *folder = paz_settings_dup_text (paz_settings_get (), PAZ_SETTING_REPORT_FOLDER);

  paz_choose_target_async (GTK_WINDOW (self), _("Export What Was Revised"), PAZ_FILES_FIGURES,
                           *folder != '\0' ? folder : g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS),
                           "revised.csv", target_chosen_cb, g_object_ref (self));
}

static void
copy_chosen_cb (PazRevisedDialog *self)
{
  paz_revised_dialog_let_out (self, NULL);
}

/* For whom is asked each time a file is written, and once for copies. */
static void
ask_readers (PazRevisedDialog *self,
             GCallback         chosen)
{
  GtkWidget *dialog = paz_copy_dialog_new (self->window);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  g_signal_connect_object (dialog, "chosen", chosen, self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
copy_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  PazRevisedDialog *self = PAZ_REVISED_DIALOG (widget);

  if (paz_copy_get_audience (self->store) == NULL)
    ask_readers (self, G_CALLBACK (copy_chosen_cb));
  else
    paz_revised_dialog_let_out (self, NULL);
}

static void
export_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  ask_readers (PAZ_REVISED_DIALOG (widget), G_CALLBACK (choose_target));
}

/* ---- life ---- */

static gboolean
paz_revised_dialog_close_request (GtkWindow *window)
{
  paz_job_cancel (PAZ_REVISED_DIALOG (window)->job);

  return GTK_WINDOW_CLASS (paz_revised_dialog_parent_class)->close_request (window);
}

static void
paz_revised_dialog_dispose (GObject *object)
{
  PazRevisedDialog *self = PAZ_REVISED_DIALOG (object);

  paz_job_cancel (self->job);
  g_clear_pointer (&self->job, paz_job_unref);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  g_clear_pointer (&self->contributors, g_ptr_array_unref);
  g_clear_pointer (&self->missions, g_ptr_array_unref);
  g_clear_pointer (&self->data_set, g_free);
  g_clear_object (&self->revised);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (paz_revised_dialog_parent_class)->dispose (object);
}

static void
paz_revised_dialog_class_init (PazRevisedDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_revised_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = paz_revised_dialog_close_request;
  g_type_ensure (PAZ_TYPE_REVISED);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/relacopaz/Relacopaz/revised-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PazRevisedDialog, states);
  gtk_widget_class_bind_template_child (widget_class, PazRevisedDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, PazRevisedDialog, failed_page);
  gtk_widget_class_bind_template_child (widget_class, PazRevisedDialog, subject_label);
  gtk_widget_class_bind_template_child (widget_class, PazRevisedDialog, before_choice);
  gtk_widget_class_bind_template_child (widget_class, PazRevisedDialog, contributor_choice);
  gtk_widget_class_bind_template_child (widget_class, PazRevisedDialog, mission_choice);
  gtk_widget_class_bind_template_child (widget_class, PazRevisedDialog, type_choice);
  gtk_widget_class_bind_template_child (widget_class, PazRevisedDialog, order_choice);
  gtk_widget_class_bind_template_child (widget_class, PazRevisedDialog, view);
  gtk_widget_class_bind_template_child (widget_class, PazRevisedDialog, status_label);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, before_chosen_cb);
  gtk_widget_class_install_action (widget_class, "revised.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "revised.export", NULL, export_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "revised.copy", NULL);
}

static void
add_columns (PazRevisedDialog *self)
{
  static const int widths[PAZ_N_REVISED_COLUMNS] = { 128, 0, 110, 0, 110, 80, 80, 100 };

  for (guint i = 0; i < PAZ_N_REVISED_COLUMNS; i++)
    paz_text_row_add_column (self->view, g_dpgettext2 (NULL, "table", paz_revised_column_get_title (i)), i, widths[i],
                             i >= PAZ_REVISED_WAS);
}

static void
paz_revised_dialog_init (PazRevisedDialog *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
  paz_accessible_set_label (GTK_WIDGET (self->before_choice), _("Compared with"));
  paz_accessible_set_label (GTK_WIDGET (self->contributor_choice), _("Contributor"));
  paz_accessible_set_label (GTK_WIDGET (self->mission_choice), _("Mission"));
  paz_accessible_set_label (GTK_WIDGET (self->type_choice), _("Kind of change"));
  paz_accessible_set_label (GTK_WIDGET (self->order_choice), _("Order"));
  paz_accessible_set_label (GTK_WIDGET (self->view), _("Figures that were revised"));
  add_columns (self);
}

/* The others there are to compare with, newest first as the store lists them. */
static void
fill_others (PazRevisedDialog *self)
{
  g_autoptr (PazQuery) query = paz_query_new (paz_kind_find ("data_set"));
  g_autoptr (GPtrArray) records = paz_store_list_records (self->store, query, NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->others = g_ptr_array_new_with_free_func (g_free);
  gtk_string_list_append (names, _("What spoke before"));
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const char *id = paz_record_get_id (records->pdata[i]);
      g_autofree char *title = paz_record_dup_title (records->pdata[i], paz_words_get_catalogue ());

      if (g_str_equal (id, self->data_set))
        continue;
      g_ptr_array_add (self->others, g_strdup (id));
      gtk_string_list_append (names, title);
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->before_choice, G_LIST_MODEL (names));
  self->filling = FALSE;
}

GtkWidget *
paz_revised_dialog_present (PazWindow  *window,
                            const char *data_set)
{
  PazRevisedDialog *self = g_object_new (PAZ_TYPE_REVISED_DIALOG, "transient-for", window, NULL);

  self->window = window;
  self->store = g_object_ref (paz_window_get_store (window));
  self->data_set = g_strdup (data_set);
  fill_others (self);
  load (self);
  gtk_window_present (GTK_WINDOW (self));

  return GTK_WIDGET (self);
}

PazRevised *
paz_revised_dialog_get (PazRevisedDialog *self)
{
  return self->revised;
}

static void
choose (GtkDropDown *choice,
        GPtrArray   *keys,
        const char  *key)
{
  guint position;

  if (key == NULL || !g_ptr_array_find_with_equal_func (keys, key, g_str_equal, &position))
    gtk_drop_down_set_selected (choice, 0);
  else
    gtk_drop_down_set_selected (choice, position + 1);
}

void
paz_revised_dialog_choose (PazRevisedDialog       *self,
                           const PazRevisedFilter *filter)
{
  choose (self->contributor_choice, self->contributors, filter->contributor);
  choose (self->mission_choice, self->missions, filter->mission);
  gtk_drop_down_set_selected (self->type_choice, (guint) (filter->type + 1));
  gtk_drop_down_set_selected (self->order_choice, filter->largest_first);
}
