#include "paz-import-dialog.h"

#include "base/paz-date.h"
#include "base/paz-text.h"
#include "paz-dialogs.h"
#include "paz-files.h"
#include "paz-import-ask.h"
#include "paz-import-tables.h"
#include "paz-job.h"
#include "paz-words.h"

struct _PazImportDialog
{
  AdwWindow parent_instance;

  GtkWidget *accept_button;
  GtkStack *states;
  GtkLabel *working_label;
  GtkProgressBar *progress_bar;
  GtkLabel *file_label;
  GtkLabel *span_label;
  GtkBox *count_box;
  GtkEditable *title_row;
  GtkEditable *publisher_row;
  GtkEditable *published_row;
  GtkStack *tables;
  GtkWidget *tables_switcher;
  GtkStackPage *refused_page;
  GtkStackPage *changed_page;
  GtkColumnView *refused_view;
  GtkColumnView *changed_view;
  GtkStackPage *lost_page;
  GtkColumnView *lost_view;
  GtkBox *ask_box;
  GtkWidget *keep_group;
  GtkWidget *keep_types_row;
  GtkWidget *keep_contributors_row;
  GtkSwitch *keep_types;
  GtkSwitch *keep_contributors;
  GtkStackPage *kept_page;
  GtkColumnView *kept_view;
  AdwStatusPage *failed_page;
  AdwStatusPage *done_page;
  GtkWidget *revised_button;

  PazWindow *window;         /* it outlives its modal dialog */
  PazStore *store;
  char *path;
  PazImportOptions options;  /* what the person said of the file */
  PazImport *import;         /* lent to the worker while one runs */
  PazJob *job;
};

G_DEFINE_FINAL_TYPE (PazImportDialog, paz_import_dialog, ADW_TYPE_WINDOW)

/* What a worker is given, and what it gives back. */
typedef struct
{
  PazStore *store;
  char *path;
  PazImportOptions options;
  PazImport *import;
  guint64 step;
} Work;

static void
work_free (Work *work)
{
  g_clear_object (&work->store);
  g_clear_pointer (&work->import, paz_import_free);
  g_free (work->path);
  g_free (work);
}

static Work *
work_new (PazImportDialog *self)
{
  Work *work = g_new0 (Work, 1);

  work->store = g_object_ref (self->store);
  work->path = g_strdup (self->path);
  work->options = self->options;

  return work;
}

static char *
dup_file_name (PazImportDialog *self)
{
  g_autofree char *base = g_path_get_basename (self->path);

  return g_filename_display_name (base);
}

static gboolean
published_is_valid (PazImportDialog *self)
{
  const char *text = gtk_editable_get_text (self->published_row);
  g_autofree char *date = text[0] != '\0' ? paz_date_parse (text) : NULL;

  return text[0] == '\0' || date != NULL;
}

/* A file of records may hold nothing that is not here already. */
static gboolean
has_news (PazImportDialog *self)
{
  const PazImportCounts *counts;

  if (self->import != NULL && paz_import_is_check (self->import))
    return FALSE;
  if (self->import == NULL || paz_import_get_kind (self->import) == NULL)
    return TRUE;
  counts = paz_import_get_counts (self->import);

  return counts->n_new + counts->n_changed > 0;
}

static void
set_state (PazImportDialog *self,
           const char      *state)
{
  gboolean review = g_str_equal (state, "review");

  gtk_stack_set_visible_child_name (self->states, state);
  gtk_widget_set_visible (self->accept_button, review);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.accept",
                                 review && published_is_valid (self) && has_news (self));
}

static void
published_changed_cb (PazImportDialog *self)
{
  if (published_is_valid (self))
    gtk_widget_remove_css_class (GTK_WIDGET (self->published_row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->published_row), "error");
  set_state (self, gtk_stack_get_visible_child_name (self->states));
}

