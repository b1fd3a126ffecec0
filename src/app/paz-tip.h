/* The words that appear over a widget when the pointer rests on it, said without asking the display. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* As gtk_widget_set_tooltip_text, which asks the display where the pointer is for each widget that is
 * marked visible, on the screen or not: a form of fifty of them would wait fifty times. */
void paz_tip_set (GtkWidget  *widget,
                  const char *text);

G_END_DECLS
