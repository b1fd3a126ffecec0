#include "paz-fact-sort.h"
#include "paz-fact-table-private.h"

#define MAX_KEY_LENGTH 255

static const guint max_keys[PAZ_N_DIMENSIONS] = {
  [PAZ_DIMENSION_CONTRIBUTOR] = G_MAXUINT16,
  [PAZ_DIMENSION_MISSION] = G_MAXUINT16,
  [PAZ_DIMENSION_TYPE] = G_MAXUINT8,
};

/* ---- columns ---- */

static void
resize_columns (PazFactTable *self,
                guint32       n)
{
  self->months = g_renew (guint16, self->months, n);
  self->contributors = g_renew (guint16, self->contributors, n);
  self->missions = g_renew (guint16, self->missions, n);
  self->types = g_renew (guint8, self->types, n);
  self->female = g_renew (guint32, self->female, n);
  self->male = g_renew (guint32, self->male, n);
  self->rows = g_renew (guint32, self->rows, n);
  self->sets = g_renew (guint16, self->sets, n);
  self->n_allocated = n;
}

void
paz_fact_table_reserve (PazFactTable *self,
                        guint32       n)
{
  guint64 wanted = (guint64) self->n_rows + n;

  g_assert (wanted <= G_MAXUINT32);

  if (wanted > self->n_allocated)
    resize_columns (self, (guint32) MIN (MAX (wanted, self->n_allocated * G_GUINT64_CONSTANT (2)),
                                         G_MAXUINT32));
}

static void
move_row (PazFactTable *self,
          guint32       to,
          guint32       from)
{
  self->months[to] = self->months[from];
  self->contributors[to] = self->contributors[from];
  self->missions[to] = self->missions[from];
  self->types[to] = self->types[from];
  self->female[to] = self->female[from];
  self->male[to] = self->male[from];
  self->rows[to] = self->rows[from];
  self->sets[to] = self->sets[from];
}

/* ---- dictionaries ---- */

static void
dictionary_init (PazFactDictionary *self)
{
  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->codes = g_hash_table_new (g_str_hash, g_str_equal);
}

static void
dictionary_clear (PazFactDictionary *self)
{
  g_clear_pointer (&self->codes, g_hash_table_unref);
  g_clear_pointer (&self->keys, g_ptr_array_unref);
}

static void
dictionary_put (PazFactDictionary *self,
                guint              code,
                char              *key)
{
  if (self->keys->len <= code)
    g_ptr_array_set_size (self->keys, code + 1);
  g_free (self->keys->pdata[code]);
  self->keys->pdata[code] = key;
  g_hash_table_insert (self->codes, key, GUINT_TO_POINTER (code + 1));
}

static guint
get_code (PazFactTable *self,
          PazDimension  dimension,
          guint32       row)
{
  switch (dimension)
    {
    case PAZ_DIMENSION_CONTRIBUTOR:
      return self->contributors[row];
    case PAZ_DIMENSION_MISSION:
      return self->missions[row];
    case PAZ_DIMENSION_TYPE:
      return self->types[row];
    }

  g_return_val_if_reached (0);
}

static void
set_code (PazFactTable *self,
          PazDimension  dimension,
          guint32       row,
          guint         code)
{
  switch (dimension)
    {
    case PAZ_DIMENSION_CONTRIBUTOR:
      self->contributors[row] = (guint16) code;
      return;
    case PAZ_DIMENSION_MISSION:
      self->missions[row] = (guint16) code;
      return;
    case PAZ_DIMENSION_TYPE:
      self->types[row] = (guint8) code;
      return;
    }
}