static char *
dup_error_sentence (PazImportDialog *self,
                    const GError    *error)
{
  PazCatalogue *catalogue = paz_words_get_catalogue ();
  g_autofree char *name = dup_file_name (self);

  if (error->domain == PAZ_IMPORT_ERROR)
    return paz_import_error_dup_text (error, name, catalogue);
  if (error->domain == PAZ_STORE_ERROR)
    return paz_words_fill (paz_catalogue_text (catalogue, paz_store_error_get_sentence (error->code)), name);

  return g_strdup_printf (_("“%s” could not be read."), name);
}

/* A file that is here already is good news, not a failure. */
static void
show_failure (PazImportDialog *self,
              const GError    *error)
{
  g_autofree char *sentence = dup_error_sentence (self, error);
  g_autofree char *markup = g_markup_escape_text (sentence, -1);
  gboolean same = g_error_matches (error, PAZ_IMPORT_ERROR, PAZ_IMPORT_ERROR_SAME);

  g_message ("%s: %s", self->path, error->message);
  adw_status_page_set_icon_name (self->failed_page, same ? "emblem-ok-symbolic" : "dialog-warning-symbolic");
  adw_status_page_set_title (self->failed_page,
                             same ? _("These Figures Are Already Here") : _("This File Cannot Be Imported"));
  adw_status_page_set_description (self->failed_page, markup);
  set_state (self, "failed");
}

static void
show_fields (PazImportDialog *self)
{
  PazRecord *data_set = paz_import_get_data_set (self->import);
  const char *title = paz_record_get_text (data_set, "title");
  const char *publisher = paz_record_get_text (data_set, "publisher");
  const char *published = paz_record_get_text (data_set, "published");

  gtk_editable_set_text (self->title_row, title != NULL ? title : "");
  gtk_editable_set_text (self->publisher_row, publisher != NULL ? publisher : "");
  gtk_editable_set_text (self->published_row, published != NULL ? published : "");
}

/* The first page that has something to say is in front; a switch only where there are several. */
static void
show_tables (PazImportDialog *self)
{
  const PazImportCounts *counts = paz_import_get_counts (self->import);
  GPtrArray *kept = paz_import_get_kept (self->import);
  gboolean has_refused = counts->n_refused > 0;
  gboolean has_changed = counts->n_changed + counts->n_gone > 0;
  gboolean has_kept = kept->len > 0 || paz_import_has_findings (self->import);
  gboolean has_lost = paz_import_get_losses (self->import)->len > 0;

  gtk_stack_page_set_visible (self->refused_page, has_refused);
  gtk_stack_page_set_visible (self->changed_page, has_changed);
  gtk_stack_page_set_visible (self->kept_page, has_kept);
  gtk_stack_page_set_visible (self->lost_page, has_lost);
  gtk_stack_page_set_title (self->changed_page, paz_import_get_kind (self->import) != NULL
                                                ? _("Changed Records") : _("Changed Figures"));
  gtk_stack_set_visible_child_name (self->tables,
                                    has_refused ? "refused" : has_lost ? "lost" : has_changed ? "changed" : "kept");
  gtk_widget_set_visible (GTK_WIDGET (self->tables), has_refused || has_changed || has_kept || has_lost);
  gtk_widget_set_visible (self->tables_switcher, has_refused + has_changed + has_kept + has_lost > 1);
}

/* What the choice leaves: said anew when it changes. */
static void
show_outcome (PazImportDialog *self)
{
  paz_import_fill_counts (self->count_box, paz_import_get_counts (self->import));
  if (paz_import_get_kind (self->import) != NULL)
    paz_import_fill_field_changes (self->changed_view, self->import, self->store);
  else
    paz_import_fill_changes (self->changed_view, self->import);
  show_tables (self);
}

static void
keep_changed_cb (PazImportDialog *self)
{
  if (self->import == NULL || paz_import_get_kind (self->import) != NULL)
    return;
  if (paz_import_is_check (self->import))
    {
      show_outcome (self);
      return;
    }
  paz_import_set_keep (self->import,
                       (gtk_switch_get_active (self->keep_types) ? PAZ_IMPORT_KEEP_TYPES : 0)
                       | (gtk_switch_get_active (self->keep_contributors) ? PAZ_IMPORT_KEEP_CONTRIBUTORS : 0));
  show_outcome (self);
}

