/* How charts and maps look in a widget: by the desktop's colours, contrast and text size. */
#pragma once

#include <gtk/gtk.h>

#include "chart/paz-picture.h"

G_BEGIN_DECLS

/* Without a paper of its own. */
PazPictureStyle paz_picture_style_get   (GtkWidget *widget);
/* Calls it with the widget whenever the style changes, while the widget lives. */
void            paz_picture_style_watch (GtkWidget *widget,
                                         GCallback  changed);

G_END_DECLS
