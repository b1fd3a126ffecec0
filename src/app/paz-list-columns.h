/* The columns of a list page as a layout says: made, named with their place in the order, given
 * their widths, and followed when the person drags them. */
#pragma once

#include "paz-list-layout.h"

#include <gtk/gtk.h>

#include "store/paz-record-list.h"

G_BEGIN_DECLS

#define PAZ_TYPE_LIST_COLUMNS (paz_list_columns_get_type ())
G_DECLARE_FINAL_TYPE (PazListColumns, paz_list_columns, PAZ, LIST_COLUMNS, GObject)

/* Signals: "arranged", the person dragged a column or its width, which the layout says by then;
 * "sorted", by clicking on headers, likewise. layout must outlive it. */
PazListColumns *paz_list_columns_new         (GtkColumnView  *view,
                                              PazStore       *store,
                                              PazListLayout  *layout);
/* Makes them anew, after the layout's columns changed. */
void            paz_list_columns_update      (PazListColumns *self);
/* Shows anew which of them order the list. */
void            paz_list_columns_show_orders (PazListColumns *self);
/* Widths by what the first records say; what does not fit gives way, or is not shown. */
void            paz_list_columns_fit         (PazListColumns *self,
                                              GListModel     *records,
                                              int             width);
/* A column of another kind before them, or NULL. */
void            paz_list_columns_set_lead    (PazListColumns      *self,
                                              GtkColumnViewColumn *column);
/* How many are not shown for want of room. */
guint           paz_list_columns_get_n_hidden (PazListColumns *self);
/* The label of a field or attribute, in the language of the interface. */
const char     *paz_list_columns_get_title   (const PazKind  *kind,
                                              const PazField *field);

G_END_DECLS
