/* A handling level as a small badge: a word, a colour and a sign, so that a record that stays in
 * the house is told apart at a glance, in forms and in lists, also without colours. */
#pragma once

#include <gtk/gtk.h>

#include "model/paz-release.h"

G_BEGIN_DECLS

#define PAZ_TYPE_LEVEL_BADGE (paz_level_badge_get_type ())
G_DECLARE_FINAL_TYPE (PazLevelBadge, paz_level_badge, PAZ, LEVEL_BADGE, GtkWidget)

GtkWidget  *paz_level_badge_new       (void);
void        paz_level_badge_set_level (PazLevelBadge *self,
                                       PazLevel       level);
/* The sign alone, where there is no room for words: "changes-prevent-symbolic". */
const char *paz_level_get_icon_name   (PazLevel       level);
/* What it means, a sentence in the language of the interface. */
const char *paz_level_get_meaning     (PazLevel       level);

G_END_DECLS
