/* What a cell's text was found to mean. Columns of a million rows hold a few hundred different
 * texts, and the same one mostly many times in a row. */
#pragma once

#include "paz-csv-reader.h"

#include <string.h>

G_BEGIN_DECLS

typedef struct
{
  char    *text;
  guint32  length;
  guint32  hash;
  gint32   value;
} PazTerm;

typedef struct
{
  PazTerm       *terms;       /* open addressing, n_slots is a power of two */
  guint          n_slots;
  guint          n_terms;
  const PazTerm *last;
} PazTermCache;

void     paz_term_cache_init  (PazTermCache  *self);
void     paz_term_cache_clear (PazTermCache  *self);
gboolean paz_term_cache_look  (PazTermCache  *self,
                               const PazCell *cell,
                               gint32        *value);
/* Of a text that was not found. Not kept when there are very many: a broken column. */
void     paz_term_cache_put   (PazTermCache  *self,
                               const PazCell *cell,
                               gint32         value);

/* The usual case without a call: the same text as in the row before. */
static inline gboolean
paz_term_cache_find (PazTermCache  *self,
                     const PazCell *cell,
                     gint32        *value)
{
  const PazTerm *last = self->last;

  if (G_LIKELY (last != NULL && last->length == cell->length
                && memcmp (last->text, cell->text, cell->length) == 0))
    {
      *value = last->value;
      return TRUE;
    }

  return paz_term_cache_look (self, cell, value);
}

G_END_DECLS
