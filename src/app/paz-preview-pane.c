#include "paz-preview-pane.h"

#include <adwaita.h>

#include "paz-job.h"
#include "paz-level-badge.h"
#include "paz-sheet-tabs.h"
#include "paz-words.h"

/* Milliseconds that choices are waited for before a worker begins. */
#define REST 120

struct _PazPreviewPane
{
  GtkWidget parent_instance;

  GtkWidget *strip;
  GtkImage *badge;
  GtkLabel *marking;
  GtkLabel *note;
  GtkWidget *stop_button;
  GtkWidget *again_button;
  GtkProgressBar *bar;
  GtkStack *stack;
  AdwStatusPage *problem;
  PazSheetView *view;
  PazSheetTabs *tabs;

  PazPreviewState state;
  PazStore *store;
  char *report;
  PazReportOptions options;
  PazPreview *preview;       /* what is shown; not what is asked while it is being made */
  GError *error;
  guint sheet;
  PazJob *job;               /* of the worker; at most one */
  gboolean is_wanted;        /* something else was asked since it began */
  guint rest;
};

G_DEFINE_FINAL_TYPE (PazPreviewPane, paz_preview_pane, GTK_TYPE_WIDGET)

static guint changed_signal;

typedef struct
{
  PazStore *store;
  char *report;
  PazReportOptions options;
  PazPreview *preview;
} Work;

static void
copy_options (PazReportOptions       *to,
              const PazReportOptions *from)
{
  g_clear_pointer (&to->audience, paz_audience_free);
  g_free (to->participant);
  *to = *from;
  to->audience = from->audience != NULL ? paz_audience_copy (from->audience) : NULL;
  to->participant = g_strdup (from->participant);
}

static void
clear_options (PazReportOptions *options)
{
  g_clear_pointer (&options->audience, paz_audience_free);
  g_clear_pointer (&options->participant, g_free);
}

static void
work_free (gpointer data)
{
  Work *work = data;

  g_object_unref (work->store);
  g_free (work->report);
  clear_options (&work->options);
  g_clear_pointer (&work->preview, paz_preview_unref);
  g_free (work);
}

/* ---- what is shown ---- */

static char *
dup_rows_left_out (const PazBookSheet *sheet)
{
  PazCatalogue *catalogue = paz_words_get_catalogue ();
  g_autofree char *kept = paz_catalogue_dup_integer (catalogue, sheet->n_data);
  g_autofree char *all = paz_catalogue_dup_integer (catalogue, sheet->n_data + sheet->n_left_out);

  return sheet->n_left_out > 0 ? g_strdup_printf (_("The first %1$s of %2$s rows; the workbook holds all"), kept, all)
                               : g_strdup ("");
}

static void
update_strip (PazPreviewPane *self)
{
  gboolean working = self->state == PAZ_PREVIEW_WORKING;
  PazBook *book = self->preview != NULL ? paz_preview_get_book (self->preview) : NULL;
  g_autofree char *note = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->bar), working);
  gtk_widget_set_visible (self->stop_button, working);
  gtk_widget_set_visible (self->again_button, self->state == PAZ_PREVIEW_STOPPED);
  gtk_widget_set_visible (GTK_WIDGET (self->badge), book != NULL);
  gtk_label_set_text (self->marking, book != NULL ? paz_book_get_marking (book) : "");
  if (book != NULL)
    gtk_image_set_from_icon_name (self->badge, paz_level_get_icon_name (paz_book_get_level (book)));
  if (working)
    note = g_strdup (_("Making the preview…"));
  else if (self->state == PAZ_PREVIEW_STOPPED)
    note = g_strdup (_("Stopped: this is not what was chosen last"));
  else if (book != NULL)
    note = dup_rows_left_out (paz_book_get_sheet (book, self->sheet));
  gtk_label_set_text (self->note, note != NULL ? note : "");
}

static const char *
get_page (PazPreviewPane *self)
{
  if (self->state == PAZ_PREVIEW_FAILED)
    return "problem";
  if (self->preview != NULL)
    return "sheet";

  return self->state == PAZ_PREVIEW_STOPPED ? "stopped" : "waiting";
}

