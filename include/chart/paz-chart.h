/* A chart: its data, and one drawing of it for screen, PNG, SVG and PDF. Words of the data come in
 * the language of the picture; numbers, months and the chart's own words follow the catalogue.
 * Filled by one thread, then given away; drawing and asking keep a layout inside, so one thread at
 * a time. */
#pragma once

#include "chart/paz-picture.h"

G_BEGIN_DECLS

typedef enum
{
  PAZ_CHART_LINE,          /* a missing month is a gap, never bridged; a lone point is a dot */
  PAZ_CHART_AREA,          /* stacked, with gaps: a month any series lacks is open */
  PAZ_CHART_COLUMNS,       /* standing bars side by side */
  PAZ_CHART_STACKED,       /* standing bars on top of each other */
  PAZ_CHART_BARS,          /* lying bars, the first category on top: long names fit */
  PAZ_CHART_STACKED_BARS,
  PAZ_CHART_DOTS,          /* lying: a dot a category against its target */
  PAZ_CHART_HEAT,          /* series are rows, categories columns; unknown is hatched, zero is not */
  PAZ_CHART_MULTIPLES,     /* a small line chart for each series, on one scale */
} PazChartType;
#define PAZ_N_CHART_TYPES 9
/* "line", "area", "columns", "stacked", "bars", "stacked-bars", "dots", "heat", "multiples" */
const char *paz_chart_type_get_key   (PazChartType  type);
gboolean    paz_chart_type_from_key  (const char   *key,
                                      PazChartType *type);
/* NC_("chart", ...) */
const char *paz_chart_type_get_label (PazChartType  type);

typedef enum
{
  PAZ_CHART_COUNT,         /* whole numbers */
  PAZ_CHART_DECIMAL,
  PAZ_CHART_SHARE,         /* fractions, shown as percentages: 0.467 is 46.7 % */
} PazChartUnit;

/* One value of a chart. */
typedef struct
{
  guint series;
  guint index;             /* of the category or month */
} PazChartPoint;

typedef struct _PazChart PazChart;

#define PAZ_TYPE_CHART (paz_chart_get_type ())
GType        paz_chart_get_type           (void) G_GNUC_CONST;
PazChart    *paz_chart_new                (PazChartType         type);
PazChart    *paz_chart_ref                (PazChart            *self);
void         paz_chart_unref              (PazChart            *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazChart, paz_chart_unref)

PazChartType paz_chart_get_chart_type     (PazChart            *self);
/* The same data drawn otherwise. */
void         paz_chart_set_chart_type     (PazChart            *self,
                                           PazChartType         type);

/* Lines of words, NULL for none; copied. */
void         paz_chart_set_title          (PazChart            *self,
                                           const char          *title);
const char  *paz_chart_get_title          (PazChart            *self);
void         paz_chart_set_subtitle       (PazChart            *self,
                                           const char          *subtitle);
/* What the categories are ("Mission") and what the values are ("Women, % of those deployed"). */
void         paz_chart_set_key_title      (PazChart            *self,
                                           const char          *title);
void         paz_chart_set_value_title    (PazChart            *self,
                                           const char          *title,
                                           PazChartUnit         unit);
/* Under the picture: what to know, where it is from, who may see it. */
void         paz_chart_set_note           (PazChart            *self,
                                           const char          *note);
void         paz_chart_set_source         (PazChart            *self,
                                           const char          *source);
void         paz_chart_set_marking        (PazChart            *self,
                                           const char          *marking);
/* What a screen reader says of the whole: what is shown, from when to when, what stands out.
 * Without one it is made from title, series and range. */
void         paz_chart_set_description    (PazChart            *self,
                                           const char          *description);
char        *paz_chart_dup_description    (PazChart            *self,
                                           PazCatalogue        *catalogue);
/* A short name for a target: "Target 2025". */
void         paz_chart_set_target_title   (PazChart            *self,
                                           const char          *title);

/* Categories or months, before any series. Months (paz_month_parse) ascend and stand to scale:
 * where one is left out the line is open. Years are months twelve apart. */
void         paz_chart_set_categories     (PazChart            *self,
                                           const char * const  *names,
                                           guint                n);
void         paz_chart_set_months         (PazChart            *self,
                                           const guint16       *months,
                                           guint                n);
