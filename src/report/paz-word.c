#include "paz-word-private.h"

#include "paz-folder.h"

#include <errno.h>
#include <zip.h>

/* Twentieths of a point: pages, and what is left free around. */
#define MARGIN 1134
static const guint page_sizes[][2] = {
  [PAZ_PAPER_A4] = { 11906, 16838 },
  [PAZ_PAPER_LETTER] = { 12240, 15840 },
};

static xmlTextWriterPtr
begin_part (xmlBufferPtr  buffer,
            const char   *root)
{
  xmlTextWriterPtr to = xmlNewTextWriterMemory (buffer, 0);

  xmlTextWriterStartDocument (to, "1.0", "UTF-8", "yes");
  paz_word_open (to, root, "xmlns:w", PAZ_WORD_NS, "xmlns:r", PAZ_WORD_RELS, NULL);

  return to;
}

/* Word asks for the two notes that draw the line above the others. */
static void
put_separators (xmlTextWriterPtr to)
{
  static const char * const types[][2] = { { "separator", "w:separator" }, { "continuationSeparator", "w:continuationSeparator" } };

  for (int i = 0; i < 2; i++)
    {
      g_autofree char *id = g_strdup_printf ("%d", i - 1);

      paz_word_open (to, "w:footnote", "w:type", types[i][0], "w:id", id, NULL);
      paz_word_open (to, "w:p", NULL);
      paz_word_open (to, "w:r", NULL);
      paz_word_mark (to, types[i][1], NULL);
      for (int n = 0; n < 3; n++)
        paz_word_close (to);
    }
}

PazWord *
paz_word_new (const PazWorkbookInfo *info)
{
  PazWord *self = g_new0 (PazWord, 1);

  self->language = info->language;
  self->level = info->level;
  self->paper = info->paper;
  self->created = info->created;
  self->package = g_strdup (info->package);
  self->title = g_strdup (info->title);
  self->delegation = g_strdup (info->delegation);
  self->status = g_strdup (info->status);
  self->marking = g_strdup (info->marking);
  self->body = xmlBufferCreate ();
  self->notes = xmlBufferCreate ();
  self->to = begin_part (self->body, "w:document");
  paz_word_open (self->to, "w:body", NULL);
  self->to_notes = begin_part (self->notes, "w:footnotes");
  put_separators (self->to_notes);

  return self;
}

void
paz_word_free (PazWord *self)
{
  g_clear_pointer (&self->to, xmlFreeTextWriter);
  g_clear_pointer (&self->to_notes, xmlFreeTextWriter);
  xmlBufferFree (self->body);
  xmlBufferFree (self->notes);
  g_clear_error (&self->error);
  g_free (self->package);
  g_free (self->title);
  g_free (self->delegation);
  g_free (self->status);
  g_free (self->marking);
  g_free (self->widths);
  g_free (self);
}

void
paz_word_admit (PazWord      *self,
                PazClearance  clearance)
{
  if (self->error != NULL || (clearance.passed && clearance.level <= self->level))
    return;
  self->error = g_error_new (PAZ_REPORT_ERROR, PAZ_REPORT_ERROR_WITHHELD,
                             "a paragraph above the document's level %s", paz_level_get_key (self->level));
}

guint
paz_word_get_width (PazWord *self)
{
  return page_sizes[self->paper][0] - 2 * MARGIN;
}

/* ---- paragraphs ---- */

static void
put_paragraph (PazWord    *self,
               const char *style,
               const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  paz_word_open_paragraph (self->to, style);
  paz_word_put_run (self->to, text, FALSE, FALSE, FALSE);
  paz_word_close (self->to);
}

void
paz_word_put_title (PazWord    *self,
                    const char *brand,
                    const char *title,
                    const char *subtitle)
{
  put_paragraph (self, "Brand", brand);
  put_paragraph (self, "Title", title);
  put_paragraph (self, "Subtitle", subtitle);
}

void
paz_word_put_heading (PazWord    *self,
                      guint       level,
                      const char *text,
                      const char *anchor)
{
  g_autofree char *style = g_strdup_printf ("Heading%u", level);
  g_autofree char *id = g_strdup_printf ("%u", self->n_anchors);

  paz_word_open_paragraph (self->to, style);
  if (anchor != NULL)
    {
      paz_word_mark (self->to, "w:bookmarkStart", "w:id", id, "w:name", anchor, NULL);
      self->n_anchors++;
    }
  paz_word_put_run (self->to, text, FALSE, FALSE, FALSE);
  if (anchor != NULL)
    paz_word_mark (self->to, "w:bookmarkEnd", "w:id", id, NULL);
  paz_word_close (self->to);
}

