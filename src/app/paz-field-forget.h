/* What a person leaves in an editor beside its value: steps to undo, a selection, a preview. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* In all entries below the widget: what was shown is no step of the person's. */
void paz_field_forget_steps (GtkWidget *widget);
/* All of it, of all editors below the widget. The value stays. */
void paz_field_forget       (GtkWidget *widget);

G_END_DECLS
