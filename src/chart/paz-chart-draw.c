/* The picture: paper, words around, and the drawing of the type. */
#include "paz-chart-layout.h"

#include <math.h>

static void
draw_words (PazPen *pen)
{
  PazChart *chart = pen->chart;
  PazLayout *layout = pen->layout;
  PazColor ink = paz_look_get_ink (layout->look);
  PazColor faint = paz_look_get_faint (layout->look);
  double head = paz_pen_head_width (pen), width = layout->width - 2 * PAZ_PAD;
  double y = PAZ_PAD;
  const struct { const char *text; gboolean bold; } foot[] = {
    { chart->note, FALSE }, { chart->source, FALSE }, { chart->marking, TRUE },
  };

  if (!layout->untitled && chart->title != NULL && *chart->title != '\0')
    y += paz_pen_text (pen, chart->title, 14, TRUE, ink, PAZ_PAD, y, head, PAZ_START, TRUE) + 3;
  if (chart->subtitle != NULL && *chart->subtitle != '\0')
    paz_pen_text (pen, chart->subtitle, 10.5, FALSE, faint, PAZ_PAD, y, head, PAZ_START, TRUE);
  if (chart->value_title != NULL && *chart->value_title != '\0')
    paz_pen_text (pen, chart->value_title, 9, FALSE, faint, PAZ_PAD, layout->value_title_y, width, PAZ_START, FALSE);
  y = layout->foot_y;
  for (guint i = 0; i < G_N_ELEMENTS (foot); i++)
    if (foot[i].text != NULL && *foot[i].text != '\0')
      y += paz_pen_text (pen, foot[i].text, 9, foot[i].bold, foot[i].bold ? ink : faint, PAZ_PAD, y, width, PAZ_START, TRUE) + 3;
}

static void
draw_type (PazPen *pen)
{
  switch (pen->chart->type)
    {
    case PAZ_CHART_LINE:
      paz_line_draw (pen);
      break;
    case PAZ_CHART_AREA:
      paz_area_draw (pen);
      break;
    case PAZ_CHART_COLUMNS:
    case PAZ_CHART_STACKED:
    case PAZ_CHART_BARS:
    case PAZ_CHART_STACKED_BARS:
      paz_bars_draw (pen);
      break;
    case PAZ_CHART_DOTS:
      paz_dots_draw (pen);
      break;
    case PAZ_CHART_HEAT:
      paz_heat_draw (pen);
      break;
    case PAZ_CHART_MULTIPLES:
      paz_multiples_draw (pen);
      break;
    }
}

static gboolean
has_values (PazChart *chart)
{
  for (guint s = 0; s < chart->series->len; s++)
    for (guint i = 0; i < chart->n_categories; i++)
      if (!isnan (paz_chart_get_series (chart, s)->values[i]))
        return TRUE;

  return FALSE;
}

/* An empty frame would look like zero. */
static void
draw_nothing (PazPen *pen)
{
  const PazBox *frame = &pen->layout->frame;

  paz_pen_text (pen, paz_catalogue_ptext (pen->layout->catalogue, "chart", NC_("chart", "No figures")), PAZ_TEXT, FALSE,
                paz_look_get_faint (pen->layout->look), frame->x + frame->width / 2,
                frame->y + (frame->height - paz_pen_line_height (pen)) / 2, 0, PAZ_MIDDLE, FALSE);
}

static void
draw_focus (PazPen              *pen,
            const PazChartPoint *focus)
{
  PazBox *box;
  double grow;

  if (focus->series >= pen->chart->series->len || focus->index >= pen->chart->n_categories)
    return;
  box = paz_layout_get_box (pen, focus->series, focus->index);
  if (box->width < 0)
    return;
  grow = box->width < 8 || box->height < 8 ? 6 : 2;
  cairo_rectangle (pen->cr, box->x - grow, box->y - grow, box->width + 2 * grow, box->height + 2 * grow);
  paz_pen_color (pen, paz_look_get_paper (pen->layout->look));
  cairo_set_line_width (pen->cr, 5);
  cairo_stroke_preserve (pen->cr);
  paz_pen_color (pen, paz_look_get_accent (pen->layout->look));
  cairo_set_line_width (pen->cr, 2.5);
  cairo_stroke (pen->cr);
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
  PazLayout *layout = paz_layout_get (self, width, height, style, catalogue);
  PangoContext *pango = paz_pango_new ();
  PazPen pen = { self, layout, cr, pango };

  cairo_save (cr);
  cairo_new_path (cr);
  if (!style->clear)
    {
      paz_pen_color (&pen, paz_look_get_paper (style->look));
      cairo_rectangle (cr, 0, 0, width, height);
      cairo_fill (cr);
    }
  draw_words (&pen);
  if (layout->legend)
    paz_legend_draw (&pen);
  paz_pen_hurry (&pen);
  draw_type (&pen);
  if (!has_values (self))
    draw_nothing (&pen);
  if (focus != NULL)
    draw_focus (&pen, focus);
  cairo_restore (cr);
  g_object_unref (pango);
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
  PazLayout *layout = paz_layout_get (self, width, height, style, catalogue);
  PazBox *box;

  if (isnan (paz_chart_get_value (self, point->series, point->index)))
    return FALSE;
  box = &layout->boxes[(gsize) point->series * self->n_categories + point->index];
  if (box->width < 0)
    return FALSE;
  rectangle[0] = box->x;
  rectangle[1] = box->y;
  rectangle[2] = box->width;
  rectangle[3] = box->height;

  return TRUE;
}

static double
get_distance (const PazBox *box,
              double        x,
              double        y)
{
  double across = fmax (fmax (box->x - x, x - box->x - box->width), 0);
  double down = fmax (fmax (box->y - y, y - box->y - box->height), 0);

  return hypot (across, down);
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
  PazLayout *layout = paz_layout_get (self, width, height, style, catalogue);
  gboolean lines = self->type == PAZ_CHART_LINE || self->type == PAZ_CHART_MULTIPLES;
  double nearest = lines ? 40 : 8, reach = nearest;

  for (guint s = 0; s < self->series->len; s++)
    for (guint i = 0; i < self->n_categories; i++)
      {
        PazBox *box = &layout->boxes[(gsize) s * self->n_categories + i];
        double distance;

        if (box->width < 0)
          continue;
        distance = get_distance (box, x, y);
        if (distance >= nearest)
          continue;
        nearest = distance;
        *point = (PazChartPoint) { s, i };
      }

  return nearest < reach;
}

double
paz_chart_get_height (PazChart              *self,
                      double                 width,
                      const PazPictureStyle *style)
{
  double zoom = style->text_scale > 0 ? style->text_scale : 1;
  double around = 150 * zoom;
  guint n_series = MAX (self->series->len, 1);
  guint columns;

  switch (self->type)
    {
    case PAZ_CHART_BARS:
      return around + fmax (self->n_categories * fmin (n_series * 18 + 8, 200) * zoom, 120);
    case PAZ_CHART_STACKED_BARS:
    case PAZ_CHART_DOTS:
      return around + fmax (self->n_categories * 26 * zoom, 120);
    case PAZ_CHART_HEAT:
      return around + n_series * 28 * zoom;
    case PAZ_CHART_MULTIPLES:
      columns = paz_multiples_get_columns (width, zoom, n_series);
      return around + ((n_series + columns - 1) / columns) * 160 * zoom;
    case PAZ_CHART_LINE:
    case PAZ_CHART_AREA:
    case PAZ_CHART_COLUMNS:
    case PAZ_CHART_STACKED:
      break;
    }

  return fmax (400 * zoom, width * 0.5);
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
