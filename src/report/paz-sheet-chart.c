#include "paz-sheet-chart-private.h"

#include "paz-sheet-private.h"
#include "report/paz-report.h"

#include <math.h>

struct _PazSheetChart
{
  lxw_chart    *chart;
  PazBookChart *seen;          /* of the book that takes it down, or NULL */
  PazSheet     *sheet;
  PazSheetChartType  type;
  gboolean      share;
  char         *description;
  guint         n_categories;
  guint         n_series;
  lxw_chart_series  *last;     /* added last, with its look */
  PazSeriesLook      look;
};

typedef struct
{
  guint32 color;
  guint8  dash;
  guint8  marker;
  double  width;
} SeriesLook;

static const SeriesLook series_looks[] = {
  [PAZ_SERIES_FIRST] = { PAZ_DEEP, LXW_CHART_LINE_DASH_SOLID, LXW_CHART_MARKER_CIRCLE, 2.25 },
  [PAZ_SERIES_SECOND] = { PAZ_SOFT, LXW_CHART_LINE_DASH_SOLID, LXW_CHART_MARKER_SQUARE, 2.25 },
  [PAZ_SERIES_THIRD] = { PAZ_ACCENT, LXW_CHART_LINE_DASH_DASH, LXW_CHART_MARKER_DIAMOND, 2.25 },
  [PAZ_SERIES_FOURTH] = { 0x6E7F4E, LXW_CHART_LINE_DASH_ROUND_DOT, LXW_CHART_MARKER_TRIANGLE, 2.25 },
  [PAZ_SERIES_FIFTH] = { 0x6F8FB5, LXW_CHART_LINE_DASH_SOLID, LXW_CHART_MARKER_SQUARE, 2.25 },
  [PAZ_SERIES_SIXTH] = { 0xE3C9A8, LXW_CHART_LINE_DASH_DASH, LXW_CHART_MARKER_CIRCLE, 2.25 },
  [PAZ_SERIES_SEVENTH] = { 0x7A3E1D, LXW_CHART_LINE_DASH_SOLID, LXW_CHART_MARKER_DIAMOND, 2.25 },
  [PAZ_SERIES_EIGHTH] = { 0xC9D3B4, LXW_CHART_LINE_DASH_ROUND_DOT, LXW_CHART_MARKER_SQUARE, 2.25 },
  [PAZ_SERIES_NINTH] = { 0x4B5563, LXW_CHART_LINE_DASH_DASH, LXW_CHART_MARKER_TRIANGLE, 2.25 },
  [PAZ_SERIES_TARGET] = { PAZ_INK, LXW_CHART_LINE_DASH_LONG_DASH, LXW_CHART_MARKER_NONE, 1.25 },
};

#define BAR_PIXELS 23.0
#define FRAME_PIXELS 150.0
#define LINES_PIXELS 295.0
#define COLUMNS_PIXELS 400.0
#define MAX_WIDTH 900.0
/* Bars that stand side by side. */
#define MAX_LABELS 60
/* Upright, then across. */
static const PazPaperPixels paper_pixels[][2] = {
  [PAZ_PAPER_A4] = { { 688, 968 }, { 1016, 640 } },
  [PAZ_PAPER_LETTER] = { { 710, 902 }, { 950, 662 } },
};

static lxw_chart_font title_font = { .name = PAZ_FONT, .size = 12, .bold = LXW_TRUE, .color = PAZ_DEEP };
static lxw_chart_font axis_title_font = { .name = PAZ_FONT, .size = 9, .bold = LXW_EXPLICIT_FALSE, .color = PAZ_MUTED };
static lxw_chart_font label_font = { .name = PAZ_FONT, .size = 9, .color = PAZ_INK };

static guint8
get_library_type (PazSheetChartType type)
{
  switch (type)
    {
    case PAZ_SHEET_CHART_BARS:
      return LXW_CHART_BAR;
    case PAZ_SHEET_CHART_STACKED_BARS:
      return LXW_CHART_BAR_STACKED;
    case PAZ_SHEET_CHART_COLUMNS:
      return LXW_CHART_COLUMN;
    case PAZ_SHEET_CHART_STACKED_COLUMNS:
      return LXW_CHART_COLUMN_STACKED;
    case PAZ_SHEET_CHART_LINES:
      return LXW_CHART_LINE;
    }

  g_return_val_if_reached (LXW_CHART_BAR);
}

static gboolean
is_lying (PazSheetChartType type)
{
  return type == PAZ_SHEET_CHART_BARS || type == PAZ_SHEET_CHART_STACKED_BARS;
}

static gboolean
is_stacked (PazSheetChartType type)
{
  return type == PAZ_SHEET_CHART_STACKED_BARS || type == PAZ_SHEET_CHART_STACKED_COLUMNS;
}

static void
set_axis (lxw_chart_axis *axis,
          const char     *title)
{
  static lxw_chart_line line = { .color = PAZ_SOFT, .width = 0.75 };

  chart_axis_set_name (axis, title);
  chart_axis_set_name_font (axis, &axis_title_font);
  chart_axis_set_num_font (axis, &label_font);
  chart_axis_set_line (axis, &line);
}

