#include "paz-dry-run.h"

#include "paz-held.h"
#include "paz-limits.h"

#include <string.h>

#define N_MONTHS (G_MAXUINT16 + 1)

/* One of the two tables, with its codes as places in an order that both share. */
typedef struct
{
  PazFactTable  *facts;
  guint32       *places[PAZ_N_DIMENSIONS];
  const guint16 *months;
  const guint16 *contributors;
  const guint16 *missions;
  const guint8  *types;
  const guint32 *female;
  const guint32 *male;
  guint32        n_rows;
} Side;

typedef struct
{
  Side       ours;
  Side       theirs;
  guint8    *revised;     /* by month: something speaks now */
  guint8    *in_scope;    /* by contributor of theirs */
  PazHeld   *held;        /* what each month of the file holds, and what of it speaks now */
  guint      n_places[PAZ_N_DIMENSIONS];
  PazDryRun *run;
} Comparison;

/* ---- sides ---- */

static void
side_init (Side         *self,
           PazFactTable *facts)
{
  self->facts = facts;
  self->months = paz_fact_table_get_months (facts);
  self->contributors = paz_fact_table_get_contributors (facts);
  self->missions = paz_fact_table_get_missions (facts);
  self->types = paz_fact_table_get_types (facts);
  self->female = paz_fact_table_get_female (facts);
  self->male = paz_fact_table_get_male (facts);
  self->n_rows = paz_fact_table_get_n_rows (facts);
  for (int i = 0; i < PAZ_N_DIMENSIONS; i++)
    self->places[i] = g_new0 (guint32, paz_fact_table_get_n_keys (facts, (PazDimension) i) + 1);
}

static void
side_clear (Side *self)
{
  for (int i = 0; i < PAZ_N_DIMENSIONS; i++)
    g_free (self->places[i]);
}

/* The keys of a finished table are in byte order, so that merging two dictionaries is enough. How
 * many places there are. */
static guint
merge_keys (Side        *a,
            Side        *b,
            PazDimension dimension)
{
  guint n_a = paz_fact_table_get_n_keys (a->facts, dimension);
  guint n_b = paz_fact_table_get_n_keys (b->facts, dimension);
  guint i = 0, j = 0, place = 0;

  for (; i < n_a || j < n_b; place++)
    {
      int order = i == n_a ? 1 : j == n_b ? -1
                  : strcmp (paz_fact_table_get_key (a->facts, dimension, (guint16) i),
                            paz_fact_table_get_key (b->facts, dimension, (guint16) j));

      if (order <= 0)
        a->places[dimension][i++] = place;
      if (order >= 0)
        b->places[dimension][j++] = place;
    }

  return place;
}

/* Two dictionaries together have at most 17 bits of keys, types 9. */
static inline guint64
get_place (const Side *self,
           guint32     row)
{
  return (guint64) self->months[row] << 43
         | (guint64) self->places[PAZ_DIMENSION_CONTRIBUTOR][self->contributors[row]] << 26
         | (guint64) self->places[PAZ_DIMENSION_MISSION][self->missions[row]] << 9
         | self->places[PAZ_DIMENSION_TYPE][self->types[row]];
}

/* ---- changes ---- */

static void
change_free (gpointer data)
{
  PazImportChange *self = data;

  g_free (self->contributor);
  g_free (self->mission);
  g_free (self->type);
  g_free (self);
}

/* NULL when there are enough. */
static PazImportChange *
add_change (Comparison *self,
            const Side *side,
            guint32     row,
            gint64      ours,
            gint64      theirs)
{
  PazImportChange *change;
  PazFactTable *facts = side->facts;

  if (self->run->changes->len == PAZ_MAX_LISTED)
    return NULL;

  change = g_new0 (PazImportChange, 1);
  change->contributor = g_strdup (paz_fact_table_get_key (facts, PAZ_DIMENSION_CONTRIBUTOR,
                                                          side->contributors[row]));
  change->mission = g_strdup (paz_fact_table_get_key (facts, PAZ_DIMENSION_MISSION, side->missions[row]));
  change->type = g_strdup (paz_fact_table_get_key (facts, PAZ_DIMENSION_TYPE, side->types[row]));
  change->month = side->months[row];
  change->row = ours >= 0 ? paz_fact_table_get_rows (self->ours.facts)[ours] : 0;
  change->old_female = theirs >= 0 ? (gint64) self->theirs.female[theirs] : -1;
  change->old_male = theirs >= 0 ? (gint64) self->theirs.male[theirs] : -1;
  change->new_female = ours >= 0 ? (gint64) self->ours.female[ours] : -1;
  change->new_male = ours >= 0 ? (gint64) self->ours.male[ours] : -1;
  g_ptr_array_add (self->run->changes, change);

  return change;
}

static void
note_new (Comparison *self,
          guint32     row)
{
  self->run->n_new++;
  /* In a month nobody reported before everything is new: there is nothing to look at one by one. */
  if (self->revised[self->ours.months[row]])
    add_change (self, &self->ours, row, row, -1);
}