static void
set_state (PazPreviewPane  *self,
           PazPreviewState  state)
{
  self->state = state;
  if (state != PAZ_PREVIEW_WORKING)
    g_object_set_data (G_OBJECT (self->bar), "job", NULL);
  gtk_stack_set_visible_child_name (self->stack, get_page (self));
  gtk_widget_set_visible (GTK_WIDGET (self->tabs), self->preview != NULL && state != PAZ_PREVIEW_FAILED);
  update_strip (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
show_preview (PazPreviewPane *self)
{
  PazBook *book = paz_preview_get_book (self->preview);

  self->sheet = MIN (self->sheet, paz_book_count_sheets (book) - 1);
  paz_sheet_tabs_set_book (self->tabs, book);
  paz_sheet_tabs_choose (self->tabs, self->sheet);
  paz_sheet_view_set_sheet (self->view, book, self->sheet);
}

static void
forget_preview (PazPreviewPane *self)
{
  paz_sheet_view_set_sheet (self->view, NULL, 0);
  paz_sheet_tabs_set_book (self->tabs, NULL);
  g_clear_pointer (&self->preview, paz_preview_unref);
}

typedef struct
{
  const char *title;
  const char *words;
} Problem;

static Problem
find_problem (const GError *error)
{
  if (error->domain != PAZ_REPORT_ERROR)
    return (Problem) { _("The Preview Could Not Be Made"), _("The records could not be read.") };
  switch ((PazReportErrorCode) error->code)
    {
    case PAZ_REPORT_ERROR_NO_DATA:
      return (Problem) { _("Nothing to Show"),
                         _("There are no figures or records for this report, or none that these readers may see.") };
    case PAZ_REPORT_ERROR_WITHHELD:
      return (Problem) { _("Nothing Leaves for These Readers"),
                         _("What this report rests on is above what they may see. Choose other readers, or look at the "
                           "release sheet: it says what is held back and why.") };
    case PAZ_REPORT_ERROR_MONTH:
      return (Problem) { _("No Figures for These Months"), _("Choose another month.") };
    case PAZ_REPORT_ERROR_FULL:
      return (Problem) { _("The Disk Is Full"), _("A preview needs a little room for the file that would leave.") };
    case PAZ_REPORT_ERROR_FAILED:
    case PAZ_REPORT_ERROR_UNKNOWN:
    case PAZ_REPORT_ERROR_WRITE:
      break;
    }

  return (Problem) { _("The Preview Could Not Be Made"), _("The file that would leave could not be written.") };
}

static void
show_problem (PazPreviewPane *self)
{
  Problem problem = find_problem (self->error);

  g_message ("Preview of %s: %s", self->report, self->error->message);
  forget_preview (self);
  adw_status_page_set_title (self->problem, problem.title);
  adw_status_page_set_description (self->problem, problem.words);
  set_state (self, PAZ_PREVIEW_FAILED);
}

/* ---- the worker ---- */

static void start (PazPreviewPane *self);

static void
make_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Work *work = paz_job_get_data (data);
  GError *error = NULL;

  work->preview = paz_preview_new (work->store, work->report, &work->options, paz_job_report, data, cancellable, &error);
  paz_job_return (task, error);
}

static void
take (PazPreviewPane *self,
      PazPreview     *preview)
{
  g_clear_pointer (&self->preview, paz_preview_unref);
  self->preview = preview;
  show_preview (self);
  set_state (self, PAZ_PREVIEW_READY);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  PazPreviewPane *self = PAZ_PREVIEW_PANE (source);
  g_autoptr (GError) error = NULL;
  gboolean done;
  PazJob *job = paz_job_finish (result, &done, &error);
  Work *work = paz_job_get_data (job);

  if (self->store == NULL)
    return;
  g_clear_pointer (&self->job, paz_job_unref);
  if (self->is_wanted)
    start (self);
  else if (done)
    take (self, g_steal_pointer (&work->preview));
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    set_state (self, PAZ_PREVIEW_STOPPED);
  else
    {
      self->error = g_steal_pointer (&error);
      show_problem (self);
    }
}

static void
start (PazPreviewPane *self)
{
  Work *work = g_new0 (Work, 1);

  self->is_wanted = FALSE;
  work->store = g_object_ref (self->store);
  work->report = g_strdup (self->report);
  copy_options (&work->options, &self->options);
  self->job = paz_job_start (self, self->bar, work, work_free, make_thread, made_cb);
  set_state (self, PAZ_PREVIEW_WORKING);
}

static gboolean
rested_cb (gpointer data)
{
  PazPreviewPane *self = data;

  self->rest = 0;
  if (self->job == NULL)
    start (self);

  return G_SOURCE_REMOVE;
}

/* ---- callbacks ---- */

static void
stop_cb (PazPreviewPane *self)
{
  paz_preview_pane_stop (self);
}

static void
again_cb (PazPreviewPane *self)
{
  if (self->job == NULL && self->store != NULL)
    start (self);
}

static void
sheet_chosen_cb (PazPreviewPane *self,
                 guint           sheet)
{
  paz_preview_pane_show (self, sheet);
}

static void
paz_preview_pane_dispose (GObject *object)
{
  PazPreviewPane *self = PAZ_PREVIEW_PANE (object);
  GtkWidget *child;

  g_clear_handle_id (&self->rest, g_source_remove);
  paz_job_cancel (self->job);
  g_clear_pointer (&self->job, paz_job_unref);
  g_clear_object (&self->store);
  g_clear_pointer (&self->preview, paz_preview_unref);
  g_clear_pointer (&self->report, g_free);
  g_clear_error (&self->error);
  clear_options (&self->options);
  if ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), PAZ_TYPE_PREVIEW_PANE);

  G_OBJECT_CLASS (paz_preview_pane_parent_class)->dispose (object);
}

