#include "library-door.h"

#include <dlfcn.h>
#include <xlsxwriter.h>

typedef struct _Call Call;
typedef void (* Again) (const Call *call);

/* Objects are kept as numbers: the same number is another object when the calls are made again. */
typedef union
{
  guint    object;
  gint64   integer;
  double   real;
  gpointer data;       /* owned: a string, a structure */
} Argument;

struct _Call
{
  Again    again;
  gpointer function;
  Argument arguments[8];
};

static gboolean recording, timing;
static guint depth;            /* the library calls itself too */
static gint64 inside, opened, closed;
static GArray *calls;
static GHashTable *numbers;    /* object -> number + 1, while recording */
static GPtrArray *objects;     /* by number, while repeating */
static const char *target;
static guint n_objects, n_cells;

/* ---- what macros below rest on ---- */

static gint64
enter (void)
{
  depth++;

  return timing ? g_get_monotonic_time () : 0;
}

static void
leave (gint64 *since)
{
  depth--;
  if (timing && depth == 0)
    inside += g_get_monotonic_time () - *since;
}

#define INSIDE __attribute__ ((cleanup (leave), unused)) gint64 since = enter ()

#define REAL(name) \
  static __typeof__ (&name) real; \
  if (real == NULL) \
    real = (__typeof__ (&name)) dlsym (RTLD_NEXT, #name)

static gboolean
is_heard (void)
{
  return recording && depth == 0;
}

static Argument
take_object (gconstpointer object)
{
  return (Argument) { .object = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, object)) };
}

static Argument
take_data (gconstpointer data,
           gsize         size)
{
  return (Argument) { .data = data != NULL ? g_memdup2 (data, size) : NULL };
}

static Argument
take_text (const char *text)
{
  return (Argument) { .data = g_strdup (text) };
}

static Argument
take_integer (gint64 value)
{
  return (Argument) { .integer = value };
}

static Argument
take_real (double value)
{
  return (Argument) { .real = value };
}

static void
name_object (gconstpointer object)
{
  if (recording)
    g_hash_table_insert (numbers, (gpointer) object, GUINT_TO_POINTER (++n_objects));
}

static void
hear (Again           again,
      gpointer        function,
      guint           n,
      const Argument *arguments)
{
  Call call = { again, function };

  for (guint i = 0; i < n; i++)
    call.arguments[i] = arguments[i];
  g_array_append_val (calls, call);
}

