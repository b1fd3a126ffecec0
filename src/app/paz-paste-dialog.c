#include "paz-paste-dialog.h"

#include "paz-field-editor.h"
#include "paz-job.h"
#include "paz-paste-columns.h"
#include "paz-paste-rows.h"
#include "paz-paste-view.h"
#include "paz-words.h"

struct _PazPasteDialog
{
  AdwWindow parent_instance;

  GtkStack *states;
  GtkLabel *working_label;
  GtkProgressBar *progress_bar;
  GtkLabel *summary_label;
  GtkWidget *headings_label, *match_label, *dates_label, *show_label, *row_label, *candidate_label;
  GtkDropDown *headings_list;
  GtkDropDown *match_list;
  GtkDropDown *dates_list;
  GtkWidget *dates_box;
  GtkDropDown *show_list;
  GtkCheckButton *clears_check;
  AdwBin *columns_place;
  GtkColumnView *view;
  GtkLabel *problem_label;
  GtkWidget *row_box;
  GtkDropDown *row_list;
  GtkWidget *candidate_box;
  GtkDropDown *candidate_list;
  GtkCheckButton *partly_check;

  PazWindow *window;         /* it outlives its modal dialog */
  PazStore *store;
  PazPaste *settings;
  PazPaste *checked;         /* lent to the worker while it is applied */
  PazPasteRows *rows;
  GtkSingleSelection *selection;
  PazPasteColumns *columns;
  GPtrArray *candidates;
  const PazPasteProblem *asked;   /* whom a name means */
  PazJob *job;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (PazPasteDialog, paz_paste_dialog, ADW_TYPE_WINDOW)

/* What a worker is given. */
typedef struct
{
  PazStore *store;
  PazPaste *paste;
  PazJob *job;
  gboolean partly;
  guint64 step;
} Work;

static void
work_free (Work *work)
{
  g_object_unref (work->store);
  paz_paste_free (work->paste);
  paz_job_unref (work->job);
  g_free (work);
}

static PazPaste *
get_now (gpointer data)
{
  return PAZ_PASTE_DIALOG (data)->checked;
}

/* ---- what is shown ---- */

/* Takes the part. */
static void
add_count (GString *text,
           guint    n,
           char    *part)
{
  if (n > 0 && text->len > 0)
    g_string_append (text, " · ");
  if (n > 0)
    g_string_append (text, part);
  g_free (part);
}

static void
show_summary (PazPasteDialog *self)
{
  const PazPasteCounts *counts = paz_paste_get_counts (self->checked);
  g_autoptr (GString) text = g_string_new (NULL);

  add_count (text, counts->n_rows, paz_words_dup_count ("%s row", "%s rows", counts->n_rows));
  add_count (text, counts->n_add, paz_words_dup_count ("%s new row", "%s new rows", counts->n_add));
  add_count (text, counts->n_update, paz_words_dup_count ("%s row changes", "%s rows change", counts->n_update));
  add_count (text, counts->n_same, paz_words_dup_count ("%s row the same", "%s rows the same", counts->n_same));
  add_count (text, counts->n_left_out, paz_words_dup_count ("%s row left out", "%s rows left out", counts->n_left_out));
  add_count (text, counts->n_wrong, paz_words_dup_count ("%s row with something wrong", "%s rows with something wrong",
                                                         counts->n_wrong));
  gtk_label_set_text (self->summary_label, text->str);
}

static gboolean
can_accept (PazPasteDialog *self)
{
  const PazPasteCounts *counts = self->checked != NULL ? paz_paste_get_counts (self->checked) : NULL;

  return counts != NULL && counts->n_add + counts->n_update > 0 &&
         (counts->n_wrong == 0 || gtk_check_button_get_active (self->partly_check));
}

static void
update_accept (PazPasteDialog *self)
{
  gboolean review = g_str_equal (gtk_stack_get_visible_child_name (self->states), "review");

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paste.accept", review && can_accept (self));
}

static gboolean
has_dates (PazPasteDialog *self)
{
  for (guint i = 0; i < paz_block_get_n_columns (paz_paste_get_block (self->checked)); i++)
    {
      PazPasteTarget target = paz_paste_get_target (self->checked, i);

      if (target.field != NULL && target.field->type == PAZ_VALUE_DATE)
        return TRUE;
    }

  return FALSE;
}

/* The row the person looks at; -1 when there is none. */
static int
get_row (PazPasteDialog *self)
{
  PazPasteRowItem *item = self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection) : NULL;

