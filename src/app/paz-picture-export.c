#include "paz-picture-export.h"

#include <math.h>
#include <string.h>

/* Points: the width of a page with margins; a map's height is its own. */
#define WIDTH 900
#define MAP_HEIGHT 760

struct _PazPictureMaker
{
  gatomicrefcount ref_count;
  char           *name;
  PazPictureMake  make;
  gpointer        data;
  GDestroyNotify  free;
};

static const PazPictureStyle on_paper = { .look = PAZ_LOOK_PRINT };

/* The highest level that readers of a kind may hold at all. */
static PazLevel
get_highest (const PazAudience *readers)
{
  switch (readers->type)
    {
    case PAZ_AUDIENCE_PUBLIC:
      return PAZ_LEVEL_PUBLIC;
    case PAZ_AUDIENCE_NETWORK:
      return PAZ_LEVEL_NETWORK;
    case PAZ_AUDIENCE_PARTICIPANTS:
      return PAZ_LEVEL_NAMED;
    case PAZ_AUDIENCE_OWN:
      return PAZ_LEVEL_NATIONAL;
    }

  g_return_val_if_reached (PAZ_LEVEL_PUBLIC);
}

static void
mark (PazPictureExport *self,
      PazCatalogue     *catalogue)
{
  g_autofree char *marking = paz_picture_export_dup_marking (self->level, self->readers, catalogue);

  if (self->chart != NULL)
    paz_chart_set_marking (self->chart, marking);
  else
    paz_map_set_marking (self->map, marking);
}

static gboolean
check (const PazPictureExport  *self,
       GError                 **error)
{
  if (self->chart == NULL && self->map == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "nothing to draw for these readers");
      return FALSE;
    }
  if (self->level > get_highest (self->readers))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, "the picture is not for these readers");
      return FALSE;
    }

  return TRUE;
}

static void
draw_cb (cairo_t  *cr,
         double    width,
         double    height,
         gpointer  data)
{
  gpointer *both = data;
  const PazPictureExport *self = both[0];

  if (self->chart != NULL)
    paz_chart_draw (self->chart, cr, width, height, &on_paper, both[1], NULL);
  else
    paz_map_draw (self->map, cr, width, height, &on_paper, both[1], NULL, NULL);
}

static double
get_height (const PazPictureExport *self)
{
  return self->chart != NULL ? ceil (paz_chart_get_height (self->chart, WIDTH, &on_paper)) : MAP_HEIGHT;
}

static const char *
get_title (const PazPictureExport *self)
{
  return self->chart != NULL ? paz_chart_get_title (self->chart) : paz_map_get_title (self->map);
}

/* A tab or a line end would begin another cell. */
static void
put_cell (GString    *lines,
          const char *text,
          gboolean    first)
{
  g_autofree char *clean = g_strdelimit (g_strdup (text), "\t\r\n", ' ');

  g_string_append_printf (lines, "%s%s", first ? "" : "\t", clean);
}