/* Nothing fuller goes unless the person lets it go: what a part does not hold is kept at first. */
static void
show_losses (PazImportDialog *self)
{
  PazImportKeep partial = paz_import_get_partial (self->import);
  gboolean loses_types, loses_contributors;

  paz_import_fill_losses (self->lost_view, self->import, &loses_types, &loses_contributors);
  gtk_widget_set_visible (self->keep_types_row, loses_types);
  gtk_widget_set_visible (self->keep_contributors_row, loses_contributors);
  gtk_widget_set_visible (self->keep_group, loses_types || loses_contributors);
  gtk_switch_set_active (self->keep_types, (partial & PAZ_IMPORT_KEEP_TYPES) != 0);
  gtk_switch_set_active (self->keep_contributors, (partial & PAZ_IMPORT_KEEP_CONTRIBUTORS) != 0);
  keep_changed_cb (self);
}

static void read_again (PazImportDialog *self);

/* The row that was answered goes with the reading: after its signal. */
static gboolean
read_again_cb (gpointer data)
{
  PazImportDialog *self = data;

  if (self->store != NULL && self->import != NULL)
    read_again (self);

  return G_SOURCE_REMOVE;
}

static void
answered_cb (gpointer data)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, read_again_cb, g_object_ref (data), g_object_unref);
}

static void
show_review (PazImportDialog *self)
{
  g_autofree char *name = dup_file_name (self);
  g_autofree char *span = paz_import_dup_span_text (paz_import_get_counts (self->import));

  gtk_label_set_label (self->file_label, name);
  gtk_label_set_label (self->span_label, span);
  paz_import_fill_refusals (self->refused_view, self->import);
  paz_import_fill_kept (self->kept_view, self->import);
  paz_import_ask (self->ask_box, self->import, &self->options, self->store, answered_cb, self);
  show_losses (self);
  show_outcome (self);
  show_fields (self);
  set_state (self, "review");
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Work *work = paz_job_get_data (data);
  GError *error = NULL;

  work->import = paz_import_read_with (work->path, &work->options, work->store, paz_job_report, data, cancellable, &error);
  paz_job_return (task, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  PazImportDialog *self = PAZ_IMPORT_DIALOG (source);
  g_autoptr (GError) error = NULL;
  gboolean done;
  Work *work = paz_job_get_data (paz_job_finish (result, &done, &error));

  if (self->store == NULL)
    return;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      set_state (self, "choose");
      return;
    }
  if (!done)
    {
      show_failure (self, error);
      return;
    }

  self->import = g_steal_pointer (&work->import);
  show_review (self);
}

static void
start (PazImportDialog *self,
       Work            *work,
       GTaskThreadFunc  thread,
       GAsyncReadyCallback done)
{
  g_clear_pointer (&self->job, paz_job_unref);
  set_state (self, "working");
  self->job = paz_job_start (self, self->progress_bar, work, (GDestroyNotify) work_free, thread, done);
}

static void
read_again (PazImportDialog *self)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  g_clear_pointer (&self->import, paz_import_free);
  name = dup_file_name (self);
  text = g_strdup_printf (_("Trying out “%s”…"), name);
  gtk_label_set_label (self->working_label, text);
  start (self, work_new (self), read_thread, read_cb);
}

static void
read_path (PazImportDialog *self,
           const char      *path)
{
  g_free (self->path);
  self->path = g_strdup (path);
  self->options = (PazImportOptions) { NULL };
  read_again (self);
}

static void
apply_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Work *work = paz_job_get_data (data);
  GError *error = NULL;

  paz_import_apply (work->import, work->store, paz_job_report, data, cancellable, &work->step, &error);
  paz_job_return (task, error);
}

/* Contributions alone are revised: they have a data set that speaks in place of another. */
static gboolean
revises (PazImport *import)
{
  const PazImportCounts *counts = paz_import_get_counts (import);

  return paz_import_get_kind (import) == NULL && paz_import_get_data_set (import) != NULL
         && counts->n_changed + counts->n_gone > 0;
}

