/* Lines: what is missing stays open, a lone month is a dot, no more points than pixels. */
#include "paz-chart-layout.h"

#include <math.h>

static const double dashes[][4] = { {0}, {7, 3}, {2, 3}, {9, 3, 2, 3}, {12, 4}, {4, 2} };

/* Whether the line does not come here from the value before. */
gboolean
paz_chart_is_broken (PazChart *chart,
                     guint     series,
                     guint     index)
{
  const double *values = paz_chart_get_series (chart, series)->values;

  return index == 0 || isnan (values[index - 1]) ||
         (chart->months != NULL && chart->months[index] - chart->months[index - 1] > (int) paz_chart_get_step (chart));
}

static void
lay_out_series (PazPen       *pen,
                const PazBox *frame,
                guint         series)
{
  double slot = paz_layout_get_slot (pen, frame);
  guint n = pen->chart->n_categories;
  guint step = paz_chart_get_step (pen->chart);
  const double *values = paz_chart_get_series (pen->chart, series)->values;

  for (guint i = 0; i < n; i++)
    if (!isnan (values[i]))
      {
        guint along = pen->chart->months != NULL ? (pen->chart->months[i] - pen->chart->months[0]) / step : i;
        double x = frame->x + slot * (along + 0.5);

        *paz_layout_get_box (pen, series, i) = (PazBox) { x, paz_layout_get_position (pen->layout, frame, values[i]), 0, 0 };
      }
}

void
paz_line_lay_out (PazPen *pen)
{
  for (guint s = 0; s < pen->chart->series->len; s++)
    lay_out_series (pen, &pen->layout->frame, s);
}

/* One run without a gap: of each pixel column the first, least, most and last. */
static void
trace_run (PazPen *pen,
           guint   series,
           guint   from,
           guint   to)
{
  for (guint i = from; i < to;)
    {
      PazBox *box = paz_layout_get_box (pen, series, i);
      double least = box->y, most = box->y, column = floor (box->x * 2);
      guint last = i;

      while (last + 1 < to && floor (paz_layout_get_box (pen, series, last + 1)->x * 2) == column)
        {
          last++;
          least = fmin (least, paz_layout_get_box (pen, series, last)->y);
          most = fmax (most, paz_layout_get_box (pen, series, last)->y);
        }
      cairo_line_to (pen->cr, box->x, box->y);
      if (last > i)
        {
          cairo_line_to (pen->cr, box->x, least);
          cairo_line_to (pen->cr, box->x, most);
          cairo_line_to (pen->cr, box->x, paz_layout_get_box (pen, series, last)->y);
        }
      i = last + 1;
    }
}

static void
draw_markers (PazPen *pen,
              guint   series)
{
  guint n = pen->chart->n_categories;
  gboolean few = n <= 30 || (paz_pen_is_patterned (pen) && n <= 120);

  for (guint i = 0; i < n; i++)
    {
      PazBox *box = paz_layout_get_box (pen, series, i);
      gboolean lone, small;

      if (box->width < 0)
        continue;
      lone = paz_chart_is_broken (pen->chart, series, i) &&
             (i + 1 == n || paz_layout_get_box (pen, series, i + 1)->width < 0 || paz_chart_is_broken (pen->chart, series, i + 1));
      small = paz_chart_is_small (pen->chart, series, i) && n <= 120;
      if (few || lone || small)
        paz_pen_marker (pen, series, box->x, box->y, 3, small);
    }
}

void
paz_line_draw_one (PazPen *pen,
                   guint   series)
{
  guint n = pen->chart->n_categories;
  guint dash = series % G_N_ELEMENTS (dashes);
  guint step = paz_chart_get_step (pen->chart);
  const guint16 *months = pen->chart->months;

  cairo_new_path (pen->cr);
  for (guint i = 0; i < n;)
    {
      guint end = i + 1;

      if (paz_layout_get_box (pen, series, i)->width < 0)
        {
          i++;
          continue;
        }
      while (end < n && paz_layout_get_box (pen, series, end)->width >= 0 &&
             (months == NULL || months[end] - months[end - 1] <= (int) step))
        end++;
      cairo_new_sub_path (pen->cr);
      trace_run (pen, series, i, end);
      i = end;
    }
  paz_pen_color (pen, paz_look_get_series (pen->layout->look, series));
  cairo_set_line_width (pen->cr, n > 1000 ? 1.25 : 2);
  cairo_set_line_join (pen->cr, n > 1000 ? CAIRO_LINE_JOIN_BEVEL : CAIRO_LINE_JOIN_ROUND);
  if (dash > 0 && n <= 1000 && paz_pen_is_patterned (pen))
    cairo_set_dash (pen->cr, dashes[dash], dashes[dash][2] > 0 ? 4 : 2, 0);
  cairo_stroke (pen->cr);
  cairo_set_dash (pen->cr, NULL, 0, 0);
  if (n <= 5000)
    draw_markers (pen, series);
}

