#include "paz-workbook-private.h"

#include "paz-sheet-chart-private.h"
#include "paz-name.h"
#include "report/paz-report.h"

#include <errno.h>
#include <malloc.h>
#include <math.h>

/* What a cell takes on the disk while the workbook is made, at the very most; and the parts
 * that are always there. */
#define BYTES_PER_CELL 200
#define BYTES_ALWAYS (256 * 1024)
/* Rows that hold one line. */
#define ROW_POINTS 16.5
/* Of free memory, kept for the next part. */
#define KEPT_BYTES (16 * 1024 * 1024)

/* ---- errors ---- */

void
paz_workbook_fail (PazWorkbook *self,
                   GError      *error)
{
  if (self->error == NULL)
    self->error = error;
  else
    g_error_free (error);
}

gboolean
paz_workbook_take (PazWorkbook *self,
                   lxw_error    result)
{
  if (result != LXW_NO_ERROR)
    paz_workbook_fail (self, g_error_new (PAZ_REPORT_ERROR, PAZ_REPORT_ERROR_FAILED,
                                          "writing cells: %s", lxw_strerror (result)));

  return self->error == NULL;
}

gboolean
paz_workbook_has_failed (PazWorkbook *self)
{
  GError *error = NULL;

  if (self->error == NULL && g_cancellable_set_error_if_cancelled (self->cancellable, &error))
    paz_workbook_fail (self, error);

  return self->error != NULL;
}

gboolean
paz_workbook_admit (PazWorkbook  *self,
                    PazClearance  clearance)
{
  if (self->error != NULL)
    return FALSE;
  if (!clearance.passed)
    paz_workbook_fail (self, g_error_new (PAZ_REPORT_ERROR, PAZ_REPORT_ERROR_WITHHELD,
                                          "a row without the stamp of the release gate"));
  else if (clearance.level > self->level)
    paz_workbook_fail (self, g_error_new (PAZ_REPORT_ERROR, PAZ_REPORT_ERROR_WITHHELD,
                                          "a row above the workbook's level %s",
                                          paz_level_get_key (self->level)));

  return self->error == NULL;
}

/* ---- sheets ---- */

PazSheet *
paz_sheet_add (PazWorkbook  *workbook,
               const char   *wanted,
               PazClearance  clearance,
               gboolean      streamed)
{
  PazSheet *self = g_new0 (PazSheet, 1);

  paz_workbook_admit (workbook, clearance);
  self->workbook = workbook;
  self->name = paz_name_make_sheet (wanted, workbook->sheet_names);
  if (paz_text_count_units (wanted) > paz_limit_get_most (PAZ_LIMIT_NAME))
    paz_workbook_note_limit (workbook, PAZ_LIMIT_NAME, wanted, 0, paz_text_count_units (wanted));
  self->streamed = streamed;
  self->last_row = -1;
  self->charts = g_ptr_array_new_with_free_func ((GDestroyNotify) paz_sheet_chart_free);
  /* The library reads this option for each sheet it adds: a long sheet goes straight to its
   * file, the others keep what a table and a chart's cache need. */
  workbook->book->options.constant_memory = streamed;
  self->sheet = workbook_add_worksheet (workbook->book, self->name);
  g_ptr_array_add (workbook->sheets, self);
  if (workbook->seen != NULL)
    self->leaf = paz_book_add_leaf (workbook->seen, self->name);
  if (self->sheet == NULL)
    paz_workbook_fail (workbook, g_error_new (PAZ_REPORT_ERROR, PAZ_REPORT_ERROR_FAILED,
                                              "adding sheet “%s”", self->name));
  else
    {
      worksheet_gridlines (self->sheet, LXW_HIDE_ALL_GRIDLINES);
      worksheet_set_default_row (self->sheet, ROW_POINTS, LXW_FALSE);
    }

  return self;
}

static void
sheet_free (PazSheet *self)
{
  if (self->free_layout != NULL)
    self->free_layout (self->layout);
  g_ptr_array_unref (self->charts);
  g_free (self->name);
  g_free (self);
}

