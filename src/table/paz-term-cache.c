#include "paz-term-cache.h"

#define FIRST_SLOTS 256
#define MAX_TERMS   65536

static guint32
hash_cell (const PazCell *cell)
{
  guint64 hash = cell->length;
  guint32 i = 0;

  for (; i + 8 <= cell->length; i += 8)
    {
      guint64 word;

      memcpy (&word, cell->text + i, 8);
      hash = (hash ^ word) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      hash ^= hash >> 29;
    }
  for (; i < cell->length; i++)
    hash = (hash ^ (guchar) cell->text[i]) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  return (guint32) (hash >> 32);
}

/* The term, or the empty slot where it belongs. */
static PazTerm *
find_slot (PazTermCache  *self,
           const PazCell *cell,
           guint32        hash)
{
  guint mask = self->n_slots - 1;

  for (guint i = hash & mask;; i = (i + 1) & mask)
    {
      PazTerm *term = &self->terms[i];

      if (term->text == NULL)
        return term;
      if (term->hash == hash && term->length == cell->length
          && memcmp (term->text, cell->text, cell->length) == 0)
        return term;
    }
}

static void
grow (PazTermCache *self)
{
  PazTerm *before = self->terms;
  guint n_before = self->n_slots;

  self->n_slots *= 2;
  self->terms = g_new0 (PazTerm, self->n_slots);
  self->last = NULL;
  for (guint i = 0; i < n_before; i++)
    if (before[i].text != NULL)
      {
        const PazCell cell = { before[i].text, before[i].length };

        *find_slot (self, &cell, before[i].hash) = before[i];
      }
  g_free (before);
}

void
paz_term_cache_init (PazTermCache *self)
{
  *self = (PazTermCache) { .n_slots = FIRST_SLOTS };
  self->terms = g_new0 (PazTerm, self->n_slots);
}

void
paz_term_cache_clear (PazTermCache *self)
{
  for (guint i = 0; i < self->n_slots; i++)
    g_free (self->terms[i].text);
  g_clear_pointer (&self->terms, g_free);
  self->n_slots = 0;
  self->last = NULL;
}

gboolean
paz_term_cache_look (PazTermCache  *self,
                     const PazCell *cell,
                     gint32        *value)
{
  const PazTerm *term = find_slot (self, cell, hash_cell (cell));

  if (term->text == NULL)
    return FALSE;

  self->last = term;
  *value = term->value;
  return TRUE;
}

void
paz_term_cache_put (PazTermCache  *self,
                    const PazCell *cell,
                    gint32         value)
{
  guint32 hash = hash_cell (cell);

  if (self->n_terms >= MAX_TERMS)
    return;
  if (self->n_terms * 2 >= self->n_slots)
    grow (self);

  *find_slot (self, cell, hash) = (PazTerm) { paz_cell_dup_text (cell), cell->length, hash, value };
  self->n_terms++;
}
