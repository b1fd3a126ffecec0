/* What the toolkit alone takes to show a table: GtkColumnView, a GtkLabel a cell, the same words. */
#pragma once

#include <gtk/gtk.h>

#include "store/paz-record-list.h"

/* Milliseconds from a window without rows to the first frame with them. columns: of the view whose
 * words these are. */
double bare_list_show (PazStore   *store,
                       GListModel *records,
                       GListModel *columns);
