/* A grid of six columns that breaks into lines, and into one column where it is narrow. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PAZ_FORM_COLUMNS 6

#define PAZ_TYPE_FORM_LAYOUT (paz_form_layout_get_type ())
G_DECLARE_FINAL_TYPE (PazFormLayout, paz_form_layout, PAZ, FORM_LAYOUT, GtkLayoutManager)

/* narrow: the width in pixels below which every child takes a line of its own. */
GtkLayoutManager *paz_form_layout_new      (int        narrow,
                                            int        column_spacing,
                                            int        row_spacing);
/* The children belong together: where one does not fit its columns, all take a line of their own. */
void              paz_form_layout_set_together (PazFormLayout *self,
                                                gboolean       together);
/* How many of the six columns a child takes; 6 where nothing was said. */
void              paz_form_layout_set_span (GtkWidget *child,
                                            int        span);
int               paz_form_layout_get_span (GtkWidget *child);

G_END_DECLS
