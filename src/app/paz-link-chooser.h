/* A button that shows what is chosen and opens a picker; and a button that takes it away. */
#pragma once

#include "paz-picker.h"

G_BEGIN_DECLS

#define PAZ_TYPE_LINK_CHOOSER (paz_link_chooser_get_type ())
G_DECLARE_FINAL_TYPE (PazLinkChooser, paz_link_chooser, PAZ, LINK_CHOOSER, GtkWidget)

typedef GtkWidget *(* PazPickerMaker) (gpointer data);
typedef char      *(* PazPickTitle)   (const char *id,
                                       gpointer    data);

/* Signal "changed". make is asked for the picker when it is first opened. */
GtkWidget  *paz_link_chooser_new       (PazPickerMaker   make,
                                        PazPickTitle     title,
                                        gpointer         data);
GtkWidget  *paz_link_chooser_get_focus (PazLinkChooser  *self);
void        paz_link_chooser_set_id    (PazLinkChooser  *self,
                                        const char      *id);
/* NULL when nothing is chosen. */
const char *paz_link_chooser_get_id    (PazLinkChooser  *self);
/* Whether it can be taken away; TRUE at first. */
void        paz_link_chooser_set_clearable (PazLinkChooser *self,
                                            gboolean        clearable);

G_END_DECLS
