/* A heading and a card whose children lie in the form's grid of six columns. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PAZ_TYPE_FORM_GROUP (paz_form_group_get_type ())
G_DECLARE_FINAL_TYPE (PazFormGroup, paz_form_group, PAZ, FORM_GROUP, GtkWidget)

/* Properties: "title", "description". */

G_END_DECLS
