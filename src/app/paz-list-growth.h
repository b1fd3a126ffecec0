/* Offers a list's rows to its view by and by: as many as are seen at once, the rest in slices
 * between frames, all of them when somebody asks for the end. */
#pragma once

#include "paz-list-rows.h"

G_BEGIN_DECLS

#define PAZ_TYPE_LIST_GROWTH (paz_list_growth_get_type ())
G_DECLARE_FINAL_TYPE (PazListGrowth, paz_list_growth, PAZ, LIST_GROWTH, GObject)

/* Rows to begin with: what the lists shown so far had room for, and some. */
guint          paz_list_growth_get_n_first (void);

/* The view outlives it. */
PazListGrowth *paz_list_growth_new         (GtkColumnView *view,
                                            PazListRows   *rows);
/* A view that nobody sees keeps few rows; one that was scrolled keeps all. */
void           paz_list_growth_set_asleep  (PazListGrowth *self,
                                            gboolean       asleep);

G_END_DECLS
