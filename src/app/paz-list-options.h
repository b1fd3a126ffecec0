/* The popover that arranges a list: which columns in which order, sorted and grouped by what. All
 * of it works by keyboard; dragging headers does the same. */
#pragma once

#include <gtk/gtk.h>

#include "paz-list-layout.h"

G_BEGIN_DECLS

#define PAZ_TYPE_LIST_OPTIONS (paz_list_options_get_type ())
G_DECLARE_FINAL_TYPE (PazListOptions, paz_list_options, PAZ, LIST_OPTIONS, GtkPopover)

/* Its controls do the page's actions: "arrange.show-column", "arrange.move-column", "arrange.sort-column",
 * "arrange.group", "arrange.open-groups", "arrange.reset-list". layout must outlive it. */
GtkWidget *paz_list_options_new    (PazListLayout  *layout);
/* How many columns of those chosen have no room. */
void       paz_list_options_set_n_hidden (PazListOptions *self,
                                          guint           n);
/* The sentence that says so; "" for none. */
char      *paz_list_options_dup_hidden   (guint           n);
/* After the layout changed. */
void       paz_list_options_update (PazListOptions *self);

G_END_DECLS
