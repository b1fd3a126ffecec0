/* Where everything of a chart stands at one size, and the pen that puts it there. */
#pragma once

#include "paz-chart-private.h"

G_BEGIN_DECLS

typedef struct
{
  double x, y, width, height;
} PazBox;

struct _PazLayout
{
  double        width, height;
  PazLook       look;
  double        zoom;        /* of text */
  gboolean      untitled;
  double        corner;
  char         *font;
  PazCatalogue *catalogue;
  PazBox        frame;       /* of the values; of multiples all panels together */
  PazBox       *panels;      /* of multiples, a series each */
  guint         n_columns;   /* of panels */
  double        low, high, step;
  gboolean      lying;
  gboolean      direct;      /* series are named at the ends of their lines */
  gboolean      legend;
  double        legend_y;
  double        value_title_y;
  double        foot_y;
  guint         name_lines;  /* of the names under standing bars */
  double        right;       /* room for the names at the ends */
  PazBox       *boxes;       /* series * categories; width below 0: not drawn */
};

typedef struct
{
  PazChart     *chart;
  PazLayout    *layout;
  cairo_t      *cr;          /* NULL while measuring */
  PangoContext *pango;
} PazPen;

typedef enum { PAZ_START, PAZ_MIDDLE, PAZ_END } PazAlign;

#define PAZ_TEXT 10.0
#define PAZ_PAD 12.0

/* Text of one line (or wrapped, when wrap), drawn when the pen has a cairo context. The height. */
double    paz_pen_text        (PazPen *pen, const char *text, double size, gboolean bold, PazColor color,
                               double x, double y, double width, PazAlign align, gboolean wrap);
/* A name of at most so many lines within a width: x is its start, middle or end, y its top. */
double    paz_pen_name        (PazPen *pen, const char *text, PazColor color, double x, double y, double width,
                               PazAlign align, guint lines);
double    paz_pen_measure     (PazPen *pen, const char *text, double size);
double    paz_pen_line_height (PazPen *pen);
/* Of the words above the frame. */
double    paz_pen_head_width  (PazPen *pen);
void      paz_pen_color       (PazPen *pen, PazColor color);
/* On whole pixels of the device. */
void      paz_pen_hairline    (PazPen *pen, double x1, double y1, double x2, double y2);
/* Fills the path in the series' colour, with its pattern where colour is not enough. */
void      paz_pen_fill        (PazPen *pen, guint series);
void      paz_pen_marker      (PazPen *pen, guint series, double x, double y, double radius, gboolean hollow);
gboolean  paz_pen_is_patterned (PazPen *pen);
/* Of many points on a screen: edges that are nearly as smooth and cost a quarter. */
void      paz_pen_hurry       (PazPen *pen);

PazLayout *paz_layout_get     (PazChart *chart, double width, double height,
                               const PazPictureStyle *style, PazCatalogue *catalogue);
PangoContext *paz_pango_new   (void);
double    paz_layout_get_position (PazLayout *self, const PazBox *frame, double value);
/* Middle of a category or month, along the axis. */
double    paz_layout_get_place (PazPen *pen, const PazBox *frame, guint index);
double    paz_layout_get_slot (PazPen *pen, const PazBox *frame);
PazBox   *paz_layout_get_box  (PazPen *pen, guint series, guint index);
gboolean  paz_chart_is_broken (PazChart *chart, guint series, guint index);
char     *paz_pen_dup_tick    (PazPen *pen, double value);

void      paz_axis_draw       (PazPen *pen, const PazBox *frame, gboolean numbers, gboolean names);
void      paz_legend_draw     (PazPen *pen);
/* How many small charts stand side by side. */
guint     paz_multiples_get_columns (double width, double zoom, guint n);
double    paz_legend_get_height (PazPen *pen, double width);
void      paz_line_lay_out    (PazPen *pen);
void      paz_line_draw       (PazPen *pen);
void      paz_line_draw_one   (PazPen *pen, guint series);
void      paz_area_draw       (PazPen *pen);
void      paz_bars_lay_out    (PazPen *pen);
void      paz_bars_draw       (PazPen *pen);
void      paz_dots_draw       (PazPen *pen);
void      paz_heat_lay_out    (PazPen *pen);
void      paz_heat_draw       (PazPen *pen);
/* The ramp from the least value to the most, and what is not known. */
void      paz_heat_draw_legend (PazPen *pen);
void      paz_multiples_lay_out (PazPen *pen);
void      paz_multiples_draw  (PazPen *pen);

G_END_DECLS