#define HEAR(name, ...) \
  G_STMT_START { \
    if (is_heard ()) \
      { \
        const Argument list[] = { __VA_ARGS__ }; \
        hear (again_##name, (gpointer) real, G_N_ELEMENTS (list), list); \
      } \
  } G_STMT_END

static gpointer
get_object (const Call *call,
            guint       n)
{
  return call->arguments[n].object != 0 ? g_ptr_array_index (objects, call->arguments[n].object - 1) : NULL;
}

static void
put_object (gpointer object)
{
  g_ptr_array_add (objects, object);
}

#define FUNCTION(name) ((__typeof__ (&name)) call->function)
#define OBJECT(n) get_object (call, n)
#define INTEGER(n) call->arguments[n].integer
#define NUMBER(n) call->arguments[n].real
#define DATA(n) call->arguments[n].data
#define AGAIN(name) static void again_##name (const Call *call)

/* ---- families of functions ---- */

#define DOOR_OBJECT(type, name, of) \
  AGAIN (name) { FUNCTION (name) (OBJECT (0)); } \
  type name (of *object) \
  { REAL (name); HEAR (name, take_object (object)); INSIDE; return real (object); }

#define DOOR_INTEGER(type, name, of, integer) \
  AGAIN (name) { FUNCTION (name) (OBJECT (0), (integer) INTEGER (1)); } \
  type name (of *object, integer value) \
  { REAL (name); HEAR (name, take_object (object), take_integer (value)); INSIDE; return real (object, value); }

#define DOOR_NUMBER(type, name, of) \
  AGAIN (name) { FUNCTION (name) (OBJECT (0), NUMBER (1)); } \
  type name (of *object, double value) \
  { REAL (name); HEAR (name, take_object (object), take_real (value)); INSIDE; return real (object, value); }

#define DOOR_TEXT(type, name, of) \
  AGAIN (name) { FUNCTION (name) (OBJECT (0), DATA (1)); } \
  type name (of *object, const char *text) \
  { REAL (name); HEAR (name, take_object (object), take_text (text)); INSIDE; return real (object, text); }

#define DOOR_LOOK(type, name, of, look) \
  AGAIN (name) { FUNCTION (name) (OBJECT (0), DATA (1)); } \
  type name (of *object, look *how) \
  { REAL (name); HEAR (name, take_object (object), take_data (how, sizeof *how)); INSIDE; return real (object, how); }

DOOR_OBJECT (void, format_set_bold, lxw_format)
DOOR_OBJECT (void, format_set_italic, lxw_format)
DOOR_OBJECT (void, format_set_text_wrap, lxw_format)
DOOR_INTEGER (void, format_set_pattern, lxw_format, uint8_t)
DOOR_INTEGER (void, format_set_bg_color, lxw_format, lxw_color_t)
DOOR_INTEGER (void, format_set_fg_color, lxw_format, lxw_color_t)
DOOR_INTEGER (void, format_set_font_color, lxw_format, lxw_color_t)
DOOR_INTEGER (void, format_set_align, lxw_format, uint8_t)
DOOR_INTEGER (void, format_set_indent, lxw_format, uint8_t)
DOOR_INTEGER (void, format_set_top, lxw_format, uint8_t)
DOOR_INTEGER (void, format_set_bottom, lxw_format, uint8_t)
DOOR_INTEGER (void, format_set_top_color, lxw_format, lxw_color_t)
DOOR_INTEGER (void, format_set_bottom_color, lxw_format, lxw_color_t)
DOOR_NUMBER (void, format_set_font_size, lxw_format)
DOOR_TEXT (void, format_set_font_name, lxw_format)
DOOR_TEXT (void, format_set_num_format, lxw_format)

DOOR_OBJECT (void, chart_axis_set_reverse, lxw_chart_axis)
DOOR_OBJECT (void, chart_axis_set_crossing_max, lxw_chart_axis)
DOOR_INTEGER (void, chart_legend_set_position, lxw_chart, uint8_t)
DOOR_INTEGER (void, chart_show_blanks_as, lxw_chart, uint8_t)
DOOR_INTEGER (void, chart_set_series_gap, lxw_chart, uint16_t)
DOOR_INTEGER (void, chart_set_series_overlap, lxw_chart, int8_t)
DOOR_INTEGER (void, chart_series_set_marker_type, lxw_chart_series, uint8_t)
DOOR_INTEGER (void, chart_series_set_marker_size, lxw_chart_series, uint8_t)
DOOR_INTEGER (void, chart_axis_major_gridlines_set_visible, lxw_chart_axis, uint8_t)
DOOR_NUMBER (void, chart_axis_set_min, lxw_chart_axis)
DOOR_TEXT (void, chart_title_set_name, lxw_chart)
DOOR_TEXT (void, chart_axis_set_name, lxw_chart_axis)
DOOR_TEXT (void, chart_axis_set_num_format, lxw_chart_axis)
DOOR_TEXT (void, chart_series_set_name, lxw_chart_series)
DOOR_LOOK (void, chart_title_set_name_font, lxw_chart, lxw_chart_font)
DOOR_LOOK (void, chart_legend_set_font, lxw_chart, lxw_chart_font)
DOOR_LOOK (void, chart_axis_set_name_font, lxw_chart_axis, lxw_chart_font)
DOOR_LOOK (void, chart_axis_set_num_font, lxw_chart_axis, lxw_chart_font)
DOOR_LOOK (void, chart_axis_set_line, lxw_chart_axis, lxw_chart_line)
DOOR_LOOK (void, chart_axis_major_gridlines_set_line, lxw_chart_axis, lxw_chart_line)
DOOR_LOOK (void, chart_chartarea_set_line, lxw_chart, lxw_chart_line)
DOOR_LOOK (void, chart_series_set_line, lxw_chart_series, lxw_chart_line)
DOOR_LOOK (void, chart_series_set_fill, lxw_chart_series, lxw_chart_fill)
DOOR_OBJECT (void, chart_series_set_labels, lxw_chart_series)
DOOR_TEXT (void, chart_series_set_labels_num_format, lxw_chart_series)
DOOR_LOOK (void, chart_series_set_labels_font, lxw_chart_series, lxw_chart_font)
DOOR_LOOK (void, chart_series_set_marker_fill, lxw_chart_series, lxw_chart_fill)
DOOR_LOOK (void, chart_series_set_marker_line, lxw_chart_series, lxw_chart_line)

DOOR_OBJECT (void, worksheet_set_landscape, lxw_worksheet)
DOOR_INTEGER (void, worksheet_set_paper, lxw_worksheet, uint8_t)
DOOR_INTEGER (void, worksheet_gridlines, lxw_worksheet, uint8_t)
DOOR_TEXT (lxw_error, worksheet_set_header, lxw_worksheet)
DOOR_TEXT (lxw_error, worksheet_set_footer, lxw_worksheet)

/* ---- series of a chart ---- */

#define DOOR_RANGE(name) \
  AGAIN (name) \
  { FUNCTION (name) (OBJECT (0), DATA (1), (lxw_row_t) INTEGER (2), (lxw_col_t) INTEGER (3), \
                     (lxw_row_t) INTEGER (4), (lxw_col_t) INTEGER (5)); } \
  void name (lxw_chart_series *series, const char *sheet, lxw_row_t first_row, lxw_col_t first_column, \
             lxw_row_t last_row, lxw_col_t last_column) \
  { \
    REAL (name); \
    HEAR (name, take_object (series), take_text (sheet), take_integer (first_row), take_integer (first_column), \
          take_integer (last_row), take_integer (last_column)); \
    INSIDE; \
    real (series, sheet, first_row, first_column, last_row, last_column); \
  }

DOOR_RANGE (chart_series_set_categories)
DOOR_RANGE (chart_series_set_values)

AGAIN (chart_add_series)
{
  put_object (FUNCTION (chart_add_series) (OBJECT (0), NULL, NULL));
}

lxw_chart_series *
chart_add_series (lxw_chart *chart, const char *categories, const char *values)
{
  lxw_chart_series *series;

  REAL (chart_add_series);
  HEAR (chart_add_series, take_object (chart));
  INSIDE;
  series = real (chart, categories, values);
  name_object (series);

  return series;
}

/* ---- cells ---- */

AGAIN (worksheet_write_string)
{
  FUNCTION (worksheet_write_string) (OBJECT (0), (lxw_row_t) INTEGER (1), (lxw_col_t) INTEGER (2), DATA (3), OBJECT (4));
}

lxw_error
worksheet_write_string (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *text, lxw_format *format)
{
  REAL (worksheet_write_string);
  HEAR (worksheet_write_string, take_object (sheet), take_integer (row), take_integer (column), take_text (text), take_object (format));
  n_cells += is_heard ();
  INSIDE;
  return real (sheet, row, column, text, format);
}

AGAIN (worksheet_write_number)
{
  FUNCTION (worksheet_write_number) (OBJECT (0), (lxw_row_t) INTEGER (1), (lxw_col_t) INTEGER (2), NUMBER (3), OBJECT (4));
}

lxw_error
worksheet_write_number (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, double number, lxw_format *format)
{
  REAL (worksheet_write_number);
  HEAR (worksheet_write_number, take_object (sheet), take_integer (row), take_integer (column), take_real (number), take_object (format));
  n_cells += is_heard ();
  INSIDE;
  return real (sheet, row, column, number, format);
}

AGAIN (worksheet_write_blank)
{
  FUNCTION (worksheet_write_blank) (OBJECT (0), (lxw_row_t) INTEGER (1), (lxw_col_t) INTEGER (2), OBJECT (3));
}

lxw_error
worksheet_write_blank (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, lxw_format *format)
{
  REAL (worksheet_write_blank);
  HEAR (worksheet_write_blank, take_object (sheet), take_integer (row), take_integer (column), take_object (format));
  n_cells += is_heard ();
  INSIDE;
  return real (sheet, row, column, format);
}

AGAIN (worksheet_write_formula_num)
{
  FUNCTION (worksheet_write_formula_num) (OBJECT (0), (lxw_row_t) INTEGER (1), (lxw_col_t) INTEGER (2), DATA (3), OBJECT (4), NUMBER (5));
}

lxw_error
worksheet_write_formula_num (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *formula,
                             lxw_format *format, double number)
{
  REAL (worksheet_write_formula_num);
  HEAR (worksheet_write_formula_num, take_object (sheet), take_integer (row), take_integer (column), take_text (formula),
        take_object (format), take_real (number));
  n_cells += is_heard ();
  INSIDE;
  return real (sheet, row, column, formula, format, number);
}

AGAIN (worksheet_write_url_opt)
{
  FUNCTION (worksheet_write_url_opt) (OBJECT (0), (lxw_row_t) INTEGER (1), (lxw_col_t) INTEGER (2), DATA (3), OBJECT (4), DATA (5), DATA (6));
}

lxw_error
worksheet_write_url_opt (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *url,
                         lxw_format *format, const char *text, const char *tip)
{
  REAL (worksheet_write_url_opt);
  HEAR (worksheet_write_url_opt, take_object (sheet), take_integer (row), take_integer (column), take_text (url),
        take_object (format), take_text (text), take_text (tip));
  n_cells += is_heard ();
  INSIDE;
  return real (sheet, row, column, url, format, text, tip);
}

/* ---- rows, columns, pages ---- */

AGAIN (worksheet_set_row)
{
  FUNCTION (worksheet_set_row) (OBJECT (0), (lxw_row_t) INTEGER (1), NUMBER (2), OBJECT (3));
}

lxw_error
worksheet_set_row (lxw_worksheet *sheet, lxw_row_t row, double height, lxw_format *format)
{
  REAL (worksheet_set_row);
  HEAR (worksheet_set_row, take_object (sheet), take_integer (row), take_real (height), take_object (format));
  INSIDE;
  return real (sheet, row, height, format);
}

AGAIN (worksheet_set_row_opt)
{
  FUNCTION (worksheet_set_row_opt) (OBJECT (0), (lxw_row_t) INTEGER (1), NUMBER (2), OBJECT (3), DATA (4));
}

lxw_error
worksheet_set_row_opt (lxw_worksheet *sheet, lxw_row_t row, double height, lxw_format *format, lxw_row_col_options *options)
{
  REAL (worksheet_set_row_opt);
  HEAR (worksheet_set_row_opt, take_object (sheet), take_integer (row), take_real (height), take_object (format),
        take_data (options, sizeof *options));
  INSIDE;
  return real (sheet, row, height, format, options);
}

AGAIN (worksheet_set_column_pixels)
{
  FUNCTION (worksheet_set_column_pixels) (OBJECT (0), (lxw_col_t) INTEGER (1), (lxw_col_t) INTEGER (2), (uint32_t) INTEGER (3), OBJECT (4));
}

lxw_error
worksheet_set_column_pixels (lxw_worksheet *sheet, lxw_col_t first, lxw_col_t last, uint32_t pixels, lxw_format *format)
{
  REAL (worksheet_set_column_pixels);
  HEAR (worksheet_set_column_pixels, take_object (sheet), take_integer (first), take_integer (last), take_integer (pixels), take_object (format));
  INSIDE;
  return real (sheet, first, last, pixels, format);
}

AGAIN (worksheet_set_margins)
{
  FUNCTION (worksheet_set_margins) (OBJECT (0), NUMBER (1), NUMBER (2), NUMBER (3), NUMBER (4));
}

void
worksheet_set_margins (lxw_worksheet *sheet, double left, double right, double top, double bottom)
{
  REAL (worksheet_set_margins);
  HEAR (worksheet_set_margins, take_object (sheet), take_real (left), take_real (right), take_real (top), take_real (bottom));
  INSIDE;
  real (sheet, left, right, top, bottom);
}

AGAIN (worksheet_set_default_row)
{
  FUNCTION (worksheet_set_default_row) (OBJECT (0), NUMBER (1), (uint8_t) INTEGER (2));
}

void
worksheet_set_default_row (lxw_worksheet *sheet, double height, uint8_t hide)
{
  REAL (worksheet_set_default_row);
  HEAR (worksheet_set_default_row, take_object (sheet), take_real (height), take_integer (hide));
  INSIDE;
  real (sheet, height, hide);
}

AGAIN (worksheet_repeat_rows)
{
  FUNCTION (worksheet_repeat_rows) (OBJECT (0), (lxw_row_t) INTEGER (1), (lxw_row_t) INTEGER (2));
}

lxw_error
worksheet_repeat_rows (lxw_worksheet *sheet, lxw_row_t first, lxw_row_t last)
{
  REAL (worksheet_repeat_rows);
  HEAR (worksheet_repeat_rows, take_object (sheet), take_integer (first), take_integer (last));
  INSIDE;
  return real (sheet, first, last);
}

AGAIN (worksheet_freeze_panes)
{
  FUNCTION (worksheet_freeze_panes) (OBJECT (0), (lxw_row_t) INTEGER (1), (lxw_col_t) INTEGER (2));
}

void
worksheet_freeze_panes (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column)
{
  REAL (worksheet_freeze_panes);
  HEAR (worksheet_freeze_panes, take_object (sheet), take_integer (row), take_integer (column));
  INSIDE;
  real (sheet, row, column);
}

AGAIN (worksheet_fit_to_pages)
{
  FUNCTION (worksheet_fit_to_pages) (OBJECT (0), (uint16_t) INTEGER (1), (uint16_t) INTEGER (2));
}

void
worksheet_fit_to_pages (lxw_worksheet *sheet, uint16_t width, uint16_t height)
{
  REAL (worksheet_fit_to_pages);
  HEAR (worksheet_fit_to_pages, take_object (sheet), take_integer (width), take_integer (height));
  INSIDE;
  real (sheet, width, height);
}

AGAIN (worksheet_autofilter)
{
  FUNCTION (worksheet_autofilter) (OBJECT (0), (lxw_row_t) INTEGER (1), (lxw_col_t) INTEGER (2), (lxw_row_t) INTEGER (3), (lxw_col_t) INTEGER (4));
}

lxw_error
worksheet_autofilter (lxw_worksheet *sheet, lxw_row_t first_row, lxw_col_t first_column, lxw_row_t last_row, lxw_col_t last_column)
{
  REAL (worksheet_autofilter);
  HEAR (worksheet_autofilter, take_object (sheet), take_integer (first_row), take_integer (first_column),
        take_integer (last_row), take_integer (last_column));
  INSIDE;
  return real (sheet, first_row, first_column, last_row, last_column);
}

AGAIN (worksheet_set_h_pagebreaks)
{
  FUNCTION (worksheet_set_h_pagebreaks) (OBJECT (0), DATA (1));
}

lxw_error
worksheet_set_h_pagebreaks (lxw_worksheet *sheet, lxw_row_t breaks[])
{
  guint n = 0;

  while (breaks[n] != 0)
    n++;
  REAL (worksheet_set_h_pagebreaks);
  HEAR (worksheet_set_h_pagebreaks, take_object (sheet), take_data (breaks, (n + 1) * sizeof *breaks));
  INSIDE;
  return real (sheet, breaks);
}

/* ---- points of a series, shades of cells ---- */

/* Of a point the writer says the colour alone. */
AGAIN (chart_series_set_points)
{
  guint n = (guint) INTEGER (2);
  const guint32 *colors = DATA (1);
  g_autofree lxw_chart_fill *fills = g_new0 (lxw_chart_fill, n);
  g_autofree lxw_chart_point *points = g_new0 (lxw_chart_point, n);
  g_autofree lxw_chart_point **list = g_new0 (lxw_chart_point *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      fills[i].color = colors[i];
      points[i].fill = &fills[i];
      list[i] = &points[i];
    }
  FUNCTION (chart_series_set_points) (OBJECT (0), list);
}

lxw_error
chart_series_set_points (lxw_chart_series *series, lxw_chart_point *points[])
{
  g_autoptr (GArray) colors = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; points[i] != NULL; i++)
    {
      guint32 color = points[i]->fill->color;

      g_array_append_val (colors, color);
    }
  REAL (chart_series_set_points);
  HEAR (chart_series_set_points, take_object (series), take_data (colors->data, colors->len * sizeof (guint32)), take_integer (colors->len));
  INSIDE;
  return real (series, points);
}

