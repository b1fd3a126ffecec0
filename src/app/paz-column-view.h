/* What GtkColumnView does not tell or do before GTK 4.10, in one place. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Called with the data of the column whose header was clicked; NULL: no order. */
typedef void (* PazColumnOrder) (gpointer column,
                                 gboolean descending,
                                 gpointer data);

/* Which column orders is private, but the view's sorter asks the sorter of that column first, and
 * its answer tells the direction. Call before the columns are added. */
void paz_column_view_set_order (GtkColumnView       *view,
                                PazColumnOrder       order,
                                gpointer             data);
/* No more calls: a view that goes takes its columns away one by one, which changes its order. */
void paz_column_view_clear_order (GtkColumnView     *view);
/* `column_data` is what the callback gets; not NULL. */
void paz_column_view_append    (GtkColumnView       *view,
                                GtkColumnViewColumn *column,
                                gpointer             column_data);
/* The widgets of the headers of the visible columns, in order. */
typedef void (* PazTitleFunc)  (GtkWidget           *title,
                                gpointer             data);
void paz_column_view_foreach_title (GtkColumnView   *view,
                                PazTitleFunc         func,
                                gpointer             data);
/* The column such a widget stands above; lends, NULL when there is none. */
GtkColumnViewColumn *paz_column_view_find_column (GtkColumnView *view,
                                GtkWidget           *title);
/* Puts the heading of the nth visible column above numbers that stand on the right. */
void paz_column_view_align_end (GtkColumnView       *view,
                                guint                n);

G_END_DECLS
