/* A column of check boxes, to choose rows one by one without a modifier key. */
#pragma once

#include "paz-list-selection.h"

G_BEGIN_DECLS

/* Full reference. */
GtkColumnViewColumn *paz_list_checks_new (PazListSelection *selection) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