void
paz_sheet_touch (PazSheet *self,
                 guint     row)
{
  g_return_if_fail ((gint64) row >= self->last_row);

  if ((gint64) row > self->last_row)
    self->n_rows++;
  self->last_row = row;
  if (row >= paz_limit_get_most (PAZ_LIMIT_ROWS))
    paz_workbook_note_limit (self->workbook, PAZ_LIMIT_ROWS, self->name, 0, row);
}

void
paz_sheet_set_height (PazSheet *self,
                      guint     row,
                      double    pixels)
{
  if (self->workbook->error != NULL)
    return;
  paz_sheet_touch (self, row);
  if (self->leaf != NULL)
    paz_book_leaf_set_height (self->leaf, row, ceil (pixels));
  paz_workbook_take (self->workbook, worksheet_set_row (self->sheet, row, ceil (pixels) * 0.75, NULL));
}

/* What does not fit into one cell is cut, never inside a character, and noted. */
static char *
shorten (PazSheet   *self,
         guint       row,
         const char *text)
{
  guint most = paz_limit_get_most (PAZ_LIMIT_TEXT);
  guint length = strlen (text) > most ? paz_text_count_units (text) : 0;
  guint n = 0;
  const char *end;
  g_autofree char *start = NULL;

  if (length <= most)
    return NULL;
  for (end = text; n + 3 <= most; end = g_utf8_next_char (end))
    n += g_utf8_get_char (end) > 0xffff ? 2 : 1;
  start = g_strndup (text, (gsize) (end - text));
  paz_workbook_note_limit (self->workbook, PAZ_LIMIT_TEXT, self->name, row, length);

  return g_strconcat (start, "…", NULL);
}

void
paz_sheet_write_text (PazSheet   *self,
                      guint       row,
                      guint       column,
                      const char *text,
                      PazStyle    style)
{
  PazWorkbook *workbook = self->workbook;
  g_autofree char *shortened = NULL;
  lxw_format *format;

  if (workbook->error != NULL)
    return;
  shortened = text != NULL ? shorten (self, row, text) : NULL;
  text = shortened != NULL ? shortened : text;
  paz_sheet_touch (self, row);
  if (self->leaf != NULL)
    paz_book_leaf_put_text (self->leaf, row, column, text, style);
  format = paz_workbook_get_format (workbook, style);
  if (text == NULL || *text == '\0')
    paz_workbook_take (workbook, worksheet_write_blank (self->sheet, row, column, format));
  else
    paz_workbook_take (workbook, worksheet_write_string (self->sheet, row, column, text, format));
  workbook->n_cells++;
}

void
paz_sheet_write_number (PazSheet *self,
                        guint     row,
                        guint     column,
                        double    value,
                        PazStyle  style)
{
  PazWorkbook *workbook = self->workbook;

  g_return_if_fail (isfinite (value));

  if (workbook->error != NULL)
    return;
  paz_sheet_touch (self, row);
  if (self->leaf != NULL)
    paz_book_leaf_put_number (self->leaf, row, column, value, style);
  paz_workbook_take (workbook, worksheet_write_number (self->sheet, row, column, value,
                                                       paz_workbook_get_format (workbook, style)));
  workbook->n_cells++;
}

void
paz_sheet_write_formula (PazSheet   *self,
                         guint       row,
                         guint       column,
                         const char *formula,
                         double      value,
                         PazStyle    style)
{
  PazWorkbook *workbook = self->workbook;

  g_return_if_fail (isfinite (value));

  if (workbook->error != NULL)
    return;
  paz_sheet_touch (self, row);
  if (self->leaf != NULL)
    paz_book_leaf_put_number (self->leaf, row, column, value, style);
  paz_workbook_take (workbook, worksheet_write_formula_num (self->sheet, row, column, formula,
                                                            paz_workbook_get_format (workbook, style), value));
  workbook->n_cells++;
}

/* Text for a header or footer: '&' begins a code there. At most `length` characters. */
static char *
escape_page_text (const char *text,
                  glong       length)
{
  g_autofree char *start = g_utf8_strlen (text, -1) > length ? g_utf8_substring (text, 0, length) : g_strdup (text);
  g_auto (GStrv) parts = g_strsplit (start, "&", -1);

  return g_strjoinv ("&&", parts);
}