  return item != NULL ? (int) paz_paste_row_get_number (item) : -1;
}

static char *
dup_problems (PazPasteDialog *self,
              int             row)
{
  GPtrArray *problems = paz_paste_get_problems (self->checked);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      const PazPasteProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *sentence = NULL;

      if ((int) problem->row != row)
        continue;
      sentence = paz_paste_dup_problem (self->checked, problem, paz_words_get_catalogue ());
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, sentence);
      if (problem->reason == PAZ_PASTE_WRONG_SEVERAL && self->asked == NULL)
        self->asked = problem;
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A name of several records: the person says which, for the whole block. */
static void
show_candidates (PazPasteDialog *self)
{
  GtkStringList *titles = gtk_string_list_new (NULL);

  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  gtk_string_list_append (titles, _("Choose…"));
  if (self->asked != NULL)
    self->candidates = paz_paste_list_candidates (self->checked, self->asked);
  for (guint i = 0; self->candidates != NULL && i < self->candidates->len; i++)
    {
      g_autofree char *title = paz_store_dup_title (self->store, g_ptr_array_index (self->candidates, i),
                                                    paz_words_get_catalogue ());

      gtk_string_list_append (titles, title);
    }
  gtk_drop_down_set_model (self->candidate_list, G_LIST_MODEL (titles));
  g_object_unref (titles);
  gtk_widget_set_visible (self->candidate_box, self->candidates != NULL && self->candidates->len > 0);
}

static guint
get_action_position (PazPasteAction action)
{
  return action == PAZ_PASTE_ROW_LEAVE_OUT ? 2 : action == PAZ_PASTE_ROW_ADD ? 1 : 0;
}

static void
show_row (PazPasteDialog *self)
{
  int row = self->checked != NULL ? get_row (self) : -1;
  g_autofree char *problems = NULL;

  self->asked = NULL;
  self->showing = TRUE;
  problems = row >= 0 ? dup_problems (self, row) : g_strdup ("");
  gtk_label_set_text (self->problem_label, *problems != '\0' ? problems : _("Nothing is wrong with this row."));
  gtk_widget_set_visible (self->row_box, row >= 0);
  if (row >= 0)
    gtk_drop_down_set_selected (self->row_list, get_action_position (paz_paste_get_action (self->checked, row)));
  show_candidates (self);
  self->showing = FALSE;
}

static void
show_checked (PazPasteDialog *self)
{
  const PazPasteCounts *counts = paz_paste_get_counts (self->checked);

  self->showing = TRUE;
  show_summary (self);
  paz_paste_view_set_columns (self->view, self->store, self->checked, get_now, self);
  paz_paste_rows_fill (self->rows, self->checked, gtk_drop_down_get_selected (self->show_list));
  paz_paste_columns_show (self->columns, self->checked);
  gtk_drop_down_set_selected (self->headings_list, paz_paste_get_n_headings (self->checked));
  gtk_drop_down_set_selected (self->match_list, paz_paste_get_match (self->checked) - PAZ_PASTE_MATCH_ID);
  gtk_widget_set_visible (self->dates_box, has_dates (self));
  gtk_widget_set_visible (GTK_WIDGET (self->partly_check), counts->n_wrong > 0);
  gtk_stack_set_visible_child_name (self->states, "review");
  self->showing = FALSE;
  show_row (self);
  update_accept (self);
}

