/* Reads a finished file back: with a full disk the library reports success over empty parts. */
#include "paz-workbook-private.h"

#include "report/paz-report.h"

#include <libxml/parser.h>
#include <zip.h>

#define CHUNK (64 * 1024)

typedef struct
{
  guint    rows;
  gint64   last_row;
  gboolean has_root;
} Seen;

static void
start_element_cb (void           *data,
                  const xmlChar  *name,
                  const xmlChar  *prefix,
                  const xmlChar  *uri,
                  int             n_namespaces,
                  const xmlChar **namespaces,
                  int             n_attributes,
                  int             n_defaulted,
                  const xmlChar **attributes)
{
  Seen *seen = data;

  seen->has_root = TRUE;
  if (name[0] != 'r' || strcmp ((const char *) name, "row") != 0)
    return;
  seen->rows++;
  /* Of five pointers an attribute: local name, prefix, URI, value, end. */
  for (int i = 0; i < n_attributes; i++)
    if (strcmp ((const char *) attributes[i * 5], "r") == 0)
      seen->last_row = g_ascii_strtoll ((const char *) attributes[i * 5 + 3], NULL, 10) - 1;
}

static void
ignore_cb (void       *data,
           const char *message,
           ...)
{
}

static void
fail (GError     **error,
      const char  *part,
      const char  *what)
{
  g_set_error (error, PAZ_REPORT_ERROR, PAZ_REPORT_ERROR_FAILED, "%s: %s", part, what);
}

/* Feeds a part to the parser; FALSE when it cannot be read whole or is not well formed. */
static gboolean
parse_stream (zip_file_t      *file,
              xmlParserCtxtPtr parser)
{
  g_autofree char *buffer = g_malloc (CHUNK);
  zip_int64_t n;

  while ((n = zip_fread (file, buffer, CHUNK)) > 0)
    if (xmlParseChunk (parser, buffer, (int) n, 0) != 0)
      return FALSE;

  return n == 0 && xmlParseChunk (parser, buffer, 0, 1) == 0 && parser->wellFormed;
}

static gboolean
check_part (zip_t       *zip,
            const char  *part,
            Seen        *seen,
            GError     **error)
{
  xmlSAXHandler handler = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = start_element_cb,
    .error = ignore_cb,
    .warning = ignore_cb,
  };
  zip_file_t *file = zip_fopen (zip, part, 0);
  xmlParserCtxtPtr parser;
  gboolean good;

  *seen = (Seen) { .last_row = -1 };
  if (file == NULL)
    {
      fail (error, part, "missing");
      return FALSE;
    }
  parser = xmlCreatePushParserCtxt (&handler, seen, NULL, 0, part);
  xmlCtxtUseOptions (parser, XML_PARSE_NONET | XML_PARSE_HUGE);
  good = parse_stream (file, parser) && seen->has_root;
  xmlFreeParserCtxt (parser);
  if (zip_fclose (file) != 0)
    good = FALSE;
  if (!good)
    fail (error, part, "not whole");

  return good;
}

static gboolean
check_parts (zip_t       *zip,
             GError     **error)
{
  static const char * const parts[] = {
    "[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "docProps/core.xml", "docProps/custom.xml",
    "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/theme/theme1.xml",
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (zip_name_locate (zip, parts[i], 0) < 0)
      {
        fail (error, parts[i], "missing");
        return FALSE;
      }

  return TRUE;
}

static gboolean
check_number (zip_t       *zip,
              const char  *format,
              guint        n,
              GError     **error)
{
  g_autofree char *part = g_strdup_printf (format, n);

  if (n == 0 || zip_name_locate (zip, part, 0) >= 0)
    return TRUE;
  fail (error, part, "missing");

  return FALSE;
}

static gboolean
check_sheet (PazSheet    *sheet,
             const Seen  *seen,
             GError     **error)
{
  if (seen->rows == sheet->n_rows && seen->last_row == sheet->last_row)
    return TRUE;
  g_set_error (error, PAZ_REPORT_ERROR, PAZ_REPORT_ERROR_FAILED,
               "sheet “%s”: %u rows to %" G_GINT64_FORMAT ", not %u to %" G_GINT64_FORMAT, sheet->name,
               seen->rows, seen->last_row, sheet->n_rows, sheet->last_row);

  return FALSE;
}

static gboolean
check_zip (PazWorkbook  *self,
           zip_t        *zip,
           GError      **error)
{
  gint64 n = zip_get_num_entries (zip, 0);
  Seen seen;

  if (!check_parts (zip, error) ||
      !check_number (zip, "xl/worksheets/sheet%u.xml", self->sheets->len, error) ||
      !check_number (zip, "xl/tables/table%u.xml", self->n_tables, error) ||
      !check_number (zip, "xl/charts/chart%u.xml", self->n_charts, error))
    return FALSE;
  for (gint64 i = 0; i < n; i++)
    {
      const char *part = zip_get_name (zip, (zip_uint64_t) i, 0);
      guint sheet;

      if (!check_part (zip, part, &seen, error))
        return FALSE;
      if (sscanf (part, "xl/worksheets/sheet%u.xml", &sheet) == 1 && sheet >= 1 && sheet <= self->sheets->len &&
          !check_sheet (g_ptr_array_index (self->sheets, sheet - 1), &seen, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
paz_workbook_check_file (PazWorkbook  *self,
                         const char   *path,
                         GError      **error)
{
  zip_t *zip = zip_open (path, ZIP_RDONLY, NULL);
  gboolean good;

  if (zip == NULL)
    {
      fail (error, "workbook", "no archive");
      return FALSE;
    }
  good = check_zip (self, zip, error);
  zip_discard (zip);

  return good;
}
