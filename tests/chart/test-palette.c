/* Colours of series stay apart for colour-blind readers and stand out from the paper. */
#include "chart/paz-picture.h"

#include <math.h>

/* Machado, Oliveira and Fernandes 2009, severity 1: how the colours look to those who lack one kind of cone. */
static const double sights[3][9] = {
  { 0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998 },
  { 0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881 },
  { 1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900 },
};

static double
to_linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
lab_f (double t)
{
  return t > 0.008856 ? cbrt (t) : 7.787 * t + 16.0 / 116;
}

static void
get_lab (PazColor      color,
         const double *sight,
         double        lab[3])
{
  double rgb[3] = { to_linear (color.red), to_linear (color.green), to_linear (color.blue) };
  double seen[3];
  double x, y, z;

  for (guint i = 0; i < 3; i++)
    seen[i] = CLAMP (sight[3 * i] * rgb[0] + sight[3 * i + 1] * rgb[1] + sight[3 * i + 2] * rgb[2], 0, 1);
  x = lab_f ((0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.9505);
  y = lab_f (0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]);
  z = lab_f ((0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.089);
  lab[0] = 116 * y - 16;
  lab[1] = 500 * (x - y);
  lab[2] = 200 * (y - z);
}

static void
test_palette (void)
{
  for (PazLook look = 0; look < PAZ_N_LOOKS; look++)
    for (guint i = 0; i < PAZ_N_SERIES_COLORS; i++)
      {
        PazColor color = paz_look_get_series (look, i);

        g_assert_cmpfloat (paz_color_contrast (color, paz_look_get_paper (look)), >=, 3);
        for (guint sight = 0; sight < 3 && i + 1 < PAZ_N_SERIES_COLORS; sight++)
          {
            double one[3], other[3];

            get_lab (color, sights[sight], one);
            get_lab (paz_look_get_series (look, i + 1), sights[sight], other);
            g_assert_cmpfloat (sqrt (pow (one[0] - other[0], 2) + pow (one[1] - other[1], 2) + pow (one[2] - other[2], 2)),
                               >=, 15);
          }
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/palette/apart", test_palette);

  return g_test_run ();
}
