/* Brings a widget into view once it has its place. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* In every scrolled area it is in, with some room around it. Does nothing when it is gone by then. */
void paz_scroll_into_view (GtkWidget *widget);

G_END_DECLS
