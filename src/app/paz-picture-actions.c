#include "paz-picture-actions.h"

#include "paz-copy-dialog.h"
#include "paz-dialogs.h"
#include "paz-files.h"
#include "paz-settings.h"
#include "paz-words.h"

typedef enum { SAVE, COPY, COPY_VALUES } Way;

/* One picture under way. The task that carries it holds the widget. */
typedef struct
{
  Way               way;
  PazPictureMaker  *maker;
  PazStore         *store;
  PazAudience      *readers;
  PazCatalogue     *catalogue;
  PazPictureExport *picture;
  GBytes           *png;
  GBytes           *svg;
  char             *cells;
  char             *path;
} Exit;

static void
exit_free (Exit *exit)
{
  g_clear_pointer (&exit->maker, paz_picture_maker_unref);
  g_clear_object (&exit->store);
  g_clear_pointer (&exit->readers, paz_audience_free);
  g_clear_pointer (&exit->catalogue, paz_catalogue_unref);
  g_clear_pointer (&exit->picture, paz_picture_export_free);
  g_clear_pointer (&exit->png, g_bytes_unref);
  g_clear_pointer (&exit->svg, g_bytes_unref);
  g_free (exit->cells);
  g_free (exit->path);
  g_free (exit);
}

static PazWindow *
get_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return PAZ_IS_WINDOW (root) ? PAZ_WINDOW (root) : NULL;
}

static void
say (GtkWidget  *widget,
     const char *sentence)
{
  PazWindow *window = get_window (widget);

  if (window != NULL)
    paz_window_tell (window, sentence);
}

/* FALSE, said, when there was an error. */
static gboolean
went_well (GtkWidget    *widget,
           const Exit   *exit,
           const GError *error)
{
  g_autofree char *sentence = NULL;

  if (error == NULL)
    return TRUE;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE;
  g_message ("Picture: %s", error->message);
  if (exit->picture == NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    sentence = g_strdup (_("There is nothing these readers may see."));
  else if (exit->picture == NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    sentence = g_strdup (_("These figures are not for these readers. Nothing left."));
  else if (exit->path != NULL)
    sentence = paz_files_dup_failure (exit->path, error);
  else
    sentence = g_strdup (_("The picture could not be made."));
  say (widget, sentence);

  return FALSE;
}

/* ---- made ---- */

static gboolean
fill (Exit          *exit,
      GCancellable  *cancellable,
      GError       **error)
{
  exit->picture = paz_picture_export_new (exit->maker, exit->store, exit->readers, exit->catalogue, cancellable, error);
  if (exit->picture == NULL)
    return FALSE;
  if (exit->way == COPY_VALUES)
    exit->cells = paz_picture_export_dup_cells (exit->picture, exit->catalogue);
  if (exit->way != COPY)
    return TRUE;
  exit->png = paz_picture_export_dup_bytes (exit->picture, exit->catalogue, PAZ_PICTURE_PNG, cancellable, error);
  if (exit->png != NULL)
    exit->svg = paz_picture_export_dup_bytes (exit->picture, exit->catalogue, PAZ_PICTURE_SVG, cancellable, error);

  return exit->svg != NULL;
}

static void
make_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  GError *error = NULL;

  if (fill (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
write_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Exit *exit = data;
  GError *error = NULL;

  if (paz_picture_export_write (exit->picture, exit->catalogue, exit->path, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
start (GtkWidget           *widget,
       Exit                *exit,
       GTaskThreadFunc      thread,
       GAsyncReadyCallback  done)
{
  g_autoptr (GTask) task = g_task_new (widget, NULL, done, exit);

  g_task_set_task_data (task, exit, NULL);
  g_task_run_in_thread (task, thread);
}

/* ---- copied ---- */

/* A texture answers to every kind of picture a program asks for; the drawing to who wants it sharp. */
static void
put_picture (GtkWidget  *widget,
             const Exit *exit)
{
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_bytes (exit->png, NULL);
  g_autoptr (GdkContentProvider) all = NULL;
  GdkContentProvider *both[2];

  if (texture == NULL)
    return;
  both[0] = gdk_content_provider_new_typed (GDK_TYPE_TEXTURE, texture);
  both[1] = gdk_content_provider_new_for_bytes ("image/svg+xml", exit->svg);
  all = gdk_content_provider_new_union (both, G_N_ELEMENTS (both));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), all);
}

static void
put (GtkWidget  *widget,
     const Exit *exit)
{
  if (exit->way == COPY_VALUES)
    {
      gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), exit->cells);
      say (widget, _("The values were copied."));
    }
  else
    {
      put_picture (widget, exit);
      say (widget, _("The picture was copied."));
    }
}

/* ---- saved ---- */

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  GtkWidget *widget = GTK_WIDGET (source);
  Exit *exit = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_path_get_dirname (exit->path);
  g_autofree char *base = g_path_get_basename (exit->path);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *sentence = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  if (went_well (widget, exit, error))
    {
      paz_settings_set_text (paz_settings_get (), PAZ_SETTING_REPORT_FOLDER, folder);
      sentence = paz_words_fill (_("“%s” was saved."), name);
      say (widget, sentence);
    }
  exit_free (exit);
}

typedef struct
{
  GtkWidget *widget;
  Exit *exit;
} Target;

static void
target_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  Target *target = data;
  g_autoptr (GtkWidget) widget = target->widget;
  Exit *exit = target->exit;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = paz_choose_finish (result, &error);

  g_free (target);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    say (widget, _("A picture of that name is there already. Choose another name."));
  exit->path = file != NULL ? g_file_get_path (file) : NULL;
  if (exit->path != NULL && get_window (widget) != NULL)
    start (widget, exit, write_thread, written_cb);
  else
    exit_free (exit);
}

