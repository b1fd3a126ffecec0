/* Which of the three languages is shown, where a person sees one at a time: a choice of theirs for all
 * texts, kept. Each button says the state of its language. */
#pragma once

#include <gtk/gtk.h>

#include "model/paz-trilingual.h"

G_BEGIN_DECLS

#define PAZ_TYPE_TEXT_SWITCH (paz_text_switch_get_type ())
G_DECLARE_FINAL_TYPE (PazTextSwitch, paz_text_switch, PAZ, TEXT_SWITCH, GtkWidget)

/* field_label: of the text, for screen readers. */
GtkWidget   *paz_text_switch_new              (const char          *field_label);
void         paz_text_switch_show_states      (PazTextSwitch       *self,
                                               const PazTrilingual *text);

gboolean     paz_text_switch_is_one_at_a_time (void);
/* Side by side becomes one at a time, and back. */
void         paz_text_switch_turn             (void);
PazLanguage  paz_text_switch_get_language     (void);

G_END_DECLS
