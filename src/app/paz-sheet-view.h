/* One sheet of a report as it will be read: cells and charts on paper. Only what is seen is drawn;
 * the header row and the first columns stay while it scrolls. Arrow keys move a cursor from cell to
 * cell and on to the charts, Home, End, Page Up and Page Down further, Enter follows a link, Ctrl
 * with plus, minus and 0 changes the size. What the cursor stands on is the accessible description.
 * Stands in a scrolled window. */
#pragma once

#include <gtk/gtk.h>

#include "report/paz-book.h"

G_BEGIN_DECLS

#define PAZ_TYPE_SHEET_VIEW (paz_sheet_view_get_type ())
G_DECLARE_FINAL_TYPE (PazSheetView, paz_sheet_view, PAZ, SHEET_VIEW, GtkWidget)

/* Signal "sheet-wanted" (sheet): a link was followed. */
GtkWidget *paz_sheet_view_new        (void);
/* Keeps the book; NULL for none. */
void       paz_sheet_view_set_sheet  (PazSheetView *self,
                                      PazBook      *book,
                                      guint         sheet);
/* Charts are the rows after the last one of cells. */
void       paz_sheet_view_get_cursor (PazSheetView *self,
                                      guint        *row,
                                      guint        *column);
/* As by arrow key; FALSE at the edge. */
gboolean   paz_sheet_view_move       (PazSheetView *self,
                                      int           rows,
                                      int           columns);
/* As by Enter; FALSE when no link stands there. */
gboolean   paz_sheet_view_follow     (PazSheetView *self);
/* What a screen reader is told: the row, the header and the value, or the chart in words. */
char      *paz_sheet_view_dup_spoken (PazSheetView *self);
/* steps: bigger or smaller; 0: as it fits. */
void       paz_sheet_view_zoom       (PazSheetView *self,
                                      int           steps);

G_END_DECLS
