#include "paz-figures-chart.h"

#include <math.h>

/* More lines than this cannot be told apart, more categories than this are a table. */
#define MOST_SERIES 8
#define MOST_CATEGORIES 60
/* Columns thinner than a hair, names that have no room under them, panels too small to read. */
#define MOST_COLUMNS 120
#define MOST_NAMES 12
#define MOST_PANELS 24

/* Time runs along the axis of categories; without time the rows are the categories. */
static gboolean
is_turned (const PazCross *cross)
{
  return PAZ_AXIS_IS_TIME (cross->choice->columns);
}

static GPtrArray *
get_categories (const PazCross *cross)
{
  return is_turned (cross) ? cross->columns : cross->rows;
}

static GPtrArray *
get_series (const PazCross *cross)
{
  return is_turned (cross) ? cross->rows : cross->columns;
}

static gboolean
has_time (const PazCross *cross)
{
  return PAZ_AXIS_IS_TIME (cross->choice->rows) || PAZ_AXIS_IS_TIME (cross->choice->columns);
}

static const PazCrossCell *
get_cell (const PazCross *cross,
          guint           series,
          guint           index)
{
  return is_turned (cross) ? paz_cross_get (cross, series, index) : paz_cross_get (cross, index, series);
}

void
paz_figures_chart_find_cell (const PazCross      *cross,
                             const PazChartPoint *point,
                             guint               *row,
                             guint               *column)
{
  *row = is_turned (cross) ? point->series : point->index;
  *column = is_turned (cross) ? point->index : point->series;
}

static void
add_type (PazChartType *types,
          guint        *n,
          PazChartType  type)
{
  types[(*n)++] = type;
}

/* Standing on top of each other they must add up to something. */
static gboolean
adds_up (const PazCross *cross)
{
  return !paz_ask_is_share (cross->choice->ask) && !paz_ask_is_rank (cross->choice->ask);
}

static void
list_over_time (const PazCross *cross,
                PazChartType   *types,
                guint          *n)
{
  guint n_series = get_series (cross)->len, n_months = get_categories (cross)->len;
  gboolean few = n_series <= MOST_SERIES;

  if (!few)
    add_type (types, n, PAZ_CHART_HEAT);
  if (few)
    add_type (types, n, PAZ_CHART_LINE);
  if (few && adds_up (cross))
    add_type (types, n, PAZ_CHART_AREA);
  if (n_months * n_series <= MOST_COLUMNS)
    add_type (types, n, PAZ_CHART_COLUMNS);
  if (n_series > 1 && few && adds_up (cross) && n_months <= MOST_COLUMNS)
    add_type (types, n, PAZ_CHART_STACKED);
  if (n_series > 1 && n_series <= MOST_PANELS)
    add_type (types, n, PAZ_CHART_MULTIPLES);
  if (n_series > 1 && few)
    add_type (types, n, PAZ_CHART_HEAT);
}

static void
list_side_by_side (const PazCross *cross,
                   PazChartType   *types,
                   guint          *n)
{
  guint n_series = get_series (cross)->len, n_rows = get_categories (cross)->len;
  gboolean few = n_series <= MOST_SERIES;

  if (cross->choice->ask == PAZ_ASK_SHARE_OF_WOMEN && n_series == 1)
    add_type (types, n, PAZ_CHART_DOTS);
  if (!few)
    add_type (types, n, PAZ_CHART_HEAT);
  if (few)
    add_type (types, n, PAZ_CHART_BARS);
  if (n_series > 1 && few && adds_up (cross))
    add_type (types, n, PAZ_CHART_STACKED_BARS);
  if (n_rows <= MOST_NAMES && n_rows * n_series <= MOST_COLUMNS)
    add_type (types, n, PAZ_CHART_COLUMNS);
  if (n_rows <= MOST_NAMES && n_series > 1 && few && adds_up (cross))
    add_type (types, n, PAZ_CHART_STACKED);
  if (n_series > 1 && few)
    add_type (types, n, PAZ_CHART_HEAT);
}

void
paz_figures_chart_list_types (const PazCross *cross,
                              PazChartType   *types,
                              guint          *n)
{
  *n = 0;
  if (cross->rows->len == 0 || cross->columns->len == 0)
    return;
  if (has_time (cross) && get_series (cross)->len <= MOST_CATEGORIES)
    list_over_time (cross, types, n);
  else if (!has_time (cross) && get_categories (cross)->len <= MOST_CATEGORIES &&
           get_series (cross)->len <= MOST_CATEGORIES)
    list_side_by_side (cross, types, n);
}

static gboolean
choose_type (const PazCross *cross,
             PazChartType   *type)
{
  PazChartType types[PAZ_N_CHART_TYPES];
  guint n;

  paz_figures_chart_list_types (cross, types, &n);
  if (n == 0 || cross->choice->shape == PAZ_SHAPE_TABLE)
    return FALSE;
  *type = types[0];
  for (guint i = 0; i < n; i++)
    if (cross->choice->shape == (int) types[i])
      *type = types[i];

  return TRUE;
}

static void
set_categories (const PazCross *cross,
                PazChart       *chart)
{
  GPtrArray *heads = get_categories (cross);
  g_autofree guint16 *months = g_new0 (guint16, heads->len);
  g_autofree const char **names = g_new0 (const char *, heads->len + 1);

  for (guint i = 0; i < heads->len; i++)
    {
      const PazCrossHead *head = heads->pdata[i];

      months[i] = head->month;
      names[i] = head->name;
    }
  if (has_time (cross))
    paz_chart_set_months (chart, months, heads->len);
  else
    paz_chart_set_categories (chart, names, heads->len);
}

static void
add_series (const PazCross *cross,
            PazChart       *chart,
            guint           n)
{
  const PazCrossHead *head = get_series (cross)->pdata[n];
  guint length = get_categories (cross)->len;
  g_autofree double *values = g_new (double, length);
  g_autofree double *targets = g_new (double, length);
  g_autofree double *bases = g_new (double, length);
  gboolean any = FALSE;
  guint series;

  for (guint i = 0; i < length; i++)
    {
      const PazCrossCell *cell = get_cell (cross, n, i);

      values[i] = cell->known ? cell->value : NAN;
      targets[i] = cell->target;
      bases[i] = cell->known ? (double) cell->base : NAN;
      any = any || !isnan (cell->target);
    }
  series = paz_chart_add_series (chart, head->name, values);
  if (any)
    paz_chart_set_targets (chart, series, targets);
  if (paz_ask_is_share (cross->choice->ask))
    paz_chart_set_bases (chart, series, bases);
}

PazChart *
paz_figures_chart_new (const PazCross *cross)
{
  PazChartType type;
  PazChart *chart;

  if (!choose_type (cross, &type))
    return NULL;
  chart = paz_chart_new (type);
  paz_chart_set_title (chart, cross->title);
  paz_chart_set_value_title (chart, paz_catalogue_ptext (cross->catalogue, "figures", paz_ask_get_label (cross->choice->ask)),
                             paz_ask_is_share (cross->choice->ask) ? PAZ_CHART_SHARE : PAZ_CHART_COUNT);
  set_categories (cross, chart);
  for (guint n = 0; n < get_series (cross)->len; n++)
    add_series (cross, chart, n);

  return chart;
}