static int
compare_keys_cb (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* Keeps only keys that occur, in byte order: the order of codes is then the order of keys, the
 * same in every store, and nothing is left of what was withheld. */
static void
renumber (PazFactTable *self,
          PazDimension  dimension)
{
  PazFactDictionary *dictionary = &self->dictionaries[dimension];
  PazFactDictionary sorted;
  g_autofree guint16 *codes = g_new0 (guint16, dictionary->keys->len + 1);
  g_autoptr (GPtrArray) used = g_ptr_array_new ();

  for (guint32 i = 0; i < self->n_rows; i++)
    codes[get_code (self, dimension, i)] = 1;
  for (guint i = 0; i < dictionary->keys->len; i++)
    if (codes[i] != 0)
      g_ptr_array_add (used, dictionary->keys->pdata[i]);
  g_ptr_array_sort (used, compare_keys_cb);

  dictionary_init (&sorted);
  for (guint i = 0; i < used->len; i++)
    {
      codes[GPOINTER_TO_UINT (g_hash_table_lookup (dictionary->codes, used->pdata[i])) - 1] = (guint16) i;
      dictionary_put (&sorted, i, g_strdup (used->pdata[i]));
    }
  for (guint32 i = 0; i < self->n_rows; i++)
    set_code (self, dimension, i, codes[get_code (self, dimension, i)]);

  dictionary_clear (dictionary);
  *dictionary = sorted;
}

/* ---- order ---- */

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

      if (key < before)
        return FALSE;
      before = key;
    }

  return TRUE;
}

#define PERMUTE(type, column)                               \
  G_STMT_START {                                            \
    type *to_ = g_new (type, self->n_rows);                 \
    for (guint32 i_ = 0; i_ < self->n_rows; i_++)           \
      to_[i_] = self->column[items[i_].index];              \
    g_free (self->column);                                  \
    self->column = to_;                                     \
  } G_STMT_END

static void
sort_rows (PazFactTable    *self,
           const KeyLayout *layout)
{
  g_autofree PazSortItem *items = g_new (PazSortItem, self->n_rows);

  for (guint32 i = 0; i < self->n_rows; i++)
    items[i] = (PazSortItem) { make_key (layout, self, i), i };
  paz_sort_items (items, self->n_rows, layout->n_bits);

  PERMUTE (guint16, months);
  PERMUTE (guint16, contributors);
  PERMUTE (guint16, missions);
  PERMUTE (guint8, types);
  PERMUTE (guint32, female);
  PERMUTE (guint32, male);
  PERMUTE (guint32, rows);
  PERMUTE (guint16, sets);
  self->n_allocated = self->n_rows;
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

      if (n > 0 && key == last)
        {
          if (duplicate != NULL)
            duplicate (self->rows[n - 1], self->rows[i], data);
          continue;
        }
      if (n != i)
        move_row (self, n, i);
      last = key;
      n++;
    }

  n_dropped = self->n_rows - n;
  self->n_rows = n;
  return n_dropped;
}

/* ---- public ---- */

PazFactTable *
paz_fact_table_new (void)
{
  PazFactTable *self = g_new0 (PazFactTable, 1);

  g_atomic_ref_count_init (&self->ref_count);
  for (int i = 0; i < PAZ_N_DIMENSIONS; i++)
    dictionary_init (&self->dictionaries[i]);

  return self;
}

