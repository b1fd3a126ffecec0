/* How a list of changes is made, for the file that compares data sets. */
#pragma once

#include "paz-fact-table-private.h"
#include "store/paz-speaking.h"

G_BEGIN_DECLS

/* Takes the references; both tables are finished. former_sets: ids by paz_fact_table_get_sets. */
PazFactChangeList *paz_fact_change_list_new (PazFactTable *before,
                                             GPtrArray    *former_sets,
                                             PazFactTable *after);

G_END_DECLS
