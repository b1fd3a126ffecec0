/* What the files of this room share. Nothing of it leaves the room. */
#pragma once

#include "figures/paz-figures.h"
#include "model/paz-personnel.h"

G_BEGIN_DECLS

typedef struct
{
  double    percent;
  gboolean  derived;
} PazTarget;

struct _PazFigures
{
  gatomicrefcount  ref_count;
  PazFactTable    *facts;
  GPtrArray       *data_sets;      /* PazRecord */
  GPtrArray       *participants;   /* PazRecord, as those below */
  GPtrArray       *mission_list;
  GPtrArray       *target_list;
  GHashTable      *states;         /* code -> PazRecord: participants that are States */
  GHashTable      *missions;       /* acronym -> PazRecord */
  GHashTable      *targets;        /* "2028 troops" -> PazTarget */

  /* Facts are ordered by month: month n has the rows from month_rows[n] to month_rows[n + 1]. */
  guint            n_months;
  guint16         *months;
  guint32         *month_rows;
  char           (*month_names)[8];
  guint8          *month_marks;    /* PazMonthMark */
  guint8          *untold_sets;    /* by data set: gives women and men together */
};

typedef enum
{
  PAZ_MONTH_HAS_TOLD   = 1 << 0,   /* rows that tell women and men apart */
  PAZ_MONTH_HAS_UNTOLD = 1 << 1,   /* rows that do not */
  PAZ_MONTH_IS_WORLD   = 1 << 2,   /* of every contributor */
} PazMonthMark;

/* paz-figures-months.c */
void             paz_figures_index_months      (PazFigures  *self);
/* Position among the months; -1 when it has no facts. */
int              paz_figures_find_month        (PazFigures  *self,
                                                guint16      month);

/* Position in paz_personnel_list_types and _categories of a type's code; one beyond the last when
 * it is not known. */
guint            paz_figures_get_type_rank     (const char  *type);
guint            paz_figures_get_category_rank (const char  *type);
/* "other" beyond the last. */
const char      *paz_figures_get_category_code (guint        rank);
/* "police_all" when these types are the police that have figures, all of them; NULL when they are
 * of more than that, or not all of it. */
const char      *paz_figures_find_wider        (PazFigures  *self,
                                                const char * const *types);
/* NULL when the strategy sets none. */
const PazTarget *paz_figures_find_target       (PazFigures  *self,
                                                guint        year,
                                                const char  *category);
/* Women of a base against a target in per cent, NAN for none. */
PazSignal        paz_figures_judge             (guint64      women,
                                                guint64      base,
                                                double       target);

G_END_DECLS
