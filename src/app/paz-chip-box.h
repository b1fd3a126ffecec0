/* A set as chips, each with a button that takes it away, and a button to add more. */
#pragma once

#include "paz-link-chooser.h"

G_BEGIN_DECLS

#define PAZ_TYPE_CHIP_BOX (paz_chip_box_get_type ())
G_DECLARE_FINAL_TYPE (PazChipBox, paz_chip_box, PAZ, CHIP_BOX, GtkWidget)

/* Signal "changed". */
GtkWidget          *paz_chip_box_new       (PazPickerMaker      make,
                                            PazPickTitle        title,
                                            gpointer            data);
GtkWidget          *paz_chip_box_get_focus (PazChipBox         *self);
void                paz_chip_box_set_ids   (PazChipBox         *self,
                                            const char * const *ids);
/* Sorted; never NULL. */
const char * const *paz_chip_box_get_ids   (PazChipBox         *self);

G_END_DECLS
