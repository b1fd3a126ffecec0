/* Save Picture, Copy Picture and Copy Values of a widget that shows a chart or a map: for whom is
 * asked, the picture is made anew for them on a worker, and what went wrong is said. */
#pragma once

#include <gtk/gtk.h>

#include "paz-picture-export.h"

G_BEGIN_DECLS

/* The widget stands in a PazWindow; without an open store nothing happens. */
void paz_picture_save        (GtkWidget       *widget,
                              PazPictureMaker *maker);
void paz_picture_copy        (GtkWidget       *widget,
                              PazPictureMaker *maker);
void paz_picture_copy_values (GtkWidget       *widget,
                              PazPictureMaker *maker);

G_END_DECLS
