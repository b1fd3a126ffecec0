/* One row of the search of everything: what it is, its name, where the words stand. */
#pragma once

#include <gtk/gtk.h>

#include "paz-commands.h"

G_BEGIN_DECLS

GtkWidget  *paz_search_row_new_for_hit     (PazStore      *store,
                                            const PazHit  *hit);
GtkWidget  *paz_search_row_new_for_record  (PazStore      *store,
                                            PazRecord     *record);
GtkWidget  *paz_search_row_new_for_command (PazCommand    *command,
                                            const char    *words);
GtkWidget  *paz_search_row_new_for_words   (const char    *words);

/* The heading it stands under. */
const char *paz_search_row_get_section     (GtkListBoxRow *row);
/* NULL: the target is words to search for. */
const char *paz_search_row_get_action      (GtkListBoxRow *row);
const char *paz_search_row_get_target      (GtkListBoxRow *row);

G_END_DECLS
