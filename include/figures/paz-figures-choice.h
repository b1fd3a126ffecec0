/* What the figures page is asked: a value. It has a text form, kept under a name by the person. */
#pragma once

#include "figures/paz-figures.h"

G_BEGIN_DECLS

typedef enum
{
  PAZ_ASK_PERSONNEL,
  PAZ_ASK_WOMEN,
  PAZ_ASK_MEN,
  PAZ_ASK_SHARE_OF_WOMEN,
  PAZ_ASK_SHARE_OF_REGION,
  PAZ_ASK_SHARE_OF_WORLD,     /* known where the month's figures cover the world */
  PAZ_ASK_RANK_IN_REGION,
  PAZ_ASK_RANK_IN_WORLD,
  PAZ_ASK_PERSON_MONTHS,      /* the only one that adds month ends */
} PazAsk;
#define PAZ_N_ASKS 9

typedef enum
{
  PAZ_AXIS_NONE,
  PAZ_AXIS_CONTRIBUTOR,
  PAZ_AXIS_MISSION,
  PAZ_AXIS_TYPE,
  PAZ_AXIS_SEX,
  PAZ_AXIS_CATEGORY,
  PAZ_AXIS_MONTH,
  PAZ_AXIS_YEAR,              /* the last month of each that has figures */
} PazAxis;
#define PAZ_N_AXES 8

/* Besides these, PazFiguresChoice.shape holds a type of chart. */
#define PAZ_SHAPE_BEST  (-1)
#define PAZ_SHAPE_TABLE (-2)

typedef struct
{
  PazAsk    ask;
  PazAxis   rows;
  PazAxis   columns;
  char    **contributors;     /* codes; NULL: all of the set */
  char     *set;              /* "region", "world", "signatories", "alcopaz", or a subregion's key */
  char    **missions;         /* NULL: all */
  char    **types;
  guint16   from, to;         /* 0: no limit */
  int       shape;
  gboolean  by_value;         /* rows that are not of time: the largest first, else by name */
} PazFiguresChoice;

/* The region's deployment over time. */
PazFiguresChoice *paz_figures_choice_new     (void);
PazFiguresChoice *paz_figures_choice_copy    (const PazFiguresChoice *self);
void              paz_figures_choice_free    (PazFiguresChoice       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazFiguresChoice, paz_figures_choice_free)
/* "ask=women;rows=mission;…"; what a later version wrote and this one does not know is left out. */
char             *paz_figures_choice_to_text (const PazFiguresChoice *self);
PazFiguresChoice *paz_figures_choice_parse   (const char             *text);

/* NC_("figures", ...) */
const char       *paz_ask_get_label          (PazAsk                  ask);
const char       *paz_axis_get_label         (PazAxis                 axis);
/* "share_of_women"; "mission": what the text form and a command line call them. FALSE: none is called so. */
const char       *paz_ask_get_key            (PazAsk                  ask);
gboolean          paz_ask_from_key           (const char             *key,
                                              PazAsk                 *ask);
const char       *paz_axis_get_key           (PazAxis                 axis);
gboolean          paz_axis_from_key          (const char             *key,
                                              PazAxis                *axis);
gboolean          paz_ask_is_share           (PazAsk                  ask);
gboolean          paz_ask_is_rank            (PazAsk                  ask);
#define PAZ_AXIS_IS_TIME(axis) ((axis) == PAZ_AXIS_MONTH || (axis) == PAZ_AXIS_YEAR)

/* What everybody asks first. own: code of the delegation, may be NULL. n from 0; NULL after the last. */
PazFiguresChoice *paz_figures_choice_ready   (guint                   n,
                                              const char             *own,
                                              const char            **label);

/* The same by name, as "women-target"; NULL: no view is called so, or it is of a delegation and own is NULL. */
PazFiguresChoice *paz_figures_choice_find_ready (const char          *name,
                                              const char             *own);
/* Names, NULL after the last. */
const char * const *paz_figures_list_ready   (void);

/* ---- sets of contributors ---- */

/* Keys of the sets there are, NULL after the last, and NC_("figures", ...) their labels. */
const char * const *paz_figures_list_sets    (void);
const char       *paz_figures_set_get_label  (const char             *set);

G_END_DECLS
