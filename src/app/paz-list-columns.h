/* Columns of a list page, from the fields of a kind that are LISTED. */
#pragma once

#include <gtk/gtk.h>

#include "store/paz-store.h"

G_BEGIN_DECLS

/* Called when the person clicks a header: the whole new order. */
typedef void (* PazOrderChanged) (const PazField *field,
                                  gboolean        descending,
                                  gpointer        data);

/* The view's columns live as long as `owner`, to which `data` belongs. */
void paz_list_columns_add (GtkColumnView   *view,
                           PazStore        *store,
                           const PazKind   *kind,
                           PazOrderChanged  order_changed,
                           gpointer         data);

G_END_DECLS
