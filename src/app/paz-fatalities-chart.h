/* Fatalities as a chart, on the page and on its way out. */
#pragma once

#include "chart/paz-chart.h"
#include "figures/paz-fatalities.h"
#include "paz-picture-export.h"

G_BEGIN_DECLS

/* NULL where rows say it better: only years and causes are drawn, and one alone is no chart. keys: of
 * the categories, in their order. Years stand to scale from the first to the last of the list, which
 * names every death since its beginning: one without a record had none. */
PazChart        *paz_fatalities_chart_new       (PazFatalities  *fatalities,
                                                 PazFatalityKey  key,
                                                 gboolean        region_only,
                                                 PazCatalogue   *catalogue,
                                                 GStrv          *keys) G_GNUC_WARN_UNUSED_RESULT;
PazPictureMaker *paz_fatalities_chart_new_maker (PazFatalityKey  key,
                                                 gboolean        region_only) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