static void
paz_preview_pane_class_init (PazPreviewPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_preview_pane_dispose;
  changed_signal = g_signal_new ("changed", PAZ_TYPE_PREVIEW_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (PAZ_TYPE_SHEET_TABS);
  g_type_ensure (PAZ_TYPE_SHEET_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/relacopaz/Relacopaz/preview-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, PazPreviewPane, strip);
  gtk_widget_class_bind_template_child (widget_class, PazPreviewPane, badge);
  gtk_widget_class_bind_template_child (widget_class, PazPreviewPane, marking);
  gtk_widget_class_bind_template_child (widget_class, PazPreviewPane, note);
  gtk_widget_class_bind_template_child (widget_class, PazPreviewPane, stop_button);
  gtk_widget_class_bind_template_child (widget_class, PazPreviewPane, again_button);
  gtk_widget_class_bind_template_child (widget_class, PazPreviewPane, bar);
  gtk_widget_class_bind_template_child (widget_class, PazPreviewPane, stack);
  gtk_widget_class_bind_template_child (widget_class, PazPreviewPane, problem);
  gtk_widget_class_bind_template_child (widget_class, PazPreviewPane, view);
  gtk_widget_class_bind_template_child (widget_class, PazPreviewPane, tabs);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
  gtk_widget_class_bind_template_callback (widget_class, sheet_chosen_cb);
}

static void
paz_preview_pane_init (PazPreviewPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Making the preview…"), -1);
  update_strip (self);
}

/* ---- public ---- */

/* What is left of another report is no preview of this one. */
void
paz_preview_pane_ask (PazPreviewPane         *self,
                      PazStore               *store,
                      const char             *report,
                      const PazReportOptions *options)
{
  g_return_if_fail (PAZ_IS_PREVIEW_PANE (self) && PAZ_IS_STORE (store));

  if (g_strcmp0 (self->report, report) != 0)
    {
      self->sheet = 0;
      forget_preview (self);
    }
  g_set_object (&self->store, store);
  g_free (self->report);
  self->report = g_strdup (report);
  copy_options (&self->options, options);
  g_clear_error (&self->error);
  self->is_wanted = self->job != NULL;
  paz_job_cancel (self->job);
  if (self->rest == 0 && self->job == NULL)
    self->rest = g_timeout_add (REST, rested_cb, self);
  set_state (self, PAZ_PREVIEW_WORKING);
}

void
paz_preview_pane_stop (PazPreviewPane *self)
{
  if (self->state != PAZ_PREVIEW_WORKING)
    return;
  self->is_wanted = FALSE;
  g_clear_handle_id (&self->rest, g_source_remove);
  paz_job_cancel (self->job);
  if (self->job == NULL)
    set_state (self, PAZ_PREVIEW_STOPPED);
}

PazPreviewState
paz_preview_pane_get_state (PazPreviewPane *self)
{
  return self->state;
}

PazPreview *
paz_preview_pane_get (PazPreviewPane *self)
{
  return self->state == PAZ_PREVIEW_READY ? self->preview : NULL;
}

guint
paz_preview_pane_get_sheet (PazPreviewPane *self)
{
  return self->sheet;
}

void
paz_preview_pane_show (PazPreviewPane *self,
                       guint           sheet)
{
  if (self->preview != NULL && sheet >= paz_book_count_sheets (paz_preview_get_book (self->preview)))
    return;
  self->sheet = sheet;
  if (self->preview == NULL)
    return;
  show_preview (self);
  update_strip (self);
}

void
paz_preview_pane_step (PazPreviewPane *self,
                       int             step)
{
  if (self->preview == NULL)
    return;
  if (step < 0 ? self->sheet > 0 : TRUE)
    paz_preview_pane_show (self, step < 0 ? self->sheet - 1 : self->sheet + 1);
}

PazSheetView *
paz_preview_pane_get_view (PazPreviewPane *self)
{
  return self->view;
}

const GError *
paz_preview_pane_get_error (PazPreviewPane *self)
{
  return self->error;
}
