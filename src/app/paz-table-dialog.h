/* The figures of a chart or a map as a real table, for who would rather read than look, and for
 * screen readers. */
#pragma once

#include <adwaita.h>

#include "paz-picture-export.h"

G_BEGIN_DECLS

#define PAZ_TYPE_TABLE_DIALOG (paz_table_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PazTableDialog, paz_table_dialog, PAZ, TABLE_DIALOG, AdwWindow)

/* rows: cells (GStrv), first the headings; keeps them. owner: the widget whose figures these are;
 * maker: what copies them, NULL when they may not be copied. */
GtkWidget     *paz_table_dialog_new      (GtkWidget       *owner,
                                          const char      *title,
                                          GPtrArray       *rows,
                                          PazPictureMaker *maker);
GtkColumnView *paz_table_dialog_get_view (PazTableDialog  *self);

G_END_DECLS
