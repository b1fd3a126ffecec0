/* "What if we add an engineer company of 205 with 26 women": one unit or several, and the answer in
 * words and numbers. What was asked stays until the window closes, for whichever participant. */
#pragma once

#include <adwaita.h>

#include "figures/paz-profile.h"

G_BEGIN_DECLS

#define PAZ_TYPE_WHAT_IF_GROUP (paz_what_if_group_get_type ())
G_DECLARE_FINAL_TYPE (PazWhatIfGroup, paz_what_if_group, PAZ, WHAT_IF_GROUP, AdwBin)

/* Lends the profile until the next; NULL for none. */
void  paz_what_if_group_show       (PazWhatIfGroup *self,
                                    PazStore       *store,
                                    PazProfile     *profile);
/* The unit being asked of, as by hand. type: code of a personnel type. */
void  paz_what_if_group_ask        (PazWhatIfGroup *self,
                                    const char     *type,
                                    guint           persons,
                                    guint           women);
/* The unit asked of counts, and another can be asked of beside it. */
void  paz_what_if_group_add        (PazWhatIfGroup *self);
/* The answer as a sentence. */
const char *paz_what_if_group_get_words (PazWhatIfGroup *self);

G_END_DECLS
