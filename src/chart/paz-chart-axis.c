/* The scale of values, the names or months along it, and the legend. */
#include "paz-chart-layout.h"

#include <math.h>

static void
draw_values (PazPen       *pen,
             const PazBox *frame,
             gboolean      numbers)
{
  PazLayout *layout = pen->layout;
  PazColor faint = paz_look_get_faint (layout->look);
  double line = paz_pen_line_height (pen);

  for (double value = layout->low; value <= layout->high + layout->step / 2; value += layout->step)
    {
      double place = paz_layout_get_position (layout, frame, value);
      g_autofree char *text = paz_pen_dup_tick (pen, fabs (value) < layout->step / 1e6 ? 0 : value);
      gboolean zero = fabs (value) < layout->step / 1e6;

      paz_pen_color (pen, zero ? faint : paz_look_get_line (layout->look));
      if (layout->lying)
        paz_pen_hairline (pen, place, frame->y, place, frame->y + frame->height);
      else
        paz_pen_hairline (pen, frame->x, place, frame->x + frame->width, place);
      if (!numbers)
        continue;
      if (layout->lying)
        paz_pen_text (pen, text, PAZ_TEXT, FALSE, faint, place, frame->y + frame->height + 4, 0, PAZ_MIDDLE, FALSE);
      else
        paz_pen_text (pen, text, PAZ_TEXT, FALSE, faint, frame->x - 8, place - line / 2, 0, PAZ_END, FALSE);
    }
}

static void
draw_lying_names (PazPen       *pen,
                  const PazBox *frame)
{
  double line = paz_pen_line_height (pen);
  double slot = paz_layout_get_slot (pen, frame);
  guint each = MAX (1, (guint) ceil (line / slot));

  for (guint i = 0; i < pen->chart->n_categories; i += each)
    {
      g_autofree char *name = paz_chart_dup_category (pen->chart, i, pen->layout->catalogue);
      double room = frame->x - PAZ_PAD - 8;
      guint lines = slot >= 2 * line && paz_pen_measure (pen, name, PAZ_TEXT) > room ? 2 : 1;

      paz_pen_name (pen, name, paz_look_get_ink (pen->layout->look), frame->x - 8,
                    paz_layout_get_place (pen, frame, i) - lines * line / 2, room, PAZ_END, lines);
    }
}

/* Under the frame; of a heat table above it. */
static double
get_names_top (PazPen       *pen,
               const PazBox *frame)
{
  return pen->chart->type == PAZ_CHART_HEAT ? frame->y - paz_pen_line_height (pen) - 2 : frame->y + frame->height + 4;
}

static void
draw_standing_names (PazPen       *pen,
                     const PazBox *frame)
{
  double slot = paz_layout_get_slot (pen, frame);
  guint each = MAX (1, (guint) ceil (34 * pen->layout->zoom / slot));

  for (guint i = 0; i < pen->chart->n_categories; i += each)
    {
      g_autofree char *name = paz_chart_dup_category (pen->chart, i, pen->layout->catalogue);

      paz_pen_name (pen, name, paz_look_get_ink (pen->layout->look), paz_layout_get_place (pen, frame, i),
                    get_names_top (pen, frame), slot * each - 8, PAZ_MIDDLE, pen->layout->name_lines);
    }
}

static char *
dup_month (PazPen *pen,
           guint   month,
           guint   apart)
{
  g_autofree char *iso = NULL;

  if (month % 12 == 0 && apart >= 12)
    return g_strdup_printf ("%u", month / 12);
  iso = g_strdup_printf ("%04u-%02u", month / 12, month % 12 + 1);

  return paz_catalogue_dup_date (pen->layout->catalogue, iso);
}

/* The widest of the names that stand so many months apart. */
static double
measure_months (PazPen *pen,
                guint   apart)
{
  double most = 0;

  for (guint month = 12 * 2000; month < 12 * 2001; month += apart)
    {
      g_autofree char *text = dup_month (pen, month, apart);

      most = fmax (most, paz_pen_measure (pen, text, PAZ_TEXT));
    }

  return most;
}

/* Months each, by quarter, half year, year, or years apart: as many as have room. */
static guint
get_months_apart (PazPen       *pen,
                  const PazBox *frame)
{
  static const guint steps[] = { 1, 3, 6, 12, 24, 60, 120, 240, 600, 1200 };
  guint step = paz_chart_get_step (pen->chart);
  double month = paz_layout_get_slot (pen, frame) / step;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] >= step && steps[i] % step == 0 && month * steps[i] >= 30 * pen->layout->zoom &&
        month * steps[i] >= measure_months (pen, steps[i]) + 12)
      return steps[i];
  return step > 1200 ? step : 1200;
}

