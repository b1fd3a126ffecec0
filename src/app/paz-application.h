#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PAZ_TYPE_APPLICATION (paz_application_get_type ())
G_DECLARE_FINAL_TYPE (PazApplication, paz_application, PAZ, APPLICATION, AdwApplication)

PazApplication *paz_application_new         (void);

/* Makes the windows anew in the language the settings name; one with unsaved changes asks first. */
void            paz_application_speak_anew  (PazApplication *self);

G_END_DECLS
