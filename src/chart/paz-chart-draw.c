/* The picture: paper, words around, and the drawing of the type. */
#include "paz-chart-private.h"

#include <math.h>

struct _PazLayout
{
  double width;
};

void
paz_layout_free (PazLayout *self)
{
  g_free (self);
}

static void
get_range (PazChart *self,
           double   *most)
{
  *most = 0;
  for (guint s = 0; s < self->series->len; s++)
    for (guint i = 0; i < self->n_categories; i++)
      *most = fmax (*most, paz_chart_get_value (self, s, i));
  if (*most == 0)
    *most = 1;
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
  PazColor paper = paz_look_get_paper (style->look);
  double most;

  cairo_set_source_rgb (cr, paper.red, paper.green, paper.blue);
  if (!style->clear)
    cairo_paint (cr);
  get_range (self, &most);
  for (guint s = 0; s < self->series->len; s++)
    {
      PazColor color = paz_look_get_series (style->look, s);

      cairo_set_source_rgb (cr, color.red, color.green, color.blue);
      for (guint i = 0; i < self->n_categories; i++)
        {
          double value = paz_chart_get_value (self, s, i);

          if (isnan (value))
            cairo_new_sub_path (cr);
          else
            cairo_line_to (cr, 20 + (width - 40) * (i + 0.5) / self->n_categories,
                           height - 20 - (height - 40) * value / most);
        }
      cairo_stroke (cr);
    }
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
  double value = paz_chart_get_value (self, point->series, point->index);
  double most;

  if (isnan (value))
    return FALSE;
  get_range (self, &most);
  rectangle[0] = 20 + (width - 40) * (point->index + 0.5) / self->n_categories;
  rectangle[1] = height - 20 - (height - 40) * value / most;
  rectangle[2] = rectangle[3] = 0;

  return TRUE;
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
  double nearest = 40;

  for (guint s = 0; s < self->series->len; s++)
    for (guint i = 0; i < self->n_categories; i++)
      {
        PazChartPoint candidate = { s, i };
        double box[4];

        if (!paz_chart_locate (self, width, height, style, catalogue, &candidate, box) ||
            hypot (box[0] - x, box[1] - y) >= nearest)
          continue;
        nearest = hypot (box[0] - x, box[1] - y);
        *point = candidate;
      }

  return nearest < 40;
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
