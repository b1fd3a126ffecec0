/* Rows in the order of their keys, each key once. */
#include "paz-fact-sort.h"
#include "paz-fact-table-private.h"

#include <stdlib.h>

/* How the four parts of a key share one number. */
typedef struct
{
  guint16 first_month;
  guint   contributor_shift;
  guint   mission_shift;
  guint   month_shift;
  guint   n_bits;
} KeyLayout;

static void
key_layout_init (KeyLayout    *layout,
                 PazFactTable *self)
{
  guint16 last = 0;

  layout->first_month = G_MAXUINT16;
  for (guint32 i = 0; i < self->n_rows; i++)
    {
      paz_fact_table_pass (self, i);
      layout->first_month = MIN (layout->first_month, self->months[i]);
      last = MAX (last, self->months[i]);
    }

  layout->mission_shift = g_bit_storage (self->dictionaries[PAZ_DIMENSION_TYPE].keys->len);
  layout->contributor_shift = layout->mission_shift
                              + g_bit_storage (self->dictionaries[PAZ_DIMENSION_MISSION].keys->len);
  layout->month_shift = layout->contributor_shift
                        + g_bit_storage (self->dictionaries[PAZ_DIMENSION_CONTRIBUTOR].keys->len);
  layout->n_bits = layout->month_shift + g_bit_storage (last - layout->first_month);
}

static inline guint64
make_key (const KeyLayout *layout,
          PazFactTable    *self,
          guint32          row)
{
  return (guint64) (self->months[row] - layout->first_month) << layout->month_shift
         | (guint64) self->contributors[row] << layout->contributor_shift
         | (guint64) self->missions[row] << layout->mission_shift
         | self->types[row];
}

static gboolean
is_sorted (const KeyLayout *layout,
           PazFactTable    *self)
{
  guint64 before = 0;

  for (guint32 i = 0; i < self->n_rows; i++)
    {
      guint64 key = make_key (layout, self, i);

      paz_fact_table_pass (self, i);
      if (key < before)
        return FALSE;
      before = key;
    }

  return TRUE;
}

static int
compare_rows_cb (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  guint32 one = *(const guint32 *) a;
  guint32 other = *(const guint32 *) b;
  const guint64 *keys = data;

  if (keys[one] != keys[other])
    return keys[one] < keys[other] ? -1 : 1;

  return one < other ? -1 : one > other;
}

/* Numbers of n rows in order, from 0; rows of one key stay in the order they were added. */
static guint32 *
find_order (PazFactTable    *self,
            const KeyLayout *layout,
            guint32          first,
            guint32          n)
{
  guint32 *order = g_new (guint32, n);
  g_autofree guint64 *keys = g_new (guint64, n);
  guint index_bits = g_bit_storage (n);

  for (guint32 i = 0; i < n; i++)
    {
      keys[i] = make_key (layout, self, first + i);
      order[i] = i;
    }
  /* Key and row share a word unless a table is larger than the world ever was. */
  if (layout->n_bits + index_bits > 64)
    {
      g_qsort_with_data (order, (int) n, sizeof *order, compare_rows_cb, keys);
      return order;
    }

  for (guint32 i = 0; i < n; i++)
    keys[i] = keys[i] << index_bits | i;
  paz_sort_words (keys, n, index_bits, layout->n_bits);
  for (guint32 i = 0; i < n; i++)
    order[i] = (guint32) (keys[i] & ((G_GUINT64_CONSTANT (1) << index_bits) - 1));

  return order;
}

#define PERMUTE(column)                             \
  G_STMT_START {                                    \
    for (guint32 i_ = 0; i_ < self->n_rows; i_++)   \
      self->column[i_] = old.column[order[i_]];     \
  } G_STMT_END

static void
sort_in_memory (PazFactTable    *self,
                const KeyLayout *layout)
{
  g_autofree guint32 *order = find_order (self, layout, 0, self->n_rows);
  PazFactTable old = *self;

  paz_fact_table_allocate (self, self->n_rows);
  PERMUTE (months);
  PERMUTE (contributors);
  PERMUTE (missions);
  PERMUTE (types);
  PERMUTE (female);
  PERMUTE (male);
  PERMUTE (rows);
  PERMUTE (sets);
  paz_fact_table_release (&old);
}

/* ---- kept aside: months first, then each for itself, so that one month is in memory ---- */

#define N_MONTHS (G_MAXUINT16 + 1)

