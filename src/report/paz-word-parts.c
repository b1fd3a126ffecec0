/* The parts of a document that stand around its body. */
#include "paz-word-private.h"

#include "base/paz-catalogue.h"

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006"
#define TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."

char *
paz_word_make_types (void)
{
  return g_strdup (DECLARATION
    "<Types xmlns=\"" PACKAGE "/content-types\">"
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    "<Override PartName=\"/word/document.xml\" ContentType=\"" TYPE "document.main+xml\"/>"
    "<Override PartName=\"/word/footnotes.xml\" ContentType=\"" TYPE "footnotes+xml\"/>"
    "<Override PartName=\"/word/styles.xml\" ContentType=\"" TYPE "styles+xml\"/>"
    "<Override PartName=\"/word/numbering.xml\" ContentType=\"" TYPE "numbering+xml\"/>"
    "<Override PartName=\"/word/settings.xml\" ContentType=\"" TYPE "settings+xml\"/>"
    "<Override PartName=\"/word/header1.xml\" ContentType=\"" TYPE "header+xml\"/>"
    "<Override PartName=\"/word/footer1.xml\" ContentType=\"" TYPE "footer+xml\"/>"
    "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
    "<Override PartName=\"/docProps/app.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/>"
    "<Override PartName=\"/docProps/custom.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.custom-properties+xml\"/>"
    "</Types>");
}

char *
paz_word_make_root_rels (void)
{
  return g_strdup (DECLARATION
    "<Relationships xmlns=\"" PACKAGE "/relationships\">"
    "<Relationship Id=\"rId1\" Type=\"" PAZ_WORD_RELS "/officeDocument\" Target=\"word/document.xml\"/>"
    "<Relationship Id=\"rId2\" Type=\"" PACKAGE "/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>"
    "<Relationship Id=\"rId3\" Type=\"" PAZ_WORD_RELS "/extended-properties\" Target=\"docProps/app.xml\"/>"
    "<Relationship Id=\"rId4\" Type=\"" PAZ_WORD_RELS "/custom-properties\" Target=\"docProps/custom.xml\"/>"
    "</Relationships>");
}

char *
paz_word_make_rels (void)
{
  return g_strdup (DECLARATION
    "<Relationships xmlns=\"" PACKAGE "/relationships\">"
    "<Relationship Id=\"rId1\" Type=\"" PAZ_WORD_RELS "/styles\" Target=\"styles.xml\"/>"
    "<Relationship Id=\"rId2\" Type=\"" PAZ_WORD_RELS "/numbering\" Target=\"numbering.xml\"/>"
    "<Relationship Id=\"rId3\" Type=\"" PAZ_WORD_RELS "/settings\" Target=\"settings.xml\"/>"
    "<Relationship Id=\"rId4\" Type=\"" PAZ_WORD_RELS "/header\" Target=\"header1.xml\"/>"
    "<Relationship Id=\"rId5\" Type=\"" PAZ_WORD_RELS "/footer\" Target=\"footer1.xml\"/>"
    "<Relationship Id=\"rId6\" Type=\"" PAZ_WORD_RELS "/footnotes\" Target=\"footnotes.xml\"/>"
    "</Relationships>");
}

/* ---- styles ---- */

typedef struct
{
  const char *id, *name;
  int         size;          /* half points, 0: the usual */
  gboolean    bold;
  const char *color;         /* NULL: ink */
  int         before, after; /* twentieths of a point */
  int         outline;       /* level from 0; -1: none */
  gboolean    keep;          /* with what follows */
  const char *more;          /* of the paragraph, or NULL */
} ParagraphStyle;

#define RULE "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"12\" w:space=\"6\" w:color=\"B4622D\"/></w:pBdr>"
#define THIN "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"2\" w:color=\"D5DAE1\"/></w:pBdr>"
#define QUOTE "<w:ind w:left=\"567\"/>"
#define ITEM "<w:contextualSpacing/>"

