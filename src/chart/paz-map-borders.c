/* The borders of the States: the dearest lines of the map, and the same whatever the values are. On
 * a screen they are drawn once for a size and a look and laid over the colours. */
#include "paz-map-private.h"

#include <math.h>

static PazColor
border_color (const PazPictureStyle *style)
{
  gboolean contrast = style->look == PAZ_LOOK_CONTRAST || style->look == PAZ_LOOK_CONTRAST_DARK;

  return paz_map_mix (paz_look_get_paper (style->look), paz_look_get_ink (style->look), contrast ? 1.0 : 0.42);
}

void
paz_map_set_border (cairo_t               *cr,
                    const PazPictureStyle *style)
{
  PazColor color = border_color (style);

  cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha);
}

static void
draw (PazMap                *self,
      cairo_t               *cr,
      const PazPictureStyle *style)
{
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 0.7);
  paz_map_set_border (cr, style);
  for (guint n = 0; n < self->items->len; n++)
    {
      paz_map_trace (self, cr, ((MapItem *) g_ptr_array_index (self->items, n))->key);
      cairo_stroke (cr);
    }
}

static void
keep (PazMap                *self,
      const PazPictureStyle *style,
      const double          *place)
{
  cairo_t *cr;

  g_clear_pointer (&self->borders, cairo_surface_destroy);
  self->borders = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (self->width * self->kept_zoom),
                                              (int) ceil (self->height * self->kept_zoom));
  cairo_surface_set_device_scale (self->borders, self->kept_zoom, self->kept_zoom);
  cr = cairo_create (self->borders);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  cairo_set_tolerance (cr, 0.25);
  draw (self, cr, style);
  cairo_destroy (cr);
  memcpy (self->borders_place, place, sizeof self->borders_place);
}

void
paz_map_draw_borders (PazMap                *self,
                      cairo_t               *cr,
                      const PazPictureStyle *style)
{
  const double place[] = {
    self->width, self->height, self->scale, self->left, self->top, self->kept_zoom, style->look,
  };

  if (self->kept_zoom <= 0)
    {
      draw (self, cr, style);
      return;
    }
  if (self->borders == NULL || memcmp (place, self->borders_place, sizeof place) != 0)
    keep (self, style, place);
  cairo_set_source_surface (cr, self->borders, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
}
