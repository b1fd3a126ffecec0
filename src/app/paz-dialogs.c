#include "paz-dialogs.h"

#include "chart/paz-picture.h"
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
    case PAZ_FILES_PAGES:
      return _("Pages (PDF)");
    case PAZ_FILES_DOCUMENT:
      return _("Documents (Word)");
    case PAZ_FILES_TRANSLATIONS:
      return _("Translations (PO)");
    case PAZ_FILES_PICTURE:
      return _("Pictures");
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
    case PAZ_FILES_PAGES:
      return "pdf";
    case PAZ_FILES_DOCUMENT:
      return "docx";
    case PAZ_FILES_TRANSLATIONS:
      return "po";
    case PAZ_FILES_PICTURE:
      return "png";
    }

  g_return_val_if_reached ("");
}

#define PICTURE_FORMAT "paz-picture-format"

static void
add_picture_filter (GtkFileChooser   *chooser,
                    const char       *name,
                    PazPictureFormat  format)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_suffix (filter, paz_picture_format_get_ending (format));
  g_object_set_data (G_OBJECT (filter), PICTURE_FORMAT, GINT_TO_POINTER (format));
  gtk_file_chooser_add_filter (chooser, filter);
}

/* What the filter chosen says, the first while none was. */
static const char *
get_ending (GtkFileChooser *chooser)
{
  GtkFileFilter *filter = gtk_file_chooser_get_filter (chooser);

  return paz_picture_format_get_ending (filter != NULL
                                          ? GPOINTER_TO_INT (g_object_get_data (G_OBJECT (filter), PICTURE_FORMAT))
                                          : PAZ_PICTURE_PNG);
}

/* Another format: the name follows, as far as it has an ending of ours. */
static void
filter_changed_cb (GtkFileChooser *chooser)
{
  g_autofree char *name = gtk_file_chooser_get_current_name (chooser);
  g_autofree char *other = NULL;
  PazPictureFormat format;

  if (name == NULL || !paz_picture_format_from_path (name, &format) ||
      g_str_equal (paz_picture_format_get_ending (format), get_ending (chooser)))
    return;
  *strrchr (name, '.') = '\0';
  other = g_strdup_printf ("%s.%s", name, get_ending (chooser));
  gtk_file_chooser_set_current_name (chooser, other);
}

static void
add_picture_filters (GtkFileChooser *chooser)
{
  add_picture_filter (chooser, _("Picture (PNG)"), PAZ_PICTURE_PNG);
  add_picture_filter (chooser, _("Drawing at Any Size (SVG)"), PAZ_PICTURE_SVG);
  add_picture_filter (chooser, _("Page (PDF)"), PAZ_PICTURE_PDF);
  g_signal_connect (chooser, "notify::filter", G_CALLBACK (filter_changed_cb), NULL);
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

/* With the ending it lacks. NULL, with error, when such a file is there: the dialog did not ask. */
static GFile *
give_ending (GFile           *file,
             GtkFileChooser  *chooser,
             GError         **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *whole = NULL;
  PazPictureFormat format;

  if (path == NULL || paz_picture_format_from_path (path, &format))
    return g_object_ref (file);
  whole = g_strdup_printf ("%s.%s", path, get_ending (chooser));
  if (g_file_test (whole, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, "%s exists", whole);
      return NULL;
    }

  return g_file_new_for_path (whole);
}

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             gpointer         data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  GFile *file = response == GTK_RESPONSE_ACCEPT
                  ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  if (file != NULL && GPOINTER_TO_INT (g_task_get_task_data (task)) == PAZ_FILES_PICTURE)
    {
      g_autoptr (GFile) chosen = file;

      file = give_ending (chosen, GTK_FILE_CHOOSER (dialog), &error);
    }
  if (error != NULL)
    g_task_return_error (task, error);
  else if (file != NULL)
    g_task_return_pointer (task, file, g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Closed");
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
run (GtkFileChooserNative *dialog,
     GtkWindow            *parent,
     PazFiles              files,
     GAsyncReadyCallback   callback,
     gpointer              data)
{
  GTask *task = g_task_new (parent, NULL, callback, data);

  g_task_set_task_data (task, GINT_TO_POINTER (files), NULL);
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
  run (dialog, parent, files, callback, data);
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

  set_folder (GTK_FILE_CHOOSER (dialog), folder);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  if (files == PAZ_FILES_PICTURE)
    add_picture_filters (GTK_FILE_CHOOSER (dialog));
  else
    add_filters (GTK_FILE_CHOOSER (dialog), files);
  run (dialog, parent, files, callback, data);
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
  run (dialog, parent, PAZ_FILES_STORE, callback, data);
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
