/* A row of texts for a table that is only shown, never kept. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PAZ_TYPE_CELLS (paz_cells_get_type ())
G_DECLARE_FINAL_TYPE (PazCells, paz_cells, PAZ, CELLS, GObject)

/* Takes the texts; n of them. */
PazCells   *paz_cells_new        (char          **texts,
                                  guint           n);
const char *paz_cells_get        (PazCells       *self,
                                  guint           n);
/* A column that shows the nth text of each row. width 0: expands. */
void        paz_cells_add_column (GtkColumnView  *view,
                                  const char     *title,
                                  guint           n,
                                  int             width,
                                  gboolean        is_number);

G_END_DECLS
