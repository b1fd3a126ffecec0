/* A heat table: a row a series, a column a category. */
#include "paz-chart-layout.h"

#include <math.h>

void
paz_heat_lay_out (PazPen *pen)
{
  PazBox *frame = &pen->layout->frame;
  guint n_series = MAX (pen->chart->series->len, 1);
  double slot = paz_layout_get_slot (pen, frame);
  double row = fmin (frame->height / n_series, 60 * pen->layout->zoom);

  frame->height = row * n_series;
  for (guint s = 0; s < pen->chart->series->len; s++)
    for (guint i = 0; i < pen->chart->n_categories; i++)
      *paz_layout_get_box (pen, s, i) = (PazBox) { paz_layout_get_place (pen, frame, i) - slot / 2,
                                                   frame->y + row * s, slot, row };
}

static PazColor
get_color (PazPen *pen,
           double  value)
{
  double span = pen->layout->high - pen->layout->low;

  return paz_look_get_ramp (pen->layout->look, (value - pen->layout->low) / span);
}

static void
draw_cell (PazPen   *pen,
           guint     series,
           guint     index,
           gboolean  words)
{
  PazBox *box = paz_layout_get_box (pen, series, index);
  double value = paz_chart_get_series (pen->chart, series)->values[index];
  double gap = box->width > 6 && box->height > 6 ? 1 : 0;
  double line = paz_pen_line_height (pen);
  PazColor color;
  g_autofree char *text = NULL;

  cairo_rectangle (pen->cr, box->x + gap, box->y + gap, fmax (box->width - 2 * gap, 0.5), box->height - 2 * gap);
  if (isnan (value))
    {
      paz_picture_hatch (pen->cr, PAZ_HATCH_UNKNOWN, paz_look_get_faint (pen->layout->look), 7);
      return;
    }
  color = get_color (pen, value);
  paz_pen_color (pen, color);
  cairo_fill (pen->cr);
  if (!words)
    return;
  text = paz_chart_dup_number (pen->chart, value, pen->layout->catalogue);
  if (paz_pen_measure (pen, text, PAZ_TEXT) + 6 <= box->width)
    paz_pen_text (pen, text, PAZ_TEXT, FALSE, paz_look_get_on (pen->layout->look, color), box->x + box->width / 2,
                  box->y + (box->height - line) / 2, 0, PAZ_MIDDLE, FALSE);
}

/* As many cells as there are pixels: where more stand in one, the first that is known. */
static void
draw_row (PazPen *pen,
          guint   series)
{
  PazBox *first = paz_layout_get_box (pen, series, 0);
  gboolean words = first->width >= 24 && first->height >= paz_pen_line_height (pen);
  double drawn = -1;

  for (guint i = 0; i < pen->chart->n_categories; i++)
    {
      double x = floor (paz_layout_get_box (pen, series, i)->x);

      if (first->width < 1 && x == drawn)
        continue;
      drawn = x;
      draw_cell (pen, series, i, words);
    }
}

void
paz_heat_draw (PazPen *pen)
{
  PazLayout *layout = pen->layout;
  double line = paz_pen_line_height (pen);

  for (guint s = 0; s < pen->chart->series->len && pen->chart->n_categories > 0; s++)
    {
      PazBox *box = paz_layout_get_box (pen, s, 0);

      draw_row (pen, s);
      if (box->height >= line * 0.8)
        paz_pen_text (pen, paz_chart_get_series (pen->chart, s)->name, PAZ_TEXT, FALSE, paz_look_get_ink (layout->look),
                      layout->frame.x - 8, box->y + (box->height - line) / 2, layout->frame.x - PAZ_PAD - 8, PAZ_END, FALSE);
    }
  paz_axis_draw (pen, &layout->frame, FALSE, TRUE);
}

static gboolean
has_gap (PazChart *chart)
{
  for (guint s = 0; s < chart->series->len; s++)
    for (guint i = 0; i < chart->n_categories; i++)
      if (isnan (paz_chart_get_series (chart, s)->values[i]))
        return TRUE;

  return FALSE;
}

#define RAMP_WIDTH 120.0
#define RAMP_STEPS 6

static double
draw_ramp (PazPen *pen,
           double  x,
           double  y)
{
  PazLayout *layout = pen->layout;
  double span = layout->high - layout->low, step = RAMP_WIDTH / RAMP_STEPS;

  for (guint i = 0; i < RAMP_STEPS; i++)
    {
      paz_pen_color (pen, get_color (pen, layout->low + span * i / (RAMP_STEPS - 1)));
      cairo_rectangle (pen->cr, x + step * i, y, step, 12);
      cairo_fill (pen->cr);
    }
  paz_pen_color (pen, paz_look_get_faint (layout->look));
  cairo_set_line_width (pen->cr, 1);
  cairo_rectangle (pen->cr, x + 0.5, y + 0.5, RAMP_WIDTH - 1, 11);
  cairo_stroke (pen->cr);

  return x + RAMP_WIDTH;
}

static double
draw_words (PazPen     *pen,
            const char *text,
            double      x)
{
  paz_pen_text (pen, text, PAZ_TEXT, FALSE, paz_look_get_ink (pen->layout->look), x, pen->layout->legend_y, 0, PAZ_START, FALSE);

  return x + paz_pen_measure (pen, text, PAZ_TEXT) + 6;
}

void
paz_heat_draw_legend (PazPen *pen)
{
  PazLayout *layout = pen->layout;
  double y = layout->legend_y + paz_pen_line_height (pen) / 2 - 6;
  g_autofree char *low = paz_pen_dup_tick (pen, layout->low);
  g_autofree char *high = paz_pen_dup_tick (pen, layout->high);
  double x = draw_words (pen, low, PAZ_PAD);

  x = draw_words (pen, high, draw_ramp (pen, x, y) + 6) + 16;
  if (!has_gap (pen->chart))
    return;
  cairo_rectangle (pen->cr, x, y, 12, 12);
  paz_picture_hatch (pen->cr, PAZ_HATCH_UNKNOWN, paz_look_get_faint (layout->look), 7);
  draw_words (pen, paz_catalogue_ptext (layout->catalogue, "map legend", "Not known"), x + 17);
}
