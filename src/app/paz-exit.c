#include "paz-exit.h"

#include "paz-copy-dialog.h"
#include "paz-files.h"
#include "paz-settings.h"
#include "paz-words.h"

typedef struct
{
  const PazExit *exit;
  gpointer       job;
  GtkWidget     *widget;
  PazStore      *store;
  PazAudience   *readers;
  PazCatalogue  *catalogue;
  char          *path;
} Way;

static void
way_free (gpointer data)
{
  Way *way = data;

  way->exit->free (way->job);
  g_clear_object (&way->widget);
  g_clear_object (&way->store);
  g_clear_pointer (&way->readers, paz_audience_free);
  g_clear_pointer (&way->catalogue, paz_catalogue_unref);
  g_free (way->path);
  g_free (way);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Way, way_free)

static PazWindow *
get_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return PAZ_IS_WINDOW (root) ? PAZ_WINDOW (root) : NULL;
}

static void
say (const Way  *way,
     const char *sentence)
{
  PazWindow *window = get_window (way->widget);

  if (window != NULL)
    paz_window_tell (window, sentence);
}

static char *
dup_failure (const Way    *way,
             const GError *error)
{
  if (way->path != NULL)
    return paz_files_dup_failure (way->path, error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return g_strdup (_("There is nothing these readers may see."));
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return g_strdup (_("These figures are not for these readers. Nothing left."));

  return g_strdup (_("The figures could not be read."));
}

/* FALSE, said, when there was an error. */
static gboolean
went_well (const Way    *way,
           GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    return TRUE;
  g_message ("Exit: %s", error->message);
  sentence = dup_failure (way, error);
  say (way, sentence);

  return FALSE;
}

static void
start (Way                 *way,
       GTaskThreadFunc      thread,
       GAsyncReadyCallback  done)
{
  g_autoptr (GTask) task = g_task_new (way->widget, NULL, done, way);

  g_task_set_task_data (task, way, NULL);
  g_task_run_in_thread (task, thread);
}

/* ---- to a file ---- */

static void
write_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Way *way = data;
  GError *error = NULL;

  if (way->exit->write (way->job, way->path, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (Way) way = data;
  g_autofree char *folder = g_path_get_dirname (way->path);
  g_autofree char *base = g_path_get_basename (way->path);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *sentence = NULL;

  if (!went_well (way, result))
    return;
  paz_settings_set_text (paz_settings_get (), PAZ_SETTING_REPORT_FOLDER, folder);
  sentence = paz_words_fill (_("“%s” was saved."), name);
  say (way, sentence);
}

static void
target_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (Way) way = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = paz_choose_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    say (way, _("A picture of that name is there already. Choose another name."));
  way->path = file != NULL ? g_file_get_path (file) : NULL;
  if (way->path != NULL && get_window (way->widget) != NULL)
    start (g_steal_pointer (&way), write_thread, written_cb);
}

static void
choose_target (Way *way)
{
  g_autofree char *folder = paz_settings_dup_text (paz_settings_get (), PAZ_SETTING_REPORT_FOLDER);
  g_autofree char *name = way->exit->dup_name (way->job);

  paz_choose_target_async (GTK_WINDOW (get_window (way->widget)), _("Save As"), way->exit->files,
                           *folder != '\0' ? folder : g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS),
                           name, target_chosen_cb, way);
}

/* ---- what they may see ---- */

static void
make_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Way *way = data;
  GError *error = NULL;

  if (way->exit->make (way->job, way->store, way->readers, way->catalogue, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (Way) way = data;

  if (!went_well (way, result) || get_window (way->widget) == NULL)
    return;
  if (way->exit->put != NULL)
    say (way, way->exit->put (way->job, way->widget));
  else
    choose_target (g_steal_pointer (&way));
}

static void
begin (Way *way)
{
  const PazAudience *readers = paz_copy_get_audience (way->store);

  way->readers = paz_audience_copy (readers);
  start (way, make_thread, made_cb);
}

/* The answer; the way is kept by the dialog until then. */
static void
chosen_cb (GtkWidget *dialog,
           gpointer   data)
{
  Way *way = g_object_steal_data (G_OBJECT (dialog), "way");

  if (way != NULL)
    begin (way);
}

void
paz_exit_run (GtkWidget     *widget,
              const PazExit *exit,
              gpointer       job)
{
  PazWindow *window = get_window (widget);
  g_autoptr (Way) way = g_new0 (Way, 1);
  GtkWidget *dialog;

  way->exit = exit;
  way->job = job;
  if (window == NULL || paz_window_get_store (window) == NULL)
    return;
  way->widget = g_object_ref (widget);
  way->store = g_object_ref (paz_window_get_store (window));
  way->catalogue = paz_catalogue_ref (paz_words_get_catalogue ());
  /* For whom is asked each time a file is written, and once for copies. */
  if (exit->put != NULL && paz_copy_get_audience (way->store) != NULL)
    {
      begin (g_steal_pointer (&way));
      return;
    }
  dialog = paz_copy_dialog_new (window);
  g_object_set_data_full (G_OBJECT (dialog), "way", g_steal_pointer (&way), way_free);
  g_signal_connect (dialog, "chosen", G_CALLBACK (chosen_cb), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}
