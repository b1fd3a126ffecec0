/* The workbook `participation` beside a bare program of the library, in the same run.
 *
 * What is compared, over one store with the two real UN files, medians of paired turns:
 *   whole    paz_report_export: a reader's connection, figures, release gate, names, every sheet,
 *            tables, charts, read back, fsync, rename
 *   written  of that, from opening the library's workbook to closing it: all names, pivots, order,
 *            widths and rows, without the store's part, the reading back and the fsync
 *   library  of that, the time inside the library's own functions: what any program must spend
 *            that makes this workbook with it
 *   bare     a program with nothing but the library that writes the same cells with as many
 *            formats and the same tables, without charts, page set-up, links, checks or fsync;
 *            the cells were recorded at the library's door, so they are the same by construction
 *   durable  bare, then fsync of the file: what it costs to be as safe as ours */
#include "report/paz-report.h"
#include "table/paz-import.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>
#include <xlsxwriter.h>

#define N_TURNS 15

/* ---- the library's door: counts time and records cells ---- */

typedef enum { BLANK, STRING, NUMBER, FORMULA } CellKind;

typedef struct
{
  CellKind       kind;
  guint          sheet;
  lxw_row_t      row;
  lxw_col_t      column;
  double         number;
  char          *text;
  guint          format;
} Cell;

typedef struct
{
  guint      sheet;
  lxw_row_t  first_row, last_row;
  lxw_col_t  first_column, last_column;
  char      *name;
  GPtrArray *headers;
} Table;

static gint64 inside;          /* microseconds spent in the library */
static gint64 opened, closed;  /* when its workbook was */
static gboolean recording;
static GArray *cells;
static GPtrArray *tables;
static GPtrArray *sheets, *formats;

