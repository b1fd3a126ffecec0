#include "paz-po-dialogs.h"

#include "paz-audience-group.h"
#include "paz-dialogs.h"
#include "paz-window.h"
#include "paz-words.h"
#include "table/paz-po.h"

struct _PazPoExportDialog
{
  AdwWindow         parent_instance;

  GtkLabel         *what;
  PazAudienceGroup *audience;
  GtkSwitch        *current;

  PazStore         *store;
  PazLanguage       target;
  const PazKind    *kinds[2];
};

G_DEFINE_FINAL_TYPE (PazPoExportDialog, paz_po_export_dialog, ADW_TYPE_WINDOW)

/* What the worker is given. */
typedef struct
{
  PazStore      *store;
  PazTextQuery   query;
  const PazKind *kinds[2];
  PazAudience   *audience;
  char          *path;
  guint          n;
} Work;

static void
work_free (Work *work)
{
  g_object_unref (work->store);
  paz_audience_free (work->audience);
  g_free (work->path);
  g_free (work);
}

static void
export_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  g_autoptr (PazStore) reader = paz_store_open_reader (work->store, &error);

  if (reader != NULL &&
      paz_po_export (reader, &work->query, work->audience, paz_catalogue_get (work->query.target),
                     work->path, &work->n, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static char *
dup_failure (const GError *error,
             const char   *path)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);

  if (g_error_matches (error, PAZ_PO_ERROR, PAZ_PO_ERROR_NOTHING))
    return g_strdup (_("There is nothing to translate that these readers may see. No file was written."));
  if (error->domain == PAZ_PO_ERROR)
    return paz_words_fill (paz_catalogue_text (paz_words_get_catalogue (), paz_po_error_get_sentence (error->code)),
                           name);

  return g_strdup (error->message);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  PazPoExportDialog *self = PAZ_PO_EXPORT_DIALOG (source);
  Work *work = g_task_get_task_data (G_TASK (result));
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      text = dup_failure (error, work->path);
      paz_tell (GTK_WINDOW (self), _("Nothing Was Exported"), text);
      return;
    }
  text = g_strdup_printf (ngettext ("Exported %u text for translators", "Exported %u texts for translators", work->n),
                          work->n);
  if (PAZ_IS_WINDOW (parent))
    paz_window_tell (PAZ_WINDOW (parent), text);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
target_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  PazPoExportDialog *self = PAZ_PO_EXPORT_DIALOG (source);
  g_autoptr (GFile) file = paz_choose_finish (result, NULL);
  g_autoptr (GTask) task = NULL;
  Work *work;

  if (file == NULL || g_file_peek_path (file) == NULL)
    return;
  work = g_new0 (Work, 1);
  work->store = g_object_ref (self->store);
  work->kinds[0] = self->kinds[0];
  work->query.target = self->target;
  work->query.states = PAZ_TEXTS_WAITING | (gtk_switch_get_active (self->current) ? PAZ_TEXTS_CURRENT : 0);
  work->query.kinds = work->kinds[0] != NULL ? work->kinds : NULL;
  work->audience = paz_audience_group_make_audience (self->audience);
  work->path = g_file_get_path (file);
  task = g_task_new (self, NULL, exported_cb, NULL);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (task, export_thread);
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  PazPoExportDialog *self = PAZ_PO_EXPORT_DIALOG (widget);
  g_autofree char *file = g_strdup_printf ("relacopaz-%s.po", paz_language_get_code (self->target));

  paz_choose_target_async (GTK_WINDOW (self), _("Export for Translators"), PAZ_FILES_TRANSLATIONS, NULL, file,
                           target_chosen_cb, NULL);
}

static void
update (PazPoExportDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "texts.export", paz_audience_group_is_complete (self->audience));
}

static void
paz_po_export_dialog_dispose (GObject *object)
{
  g_clear_object (&PAZ_PO_EXPORT_DIALOG (object)->store);

  G_OBJECT_CLASS (paz_po_export_dialog_parent_class)->dispose (object);
}

static void
paz_po_export_dialog_class_init (PazPoExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_po_export_dialog_dispose;
  g_type_ensure (PAZ_TYPE_AUDIENCE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/relacopaz/Relacopaz/po-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PazPoExportDialog, what);
  gtk_widget_class_bind_template_child (widget_class, PazPoExportDialog, audience);
  gtk_widget_class_bind_template_child (widget_class, PazPoExportDialog, current);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_install_action (widget_class, "texts.export", NULL, export_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
paz_po_export_dialog_init (PazPoExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
paz_po_export_dialog_new (GtkWindow     *parent,
                          PazStore      *store,
                          PazLanguage    target,
                          const PazKind *kind)
{
  PazPoExportDialog *self = g_object_new (PAZ_TYPE_PO_EXPORT_DIALOG, "transient-for", parent, NULL);
  const char *plural = kind != NULL ? paz_catalogue_text (paz_words_get_catalogue (), kind->phrases.plural)
                                    : C_("desk", "All Kinds");
  /* Translators: kinds of records, and the language to translate into. */
  g_autofree char *what = g_strdup_printf (C_("export for translators", "%s, into %s"), plural,
                                           paz_language_get_name (target));

  self->store = g_object_ref (store);
  self->target = target;
  self->kinds[0] = kind;
  gtk_label_set_text (self->what, what);
  paz_audience_group_set_store (self->audience, store);
  update (self);

  return GTK_WIDGET (self);
}
