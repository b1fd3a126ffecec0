/* A cross table: what is asked, over which months, and who has reported. */
#include "paz-cross-private.h"
#include "paz-figures-private.h"

#include "base/paz-date.h"

static void
head_free (PazCrossHead *head)
{
  g_free (head->key);
  g_free (head->name);
  g_free (head);
}

void
paz_cross_free (PazCross *self)
{
  paz_figures_choice_free (self->choice);
  paz_catalogue_unref (self->catalogue);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->columns);
  g_array_unref (self->gaps);
  g_free (self->cells);
  g_free (self->row_totals);
  g_free (self->column_totals);
  g_free (self->grand_total);
  g_free (self->title);
  g_free (self->headline);
  g_free (self->coverage);
  g_free (self);
}

const PazCrossCell *
paz_cross_get (const PazCross *self,
               guint           row,
               guint           column)
{
  return &self->cells[row * self->columns->len + column];
}

/* ---- months ---- */

static void
note_gaps (PazCross *cross,
           PazPivot *months)
{
  guint16 before = 0;

  for (guint i = 0; i < paz_pivot_get_n_rows (months); i++)
    {
      guint16 month = paz_pivot_get_row (months, i)->month;

      for (guint16 gap = before + 1; before != 0 && gap < month; gap++)
        g_array_append_val (cross->gaps, gap);
      before = month;
    }
}

/* A year shows its last month with figures; person-months add up all of them. */
static void
choose_year_ends (PazCrossWork *work,
                  PazPivot     *months)
{
  guint n = paz_pivot_get_n_rows (months);

  if ((work->rows.axis != PAZ_AXIS_YEAR && work->columns.axis != PAZ_AXIS_YEAR) ||
      work->cross->choice->ask == PAZ_ASK_PERSON_MONTHS)
    return;
  work->wanted = g_new0 (guint8, paz_figures_get_n_codes (work->figures, PAZ_KEY_MONTH) + 1);
  for (guint i = 0; i < n; i++)
    {
      const PazFigure *figure = paz_pivot_get_row (months, i);
      const PazFigure *next = i + 1 < n ? paz_pivot_get_row (months, i + 1) : NULL;

      work->wanted[figure->codes[0]] = next == NULL || paz_month_get_year (next->month) != paz_month_get_year (figure->month);
    }
}

/* Months of those who are meant; without an axis of time the last of them speaks alone, since month
 * ends do not add up to people. */
static void
resolve_months (PazCrossWork *work)
{
  static const PazKey keys[] = { PAZ_KEY_MONTH };
  PazCross *cross = work->cross;
  const PazFiguresChoice *choice = cross->choice;
  PazFiguresFilter filter = { .from = choice->from, .to = choice->to, .contributors = work->filter.contributors };
  g_autoptr (PazPivot) months = paz_figures_pivot (work->figures, keys, 1, &filter);
  guint n = paz_pivot_get_n_rows (months);

  if (n == 0)
    return;
  cross->from = paz_pivot_get_row (months, 0)->month;
  cross->to = paz_pivot_get_row (months, n - 1)->month;
  if (PAZ_AXIS_IS_TIME (choice->rows) || PAZ_AXIS_IS_TIME (choice->columns) || choice->ask == PAZ_ASK_PERSON_MONTHS)
    note_gaps (cross, months);
  else
    cross->from = cross->to;
  work->filter.from = cross->from;
  work->filter.to = cross->to;
  choose_year_ends (work, months);
}

/* ---- what it says ---- */

static void
count_reported (PazCrossWork       *work,
                const char * const *codes)
{
  static const PazKey keys[] = { PAZ_KEY_CONTRIBUTOR };
  PazCross *cross = work->cross;
  const PazFiguresFilter filter = { .from = cross->to, .to = cross->to, .contributors = codes };
  const PazFiguresFilter region = { .from = cross->to, .to = cross->to, .region_only = TRUE };
  g_autoptr (PazPivot) present = NULL;
  g_autoptr (PazPivot) others = NULL;
  PazCrossSum people = { 0 };
  guint rank = 1;

  cross->n_expected = codes != NULL ? g_strv_length ((char **) codes) : 0;
  if (cross->to != 0)
    {
      present = paz_figures_pivot (work->figures, keys, 1, &filter);
      others = paz_figures_pivot (work->figures, keys, 1, &region);
    }
  for (guint i = 0; present != NULL && i < paz_pivot_get_n_rows (present); i++)
    {
      const PazFigure *figure = paz_pivot_get_row (present, i);

      people.female += figure->female;
      people.male += figure->male;
      people.untold += figure->untold;
      cross->n_reported++;
    }
  for (guint i = 0; others != NULL && i < paz_pivot_get_n_rows (others); i++)
    rank += PAZ_FIGURE_TOTAL (paz_pivot_get_row (others, i)) > PAZ_FIGURE_TOTAL (&people);
  paz_cross_say (cross, work->figures, &people, rank);
}

/* A rank needs somebody to rank, one axis is not said twice. */
static void
make_possible (PazFiguresChoice *choice)
{
  if (choice->rows == PAZ_AXIS_NONE && choice->columns != PAZ_AXIS_NONE)
    {
      choice->rows = choice->columns;
      choice->columns = PAZ_AXIS_NONE;
    }
  if (choice->columns == choice->rows)
    choice->columns = PAZ_AXIS_NONE;
  if (!paz_ask_is_rank (choice->ask) || choice->rows == PAZ_AXIS_CONTRIBUTOR ||
      choice->columns == PAZ_AXIS_CONTRIBUTOR)
    return;
  choice->columns = PAZ_AXIS_CONTRIBUTOR;
}

/* ---- the answer ---- */

static void
compute (PazCrossWork *work)
{
  PazCrossPart part;
  g_autofree PazCrossSum *sums = NULL;
  g_autofree PazCrossSum *wholes = NULL;

  paz_cross_ask (work, &work->filter, FALSE, &part);
  paz_cross_make_heads (work, &part);
  sums = paz_cross_sum (work, &part);
  wholes = paz_cross_sum_wholes (work);
  paz_cross_fill_cells (work, sums, wholes);
  paz_cross_fill_totals (work, sums, wholes);
  paz_cross_fill_targets (work);
  if (paz_ask_is_rank (work->cross->choice->ask))
    paz_cross_fill_ranks (work);
  paz_pivot_free (part.pivot);
}

PazCross *
paz_cross_new (PazFigures             *figures,
               const PazFiguresChoice *choice,
               const char * const     *signatories,
               PazCatalogue           *catalogue)
{
  PazCross *self = g_new0 (PazCross, 1);
  g_auto (GStrv) codes = paz_cross_list_codes (figures, choice, signatories);
  PazCrossWork work = { .figures = figures, .cross = self };

  self->choice = paz_figures_choice_copy (choice);
  self->catalogue = paz_catalogue_ref (catalogue);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) head_free);
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) head_free);
  self->gaps = g_array_new (FALSE, FALSE, sizeof (guint16));
  make_possible (self->choice);
  work.rows = (PazCrossAxis) { self->choice->rows, self->rows, NULL };
  work.columns = (PazCrossAxis) { self->choice->columns, self->columns, NULL };
  work.filter.contributors = (const char * const *) codes;
  work.filter.missions = (const char * const *) choice->missions;
  work.filter.types = (const char * const *) choice->types;
  resolve_months (&work);
  if (self->to != 0)
    compute (&work);
  paz_cross_order (self);
  count_reported (&work, (const char * const *) codes);
  g_free (work.rows.places);
  g_free (work.columns.places);
  g_free (work.wanted);

  return self;
}