void
paz_word_put_link (PazWord    *self,
                   const char *anchor,
                   const char *text)
{
  paz_word_open_paragraph (self->to, "Contents");
  paz_word_open (self->to, "w:hyperlink", "w:anchor", anchor, "w:history", "1", NULL);
  paz_word_put_run (self->to, text, FALSE, FALSE, FALSE);
  paz_word_close (self->to);
  paz_word_close (self->to);
}

void
paz_word_put_pair (PazWord    *self,
                   const char *label,
                   const char *value)
{
  g_autofree char *head = g_strconcat (label, ": ", NULL);

  if (value == NULL || *value == '\0')
    return;
  paz_word_open_paragraph (self->to, "Pair");
  paz_word_put_run (self->to, head, TRUE, FALSE, FALSE);
  paz_word_put_run (self->to, value, FALSE, FALSE, FALSE);
  paz_word_close (self->to);
}

void
paz_word_put_note (PazWord    *self,
                   const char *text)
{
  put_paragraph (self, "Note", text);
}

void
paz_word_put_footnote (PazWord    *self,
                       const char *text)
{
  g_autofree char *id = g_strdup_printf ("%u", ++self->n_notes);
  xmlTextWriterPtr to = self->to_notes;

  paz_word_open (self->to, "w:r", NULL);
  paz_word_open (self->to, "w:rPr", NULL);
  paz_word_mark (self->to, "w:rStyle", "w:val", "FootnoteReference", NULL);
  paz_word_close (self->to);
  paz_word_mark (self->to, "w:footnoteReference", "w:id", id, NULL);
  paz_word_close (self->to);

  paz_word_open (to, "w:footnote", "w:id", id, NULL);
  paz_word_open_paragraph (to, "FootnoteText");
  paz_word_open (to, "w:r", NULL);
  paz_word_open (to, "w:rPr", NULL);
  paz_word_mark (to, "w:rStyle", "w:val", "FootnoteReference", NULL);
  paz_word_close (to);
  paz_word_mark (to, "w:footnoteRef", NULL);
  paz_word_close (to);
  paz_word_put_run (to, " ", FALSE, FALSE, FALSE);
  paz_word_put_run (to, text, FALSE, FALSE, FALSE);
  paz_word_close (to);
  paz_word_close (to);
}

/* ---- tables ---- */

static void
put_cell (PazWord    *self,
          guint       column,
          const char *text,
          gboolean    head)
{
  g_autofree char *width = g_strdup_printf ("%u", self->widths[column]);

  paz_word_open (self->to, "w:tc", NULL);
  paz_word_open (self->to, "w:tcPr", NULL);
  paz_word_mark (self->to, "w:tcW", "w:w", width, "w:type", "dxa", NULL);
  if (head)
    paz_word_mark (self->to, "w:shd", "w:val", "clear", "w:color", "auto", "w:fill", "2B3A55", NULL);
  paz_word_close (self->to);
  paz_word_open_paragraph (self->to, head ? "CellHead" : "Cell");
  if (text != NULL && *text != '\0')
    paz_word_put_run (self->to, text, FALSE, FALSE, FALSE);
  paz_word_close (self->to);
  paz_word_close (self->to);
}

static void
put_row (PazWord            *self,
         const char * const *cells,
         gboolean            head)
{
  paz_word_open (self->to, "w:tr", NULL);
  paz_word_open (self->to, "w:trPr", NULL);
  paz_word_mark (self->to, "w:cantSplit", NULL);
  if (head)
    paz_word_mark (self->to, "w:tblHeader", NULL);
  paz_word_close (self->to);
  for (guint i = 0; i < self->n_columns; i++)
    put_cell (self, i, cells[i], head);
  paz_word_close (self->to);
}

static void
share_width (PazWord     *self,
             const guint *widths,
             guint        n)
{
  guint all = 0;

  for (guint i = 0; i < n; i++)
    all += widths[i];
  g_free (self->widths);
  self->widths = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    self->widths[i] = paz_word_get_width (self) * widths[i] / all;
  self->n_columns = n;
}

void
paz_word_begin_table (PazWord            *self,
                      const char * const *heads,
                      const guint        *widths,
                      guint               n)
{
  g_autofree char *whole = g_strdup_printf ("%u", paz_word_get_width (self));

  share_width (self, widths, n);
  paz_word_open (self->to, "w:tbl", NULL);
  paz_word_open (self->to, "w:tblPr", NULL);
  paz_word_mark (self->to, "w:tblStyle", "w:val", "Lines", NULL);
  paz_word_mark (self->to, "w:tblW", "w:w", whole, "w:type", "dxa", NULL);
  paz_word_mark (self->to, "w:tblLayout", "w:type", "fixed", NULL);
  paz_word_close (self->to);
  paz_word_open (self->to, "w:tblGrid", NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *width = g_strdup_printf ("%u", self->widths[i]);

      paz_word_mark (self->to, "w:gridCol", "w:w", width, NULL);
    }
  paz_word_close (self->to);
  put_row (self, heads, TRUE);
}

