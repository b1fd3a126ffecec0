#include "paz-po-dialogs.h"

#include "paz-dialogs.h"
#include "paz-job.h"
#include "paz-window.h"
#include "paz-words.h"
#include "table/paz-po.h"

/* So many findings are listed; a file with more is no file of this store. */
#define MAX_FINDINGS 500

#define PAZ_TYPE_PO_IMPORT_DIALOG (paz_po_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PazPoImportDialog, paz_po_import_dialog, PAZ, PO_IMPORT_DIALOG, AdwWindow)

struct _PazPoImportDialog
{
  AdwWindow            parent_instance;

  GtkStack            *states;
  GtkProgressBar      *progress_bar;
  AdwPreferencesGroup *counts;
  GtkWidget           *findings_group;
  GtkListBox          *findings;

  PazStore            *store;
  PazPoImport         *import;      /* lent to the worker while it is taken in */
  PazJob              *job;
};

G_DEFINE_FINAL_TYPE (PazPoImportDialog, paz_po_import_dialog, ADW_TYPE_WINDOW)

/* ---- what the file would change ---- */

static void
add_count (PazPoImportDialog *self,
           const char        *label,
           PazPoOutcome       outcome)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *number = paz_catalogue_dup_integer (paz_words_get_catalogue (),
                                                       paz_po_import_count (self->import, outcome));
  GtkWidget *count = gtk_label_new (number);

  gtk_widget_add_css_class (count, "numeric");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), count);
  adw_preferences_group_add (self->counts, row);
}

static void
add_finding (PazPoImportDialog *self,
             const PazPoEntry  *entry)
{
  g_autofree char *text = paz_po_entry_dup_text (entry, paz_words_get_catalogue ());
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_start (label, 9);
  gtk_widget_set_margin_end (label, 9);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_list_box_append (self->findings, label);
}

static void
fill (PazPoImportDialog *self)
{
  GPtrArray *entries = paz_po_import_get_entries (self->import);
  guint n = 0;

  add_count (self, C_("import", "New"), PAZ_PO_NEW);
  add_count (self, C_("import", "Changed"), PAZ_PO_CHANGED);
  add_count (self, C_("import", "Same"), PAZ_PO_SAME);
  add_count (self, C_("import", "Not translated"), PAZ_PO_OPEN);
  add_count (self, C_("import", "Kept aside"), PAZ_PO_CONFLICT);
  add_count (self, C_("import", "Refused"), PAZ_PO_REFUSED);
  for (guint i = 0; i < entries->len && n < MAX_FINDINGS; i++)
    {
      const PazPoEntry *entry = entries->pdata[i];

      if (entry->outcome != PAZ_PO_CONFLICT && entry->outcome != PAZ_PO_REFUSED)
        continue;
      add_finding (self, entry);
      n++;
    }
  gtk_widget_set_visible (self->findings_group, n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "texts.import",
                                 paz_po_import_count (self->import, PAZ_PO_NEW) +
                                 paz_po_import_count (self->import, PAZ_PO_CHANGED) +
                                 paz_po_import_count (self->import, PAZ_PO_CONFLICT) > 0);
}

/* ---- taking it in ---- */

typedef struct
{
  PazStore    *store;
  PazPoImport *import;
  guint64      step;
} Taking;

static void
taking_free (Taking *taking)
{
  g_object_unref (taking->store);
  g_clear_pointer (&taking->import, paz_po_import_free);
  g_free (taking);
}

static void
take_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Taking *taking = paz_job_get_data (data);
  GError *error = NULL;

  paz_po_import_apply (taking->import, taking->store, paz_job_report, data, cancellable, &taking->step, &error);
  paz_job_return (task, error);
}

static void
tell_failure (PazPoImportDialog *self,
              const GError      *error)
{
  g_autofree char *base = g_path_get_basename (paz_store_get_path (self->store));
  g_autofree char *text = error->domain == PAZ_STORE_ERROR
    ? paz_words_fill (paz_catalogue_text (paz_words_get_catalogue (), paz_store_error_get_sentence (error->code)), base)
    : g_strdup (error->message);

  paz_tell (GTK_WINDOW (self), _("Nothing Was Imported"), text);
}

