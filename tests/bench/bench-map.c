/* A redraw of the map, as a cursor moves over it, and one after its values changed. */
#include "chart/paz-map.h"

#include <cairo.h>
#include <time.h>

#define N_DRAWS 100

static double
now_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static double
measure (PazMap   *map,
         cairo_t  *cr,
         gboolean  change)
{
  const PazPictureStyle style = { .look = PAZ_LOOK_LIGHT };
  double start = now_ms ();

  for (guint n = 0; n < N_DRAWS; n++)
    {
      if (change)
        paz_map_set_value (map, "PER", n);
      paz_map_draw (map, cr, 1000, 700, &style, paz_catalogue_get (PAZ_LANGUAGE_EN), "PER",
                    paz_map_get_key (map, n % paz_map_get_n_keys (map)));
    }
  return (now_ms () - start) / N_DRAWS;
}

int
main (void)
{
  g_autoptr (PazMap) map = paz_map_new_states ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1000, 700);
  cairo_t *cr = cairo_create (surface);
  double moved, changed;

  for (guint n = 0; n < 25; n++)
    paz_map_set_value (map, paz_map_get_key (map, n), n * n);
  measure (map, cr, FALSE);
  moved = measure (map, cr, FALSE);
  changed = measure (map, cr, TRUE);
  g_print ("map 1000x700, cursor moves: %.2f ms; values change: %.2f ms\n", moved, changed);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return moved < 6 ? 0 : 1;
}
