/* Outlines on the plane: two equal-area projections, each computed once. */
#include "paz-map-private.h"

#include <math.h>

typedef struct
{
  const char *iso3;
  guint16     first;
  guint16     n;
} Ring;

#include "paz-map-outlines.h"

#define N_POINTS G_N_ELEMENTS (points)
#define RADIANS (G_PI / 180)

typedef struct
{
  double   points[N_POINTS][2];
  double   boxes[G_N_ELEMENTS (rings)][4];   /* x0, y0, x1, y1 */
  gboolean far[G_N_ELEMENTS (rings)];        /* on the other side of the Earth */
} Plane;

/* Lambert's azimuthal equal-area projection about 70 W 15 S. */
static gboolean
project_region (double  lon,
                double  lat,
                double *x,
                double *y)
{
  const double middle = -15 * RADIANS;
  double east = (lon + 70) * RADIANS;
  double north = lat * RADIANS;
  double cosine = sin (middle) * sin (north) + cos (middle) * cos (north) * cos (east);
  double k = sqrt (2 / MAX (1 + cosine, 0.05));

  *x = k * cos (north) * sin (east);
  *y = -k * (cos (middle) * sin (north) - sin (middle) * cos (north) * cos (east));
  return cosine > -0.7;
}

/* Equal Earth (Šavrič, Patterson, Jenny 2018). */
static void
project_world (double  lon,
               double  lat,
               double *x,
               double *y)
{
  const double a1 = 1.340264, a2 = -0.081106, a3 = 0.000893, a4 = 0.003796;
  double t = asin (sqrt (3) / 2 * sin (lat * RADIANS));
  double t2 = t * t, t6 = t2 * t2 * t2;

  *x = 2 * sqrt (3) * lon * RADIANS * cos (t)
       / (3 * (9 * a4 * t6 * t2 + 7 * a3 * t6 + 3 * a2 * t2 + a1));
  *y = -t * (a4 * t6 * t2 + a3 * t6 + a2 * t2 + a1);
}

static gboolean
project (gboolean  world,
         double    lon,
         double    lat,
         double   *x,
         double   *y)
{
  if (!world)
    return project_region (lon, lat, x, y);
  project_world (lon, lat, x, y);
  return TRUE;
}

void
paz_map_project (gboolean  world,
                 double    lon,
                 double    lat,
                 double   *x,
                 double   *y)
{
  project (world, lon, lat, x, y);
}

static void
project_ring (Plane    *plane,
              gboolean  world,
              guint     ring)
{
  double *box = plane->boxes[ring];

  box[0] = box[1] = G_MAXDOUBLE;
  box[2] = box[3] = -G_MAXDOUBLE;
  for (guint n = rings[ring].first; n < (guint) rings[ring].first + rings[ring].n; n++)
    {
      double *point = plane->points[n];

      if (!project (world, points[n][0] / 100.0, points[n][1] / 100.0, &point[0], &point[1]))
        plane->far[ring] = TRUE;
      box[0] = MIN (box[0], point[0]);
      box[1] = MIN (box[1], point[1]);
      box[2] = MAX (box[2], point[0]);
      box[3] = MAX (box[3], point[1]);
    }
}

static Plane *
make_plane (gboolean world)
{
  Plane *plane = g_new0 (Plane, 1);

  for (guint n = 0; n < G_N_ELEMENTS (rings); n++)
    project_ring (plane, world, n);
  return plane;
}

static Plane *
get_plane (gboolean world)
{
  static gsize planes[2];

  if (g_once_init_enter (&planes[world]))
    g_once_init_leave (&planes[world], (gsize) make_plane (world));
  return (Plane *) planes[world];
}

void
paz_map_get_bounds (gboolean world,
                    double   bounds[4])
{
  double west, east, north, south, other;

  project (world, world ? -104 : -118, world ? 0 : 28, &west, &other);
  project (world, world ? 136 : -34.5, world ? 0 : -8, &east, &other);
  project (world, 20, world ? 53 : 33, &other, &north);
  project (world, 20, -36, &other, &south);
  if (!world)
    {
      project (FALSE, -70, 33.2, &other, &north);
      project (FALSE, -70, -56.2, &other, &south);
    }
  bounds[0] = west;
  bounds[1] = north;
  bounds[2] = east - west;
  bounds[3] = south - north;
}

static void
trace_ring (PazMap      *self,
            cairo_t     *cr,
            const Plane *plane,
            guint        ring)
{
  const double (*point)[2] = &plane->points[rings[ring].first];

  cairo_new_sub_path (cr);
  for (guint n = 0; n < rings[ring].n; n++)
    cairo_line_to (cr, self->left + point[n][0] * self->scale, self->top + point[n][1] * self->scale);
  cairo_close_path (cr);
}

/* The land around is drawn where the frame shows it; of the region, only what touches its own
 * square: coasts beyond an ocean would say nothing. */
static gboolean
is_seen (PazMap       *self,
         const double *box)
{
  double bounds[4];

  paz_map_get_bounds (self->missions, bounds);
  if (!self->missions && box[0] > bounds[0] + bounds[2])
    return FALSE;

  return self->left + box[2] * self->scale > self->frame[0]
         && self->left + box[0] * self->scale < self->frame[0] + self->frame[2]
         && self->top + box[3] * self->scale > self->frame[1]
         && self->top + box[1] * self->scale < self->frame[1] + self->frame[3];
}

void
paz_map_trace (PazMap     *self,
               cairo_t    *cr,
               const char *iso3)
{
  const Plane *plane = get_plane (self->missions);

  for (guint n = 0; n < G_N_ELEMENTS (rings); n++)
    if ((iso3 == NULL || g_str_equal (rings[n].iso3, iso3)) && !plane->far[n]
        && is_seen (self, plane->boxes[n]))
      trace_ring (self, cr, plane, n);
}

static gboolean
is_inside (const Plane *plane,
           guint        ring,
           double       x,
           double       y)
{
  const double (*point)[2] = &plane->points[rings[ring].first];
  guint length = rings[ring].n;
  gboolean inside = FALSE;

  for (guint n = 0, before = length - 1; n < length; before = n++)
    if ((point[n][1] > y) != (point[before][1] > y)
        && x < (point[before][0] - point[n][0]) * (y - point[n][1]) / (point[before][1] - point[n][1])
               + point[n][0])
      inside = !inside;

  return inside;
}

const char *
paz_map_shape_at (double x,
                  double y)
{
  const Plane *plane = get_plane (FALSE);

  for (guint n = 0; n < G_N_ELEMENTS (rings); n++)
    {
      const double *box = plane->boxes[n];

      if (*rings[n].iso3 != '\0' && x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]
          && is_inside (plane, n, x, y))
        return rings[n].iso3;
    }

  return NULL;
}