AGAIN (worksheet_conditional_format_range)
{
  FUNCTION (worksheet_conditional_format_range) (OBJECT (0), (lxw_row_t) INTEGER (1), (lxw_col_t) INTEGER (2), (lxw_row_t) INTEGER (3),
                                                 (lxw_col_t) INTEGER (4), DATA (5));
}

lxw_error
worksheet_conditional_format_range (lxw_worksheet *sheet, lxw_row_t first_row, lxw_col_t first_column, lxw_row_t last_row,
                                    lxw_col_t last_column, lxw_conditional_format *format)
{
  REAL (worksheet_conditional_format_range);
  HEAR (worksheet_conditional_format_range, take_object (sheet), take_integer (first_row), take_integer (first_column),
        take_integer (last_row), take_integer (last_column), take_data (format, sizeof *format));
  INSIDE;
  return real (sheet, first_row, first_column, last_row, last_column, format);
}

/* ---- charts on sheets, tables ---- */

AGAIN (worksheet_insert_chart_opt)
{
  FUNCTION (worksheet_insert_chart_opt) (OBJECT (0), (lxw_row_t) INTEGER (1), (lxw_col_t) INTEGER (2), OBJECT (3), DATA (4));
}

lxw_error
worksheet_insert_chart_opt (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, lxw_chart *chart, lxw_chart_options *options)
{
  lxw_chart_options kept = *options;

  REAL (worksheet_insert_chart_opt);
  if (is_heard ())
    kept.description = g_strdup (options->description);
  HEAR (worksheet_insert_chart_opt, take_object (sheet), take_integer (row), take_integer (column), take_object (chart),
        take_data (&kept, sizeof kept));
  INSIDE;
  return real (sheet, row, column, chart, options);
}

