#include "paz-facts-segment.h"

#include <string.h>

/* ---- one column ---- */

static guint8
get_width (guint32 range)
{
  if (range == 0)
    return 0;
  if (range <= G_MAXUINT8)
    return 1;

  return range <= G_MAXUINT16 ? 2 : 4;
}

static void
put_u32 (guint8  *bytes,
         guint32  value)
{
  for (int i = 0; i < 4; i++)
    bytes[i] = (guint8) (value >> 8 * i);
}

static guint32
get_u32 (const guint8 *bytes)
{
  return bytes[0] | bytes[1] << 8 | bytes[2] << 16 | (guint32) bytes[3] << 24;
}

static guint8 *
pack_column (const guint32 *values,
             guint32        n,
             guint8        *bytes)
{
  guint32 least = values[0];
  guint32 most = values[0];
  guint8 width;

  for (guint32 i = 1; i < n; i++)
    {
      least = MIN (least, values[i]);
      most = MAX (most, values[i]);
    }
  width = get_width (most - least);
  put_u32 (bytes, least);
  bytes[4] = width;
  bytes += 5;

  if (width == 1)
    for (guint32 i = 0; i < n; i++)
      bytes[i] = (guint8) (values[i] - least);
  else if (width == 2)
    for (guint32 i = 0; i < n; i++)
      {
        bytes[2 * i] = (guint8) (values[i] - least);
        bytes[2 * i + 1] = (guint8) ((values[i] - least) >> 8);
      }
  else if (width == 4)
    for (guint32 i = 0; i < n; i++)
      put_u32 (bytes + 4 * i, values[i] - least);

  return bytes + (gsize) width * n;
}

/* NULL when it does not fit before the end. */
static const guint8 *
unpack_column (const guint8 *bytes,
               const guint8 *end,
               guint32       n,
               guint32      *values)
{
  guint32 least;
  guint8 width;

  if (end - bytes < 5)
    return NULL;
  least = get_u32 (bytes);
  width = bytes[4];
  bytes += 5;
  if (width == 3 || width > 4 || (guint64) (end - bytes) < (guint64) width * n)
    return NULL;

  if (width == 0)
    for (guint32 i = 0; i < n; i++)
      values[i] = least;
  else if (width == 1)
    for (guint32 i = 0; i < n; i++)
      values[i] = least + bytes[i];
  else if (width == 2)
    for (guint32 i = 0; i < n; i++)
      values[i] = least + (guint32) (bytes[2 * i] | bytes[2 * i + 1] << 8);
  else
    for (guint32 i = 0; i < n; i++)
      values[i] = least + get_u32 (bytes + 4 * i);

  return bytes + (gsize) width * n;
}

/* ---- columns of a table ---- */

#define WIDEN(column)                         \
  G_STMT_START {                              \
    for (guint32 i_ = 0; i_ < n; i_++)        \
      values[i_] = (column)[first + i_];      \
    bytes = pack_column (values, n, bytes);   \
  } G_STMT_END

#define WIDEN_CODES(column, dimension)                      \
  G_STMT_START {                                            \
    for (guint32 i_ = 0; i_ < n; i_++)                      \
      values[i_] = codes[dimension][(column)[first + i_]];  \
    bytes = pack_column (values, n, bytes);                 \
  } G_STMT_END

gsize
paz_segment_pack (PazFactTable *facts,
                  guint32       first,
                  guint32       n,
                  guint16      *codes[PAZ_N_DIMENSIONS],
                  guint32      *values,
                  guint8       *bytes)
{
  const guint8 *start = bytes;

  g_assert (n > 0 && n <= PAZ_SEGMENT_ROWS);

  WIDEN (facts->months);
  WIDEN_CODES (facts->contributors, PAZ_DIMENSION_CONTRIBUTOR);
  WIDEN_CODES (facts->missions, PAZ_DIMENSION_MISSION);
  WIDEN_CODES (facts->types, PAZ_DIMENSION_TYPE);
  WIDEN (facts->female);
  WIDEN (facts->male);
  WIDEN (facts->rows);

  return bytes - start;
}

#define NARROW(column, type, max)                          \
  G_STMT_START {                                           \
    guint32 most_ = 0;                                     \
                                                           \
    bytes = unpack_column (bytes, end, n, values);         \
    if (bytes == NULL)                                     \
      return FALSE;                                        \
    for (guint32 i_ = 0; i_ < n; i_++)                     \
      {                                                    \
        most_ = MAX (most_, values[i_]);                   \
        (column)[first + i_] = (type) values[i_];          \
      }                                                    \
    if (most_ > (max))                                     \
      return FALSE;                                        \
  } G_STMT_END

gboolean
paz_segment_unpack (const guint8 *bytes,
                    gsize         length,
                    guint32       n,
                    guint32      *values,
                    PazFactTable *facts)
{
  const guint8 *end = bytes + length;
  guint32 first = facts->n_rows;

  paz_fact_table_reserve (facts, n);
  NARROW (facts->months, guint16, G_MAXUINT16);
  NARROW (facts->contributors, guint16, G_MAXUINT16);
  NARROW (facts->missions, guint16, G_MAXUINT16);
  NARROW (facts->types, guint8, G_MAXUINT8);
  NARROW (facts->female, guint32, G_MAXUINT32);
  NARROW (facts->male, guint32, G_MAXUINT32);
  NARROW (facts->rows, guint32, G_MAXUINT32);
  memset (facts->sets + first, 0, n * sizeof *facts->sets);
  facts->n_rows += n;

  return bytes == end;
}

gint64
paz_segment_sum (const guint8 *bytes,
                 gsize         length)
{
  guint64 a = 1;
  guint64 b = 0;
  gsize i = 0;

  for (; i + 4 <= length; i += 4)
    {
      a += get_u32 (bytes + i);
      b += a;
    }
  for (; i < length; i++)
    {
      a += bytes[i];
      b += a;
    }

  return (gint64) (b ^ (a << 32));
}