/* What was revised is worth a look before the next thing. */
static void
show_done (PazImportDialog *self,
           PazImport       *import)
{
  const PazImportCounts *counts = paz_import_get_counts (import);
  guint n = counts->n_changed + counts->n_gone;
  g_autofree char *number = paz_catalogue_dup_integer (paz_words_get_catalogue (), n);
  g_autofree char *text = g_strdup_printf (ngettext ("It revises %s figure that was here before.",
                                                     "It revises %s figures that were here before.", n), number);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->revised_button), "s",
                                    paz_record_get_id (paz_import_get_data_set (import)));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->revised_button), "import.revised");
  adw_status_page_set_description (self->done_page, text);
  set_state (self, "done");
  gtk_widget_grab_focus (self->revised_button);
}

static void
apply_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  PazImportDialog *self = PAZ_IMPORT_DIALOG (source);
  g_autoptr (GError) error = NULL;
  gboolean done;
  Work *work = paz_job_get_data (paz_job_finish (result, &done, &error));

  if (self->store == NULL)
    return;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      self->import = g_steal_pointer (&work->import);
      set_state (self, "review");
      return;
    }
  if (!done)
    {
      show_failure (self, error);
      return;
    }

  paz_window_tell_step (self->window, work->step);
  if (revises (work->import))
    show_done (self, work->import);
  else
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
keep_text (PazImportDialog *self,
           const char      *key,
           const char      *text)
{
  PazRecord *data_set = paz_import_get_data_set (self->import);
  const PazField *field = paz_kind_find_field (paz_record_get_kind (data_set), key);

  if (text != NULL && text[0] != '\0')
    paz_record_set_value (data_set, field, g_variant_new_string (text));
  else if (!(field->flags & PAZ_FIELD_REQUIRED))
    paz_record_set_value (data_set, field, NULL);
}

static void
keep_fields (PazImportDialog *self)
{
  g_autofree char *title = paz_text_clean (gtk_editable_get_text (self->title_row));
  g_autofree char *publisher = paz_text_clean (gtk_editable_get_text (self->publisher_row));
  g_autofree char *published = paz_date_parse (gtk_editable_get_text (self->published_row));

  keep_text (self, "title", title);
  keep_text (self, "publisher", publisher);
  keep_text (self, "published", published);
}

static void
accept_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  paz_import_dialog_accept (PAZ_IMPORT_DIALOG (widget));
}

static void
cancel_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  PazImportDialog *self = PAZ_IMPORT_DIALOG (widget);

  if (g_str_equal (paz_import_dialog_get_state (self), "working"))
    paz_job_cancel (self->job);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  PazImportDialog *self = PAZ_IMPORT_DIALOG (source);
  g_autoptr (GFile) file = paz_choose_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && self->store != NULL)
    read_path (self, path);
}

static void
revised_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  PazImportDialog *self = PAZ_IMPORT_DIALOG (widget);

  gtk_widget_activate_action_variant (GTK_WIDGET (self->window), "win.show-revised", parameter);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
choose_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  paz_choose_file_async (GTK_WINDOW (widget), _("Import UN Figures"), PAZ_FILES_FIGURES,
                         file_chosen_cb, NULL);
}

static void
sample_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  g_autofree char *path = paz_files_dup_sample ();

  read_path (PAZ_IMPORT_DIALOG (widget), path);
}

static gboolean
paz_import_dialog_close_request (GtkWindow *window)
{
  PazImportDialog *self = PAZ_IMPORT_DIALOG (window);

  paz_job_cancel (self->job);

  return GTK_WINDOW_CLASS (paz_import_dialog_parent_class)->close_request (window);
}

