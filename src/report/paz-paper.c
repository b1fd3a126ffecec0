#include "paz-paper-private.h"

#include <string.h>

/* Everything in points, and no rounding to the dots of a screen: a page is the same wherever it is
 * drawn. */
static void
set_up_text (PazPaperBook *self)
{
  cairo_font_options_t *options = cairo_font_options_create ();
  const char *code = paz_language_get_code (paz_book_get_language (self->book));

  self->fonts = pango_cairo_font_map_new ();
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (self->fonts), 72);
  self->context = pango_font_map_create_context (self->fonts);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_context_set_language (self->context, pango_language_from_string (code));
}

static gboolean
lay_out (PazPaperBook *self,
         GCancellable *cancellable)
{
  guint n = paz_book_count_sheets (self->book);

  self->firsts = g_new0 (guint, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      self->firsts[i] = self->pages->len;
      if (!paper_flow_sheet (self, i, cancellable))
        return FALSE;
    }

  return TRUE;
}

PazPaperBook *
paz_paper_new (PazBook       *book,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr (PazPaperBook) self = g_new0 (PazPaperBook, 1);

  self->book = paz_book_ref (book);
  self->catalogue = paz_catalogue_get (paz_book_get_language (book));
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) paper_page_free);
  self->panels = g_ptr_array_new_with_free_func ((GDestroyNotify) paper_panel_free);
  self->words = g_string_chunk_new (4096);
  set_up_text (self);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (!lay_out (self, cancellable))
    {
      g_cancellable_set_error_if_cancelled (cancellable, error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
paz_paper_free (PazPaperBook *self)
{
  g_ptr_array_unref (self->pages);
  g_ptr_array_unref (self->panels);
  g_string_chunk_free (self->words);
  g_free (self->firsts);
  g_clear_object (&self->context);
  g_clear_object (&self->fonts);
  paz_book_unref (self->book);
  g_free (self);
}

PazBook *
paz_paper_get_book (PazPaperBook *self)
{
  return self->book;
}

guint
paz_paper_count_pages (PazPaperBook *self)
{
  return self->pages->len;
}

void
paz_paper_get_size (PazPaperBook *self,
                    guint         page,
                    double       *width,
                    double       *height)
{
  PaperPage *found;

  g_return_if_fail (page < self->pages->len);

  found = g_ptr_array_index (self->pages, page);
  *width = found->width;
  *height = found->height;
}

guint
paz_paper_get_sheet (PazPaperBook *self,
                     guint         page)
{
  g_return_val_if_fail (page < self->pages->len, 0);

  return ((PaperPage *) g_ptr_array_index (self->pages, page))->sheet;
}

char *
paper_say_page (PazPaperBook *self,
                guint         page)
{
  /* Translators: of a printed report: page 2 of 12. */
  return g_strdup_printf (paz_catalogue_text (self->catalogue, N_("Page %u of %u")), page + 1, self->pages->len);
}

/* Names a place in the document. */
char *
paper_dup_place (guint sheet,
                 int   chart)
{
  return chart < 0 ? g_strdup_printf ("sheet-%u", sheet + 1) : g_strdup_printf ("sheet-%u-chart-%d", sheet + 1, chart + 1);
}

gboolean
paz_paper_write_book (PazBook       *book,
                      const char    *path,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr (PazPaperBook) paper = paz_paper_new (book, cancellable, error);

  return paper != NULL && paz_paper_write_pdf (paper, path, cancellable, error);
}

gboolean
paz_paper_export_report (PazStore                *store,
                         const char              *name,
                         const PazReportOptions  *options,
                         const char              *path,
                         PazProgress              progress,
                         gpointer                 data,
                         GCancellable            *cancellable,
                         GError                 **error)
{
  g_autoptr (PazBook) book = paz_book_new_report (store, name, options, NULL, progress, data, cancellable, error);

  return book != NULL && paz_paper_write_book (book, path, cancellable, error);
}

char *
paz_paper_dup_file_name (PazStore               *store,
                         const char             *name,
                         const PazReportOptions *options)
{
  g_autofree char *workbook = paz_report_dup_file_name (store, name, options);
  char *ending = workbook != NULL ? strrchr (workbook, '.') : NULL;

  if (ending == NULL)
    return NULL;
  *ending = '\0';

  return g_strconcat (workbook, ".pdf", NULL);
}
