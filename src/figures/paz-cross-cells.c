/* The cells of a cross table and their totals, from the sums behind them. */
#include "paz-cross-private.h"

#include <math.h>

static void
add_sum (PazCrossSum       *sum,
         const PazCrossSum *other)
{
  sum->female += other->female;
  sum->male += other->male;
  sum->untold += other->untold;
  sum->known = sum->known || other->known;
}

static guint64
get_total (const PazCrossSum *sum)
{
  return sum->female + sum->male + sum->untold;
}

/* Row by row; sex has all in its first place, as the contributors have when merged. */
PazCrossSum *
paz_cross_sum (PazCrossWork       *work,
               const PazCrossPart *part)
{
  guint n_columns = work->cross->columns->len;
  PazCrossSum *sums = g_new0 (PazCrossSum, MAX (1, work->cross->rows->len * n_columns));

  for (guint i = 0; i < paz_pivot_get_n_rows (part->pivot); i++)
    {
      const PazFigure *figure = paz_pivot_get_row (part->pivot, i);
      const PazCrossSum one = { figure->female, figure->male, figure->untold, TRUE };
      guint row, column;

      if (paz_cross_find_place (work, part, figure, &row, &column))
        add_sum (&sums[row * n_columns + column], &one);
    }

  return sums;
}

static guint
get_index (PazCrossWork *work,
           gboolean      merged,
           guint         row,
           guint         column)
{
  PazAxis rows = work->rows.axis, columns = work->columns.axis;

  if (rows == PAZ_AXIS_SEX || (merged && rows == PAZ_AXIS_CONTRIBUTOR))
    row = 0;
  if (columns == PAZ_AXIS_SEX || (merged && columns == PAZ_AXIS_CONTRIBUTOR))
    column = 0;

  return row * work->cross->columns->len + column;
}

/* ---- what a share is of ---- */

/* Months that hold the region alone have no world to share. */
static void
blank_regional (PazCrossWork *work,
                PazCrossSum  *wholes)
{
  PazCross *cross = work->cross;

  for (guint i = 0; i < cross->rows->len; i++)
    for (guint j = 0; j < cross->columns->len; j++)
      {
        const PazCrossHead *time = PAZ_AXIS_IS_TIME (work->rows.axis) ? cross->rows->pdata[i]
                                     : PAZ_AXIS_IS_TIME (work->columns.axis) ? cross->columns->pdata[j] : NULL;

        if (!paz_figures_covers_world (work->figures, time != NULL ? time->month : cross->to))
          wholes[get_index (work, TRUE, i, j)].known = FALSE;
      }
}

PazCrossSum *
paz_cross_sum_wholes (PazCrossWork *work)
{
  PazAsk ask = work->cross->choice->ask;
  PazFiguresFilter filter = work->filter;
  PazCrossPart part;
  PazCrossSum *wholes;

  if (ask != PAZ_ASK_SHARE_OF_REGION && ask != PAZ_ASK_SHARE_OF_WORLD)
    return NULL;
  filter.contributors = NULL;
  filter.region_only = ask == PAZ_ASK_SHARE_OF_REGION;
  paz_cross_ask (work, &filter, TRUE, &part);
  wholes = paz_cross_sum (work, &part);
  if (ask == PAZ_ASK_SHARE_OF_WORLD)
    blank_regional (work, wholes);
  paz_pivot_free (part.pivot);

  return wholes;
}

/* ---- one cell ---- */

/* 'f', 'm', 'u' where an axis tells sexes, else '\0'. */
static char
get_sex (PazCrossWork *work,
         guint         row,
         guint         column)
{
  PazCross *cross = work->cross;

  if (work->rows.axis == PAZ_AXIS_SEX)
    return *((PazCrossHead *) cross->rows->pdata[row])->key;
  if (work->columns.axis == PAZ_AXIS_SEX)
    return *((PazCrossHead *) cross->columns->pdata[column])->key;

  return '\0';
}

static guint64
get_part (const PazCrossSum *sum,
          char               sex)
{
  switch (sex)
    {
    case 'f':
      return sum->female;
    case 'm':
      return sum->male;
    case 'u':
      return sum->untold;
    default:
      return get_total (sum);
    }
}

/* Women or men cannot be told where some are not told, unless these stand in a place of their own. */
static gboolean
can_tell (const PazCrossSum *sum,
          char               sex,
          gboolean           apart)
{
  return (sex != 'f' && sex != 'm') || sum->untold == 0 || (apart && sum->female + sum->male > 0);
}

static void
make_share (PazCrossCell      *cell,
            PazAsk             ask,
            const PazCrossSum *sum,
            const PazCrossSum *whole,
            char               sex)
{
  if (ask == PAZ_ASK_SHARE_OF_WOMEN)
    {
      cell->part = get_part (sum, sex != '\0' ? sex : 'f');
      cell->base = get_total (sum);
      cell->known = can_tell (sum, sex != '\0' ? sex : 'f', FALSE);
    }
  else
    {
      cell->known = cell->known && whole->known && can_tell (whole, sex, FALSE);
      cell->base = get_part (whole, sex);
    }
  cell->value = cell->known && cell->base > 0 ? (double) cell->part / (double) cell->base : NAN;
}

