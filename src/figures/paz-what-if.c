/* Where a contributor stands at a month, as it is and with one unit more. */
#include "figures/paz-profile.h"
#include "paz-figures-private.h"

#include "base/paz-date.h"

#include <math.h>
#include <string.h>

void
paz_standing_free (PazStanding *self)
{
  g_clear_pointer (&self->goals, g_array_unref);
  g_free (self);
}

/* ---- ranks ---- */

typedef struct
{
  guint rank, of;
  gboolean tied;
  guint64 total;       /* of everybody */
} Place;

/* Rank = 1 + how many have more; the UN's way with ties (DOMAIN.md 3.4, trap 9). */
static Place
find_place (PazFigures *figures,
            const char *contributor,
            guint16     month,
            gboolean    region_only,
            guint64     own)
{
  const PazKey key = PAZ_KEY_CONTRIBUTOR;
  const PazFiguresFilter filter = { .from = month, .to = month, .region_only = region_only };
  g_autoptr (PazPivot) pivot = paz_figures_pivot (figures, &key, 1, &filter);
  Place place = { .rank = 1, .of = own > 0, .total = own };

  for (guint i = 0; i < paz_pivot_get_n_rows (pivot); i++)
    {
      const PazFigure *row = paz_pivot_get_row (pivot, i);
      guint64 total = PAZ_FIGURE_TOTAL (row);

      if (strcmp (row->keys[0], contributor) == 0 || total == 0)
        continue;
      place.total += total;
      place.of++;
      place.rank += total > own;
      place.tied = place.tied || total == own;
    }
  if (own == 0)
    place.rank = 0;

  return place;
}

static void
put_ranks (PazStanding *self,
           PazFigures  *figures,
           const char  *contributor,
           guint16      month)
{
  Place place;

  if (paz_figures_is_region (figures, contributor))
    {
      place = find_place (figures, contributor, month, TRUE, PAZ_STANDING_TOTAL (self));
      self->rank_region = place.rank;
      self->of_region = place.of;
      self->tied_region = place.tied;
      self->region_total = place.total;
    }
  if (!paz_figures_covers_world (figures, month))
    return;
  place = find_place (figures, contributor, month, FALSE, PAZ_STANDING_TOTAL (self));
  self->rank_world = place.rank;
  self->of_world = place.of;
  self->tied_world = place.tied;
  self->world_total = place.total;
}

/* ---- women against targets ---- */

/* Thousandths of a point, so that a share exactly on the target needs nobody. */
guint64
paz_goal_count_needed (guint64 women,
                       guint64 base,
                       double  target)
{
  guint64 wanted = isnan (target) ? 0 : (base * (guint64) llround (target * 1000) + 99999) / 100000;

  return wanted > women ? wanted - women : 0;
}

static void
settle_goal (PazGoal    *goal,
             PazFigures *figures,
             guint16     month)
{
  const PazTarget *target = paz_figures_find_target (figures, paz_month_get_year (month), goal->category);

  goal->target = target != NULL ? target->percent : NAN;
  goal->target_derived = target != NULL && target->derived;
  goal->needed = goal->untold == 0 ? paz_goal_count_needed (goal->women, goal->base, goal->target) : 0;
  goal->small_base = goal->base < 10;
  goal->signal = goal->untold == 0 ? paz_figures_judge (goal->women, goal->base, goal->target) : PAZ_SIGNAL_NONE;
}

static PazGoal *
ensure_goal (GArray     *goals,
             const char *category)
{
  PazGoal goal = { .category = category };

  for (guint i = 0; i < goals->len; i++)
    if (strcmp (g_array_index (goals, PazGoal, i).category, category) == 0)
      return &g_array_index (goals, PazGoal, i);
  g_array_append_val (goals, goal);

  return &g_array_index (goals, PazGoal, goals->len - 1);
}

static void
add_unit (PazStanding     *self,
          const PazWhatIf *unit)
{
  PazGoal *goal = ensure_goal (self->goals, paz_figures_get_category_code (paz_figures_get_category_rank (unit->type)));
  guint64 women = MIN (unit->women, unit->persons);

  goal->women += women;
  goal->base += unit->persons;
  self->women += women;
  self->men += unit->persons - women;
}

static PazStanding *
compute (PazFigures      *figures,
         const char      *contributor,
         guint16          month,
         const PazWhatIf *units,
         guint            n_units)
{
  const char *contributors[] = { contributor, NULL };
  const PazKey key = PAZ_KEY_CATEGORY;
  const PazFiguresFilter filter = { .from = month, .to = month, .contributors = contributors };
  g_autoptr (PazPivot) pivot = paz_figures_pivot (figures, &key, 1, &filter);
  PazStanding *self = g_new0 (PazStanding, 1);
  PazGoal *goal;

  self->goals = g_array_new (FALSE, TRUE, sizeof (PazGoal));
  for (guint i = 0; i < paz_pivot_get_n_rows (pivot); i++)
    {
      const PazFigure *row = paz_pivot_get_row (pivot, i);

      goal = ensure_goal (self->goals, row->keys[0]);
      goal->women += row->female;
      goal->base += PAZ_FIGURE_TOTAL (row);
      goal->untold += row->untold;
      self->untold += row->untold;
      self->women += row->female;
      self->men += row->male;
    }
  for (guint i = 0; i < n_units; i++)
    add_unit (self, &units[i]);
  for (guint i = 0; i < self->goals->len; i++)
    settle_goal (&g_array_index (self->goals, PazGoal, i), figures, month);
  put_ranks (self, figures, contributor, month);

  return self;
}

PazStanding *
paz_standing_compute (PazFigures *figures,
                      const char *contributor,
                      guint16     month)
{
  g_return_val_if_fail (figures != NULL && contributor != NULL, NULL);

  return compute (figures, contributor, month, NULL, 0);
}

PazStanding *
paz_what_if_compute (PazFigures      *figures,
                     const PazWhatIf *what_if)
{
  g_return_val_if_fail (figures != NULL && what_if != NULL && what_if->contributor != NULL, NULL);
  g_return_val_if_fail (what_if->type != NULL, NULL);

  return compute (figures, what_if->contributor, what_if->month, what_if, 1);
}

PazStanding *
paz_what_if_compute_units (PazFigures      *figures,
                           const char      *contributor,
                           guint16          month,
                           const PazWhatIf *units,
                           guint            n_units)
{
  g_return_val_if_fail (figures != NULL && contributor != NULL, NULL);

  return compute (figures, contributor, month, units, n_units);
}
