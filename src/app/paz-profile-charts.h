/* The charts of a profile: deployment over time, women against the targets. */
#pragma once

#include <gtk/gtk.h>

#include "figures/paz-profile.h"

G_BEGIN_DECLS

/* Puts the charts that have figures into the box in place of those there; hides an empty box. */
void paz_profile_charts_show (GtkBox           *box,
                              const PazProfile *profile);

G_END_DECLS
