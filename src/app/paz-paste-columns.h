/* The columns of a block, each with a drop-down of what it is taken for. */
#pragma once

#include <gtk/gtk.h>

#include "table/paz-paste.h"

G_BEGIN_DECLS

typedef struct _PazPasteColumns PazPasteColumns;

typedef void (* PazTargetChosen) (guint           column,
                                  PazPasteTarget  target,
                                  gpointer        data);

PazPasteColumns *paz_paste_columns_new        (PazPaste         *paste,
                                               PazTargetChosen   chosen,
                                               gpointer          data);
void             paz_paste_columns_free       (PazPasteColumns  *self);
GtkWidget       *paz_paste_columns_get_widget (PazPasteColumns  *self);
void             paz_paste_columns_show       (PazPasteColumns  *self,
                                               PazPaste         *paste);

G_END_DECLS
