/* Ways from a State to the missions it has people in: bowed lines that grow with the people, each
 * with a point at its end. */
#include "paz-map-private.h"

#include <math.h>

#define THINNEST 1.0
#define THICKEST 3.5

typedef struct
{
  double x, y;       /* where the way begins */
  double ex, ey;     /* where it meets the mark */
  double cx, cy;     /* what it is bowed towards */
} Way;

/* Bowed to the north, as a map of flights is, so that ways to near places part early. */
static gboolean
bend (Way           *way,
      const MapItem *item)
{
  double dx = item->x - way->x, dy = item->y - way->y;
  double away = hypot (dx, dy);
  double turn;

  if (away < item->radius + 6)
    return FALSE;
  way->cx = way->x + dx / 2 + dy * 0.18 * (dx >= 0 ? 1 : -1);
  way->cy = way->y + dy / 2 - fabs (dx) * 0.18;
  turn = atan2 (item->y - way->cy, item->x - way->cx);
  way->ex = item->x - cos (turn) * (item->radius + 2);
  way->ey = item->y - sin (turn) * (item->radius + 2);

  return TRUE;
}

static void
draw_way (cairo_t   *cr,
          const Way *way,
          double     width)
{
  double turn = atan2 (way->ey - way->cy, way->ex - way->cx);
  double size = 4 + width * 1.6;
  double bx = way->ex - cos (turn) * size * 0.8, by = way->ey - sin (turn) * size * 0.8;

  cairo_set_line_width (cr, width);
  cairo_move_to (cr, way->x, way->y);
  cairo_curve_to (cr, way->x + (way->cx - way->x) * 2 / 3, way->y + (way->cy - way->y) * 2 / 3,
                  bx + (way->cx - bx) * 2 / 3, by + (way->cy - by) * 2 / 3, bx, by);
  cairo_stroke (cr);
  cairo_move_to (cr, way->ex, way->ey);
  cairo_line_to (cr, way->ex - cos (turn - 0.45) * size, way->ey - sin (turn - 0.45) * size);
  cairo_line_to (cr, way->ex - cos (turn + 0.45) * size, way->ey - sin (turn + 0.45) * size);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static double
find_most (PazMap *self)
{
  double most = 0;

  for (guint n = 0; n < self->items->len; n++)
    {
      const MapItem *item = g_ptr_array_index (self->items, n);

      if (item->value > most)
        most = item->value;
    }

  return most;
}

void
paz_map_draw_ways (PazMap                *self,
                   cairo_t               *cr,
                   const PazPictureStyle *style)
{
  PazColor ink = paz_look_get_ink (style->look);
  double most = find_most (self);
  double lon, lat, x, y;

  if (!paz_map_places_find_state (self->origin, &lon, &lat))
    return;
  paz_map_project (TRUE, lon, lat, &x, &y);
  x = self->left + x * self->scale;
  y = self->top + y * self->scale;
  cairo_set_source_rgba (cr, ink.red, ink.green, ink.blue, 0.6);
  for (guint n = 0; n < self->items->len; n++)
    {
      const MapItem *item = g_ptr_array_index (self->items, n);
      Way way = { .x = x, .y = y };

      if (item->value > 0 && bend (&way, item))
        draw_way (cr, &way, THINNEST + (THICKEST - THINNEST) * sqrt (item->value / most));
    }
  cairo_arc (cr, x, y, 3.5, 0, 2 * G_PI);
  cairo_set_source_rgba (cr, ink.red, ink.green, ink.blue, 1);
  cairo_fill (cr);
}
