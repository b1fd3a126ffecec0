#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PAZ_TYPE_APPLICATION (paz_application_get_type ())
G_DECLARE_FINAL_TYPE (PazApplication, paz_application, PAZ, APPLICATION, AdwApplication)

PazApplication *paz_application_new (void);

G_END_DECLS
