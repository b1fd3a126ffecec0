/* What a data set changed: its facts, beside those that would speak where it does, had it never come. */
#include "paz-fact-change-private.h"
#include "paz-facts-sets.h"

typedef struct
{
  sqlite3      *db;
  GPtrArray    *sets;         /* PazDataSet, by weight */
  guint8       *region;
  PazClaims    *cover;        /* of the data set */
  PazFactTable *after;
  PazFactTable *before;
  GPtrArray    *former_sets;
  GCancellable *cancellable;
} Comparison;

static void
comparison_clear (Comparison *self)
{
  g_clear_pointer (&self->sets, g_ptr_array_unref);
  g_clear_pointer (&self->region, g_free);
  g_clear_pointer (&self->cover, paz_claims_free);
  g_clear_pointer (&self->after, paz_fact_table_unref);
  g_clear_pointer (&self->before, paz_fact_table_unref);
  g_clear_pointer (&self->former_sets, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Comparison, comparison_clear)

static int
find_set (GPtrArray  *sets,
          const char *id)
{
  for (guint i = 0; i < sets->len; i++)
    if (g_str_equal (((PazDataSet *) sets->pdata[i])->id, id))
      return (int) i;

  return -1;
}

static gboolean
fail_unless_found (int          found,
                   const char  *id,
                   GError     **error)
{
  if (found >= 0)
    return TRUE;

  g_set_error (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_NOT_FOUND, "No data set %s", id);
  return FALSE;
}

static gboolean
read_after (Comparison        *self,
            const PazDataSet  *set,
            GError           **error)
{
  self->after = paz_fact_table_new ();
  if (!paz_facts_read_codes (self->db, self->after, error)
      || (self->region = paz_facts_read_region (self->db, self->after, error)) == NULL
      || !paz_facts_read (self->db, set->id, self->after, self->cancellable, error))
    return FALSE;

  self->cover = paz_claims_new (self->after, self->region);
  paz_claims_settle (self->cover, self->after, 0, set->listed, set->held);
  return TRUE;
}

static void
drop_uncovered (Comparison *self,
                guint32     first)
{
  PazFactTable *facts = self->before;
  guint32 n = first;

  for (guint32 i = first; i < facts->n_rows; i++)
    if (paz_claims_cover (self->cover, facts->months[i], facts->contributors[i], facts->types[i]))
      {
        if (n != i)
          paz_fact_table_move_row (facts, n, i);
        n++;
      }
  facts->n_rows = n;
}

static gboolean
take_before (Comparison        *self,
             const PazDataSet  *set,
             PazClaims         *claims,
             GError           **error)
{
  guint32 first = self->before->n_rows;

  if (!paz_facts_read (self->db, set->id, self->before, self->cancellable, error))
    return FALSE;

  /* Before anything is dropped: whether it is of the region alone is told by all it holds. */
  paz_claims_settle (claims, self->before, first, set->listed, set->held);
  drop_uncovered (self, first);
  for (guint32 i = first; i < self->before->n_rows; i++)
    self->before->sets[i] = (guint16) self->former_sets->len;
  if (self->before->n_rows > first)
    g_ptr_array_add (self->former_sets, g_strdup (set->id));

  return TRUE;
}

/* one: the only one to compare with, or -1 for all of less weight than `than`. */
static gboolean
read_before (Comparison  *self,
             int          than,
             int          one,
             GError     **error)
{
  g_autoptr (PazClaims) claims = NULL;

  self->before = paz_fact_table_new ();
  self->former_sets = g_ptr_array_new_with_free_func (g_free);
  if (!paz_facts_read_codes (self->db, self->before, error))
    return FALSE;

  claims = paz_claims_new (self->before, self->region);
  if (one >= 0)
    return take_before (self, self->sets->pdata[one], claims, error);
  for (guint i = (guint) than + 1; i < self->sets->len && self->former_sets->len < G_MAXUINT16; i++)
    {
      const PazDataSet *set = self->sets->pdata[i];

      if (!set->silenced && !take_before (self, set, claims, error))
        return FALSE;
    }

  return TRUE;
}

/* A silenced data set has the place that it had when it spoke. */
static int
find_place (Comparison *self,
            int         found)
{
  const PazDataSet *set = self->sets->pdata[found];
  int place = -1;

  if (!set->silenced)
    return found;
  for (guint i = 0; i < self->sets->len; i++)
    {
      const PazDataSet *other = self->sets->pdata[i];

      if (!other->silenced && (other->since > set->since || (other->since == set->since && other->changed > set->changed)))
        place = (int) i;
    }

  return place;
}

static gboolean
compare (Comparison         *self,
         const char         *data_set,
         const char         *before,
         const PazAudience  *audience,
         GError            **error)
{
  int found, one = -1;

  self->sets = paz_facts_list_sets (self->db, audience, error);
  if (self->sets == NULL)
    return FALSE;
  found = find_set (self->sets, data_set);
  if (!fail_unless_found (found, data_set, error))
    return FALSE;
  if (before != NULL && !fail_unless_found (one = find_set (self->sets, before), before, error))
    return FALSE;

  return read_after (self, self->sets->pdata[found], error)
         && read_before (self, find_place (self, found), one, error);
}

PazFactChangeList *
paz_store_compare_data_set (PazStore           *self,
                            const char         *data_set,
                            const char         *before,
                            const PazAudience  *audience,
                            GCancellable       *cancellable,
                            GError            **error)
{
  g_auto (Comparison) comparison = { .db = paz_store_get_reader_db (self), .cancellable = cancellable };
  gboolean begun, done;

  g_return_val_if_fail (data_set != NULL, NULL);

  if (!paz_facts_begin (comparison.db, &begun, error))
    return NULL;
  done = compare (&comparison, data_set, before, audience, error);
  paz_facts_end (comparison.db, begun);
  if (!done)
    return NULL;

  paz_fact_table_finish (comparison.before, NULL, NULL);
  paz_fact_table_finish (comparison.after, NULL, NULL);
  return paz_fact_change_list_new (g_steal_pointer (&comparison.before), g_steal_pointer (&comparison.former_sets),
                                   g_steal_pointer (&comparison.after));
}