/* With the columns' own formats as numbers of objects. */
static lxw_table_options *
copy_table (const lxw_table_options *options)
{
  lxw_table_options *copy = g_memdup2 (options, sizeof *options);
  guint n = 0;

  while (options->columns[n] != NULL)
    n++;
  copy->name = g_strdup (options->name);
  copy->columns = g_new0 (lxw_table_column *, n + 1);
  for (guint i = 0; i < n; i++)
    {
      copy->columns[i] = g_memdup2 (options->columns[i], sizeof **options->columns);
      copy->columns[i]->header = g_strdup (options->columns[i]->header);
      copy->columns[i]->header_format = g_hash_table_lookup (numbers, options->columns[i]->header_format);
    }

  return copy;
}

AGAIN (worksheet_add_table)
{
  lxw_table_options options = *(lxw_table_options *) DATA (5);
  lxw_table_column columns[64], *list[65] = { NULL };

  for (guint i = 0; options.columns[i] != NULL; i++)
    {
      guint format = GPOINTER_TO_UINT (options.columns[i]->header_format);

      columns[i] = *options.columns[i];
      columns[i].header_format = format != 0 ? g_ptr_array_index (objects, format - 1) : NULL;
      list[i] = &columns[i];
    }
  options.columns = list;
  FUNCTION (worksheet_add_table) (OBJECT (0), (lxw_row_t) INTEGER (1), (lxw_col_t) INTEGER (2), (lxw_row_t) INTEGER (3),
                                  (lxw_col_t) INTEGER (4), &options);
}

