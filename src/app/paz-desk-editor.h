/* One text at the translation desk: the source, what changed in it, and the translation. */
#pragma once

#include <gtk/gtk.h>

#include "paz-desk-item.h"

G_BEGIN_DECLS

#define PAZ_TYPE_DESK_EDITOR (paz_desk_editor_get_type ())
G_DECLARE_FINAL_TYPE (PazDeskEditor, paz_desk_editor, PAZ, DESK_EDITOR, GtkWidget)

/* Signals: "done" (gboolean saved, guint64 step): on to the next. What is typed and not saved is kept
 * as a draft of the record. */
void paz_desk_editor_show          (PazDeskEditor *self,
                                    PazStore      *store,
                                    PazDeskItem   *item);   /* NULL: none */
/* "3 of 120" */
void paz_desk_editor_set_place     (PazDeskEditor *self,
                                    const char    *place);
void paz_desk_editor_focus_text    (PazDeskEditor *self);

G_END_DECLS
