#include "paz-child-dialog.h"

#include "paz-form.h"
#include "paz-unsaved.h"
#include "paz-words.h"

struct _PazChildDialog
{
  AdwWindow  parent_instance;

  GtkWidget *heading;
  GtkWidget *scroller;
  GtkWidget *place;
  GtkWidget *problem;
  PazForm   *form;

  PazRecord *record;
  PazRecord *before;
};

G_DEFINE_FINAL_TYPE (PazChildDialog, paz_child_dialog, ADW_TYPE_WINDOW)

enum
{
  ACCEPTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
accept (PazChildDialog *self)
{
  g_autofree char *problem = NULL;

  if (!paz_form_check (self->form, TRUE))
    {
      problem = paz_form_dup_problem (self->form);
      gtk_label_set_text (GTK_LABEL (self->problem), problem != NULL ? problem : "");
      gtk_widget_set_visible (self->problem, problem != NULL);
      paz_form_focus_wrong (self->form);
      return;
    }
  g_signal_emit (self, signals[ACCEPTED], 0, self->record);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
answered_cb (PazUnsavedAnswer answer,
             gpointer         data)
{
  PazChildDialog *self = data;

  switch (answer)
    {
    case PAZ_UNSAVED_SAVE:
      accept (self);
      break;
    case PAZ_UNSAVED_DISCARD:
      gtk_window_destroy (GTK_WINDOW (self));
      break;
    case PAZ_UNSAVED_KEEP:
      break;
    }
}

static gboolean
is_modified (PazChildDialog *self)
{
  return paz_form_is_pending (self->form) || !paz_form_same_record (self->record, self->before);
}

static gboolean
paz_child_dialog_close_request (GtkWindow *window)
{
  PazChildDialog *self = PAZ_CHILD_DIALOG (window);

  if (!is_modified (self))
    return FALSE;
  paz_ask_unsaved (GTK_WIDGET (self), answered_cb, self);

  return TRUE;
}

static void
accept_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  accept (PAZ_CHILD_DIALOG (widget));
}

static void
paz_child_dialog_dispose (GObject *object)
{
  PazChildDialog *self = PAZ_CHILD_DIALOG (object);

  g_clear_object (&self->record);
  g_clear_object (&self->before);

  G_OBJECT_CLASS (paz_child_dialog_parent_class)->dispose (object);
}

static void
paz_child_dialog_class_init (PazChildDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = paz_child_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = paz_child_dialog_close_request;

  signals[ACCEPTED] = g_signal_new ("accepted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 1, PAZ_TYPE_RECORD);

  gtk_widget_class_install_action (widget_class, "child.accept", NULL, accept_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK,
                                       "child.accept", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/relacopaz/Relacopaz/parts/child-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PazChildDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, PazChildDialog, scroller);
  gtk_widget_class_bind_template_child (widget_class, PazChildDialog, place);
  gtk_widget_class_bind_template_child (widget_class, PazChildDialog, problem);
}

static void
paz_child_dialog_init (PazChildDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
paz_child_dialog_new (PazStore  *store,
                      PazRecord *record)
{
  PazChildDialog *self = g_object_new (PAZ_TYPE_CHILD_DIALOG, NULL);
  const PazKind *kind = paz_record_get_kind (record);
  const char *title = paz_record_is_new (record) ? kind->phrases.add : kind->phrases.singular;

  title = paz_catalogue_text (paz_words_get_catalogue (), title);
  g_set_object (&self->record, record);
  self->before = paz_record_dup (record);
  adw_window_title_set_title (ADW_WINDOW_TITLE (self->heading), title);
  gtk_window_set_title (GTK_WINDOW (self), title);

  self->form = PAZ_FORM (paz_form_new (store, kind));
  paz_form_set_record (self->form, record);
  adw_bin_set_child (ADW_BIN (self->place), GTK_WIDGET (self->form));
  paz_form_focus_first (self->form);

  return GTK_WIDGET (self);
}
