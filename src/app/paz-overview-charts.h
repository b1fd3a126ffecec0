/* The region at a glance on the Overview: how many are deployed month by month, and how near women are
 * to the targets of the year. */
#pragma once

#include "figures/paz-figures.h"
#include "paz-picture-export.h"

G_BEGIN_DECLS

typedef enum
{
  PAZ_OVERVIEW_DEPLOYED,     /* in each month with figures of the region */
  PAZ_OVERVIEW_WOMEN,        /* share of women by category against the target */
} PazOverviewChart;
#define PAZ_N_OVERVIEW_CHARTS 2

/* month: the newest of the region. NULL where there is nothing to compare: fewer than two months, no
 * target of the year. On any thread. */
PazChart        *paz_overview_chart_new       (PazFigures       *figures,
                                               PazOverviewChart  which,
                                               guint16           month,
                                               PazCatalogue     *catalogue) G_GNUC_WARN_UNUSED_RESULT;
/* The newest month for which the region reported, not the newest of the world; 0: none. */
guint16          paz_overview_find_month      (PazFigures       *figures);
PazPictureMaker *paz_overview_chart_new_maker (PazOverviewChart  which) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
