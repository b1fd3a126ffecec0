/* What the history says, in words and widgets: who, when, which field, from what to what. */
#pragma once

#include <gtk/gtk.h>

#include "base/paz-catalogue.h"
#include "store/paz-store.h"

G_BEGIN_DECLS

/* "24 November 2026, 14:02 · Ana Quispe" */
char      *paz_change_dup_who      (const PazStep         *step,
                                    PazCatalogue          *catalogue);
/* The field's label; what happened to the record as a whole when there is none. */
char      *paz_change_dup_what     (const PazHistoryEntry *entry,
                                    PazCatalogue          *catalogue);
/* "Due: May 2024 → June 2024", in one line. Any thread, with its own store. */
char      *paz_change_dup_line     (PazStore              *store,
                                    const PazHistoryEntry *entry,
                                    PazCatalogue          *catalogue);
/* Appends what an entry changed, long texts word by word; with a button that puts the value before
 * back when `offer`. */
void       paz_change_append       (GtkBox                *box,
                                    PazStore              *store,
                                    const PazHistoryEntry *entry,
                                    gboolean               offer);
/* A label of running text that can be selected, but takes no focus. */
GtkWidget *paz_change_make_label   (const char            *text,
                                    const char            *css);

G_END_DECLS