static const ParagraphStyle paragraph_styles[] = {
  { "Brand", "Brand", 22, TRUE, "B4622D", 0, 60, -1, TRUE },
  { "Title", "Title", 44, TRUE, "2B3A55", 0, 60, -1, TRUE },
  { "Subtitle", "Subtitle", 24, FALSE, "5F6B7A", 0, 240, -1, FALSE, RULE },
  { "Heading1", "heading 1", 28, TRUE, "2B3A55", 360, 120, 0, TRUE, THIN },
  { "Heading2", "heading 2", 24, TRUE, "2B3A55", 280, 80, 1, TRUE },
  { "Heading3", "heading 3", 21, TRUE, "5F6B7A", 200, 60, 2, TRUE },
  { "Contents", "toc 1", 0, FALSE, "1B4F8F", 0, 40, -1, FALSE },
  { "Pair", "Pair", 0, FALSE, NULL, 0, 40, -1, FALSE },
  { "Note", "Note", 18, FALSE, "5F6B7A", 60, 60, -1, FALSE },
  { "Quote", "Quote", 0, FALSE, "5F6B7A", 60, 120, -1, FALSE, QUOTE },
  { "ListItem", "List Paragraph", 0, FALSE, NULL, 0, 60, -1, FALSE, ITEM },
  { "Cell", "Cell", 19, FALSE, NULL, 40, 40, -1, FALSE },
  { "CellHead", "Cell Head", 19, TRUE, "FFFFFF", 60, 60, -1, TRUE },
  { "FootnoteText", "footnote text", 18, FALSE, NULL, 0, 40, -1, FALSE },
  { "Header", "header", 16, FALSE, "5F6B7A", 0, 0, -1, FALSE },
  { "Footer", "footer", 16, FALSE, "5F6B7A", 0, 0, -1, FALSE },
};

static void
append_style (GString              *to,
              const ParagraphStyle *style)
{
  g_string_append_printf (to, "<w:style w:type=\"paragraph\" w:styleId=\"%s\"><w:name w:val=\"%s\"/><w:basedOn w:val=\"Normal\"/>"
                              "<w:next w:val=\"%s\"/><w:qFormat/><w:pPr>%s%s", style->id, style->name,
                          style->outline >= 0 || style->keep ? "Normal" : style->id, style->keep ? "<w:keepNext/>" : "",
                          style->more != NULL && g_str_has_prefix (style->more, "<w:pBdr>") ? style->more : "");
  g_string_append_printf (to, "<w:spacing w:before=\"%d\" w:after=\"%d\"/>", style->before, style->after);
  if (style->more != NULL && !g_str_has_prefix (style->more, "<w:pBdr>"))
    g_string_append (to, style->more);
  if (style->outline >= 0)
    g_string_append_printf (to, "<w:outlineLvl w:val=\"%d\"/>", style->outline);
  g_string_append_printf (to, "</w:pPr><w:rPr>%s", style->bold ? "<w:b/>" : "");
  if (style->color != NULL)
    g_string_append_printf (to, "<w:color w:val=\"%s\"/>", style->color);
  if (style->size > 0)
    g_string_append_printf (to, "<w:sz w:val=\"%d\"/>", style->size);
  g_string_append (to, "</w:rPr></w:style>");
}

static const char *
get_tag (PazWord *self)
{
  static const char * const tags[PAZ_N_LANGUAGES] = {
    [PAZ_LANGUAGE_ES] = "es-419",
    [PAZ_LANGUAGE_PT] = "pt-BR",
    [PAZ_LANGUAGE_EN] = "en-US",
  };

  return tags[self->language];
}

