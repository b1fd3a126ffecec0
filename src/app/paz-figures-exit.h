/* Copy Table, Table and Workbook of the figures page: what is seen, through the release gate. */
#pragma once

#include "figures/paz-figures-choice.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void paz_figures_exit_copy (GtkWidget              *widget,
                            const PazFiguresChoice *choice);
void paz_figures_exit_save (GtkWidget              *widget,
                            const PazFiguresChoice *choice);
void paz_figures_exit_save_workbook (GtkWidget              *widget,
                            const PazFiguresChoice *choice);

G_END_DECLS
