#include "paz-fact-table-private.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#define MAX_KEY_LENGTH 255
#define ROW_SIZE       (3 * 4 + 4 * 2 + 1)
#define LARGE_PAGE     (2 * 1024 * 1024)
/* Rows that are kept in memory in any case, 22 MB: files cost half as much time again. */
#define MAX_IN_MEMORY  (1024 * 1024)

static const guint max_keys[PAZ_N_DIMENSIONS] = {
  [PAZ_DIMENSION_CONTRIBUTOR] = G_MAXUINT16,
  [PAZ_DIMENSION_MISSION] = G_MAXUINT16,
  [PAZ_DIMENSION_TYPE] = G_MAXUINT8,
};

const guint8 paz_fact_widths[PAZ_FACT_COLUMNS] = { 4, 4, 4, 2, 2, 2, 2, 1 };

/* ---- columns ---- */

static gpointer
allocate_block (gsize size)
{
#ifdef MADV_HUGEPAGE
  gpointer block;

  if (size < LARGE_PAGE)
    return g_malloc (size);

  size = (size + LARGE_PAGE - 1) / LARGE_PAGE * LARGE_PAGE;
  block = aligned_alloc (LARGE_PAGE, size);
  if (block == NULL)
    g_error ("No memory for %" G_GSIZE_FORMAT " bytes of facts", size);
  madvise (block, size, MADV_HUGEPAGE);
  return block;
#else
  return g_malloc (size);
#endif
}

/* All columns in one block. Where the system has large pages a table of millions asks for them: a
 * fault for each small page of fresh memory costs more than writing into it. */
static void
allocate_in_memory (PazFactTable *self,
                    guint32       n)
{
  guint8 *block = allocate_block (MAX (n, 1) * (gsize) ROW_SIZE);

  self->block = block;
  for (guint i = 0; i < PAZ_FACT_COLUMNS; i++)
    {
      self->columns[i] = block;
      block += (gsize) n * paz_fact_widths[i];
    }
}

static gboolean
allocate_aside (PazFactTable *self,
                guint32       n)
{
  if (self->folder == NULL || n <= MAX_IN_MEMORY)
    return FALSE;

  self->aside = paz_fact_aside_new (self->folder);
  if (self->aside != NULL && paz_fact_aside_grow (self->aside, self->columns, n))
    return TRUE;

  if (self->aside != NULL)
    paz_fact_aside_free (self->aside, self->columns);
  self->aside = NULL;
  g_clear_pointer (&self->folder, g_free);
  return FALSE;
}

void
paz_fact_table_allocate (PazFactTable *self,
                         guint32       n)
{
  self->block = NULL;
  self->aside = NULL;
  if (!allocate_aside (self, n))
    allocate_in_memory (self, n);
  self->n_allocated = n;
}

void
paz_fact_table_release (PazFactTable *old)
{
  if (old->aside != NULL)
    paz_fact_aside_free (old->aside, old->columns);
  free (old->block);
}

static void
resize (PazFactTable *self,
        guint32       n)
{
  PazFactTable old;

  if (self->aside != NULL && paz_fact_aside_grow (self->aside, self->columns, n))
    {
      self->n_allocated = n;
      return;
    }

  /* Files that cannot grow are left for memory. */
  if (self->aside != NULL)
    g_clear_pointer (&self->folder, g_free);
  old = *self;
  paz_fact_table_allocate (self, n);
  for (guint i = 0; i < PAZ_FACT_COLUMNS && self->n_rows > 0; i++)
    memcpy (self->columns[i], old.columns[i], (gsize) self->n_rows * paz_fact_widths[i]);
  paz_fact_table_release (&old);
}

void
paz_fact_table_reserve (PazFactTable *self,
                        guint32       n)
{
  guint64 wanted = (guint64) self->n_rows + n;

  g_assert (wanted <= G_MAXUINT32);

  if (wanted <= self->n_allocated)
    return;

  /* Files grow where they are, memory is copied. */
  wanted = MAX (wanted, self->aside != NULL ? self->n_allocated + (guint64) 8 * PAZ_FACT_WINDOW
                                            : self->n_allocated * (guint64) 2);
  resize (self, (guint32) MIN (wanted, G_MAXUINT32));
}

