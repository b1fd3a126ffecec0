/* Charts drawn to real surfaces: gaps stay open, what is pointed at is what was drawn, files are
 * the same twice. */
#include "chart/paz-chart.h"

#include <cairo.h>
#include <glib/gstdio.h>
#include <math.h>

#define WIDTH 640
#define HEIGHT 400

static const PazPictureStyle light = { PAZ_LOOK_LIGHT };

static PazChart *
make_chart (PazChartType type,
            guint        n,
            double       scale)
{
  PazChart *chart = paz_chart_new (type);
  g_autofree guint16 *months = g_new (guint16, n + 1);
  g_autofree double *values = g_new (double, n + 1);

  for (guint i = 0; i < n; i++)
    {
      months[i] = 2000 * 12 + i;
      values[i] = i % 7 == 3 ? NAN : scale * (1 + i % 13);
    }
  paz_chart_set_title (chart, "Personal desplegado");
  paz_chart_set_value_title (chart, "Personas", PAZ_CHART_COUNT);
  paz_chart_set_months (chart, months, n);
  paz_chart_add_series (chart, "Uruguay", values);
  paz_chart_add_series (chart, "Brasil", values);

  return chart;
}

static cairo_surface_t *
draw (PazChart *chart)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  paz_chart_draw (chart, cr, WIDTH, HEIGHT, &light, paz_catalogue_get (PAZ_LANGUAGE_ES), NULL);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static void
test_sizes (void)
{
  static const guint sizes[] = { 0, 1, 2, 5000 };
  static const double scales[] = { 1, -50, 0, 1e12, NAN };

  for (guint type = 0; type < PAZ_N_CHART_TYPES; type++)
    for (guint n = 0; n < G_N_ELEMENTS (sizes); n++)
      for (guint s = 0; s < (sizes[n] > 2 ? 1 : G_N_ELEMENTS (scales)); s++)
        {
          g_autoptr (PazChart) chart = make_chart (type, sizes[n], scales[s]);

          cairo_surface_destroy (draw (chart));
        }
}

static void
test_gap (void)
{
  static const guint16 months[] = { 24000, 24001, 24002, 24003, 24004 };
  static const double values[] = { 5, 5, NAN, 5, 5 };
  g_autoptr (PazChart) chart = paz_chart_new (PAZ_CHART_LINE);
  PazCatalogue *catalogue = paz_catalogue_get (PAZ_LANGUAGE_ES);
  double before[4], after[4], none[4];
  cairo_surface_t *surface;
  const guint32 *row;

  paz_chart_set_months (chart, months, 5);
  paz_chart_add_series (chart, "Perú", values);
  g_assert_true (paz_chart_locate (chart, WIDTH, HEIGHT, &light, catalogue, &(PazChartPoint) { 0, 1 }, before));
  g_assert_true (paz_chart_locate (chart, WIDTH, HEIGHT, &light, catalogue, &(PazChartPoint) { 0, 3 }, after));
  g_assert_false (paz_chart_locate (chart, WIDTH, HEIGHT, &light, catalogue, &(PazChartPoint) { 0, 2 }, none));

  surface = draw (chart);
  row = (const guint32 *) (cairo_image_surface_get_data (surface) +
                           (int) after[1] * cairo_image_surface_get_stride (surface));
  g_assert_cmphex (row[(int) after[0]] & 0xffffff, ==, 0x14508c);
  for (int x = (int) before[0] + 8; x < (int) after[0] - 8; x++)
    g_assert_cmphex (row[x] & 0xffffff, !=, 0x14508c);
  cairo_surface_destroy (surface);
}

static void
test_hit (void)
{
  PazCatalogue *catalogue = paz_catalogue_get (PAZ_LANGUAGE_ES);

  for (guint type = 0; type < PAZ_N_CHART_TYPES; type++)
    {
      g_autoptr (PazChart) chart = make_chart (type, 12, 10);
      PazChartPoint hit = { 9, 9 };
      double box[4];

      g_assert_true (paz_chart_locate (chart, WIDTH, HEIGHT, &light, catalogue, &(PazChartPoint) { 0, 5 }, box));
      g_assert_true (paz_chart_hit (chart, WIDTH, HEIGHT, &light, catalogue,
                                    box[0] + box[2] / 2, box[1] + box[3] / 2, &hit));
      g_assert_cmpuint (hit.series, ==, 0);
      g_assert_cmpuint (hit.index, ==, 5);
    }
}

static void
test_write (void)
{
  g_autofree char *folder = g_dir_make_tmp ("chart-XXXXXX", NULL);

  for (guint type = 0; type < PAZ_N_CHART_TYPES; type++)
    for (guint format = PAZ_PICTURE_PNG; format <= PAZ_PICTURE_PDF; format++)
      {
        g_autoptr (PazChart) chart = make_chart (type, 30, 10);
        g_autofree char *path = g_strdup_printf ("%s/%s.%s", folder, paz_chart_type_get_key (type),
                                                 paz_picture_format_get_ending (format));
        g_autofree char *first = NULL;
        g_autofree char *second = NULL;
        g_autoptr (GError) error = NULL;
        gsize n_first, n_second;

        paz_chart_write (chart, path, format, WIDTH, HEIGHT, &light, paz_catalogue_get (PAZ_LANGUAGE_ES), NULL, &error);
        g_assert_no_error (error);
        g_assert_true (g_file_get_contents (path, &first, &n_first, NULL));
        paz_chart_write (chart, path, format, WIDTH, HEIGHT, &light, paz_catalogue_get (PAZ_LANGUAGE_ES), NULL, &error);
        g_assert_no_error (error);
        g_assert_true (g_file_get_contents (path, &second, &n_second, NULL));
        g_assert_cmpmem (first, n_first, second, n_second);
        if (g_getenv ("CHART_KEEP") == NULL)
          g_remove (path);
      }
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/sizes", test_sizes);
  g_test_add_func ("/chart/gap", test_gap);
  g_test_add_func ("/chart/hit", test_hit);
  g_test_add_func ("/chart/write", test_write);

  return g_test_run ();
}
