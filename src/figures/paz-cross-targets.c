/* Targets beside shares of women: those of the strategy are by category and year, and staff officers
 * and experts on mission are one category (DOMAIN.md 3.6), so a type has a target only where it is
 * all of its category. Those before the strategy, of 2014 and 2020, were for all police and all
 * military (DOMAIN.md 5.1): a share has one where it is of all of these. */
#include "paz-cross-private.h"
#include "paz-figures-private.h"

#include "base/paz-date.h"

#include <math.h>

static guint
get_rank (PazFigures *figures,
          guint       type)
{
  return paz_figures_get_category_rank (paz_fact_table_get_key (figures->facts, PAZ_DIMENSION_TYPE, (guint16) type));
}

/* NULL when the types are of more than one category, or leave out another type of theirs. */
static const char *
find_category (PazFigures         *figures,
               const char * const *types)
{
  guint n = paz_fact_table_get_n_keys (figures->facts, PAZ_DIMENSION_TYPE);
  guint category = types[0] != NULL ? paz_figures_get_category_rank (types[0]) : 0;

  for (guint i = 1; types[0] != NULL && types[i] != NULL; i++)
    if (paz_figures_get_category_rank (types[i]) != category)
      return NULL;
  for (guint i = 0; i < n; i++)
    if (get_rank (figures, i) == category &&
        !g_strv_contains (types, paz_fact_table_get_key (figures->facts, PAZ_DIMENSION_TYPE, (guint16) i)))
      return NULL;

  return paz_figures_get_category_code (category);
}

/* What the head of an axis says of the category; NULL: nothing. */
static const char *
get_category (PazCrossWork       *work,
              const PazCrossAxis *axis,
              guint               n)
{
  const PazCrossHead *head = axis->heads->pdata[n];
  const char *types[] = { head->key, NULL };

  if (axis->axis == PAZ_AXIS_CATEGORY)
    return head->key;

  return axis->axis == PAZ_AXIS_TYPE ? find_category (work->figures, types) : NULL;
}

static guint
get_year (PazCrossWork *work,
          guint         row,
          guint         column)
{
  const PazCrossHead *time = PAZ_AXIS_IS_TIME (work->rows.axis) ? work->rows.heads->pdata[row]
                               : PAZ_AXIS_IS_TIME (work->columns.axis) ? work->columns.heads->pdata[column] : NULL;

  return paz_month_get_year (time != NULL ? time->month : work->cross->to);
}

void
paz_cross_fill_targets (PazCrossWork *work)
{
  PazCross *cross = work->cross;
  char **types = cross->choice->types;
  const char *all = types != NULL ? find_category (work->figures, (const char * const *) types) : NULL;

  if (types != NULL && all == NULL)
    all = paz_figures_find_wider (work->figures, (const char * const *) types);
  if (cross->choice->ask != PAZ_ASK_SHARE_OF_WOMEN || work->rows.axis == PAZ_AXIS_SEX || work->columns.axis == PAZ_AXIS_SEX)
    return;
  for (guint i = 0; i < cross->rows->len; i++)
    for (guint j = 0; j < cross->columns->len; j++)
      {
        PazCrossCell *cell = &cross->cells[i * cross->columns->len + j];
        const char *category = get_category (work, &work->rows, i);
        const PazTarget *target;

        if (category == NULL)
          category = get_category (work, &work->columns, j);
        if (category == NULL)
          category = all;
        target = category != NULL ? paz_figures_find_target (work->figures, get_year (work, i, j), category) : NULL;
        cell->target = target != NULL ? target->percent / 100 : NAN;
        cell->target_derived = target != NULL && target->derived;
      }
}
