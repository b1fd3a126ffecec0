/* Margins by measured text, the scale of values, a box for every value. */
#include "paz-chart-layout.h"

#include <math.h>

void
paz_layout_free (PazLayout *self)
{
  g_free (self->font);
  g_free (self->boxes);
  g_free (self->panels);
  g_clear_pointer (&self->catalogue, paz_catalogue_unref);
  g_free (self);
}

PazBox *
paz_layout_get_box (PazPen *pen,
                    guint   series,
                    guint   index)
{
  return &pen->layout->boxes[(gsize) series * pen->chart->n_categories + index];
}

double
paz_layout_get_position (PazLayout    *self,
                         const PazBox *frame,
                         double        value)
{
  double part = CLAMP ((value - self->low) / (self->high - self->low), 0, 1);

  return self->lying ? frame->x + frame->width * part : frame->y + frame->height * (1 - part);
}

double
paz_layout_get_slot (PazPen       *pen,
                     const PazBox *frame)
{
  PazChart *chart = pen->chart;
  double extent = pen->layout->lying ? frame->height : frame->width;
  double n = MAX (chart->n_categories, 1);

  if (chart->months != NULL && chart->n_categories > 0)
    n = (double) (chart->months[chart->n_categories - 1] - chart->months[0]) / MAX (paz_chart_get_step (chart), 1) + 1;
  return extent / n;
}

double
paz_layout_get_place (PazPen       *pen,
                      const PazBox *frame,
                      guint         index)
{
  PazChart *chart = pen->chart;
  double start = pen->layout->lying ? frame->y : frame->x;
  double slot = paz_layout_get_slot (pen, frame);

  if (chart->months != NULL && index < chart->n_categories)
    return start + slot * ((double) (chart->months[index] - chart->months[0]) / paz_chart_get_step (chart) + 0.5);
  return start + slot * (index + 0.5);
}

static double
get_nice (double span,
          double n)
{
  double rough = span / n;
  double power = pow (10, floor (log10 (rough)));
  double part = rough / power;

  return power * (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10);
}

static gboolean
is_stacked (PazChartType type)
{
  return type == PAZ_CHART_AREA || type == PAZ_CHART_STACKED || type == PAZ_CHART_STACKED_BARS;
}

static void
find_range (PazChart *chart,
            double   *low,
            double   *high)
{
  gboolean stacked = is_stacked (chart->type);

  *low = *high = 0;
  for (guint i = 0; i < chart->n_categories; i++)
    {
      double above = 0, below = 0;

      for (guint s = 0; s < chart->series->len; s++)
        {
          PazSeries *series = paz_chart_get_series (chart, s);
          double value = CLAMP (series->values[i], -1e300, 1e300);
          double target = series->targets != NULL ? series->targets[i] : NAN;

          *low = fmin (*low, target);
          *high = fmax (*high, target);
          if (isnan (value))
            continue;
          above = stacked ? above + fmax (value, 0) : fmax (above, value);
          below = stacked ? below + fmin (value, 0) : fmin (below, value);
        }
      *low = fmin (*low, below);
      *high = fmax (*high, above);
    }
}

static void
set_scale (PazPen *pen,
           double  extent)
{
  PazLayout *self = pen->layout;
  double low, high;

  find_range (pen->chart, &low, &high);
  if (high <= low)
    high = pen->chart->unit == PAZ_CHART_SHARE ? 0.1 : 1;
  self->step = get_nice (high - low, CLAMP (extent / ((self->lying ? 90 : 55) * self->zoom), 1, 8));
  if (pen->chart->unit == PAZ_CHART_COUNT)
    self->step = fmax (self->step, 1);
  self->low = floor (low / self->step + 1e-9) * self->step;
  self->high = ceil (high / self->step - 1e-9) * self->step;
}

char *
paz_pen_dup_tick (PazPen *pen,
                  double  value)
{
  if (pen->chart->unit == PAZ_CHART_SHARE && pen->layout->step >= 0.00999)
    return paz_catalogue_dup_percent (pen->layout->catalogue, value, 0);
  return paz_chart_dup_number (pen->chart, value, pen->layout->catalogue);
}

static double
get_tick_width (PazPen *pen)
{
  double most = 0;

  for (double value = pen->layout->low; value <= pen->layout->high + pen->layout->step / 2; value += pen->layout->step)
    {
      g_autofree char *text = paz_pen_dup_tick (pen, value);

      most = fmax (most, paz_pen_measure (pen, text, PAZ_TEXT));
    }
  return most;
}

static double
get_names_width (PazPen  *pen,
                 gboolean series)
{
  double most = 0;
  guint n = series ? pen->chart->series->len : MIN (pen->chart->n_categories, 300);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = series ? g_strdup (paz_chart_get_series (pen->chart, i)->name)
                                     : paz_chart_dup_category (pen->chart, i, pen->layout->catalogue);

      most = fmax (most, paz_pen_measure (pen, name, PAZ_TEXT));
    }
  return most;
}

double
paz_pen_head_width (PazPen *pen)
{
  return fmax (pen->layout->width - 2 * PAZ_PAD - pen->layout->corner, 10);
}

static double
measure (PazPen     *pen,
         const char *text,
         double      size,
         gboolean    bold,
         double      width)
{
  PazColor none = { 0 };

  if (text == NULL || *text == '\0')
    return 0;
  return paz_pen_text (pen, text, size, bold, none, 0, 0, width, PAZ_START, TRUE) + 3;
}