void
paz_fact_table_move_row (PazFactTable *self,
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

static void
mark_u16 (const guint16 *column,
          guint32        n,
          guint8        *used)
{
  for (guint32 i = 0; i < n; i++)
    used[column[i]] = 1;
}

static void
mark_u8 (const guint8 *column,
         guint32       n,
         guint8       *used)
{
  for (guint32 i = 0; i < n; i++)
    used[column[i]] = 1;
}

static void
translate_u16 (guint16       *column,
               guint32        n,
               const guint16 *codes)
{
  for (guint32 i = 0; i < n; i++)
    column[i] = codes[column[i]];
}

static void
translate_u8 (guint8        *column,
              guint32        n,
              const guint16 *codes)
{
  for (guint32 i = 0; i < n; i++)
    column[i] = (guint8) codes[column[i]];
}

static void
mark_used (PazFactTable *self,
           PazDimension  dimension,
           guint32       first,
           guint32       n,
           guint8       *used)
{
  switch (dimension)
    {
    case PAZ_DIMENSION_CONTRIBUTOR:
      mark_u16 (self->contributors + first, n, used);
      return;
    case PAZ_DIMENSION_MISSION:
      mark_u16 (self->missions + first, n, used);
      return;
    case PAZ_DIMENSION_TYPE:
      mark_u8 (self->types + first, n, used);
      return;
    }
}

static void
translate (PazFactTable  *self,
           PazDimension   dimension,
           guint32        first,
           guint32        n,
           const guint16 *codes)
{
  switch (dimension)
    {
    case PAZ_DIMENSION_CONTRIBUTOR:
      translate_u16 (self->contributors + first, n, codes);
      return;
    case PAZ_DIMENSION_MISSION:
      translate_u16 (self->missions + first, n, codes);
      return;
    case PAZ_DIMENSION_TYPE:
      translate_u8 (self->types + first, n, codes);
      return;
    }
}

/* codes: NULL to mark what is used. */
static void
pass_codes (PazFactTable  *self,
            PazDimension   dimension,
            guint8        *used,
            const guint16 *codes)
{
  for (guint32 first = 0, n; first < self->n_rows; first += n)
    {
      n = MIN (PAZ_FACT_WINDOW, self->n_rows - first);
      if (codes != NULL)
        translate (self, dimension, first, n, codes);
      else
        mark_used (self, dimension, first, n, used);
      paz_fact_table_let_go (self);
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
  g_autofree guint8 *used = g_new0 (guint8, G_MAXUINT16 + 1);
  g_autofree guint16 *codes = g_new0 (guint16, dictionary->keys->len + 1);
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  gboolean moved = FALSE;

  pass_codes (self, dimension, used, NULL);
  for (guint i = 0; i < dictionary->keys->len; i++)
    if (used[i])
      g_ptr_array_add (keys, dictionary->keys->pdata[i]);
  g_ptr_array_sort (keys, compare_keys_cb);

  dictionary_init (&sorted);
  for (guint i = 0; i < keys->len; i++)
    {
      guint code = GPOINTER_TO_UINT (g_hash_table_lookup (dictionary->codes, keys->pdata[i])) - 1;

      codes[code] = (guint16) i;
      moved = moved || code != i;
      dictionary_put (&sorted, i, g_strdup (keys->pdata[i]));
    }
  if (moved)
    pass_codes (self, dimension, NULL, codes);

  dictionary_clear (dictionary);
  *dictionary = sorted;
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
  paz_fact_table_release (self);
  g_free (self->folder);
  g_free (self);
}

void
paz_fact_table_keep_aside (PazFactTable *self,
                           const char   *folder)
{
  g_return_if_fail (self != NULL && self->n_rows == 0 && folder != NULL);

  g_free (self->folder);
  self->folder = g_strdup (folder);
}

void
paz_fact_table_let_go (PazFactTable *self)
{
  g_return_if_fail (self != NULL);

  if (self->aside != NULL)
    paz_fact_aside_let_go (self->aside, self->columns);
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
  paz_fact_table_pass (self, n);
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
  guint n_dropped;

  g_return_val_if_fail (self != NULL && !self->finished, 0);

  for (int i = 0; i < PAZ_N_DIMENSIONS; i++)
    renumber (self, (PazDimension) i);
  n_dropped = paz_fact_table_sort (self, duplicate, data);

  /* A builder doubles; a table that lives long gives the rest back. */
  if (self->aside == NULL && self->n_allocated / 4 > self->n_rows / 3)
    resize (self, self->n_rows);
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
