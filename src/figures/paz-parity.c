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

/* The personnel types of the wider category; NULL where the filter leaves one with figures out. */
static char **
list_types (PazFigures             *self,
            const char             *wider,
            const PazFiguresFilter *filter)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) types = NULL;
  guint n;
  const PazPersonnelType *all = paz_personnel_list_types (&n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (all[i].wider, wider) == 0
        && (filter == NULL || filter->types == NULL || g_strv_contains (filter->types, all[i].code)))
      g_strv_builder_add (builder, all[i].code);
  types = g_strv_builder_end (builder);

  return g_strcmp0 (paz_figures_find_wider (self, (const char * const *) types), wider) == 0
           ? g_steal_pointer (&types) : NULL;
}

static PazParity *
sum_wider (PazFigures             *self,
           guint16                 month,
           const char             *wider,
           const PazFiguresFilter *filter)
{
  g_auto (GStrv) types = list_types (self, wider, filter);
  PazFiguresFilter of_types = filter != NULL ? *filter : (PazFiguresFilter) { 0 };
  g_autoptr (PazPivot) pivot = NULL;
  const PazFigure *sum;

  if (types == NULL)
    return NULL;
  of_types.from = of_types.to = month;
  of_types.types = (const char * const *) types;
  pivot = paz_figures_pivot (self, NULL, 0, &of_types);
  if (paz_pivot_get_n_rows (pivot) == 0)
    return NULL;
  sum = paz_pivot_get_row (pivot, 0);

  return parity_new (self, paz_month_get_year (month), wider, NULL,
                     sum->female, PAZ_FIGURE_TOTAL (sum), sum->untold);
}

GPtrArray *
paz_figures_parity_wider (PazFigures             *self,
                          guint16                 month,
                          const PazFiguresFilter *filter)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  guint n;
  const PazPersonnelCategory *wider = paz_personnel_list_wider (&n);

  g_return_val_if_fail (self != NULL && month != 0, list);

  for (guint i = 0; i < n && paz_figures_tells_sexes (self, month); i++)
    {
      PazParity *parity = paz_figures_find_target (self, paz_month_get_year (month), wider[i].code) != NULL
                            ? sum_wider (self, month, wider[i].code, filter) : NULL;

      if (parity != NULL)
        g_ptr_array_add (list, parity);
    }

  return list;
}
