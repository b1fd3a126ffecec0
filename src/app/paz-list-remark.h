/* What of a record ought to be looked at again, beside its name in a list: values that nobody has
 * checked against a source, and what looks doubtful. */
#pragma once

#include <gtk/gtk.h>

#include "store/paz-store.h"

G_BEGIN_DECLS

/* A line each, "Field: why": of the record alone. FALSE when there is nothing. */
gboolean paz_list_remark_add_unchecked (PazRecord *record,
                                        GString   *lines);
/* With what stands in it, which is read from the store. */
gboolean paz_list_remark_add_doubts    (PazStore  *store,
                                        PazRecord *record,
                                        GString   *lines);

/* Doubts are looked for when the window has nothing else to do, a few at a time. */
typedef void (* PazListLook) (GtkWidget *cell);
void     paz_list_remark_look_later    (GtkWidget   *cell,
                                        PazListLook  look);
/* Before the cell ends, or shows another record. */
void     paz_list_remark_forget        (GtkWidget   *cell);

G_END_DECLS
