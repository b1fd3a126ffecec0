/* Hatches, and the writing of pictures to files. */
#include "chart/paz-picture.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#define MAX_SIDE 8192          /* points; cairo's images end at 32767 pixels */
#define PIXELS_PER_POINT 2
#define PDF_SCALE 0.75         /* 1/72 inch of 1/96 */

static const char * const endings[] = { "png", "svg", "pdf" };

/* Lines of one direction over the box, by the distance from the origin so that neighbours join. */
static void
add_lines (cairo_t *cr,
           double   box[4],
           double   spacing,
           int      dx,
           int      dy)
{
  double width = box[2] - box[0];
  double height = box[3] - box[1];
  double reach = dx == 0 ? width : dy == 0 ? height : width + height;
  int n = (int) MIN (reach / spacing + 2, 4000);

  for (int i = 0; i < n; i++)
    {
      double at = i * spacing;

      if (dx == 0)
        {
          cairo_move_to (cr, box[0] + at, box[1]);
          cairo_rel_line_to (cr, 0, height);
        }
      else if (dy == 0)
        {
          cairo_move_to (cr, box[0], box[1] + at);
          cairo_rel_line_to (cr, width, 0);
        }
      else
        {
          cairo_move_to (cr, dy > 0 ? box[2] - at : box[0] + at, box[1]);
          cairo_rel_line_to (cr, dy > 0 ? height : -height, height);
        }
    }
}

static const struct { int dx, dy; } ways[8][2] = {
  { { 1, -1 } }, { { 1, 1 } }, { { 0, 1 } }, { { 1, 0 } },
  { { 1, 1 }, { 1, -1 } }, { { 0, 1 }, { 1, 0 } }, { { 1, -1 }, { 1, 0 } }, { { 1, 1 }, { 0, 1 } },
};

static void
stroke_ways (cairo_t  *cr,
             guint     n,
             PazColor  color,
             double    box[4],
             double    spacing)
{
  for (guint i = 0; i < 2; i++)
    if (ways[n % 8][i].dx != 0 || ways[n % 8][i].dy != 0)
      add_lines (cr, box, spacing, ways[n % 8][i].dx, ways[n % 8][i].dy);
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

/* Pixels a point: those of an image; of a recording, which is replayed at any, the finest. */
static double
get_scale (cairo_surface_t *target)
{
  double x, y;

  if (cairo_surface_get_type (target) != CAIRO_SURFACE_TYPE_IMAGE)
    return PIXELS_PER_POINT;
  cairo_surface_get_device_scale (target, &x, &y);

  return ceil (MAX (x, 1));
}

/* ---- tiles ---- */

/* What a tile looks like. */
typedef struct
{
  guint    n;
  gboolean has_ground;
  PazColor ground;
  PazColor color;
  int      spacing;
  double   scale;
} Look;

typedef struct
{
  Look             look;
  cairo_surface_t *surface;
} Tile;

#define N_TILES 24

/* Those a thread drew last, the oldest dropped first. */
typedef struct
{
  Tile  tiles[N_TILES];
  guint next;
} Tiles;

static void
tiles_free (gpointer data)
{
  Tiles *self = data;

  for (guint i = 0; i < N_TILES; i++)
    g_clear_pointer (&self->tiles[i].surface, cairo_surface_destroy);
  g_free (self);
}

static GPrivate tiles_of_thread = G_PRIVATE_INIT (tiles_free);

static gboolean
is_color (PazColor a,
          PazColor b)
{
  return a.red == b.red && a.green == b.green && a.blue == b.blue && a.alpha == b.alpha;
}

static gboolean
is_look (const Look *a,
         const Look *b)
{
  return a->n == b->n && a->has_ground == b->has_ground && is_color (a->ground, b->ground) &&
         is_color (a->color, b->color) && a->spacing == b->spacing && a->scale == b->scale;
}

static cairo_surface_t *
draw_tile (const Look *look)
{
  /* Several lines in a tile: a small one is slow to repeat. */
  int side = look->spacing * 8;
  /* From a tile before to a tile after, so that the ends of lines meet. */
  double box[4] = { -side, -side, 2 * side, 2 * side };
  cairo_surface_t *tile = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) (side * look->scale), (int) (side * look->scale));
  cairo_t *pen;

  cairo_surface_set_device_scale (tile, look->scale, look->scale);
  pen = cairo_create (tile);
  if (look->has_ground)
    {
      cairo_set_source_rgba (pen, look->ground.red, look->ground.green, look->ground.blue, look->ground.alpha);
      cairo_paint (pen);
    }
  stroke_ways (pen, look->n, look->color, box, look->spacing);
  cairo_destroy (pen);

  return tile;
}

