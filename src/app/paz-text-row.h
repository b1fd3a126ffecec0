/* A row of texts for a table that is only shown, never kept. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PAZ_TYPE_TEXT_ROW (paz_text_row_get_type ())
G_DECLARE_FINAL_TYPE (PazTextRow, paz_text_row, PAZ, TEXT_ROW, GObject)

/* Takes the texts; n of them. */
PazTextRow   *paz_text_row_new        (char          **texts,
                                  guint           n);
const char *paz_text_row_get        (PazTextRow       *self,
                                  guint           n);
/* A column that shows the nth text of each row. width 0: expands. */
void        paz_text_row_add_column (GtkColumnView  *view,
                                  const char     *title,
                                  guint           n,
                                  int             width,
                                  gboolean        is_number);

G_END_DECLS
