#include "paz-fact-sort.h"

#include <string.h>

/* 4,096 counters fit the first-level cache; 12 bits a pass is two passes for the usual key. */
#define DIGIT_BITS 12
#define N_DIGITS   (1 << DIGIT_BITS)

static inline guint
get_digit (guint64 word,
           guint   shift)
{
  return (word >> shift) & (N_DIGITS - 1);
}

/* FALSE when all words have the same digit, so that nothing would move. */
static gboolean
find_places (const guint64 *words,
             guint32        n,
             guint          shift,
             guint32        places[N_DIGITS])
{
  guint32 sum = 0;

  memset (places, 0, N_DIGITS * sizeof *places);
  for (guint32 i = 0; i < n; i++)
    places[get_digit (words[i], shift)]++;
  if (places[get_digit (words[0], shift)] == n)
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
paz_sort_words (guint64 *words,
                guint32  n,
                guint    first_bit,
                guint    n_bits)
{
  g_autofree guint64 *other = NULL;
  guint32 places[N_DIGITS];
  guint64 *from = words;
  guint64 *to;

  if (n < 2)
    return;

  to = other = g_new (guint64, n);
  for (guint shift = first_bit; shift < first_bit + n_bits; shift += DIGIT_BITS)
    {
      guint64 *swap = from;

      if (!find_places (from, n, shift, places))
        continue;
      for (guint32 i = 0; i < n; i++)
        to[places[get_digit (from[i], shift)]++] = from[i];
      from = to;
      to = swap;
    }

  if (from != words)
    memcpy (words, from, n * sizeof *words);
}
