/* Where contributors stand among all of the filter, by people; those who tie share a number and the
 * next is skipped, as the UN counts (DOMAIN.md 3.4, trap 9). */
#include "paz-cross-private.h"

#include <math.h>

/* Sums of everybody ranked, by the place of the other axis. */
static GArray **
list_groups (PazCrossWork       *work,
             const PazCrossPart *part,
             gboolean            by_row,
             guint               n_groups)
{
  GArray **groups = g_new0 (GArray *, n_groups + 1);
  PazCrossPart other = *part;

  for (guint i = 0; i < n_groups; i++)
    groups[i] = g_array_new (FALSE, FALSE, sizeof (guint64));
  /* Contributors that are not shown are ranked too. */
  if (by_row)
    other.row_position = -1;
  else
    other.column_position = -1;
  for (guint i = 0; i < paz_pivot_get_n_rows (part->pivot); i++)
    {
      const PazFigure *figure = paz_pivot_get_row (part->pivot, i);
      guint64 people = PAZ_FIGURE_TOTAL (figure);
      guint row, column;

      if (people > 0 && paz_cross_find_place (work, &other, figure, &row, &column))
        g_array_append_val (groups[by_row ? column : row], people);
    }

  return groups;
}

static void
rank_cell (PazCrossCell *cell,
           GArray       *group)
{
  guint rank = 1;

  for (guint i = 0; i < group->len; i++)
    rank += g_array_index (group, guint64, i) > cell->part;
  cell->base = group->len;
  cell->value = cell->known && cell->part > 0 ? rank : NAN;
}

/* No rank in a world of which only the region is known. */
static gboolean
is_ranked (PazCrossWork *work,
           guint         row,
           guint         column)
{
  PazCross *cross = work->cross;
  const PazCrossHead *time = PAZ_AXIS_IS_TIME (work->rows.axis) ? cross->rows->pdata[row]
                               : PAZ_AXIS_IS_TIME (work->columns.axis) ? cross->columns->pdata[column] : NULL;

  return cross->choice->ask != PAZ_ASK_RANK_IN_WORLD ||
         paz_figures_covers_world (work->figures, time != NULL ? time->month : cross->to);
}

void
paz_cross_fill_ranks (PazCrossWork *work)
{
  PazCross *cross = work->cross;
  gboolean by_row = work->rows.axis == PAZ_AXIS_CONTRIBUTOR;
  guint n_groups = by_row ? cross->columns->len : cross->rows->len;
  g_autofree GArray **groups = NULL;
  PazFiguresFilter filter = work->filter;
  PazCrossPart part;

  filter.contributors = NULL;
  filter.region_only = cross->choice->ask == PAZ_ASK_RANK_IN_REGION;
  paz_cross_ask (work, &filter, FALSE, &part);
  groups = list_groups (work, &part, by_row, n_groups);
  for (guint i = 0; i < cross->rows->len; i++)
    for (guint j = 0; j < cross->columns->len; j++)
      {
        PazCrossCell *cell = &cross->cells[i * cross->columns->len + j];

        cell->known = cell->known && is_ranked (work, i, j);
        rank_cell (cell, groups[by_row ? j : i]);
      }
  for (guint i = 0; i < n_groups; i++)
    g_array_unref (groups[i]);
  paz_pivot_free (part.pivot);
}
