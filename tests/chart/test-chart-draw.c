/* Charts: what is drawn can be found, what is missing is not drawn, the same twice. */
#include "chart/paz-chart.h"

#include "base/paz-date.h"

#include <cairo.h>
#include <math.h>
#include <string.h>

#define WIDTH 800.0
#define HEIGHT 600.0

static const PazPictureStyle style = { .look = PAZ_LOOK_LIGHT };

static PazChart *
make_chart (PazChartType type,
            guint        n,
            guint        n_series,
            double     (*value) (guint series, guint index))
{
  PazChart *chart = paz_chart_new (type);
  g_autofree guint16 *months = g_new (guint16, MAX (n, 1));
  g_autofree double *values = g_new (double, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    months[i] = paz_month_parse ("2004-06") + i;
  paz_chart_set_months (chart, months, n);
  for (guint s = 0; s < n_series; s++)
    {
      g_autofree char *name = g_strdup_printf ("Series %u", s + 1);

      for (guint i = 0; i < n; i++)
        values[i] = value (s, i);
      paz_chart_add_series (chart, name, values);
    }
  return chart;
}

static double get_plain (guint s, guint i) { return 40 + 10 * s + (i * 7 + s * 3) % 23; }
static double get_none (guint s, guint i) { return NAN; }
static double get_negative (guint s, guint i) { return -5.0 * (i + 1) + s; }
static double get_huge (guint s, guint i) { return i % 2 ? 1e308 : -1e308; }
static double get_gap (guint s, guint i) { return i == 5 || i == 6 ? NAN : 50; }

static void
test_hit (void)
{
  PazCatalogue *words = paz_catalogue_get (PAZ_LANGUAGE_ES);

  for (PazChartType type = 0; type < PAZ_N_CHART_TYPES; type++)
    {
      g_autoptr (PazChart) chart = make_chart (type, 12, 3, get_plain);

      for (guint s = 0; s < 3; s++)
        for (guint i = 0; i < 12; i++)
          {
            PazChartPoint point = { s, i }, found = { 99, 99 };
            double box[4], again[4];

            g_assert_true (paz_chart_locate (chart, WIDTH, HEIGHT, &style, words, &point, box));
            g_assert_true (paz_chart_hit (chart, WIDTH, HEIGHT, &style, words, box[0] + box[2] / 2, box[1] + box[3] / 2, &found));
            g_assert_cmpuint (found.index, ==, i);
            /* Two equal values stand on one another: either may be found. */
            g_assert_true (paz_chart_locate (chart, WIDTH, HEIGHT, &style, words, &found, again));
            g_assert_true (found.series == s || fabs (again[1] - box[1]) < 8 || fabs (again[0] - box[0]) < 8);
          }
    }
}

static cairo_surface_t *
draw (PazChart *chart)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  paz_chart_draw (chart, cr, WIDTH, HEIGHT, &style, paz_catalogue_get (PAZ_LANGUAGE_ES), NULL);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static void
test_gap (void)
{
  g_autoptr (PazChart) chart = make_chart (PAZ_CHART_LINE, 12, 1, get_gap);
  PazCatalogue *words = paz_catalogue_get (PAZ_LANGUAGE_ES);
  PazColor color = paz_look_get_series (PAZ_LOOK_LIGHT, 0);
  guint32 ink = (guint32) lround (color.red * 255) << 16 | (guint32) lround (color.green * 255) << 8 | lround (color.blue * 255);
  PazChartPoint before = { 0, 4 }, after = { 0, 7 }, gap = { 0, 5 };
  cairo_surface_t *surface = draw (chart);
  double a[4], b[4];
  guint in_line = 0;

  g_assert_false (paz_chart_locate (chart, WIDTH, HEIGHT, &style, words, &gap, a));
  g_assert_true (paz_chart_locate (chart, WIDTH, HEIGHT, &style, words, &before, a));
  g_assert_true (paz_chart_locate (chart, WIDTH, HEIGHT, &style, words, &after, b));
  for (int x = a[0] - 20; x < b[0] - 8; x++)
    for (int y = a[1] - 6; y < a[1] + 6; y++)
      {
        guint32 *row = (guint32 *) (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface));
        gboolean inked = (row[x] & 0xffffff) == ink;

        if (x > a[0] + 8)
          g_assert_false (inked);
        else
          in_line += inked;
      }
  g_assert_cmpuint (in_line, >, 20);
  cairo_surface_destroy (surface);
}

static void
draw_cb (cairo_t  *cr,
         double    width,
         double    height,
         gpointer  data)
{
  paz_chart_draw (data, cr, width, height, &style, paz_catalogue_get (PAZ_LANGUAGE_ES), NULL);
}

static void
test_same (void)
{
  for (PazChartType type = 0; type < PAZ_N_CHART_TYPES; type++)
    for (PazPictureFormat format = 0; format <= PAZ_PICTURE_PDF; format++)
      {
        g_autoptr (PazChart) chart = make_chart (type, 12, 2, get_plain);
        g_autoptr (GError) error = NULL;
        g_autoptr (GBytes) first = paz_picture_dup (format, WIDTH, HEIGHT, "x", draw_cb, chart, NULL, &error);
        g_autoptr (GBytes) second = paz_picture_dup (format, WIDTH, HEIGHT, "x", draw_cb, chart, NULL, &error);

        g_assert_no_error (error);
        g_assert_cmpuint (g_bytes_get_size (first), >, 500);
        g_assert_true (g_bytes_equal (first, second));
      }
}

static void
test_extremes (void)
{
  static double (* const values[]) (guint, guint) = { get_plain, get_none, get_negative, get_huge };
  static const guint counts[] = { 0, 1, 2, 5000 };

  for (PazChartType type = 0; type < PAZ_N_CHART_TYPES; type++)
    for (guint n = 0; n < G_N_ELEMENTS (counts); n++)
      for (guint v = 0; v < G_N_ELEMENTS (values); v++)
        {
          g_autoptr (PazChart) chart = make_chart (type, counts[n], 1 + n % 3, values[v]);

          cairo_surface_destroy (draw (chart));
        }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/hit", test_hit);
  g_test_add_func ("/chart/gap", test_gap);
  g_test_add_func ("/chart/same", test_same);
  g_test_add_func ("/chart/extremes", test_extremes);
  return g_test_run ();
}
