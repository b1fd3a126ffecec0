/* Holds a scrolled window whose content scrolls sideways when it needs more room than there is,
 * and is always as high as its content at the width it has. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PAZ_TYPE_WIDE_BOX (paz_wide_box_get_type ())
G_DECLARE_FINAL_TYPE (PazWideBox, paz_wide_box, PAZ, WIDE_BOX, GtkWidget)

G_END_DECLS
