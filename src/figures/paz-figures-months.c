/* The months of the facts: where each begins, and what its files tell. */
#include "paz-figures-private.h"

#include "base/paz-date.h"

/* A data set that does not say what it covers covers the world when it goes beyond the region. */
#define SCOPE_NOT_SAID (1 << 3)

static void
find_months (PazFigures *self)
{
  guint32 n_rows = paz_fact_table_get_n_rows (self->facts);
  const guint16 *months = paz_fact_table_get_months (self->facts);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint16));
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < n_rows; i++)
    if (i == 0 || months[i] != months[i - 1])
      {
        g_array_append_val (found, months[i]);
        g_array_append_val (rows, i);
      }
  g_array_append_val (rows, n_rows);

  self->n_months = found->len;
  self->months = (guint16 *) g_array_free (g_steal_pointer (&found), FALSE);
  self->month_rows = (guint32 *) g_array_free (g_steal_pointer (&rows), FALSE);
  self->month_names = g_malloc0_n (self->n_months + 1, sizeof *self->month_names);
  for (guint i = 0; i < self->n_months; i++)
    paz_month_format (self->months[i], self->month_names[i]);
}

/* What one row of each data set says of its month. */
static guint8 *
mark_sets (PazFigures *self)
{
  guint8 *marks = g_new0 (guint8, self->data_sets->len + 1);

  self->untold_sets = g_new0 (guint8, self->data_sets->len + 1);
  for (guint i = 0; i < self->data_sets->len; i++)
    {
      PazRecord *set = self->data_sets->pdata[i];

      self->untold_sets[i] = g_strcmp0 (paz_record_get_text (set, "sexes"), "together") == 0;
      marks[i] = self->untold_sets[i] ? PAZ_MONTH_HAS_UNTOLD : PAZ_MONTH_HAS_TOLD;
      if (paz_record_get_text (set, "scope") == NULL)
        marks[i] |= SCOPE_NOT_SAID;
      else if (g_str_equal (paz_record_get_text (set, "scope"), "world"))
        marks[i] |= PAZ_MONTH_IS_WORLD;
    }

  return marks;
}

static guint8 *
mark_states (PazFigures *self)
{
  guint n = paz_fact_table_get_n_keys (self->facts, PAZ_DIMENSION_CONTRIBUTOR);
  guint8 *is_state = g_new0 (guint8, n + 1);

  for (guint i = 0; i < n; i++)
    is_state[i] = paz_figures_is_region (self, paz_fact_table_get_key (self->facts, PAZ_DIMENSION_CONTRIBUTOR, (guint16) i));

  return is_state;
}

static gboolean
goes_beyond_region (PazFigures   *self,
                    guint         month,
                    const guint8 *is_state)
{
  const guint16 *contributors = paz_fact_table_get_contributors (self->facts);

  for (guint32 row = self->month_rows[month]; row < self->month_rows[month + 1]; row++)
    if (!is_state[contributors[row]])
      return TRUE;

  return FALSE;
}

void
paz_figures_index_months (PazFigures *self)
{
  const guint16 *sets = paz_fact_table_get_sets (self->facts);
  g_autofree guint8 *marks = NULL;
  g_autofree guint8 *is_state = mark_states (self);

  find_months (self);
  marks = mark_sets (self);
  self->month_marks = g_new0 (guint8, self->n_months + 1);
  for (guint i = 0; i < self->n_months; i++)
    {
      guint8 mark = 0;

      for (guint32 row = self->month_rows[i]; row < self->month_rows[i + 1]; row++)
        mark |= marks[sets[row]];
      if ((mark & SCOPE_NOT_SAID) != 0 && goes_beyond_region (self, i, is_state))
        mark |= PAZ_MONTH_IS_WORLD;
      self->month_marks[i] = mark;
    }
}

int
paz_figures_find_month (PazFigures *self,
                        guint16     month)
{
  guint first = 0, last = self->n_months;

  while (first < last)
    {
      guint middle = (first + last) / 2;

      if (self->months[middle] == month)
        return (int) middle;
      if (self->months[middle] < month)
        first = middle + 1;
      else
        last = middle;
    }

  return -1;
}

gboolean
paz_figures_tells_sexes (PazFigures *self,
                         guint16     month)
{
  int position;

  g_return_val_if_fail (self != NULL, FALSE);

  position = paz_figures_find_month (self, month);

  return position < 0 || (self->month_marks[position] & PAZ_MONTH_HAS_TOLD) != 0;
}

gboolean
paz_figures_covers_world (PazFigures *self,
                          guint16     month)
{
  int position;

  g_return_val_if_fail (self != NULL, FALSE);

  position = paz_figures_find_month (self, month);

  return position >= 0 && (self->month_marks[position] & PAZ_MONTH_IS_WORLD) != 0;
}
