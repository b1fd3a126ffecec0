/* What editors that choose from a list share: one link, many, a zone, a currency. */
#pragma once

#include "paz-field-editor.h"

G_BEGIN_DECLS

/* For PazLinkChooser and PazChipBox, whose data is the editor. */
GtkWidget *paz_field_pick_make_picker (gpointer    editor);
char      *paz_field_pick_dup_title   (const char *id,
                                       gpointer    editor);

G_END_DECLS
