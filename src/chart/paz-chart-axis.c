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

      paz_pen_text (pen, name, PAZ_TEXT, FALSE, paz_look_get_ink (pen->layout->look), frame->x - 8,
                    paz_layout_get_place (pen, frame, i) - line / 2, frame->x - PAZ_PAD - 8, PAZ_END, FALSE);
    }
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

      paz_pen_text (pen, name, PAZ_TEXT, FALSE, paz_look_get_ink (pen->layout->look),
                    paz_layout_get_place (pen, frame, i), frame->y + frame->height + 4, slot * each - 4, PAZ_MIDDLE, FALSE);
    }
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
    if (steps[i] >= step && steps[i] % step == 0 &&
        month * steps[i] >= (steps[i] >= 12 ? 44 : 72) * pen->layout->zoom)
      return steps[i];
  return step > 1200 ? step : 1200;
}

static void
draw_months (PazPen       *pen,
             const PazBox *frame)
{
  PazChart *chart = pen->chart;
  PazColor faint = paz_look_get_faint (pen->layout->look);
  guint apart = get_months_apart (pen, frame);
  guint step = paz_chart_get_step (chart);
  guint first = chart->months[0];
  double slot = paz_layout_get_slot (pen, frame);
  double free_from = -1;

  for (guint month = (first + apart - 1) / apart * apart; month <= chart->months[chart->n_categories - 1]; month += apart)
    {
      double x = frame->x + slot * ((double) (month - first) / step + 0.5);
      g_autofree char *text = NULL;
      double half;

      if (month % 12 == 0 && apart >= 12)
        text = g_strdup_printf ("%u", month / 12);
      else
        {
          g_autofree char *iso = g_strdup_printf ("%04u-%02u", month / 12, month % 12 + 1);

          text = paz_catalogue_dup_date (pen->layout->catalogue, iso);
        }
      half = paz_pen_measure (pen, text, PAZ_TEXT) / 2;
      paz_pen_color (pen, faint);
      paz_pen_hairline (pen, x, frame->y + frame->height, x, frame->y + frame->height + 4);
      if (x - half < free_from)
        continue;
      free_from = x + half + 8;
      paz_pen_text (pen, text, PAZ_TEXT, FALSE, faint, x, frame->y + frame->height + 5, 0, PAZ_MIDDLE, FALSE);
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

static double
flow_legend (PazPen *pen,
             double  left,
             double  top,
             double  width)
{
  PazChart *chart = pen->chart;
  double x = left, y = top, line = paz_pen_line_height (pen);
  gboolean targets = paz_chart_has_targets (chart) && chart->type == PAZ_CHART_DOTS;
  PazColor ink = paz_look_get_ink (pen->layout->look);

  for (guint s = 0; s < chart->series->len + (targets ? 1 : 0); s++)
    {
      gboolean target = s == chart->series->len;
      const char *name = !target ? paz_chart_get_series (chart, s)->name
                         : chart->target_title != NULL
                           ? chart->target_title
                           : paz_catalogue_ptext (pen->layout->catalogue, "chart", "Target");
      double room = fmin (paz_pen_measure (pen, name, PAZ_TEXT) + 34, width);

      if (*name == '\0')
        continue;
      if (x > left && x + room > left + width)
        {
          x = left;
          y += line;
        }
      if (pen->cr != NULL)
        {
          if (target)
            {
              paz_pen_color (pen, ink);
              cairo_rectangle (pen->cr, x + 5, y + line / 2 - 6, 2.5, 12);
              cairo_fill (pen->cr);
            }
          else if (chart->type == PAZ_CHART_LINE || chart->type == PAZ_CHART_DOTS)
            paz_pen_marker (pen, s, x + 6, y + line / 2, 4, FALSE);
          else
            {
              cairo_rectangle (pen->cr, x, y + line / 2 - 6, 12, 12);
              paz_pen_fill (pen, s);
            }
          paz_pen_text (pen, name, PAZ_TEXT, FALSE, ink, x + 17, y, room - 18, PAZ_START, FALSE);
        }
      x += room;
    }
  return y + line - top;
}

double
paz_legend_get_height (PazPen *pen,
                       double  width)
{
  return flow_legend (pen, 0, 0, width);
}

void
paz_legend_draw (PazPen *pen)
{
  flow_legend (pen, PAZ_PAD, pen->layout->legend_y, paz_pen_head_width (pen));
}