/* Where no such month is within the few that there are, the first of them says which they are. */
static guint
get_first_shown (PazPen *pen,
                 guint   apart)
{
  guint first = pen->chart->months[0], last = pen->chart->months[pen->chart->n_categories - 1];
  guint shown = (first + apart - 1) / apart * apart;

  return shown > last ? first : shown;
}

static void
draw_months (PazPen       *pen,
             const PazBox *frame)
{
  PazChart *chart = pen->chart;
  PazColor faint = paz_look_get_faint (pen->layout->look);
  guint apart = get_months_apart (pen, frame);
  guint step = paz_chart_get_step (chart);
  double slot = paz_layout_get_slot (pen, frame), top = get_names_top (pen, frame);

  for (guint month = get_first_shown (pen, apart); month <= chart->months[chart->n_categories - 1]; month += apart)
    {
      double x = frame->x + slot * ((double) (month - chart->months[0]) / step + 0.5);
      g_autofree char *text = dup_month (pen, month, month % apart == 0 ? apart : 1);

      paz_pen_color (pen, faint);
      if (chart->type != PAZ_CHART_HEAT)
        paz_pen_hairline (pen, x, frame->y + frame->height, x, frame->y + frame->height + 4);
      paz_pen_text (pen, text, PAZ_TEXT, FALSE, faint, x, top + 1, 0, PAZ_MIDDLE, FALSE);
    }
}

void
paz_axis_draw (PazPen       *pen,
               const PazBox *frame,
               gboolean      numbers,
               gboolean      names)
{
  if (pen->chart->type != PAZ_CHART_HEAT)
    draw_values (pen, frame, numbers);
  if (!names || pen->chart->n_categories == 0)
    return;
  if (pen->layout->lying)
    draw_lying_names (pen, frame);
  else if (pen->chart->months != NULL)
    draw_months (pen, frame);
  else
    draw_standing_names (pen, frame);
}

/* What the legend says of a series, or after the last of the targets. NULL: nothing. */
static const char *
get_legend_name (PazPen *pen,
                 guint   n)
{
  PazChart *chart = pen->chart;

  if (n < chart->series->len)
    return *paz_chart_get_series (chart, n)->name != '\0' ? paz_chart_get_series (chart, n)->name : NULL;

  return chart->target_title != NULL ? chart->target_title
                                     : paz_catalogue_ptext (pen->layout->catalogue, "chart", "Target");
}

/* The mark of a series as the chart draws it, or of the targets. */
static void
draw_legend_mark (PazPen *pen,
                  guint   n,
                  double  x,
                  double  middle)
{
  PazChartType type = pen->chart->type;

  if (n < pen->chart->series->len && (type == PAZ_CHART_LINE || type == PAZ_CHART_DOTS))
    {
      paz_pen_marker (pen, n, x + 6, middle, 4, FALSE);
      return;
    }
  if (n < pen->chart->series->len)
    {
      cairo_rectangle (pen->cr, x, middle - 6, 12, 12);
      paz_pen_fill (pen, n);
      return;
    }
  paz_pen_color (pen, paz_look_get_ink (pen->layout->look));
  cairo_rectangle (pen->cr, x + 5, middle - 6, 2.5, 12);
  cairo_fill (pen->cr);
}

/* One after the other, in as many lines as that takes; a name longer than a line takes two. */
static double
flow_legend (PazPen *pen,
             double  left,
             double  top,
             double  width)
{
  PazChart *chart = pen->chart;
  double x = left, y = top, line = paz_pen_line_height (pen);
  gboolean targets = paz_chart_has_targets (chart) && chart->type == PAZ_CHART_DOTS;

  for (guint n = 0; n < chart->series->len + (targets ? 1 : 0); n++)
    {
      const char *name = get_legend_name (pen, n);
      double wanted = name != NULL ? paz_pen_measure (pen, name, PAZ_TEXT) + 34 : 0;
      guint lines = wanted > width ? 2 : 1;

      if (name == NULL)
        continue;
      if (x > left && x + wanted > left + width)
        {
          x = left;
          y += line;
        }
      if (pen->cr != NULL)
        {
          draw_legend_mark (pen, n, x, y + line / 2);
          paz_pen_name (pen, name, paz_look_get_ink (pen->layout->look), x + 17, y, fmin (wanted, width) - 18, PAZ_START, lines);
        }
      x += wanted;
      y += (lines - 1) * line;
    }
  return y + line - top;
}

double
paz_legend_get_height (PazPen *pen,
                       double  width)
{
  return pen->chart->type == PAZ_CHART_HEAT ? paz_pen_line_height (pen) : flow_legend (pen, 0, 0, width);
}

void
paz_legend_draw (PazPen *pen)
{
  if (pen->chart->type == PAZ_CHART_HEAT)
    paz_heat_draw_legend (pen);
  else
    flow_legend (pen, PAZ_PAD, pen->layout->legend_y, paz_pen_head_width (pen));
}