static void
choose_target (GtkWidget *widget,
               Exit      *exit)
{
  g_autofree char *folder = paz_settings_dup_text (paz_settings_get (), PAZ_SETTING_REPORT_FOLDER);
  g_autofree char *name = paz_picture_export_dup_file_name (exit->picture, exit->catalogue, "png");
  Target *target = g_new (Target, 1);

  *target = (Target) { g_object_ref (widget), exit };
  paz_choose_target_async (GTK_WINDOW (get_window (widget)), _("Save Picture"), PAZ_FILES_PICTURE,
                           *folder != '\0' ? folder : g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS),
                           name, target_chosen_cb, target);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  GtkWidget *widget = GTK_WIDGET (source);
  Exit *exit = data;
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  if (!went_well (widget, exit, error) || get_window (widget) == NULL)
    {
      exit_free (exit);
      return;
    }
  if (exit->way == SAVE)
    {
      choose_target (widget, exit);
      return;
    }
  put (widget, exit);
  exit_free (exit);
}

/* ---- for whom ---- */

static void
begin (GtkWidget       *widget,
       PazPictureMaker *maker,
       Way              way)
{
  PazWindow *window = get_window (widget);
  PazStore *store = window != NULL ? paz_window_get_store (window) : NULL;
  const PazAudience *readers = store != NULL ? paz_copy_get_audience (store) : NULL;
  Exit *exit;

  if (readers == NULL)
    return;
  exit = g_new0 (Exit, 1);
  exit->way = way;
  exit->maker = paz_picture_maker_ref (maker);
  exit->store = g_object_ref (store);
  exit->readers = paz_audience_copy (readers);
  exit->catalogue = paz_catalogue_ref (paz_words_get_catalogue ());
  start (widget, exit, make_thread, made_cb);
}

typedef struct
{
  GWeakRef widget;
  PazPictureMaker *maker;
  Way way;
} Asked;

static void
asked_free (gpointer  data,
            GClosure *closure)
{
  Asked *asked = data;

  g_weak_ref_clear (&asked->widget);
  paz_picture_maker_unref (asked->maker);
  g_free (asked);
}

static void
chosen_cb (GtkWidget *dialog,
           gpointer   data)
{
  Asked *asked = data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&asked->widget);

  if (widget != NULL)
    begin (widget, asked->maker, asked->way);
}

/* Each time a file is written, and once for copies. */
static void
ask (GtkWidget       *widget,
     PazPictureMaker *maker,
     Way              way)
{
  PazWindow *window = get_window (widget);
  GtkWidget *dialog;
  Asked *asked;

  if (window == NULL || paz_window_get_store (window) == NULL)
    return;
  if (way != SAVE && paz_copy_get_audience (paz_window_get_store (window)) != NULL)
    {
      begin (widget, maker, way);
      return;
    }
  asked = g_new0 (Asked, 1);
  g_weak_ref_init (&asked->widget, widget);
  asked->maker = paz_picture_maker_ref (maker);
  asked->way = way;
  dialog = paz_copy_dialog_new (window);
  g_signal_connect_data (dialog, "chosen", G_CALLBACK (chosen_cb), asked, asked_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
paz_picture_save (GtkWidget       *widget,
                  PazPictureMaker *maker)
{
  ask (widget, maker, SAVE);
}

void
paz_picture_copy (GtkWidget       *widget,
                  PazPictureMaker *maker)
{
  ask (widget, maker, COPY);
}

void
paz_picture_copy_values (GtkWidget       *widget,
                         PazPictureMaker *maker)
{
  ask (widget, maker, COPY_VALUES);
}
