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

/* Where points share a pixel or two a stroke would go up and down in it: what it would cover is
 * filled instead, from the least to the most, joined to its neighbour. */
static void
fill_run (PazPen *pen,
          guint   series,
          double  wide,
          guint   from,
          guint   to)
{
  double before = paz_layout_get_box (pen, series, from)->y;

  for (guint i = from; i < to;)
    {
      double column = floor (paz_layout_get_box (pen, series, i)->x / wide);
      double least = before, most = before;

      for (; i < to && floor (paz_layout_get_box (pen, series, i)->x / wide) == column; i++)
        {
          before = paz_layout_get_box (pen, series, i)->y;
          least = fmin (least, before);
          most = fmax (most, before);
        }
      cairo_rectangle (pen->cr, column * wide, least - 0.75, wide, most - least + 1.5);
    }
}

static void
trace_run (PazPen *pen,
           guint   series,
           guint   from,
           guint   to)
{
  cairo_new_sub_path (pen->cr);
  for (guint i = from; i < to; i++)
    {
      PazBox *box = paz_layout_get_box (pen, series, i);

      cairo_line_to (pen->cr, box->x, box->y);
    }
}

/* Alone between gaps: a line would not show it. */
static gboolean
is_lone (PazPen *pen,
         guint   series,
         guint   index)
{
  return paz_chart_is_broken (pen->chart, series, index) &&
         (index + 1 == pen->chart->n_categories || paz_layout_get_box (pen, series, index + 1)->width < 0 ||
          paz_chart_is_broken (pen->chart, series, index + 1));
}

/* A marker wherever there is room for it; of more, as many as do not touch, each series at other
 * months so that lines that run together show both. */
static guint
get_markers_apart (PazPen *pen,
                   guint   series)
{
  const PazBox *frame = pen->layout->panels != NULL ? &pen->layout->panels[series] : &pen->layout->frame;
  double slot = paz_layout_get_slot (pen, frame);
  gboolean several = paz_pen_is_patterned (pen) && pen->layout->panels == NULL && pen->chart->series->len > 1;

  if (slot >= 18)
    return 1;

  return several ? (guint) ceil (72 / fmax (slot, 0.01)) : 0;
}

static void
draw_markers (PazPen *pen,
              guint   series)
{
  guint n = pen->chart->n_categories;
  guint apart = get_markers_apart (pen, series);
  guint first = apart > 1 ? series * apart / MAX (pen->chart->series->len, 1) : 0;
  double drawn = -10;

  for (guint i = 0; i < n; i++)
    {
      PazBox *box = paz_layout_get_box (pen, series, i);
      gboolean wanted = apart > 0 && i % apart == first % apart;
      gboolean small;

      if (box->width < 0)
        continue;
      small = paz_chart_is_small (pen->chart, series, i);
      if (!wanted && !small && !is_lone (pen, series, i))
        continue;
      if (!wanted && box->x - drawn < 6)
        continue;
      drawn = box->x;
      paz_pen_marker (pen, series, box->x, box->y, 3, small);
    }
}

/* Points from one value to the next: what is left out counts. */
static double
find_spacing (PazPen *pen,
              guint   series)
{
  const PazBox *frame = pen->layout->panels != NULL ? &pen->layout->panels[series] : &pen->layout->frame;

  return frame->width / MAX (pen->chart->n_categories, 1);
}

/* Named at their ends, lines are told apart without colour; else by their dashes. */
static void
set_line (PazPen *pen,
          guint   series)
{
  guint dash = series % G_N_ELEMENTS (dashes);
  gboolean dashed = dash > 0 && pen->layout->panels == NULL && pen->chart->n_categories <= 1000 &&
                    (paz_pen_is_patterned (pen) || !pen->layout->direct);

  paz_pen_color (pen, paz_look_get_series (pen->layout->look, series));
  cairo_set_line_width (pen->cr, 2);
  cairo_set_line_join (pen->cr, pen->chart->n_categories > 200 ? CAIRO_LINE_JOIN_BEVEL : CAIRO_LINE_JOIN_ROUND);
  if (dashed)
    cairo_set_dash (pen->cr, dashes[dash], dashes[dash][2] > 0 ? 4 : 2, 0);
}

void
paz_line_draw_one (PazPen *pen,
                   guint   series)
{
  guint n = pen->chart->n_categories;
  double spacing = find_spacing (pen, series);
  gboolean dense = n > 1 && spacing < 2;
  guint step = paz_chart_get_step (pen->chart);
  const guint16 *months = pen->chart->months;

  cairo_new_path (pen->cr);
  set_line (pen, series);
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
      if (dense)
        fill_run (pen, series, spacing < 1 ? 1 : 2, i, end);
      else
        trace_run (pen, series, i, end);
      i = end;
    }
  if (dense)
    cairo_fill (pen->cr);
  else
    cairo_stroke (pen->cr);
  cairo_set_dash (pen->cr, NULL, 0, 0);
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

guint
paz_multiples_get_columns (double width,
                           double zoom,
                           guint  n)
{
  return CLAMP ((guint) (width / (210 * zoom)), 1, MAX (n, 1));
}

void
paz_multiples_lay_out (PazPen *pen)
{
  PazLayout *layout = pen->layout;
  guint n = pen->chart->series->len;
  double line = paz_pen_line_height (pen);
  double left = layout->frame.x - PAZ_PAD;
  guint columns = paz_multiples_get_columns (layout->width, layout->zoom, n);
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
