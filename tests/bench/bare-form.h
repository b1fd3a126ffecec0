/* What the toolkit alone takes to show a form: a label and a GtkEntry a row, nothing of ours. */
#pragma once

#include <gtk/gtk.h>

/* How many places to type in `form` has, whatever holds them. */
guint  bare_form_count (GtkWidget *form);
/* Milliseconds from an empty window to the first frame with so many rows, and what of it this thread
 * worked. */
double bare_form_show  (guint      n_rows,
                        double    *cpu);
