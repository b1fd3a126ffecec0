#include "paz-fact-order.h"

#include "paz-fact-sort.h"
#include "paz-fact-table-private.h"

PazFactOrder *
paz_fact_order_new (void)
{
  return g_new0 (PazFactOrder, 1);
}

PazFactOrder *
paz_fact_order_copy (const PazFactOrder *self,
                     PazFactTable       *table)
{
  PazFactOrder *copy = g_memdup2 (self, sizeof *self);

  for (int i = 0; i < PAZ_N_DIMENSIONS; i++)
    {
      copy->keys[i] = g_strdupv (self->keys[i]);
      copy->ranks[i] = g_memdup2 (self->ranks[i], paz_fact_table_get_n_keys (table, (PazDimension) i)
                                                  * sizeof **self->ranks);
    }

  return copy;
}

void
paz_fact_order_free (PazFactOrder *self)
{
  for (int i = 0; i < PAZ_N_DIMENSIONS; i++)
    {
      g_strfreev (self->keys[i]);
      g_free (self->ranks[i]);
    }
  g_free (self);
}

static gboolean
is_filtering (const PazFactOrder *self)
{
  for (int i = 0; i < PAZ_N_DIMENSIONS; i++)
    if (self->keys[i] != NULL)
      return TRUE;

  return self->from != 0 || self->to != 0;
}

gboolean
paz_fact_order_is_plain (const PazFactOrder *self)
{
  return self->column == PAZ_FACT_MONTH && !self->descending && !is_filtering (self);
}

/* ---- filter ---- */

/* By code: shown or not. */
static guint8 *
make_mask (const PazFactOrder *self,
           PazFactTable       *table,
           PazDimension        dimension)
{
  guint8 *mask = g_new0 (guint8, paz_fact_table_get_n_keys (table, dimension) + 1);
  char **keys = self->keys[dimension];

  if (keys == NULL)
    memset (mask, 1, paz_fact_table_get_n_keys (table, dimension));
  for (int i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      int code = paz_fact_table_find_key (table, dimension, keys[i]);

      if (code >= 0)
        mask[code] = 1;
    }

  return mask;
}

static guint32
filter (const PazFactOrder *self,
        PazFactTable       *table,
        guint32            *rows)
{
  g_autofree guint8 *contributors = make_mask (self, table, PAZ_DIMENSION_CONTRIBUTOR);
  g_autofree guint8 *missions = make_mask (self, table, PAZ_DIMENSION_MISSION);
  g_autofree guint8 *types = make_mask (self, table, PAZ_DIMENSION_TYPE);
  guint16 to = self->to != 0 ? self->to : G_MAXUINT16;
  guint32 n = 0;

  for (guint32 i = 0; i < table->n_rows; i++)
    {
      rows[n] = i;
      n += table->months[i] >= self->from && table->months[i] <= to
           && contributors[table->contributors[i]] && missions[table->missions[i]]
           && types[table->types[i]];
    }

  return n;
}

/* ---- order ---- */

static guint16
get_rank (const PazFactOrder *self,
          PazDimension        dimension,
          guint16             code)
{
  return self->ranks[dimension] != NULL ? self->ranks[dimension][code] : code;
}

static guint64
get_key (const PazFactOrder *self,
         PazFactTable       *table,
         guint32             row)
{
  switch (self->column)
    {
    case PAZ_FACT_MONTH:
      return table->months[row];
    case PAZ_FACT_CONTRIBUTOR:
      return get_rank (self, PAZ_DIMENSION_CONTRIBUTOR, table->contributors[row]);
    case PAZ_FACT_MISSION:
      return get_rank (self, PAZ_DIMENSION_MISSION, table->missions[row]);
    case PAZ_FACT_TYPE:
      return get_rank (self, PAZ_DIMENSION_TYPE, table->types[row]);
    case PAZ_FACT_FEMALE:
      return table->female[row];
    case PAZ_FACT_MALE:
      return table->male[row];
    case PAZ_FACT_TOTAL:
      return (guint64) table->female[row] + table->male[row];
    case PAZ_FACT_DATA_SET:
      return table->sets[row];
    case PAZ_FACT_SOURCE_ROW:
      return table->rows[row];
    }

  g_return_val_if_reached (0);
}

/* Key above, place below: one number is sorted, and equal keys stay as they were. */
static void
sort (const PazFactOrder *self,
      PazFactTable       *table,
      guint32            *rows,
      guint32             n)
{
  g_autofree guint64 *words = g_new (guint64, n);
  guint index_bits = g_bit_storage (table->n_rows);
  guint64 most = 0;

  for (guint32 i = 0; i < n; i++)
    {
      words[i] = get_key (self, table, rows[i]);
      most = MAX (most, words[i]);
    }
  for (guint32 i = 0; i < n; i++)
    words[i] = (self->descending ? most - words[i] : words[i]) << index_bits | rows[i];

  paz_sort_words (words, n, index_bits, g_bit_storage (most));
  for (guint32 i = 0; i < n; i++)
    rows[i] = (guint32) (words[i] & ((G_GUINT64_CONSTANT (1) << index_bits) - 1));
}

guint32 *
paz_fact_order_apply (const PazFactOrder *self,
                      PazFactTable       *table,
                      guint32            *n,
                      GCancellable       *cancellable)
{
  g_autofree guint32 *rows = g_new (guint32, MAX (table->n_rows, 1));

  *n = filter (self, table, rows);
  if (g_cancellable_is_cancelled (cancellable))
    return NULL;
  if (self->column != PAZ_FACT_MONTH || self->descending)
    sort (self, table, rows, *n);
  if (g_cancellable_is_cancelled (cancellable))
    return NULL;

  return g_renew (guint32, g_steal_pointer (&rows), MAX (*n, 1));
}
