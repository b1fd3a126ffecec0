/* What was asked of figures, and the two ways to print them. */
#pragma once

#include "paz-verbs.h"

#include "figures/paz-figures.h"

G_BEGIN_DECLS

typedef struct
{
  PazKey           keys[PAZ_N_KEYS];
  guint            n_keys;
  PazFiguresFilter filter;    /* points into the lists below */
  gboolean         newest;    /* no month was named */
  char           **contributors;
  char           **missions;
  char           **types;
} PazPivotChoice;

void    paz_figures_print_participation (PazCli               *cli,
                                         PazFigures           *figures,
                                         const PazPivotChoice *choice);
void    paz_figures_print_parity        (PazCli               *cli,
                                         PazFigures           *figures,
                                         const PazPivotChoice *choice);
/* Names the months of the choice that have no figures, on stderr. */
void    paz_figures_say_gaps            (PazFigures           *figures,
                                         const PazPivotChoice *choice);

/* paz-figures-profile.c: the figures that are no pivot. */
PazExit paz_figures_run_profile         (PazCli               *cli,
                                         PazArguments         *arguments);
PazExit paz_figures_run_fatalities      (PazCli               *cli,
                                         PazArguments         *arguments);

/* paz-figures-cross.c: two axes and what is asked; of the choice only its months are read. */
PazExit paz_figures_run_cross           (PazCli               *cli,
                                         PazArguments         *arguments,
                                         const PazPivotChoice *months);

G_END_DECLS
