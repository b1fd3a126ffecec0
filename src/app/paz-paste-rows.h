/* The rows of a block in a view, by number: what a row shows is asked when it is seen. */
#pragma once

#include <gio/gio.h>

#include "table/paz-paste.h"

G_BEGIN_DECLS

#define PAZ_TYPE_PASTE_ROW (paz_paste_row_get_type ())
G_DECLARE_FINAL_TYPE (PazPasteRowItem, paz_paste_row, PAZ, PASTE_ROW, GObject)

/* Of the block, headings included. */
guint         paz_paste_row_get_number (PazPasteRowItem *self);

typedef enum
{
  PAZ_PASTE_SHOW_ALL,
  PAZ_PASTE_SHOW_WRONG,
  PAZ_PASTE_SHOW_CHANGES,
} PazPasteShow;

#define PAZ_TYPE_PASTE_ROWS (paz_paste_rows_get_type ())
G_DECLARE_FINAL_TYPE (PazPasteRows, paz_paste_rows, PAZ, PASTE_ROWS, GObject)

/* A GListModel. */
PazPasteRows *paz_paste_rows_new       (void);
/* After a check. */
void          paz_paste_rows_fill      (PazPasteRows    *self,
                                        PazPaste        *paste,
                                        PazPasteShow     show);

G_END_DECLS
