/* The filter of a list page: what is asked for as chips above the list, each to be changed or taken
 * away, and the popover in which one more is said. */
#pragma once

#include <gtk/gtk.h>

#include "store/paz-filter.h"

G_BEGIN_DECLS

#define PAZ_TYPE_LIST_FILTER (paz_list_filter_get_type ())
G_DECLARE_FINAL_TYPE (PazListFilter, paz_list_filter, PAZ, LIST_FILTER, GtkWidget)

/* Emits "changed" when the person asks for something else. Hidden while it asks for nothing. */
GtkWidget       *paz_list_filter_new         (PazStore        *store,
                                              const PazKind   *kind);
/* The button of the page, which pops up where one more is said. */
void             paz_list_filter_set_button  (PazListFilter   *self,
                                              GtkMenuButton   *button);
/* How many conditions narrow the list. */
guint            paz_list_filter_count       (PazListFilter   *self);
/* Lends. */
const PazFilter *paz_list_filter_get         (PazListFilter   *self);
/* What is searched for beside, as the page's entry has it; emits nothing. */
void             paz_list_filter_set_words   (PazListFilter   *self,
                                              const char      *words);
/* Copied; NULL clears. */
void             paz_list_filter_set         (PazListFilter   *self,
                                              const PazFilter *filter);

G_END_DECLS