/* Cancelled or failed, the findings stand as before. */
static void
taken_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  PazPoImportDialog *self = PAZ_PO_IMPORT_DIALOG (source);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GError) error = NULL;
  gboolean done;
  Taking *taking = paz_job_get_data (paz_job_finish (result, &done, &error));

  if (self->store == NULL)
    return;
  if (done)
    {
      if (PAZ_IS_WINDOW (parent))
        paz_window_tell_step (PAZ_WINDOW (parent), taking->step);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  self->import = g_steal_pointer (&taking->import);
  g_clear_pointer (&self->job, paz_job_unref);
  gtk_stack_set_visible_child_name (self->states, "findings");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "texts.import", TRUE);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell_failure (self, error);
}

static void
import_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  PazPoImportDialog *self = PAZ_PO_IMPORT_DIALOG (widget);
  Taking *taking = g_new0 (Taking, 1);

  taking->store = g_object_ref (self->store);
  taking->import = g_steal_pointer (&self->import);
  gtk_widget_action_set_enabled (widget, "texts.import", FALSE);
  gtk_stack_set_visible_child_name (self->states, "working");
  self->job = paz_job_start (self, self->progress_bar, taking, (GDestroyNotify) taking_free, take_thread, taken_cb);
}

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  PazPoImportDialog *self = PAZ_PO_IMPORT_DIALOG (widget);

  if (self->job != NULL)
    paz_job_cancel (self->job);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
paz_po_import_dialog_dispose (GObject *object)
{
  PazPoImportDialog *self = PAZ_PO_IMPORT_DIALOG (object);

  paz_job_cancel (self->job);
  g_clear_pointer (&self->job, paz_job_unref);
  g_clear_pointer (&self->import, paz_po_import_free);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (paz_po_import_dialog_parent_class)->dispose (object);
}

static void
paz_po_import_dialog_class_init (PazPoImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_po_import_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/relacopaz/Relacopaz/po-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PazPoImportDialog, states);
  gtk_widget_class_bind_template_child (widget_class, PazPoImportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, PazPoImportDialog, counts);
  gtk_widget_class_bind_template_child (widget_class, PazPoImportDialog, findings_group);
  gtk_widget_class_bind_template_child (widget_class, PazPoImportDialog, findings);
  gtk_widget_class_install_action (widget_class, "texts.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "texts.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "texts.cancel", NULL);
}

static void
paz_po_import_dialog_init (PazPoImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* ---- reading ---- */

typedef struct
{
  PazStore *store;
  char     *path;
} Reading;

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->store);
  g_free (reading->path);
  g_free (reading);
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Reading *reading = data;
  GError *error = NULL;
  g_autoptr (PazStore) reader = paz_store_open_reader (reading->store, &error);
  PazPoImport *import = reader != NULL ? paz_po_import_read (reading->path, reader, &error) : NULL;

  if (import != NULL)
    g_task_return_pointer (task, import, (GDestroyNotify) paz_po_import_free);
  else
    g_task_return_error (task, error);
}

static void
tell_unreadable (GtkWindow    *parent,
                 const GError *error,
                 const char   *path)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *text = error->domain == PAZ_PO_ERROR
    ? paz_words_fill (paz_catalogue_text (paz_words_get_catalogue (), paz_po_error_get_sentence (error->code)), name)
    : g_strdup (error->message);

  paz_tell (parent, _("Nothing Was Imported"), text);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  GtkWindow *parent = GTK_WINDOW (source);
  Reading *reading = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  PazPoImport *import = g_task_propagate_pointer (G_TASK (result), &error);
  PazPoImportDialog *self;

  if (import == NULL)
    {
      tell_unreadable (parent, error, reading->path);
      return;
    }
  self = g_object_new (PAZ_TYPE_PO_IMPORT_DIALOG, "transient-for", parent, NULL);
  self->store = g_object_ref (reading->store);
  self->import = import;
  fill (self);
  gtk_window_present (GTK_WINDOW (self));
}

void
paz_po_import_try (GtkWindow  *parent,
                   PazStore   *store,
                   const char *path)
{
  g_autoptr (GTask) task = g_task_new (parent, NULL, read_cb, NULL);
  Reading *reading = g_new0 (Reading, 1);

  reading->store = g_object_ref (store);
  reading->path = g_strdup (path);
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);
  g_task_run_in_thread (task, read_thread);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (PazStore) store = data;
  g_autoptr (GFile) file = paz_choose_finish (result, NULL);

  if (file != NULL && g_file_peek_path (file) != NULL)
    paz_po_import_try (GTK_WINDOW (source), store, g_file_peek_path (file));
}

void
paz_po_import_ask (GtkWindow *parent,
                   PazStore  *store)
{
  paz_choose_file_async (parent, _("Import Translations"), PAZ_FILES_TRANSLATIONS, chosen_cb, g_object_ref (store));
}