/* ---- trying out ---- */

static void
check_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  g_autoptr (PazStore) reader = paz_store_open_reader (work->store, &error);

  if (reader != NULL && paz_paste_check (work->paste, reader, paz_job_report, work->job, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
fail (PazPasteDialog *self,
      const GError   *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    paz_window_tell_error (self->window, error);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
check_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  PazPasteDialog *self = PAZ_PASTE_DIALOG (source);
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  /* A later setting has asked anew. */
  if (self->store == NULL || work->job != self->job)
    return;
  if (!done)
    {
      fail (self, error);
      return;
    }
  paz_paste_free (self->checked);
  self->checked = g_steal_pointer (&work->paste);
  show_checked (self);
}

static void
start (PazPasteDialog      *self,
       PazPaste            *paste,
       GTaskThreadFunc      thread,
       GAsyncReadyCallback  callback)
{
  Work *work = g_new0 (Work, 1);
  g_autoptr (GTask) task = NULL;

  if (self->job != NULL)
    g_cancellable_cancel (paz_job_get_cancellable (self->job));
  g_clear_pointer (&self->job, paz_job_unref);
  self->job = paz_job_new ();
  work->store = g_object_ref (self->store);
  work->paste = paste;
  work->job = paz_job_ref (self->job);
  work->partly = gtk_check_button_get_active (self->partly_check);
  task = g_task_new (self, paz_job_get_cancellable (self->job), callback, NULL);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  paz_job_show (self->job, self->progress_bar);
  g_task_run_in_thread (task, thread);
}

static void
check_again (PazPasteDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paste.accept", FALSE);
  start (self, paz_paste_copy (self->settings), check_thread, check_cb);
}

/* ---- settings ---- */

static void
headings_selected_cb (PazPasteDialog *self)
{
  if (self->showing || self->settings == NULL)
    return;
  paz_paste_set_n_headings (self->settings, gtk_drop_down_get_selected (self->headings_list));
  check_again (self);
}

static void
match_selected_cb (PazPasteDialog *self)
{
  if (self->showing || self->settings == NULL)
    return;
  paz_paste_set_match (self->settings, gtk_drop_down_get_selected (self->match_list) + PAZ_PASTE_MATCH_ID);
  check_again (self);
}

static void
dates_selected_cb (PazPasteDialog *self)
{
  if (self->showing || self->settings == NULL)
    return;
  paz_paste_set_dates (self->settings, gtk_drop_down_get_selected (self->dates_list));
  check_again (self);
}

static void
clears_toggled_cb (PazPasteDialog *self)
{
  if (self->settings == NULL)
    return;
  paz_paste_set_clears (self->settings, gtk_check_button_get_active (self->clears_check));
  check_again (self);
}

static void
show_selected_cb (PazPasteDialog *self)
{
  if (self->showing || self->checked == NULL)
    return;
  paz_paste_rows_fill (self->rows, self->checked, gtk_drop_down_get_selected (self->show_list));
  show_row (self);
}

static void
row_selected_cb (PazPasteDialog *self)
{
  static const PazPasteAction actions[] = { PAZ_PASTE_ROW_AUTO, PAZ_PASTE_ROW_ADD, PAZ_PASTE_ROW_LEAVE_OUT };
  int row = self->showing || self->checked == NULL ? -1 : get_row (self);

  if (row < 0)
    return;
  paz_paste_set_action (self->settings, row, actions[gtk_drop_down_get_selected (self->row_list)]);
  check_again (self);
}

static void
candidate_selected_cb (PazPasteDialog *self)
{
  guint n = gtk_drop_down_get_selected (self->candidate_list);

  if (self->showing || self->asked == NULL || n == 0 || n > self->candidates->len)
    return;
  paz_paste_choose (self->settings, paz_paste_get_target (self->checked, self->asked->column).field,
                    self->asked->text, g_ptr_array_index (self->candidates, n - 1));
  check_again (self);
}

static void
target_chosen_cb (guint           column,
                  PazPasteTarget  target,
                  gpointer        data)
{
  paz_paste_dialog_set_target (data, column, target);
}

/* ---- doing it ---- */

static void
apply_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;

  if (paz_paste_apply (work->paste, work->store, work->partly, paz_job_report, work->job, cancellable, &work->step, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
apply_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  PazPasteDialog *self = PAZ_PASTE_DIALOG (source);
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  if (self->store == NULL)
    return;
  if (!done)
    {
      fail (self, error);
      return;
    }
  paz_window_tell_step (self->window, work->step);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
accept_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  paz_paste_dialog_accept (PAZ_PASTE_DIALOG (widget));
}

static void
cancel_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  PazPasteDialog *self = PAZ_PASTE_DIALOG (widget);

  if (g_str_equal (paz_paste_dialog_get_state (self), "working") && self->job != NULL)
    g_cancellable_cancel (paz_job_get_cancellable (self->job));
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
paz_paste_dialog_dispose (GObject *object)
{
  PazPasteDialog *self = PAZ_PASTE_DIALOG (object);

  if (self->job != NULL)
    g_cancellable_cancel (paz_job_get_cancellable (self->job));
  g_clear_pointer (&self->job, paz_job_unref);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), PAZ_TYPE_PASTE_DIALOG);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->columns, paz_paste_columns_free);
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  g_clear_pointer (&self->settings, paz_paste_free);
  g_clear_pointer (&self->checked, paz_paste_free);

  G_OBJECT_CLASS (paz_paste_dialog_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, PazPasteDialog, name)
#define CALL(name) gtk_widget_class_bind_template_callback (widget_class, name)

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/relacopaz/Relacopaz/paste-dialog.ui");
  BIND (states);
  BIND (working_label);
  BIND (progress_bar);
  BIND (summary_label);
  BIND (headings_label);
  BIND (headings_list);
  BIND (match_label);
  BIND (match_list);
  BIND (dates_label);
  BIND (dates_list);
  BIND (dates_box);
  BIND (show_label);
  BIND (show_list);
  BIND (clears_check);
  BIND (columns_place);
  BIND (view);
  BIND (problem_label);
  BIND (row_box);
  BIND (row_label);
  BIND (row_list);
  BIND (candidate_box);
  BIND (candidate_label);
  BIND (candidate_list);
  BIND (partly_check);
  CALL (headings_selected_cb);
  CALL (match_selected_cb);
  CALL (dates_selected_cb);
  CALL (clears_toggled_cb);
  CALL (show_selected_cb);
  CALL (row_selected_cb);
  CALL (candidate_selected_cb);
  CALL (update_accept);
}

