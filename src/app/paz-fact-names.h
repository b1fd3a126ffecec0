/* The keys of facts in the words of the interface, each looked up once. */
#pragma once

#include "figures/paz-figures.h"
#include "store/paz-fact-list.h"

G_BEGIN_DECLS

typedef struct _PazFactNames PazFactNames;

PazFactNames *paz_fact_names_new          (PazFigures   *figures,
                                           PazCatalogue *catalogue);
void          paz_fact_names_free         (PazFactNames *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazFactNames, paz_fact_names_free)

/* Looks all of them up at once, on a worker, before another thread asks. */
void          paz_fact_names_learn        (PazFactNames *self);
const char   *paz_fact_names_get          (PazFactNames *self,
                                           PazDimension  dimension,
                                           const char   *key);
const char   *paz_fact_names_get_month    (PazFactNames *self,
                                           guint16       month);
/* id of a data set; its title. */
const char   *paz_fact_names_get_data_set (PazFactNames *self,
                                           const char   *id);
/* The keys that occur, in the order of their names. Elements lend from the facts. */
GPtrArray    *paz_fact_names_list         (PazFactNames *self,
                                           PazDimension  dimension);
/* For paz_fact_list_set_ranks; free with g_free. NULL when there are no keys. */
guint16      *paz_fact_names_rank         (PazFactNames *self,
                                           PazDimension  dimension);

G_END_DECLS
