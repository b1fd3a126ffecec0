/* Widths of a list's columns: by what they say, within the room there is. */
#pragma once

#include "paz-list-layout.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For each column of the layout its width; 0: not shown. Columns that the person chose are all
 * shown; of the declared ones the last go first. records: the first of them are looked at. */
GArray *paz_list_fit (const PazListLayout *layout,
                      PazStore            *store,
                      GtkWidget           *view,
                      GListModel          *records,
                      int                  width);

G_END_DECLS