static void
paz_import_dialog_dispose (GObject *object)
{
  PazImportDialog *self = PAZ_IMPORT_DIALOG (object);

  paz_job_cancel (self->job);
  g_clear_object (&self->store);
  g_clear_pointer (&self->import, paz_import_free);
  g_clear_pointer (&self->job, paz_job_unref);
  g_clear_pointer (&self->path, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), PAZ_TYPE_IMPORT_DIALOG);

  G_OBJECT_CLASS (paz_import_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/relacopaz/Relacopaz/import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PazImportDialog, accept_button);
  gtk_widget_class_bind_template_child (widget_class, PazImportDialog, states);
  gtk_widget_class_bind_template_child (widget_class, PazImportDialog, working_label);
  gtk_widget_class_bind_template_child (widget_class, PazImportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, PazImportDialog, file_label);
  gtk_widget_class_bind_template_child (widget_class, PazImportDialog, span_label);
  gtk_widget_class_bind_template_child (widget_class, PazImportDialog, count_box);
  gtk_widget_class_bind_template_child (widget_class, PazImportDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, PazImportDialog, publisher_row);
  gtk_widget_class_bind_template_child (widget_class, PazImportDialog, published_row);
  gtk_widget_class_bind_template_child (widget_class, PazImportDialog, tables);
  gtk_widget_class_bind_template_child (widget_class, PazImportDialog, tables_switcher);
  gtk_widget_class_bind_template_child (widget_class, PazImportDialog, refused_page);
  gtk_widget_class_bind_template_child (widget_class, PazImportDialog, changed_page);
  gtk_widget_class_bind_template_child (widget_class, PazImportDialog, refused_view);
  gtk_widget_class_bind_template_child (widget_class, PazImportDialog, changed_view);
  gtk_widget_class_bind_template_child (widget_class, PazImportDialog, kept_page);
  gtk_widget_class_bind_template_child (widget_class, PazImportDialog, kept_view);
  gtk_widget_class_bind_template_child (widget_class, PazImportDialog, lost_page);
  gtk_widget_class_bind_template_child (widget_class, PazImportDialog, lost_view);
  gtk_widget_class_bind_template_child (widget_class, PazImportDialog, ask_box);
  gtk_widget_class_bind_template_child (widget_class, PazImportDialog, keep_group);
  gtk_widget_class_bind_template_child (widget_class, PazImportDialog, keep_types_row);
  gtk_widget_class_bind_template_child (widget_class, PazImportDialog, keep_contributors_row);
  gtk_widget_class_bind_template_child (widget_class, PazImportDialog, keep_types);
  gtk_widget_class_bind_template_child (widget_class, PazImportDialog, keep_contributors);
  gtk_widget_class_bind_template_child (widget_class, PazImportDialog, failed_page);
  gtk_widget_class_bind_template_child (widget_class, PazImportDialog, done_page);
  gtk_widget_class_bind_template_child (widget_class, PazImportDialog, revised_button);
  gtk_widget_class_bind_template_callback (widget_class, published_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_changed_cb);
}

static void
paz_import_dialog_class_init (PazImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_import_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = paz_import_dialog_close_request;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "import.accept", NULL, accept_action);
  gtk_widget_class_install_action (widget_class, "import.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "import.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "import.revised", "s", revised_action);
  gtk_widget_class_install_action (widget_class, "import.sample", NULL, sample_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "import.cancel", NULL);
}

static void
paz_import_dialog_init (PazImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_state (self, "choose");
}

GtkWidget *
paz_import_dialog_new (PazWindow  *window,
                       const char *path)
{
  PazImportDialog *self = g_object_new (PAZ_TYPE_IMPORT_DIALOG, "transient-for", window, NULL);

  self->window = window;
  self->store = g_object_ref (paz_window_get_store (window));
  if (path != NULL)
    read_path (self, path);

  return GTK_WIDGET (self);
}

const char *
paz_import_dialog_get_state (PazImportDialog *self)
{
  return gtk_stack_get_visible_child_name (self->states);
}

void
paz_import_dialog_accept (PazImportDialog *self)
{
  Work *work;

  g_return_if_fail (self->import != NULL);

  keep_fields (self);
  work = work_new (self);
  work->import = g_steal_pointer (&self->import);
  gtk_label_set_label (self->working_label, _("Importing…"));
  start (self, work, apply_thread, apply_cb);
}
