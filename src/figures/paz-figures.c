#include "paz-figures-private.h"

#include <math.h>

/* ---- records ---- */

/* A record the audience may not see lends no name and no target. */
static gboolean
may_see (PazRecord         *record,
         const PazAudience *audience)
{
  return audience == NULL
         || paz_release_may_see (paz_record_get_level (record),
                                 paz_record_get_list (record),
                                 paz_record_get_owner (record),
                                 paz_record_get_owner (record),
                                 audience);
}

static GPtrArray *
list_kind (PazStore          *store,
           const char        *kind,
           const PazAudience *audience,
           GError           **error)
{
  g_autoptr (PazQuery) query = paz_query_new (paz_kind_find (kind));
  g_autoptr (GPtrArray) records = paz_store_list_records (store, query, error);

  if (records == NULL)
    return NULL;

  for (guint i = records->len; i > 0; i--)
    if (!may_see (records->pdata[i - 1], audience))
      g_ptr_array_remove_index (records, i - 1);

  return g_steal_pointer (&records);
}

static void
take_states (PazFigures *self,
             GPtrArray  *participants)
{
  for (guint i = 0; i < participants->len; i++)
    {
      PazRecord *record = participants->pdata[i];
      const char *code = paz_record_get_text (record, "code");

      if (code != NULL && g_strcmp0 (paz_record_get_text (record, "type"), "state") == 0)
        g_hash_table_insert (self->states, g_strdup (code), g_object_ref (record));
    }
}

static void
take_missions (PazFigures *self,
               GPtrArray  *missions)
{
  for (guint i = 0; i < missions->len; i++)
    {
      PazRecord *record = missions->pdata[i];
      const char *acronym = paz_record_get_text (record, "acronym");

      if (acronym != NULL)
        g_hash_table_insert (self->missions, g_strdup (acronym), g_object_ref (record));
    }
}

/* "9" or "9.5"; NAN when the record has none. */
static double
get_percent (PazRecord  *record,
             const char *field)
{
  const char *text = paz_record_get_text (record, field);

  return text != NULL ? g_ascii_strtod (text, NULL) : NAN;
}

/* A published target stands before a derived one, whoever added it. */
static void
take_targets (PazFigures *self,
              GPtrArray  *targets)
{
  for (guint i = 0; i < targets->len; i++)
    {
      PazRecord *record = targets->pdata[i];
      const char *category = paz_record_get_text (record, "category");
      PazTarget target = { get_percent (record, "target"), FALSE };
      const PazTarget *before;
      g_autofree char *key = NULL;

      if (isnan (target.percent))
        target = (PazTarget) { get_percent (record, "derived"), TRUE };
      if (isnan (target.percent) || category == NULL)
        continue;

      key = g_strdup_printf ("%" G_GINT64_FORMAT " %s", paz_record_get_integer (record, "year"), category);
      before = g_hash_table_lookup (self->targets, key);
      if (before == NULL || (before->derived && !target.derived))
        g_hash_table_replace (self->targets, g_steal_pointer (&key),
                              g_memdup2 (&target, sizeof target));
    }
}

static gboolean
load_records (PazFigures        *self,
              PazStore          *store,
              const PazAudience *audience,
              GError           **error)
{
  self->participants = list_kind (store, "participant", audience, error);
  if (self->participants == NULL
      || (self->mission_list = list_kind (store, "mission", audience, error)) == NULL
      || (self->target_list = list_kind (store, "gender_target", audience, error)) == NULL)
    return FALSE;

  take_states (self, self->participants);
  take_missions (self, self->mission_list);
  take_targets (self, self->target_list);
  return TRUE;
}

static gboolean
load_data_sets (PazFigures  *self,
                PazStore    *store,
                GPtrArray   *ids,
                GError     **error)
{
  for (guint i = 0; i < ids->len; i++)
    {
      PazRecord *record = paz_store_dup_record (store, ids->pdata[i], error);

      if (record == NULL)
        return FALSE;
      g_ptr_array_add (self->data_sets, record);
    }

  return TRUE;
}

