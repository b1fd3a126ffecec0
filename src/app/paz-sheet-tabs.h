/* The sheets of a workbook side by side, as below a spreadsheet. */
#pragma once

#include <gtk/gtk.h>

#include "report/paz-book.h"

G_BEGIN_DECLS

#define PAZ_TYPE_SHEET_TABS (paz_sheet_tabs_get_type ())
G_DECLARE_FINAL_TYPE (PazSheetTabs, paz_sheet_tabs, PAZ, SHEET_TABS, GtkWidget)

/* Signal "chosen" (sheet): by a person. */
GtkWidget *paz_sheet_tabs_new      (void);
/* NULL: none. */
void       paz_sheet_tabs_set_book (PazSheetTabs *self,
                                    PazBook      *book);
void       paz_sheet_tabs_choose   (PazSheetTabs *self,
                                    guint         sheet);

G_END_DECLS
