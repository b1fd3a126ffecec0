#include "paz-dialogs.h"

#include "paz-words.h"

static const char *
get_files_name (PazFiles files)
{
  switch (files)
    {
    case PAZ_FILES_STORE:
      return _("Relacopaz Files");
    case PAZ_FILES_FIGURES:
      return _("Tables of Figures (CSV)");
    case PAZ_FILES_WORKBOOK:
      return _("Workbooks");
    case PAZ_FILES_TRANSLATIONS:
      return _("Translations (PO)");
    }

  g_return_val_if_reached ("");
}

static const char *
get_files_suffix (PazFiles files)
{
  switch (files)
    {
    case PAZ_FILES_STORE:
      return "relacopaz";
    case PAZ_FILES_FIGURES:
      return "csv";
    case PAZ_FILES_WORKBOOK:
      return "xlsx";
    case PAZ_FILES_TRANSLATIONS:
      return "po";
    }

  g_return_val_if_reached ("");
}

static void
add_filters (GtkFileChooser *chooser,
             PazFiles        files)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, get_files_name (files));
  gtk_file_filter_add_suffix (filter, get_files_suffix (files));
  gtk_file_chooser_add_filter (chooser, filter);
  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
}

static void
set_folder (GtkFileChooser *chooser,
            const char     *folder)
{
  g_autoptr (GFile) file = NULL;

  if (folder == NULL || !g_file_test (folder, G_FILE_TEST_IS_DIR))
    return;
  file = g_file_new_for_path (folder);
  gtk_file_chooser_set_current_folder (chooser, file, NULL);
}

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             gpointer         data)
{
  g_autoptr (GTask) task = data;
  GFile *file = response == GTK_RESPONSE_ACCEPT
                  ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  if (file != NULL)
    g_task_return_pointer (task, file, g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Closed");
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
run (GtkFileChooserNative *dialog,
     GtkWindow            *parent,
     GAsyncReadyCallback   callback,
     gpointer              data)
{
  GTask *task = g_task_new (parent, NULL, callback, data);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
paz_choose_file_async (GtkWindow           *parent,
                       const char          *title,
                       PazFiles             files,
                       GAsyncReadyCallback  callback,
                       gpointer             data)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent,
                                                              GTK_FILE_CHOOSER_ACTION_OPEN,
                                                              NULL, NULL);

  add_filters (GTK_FILE_CHOOSER (dialog), files);
  run (dialog, parent, callback, data);
}

void
paz_choose_target_async (GtkWindow           *parent,
                         const char          *title,
                         PazFiles             files,
                         const char          *folder,
                         const char          *name,
                         GAsyncReadyCallback  callback,
                         gpointer             data)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent,
                                                              GTK_FILE_CHOOSER_ACTION_SAVE,
                                                              NULL, NULL);

  add_filters (GTK_FILE_CHOOSER (dialog), files);
  set_folder (GTK_FILE_CHOOSER (dialog), folder);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  run (dialog, parent, callback, data);
}

void
paz_choose_folder_async (GtkWindow           *parent,
                         const char          *title,
                         const char          *folder,
                         GAsyncReadyCallback  callback,
                         gpointer             data)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent,
                                                              GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                                              NULL, NULL);

  set_folder (GTK_FILE_CHOOSER (dialog), folder);
  run (dialog, parent, callback, data);
}

GFile *
paz_choose_finish (GAsyncResult  *result,
                   GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
paz_tell (GtkWindow  *parent,
          const char *heading,
          const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", C_("action", "Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

void
paz_show_file (GtkWindow  *parent,
               const char *path,
               gboolean    folder)
{
  g_autofree char *shown = folder ? g_path_get_dirname (path) : g_strdup (path);
  g_autofree char *uri = g_filename_to_uri (shown, NULL, NULL);

  if (uri != NULL)
    gtk_show_uri (parent, uri, GDK_CURRENT_TIME);
}

void
paz_show_about (GtkWindow *parent)
{
  GtkWidget *about = adw_about_window_new ();

  gtk_window_set_transient_for (GTK_WINDOW (about), parent);
  gtk_window_set_modal (GTK_WINDOW (about), TRUE);
  g_object_set (about,
                "application-name", "Relacopaz",
                "application-icon", "org.relacopaz.Relacopaz",
                "version", PAZ_VERSION,
                "comments", _("The working group’s desk: the records of the Latin American and Caribbean "
                              "Network for Cooperation in Peacekeeping Operations in three languages, "
                              "and workbooks ready for its table."),
                "license-type", GTK_LICENSE_GPL_3_0,
                NULL);
  adw_about_window_add_legal_section (ADW_ABOUT_WINDOW (about),
                                      _("Reference Data"), NULL, GTK_LICENSE_CUSTOM,
                                      _("The Declaration of Lima “Living in Peace” (7 September 2022) is quoted in "
                                        "English as signed; its Spanish and Portuguese texts are unofficial translations. "
                                        "Figures on uniformed personnel are published by the United Nations. "
                                        "The program is not a product of the United Nations or of the Network."));
  gtk_window_present (GTK_WINDOW (about));
}