char *
paz_word_make_styles (PazWord *self)
{
  GString *to = g_string_new (DECLARATION "<w:styles xmlns:w=\"" PAZ_WORD_NS "\"><w:docDefaults><w:rPrDefault><w:rPr>"
    "<w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:eastAsia=\"Arial\" w:cs=\"Arial\"/><w:color w:val=\"1F2933\"/><w:sz w:val=\"21\"/>");

  g_string_append_printf (to, "<w:lang w:val=\"%s\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
    "<w:spacing w:after=\"140\" w:line=\"276\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>"
    "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>"
    "<w:style w:type=\"character\" w:styleId=\"OpenPoint\"><w:name w:val=\"Open Point\"/><w:rPr><w:b/>"
    "<w:color w:val=\"8A1C12\"/><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"FBEFC4\"/></w:rPr></w:style>"
    "<w:style w:type=\"character\" w:styleId=\"FootnoteReference\"><w:name w:val=\"footnote reference\"/><w:rPr>"
    "<w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>"
    "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:tblPr>"
    "<w:tblInd w:w=\"0\" w:type=\"dxa\"/></w:tblPr></w:style>"
    "<w:style w:type=\"table\" w:styleId=\"Lines\"><w:name w:val=\"Lines\"/><w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders>"
    "<w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"D5DAE1\"/>"
    "<w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"D5DAE1\"/></w:tblBorders>"
    "<w:tblCellMar><w:left w:w=\"100\" w:type=\"dxa\"/><w:right w:w=\"100\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>",
    get_tag (self));
  for (guint i = 0; i < G_N_ELEMENTS (paragraph_styles); i++)
    append_style (to, &paragraph_styles[i]);
  g_string_append (to, "</w:styles>");

  return g_string_free (to, FALSE);
}

/* One list of bullets, three deep; numbers stand in the text as the person wrote them. */
char *
paz_word_make_numbering (void)
{
  static const char * const bullets[] = { "•", "–", "·" };
  GString *to = g_string_new (DECLARATION "<w:numbering xmlns:w=\"" PAZ_WORD_NS "\"><w:abstractNum w:abstractNumId=\"0\">"
                              "<w:multiLevelType w:val=\"multilevel\"/>");

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    g_string_append_printf (to, "<w:lvl w:ilvl=\"%u\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"%s\"/>"
                                "<w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"%u\" w:hanging=\"284\"/></w:pPr></w:lvl>",
                            i, bullets[i], (i + 1) * 397);
  g_string_append (to, "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>");

  return g_string_free (to, FALSE);
}

char *
paz_word_make_settings (PazWord *self)
{
  return g_strdup_printf (DECLARATION "<w:settings xmlns:w=\"" PAZ_WORD_NS "\"><w:zoom w:percent=\"100\"/>"
    "<w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr>"
    "<w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
    "<w:themeFontLang w:val=\"%s\"/></w:settings>", get_tag (self));
}

/* ---- head and foot ---- */

static void
open_line (xmlTextWriterPtr  to,
           const char       *style,
           PazWord          *self)
{
  g_autofree char *right = g_strdup_printf ("%u", paz_word_get_width (self));

  paz_word_open (to, "w:p", NULL);
  paz_word_open (to, "w:pPr", NULL);
  paz_word_mark (to, "w:pStyle", "w:val", style, NULL);
  paz_word_open (to, "w:tabs", NULL);
  paz_word_mark (to, "w:tab", "w:val", "right", "w:pos", right, NULL);
  paz_word_close (to);
  paz_word_close (to);
}

static void
put_tab (xmlTextWriterPtr to)
{
  paz_word_open (to, "w:r", NULL);
  paz_word_mark (to, "w:tab", NULL);
  paz_word_close (to);
}

static void
put_field (xmlTextWriterPtr  to,
           const char       *field)
{
  paz_word_open (to, "w:fldSimple", "w:instr", field, NULL);
  paz_word_put_run (to, "1", FALSE, FALSE, FALSE);
  paz_word_close (to);
}

