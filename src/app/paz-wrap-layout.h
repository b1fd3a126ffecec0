/* Children one after another at their own width, in as many lines as they need: for chips. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PAZ_TYPE_WRAP_LAYOUT (paz_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (PazWrapLayout, paz_wrap_layout, PAZ, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *paz_wrap_layout_new (int spacing);

G_END_DECLS
