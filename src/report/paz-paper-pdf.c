#include "paz-paper-private.h"

#include "paz-folder.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>

/* Where the bytes go, and what went wrong there. */
typedef struct
{
  FILE *file;
  int   number;
} Stream;

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  Stream *stream = closure;

  if (fwrite (data, 1, length, stream->file) == length)
    return CAIRO_STATUS_SUCCESS;
  if (stream->number == 0)
    stream->number = errno != 0 ? errno : EIO;

  return CAIRO_STATUS_WRITE_ERROR;
}

/* The moment is that of the book, so that the same data give the same bytes. */
static void
set_properties (PazPaperBook    *self,
                cairo_surface_t *surface)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (paz_book_get_created (self->book) / 1000);
  g_autofree char *created = g_date_time_format (moment, "%Y-%m-%dT%H:%M:%SZ");

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, paz_book_get_title (self->book));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, paz_book_get_delegation (self->book));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, paz_book_get_marking (self->book));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_KEYWORDS,
                                  paz_language_get_code (paz_book_get_language (self->book)));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Relacopaz");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, created);
}

static int
add_bookmark (cairo_surface_t *surface,
              int              parent,
              const char      *words,
              guint            sheet,
              int              chart)
{
  g_autofree char *place = paper_dup_place (sheet, chart);
  g_autofree char *attributes = g_strdup_printf ("dest='%s'", place);

  return cairo_pdf_surface_add_outline (surface, parent, words, attributes, 0);
}

static void
add_bookmarks (PazPaperBook    *self,
               cairo_surface_t *surface)
{
  for (guint i = 0; i < paz_book_count_sheets (self->book); i++)
    {
      const PazBookSheet *sheet = paz_book_get_sheet (self->book, i);
      int parent = add_bookmark (surface, CAIRO_PDF_OUTLINE_ROOT, sheet->name, i, -1);

      for (guint j = 0; j < sheet->n_charts; j++)
        {
          g_autoptr (PazChart) chart = paz_book_make_chart (self->book, i, j);

          if (paz_chart_get_title (chart) != NULL)
            add_bookmark (surface, parent, paz_chart_get_title (chart), i, (int) j);
        }
    }
}

static gboolean
draw_pages (PazPaperBook     *self,
            cairo_surface_t  *surface,
            GCancellable     *cancellable,
            GError          **error)
{
  cairo_t *cr = cairo_create (surface);

  self->tagged = TRUE;
  for (guint i = 0; i < self->pages->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      double width, height;

      paz_paper_get_size (self, i, &width, &height);
      cairo_pdf_surface_set_size (surface, width, height);
      paz_paper_draw (self, i, cr);
      cairo_show_page (cr);
    }
  self->tagged = FALSE;
  cairo_destroy (cr);

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static gboolean
finish (cairo_surface_t  *surface,
        Stream           *stream,
        PazFolder        *folder,
        GError          **error)
{
  cairo_status_t status;

  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  if (stream->number != 0)
    {
      paz_folder_set_error (folder, error, stream->number);
      return FALSE;
    }
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error_literal (error, PAZ_REPORT_ERROR, PAZ_REPORT_ERROR_FAILED, cairo_status_to_string (status));

  return FALSE;
}

static gboolean
write_stream (PazPaperBook  *self,
              Stream        *stream,
              PazFolder     *folder,
              GCancellable  *cancellable,
              GError       **error)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, stream, 595, 842);
  gboolean done;

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_5);
  set_properties (self, surface);
  done = draw_pages (self, surface, cancellable, error);
  if (done)
    add_bookmarks (self, surface);
  done = done && finish (surface, stream, folder, error);
  cairo_surface_destroy (surface);

  return done;
}

static gboolean
close_stream (Stream     *stream,
              PazFolder  *folder,
              GError    **error)
{
  if (fclose (stream->file) == 0)
    return TRUE;
  paz_folder_set_error (folder, error, errno);

  return FALSE;
}

gboolean
paz_paper_write_pdf (PazPaperBook  *self,
                     const char    *path,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr (PazFolder) folder = paz_folder_new (path, error);
  Stream stream = { 0 };

  if (folder == NULL)
    return FALSE;
  stream.file = g_fopen (paz_folder_get_draft (folder), "wxb");
  if (stream.file == NULL)
    {
      paz_folder_set_error (folder, error, errno);
      return FALSE;
    }
  if (!write_stream (self, &stream, folder, cancellable, error))
    {
      fclose (stream.file);
      return FALSE;
    }

  return close_stream (&stream, folder, error) && !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         paz_folder_publish (folder, error);
}