lxw_error
worksheet_add_table (lxw_worksheet *sheet, lxw_row_t first_row, lxw_col_t first_column, lxw_row_t last_row,
                     lxw_col_t last_column, lxw_table_options *options)
{
  REAL (worksheet_add_table);
  HEAR (worksheet_add_table, take_object (sheet), take_integer (first_row), take_integer (first_column), take_integer (last_row),
        take_integer (last_column), (Argument) { .data = copy_table (options) });
  INSIDE;
  return real (sheet, first_row, first_column, last_row, last_column, options);
}

/* ---- the book ---- */

AGAIN (workbook_define_name)
{
  FUNCTION (workbook_define_name) (OBJECT (0), DATA (1), DATA (2));
}

lxw_error
workbook_define_name (lxw_workbook *book, const char *name, const char *formula)
{
  REAL (workbook_define_name);
  HEAR (workbook_define_name, take_object (book), take_text (name), take_text (formula));
  INSIDE;
  return real (book, name, formula);
}

AGAIN (workbook_set_custom_property_string)
{
  FUNCTION (workbook_set_custom_property_string) (OBJECT (0), DATA (1), DATA (2));
}

lxw_error
workbook_set_custom_property_string (lxw_workbook *book, const char *name, const char *value)
{
  REAL (workbook_set_custom_property_string);
  HEAR (workbook_set_custom_property_string, take_object (book), take_text (name), take_text (value));
  INSIDE;
  return real (book, name, value);
}

