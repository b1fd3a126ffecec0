/* The picture: paper, words around, and the drawing of the type. */
#include "paz-chart-private.h"

#include <math.h>

/* Where everything stands at one size. */
struct _PazLayout
{
  PazChart     *chart;
  PazCatalogue *catalogue;
  double        text;                     /* height of a line of words */
  double        x, y, width, height;      /* of the plot */
  double        least, most, step;        /* of the values, ticks at every step */
  gboolean      lying;
};

void
paz_layout_free (PazLayout *self)
{
  g_free (self);
}

static gboolean
is_stacked (PazChart *self)
{
  return self->type == PAZ_CHART_AREA || self->type == PAZ_CHART_STACKED || self->type == PAZ_CHART_STACKED_BARS;
}

static gboolean
is_bars (PazChart *self)
{
  return self->type == PAZ_CHART_COLUMNS || self->type == PAZ_CHART_STACKED ||
         self->type == PAZ_CHART_BARS || self->type == PAZ_CHART_STACKED_BARS;
}

/* What stands below a value in its stack, on its own side of zero. */
static double
get_below (PazChart *self,
           guint     series,
           guint     index)
{
  double value = paz_chart_get_value (self, series, index);
  double sum = 0;

  for (guint s = 0; is_stacked (self) && s < series; s++)
    {
      double other = paz_chart_get_value (self, s, index);

      if (!isnan (other) && signbit (other) == signbit (value))
        sum += other;
    }

  return sum;
}

static void
set_range (PazLayout *self)
{
  PazChart *chart = self->chart;
  double least = 0, most = 0, rough, power;

  for (guint i = 0; i < chart->n_categories; i++)
    for (guint s = 0; s < chart->series->len; s++)
      {
        PazSeries *series = paz_chart_get_series (chart, s);
        double top = get_below (chart, s, i) + series->values[i];

        most = fmax (most, fmax (top, series->targets != NULL ? series->targets[i] : NAN));
        least = fmin (least, top);
      }
  if (most <= least)
    most = least + 1;
  rough = (most - least) / 5;
  power = pow (10, floor (log10 (rough)));
  self->step = power * (rough <= power ? 1 : rough <= 2 * power ? 2 : rough <= 5 * power ? 5 : 10);
  if (chart->unit == PAZ_CHART_COUNT)
    self->step = fmax (self->step, 1);
  self->least = floor (least / self->step) * self->step;
  self->most = ceil (most / self->step) * self->step;
}

static void
say (cairo_t               *cr,
     const PazPictureStyle *style,
     const char            *text,
     double                 x,
     double                 y,
     double                 width,
     double                 size,
     double                 align,
     PazColor               color)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string (style->font != NULL ? style->font : "sans");
  int shown;

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_get_pixel_size (layout, &shown, NULL);
  if (shown > width)
    {
      pango_layout_set_width (layout, (int) (fmax (width, 1) * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      shown = (int) width;
    }
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha);
  cairo_move_to (cr, x + (width - shown) * align, y);
  pango_cairo_show_layout (cr, layout);
  pango_font_description_free (font);
  g_object_unref (layout);
}

static void
make_layout (PazLayout             *self,
             PazChart              *chart,
             double                 width,
             double                 height,
             const PazPictureStyle *style,
             PazCatalogue          *catalogue)
{
  double scale = style->text_scale > 0 ? style->text_scale : 1;
  double line = 13 * scale * 1.5;
  guint above = (chart->title != NULL) + (chart->subtitle != NULL) + (chart->value_title != NULL) + 1;
  guint below = 1 + (chart->key_title != NULL) + (chart->note != NULL) + (chart->source != NULL) + (chart->marking != NULL);

  *self = (PazLayout) { chart, catalogue, 13 * scale };
  self->lying = chart->type == PAZ_CHART_BARS || chart->type == PAZ_CHART_STACKED_BARS || chart->type == PAZ_CHART_DOTS;
  self->x = self->lying || chart->type == PAZ_CHART_HEAT ? fmin (180 * scale, width * 0.3) : fmin (72 * scale, width * 0.25);
  self->width = fmax (width - self->x - 16, 1);
  self->y = 8 + above * line;
  self->height = fmax (height - self->y - below * line - 8, 1);
  set_range (self);
}