PazPictureMaker *
paz_picture_maker_new (const char     *name,
                       PazPictureMake  make,
                       gpointer        data,
                       GDestroyNotify  free)
{
  PazPictureMaker *self = g_new0 (PazPictureMaker, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->name = g_strdup (name);
  self->make = make;
  self->data = data;
  self->free = free;

  return self;
}

PazPictureMaker *
paz_picture_maker_ref (PazPictureMaker *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
paz_picture_maker_unref (PazPictureMaker *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  if (self->free != NULL)
    self->free (self->data);
  g_free (self->name);
  g_free (self);
}

PazPictureExport *
paz_picture_export_new (PazPictureMaker    *maker,
                        PazStore           *store,
                        const PazAudience  *readers,
                        PazCatalogue       *catalogue,
                        GCancellable       *cancellable,
                        GError            **error)
{
  g_autoptr (PazStore) reader = NULL;
  g_autoptr (PazPictureExport) self = g_new0 (PazPictureExport, 1);

  g_return_val_if_fail (readers != NULL, NULL);

  self->level = PAZ_LEVEL_NATIONAL;
  self->readers = paz_audience_copy (readers);
  self->name = g_strdup (maker->name);
  reader = paz_store_open_reader (store, error);
  if (reader == NULL || !maker->make (self, reader, readers, catalogue, maker->data, cancellable, error) ||
      !check (self, error))
    return NULL;
  mark (self, catalogue);

  return g_steal_pointer (&self);
}

void
paz_picture_export_free (PazPictureExport *self)
{
  g_clear_pointer (&self->chart, paz_chart_unref);
  g_clear_pointer (&self->map, paz_map_unref);
  g_clear_pointer (&self->readers, paz_audience_free);
  g_free (self->name);
  g_free (self);
}

char *
paz_picture_export_dup_file_name (const PazPictureExport *self,
                                  PazCatalogue           *catalogue,
                                  const char             *ending)
{
  return g_strdup_printf ("%s-%s-%s.%s", self->name, paz_language_get_code (paz_catalogue_get_language (catalogue)),
                          paz_level_get_key (self->level), ending);
}

gboolean
paz_picture_export_write (const PazPictureExport  *self,
                          PazCatalogue            *catalogue,
                          const char              *path,
                          GCancellable            *cancellable,
                          GError                 **error)
{
  gpointer both[] = { (gpointer) self, catalogue };
  PazPictureFormat format;

  if (!paz_picture_format_from_path (path, &format))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME, "%s: not the name of a picture", path);
      return FALSE;
    }

  return paz_picture_write (path, format, WIDTH, get_height (self), get_title (self), draw_cb, both, cancellable, error);
}

GBytes *
paz_picture_export_dup_bytes (const PazPictureExport  *self,
                              PazCatalogue            *catalogue,
                              PazPictureFormat         format,
                              GCancellable            *cancellable,
                              GError                 **error)
{
  gpointer both[] = { (gpointer) self, catalogue };

  return paz_picture_dup (format, WIDTH, get_height (self), get_title (self), draw_cb, both, cancellable, error);
}

char *
paz_picture_export_dup_cells (const PazPictureExport *self,
                              PazCatalogue           *catalogue)
{
  g_autoptr (GPtrArray) rows = self->chart != NULL ? paz_chart_to_cells (self->chart, catalogue)
                                                   : paz_map_to_table (self->map, catalogue);
  g_autofree char *marking = paz_picture_export_dup_marking (self->level, self->readers, catalogue);
  GString *lines = g_string_new (NULL);

  put_cell (lines, get_title (self) != NULL ? get_title (self) : "", TRUE);
  g_string_append_c (lines, '\n');
  put_cell (lines, marking, TRUE);
  g_string_append_c (lines, '\n');
  for (guint i = 0; i < rows->len; i++)
    {
      const char * const *cells = rows->pdata[i];

      for (guint j = 0; cells[j] != NULL; j++)
        put_cell (lines, cells[j], j == 0);
      g_string_append_c (lines, '\n');
    }

  return g_string_free (lines, FALSE);
}

char *
paz_picture_export_dup_marking (PazLevel           level,
                                const PazAudience *readers,
                                PazCatalogue      *catalogue)
{
  g_autofree char *codes = NULL;

  switch (level)
    {
    case PAZ_LEVEL_PUBLIC:
      return g_strdup (paz_catalogue_ptext (catalogue, "marking", NC_("marking", "PUBLIC")));
    case PAZ_LEVEL_NETWORK:
      return g_strdup (paz_catalogue_ptext (catalogue, "marking", NC_("marking", "NETWORK – PARTICIPANTS ONLY")));
    case PAZ_LEVEL_NAMED:
      codes = readers->participants != NULL ? g_strjoinv (", ", readers->participants) : g_strdup ("–");
      return g_strdup_printf (paz_catalogue_ptext (catalogue, "marking", NC_("marking", "NAMED PARTICIPANTS ONLY: %s")), codes);
    case PAZ_LEVEL_NATIONAL:
      return g_strdup (paz_catalogue_ptext (catalogue, "marking", NC_("marking", "NATIONAL – NOT TO BE RELEASED")));
    }

  g_return_val_if_reached (NULL);
}