void
paz_sheet_set_page (PazSheet *self,
                    gboolean  landscape)
{
  PazWorkbook *workbook = self->workbook;
  g_autofree char *title = escape_page_text (workbook->title, 90);
  g_autofree char *delegation = escape_page_text (workbook->delegation, 50);
  g_autofree char *name = escape_page_text (self->name, 31);
  g_autofree char *marking = escape_page_text (workbook->marking, 80);
  g_autofree char *header = g_strdup_printf ("&L&\"" PAZ_FONT ",Regular\"&8%s&R&\"" PAZ_FONT ",Bold\"&12%s", title, marking);
  g_autofree char *footer = g_strdup_printf ("&L&\"" PAZ_FONT ",Regular\"&8%s · %s&C&\"" PAZ_FONT ",Regular\"&8&P / &N&R&\"" PAZ_FONT ",Bold\"&12%s",
                                             delegation, name, marking);

  if (workbook->error != NULL)
    return;
  worksheet_set_paper (self->sheet, workbook->paper == PAZ_PAPER_LETTER ? 1 : 9);
  if (landscape)
    worksheet_set_landscape (self->sheet);
  worksheet_set_margins (self->sheet, 0.55, 0.55, 0.85, 0.75);
  worksheet_fit_to_pages (self->sheet, 1, 0);
  paz_workbook_take (workbook, worksheet_set_header (self->sheet, header));
  paz_workbook_take (workbook, worksheet_set_footer (self->sheet, footer));
}

/* ---- the book ---- */

lxw_format *
paz_workbook_get_format (PazWorkbook *self,
                         PazStyle     style)
{
  return paz_style_get_format (style, self->book, self->formats, self->language);
}

/* The library takes and frees some 300 kB for each part it packs; by its usual settings the
 * allocator gives them back to the system each time and asks for them again, which measured up to
 * nine tenths of an export. */
static void
keep_memory (void)
{
#ifdef M_TRIM_THRESHOLD
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      mallopt (M_TRIM_THRESHOLD, KEPT_BYTES);
      mallopt (M_TOP_PAD, KEPT_BYTES / 16);
      g_once_init_leave (&once, 1);
    }
#endif
}

/* Only the decimal point is the writer's business; what the program says stays in its language. */
static void
enter_locale (PazWorkbook *self)
{
  locale_t mine = duplocale (uselocale ((locale_t) 0));

  self->locale = newlocale (LC_NUMERIC_MASK, "C", mine);
  self->former = uselocale (self->locale);
}

static void
leave_locale (PazWorkbook *self)
{
  uselocale (self->former);
  freelocale (self->locale);
}

/* Column widths are counted in digits of the book's own typeface: it is the one the cells have, so
 * that widths mean the same everywhere. The library's first format is that of plain cells. */
static void
set_typeface (PazWorkbook *self)
{
  lxw_format *plain = STAILQ_FIRST (self->book->formats);

  format_set_font_name (plain, PAZ_FONT);
  format_set_font_size (plain, PAZ_FONT_SIZE);
}

static void
set_properties (PazWorkbook           *self,
                const PazWorkbookInfo *info)
{
  lxw_doc_properties properties = {
    .title = (char *) info->title,
    .author = (char *) info->delegation,
    .status = (char *) info->status,
    .created = (time_t) (info->created / 1000),
  };
  g_autofree char *schema = g_strdup_printf ("%d", PAZ_WORKBOOK_SCHEMA);

  paz_workbook_take (self, workbook_set_properties (self->book, &properties));
  paz_workbook_set_property (self, "package", info->package);
  paz_workbook_set_property (self, "schema-version", schema);
  paz_workbook_set_property (self, "language", paz_language_get_code (info->language));
  paz_workbook_set_property (self, "level", paz_level_get_key (info->level));
}