/* Along the categories, 0 to 1: months to scale. */
static double
get_along (PazLayout *self,
           guint      index)
{
  PazChart *chart = self->chart;
  guint n = chart->n_categories;

  if (chart->months == NULL || n < 2 || chart->type == PAZ_CHART_HEAT)
    return (index + 0.5) / n;

  return (chart->months[index] - chart->months[0] + paz_chart_get_step (chart) * 0.5) /
         (chart->months[n - 1] - chart->months[0] + paz_chart_get_step (chart));
}

static double
get_across (PazLayout *self,
            double     value)
{
  return (value - self->least) / (self->most - self->least);
}

/* A box of fractions to points. */
static void
place (PazLayout *self,
       double     along,
       double     breadth,
       double     from,
       double     to,
       double     box[4])
{
  double low = fmin (from, to), high = fmax (from, to);

  if (self->lying)
    {
      box[0] = self->x + low * self->width;
      box[1] = self->y + along * self->height;
      box[2] = (high - low) * self->width;
      box[3] = breadth * self->height;
    }
  else
    {
      box[0] = self->x + along * self->width;
      box[1] = self->y + (1 - high) * self->height;
      box[2] = breadth * self->width;
      box[3] = (high - low) * self->height;
    }
}

static gboolean
get_mark (PazLayout *self,
          guint      s,
          guint      i,
          double     box[4])
{
  PazChart *chart = self->chart;
  guint n_series = chart->series->len;
  double value = paz_chart_get_value (chart, s, i);
  double below = get_below (chart, s, i);
  double band = chart->n_categories > 0 ? 1.0 / chart->n_categories : 1;
  double part = is_stacked (chart) ? band * 0.8 : band * 0.8 / n_series;

  if (chart->type == PAZ_CHART_HEAT)
    {
      box[0] = self->x + i * band * self->width;
      box[1] = self->y + s * self->height / n_series;
      box[2] = band * self->width;
      box[3] = self->height / n_series;
    }
  if (isnan (value) || chart->type == PAZ_CHART_HEAT)
    return !isnan (value);

  if (is_bars (chart))
    place (self, get_along (self, i) - band * 0.4 + (is_stacked (chart) ? 0 : s * part), part,
           get_across (self, below), get_across (self, below + value), box);
  else
    place (self, get_along (self, i), 0, get_across (self, below + value), get_across (self, below + value), box);
  if (chart->type == PAZ_CHART_MULTIPLES)
    {
      box[1] = self->y + (s + (box[1] - self->y) / self->height * 0.85 + 0.15) * self->height / n_series;
    }

  return TRUE;
}

static void
use (cairo_t  *cr,
     PazColor  color)
{
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha);
}