PazFactTable *
paz_fact_table_ref (PazFactTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
paz_fact_table_unref (PazFactTable *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (int i = 0; i < PAZ_N_DIMENSIONS; i++)
    dictionary_clear (&self->dictionaries[i]);
  g_free (self->months);
  g_free (self->contributors);
  g_free (self->missions);
  g_free (self->types);
  g_free (self->female);
  g_free (self->male);
  g_free (self->rows);
  g_free (self->sets);
  g_free (self);
}

guint16
paz_fact_table_code (PazFactTable *self,
                     PazDimension  dimension,
                     const char   *key)
{
  PazFactDictionary *dictionary;
  guint code;

  g_return_val_if_fail (self != NULL && !self->finished, G_MAXUINT16);
  g_return_val_if_fail (dimension < PAZ_N_DIMENSIONS && key != NULL, G_MAXUINT16);

  dictionary = &self->dictionaries[dimension];
  code = GPOINTER_TO_UINT (g_hash_table_lookup (dictionary->codes, key));
  if (code != 0)
    return (guint16) (code - 1);
  if (dictionary->keys->len == max_keys[dimension] || strlen (key) > MAX_KEY_LENGTH)
    return G_MAXUINT16;

  code = dictionary->keys->len;
  dictionary_put (dictionary, code, g_strdup (key));
  return (guint16) code;
}

void
paz_fact_table_define (PazFactTable *self,
                       PazDimension  dimension,
                       guint16       code,
                       const char   *key)
{
  g_assert (!self->finished && dimension < PAZ_N_DIMENSIONS && code < max_keys[dimension]);

  dictionary_put (&self->dictionaries[dimension], code, g_strdup (key));
}

void
paz_fact_table_add (PazFactTable *self,
                    guint16       month,
                    guint16       contributor,
                    guint16       mission,
                    guint8        type,
                    guint32       female,
                    guint32       male,
                    guint32       row)
{
  guint32 n;

  g_return_if_fail (self != NULL && !self->finished);

  if (self->n_rows == self->n_allocated)
    paz_fact_table_reserve (self, 1024);

  n = self->n_rows++;
  self->months[n] = month;
  self->contributors[n] = contributor;
  self->missions[n] = mission;
  self->types[n] = type;
  self->female[n] = female;
  self->male[n] = male;
  self->rows[n] = row;
  self->sets[n] = 0;
}

guint
paz_fact_table_finish (PazFactTable     *self,
                       PazFactDuplicate  duplicate,
                       gpointer          data)
{
  KeyLayout layout;
  guint n_dropped;

  g_return_val_if_fail (self != NULL && !self->finished, 0);

  for (int i = 0; i < PAZ_N_DIMENSIONS; i++)
    renumber (self, (PazDimension) i);
  key_layout_init (&layout, self);
  if (!is_sorted (&layout, self))
    sort_rows (self, &layout);
  n_dropped = drop_duplicates (self, &layout, duplicate, data);

  /* A builder doubles; a table that lives long gives the rest back. */
  if (self->n_allocated > self->n_rows)
    resize_columns (self, MAX (self->n_rows, 1));
  self->finished = TRUE;
  return n_dropped;
}

guint32
paz_fact_table_get_n_rows (PazFactTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_rows;
}

const guint16 *
paz_fact_table_get_months (PazFactTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->months;
}

const guint16 *
paz_fact_table_get_contributors (PazFactTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->contributors;
}

const guint16 *
paz_fact_table_get_missions (PazFactTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->missions;
}

const guint8 *
paz_fact_table_get_types (PazFactTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->types;
}

const guint32 *
paz_fact_table_get_female (PazFactTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->female;
}

const guint32 *
paz_fact_table_get_male (PazFactTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->male;
}

const guint32 *
paz_fact_table_get_rows (PazFactTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->rows;
}

const guint16 *
paz_fact_table_get_sets (PazFactTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->sets;
}

guint
paz_fact_table_get_n_keys (PazFactTable *self,
                           PazDimension  dimension)
{
  g_return_val_if_fail (self != NULL && dimension < PAZ_N_DIMENSIONS, 0);

  return self->dictionaries[dimension].keys->len;
}

const char *
paz_fact_table_get_key (PazFactTable *self,
                        PazDimension  dimension,
                        guint16       code)
{
  g_return_val_if_fail (self != NULL && dimension < PAZ_N_DIMENSIONS, NULL);
  g_return_val_if_fail (code < self->dictionaries[dimension].keys->len, NULL);

  return self->dictionaries[dimension].keys->pdata[code];
}

int
paz_fact_table_find_key (PazFactTable *self,
                         PazDimension  dimension,
                         const char   *key)
{
  g_return_val_if_fail (self != NULL && dimension < PAZ_N_DIMENSIONS && key != NULL, -1);

  return GPOINTER_TO_INT (g_hash_table_lookup (self->dictionaries[dimension].codes, key)) - 1;
}