static PazCrossCell
make_cell (PazAsk             ask,
           const PazCrossSum *sum,
           const PazCrossSum *whole,
           char               sex)
{
  char asked = ask == PAZ_ASK_WOMEN ? 'f' : ask == PAZ_ASK_MEN ? 'm' : sex;
  PazCrossCell cell = { .known = sum->known, .value = NAN, .target = NAN, .untold = sum->untold };

  if (!cell.known)
    return cell;
  cell.part = get_part (sum, asked);
  cell.known = can_tell (sum, asked, sex != '\0');
  if (paz_ask_is_share (ask))
    make_share (&cell, ask, sum, whole, sex);
  else if (cell.known && (sex == '\0' || asked == sex))
    cell.value = (double) cell.part;

  return cell;
}

void
paz_cross_fill_cells (PazCrossWork      *work,
                      const PazCrossSum *sums,
                      const PazCrossSum *wholes)
{
  PazCross *cross = work->cross;
  static const PazCrossSum none;

  cross->cells = g_new0 (PazCrossCell, MAX (1, cross->rows->len * cross->columns->len));
  for (guint i = 0; i < cross->rows->len; i++)
    for (guint j = 0; j < cross->columns->len; j++)
      cross->cells[i * cross->columns->len + j] =
        make_cell (cross->choice->ask, &sums[get_index (work, FALSE, i, j)],
                   wholes != NULL ? &wholes[get_index (work, TRUE, i, j)] : &none, get_sex (work, i, j));
}

/* ---- totals ---- */

static gboolean
is_summed (const PazCrossAxis *axis,
           PazAsk              ask)
{
  return axis->heads->len > 1 && axis->axis != PAZ_AXIS_NONE && !paz_ask_is_rank (ask) &&
         !(axis->axis == PAZ_AXIS_SEX && paz_ask_is_share (ask)) &&
         (!PAZ_AXIS_IS_TIME (axis->axis) || ask == PAZ_ASK_PERSON_MONTHS);
}

/* The first and the one after the last of what a total adds up. */
typedef struct
{
  guint first, end;
} Range;

static Range
get_range (const PazCrossAxis *axis,
           int                 of)
{
  if (of >= 0)
    return (Range) { (guint) of, (guint) of + 1 };

  return (Range) { 0, axis->axis == PAZ_AXIS_SEX ? MIN (1, axis->heads->len) : axis->heads->len };
}

/* row, column: -1 for all of them. The whole behind a total is shared where the contributors are
 * added up, else it is added up too. */
static PazCrossCell
make_total (PazCrossWork      *work,
            const PazCrossSum *sums,
            const PazCrossSum *wholes,
            int                row,
            int                column)
{
  Range rows = get_range (&work->rows, row), columns = get_range (&work->columns, column);
  gboolean sexes = (work->rows.axis == PAZ_AXIS_SEX && row < 0) || (work->columns.axis == PAZ_AXIS_SEX && column < 0);
  PazCrossSum all = { 0 }, whole = { 0 };

  for (guint i = rows.first; i < rows.end; i++)
    for (guint j = columns.first; j < columns.end; j++)
      {
        add_sum (&all, &sums[get_index (work, FALSE, i, j)]);
        if (wholes != NULL && (i == rows.first || work->rows.axis != PAZ_AXIS_CONTRIBUTOR) &&
            (j == columns.first || work->columns.axis != PAZ_AXIS_CONTRIBUTOR) && wholes[get_index (work, TRUE, i, j)].known)
          add_sum (&whole, &wholes[get_index (work, TRUE, i, j)]);
      }

  return make_cell (work->cross->choice->ask, &all, &whole, sexes ? '\0' : get_sex (work, rows.first, columns.first));
}

void
paz_cross_fill_totals (PazCrossWork      *work,
                       const PazCrossSum *sums,
                       const PazCrossSum *wholes)
{
  PazCross *cross = work->cross;
  PazAsk ask = cross->choice->ask;

  if (cross->rows->len == 0 || cross->columns->len == 0)
    return;
  if (is_summed (&work->columns, ask))
    cross->row_totals = g_new0 (PazCrossCell, cross->rows->len);
  if (is_summed (&work->rows, ask))
    cross->column_totals = g_new0 (PazCrossCell, cross->columns->len);
  for (guint i = 0; cross->row_totals != NULL && i < cross->rows->len; i++)
    cross->row_totals[i] = make_total (work, sums, wholes, (int) i, -1);
  for (guint i = 0; cross->column_totals != NULL && i < cross->columns->len; i++)
    cross->column_totals[i] = make_total (work, sums, wholes, -1, (int) i);
  if (cross->row_totals == NULL || cross->column_totals == NULL)
    return;
  cross->grand_total = g_new0 (PazCrossCell, 1);
  *cross->grand_total = make_total (work, sums, wholes, -1, -1);
}
