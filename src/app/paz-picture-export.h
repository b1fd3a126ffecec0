/* Pictures on their way out. A maker draws anew from what the readers may see, so that what is
 * withheld leaves no trace; without a maker nothing leaves. No widgets; for a worker. */
#pragma once

#include "chart/paz-chart.h"
#include "chart/paz-map.h"
#include "store/paz-store.h"

G_BEGIN_DECLS

/* What passed: a chart or a map, and the highest handling level of what it holds. */
typedef struct
{
  PazChart    *chart;
  PazMap      *map;
  PazLevel     level;
  PazAudience *readers;
  char        *name;       /* of the maker */
} PazPictureExport;

/* Puts a chart or a map of what the readers may see into picture, and its level. readers is never
 * NULL. FALSE with error; G_IO_ERROR_NOT_FOUND when there is nothing they may see. */
typedef gboolean (* PazPictureMake) (PazPictureExport   *picture,
                                     PazStore           *reader,
                                     const PazAudience  *readers,
                                     PazCatalogue       *catalogue,
                                     gpointer            data,
                                     GCancellable       *cancellable,
                                     GError            **error);

typedef struct _PazPictureMaker PazPictureMaker;

/* name: what files begin with, "figures", never translated. data is read on a worker while the
 * widget lives on: a copy of the question, not the answer. */
PazPictureMaker  *paz_picture_maker_new             (const char            *name,
                                                     PazPictureMake         make,
                                                     gpointer               data,
                                                     GDestroyNotify         free);
PazPictureMaker  *paz_picture_maker_ref             (PazPictureMaker       *self);
void              paz_picture_maker_unref           (PazPictureMaker       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazPictureMaker, paz_picture_maker_unref)

/* Marked with its level. Closed: an answer above what the readers may hold is refused with
 * G_IO_ERROR_PERMISSION_DENIED. store: any, a reader of its own is opened. */
PazPictureExport *paz_picture_export_new            (PazPictureMaker        *maker,
                                                     PazStore               *store,
                                                     const PazAudience      *readers,
                                                     PazCatalogue           *catalogue,
                                                     GCancellable           *cancellable,
                                                     GError                **error) G_GNUC_WARN_UNUSED_RESULT;
void              paz_picture_export_free           (PazPictureExport       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazPictureExport, paz_picture_export_free)

/* "figures-es-network.png" */
char             *paz_picture_export_dup_file_name  (const PazPictureExport *self,
                                                     PazCatalogue           *catalogue,
                                                     const char             *ending);
/* The format by the ending of the path; G_IO_ERROR_INVALID_FILENAME when it is none of the three. */
gboolean          paz_picture_export_write          (const PazPictureExport *self,
                                                     PazCatalogue           *catalogue,
                                                     const char             *path,
                                                     GCancellable           *cancellable,
                                                     GError                **error);
GBytes           *paz_picture_export_dup_bytes      (const PazPictureExport *self,
                                                     PazCatalogue           *catalogue,
                                                     PazPictureFormat        format,
                                                     GCancellable           *cancellable,
                                                     GError                **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same figures as cells of a spreadsheet, below title and marking. */
char             *paz_picture_export_dup_cells      (const PazPictureExport *self,
                                                     PazCatalogue           *catalogue);
/* How a level is marked on what leaves: "NETWORK – PARTICIPANTS ONLY". */
char             *paz_picture_export_dup_marking    (PazLevel                level,
                                                     const PazAudience      *readers,
                                                     PazCatalogue           *catalogue);

G_END_DECLS