static void
set_frame (PazSheetChart           *self,
           const PazSheetChartSpec *spec)
{
  static lxw_chart_line grid = { .color = PAZ_LINE, .width = 0.5 };
  static lxw_chart_line none = { .none = LXW_TRUE };
  lxw_chart *chart = self->chart;
  gboolean lying = is_lying (self->type);
  /* Lying bars have their categories on the library's y axis. */
  lxw_chart_axis *categories = lying ? chart->y_axis : chart->x_axis;
  lxw_chart_axis *values = lying ? chart->x_axis : chart->y_axis;

  chart_title_set_name (chart, spec->title);
  chart_title_set_name_font (chart, &title_font);
  set_axis (categories, spec->category_title);
  set_axis (values, spec->value_title);
  chart_axis_major_gridlines_set_visible (values, LXW_TRUE);
  chart_axis_major_gridlines_set_line (values, &grid);
  /* Small shares take steps of half a point. */
  chart_axis_set_num_format (values, self->share ? "0.0%" : "#,##0");
  chart_axis_set_min (values, 0);
  if (spec->months)
    chart_axis_set_num_format (categories, paz_style_get_month_format (self->sheet->workbook->language));
  chart_chartarea_set_line (chart, &none);
  chart_legend_set_font (chart, &label_font);
  chart_legend_set_position (chart, LXW_CHART_LEGEND_BOTTOM);
  chart_show_blanks_as (chart, LXW_CHART_BLANKS_AS_GAP);
  /* The first row on top, the values below all the same. */
  if (lying)
    {
      chart_axis_set_reverse (categories);
      chart_axis_set_crossing_max (categories);
    }
  if (self->type != PAZ_SHEET_CHART_LINES)
    chart_set_series_gap (chart, 45);
}

PazSheetChart *
paz_sheet_chart_new (PazSheet                *sheet,
                     const PazSheetChartSpec *spec)
{
  PazSheetChart *self = g_new0 (PazSheetChart, 1);
  PazWorkbook *workbook = sheet->workbook;

  self->sheet = sheet;
  self->type = spec->type;
  self->share = spec->share;
  self->description = g_strdup (spec->description);
  g_ptr_array_add (sheet->charts, self);
  if (sheet->leaf != NULL)
    self->seen = paz_book_leaf_add_chart (sheet->leaf, spec);
  if (workbook->error != NULL)
    return self;
  if (spec->title == NULL || spec->category_title == NULL || spec->value_title == NULL || spec->description == NULL)
    paz_workbook_fail (workbook, g_error_new (PAZ_REPORT_ERROR, PAZ_REPORT_ERROR_FAILED,
                                              "a chart on “%s” without its words", sheet->name));
  self->chart = workbook_add_chart (workbook->book, get_library_type (spec->type));
  if (self->chart != NULL)
    set_frame (self, spec);

  return self;
}

void
paz_sheet_chart_free (PazSheetChart *self)
{
  g_free (self->description);
  g_free (self);
}

static void
set_series_look (PazSheetChart         *self,
                 lxw_chart_series *series,
                 PazSeriesLook     which)
{
  const SeriesLook *look = &series_looks[which];
  lxw_chart_line line = { .color = look->color, .width = (float) look->width, .dash_type = look->dash };
  lxw_chart_fill fill = { .color = look->color };
  lxw_chart_line edge = { .color = PAZ_DEEP, .width = 0.5 };

  if (self->type != PAZ_SHEET_CHART_LINES)
    {
      chart_series_set_fill (series, &fill);
      chart_series_set_line (series, &edge);
      if (is_stacked (self->type) || self->n_categories > MAX_LABELS)
        return;
      /* The figure stands at the end of its bar. */
      chart_series_set_labels (series);
      chart_series_set_labels_font (series, &label_font);
      /* A target that is not there is a sign, which a chart takes for zero: targets are never zero. */
      if (self->share)
        chart_series_set_labels_num_format (series, which == PAZ_SERIES_FIRST ? "0.0%" : "0.0%;;");
      else
        chart_series_set_labels_num_format (series, "#,##0");
      return;
    }
  chart_series_set_line (series, &line);
  chart_series_set_marker_type (series, look->marker);
  if (look->marker != LXW_CHART_MARKER_NONE)
    {
      chart_series_set_marker_size (series, 6);
      chart_series_set_marker_fill (series, &fill);
      chart_series_set_marker_line (series, &edge);
    }
}

