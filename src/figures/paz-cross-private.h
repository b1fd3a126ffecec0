/* The files of the cross table among themselves. */
#pragma once

#include "figures/paz-cross.h"

G_BEGIN_DECLS

/* paz-cross-words.c: title, headline and coverage; women and base of the last month shown. */
void paz_cross_say (PazCross   *self,
                    PazFigures *figures,
                    guint64     women,
                    guint64     base,
                    guint       rank);

/* paz-cross-order.c: rows by value, the largest first and the best rank, where the choice says so. */
void paz_cross_order (PazCross  *self);

G_END_DECLS
