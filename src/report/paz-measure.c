#include "paz-measure.h"

#include <math.h>

/* Advance widths of the printable ASCII characters in thousandths of the size: Helvetica, whose
 * metrics Arial, Liberation Sans and Nimbus Sans share. */
static const guint16 widths[95] = {
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
  556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
  1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
  667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
  333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
  556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
};

#define BOLD_FACTOR 1.08
#define PIXELS_PER_POINT (96.0 / 72.0)

static guint
get_width (gunichar c)
{
  gunichar base[4];

  if (c >= 32 && c < 127)
    return widths[c - 32];
  if (c == 0x2014 || c == 0x2026)       /* em dash, ellipsis */
    return 1000;
  if (g_unichar_iszerowidth (c))
    return 0;
  if (g_unichar_iswide (c))
    return 1000;
  /* An accented letter is as wide as its base. */
  if (g_unichar_fully_decompose (c, FALSE, base, G_N_ELEMENTS (base)) > 1 && base[0] >= 32 && base[0] < 127)
    return widths[base[0] - 32];

  return 600;
}

static double
measure (const char *from,
         const char *to,
         double      points,
         gboolean    bold)
{
  guint sum = 0;

  while (from < to)
    {
      guint8 c = (guint8) *from;

      if (c >= 32 && c < 127)
        {
          sum += widths[c - 32];
          from++;
          continue;
        }
      sum += get_width (g_utf8_get_char (from));
      from = g_utf8_next_char (from);
    }

  return sum * points / 1000.0 * PIXELS_PER_POINT * (bold ? BOLD_FACTOR : 1.0);
}

double
paz_measure_text (const char *text,
                  double      points,
                  gboolean    bold)
{
  return measure (text, text + strlen (text), points, bold);
}

double
paz_measure_word (const char *text,
                  double      points,
                  gboolean    bold)
{
  double widest = 0;

  while (*text != '\0')
    {
      gsize length = strcspn (text, " \n");

      widest = MAX (widest, measure (text, text + length, points, bold));
      text += length;
      text += strspn (text, " \n");
    }

  return widest;
}

guint
paz_measure_lines (const char *text,
                   double      points,
                   gboolean    bold,
                   double      width)
{
  double blank = paz_measure_text (" ", points, bold);
  double used = 0;
  guint lines = 1;

  while (*text != '\0')
    {
      gsize length = strcspn (text, " \n");
      double word = measure (text, text + length, points, bold);

      if (used > 0 && used + blank + word > width)
        {
          lines++;
          used = 0;
        }
      /* A word wider than the line is broken where it stands. */
      if (word > width && width > 0)
        lines += (guint) floor (word / width);
      used += word + (used > 0 ? blank : 0);
      text += length;
      if (*text == '\n')
        {
          lines++;
          used = 0;
        }
      if (*text != '\0')
        text++;
    }

  return lines;
}

double
paz_measure_wrapped (const char *text,
                     double      points,
                     gboolean    bold,
                     guint       lines)
{
  double low = paz_measure_word (text, points, bold);
  double high = MAX (low, paz_measure_text (text, points, bold));

  if (paz_measure_lines (text, points, bold, low) <= lines)
    return low;
  while (high - low > 1)
    {
      double middle = (low + high) / 2;

      if (paz_measure_lines (text, points, bold, middle) <= lines)
        high = middle;
      else
        low = middle;
    }

  return high;
}