static gboolean
are_months_sorted (PazFactTable *self)
{
  for (guint32 i = 1; i < self->n_rows; i++)
    {
      paz_fact_table_pass (self, i);
      if (self->months[i] < self->months[i - 1])
        return FALSE;
    }

  return TRUE;
}

static void
find_month_places (PazFactTable *self,
                   guint32      *places)
{
  guint32 sum = 0;

  for (guint32 i = 0; i < self->n_rows; i++)
    {
      paz_fact_table_pass (self, i);
      places[self->months[i]]++;
    }
  for (guint i = 0; i < N_MONTHS; i++)
    {
      guint32 count = places[i];

      places[i] = sum;
      sum += count;
    }
}

static void
copy_row (PazFactTable *to,
          guint32       row,
          PazFactTable *from,
          guint32       i)
{
  to->months[row] = from->months[i];
  to->contributors[row] = from->contributors[i];
  to->missions[row] = from->missions[i];
  to->types[row] = from->types[i];
  to->female[row] = from->female[i];
  to->male[row] = from->male[i];
  to->rows[row] = from->rows[i];
  to->sets[row] = from->sets[i];
}

static void
gather_months (PazFactTable *self)
{
  g_autofree guint32 *places = g_new0 (guint32, N_MONTHS);
  PazFactTable old = *self;

  find_month_places (self, places);
  paz_fact_table_allocate (self, self->n_rows);
  for (guint32 i = 0; i < old.n_rows; i++)
    {
      paz_fact_table_pass (&old, i);
      paz_fact_table_pass (self, i);
      copy_row (self, places[old.months[i]]++, &old, i);
    }
  paz_fact_table_release (&old);
}

#define PERMUTE_RANGE(column)                       \
  G_STMT_START {                                    \
    for (guint32 i_ = 0; i_ < n; i_++)              \
      values[i_] = self->column[first + order[i_]]; \
    for (guint32 i_ = 0; i_ < n; i_++)              \
      self->column[first + i_] = values[i_];        \
  } G_STMT_END

static void
sort_month (PazFactTable    *self,
            const KeyLayout *layout,
            guint32          first,
            guint32          n)
{
  g_autofree guint32 *order = find_order (self, layout, first, n);
  g_autofree guint32 *values = g_new (guint32, n);

  PERMUTE_RANGE (contributors);
  PERMUTE_RANGE (missions);
  PERMUTE_RANGE (types);
  PERMUTE_RANGE (female);
  PERMUTE_RANGE (male);
  PERMUTE_RANGE (rows);
  PERMUTE_RANGE (sets);
}

static void
sort_aside (PazFactTable    *self,
            const KeyLayout *layout)
{
  guint32 kept = 0;

  if (!are_months_sorted (self))
    gather_months (self);
  for (guint32 first = 0, n; first < self->n_rows; first += n)
    {
      for (n = 1; first + n < self->n_rows && self->months[first + n] == self->months[first]; n++)
        ;
      sort_month (self, layout, first, n);
      if (first + n - kept < PAZ_FACT_WINDOW)
        continue;
      paz_fact_table_let_go (self);
      kept = first + n;
    }
}

static guint
drop_duplicates (PazFactTable     *self,
                 const KeyLayout  *layout,
                 PazFactDuplicate  duplicate,
                 gpointer          data)
{
  guint32 n = 0;
  guint n_dropped;
  guint64 last = 0;

  for (guint32 i = 0; i < self->n_rows; i++)
    {
      guint64 key = make_key (layout, self, i);

      paz_fact_table_pass (self, i);
      if (n > 0 && key == last)
        {
          if (duplicate != NULL)
            duplicate (self->rows[n - 1], self->rows[i], data);
          continue;
        }
      if (n != i)
        paz_fact_table_move_row (self, n, i);
      last = key;
      n++;
    }

  n_dropped = self->n_rows - n;
  self->n_rows = n;
  return n_dropped;
}

guint
paz_fact_table_sort (PazFactTable     *self,
                     PazFactDuplicate  duplicate,
                     gpointer          data)
{
  KeyLayout layout;

  key_layout_init (&layout, self);
  if (!is_sorted (&layout, self))
    {
      if (self->aside != NULL)
        sort_aside (self, &layout);
      else
        sort_in_memory (self, &layout);
    }

  return drop_duplicates (self, &layout, duplicate, data);
}
