#include "paz-picture-actions.h"

#include "paz-exit.h"
#include "paz-words.h"

/* One picture under way. */
typedef struct
{
  PazPictureMaker  *maker;
  PazCatalogue     *catalogue;
  PazPictureExport *picture;
  GBytes           *png;
  GBytes           *svg;
  char             *cells;
} Job;

static Job *
job_new (PazPictureMaker *maker)
{
  Job *job = g_new0 (Job, 1);

  job->maker = paz_picture_maker_ref (maker);

  return job;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  paz_picture_maker_unref (job->maker);
  g_clear_pointer (&job->catalogue, paz_catalogue_unref);
  g_clear_pointer (&job->picture, paz_picture_export_free);
  g_clear_pointer (&job->png, g_bytes_unref);
  g_clear_pointer (&job->svg, g_bytes_unref);
  g_free (job->cells);
  g_free (job);
}

static gboolean
make (gpointer            data,
      PazStore           *store,
      const PazAudience  *readers,
      PazCatalogue       *catalogue,
      GCancellable       *cancellable,
      GError            **error)
{
  Job *job = data;

  job->catalogue = paz_catalogue_ref (catalogue);
  job->picture = paz_picture_export_new (job->maker, store, readers, catalogue, cancellable, error);

  return job->picture != NULL;
}

/* ---- Save Picture ---- */

static char *
dup_name (gpointer data)
{
  const Job *job = data;

  return paz_picture_export_dup_file_name (job->picture, job->catalogue, "png");
}

static gboolean
write_picture (gpointer       data,
               const char    *path,
               GCancellable  *cancellable,
               GError       **error)
{
  const Job *job = data;

  return paz_picture_export_write (job->picture, job->catalogue, path, cancellable, error);
}

void
paz_picture_save (GtkWidget       *widget,
                  PazPictureMaker *maker)
{
  static const PazExit exit = {
    .make = make, .files = PAZ_FILES_PICTURE, .dup_name = dup_name, .write = write_picture, .free = job_free,
  };

  paz_exit_run (widget, &exit, job_new (maker));
}

/* ---- Copy Picture ---- */

static gboolean
make_bytes (gpointer            data,
            PazStore           *store,
            const PazAudience  *readers,
            PazCatalogue       *catalogue,
            GCancellable       *cancellable,
            GError            **error)
{
  Job *job = data;

  if (!make (job, store, readers, catalogue, cancellable, error))
    return FALSE;
  job->png = paz_picture_export_dup_bytes (job->picture, catalogue, PAZ_PICTURE_PNG, cancellable, error);
  if (job->png != NULL)
    job->svg = paz_picture_export_dup_bytes (job->picture, catalogue, PAZ_PICTURE_SVG, cancellable, error);

  return job->svg != NULL;
}

/* A texture answers to every kind of picture a program asks for; the drawing to who wants it sharp. */
static const char *
put_picture (gpointer   data,
             GtkWidget *widget)
{
  const Job *job = data;
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_bytes (job->png, NULL);
  g_autoptr (GdkContentProvider) all = NULL;
  GdkContentProvider *both[2];

  if (texture == NULL)
    return _("The picture could not be made.");
  both[0] = gdk_content_provider_new_typed (GDK_TYPE_TEXTURE, texture);
  both[1] = gdk_content_provider_new_for_bytes ("image/svg+xml", job->svg);
  all = gdk_content_provider_new_union (both, G_N_ELEMENTS (both));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), all);

  return _("The picture was copied.");
}

void
paz_picture_copy (GtkWidget       *widget,
                  PazPictureMaker *maker)
{
  static const PazExit exit = { .make = make_bytes, .put = put_picture, .free = job_free };

  paz_exit_run (widget, &exit, job_new (maker));
}

/* ---- Copy Values ---- */

static gboolean
make_cells (gpointer            data,
            PazStore           *store,
            const PazAudience  *readers,
            PazCatalogue       *catalogue,
            GCancellable       *cancellable,
            GError            **error)
{
  Job *job = data;

  if (!make (job, store, readers, catalogue, cancellable, error))
    return FALSE;
  job->cells = paz_picture_export_dup_cells (job->picture, catalogue);

  return TRUE;
}

static const char *
put_cells (gpointer   data,
           GtkWidget *widget)
{
  const Job *job = data;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), job->cells);

  return _("The values were copied.");
}

void
paz_picture_copy_values (GtkWidget       *widget,
                         PazPictureMaker *maker)
{
  static const PazExit exit = { .make = make_cells, .put = put_cells, .free = job_free };

  paz_exit_run (widget, &exit, job_new (maker));
}