void
paz_word_put_row (PazWord            *self,
                  const char * const *cells)
{
  put_row (self, cells, FALSE);
}

void
paz_word_end_table (PazWord *self)
{
  paz_word_close (self->to);
  /* Two tables without a paragraph between them would be one. */
  paz_word_open_paragraph (self->to, "Note");
  paz_word_close (self->to);
}

/* ---- the file ---- */

static void
put_section (PazWord *self)
{
  const guint *size = page_sizes[self->paper];
  g_autofree char *width = g_strdup_printf ("%u", size[0]);
  g_autofree char *height = g_strdup_printf ("%u", size[1]);
  g_autofree char *margin = g_strdup_printf ("%u", MARGIN);

  paz_word_open (self->to, "w:sectPr", NULL);
  paz_word_mark (self->to, "w:headerReference", "w:type", "default", "r:id", "rId4", NULL);
  paz_word_mark (self->to, "w:footerReference", "w:type", "default", "r:id", "rId5", NULL);
  paz_word_mark (self->to, "w:pgSz", "w:w", width, "w:h", height, NULL);
  paz_word_mark (self->to, "w:pgMar", "w:top", "1418", "w:right", margin, "w:bottom", "1304", "w:left", margin,
                 "w:header", "567", "w:footer", "567", "w:gutter", "0", NULL);
  paz_word_close (self->to);
}

static void
end_parts (PazWord *self)
{
  put_section (self);
  xmlTextWriterEndDocument (self->to);
  xmlTextWriterEndDocument (self->to_notes);
  g_clear_pointer (&self->to, xmlFreeTextWriter);
  g_clear_pointer (&self->to_notes, xmlFreeTextWriter);
}

/* Takes the text. The same text gives the same bytes: no part has a date of its own. */
static gboolean
add_part (zip_t      *zip,
          const char *name,
          char       *text)
{
  zip_source_t *source = zip_source_buffer (zip, text, strlen (text), 1);
  zip_int64_t index = zip_file_add (zip, name, source, ZIP_FL_ENC_UTF_8);

  if (index < 0)
    {
      zip_source_free (source);
      return FALSE;
    }

  return zip_file_set_dostime (zip, (zip_uint64_t) index, 0, 0x21, 0) == 0;
}

static gboolean
add_parts (PazWord *self,
           zip_t   *zip)
{
  return add_part (zip, "[Content_Types].xml", paz_word_make_types ()) &&
         add_part (zip, "_rels/.rels", paz_word_make_root_rels ()) &&
         add_part (zip, "docProps/core.xml", paz_word_make_core (self)) &&
         add_part (zip, "docProps/app.xml", paz_word_make_app ()) &&
         add_part (zip, "docProps/custom.xml", paz_word_make_custom (self)) &&
         add_part (zip, "word/document.xml", g_strdup ((const char *) xmlBufferContent (self->body))) &&
         add_part (zip, "word/footnotes.xml", g_strdup ((const char *) xmlBufferContent (self->notes))) &&
         add_part (zip, "word/styles.xml", paz_word_make_styles (self)) &&
         add_part (zip, "word/numbering.xml", paz_word_make_numbering ()) &&
         add_part (zip, "word/settings.xml", paz_word_make_settings (self)) &&
         add_part (zip, "word/header1.xml", paz_word_make_header (self)) &&
         add_part (zip, "word/footer1.xml", paz_word_make_footer (self)) &&
         add_part (zip, "word/_rels/document.xml.rels", paz_word_make_rels ());
}

static gboolean
pack (PazWord    *self,
      PazFolder  *folder,
      GError    **error)
{
  int number = 0;
  zip_t *zip = zip_open (paz_folder_get_draft (folder), ZIP_CREATE | ZIP_EXCL, &number);

  if (zip == NULL)
    {
      paz_folder_set_error (folder, error, number == ZIP_ER_MEMORY ? ENOMEM : errno);
      return FALSE;
    }
  errno = 0;
  if (add_parts (self, zip) && zip_close (zip) == 0)
    return TRUE;
  number = zip_error_code_system (zip_get_error (zip));
  paz_folder_set_error (folder, error, number != 0 ? number : errno != 0 ? errno : EIO);
  zip_discard (zip);

  return FALSE;
}

gboolean
paz_word_commit (PazWord       *self,
                 const char    *path,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr (PazFolder) folder = NULL;

  g_return_val_if_fail (self->to != NULL, FALSE);

  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }
  end_parts (self);
  folder = paz_folder_new (path, error);
  if (folder == NULL || !pack (self, folder, error) ||
      g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  return paz_folder_publish (folder, error);
}
