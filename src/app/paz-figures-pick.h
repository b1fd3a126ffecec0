/* Some of many, in a popover of checks with a field to find them; none checked is all. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PAZ_TYPE_FIGURES_PICK (paz_figures_pick_get_type ())
G_DECLARE_FINAL_TYPE (PazFiguresPick, paz_figures_pick, PAZ, FIGURES_PICK, GtkWidget)

/* Signal "changed". what: its name; all: what it says while none is chosen. */
GtkWidget *paz_figures_pick_new      (const char         *what,
                                      const char         *all);
/* Keys and names, as many; copied. */
void       paz_figures_pick_fill     (PazFiguresPick     *self,
                                      GPtrArray          *keys,
                                      GPtrArray          *names);
void       paz_figures_pick_set_keys (PazFiguresPick     *self,
                                      char              **keys);
/* NULL: all. */
char     **paz_figures_pick_dup_keys (PazFiguresPick     *self);

G_END_DECLS
