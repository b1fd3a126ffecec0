/* Text, hairlines, fills and markers of a chart. */
#include "paz-chart-layout.h"

#include <math.h>

PangoContext *
paz_pango_new (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  /* The same widths on screen and on paper. */
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  return context;
}

static PangoLayout *
new_text (PazPen     *pen,
          const char *text,
          double      size,
          gboolean    bold)
{
  PangoLayout *layout = pango_layout_new (pen->pango);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, pen->layout->font);
  pango_font_description_set_absolute_size (font, size * pen->layout->zoom * 1.2 * PANGO_SCALE);
  if (bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);

  return layout;
}

double
paz_pen_text (PazPen     *pen,
              const char *text,
              double      size,
              gboolean    bold,
              PazColor    color,
              double      x,
              double      y,
              double      width,
              PazAlign    align,
              gboolean    wrap)
{
  g_autoptr (GObject) owned = G_OBJECT (new_text (pen, text, size, bold));
  PangoLayout *layout = PANGO_LAYOUT (owned);
  int w, h;

  if (width > 0)
    {
      pango_layout_get_pixel_size (layout, &w, NULL);
      if (wrap)
        pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      else if (w > width)
        pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      if (wrap || w > width)
        pango_layout_set_width (layout, width * PANGO_SCALE);
    }
  pango_layout_get_pixel_size (layout, &w, &h);
  if (pen->cr == NULL)
    return h;
  if (align != PAZ_START)
    x -= align == PAZ_END ? w : w / 2.0;
  paz_pen_color (pen, color);
  cairo_move_to (pen->cr, x, y);
  pango_cairo_show_layout (pen->cr, layout);

  return h;
}

double
paz_pen_name (PazPen     *pen,
              const char *text,
              PazColor    color,
              double      x,
              double      y,
              double      width,
              PazAlign    align,
              guint       lines)
{
  static const PangoAlignment alignments[] = { PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT };
  g_autoptr (GObject) owned = G_OBJECT (new_text (pen, text, PAZ_TEXT, FALSE));
  PangoLayout *layout = PANGO_LAYOUT (owned);
  int h;

  pango_layout_set_width (layout, (int) (fmax (width, 1) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -(int) lines);
  pango_layout_set_alignment (layout, alignments[align]);
  pango_layout_get_pixel_size (layout, NULL, &h);
  if (pen->cr == NULL)
    return h;
  paz_pen_color (pen, color);
  cairo_move_to (pen->cr, x - (align == PAZ_END ? width : align == PAZ_MIDDLE ? width / 2 : 0), y);
  pango_cairo_show_layout (pen->cr, layout);

  return h;
}

double
paz_pen_measure (PazPen     *pen,
                 const char *text,
                 double      size)
{
  g_autoptr (GObject) owned = G_OBJECT (new_text (pen, text, size, FALSE));
  PangoLayout *layout = PANGO_LAYOUT (owned);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

double
paz_pen_line_height (PazPen *pen)
{
  return ceil (PAZ_TEXT * pen->layout->zoom * 1.2 * 1.4);
}

void
paz_pen_color (PazPen   *pen,
               PazColor  color)
{
  cairo_set_source_rgba (pen->cr, color.red, color.green, color.blue, color.alpha);
}

gboolean
paz_pen_is_patterned (PazPen *pen)
{
  return pen->layout->look == PAZ_LOOK_PRINT || pen->layout->look == PAZ_LOOK_CONTRAST ||
         pen->layout->look == PAZ_LOOK_CONTRAST_DARK;
}

#define MANY 400

static gsize
count_marks (PazPen *pen)
{
  return (gsize) pen->chart->series->len * pen->chart->n_categories;
}

void
paz_pen_hurry (PazPen *pen)
{
  if (pen->layout->look != PAZ_LOOK_PRINT && count_marks (pen) > MANY)
    cairo_set_antialias (pen->cr, CAIRO_ANTIALIAS_FAST);
}

static double
snap (double value,
      double scale)
{
  return (floor (value * scale) + 0.5) / scale;
}

void
paz_pen_hairline (PazPen *pen,
                  double  x1,
                  double  y1,
                  double  x2,
                  double  y2)
{
  double sx, sy;

  cairo_surface_get_device_scale (cairo_get_target (pen->cr), &sx, &sy);
  cairo_set_line_width (pen->cr, 1 / sx);
  if (x1 == x2)
    x1 = x2 = snap (x1, sx);
  if (y1 == y2)
    y1 = y2 = snap (y1, sy);
  cairo_move_to (pen->cr, x1, y1);
  cairo_line_to (pen->cr, x2, y2);
  cairo_stroke (pen->cr);
}

/* In colour the pattern only hints: figures that stand on it stay readable. */
#define HINT 0.3

void
paz_pen_fill (PazPen *pen,
              guint   series)
{
  PazColor color = paz_look_get_series (pen->layout->look, series);
  PazColor pattern = paz_look_get_paper (pen->layout->look);

  /* Of thousands a pattern shows nothing and costs milliseconds. */
  if (series == 0 || (!paz_pen_is_patterned (pen) && count_marks (pen) > 10 * MANY))
    {
      paz_pen_color (pen, color);
      cairo_fill (pen->cr);
      return;
    }
  if (!paz_pen_is_patterned (pen))
    pattern.alpha = HINT;
  paz_picture_hatch_over (pen->cr, 1 + (series - 1) % 7, color, pattern, 6);
}

void
paz_pen_marker (PazPen   *pen,
                guint     series,
                double    x,
                double    y,
                double    radius,
                gboolean  hollow)
{
  cairo_t *cr = pen->cr;
  guint shape = series % 4;

  cairo_new_path (cr);
  if (shape == 0)
    cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  else if (shape == 1)
    cairo_rectangle (cr, x - radius * 0.9, y - radius * 0.9, radius * 1.8, radius * 1.8);
  else
    {
      double turn = shape == 2 ? -G_PI / 2 : 0;
      guint corners = shape == 2 ? 3 : 4;

      for (guint n = 0; n < corners; n++)
        cairo_line_to (cr, x + 1.25 * radius * cos (turn + 2 * G_PI * n / corners),
                       y + 1.25 * radius * sin (turn + 2 * G_PI * n / corners));
      cairo_close_path (cr);
    }
  paz_pen_color (pen, hollow ? paz_look_get_paper (pen->layout->look) : paz_look_get_series (pen->layout->look, series));
  cairo_fill_preserve (cr);
  paz_pen_color (pen, paz_look_get_series (pen->layout->look, series));
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}