static void
paz_paste_dialog_class_init (PazPasteDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_paste_dialog_dispose;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "paste.accept", NULL, accept_action);
  gtk_widget_class_install_action (widget_class, "paste.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "paste.cancel", NULL);
}

static void
paz_paste_dialog_init (PazPasteDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = paz_paste_rows_new ();
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (show_row), self, G_CONNECT_SWAPPED);
  paz_field_label_lead_to (self->headings_label, GTK_WIDGET (self->headings_list));
  paz_field_label_lead_to (self->match_label, GTK_WIDGET (self->match_list));
  paz_field_label_lead_to (self->dates_label, GTK_WIDGET (self->dates_list));
  paz_field_label_lead_to (self->show_label, GTK_WIDGET (self->show_list));
  paz_field_label_lead_to (self->row_label, GTK_WIDGET (self->row_list));
  paz_field_label_lead_to (self->candidate_label, GTK_WIDGET (self->candidate_list));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paste.accept", FALSE);
}

GtkWidget *
paz_paste_dialog_new (PazWindow     *window,
                      const PazKind *kind,
                      const char    *container,
                      PazBlock      *block,
                      GPtrArray     *fields)
{
  PazPasteDialog *self = g_object_new (PAZ_TYPE_PASTE_DIALOG, "transient-for", window, NULL);

  self->window = window;
  self->store = g_object_ref (paz_window_get_store (window));
  self->settings = paz_paste_new (block, kind, container, paz_words_get_language (),
                                  (const PazField * const *) fields->pdata, fields->len - 1);
  self->columns = paz_paste_columns_new (self->settings, target_chosen_cb, self);
  adw_bin_set_child (self->columns_place, paz_paste_columns_get_widget (self->columns));
  check_again (self);

  return GTK_WIDGET (self);
}

