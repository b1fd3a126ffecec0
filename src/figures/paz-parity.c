#include "paz-figures-private.h"

#include "base/paz-date.h"

#include <math.h>

/* Below this many people one more or one less changes the picture. */
#define SMALL_BASE 10

/* The UN's monthly list: green meets or exceeds the target, yellow has at least 0.1 per cent women,
 * red has none (DOMAIN.md 5.1). Whole numbers, so that a share exactly on the target is green:
 * women / base >= target / 100, with the target to a thousandth of a point. */
PazSignal
paz_figures_judge (guint64 women,
                   guint64 base,
                   double  target)
{
  if (base == 0 || isnan (target))
    return PAZ_SIGNAL_NONE;
  if (women * 100 * 1000 >= base * (guint64) llround (target * 1000))
    return PAZ_SIGNAL_GREEN;
  if (women * 1000 >= base)
    return PAZ_SIGNAL_YELLOW;

  return PAZ_SIGNAL_RED;
}

static PazParity *
parity_new (PazFigures *self,
            guint       year,
            const char *category,
            const char *contributor,
            guint64     women,
            guint64     base,
            guint64     untold)
{
  PazParity *parity = g_new0 (PazParity, 1);
  const PazTarget *target = paz_figures_find_target (self, year, category);

  parity->category = category;
  parity->contributor = contributor;
  parity->women = women;
  parity->base = base;
  parity->untold = untold;
  parity->percent = base > 0 && untold == 0 ? 100.0 * (double) women / (double) base : NAN;
  parity->target = target != NULL ? target->percent : NAN;
  parity->target_derived = target != NULL && target->derived;
  parity->small_base = base < SMALL_BASE;
  parity->signal = untold == 0 ? paz_figures_judge (women, base, parity->target) : PAZ_SIGNAL_NONE;

  return parity;
}

GPtrArray *
paz_figures_parity (PazFigures             *self,
                    guint16                 month,
                    const PazFiguresFilter *filter)
{
  const PazKey keys[] = { PAZ_KEY_CATEGORY, PAZ_KEY_CONTRIBUTOR };
  PazFiguresFilter of_month = filter != NULL ? *filter : (PazFiguresFilter) { 0 };
  g_autoptr (PazPivot) pivot = NULL;
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  guint year = paz_month_get_year (month);
  guint64 women = 0, base = 0, untold = 0;

  g_return_val_if_fail (self != NULL && month != 0, list);

  if (!paz_figures_tells_sexes (self, month))
    return list;
  of_month.from = of_month.to = month;
  pivot = paz_figures_pivot (self, keys, G_N_ELEMENTS (keys), &of_month);

  for (guint i = 0; i < paz_pivot_get_n_rows (pivot); i++)
    {
      const PazFigure *row = paz_pivot_get_row (pivot, i);
      gboolean last = i + 1 == paz_pivot_get_n_rows (pivot)
                      || paz_pivot_get_row (pivot, i + 1)->keys[0] != row->keys[0];

      g_ptr_array_add (list, parity_new (self, year, row->keys[0], row->keys[1],
                                         row->female, PAZ_FIGURE_TOTAL (row), row->untold));
      women += row->female;
      base += PAZ_FIGURE_TOTAL (row);
      untold += row->untold;
      if (last)
        {
          g_ptr_array_add (list, parity_new (self, year, row->keys[0], NULL, women, base, untold));
          women = base = untold = 0;
        }
    }

  return list;
}