typedef struct
{
  guint  series;
  double x, end, y;
} Label;

static int
compare_labels (gconstpointer a,
                gconstpointer b)
{
  const Label *first = a, *second = b;

  return first->end != second->end ? (first->end > second->end) - (first->end < second->end)
                                   : (int) first->series - (int) second->series;
}

/* Down where they would meet, then back up from the bottom. */
static void
move_apart (Label  *labels,
            guint   n,
            double  line,
            double  bottom)
{
  for (guint i = 1; i < n; i++)
    labels[i].y = fmax (labels[i].y, labels[i - 1].y + line);
  for (guint i = n; i-- > 0;)
    labels[i].y = fmin (labels[i].y, i + 1 < n ? labels[i + 1].y - line : bottom);
}

static void
draw_names (PazPen *pen)
{
  PazBox *frame = &pen->layout->frame;
  double line = paz_pen_line_height (pen);
  Label labels[6];
  guint n = 0;

  for (guint s = 0; s < pen->chart->series->len && n < 6; s++)
    for (guint i = pen->chart->n_categories; i-- > 0;)
      {
        PazBox *box = paz_layout_get_box (pen, s, i);

        if (box->width < 0)
          continue;
        labels[n++] = (Label) { s, box->x, box->y, box->y };
        break;
      }
  qsort (labels, n, sizeof (Label), compare_labels);
  move_apart (labels, n, line, frame->y + frame->height);
  for (guint i = 0; i < n; i++)
    {
      PazColor color = paz_look_get_series (pen->layout->look, labels[i].series);
      double x = frame->x + frame->width + 10;

      color.alpha = 0.6;
      paz_pen_color (pen, color);
      cairo_set_line_width (pen->cr, 1);
      cairo_move_to (pen->cr, labels[i].x + 5, labels[i].end);
      cairo_line_to (pen->cr, x - 3, labels[i].y);
      cairo_stroke (pen->cr);
      color.alpha = 1;
      paz_pen_text (pen, paz_chart_get_series (pen->chart, labels[i].series)->name, PAZ_TEXT, TRUE, color, x,
                    labels[i].y - line / 2, pen->layout->right - 10, PAZ_START, FALSE);
    }
}

void
paz_line_draw (PazPen *pen)
{
  paz_axis_draw (pen, &pen->layout->frame, TRUE, TRUE);
  for (guint s = 0; s < pen->chart->series->len; s++)
    paz_line_draw_one (pen, s);
  if (pen->layout->direct)
    draw_names (pen);
}

/* ---- small charts ---- */

void
paz_multiples_lay_out (PazPen *pen)
{
  PazLayout *layout = pen->layout;
  guint n = pen->chart->series->len;
  double line = paz_pen_line_height (pen);
  double left = layout->frame.x - PAZ_PAD;
  guint columns = CLAMP ((guint) (layout->width / (240 * layout->zoom)), 1, MAX (n, 1));
  guint rows = MAX ((n + columns - 1) / columns, 1);
  double width = (layout->width - 2 * PAZ_PAD) / columns;
  double height = (layout->frame.height + line) / rows;

  layout->n_columns = columns;
  layout->panels = g_new0 (PazBox, MAX (n, 1));
  for (guint s = 0; s < n; s++)
    {
      layout->panels[s] = (PazBox) { PAZ_PAD + width * (s % columns) + left,
                                     layout->frame.y + height * (s / columns) + line,
                                     fmax (width - left - 10, 5), fmax (height - 2 * line - 12, 5) };
      lay_out_series (pen, &layout->panels[s], s);
    }
}

void
paz_multiples_draw (PazPen *pen)
{
  double line = paz_pen_line_height (pen);

  for (guint s = 0; s < pen->chart->series->len; s++)
    {
      PazBox *panel = &pen->layout->panels[s];

      paz_axis_draw (pen, panel, TRUE, TRUE);
      paz_pen_text (pen, paz_chart_get_series (pen->chart, s)->name, PAZ_TEXT, TRUE, paz_look_get_ink (pen->layout->look),
                    panel->x, panel->y - line - 2, panel->width, PAZ_START, FALSE);
      paz_line_draw_one (pen, s);
    }
}