AGAIN (workbook_set_properties)
{
  FUNCTION (workbook_set_properties) (OBJECT (0), DATA (1));
}

lxw_error
workbook_set_properties (lxw_workbook *book, lxw_doc_properties *properties)
{
  lxw_doc_properties kept = *properties;

  REAL (workbook_set_properties);
  if (is_heard ())
    {
      kept.title = g_strdup (properties->title);
      kept.author = g_strdup (properties->author);
      kept.status = g_strdup (properties->status);
    }
  HEAR (workbook_set_properties, take_object (book), take_data (&kept, sizeof kept));
  INSIDE;
  return real (book, properties);
}

/* A sheet with the option it was added under: the writer sets it for each. */
AGAIN (workbook_add_worksheet)
{
  lxw_workbook *book = OBJECT (0);

  book->options.constant_memory = (uint8_t) INTEGER (2);
  put_object (FUNCTION (workbook_add_worksheet) (book, DATA (1)));
}

lxw_worksheet *
workbook_add_worksheet (lxw_workbook *book, const char *name)
{
  lxw_worksheet *sheet;

  REAL (workbook_add_worksheet);
  HEAR (workbook_add_worksheet, take_object (book), take_text (name), take_integer (book->options.constant_memory));
  INSIDE;
  sheet = real (book, name);
  name_object (sheet);

  return sheet;
}

