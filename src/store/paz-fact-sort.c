#include "paz-fact-sort.h"

/* 2,048 counters fit the first-level cache; 11 bits a pass is three passes for the usual key. */
#define DIGIT_BITS 11
#define N_DIGITS   (1 << DIGIT_BITS)

static guint
get_digit (guint64 key,
           guint   shift)
{
  return (key >> shift) & (N_DIGITS - 1);
}

/* FALSE when all keys have the same digit, so that nothing would move. */
static gboolean
find_places (const PazSortItem *items,
             guint32            n,
             guint              shift,
             guint32            places[N_DIGITS])
{
  guint32 sum = 0;

  memset (places, 0, N_DIGITS * sizeof *places);
  for (guint32 i = 0; i < n; i++)
    places[get_digit (items[i].key, shift)]++;
  if (places[get_digit (items[0].key, shift)] == n)
    return FALSE;

  for (guint i = 0; i < N_DIGITS; i++)
    {
      guint32 count = places[i];

      places[i] = sum;
      sum += count;
    }

  return TRUE;
}

void
paz_sort_items (PazSortItem *items,
                guint32      n,
                guint        n_bits)
{
  g_autofree PazSortItem *other = NULL;
  guint32 places[N_DIGITS];
  PazSortItem *from = items;
  PazSortItem *to;

  if (n < 2)
    return;

  to = other = g_new (PazSortItem, n);
  for (guint shift = 0; shift < n_bits; shift += DIGIT_BITS)
    {
      PazSortItem *swap = from;

      if (!find_places (from, n, shift, places))
        continue;
      for (guint32 i = 0; i < n; i++)
        to[places[get_digit (from[i].key, shift)]++] = from[i];
      from = to;
      to = swap;
    }

  if (from != items)
    memcpy (items, from, n * sizeof *items);
}
