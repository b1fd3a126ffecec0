/* The data of a chart, and the layout that drawing and asking share. */
#pragma once

#include "chart/paz-chart.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef struct
{
  char   *name;
  double *values;
  double *targets;   /* NULL: none */
  double *bases;     /* NULL: none */
} PazSeries;

typedef struct _PazLayout PazLayout;

struct _PazChart
{
  gatomicrefcount ref_count;
  PazChartType    type;
  PazChartUnit    unit;
  char           *title;
  char           *subtitle;
  char           *key_title;
  char           *value_title;
  char           *note;
  char           *source;
  char           *marking;
  char           *description;
  char           *target_title;
  char          **categories; /* NULL with months */
  guint16        *months;
  guint           n_categories;
  guint           step;       /* see paz_chart_get_step; 0: not yet found */
  GPtrArray      *series;     /* PazSeries */
  PazLayout      *layout;     /* of the last size, look and language; NULL after a change */
};

#define PAZ_SMALL_BASE 10

PazSeries *paz_chart_get_series   (PazChart *self,
                                   guint     series);
/* Months between neighbours of an unbroken line: 1, or 12 for years. */
guint      paz_chart_get_step     (PazChart *self);
/* Whether every month is January: they are years. */
gboolean   paz_chart_is_years     (PazChart *self);
gboolean   paz_chart_has_targets  (PazChart *self);
/* Drops the layout: something changed. */
void       paz_chart_changed      (PazChart *self);
/* "Mar 2014" shortened for an axis. */
char      *paz_chart_dup_month    (PazChart     *self,
                                   guint         index,
                                   PazCatalogue *catalogue);

void       paz_layout_free        (PazLayout *self);

G_END_DECLS
