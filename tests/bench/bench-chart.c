/* Every type of chart with 5,000 points, redrawn as when the cursor moves, beside cairo stroking a bare
 * line of as many points at the same size in the same run: the surest thing this machine can do.
 * Processor time of the thread, median of many. */
#include "chart/paz-chart.h"

#include <cairo.h>
#include <math.h>
#include <stdlib.h>
#include <time.h>

#define WIDTH 1000
#define HEIGHT 600
#define POINTS 5000
#define ROUNDS 25
#define MOST 8.0      /* ms */

static double
get_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return now.tv_sec * 1000.0 + now.tv_nsec / 1e6;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

static double
get_median (double *values)
{
  qsort (values, ROUNDS, sizeof *values, compare);

  return values[ROUNDS / 2];
}

static double
get_value (guint i)
{
  return 800 + 500 * sin (i / 31.0) + 200 * sin (i * 12.9898) * sin (i * 0.233);
}

/* ---- the reference ---- */

static double
measure_line (cairo_t *cr)
{
  double times[ROUNDS];

  for (guint n = 0; n < ROUNDS; n++)
    {
      double start = get_ms ();

      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      cairo_set_source_rgb (cr, 0, 0, 0);
      cairo_set_line_width (cr, 2);
      for (guint i = 0; i < POINTS; i++)
        cairo_line_to (cr, i * (double) WIDTH / POINTS, get_value (i) / 1600 * HEIGHT);
      cairo_stroke (cr);
      times[n] = get_ms () - start;
    }

  return get_median (times);
}

/* ---- charts ---- */

static PazChart *
make_chart (PazChartType type,
            guint        n_series,
            gboolean     months)
{
  PazChart *chart = paz_chart_new (type);
  guint n = POINTS / n_series;
  g_autofree guint16 *all_months = g_new (guint16, n);
  g_autofree double *values = g_new (double, n);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      all_months[i] = (guint16) (1600 * 12 + i);
      g_ptr_array_add (names, g_strdup_printf ("Category %u", i));
    }
  paz_chart_set_title (chart, "Uniformed personnel");
  paz_chart_set_value_title (chart, "People", PAZ_CHART_COUNT);
  if (months)
    paz_chart_set_months (chart, all_months, n);
  else
    paz_chart_set_categories (chart, (const char * const *) names->pdata, n);
  for (guint s = 0; s < n_series; s++)
    {
      g_autofree char *name = g_strdup_printf ("Series %u", s);

      for (guint i = 0; i < n; i++)
        values[i] = (i + s) % 397 == 0 ? NAN : fabs (get_value (i + 97 * s));
      paz_chart_add_series (chart, name, values);
    }

  return chart;
}

static void
measure_chart (PazChart              *chart,
               cairo_t               *cr,
               const PazPictureStyle *style,
               double                *first,
               double                *again)
{
  double times[ROUNDS];
  double start = get_ms ();

  paz_chart_draw (chart, cr, WIDTH, HEIGHT, style, paz_catalogue_get (PAZ_LANGUAGE_EN), NULL);
  *first = get_ms () - start;
  for (guint n = 0; n < ROUNDS; n++)
    {
      PazChartPoint cursor = { 0, n };

      start = get_ms ();
      paz_chart_draw (chart, cr, WIDTH, HEIGHT, style, paz_catalogue_get (PAZ_LANGUAGE_EN), &cursor);
      times[n] = get_ms () - start;
    }
  *again = get_median (times);
}

static gboolean
measure_type (PazChartType type,
              PazLook      look,
              cairo_t     *cr,
              double       line)
{
  /* Heat tables and small charts are for many series; the others take as many as can be told apart. */
  const guint shapes[] = { 1, 8, type == PAZ_CHART_HEAT ? 50 : type == PAZ_CHART_MULTIPLES ? 24 : 4 };
  const PazPictureStyle style = { .look = look };
  gboolean good = TRUE;

  for (guint n = 0; n < G_N_ELEMENTS (shapes); n++)
    for (guint months = 0; months < 2; months++)
      {
        g_autoptr (PazChart) chart = make_chart (type, shapes[n], months == 1);
        double first, again;

        measure_chart (chart, cr, &style, &first, &again);
        g_print ("%-12s %-8s %2u series of %4u %-10s first %6.2f ms, again %6.2f ms, %5.2f of a bare line%s\n",
                 paz_chart_type_get_key (type), look == PAZ_LOOK_LIGHT ? "light" : "contrast", shapes[n], POINTS / shapes[n],
                 months ? "months" : "categories", first, again, again / line, again < MOST ? "" : "  TOO SLOW");
        good = good && again < MOST;
      }

  return good;
}

int
main (void)
{
  static const PazLook looks[] = { PAZ_LOOK_LIGHT, PAZ_LOOK_CONTRAST };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  double line = measure_line (cr);
  gboolean good = TRUE;

  g_print ("a bare line of %u points, %ux%u: %.2f ms\n", POINTS, WIDTH, HEIGHT, line);
  for (guint look = 0; look < G_N_ELEMENTS (looks); look++)
    for (guint type = 0; type < PAZ_N_CHART_TYPES; type++)
      good = measure_type ((PazChartType) type, looks[look], cr, line) && good;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return good ? 0 : 1;
}
