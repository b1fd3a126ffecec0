/* The open points of a text being written: coloured in it, counted and listed beside it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PAZ_TYPE_TEXT_POINTS (paz_text_points_get_type ())
G_DECLARE_FINAL_TYPE (PazTextPoints, paz_text_points, PAZ, TEXT_POINTS, GtkWidget)

/* A line that shows itself while there is something to say. */
GtkWidget *paz_text_points_new (GtkTextView *view);

G_END_DECLS
