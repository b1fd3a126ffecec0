/* The rows of a cross table by value. */
#include "paz-cross-private.h"

#include <math.h>
#include <string.h>

/* What a row is ordered by: its total, where it has none its last column that is known. */
static double
get_value (const PazCross *self,
           guint           row)
{
  if (self->row_totals != NULL && self->row_totals[row].known)
    return self->row_totals[row].value;
  for (guint j = self->columns->len; j-- > 0;)
    {
      const PazCrossCell *cell = paz_cross_get (self, row, j);

      if (cell->known && !isnan (cell->value))
        return cell->value;
    }

  return NAN;
}

/* Not known comes last; equal values stay by name. A rank is best when it is least. */
static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      data)
{
  const PazCross *self = data;
  guint first = *(const guint *) a, second = *(const guint *) b;
  double one = get_value (self, first), other = get_value (self, second);
  int sign = paz_ask_is_rank (self->choice->ask) ? 1 : -1;

  if (isnan (one) || isnan (other))
    return isnan (one) != isnan (other) ? (isnan (one) ? 1 : -1) : (int) first - (int) second;
  if (one != other)
    return one > other ? sign : -sign;

  return (int) first - (int) second;
}

static void
permute (PazCrossCell *cells,
         guint         width,
         const guint  *order,
         guint         n)
{
  gsize row = width * sizeof (PazCrossCell);
  g_autofree PazCrossCell *old = g_memdup2 (cells, row * n);

  for (guint i = 0; i < n; i++)
    memcpy (cells + (gsize) i * width, old + (gsize) order[i] * width, row);
}

void
paz_cross_order (PazCross *self)
{
  guint n = self->rows->len;
  g_autofree guint *order = NULL;
  g_autofree gpointer *heads = NULL;

  if (!self->choice->by_value || PAZ_AXIS_IS_TIME (self->choice->rows) || n < 2 || self->cells == NULL)
    return;
  order = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n, sizeof (guint), compare_cb, self);
  heads = g_memdup2 (self->rows->pdata, n * sizeof (gpointer));
  for (guint i = 0; i < n; i++)
    self->rows->pdata[i] = heads[order[i]];
  permute (self->cells, self->columns->len, order, n);
  if (self->row_totals != NULL)
    permute (self->row_totals, 1, order, n);
}
