/* The files of the cross table among themselves. */
#pragma once

#include "figures/paz-cross.h"

G_BEGIN_DECLS

typedef struct
{
  guint64  female, male, untold;
  gboolean known;
} PazCrossSum;

typedef struct
{
  PazAxis    axis;
  GPtrArray *heads;       /* of the cross */
  guint32   *places;      /* by code of the axis's key, from 1; 0: not on it. NULL: one place */
} PazCrossAxis;

typedef struct
{
  PazFigures       *figures;
  PazCross         *cross;
  PazFiguresFilter  filter;        /* of the choice, months resolved */
  PazCrossAxis      rows, columns;
  guint8           *wanted;        /* by code of a month: 1 for the last of each year; NULL: all */
} PazCrossWork;

/* Figures by the keys of both axes. `merged`: the contributors together, for what a share is of. */
typedef struct
{
  PazPivot *pivot;
  int       row_position;          /* of the axis's key among those of the pivot; -1: none */
  int       column_position;
  gboolean  merged;
} PazCrossPart;

/* paz-cross-axes.c */
void         paz_cross_ask         (PazCrossWork           *work,
                                    const PazFiguresFilter *filter,
                                    gboolean                merged,
                                    PazCrossPart           *part);
void         paz_cross_make_heads  (PazCrossWork           *work,
                                    const PazCrossPart     *part);
/* From 0; FALSE when the figure is on no place of the axes. */
gboolean     paz_cross_find_place  (PazCrossWork           *work,
                                    const PazCrossPart     *part,
                                    const PazFigure        *figure,
                                    guint                  *row,
                                    guint                  *column);

/* paz-cross-cells.c */
PazCrossSum *paz_cross_sum         (PazCrossWork           *work,
                                    const PazCrossPart     *part);
/* What the shares are of, by the same places; NULL when no other whole is asked for. */
PazCrossSum *paz_cross_sum_wholes  (PazCrossWork           *work);
void         paz_cross_fill_cells  (PazCrossWork           *work,
                                    const PazCrossSum      *sums,
                                    const PazCrossSum      *wholes);
void         paz_cross_fill_totals (PazCrossWork           *work,
                                    const PazCrossSum      *sums,
                                    const PazCrossSum      *wholes);

/* paz-cross-targets.c: shares of women beside the target of their category and year. */
void         paz_cross_fill_targets (PazCrossWork          *work);

/* paz-cross-ranks.c */
void         paz_cross_fill_ranks  (PazCrossWork           *work);

/* paz-cross-sets.c: codes of those that are meant; NULL: the whole world. */
char       **paz_cross_list_codes  (PazFigures             *figures,
                                    const PazFiguresChoice *choice,
                                    const char * const     *signatories);

/* paz-cross-words.c: title, headline and coverage; the people of the last month shown. */
void         paz_cross_say         (PazCross               *self,
                                    PazFigures             *figures,
                                    const PazCrossSum      *people,
                                    guint                   rank);

/* paz-cross-order.c: rows by value, the largest first and the best rank, where the choice says so. */
void paz_cross_order (PazCross  *self);

G_END_DECLS
