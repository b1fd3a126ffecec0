/* Who speaks and what a figure is made of: one pass over facts that are loaded. */
#include "store/paz-speaking.h"

#include "paz-fact-table-private.h"

/* By code of each dimension: in the filter or not. */
typedef struct
{
  guint16  from, to;
  guint8  *masks[PAZ_N_DIMENSIONS];
} Filter;

static void
filter_clear (Filter *self)
{
  for (int i = 0; i < PAZ_N_DIMENSIONS; i++)
    g_free (self->masks[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Filter, filter_clear)

static guint8 *
make_mask (PazFactTable       *facts,
           PazDimension        dimension,
           const char * const *keys)
{
  guint n = paz_fact_table_get_n_keys (facts, dimension);
  guint8 *mask = g_new0 (guint8, n + 1);

  if (keys == NULL)
    memset (mask, 1, n);
  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      int code = paz_fact_table_find_key (facts, dimension, keys[i]);

      if (code >= 0)
        mask[code] = 1;
    }

  return mask;
}

static void
filter_fill (Filter              *self,
             PazFactTable        *facts,
             const PazFactFilter *filter)
{
  static const PazFactFilter all = { 0 };

  if (filter == NULL)
    filter = &all;
  self->from = filter->from;
  self->to = filter->to != 0 ? filter->to : G_MAXUINT16;
  self->masks[PAZ_DIMENSION_CONTRIBUTOR] = make_mask (facts, PAZ_DIMENSION_CONTRIBUTOR, filter->contributors);
  self->masks[PAZ_DIMENSION_MISSION] = make_mask (facts, PAZ_DIMENSION_MISSION, filter->missions);
  self->masks[PAZ_DIMENSION_TYPE] = make_mask (facts, PAZ_DIMENSION_TYPE, filter->types);
}

static inline gboolean
passes (const Filter *self,
        PazFactTable *facts,
        guint32       i)
{
  return facts->months[i] >= self->from && facts->months[i] <= self->to
         && self->masks[PAZ_DIMENSION_CONTRIBUTOR][facts->contributors[i]]
         && self->masks[PAZ_DIMENSION_MISSION][facts->missions[i]]
         && self->masks[PAZ_DIMENSION_TYPE][facts->types[i]];
}

/* ---- who speaks ---- */

struct _PazSpeaking
{
  PazFactTable    *facts;
  PazDimension     dimension;
  guint            n_rows;
  guint16         *codes;        /* by row */
  guint            n_months;
  guint16          first;
  PazSpeakingCell *cells;        /* by row, then month */
};

static guint16
get_code (PazFactTable *facts,
          PazDimension  dimension,
          guint32       i)
{
  switch (dimension)
    {
    case PAZ_DIMENSION_CONTRIBUTOR:
      return facts->contributors[i];
    case PAZ_DIMENSION_MISSION:
      return facts->missions[i];
    case PAZ_DIMENSION_TYPE:
      return facts->types[i];
    }

  g_return_val_if_reached (0);
}

/* Facts are in the order of months, whichever passes first is of the first month. */
static void
measure (PazSpeaking  *self,
         const Filter *filter,
         guint16      *rows)
{
  guint n_keys = paz_fact_table_get_n_keys (self->facts, self->dimension);
  g_autofree guint8 *occurs = g_new0 (guint8, n_keys + 1);
  guint16 last = 0;

  for (guint32 i = 0; i < self->facts->n_rows; i++)
    if (passes (filter, self->facts, i))
      {
        occurs[get_code (self->facts, self->dimension, i)] = 1;
        if (self->first == 0)
          self->first = self->facts->months[i];
        last = self->facts->months[i];
      }

  for (guint code = 0; code < n_keys; code++)
    if (occurs[code])
      {
        rows[code] = (guint16) self->n_rows;
        self->codes[self->n_rows++] = (guint16) code;
      }
  self->n_months = self->n_rows > 0 ? last - self->first + 1u : 0;
}

static void
add_fact (PazSpeakingCell *cell,
          guint16          set)
{
  if (cell->n_facts == 0)
    {
      cell->set = set;
    }
  else if (cell->set != set)
    {
      cell->shared = TRUE;
      cell->set = MIN (cell->set, set);
    }
  cell->n_facts++;
}

PazSpeaking *
paz_speaking_new (PazFactTable        *facts,
                  PazDimension         dimension,
                  const PazFactFilter *filter)
{
  PazSpeaking *self = g_new0 (PazSpeaking, 1);
  g_auto (Filter) passed = { 0 };
  g_autofree guint16 *rows = NULL;

  g_return_val_if_fail (facts != NULL && facts->finished, NULL);

  self->facts = paz_fact_table_ref (facts);
  self->dimension = dimension;
  self->codes = g_new0 (guint16, paz_fact_table_get_n_keys (facts, dimension) + 1);
  rows = g_new0 (guint16, paz_fact_table_get_n_keys (facts, dimension) + 1);
  filter_fill (&passed, facts, filter);
  measure (self, &passed, rows);
  self->cells = g_new0 (PazSpeakingCell, (gsize) self->n_rows * self->n_months + 1);

  for (guint32 i = 0; i < facts->n_rows; i++)
    if (passes (&passed, facts, i))
      {
        guint row = rows[get_code (facts, dimension, i)];

        add_fact (&self->cells[(gsize) row * self->n_months + (facts->months[i] - self->first)], facts->sets[i]);
      }

  return self;
}

void
paz_speaking_free (PazSpeaking *self)
{
  paz_fact_table_unref (self->facts);
  g_free (self->codes);
  g_free (self->cells);
  g_free (self);
}

guint
paz_speaking_get_n_rows (PazSpeaking *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_rows;
}

const char *
paz_speaking_get_key (PazSpeaking *self,
                      guint        row)
{
  g_return_val_if_fail (self != NULL && row < self->n_rows, NULL);

  return paz_fact_table_get_key (self->facts, self->dimension, self->codes[row]);
}

guint
paz_speaking_get_n_months (PazSpeaking *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_months;
}

guint16
paz_speaking_get_month (PazSpeaking *self,
                        guint        n)
{
  g_return_val_if_fail (self != NULL && n < self->n_months, 0);

  return (guint16) (self->first + n);
}

const PazSpeakingCell *
paz_speaking_get_cell (PazSpeaking *self,
                       guint        row,
                       guint        n)
{
  g_return_val_if_fail (self != NULL && row < self->n_rows && n < self->n_months, NULL);

  return &self->cells[(gsize) row * self->n_months + n];
}

/* ---- sources ---- */

static PazFactSource *
get_source (PazFactSource **sources,
            guint16         set,
            guint32         row)
{
  if (sources[set] == NULL)
    {
      sources[set] = g_new0 (PazFactSource, 1);
      sources[set]->set = set;
      sources[set]->first_row = row;
    }

  return sources[set];
}

GPtrArray *
paz_facts_list_sources (PazFactTable        *facts,
                        const PazFactFilter *filter)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  g_autofree PazFactSource **sources = g_new0 (PazFactSource *, G_MAXUINT16 + 1);
  g_auto (Filter) passed = { 0 };

  g_return_val_if_fail (facts != NULL && facts->finished, list);

  filter_fill (&passed, facts, filter);
  for (guint32 i = 0; i < facts->n_rows; i++)
    if (passes (&passed, facts, i))
      {
        PazFactSource *source = get_source (sources, facts->sets[i], facts->rows[i]);

        source->n_facts++;
        source->first_row = MIN (source->first_row, facts->rows[i]);
        source->last_row = MAX (source->last_row, facts->rows[i]);
        source->female += facts->female[i];
        source->male += facts->male[i];
      }
  for (guint i = 0; i <= G_MAXUINT16; i++)
    if (sources[i] != NULL)
      g_ptr_array_add (list, sources[i]);

  return list;
}
