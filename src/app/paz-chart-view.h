/* A chart to look at, point at and walk over by keyboard: Left and Right from month to month or
 * category to category, Up and Down between series, Home and End to the first and last, Enter or a
 * double click to open what stands behind the value. Its menu shows the same figures as a table and
 * lets picture and values out. */
#pragma once

#include <gtk/gtk.h>

#include "chart/paz-chart.h"
#include "paz-picture-export.h"

G_BEGIN_DECLS

#define PAZ_TYPE_CHART_VIEW (paz_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (PazChartView, paz_chart_view, PAZ, CHART_VIEW, GtkWidget)

/* Signal "activated" (series, index): what stands behind the value is wanted. */
GtkWidget *paz_chart_view_new       (void);
/* Keeps the chart; NULL for none. The cursor begins anew. */
void       paz_chart_view_set_chart (PazChartView  *self,
                                     PazChart      *chart);
/* The page says the title; it is not drawn once more. */
void       paz_chart_view_set_untitled (PazChartView *self,
                                     gboolean        untitled);
/* What its picture and values are made of when they leave; NULL, as at the start: they stay. */
void       paz_chart_view_set_maker (PazChartView    *self,
                                     PazPictureMaker *maker);
PazChart  *paz_chart_view_get_chart (PazChartView  *self);
/* FALSE while no value has the keyboard cursor. */
gboolean   paz_chart_view_get_focus (PazChartView  *self,
                                     PazChartPoint *point);
/* As by keyboard; FALSE at the end. */
gboolean   paz_chart_view_move      (PazChartView  *self,
                                     PazChartMove   move);
/* What a screen reader is told now: the value under the cursor, else the whole in words. */
char      *paz_chart_view_dup_spoken (PazChartView *self);

G_END_DECLS
