#include "paz-preview.h"

#include "report/paz-paper.h"

#include <errno.h>
#include <glib/gstdio.h>

struct _PazPreview
{
  gatomicrefcount ref_count;
  PazBook *book;
  char *report;
  char *folder;
  char *path;
  char *file_name;
};

/* Cleared by the system when the person leaves, should the program not come to it. */
static char *
make_folder (GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "relacopaz-XXXXXX", NULL);
  int number;

  g_mkdir_with_parents (g_get_user_runtime_dir (), 0700);
  if (g_mkdtemp_full (folder, 0700) != NULL)
    return g_steal_pointer (&folder);
  number = errno;
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (number), "%s: %s", folder, g_strerror (number));

  return NULL;
}

static void
preview_free (PazPreview *self)
{
  if (self->path != NULL)
    g_unlink (self->path);
  if (self->folder != NULL)
    g_rmdir (self->folder);
  g_clear_pointer (&self->book, paz_book_unref);
  g_free (self->report);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->file_name);
  g_free (self);
}

PazPreview *
paz_preview_new (PazStore                *store,
                 const char              *report,
                 const PazReportOptions  *options,
                 PazProgress              progress,
                 gpointer                 data,
                 GCancellable            *cancellable,
                 GError                 **error)
{
  g_autoptr (PazPreview) self = g_new0 (PazPreview, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->report = g_strdup (report);
  self->folder = make_folder (error);
  if (self->folder == NULL)
    return NULL;
  self->path = g_build_filename (self->folder, "preview.xlsx", NULL);
  self->book = paz_book_new_report (store, report, options, self->path, progress, data, cancellable, error);
  if (self->book == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  g_chmod (self->path, 0600);
  self->file_name = paz_report_dup_file_name (store, report, options);

  return g_steal_pointer (&self);
}

PazPreview *
paz_preview_ref (PazPreview *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
paz_preview_unref (PazPreview *self)
{
  if (g_atomic_ref_count_dec (&self->ref_count))
    preview_free (self);
}

PazBook *
paz_preview_get_book (PazPreview *self)
{
  return self->book;
}

const char *
paz_preview_get_report (PazPreview *self)
{
  return self->report;
}

const char *
paz_preview_get_path (PazPreview *self)
{
  return self->path;
}

const char *
paz_preview_get_file_name (PazPreview *self)
{
  return self->file_name;
}

static char *
dup_without_ending (const char *name)
{
  const char *dot = strrchr (name, '.');

  return g_strndup (name, dot != NULL ? (gsize) (dot - name) : strlen (name));
}

char *
paz_preview_dup_pages_name (PazPreview *self)
{
  g_autofree char *stem = dup_without_ending (self->file_name);

  return g_strconcat (stem, ".pdf", NULL);
}

static gboolean
save_pages (PazPreview  *self,
            const char  *path,
            GError     **error)
{
  g_autoptr (PazPaperBook) paper = paz_paper_new (self->book, NULL, error);

  return paper != NULL && paz_paper_write_pdf (paper, path, NULL, error);
}

gboolean
paz_preview_save (PazPreview  *self,
                  const char  *path,
                  GError     **error)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);
  g_autoptr (GMappedFile) file = NULL;

  if (g_str_has_suffix (lower, ".pdf"))
    return save_pages (self, path, error);
  file = g_mapped_file_new (self->path, FALSE, error);

  return file != NULL &&
         g_file_set_contents_full (path, g_mapped_file_get_contents (file), (gssize) g_mapped_file_get_length (file),
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, error);
}