static cairo_surface_t *
get_tile (const Look *look)
{
  Tiles *self = g_private_get (&tiles_of_thread);
  Tile *tile;

  if (self == NULL)
    g_private_set (&tiles_of_thread, self = g_new0 (Tiles, 1));
  for (guint i = 0; i < N_TILES; i++)
    if (self->tiles[i].surface != NULL && is_look (&self->tiles[i].look, look))
      return self->tiles[i].surface;
  tile = &self->tiles[self->next++ % N_TILES];
  g_clear_pointer (&tile->surface, cairo_surface_destroy);
  tile->look = *look;
  tile->surface = draw_tile (look);

  return tile->surface;
}

/* On a screen the lines are a tile that repeats: a clip of a thousand bars with a thousand lines
 * through it would take a second. */
static void
fill_with_tile (cairo_t        *cr,
                guint           n,
                const PazColor *ground,
                PazColor        color,
                double          spacing)
{
  const Look look = {
    n, ground != NULL, ground != NULL ? *ground : (PazColor) { 0 }, color, (int) spacing, get_scale (cairo_get_target (cr)),
  };

  cairo_save (cr);
  cairo_set_source_surface (cr, get_tile (&look), 0, 0);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_REPEAT);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_FAST);
  cairo_fill (cr);
  cairo_restore (cr);
}

/* Paper keeps lines: they stay sharp at any size. */
static gboolean
is_paper (cairo_t *cr)
{
  cairo_surface_type_t type = cairo_surface_get_type (cairo_get_target (cr));

  return type == CAIRO_SURFACE_TYPE_PDF || type == CAIRO_SURFACE_TYPE_SVG;
}

void
paz_picture_hatch_over (cairo_t  *cr,
                        guint     n,
                        PazColor  ground,
                        PazColor  color,
                        double    spacing)
{
  if (!is_paper (cr))
    {
      fill_with_tile (cr, n, &ground, color, MAX (spacing, 1));
      return;
    }
  cairo_set_source_rgba (cr, ground.red, ground.green, ground.blue, ground.alpha);
  cairo_fill_preserve (cr);
  paz_picture_hatch (cr, n, color, spacing);
}

void
paz_picture_hatch (cairo_t  *cr,
                   guint     n,
                   PazColor  color,
                   double    spacing)
{
  double box[4];

  spacing = MAX (spacing, 1);
  if (!is_paper (cr))
    {
      fill_with_tile (cr, n, NULL, color, spacing);
      return;
    }
  cairo_path_extents (cr, &box[0], &box[1], &box[2], &box[3]);
  cairo_save (cr);
  cairo_clip (cr);
  stroke_ways (cr, n, color, box, spacing);
  cairo_restore (cr);
}

const char *
paz_picture_format_get_ending (PazPictureFormat format)
{
  return endings[format];
}

gboolean
paz_picture_format_from_path (const char       *path,
                              PazPictureFormat *format)
{
  const char *dot = strrchr (path, '.');

  for (guint i = 0; dot != NULL && i < G_N_ELEMENTS (endings); i++)
    if (g_ascii_strcasecmp (dot + 1, endings[i]) == 0)
      {
        *format = i;
        return TRUE;
      }

  return FALSE;
}

