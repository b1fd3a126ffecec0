/* What a choice of a code list says besides its name: that it is not checked, and what explains it.
 * Stands under the editor; nothing is hidden behind a pointer. */
#pragma once

#include <gtk/gtk.h>

#include "model/paz-kind.h"

G_BEGIN_DECLS

#define PAZ_TYPE_CHOICE_NOTE (paz_choice_note_get_type ())
G_DECLARE_FINAL_TYPE (PazChoiceNote, paz_choice_note, PAZ, CHOICE_NOTE, GtkWidget)

/* A box of the editor with the note under it; NULL *note for choices that have nothing to say. */
GtkWidget *paz_choice_note_wrap      (const PazField     *field,
                                      GtkWidget          *editor,
                                      GtkWidget          *focus,
                                      PazChoiceNote     **note);
/* keys: what is chosen, NULL-terminated; NULL is nothing. self may be NULL. */
void       paz_choice_note_show      (PazChoiceNote      *self,
                                      const PazField     *field,
                                      const PazKind      *kind,
                                      const char * const *keys);

G_END_DECLS
