/* Columns and bars, side by side or stacked, with their values where there is room. */
#include "paz-chart-layout.h"

#include <math.h>

static gboolean
is_side_by_side (PazChartType type)
{
  return type == PAZ_CHART_COLUMNS || type == PAZ_CHART_BARS;
}

static void
set_box (PazPen *pen,
         guint   series,
         guint   index,
         double  across,
         double  thick,
         double  from,
         double  to)
{
  PazLayout *layout = pen->layout;
  double a = paz_layout_get_position (layout, &layout->frame, from);
  double b = paz_layout_get_position (layout, &layout->frame, to);
  double start = fmin (a, b), extent = fabs (b - a);

  *paz_layout_get_box (pen, series, index) =
    layout->lying ? (PazBox) { start, across, extent, thick } : (PazBox) { across, start, thick, extent };
}

static gboolean
is_known (PazPen *pen,
          guint   index)
{
  for (guint s = 0; s < pen->chart->series->len; s++)
    if (isnan (paz_chart_get_series (pen->chart, s)->values[index]))
      return FALSE;
  return TRUE;
}

static void
lay_out_category (PazPen *pen,
                  guint   index,
                  double  place,
                  double  slot)
{
  PazChartType type = pen->chart->type;
  guint n = pen->chart->series->len;
  double above = 0, below = 0;
  double group = type == PAZ_CHART_AREA ? slot : fmin (slot * 0.72, 64 * (is_side_by_side (type) ? n : 1));
  double thick = is_side_by_side (type) ? group / n : group;

  if (type == PAZ_CHART_AREA && !is_known (pen, index))
    return;
  for (guint s = 0; s < n; s++)
    {
      double value = paz_chart_get_series (pen->chart, s)->values[index];

      if (isnan (value))
        continue;
      value = CLAMP (value, -1e300, 1e300);
      if (type == PAZ_CHART_DOTS)
        set_box (pen, s, index, place - 5, 10, value, value);
      else if (is_side_by_side (type))
        set_box (pen, s, index, place - group / 2 + thick * s, thick * (n > 1 ? 0.92 : 1), 0, value);
      else
        {
          double *sum = value < 0 ? &below : &above;

          set_box (pen, s, index, place - group / 2, thick, *sum, *sum + value);
          *sum += value;
        }
    }
}

void
paz_bars_lay_out (PazPen *pen)
{
  double slot = paz_layout_get_slot (pen, &pen->layout->frame);

  for (guint i = 0; i < pen->chart->n_categories; i++)
    lay_out_category (pen, i, paz_layout_get_place (pen, &pen->layout->frame, i), slot);
}

static void
draw_series (PazPen *pen,
             guint   series)
{
  PazColor color = paz_look_get_series (pen->layout->look, series);
  double slot = paz_layout_get_slot (pen, &pen->layout->frame);
  gboolean lying = pen->layout->lying;
  gboolean thin = slot < 2;

  cairo_new_path (pen->cr);
  for (guint i = 0; i < pen->chart->n_categories; i++)
    {
      PazBox box = *paz_layout_get_box (pen, series, i);
      gboolean small = !thin && paz_chart_is_small (pen->chart, series, i);

      if (box.width < 0 || small)
        continue;
      if (thin)
        {
          double *across = lying ? &box.y : &box.x;

          *across = floor (*across);
          *(lying ? &box.height : &box.width) = 1;
          while (i + 1 < pen->chart->n_categories)
            {
              PazBox *next = paz_layout_get_box (pen, series, i + 1);
              double start = lying ? fmin (box.x, next->x) : fmin (box.y, next->y);
              double end = lying ? fmax (box.x + box.width, next->x + next->width) : fmax (box.y + box.height, next->y + next->height);

              if (next->width < 0 || floor (lying ? next->y : next->x) != *across)
                break;
              *(lying ? &box.x : &box.y) = start;
              *(lying ? &box.width : &box.height) = end - start;
              i++;
            }
        }
      cairo_rectangle (pen->cr, box.x, box.y, box.width, box.height);
    }
  if (thin)
    {
      /* On whole pixels across already. */
      cairo_set_antialias (pen->cr, CAIRO_ANTIALIAS_NONE);
      paz_pen_color (pen, color);
      cairo_fill (pen->cr);
      cairo_set_antialias (pen->cr, CAIRO_ANTIALIAS_DEFAULT);
      paz_pen_hurry (pen);
      return;
    }
  paz_pen_fill (pen, series);
  for (guint i = 0; i < pen->chart->n_categories; i++)
    {
      PazBox *box = paz_layout_get_box (pen, series, i);

      if (box->width >= 0 && paz_chart_is_small (pen->chart, series, i))
        {
          paz_pen_color (pen, color);
          cairo_set_line_width (pen->cr, 1.5);
          cairo_rectangle (pen->cr, box->x + 0.75, box->y + 0.75, fmax (box->width - 1.5, 0), fmax (box->height - 1.5, 0));
          cairo_stroke (pen->cr);
        }
    }
}

