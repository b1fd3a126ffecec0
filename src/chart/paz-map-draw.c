/* The drawing of both maps. */
#include "paz-map-private.h"

#include <math.h>

typedef struct
{
  PazMap                *map;
  const PazPictureStyle *style;
  PazCatalogue          *catalogue;
} Drawing;

static void
set_color (cairo_t  *cr,
           PazColor  color)
{
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha);
}

PangoLayout *
paz_map_new_text (cairo_t               *cr,
                  const PazPictureStyle *style,
                  const char            *text,
                  double                 size,
                  gboolean               bold)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, style->font != NULL ? style->font : "sans");
  pango_font_description_set_absolute_size (font, size * paz_map_text_scale (style) * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static gboolean
is_contrast (const PazPictureStyle *style)
{
  return style->look == PAZ_LOOK_CONTRAST || style->look == PAZ_LOOK_CONTRAST_DARK;
}

/* Land that is not asked about: quiet, the same for all. */
static PazColor
land_color (const PazPictureStyle *style)
{
  return paz_map_mix (paz_look_get_paper (style->look), paz_look_get_ink (style->look), 0.09);
}

/* Middle of a text at x, y. */
static void
draw_text_at (cairo_t     *cr,
              PangoLayout *layout,
              double       x,
              double       y)
{
  int width, height;

  pango_layout_get_size (layout, &width, &height);
  cairo_move_to (cr, x - width / 2.0 / PANGO_SCALE, y - height / 2.0 / PANGO_SCALE);
  pango_cairo_show_layout (cr, layout);
}

/* Letters over lines: a rim of paper keeps them readable. */
static void
draw_rimmed_text (cairo_t               *cr,
                  const PazPictureStyle *style,
                  PangoLayout           *layout,
                  double                 x,
                  double                 y)
{
  PazColor rim = paz_look_get_paper (style->look);

  rim.alpha = 0.85;
  cairo_move_to (cr, x, y);
  pango_cairo_layout_path (cr, layout);
  set_color (cr, rim);
  cairo_set_line_width (cr, 2.5);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
  cairo_move_to (cr, x, y);
  set_color (cr, paz_look_get_ink (style->look));
  pango_cairo_show_layout (cr, layout);
}

void
paz_map_fill_class (PazMap                *self,
                    cairo_t               *cr,
                    const PazPictureStyle *style,
                    int                    n)
{
  PazColor color = paz_map_class_color (self, style->look, n);

  set_color (cr, color);
  cairo_fill_preserve (cr);
  if (n == CLASS_UNKNOWN)
    paz_picture_hatch (cr, PAZ_HATCH_UNKNOWN, paz_look_get_faint (style->look), 5);
  else if (n == CLASS_ABSENT)
    paz_picture_hatch (cr, 2, paz_map_mix (color, paz_look_get_faint (style->look), is_contrast (style) ? 0.8 : 0.3), 9);
  else if (!isnan (self->centre) && (n == 0 || n == 1))
    paz_picture_hatch (cr, 1, paz_look_get_on (style->look, color), 7);
  else
    cairo_new_path (cr);
}

static void
trace_box (cairo_t      *cr,
           const double *box)
{
  double radius = MIN (box[3] / 2, 5);

  cairo_new_sub_path (cr);
  cairo_arc (cr, box[0] + box[2] - radius, box[1] + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, box[0] + box[2] - radius, box[1] + box[3] - radius, radius, 0, G_PI_2);
  cairo_arc (cr, box[0] + radius, box[1] + box[3] - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, box[0] + radius, box[1] + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
draw_leader (cairo_t               *cr,
             const PazPictureStyle *style,
             const MapItem         *item)
{
  double x = CLAMP (item->ax, item->box[0], item->box[0] + item->box[2]);

  set_color (cr, paz_look_get_faint (style->look));
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, item->ax, item->ay);
  cairo_line_to (cr, x, item->y);
  cairo_stroke (cr);
  cairo_new_path (cr);
  cairo_arc (cr, item->ax, item->ay, 1.8, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_state_label (PazMap                *self,
                  cairo_t               *cr,
                  const PazPictureStyle *style,
                  const MapItem         *item)
{
  int class = paz_map_class_of (self, item);
  PazColor ground = paz_map_class_color (self, style->look, class);
  double size = CLAMP (item->box[3] * 0.62 / paz_map_text_scale (style), 6.5, FONT_SIZE);
  g_autoptr (PangoLayout) layout = paz_map_new_text (cr, style, item->key, size, TRUE);

  if (class <= CLASS_UNKNOWN || (!isnan (self->centre) && (class == 0 || class == 1)))
    {
      int width, height;

      pango_layout_get_size (layout, &width, &height);
      draw_rimmed_text (cr, style, layout, item->x - width / 2.0 / PANGO_SCALE, item->y - height / 2.0 / PANGO_SCALE);
      return;
    }
  set_color (cr, paz_look_get_on (style->look, ground));
  draw_text_at (cr, layout, item->x, item->y);
}

static void
draw_box (PazMap                *self,
          cairo_t               *cr,
          const PazPictureStyle *style,
          const MapItem         *item)
{
  trace_box (cr, item->box);
  paz_map_fill_class (self, cr, style, paz_map_class_of (self, item));
  trace_box (cr, item->box);
  paz_map_set_border (cr, style);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

static void
draw_ring (PazMap                *self,
           cairo_t               *cr,
           const PazPictureStyle *style,
           const MapItem         *item,
           double                 width)
{
  cairo_new_path (cr);
  if (self->missions)
    cairo_arc (cr, item->x, item->y, item->radius + 2, 0, 2 * G_PI);
  else
    {
      paz_map_trace (self, cr, item->key);
      if (item->boxed)
        trace_box (cr, item->box);
    }
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  set_color (cr, paz_look_get_paper (style->look));
  cairo_set_line_width (cr, width + 2);
  cairo_stroke_preserve (cr);
  set_color (cr, is_contrast (style) ? paz_look_get_ink (style->look) : paz_look_get_accent (style->look));
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

static void
draw_land (PazMap                *self,
           cairo_t               *cr,
           const PazPictureStyle *style,
           const char            *iso3)
{
  paz_map_trace (self, cr, iso3);
  set_color (cr, land_color (style));
  if (!is_contrast (style))
    {
      cairo_fill (cr);
      return;
    }
  cairo_fill_preserve (cr);
  set_color (cr, paz_look_get_faint (style->look));
  cairo_set_line_width (cr, 0.5);
  cairo_stroke (cr);
}

static void
draw_states (PazMap                *self,
             cairo_t               *cr,
             const PazPictureStyle *style)
{
  draw_land (self, cr, style, "");
  for (guint n = 0; n < self->items->len; n++)
    {
      MapItem *item = g_ptr_array_index (self->items, n);

      paz_map_trace (self, cr, item->key);
      paz_map_fill_class (self, cr, style, paz_map_class_of (self, item));
    }
  paz_map_draw_borders (self, cr, style);
}

static void
draw_labels (PazMap                *self,
             cairo_t               *cr,
             const PazPictureStyle *style)
{
  for (guint n = 0; n < self->items->len; n++)
    {
      MapItem *item = g_ptr_array_index (self->items, n);

      if (item->boxed)
        draw_leader (cr, style, item);
    }
  for (guint n = 0; n < self->items->len; n++)
    {
      MapItem *item = g_ptr_array_index (self->items, n);

      if (item->boxed)
        draw_box (self, cr, style, item);
      draw_state_label (self, cr, style, item);
    }
}

/* From a mark that had to give way to where the mission is. */
static void
draw_way (cairo_t               *cr,
          const PazPictureStyle *style,
          const MapItem         *item)
{
  if (hypot (item->x - item->ax, item->y - item->ay) <= item->radius)
    return;
  set_color (cr, paz_look_get_faint (style->look));
  cairo_set_line_width (cr, 0.8);
  cairo_move_to (cr, item->ax, item->ay);
  cairo_line_to (cr, item->x, item->y);
  cairo_stroke (cr);
}

/* Active: full; ended: an open ring. Shape tells it, not colour. */
static void
draw_mark (cairo_t               *cr,
           const PazPictureStyle *style,
           const MapItem         *item)
{
  PazColor color = paz_look_get_accent (style->look);

  cairo_new_path (cr);
  cairo_arc (cr, item->x, item->y, item->radius - 0.75, 0, 2 * G_PI);
  if (item->active)
    color.alpha = is_contrast (style) ? 1 : 0.85;
  set_color (cr, item->active ? color : paz_look_get_paper (style->look));
  cairo_fill_preserve (cr);
  set_color (cr, item->active ? paz_look_get_paper (style->look) : color);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

static void
draw_mark_label (cairo_t               *cr,
                 const PazPictureStyle *style,
                 const MapItem         *item)
{
  g_autoptr (PangoLayout) layout = NULL;
  double x = CLAMP (item->x, item->box[0], item->box[0] + item->box[2]);
  double y = CLAMP (item->y, item->box[1], item->box[1] + item->box[3]);
  double away = hypot (x - item->x, y - item->y);

  if (item->box[2] <= 0)
    return;
  if (away > item->radius + 7)
    {
      set_color (cr, paz_look_get_faint (style->look));
      cairo_set_line_width (cr, 0.8);
      cairo_move_to (cr, item->x + (x - item->x) * item->radius / away, item->y + (y - item->y) * item->radius / away);
      cairo_line_to (cr, x, y);
      cairo_stroke (cr);
    }
  layout = paz_map_new_text (cr, style, item->key, FONT_SIZE * 0.92, item->active);
  draw_rimmed_text (cr, style, layout, item->box[0] + 1, item->box[1]);
}

static void
draw_missions (PazMap                *self,
               cairo_t               *cr,
               const PazPictureStyle *style)
{
  draw_land (self, cr, style, NULL);
  paz_map_draw_ways (self, cr, style);
  for (guint n = 0; n < self->items->len; n++)
    draw_way (cr, style, g_ptr_array_index (self->items, n));
  for (guint n = 0; n < self->items->len; n++)
    draw_mark (cr, style, g_ptr_array_index (self->items, n));
  for (guint n = 0; n < self->items->len; n++)
    draw_mark_label (cr, style, g_ptr_array_index (self->items, n));
}

static void
draw_title (PazMap                *self,
            cairo_t               *cr,
            const PazPictureStyle *style)
{
  g_autoptr (PangoLayout) layout = NULL;

  if (self->title == NULL)
    return;
  layout = paz_map_new_text (cr, style, self->title, FONT_SIZE * 1.25, TRUE);
  pango_layout_set_width (layout, (int) ((self->width - 16) * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  set_color (cr, paz_look_get_ink (style->look));
  cairo_move_to (cr, 8, FONT_SIZE * paz_map_text_scale (style) * 0.35);
  pango_cairo_show_layout (cr, layout);
}

/* In two lines where one is too narrow. Ends at bottom, returns where it begins. */
static double
draw_foot_line (PazMap                *self,
                cairo_t               *cr,
                const PazPictureStyle *style,
                const char            *text,
                double                 bottom)
{
  g_autoptr (PangoLayout) layout = paz_map_new_text (cr, style, text, FONT_SIZE * 0.85, FALSE);
  int height;

  pango_layout_set_width (layout, (int) ((self->width - 16) * PANGO_SCALE));
  pango_layout_set_height (layout, -2);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_pixel_size (layout, NULL, &height);
  set_color (cr, paz_look_get_faint (style->look));
  cairo_move_to (cr, 8, bottom - height);
  pango_cairo_show_layout (cr, layout);

  return bottom - height;
}

static void
draw_foot (PazMap                *self,
           cairo_t               *cr,
           const PazPictureStyle *style,
           PazCatalogue          *catalogue)
{
  const char *borders = paz_catalogue_ptext (catalogue, "map", NC_ ("map", "Outlines are simplified for reading and do not express a position on any border or territory."));
  double top = draw_foot_line (self, cr, style, borders, self->height - 3);
  g_autofree char *both = NULL;

  if (self->note == NULL && self->marking == NULL)
    return;
  both = self->note != NULL && self->marking != NULL ? g_strjoin ("  ·  ", self->marking, self->note, NULL)
         : g_strdup (self->note != NULL ? self->note : self->marking);
  draw_foot_line (self, cr, style, both, top - 1);
}

/* All but rings. */
static void
draw_still (PazMap                *self,
            cairo_t               *cr,
            const PazPictureStyle *style,
            PazCatalogue          *catalogue)
{
  if (!style->clear)
    {
      set_color (cr, paz_look_get_paper (style->look));
      cairo_paint (cr);
    }
  cairo_save (cr);
  cairo_rectangle (cr, self->frame[0], self->frame[1], self->frame[2], self->frame[3]);
  cairo_clip (cr);
  if (self->missions)
    draw_missions (self, cr, style);
  else
    {
      draw_states (self, cr, style);
      draw_labels (self, cr, style);
    }
  cairo_restore (cr);
  draw_title (self, cr, style);
  paz_map_draw_legend (self, cr, style, catalogue);
  draw_foot (self, cr, style, catalogue);
}

static gboolean
is_kept (PazMap                *self,
         const PazPictureStyle *style,
         PazCatalogue          *catalogue,
         double                 zoom)
{
  const PazPictureStyle *kept = &self->picture_style;

  return self->picture != NULL && self->picture_words == catalogue && self->picture_zoom == zoom
         && kept->look == style->look && kept->clear == style->clear
         && g_strcmp0 (kept->font, style->font) == 0;
}

static void
keep_picture (PazMap                *self,
              const PazPictureStyle *style,
              PazCatalogue          *catalogue,
              double                 zoom)
{
  cairo_t *cr;

  g_clear_pointer (&self->picture, cairo_surface_destroy);
  self->picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (self->width * zoom),
                                              (int) ceil (self->height * zoom));
  cairo_surface_set_device_scale (self->picture, zoom, zoom);
  cr = cairo_create (self->picture);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  cairo_set_tolerance (cr, 0.25);
  self->kept_zoom = zoom;
  draw_still (self, cr, style, catalogue);
  self->kept_zoom = 0;
  cairo_destroy (cr);
  g_free ((char *) self->picture_style.font);
  self->picture_style = *style;
  self->picture_style.font = g_strdup (style->font);
  self->picture_words = catalogue;
  self->picture_zoom = zoom;
}

/* Pixels of a screen to a point; 0 for paper, and for what is turned or stretched. */
static double
get_zoom (cairo_t *cr)
{
  cairo_surface_t *target = cairo_get_group_target (cr);
  cairo_matrix_t matrix;
  double x, y;

  if (cairo_surface_get_type (target) != CAIRO_SURFACE_TYPE_IMAGE)
    return 0;
  cairo_get_matrix (cr, &matrix);
  cairo_surface_get_device_scale (target, &x, &y);
  return matrix.xy == 0 && matrix.yx == 0 && matrix.xx == matrix.yy && x == y && matrix.xx > 0 ? matrix.xx * x : 0;
}

/* A ring moves with every step of a cursor: the rest is drawn once and kept. */
static void
draw_kept (PazMap                *self,
           cairo_t               *cr,
           const PazPictureStyle *style,
           PazCatalogue          *catalogue)
{
  double zoom = get_zoom (cr);

  if (zoom <= 0)
    {
      draw_still (self, cr, style, catalogue);
      return;
    }
  if (!is_kept (self, style, catalogue, zoom))
    keep_picture (self, style, catalogue, zoom);
  cairo_set_source_surface (cr, self->picture, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
}

static void
draw_ringed (PazMap                *self,
             cairo_t               *cr,
             const PazPictureStyle *style,
             const char            *key,
             double                 width)
{
  MapItem *item = paz_map_find_item (self, key);

  if (item == NULL)
    return;
  draw_ring (self, cr, style, item, width);
  if (!self->missions)
    draw_state_label (self, cr, style, item);
}

void
paz_map_draw (PazMap                *self,
              cairo_t               *cr,
              double                 width,
              double                 height,
              const PazPictureStyle *style,
              PazCatalogue          *catalogue,
              const char            *selected,
              const char            *focus)
{
  paz_map_lay_out (self, width, height, style);
  paz_map_class (self);
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  draw_kept (self, cr, style, catalogue);
  draw_ringed (self, cr, style, selected, 2.5);
  if (g_strcmp0 (focus, selected) != 0)
    draw_ringed (self, cr, style, focus, 1.5);
  cairo_restore (cr);
}

static void
draw_picture_cb (cairo_t  *cr,
                 double    width,
                 double    height,
                 gpointer  data)
{
  Drawing *drawing = data;

  paz_map_draw (drawing->map, cr, width, height, drawing->style, drawing->catalogue, NULL, NULL);
}

gboolean
paz_map_write (PazMap                *self,
               const char            *path,
               PazPictureFormat       format,
               double                 width,
               double                 height,
               const PazPictureStyle *style,
               PazCatalogue          *catalogue,
               GCancellable          *cancellable,
               GError               **error)
{
  Drawing drawing = { self, style, catalogue };

  return paz_picture_write (path, format, width, height, self->title, draw_picture_cb, &drawing,
                            cancellable, error);
}
