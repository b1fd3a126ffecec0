#include "paz-paste-dialog-private.h"

#include "paz-field-editor.h"
#include "paz-words.h"

G_DEFINE_FINAL_TYPE (PazPasteDialog, paz_paste_dialog, ADW_TYPE_WINDOW)

/* ---- trying out ---- */

static void
fail (PazPasteDialog *self,
      const GError   *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && PAZ_IS_WINDOW (self->parent))
    paz_window_tell_error (PAZ_WINDOW (self->parent), error);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
check_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  PazPasteDialog *self = PAZ_PASTE_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (PazPaste) checked = paz_paste_check_finish (result, &error);

  /* A later setting has asked anew. */
  if (self->store == NULL || paz_paste_get_job (result) != self->job)
    return;
  if (checked == NULL)
    {
      fail (self, error);
      return;
    }
  paz_paste_free (self->checked);
  self->checked = g_steal_pointer (&checked);
  paz_paste_dialog_show (self);
}

static void
begin (PazPasteDialog *self)
{
  if (self->job != NULL)
    g_cancellable_cancel (paz_job_get_cancellable (self->job));
  g_clear_pointer (&self->job, paz_job_unref);
  self->job = paz_job_new ();
  paz_job_show (self->job, self->progress_bar);
}

static void
check_again (PazPasteDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paste.accept", FALSE);
  begin (self);
  paz_paste_check_async (G_OBJECT (self), self->store, paz_paste_copy (self->settings), self->job, check_cb);
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
  paz_paste_dialog_show_row (self);
}

static void
row_selected_cb (PazPasteDialog *self)
{
  static const PazPasteAction actions[] = { PAZ_PASTE_ROW_AUTO, PAZ_PASTE_ROW_ADD, PAZ_PASTE_ROW_LEAVE_OUT };
  int row = self->showing || self->checked == NULL ? -1 : paz_paste_dialog_get_row (self);

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
apply_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  PazPasteDialog *self = PAZ_PASTE_DIALOG (source);
  g_autoptr (GError) error = NULL;
  guint64 step;
  gboolean done = paz_paste_apply_finish (result, &step, &error);

  if (self->store == NULL)
    return;
  if (!done)
    {
      fail (self, error);
      return;
    }
  if (PAZ_IS_WINDOW (self->parent))
    paz_window_tell_step (PAZ_WINDOW (self->parent), step);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* No work for a worker: the records are there already, and the form saves them. */
static void
hand_over (PazPasteDialog *self)
{
  g_autoptr (GPtrArray) records = paz_paste_list_accepted (self->checked);

  self->taker (records, self->taker_data);
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
  gtk_widget_class_bind_template_callback_full (widget_class, "update_accept", G_CALLBACK (paz_paste_dialog_update));
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
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (paz_paste_dialog_show_row), self, G_CONNECT_SWAPPED);
  paz_field_label_lead_to (self->headings_label, GTK_WIDGET (self->headings_list));
  paz_field_label_lead_to (self->match_label, GTK_WIDGET (self->match_list));
  paz_field_label_lead_to (self->dates_label, GTK_WIDGET (self->dates_list));
  paz_field_label_lead_to (self->show_label, GTK_WIDGET (self->show_list));
  paz_field_label_lead_to (self->row_label, GTK_WIDGET (self->row_list));
  paz_field_label_lead_to (self->candidate_label, GTK_WIDGET (self->candidate_list));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paste.accept", FALSE);
}

GtkWidget *
paz_paste_dialog_new (GtkWindow *parent,
                      PazStore  *store,
                      PazPaste  *settings)
{
  PazPasteDialog *self = g_object_new (PAZ_TYPE_PASTE_DIALOG, "transient-for", parent, NULL);

  self->parent = parent;
  self->store = g_object_ref (store);
  self->settings = settings;
  self->columns = paz_paste_columns_new (self->settings, target_chosen_cb, self);
  adw_bin_set_child (self->columns_place, paz_paste_columns_get_widget (self->columns));
  check_again (self);

  return GTK_WIDGET (self);
}

void
paz_paste_dialog_set_taker (PazPasteDialog *self,
                            PazPasteTaker   taker,
                            gpointer        data)
{
  self->taker = taker;
  self->taker_data = data;
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
  if (!paz_paste_dialog_can_accept (self))
    return;
  if (self->taker != NULL)
    {
      hand_over (self);
      return;
    }
  gtk_label_set_text (self->working_label, _("Pasting…"));
  gtk_stack_set_visible_child_name (self->states, "working");
  paz_paste_dialog_update (self);
  /* Cells ask for it no more: the view goes with it. */
  gtk_column_view_set_model (self->view, NULL);
  begin (self);
  paz_paste_apply_async (G_OBJECT (self), self->store, g_steal_pointer (&self->checked),
                         gtk_check_button_get_active (self->partly_check), self->job, apply_cb);
}
