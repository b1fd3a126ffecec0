/* What a person does to the look of a list: its columns, its order, its groups, its filters; as the
 * actions "arrange.…" of the page. */
#pragma once

#include "paz-list-filter.h"

#include "store/paz-record-list.h"

G_BEGIN_DECLS

#define PAZ_TYPE_LIST_ARRANGE (paz_list_arrange_get_type ())
G_DECLARE_FINAL_TYPE (PazListArrange, paz_list_arrange, PAZ, LIST_ARRANGE, GObject)

/* Signal "changed": the list asks for something else now. Neither page nor view are kept. */
PazListArrange *paz_list_arrange_new         (GtkWidget      *page,
                                              GtkColumnView  *view,
                                              PazStore       *store,
                                              const PazKind  *kind);
void            paz_list_arrange_set_records (PazListArrange *self,
                                              PazRecordList  *records);
/* The chips above the list; lends. */
PazListFilter  *paz_list_arrange_get_filter  (PazListArrange *self);
/* Gives the buttons of the page their popovers. */
void            paz_list_arrange_set_buttons (PazListArrange *self,
                                              GtkMenuButton  *filter,
                                              GtkMenuButton  *saved,
                                              GtkMenuButton  *options);
/* A column before those of fields, or NULL. */
void            paz_list_arrange_set_lead    (PazListArrange      *self,
                                              GtkColumnViewColumn *column);
void            paz_list_arrange_apply       (PazListArrange *self,
                                              PazQuery       *query);
/* TRUE when the position is a group's heading, which is opened or closed. */
gboolean        paz_list_arrange_activate    (PazListArrange *self,
                                              guint           position);

G_END_DECLS