static void
note_gone (Comparison *self,
           guint32     row)
{
  guint16 month = self->theirs.months[row];
  guint contributor = self->theirs.places[PAZ_DIMENSION_CONTRIBUTOR][self->theirs.contributors[row]];
  guint type = self->theirs.places[PAZ_DIMENSION_TYPE][self->theirs.types[row]];
  PazImportKeep kept_by;
  PazImportChange *change;

  if (!paz_held_covers (self->held, month) || !self->in_scope[self->theirs.contributors[row]])
    return;

  kept_by = paz_held_get_keep (self->held, month, contributor, type);
  self->run->n_gone[kept_by]++;
  change = add_change (self, &self->theirs, row, -1, row);
  if (change != NULL)
    change->kept_by = kept_by;
}

static void
note_both (Comparison *self,
           guint32     ours,
           guint32     theirs)
{
  if (self->ours.female[ours] == self->theirs.female[theirs]
      && self->ours.male[ours] == self->theirs.male[theirs])
    {
      self->run->n_same++;
      return;
    }

  self->run->n_changed++;
  add_change (self, &self->ours, ours, ours, theirs);
}

/* ---- comparing ---- */

static void
prepare_scope (Comparison *self,
               GHashTable *states,
               gboolean    regional)
{
  guint n = paz_fact_table_get_n_keys (self->theirs.facts, PAZ_DIMENSION_CONTRIBUTOR);

  self->revised = g_new0 (guint8, N_MONTHS);
  self->in_scope = g_new0 (guint8, n + 1);
  for (guint i = 0; i < n; i++)
    self->in_scope[i] = !regional
                        || g_hash_table_contains (states,
                                                  paz_fact_table_get_key (self->theirs.facts,
                                                                          PAZ_DIMENSION_CONTRIBUTOR,
                                                                          (guint16) i));
  for (guint32 i = 0; i < self->theirs.n_rows; i++)
    if (self->in_scope[self->theirs.contributors[i]])
      self->revised[self->theirs.months[i]] = 1;
}

static void
merge_rows (Comparison *self)
{
  guint32 ours = 0, theirs = 0;

  while (ours < self->ours.n_rows || theirs < self->theirs.n_rows)
    {
      guint64 a = ours < self->ours.n_rows ? get_place (&self->ours, ours) : G_MAXUINT64;
      guint64 b = theirs < self->theirs.n_rows ? get_place (&self->theirs, theirs) : G_MAXUINT64;

      if (a == b)
        note_both (self, ours++, theirs++);
      else if (a < b)
        note_new (self, ours++);
      else
        note_gone (self, theirs++);
    }
}

static void
fill_held (Comparison *self)
{
  const Side *ours = &self->ours;
  const Side *theirs = &self->theirs;

  self->held = paz_held_new (self->n_places[PAZ_DIMENSION_CONTRIBUTOR], self->n_places[PAZ_DIMENSION_TYPE]);
  for (guint32 i = 0; i < ours->n_rows; i++)
    paz_held_add (self->held, ours->months[i], ours->places[PAZ_DIMENSION_CONTRIBUTOR][ours->contributors[i]],
                  ours->places[PAZ_DIMENSION_TYPE][ours->types[i]]);
  for (guint32 i = 0; i < theirs->n_rows; i++)
    if (self->in_scope[theirs->contributors[i]])
      paz_held_add_speaking (self->held, theirs->months[i],
                             theirs->places[PAZ_DIMENSION_CONTRIBUTOR][theirs->contributors[i]],
                             theirs->places[PAZ_DIMENSION_TYPE][theirs->types[i]]);
}

/* Keys of what speaks now by place. */
static const char **
list_keys (Comparison  *self,
           PazDimension dimension)
{
  const char **keys = g_new0 (const char *, self->n_places[dimension] + 1);
  guint n = paz_fact_table_get_n_keys (self->theirs.facts, dimension);

  for (guint i = 0; i < n; i++)
    keys[self->theirs.places[dimension][i]] = paz_fact_table_get_key (self->theirs.facts, dimension, (guint16) i);

  return keys;
}

static void
list_losses (Comparison *self)
{
  g_autofree const char **contributors = list_keys (self, PAZ_DIMENSION_CONTRIBUTOR);
  g_autofree const char **types = list_keys (self, PAZ_DIMENSION_TYPE);

  self->run->partial = paz_held_list_losses (self->held, contributors, types, self->run->losses);
}

void
paz_dry_run_compare (PazDryRun    *run,
                     PazFactTable *facts,
                     PazFactTable *speaking,
                     GHashTable   *states,
                     gboolean      regional)
{
  Comparison self = { .run = run };

  if (paz_fact_table_get_n_rows (speaking) == 0)
    {
      run->n_new += paz_fact_table_get_n_rows (facts);
      return;
    }

  side_init (&self.ours, facts);
  side_init (&self.theirs, speaking);
  for (int i = 0; i < PAZ_N_DIMENSIONS; i++)
    self.n_places[i] = merge_keys (&self.ours, &self.theirs, (PazDimension) i);
  prepare_scope (&self, states, regional);
  fill_held (&self);
  merge_rows (&self);
  list_losses (&self);

  side_clear (&self.ours);
  side_clear (&self.theirs);
  paz_held_free (self.held);
  g_free (self.revised);
  g_free (self.in_scope);
}

void
paz_dry_run_init (PazDryRun *self)
{
  *self = (PazDryRun) { 0 };
  self->changes = g_ptr_array_new_with_free_func (change_free);
  self->losses = g_ptr_array_new_with_free_func (paz_held_loss_free);
}

void
paz_dry_run_clear (PazDryRun *self)
{
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->losses, g_ptr_array_unref);
}
