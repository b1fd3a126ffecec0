/* Interface language, appearance, who writes, and what the export dialog proposes. */
#pragma once

#include "paz-window.h"

G_BEGIN_DECLS

#define PAZ_TYPE_PREFERENCES (paz_preferences_get_type ())
G_DECLARE_FINAL_TYPE (PazPreferences, paz_preferences, PAZ, PREFERENCES, AdwPreferencesWindow)

GtkWidget *paz_preferences_new (PazWindow *window);

G_END_DECLS