static char *
end_part (xmlBufferPtr     buffer,
          xmlTextWriterPtr to)
{
  char *text;

  xmlTextWriterEndDocument (to);
  xmlFreeTextWriter (to);
  text = g_strdup ((const char *) xmlBufferContent (buffer));
  xmlBufferFree (buffer);

  return text;
}

static xmlTextWriterPtr
begin_part (xmlBufferPtr  buffer,
            const char   *root)
{
  xmlTextWriterPtr to = xmlNewTextWriterMemory (buffer, 0);

  xmlTextWriterStartDocument (to, "1.0", "UTF-8", "yes");
  paz_word_open (to, root, "xmlns:w", PAZ_WORD_NS, NULL);

  return to;
}

char *
paz_word_make_header (PazWord *self)
{
  xmlBufferPtr buffer = xmlBufferCreate ();
  xmlTextWriterPtr to = begin_part (buffer, "w:hdr");

  open_line (to, "Header", self);
  paz_word_put_run (to, self->title, FALSE, FALSE, FALSE);
  put_tab (to);
  paz_word_put_run (to, self->marking, TRUE, FALSE, FALSE);
  paz_word_close (to);

  return end_part (buffer, to);
}

char *
paz_word_make_footer (PazWord *self)
{
  xmlBufferPtr buffer = xmlBufferCreate ();
  xmlTextWriterPtr to = begin_part (buffer, "w:ftr");
  g_autofree char *delegation = g_strconcat (self->delegation, " · ", NULL);

  open_line (to, "Footer", self);
  paz_word_put_run (to, delegation, FALSE, FALSE, FALSE);
  put_field (to, "PAGE");
  paz_word_put_run (to, " / ", FALSE, FALSE, FALSE);
  put_field (to, "NUMPAGES");
  put_tab (to);
  paz_word_put_run (to, self->marking, TRUE, FALSE, FALSE);
  paz_word_close (to);

  return end_part (buffer, to);
}

/* ---- properties ---- */

char *
paz_word_make_core (PazWord *self)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (self->created / 1000);
  g_autofree char *created = g_date_time_format (moment, "%Y-%m-%dT%H:%M:%SZ");
  g_autofree char *title = g_markup_escape_text (self->title, -1);
  g_autofree char *delegation = g_markup_escape_text (self->delegation, -1);
  g_autofree char *status = g_markup_escape_text (self->status, -1);

  return g_strdup_printf (DECLARATION "<cp:coreProperties xmlns:cp=\"" PACKAGE "/metadata/core-properties\" "
    "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
    "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>%s</dc:title><dc:creator>%s</dc:creator>"
    "<cp:lastModifiedBy>%s</cp:lastModifiedBy><dcterms:created xsi:type=\"dcterms:W3CDTF\">%s</dcterms:created>"
    "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">%s</dcterms:modified><dc:language>%s</dc:language>"
    "<cp:contentStatus>%s</cp:contentStatus></cp:coreProperties>",
    title, delegation, delegation, created, created, get_tag (self), status);
}

char *
paz_word_make_app (void)
{
  return g_strdup (DECLARATION "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
                   "<Application>Relacopaz</Application></Properties>");
}

static void
append_property (GString    *to,
                 guint       id,
                 const char *name,
                 const char *value)
{
  g_autofree char *escaped = g_markup_escape_text (value, -1);

  g_string_append_printf (to, "<property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"%u\" name=\"%s\">"
                              "<vt:lpwstr>%s</vt:lpwstr></property>", id, name, escaped);
}

/* The same as of a workbook. */
char *
paz_word_make_custom (PazWord *self)
{
  GString *to = g_string_new (DECLARATION "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" "
                              "xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">");

  append_property (to, 2, "package", self->package);
  append_property (to, 3, "language", paz_language_get_code (self->language));
  append_property (to, 4, "level", paz_level_get_key (self->level));
  g_string_append (to, "</Properties>");

  return g_string_free (to, FALSE);
}
