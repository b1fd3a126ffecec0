/* The popover of a list page: for each choice and link field of a kind, one row to choose from. */
#pragma once

#include <gtk/gtk.h>

#include "store/paz-store.h"

G_BEGIN_DECLS

#define PAZ_TYPE_LIST_FILTER (paz_list_filter_get_type ())
G_DECLARE_FINAL_TYPE (PazListFilter, paz_list_filter, PAZ, LIST_FILTER, GtkBox)

/* Emits "changed" when the person chose. */
GtkWidget *paz_list_filter_new         (PazStore      *store,
                                        const PazKind *kind);
/* FALSE when the kind has no field to filter by. */
gboolean   paz_list_filter_has_fields  (PazListFilter *self);
/* How many rows narrow the list. */
guint      paz_list_filter_count       (PazListFilter *self);
void       paz_list_filter_apply       (PazListFilter *self,
                                        PazQuery      *query);
void       paz_list_filter_clear       (PazListFilter *self);
/* Links offer what the store holds now. */
void       paz_list_filter_refresh     (PazListFilter *self);

G_END_DECLS