void
paz_sheet_chart_add_series (PazSheetChart *self,
                            PazSheet      *data,
                            const char    *category_key,
                            const char    *value_key,
                            guint          from,
                            guint          n_rows,
                            const char    *name,
                            PazSeriesLook  look)
{
  lxw_row_t first = paz_sheet_get_first_row (data) + from;
  lxw_row_t last = first + MAX (n_rows, 1) - 1;
  lxw_col_t category = (lxw_col_t) paz_sheet_get_column (data, category_key);
  lxw_col_t value = (lxw_col_t) paz_sheet_get_column (data, value_key);
  lxw_chart_series *series;

  if (self->chart == NULL || self->sheet->workbook->error != NULL)
    return;
  if (self->seen != NULL)
    paz_book_chart_add (self->seen, data->leaf, category, value, first, n_rows, name, look);
  series = chart_add_series (self->chart, NULL, NULL);
  chart_series_set_categories (series, data->name, first, category, last, category);
  chart_series_set_values (series, data->name, first, value, last, value);
  chart_series_set_name (series, name);
  self->n_categories = MAX (self->n_categories, n_rows);
  set_series_look (self, series, look);
  self->n_series++;
  self->last = series;
  self->look = look;
}

void
paz_sheet_chart_mark_points (PazSheetChart  *self,
                             const gboolean *marked,
                             guint           n,
                             PazSeriesLook   look)
{
  lxw_chart_fill plain = { .color = series_looks[self->look].color };
  lxw_chart_fill mark = { .color = series_looks[look].color };
  lxw_chart_point points[2] = { { .fill = &plain }, { .fill = &mark } };
  g_autofree lxw_chart_point **list = g_new0 (lxw_chart_point *, n + 1);

  if (self->last == NULL)
    return;
  for (guint i = 0; i < n; i++)
    list[i] = &points[marked[i] ? 1 : 0];
  chart_series_set_points (self->last, list);
}

static double
get_height (PazSheetChart *self)
{
  if (self->type == PAZ_SHEET_CHART_STACKED_COLUMNS)
    return COLUMNS_PIXELS;
  if (!is_lying (self->type))
    return LINES_PIXELS;

  /* Bars that stand side by side share a category. */
  return FRAME_PIXELS + BAR_PIXELS * self->n_categories * (is_stacked (self->type) ? 1 : MAX (1, 0.7 * self->n_series));
}

static void
insert (PazSheetChart *self,
        guint     row,
        double    width)
{
  PazWorkbook *workbook = self->sheet->workbook;
  lxw_chart_options options = {
    .description = self->description,
    .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
    /* The library's chart is 480 by 288. */
    .x_scale = width / 480.0,
    .y_scale = get_height (self) / 288.0,
    .x_offset = 2,
    .y_offset = 4,
  };

  if (self->n_series == 1)
    chart_legend_set_position (self->chart, LXW_CHART_LEGEND_NONE);
  if (is_stacked (self->type))
    chart_set_series_overlap (self->chart, 100);
  paz_workbook_take (workbook, worksheet_insert_chart_opt (self->sheet->sheet, row, 0, self->chart, &options));
  workbook->n_charts++;
}

const PazPaperPixels *
paz_paper_get_pixels (PazPaper paper,
                      gboolean landscape)
{
  return &paper_pixels[paper][landscape ? 1 : 0];
}

double
paz_sheet_chart_get_height_of_all (PazSheet *sheet)
{
  double height = 0;

  for (guint i = 0; i < sheet->charts->len; i++)
    height += get_height (g_ptr_array_index (sheet->charts, i)) + 2 * ROW_PIXELS;

  return height;
}

/* Pixels of the sheet that fit on one page of paper below each other. */
static double
get_page_height (const Layout *layout,
                 PazPaper      paper)
{
  const PazPaperPixels *pixels = paz_paper_get_pixels (paper, layout->landscape);

  return pixels->height / MIN (1, pixels->width / MAX (layout->width, PAZ_CHART_MIN_WIDTH));
}

/* What is left of the page the sheet's last row stands on. */
static double
get_rest (const Layout *layout,
          double        page)
{
  double next = page - layout->header_height;

  if (layout->height <= page)
    return page - layout->height;

  return next - fmod (layout->height - page, next);
}

static guint
count_rows (double pixels)
{
  return (guint) ceil (pixels / ROW_PIXELS);
}

/* No chart is cut by the end of a page. */
void
paz_sheet_chart_place_all (PazSheet *sheet,
                     guint     row)
{
  const Layout *layout = sheet->layout;
  double width = CLAMP (layout->width, PAZ_CHART_MIN_WIDTH, MAX_WIDTH);
  double page = get_page_height (layout, sheet->workbook->paper);
  double rest = get_rest (layout, page);
  g_autoptr (GArray) breaks = g_array_new (TRUE, FALSE, sizeof (lxw_row_t));

  for (guint i = 0; i < sheet->charts->len && sheet->workbook->error == NULL; i++)
    {
      PazSheetChart *chart = g_ptr_array_index (sheet->charts, i);
      double height = get_height (chart) + 2 * ROW_PIXELS;

      if (chart->chart == NULL || chart->n_series == 0)
        continue;
      if (height > rest && !layout->single)
        {
          lxw_row_t at = row;

          g_array_append_val (breaks, at);
          rest = page - layout->header_height;
        }
      insert (chart, row, width);
      row += count_rows (height);
      rest -= count_rows (height) * ROW_PIXELS;
    }
  if (breaks->len > 0)
    paz_workbook_take (sheet->workbook, worksheet_set_h_pagebreaks (sheet->sheet, (lxw_row_t *) breaks->data));
}