guint        paz_chart_get_n_categories   (PazChart            *self);
/* The category's name, the month in words. */
char        *paz_chart_dup_category       (PazChart            *self,
                                           guint                index,
                                           PazCatalogue        *catalogue);

/* values: as many as categories, NAN where not known. The series' number. */
guint        paz_chart_add_series         (PazChart            *self,
                                           const char          *name,
                                           const double        *values);
guint        paz_chart_get_n_series       (PazChart            *self);
const char  *paz_chart_get_series_name    (PazChart            *self,
                                           guint                series);
/* NAN outside and where not known. */
double       paz_chart_get_value          (PazChart            *self,
                                           guint                series,
                                           guint                index);
/* What each value is to be measured by; NAN where there is none. */
void         paz_chart_set_targets        (PazChart            *self,
                                           guint                series,
                                           const double        *targets);
/* Of a share: the number of people it is a share of. Under ten it is drawn hollow and said, since
 * one person more or less changes everything. */
void         paz_chart_set_bases          (PazChart            *self,
                                           guint                series,
                                           const double        *bases);
gboolean     paz_chart_is_small           (PazChart            *self,
                                           guint                series,
                                           guint                index);

/* focus: the value under the keyboard cursor or pointer, ringed; NULL for none. From 0, 0 of the
 * cairo context; at any size. */
void         paz_chart_draw               (PazChart              *self,
                                           cairo_t               *cr,
                                           double                 width,
                                           double                 height,
                                           const PazPictureStyle *style,
                                           PazCatalogue          *catalogue,
                                           const PazChartPoint   *focus);
/* What paz_chart_draw drew at x, y, or for lines what is nearest. FALSE: nothing. */
gboolean     paz_chart_hit                (PazChart              *self,
                                           double                 width,
                                           double                 height,
                                           const PazPictureStyle *style,
                                           PazCatalogue          *catalogue,
                                           double                 x,
                                           double                 y,
                                           PazChartPoint         *point);
/* Where it was drawn. FALSE when it is not known or not in the chart. */
gboolean     paz_chart_locate             (PazChart              *self,
                                           double                 width,
                                           double                 height,
                                           const PazPictureStyle *style,
                                           PazCatalogue          *catalogue,
                                           const PazChartPoint   *point,
                                           double                 rectangle[4]);
/* How high the picture should be at a width, so that every category has its room. */
double       paz_chart_get_height         (PazChart              *self,
                                           double                 width,
                                           const PazPictureStyle *style);

typedef enum
{
  PAZ_CHART_PREVIOUS,      /* category or month; a gap is a value too: "not known" */
  PAZ_CHART_NEXT,
  PAZ_CHART_FIRST,
  PAZ_CHART_LAST,
  PAZ_CHART_SERIES_BEFORE,
  PAZ_CHART_SERIES_AFTER,
} PazChartMove;
/* FALSE at the end, where nothing moves, and in an empty chart. */
gboolean     paz_chart_move               (PazChart            *self,
                                           PazChartMove         move,
                                           PazChartPoint       *point);

/* Whole sentences: "MINUSTAH, March 2014: 412 people"; "7 of 15, 46.7 %"; "not known". */
char        *paz_chart_dup_value_text     (PazChart            *self,
                                           const PazChartPoint *point,
                                           PazCatalogue        *catalogue);
/* The value alone: "1,234", "46.7 %", "–" where not known. */
char        *paz_chart_dup_number         (PazChart            *self,
                                           double               value,
                                           PazCatalogue        *catalogue);
/* The same figures as rows of cells (GStrv), first the headings: a row a category, a column a
 * series, with its target and base where it has them. */
GPtrArray   *paz_chart_to_table           (PazChart            *self,
                                           PazCatalogue        *catalogue) G_GNUC_WARN_UNUSED_RESULT;
/* The same for a spreadsheet: whole numbers without groups, empty where not known. */
GPtrArray   *paz_chart_to_cells           (PazChart            *self,
                                           PazCatalogue        *catalogue) G_GNUC_WARN_UNUSED_RESULT;

/* See paz_picture_write. */
gboolean     paz_chart_write              (PazChart              *self,
                                           const char            *path,
                                           PazPictureFormat       format,
                                           double                 width,
                                           double                 height,
                                           const PazPictureStyle *style,
                                           PazCatalogue          *catalogue,
                                           GCancellable          *cancellable,
                                           GError               **error);

G_END_DECLS
