/* Deaths in missions by mission, nationality, year, cause and personnel; each number leads to its
 * records. */
#pragma once

#include <adwaita.h>

#include "figures/paz-fatalities.h"
#include "paz-chart-view.h"

G_BEGIN_DECLS

#define PAZ_TYPE_FATALITIES_PAGE (paz_fatalities_page_get_type ())
G_DECLARE_FINAL_TYPE (PazFatalitiesPage, paz_fatalities_page, PAZ, FATALITIES_PAGE, AdwBin)

GtkWidget    *paz_fatalities_page_new       (PazStore          *store);
gboolean      paz_fatalities_page_is_ready  (PazFatalitiesPage *self);
/* As the person chooses. */
void          paz_fatalities_page_choose    (PazFatalitiesPage *self,
                                             PazFatalityKey     key,
                                             gboolean           region_only);
PazChartView *paz_fatalities_page_get_chart (PazFatalitiesPage *self);

G_END_DECLS
