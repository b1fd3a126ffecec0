/* Time zones of the world by their IANA names, and the cities people know them by. */
#pragma once

#include <glib.h>

#include "base/paz-language.h"

G_BEGIN_DECLS

/* "America/Lima", ... and "UTC", in the order of their names; NULL-terminated, lives as long as
 * the process. One name for each place: no aliases. */
const char * const *paz_zone_list     (guint       *n);
/* The city it is named after, in the language: "Ciudad de México". NULL when the zone is not known. */
char               *paz_zone_dup_city (const char  *zone,
                                       PazLanguage  language);
/* What it is ahead of universal time now: "−05:00". NULL when the zone is not known. */
char               *paz_zone_dup_offset (const char *zone);

G_END_DECLS
