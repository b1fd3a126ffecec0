/* A block of cells from the clipboard: as a table where the other program gives one, else as text. */
#pragma once

#include <gtk/gtk.h>

#include "table/paz-block.h"

G_BEGIN_DECLS

/* block: lent; NULL when there are no cells. */
typedef void (* PazPasteRead) (PazBlock *block,
                               gpointer  object);

/* The object is kept until `read` was called. */
void paz_paste_read_clipboard (GdkClipboard *clipboard,
                               PazPasteRead  read,
                               GObject      *object);

G_END_DECLS
