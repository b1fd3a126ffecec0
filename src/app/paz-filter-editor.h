/* A condition being said: which field, how, and with what. */
#pragma once

#include <gtk/gtk.h>

#include "store/paz-filter.h"

G_BEGIN_DECLS

#define PAZ_TYPE_FILTER_EDITOR (paz_filter_editor_get_type ())
G_DECLARE_FINAL_TYPE (PazFilterEditor, paz_filter_editor, PAZ, FILTER_EDITOR, GtkWidget)

/* Signal "done": the person wants the condition. */
GtkWidget    *paz_filter_editor_new           (PazStore           *store,
                                               const PazKind      *kind);
/* NULL: a new one, of the field that was chosen last. */
void          paz_filter_editor_set_condition (PazFilterEditor    *self,
                                               const PazCondition *condition);
/* NULL while something is not said. The caller owns it. */
PazCondition *paz_filter_editor_dup_condition (PazFilterEditor    *self);

G_END_DECLS
