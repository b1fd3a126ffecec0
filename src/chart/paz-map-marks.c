/* Missions: marks pushed apart until none covers another, then names where there is room. */
#include "paz-map-private.h"

#include <math.h>

#define SMALLEST_MARK 4.0
#define LARGEST_MARK 20.0

static void
size_marks (PazMap *self)
{
  double most = 0;

  for (guint n = 0; n < self->items->len; n++)
    {
      MapItem *item = g_ptr_array_index (self->items, n);

      if (item->value > most)
        most = item->value;
    }
  for (guint n = 0; n < self->items->len; n++)
    {
      MapItem *item = g_ptr_array_index (self->items, n);

      item->radius = SMALLEST_MARK;
      if (item->value > 0)
        item->radius += (LARGEST_MARK - SMALLEST_MARK) * sqrt (item->value / most);
    }
}

static gboolean
push_apart (MapItem *one,
            MapItem *other,
            guint    turn)
{
  double dx = other->x - one->x, dy = other->y - one->y;
  double away = hypot (dx, dy);
  double wanted = one->radius + other->radius + 2;
  double share;

  if (away >= wanted)
    return FALSE;
  if (away < 0.01)
    {
      /* At one place: each leaves in a direction of its own, always the same. */
      dx = cos (turn * 2.4);
      dy = sin (turn * 2.4);
      away = 1;
    }
  /* The larger stays nearer to its place. */
  wanted = (wanted - away + 0.2) / away;
  share = other->radius * other->radius / (one->radius * one->radius + other->radius * other->radius);
  one->x -= dx * wanted * share;
  one->y -= dy * wanted * share;
  other->x += dx * wanted * (1 - share);
  other->y += dy * wanted * (1 - share);
  return TRUE;
}

static void
keep_inside (PazMap  *self,
             MapItem *item)
{
  item->x = CLAMP (item->x, item->radius + 1, self->width - item->radius - 1);
  item->y = CLAMP (item->y, self->frame[1] + item->radius, self->frame[1] + self->frame[3] - item->radius);
}

static void
spread_marks (PazMap *self)
{
  gboolean moved = TRUE;

  for (guint turn = 0; moved && turn < 400; turn++)
    {
      moved = FALSE;
      for (guint a = 0; a < self->items->len; a++)
        for (guint b = a + 1; b < self->items->len; b++)
          moved |= push_apart (g_ptr_array_index (self->items, a), g_ptr_array_index (self->items, b), a * 7 + b);
      for (guint n = 0; n < self->items->len; n++)
        keep_inside (self, g_ptr_array_index (self->items, n));
    }
}

static gboolean
boxes_meet (const double *a,
            const double *b)
{
  return b[2] > 0 && a[0] < b[0] + b[2] && b[0] < a[0] + a[2] && a[1] < b[1] + b[3] && b[1] < a[1] + a[3];
}

static gboolean
box_meets_mark (const double  *box,
                const MapItem *item)
{
  double x = CLAMP (item->x, box[0], box[0] + box[2]);
  double y = CLAMP (item->y, box[1], box[1] + box[3]);

  return hypot (x - item->x, y - item->y) < item->radius + 1;
}

static gboolean
is_free (PazMap       *self,
         const double *box)
{
  if (box[0] < 2 || box[0] + box[2] > self->width - 2 || box[1] < self->frame[1]
      || box[1] + box[3] > self->frame[1] + self->frame[3])
    return FALSE;
  for (guint n = 0; n < self->items->len; n++)
    {
      MapItem *item = g_ptr_array_index (self->items, n);

      if (boxes_meet (box, item->box) || box_meets_mark (box, item))
        return FALSE;
    }

  return TRUE;
}

/* Around the mark, from the right, in rings further and further out. */
static void
label_mark (PazMap  *self,
            MapItem *item,
            double   width,
            double   height)
{
  for (guint ring = 0; ring < 5; ring++)
    for (guint n = 0; n < 16; n++)
      {
        double angle = (n % 2 ? -1 : 1) * ((n + 1) / 2) * G_PI / 8;
        double away = item->radius + 4 + ring * height * 0.9;
        double box[4] = {
          item->x + cos (angle) * (away + width / 2) - width / 2,
          item->y + sin (angle) * (away + height / 2) - height / 2, width, height,
        };

        if (is_free (self, box))
          {
            memcpy (item->box, box, sizeof box);
            return;
          }
      }
}

static int
compare_radius (gconstpointer a,
                gconstpointer b)
{
  const MapItem *one = *(MapItem * const *) a, *other = *(MapItem * const *) b;

  if (one->active != other->active)
    return one->active ? -1 : 1;
  if (one->radius != other->radius)
    return one->radius < other->radius ? 1 : -1;
  return strcmp (one->key, other->key);
}

static void
label_marks (PazMap                *self,
             const PazPictureStyle *style)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  for (guint n = 0; n < self->items->len; n++)
    g_ptr_array_add (items, g_ptr_array_index (self->items, n));
  g_ptr_array_sort (items, compare_radius);
  for (guint n = 0; n < items->len; n++)
    {
      MapItem *item = g_ptr_array_index (items, n);
      g_autoptr (PangoLayout) layout = paz_map_new_text (cr, style, item->key, FONT_SIZE * 0.92, item->active);
      int width, height;

      pango_layout_get_pixel_size (layout, &width, &height);
      label_mark (self, item, width + 2, height);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

void
paz_map_place_marks (PazMap                *self,
                     const PazPictureStyle *style)
{
  for (guint n = 0; n < self->items->len; n++)
    memset (((MapItem *) g_ptr_array_index (self->items, n))->box, 0, sizeof (double) * 4);
  size_marks (self);
  spread_marks (self);
  label_marks (self, style);
}
