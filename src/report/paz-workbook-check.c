/* Reads a finished file back: with a full disk the library reports success over empty parts. */
#include "paz-workbook-private.h"

#include "report/paz-report.h"

#include "paz-part-scan.h"

#include <sys/stat.h>
#include <zip.h>

#define MAX_IN_MEMORY (16 * 1024 * 1024)

static void
fail (GError     **error,
      const char  *part,
      const char  *what)
{
  g_set_error (error, PAZ_REPORT_ERROR, PAZ_REPORT_ERROR_FAILED, "%s: %s", part, what);
}

/* FALSE when the part cannot be read whole or is not well formed. */
static gboolean
read_part (zip_file_t  *file,
           PazPartScan *scan)
{
  zip_int64_t n;
  gsize room;
  char *buffer;

  while ((buffer = paz_part_scan_get_room (scan, &room)) != NULL && (n = zip_fread (file, buffer, room)) > 0)
    if (!paz_part_scan_take (scan, (gsize) n))
      return FALSE;

  return buffer != NULL && n == 0 && paz_part_scan_is_whole (scan);
}

static gboolean
check_part (zip_t        *zip,
            const char   *part,
            PazPartScan  *scan,
            GError      **error)
{
  zip_file_t *file = zip_fopen (zip, part, 0);
  gboolean good;

  if (file == NULL)
    {
      fail (error, part, "missing");
      return FALSE;
    }
  paz_part_scan_begin (scan);
  good = read_part (file, scan);
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
check_sheet (PazSheet     *sheet,
             PazPartScan  *scan,
             GError      **error)
{
  guint rows = paz_part_scan_get_n_rows (scan);
  gint64 last_row = paz_part_scan_get_last_row (scan);

  if (rows == sheet->n_rows && last_row == sheet->last_row)
    return TRUE;
  g_set_error (error, PAZ_REPORT_ERROR, PAZ_REPORT_ERROR_FAILED,
               "sheet “%s”: %u rows to %" G_GINT64_FORMAT ", not %u to %" G_GINT64_FORMAT, sheet->name,
               rows, last_row, sheet->n_rows, sheet->last_row);

  return FALSE;
}

static gboolean
check_all (PazWorkbook  *self,
           zip_t        *zip,
           PazPartScan  *scan,
           GError      **error)
{
  gint64 n = zip_get_num_entries (zip, 0);

  for (gint64 i = 0; i < n; i++)
    {
      const char *part = zip_get_name (zip, (zip_uint64_t) i, 0);
      guint sheet;

      if (!check_part (zip, part, scan, error))
        return FALSE;
      if (sscanf (part, "xl/worksheets/sheet%u.xml", &sheet) == 1 && sheet >= 1 && sheet <= self->sheets->len &&
          !check_sheet (g_ptr_array_index (self->sheets, sheet - 1), scan, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_zip (PazWorkbook  *self,
           zip_t        *zip,
           GError      **error)
{
  g_autoptr (PazPartScan) scan = paz_part_scan_new ();

  return check_parts (zip, error) &&
         check_number (zip, "xl/worksheets/sheet%u.xml", self->sheets->len, error) &&
         check_number (zip, "xl/tables/table%u.xml", self->n_tables, error) &&
         check_number (zip, "xl/charts/chart%u.xml", self->n_charts, error) &&
         check_all (self, zip, scan, error);
}

/* A small file is read in one go, not in three hundred: the archive's reader seeks for each part. */
static zip_t *
open_zip (const char  *path,
          char       **contents)
{
  struct stat status;
  zip_source_t *source;
  zip_t *zip;
  gsize n;

  if (stat (path, &status) != 0 || status.st_size > MAX_IN_MEMORY || !g_file_get_contents (path, contents, &n, NULL))
    return zip_open (path, ZIP_RDONLY, NULL);
  source = zip_source_buffer_create (*contents, n, 0, NULL);
  zip = source != NULL ? zip_open_from_source (source, ZIP_RDONLY, NULL) : NULL;
  if (zip == NULL && source != NULL)
    zip_source_free (source);

  return zip;
}

gboolean
paz_workbook_check_file (PazWorkbook  *self,
                         const char   *path,
                         GError      **error)
{
  g_autofree char *contents = NULL;
  zip_t *zip = open_zip (path, &contents);
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