static cairo_status_t
append_cb (void                *data,
           const unsigned char *bytes,
           unsigned int         length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
create_surface (PazPictureFormat  format,
                double            width,
                double            height,
                const char       *title,
                GByteArray       *bytes)
{
  cairo_surface_t *surface;

  switch (format)
    {
    case PAZ_PICTURE_PNG:
      surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (width * PIXELS_PER_POINT),
                                            (int) ceil (height * PIXELS_PER_POINT));
      cairo_surface_set_device_scale (surface, PIXELS_PER_POINT, PIXELS_PER_POINT);
      return surface;
    case PAZ_PICTURE_SVG:
      surface = cairo_svg_surface_create_for_stream (append_cb, bytes, width, height);
      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
      return surface;
    case PAZ_PICTURE_PDF:
      surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, width * PDF_SCALE, height * PDF_SCALE);
      /* Its own date would make each file different. */
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Relacopaz");
      if (title != NULL)
        cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
      return surface;
    }

  g_return_val_if_reached (NULL);
}

static cairo_status_t
paint (cairo_surface_t  *surface,
       PazPictureFormat  format,
       double            width,
       double            height,
       PazPictureDraw    draw,
       gpointer          data)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  if (format == PAZ_PICTURE_PDF)
    cairo_scale (cr, PDF_SCALE, PDF_SCALE);
  draw (cr, width, height, data);
  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);

  return status;
}

static gboolean
renumber_cb (const GMatchInfo *match,
             GString          *result,
             gpointer          data)
{
  GHashTable *numbers = data;
  g_autofree char *before = g_match_info_fetch (match, 1);
  g_autofree char *surface = g_match_info_fetch (match, 2);
  gpointer number = g_hash_table_lookup (numbers, surface);

  if (number == NULL)
    {
      number = GUINT_TO_POINTER (g_hash_table_size (numbers) + 1);
      g_hash_table_insert (numbers, g_steal_pointer (&surface), number);
    }
  g_string_append_printf (result, "%ssurface%u", before, GPOINTER_TO_UINT (number));

  return FALSE;
}

/* cairo numbers the surfaces of a whole process: the second picture would have other bytes. */
static GByteArray *
renumber_surfaces (GByteArray  *svg,
                   GError     **error)
{
  g_autoptr (GRegex) regex = g_regex_new ("(id=\"|#)surface([0-9]+)", G_REGEX_RAW, 0, error);
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *text = NULL;
  gsize length;

  if (regex == NULL)
    return NULL;
  text = g_regex_replace_eval (regex, (const char *) svg->data, svg->len, 0, 0, renumber_cb, numbers, error);
  if (text == NULL)
    return NULL;
  length = strlen (text);

  return g_byte_array_new_take ((guint8 *) g_steal_pointer (&text), length);
}

GBytes *
paz_picture_dup (PazPictureFormat   format,
                 double             width,
                 double             height,
                 const char        *title,
                 PazPictureDraw     draw,
                 gpointer           data,
                 GCancellable      *cancellable,
                 GError           **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (!(width >= 1 && height >= 1 && width <= MAX_SIDE && height <= MAX_SIDE))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   "A picture of %g by %g points cannot be made", width, height);
      return NULL;
    }

  surface = create_surface (format, width, height, title, bytes);
  status = paint (surface, format, width, height, draw, data);
  if (status == CAIRO_STATUS_SUCCESS && format == PAZ_PICTURE_PNG)
    status = cairo_surface_write_to_png_stream (surface, append_cb, bytes);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s", cairo_status_to_string (status));
      return NULL;
    }

  if (format == PAZ_PICTURE_SVG)
    {
      GByteArray *renumbered = renumber_surfaces (bytes, error);

      if (renumbered == NULL)
        return NULL;
      g_byte_array_unref (bytes);
      bytes = renumbered;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

gboolean
paz_picture_write (const char        *path,
                   PazPictureFormat   format,
                   double             width,
                   double             height,
                   const char        *title,
                   PazPictureDraw     draw,
                   gpointer           data,
                   GCancellable      *cancellable,
                   GError           **error)
{
  g_autoptr (GBytes) bytes = paz_picture_dup (format, width, height, title, draw, data, cancellable, error);

  if (bytes == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  return g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0644, error);
}