/* From the top down to the frame; the foot from below. */
static void
place_words (PazPen *pen)
{
  PazLayout *self = pen->layout;
  PazChart *chart = pen->chart;
  double head = paz_pen_head_width (pen), whole = self->width - 2 * PAZ_PAD;
  double y = PAZ_PAD + measure (pen, self->untitled ? NULL : chart->title, 14, TRUE, head) +
             measure (pen, chart->subtitle, 10.5, FALSE, head);
  double foot = measure (pen, chart->note, 9, FALSE, whole) + measure (pen, chart->source, 9, FALSE, whole) +
                measure (pen, chart->marking, 9, TRUE, whole);

  self->legend_y = y + 3;
  if (self->legend)
    y += paz_legend_get_height (pen, head) + 6;
  self->value_title_y = y + 3;
  y += measure (pen, chart->value_title, 9, FALSE, whole) + 10;
  self->foot_y = self->height - PAZ_PAD + 4 - foot;
  self->frame = (PazBox) { PAZ_PAD, y, self->width - 2 * PAZ_PAD, fmax (self->foot_y - y - 6, 10) };
}

/* Names that are wider than their bars take two lines. */
static guint
count_name_lines (PazPen *pen)
{
  PazChart *chart = pen->chart;
  double slot = (pen->layout->frame.width - 40) / MAX (chart->n_categories, 1);
  gboolean standing = chart->type == PAZ_CHART_COLUMNS || chart->type == PAZ_CHART_STACKED;

  return standing && chart->months == NULL && get_names_width (pen, FALSE) > slot - 10 ? 2 : 1;
}

/* Of a heat table the names stand above: it may be higher than what is seen of it. */
static void
move_below_names (PazPen *pen)
{
  double line = paz_pen_line_height (pen);

  if (pen->chart->type == PAZ_CHART_HEAT)
    pen->layout->frame.y += line;
}

static void
place_frame (PazPen *pen)
{
  PazLayout *self = pen->layout;
  PazChartType type = pen->chart->type;
  double line = paz_pen_line_height (pen);
  double left, right = 6;

  self->name_lines = count_name_lines (pen);
  self->frame.height = fmax (self->frame.height - line * self->name_lines - 4, 10);
  set_scale (pen, self->lying ? self->frame.width * 0.7 : type == PAZ_CHART_MULTIPLES ? 120 : self->frame.height);
  left = type == PAZ_CHART_HEAT ? get_names_width (pen, TRUE)
         : self->lying          ? get_names_width (pen, FALSE)
                                : get_tick_width (pen);
  left = fmin (left, self->width * 0.38) + 8;
  if (self->direct)
    right = self->right = fmin (get_names_width (pen, TRUE) * 1.2, self->width * 0.25) + 14;
  else if (self->lying)
    right = get_tick_width (pen) + 8;
  move_below_names (pen);
  self->frame.x += left;
  self->frame.width = fmax (self->frame.width - left - right, 10);
}

static void
build (PazPen *pen)
{
  PazLayout *self = pen->layout;
  PazChartType type = pen->chart->type;
  gsize n = (gsize) pen->chart->series->len * pen->chart->n_categories;
  guint n_series = pen->chart->series->len;

  self->lying = type == PAZ_CHART_BARS || type == PAZ_CHART_STACKED_BARS || type == PAZ_CHART_DOTS;
  self->direct = type == PAZ_CHART_LINE && n_series > 1 && n_series <= 6;
  self->legend = (n_series > 1 && !self->direct && type != PAZ_CHART_HEAT && type != PAZ_CHART_MULTIPLES) ||
                 (type == PAZ_CHART_DOTS && paz_chart_has_targets (pen->chart)) || (type == PAZ_CHART_HEAT && n > 0);
  self->boxes = g_new (PazBox, MAX (n, 1));
  for (gsize i = 0; i < n; i++)
    self->boxes[i] = (PazBox) { 0, 0, -1, 0 };
  place_words (pen);
  place_frame (pen);
  if (type == PAZ_CHART_HEAT)
    paz_heat_lay_out (pen);
  else if (type == PAZ_CHART_MULTIPLES)
    paz_multiples_lay_out (pen);
  else if (type == PAZ_CHART_LINE)
    paz_line_lay_out (pen);
  else
    paz_bars_lay_out (pen);
}

PazLayout *
paz_layout_get (PazChart              *chart,
                double                 width,
                double                 height,
                const PazPictureStyle *style,
                PazCatalogue          *catalogue)
{
  PazLayout *self = chart->layout;
  const char *font = style->font != NULL ? style->font : "sans";
  double zoom = style->text_scale > 0 ? style->text_scale : 1;
  PangoContext *pango;
  PazPen pen;

  if (self != NULL && self->width == width && self->height == height && self->look == style->look &&
      self->zoom == zoom && self->untitled == style->untitled && self->corner == style->corner &&
      self->catalogue == catalogue && g_str_equal (self->font, font))
    return self;
  paz_chart_changed (chart);
  self = chart->layout = g_new0 (PazLayout, 1);
  self->width = width;
  self->height = height;
  self->look = style->look;
  self->zoom = zoom;
  self->untitled = style->untitled;
  self->corner = style->corner;
  self->font = g_strdup (font);
  self->catalogue = paz_catalogue_ref (catalogue);
  pango = paz_pango_new ();
  pen = (PazPen) { chart, self, NULL, pango };
  build (&pen);
  g_object_unref (pango);

  return self;
}