#define REAL(name) \
  static __typeof__ (&name) real; \
  if (real == NULL) \
    real = (__typeof__ (&name)) dlsym (RTLD_NEXT, #name)

#define TIMED(type, call) \
  ({ gint64 since = g_get_monotonic_time (); type answer = call; inside += g_get_monotonic_time () - since; answer; })

static guint
get_index (GPtrArray *list,
           gpointer   object)
{
  guint n;

  if (!g_ptr_array_find (list, object, &n))
    {
      n = list->len;
      g_ptr_array_add (list, object);
    }

  return n;
}

static void
record (CellKind       kind,
        lxw_worksheet *sheet,
        lxw_row_t      row,
        lxw_col_t      column,
        double         number,
        const char    *text,
        lxw_format    *format)
{
  Cell cell = { kind, 0, row, column, number, NULL, 0 };

  if (!recording)
    return;
  cell.sheet = get_index (sheets, sheet);
  cell.format = get_index (formats, format);
  cell.text = g_strdup (text);
  g_array_append_val (cells, cell);
}

lxw_error
worksheet_write_string (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *text, lxw_format *format)
{
  REAL (worksheet_write_string);
  record (STRING, sheet, row, column, 0, text, format);
  return TIMED (lxw_error, real (sheet, row, column, text, format));
}

lxw_error
worksheet_write_number (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, double number, lxw_format *format)
{
  REAL (worksheet_write_number);
  record (NUMBER, sheet, row, column, number, NULL, format);
  return TIMED (lxw_error, real (sheet, row, column, number, format));
}

lxw_error
worksheet_write_blank (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, lxw_format *format)
{
  REAL (worksheet_write_blank);
  record (BLANK, sheet, row, column, 0, NULL, format);
  return TIMED (lxw_error, real (sheet, row, column, format));
}

lxw_error
worksheet_write_formula_num (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *formula,
                             lxw_format *format, double number)
{
  REAL (worksheet_write_formula_num);
  record (FORMULA, sheet, row, column, number, formula, format);
  return TIMED (lxw_error, real (sheet, row, column, formula, format, number));
}

lxw_error
worksheet_write_url_opt (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *url,
                         lxw_format *format, const char *text, const char *tip)
{
  REAL (worksheet_write_url_opt);
  record (STRING, sheet, row, column, 0, text, format);
  return TIMED (lxw_error, real (sheet, row, column, url, format, text, tip));
}

static void
record_table (lxw_worksheet     *sheet,
              lxw_row_t          first_row,
              lxw_col_t          first_column,
              lxw_row_t          last_row,
              lxw_col_t          last_column,
              lxw_table_options *options)
{
  Table *table = g_new0 (Table, 1);

  *table = (Table) { get_index (sheets, sheet), first_row, last_row, first_column, last_column, g_strdup (options->name), NULL };
  table->headers = g_ptr_array_new ();
  for (guint i = 0; options->columns[i] != NULL; i++)
    g_ptr_array_add (table->headers, g_strdup (options->columns[i]->header));
  g_ptr_array_add (tables, table);
}

lxw_error
worksheet_add_table (lxw_worksheet *sheet, lxw_row_t first_row, lxw_col_t first_column, lxw_row_t last_row,
                     lxw_col_t last_column, lxw_table_options *options)
{
  REAL (worksheet_add_table);
  if (recording)
    record_table (sheet, first_row, first_column, last_row, last_column, options);
  return TIMED (lxw_error, real (sheet, first_row, first_column, last_row, last_column, options));
}

lxw_workbook *
workbook_new_opt (const char *path, lxw_workbook_options *options)
{
  REAL (workbook_new_opt);
  opened = g_get_monotonic_time ();
  return TIMED (lxw_workbook *, real (path, options));
}

lxw_worksheet *
workbook_add_worksheet (lxw_workbook *book, const char *name)
{
  REAL (workbook_add_worksheet);
  return TIMED (lxw_worksheet *, real (book, name));
}

lxw_error
workbook_close (lxw_workbook *book)
{
  lxw_error result;

  REAL (workbook_close);
  result = TIMED (lxw_error, real (book));
  closed = g_get_monotonic_time ();
  return result;
}

/* ---- the bare program ---- */

static void
write_cell (lxw_worksheet *sheet,
            const Cell    *cell,
            lxw_format    *format)
{
  switch (cell->kind)
    {
    case BLANK:
      worksheet_write_blank (sheet, cell->row, cell->column, format);
      break;
    case STRING:
      worksheet_write_string (sheet, cell->row, cell->column, cell->text, format);
      break;
    case NUMBER:
      worksheet_write_number (sheet, cell->row, cell->column, cell->number, format);
      break;
    case FORMULA:
      worksheet_write_formula_num (sheet, cell->row, cell->column, cell->text, format, cell->number);
      break;
    }
}

static void
write_table (lxw_worksheet *sheet,
             const Table   *table)
{
  g_autofree lxw_table_column *columns = g_new0 (lxw_table_column, table->headers->len);
  g_autofree lxw_table_column **list = g_new0 (lxw_table_column *, table->headers->len + 1);
  lxw_table_options options = { .name = table->name, .columns = list };

  for (guint i = 0; i < table->headers->len; i++)
    {
      columns[i].header = g_ptr_array_index (table->headers, i);
      list[i] = &columns[i];
    }
  worksheet_add_table (sheet, table->first_row, table->first_column, table->last_row, table->last_column, &options);
}

static void
write_bare (const char *path)
{
  lxw_workbook *book = workbook_new (path);
  g_autofree lxw_worksheet **to = g_new0 (lxw_worksheet *, sheets->len);
  g_autofree lxw_format **with = g_new0 (lxw_format *, formats->len);

  for (guint i = 0; i < sheets->len; i++)
    to[i] = workbook_add_worksheet (book, NULL);
  for (guint i = 0; i < formats->len; i++)
    {
      with[i] = workbook_add_format (book);
      format_set_font_name (with[i], "Arial");
      format_set_font_size (with[i], 8 + i);
    }
  for (guint i = 0; i < cells->len; i++)
    {
      const Cell *cell = &g_array_index (cells, Cell, i);

      write_cell (to[cell->sheet], cell, with[cell->format]);
    }
  for (guint i = 0; i < tables->len; i++)
    {
      const Table *table = g_ptr_array_index (tables, i);

      write_table (to[table->sheet], table);
    }
  workbook_close (book);
}

/* ---- measuring ---- */

static double
get_ms (gint64 since)
{
  return (g_get_monotonic_time () - since) / 1000.0;
}

static int
compare_cb (gconstpointer a,
            gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return one < other ? -1 : one > other;
}

static double
get_median (const double *values)
{
  double sorted[N_TURNS];

  memcpy (sorted, values, sizeof sorted);
  qsort (sorted, N_TURNS, sizeof *sorted, compare_cb);

  return sorted[N_TURNS / 2];
}

static void
import_file (PazStore   *store,
             const char *folder,
             const char *name)
{
  g_autofree char *path = g_build_filename (folder, "data", "un", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PazImport) import = paz_import_read (path, NULL, store, NULL, NULL, NULL, &error);
  guint64 step;

  if (import == NULL || !paz_import_apply (import, store, NULL, NULL, NULL, &step, &error))
    g_error ("%s", error->message);
}

static void
sync_file (const char *path)
{
  int fd = open (path, O_RDONLY);

  fsync (fd);
  close (fd);
}

static double
get_ratio (const double *one,
           const double *other)
{
  double ratios[N_TURNS];

  for (guint i = 0; i < N_TURNS; i++)
    ratios[i] = one[i] / other[i];

  return get_median (ratios);
}

static void
measure (PazStore   *store,
         const char *folder)
{
  g_autofree char *ours = g_build_filename (folder, "ours.xlsx", NULL);
  g_autofree char *theirs = g_build_filename (folder, "bare.xlsx", NULL);
  const PazReportOptions options = { .language = PAZ_LANGUAGE_EN, .created = 1620036000000 };
  double whole[N_TURNS], written[N_TURNS], library[N_TURNS], bare[N_TURNS], durable[N_TURNS];

  for (int i = -1; i < N_TURNS; i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 since;

      recording = i < 0;
      inside = 0;
      since = g_get_monotonic_time ();
      if (!paz_report_export (store, "participation", &options, ours, NULL, NULL, NULL, &error))
        g_error ("%s", error->message);
      recording = FALSE;
      whole[MAX (i, 0)] = get_ms (since);
      written[MAX (i, 0)] = (closed - opened) / 1000.0;
      library[MAX (i, 0)] = inside / 1000.0;
      since = g_get_monotonic_time ();
      write_bare (theirs);
      bare[MAX (i, 0)] = get_ms (since);
      sync_file (theirs);
      durable[MAX (i, 0)] = get_ms (since);
    }
  g_print ("participation: %u cells, %u tables, %u turns\n", cells->len, tables->len, N_TURNS);
  g_print ("whole %.1f ms, written %.1f ms, library %.1f ms, bare %.1f ms, durable %.1f ms\n", get_median (whole),
           get_median (written), get_median (library), get_median (bare), get_median (durable));
  g_print ("written/library %.2f  written/bare %.2f  whole/durable %.2f\n", get_ratio (written, library),
           get_ratio (written, bare), get_ratio (whole, durable));
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_remove (path);
}

int
main (void)
{
  const char *shared = g_getenv ("RELACOPAZ_SHARED");
  g_autofree char *folder = g_dir_make_tmp ("paz-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "bench.relacopaz", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PazStore) store = NULL;

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  tables = g_ptr_array_new ();
  sheets = g_ptr_array_new ();
  formats = g_ptr_array_new ();
  store = paz_store_open (path, PAZ_STORE_OPEN_CREATE, NULL, &error);
  if (store == NULL)
    g_error ("%s", error->message);
  import_file (store, shared, "uchistorical_2013-03_2014-02.csv");
  import_file (store, shared, "contributionsbygender_2014-03.csv");
  measure (store, folder);
  g_clear_object (&store);
  remove_all (folder);

  return 0;
}