/* ---- public ---- */

PazFigures *
paz_figures_load (PazStore           *store,
                  const PazAudience  *audience,
                  GCancellable       *cancellable,
                  GError            **error)
{
  g_autoptr (PazFigures) self = g_new0 (PazFigures, 1);
  g_autoptr (GPtrArray) ids = NULL;

  g_return_val_if_fail (store != NULL, NULL);

  g_atomic_ref_count_init (&self->ref_count);
  self->data_sets = g_ptr_array_new_with_free_func (g_object_unref);
  self->states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->missions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  self->facts = paz_store_load_facts (store, audience, &ids, cancellable, error);
  if (self->facts == NULL
      || !load_data_sets (self, store, ids, error)
      || !load_records (self, store, audience, error))
    return NULL;

  paz_figures_index_months (self);
  return g_steal_pointer (&self);
}

PazFigures *
paz_figures_ref (PazFigures *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
paz_figures_unref (PazFigures *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->facts, paz_fact_table_unref);
  g_clear_pointer (&self->data_sets, g_ptr_array_unref);
  g_clear_pointer (&self->participants, g_ptr_array_unref);
  g_clear_pointer (&self->mission_list, g_ptr_array_unref);
  g_clear_pointer (&self->target_list, g_ptr_array_unref);
  g_clear_pointer (&self->states, g_hash_table_unref);
  g_clear_pointer (&self->missions, g_hash_table_unref);
  g_clear_pointer (&self->targets, g_hash_table_unref);
  g_free (self->months);
  g_free (self->month_rows);
  g_free (self->month_names);
  g_free (self->month_marks);
  g_free (self->untold_sets);
  g_free (self);
}

PazFactTable *
paz_figures_get_facts (PazFigures *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->facts;
}

const guint16 *
paz_figures_get_months (PazFigures *self,
                        guint      *n)
{
  g_return_val_if_fail (self != NULL && n != NULL, NULL);

  *n = self->n_months;
  return self->months;
}

GPtrArray *
paz_figures_get_data_sets (PazFigures *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->data_sets;
}

GPtrArray *
paz_figures_get_participants (PazFigures *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->participants;
}

GPtrArray *
paz_figures_get_missions (PazFigures *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->mission_list;
}

GPtrArray *
paz_figures_get_targets (PazFigures *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->target_list;
}

static PazLevel
get_highest (PazFigures   *self,
             GPtrArray    *records,
             PazDimension  dimension,
             const char   *field)
{
  PazLevel level = PAZ_LEVEL_PUBLIC;

  for (guint i = 0; i < records->len; i++)
    {
      const char *key = field != NULL ? paz_record_get_text (records->pdata[i], field) : NULL;

      if (field == NULL || (key != NULL && paz_fact_table_find_key (self->facts, dimension, key) >= 0))
        level = MAX (level, paz_record_get_level (records->pdata[i]));
    }

  return level;
}

PazLevel
paz_figures_get_level (PazFigures *self)
{
  PazLevel level;

  g_return_val_if_fail (self != NULL, PAZ_LEVEL_NATIONAL);

  level = get_highest (self, self->data_sets, PAZ_DIMENSION_CONTRIBUTOR, NULL);
  level = MAX (level, get_highest (self, self->target_list, PAZ_DIMENSION_CONTRIBUTOR, NULL));
  level = MAX (level, get_highest (self, self->participants, PAZ_DIMENSION_CONTRIBUTOR, "code"));

  return MAX (level, get_highest (self, self->mission_list, PAZ_DIMENSION_MISSION, "acronym"));
}

gboolean
paz_figures_is_region (PazFigures *self,
                       const char *contributor)
{
  g_return_val_if_fail (self != NULL && contributor != NULL, FALSE);

  return g_hash_table_contains (self->states, contributor);
}

const PazTarget *
paz_figures_find_target (PazFigures *self,
                         guint       year,
                         const char *category)
{
  g_autofree char *key = g_strdup_printf ("%u %s", year, category);

  return g_hash_table_lookup (self->targets, key);
}