static void
draw_value (PazPen *pen,
            guint   series,
            guint   index)
{
  PazLayout *layout = pen->layout;
  PazBox *box = paz_layout_get_box (pen, series, index);
  double value = paz_chart_get_series (pen->chart, series)->values[index];
  double line = paz_pen_line_height (pen);
  PazColor color = paz_look_get_ink (layout->look);
  g_autofree char *text = NULL;
  double width;

  if (box->width < 0 || (layout->lying && box->height < line * 0.8) || (!layout->lying && box->width < 14))
    return;
  text = paz_chart_dup_number (pen->chart, value, layout->catalogue);
  width = paz_pen_measure (pen, text, PAZ_TEXT);
  if (!is_side_by_side (pen->chart->type))
    {
      gboolean fits = width + 6 <= box->width && line <= box->height;

      if (!fits || (series > 0 && paz_pen_is_patterned (pen)))
        return;
      paz_pen_text (pen, text, PAZ_TEXT, FALSE, paz_look_get_on (layout->look, paz_look_get_series (layout->look, series)),
                    box->x + box->width / 2, box->y + (box->height - line) / 2, 0, PAZ_MIDDLE, FALSE);
    }
  else if (layout->lying)
    paz_pen_text (pen, text, PAZ_TEXT, FALSE, color, value < 0 ? box->x - 4 : box->x + box->width + 4,
                  box->y + (box->height - line) / 2, 0, value < 0 ? PAZ_END : PAZ_START, FALSE);
  else if (width <= box->width + 6)
    paz_pen_text (pen, text, PAZ_TEXT, FALSE, color, box->x + box->width / 2,
                  value < 0 ? box->y + box->height + 1 : box->y - line, 0, PAZ_MIDDLE, FALSE);
}

static void
draw_targets (PazPen *pen,
              guint   series)
{
  PazSeries *data = paz_chart_get_series (pen->chart, series);
  PazLayout *layout = pen->layout;

  if (data->targets == NULL)
    return;
  paz_pen_color (pen, paz_look_get_ink (layout->look));
  for (guint i = 0; i < pen->chart->n_categories; i++)
    {
      double place = paz_layout_get_place (pen, &layout->frame, i);
      double half = fmin (paz_layout_get_slot (pen, &layout->frame) * 0.4, 11);
      double at = paz_layout_get_position (layout, &layout->frame, data->targets[i]);

      if (isnan (data->targets[i]))
        continue;
      if (layout->lying)
        cairo_rectangle (pen->cr, at - 1.25, place - half, 2.5, 2 * half);
      else
        cairo_rectangle (pen->cr, place - half, at - 1.25, 2 * half, 2.5);
    }
  cairo_fill (pen->cr);
}

void
paz_bars_draw (PazPen *pen)
{
  paz_axis_draw (pen, &pen->layout->frame, TRUE, TRUE);
  for (guint s = 0; s < pen->chart->series->len; s++)
    {
      draw_series (pen, s);
      if (is_side_by_side (pen->chart->type))
        draw_targets (pen, s);
    }
  if (pen->chart->n_categories <= 300)
    for (guint s = 0; s < pen->chart->series->len; s++)
      for (guint i = 0; i < pen->chart->n_categories; i++)
        draw_value (pen, s, i);
}

/* ---- dots ---- */

