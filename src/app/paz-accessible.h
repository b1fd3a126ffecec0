/* Names for screen readers where the toolkit's own controls have parts without one. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Names a control, and the button inside it that takes the focus when it is a menu button or a
 * drop-down. */
void paz_accessible_set_label (GtkWidget  *widget,
                               const char *label);

G_END_DECLS
