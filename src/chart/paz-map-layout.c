/* Where everything stands at one size; what is at a point; where the arrows lead. */
#include "paz-map-private.h"

#include <math.h>

double
paz_map_text_scale (const PazPictureStyle *style)
{
  return style->text_scale > 0 ? style->text_scale : 1.0;
}

static void
fit_frame (PazMap *self,
           double  size)
{
  double bounds[4];
  double above = self->title != NULL ? size * 2.2 : size * 0.6;
  double below = size * (self->note != NULL || self->marking != NULL ? 3.6 : 2.2);

  /* What is said of outlines takes two lines in a narrow picture. */
  if (self->width < size * 56)
    below += size * 1.2;
  self->frame[0] = 0;
  self->frame[1] = above;
  self->frame[2] = self->width;
  self->frame[3] = MAX (self->height - above - below, 1);
  paz_map_get_bounds (self->missions, bounds);
  self->scale = MIN ((self->frame[2] - 8) / bounds[2], self->frame[3] / bounds[3]);
  self->left = (self->width - bounds[2] * self->scale) / 2 - bounds[0] * self->scale;
  self->top = above + (self->frame[3] - bounds[3] * self->scale) / 2 - bounds[1] * self->scale;
}

static void
to_pixels (PazMap *self,
           double  lon,
           double  lat,
           double *x,
           double *y)
{
  paz_map_project (self->missions, lon, lat, x, y);
  *x = self->left + *x * self->scale;
  *y = self->top + *y * self->scale;
}

/* Boxes shrink with a small picture rather than meet; letters never under eight pixels. */
static double
box_height (PazMap *self,
            double  size)
{
  return CLAMP (self->scale * 0.0425, 11, size * 1.65);
}

static void
lay_out_state (PazMap  *self,
               MapItem *item,
               double   size)
{
  double height = box_height (self, size);

  to_pixels (self, item->lon, item->lat, &item->x, &item->y);
  to_pixels (self, item->anchor[0], item->anchor[1], &item->ax, &item->ay);
  item->box[2] = height * 1.95;
  item->box[3] = height;
  item->box[0] = item->x - item->box[2] / 2;
  item->box[1] = item->y - item->box[3] / 2;
}

void
paz_map_lay_out (PazMap                *self,
                 double                 width,
                 double                 height,
                 const PazPictureStyle *style)
{
  double text_scale = paz_map_text_scale (style);
  double size = FONT_SIZE * text_scale;

  if (self->laid_out && self->width == width && self->height == height && self->text_scale == text_scale)
    return;
  self->width = width;
  self->height = height;
  self->text_scale = text_scale;
  self->laid_out = TRUE;
  g_clear_pointer (&self->picture, cairo_surface_destroy);
  fit_frame (self, size);
  for (guint n = 0; n < self->items->len; n++)
    {
      MapItem *item = g_ptr_array_index (self->items, n);

      if (self->missions)
        {
          to_pixels (self, item->lon, item->lat, &item->ax, &item->ay);
          item->x = item->ax;
          item->y = item->ay;
        }
      else
        lay_out_state (self, item, size);
    }
  if (self->missions)
    paz_map_place_marks (self, style);
}

static gboolean
in_box (const double *box,
        double        x,
        double        y)
{
  return box[2] > 0 && x >= box[0] && x <= box[0] + box[2] && y >= box[1] && y <= box[1] + box[3];
}

static const char *
hit_mark (PazMap *self,
          double  x,
          double  y)
{
  const char *key = NULL;
  double nearest = G_MAXDOUBLE;

  for (guint n = 0; n < self->items->len; n++)
    {
      MapItem *item = g_ptr_array_index (self->items, n);
      double away = hypot (x - item->x, y - item->y);

      if (in_box (item->box, x, y))
        return item->key;
      if (away <= MAX (item->radius, 10) && away < nearest)
        {
          nearest = away;
          key = item->key;
        }
    }

  return key;
}

static const char *
hit_state (PazMap *self,
           double  x,
           double  y)
{
  for (guint n = 0; n < self->items->len; n++)
    {
      MapItem *item = g_ptr_array_index (self->items, n);

      if (item->boxed && in_box (item->box, x, y))
        return item->key;
    }

  return paz_map_shape_at ((x - self->left) / self->scale, (y - self->top) / self->scale);
}

const char *
paz_map_hit (PazMap                *self,
             double                 width,
             double                 height,
             const PazPictureStyle *style,
             double                 x,
             double                 y)
{
  paz_map_lay_out (self, width, height, style);
  return self->missions ? hit_mark (self, x, y) : hit_state (self, x, y);
}

gboolean
paz_map_locate (PazMap                *self,
                double                 width,
                double                 height,
                const PazPictureStyle *style,
                const char            *key,
                double                 rectangle[4])
{
  MapItem *item = paz_map_find_item (self, key);

  if (item == NULL)
    return FALSE;
  paz_map_lay_out (self, width, height, style);
  if (self->missions)
    {
      rectangle[0] = item->x - item->radius;
      rectangle[1] = item->y - item->radius;
      rectangle[2] = rectangle[3] = item->radius * 2;
    }
  else
    memcpy (rectangle, item->box, sizeof item->box);
  return TRUE;
}

/* ---- arrows ---- */

static const double directions[][2] = {
  [PAZ_MAP_NORTH] = {0, -1}, [PAZ_MAP_SOUTH] = {0, 1}, [PAZ_MAP_EAST] = {1, 0}, [PAZ_MAP_WEST] = {-1, 0},
};

/* Distance, with what lies aside of the direction counted double; -1 where it lies elsewhere. */
static double
reach (const MapItem *from,
       const MapItem *to,
       PazMapMove     move)
{
  double dx = to->x - from->x, dy = to->y - from->y;
  double along = dx * directions[move][0] + dy * directions[move][1];
  double aside = fabs (dx * directions[move][1]) + fabs (dy * directions[move][0]);

  if (along < 1 || aside > along * 1.5)
    return -1;
  return along + aside * 2;
}

static const char *
move_towards (PazMap     *self,
              MapItem    *from,
              PazMapMove  move)
{
  const char *key = NULL;
  double least = G_MAXDOUBLE;

  for (guint n = 0; n < self->items->len; n++)
    {
      MapItem *item = g_ptr_array_index (self->items, n);
      double distance = item != from ? reach (from, item, move) : -1;

      if (distance >= 0 && distance < least)
        {
          least = distance;
          key = item->key;
        }
    }

  return key;
}

const char *
paz_map_move (PazMap                *self,
              double                 width,
              double                 height,
              const PazPictureStyle *style,
              const char            *key,
              PazMapMove             move)
{
  MapItem *from = paz_map_find_item (self, key);
  guint index;

  if (self->items->len == 0)
    return NULL;
  paz_map_lay_out (self, width, height, style);
  if (from == NULL || move == PAZ_MAP_FIRST)
    return paz_map_get_key (self, 0);
  if (move == PAZ_MAP_LAST)
    return paz_map_get_key (self, self->items->len - 1);
  if (move == PAZ_MAP_NEXT || move == PAZ_MAP_PREVIOUS)
    {
      g_ptr_array_find (self->items, from, &index);
      return paz_map_get_key (self, move == PAZ_MAP_NEXT ? index + 1 : index - 1);
    }
  return move_towards (self, from, move);
}
