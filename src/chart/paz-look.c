/* Colours of each look. The series are spaced in lightness as well as in hue, so that neighbours
 * stay apart for protanopia, deuteranopia and tritanopia; a test measures it. */
#include "chart/paz-picture.h"

#include <cairo.h>
#include <math.h>

#define HEX(rgb) { ((rgb) >> 16 & 0xff) / 255.0, ((rgb) >> 8 & 0xff) / 255.0, ((rgb) & 0xff) / 255.0, 1.0 }

static const struct
{
  PazColor paper, ink, faint, line, accent;
  PazColor series[PAZ_N_SERIES_COLORS];
  PazColor ramp[2];
} looks[PAZ_N_LOOKS] = {
  [PAZ_LOOK_LIGHT] = {
    HEX (0xffffff), HEX (0x1d1d24), HEX (0x5e5c64), HEX (0xdcdce2), HEX (0x1a5fb4),
    { HEX (0x14508c), HEX (0xd9600a), HEX (0x006b5c), HEX (0xc061cb),
      HEX (0x4a3a00), HEX (0x3584e4), HEX (0x8f1d2d), HEX (0x7f8c00) },
    { HEX (0xe7f0fa), HEX (0x0b3a75) },
  },
  [PAZ_LOOK_DARK] = {
    HEX (0x242424), HEX (0xf2f2f4), HEX (0xb8b8c0), HEX (0x4a4a50), HEX (0x78aeed),
    { HEX (0x78aeed), HEX (0xff9a4d), HEX (0xd7fff0), HEX (0xc079d6),
      HEX (0xfff0a0), HEX (0x5a95e0), HEX (0xffb4c4), HEX (0x9aa81e) },
    { HEX (0x24384f), HEX (0xb9dcff) },
  },
  [PAZ_LOOK_CONTRAST] = {
    HEX (0xffffff), HEX (0x000000), HEX (0x000000), HEX (0x8a8a8a), HEX (0x003c8f),
    { HEX (0x003c8f), HEX (0xb84c00), HEX (0x004d40), HEX (0xa63cb5),
      HEX (0x332800), HEX (0x1c6fd6), HEX (0x70101e), HEX (0x667000) },
    { HEX (0xe0ecfa), HEX (0x00234f) },
  },
  [PAZ_LOOK_CONTRAST_DARK] = {
    HEX (0x000000), HEX (0xffffff), HEX (0xffffff), HEX (0x8a8a8a), HEX (0x9cc9ff),
    { HEX (0x9cc9ff), HEX (0xff9a4d), HEX (0xe0fff5), HEX (0xd087e6),
      HEX (0xfff3a8), HEX (0x6fa8f0), HEX (0xffc4d0), HEX (0xaab829) },
    { HEX (0x15304f), HEX (0xd9ecff) },
  },
  [PAZ_LOOK_PRINT] = {
    HEX (0xffffff), HEX (0x000000), HEX (0x444444), HEX (0xcccccc), HEX (0x1a5fb4),
    { HEX (0x14406e), HEX (0xd9600a), HEX (0x005a4d), HEX (0xc061cb),
      HEX (0x3a2d00), HEX (0x3584e4), HEX (0x7d1424), HEX (0x7f8c00) },
    { HEX (0xeef3f9), HEX (0x12345e) },
  },
};

PazColor
paz_look_get_paper (PazLook look)
{
  return looks[look].paper;
}

PazColor
paz_look_get_ink (PazLook look)
{
  return looks[look].ink;
}

PazColor
paz_look_get_faint (PazLook look)
{
  return looks[look].faint;
}

PazColor
paz_look_get_line (PazLook look)
{
  return looks[look].line;
}

PazColor
paz_look_get_accent (PazLook look)
{
  return looks[look].accent;
}

PazColor
paz_look_get_series (PazLook look,
                     guint   n)
{
  return looks[look].series[n % PAZ_N_SERIES_COLORS];
}

PazColor
paz_look_get_ramp (PazLook look,
                   double  fraction)
{
  const PazColor *from = &looks[look].ramp[0];
  const PazColor *to = &looks[look].ramp[1];
  double t = isfinite (fraction) ? CLAMP (fraction, 0, 1) : 0;

  return (PazColor) { from->red + t * (to->red - from->red),
                      from->green + t * (to->green - from->green),
                      from->blue + t * (to->blue - from->blue), 1.0 };
}

static double
get_linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
get_luminance (PazColor color)
{
  return 0.2126 * get_linear (color.red) + 0.7152 * get_linear (color.green) +
         0.0722 * get_linear (color.blue);
}

double
paz_color_contrast (PazColor a,
                    PazColor b)
{
  double first = get_luminance (a) + 0.05;
  double second = get_luminance (b) + 0.05;

  return MAX (first, second) / MIN (first, second);
}

PazColor
paz_look_get_on (PazLook  look,
                 PazColor color)
{
  PazColor ink = looks[look].ink;
  PazColor paper = looks[look].paper;

  return paz_color_contrast (ink, color) >= paz_color_contrast (paper, color) ? ink : paper;
}
