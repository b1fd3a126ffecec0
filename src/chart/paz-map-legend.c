/* What the colours and marks mean, with how many States have each. */
#include "paz-map-private.h"

#include <math.h>

typedef struct
{
  PazMap                *map;
  cairo_t               *cr;
  const PazPictureStyle *style;
  PazCatalogue          *catalogue;
  double                 x, y, line;
} Legend;

static void
set_color (cairo_t  *cr,
           PazColor  color)
{
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha);
}

/* Missions leave the whole foot of the map free, the States the sea to the west. */
static double
get_text_width (PazMap *self)
{
  return MAX (self->width * (self->missions ? 0.9 : 0.3), 120);
}

static void
show_text (Legend     *legend,
           const char *text,
           double      x,
           double      size,
           gboolean    bold)
{
  g_autoptr (PangoLayout) layout = paz_map_new_text (legend->cr, legend->style, text, size, bold);

  pango_layout_set_width (layout, (int) (get_text_width (legend->map) * PANGO_SCALE));
  set_color (legend->cr, paz_look_get_ink (legend->style->look));
  cairo_move_to (legend->cr, x, legend->y);
  pango_cairo_show_layout (legend->cr, layout);
}

/* Lines that the title takes, before it is known where it stands. */
static double
measure_title (Legend *legend)
{
  g_autoptr (PangoLayout) layout = NULL;
  int height = 0;

  if (legend->map->value_title == NULL)
    return 0;
  layout = paz_map_new_text (legend->cr, legend->style, legend->map->value_title, FONT_SIZE * 0.92, TRUE);
  pango_layout_set_width (layout, (int) (get_text_width (legend->map) * PANGO_SCALE));
  pango_layout_get_pixel_size (layout, NULL, &height);

  return height + legend->line * 0.25;
}

static void
show_row (Legend     *legend,
          int         class,
          const char *words,
          guint       n)
{
  const double swatch = legend->line * 0.72;
  cairo_t *cr = legend->cr;
  PazLook look = legend->style->look;
  /* What a colour stands for, and how many States have it. */
  g_autofree char *text = g_strdup_printf (paz_catalogue_ptext (legend->catalogue, "map legend",
                                                                NC_ ("map legend", "%s  (%u)")), words, n);

  cairo_rectangle (cr, legend->x, legend->y + legend->line * 0.08, swatch * 1.5, swatch);
  paz_map_fill_class (legend->map, cr, legend->style, class);
  cairo_rectangle (cr, legend->x, legend->y + legend->line * 0.08, swatch * 1.5, swatch);
  set_color (cr, paz_look_get_faint (look));
  cairo_set_line_width (cr, 0.8);
  cairo_stroke (cr);
  show_text (legend, text, legend->x + swatch * 1.5 + legend->line * 0.4, FONT_SIZE * 0.92, FALSE);
  legend->y += legend->line;
}

/* The values of the class: of counts the last one in it, of the rest where the next begins. */
static char *
dup_range (PazMap         *self,
           const MapClass *class,
           gboolean        last,
           PazCatalogue   *catalogue)
{
  double end = last || self->unit != PAZ_CHART_COUNT ? class->to : class->to - 1;
  g_autofree char *from = paz_map_dup_value (self, class->from, catalogue);
  g_autofree char *to = paz_map_dup_value (self, end, catalogue);

  /* Zero has a line of its own. */
  if (self->unit == PAZ_CHART_COUNT && class->from == 0)
    {
      g_free (from);
      from = paz_map_dup_value (self, MIN (1, end), catalogue);
    }
  if (class->from >= end || g_str_equal (from, to))
    return g_steal_pointer (&from);
  /* From one value to another. */
  return g_strdup_printf (paz_catalogue_ptext (catalogue, "map legend", NC_ ("map legend", "%s to %s")), from, to);
}

static void
count_apart (PazMap *self,
             guint   counts[3])
{
  memset (counts, 0, 3 * sizeof *counts);
  for (guint n = 0; n < self->items->len; n++)
    {
      int class = paz_map_class_of (self, g_ptr_array_index (self->items, n));

      if (class < 0)
        counts[-class - 1]++;
    }
}

/* The middle of two hands has a name of its own only where it is zero. */
static void
draw_apart (Legend *legend)
{
  const char *words[] = {
    paz_catalogue_ptext (legend->catalogue, "map legend", NC_ ("map legend", "Zero")),
    paz_catalogue_ptext (legend->catalogue, "map legend", NC_ ("map legend", "Not known")),
    paz_map_get_absent_title (legend->map, legend->catalogue),
  };
  guint counts[3];

  count_apart (legend->map, counts);
  for (int n = 0; n < 3; n++)
    if (counts[n] > 0)
      show_row (legend, -n - 1, words[n], counts[n]);
}

static void
draw_classes (Legend *legend)
{
  PazMap *self = legend->map;

  for (int n = (int) self->n_classes - 1; n >= 0; n--)
    {
      g_autofree char *range = dup_range (self, &self->classes[n], n + 1 == (int) self->n_classes, legend->catalogue);

      if (self->classes[n].n > 0)
        show_row (legend, n, range, self->classes[n].n);
    }
  draw_apart (legend);
}

static void
show_mark (Legend     *legend,
           gboolean    active,
           const char *words)
{
  cairo_t *cr = legend->cr;
  PazColor accent = paz_look_get_accent (legend->style->look);

  cairo_new_path (cr);
  cairo_arc (cr, legend->x + 6, legend->y + legend->line * 0.45, 5, 0, 2 * G_PI);
  set_color (cr, active ? accent : paz_look_get_paper (legend->style->look));
  cairo_fill_preserve (cr);
  set_color (cr, accent);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
  show_text (legend, words, legend->x + 18, FONT_SIZE * 0.92, FALSE);
  legend->y += legend->line;
}

static guint
count_rows (PazMap *self)
{
  guint counts[3], n = 0;

  count_apart (self, counts);
  for (guint i = 0; i < 3; i++)
    n += counts[i] > 0;
  for (guint i = 0; i < self->n_classes; i++)
    n += self->classes[i].n > 0;

  return n;
}

void
paz_map_draw_legend (PazMap                *self,
                     cairo_t               *cr,
                     const PazPictureStyle *style,
                     PazCatalogue          *catalogue)
{
  double line = FONT_SIZE * paz_map_text_scale (style) * 1.55;
  Legend legend = { self, cr, style, catalogue, 12, 0, line };
  guint n_rows = self->missions ? 2 : count_rows (self);
  double title = measure_title (&legend);

  legend.y = MAX (self->frame[1] + self->frame[3] - line * (n_rows + 0.5) - title, self->frame[1]);
  if (self->value_title != NULL)
    {
      show_text (&legend, self->value_title, legend.x, FONT_SIZE * 0.92, TRUE);
      legend.y += title;
    }
  if (!self->missions)
    {
      draw_classes (&legend);
      return;
    }
  show_mark (&legend, TRUE, self->mark_titles[0] != NULL ? self->mark_titles[0]
             : paz_catalogue_ptext (catalogue, "mission", NC_ ("mission", "Active")));
  show_mark (&legend, FALSE, self->mark_titles[1] != NULL ? self->mark_titles[1]
             : paz_catalogue_ptext (catalogue, "mission", NC_ ("mission", "Ended")));
}