static void
draw_line (PazLayout *self,
           cairo_t   *cr,
           guint      s)
{
  static const double dashes[][2] = { { 0, 0 }, { 7, 3 }, { 2, 3 }, { 12, 4 } };
  PazChart *chart = self->chart;
  guint step = paz_chart_get_step (chart);
  gboolean open = TRUE;
  double box[4];

  if (s % 4 != 0)
    cairo_set_dash (cr, dashes[s % 4], 2, 0);
  cairo_set_line_width (cr, 2);
  for (guint i = 0; i < chart->n_categories; i++)
    {
      if (chart->months != NULL && i > 0 && (guint) (chart->months[i] - chart->months[i - 1]) > step)
        open = TRUE;
      if (!get_mark (self, s, i, box))
        {
          open = TRUE;
          continue;
        }
      if (open)
        cairo_move_to (cr, box[0], box[1]);
      else
        cairo_line_to (cr, box[0], box[1]);
      open = FALSE;
    }
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_dots (PazLayout *self,
           cairo_t   *cr,
           guint      s)
{
  double radius = self->chart->type == PAZ_CHART_DOTS ? 5 : 3;
  double box[4];

  if (self->chart->n_categories > 120)
    radius = 1;
  for (guint i = 0; i < self->chart->n_categories; i++)
    if (get_mark (self, s, i, box))
      {
        cairo_new_sub_path (cr);
        cairo_arc (cr, box[0], box[1], radius, 0, 2 * G_PI);
        if (paz_chart_is_small (self->chart, s, i))
          cairo_stroke (cr);
        else
          cairo_fill (cr);
      }
}

static void
draw_targets (PazLayout             *self,
              cairo_t               *cr,
              guint                  s,
              const PazPictureStyle *style)
{
  PazSeries *series = paz_chart_get_series (self->chart, s);
  double band = 1.0 / MAX (self->chart->n_categories, 1);

  if (series->targets == NULL || self->chart->type == PAZ_CHART_HEAT || self->chart->type == PAZ_CHART_MULTIPLES)
    return;
  use (cr, paz_look_get_ink (style->look));
  cairo_set_line_width (cr, 2);
  for (guint i = 0; i < self->chart->n_categories; i++)
    if (!isnan (series->targets[i]))
      {
        double at = get_across (self, series->targets[i]);
        double box[4];

        place (self, get_along (self, i) - band * 0.4, band * 0.8, at, at, box);
        cairo_move_to (cr, box[0], box[1]);
        cairo_rel_line_to (cr, box[2], box[3]);
      }
  cairo_stroke (cr);
}

static void
draw_boxes (PazLayout             *self,
            cairo_t               *cr,
            guint                  s,
            const PazPictureStyle *style)
{
  gboolean heat = self->chart->type == PAZ_CHART_HEAT;
  double box[4];

  for (guint i = 0; i < self->chart->n_categories; i++)
    {
      gboolean known = get_mark (self, s, i, box);
      PazColor color = heat ? paz_look_get_ramp (style->look, get_across (self, paz_chart_get_value (self->chart, s, i)))
                            : paz_look_get_series (style->look, s);

      if (!known && !heat)
        continue;
      cairo_rectangle (cr, box[0], box[1], fmax (box[2] - (heat ? 1 : 0), 0.5), fmax (box[3] - (heat ? 1 : 0), 0.5));
      if (!known)
        {
          paz_picture_hatch (cr, PAZ_HATCH_UNKNOWN, paz_look_get_faint (style->look), 6);
          continue;
        }
      use (cr, color);
      cairo_fill (cr);
      if (heat && box[2] > self->text * 4 && box[3] > self->text * 1.6)
        {
          g_autofree char *number = paz_chart_dup_number (self->chart, paz_chart_get_value (self->chart, s, i), self->catalogue);

          say (cr, style, number, box[0], box[1] + (box[3] - self->text * 1.4) / 2, box[2] - 2, self->text, 0.5,
               paz_look_get_on (style->look, color));
        }
      else if (!heat && style->look == PAZ_LOOK_PRINT && s > 0)
        {
          cairo_rectangle (cr, box[0], box[1], box[2], box[3]);
          paz_picture_hatch (cr, s, paz_look_get_paper (style->look), 6);
        }
    }
}

static void
draw_scale (PazLayout             *self,
            cairo_t               *cr,
            const PazPictureStyle *style)
{
  guint n = (guint) fmin (round ((self->most - self->least) / self->step), 12);

  if (self->chart->type == PAZ_CHART_HEAT || self->chart->type == PAZ_CHART_MULTIPLES)
    return;
  for (guint i = 0; i <= n; i++)
    {
      double at = get_across (self, self->least + i * self->step);
      g_autofree char *number = paz_chart_dup_number (self->chart, self->least + i * self->step, self->catalogue);
      double box[4];

      place (self, 0, 1, at, at, box);
      cairo_move_to (cr, round (box[0]) + (self->lying ? 0.5 : 0), round (box[1]) + (self->lying ? 0 : 0.5));
      cairo_rel_line_to (cr, box[2], box[3]);
      cairo_set_line_width (cr, 1);
      use (cr, i == 0 ? paz_look_get_faint (style->look) : paz_look_get_line (style->look));
      cairo_stroke (cr);
      if (self->lying)
        say (cr, style, number, box[0] - 40, self->y + self->height + 4, 80, self->text, 0.5, paz_look_get_faint (style->look));
      else
        say (cr, style, number, 4, box[1] - self->text * 0.7, self->x - 12, self->text, 1, paz_look_get_faint (style->look));
    }
}

/* As many names as have room. */
static void
draw_names (PazLayout             *self,
            cairo_t               *cr,
            const PazPictureStyle *style)
{
  PazChart *chart = self->chart;
  double room = self->lying ? self->text * 1.5 : self->text * (self->chart->months != NULL ? 10.5 : 6);
  guint fitting = MAX ((guint) ((self->lying ? self->height : self->width) / room), 1);
  guint every = MAX ((chart->n_categories + fitting - 1) / fitting, 1);

  for (guint i = 0; i < chart->n_categories; i += every)
    {
      g_autofree char *name = paz_chart_dup_category (chart, i, self->catalogue);
      double along = get_along (self, i);

      if (self->lying)
        say (cr, style, name, 4, self->y + along * self->height - self->text * 0.7, self->x - 12, self->text, 1, paz_look_get_ink (style->look));
      else
        say (cr, style, name, self->x + along * self->width - room / 2, self->y + self->height + 4, room, self->text, 0.5,
             paz_look_get_faint (style->look));
    }
}

/* Of series: rows of a heat table and of small charts, else a legend over the plot. */
static void
draw_series_names (PazLayout             *self,
                   cairo_t               *cr,
                   const PazPictureStyle *style)
{
  PazChart *chart = self->chart;
  guint n = chart->series->len;
  double room = self->width / MAX (n, 1);

  for (guint s = 0; s < n; s++)
    {
      const char *name = paz_chart_get_series (chart, s)->name;
      double row = self->y + s * self->height / n;

      if (chart->type == PAZ_CHART_HEAT)
        say (cr, style, name, 4, row + (self->height / n - self->text * 1.4) / 2, self->x - 12, self->text, 1, paz_look_get_ink (style->look));
      else if (chart->type == PAZ_CHART_MULTIPLES)
        say (cr, style, name, self->x, row, self->width, self->text, 0, paz_look_get_ink (style->look));
      else if (n > 1 && room > self->text * 2)
        {
          cairo_rectangle (cr, self->x + s * room, self->y - self->text * 1.3, self->text * 0.8, self->text * 0.8);
          use (cr, paz_look_get_series (style->look, s));
          cairo_fill (cr);
          say (cr, style, name, self->x + s * room + self->text, self->y - self->text * 1.6, room - self->text * 1.5, self->text, 0,
               paz_look_get_ink (style->look));
        }
    }
}

static void
draw_lines_of_words (PazLayout             *self,
                     cairo_t               *cr,
                     double                 width,
                     const PazPictureStyle *style)
{
  PazChart *chart = self->chart;
  const char *above[] = { chart->title, chart->subtitle, chart->value_title };
  const char *below[] = { chart->key_title, chart->note, chart->source, chart->marking };
  double y = 6;

  for (guint i = 0; i < G_N_ELEMENTS (above); i++)
    if (above[i] != NULL)
      {
        say (cr, style, above[i], 12, y, width - 24, i == 0 ? self->text * 1.25 : self->text, 0,
             i == 0 ? paz_look_get_ink (style->look) : paz_look_get_faint (style->look));
        y += self->text * (i == 0 ? 1.8 : 1.5);
      }
  y = self->y + self->height + self->text * 1.9;
  for (guint i = 0; i < G_N_ELEMENTS (below); i++)
    if (below[i] != NULL)
      {
        say (cr, style, below[i], 12, y, width - 24, self->text, i == 0 ? 0.5 : 0, paz_look_get_faint (style->look));
        y += self->text * 1.5;
      }
}

static void
draw_focus (PazLayout             *self,
            cairo_t               *cr,
            const PazPictureStyle *style,
            const PazChartPoint   *focus)
{
  double box[4];

  if (focus == NULL || !get_mark (self, focus->series, focus->index, box))
    return;
  use (cr, paz_look_get_ink (style->look));
  cairo_set_line_width (cr, 2);
  if (box[2] > 0 && box[3] > 0)
    cairo_rectangle (cr, box[0] - 2, box[1] - 2, box[2] + 4, box[3] + 4);
  else
    cairo_arc (cr, box[0], box[1], 7, 0, 2 * G_PI);
  cairo_stroke (cr);
}

void
paz_chart_draw (PazChart              *self,
                cairo_t               *cr,
                double                 width,
                double                 height,
                const PazPictureStyle *style,
                PazCatalogue          *catalogue,
                const PazChartPoint   *focus)
{
  PazLayout layout;

  make_layout (&layout, self, width, height, style, catalogue);
  cairo_save (cr);
  cairo_new_path (cr);
  if (!style->clear)
    {
      use (cr, paz_look_get_paper (style->look));
      cairo_paint (cr);
    }
  draw_scale (&layout, cr, style);
  for (guint s = 0; s < self->series->len; s++)
    {
      use (cr, paz_look_get_series (style->look, s));
      if (is_bars (self) || self->type == PAZ_CHART_HEAT)
        draw_boxes (&layout, cr, s, style);
      else if (self->type != PAZ_CHART_DOTS)
        draw_line (&layout, cr, s);
      if (!is_bars (self) && self->type != PAZ_CHART_HEAT)
        draw_dots (&layout, cr, s);
      draw_targets (&layout, cr, s, style);
    }
  draw_names (&layout, cr, style);
  draw_series_names (&layout, cr, style);
  draw_lines_of_words (&layout, cr, width, style);
  draw_focus (&layout, cr, style, focus);
  cairo_restore (cr);
}

gboolean
paz_chart_locate (PazChart              *self,
                  double                 width,
                  double                 height,
                  const PazPictureStyle *style,
                  PazCatalogue          *catalogue,
                  const PazChartPoint   *point,
                  double                 rectangle[4])
{
  PazLayout layout;

  make_layout (&layout, self, width, height, style, catalogue);
  return get_mark (&layout, point->series, point->index, rectangle);
}

gboolean
paz_chart_hit (PazChart              *self,
               double                 width,
               double                 height,
               const PazPictureStyle *style,
               PazCatalogue          *catalogue,
               double                 x,
               double                 y,
               PazChartPoint         *point)
{
  double nearest = 24;
  gboolean found = FALSE;
  PazLayout layout;

  make_layout (&layout, self, width, height, style, catalogue);
  for (guint s = 0; s < self->series->len; s++)
    for (guint i = 0; i < self->n_categories; i++)
      {
        double box[4], distance;

        if (!get_mark (&layout, s, i, box))
          continue;
        distance = hypot (x - CLAMP (x, box[0], box[0] + box[2]), y - CLAMP (y, box[1], box[1] + box[3]));
        if (distance >= nearest)
          continue;
        nearest = distance;
        *point = (PazChartPoint) { s, i };
        found = TRUE;
      }

  return found;
}

double
paz_chart_get_height (PazChart              *self,
                      double                 width,
                      const PazPictureStyle *style)
{
  return 400;
}

typedef struct
{
  PazChart              *chart;
  const PazPictureStyle *style;
  PazCatalogue          *catalogue;
} Drawing;

static void
draw_cb (cairo_t  *cr,
         double    width,
         double    height,
         gpointer  data)
{
  Drawing *drawing = data;

  paz_chart_draw (drawing->chart, cr, width, height, drawing->style, drawing->catalogue, NULL);
}

gboolean
paz_chart_write (PazChart              *self,
                 const char            *path,
                 PazPictureFormat       format,
                 double                 width,
                 double                 height,
                 const PazPictureStyle *style,
                 PazCatalogue          *catalogue,
                 GCancellable          *cancellable,
                 GError               **error)
{
  Drawing drawing = { self, style, catalogue };

  return paz_picture_write (path, format, width, height, self->title, draw_cb, &drawing, cancellable, error);
}
