/* One participant at a month: figures, women against targets, records, fatalities, and what if a
 * unit were added. */
#pragma once

#include <adwaita.h>

#include "paz-what-if-group.h"
#include "store/paz-store.h"

G_BEGIN_DECLS

#define PAZ_TYPE_PROFILE_PAGE (paz_profile_page_get_type ())
G_DECLARE_FINAL_TYPE (PazProfilePage, paz_profile_page, PAZ, PROFILE_PAGE, AdwBin)

/* Opens with the person's own delegation. */
GtkWidget *paz_profile_page_new      (PazStore       *store);
/* Code of a participant; another is ignored. */
void       paz_profile_page_choose   (PazProfilePage *self,
                                      const char     *participant);
/* What is shown is of the store as it is. */
gboolean   paz_profile_page_is_ready (PazProfilePage *self);
PazWhatIfGroup *paz_profile_page_get_what_if (PazProfilePage *self);

G_END_DECLS