AGAIN (workbook_add_format)
{
  put_object (FUNCTION (workbook_add_format) (OBJECT (0)));
}

lxw_format *
workbook_add_format (lxw_workbook *book)
{
  lxw_format *format;

  REAL (workbook_add_format);
  /* The library adds its own inside. */
  if (depth > 0)
    return real (book);
  HEAR (workbook_add_format, take_object (book));
  INSIDE;
  format = real (book);
  name_object (format);

  return format;
}

static void
put_chart (lxw_chart *chart)
{
  put_object (chart);
  put_object (chart->x_axis);
  put_object (chart->y_axis);
}

AGAIN (workbook_add_chart)
{
  put_chart (FUNCTION (workbook_add_chart) (OBJECT (0), (uint8_t) INTEGER (1)));
}

lxw_chart *
workbook_add_chart (lxw_workbook *book, uint8_t type)
{
  lxw_chart *chart;

  REAL (workbook_add_chart);
  HEAR (workbook_add_chart, take_object (book), take_integer (type));
  INSIDE;
  chart = real (book, type);
  name_object (chart);
  name_object (chart->x_axis);
  name_object (chart->y_axis);

  return chart;
}

static void
put_book (lxw_workbook *book)
{
  put_object (book);
  put_object (STAILQ_FIRST (book->formats));
}

AGAIN (workbook_new_opt)
{
  put_book (FUNCTION (workbook_new_opt) (target, NULL));
}

lxw_workbook *
workbook_new_opt (const char *path, lxw_workbook_options *options)
{
  lxw_workbook *book;

  REAL (workbook_new_opt);
  opened = g_get_monotonic_time ();
  HEAR (workbook_new_opt, take_text (path));
  INSIDE;
  book = real (path, options);
  name_object (book);
  /* That of plain cells, which a program may change. */
  name_object (STAILQ_FIRST (book->formats));

  return book;
}

AGAIN (workbook_close)
{
  FUNCTION (workbook_close) (OBJECT (0));
}

lxw_error
workbook_close (lxw_workbook *book)
{
  lxw_error result;

  REAL (workbook_close);
  HEAR (workbook_close, take_object (book));
  {
    INSIDE;
    result = real (book);
  }
  closed = g_get_monotonic_time ();

  return result;
}

/* ---- what the bench asks ---- */

void
door_record (void)
{
  g_clear_pointer (&calls, g_array_unref);
  g_clear_pointer (&numbers, g_hash_table_unref);
  calls = g_array_new (FALSE, FALSE, sizeof (Call));
  numbers = g_hash_table_new (NULL, NULL);
  n_objects = n_cells = 0;
  recording = TRUE;
}

void
door_stop (void)
{
  recording = FALSE;
}

void
door_repeat (const char *path)
{
  g_autoptr (GPtrArray) made = g_ptr_array_new ();

  objects = made;
  target = path;
  depth++;
  for (guint i = 0; i < calls->len; i++)
    {
      const Call *call = &g_array_index (calls, Call, i);

      call->again (call);
    }
  depth--;
}

void
door_begin_timing (void)
{
  inside = 0;
  timing = TRUE;
}

gint64
door_end_timing (void)
{
  timing = FALSE;

  return inside;
}

gint64
door_get_opened (void)
{
  return opened;
}

gint64
door_get_closed (void)
{
  return closed;
}

guint
door_get_n_calls (void)
{
  return calls->len;
}

guint
door_get_n_cells (void)
{
  return n_cells;
}