PazWorkbook *
paz_workbook_new (const char             *path,
                  const PazWorkbookInfo  *info,
                  GCancellable           *cancellable,
                  GError                **error)
{
  g_autoptr (PazWorkbook) self = g_new0 (PazWorkbook, 1);
  lxw_workbook_options options = { .use_zip64 = LXW_FALSE };

  keep_memory ();
  enter_locale (self);
  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) sheet_free);
  self->sheet_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->table_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->language = info->language;
  self->level = info->level;
  self->paper = info->paper;
  self->title = g_strdup (info->title);
  self->delegation = g_strdup (info->delegation);
  self->marking = g_strdup (info->marking);
  if (info->seen)
    self->seen = paz_book_new (info);
  g_set_object (&self->cancellable, cancellable);
  self->folder = paz_folder_new (path, error);
  if (self->folder == NULL)
    return NULL;
  options.tmpdir = (char *) paz_folder_get_path (self->folder);
  self->book = workbook_new_opt (paz_folder_get_draft (self->folder), &options);
  if (self->book == NULL)
    {
      paz_folder_set_error (self->folder, error, ENOMEM);
      return NULL;
    }
  set_typeface (self);
  set_properties (self, info);

  return g_steal_pointer (&self);
}

void
paz_workbook_set_property (PazWorkbook *self,
                           const char  *key,
                           const char  *value)
{
  if (self->error == NULL)
    paz_workbook_take (self, workbook_set_custom_property_string (self->book, key, value));
}

static void
finish_sheets (PazWorkbook *self)
{
  for (guint i = 0; i < self->sheets->len; i++)
    {
      PazSheet *sheet = g_ptr_array_index (self->sheets, i);

      if (paz_workbook_has_failed (self))
        return;
      if (sheet->finish != NULL && !sheet->finished)
        sheet->finish (sheet);
      sheet->finished = TRUE;
    }
}

/* The library may return success and still have lost what did not fit on the disk; its errors do
 * not say why. What the system said last, or the room there is, does. */
static gboolean
close_book (PazWorkbook  *self,
            GError      **error)
{
  g_autoptr (GError) damage = NULL;
  lxw_error result;
  int number;

  errno = 0;
  result = workbook_close (g_steal_pointer (&self->book));
  number = errno;
  /* While the disk writes there is time to read back. */
  if (result == LXW_NO_ERROR)
    paz_folder_begin_flush (self->folder);
  if (result == LXW_NO_ERROR &&
      paz_workbook_check_file (self, paz_folder_get_draft (self->folder), &damage))
    return TRUE;

  if (number == ENOSPC || number == EDQUOT || number == EFBIG)
    paz_folder_set_error (self->folder, error, number);
  else if (paz_folder_lacks (self->folder, self->n_cells * BYTES_PER_CELL + BYTES_ALWAYS))
    paz_folder_set_error (self->folder, error, ENOSPC);
  else
    g_set_error (error, PAZ_REPORT_ERROR, PAZ_REPORT_ERROR_FAILED, "closing: %s",
                 damage != NULL ? damage->message : lxw_strerror (result));

  return FALSE;
}

gboolean
paz_workbook_commit (PazWorkbook  *self,
                     GError      **error)
{
  g_return_val_if_fail (self->book != NULL, FALSE);

  finish_sheets (self);
  if (paz_workbook_has_failed (self))
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }
  if (!close_book (self, error) ||
      g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;

  return paz_folder_publish (self->folder, error);
}

gboolean
paz_workbook_discard (PazWorkbook  *self,
                      GError      **error)
{
  g_return_val_if_fail (self->book != NULL, FALSE);

  finish_sheets (self);
  if (paz_workbook_has_failed (self))
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }
  g_clear_pointer (&self->book, lxw_workbook_free);

  return TRUE;
}

PazBook *
paz_workbook_steal_book (PazWorkbook *self)
{
  g_return_val_if_fail (self->book == NULL, NULL);

  if (self->seen != NULL)
    paz_book_close (self->seen);

  return g_steal_pointer (&self->seen);
}

void
paz_workbook_free (PazWorkbook *self)
{
  if (self->book != NULL)
    lxw_workbook_free (self->book);
  leave_locale (self);
  g_clear_pointer (&self->folder, paz_folder_free);
  g_clear_pointer (&self->seen, paz_book_unref);
  g_clear_pointer (&self->limits, g_array_unref);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_clear_pointer (&self->sheet_names, g_hash_table_unref);
  g_clear_pointer (&self->table_names, g_hash_table_unref);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  g_free (self->title);
  g_free (self->delegation);
  g_free (self->marking);
  g_free (self);
}
