/* Rows of figures for pages that are read: a name, what it is measured by, a number to the right;
 * each may lead to the records it counts. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* records: target of "win.show-records", or NULL. */
GtkWidget *paz_figure_row_new   (const char *title,
                                 const char *subtitle,
                                 const char *figure,
                                 const char *records);
/* A large figure with what it is and its base. */
GtkWidget *paz_figure_card_new  (const char *figure,
                                 const char *caption,
                                 const char *base);
/* A thin bar beside the number, for shares at a glance: 0 to 1. The number says the same. */
void       paz_figure_row_set_bar (GtkWidget *row,
                                   double     fraction);

G_END_DECLS