void
paz_dots_draw (PazPen *pen)
{
  PazLayout *layout = pen->layout;
  double slot = paz_layout_get_slot (pen, &layout->frame);
  double radius = CLAMP (slot * 0.3, 0.8, 5.5);

  paz_axis_draw (pen, &layout->frame, TRUE, TRUE);
  for (guint s = 0; s < pen->chart->series->len; s++)
    {
      PazSeries *series = paz_chart_get_series (pen->chart, s);

      draw_targets (pen, s);
      for (guint i = 0; i < pen->chart->n_categories; i++)
        {
          PazBox *box = paz_layout_get_box (pen, s, i);
          double y = box->y + box->height / 2;

          if (box->width < 0)
            continue;
          if (slot >= 4 && series->targets != NULL && !isnan (series->targets[i]))
            {
              paz_pen_color (pen, paz_look_get_faint (layout->look));
              paz_pen_hairline (pen, box->x, y, paz_layout_get_position (layout, &layout->frame, series->targets[i]), y);
            }
          if (slot >= 3)
            paz_pen_marker (pen, s, box->x, y, radius, paz_chart_is_small (pen->chart, s, i));
          else
            cairo_rectangle (pen->cr, box->x - 1, y - 0.5, 2, 1);
        }
      if (slot < 3)
        {
          paz_pen_color (pen, paz_look_get_series (layout->look, s));
          cairo_fill (pen->cr);
        }
    }
}

/* ---- areas ---- */

static void
fill_run (PazPen *pen,
          guint   series,
          guint   from,
          guint   to)
{
  double half = 0;

  cairo_new_sub_path (pen->cr);

  for (guint i = from; i < to; i++)
    {
      PazBox *box = paz_layout_get_box (pen, series, i);

      half = to == from + 1 ? fmin (box->width / 2, 2) : 0;
      cairo_line_to (pen->cr, box->x + box->width / 2 - half, box->y);
    }
  if (half > 0)
    cairo_line_to (pen->cr, paz_layout_get_box (pen, series, from)->x + paz_layout_get_box (pen, series, from)->width / 2 + half,
                   paz_layout_get_box (pen, series, from)->y);
  for (guint i = to; i-- > from;)
    {
      PazBox *box = paz_layout_get_box (pen, series, i);

      cairo_line_to (pen->cr, box->x + box->width / 2 + half, box->y + box->height);
      if (half > 0)
        cairo_line_to (pen->cr, box->x + box->width / 2 - half, box->y + box->height);
    }
  cairo_close_path (pen->cr);
}

/* Of points closer than a few pixels: steps on whole pixels, which nobody tells from slopes and which
 * cost a tenth. */
static void
fill_steps (PazPen *pen,
            guint   series,
            guint   from,
            guint   to)
{
  for (guint i = from; i < to;)
    {
      PazBox *box = paz_layout_get_box (pen, series, i);
      double left = round (box->x), right = round (box->x + box->width);
      double top = box->y, bottom = box->y + box->height;

      for (i++; i < to && round (paz_layout_get_box (pen, series, i)->x + box->width) <= right; i++)
        {
          top = fmin (top, paz_layout_get_box (pen, series, i)->y);
          bottom = fmax (bottom, paz_layout_get_box (pen, series, i)->y + paz_layout_get_box (pen, series, i)->height);
        }
      cairo_rectangle (pen->cr, left, round (top), fmax (right - left, 1), round (bottom) - round (top));
    }
}

void
paz_area_draw (PazPen *pen)
{
  gboolean dense = pen->layout->look != PAZ_LOOK_PRINT && paz_layout_get_slot (pen, &pen->layout->frame) < 3;
  guint n = pen->chart->n_categories;
  guint step = paz_chart_get_step (pen->chart);
  const guint16 *months = pen->chart->months;

  paz_axis_draw (pen, &pen->layout->frame, TRUE, TRUE);
  for (guint s = 0; s < pen->chart->series->len; s++)
    {
      cairo_new_path (pen->cr);
      for (guint i = 0; i < n;)
        {
          guint end = i + 1;

          if (paz_layout_get_box (pen, s, i)->width < 0)
            {
              i++;
              continue;
            }
          while (end < n && paz_layout_get_box (pen, s, end)->width >= 0 &&
                 (months == NULL || months[end] - months[end - 1] <= (int) step))
            end++;
          if (dense)
            fill_steps (pen, s, i, end);
          else
            fill_run (pen, s, i, end);
          i = end;
        }
      if (dense)
        cairo_set_antialias (pen->cr, CAIRO_ANTIALIAS_NONE);
      paz_pen_fill (pen, s);
    }
  cairo_set_antialias (pen->cr, CAIRO_ANTIALIAS_DEFAULT);
}