const char *
paz_paste_dialog_get_state (PazPasteDialog *self)
{
  return gtk_stack_get_visible_child_name (self->states);
}

PazPaste *
paz_paste_dialog_get_paste (PazPasteDialog *self)
{
  return self->checked;
}

void
paz_paste_dialog_set_target (PazPasteDialog *self,
                             guint           column,
                             PazPasteTarget  target)
{
  paz_paste_set_target (self->settings, column, target);
  check_again (self);
}

void
paz_paste_dialog_set_partly (PazPasteDialog *self,
                             gboolean        partly)
{
  gtk_check_button_set_active (self->partly_check, partly);
}

void
paz_paste_dialog_accept (PazPasteDialog *self)
{
  if (!can_accept (self))
    return;
  gtk_label_set_text (self->working_label, _("Pasting…"));
  gtk_stack_set_visible_child_name (self->states, "working");
  update_accept (self);
  /* Cells ask for it no more: the view goes with it. */
  gtk_column_view_set_model (self->view, NULL);
  start (self, g_steal_pointer (&self->checked), apply_thread, apply_cb);
}

/* ---- the clipboard ---- */

typedef struct
{
  PazWindow *window;
  const PazKind *kind;
  GPtrArray *fields;
} Reading;

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->window);
  g_ptr_array_unref (reading->fields);
  g_free (reading);
}

static void
open_block (Reading  *reading,
            PazBlock *block)
{
  if (paz_window_get_store (reading->window) != NULL)
    gtk_window_present (GTK_WINDOW (paz_paste_dialog_new (reading->window, reading->kind, NULL, block, reading->fields)));
}

static void
text_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  Reading *reading = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (PazBlock) block = text != NULL ? paz_block_read_text (text, -1, 0, NULL) : NULL;

  if (block != NULL)
    open_block (reading, block);
  else
    paz_window_tell (reading->window, _("There are no cells to paste."));
  reading_free (reading);
}

static void
spliced_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  Reading *reading = data;
  g_autoptr (PazBlock) block = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, NULL) > 0)
    {
      g_autoptr (GBytes) bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));

      block = paz_block_read_html (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL);
    }
  /* Marked-up text without a table has its cells in the plain text, if anywhere. */
  if (block == NULL)
    {
      gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (reading->window)), NULL, text_read_cb, reading);
      return;
    }
  open_block (reading, block);
  reading_free (reading);
}

static void
html_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  g_autoptr (GOutputStream) memory = NULL;

  if (stream == NULL)
    {
      gdk_clipboard_read_text_async (GDK_CLIPBOARD (source), NULL, text_read_cb, data);
      return;
    }
  memory = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (memory, stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, spliced_cb, data);
}

void
paz_paste_from_clipboard (PazWindow     *window,
                          const PazKind *kind,
                          GPtrArray     *fields)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));
  static const char *html[] = { "text/html", NULL };
  Reading *reading = g_new0 (Reading, 1);

  reading->window = g_object_ref (window);
  reading->kind = kind;
  reading->fields = g_ptr_array_ref (fields);
  if (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), html[0]))
    gdk_clipboard_read_async (clipboard, html, G_PRIORITY_DEFAULT, NULL, html_read_cb, reading);
  else
    gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, reading);
}
